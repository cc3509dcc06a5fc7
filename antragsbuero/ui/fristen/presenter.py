"""Everything that is due, by date, with the way to what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, cast

from antragsbuero.services.events import EinstellungenGeaendert, Ereignis
from antragsbuero.services.fristen import verluste_je_punkt
from antragsbuero.services.registry import Services
from antragsbuero.ui.fristen.rows import (
    MONATE,
    FristRow,
    Gruppe,
    Woche,
    frist_rows,
    mit_koepfen,
    monatsblatt,
    verschiebe,
)
from antragsbuero.ui.shared.lader import Lader
from antragsbuero.ui.shared.null_view import NullView
from antragsbuero.ui.shared.tasks import Lauf, TaskRunner


class View(Protocol):
    """What the presenter asks of the screen."""

    def zeige_rows(self, rows: Sequence[FristRow], gesamt: int, ueberfaellig: int) -> None:
        """Shows rows with headings; `gesamt` counts all that is not done."""
        ...

    def zeige_monat(self, titel: str, wochen: Sequence[Woche]) -> None:
        """Shows a month."""
        ...

    def waehle(self, schluessel: str) -> None:
        """Selects a row and brings it into sight."""
        ...

    def zeige_fehler(self, text: str) -> None:
        """Shows a message at its place; "" takes it away."""
        ...


@dataclass(frozen=True, slots=True)
class Ziele:
    """Where this screen leads."""

    oeffne: Callable[[str], None]
    umsetzung: Callable[[str, tuple[str, ...], str | None], None]
    """Vorgang, points, and a Nachfrage (kennungen)."""


class FristenPresenter:
    """Holds all rows in memory and hands the view what it should show."""

    def __init__(
        self,
        view: View,
        services: Services,
        runner: TaskRunner,
        ziele: Ziele,
        fehlertext: Callable[[Exception], str],
        heute: Callable[[], date],
    ) -> None:
        self._view = view
        self._services = services
        self._runner = runner
        self.ziele = ziele
        self._fehlertext = fehlertext
        self._heute = heute
        self._alle: tuple[FristRow, ...] = ()
        self._suche = ""
        self._mit_erledigten = False
        tag = heute()
        self._monat = (tag.year, tag.month)
        self._lader = Lader(runner, self._arbeit, self._geladen, self._nicht_geladen)

    def lade(self) -> None:
        """Loads the list; while it loads, at most one more loading waits."""
        self._lader.lade()

    def _arbeit(self) -> Callable[[Lauf], tuple[FristRow, ...]]:
        heute = self._heute()

        def arbeit(_: Lauf) -> tuple[FristRow, ...]:
            fristen = self._services.fristen
            return frist_rows(fristen.liste(heute), fristen.termine(), heute)

        return arbeit

    def _geladen(self, rows: tuple[FristRow, ...]) -> None:
        self._alle = rows
        self._view.zeige_fehler("")
        self._zeige()
        self._zeige_monat()

    def _nicht_geladen(self, fehler: Exception) -> None:
        self._view.zeige_fehler(self._fehlertext(fehler))

    def on_ereignis(self, ereignis: Ereignis) -> None:
        """Loads again after each change."""
        if not isinstance(ereignis, EinstellungenGeaendert):
            self.lade()

    # ---- choosing

    def suche(self, text: str) -> None:
        """Shows only rows with these words in Betreff, wording or kind."""
        self._suche = text.casefold()
        self._zeige()

    def zeige_erledigte(self, ja: bool) -> None:
        """Shows what is done too, or not."""
        self._mit_erledigten = ja
        self._zeige()

    def _sichtbar(self) -> list[FristRow]:
        worte = self._suche.split()
        return [
            row
            for row in self._alle
            if (self._mit_erledigten or row.gruppe is not Gruppe.ERLEDIGT)
            and all(wort in row.gesucht for wort in worte)
        ]

    def _zeige(self) -> None:
        offen = [row for row in self._alle if row.gruppe is not Gruppe.ERLEDIGT]
        spaet = sum(row.gruppe is Gruppe.UEBERFAELLIG for row in offen)
        self._view.zeige_rows(mit_koepfen(self._sichtbar()), len(offen), spaet)

    # ---- the month

    def blaettere(self, um: int) -> None:
        """Shows another month; 0 goes back to that of today."""
        heute = self._heute()
        self._monat = verschiebe(*self._monat, um) if um else (heute.year, heute.month)
        self._zeige_monat()

    def _zeige_monat(self) -> None:
        jahr, monat = self._monat
        wochen = monatsblatt(jahr, monat, self._alle, self._heute())
        self._view.zeige_monat(f"{MONATE[monat - 1]} {jahr}", wochen)

    def waehle_tag(self, tag: date) -> None:
        """Selects the first row of a day; another month is shown if the day lies in it."""
        if (tag.year, tag.month) != self._monat:
            self._monat = (tag.year, tag.month)
            self._zeige_monat()
        gleich = [
            row for row in self._sichtbar()
            if row.tag == tag and row.gruppe not in (Gruppe.VERLOREN, Gruppe.ERLEDIGT)
        ]  # fmt: skip
        if gleich:
            self._view.waehle(gleich[0].schluessel)

    # ---- doing

    def oeffne(self, schluessel: str) -> None:
        """Goes to the Vorgang of a row."""
        row = self._row(schluessel)
        if row is not None:
            self.ziele.oeffne(row.vorgang)

    def schreibe_nachfrage(self, schluessel: str) -> None:
        """Goes to the Beschlusskontrolle, at the point (or the Nachfrage) of a row."""
        row = self._row(schluessel)
        if row is None:
            return
        if row.punkte or row.gruppe is not Gruppe.VERLOREN:
            self.ziele.umsetzung(row.vorgang, row.punkte, row.nachfrage)
            return
        self._runner.run(
            lambda _: self._punkt_der_verlorenen(row),
            on_done=lambda punkte: self.ziele.umsetzung(row.vorgang, punkte, None),
            on_error=self._nicht_geladen,
        )

    def _punkt_der_verlorenen(self, row: FristRow) -> tuple[str, ...]:
        """The point of the resolution that lost the deadline of the row."""
        vorgang = self._services.vorgaenge.get(row.vorgang)
        for beschluss in reversed(vorgang.beschluesse()):
            for punkt, verluste in verluste_je_punkt(vorgang, beschluss).items():
                if any(f"„{v.vorher.wortlaut}“" == row.text for v in verluste):
                    return (punkt,)
        return ()

    def _row(self, schluessel: str) -> FristRow | None:
        return next((row for row in self._alle if row.schluessel == schluessel), None)

    def schliesse(self) -> None:
        """Lets go of the view."""
        self._view = cast("View", NullView())
