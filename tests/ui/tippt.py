"""Types numbered words into a draft until it is killed: the victim of test_editor_absturz.

    python -m tests.ui.tippt ORDNER

Prints the kennung of Vorgang and draft, then a line "number seconds" after each word.
"""

from __future__ import annotations

import os
import random
import sys
import time
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer

from antragsbuero.bootstrap import oeffne_buero
from antragsbuero.ui.editor.contract import Ziele
from antragsbuero.ui.editor.presenter import EditorPresenter
from antragsbuero.ui.editor.view import EditorView
from antragsbuero.ui.editor.wecker import QtWecker
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.icons import Icons
from antragsbuero.ui.shared.merker import Merker
from antragsbuero.ui.shared.navigation import Bildschirm, Ort
from antragsbuero.ui.shared.task_runner import QtTaskRunner
from antragsbuero.ui.shared.theme import Theme
from antragsbuero.ui.start import baue_app
from tests.ui.conftest import tippe


def _melde(*worte: object) -> None:
    sys.stdout.write(" ".join(map(str, worte)) + "\n")
    sys.stdout.flush()


def _nichts(*_worte: object) -> None:
    return None


def main(ordner: Path) -> None:
    app = baue_app([])
    theme = Theme(app, "hell")
    offen = oeffne_buero(ordner, schreiben=True)
    vorgang = offen.services.vorgaenge.neuer_vorgang("Absturz")
    entwurf = vorgang.fassungen[0].kennung
    view = EditorView(UiContext(theme, Icons(theme), Merker(None)))
    presenter = EditorPresenter(
        view, offen.services, QtTaskRunner(app),
        Ziele(_nichts, _nichts, _nichts, _nichts, _nichts),
        str, date.today, lambda: QtWecker(view),
    )  # fmt: skip
    view.verbinde(presenter)
    view.show()
    view.zeige(Ort(Bildschirm.EDITOR, vorgang.kennung, (entwurf,)))
    _melde(vorgang.kennung, entwurf)
    zufall, nummer = random.Random(), 0

    def weiter() -> None:
        nonlocal nummer
        nummer += 1
        tippe(view._text, f"w{nummer}ä ")
        _melde(nummer, time.monotonic())
        QTimer.singleShot(zufall.choice((60, 90, 150, 1400)), weiter)

    QTimer.singleShot(300, weiter)
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
