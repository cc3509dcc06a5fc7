"""The register of the Beschlusskontrolle: every point of every resolution and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from antragsbuero.documents.bezeichnungen import (
    NACHFRAGESTAENDE,
    UMSETZUNGSSTAENDE,
    berichtstitel,
    deutsches_datum,
    fristtext,
)
from antragsbuero.documents.briefkopf import Briefkopfdaten, felder
from antragsbuero.documents.compose_absaetze import text
from antragsbuero.dokument.abbruch import pruefe_abbruch
from antragsbuero.dokument.dokument import (
    Block,
    Dokument,
    Marke,
    Tabelle,
    Textabsatz,
    Textlauf,
    Ueberschrift,
    Zelle,
    textabsatz,
)
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt, mit_tiefe
from antragsbuero.domain.fassung import Fassung
from antragsbuero.domain.frist import Fristverlust
from antragsbuero.domain.umsetzung import Umsetzung
from antragsbuero.domain.vorgang import Vorgang

_KOPF = (
    "Pkt.",
    "Wortlaut",
    "Frist",
    "Im Beschluss verloren",
    "Verwaltung",
    "Fraktion",
    "Letzter Bericht",
    "Nachfragen",
)
_BREITEN = (11.0, 82.0, 36.0, 32.0, 24.0, 24.0, 36.0, 24.0)
"""Millimetres."""
NICHTOEFFENTLICH = "nichtöffentlich"


@dataclass(frozen=True, slots=True)
class Registereintrag:
    """A Vorgang with what its resolutions lost, by the kennung of the point that lost it."""

    vorgang: Vorgang
    verluste: Mapping[str, Sequence[Fristverlust]]


def register_dokument(
    eintraege: Sequence[Registereintrag], kopf: Briefkopfdaten, stichtag: date
) -> Dokument:
    """The register as a landscape table, one for each resolution.

    The judgements of administration and faction stand in columns of their own.
    """
    tag = deutsches_datum(stichtag)
    titel = "Register der Beschlusskontrolle"
    bloecke: list[Block] = [Ueberschrift(1, titel)]
    teile = [
        block
        for eintrag in eintraege
        for beschluss in eintrag.vorgang.beschluesse()
        for block in beschluss_bloecke(eintrag, beschluss, stichtag, stufe=2)
    ]
    bloecke += teile or [textabsatz("Es gibt noch keinen Beschluss.")]
    geheim = any(eintrag.vorgang.nichtoeffentlich for eintrag in eintraege)
    rechts = " · ".join(wort for wort in (NICHTOEFFENTLICH * geheim, f"Stand: {tag}") if wort)
    return Dokument(
        titel=titel,
        bloecke=tuple(bloecke),
        kopfzeile=(kopf.kopfzeile, rechts),
        fusszeile=kopf.fuss(f"{titel} vom {tag}"),
        verfasser=kopf.fraktion,
        querformat=True,
        logo=kopf.logo,
        felder=felder(
            kopf,
            f"{titel} vom {tag}",
            titel=titel,
            status=NICHTOEFFENTLICH * geheim,
            stand=f"Stand: {tag}",
        ),
        rumpf=1,
    )


def beschluss_bloecke(
    eintrag: Registereintrag, beschluss: Fassung, stichtag: date, *, stufe: int
) -> Iterator[Block]:
    """Heading and table of one resolution."""
    vorgang = eintrag.vorgang
    nummer = beschluss.nummer or vorgang.anzeigenummer
    vom = f"Beschluss vom {deutsches_datum(beschluss.datum)}" if beschluss.datum else "Beschluss"
    yield Ueberschrift(stufe, " · ".join(t for t in (nummer, vorgang.betreff, vom) if t))
    if not beschluss.punkte:
        yield textabsatz("Der Beschluss hat keinen Wortlaut.")
        return
    yield Tabelle(
        (tuple(Zelle((textabsatz(wort),)) for wort in _KOPF),),
        tuple(
            tuple(_zeile(eintrag, beschluss, weg, punkt, stichtag))
            for weg, punkt in mit_tiefe(beschluss.punkte)
        ),
        _BREITEN,
        f"Beschlusskontrolle, {vom}: eine Zeile je Beschlusspunkt mit Frist, Urteil der "
        "Verwaltung, Urteil der Fraktion, letztem Bericht und Nachfragen",
    )


def _zeile(
    eintrag: Registereintrag,
    beschluss: Fassung,
    weg: tuple[str, ...],
    punkt: Beschlusspunkt,
    stichtag: date,
) -> Iterator[Zelle]:
    pruefe_abbruch()
    vorgang = eintrag.vorgang
    umsetzung = next((u for u in vorgang.umsetzungen if u.punkt == punkt.kennung), None)
    urteil = umsetzung or Umsetzung(punkt.kennung)
    yield Zelle((textabsatz(punktname(weg) or "–"),), kopf=True)
    yield Zelle(tuple(text(absatz) for absatz in punkt.absaetze))
    yield _zelle([fristtext(frist) + _abgelaufen(frist.ueberfaellig(stichtag))
                  for frist in punkt.fristen] or ["keine"])  # fmt: skip
    yield Zelle(
        tuple(_verlust(verlust) for verlust in eintrag.verluste.get(punkt.kennung, ())),
        marke=Marke.GESTRICHEN if eintrag.verluste.get(punkt.kennung) else None,
    )
    yield _zelle([UMSETZUNGSSTAENDE[urteil.verwaltung]])
    yield _zelle([UMSETZUNGSSTAENDE[urteil.fraktion]])
    yield _zelle(_letzter_bericht(vorgang, beschluss, weg))
    yield _zelle(_nachfragen(vorgang, beschluss, punkt, stichtag))


def _zelle(zeilen: Sequence[str]) -> Zelle:
    return Zelle(tuple(textabsatz(zeile) for zeile in zeilen))


def _abgelaufen(ueberfaellig: bool) -> str:
    return ", abgelaufen" if ueberfaellig else ""


def punktname(weg: Sequence[str]) -> str:
    """„2“, „1a“, „1.2“ for the numbers on the way to a point."""
    name = weg[0] if weg else ""
    for nummer in weg[1:]:
        name += nummer if nummer[:1].isalpha() else f".{nummer.rpartition('.')[2]}"
    return name


def _verlust(verlust: Fristverlust) -> Textabsatz:
    vorn = Textlauf(fristtext(verlust.vorher), marke=Marke.GESTRICHEN)
    wort = "entfallen" if verlust.nachher is None else f"jetzt {fristtext(verlust.nachher)}"
    return Textabsatz((vorn, Textlauf(f" {wort}")))


def _letzter_bericht(vorgang: Vorgang, beschluss: Fassung, weg: Sequence[str]) -> list[str]:
    """The newest report that speaks of the point, else that there is none."""
    namen = {punktname(weg), "".join(weg)} | ({weg[-1]} if len(weg) == 1 else set())
    passend = [
        bericht
        for bericht in vorgang.berichte
        if bericht.zu in (beschluss.kennung, None)
        and any(teil.punkt in namen for teil in bericht.teile)
    ]
    if not passend:
        return ["keiner"]
    return [berichtstitel(max(passend, key=lambda b: b.datum or date.min))]


def _nachfragen(
    vorgang: Vorgang, beschluss: Fassung, punkt: Beschlusspunkt, stichtag: date
) -> list[str]:
    zeilen = []
    for nachfrage in vorgang.nachfragen:
        if nachfrage.beschluss == beschluss.kennung and punkt.kennung in nachfrage.punkte:
            tag = deutsches_datum(nachfrage.eingereicht or nachfrage.erstellt)
            vorn = " vom ".join(wort for wort in (nachfrage.nummer or "Nachfrage", tag) if wort)
            zeilen.append(f"{vorn}: {NACHFRAGESTAENDE[nachfrage.stand(stichtag)]}")
    return zeilen or ["keine"]
