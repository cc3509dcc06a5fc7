"""Opens the dialog „Exportieren“ over the window and tells its result there."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from PySide6.QtWidgets import QWidget

from antragsbuero.services.ausgabe import Ausgabe, Auswahl
from antragsbuero.services.registry import Services
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.export_dialog import ExportDialog
from antragsbuero.ui.shared.export_presenter import ExportPresenter, Meldung
from antragsbuero.ui.shared.notice import NoticeBar
from antragsbuero.ui.shared.tasks import TaskRunner


def oeffne_export(
    auswahl: Auswahl,
    vorwahl: Collection[Ausgabe],
    ui: UiContext,
    services: Services,
    runner: TaskRunner,
    fehlertext: Callable[[Exception], str],
    fenster: QWidget,
    melde: Callable[[Meldung], None],
) -> ExportDialog:
    """Shows the dialog; `melde` gets the result of the run."""
    dialog = ExportDialog(ui, fenster)
    dialog.verbinde(ExportPresenter(dialog, services, runner, fehlertext, melde))
    dialog.zeige(auswahl, vorwahl)
    return dialog


def zeige_meldung(meldung: Meldung, leiste: NoticeBar, oeffne: Callable[[Path], None]) -> None:
    """The result with the ways to folder and file."""
    ordner, datei = meldung.ordner, meldung.datei
    zum_ordner = ("Ordner öffnen", lambda: oeffne(ordner)) if ordner else None
    if meldung.aktion is not None:
        name, tun = meldung.aktion
        leiste.zeige(meldung.text, meldung.art, aktion=name, bei_aktion=tun, zweite=zum_ordner)
        return
    leiste.zeige(
        meldung.text,
        meldung.art,
        aktion="Ordner öffnen" if ordner else "",
        bei_aktion=(lambda: oeffne(ordner)) if ordner else None,
        zweite=("Datei öffnen", lambda: oeffne(datei)) if datei else None,
    )
