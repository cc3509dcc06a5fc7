"""The list of Vorgänge: load, search, sort, choose."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Protocol, cast

from antragsbuero.services.events import EinstellungenGeaendert, Ereignis
from antragsbuero.services.ports import Suchergebnis
from antragsbuero.services.registry import Services
from antragsbuero.ui.shared.lader import Lader, Neuester
from antragsbuero.ui.shared.null_view import NullView
from antragsbuero.ui.shared.tasks import Lauf, TaskRunner
from antragsbuero.ui.vorgaenge.rows import (
    VorgangDetail,
    VorgangRow,
    mit_treffern,
    naechste_fristen,
    vorgang_detail,
    vorgang_row,
)

TREFFER = 500
"""Hits asked for at most; more nobody reads."""


class Sortierung(IntEnum):
    """By which column; the numbers are those of the columns."""

    STAND = 0
    BETREFF = 1
    FRIST = 2
    DATUM = 3
    GEAENDERT = 4
    """As loaded: the last changed first."""


class View(Protocol):
    """What the presenter asks of the screen."""

    def zeige_rows(self, rows: Sequence[VorgangRow], gesamt: int, suche: str) -> None:
        """Shows rows; `gesamt` counts all Vorgänge, `suche` are the words looked for."""
        ...

    def zeige_detail(self, detail: VorgangDetail | None) -> None:
        """Shows the details of the selected Vorgang."""
        ...

    def zeige_fehler(self, text: str) -> None:
        """Shows a message at its place; "" takes it away."""
        ...


@dataclass(frozen=True, slots=True)
class Ziele:
    """Where this screen leads."""

    oeffne: Callable[[str], None]
    vergleiche: Callable[[str], None]
    umsetzung: Callable[[str], None]
    neuer_antrag: Callable[[], None]
    importiere: Callable[[Sequence[str]], None]


class VorgaengePresenter:
    """Holds all rows in memory (each without texts) and hands the view what it should show."""

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
        self.ziele = ziele
        self._fehlertext = fehlertext
        self._heute = heute
        self._alle: tuple[VorgangRow, ...] = ()
        self._gefunden: tuple[VorgangRow, ...] | None = None
        self._suche = ""
        self._sortierung = (Sortierung.GEAENDERT, False)
        self._gewaehlt: str | None = None
        self._lader = Lader(runner, self._arbeit, self._geladen, self._melde)
        self._sucht = Neuester(runner)
        self._liest = Neuester(runner)

    def lade(self) -> None:
        """Loads the list; while it loads, at most one more loading waits."""
        self._lader.lade()

    def _arbeit(self) -> Callable[[Lauf], tuple[VorgangRow, ...]]:
        heute = self._heute()

        def arbeit(_: Lauf) -> tuple[VorgangRow, ...]:
            zeilen = self._services.vorgaenge.rows()
            fristen = naechste_fristen(self._services.fristen.liste(heute))
            return tuple(vorgang_row(z, fristen.get(z.kennung), heute) for z in zeilen)

        return arbeit

    def on_ereignis(self, ereignis: Ereignis) -> None:
        """Loads again after each change."""
        if not isinstance(ereignis, EinstellungenGeaendert):
            self.lade()
            if ereignis.kennung == self._gewaehlt:
                self.waehle(self._gewaehlt)

    def _geladen(self, rows: tuple[VorgangRow, ...]) -> None:
        self._alle = rows
        self._view.zeige_fehler("")
        if self._suche:
            self.suche(self._suche)
        else:
            self._zeige()

    def suche(self, text: str) -> None:
        """Looks for words in everything; fewer than two letters show all."""
        self._suche = text if len(text) >= 2 else ""
        if not self._suche:
            self._sucht.vergiss()
            self._gefunden = None
            self._zeige()
            return

        def angekommen(ergebnis: Suchergebnis) -> None:
            self._gefunden = mit_treffern(self._alle, ergebnis.treffer, text.lower().split())
            self._zeige()

        self._sucht.lade(
            lambda _: self._services.suche.suche(text, TREFFER), angekommen, self._melde
        )

    def sortiere(self, sortierung: Sortierung, absteigend: bool) -> None:
        """Changes the order."""
        self._sortierung = (sortierung, absteigend)
        self._zeige()

    def waehle(self, kennung: str | None) -> None:
        """Loads the details of a Vorgang for the pane."""
        self._gewaehlt = kennung
        if kennung is None:
            self._liest.vergiss()
            self._view.zeige_detail(None)
            return
        heute = self._heute()
        self._liest.lade(
            lambda _: vorgang_detail(self._services.vorgaenge.get(kennung), heute),
            self._zeige_detail,
            lambda _: self._view.zeige_detail(None),
        )

    def _zeige_detail(self, detail: VorgangDetail) -> None:
        self._view.zeige_detail(detail)

    def _zeige(self) -> None:
        rows = self._alle if self._gefunden is None else self._gefunden
        self._view.zeige_rows(sortiert(rows, *self._sortierung), len(self._alle), self._suche)

    def _melde(self, fehler: Exception) -> None:
        self._view.zeige_fehler(self._fehlertext(fehler))

    def schliesse(self) -> None:
        """Lets go of the view."""
        self._view = cast("View", NullView())


def sortiert(
    rows: Sequence[VorgangRow], sortierung: Sortierung, absteigend: bool
) -> Sequence[VorgangRow]:
    """The rows by a column; those without a day come last in either direction."""
    match sortierung:
        case Sortierung.STAND:
            return sorted(rows, key=lambda r: r.stand.casefold(), reverse=absteigend)
        case Sortierung.BETREFF:
            return sorted(rows, key=lambda r: r.betreff.casefold(), reverse=absteigend)
        case Sortierung.FRIST:
            return _nach_tag(rows, lambda r: r.frist_datum, absteigend)
        case Sortierung.DATUM:
            return _nach_tag(rows, lambda r: r.datum, absteigend)
        case _:
            return rows


def _nach_tag(
    rows: Sequence[VorgangRow], tag: Callable[[VorgangRow], date | None], absteigend: bool
) -> Sequence[VorgangRow]:
    mit = [(t, row) for row in rows if (t := tag(row)) is not None]
    mit.sort(key=lambda paar: paar[0], reverse=absteigend)
    return [row for _, row in mit] + [row for row in rows if tag(row) is None]
