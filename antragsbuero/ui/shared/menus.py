"""The menus and shortcuts of the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QPushButton, QWidget

from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.merker import ERSCHEINUNGSBILD
from antragsbuero.ui.shared.navigation import Bildschirm, Ort, Weg
from antragsbuero.ui.shared.screen import Screen
from antragsbuero.ui.shared.sprungziele import Sprungziel, sprungziel
from antragsbuero.ui.shared.widgets import knopf

_ERSCHEINUNG = (
    ("&Wie im System", "system"),
    ("&Hell", "hell"),
    ("&Dunkel", "dunkel"),
    ("Hoher &Kontrast", "kontrast"),
)
_SPRUNG = (
    (900, "Springen zu Vorgang, Nummer, Befehl      Strg+K"),
    (720, "Springen      Strg+K"),
    (0, "Strg+K"),
)
"""Words of the jump field from this width of the window on."""
_ORTE = (
    ("&Übersicht", Bildschirm.UEBERSICHT, "Ctrl+1", "home"),
    ("Vor&gänge", Bildschirm.VORGAENGE, "Ctrl+2", "document_copy"),
    ("U&msetzung", Bildschirm.UMSETZUNG, "Ctrl+3", "clipboard_task_list_ltr"),
    ("&Fristen", Bildschirm.FRISTEN, "Ctrl+4", "calendar_clock"),
    ("&Import", Bildschirm.IMPORT, "Ctrl+5", "arrow_import"),
)


@dataclass(frozen=True, slots=True)
class Befehle:
    """What the menus do beyond the frame itself; `schreiben` False greys what changes data."""

    neuer_antrag: Callable[[], None]
    neue_anfrage: Callable[[], None]
    importiere: Callable[[], None]
    lade_beispiel: Callable[[], None]
    entferne_beispiel: Callable[[], None]
    sichere: Callable[[], None]
    pruefe: Callable[[], None]
    oeffne_datenordner: Callable[[], None]
    zeige_hilfe: Callable[[], None]
    zeige_ueber: Callable[[], None]
    lade_sprungziele: Callable[[], None]
    schreiben: bool = True


class Fenster(Protocol):
    """What the menus ask of the frame."""

    def geh_zu(self, ort: Ort, /) -> None:
        """Goes to a place."""
        ...

    def zurueck(self) -> None:
        """Goes back."""
        ...

    def vor(self) -> None:
        """Goes forward."""
        ...

    def suche(self) -> None:
        """Searches on this screen."""
        ...

    def springe(self) -> None:
        """Opens the jump dialog."""
        ...

    def drucke(self) -> None:
        """Opens the preview."""
        ...

    def exportiere(self) -> None:
        """Opens the dialog of the export."""
        ...

    def speichere(self) -> None:
        """Says that all is saved."""
        ...

    def falte_um(self) -> None:
        """Folds the navigation."""
        ...

    def close(self) -> bool:
        """Closes the window."""
        ...


class Menus:
    """Builds the menu bar and keeps its actions in step with the window."""

    def __init__(self, fenster: Fenster, ui: UiContext) -> None:
        self._fenster = fenster
        self._ui = ui
        self._befehle: Befehle | None = None
        self._aktionen: list[tuple[QAction, str]] = []
        self._schreibend: list[QAction] = []
        self._wartend: list[QAction] = []
        self.leiste = QMenuBar()
        self.leiste.setAccessibleName("Menüleiste")
        self._datei()
        self._bearbeiten()
        self._ansicht()
        self._vorgang = self.leiste.addMenu("&Vorgang")
        self._leer = QAction("Kein Vorgang geöffnet", self.leiste)
        self._leer.setEnabled(False)
        self._extras()
        self._hilfe()
        self.folge(None, Weg())
        self._feld = self._sprungfeld()
        self._feld.setParent(self.leiste)  # setCornerWidget alone leaves it to the collector
        self.leiste.setCornerWidget(self._feld)
        self._feld.show()

    # ---- state

    def verbinde(self, befehle: Befehle) -> None:
        """The database is open."""
        self._befehle = befehle
        for aktion in self._wartend:
            aktion.setEnabled(True)
        for aktion in self._schreibend:
            aktion.setEnabled(befehle.schreiben)

    def folge(self, screen: Screen | None, weg: Weg) -> None:
        """The window shows another screen: its own actions stand in the menu Vorgang."""
        self._zurueck.setEnabled(weg.kann_zurueck)
        self._vor.setEnabled(weg.kann_vor)
        for alt in self._vorgang.actions():
            self._vorgang.removeAction(alt)  # clear() would delete the actions of the screen
        aktionen = screen.actions() if screen is not None else []
        for aktion in aktionen:
            self._vorgang.addAction(aktion)
        if not aktionen:
            self._vorgang.addAction(self._leer)

    def passe_an(self, breite: int) -> None:
        """In a narrow window the jump field says less, so that all menus keep their place."""
        worte = next(worte for ab, worte in _SPRUNG if breite >= ab)
        if worte != self._feld.text():
            self._feld.setText(worte)
            self.leiste.setCornerWidget(self._feld)  # only this lays the bar out anew

    def sprungziele(self) -> tuple[Sprungziel, ...]:
        """All commands that can be used now."""
        aktionen = [*self._aktionen, *((a, "chevron_down") for a in self._vorgang.actions())]
        return tuple(
            sprungziel(
                aktion.text().replace("&", "").removesuffix(" …"),
                aktion.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
                icon,
                tue=aktion.trigger,
            )
            for aktion, icon in aktionen
            if aktion.isEnabled() and aktion.text()
        )

    def lade_sprungziele(self) -> None:
        """Asks for the Vorgänge to jump to."""
        if self._befehle is not None:
            self._befehle.lade_sprungziele()

    # ---- menus

    def _neu(
        self,
        menu: QMenu,
        text: str,
        tun: Callable[[], object],
        kuerzel: str | QKeySequence.StandardKey = "",
        icon: str = "chevron_down",
    ) -> QAction:
        aktion = menu.addAction(text)
        if kuerzel:
            aktion.setShortcut(QKeySequence(kuerzel))
        aktion.triggered.connect(lambda: tun())
        self._aktionen.append((aktion, icon))
        return aktion

    def _mit_daten(
        self,
        menu: QMenu,
        text: str,
        tun: Callable[[Befehle], Callable[[], None]],
        kuerzel: str = "",
        icon: str = "chevron_down",
        *,
        schreibt: bool = False,
    ) -> QAction:
        """An action that needs the open database, greyed until then."""

        def rufe() -> None:
            if self._befehle is not None:
                tun(self._befehle)()

        aktion = self._neu(menu, text, rufe, kuerzel, icon)
        aktion.setAutoRepeat(False)  # a key held down does it once
        aktion.setEnabled(False)
        (self._schreibend if schreibt else self._wartend).append(aktion)
        return aktion

    def _datei(self) -> None:
        menu = self.leiste.addMenu("&Datei")
        self._mit_daten(menu, "&Neuer Antrag", lambda b: b.neuer_antrag, "Ctrl+N", "add",
                        schreibt=True)  # fmt: skip
        self._mit_daten(menu, "Neue &Anfrage", lambda b: b.neue_anfrage, "Ctrl+Shift+N", "add",
                        schreibt=True)  # fmt: skip
        self._mit_daten(menu, "&Importieren …", lambda b: b.importiere, "Ctrl+O", "arrow_import",
                        schreibt=True)  # fmt: skip
        menu.addSeparator()
        self._neu(menu, "&Speichern", self._fenster.speichere, "Ctrl+S", "checkmark")
        self._neu(menu, "&Exportieren …", self._fenster.exportiere, "Ctrl+E",
                  "arrow_export_ltr")  # fmt: skip
        self._neu(menu, "&Drucken …", self._fenster.drucke, "Ctrl+P",
                  "arrow_export_ltr")  # fmt: skip
        menu.addSeparator()
        self._neu(menu, "&Beenden", self._fenster.close, "Ctrl+Q", "dismiss")

    def _bearbeiten(self) -> None:
        menu = self.leiste.addMenu("&Bearbeiten")
        for text, kuerzel, methode in (
            ("&Rückgängig", "Ctrl+Z", "undo"),
            ("&Wiederholen", "Ctrl+Y", "redo"),
            ("", "", ""),
            ("&Ausschneiden", "Ctrl+X", "cut"),
            ("&Kopieren", "Ctrl+C", "copy"),
            ("&Einfügen", "Ctrl+V", "paste"),
            ("A&lles auswählen", "Ctrl+A", "selectAll"),
        ):
            if not text:
                menu.addSeparator()
                continue
            aktion = menu.addAction(text)
            aktion.setShortcut(QKeySequence(kuerzel))
            aktion.triggered.connect(lambda _=False, name=methode: _rufe_im_fokus(name))
        menu.addSeparator()
        self._neu(menu, "&Suchen", self._fenster.suche, "Ctrl+F", "search")
        self._neu(menu, "S&pringen zu …", self._fenster.springe, "Ctrl+K", "arrow_right")

    def _ansicht(self) -> None:
        menu = self.leiste.addMenu("&Ansicht")
        for text, bildschirm, kuerzel, icon in _ORTE:
            self._neu(menu, text, partial(self._fenster.geh_zu, Ort(bildschirm)), kuerzel, icon)
        menu.addSeparator()
        self._zurueck = self._neu(menu, "&Zurück", self._fenster.zurueck, "Alt+Left", "arrow_left")
        self._vor = self._neu(menu, "&Vor", self._fenster.vor, "Alt+Right", "arrow_right")
        menu.addSeparator()
        self._neu(menu, "&Navigation ein- oder ausklappen", self._fenster.falte_um, "F9")
        erscheinung = menu.addMenu("&Erscheinungsbild")
        gruppe = QActionGroup(erscheinung)
        for text, wahl in _ERSCHEINUNG:
            aktion = self._neu(erscheinung, text, partial(self.waehle_theme, wahl))
            aktion.setCheckable(True)
            aktion.setChecked(self._ui.theme.wahl == wahl)
            aktion.setActionGroup(gruppe)

    def waehle_theme(self, wahl: str) -> None:
        """Changes the appearance and remembers it."""
        self._ui.theme.waehle(wahl)
        self._ui.merker.setze(ERSCHEINUNGSBILD, wahl)

    def _extras(self) -> None:
        menu = self.leiste.addMenu("E&xtras")
        self._mit_daten(menu, "&Beispiel laden", lambda b: b.lade_beispiel,
                        icon="document_add", schreibt=True)  # fmt: skip
        self._mit_daten(menu, "Beispiel &entfernen", lambda b: b.entferne_beispiel,
                        icon="delete", schreibt=True)  # fmt: skip
        menu.addSeparator()
        self._mit_daten(menu, "&Sicherung anlegen", lambda b: b.sichere, icon="database")
        self._mit_daten(menu, "&Datenbank prüfen", lambda b: b.pruefe, icon="database")
        menu.addSeparator()
        self._neu(menu, "E&instellungen", lambda: self._fenster.geh_zu(
            Ort(Bildschirm.EINSTELLUNGEN)), "Ctrl+,", "settings")  # fmt: skip

    def _hilfe(self) -> None:
        menu = self.leiste.addMenu("&Hilfe")
        self._mit_daten(menu, "&Kurzhilfe", lambda b: b.zeige_hilfe, "F1", "question_circle")
        self._mit_daten(menu, "&Datenordner öffnen", lambda b: b.oeffne_datenordner,
                        icon="folder_open")  # fmt: skip
        self._mit_daten(menu, "Ü&ber Antragsbüro", lambda b: b.zeige_ueber, icon="info")

    def _sprungfeld(self) -> QPushButton:
        feld = knopf(
            _SPRUNG[0][1],
            self._fenster.springe,
            icons=self._ui.icons,
            icon="search",
        )
        feld.setProperty("art", "sprung")
        feld.setAccessibleName("Springen zu Vorgang, Nummer oder Befehl, Strg+K")
        feld.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return feld


def _rufe_im_fokus(methode: str) -> None:
    """Undo, copy and the like belong to the field with the cursor."""
    widget: QWidget | None = QApplication.focusWidget()
    tun = getattr(widget, methode, None)
    if callable(tun):
        tun()
