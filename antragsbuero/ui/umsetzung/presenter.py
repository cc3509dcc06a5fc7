"""Beschlusskontrolle: judgements, reports and Nachfragen on the points of a resolution."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Protocol, cast

from antragsbuero.domain.fassung import Fassung
from antragsbuero.domain.umsetzung import Umsetzung
from antragsbuero.domain.vorgang import Stand, Vorgang
from antragsbuero.services.errors import NichtGefunden
from antragsbuero.services.events import Ereignis, VorgangEntfernt, VorgangGespeichert
from antragsbuero.services.papier import Exportwahl
from antragsbuero.services.punktnummern import aufzaehlung
from antragsbuero.services.registry import Services
from antragsbuero.ui.shared.lader import Neuester
from antragsbuero.ui.shared.navigation import Ort
from antragsbuero.ui.shared.null_view import NullView
from antragsbuero.ui.shared.schnellexport import Aktion, schreibe_schnell
from antragsbuero.ui.shared.tasks import Lauf, TaskRunner
from antragsbuero.ui.umsetzung.berichte import Berichte
from antragsbuero.ui.umsetzung.details import (
    BeschlussKopf,
    beschluss_wahl,
)
from antragsbuero.ui.umsetzung.mitte import Teilansicht
from antragsbuero.ui.umsetzung.nachfragen import Nachfragen
from antragsbuero.ui.umsetzung.rows import (
    BeschlussRow,
    PunktRow,
    beschluss_row,
    bilanz,
    punkt_rows,
)

_STAPEL = 50
"""Vorgänge loaded in one go for the overview."""
_STAENDE = (Stand.BESCHLOSSEN, Stand.IN_UMSETZUNG, Stand.ERLEDIGT)


class View(Teilansicht, Protocol):
    """What the presenter asks of the screen."""

    def zeige_uebersicht(self, rows: Sequence[BeschlussRow], laedt: bool) -> None:
        """Shows all resolutions; `laedt` while more come."""
        ...

    def zeige_beschluss(self, kopf: BeschlussKopf) -> None:
        """Shows one resolution."""
        ...

    def zeige_punkte(self, rows: Sequence[PunktRow]) -> None:
        """Shows its points."""
        ...

    def waehle_punkte(self, kennungen: Sequence[str]) -> None:
        """Selects points in the table."""
        ...

    def zeige_urteil(self, row: PunktRow | None) -> None:
        """Shows the judgements on the current point for changing."""
        ...

    def zeige_auswahl(self, worte: str, anzahl: int) -> None:
        """Names the selected points („Punkt 2 und 3“)."""
        ...

    def zeige_geschrieben(self, datei: Path, hinweise: Sequence[str]) -> None:
        """Tells of a written file."""
        ...


@dataclass(frozen=True, slots=True)
class Ziele:
    """Where this screen leads."""

    oeffne: Callable[[str], None]
    importiere: Callable[[str], None]
    zeige_ort: Callable[[str | None], None]
    speichern_beginnt: Callable[[], None] = lambda: None
    gespeichert: Callable[[Exception | None], None] = lambda _: None
    """A change was stored, or why not."""


class UmsetzungPresenter:
    """Shows all resolutions or one; what is changed is stored at once."""

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
        self._kennung: str | None = None
        self._vorgang: Vorgang | None = None
        self._beschluss = ""
        self._rows: tuple[PunktRow, ...] = ()
        self._punkte: tuple[str, ...] = ()
        self._wunsch: tuple[str, ...] = ()
        self._alle: dict[str, BeschlussRow] = {}
        self._neuester = Neuester(runner)
        self.berichte = Berichte(self)
        self.nachfragen = Nachfragen(self)

    # ---- for the parts of this presenter

    @property
    def view(self) -> View:
        """The screen."""
        return self._view

    @property
    def services(self) -> Services:
        """The use cases."""
        return self._services

    @property
    def vorgang(self) -> Vorgang | None:
        """The Vorgang shown, None in the overview."""
        return self._vorgang

    @property
    def beschluss(self) -> Fassung | None:
        """The resolution shown."""
        if self._vorgang is None or not self._beschluss:
            return None
        return self._vorgang.fassung(self._beschluss)

    @property
    def punkte(self) -> tuple[str, ...]:
        """Kennungen of the selected points."""
        return self._punkte

    def heute(self) -> date:
        """The day of today."""
        return self._heute()

    def speichere(
        self,
        arbeit: Callable[[], object],
        danach: Callable[[], None] | None = None,
        sonst: Callable[[], None] | None = None,
    ) -> None:
        """Stores in the background; a fault is shown and the stored state again."""
        self.ziele.speichern_beginnt()

        def fertig(_: object) -> None:
            self.ziele.gespeichert(None)
            if danach is not None:
                danach()

        def gescheitert(fehler: Exception) -> None:
            self._nicht_gespeichert(fehler)
            if sonst is not None:
                sonst()

        self._runner.run(lambda _: arbeit(), on_done=fertig, on_error=gescheitert)

    def _nicht_gespeichert(self, fehler: Exception) -> None:
        self.ziele.gespeichert(fehler)
        self.melde(fehler)
        if self._kennung is not None:
            self.lade(self._kennung)

    def exportiere(
        self, arbeit: Callable[[Exportwahl], tuple[Path, Sequence[str]]], titel: str
    ) -> None:
        """Writes a file in the background."""
        schreibe_schnell(
            self._runner, arbeit, titel, lambda e: self._view.zeige_geschrieben(*e), self.melde
        )

    def melde(self, fehler: Exception, aktion: Aktion | None = None) -> None:
        """Shows the message of a fault and the way on, where there is one."""
        self._view.zeige_fehler(self._fehlertext(fehler), aktion)

    # ---- showing

    def zeige(self, ort: Ort) -> None:
        """Comes to the front with one Vorgang, or with all."""
        self.nachfragen.sichere()
        self._view.zeige_fehler("")
        if ort.vorgang is None:
            self._kennung, self._vorgang = None, None
            self.lade_uebersicht()
            return
        self._wunsch = ort.punkte
        if ort.vorgang != self._kennung:
            self._beschluss, self._punkte = "", ()
            self.berichte.vergiss()
            self.nachfragen.vergiss()
        if ort.nachfrage:
            self.nachfragen.waehle(ort.nachfrage)
        self.lade(ort.vorgang)

    def lade(self, kennung: str) -> None:
        """Loads one Vorgang."""
        self._kennung = kennung
        heute, gewaehlt = self._heute(), self._beschluss

        def arbeit(_: Lauf) -> tuple[Vorgang, str, tuple[PunktRow, ...]]:
            vorgang = self._services.ausgang.lade(kennung)
            beschluesse = vorgang.beschluesse()
            if not beschluesse:
                return vorgang, "", ()
            beschluss = next((b for b in beschluesse if b.kennung == gewaehlt), beschluesse[-1])
            return vorgang, beschluss.kennung, punkt_rows(vorgang, beschluss, heute)

        def angekommen(ergebnis: tuple[Vorgang, str, tuple[PunktRow, ...]]) -> None:
            self._vorgang, self._beschluss, self._rows = ergebnis
            self._zeige_beschluss()

        self._neuester.lade(arbeit, angekommen, self.melde)

    def _zeige_beschluss(self) -> None:
        vorgang = self._vorgang
        if vorgang is None:
            return
        self._view.zeige_beschluss(
            BeschlussKopf(
                vorgang.kennung, vorgang.betreff, self._beschluss, beschluss_wahl(vorgang),
                bilanz(self._rows) if self._beschluss else "",
            )
        )  # fmt: skip
        self._view.zeige_punkte(self._rows)
        da = [row.kennung for row in self._rows]
        gewuenscht = self._wunsch or self._punkte
        self._wunsch = ()
        punkte = tuple(k for k in gewuenscht if k in da) or tuple(da[:1])
        self._view.waehle_punkte(punkte)
        self.waehle_punkte(punkte)
        self.berichte.zeige()
        self.nachfragen.zeige()

    def waehle_beschluss(self, kennung: str) -> None:
        """Shows another resolution of the same Vorgang."""
        if self._kennung is not None and kennung != self._beschluss:
            self._beschluss, self._punkte = kennung, ()
            self.lade(self._kennung)

    def waehle_punkte(self, kennungen: Sequence[str]) -> None:
        """A person selected points; the last is the current one."""
        self._punkte = tuple(kennungen)
        rows = [row for row in self._rows if row.kennung in kennungen]
        self._view.zeige_auswahl(aufzaehlung([row.nummer for row in rows]), len(rows))
        aktuell = kennungen[-1] if kennungen else None
        self._view.zeige_urteil(next((r for r in rows if r.kennung == aktuell), None))

    # ---- judging

    def setze_urteil(self, urteil: Umsetzung) -> None:
        """Stores both judgements, the note and the Wiedervorlage of a point."""
        vorgang = self._vorgang
        alt = next((r.urteil for r in self._rows if r.kennung == urteil.punkt), None)
        if vorgang is None or alt == urteil:
            return
        # A second change may come before the first is stored: remember it at once.
        self._rows = tuple(
            replace(r, urteil=urteil) if r.kennung == urteil.punkt else r for r in self._rows
        )
        self.speichere(lambda: self._services.vorgaenge.setze_umsetzung(vorgang.kennung, urteil))

    # ---- all resolutions

    def lade_uebersicht(self) -> None:
        """Loads all resolutions, a batch after the other, so that the first come at once."""

        def arbeit(_: Lauf) -> tuple[str, ...]:
            return tuple(z.kennung for z in self._services.vorgaenge.rows() if z.stand in _STAENDE)

        def angekommen(kennungen: tuple[str, ...]) -> None:
            self._alle = {k: self._alle[k] for k in kennungen if k in self._alle}
            self._view.zeige_uebersicht(self._sortiert(), bool(kennungen))
            self._lade_stapel(kennungen)

        self._neuester.lade(arbeit, angekommen, self.melde)

    def _lade_stapel(self, kennungen: tuple[str, ...]) -> None:
        jetzt, rest = kennungen[:_STAPEL], kennungen[_STAPEL:]
        heute = self._heute()
        if not jetzt:
            return

        def arbeit(lauf: Lauf) -> list[BeschlussRow]:
            rows = []
            for kennung in jetzt:
                lauf.pruefe()
                with suppress(NichtGefunden):  # deleted meanwhile
                    row = beschluss_row(self._services.vorgaenge.get(kennung), heute)
                    if row is not None:
                        rows.append(row)
            return rows

        def angekommen(rows: list[BeschlussRow]) -> None:
            self._alle |= {row.vorgang: row for row in rows}
            self._view.zeige_uebersicht(self._sortiert(), bool(rest))
            self._lade_stapel(rest)

        self._neuester.lade(arbeit, angekommen, self.melde)

    def _sortiert(self) -> list[BeschlussRow]:
        """What is overdue first, then by the next deadline, the newest resolution before older."""
        neueste = sorted(self._alle.values(), key=lambda r: r.datum or date.min, reverse=True)
        return sorted(neueste, key=lambda r: (-r.ueberfaellig, r.frist or date.max))

    # ---- events

    def on_ereignis(self, ereignis: Ereignis) -> None:
        """Loads again after changes of what is shown."""
        if not isinstance(ereignis, VorgangGespeichert | VorgangEntfernt):
            return
        if self._kennung is None:
            if self._alle:
                self.lade_uebersicht()
        elif ereignis.kennung == self._kennung and isinstance(ereignis, VorgangGespeichert):
            self.lade(self._kennung)

    def schliesse(self) -> None:
        """Stores what was typed last and lets go of the view."""
        self.nachfragen.sichere_jetzt()
        self._view = cast("View", NullView())
