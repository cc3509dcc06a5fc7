"""What is due, what one worked on, how many Vorgänge stand where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from antragsbuero.documents.bezeichnungen import VORGANGSARTEN, deutsches_datum
from antragsbuero.domain.friststand import Friststand
from antragsbuero.domain.vorgang import Stand
from antragsbuero.services.fristen import Fristeintrag
from antragsbuero.services.ports import Terminart, TerminZeile, VorgangZeile
from antragsbuero.ui.shared.staende import stand_bild
from antragsbuero.ui.shared.stationen import frist_relativ

OHNE_BETREFF = "(ohne Betreff)"
ZULETZT = 6
"""Vorgänge in „Woran ich zuletzt gearbeitet habe“."""
VORSCHAU = timedelta(weeks=8)
_WOCHENTAGE = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
_MONATE = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
    "Oktober", "November", "Dezember",
)  # fmt: skip
_LANGE_TAGE = (
    "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FaelligRow:
    """One deadline, or a heading of a group when `vorgang` is "".

    `kennung` is unique in the list; `ton` is "rot", "gelb" or "" for normal.
    """

    kennung: str
    vorgang: str
    titel: str
    punkt: str
    datum: str
    relativ: str
    art: str
    icon: str
    ton: str

    @property
    def ist_gruppe(self) -> bool:
        """Whether this is a heading."""
        return not self.vorgang

    @property
    def vorlesen(self) -> str:
        """The row as a screen reader says it."""
        teile = (self.titel, self.punkt, self.art, self.datum, self.relativ)
        return ", ".join(teil for teil in teile if teil)


@dataclass(frozen=True, slots=True)
class ArbeitRow:
    """A Vorgang worked on lately."""

    kennung: str
    betreff: str
    zusatz: str
    icon: str
    entwurf: bool


@dataclass(frozen=True, slots=True)
class StufeRow:
    """How many Vorgänge stand at one stage; `spaet` of them have an overdue deadline."""

    name: str
    anzahl: int
    spaet: int
    entwurf: bool
    fertig: bool


@dataclass(frozen=True, slots=True)
class UebersichtBild:
    """All of the screen; `leer` is the first start."""

    datum: str
    faellig: tuple[FaelligRow, ...]
    faellig_anzahl: int
    arbeit: tuple[ArbeitRow, ...]
    stufen: tuple[StufeRow, ...]
    gesamt: int
    leer: bool


def uebersicht_bild(
    zeilen: Sequence[VorgangZeile],
    fristen: Sequence[Fristeintrag],
    termine: Sequence[TerminZeile],
    heute: date,
) -> UebersichtBild:
    """The screen on that day."""
    faellig = faellig_rows(fristen, termine, heute)
    return UebersichtBild(
        f"{_LANGE_TAGE[heute.weekday()]}, {heute.day}. {_MONATE[heute.month - 1]} {heute.year}",
        faellig,
        sum(not row.ist_gruppe for row in faellig),
        tuple(_arbeit(zeile) for zeile in zeilen[:ZULETZT]),
        stufen_rows(zeilen, fristen),
        len(zeilen),
        not zeilen,
    )


def faellig_rows(
    fristen: Iterable[Fristeintrag], termine: Iterable[TerminZeile], heute: date
) -> tuple[FaelligRow, ...]:
    """What is due in groups: overdue, this week, the next eight weeks, lost in a resolution."""
    woche = heute + timedelta(days=6 - heute.weekday())
    gruppen: dict[str, list[tuple[date, FaelligRow]]] = {
        "Überfällig": [],
        "Diese Woche": [],
        "In den nächsten acht Wochen": [],
        "Im Beschluss verlorene Fristen": [],
    }
    for nummer, eintrag in enumerate(fristen):
        tag = eintrag.frist.datum or eintrag.frist.naechste
        if tag is None:
            continue
        row = _faellig(eintrag, tag, heute, nummer)
        if eintrag.stand in (Friststand.GEAENDERT, Friststand.ENTFALLEN):
            gruppen["Im Beschluss verlorene Fristen"].append((tag, row))
        elif eintrag.stand is Friststand.UEBERFAELLIG:
            gruppen["Überfällig"].append((tag, row))
        elif eintrag.stand is Friststand.OFFEN and heute <= tag <= heute + VORSCHAU:
            gruppen[_bald(tag, woche)].append((tag, row))
    for termin in termine:
        if termin.datum <= heute + VORSCHAU:
            spaet = termin.datum < heute
            name = "Überfällig" if spaet else _bald(termin.datum, woche)
            gruppen[name].append((termin.datum, _termin(termin, heute)))
    rows: list[FaelligRow] = []
    for name, eintraege in gruppen.items():
        if eintraege:
            ton = "rot" if name == "Überfällig" else ""
            icon = "error_circle" if ton else ""
            titel = f"{name} ({len(eintraege)})"
            rows.append(FaelligRow(f"gruppe-{name}", "", titel, "", "", "", "", icon, ton))
            rows += [row for _, row in sorted(eintraege, key=lambda paar: paar[0])]
    return tuple(rows)


def _bald(tag: date, woche: date) -> str:
    return "Diese Woche" if tag <= woche else "In den nächsten acht Wochen"


def _termin(termin: TerminZeile, heute: date) -> FaelligRow:
    antwort = termin.art is Terminart.ANTWORT
    worte = f"Nachfrage {termin.text}".strip() if antwort else termin.text
    punkt = f"Punkt {termin.punkt}" if termin.punkt else ""
    return FaelligRow(
        f"{termin.art}-{termin.nachfrage or termin.punkte[0]}",
        termin.vorgang,
        termin.betreff or OHNE_BETREFF,
        " ".join(teil for teil in (punkt, worte) if teil),
        _tag(termin.datum, heute),
        frist_relativ(termin.datum, heute),
        "Antwort der Stadt" if antwort else "Wiedervorlage",
        "mail_inbox" if antwort else "bookmark",
        "rot" if termin.datum < heute else "",
    )


def _tag(tag: date, heute: date) -> str:
    nah = heute <= tag <= heute + VORSCHAU
    return f"{_WOCHENTAGE[tag.weekday()]} {tag:%d.%m.}" if nah else deutsches_datum(tag)


def _faellig(eintrag: Fristeintrag, tag: date, heute: date, nummer: int) -> FaelligRow:
    arten = {
        Friststand.GEAENDERT: ("Frist geändert", "calendar_cancel", "gelb"),
        Friststand.ENTFALLEN: ("Frist entfallen", "calendar_cancel", "gelb"),
        Friststand.UEBERFAELLIG: ("Beschlussfrist", "gavel", "rot"),
    }
    art, icon, ton = arten.get(eintrag.stand, ("Beschlussfrist", "gavel", ""))
    punkt = f"Punkt {eintrag.punkt}" if eintrag.punkt else ""
    wort = f"„{eintrag.frist.wortlaut}“"
    return FaelligRow(
        f"{eintrag.vorgang}-{eintrag.fassung}-{eintrag.punkt}-{nummer}",
        eintrag.vorgang,
        eintrag.betreff or OHNE_BETREFF,
        f"{punkt} {wort}".strip(),
        _tag(tag, heute),
        "" if ton == "gelb" else frist_relativ(tag, heute),
        art,
        icon,
        ton,
    )


def _arbeit(zeile: VorgangZeile) -> ArbeitRow:
    bild = stand_bild(zeile.stand)
    teile = [VORGANGSARTEN[zeile.art], zeile.anzeigenummer, bild.text]
    if zeile.entwuerfe and zeile.stand is not Stand.ENTWURF:
        teile.append("1 Entwurf" if zeile.entwuerfe == 1 else f"{zeile.entwuerfe} Entwürfe")
    return ArbeitRow(
        zeile.kennung,
        zeile.betreff or OHNE_BETREFF,
        " · ".join(teil for teil in teile if teil),
        "document_edit" if zeile.entwuerfe else bild.icon,
        bool(zeile.entwuerfe),
    )


_STUFEN: tuple[tuple[str, tuple[Stand, ...]], ...] = (
    ("Entwurf", (Stand.ENTWURF,)),
    ("Eingereicht", (Stand.EINGEREICHT,)),
    ("In Beratung", (Stand.IN_BERATUNG,)),
    ("Beschlossen, in Umsetzung", (Stand.BESCHLOSSEN, Stand.IN_UMSETZUNG)),
    ("Abgeschlossen", (Stand.ABGELEHNT, Stand.ZURUECKGEZOGEN, Stand.BEANTWORTET, Stand.ERLEDIGT)),
)


def stufen_rows(
    zeilen: Iterable[VorgangZeile], fristen: Iterable[Fristeintrag]
) -> tuple[StufeRow, ...]:
    """Counts by stage; every Vorgang is in exactly one."""
    spaet = {f.vorgang for f in fristen if f.stand is Friststand.UEBERFAELLIG}
    nach_stand: dict[Stand, list[str]] = {}
    for zeile in zeilen:
        nach_stand.setdefault(zeile.stand, []).append(zeile.kennung)
    rows = []
    for name, staende in _STUFEN:
        kennungen = [k for stand in staende for k in nach_stand.get(stand, ())]
        rows.append(
            StufeRow(
                name,
                len(kennungen),
                sum(k in spaet for k in kennungen),
                name == "Entwurf",
                name == "Abgeschlossen",
            )
        )
    return tuple(rows)
