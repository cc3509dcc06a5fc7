"""Qt's palette from colour tokens; without Qt's large namespace, so that the window is quick."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from antragsbuero.ui.shared.farben import DUNKEL, HELL, THEMEN, Farben


def palette(farben: Farben) -> QPalette:
    """The palette of a theme for the Fusion style."""
    rolle = QPalette.ColorRole
    werte = {
        rolle.Window: farben.fenster,
        rolle.WindowText: farben.text,
        rolle.Base: farben.flaeche,
        rolle.AlternateBase: farben.flaeche2,
        rolle.Text: farben.text,
        rolle.Button: farben.flaeche,
        rolle.ButtonText: farben.text,
        rolle.BrightText: farben.rot,
        rolle.Highlight: farben.akzent,
        rolle.HighlightedText: farben.aufakzent,
        rolle.Link: farben.akzent,
        rolle.LinkVisited: farben.akzent,
        rolle.PlaceholderText: farben.text2,
        rolle.ToolTipBase: farben.flaeche2,
        rolle.ToolTipText: farben.text,
        rolle.Accent: farben.akzent,
        rolle.Light: farben.flaeche,
        rolle.Midlight: farben.flaeche2,
        rolle.Mid: farben.linie,
        rolle.Dark: farben.linie2,
        rolle.Shadow: farben.linie2,
    }
    ergebnis = QPalette()
    for name, farbe in werte.items():
        ergebnis.setColor(name, QColor(farbe))
    for name in (rolle.WindowText, rolle.Text, rolle.ButtonText):
        ergebnis.setColor(QPalette.ColorGroup.Disabled, name, QColor(farben.text2))
    return ergebnis


def erste_farben(wahl: str, vom_system: QPalette) -> Farben:
    """The colours of the first picture: those chosen, else light or dark as the system's are."""
    dunkel = vom_system.color(QPalette.ColorRole.Window).lightness() < 128
    return THEMEN.get(wahl) or (DUNKEL if dunkel else HELL)
