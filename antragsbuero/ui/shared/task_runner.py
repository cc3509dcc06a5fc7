"""Background work on Qt's thread pool."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from antragsbuero.ui.shared.tasks import Abgebrochen, Lauf

T = TypeVar("T")


class _Bote(QObject):
    """Carries results from the worker's thread to the window's (queued signals)."""

    fertig = Signal(object)
    gescheitert = Signal(object)
    fortschritt = Signal(object)


class QtAufgabe(QObject):
    """One running piece of work; lives on the thread of the window.

    `beendet` comes last, whatever happened.
    """

    fortschritt = Signal(object)
    beendet = Signal()

    def __init__(
        self,
        titel: str | None,
        on_done: Callable[[Any], None],
        on_error: Callable[[Exception], None],
        on_progress: Callable[[float | None], None] | None,
        on_abbruch: Callable[[], None] | None = None,
    ) -> None:
        super().__init__()
        self.titel = titel
        self._on_done, self._on_error, self._on_progress = on_done, on_error, on_progress
        self._on_abbruch = on_abbruch
        self.halt = threading.Event()
        self.bote = _Bote()
        self.bote.fertig.connect(self._fertig)
        self.bote.gescheitert.connect(self._gescheitert)
        self.bote.fortschritt.connect(self._melde)

    def brich_ab(self) -> None:
        """Asks the work to stop."""
        self.halt.set()

    @Slot(object)
    def _fertig(self, ergebnis: object) -> None:
        try:
            if not self.halt.is_set():
                self._on_done(ergebnis)
            elif self._on_abbruch is not None:
                self._on_abbruch()
        finally:
            self.beendet.emit()

    @Slot(object)
    def _gescheitert(self, fehler: Exception) -> None:
        try:
            if not self.halt.is_set() and not isinstance(fehler, Abgebrochen):
                self._on_error(fehler)
            elif self._on_abbruch is not None:
                self._on_abbruch()
        finally:
            self.beendet.emit()

    @Slot(object)
    def _melde(self, anteil: float | None) -> None:
        self.fortschritt.emit(anteil)
        if self._on_progress is not None and not self.halt.is_set():
            self._on_progress(anteil)


class _QtLauf:
    """The worker's side of a QtAufgabe."""

    def __init__(self, halt: threading.Event, bote: _Bote) -> None:
        self._halt = halt
        self._bote = bote

    def abgebrochen(self) -> bool:
        """Whether the work should stop."""
        return self._halt.is_set()

    def pruefe(self) -> None:
        """Raises Abgebrochen when the work should stop."""
        if self._halt.is_set():
            raise Abgebrochen

    def fortschritt(self, anteil: float | None) -> None:
        """Tells how much is done."""
        self._bote.fortschritt.emit(anteil)


class _Arbeit(QRunnable):
    def __init__(self, arbeit: Callable[[Lauf], Any], halt: threading.Event, bote: _Bote) -> None:
        super().__init__()
        self._arbeit, self._halt, self._bote = arbeit, halt, bote

    def run(self) -> None:
        try:
            ergebnis = self._arbeit(_QtLauf(self._halt, self._bote))
        except Exception as fehler:
            self._bote.gescheitert.emit(fehler)
        else:
            self._bote.fertig.emit(ergebnis)


class QtTaskRunner(QObject):
    """The TaskRunner of the window.

    `gestartet` hands out work that has a title; `ruht` tells that nothing is left to do.
    """

    gestartet = Signal(object)
    ruht = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._laufend: set[QtAufgabe] = set()

    def run(
        self,
        arbeit: Callable[[Lauf], T],
        *,
        on_done: Callable[[T], None],
        on_error: Callable[[Exception], None],
        on_progress: Callable[[float | None], None] | None = None,
        on_abbruch: Callable[[], None] | None = None,
        titel: str | None = None,
    ) -> QtAufgabe:
        """See TaskRunner.run."""
        aufgabe = QtAufgabe(titel, on_done, on_error, on_progress, on_abbruch)
        self._laufend.add(aufgabe)
        aufgabe.beendet.connect(lambda: self._beendet(aufgabe))
        if titel is not None:
            self.gestartet.emit(aufgabe)
        self._pool.start(_Arbeit(arbeit, aufgabe.halt, aufgabe.bote))
        return aufgabe

    def _beendet(self, aufgabe: QtAufgabe) -> None:
        self._laufend.discard(aufgabe)
        if not self._laufend:
            self.ruht.emit()

    @property
    def beschaeftigt(self) -> bool:
        """Whether any work is under way or its answer is not told yet."""
        return bool(self._laufend)

    @property
    def titel_laufend(self) -> tuple[str, ...]:
        """Titles of the visible work that is under way."""
        return tuple(a.titel for a in self._laufend if a.titel is not None)

    def schliesse(self, *, millisekunden: int = 30_000) -> bool:
        """Asks all work to stop and waits; False if some still runs after that time."""
        for aufgabe in self._laufend:
            aufgabe.brich_ab()
        return self._pool.waitForDone(millisekunden)
