"""Opens previews and keeps track of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from antragsbuero.services.vorschau import Vorschauen
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.merker import ANLAGEN
from antragsbuero.ui.shared.tasks import TaskRunner
from antragsbuero.ui.shared.vorschau.auftrag import Vorschauauftrag
from antragsbuero.ui.shared.vorschau.fenster import VorschauFenster
from antragsbuero.ui.shared.vorschau.presenter import VorschauPresenter


def oeffne_vorschau(
    auftrag: Vorschauauftrag,
    ui: UiContext,
    vorschauen: Vorschauen,
    runner: TaskRunner,
    fehlertext: Callable[[Exception], str],
    parent: QWidget | None,
) -> VorschauFenster:
    """Shows the window at once; the paper is made in the background."""
    fenster = VorschauFenster(ui, auftrag.titel, parent)
    presenter = VorschauPresenter(
        fenster, vorschauen, runner, auftrag, fehlertext, anlagen=ui.merker.ja(ANLAGEN)
    )
    fenster.verbinde(presenter)
    fenster.show()
    presenter.starte()
    return fenster
