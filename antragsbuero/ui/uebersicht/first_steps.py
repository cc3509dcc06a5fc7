"""The first start: a sample to look at and three steps to the own letterhead."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.widgets import flaeche, knopf, label, linie
from antragsbuero.ui.uebersicht.presenter import Ziele


class FirstSteps(QWidget):
    """Shown while there is no Vorgang."""

    def __init__(self, ui: UiContext, ziele: Ziele, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        schritte = (
            ("1", "Ihre Fraktion eintragen", "Name und Anschrift stehen auf jedem Papier, das "
             "Sie ausgeben.", "&Fraktion eintragen", ziele.einstellungen, "settings", ""),
            ("2", "Ein Papier übernehmen", "Text kopieren und einfügen oder eine Datei öffnen. "
             "Antragsbüro erkennt Fassungen, Punkte und Fristen; Sie prüfen.",
             "&Importieren …", ziele.importiere, "arrow_import", ""),
            ("3", "Selbst einen Antrag schreiben", "Gespeichert wird von selbst, nummeriert auch.",
             "&Neuer Antrag", ziele.neuer_antrag, "add", ""),
        )  # fmt: skip
        rahmen = flaeche("inhalt")
        rahmen.setMaximumWidth(760)
        spalte = QVBoxLayout(rahmen)
        spalte.setContentsMargins(20, 24, 20, 20)
        spalte.setSpacing(12)
        spalte.addWidget(label("Willkommen im Antragsbüro", punkte=13.5, fett=True))
        spalte.addWidget(
            label(
                "Sehen Sie sich das Programm an einem erfundenen Vorgang an, vom ersten Entwurf "
                "bis zum Bericht der Verwaltung. Er lässt sich jederzeit wieder entfernen.",
                ton="leise",
                umbruch=True,
            )
        )
        reihe = QHBoxLayout()
        reihe.addWidget(
            knopf("&Beispiel laden", ziele.lade_beispiel, icons=ui.icons, icon="document_add",
                  art="haupt", schreibt=True)
        )  # fmt: skip
        reihe.addStretch(1)
        spalte.addLayout(reihe)
        for nummer, titel, text, aktion, tun, icon, art in schritte:
            spalte.addWidget(linie())
            zeile = QHBoxLayout()
            zeile.setSpacing(12)
            zeile.addWidget(label(nummer, punkte=13.5, fett=True, ton="leise"))
            worte = QVBoxLayout()
            worte.setSpacing(2)
            worte.addWidget(label(titel, fett=True))
            worte.addWidget(label(text, punkte=9, ton="leise", umbruch=True))
            zeile.addLayout(worte, 1)
            zeile.addWidget(knopf(aktion, tun, icons=ui.icons, icon=icon, art=art, schreibt=True))
            spalte.addLayout(zeile)
        spalte.addStretch(1)
        aussen = QHBoxLayout(self)
        aussen.setContentsMargins(0, 0, 0, 0)
        aussen.addWidget(rahmen, 1)
        aussen.addStretch(0)
