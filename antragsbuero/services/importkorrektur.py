"""What a person puts right in a recognised source before it is stored; pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from antragsbuero.documents.erkennung import Ausgelassen, Zweifel
from antragsbuero.domain.absatz import Absatz, Auszeichnung
from antragsbuero.domain.bearbeitung import mit_fristen
from antragsbuero.domain.bericht import Berichtsart
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.frist import Frist, Genauigkeit
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.domain.vorgangsstand import berechne_stand
from antragsbuero.services.errors import Abgelehnt
from antragsbuero.services.fristen import finde_fristverluste
from antragsbuero.services.importe import Importvorschlag
from antragsbuero.services.importteile import (
    Absaetze,
    Textbereich,
    Textort,
    aendere_absaetze,
    aendere_bericht,
    aendere_fassung,
    aendere_punkt,
    aendere_vorgang,
)


@dataclass(frozen=True, slots=True)
class Fassungskopf:
    """What the head of a paper says; `zu` is the kennung of the Fassung it refers to."""

    art: Fassungsart
    datum: date | None
    nummer: str
    zu: str | None


def fuer_ablage(vorschlag: Importvorschlag) -> Importvorschlag:
    """The proposal with lost deadlines and Stand found anew; as slow as a comparison."""
    vorgaenge = tuple(
        replace(
            v,
            fristverluste=finde_fristverluste(v),
            stand=berechne_stand(v.fassungen, v.abstimmungen, v.berichte),
        )
        for v in vorschlag.vorgaenge
    )
    return replace(vorschlag, vorgaenge=vorgaenge)


def geprueft(vorschlag: Importvorschlag, zweifel: Zweifel) -> Importvorschlag:
    """A person has looked at the doubt."""
    return replace(vorschlag, zweifel=tuple(z for z in vorschlag.zweifel if z != zweifel))


def setze_betreff(vorschlag: Importvorschlag, vorgang: str, betreff: str) -> Importvorschlag:
    """Another Betreff for the Vorgang and for those Fassungen that had the old one."""
    sauber = " ".join(betreff.split())

    def aenderung(alt: Vorgang) -> Vorgang:
        fassungen = tuple(
            replace(f, betreff=sauber) if f.betreff == alt.betreff else f for f in alt.fassungen
        )
        return replace(alt, betreff=sauber, fassungen=fassungen)

    return aendere_vorgang(vorschlag, lambda v: v.kennung == vorgang, aenderung)


def setze_kopf(vorschlag: Importvorschlag, fassung: str, kopf: Fassungskopf) -> Importvorschlag:
    """Another art, day, number or Bezug for the Fassung of that kennung."""

    def aenderung(alt: Fassung) -> Fassung:
        zu = None if kopf.zu == fassung else kopf.zu
        return replace(alt, art=kopf.art, datum=kopf.datum, nummer=kopf.nummer.strip(), zu=zu)

    return aendere_fassung(vorschlag, fassung, aenderung)


def setze_bericht(
    vorschlag: Importvorschlag, bericht: str, art: Berichtsart, datum: date | None
) -> Importvorschlag:
    """Another art or day for the Bericht of that kennung."""
    return aendere_bericht(vorschlag, bericht, lambda alt: replace(alt, art=art, datum=datum))


def setze_nummer(vorschlag: Importvorschlag, punkt: str, nummer: str) -> Importvorschlag:
    """Another number, as written, for the point of that kennung."""
    return aendere_punkt(vorschlag, punkt, lambda alt: (replace(alt, nummer=nummer.strip()),))


def setze_frist(
    vorschlag: Importvorschlag, punkt: str, stelle: int, datum: date | None
) -> Importvorschlag:
    """Another day for the deadline at that place; None takes the deadline out."""

    def aenderung(alt: Beschlusspunkt) -> tuple[Beschlusspunkt, ...]:
        fristen = list(alt.fristen)
        if datum is None:
            del fristen[stelle]
        else:
            fristen[stelle] = _mit_tag(fristen[stelle], datum)
        return (replace(alt, fristen=tuple(fristen)),)

    return aendere_punkt(vorschlag, punkt, aenderung)


def neue_frist(
    vorschlag: Importvorschlag, punkt: str, von: int, bis: int, datum: date
) -> Importvorschlag:
    """A deadline from words of the point's text that recognition did not see."""

    def aenderung(alt: Beschlusspunkt) -> tuple[Beschlusspunkt, ...]:
        wortlaut = alt.text[von:bis].strip() or f"bis {datum:%d.%m.%Y}"
        frist = Frist(wortlaut, datum, Genauigkeit.GENAU, von=von, bis=bis)
        return (replace(alt, fristen=(*alt.fristen, frist)),)

    return aendere_punkt(vorschlag, punkt, aenderung)


