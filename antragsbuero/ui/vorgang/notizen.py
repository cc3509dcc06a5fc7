"""The notes of a Vorgang: stored a while after the last key, and never taken for stored."""

from __future__ import annotations

from collections.abc import Callable

from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.vorgaenge import Vorgaenge


class Notizen:
    """Knows which words of which Vorgang are stored.

    `speichere` runs work in the background and calls back once it is done, or has failed;
    `spaeter` asks to be asked again after a while.
    """

    def __init__(
        self,
        vorgaenge: Vorgaenge,
        vorgang: Callable[[], Vorgang | None],
        speichere: Callable[[Callable[[], object], Callable[[], None], Callable[[], None]], None],
        melde: Callable[[Exception], None],
        spaeter: Callable[[], None],
    ) -> None:
        self._vorgaenge = vorgaenge
        self._vorgang = vorgang
        self._speichere = speichere
        self._melde = melde
        self._spaeter = spaeter
        self._gesichert: tuple[Vorgang | None, str] = (None, "")
        """The words stored last from here, and the Vorgang as it was loaded before."""

    def sichere(self, text: str) -> None:
        """Stores the words in the background; nothing when they are stored already."""
        arbeit = self._arbeit(text)
        vorgang = self._vorgang()
        if arbeit is not None and vorgang is not None:
            self._speichere(arbeit, lambda: self._merke(vorgang, text), self._spaeter)

    def sichere_jetzt(self, text: str) -> bool:
        """Stores the words and waits: the window closes. False if that failed."""
        arbeit = self._arbeit(text)
        if arbeit is not None:
            try:
                arbeit()
            except Exception as fehler:
                self._melde(fehler)
                return False
        return True

    def _arbeit(self, text: str) -> Callable[[], object] | None:
        vorgang = self._vorgang()
        zuletzt, worte = self._gesichert
        if vorgang is None or text == (worte if zuletzt is vorgang else vorgang.notizen):
            return None
        return lambda: self._vorgaenge.aendere_notizen(vorgang.kennung, text)

    def _merke(self, vorgang: Vorgang, text: str) -> None:
        self._gesichert = (vorgang, text)
