"""Saves a draft by itself: after a short rest, in any case within three seconds; no Qt."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Protocol, cast

from antragsbuero.domain.fassung import Fassung
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.errors import Buerofehler, NichtGefunden
from antragsbuero.services.vorgaenge import Vorgaenge
from antragsbuero.ui.shared.tasks import TaskRunner

RUHE = 1000
"""Milliseconds without a key until the draft is saved."""
SPAETESTENS = 2500
"""Milliseconds after the first unsaved key until it is saved in any case: with the time of
the commit no more than three seconds of typing are at risk."""
NOCHMAL = 3000
"""Milliseconds until a failed saving is tried again."""
_ABSCHLUSS = 10.0
"""Seconds that closing waits for the last saving."""


class Wecker(Protocol):
    """A timer that rings once on the thread of the window."""

    @property
    def laeuft(self) -> bool:
        """Whether it will ring."""
        ...

    def starte(self, millisekunden: int, tun: Callable[[], None]) -> None:
        """Rings after that time; a running one starts anew."""
        ...

    def halte_an(self) -> None:
        """Does not ring."""
        ...


class Sicherung:
    """Holds what was stored last and what runs; never waits but in `schliesse_ab`."""

    def __init__(
        self,
        vorgaenge: Vorgaenge,
        runner: TaskRunner,
        stand: Callable[[], Fassung | None],
        beginnt: Callable[[], None],
        fertig: Callable[[Exception | None], None],
        wecker: Callable[[], Wecker],
    ) -> None:
        """`stand` tells the draft as it stands now; `beginnt` and `fertig` tell of savings."""
        self._vorgaenge = vorgaenge
        self._runner = runner
        self._stand = stand
        self._beginnt = beginnt
        self._fertig = fertig
        self._ruhe, self._frist = wecker(), wecker()
        self._vorgang = ""
        self._gesichert: Fassung | None = None
        self._ungesichert = False
        self._fehler = False
        self._nummer = 0
        self._offen: Future[Vorgang] | None = None

    def beginne(self, vorgang: str, gesichert: Fassung) -> None:
        """Another draft: what is stored of it."""
        self.halte_an()
        self._vorgang, self._gesichert = vorgang, gesichert
        self._nummer += 1
        self._ungesichert = self._fehler = False

    def getippt(self) -> None:
        """Something differs from what is stored."""
        self._ungesichert = True
        self._ruhe.starte(RUHE, self.sichere)
        if not self._frist.laeuft:
            self._frist.starte(SPAETESTENS, self.sichere)

    def halte_an(self) -> None:
        """Saves nothing by itself until the next key."""
        self._ruhe.halte_an()
        self._frist.halte_an()

    def sichere(self) -> None:
        """Saves what is not saved yet, without waiting."""
        self.halte_an()
        entwurf = self._stand() if self._ungesichert else None
        if entwurf is None:
            return
        self._ungesichert = False
        if entwurf == self._gesichert and not self._fehler:
            return
        self._nummer += 1
        nummer = self._nummer
        self._beginnt()
        try:
            zukunft = self._vorgaenge.sichere_entwurf(self._vorgang, entwurf)
        except Buerofehler as fehler:
            self._nicht_gesichert(nummer, fehler)
            return
        self._offen = zukunft
        self._runner.run(
            lambda _: zukunft.result(),
            on_done=lambda _: self._ist_gesichert(nummer, entwurf),
            on_error=lambda fehler: self._nicht_gesichert(nummer, fehler),
        )

    def _ist_gesichert(self, nummer: int, entwurf: Fassung) -> None:
        if nummer == self._nummer:
            self._gesichert = entwurf
            self._fehler = False
            self._fertig(None)

    def _nicht_gesichert(self, nummer: int, fehler: Exception) -> None:
        if nummer != self._nummer:
            return
        self._fehler = self._ungesichert = True
        self._fertig(fehler)
        if not isinstance(fehler, NichtGefunden):
            self._ruhe.starte(NOCHMAL, self.sichere)

    def warte(self) -> bool:
        """Waits for the saving that runs; False if it failed. For any thread."""
        offen = self._offen
        if offen is None:
            return True
        try:
            offen.result(timeout=_ABSCHLUSS)
        except Exception:
            return False
        return True

    def schliesse_ab(self) -> bool:
        """Saves and waits for it; False if the text is not safe."""
        self.sichere()
        if not self.warte() and self._offen is not None:
            fehler = self._offen.exception() if self._offen.done() else TimeoutError()
            self._nicht_gesichert(self._nummer, cast("Exception", fehler))
            return False
        return not self._ungesichert
