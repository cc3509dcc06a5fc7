"""The application, its context, and guards against leaks."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.icons import Icons
from antragsbuero.ui.shared.merker import Merker
from antragsbuero.ui.shared.theme import Theme
from antragsbuero.ui.start import baue_app
from tests.ui.sofort import SofortRunner


@pytest.fixture(scope="session")
def qapp() -> Iterator[QApplication]:
    """The application as the program builds it, so that tests see the same fonts and words."""
    app = baue_app([])
    yield app
    # Off the screen the clipboard outlives Python and would end in data that Python owned.
    app.clipboard().clear()


@pytest.fixture
def ui(qapp: QApplication, tmp_path: Path) -> Iterator[UiContext]:
    theme = Theme(qapp, "hell")
    qapp.setStyleSheet(theme._blatt)  # views stand alone here, no frame dresses them
    yield UiContext(theme, Icons(theme), Merker(tmp_path))
    theme.deleteLater()


@pytest.fixture
def runner() -> SofortRunner:
    return SofortRunner()


def _laufende_timer() -> list[QTimer]:
    return [o for o in gc.get_objects() if isinstance(o, QTimer) and _aktiv(o)]


def _aktiv(timer: QTimer) -> bool:
    try:
        return timer.isActive()
    except RuntimeError:  # its C++ side is gone already
        return False


@pytest.fixture(autouse=True)
def keine_reste(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test that leaves threads, running timers or windows behind."""
    faeden = set(threading.enumerate())
    yield
    assert not [f for f in set(threading.enumerate()) - faeden if not f.daemon]
    if not {"qapp", "qtbot"} & set(request.fixturenames):
        return
    for widget in QApplication.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    if _laufende_timer():
        gc.collect()  # a window of the test may lie in a circle
        assert not _laufende_timer()


def tippe(widget: QWidget, text: str) -> None:
    """Types text with umlauts: QTest.keyClicks would end the interpreter on them."""
    for zeichen in text:
        for art in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(art, 0, _ohne(), zeichen))


def _ohne():
    from PySide6.QtCore import Qt

    return Qt.KeyboardModifier.NoModifier
