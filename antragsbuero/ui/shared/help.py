"""F1 and „Über Antragsbüro“."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QVBoxLayout,
    QWidget,
)

from antragsbuero.ui.shared.rollbereich import Rollbereich, passe_in_bildschirm
from antragsbuero.ui.shared.widgets import flaeche, knopf, label
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
_TASTEN: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    ("Überall", (
        ("Strg+K", "springen zu Vorgang, Nummer oder Befehl"),
        ("Strg+F", "auf dieser Seite suchen"),
        ("Strg+S", "sofort speichern"),
        ("Strg+N", "neuer Antrag"),
        ("Strg+O", "importieren"),
        ("Strg+E", "exportieren: mehrere Papiere auf einmal"),
        ("Strg+P", "Vorschau und drucken"),
        ("Strg+1 bis Strg+5", "Übersicht, Vorgänge, Umsetzung, Fristen, Import"),
        ("Alt+Links, Alt+Rechts", "zurück und vor, auch mit den Seitentasten der Maus"),
        ("F9", "Navigation ein- oder ausklappen"),
    )),
    ("Entwurf", (
        ("Strg+Eingabe", "neuer Punkt"),
        ("Tabulator, Umschalt+Tabulator", "Punkt ein- und ausrücken"),
        ("Alt+Auf, Alt+Ab", "Punkt nach oben und unten"),
        ("Umschalt+Eingabe", "Absatz ohne eigene Nummer"),
        ("Strg+B, Strg+I, Strg+U", "fett, kursiv, unterstrichen"),
        ("F6, Umschalt+F6", "aus dem Text zum nächsten Feld, zum vorigen"),
    )),
    ("Vergleich", (
        ("F7, Umschalt+F7", "nächste und vorige Änderung"),
        ("Strg+Umschalt+V", "ausgewählte Zeilen verbinden"),
        ("Strg+Umschalt+L", "Zelle aus ihrer Zeile lösen"),
    )),
    ("Import, Umsetzung, Fristen", (
        ("Strg+Eingabe", "Erkanntes übernehmen"),
        ("Strg+Umschalt+Z", "Berichtigung zurücknehmen"),
        ("Alt+Auf", "in der Umsetzung: alle Beschlüsse"),
        ("Strg+Umschalt+F", "in den Fristen: Nachfrage schreiben"),
    )),
)  # fmt: skip


_BREITE, _HOEHE = 660, 640
"""Of the dialog where the screen has room; on a smaller one it scrolls."""


def kurzhilfe(eltern: QWidget) -> QDialog:
    """The dialog of F1: four ways of work, and the keys of all screens."""
    dialog = _dialog(eltern, "Kurzhilfe")
    inhalt = flaeche("inhalt")
    spalte = QVBoxLayout(inhalt)
    spalte.setContentsMargins(20, 16, 20, 8)
    spalte.setSpacing(6)
    for titel, text in _SCHRITTE:
        spalte.addWidget(label(titel, fett=True))
        spalte.addWidget(label(text, umbruch=True, ton="leise"))
    spalte.addSpacing(4)
    spalte.addLayout(_tafel(_TASTEN))
    rolle = Rollbereich(inhalt)
    rolle.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrow keys scroll it
    rolle.setAccessibleName("Kurzhilfe")
    aussen = QVBoxLayout(dialog)
    aussen.setContentsMargins(0, 0, 20, 16)
    aussen.addWidget(rolle)
    aussen.addWidget(knopf("&Schließen", dialog.accept, art="haupt"), 0,
                     Qt.AlignmentFlag.AlignRight)  # fmt: skip
    passe_in_bildschirm(dialog, _BREITE, _HOEHE)
    return dialog


def _tafel(gruppen: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]) -> QGridLayout:
    """Keys and what they do, group by group."""
    gitter = QGridLayout()
    gitter.setHorizontalSpacing(12)
    gitter.setVerticalSpacing(3)
    gitter.setColumnStretch(1, 1)
    for name, tasten in gruppen:
        kopf = label(name, fett=True)
        kopf.setContentsMargins(0, 6, 0, 0)
        gitter.addWidget(kopf, gitter.rowCount(), 0, 1, 2)
        for taste, wirkung in tasten:
            zeile = gitter.rowCount()
            gitter.addWidget(label(taste), zeile, 0)
            gitter.addWidget(label(wirkung, ton="leise"), zeile, 1)
    return gitter


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
