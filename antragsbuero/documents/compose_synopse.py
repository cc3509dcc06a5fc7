"""The Synopse as a printed table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from antragsbuero.comparison.synopse import (
    Bereich,
    Synopse,
    Teilart,
)
from antragsbuero.documents.bezeichnungen import deutsches_datum
from antragsbuero.documents.briefkopf import Briefkopfdaten, felder
from antragsbuero.documents.compose_synopse_fristen import fristen_tabelle
from antragsbuero.documents.compose_synopse_nummern import ohne_begruendung, veraendert
from antragsbuero.documents.compose_synopse_zellen import Zellenbau
from antragsbuero.dokument.dokument import (
    Block,
    Dokument,
    Marke,
    Tabelle,
    Textabsatz,
    Textlauf,
    Textrolle,
    Ueberschrift,
    Zelle,
    textabsatz,
)

_TEILE = (
    ("Beschlussvorschlag", (Bereich.BETREFF, Bereich.VORSPANN, Bereich.PUNKTE)),
    ("Begründung", (Bereich.BEGRUENDUNG,)),
)
"""The tables with their headings."""
_ZAHLWORTE = ("Null", "Eine", "Zwei", "Drei", "Vier")
_TEXTBREITE = 269.0
_NUMMERNSPALTE, _NAMENSPALTE = 11.0, 20.0
"""Millimetres: of the whole table, of a first column with numbers, of one with words."""


def synopse_dokument(
    synopse: Synopse,
    betreff: str,
    kopf: Briefkopfdaten,
    stichtag: date,
    *,
    nur_aenderungen: bool = False,
    kopfzeilen: Sequence[str] = (),
) -> Dokument:
    """The table of two to four Fassungen, readable without colours.

    Args:
        synopse: what to print.
        betreff: of the Vorgang, for the title.
        kopf: whose paper it is.
        stichtag: printed as the day of the state shown.
        nur_aenderungen: leaves out rows in which nothing changed.
        kopfzeilen: second lines of the column heads, as "20.05.2020, mehrheitlich".
    """
    titel = f"Synopse: {betreff}" if betreff else "Synopse"
    bloecke: list[Block] = [Ueberschrift(1, titel), _legende(synopse)]
    bloecke += fristen_tabelle(synopse)
    for name, bereiche in _TEILE:
        bloecke += _teil(synopse, name, bereiche, nur_aenderungen, kopfzeilen)
    if not synopse.zeilen:
        bloecke.append(textabsatz("Die Fassungen haben keinen Text, der sich vergleichen lässt."))
    tag = deutsches_datum(stichtag)
    name = f"{betreff} – Synopse vom {tag}" if betreff else f"Synopse vom {tag}"
    return Dokument(
        titel=titel,
        bloecke=tuple(bloecke),
        kopfzeile=(kopf.kopfzeile, f"Stand: {tag}"),
        fusszeile=kopf.fuss(name),
        verfasser=kopf.fraktion,
        querformat=True,
        logo=kopf.logo,
        felder=felder(kopf, name, titel=titel, betreff=betreff, stand=f"Stand: {tag}"),
        rumpf=1,
    )


def _legende(synopse: Synopse) -> Textabsatz:
    ohne = ohne_begruendung(synopse)
    anzahl = sum(veraendert(zeile, ohne) for zeile in synopse.zeilen)
    basen = {spalte.basis for spalte in synopse.spalten if spalte.basis is not None}
    folge = all(s.basis in (None, nr - 1) for nr, s in enumerate(synopse.spalten))
    if folge:
        worauf = "gegenüber der Spalte links von ihr"
    elif len(basen) == 1:
        worauf = f"gegenüber „{synopse.spalten[basen.pop()].titel}“"
    else:
        worauf = "gegenüber der Spalte, die in ihrem Kopf genannt ist"
    aenderungen = (
        "keine Änderung" if not anzahl else f"Änderungen in {anzahl} von {len(synopse.zeilen)}"
        f" {'Zeile' if len(synopse.zeilen) == 1 else 'Zeilen'}"
    )  # fmt: skip
    return Textabsatz(
        (
            Textlauf(
                f"{_ZAHLWORTE[len(synopse.spalten)]} Fassungen, {aenderungen}. Jede Spalte zeigt, "
                f"was sich {worauf} ändert: "
            ),
            Textlauf("unterstrichen", fett=True, marke=Marke.EINGEFUEGT),
            Textlauf(" = eingefügt, "),
            Textlauf("durchgestrichen", marke=Marke.GESTRICHEN),
            Textlauf(" = gestrichen, "),
            Textlauf("gepunktet", marke=Marke.VERSCHOBEN),
            Textlauf(" = von anderer Stelle hierher verschoben."),
        ),
        Textrolle.HINWEIS,
    )


def _teil(
    synopse: Synopse,
    name: str,
    bereiche: Sequence[Bereich],
    nur_aenderungen: bool,
    kopfzeilen: Sequence[str],
) -> Iterator[Block]:
    ohne = ohne_begruendung(synopse)
    # an unchanged Betreff stands in the title already
    alle = [
        (nr, z)
        for nr, z in enumerate(synopse.zeilen)
        if z.bereich in bereiche and (z.bereich is not Bereich.BETREFF or veraendert(z, ohne))
    ]
    gezeigt = [(nr, z) for nr, z in alle if veraendert(z, ohne)] if nur_aenderungen else alle
    if not alle:
        return
    yield Ueberschrift(2, name)
    if fehlen := len(alle) - len(gezeigt):
        worte = "1 unveränderte Zeile ist" if fehlen == 1 else f"{fehlen} unveränderte Zeilen sind"
        yield textabsatz(f"{worte} nicht abgedruckt.", Textrolle.HINWEIS)
    if not gezeigt:
        return
    bau = Zellenbau(synopse)
    spalten = len(synopse.spalten)
    nur_nummern = all(z.bereich in (Bereich.PUNKTE, Bereich.BEGRUENDUNG) for _, z in gezeigt)
    erste = _NUMMERNSPALTE if nur_nummern else _NAMENSPALTE
    yield Tabelle(
        (tuple(_kopf(synopse, bereiche, kopfzeilen)),),
        tuple(bau.zeile(nr, zeile) for nr, zeile in gezeigt),
        (erste, *[(_TEXTBREITE - erste) / spalten] * spalten),
        f"Synopse, {name}: eine Zeile je Punkt, eine Spalte je Fassung: "
        + ", ".join(spalte.titel for spalte in synopse.spalten),
    )


def _kopf(
    synopse: Synopse, bereiche: Sequence[Bereich], kopfzeilen: Sequence[str]
) -> Iterator[Zelle]:
    yield Zelle((textabsatz("Pkt." if Bereich.PUNKTE in bereiche else "Nr."),))
    folge = all(s.basis in (None, nr - 1) for nr, s in enumerate(synopse.spalten))
    ohne = ohne_begruendung(synopse)
    for nr, spalte in enumerate(synopse.spalten):
        unten = [kopfzeilen[nr]] if nr < len(kopfzeilen) and kopfzeilen[nr] else []
        if spalte.basis is None:
            unten.append("Ausgangsfassung")
        else:
            if not folge:
                unten.append(f"gegenüber „{synopse.spalten[spalte.basis].titel}“")
            fehlt = Bereich.BEGRUENDUNG in bereiche and nr in ohne
            unten.append("ohne Begründung" if fehlt else _umfang(synopse, nr, bereiche))
        yield Zelle((textabsatz(spalte.titel), textabsatz(", ".join(unten), Textrolle.HINWEIS)))


def _umfang(synopse: Synopse, spalte: int, bereiche: Sequence[Bereich]) -> str:
    """„+42 −2 Wörter“, of the rows of that part."""
    neu = weg = 0
    for zeile in synopse.zeilen:
        if zeile.bereich in bereiche:
            for teil in zeile.zellen[spalte].teile or ():
                neu += len(teil.neu.split()) if teil.art is Teilart.NEU else 0
                weg += len(teil.alt.split()) if teil.art is Teilart.WEG else 0
    return f"+{neu} −{weg} Wörter" if neu or weg else "kein Wort geändert"
