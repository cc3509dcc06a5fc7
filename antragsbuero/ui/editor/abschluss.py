"""Submits a draft or derives a new one, each once however often one presses; no Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from antragsbuero.domain.fassung import Fassung
from antragsbuero.services.vorgaenge import Vorgaenge
from antragsbuero.ui.editor.bogen import Bogen, bereite
from antragsbuero.ui.editor.contract import Ziele
from antragsbuero.ui.shared.tasks import Lauf, TaskRunner


class Abschluss:
    """`gescheitert` tells why a step was not done; the draft can be edited again then."""

    def __init__(
        self,
        vorgaenge: Vorgaenge,
        runner: TaskRunner,
        ziele: Ziele,
        gescheitert: Callable[[Exception], None],
    ) -> None:
        self._vorgaenge = vorgaenge
        self._runner = runner
        self._ziele = ziele
        self._gescheitert = gescheitert
        self._leitet_ab = False
        self.reicht_ein = False

    def reiche_ein(
        self,
        vorgang: str,
        entwurf: Fassung,
        angaben: tuple[date, str],
        fertig: Callable[[Bogen | None], None],
    ) -> None:
        """Saves and freezes a draft; `angaben` are day and number, `fertig` gets it frozen."""
        self.reicht_ein = True
        self._ziele.speichern_beginnt()
        tag, nummer = angaben

        def arbeit(_: Lauf) -> Bogen | None:
            self._vorgaenge.speichere_entwurf(vorgang, entwurf)
            neu = self._vorgaenge.reiche_ein(vorgang, entwurf.kennung, tag, nummer.strip())
            return bereite(neu, entwurf.kennung)

        def eingereicht(bogen: Bogen | None) -> None:
            self.reicht_ein = False
            self._ziele.gespeichert(None)
            fertig(bogen)

        self._runner.run(arbeit, on_done=eingereicht, on_error=self._nicht_getan)

    def leite_ab(self, vorgang: str, fassung: str) -> None:
        """A new draft out of a Fassung; opens it."""
        if self.reicht_ein or self._leitet_ab:
            return
        self._leitet_ab = True  # until the draft is shown: the button stays under the mouse

        self._runner.run(
            lambda _: self._vorgaenge.neue_fassung(vorgang, fassung),
            on_done=lambda neu: self._ziele.bearbeite(vorgang, neu.kennung),
            on_error=self._nicht_getan,
        )

    def gezeigt(self) -> None:
        """Another Fassung is on screen, or none."""
        self._leitet_ab = False

    def _nicht_getan(self, fehler: Exception) -> None:
        self.reicht_ein = self._leitet_ab = False
        self._ziele.gespeichert(fehler)
        self._gescheitert(fehler)