def _mit_tag(frist: Frist, datum: date) -> Frist:
    genauigkeit = frist.genauigkeit
    if genauigkeit is not Genauigkeit.BEGINN:
        genauigkeit = Genauigkeit.GENAU
    return replace(frist, datum=datum, genauigkeit=genauigkeit)


# ---- split and join


def teile_punkt(
    vorschlag: Importvorschlag, punkt: str, absatz: int, stelle: int
) -> Importvorschlag:
    """Makes two points of one; the second starts at `stelle` of that paragraph.

    The second has no number yet and takes the sub-points along. Each deadline stays with its
    words as a person put it right; only one that is cut in two is read afresh.
    """

    def aenderung(alt: Beschlusspunkt) -> tuple[Beschlusspunkt, ...]:
        links, rechts = _geschnitten(alt.absaetze, absatz, stelle)
        if not links or not rechts:
            raise Abgelehnt(
                "Setzen Sie die Schreibmarke zwischen zwei Wörter: Dort wird der Punkt geteilt."
            )
        schnitt = sum(len(a.text) + 1 for a in alt.absaetze[:absatz]) + stelle
        davor = tuple(f for f in alt.fristen if f.bis <= schnitt)
        danach = tuple(f for f in alt.fristen if f.bis > schnitt and f.von >= schnitt)
        versatz = -alt.text.index(rechts[0].text, schnitt)
        halb = replace(alt, absaetze=links, punkte=(), fristen=davor)
        rest = Beschlusspunkt("", rechts, alt.punkte, _verschoben(danach, versatz))
        if len(davor) + len(danach) < len(alt.fristen):
            return (_nachgelesen(halb), _nachgelesen(rest))
        return (halb, rest)

    return aendere_punkt(vorschlag, punkt, aenderung)


def _verschoben(fristen: Sequence[Frist], um: int) -> tuple[Frist, ...]:
    """The deadlines with their places moved by so many characters."""
    return tuple(replace(f, von=f.von + um, bis=f.bis + um) if f.bis else f for f in fristen)


def _nachgelesen(punkt: Beschlusspunkt) -> Beschlusspunkt:
    """The point with its deadlines and those that are read from the rest of its words."""
    frisch = mit_fristen((replace(punkt, punkte=()),))[0].fristen
    neu = (f for f in frisch if all(f.bis <= a.von or a.bis <= f.von for a in punkt.fristen))
    return replace(punkt, fristen=(*punkt.fristen, *neu))


def verbinde_punkt(vorschlag: Importvorschlag, punkt: str) -> Importvorschlag:
    """Appends the point to the one before it on its level. Raises Abgelehnt for the first."""
    for vorgang in vorschlag.vorgaenge:
        for fassung in vorgang.fassungen:
            neu = _verbunden(fassung.punkte, punkt)
            if neu is not None:
                ersetzt = replace(fassung, punkte=neu)
                return aendere_fassung(vorschlag, fassung.kennung, partial(_stattdessen, ersetzt))
    raise Abgelehnt("Vor diesem Punkt steht keiner, mit dem er verbunden werden kann.")


def _stattdessen(neu: Fassung, _alt: Fassung) -> Fassung:
    return neu


def _verbunden(
    punkte: tuple[Beschlusspunkt, ...], gesucht: str
) -> tuple[Beschlusspunkt, ...] | None:
    for n, punkt in enumerate(punkte):
        if punkt.kennung == gesucht and n:
            davor = punkte[n - 1]
            ganzes = replace(
                davor,
                absaetze=davor.absaetze + punkt.absaetze,
                punkte=davor.punkte + punkt.punkte,
                fristen=(*davor.fristen, *_verschoben(punkt.fristen, len(davor.text) + 1)),
            )
            return (*punkte[: n - 1], ganzes, *punkte[n + 1 :])
        unter = _verbunden(punkt.punkte, gesucht)
        if unter is not None:
            return (*punkte[:n], replace(punkt, punkte=unter), *punkte[n + 1 :])
    return None


