"""F1 and „Über Antragsbüro“."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from antragsbuero.ui.shared.widgets import knopf, label
from antragsbuero.version import VERSION

_SCHRITTE = (
    ("Papier übernehmen", "Text kopieren, Strg+O, einfügen. Jeder Zweifel ist markiert; "
     "nichts wird ohne Ihr Zutun gespeichert."),
    ("Fassungen vergleichen", "Vorgang öffnen, Reiter „Vergleich“. F7 springt zur nächsten "
     "Änderung, Umschalt+F7 zur vorigen."),
    ("Entwerfen", "„Neue Fassung“ im Vorgang. Gespeichert wird von selbst; „Einreichen“ friert "
     "den Wortlaut ein."),
    ("Nachfragen", "Im Reiter „Umsetzung“ Punkte auswählen, dann „Nachfrage schreiben“."),
)  # fmt: skip
_TASTEN = (
    ("Strg+K", "springen zu Vorgang, Nummer oder Befehl"),
    ("Strg+F", "auf dieser Seite suchen"),
    ("Strg+N", "neuer Antrag"),
    ("Strg+O", "importieren"),
    ("Strg+P", "drucken oder exportieren"),
    ("Strg+1 bis Strg+5", "Übersicht, Vorgänge, Umsetzung, Fristen, Import"),
    ("Alt+Links, Alt+Rechts", "zurück und vor"),
    ("F9", "Navigation ein- oder ausklappen"),
)


def kurzhilfe(eltern: QWidget) -> QDialog:
    """The dialog of F1: four ways of work and the keys."""
    dialog = _dialog(eltern, "Kurzhilfe")
    spalte = QVBoxLayout(dialog)
    spalte.setContentsMargins(20, 16, 20, 16)
    spalte.setSpacing(8)
    for titel, text in _SCHRITTE:
        spalte.addWidget(label(titel, fett=True))
        spalte.addWidget(label(text, umbruch=True, ton="leise"))
    spalte.addWidget(label("Tasten", punkte=11, fett=True))
    gitter = QGridLayout()
    gitter.setHorizontalSpacing(16)
    gitter.setColumnStretch(1, 1)
    for zeile, (tasten, wirkung) in enumerate(_TASTEN):
        gitter.addWidget(label(tasten), zeile, 0)
        gitter.addWidget(label(wirkung, ton="leise"), zeile, 1)
    spalte.addLayout(gitter)
    spalte.addWidget(knopf("&Schließen", dialog.accept, art="haupt"), 0,
                     Qt.AlignmentFlag.AlignRight)  # fmt: skip
    return dialog


def ueber(eltern: QWidget, ort: str) -> QDialog:
    """What program this is and where its data lie."""
    dialog = _dialog(eltern, "Über Antragsbüro")
    spalte = QVBoxLayout(dialog)
    spalte.setContentsMargins(20, 16, 20, 16)
    spalte.setSpacing(8)
    spalte.addWidget(label(f"Antragsbüro {VERSION}", punkte=13.5, fett=True))
    for text in (
        "Anträge entwerfen, vergleichen, einreichen und ihre Umsetzung verfolgen.",
        f"Daten: {ort}",
        "Freie Software unter der MIT-Lizenz. Symbole: Fluent System Icons, MIT-Lizenz. "
        "Oberfläche: Qt, LGPL.",
    ):
        spalte.addWidget(label(text, umbruch=True, ton="leise"))
    spalte.addWidget(knopf("&Schließen", dialog.accept, art="haupt"), 0,
                     Qt.AlignmentFlag.AlignRight)  # fmt: skip
    return dialog


def _dialog(eltern: QWidget, titel: str) -> QDialog:
    dialog = QDialog(eltern)
    dialog.setWindowTitle(titel)
    dialog.setMinimumWidth(480)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


def zeige_kurzhilfe(eltern: QWidget) -> None:
    """Opens F1's dialog."""
    kurzhilfe(eltern).open()


def zeige_ueber(eltern: QWidget, ort: str) -> None:
    """Opens „Über Antragsbüro“."""
    ueber(eltern, ort).open()
