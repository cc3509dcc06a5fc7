"""Builds the screens, gives each its services and the ways that lead out of it.

Imported after the window is shown: it pulls in the services. All screens but the first are
imported when they are first needed, or by `lade_alle` while the program rests.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime
from functools import partial
from importlib import import_module

from PySide6.QtWidgets import QDialog

from antragsbuero.domain.vorgang import Vorgangsart
from antragsbuero.services.ausgabe import Ausgabe, Auswahl
from antragsbuero.services.registry import Buero
from antragsbuero.ui.frame_presenter import FramePresenter
from antragsbuero.ui.main_window import MainWindow
from antragsbuero.ui.rahmen import Rahmen
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.errors import fehlertext
from antragsbuero.ui.shared.event_bridge import EventBridge
from antragsbuero.ui.shared.help import zeige_kurzhilfe, zeige_ueber
from antragsbuero.ui.shared.menus import Befehle
from antragsbuero.ui.shared.navigation import Bildschirm, Ort
from antragsbuero.ui.shared.oeffnen import oeffne_pfad
from antragsbuero.ui.shared.screen import Screen
from antragsbuero.ui.shared.speicherstand import (
    Speicherlage,
    Speicherstand,
    gespeichert,
    nicht_gespeichert,
)
from antragsbuero.ui.shared.tasks import TaskRunner
from antragsbuero.ui.shared.vorschau.auftrag import Vorschauauftrag
from antragsbuero.ui.uebersicht import presenter as uebersicht
from antragsbuero.ui.uebersicht.view import UebersichtView

_WEITERE = (
    "vorgaenge", "vorgang", "editor", "vergleich", "umsetzung", "fristen", "import_",
    "einstellungen",
)  # fmt: skip


def lade_alle() -> None:
    """Imports the other screens; for a thread in the background."""
    for name in _WEITERE:
        import_module(f"antragsbuero.ui.{name}.view")


class Screens:
    """The factories of all screens and the callbacks between them."""

    def __init__(
        self,
        fenster: MainWindow,
        ui: UiContext,
        buero: Buero,
        runner: TaskRunner,
        bridge: EventBridge,
        heute: Callable[[], date] = date.today,
    ) -> None:
        self._fenster = fenster
        self._ui = ui
        self._buero = buero
        self._runner = runner
        self._bridge = bridge
        self._heute = heute
        self._rahmen = FramePresenter(
            Rahmen(fenster, buero), buero.services, runner, fehlertext, heute
        )

    def verbinde(self) -> None:
        """Hands everything to the frame, which then shows the first screen."""
        stand = Speicherlage.NUR_LESEN if self._buero.nur_lesen else Speicherlage.RUHE
        self._fenster.zeige_speicherstand(Speicherstand(stand))
        self._bridge.ereignis.connect(self._rahmen.on_ereignis)
        self._fenster.verbinde(self._befehle(), self.factories())
        self._rahmen.starte()

    def factories(self) -> dict[Bildschirm, Callable[[], Screen]]:
        """A factory for each screen."""
        bauen: dict[Bildschirm, Callable[[], Screen]] = {
            Bildschirm.UEBERSICHT: self._uebersicht,
            Bildschirm.VORGAENGE: self._vorgaenge,
            Bildschirm.VORGANG: self._vorgang,
            Bildschirm.EDITOR: self._editor,
            Bildschirm.VERGLEICH: self._vergleich,
            Bildschirm.UMSETZUNG: self._umsetzung,
            Bildschirm.FRISTEN: self._fristen,
            Bildschirm.IMPORT: self._import,
            Bildschirm.EINSTELLUNGEN: self._einstellungen,
        }
        return {art: partial(self._mit_vorschau, baue) for art, baue in bauen.items()}

    def _mit_vorschau(self, baue: Callable[[], Screen]) -> Screen:
        screen = baue()
        screen.vorschau.connect(self._zeige_vorschau)
        screen.export.connect(self._exportiere)
        return screen

    def schliesse(self) -> None:
        """The window closes."""
        for vorschau in self._fenster.window.findChildren(QDialog, "vorschau"):
            vorschau.close()
        self._rahmen.schliesse()
        self._bridge.schliesse()

    def _befehle(self) -> Befehle:
        rahmen = self._rahmen
        return Befehle(
            neuer_antrag=rahmen.neuer_vorgang,
            neue_anfrage=lambda: rahmen.neuer_vorgang(Vorgangsart.ANFRAGE),
            importiere=self._importiere,
            lade_beispiel=rahmen.lade_beispiel,
            entferne_beispiel=rahmen.entferne_beispiel,
            sichere=rahmen.sichere,
            pruefe=rahmen.pruefe,
            oeffne_datenordner=lambda: oeffne_pfad(self._buero.ordner),
            zeige_hilfe=lambda: zeige_kurzhilfe(self._fenster.window),
            zeige_ueber=lambda: zeige_ueber(self._fenster.window, self._buero.ort),
            lade_sprungziele=rahmen.lade_sprungziele,
            schreiben=not self._buero.nur_lesen,
        )

    # ---- ways

    def _zeige_vorschau(self, auftrag: Vorschauauftrag) -> None:
        # Loaded at its first use: most days nothing is printed.
        from antragsbuero.ui.shared.vorschau.oeffnen import oeffne_vorschau

        oeffne_vorschau(
            auftrag, self._ui, self._buero.services.vorschauen, self._runner, fehlertext,
            self._fenster.window,
        )  # fmt: skip

    def _exportiere(self, auswahl: Auswahl, vorwahl: Collection[Ausgabe]) -> None:
        from antragsbuero.ui.shared.export_oeffnen import oeffne_export, zeige_meldung

        oeffne_export(
            auswahl, vorwahl, self._ui, self._buero.services, self._runner, fehlertext,
            self._fenster.window,
            lambda meldung: zeige_meldung(meldung, self._fenster.hinweis, oeffne_pfad),
        )  # fmt: skip

    def _geh(self, bildschirm: Bildschirm, vorgang: str | None = None) -> None:
        self._fenster.geh_zu(Ort(bildschirm, vorgang))

    def _importiere(self, dateien: Sequence[str] = ()) -> None:
        self._fenster.geh_zu(Ort(Bildschirm.IMPORT, dateien=tuple(dateien)))

    def _speichern_beginnt(self) -> None:
        self._fenster.zeige_speicherstand(Speicherstand(Speicherlage.SPEICHERT))

    def _gespeichert(self, fehler: Exception | None) -> None:
        if fehler is None:
            self._fenster.zeige_speicherstand(gespeichert(datetime.now()))
        else:
            self._fenster.zeige_speicherstand(nicht_gespeichert(fehler, fehlertext(fehler)))

    # ---- screens

    def _uebersicht(self) -> Screen:
        view = UebersichtView(self._ui)
        presenter = uebersicht.UebersichtPresenter(
            view,
            self._buero.services,
            self._runner,
            uebersicht.Ziele(
                oeffne=lambda v: self._geh(Bildschirm.VORGANG, v),
                nachfrage=lambda v: self._geh(Bildschirm.UMSETZUNG, v),
                alle_fristen=lambda: self._geh(Bildschirm.FRISTEN),
                neuer_antrag=self._rahmen.neuer_vorgang,
                importiere=self._importiere,
                lade_beispiel=self._rahmen.lade_beispiel,
                einstellungen=lambda: self._geh(Bildschirm.EINSTELLUNGEN),
            ),
            fehlertext,
            self._heute,
        )
        view.verbinde(presenter)
        self._bridge.ereignis.connect(presenter.on_ereignis)
        return view

    def _vorgang(self) -> Screen:
        from antragsbuero.ui.vorgang import presenter as vorgang
        from antragsbuero.ui.vorgang.view import VorgangView

        view = VorgangView(self._ui)
        presenter = vorgang.VorgangPresenter(
            view,
            self._buero.services,
            self._runner,
            vorgang.Ziele(
                bearbeite=lambda v, f: self._fenster.geh_zu(Ort(Bildschirm.EDITOR, v, (f,))),
                vergleiche=lambda v, f: self._fenster.geh_zu(
                    Ort(Bildschirm.VERGLEICH, v, tuple(f))
                ),
                umsetzung=lambda v: self._geh(Bildschirm.UMSETZUNG, v),
                nachfrage=lambda v: self._geh(Bildschirm.UMSETZUNG, v),
                gezeigt=self._fenster.merke_zuletzt,
                speichern_beginnt=self._speichern_beginnt,
                gespeichert=self._gespeichert,
            ),
            fehlertext,
            self._heute,
        )
        view.verbinde(presenter)
        self._bridge.ereignis.connect(presenter.on_ereignis)
        return view

    def _editor(self) -> Screen:
        from antragsbuero.ui.editor.contract import Ziele
        from antragsbuero.ui.editor.presenter import EditorPresenter
        from antragsbuero.ui.editor.view import EditorView
        from antragsbuero.ui.editor.wecker import QtWecker

        view = EditorView(self._ui)
        presenter = EditorPresenter(
            view,
            self._buero.services,
            self._runner,
            Ziele(
                oeffne_vorgang=lambda v: self._geh(Bildschirm.VORGANG, v),
                bearbeite=lambda v, f: self._fenster.geh_zu(Ort(Bildschirm.EDITOR, v, (f,))),
                vergleiche=lambda v, f: self._fenster.geh_zu(
                    Ort(Bildschirm.VERGLEICH, v, tuple(f))
                ),
                speichern_beginnt=self._speichern_beginnt,
                gespeichert=self._gespeichert,
            ),
            fehlertext,
            self._heute,
            lambda: QtWecker(view),
        )
        view.verbinde(presenter)
        self._bridge.ereignis.connect(presenter.on_ereignis)
        return view

    def _vergleich(self) -> Screen:
        from antragsbuero.ui.vergleich import presenter as vergleich
        from antragsbuero.ui.vergleich.view import VergleichView

        view = VergleichView(self._ui)
        presenter = vergleich.VergleichPresenter(
            view,
            self._buero.services,
            self._runner,
            vergleich.Ziele(
                oeffne_vorgang=lambda v: self._geh(Bildschirm.VORGANG, v),
                merke=lambda v, f: self._fenster.weg.ersetze(Ort(Bildschirm.VERGLEICH, v, f)),
                zur_wiedervorlage=lambda v, p: self._fenster.geh_zu(
                    Ort(Bildschirm.UMSETZUNG, v, punkte=(p,))
                ),
            ),
            fehlertext,
        )
        view.verbinde(presenter)
        self._bridge.ereignis.connect(presenter.on_ereignis)
        return view

    def _einstellungen(self) -> Screen:
        from antragsbuero.ui.einstellungen import presenter as einstellungen
        from antragsbuero.ui.einstellungen.view import EinstellungenView

        view = EinstellungenView(self._ui)
        presenter = einstellungen.EinstellungenPresenter(
            view,
            self._buero.services,
            self._runner,
            einstellungen.Ziele(
                ort=self._buero.ort,
                nur_lesen=self._buero.nur_lesen,
                oeffne_datenordner=lambda: oeffne_pfad(self._buero.ordner),
                sichere=self._rahmen.sichere,
                waehle_theme=self._fenster.menus.waehle_theme,
                speichern_beginnt=self._speichern_beginnt,
                gespeichert=self._gespeichert,
                oeffne_datei=oeffne_pfad,
            ),
            fehlertext,
        )
        view.verbinde(presenter)
        self._bridge.ereignis.connect(presenter.on_ereignis)
        return view

    def _vorgaenge(self) -> Screen:
        from antragsbuero.ui.vorgaenge import presenter as vorgaenge
        from antragsbuero.ui.vorgaenge.view import VorgaengeView

        view = VorgaengeView(self._ui)
        presenter = vorgaenge.VorgaengePresenter(
            view,
            self._buero.services,
            self._runner,
            vorgaenge.Ziele(
                oeffne=lambda v: self._geh(Bildschirm.VORGANG, v),
                vergleiche=lambda v: self._geh(Bildschirm.VERGLEICH, v),
                umsetzung=lambda v: self._geh(Bildschirm.UMSETZUNG, v),
                neuer_antrag=self._rahmen.neuer_vorgang,
                importiere=self._importiere,
            ),
            fehlertext,
            self._heute,
        )
        view.verbinde(presenter)
        self._bridge.ereignis.connect(presenter.on_ereignis)
        return view

    def _import(self) -> Screen:
        from antragsbuero.ui.import_ import presenter as import_
        from antragsbuero.ui.import_.view import ImportView

        view = ImportView(self._ui)
        presenter = import_.ImportPresenter(
            view,
            self._buero.services,
            self._runner,
            import_.Ziele(
                oeffne=lambda v: self._geh(Bildschirm.VORGANG, v),
                oeffne_liste=lambda: self._geh(Bildschirm.VORGAENGE),
                melde=self._fenster.status.melde,
                speichern_beginnt=self._speichern_beginnt,
                gespeichert=self._gespeichert,
            ),
            fehlertext,
        )
        view.verbinde(presenter)
        return view

    def _umsetzung(self) -> Screen:
        from antragsbuero.ui.umsetzung import presenter as umsetzung
        from antragsbuero.ui.umsetzung.view import UmsetzungView

        view = UmsetzungView(self._ui)
        presenter = umsetzung.UmsetzungPresenter(
            view,
            self._buero.services,
            self._runner,
            umsetzung.Ziele(
                oeffne=lambda v: self._geh(Bildschirm.VORGANG, v),
                importiere=lambda v: self._geh(Bildschirm.IMPORT, v),
                zeige_ort=lambda v: self._geh(Bildschirm.UMSETZUNG, v),
                speichern_beginnt=self._speichern_beginnt,
                gespeichert=self._gespeichert,
            ),
            fehlertext,
            self._heute,
        )
        view.verbinde(presenter)
        self._bridge.ereignis.connect(presenter.on_ereignis)
        return view

    def _fristen(self) -> Screen:
        from antragsbuero.ui.fristen import presenter as fristen
        from antragsbuero.ui.fristen.view import FristenView

        view = FristenView(self._ui)
        presenter = fristen.FristenPresenter(
            view,
            self._buero.services,
            self._runner,
            fristen.Ziele(
                oeffne=lambda v: self._geh(Bildschirm.VORGANG, v),
                umsetzung=lambda v, punkte, nachfrage: self._fenster.geh_zu(
                    Ort(Bildschirm.UMSETZUNG, v, punkte=punkte, nachfrage=nachfrage)
                ),
            ),
            fehlertext,
            self._heute,
        )
        view.verbinde(presenter)
        self._bridge.ereignis.connect(presenter.on_ereignis)
        return view