def absaetze_an(vorschlag: Importvorschlag, ort: Textort) -> Absaetze:
    """The paragraphs of a text; empty if it is gone."""
    gefunden: list[Absaetze] = []

    def merke(absaetze: Absaetze) -> Absaetze:
        gefunden.append(absaetze)
        return absaetze

    aendere_absaetze(vorschlag, ort, merke)
    return gefunden[0] if gefunden else ()


def teile_absatz(
    vorschlag: Importvorschlag, ort: Textort, absatz: int, stelle: int
) -> Importvorschlag:
    """Makes two paragraphs of one."""

    def aenderung(alt: Absaetze) -> Absaetze:
        links, rechts = _geschnitten(alt, absatz, stelle)
        if len(links) + len(rechts) == len(alt):
            raise Abgelehnt(
                "Setzen Sie die Schreibmarke zwischen zwei Wörter: Dort wird der Absatz geteilt."
            )
        return links + rechts

    return aendere_absaetze(vorschlag, ort, aenderung)


def verbinde_absatz(vorschlag: Importvorschlag, ort: Textort, absatz: int) -> Importvorschlag:
    """Joins a paragraph with the one before it. Raises Abgelehnt for the first."""

    def aenderung(alt: Absaetze) -> Absaetze:
        if not 0 < absatz < len(alt):
            raise Abgelehnt("Vor diesem Absatz steht keiner, mit dem er verbunden werden kann.")
        davor, dieser = alt[absatz - 1], alt[absatz]
        versatz = len(davor.text) + 1
        marken = davor.auszeichnungen + tuple(
            Auszeichnung(a.von + versatz, a.bis + versatz, a.art) for a in dieser.auszeichnungen
        )
        ganzer = Absatz(f"{davor.text} {dieser.text}", davor.art, marken)
        return (*alt[: absatz - 1], ganzer, *alt[absatz + 1 :])

    return aendere_absaetze(vorschlag, ort, aenderung)


def _geschnitten(absaetze: Absaetze, nummer: int, stelle: int) -> tuple[Absaetze, Absaetze]:
    """The paragraphs before and after a place, without empty ones."""
    dieser = absaetze[nummer]
    links = _ausschnitt(dieser, 0, stelle)
    rechts = _ausschnitt(dieser, stelle, len(dieser.text))
    return (
        (*absaetze[:nummer], *((links,) if links.text else ())),
        (*((rechts,) if rechts.text else ()), *absaetze[nummer + 1 :]),
    )


def _ausschnitt(absatz: Absatz, von: int, bis: int) -> Absatz:
    stueck = absatz.text[von:bis]
    links = von + len(stueck) - len(stueck.lstrip())
    rechts = max(links, von + len(stueck.rstrip()))
    marken = tuple(
        Auszeichnung(max(a.von, links) - links, min(a.bis, rechts) - links, a.art)
        for a in absatz.auszeichnungen
        if max(a.von, links) < min(a.bis, rechts)
    )
    return Absatz(absatz.text[links:rechts], absatz.art, marken)


# ---- what was left out


def nimm_auf(vorschlag: Importvorschlag, passage: Ausgelassen, ort: Textort) -> Importvorschlag:
    """Takes a passage that was left out into a text, as new paragraphs at its end."""
    neu = tuple(Absatz(zeile.strip()) for zeile in passage.text.splitlines() if zeile.strip())
    geaendert = aendere_absaetze(vorschlag, ort, lambda alt: alt + neu)
    if ort.bereich is Textbereich.PUNKT:
        geaendert = aendere_punkt(geaendert, ort.kennung, lambda alt: (_nachgelesen(alt),))
    return _ohne(geaendert, passage)


def neuer_punkt(vorschlag: Importvorschlag, passage: Ausgelassen, fassung: str) -> Importvorschlag:
    """Makes a passage that was left out the last point of a Fassung."""
    texte = tuple(Absatz(zeile.strip()) for zeile in passage.text.splitlines() if zeile.strip())
    punkt = mit_fristen((Beschlusspunkt("", texte),))
    geaendert = aendere_fassung(
        vorschlag, fassung, lambda alt: replace(alt, punkte=alt.punkte + punkt)
    )
    return _ohne(geaendert, passage)


def _ohne(vorschlag: Importvorschlag, passage: Ausgelassen) -> Importvorschlag:
    return replace(vorschlag, ausgelassen=tuple(a for a in vorschlag.ausgelassen if a != passage))
