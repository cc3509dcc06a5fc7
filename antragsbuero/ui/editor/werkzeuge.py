"""The tool line above the text of a draft."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from antragsbuero.ui.editor.entwurf_edit import EntwurfEdit
from antragsbuero.ui.shared.icons import Icons
from antragsbuero.ui.shared.widgets import icon_knopf, knopf, label, linie

_MINDESTENS = 480
_SCHMAL = 740
"""Below this width the button of the alternative says it in one word."""
_LANG, _KURZ = "&Alternativvorschlag übernehmen", "&Alternative"


class Werkzeuge(QWidget):
    """Undo, points, emphasis, the alternative of the administration, the pane of checks."""

    def __init__(
        self,
        icons: Icons,
        text: EntwurfEdit,
        uebernimm: Callable[[], None],
        falte: Callable[[], None],
    ) -> None:
        super().__init__()
        self._text = text
        self.setMinimumWidth(_MINDESTENS)  # else the wide form would forbid a narrow window
        self._reihe = QHBoxLayout(self)
        self._reihe.setContentsMargins(12, 4, 12, 4)
        self._reihe.setSpacing(4)
        self._baue_schritte(icons)
        self._reihe.addWidget(_strich())
        self._baue_punkte(icons)
        self._reihe.addWidget(_strich())
        for zeichen, name, wie in (
            ("F", "Fett (Strg+B)", "fett"),
            ("K", "Kursiv (Strg+I)", "kursiv"),
            ("U", "Unterstrichen (Strg+U)", "unter"),
        ):
            self._reihe.addWidget(self._zeichenknopf(zeichen, name, wie))
        self._reihe.addWidget(_strich())
        self._alternative = knopf(
            _LANG, uebernimm, icons=icons,
            icon="document_arrow_right", art="leise", schreibt=True,
        )  # fmt: skip
        self._alternative.setAccessibleName(_LANG.replace("&", ""))
        self._reihe.addWidget(self._alternative)
        self._reihe.addStretch(1)
        self._zaehler = label(punkte=9, ton="leise")
        self._reihe.addWidget(self._zaehler)
        self.falten = icon_knopf("Prüfung ein- oder ausblenden", falte, icons=icons,
                                 icon="checkmark_circle")  # fmt: skip
        self._reihe.addWidget(self.falten)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt."""
        super().resizeEvent(event)
        self._alternative.setText(_KURZ if self.width() < _SCHMAL else _LANG)

    def zeige_alternative(self, name: str) -> None:
        """Offers the points of that Standpunkt, "" none."""
        self._alternative.setVisible(bool(name))
        self._alternative.setToolTip(f"Die Punkte aus: {name}")

    def zeige_umfang(self, punkte: int, woerter: int) -> None:
        """Tells how long the draft is."""
        wort = "1 Punkt" if punkte == 1 else f"{punkte} Punkte"
        self._zaehler.setText(f"{wort} · {woerter} Wörter")

    def setze_weit(self, *, weit: bool) -> None:
        """The figures stand there where there is room."""
        self._zaehler.setVisible(weit)

    def _baue_schritte(self, icons: Icons) -> None:
        text = self._text
        zurueck = icon_knopf("Rückgängig (Strg+Z)", text.undo, icons=icons, icon="arrow_undo")
        wieder = icon_knopf("Wiederholen (Strg+Y)", text.redo, icons=icons, icon="arrow_redo")
        text.undoAvailable.connect(zurueck.setEnabled)
        text.redoAvailable.connect(wieder.setEnabled)
        for button in (zurueck, wieder):
            button.setEnabled(False)
            self._reihe.addWidget(button)

    def _baue_punkte(self, icons: Icons) -> None:
        text = self._text
        self._reihe.addWidget(
            knopf("&Punkt", text.neuer_punkt, icons=icons, icon="add", art="leise",
                  tooltip="Neuer Punkt nach diesem (Eingabetaste)", schreibt=True)
        )  # fmt: skip
        for name, tun, icon in (
            ("Einrücken: Unterpunkt (Tabulator)", lambda: text.ruecke(1),
             "text_indent_increase_ltr"),
            ("Ausrücken (Umschalt+Tabulator)", lambda: text.ruecke(-1),
             "text_indent_decrease_ltr"),
            ("Punkt nach oben (Alt+Auf)", lambda: text.verschiebe(-1), "arrow_up"),
            ("Punkt nach unten (Alt+Ab)", lambda: text.verschiebe(1), "arrow_down"),
        ):  # fmt: skip
            self._reihe.addWidget(icon_knopf(name, tun, icons=icons, icon=icon, schreibt=True))

    def _zeichenknopf(self, zeichen: str, name: str, wie: str) -> QWidget:
        button = knopf(zeichen, lambda: self._text.zeichne_aus(wie), art="leise", tooltip=name,
                       schreibt=True)  # fmt: skip
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setFixedWidth(34)
        font = button.font()
        if wie == "fett":
            font.setWeight(QFont.Weight.Bold)
        font.setItalic(wie == "kursiv")
        font.setUnderline(wie == "unter")
        button.setFont(font)
        return button


def _strich() -> QFrame:
    strich = linie(senkrecht=True)
    strich.setFixedHeight(20)
    return strich
