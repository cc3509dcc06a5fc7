"""What the frame expects of a screen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from antragsbuero.ui.shared.navigation import Ort


class Screen(QFrame):
    """Base of all screens: a white area that the frame shows in its middle.

    `titel` changes the title of the window; `vorschau` asks for a Vorschauauftrag to be shown;
    `export` asks for the dialog that exports from an Auswahl, with the kinds ticked at first.
    """

    titel = Signal(str)
    vorschau = Signal(object)
    export = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("flaeche", "inhalt")

    def zeige(self, ort: Ort) -> None:
        """Shows what the place names; called each time the screen comes to the front."""
        raise NotImplementedError

    def suche(self) -> None:
        """Ctrl+F: puts the cursor where one searches on this screen."""

    def drucke(self) -> bool:
        """Ctrl+P: shows what is on screen as pages; False if there is nothing to print."""
        return False

    def exportiere(self) -> bool:
        """Ctrl+E: asks for the export of what is chosen; False leaves it to the frame.

        The frame knows the Vorgang and the Fassungen of the place.
        """
        return False

    def darf_gehen(self) -> bool:
        """Asked before the window closes and at Ctrl+S: saves what is open and waits.

        False says that it is not safe; why stands on the screen. The frame asks whether to
        close all the same.
        """
        return True

    def ungesichert(self) -> str:
        """What of this screen would be lost if the window closed now, in words; "" if nothing.

        Only for what cannot be stored yet: everything else `darf_gehen` stores.
        """
        return ""

    def schliesse(self) -> None:
        """The window closes: the presenter lets go of the view."""
