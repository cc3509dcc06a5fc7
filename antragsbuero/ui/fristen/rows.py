"""What the list of deadlines shows: groups by date, and the days of a month."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from antragsbuero.documents.bezeichnungen import FRISTSTAENDE, deutsches_datum
from antragsbuero.domain.frist import Genauigkeit
from antragsbuero.domain.friststand import Friststand
from antragsbuero.services.fristen import Fristeintrag
from antragsbuero.services.ports import Terminart, TerminZeile


class Gruppe(IntEnum):
    """Groups of the list, in their order."""

    UEBERFAELLIG = 0
    HEUTE = 1
    DIESE_WOCHE = 2
    NAECHSTE_WOCHE = 3
    DIESER_MONAT = 4
    DIESES_JAHR = 5
    SPAETER = 6
    BEGONNEN = 7
    OHNE_DATUM = 8
    VERLOREN = 9
    ERLEDIGT = 10


GRUPPEN = {
    Gruppe.UEBERFAELLIG: "Überfällig",
    Gruppe.HEUTE: "Heute",
    Gruppe.DIESE_WOCHE: "Diese Woche",
    Gruppe.NAECHSTE_WOCHE: "Nächste Woche",
    Gruppe.DIESER_MONAT: "Später in diesem Monat",
    Gruppe.DIESES_JAHR: "Später in diesem Jahr",
    Gruppe.SPAETER: "In späteren Jahren",
    Gruppe.BEGONNEN: "Beginn vorüber",
    Gruppe.OHNE_DATUM: "Ohne Datum",
    Gruppe.VERLOREN: "Im Beschluss verloren",
    Gruppe.ERLEDIGT: "Erledigt",
}


@dataclass(frozen=True, slots=True)
class FristRow:
    """One deadline, or the heading of a group (`kopf`; then only `titel` counts).

    `punkte` and `nachfrage` are kennungen, `gesucht` holds the words to be searched,
    casefolded.
    """

    schluessel: str
    gruppe: Gruppe
    kopf: bool = False
    titel: str = ""
    tag: date | None = None
    datum: str = ""
    relativ: str = ""
    art: str = ""
    icon: str = ""
    farbe: str = "text"
    text: str = ""
    punkt: str = ""
    betreff: str = ""
    vorgang: str = ""
    punkte: tuple[str, ...] = ()
    nachfrage: str | None = None
    gesucht: str = ""

    @property
    def vorlesen(self) -> str:
        """All words of the row."""
        teile = (
            self.titel,
            self.datum,
            self.relativ,
            self.art,
            self.text,
            self.punkt,
            self.betreff,
        )
        return ", ".join(teil for teil in teile if teil)


def gruppe_von(tag: date, heute: date) -> Gruppe:
    """Where a day that is not over belongs; weeks start on Monday."""
    sonntag = heute + timedelta(days=6 - heute.weekday())
    if tag < heute:
        return Gruppe.UEBERFAELLIG
    if tag == heute:
        return Gruppe.HEUTE
    if tag <= sonntag:
        return Gruppe.DIESE_WOCHE
    if tag <= sonntag + timedelta(days=7):
        return Gruppe.NAECHSTE_WOCHE
    if (tag.year, tag.month) == (heute.year, heute.month):
        return Gruppe.DIESER_MONAT
    return Gruppe.DIESES_JAHR if tag.year == heute.year else Gruppe.SPAETER


def relativ(tag: date, heute: date) -> str:
    """„heute“, „in 5 Tagen“, „seit 1 Tag“."""
    tage = (tag - heute).days
    if tage == 0:
        return "heute"
    wort = "1 Tag" if abs(tage) == 1 else f"{abs(tage)} Tagen"
    return f"in {wort}" if tage > 0 else f"seit {wort}"


def frist_rows(
    fristen: Sequence[Fristeintrag], termine: Sequence[TerminZeile], heute: date
) -> tuple[FristRow, ...]:
    """All rows by group and date, without headings."""
    rows = [_frist_row(n, eintrag, heute) for n, eintrag in enumerate(fristen)]
    rows += [_termin_row(termin, heute) for termin in termine]
    return tuple(sorted(rows, key=lambda r: (r.gruppe, r.tag or date.max, r.betreff, r.punkt)))


def _frist_row(nummer: int, eintrag: Fristeintrag, heute: date) -> FristRow:
    frist = eintrag.frist
    tag = frist.datum or frist.naechste
    verloren = eintrag.stand in (Friststand.GEAENDERT, Friststand.ENTFALLEN)
    gruppe = _gruppe(eintrag, tag, heute)
    spaet = gruppe is Gruppe.UEBERFAELLIG
    art, icon, farbe = "Beschluss", "gavel", "text"
    if verloren:
        art = FRISTSTAENDE[eintrag.stand]
        icon = "calendar_cancel" if eintrag.stand is Friststand.ENTFALLEN else "calendar_clock"
        farbe = "gelb"
    beginn = "ab " if frist.genauigkeit is Genauigkeit.BEGINN and tag else ""
    return FristRow(
        schluessel=f"F{nummer}:{eintrag.fassung}:{eintrag.punkt}:{frist.wortlaut}",
        gruppe=gruppe,
        tag=tag,
        datum=beginn + deutsches_datum(tag) if tag else "ohne Datum",
        relativ=_relativ(gruppe, tag, heute),
        art=art,
        icon=icon,
        farbe="rot" if spaet else farbe,
        text=f"„{frist.wortlaut}“",
        punkt=f"Punkt {eintrag.punkt}" if eintrag.punkt else "",
        betreff=eintrag.betreff,
        vorgang=eintrag.vorgang,
        punkte=(eintrag.punkt_kennung,) if eintrag.punkt_kennung else (),
        gesucht=f"{eintrag.betreff} {frist.wortlaut} {art}".casefold(),
    )


def _gruppe(eintrag: Fristeintrag, tag: date | None, heute: date) -> Gruppe:
    match eintrag.stand:
        case Friststand.ERLEDIGT:
            return Gruppe.ERLEDIGT
        case Friststand.GEAENDERT | Friststand.ENTFALLEN:
            return Gruppe.VERLOREN
    if tag is None:
        return Gruppe.OHNE_DATUM
    if eintrag.frist.genauigkeit is Genauigkeit.BEGINN and tag < heute:
        return Gruppe.BEGONNEN
    return gruppe_von(tag, heute)


def _relativ(gruppe: Gruppe, tag: date | None, heute: date) -> str:
    if tag is None or gruppe in (Gruppe.VERLOREN, Gruppe.ERLEDIGT):
        return ""
    return relativ(tag, heute)


def _termin_row(termin: TerminZeile, heute: date) -> FristRow:
    gruppe = gruppe_von(termin.datum, heute)
    spaet = gruppe is Gruppe.UEBERFAELLIG
    antwort = termin.art is Terminart.ANTWORT
    art = "Antwort der Stadt" if antwort else "Wiedervorlage"
    if antwort:
        text = f"Antwort auf Nachfrage {termin.text}".strip()
    else:
        text = termin.text or "Wieder ansehen"
    return FristRow(
        schluessel=f"{termin.art}:{termin.nachfrage or termin.punkte[0]}",
        gruppe=gruppe,
        tag=termin.datum,
        datum=deutsches_datum(termin.datum),
        relativ=relativ(termin.datum, heute),
        art=art,
        icon="mail_inbox" if antwort else "bookmark",
        farbe="rot" if spaet else "text",
        text=text,
        punkt=f"Punkt {termin.punkt}" if termin.punkt else "",
        betreff=termin.betreff,
        vorgang=termin.vorgang,
        punkte=termin.punkte,
        nachfrage=termin.nachfrage,
        gesucht=f"{termin.betreff} {text} {art}".casefold(),
    )


def mit_koepfen(rows: Iterable[FristRow]) -> tuple[FristRow, ...]:
    """The rows with a heading before each group that tells how many it holds."""
    alle = list(rows)
    ergebnis: list[FristRow] = []
    for gruppe in Gruppe:
        eigene = [row for row in alle if row.gruppe is gruppe]
        if eigene:
            titel = f"{GRUPPEN[gruppe]} ({len(eigene)})"
            ergebnis.append(FristRow(f"G{gruppe}", gruppe, kopf=True, titel=titel))
            ergebnis += eigene
    return tuple(ergebnis)


# ---- the month


@dataclass(frozen=True, slots=True)
class Tag:
    """A day of the month shown; `anzahl` deadlines fall on it."""

    datum: date
    im_monat: bool
    heute: bool
    anzahl: int
    spaet: bool

    @property
    def vorlesen(self) -> str:
        """„5. März 2026, 2 Fristen“."""
        worte = f"{self.datum.day}. {MONATE[self.datum.month - 1]} {self.datum.year}"
        if self.heute:
            worte += ", heute"
        if self.anzahl:
            worte += f", {'1 Frist' if self.anzahl == 1 else f'{self.anzahl} Fristen'}"
        return worte


MONATE = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
    "Oktober", "November", "Dezember",
)  # fmt: skip
WOCHENTAGE = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")


@dataclass(frozen=True, slots=True)
class Woche:
    """Seven days from Monday on."""

    nummer: int
    tage: tuple[Tag, ...]


def monatsblatt(jahr: int, monat: int, rows: Iterable[FristRow], heute: date) -> tuple[Woche, ...]:
    """Six weeks that hold the month; what is done or lost counts on no day."""
    faellig: dict[date, int] = {}
    spaet: set[date] = set()
    for row in rows:
        if row.tag is not None and row.gruppe not in (Gruppe.VERLOREN, Gruppe.ERLEDIGT):
            faellig[row.tag] = faellig.get(row.tag, 0) + 1
            if row.gruppe is Gruppe.UEBERFAELLIG:
                spaet.add(row.tag)
    erster = date(jahr, monat, 1)
    ordinal = erster.toordinal() - erster.weekday()
    wochen = []
    for woche in range(6):
        tage = []
        for n in range(7):
            tag = date.fromordinal(max(1, min(date.max.toordinal(), ordinal + 7 * woche + n)))
            im_monat = (tag.year, tag.month) == (jahr, monat)
            tage.append(Tag(tag, im_monat, tag == heute, faellig.get(tag, 0), tag in spaet))
        wochen.append(Woche(woche, tuple(tage)))
    return tuple(wochen)


def verschiebe(jahr: int, monat: int, um: int) -> tuple[int, int]:
    """The month `um` months later, within the years a date can hold."""
    zahl = max(12, min(9999 * 12 + 11, jahr * 12 + monat - 1 + um))
    return zahl // 12, zahl % 12 + 1
