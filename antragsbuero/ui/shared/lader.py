"""Loading what a screen shows: one loading at a time, and never a late one over a newer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from antragsbuero.ui.shared.tasks import Lauf, TaskRunner

T = TypeVar("T")


class Lader(Generic[T]):
    """Runs the same loading again and again; a call while it loads makes it load once more.

    `vorbereiten` runs at the start of each loading on the thread of the window and gives the
    work, so that the work holds the day and nothing of the screen.
    """

    def __init__(
        self,
        runner: TaskRunner,
        vorbereiten: Callable[[], Callable[[Lauf], T]],
        geladen: Callable[[T], None],
        gescheitert: Callable[[Exception], None],
    ) -> None:
        self._runner = runner
        self._vorbereiten = vorbereiten
        self._geladen = geladen
        self._gescheitert = gescheitert
        self._laedt = False
        self._nochmal = False

    def lade(self) -> None:
        """Loads; while it loads, at most one more loading waits."""
        if self._laedt:
            self._nochmal = True
            return
        self._laedt = True
        arbeit = self._vorbereiten()
        self._runner.run(arbeit, on_done=self._fertig, on_error=self._fehler)

    def _fertig(self, ergebnis: T) -> None:
        try:
            self._geladen(ergebnis)
        finally:
            self._weiter()

    def _fehler(self, fehler: Exception) -> None:
        try:
            self._gescheitert(fehler)
        finally:
            self._weiter()

    def _weiter(self) -> None:
        self._laedt = False
        if self._nochmal:
            self._nochmal = False
            self.lade()


class Neuester:
    """Runs different loadings and hands on the answer to the newest only: late ones are lost."""

    def __init__(self, runner: TaskRunner) -> None:
        self._runner = runner
        self._frage = 0

    def lade(
        self,
        arbeit: Callable[[Lauf], T],
        geladen: Callable[[T], None],
        gescheitert: Callable[[Exception], None],
    ) -> None:
        """Loads; what was asked before is of no interest any more."""
        self._frage += 1
        frage = self._frage

        def angekommen(ergebnis: T) -> None:
            if frage == self._frage:
                geladen(ergebnis)

        def fehlgeschlagen(fehler: Exception) -> None:
            if frage == self._frage:
                gescheitert(fehler)

        self._runner.run(arbeit, on_done=angekommen, on_error=fehlgeschlagen)

    def vergiss(self) -> None:
        """What still loads is of no interest any more."""
        self._frage += 1
