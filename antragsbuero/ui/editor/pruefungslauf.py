"""Checks a draft in the background, at once or after a short rest; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from antragsbuero.domain.fassung import Fassungsart
from antragsbuero.domain.frist import Frist
from antragsbuero.domain.fristlesung import lies_fristen
from antragsbuero.ui.editor.pruefung import Pruefung, pruefe
from antragsbuero.ui.editor.rows import Zeile
from antragsbuero.ui.editor.sicherung import Wecker
from antragsbuero.ui.shared.lader import Neuester
from antragsbuero.ui.shared.tasks import TaskRunner

_PAUSE = 350


class Pruefungslauf:
    """Only the newest check counts; what was read in a text before is not read again."""

    def __init__(
        self, runner: TaskRunner, wecker: Wecker, gescheitert: Callable[[Exception], None]
    ) -> None:
        self._laeufe = Neuester(runner)
        self._wecker = wecker
        self._gescheitert = gescheitert
        self._lies = lru_cache(maxsize=4000)(_lies)

    def bald(self, tun: Callable[[], None]) -> None:
        """After a rest without keys."""
        self._wecker.starte(_PAUSE, tun)

    def pruefe(
        self, zeilen: Sequence[Zeile], art: Fassungsart, fertig: Callable[[Pruefung], None]
    ) -> None:
        """Checks these rows now."""
        self._laeufe.lade(lambda _: pruefe(zeilen, art, self._lies), fertig, self._gescheitert)

    def halte_an(self) -> None:
        """Checks nothing by itself until the next key."""
        self._wecker.halte_an()


def _lies(text: str) -> tuple[Frist, ...]:
    return lies_fristen(text)
