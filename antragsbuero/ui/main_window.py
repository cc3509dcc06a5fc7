"""The frame: navigation, menus, the screen in the middle, the status bar."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from antragsbuero.ui.shared.command_palette import CommandPalette
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.errors import frage
from antragsbuero.ui.shared.exportorte import exportwunsch
from antragsbuero.ui.shared.menus import Befehle, Menus
from antragsbuero.ui.shared.navigation import Bildschirm, Ort, Weg
from antragsbuero.ui.shared.notice import NoticeBar
from antragsbuero.ui.shared.schreibrecht import sperre
from antragsbuero.ui.shared.screen import Screen
from antragsbuero.ui.shared.side_navigation import SideNavigation
from antragsbuero.ui.shared.speicherstand import Speicherstand
from antragsbuero.ui.shared.sprungziele import Sprungziel
from antragsbuero.ui.shared.status_bar import StatusBar
from antragsbuero.ui.shared.window import NAME, Window

SCHMAL_UNTER = 1200
"""Below this width of the window the navigation folds to icons."""
_SCHMALE = (Bildschirm.VERGLEICH, Bildschirm.IMPORT)
"""Screens that need the whole width."""
_ZULETZT = 3


class MainWindow(QObject):
    """Fills a window: shows one screen at a time and remembers the way back."""

    def __init__(self, window: Window, ui: UiContext) -> None:
        super().__init__(window)
        self.window = window
        self._ui = ui
        self._factories: Mapping[Bildschirm, Callable[[], Screen]] = {}
        self._screens: dict[Bildschirm, Screen] = {}
        self._gewuenscht: Ort | None = None
        self._von_hand_schmal = ui.merker.text("navigation/schmal") == "ja"
        self._sprungziele: tuple[Sprungziel, ...] = ()
        self.weg = Weg()
        self.darf_schliessen: Callable[[], bool] = lambda: True
        self.nav = SideNavigation(ui)
        self.nav.gewaehlt.connect(self.geh_zu)
        self.hinweis = NoticeBar(ui.icons)
        self.status = StatusBar(ui)
        self._stapel = QStackedWidget()
        self._baue()
        self.menus = Menus(self, ui)
        window.setMenuBar(self.menus.leiste)
        window.setStatusBar(self.status)
        window.groesse.connect(self._falte)
        window.bei_schliessen = self._schliesse
        for teil in (self.menus.leiste, self.nav, self.hinweis, self.status):
            ui.theme.kleide(teil)
        window.dialog.connect(ui.theme.kleide)
        self._palette: CommandPalette | None = None
        self.nav.setze_zuletzt(self._zuletzt())

    def _baue(self) -> None:
        mitte = QWidget()
        mitte.setBackgroundRole(QPalette.ColorRole.Base)  # empty until there is a first screen
        mitte.setAutoFillBackground(True)
        spalte = QVBoxLayout(mitte)
        spalte.setContentsMargins(0, 0, 0, 0)
        spalte.setSpacing(0)
        spalte.addWidget(self.hinweis)
        spalte.addWidget(self._stapel, 1)
        self._stapel.addWidget(QWidget())
        rahmen = QWidget()
        reihe = QHBoxLayout(rahmen)
        reihe.setContentsMargins(0, 0, 0, 0)
        reihe.setSpacing(0)
        reihe.addWidget(self.nav)
        reihe.addWidget(mitte, 1)
        self.window.setCentralWidget(rahmen)

    # ---- wiring

    def verbinde(
        self, befehle: Befehle, factories: Mapping[Bildschirm, Callable[[], Screen]]
    ) -> None:
        """The database is open: menus work, screens can be made; goes where a person asked."""
        self._factories = factories
        if not befehle.schreiben:
            sperre(self.window)
        self.menus.verbinde(befehle)
        self.geh_zu(self._gewuenscht or Ort(Bildschirm.UEBERSICHT))

    # ---- navigation

    def geh_zu(self, ort: Ort) -> None:
        """Shows a place and remembers it; before the database is open only remembers it."""
        if ort.bildschirm not in self._factories:
            self._gewuenscht = ort
            return
        self.weg.besuche(ort)
        self._zeige(ort)

    def zurueck(self) -> None:
        """Alt+Left."""
        if ort := self.weg.zurueck():
            self._zeige(ort)

    def vor(self) -> None:
        """Alt+Right."""
        if ort := self.weg.vor():
            self._zeige(ort)

    def aktueller(self) -> Screen | None:
        """The screen shown, None before the first."""
        widget = self._stapel.currentWidget()
        return widget if isinstance(widget, Screen) else None

    def _zeige(self, ort: Ort) -> None:
        screen = self._screens.get(ort.bildschirm)
        if screen is None:
            screen = self._factories[ort.bildschirm]()
            screen.titel.connect(self._betitle)
            self._screens[ort.bildschirm] = screen
            self._ui.theme.kleide(screen)
            self._stapel.addWidget(screen)
        self._stapel.setCurrentWidget(screen)
        self.nav.markiere(ort)
        self._falte()
        screen.zeige(ort)
        self.menus.folge(screen, self.weg)

    def _betitle(self, titel: str) -> None:
        if self.sender() is not self.aktueller():
            return  # a screen behind it has loaded again; it tells its title when it is shown
        self.window.setWindowTitle(f"{titel} – {NAME}" if titel else NAME)

    def merke_zuletzt(self, vorgang: str, betreff: str) -> None:
        """Puts a Vorgang at the head of those opened last."""
        rest = [z for z in self._zuletzt() if z[0] != vorgang]
        self._setze_zuletzt([(vorgang, betreff.replace("\n", " ")), *rest][:_ZULETZT])
        self._ui.merker.setze("vorgang/letzter", vorgang)

    def vergiss(self, vorgang: str) -> None:
        """Drops a Vorgang that is gone."""
        self._setze_zuletzt([z for z in self._zuletzt() if z[0] != vorgang])
        hier = self.weg.hier
        self.weg.vergiss(vorgang)
        if hier is not None and hier.vorgang == vorgang:
            self.geh_zu(Ort(Bildschirm.VORGAENGE))

    def _zuletzt(self) -> list[tuple[str, str]]:
        paare = (z.partition("\t") for z in self._ui.merker.texte("zuletzt"))
        return [(kennung, betreff) for kennung, _, betreff in paare]

    def _setze_zuletzt(self, zuletzt: Sequence[tuple[str, str]]) -> None:
        self._ui.merker.setze_texte("zuletzt", tuple(f"{k}\t{b}" for k, b in zuletzt))
        self.nav.setze_zuletzt(zuletzt)
        if self.weg.hier is not None:
            self.nav.markiere(self.weg.hier)

    # ---- folding

    def falte_um(self) -> None:
        """Folds or unfolds the navigation by hand."""
        self._von_hand_schmal = not self._von_hand_schmal
        self._ui.merker.setze("navigation/schmal", "ja" if self._von_hand_schmal else "nein")
        self._falte()

    def _falte(self) -> None:
        self.menus.passe_an(self.window.width())
        hier = self.weg.hier
        eng = self.window.width() < SCHMAL_UNTER or (
            hier is not None and hier.bildschirm in _SCHMALE
        )
        self.nav.falte(self._von_hand_schmal or eng)

    # ---- actions of the frame

    def suche(self) -> None:
        """Ctrl+F."""
        if screen := self.aktueller():
            screen.suche()

    def drucke(self) -> None:
        """Ctrl+P."""
        screen = self.aktueller()
        if screen is None or not screen.drucke():
            self.status.melde("Auf dieser Seite gibt es nichts zu drucken.")

    def exportiere(self) -> None:
        """Ctrl+E."""
        screen = self.aktueller()
        if screen is None or screen.exportiere():
            return
        wunsch = exportwunsch(self.weg.hier)
        if wunsch is None:
            self.status.melde("Auf dieser Seite gibt es nichts zu exportieren.")
        else:
            screen.export.emit(*wunsch)

    def speichere(self) -> None:
        """Ctrl+S: everything is saved anyway; says so."""
        screen = self.aktueller()
        if screen is not None and (offen := screen.ungesichert()):
            self.status.melde(offen)
        elif screen is None or screen.darf_gehen():
            self.status.melde("Gespeichert. Antragsbüro speichert von selbst.")
        else:
            self.status.melde("Nicht gespeichert. Warum, steht oben auf der Seite.")

    def springe(self) -> None:
        """Ctrl+K."""
        if self._palette is None:
            self._palette = CommandPalette(self._ui, self.geh_zu, self.window)
        self._palette.oeffne((*self.menus.sprungziele(), *self._sprungziele))
        self.menus.lade_sprungziele()

    def setze_sprungziele(self, ziele: Sequence[Sprungziel]) -> None:
        """Vorgänge that Ctrl+K offers besides the commands."""
        self._sprungziele = tuple(ziele)
        if self._palette is not None and self._palette.isVisible():
            self._palette.setze_ziele((*self.menus.sprungziele(), *self._sprungziele))

    def zeige_speicherstand(self, stand: Speicherstand) -> None:
        """Tells in the status bar how saving stands."""
        self.status.zeige_speicherstand(stand)

    def hebe_hervor(self) -> None:
        """A second start asked for this window: brings it to the front."""
        window = self.window
        if window.isMinimized():
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        QApplication.alert(window)

    def close(self) -> bool:
        """Closes the window, unless something keeps it open."""
        return self.window.close()

    def _schliesse(self) -> bool:
        offen = [worte for s in self._screens.values() if (worte := s.ungesichert())]
        if offen and not frage(
            self.window, "Antragsbüro schließen", "\n\n".join(offen), "Verwerfen und schließen",
            "Weiterarbeiten",
        ):  # fmt: skip
            return False
        unsicher = [s for s in self._screens.values() if not s.darf_gehen()]
        if unsicher and not frage(
            self.window, "Nicht gespeichert",
            "Die letzten Änderungen sind nicht gespeichert. Wenn Sie trotzdem schließen, gehen "
            "sie verloren. Sie können den Text vorher kopieren.",
            "Trotzdem schließen", "Weiterarbeiten",
        ):  # fmt: skip
            return False
        if not self.darf_schliessen():
            return False
        self._ui.merker.merke_fenster(self.window)
        self._ui.merker.sichere()
        for screen in self._screens.values():
            screen.schliesse()
        return True
