"""Messages at their place: inline notices and empty states."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from antragsbuero.ui.shared.icons import Icons
from antragsbuero.ui.shared.widgets import IconBild, icon_knopf, knopf, label

_ICONS = {
    "info": ("info", "akzent"),
    "gelb": ("warning", "gelb"),
    "rot": ("error_circle", "rot"),
}


class NoticeBar(QFrame):
    """One line of message with an icon, an optional action and a cross; hidden when empty."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._aktion: Callable[[], None] | None = None
        self._zweite: Callable[[], None] | None = None
        reihe = QHBoxLayout(self)
        reihe.setContentsMargins(17, 6, 8, 6)
        reihe.setSpacing(8)
        self._bild = IconBild()
        self._text = label(umbruch=True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._knopf = knopf("Aktion", self._tue)
        self._knopf.setAccessibleName("Aktion")
        self._knopf2 = knopf("Weitere Aktion", self._tue_zweites)
        self._zu = icon_knopf("Hinweis schließen", self.verbirg, icons=icons, icon="dismiss")
        reihe.addWidget(self._bild)
        reihe.addWidget(self._text, 1)
        reihe.addWidget(self._knopf)
        reihe.addWidget(self._knopf2)
        reihe.addWidget(self._zu)
        self.hide()

    @property
    def text(self) -> str:
        """The message shown, "" when hidden."""
        return self._text.text() if not self.isHidden() else ""

    def zeige(
        self,
        text: str,
        art: str = "rot",
        *,
        aktion: str = "",
        bei_aktion: Callable[[], None] | None = None,
        zweite: tuple[str, Callable[[], None]] | None = None,
    ) -> None:
        """Shows a message; `art` is "info", "gelb" or "rot", `zweite` one more action."""
        icon, farbe = _ICONS[art]
        self._icons.setze(self._bild, icon, farbe=farbe)
        self._bild.setAccessibleName({"info": "Hinweis", "gelb": "Achtung", "rot": "Fehler"}[art])
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self._aktion = bei_aktion
        self._knopf.setText(aktion)
        self._knopf.setAccessibleName(aktion or "Aktion")
        self._knopf.setVisible(bool(aktion))
        name, self._zweite = zweite or ("Weitere Aktion", None)
        self._knopf2.setText(name)
        self._knopf2.setAccessibleName(name)
        self._knopf2.setVisible(zweite is not None)
        self.setProperty("hinweis", art)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()

    def biete(self, text: str, art: str, *wege: tuple[str, Callable[[], None]] | None) -> None:
        """Shows a message with up to two ways on, each with its word; None is none."""
        gegeben = [weg for weg in wege if weg is not None]
        name, tun = gegeben[0] if gegeben else ("", None)
        zweite = gegeben[1] if len(gegeben) > 1 else None
        self.zeige(text, art, aktion=name, bei_aktion=tun, zweite=zweite)

    def verbirg(self) -> None:
        """Takes the message away."""
        self.hide()

    def _tue(self) -> None:
        if self._aktion is not None:
            self._aktion()

    def _tue_zweites(self) -> None:
        if self._zweite is not None:
            self._zweite()


class EmptyState(QWidget):
    """Why nothing is here, in one sentence, and one button that helps."""

    def __init__(
        self,
        titel: str,
        text: str,
        aktion: str = "",
        bei_aktion: Callable[[], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        aussen = QVBoxLayout(self)
        aussen.setContentsMargins(20, 40, 20, 20)
        aussen.setSpacing(8)
        self._titel: QLabel = label(titel, punkte=11, fett=True)
        self._text: QLabel = label(text, ton="leise", umbruch=True)
        for feld in (self._titel, self._text):
            feld.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            aussen.addWidget(feld)
        if bei_aktion is not None:
            button = knopf(aktion, bei_aktion)
            aussen.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        aussen.addStretch(1)

    def setze(self, titel: str, text: str) -> None:
        """Changes the words."""
        self._titel.setText(titel)
        self._text.setText(text)
