"""The life of a Vorgang as stations and deadlines on a line of time; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from antragsbuero.documents.bezeichnungen import BERICHTSARTEN, FASSUNGSARTEN, deutsches_datum
from antragsbuero.domain.abstimmung import Mehrheit
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.frist import Genauigkeit, Verlustart
from antragsbuero.domain.umsetzung import Umsetzungsstand
from antragsbuero.domain.vorgang import Vorgang


class Stationsart(StrEnum):
    """What happened; decides the sign."""

    FASSUNG = "FASSUNG"
    BESCHLUSS = "BESCHLUSS"
    BERICHT = "BERICHT"
    NACHFRAGE = "NACHFRAGE"


@dataclass(frozen=True, slots=True)
class Station:
    """One dated event; `kennung` is that of the Fassung, Bericht or Nachfrage.

    `zusatz` tells the days since the station before and the number of points.
    """

    art: Stationsart
    kennung: str
    datum: date
    titel: str
    zusatz: str
    spaet: bool = False


@dataclass(frozen=True, slots=True)
class Fristmarke:
    """A deadline on the line; `verloren` says the resolution no longer has it."""

    datum: date
    titel: str
    zusatz: str
    verloren: bool
    ueberfaellig: bool


@dataclass(frozen=True, slots=True)
class Spanne:
    """A stretch in which something was overdue; `offen` while it lasts to this day."""

    von: date
    bis: date
    text: str
    offen: bool


@dataclass(frozen=True, slots=True)
class Zeitstrahl:
    """All that the line shows, by date."""

    stationen: tuple[Station, ...]
    fristen: tuple[Fristmarke, ...]
    spannen: tuple[Spanne, ...]


def zeitstrahl(vorgang: Vorgang, heute: date) -> Zeitstrahl:
    """The line of a Vorgang; what has no date is not on it."""
    spannen = _spannen(vorgang, heute)
    return Zeitstrahl(_stationen(vorgang, spannen), _fristen(vorgang, heute), spannen)


def fassungsname(fassung: Fassung, vorgang: Vorgang) -> str:
    """„Neufassung“, „Beschluss, mehrheitlich“."""
    name = FASSUNGSARTEN[fassung.art]
    for abstimmung in vorgang.abstimmungen:
        if abstimmung.beschluss == fassung.kennung and not abstimmung.punkte:
            if abstimmung.mehrheit is Mehrheit.EINSTIMMIG:
                return f"{name}, einstimmig"
            if abstimmung.mehrheit is Mehrheit.MEHRHEITLICH:
                return f"{name}, mehrheitlich"
    return name


def punktzahl(fassung: Fassung) -> str:
    """„1 Punkt“, „3 Punkte“, „2 Fragen“; "" without any."""
    anzahl = len(fassung.punkte)
    if not anzahl:
        return ""
    frage = fassung.art is Fassungsart.ANFRAGE
    wort = ("Frage", "Fragen") if frage else ("Punkt", "Punkte")
    return f"{anzahl} {wort[anzahl != 1]}"


def _stationen(vorgang: Vorgang, spannen: tuple[Spanne, ...]) -> tuple[Station, ...]:
    roh: list[tuple[date, int, Stationsart, str, str, str]] = []
    for fassung in vorgang.fassungen:
        if fassung.datum is not None:
            beschluss = fassung.art is Fassungsart.BESCHLUSS
            art = Stationsart.BESCHLUSS if beschluss else Stationsart.FASSUNG
            name = fassungsname(fassung, vorgang)
            roh.append((fassung.datum, 1 + beschluss, art, fassung.kennung, name,
                        punktzahl(fassung)))  # fmt: skip
    roh += [
        (b.datum, 3, Stationsart.BERICHT, b.kennung, BERICHTSARTEN[b.art], "")
        for b in vorgang.berichte
        if b.datum is not None
    ]
    roh += [
        (n.eingereicht, 4, Stationsart.NACHFRAGE, n.kennung, "Nachfrage", "")
        for n in vorgang.nachfragen
        if n.eingereicht is not None
    ]
    roh.sort(key=lambda r: r[:2])
    enden = {spanne.bis for spanne in spannen if not spanne.offen}
    stationen: list[Station] = []
    for datum, _, art, kennung, titel, zusatz in roh:
        teile = []
        if stationen and (datum - stationen[-1].datum).days > 0:
            teile.append(f"nach {tage(datum - stationen[-1].datum)}")
        teile += [zusatz] if zusatz else []
        spaet = art is Stationsart.BERICHT and datum in enden
        stationen.append(Station(art, kennung, datum, titel, " · ".join(teile), spaet))
    return tuple(stationen)


def _fristen(vorgang: Vorgang, heute: date) -> tuple[Fristmarke, ...]:
    marken: list[Fristmarke] = []
    erledigt = {
        u.punkt
        for u in vorgang.umsetzungen
        if u.fraktion in (Umsetzungsstand.UMGESETZT, Umsetzungsstand.UEBERHOLT)
    }
    for beschluss in vorgang.beschluesse():
        for punkt in beschluss.alle_punkte():
            for frist in punkt.fristen:
                tag = frist.datum or frist.naechste
                if tag is None:
                    continue
                wort = "ab" if frist.genauigkeit is Genauigkeit.BEGINN else "Frist"
                marken.append(
                    Fristmarke(
                        tag, f"{wort}{_zu(punkt.bezeichnung)}", f"„{frist.wortlaut}“", False,
                        punkt.kennung not in erledigt and frist.ueberfaellig(heute),
                    )
                )  # fmt: skip
    for verlust in vorgang.fristverluste:
        if verlust.vorher.datum is None:
            continue
        if verlust.art is Verlustart.GEAENDERT and verlust.nachher is not None:
            zusatz = f"im Beschluss „{verlust.nachher.wortlaut}“"
        else:
            zusatz = "im Beschluss entfallen"
        marken.append(
            Fristmarke(verlust.vorher.datum, f"Frist{_zu(verlust.punkt)}", zusatz, True, False)
        )
    return tuple(sorted(marken, key=lambda m: (m.datum, m.titel)))


def _zu(punkt: str) -> str:
    return f" zu Punkt {punkt}" if punkt else ""


def _spannen(vorgang: Vorgang, heute: date) -> tuple[Spanne, ...]:
    """From each resolution to its first report, when a deadline passed in between."""
    spannen: list[Spanne] = []
    for beschluss in vorgang.beschluesse():
        if beschluss.datum is None:
            continue
        tage_ = [
            f.datum for p in beschluss.alle_punkte() for f in p.fristen
            if f.datum and f.genauigkeit is not Genauigkeit.BEGINN
        ] + [
            v.vorher.datum for v in vorgang.fristverluste
            if v.beschluss == beschluss.kennung and v.vorher.datum
        ]  # fmt: skip
        berichte = sorted(
            b.datum for b in vorgang.berichte if b.datum and b.datum > beschluss.datum
        )
        ende = berichte[0] if berichte else heute
        if ende <= beschluss.datum or not any(beschluss.datum <= t < ende for t in tage_):
            continue
        if berichte:
            text = f"{dauer(beschluss.datum, ende)} vom Beschluss bis zum Bericht"
        else:
            text = f"{dauer(beschluss.datum, ende)} ohne Bericht"
        spannen.append(Spanne(beschluss.datum, ende, text, not berichte))
    return tuple(spannen)


def tage(abstand: object) -> str:
    """„1 Tag“, „805 Tagen“ for a timedelta, in the dative."""
    anzahl = getattr(abstand, "days", 0)
    return f"{anzahl} Tag" if anzahl == 1 else f"{anzahl} Tagen"


def dauer(von: date, bis: date) -> str:
    """„26 Monate (805 Tage)“; below two months only days."""
    anzahl = (bis - von).days
    monate = (bis.year - von.year) * 12 + bis.month - von.month - (bis.day < von.day)
    wort = "Tag" if anzahl == 1 else "Tage"
    return f"{anzahl} {wort}" if monate < 2 else f"{monate} Monate ({anzahl} Tage)"


def frist_relativ(tag: date, heute: date) -> str:
    """„heute“, „in 3 Tagen“, „seit 39 Tagen“."""
    abstand = tag - heute
    if not abstand.days:
        return "heute"
    return f"in {tage(abstand)}" if abstand.days > 0 else f"seit {tage(-abstand)}"


def kurzdatum(tag: date | None) -> str:
    """16.04.2020, "–" for None."""
    return deutsches_datum(tag) or "–"
