"""Runs the real program and answers what a screen reader would see; it changes nothing.

Started as a process of its own: `python -m tests.ende_zu_ende.augen --daten ORDNER`. Each line
of standard input is a question in JSON, each line of standard output its answer.
"""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication

from antragsbuero.app import main

_BLICK = 40
"""Milliseconds between two looks while waiting."""


class Augen(QObject):
    """Lives on the thread of the window; questions come from the thread that reads them."""

    frage = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        QAccessible.setActive(True)  # a reader is there: views tell it of new rows and columns
        self.frage.connect(self._beantworte)

    def _beantworte(self, zeile: str) -> None:
        frage = json.loads(zeile)
        uhr = QElapsedTimer()
        uhr.start()
        self._schau(frage, uhr, None)

    def _schau(self, frage: dict[str, Any], uhr: QElapsedTimer, davor: object) -> None:
        """Looks until it is there and stands still: two looks see the same."""
        if frage["name"] or frage["anfang"]:
            gesehen = finde(frage["name"], frage["rolle"], frage["anfang"])
            fertig = bool(gesehen) != frage["weg"] and gesehen == davor
        else:  # asks only where the keyboard is
            gesehen = []
            fertig = _hoert() and frage["feld"] in _feld()
        if fertig or uhr.elapsed() > frage["frist"]:
            fokus = QApplication.focusWidget()
            kopf = QApplication.activeWindow()
            antwort = {
                "gesehen": gesehen,
                "fokus": _name(QAccessible.queryAccessibleInterface(fokus)) if fokus else "",
                "titel": kopf.windowTitle() if kopf else "",
                "hoert": _hoert(),
                "feld": _feld(),
            }
            sys.stdout.write(json.dumps(antwort) + "\n")
            sys.stdout.flush()
            return
        QTimer.singleShot(_BLICK, lambda: self._schau(frage, uhr, gesehen))


def _hoert() -> bool:
    """Whether a key would arrive: keys to a window behind a modal dialog are thrown away."""
    vorn, modal = QApplication.activeWindow(), QApplication.activeModalWidget()
    return QApplication.activePopupWidget() is not None or (
        vorn is not None and (modal is None or vorn is modal)
    )


def _feld() -> str:
    """The text of what has the cursor, with plain ends of lines."""
    fokus = QApplication.focusWidget()
    teil = QAccessible.queryAccessibleInterface(fokus) if fokus else None
    text = teil.textInterface() if teil is not None else None
    return text.text(0, text.characterCount()) if text is not None else ""


def finde(name: str, rolle: str, anfang: bool) -> list[dict[str, Any]]:
    """All visible things of that name, from the front window to those behind it."""
    funde = []
    for teil in _alle():
        eigener = _name(teil)
        passt = eigener.startswith(name) if anfang else eigener == name
        if passt and (not rolle or teil.role().name == rolle) and _sichtbar(teil):
            rect, stand = teil.rect(), teil.state()
            funde.append({
                "name": eigener, "rolle": teil.role().name,
                "wert": teil.text(QAccessible.Text.Value),
                "x": rect.center().x(), "y": rect.center().y(),
                "breite": rect.width(), "hoehe": rect.height(),
                "an": not stand.disabled, "gewaehlt": bool(stand.selected),
            })  # fmt: skip
    return funde


def _name(teil: QAccessibleInterface) -> str:
    return teil.text(QAccessible.Text.Name).replace("&", "")


def _sichtbar(teil: QAccessibleInterface) -> bool:
    stand = teil.state()
    return not stand.invisible and not stand.offscreen and teil.rect().isValid()


def _alle() -> Iterator[QAccessibleInterface]:
    fenster = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    aktiv = QApplication.activePopupWidget() or QApplication.activeWindow()
    fenster.sort(key=lambda w: w is not aktiv)
    for oben in fenster:
        yield from _darunter(QAccessible.queryAccessibleInterface(oben), 0)


def _darunter(teil: QAccessibleInterface | None, tiefe: int) -> Iterator[QAccessibleInterface]:
    if teil is None or not teil.isValid() or tiefe > 24:
        return
    if tiefe and teil.state().invisible and teil.role() is not QAccessible.Role.Client:
        return
    yield teil
    for i in range(min(teil.childCount(), 400)):
        yield from _darunter(teil.child(i), tiefe + 1)


def _lies() -> None:
    """Waits for the application, then hands each line to its thread."""
    pause = threading.Event()
    while (app := QApplication.instance()) is None:
        pause.wait(0.05)
    augen = Augen()
    augen.moveToThread(app.thread())
    for zeile in sys.stdin:
        augen.frage.emit(zeile)


if __name__ == "__main__":
    threading.Thread(target=_lies, daemon=True).start()
    raise SystemExit(main(sys.argv[1:]))
