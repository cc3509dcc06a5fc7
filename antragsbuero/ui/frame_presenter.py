"""What the frame itself does: counts in the navigation, new Vorgänge, sample, backup."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from time import monotonic
from typing import Protocol, cast

from antragsbuero.domain.vorgang import Vorgang, Vorgangsart
from antragsbuero.services.events import Ereignis, VorgangEntfernt
from antragsbuero.services.registry import Services
from antragsbuero.ui.shared.navigation import Bildschirm, Ort
from antragsbuero.ui.shared.null_view import NullView
from antragsbuero.ui.shared.sprungziele import Sprungziel, sprungziel
from antragsbuero.ui.shared.tasks import Lauf, TaskRunner

OHNE_BETREFF = "(ohne Betreff)"
_DOPPELT = 1.5
"""Seconds in which a second press of the same key or button is the same wish."""


@dataclass(frozen=True, slots=True)
class Zaehler:
    """Figures of the navigation."""

    vorgaenge: int
    entwuerfe: int
    in_umsetzung: int
    ueberfaellig: int


class FrameView(Protocol):
    """What the presenter asks of the window."""

    def zeige_zaehler(self, zaehler: Zaehler) -> None:
        """Shows the figures."""
        ...

    def geh_zu(self, ort: Ort) -> None:
        """Goes to a place."""
        ...

    def vergiss(self, vorgang: str) -> None:
        """Drops a Vorgang that is gone from history and recent ones."""
        ...

    def melde(self, text: str) -> None:
        """Shows a passing word."""
        ...

    def zeige_hinweis(self, text: str, art: str) -> None:
        """Shows a message that stays; `art` is "info", "gelb" or "rot"."""
        ...

    def zeige_sprungziele(self, ziele: Sequence[Sprungziel]) -> None:
        """Offers these Vorgänge in the jump dialog."""
        ...


class FramePresenter:
    """Serves the menus and the navigation."""

    def __init__(
        self,
        view: FrameView,
        services: Services,
        runner: TaskRunner,
        fehlertext: Callable[[Exception], str],
        heute: Callable[[], date],
        uhr: Callable[[], float] = monotonic,
    ) -> None:
        self._view = view
        self._services = services
        self._runner = runner
        self._fehlertext = fehlertext
        self._heute = heute
        self._uhr = uhr
        self._legt_an = self._laedt_beispiel = False
        self._angelegt_um: tuple[Vorgangsart, float] | None = None
        self._zaehlt = False
        self._nochmal = False

    def starte(self) -> None:
        """Counts for the first time."""
        self._zaehle()

    def on_ereignis(self, ereignis: Ereignis) -> None:
        """Counts again after every change."""
        if isinstance(ereignis, VorgangEntfernt):
            self._view.vergiss(ereignis.kennung)
        self._zaehle()

    def neuer_vorgang(self, art: Vorgangsart = Vorgangsart.ANTRAG) -> None:
        """Makes a Vorgang with an empty draft and opens it; a second call at once is nothing."""
        zuletzt = self._angelegt_um
        if self._legt_an or (
            zuletzt is not None and zuletzt[0] is art and self._uhr() < zuletzt[1] + _DOPPELT
        ):
            return
        self._legt_an = True
        self._runner.run(
            lambda _: self._services.vorgaenge.neuer_vorgang("", art),
            on_done=self._angelegt,
            on_error=self._nicht_angelegt,
        )

    def _angelegt(self, vorgang: Vorgang) -> None:
        self._legt_an = False
        self._angelegt_um = (vorgang.art, self._uhr())
        entwurf = vorgang.fassungen[0].kennung
        self._view.geh_zu(Ort(Bildschirm.EDITOR, vorgang.kennung, (entwurf,)))

    def _nicht_angelegt(self, fehler: Exception) -> None:
        self._legt_an = False
        self._view.zeige_hinweis(self._fehlertext(fehler), "rot")

    def lade_beispiel(self) -> None:
        """Stores the sample and shows it; shows it at once if it is there."""
        if self._laedt_beispiel:
            return
        self._laedt_beispiel = True

        def arbeit(_: Lauf) -> str:
            kennung = self._services.beispiele.geladen()
            return kennung or self._services.beispiele.lade().kennung

        def fertig(kennung: str) -> None:
            self._laedt_beispiel = False
            self._view.geh_zu(Ort(Bildschirm.VORGANG, kennung))

        def gescheitert(fehler: Exception) -> None:
            self._laedt_beispiel = False
            self._melde_fehler(fehler)

        def abgebrochen() -> None:
            self._laedt_beispiel = False

        self._runner.run(
            arbeit,
            on_done=fertig,
            on_error=gescheitert,
            on_abbruch=abgebrochen,
            titel="Beispiel wird geladen",
        )

    def entferne_beispiel(self) -> None:
        """Deletes the sample."""
        self._runner.run(
            lambda _: self._services.beispiele.entferne(),
            on_done=lambda anzahl: self._view.melde(
                "Das Beispiel ist entfernt." if anzahl else "Es ist kein Beispiel geladen."
            ),
            on_error=self._melde_fehler,
        )

    def sichere(self) -> None:
        """Makes a backup in the folder of backups."""
        self._runner.run(
            lambda _: self._services.pflege.backup(None),
            on_done=lambda pfad: self._view.zeige_hinweis(
                f"Die Sicherung ist geschrieben und geprüft: {pfad}", "info"
            ),
            on_error=self._melde_fehler,
            titel="Sicherung wird geschrieben",
        )

    def pruefe(self) -> None:
        """Checks the database."""
        self._runner.run(
            lambda _: self._services.pflege.check(),
            on_done=self._geprueft,
            on_error=self._melde_fehler,
            titel="Datenbank wird geprüft",
        )

    def _geprueft(self, befunde: list[str]) -> None:
        if befunde:
            self._view.zeige_hinweis("\n".join(befunde), "rot")
        else:
            self._view.zeige_hinweis("Die Datenbank ist in Ordnung.", "info")

    def lade_sprungziele(self) -> None:
        """Loads the Vorgänge for the jump dialog."""

        def arbeit(_: Lauf) -> tuple[Sprungziel, ...]:
            return tuple(
                sprungziel(
                    z.betreff or OHNE_BETREFF,
                    z.anzeigenummer,
                    "document_text",
                    ort=Ort(Bildschirm.VORGANG, z.kennung),
                )
                for z in self._services.vorgaenge.rows()
            )

        self._runner.run(arbeit, on_done=self._view.zeige_sprungziele, on_error=self._melde_fehler)

    def _zaehle(self) -> None:
        """Counts; while a count runs, at most one more waits."""
        if self._zaehlt:
            self._nochmal = True
            return
        self._zaehlt = True
        heute = self._heute()

        def arbeit(_: Lauf) -> Zaehler:
            zahlen = self._services.vorgaenge.staende()
            return Zaehler(
                vorgaenge=sum(z.vorgaenge for z in zahlen),
                entwuerfe=sum(z.entwuerfe for z in zahlen),
                in_umsetzung=sum(
                    z.vorgaenge for z in zahlen if z.stand in ("BESCHLOSSEN", "IN_UMSETZUNG")
                ),
                ueberfaellig=self._services.fristen.ueberfaellige(heute),
            )

        self._runner.run(arbeit, on_done=self._gezaehlt, on_error=self._nicht_gezaehlt)

    def _gezaehlt(self, zaehler: Zaehler) -> None:
        self._view.zeige_zaehler(zaehler)
        self._fertig_gezaehlt()

    def _nicht_gezaehlt(self, fehler: Exception) -> None:
        self._melde_fehler(fehler)
        self._fertig_gezaehlt()

    def _fertig_gezaehlt(self) -> None:
        self._zaehlt = False
        if self._nochmal:
            self._nochmal = False
            self._zaehle()

    def _melde_fehler(self, fehler: Exception) -> None:
        self._view.zeige_hinweis(self._fehlertext(fehler), "rot")

    def schliesse(self) -> None:
        """Lets go of the window."""
        self._view = cast("FrameView", NullView())
