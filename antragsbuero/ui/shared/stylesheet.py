"""The style sheet of a theme: only named controls, the rest is Fusion with our palette."""

from __future__ import annotations

from antragsbuero.ui.shared.farben import Farben

_VORLAGE = """
QToolTip {{ background: {flaeche2}; color: {text}; border: 1px solid {linie2}; padding: 3px; }}
QMenuBar {{ background: {fenster}; }}
QMenuBar::item {{ padding: 5px 9px; background: transparent; color: {text}; }}
QMenuBar::item:selected {{ background: {akzentflaeche}; border-radius: 4px; }}
QMenu {{ background: {flaeche}; border: 1px solid {linie2}; padding: 4px 0; }}
QMenu::item {{ padding: 5px 24px 5px 12px; color: {text}; background: transparent; }}
QMenu::item:selected {{ background: {akzentflaeche}; color: {text}; }}
QMenu::item:disabled {{ color: {text2}; }}
QMenu::icon {{ padding-left: 10px; }}
QMenu::separator {{ height: 1px; background: {linie}; margin: 4px 0; }}
QStatusBar {{ background: {fenster}; border-top: 1px solid {linie}; }}
QStatusBar::item {{ border: 0; }}
QPushButton, QToolButton[rahmen="true"] {{
  min-height: 26px; padding: 0 10px; border: 1px solid {linie2}; border-radius: 4px;
  background: {flaeche}; color: {text}; }}
QPushButton:hover, QToolButton[rahmen="true"]:hover {{ background: {flaeche2}; }}
QPushButton:pressed, QPushButton:checked, QToolButton[rahmen="true"]:checked {{
  background: {akzentflaeche}; border-color: {akzent}; }}
QPushButton:focus, QToolButton[rahmen="true"]:focus {{
  border: 2px solid {akzent}; padding: 0 9px; min-height: 24px; }}
QPushButton:disabled, QToolButton[rahmen="true"]:disabled {{
  color: {text2}; border-color: {linie}; background: {flaeche2}; }}
QPushButton[art="haupt"] {{
  background: {akzent}; border-color: {akzent}; color: {aufakzent}; font-weight: 600; }}
QPushButton[art="haupt"]:focus {{ border-color: {text}; }}
QPushButton[art="haupt"]:disabled {{
  background: {flaeche2}; border-color: {linie}; color: {text2}; }}
QPushButton[art="leise"] {{ border-color: transparent; background: transparent; }}
QPushButton[art="leise"]:hover {{ background: {akzentflaeche}; }}
QPushButton[art="leise"]:focus {{ border-color: {akzent}; }}
QPushButton[art="sprung"] {{ color: {text2}; text-align: left;
  margin: 1px 12px 1px 0; }}
QToolButton[rahmen="false"] {{
  border: 2px solid transparent; border-radius: 4px; padding: 2px; background: transparent; }}
QToolButton[rahmen="false"]:hover {{ background: {akzentflaeche}; }}
QToolButton[rahmen="false"]:focus {{ border-color: {akzent}; }}
QToolButton::menu-indicator {{ image: none; }}
QLineEdit, QPlainTextEdit[feld="true"] {{
  border: 1px solid {linie2}; border-radius: 4px; padding: 0 8px; background: {flaeche};
  color: {text}; selection-background-color: {akzent}; selection-color: {aufakzent};
  placeholder-text-color: {text2}; }}
QLineEdit {{ min-height: 26px; }}
QLineEdit:focus, QPlainTextEdit[feld="true"]:focus {{
  border: 2px solid {akzent}; padding: 0 7px; }}
QLineEdit:focus {{ min-height: 24px; }}
QLineEdit:read-only {{ background: {flaeche2}; }}
QLineEdit[fehler="true"], QLineEdit[fehler="true"]:focus {{
  border-color: {rot}; background: {rotf}; }}
QComboBox {{
  min-height: 26px; padding: 0 8px; border: 1px solid {linie2}; border-radius: 4px;
  background: {flaeche}; color: {text}; }}
QComboBox:focus {{ border: 2px solid {akzent}; padding: 0 7px; min-height: 24px; }}
QComboBox:disabled {{ color: {text2}; background: {flaeche2}; border-color: {linie}; }}
QComboBox QLineEdit {{ border: 0; padding: 0; min-height: 20px; }}
QComboBox::drop-down {{ border: 0; width: 24px; }}
QComboBox::down-arrow {{ image: url("{pfeil}"); width: 16px; height: 16px; }}
QComboBox QAbstractItemView {{
  background: {flaeche}; color: {text}; border: 1px solid {linie2};
  selection-background-color: {akzentflaeche}; selection-color: {text}; }}
QCheckBox::indicator, QRadioButton::indicator {{
  width: 14px; height: 14px; border: 1px solid {linie2}; background: {flaeche}; }}
QCheckBox::indicator {{ border-radius: 3px; }}
QRadioButton::indicator {{ border-radius: 8px; }}
QCheckBox::indicator:checked {{
  background: {akzent}; border-color: {akzent}; image: url("{haken}"); }}
QRadioButton::indicator:checked {{
  width: 6px; height: 6px; border: 5px solid {akzent}; background: {aufakzent}; }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border-color: {akzent}; }}
QCheckBox:focus, QRadioButton:focus {{ color: {akzent}; }}
QFrame[flaeche="inhalt"] {{ background: {flaeche}; border: 0; }}
QFrame[flaeche="neben"] {{ background: {flaeche2}; border: 0; }}
QFrame[flaeche="rahmen"] {{ background: {fenster}; border: 0; }}
QFrame[linie="true"] {{ background: {linie}; border: 0; }}
QLabel[ton="leise"] {{ color: {text2}; }}
QLabel[ton="rot"] {{ color: {rot}; }}
QLabel[ton="gelb"] {{ color: {gelb}; }}
QLabel[ton="gruen"] {{ color: {gruen}; }}
QLabel[marke="akzent"] {{
  background: {akzentflaeche}; color: {akzent}; border-radius: 3px; padding: 1px 6px; }}
QLabel[marke="gelb"] {{
  background: {gelbf}; color: {gelb}; border-radius: 3px; padding: 1px 6px; }}
QLabel[marke="rot"] {{ background: {rotf}; color: {rot}; border-radius: 3px; padding: 1px 6px; }}
QLabel[marke="gruen"] {{
  background: {einf}; color: {ein}; border-radius: 3px; padding: 1px 6px; }}
QLabel[marke="grau"] {{
  color: {text2}; border: 1px solid {linie}; border-radius: 3px; padding: 0 5px; }}
QFrame[hinweis="info"] {{ background: {akzentflaeche}; border-left: 3px solid {akzent}; }}
QFrame[hinweis="gelb"] {{ background: {gelbf}; border-left: 3px solid {gelb}; }}
QFrame[hinweis="rot"] {{ background: {rotf}; border-left: 3px solid {rot}; }}
QFrame[hinweis="info"] QLabel {{ color: {text}; }}
QFrame[hinweis="gelb"] QLabel {{ color: {gelb}; }}
QFrame[hinweis="rot"] QLabel {{ color: {rot}; }}
QTableView, QListView, QTreeView, QScrollArea[art="seite"] {{
  background: {flaeche}; border: 0; outline: 0; }}
QTableView[art="tabelle"]::item {{
  padding: 0 8px; border: 0; border-bottom: 1px solid {linie}; }}
QTableView[art="tabelle"]::item:selected {{ background: {akzentflaeche}; color: {text}; }}
QTableView[flaeche="neben"], QListView[flaeche="neben"], QScrollArea[flaeche="neben"] {{
  background: {flaeche2}; }}
QListView[flaeche="rahmen"] {{ background: {fenster}; }}
QDialog[rahmen="true"] {{ border: 1px solid {linie2}; background: {flaeche2}; }}
QListView[art="treffer"] {{ background: {flaeche2}; }}
QListView[art="treffer"]::item {{ min-height: 30px; padding: 0 6px; color: {text}; }}
QListView[art="treffer"]::item:selected {{ background: {akzentflaeche}; color: {text}; }}
QHeaderView {{ background: {flaeche2}; border: 0; }}
QHeaderView::section {{
  background: {flaeche2}; color: {text2}; border: 0; border-bottom: 1px solid {linie};
  padding: 5px 8px; font-weight: 600; }}
QHeaderView[einzug="true"]::section:first {{ padding-left: 20px; }}
QTabBar {{ background: {flaeche}; }}
QTabBar::tab {{
  padding: 6px 12px 7px 12px; color: {text2}; border: 0; border-bottom: 2px solid transparent;
  background: transparent; }}
QTabBar::tab:selected {{ color: {text}; border-bottom-color: {akzent}; }}
QTabBar::tab:hover {{ color: {text}; }}
QTabBar::tab:focus {{ color: {akzent}; }}
QTabWidget::pane {{ border: 0; border-top: 1px solid {linie}; }}
QScrollBar {{ background: transparent; border: 0; margin: 0; }}
QScrollBar:vertical {{ width: 12px; }}
QScrollBar:horizontal {{ height: 12px; }}
QScrollBar::handle {{ background: {linie2}; border-radius: 3px; }}
QScrollBar::handle:vertical {{ margin: 1px 3px; min-height: 28px; }}
QScrollBar::handle:horizontal {{ margin: 3px 1px; min-width: 28px; }}
QScrollBar::handle:hover {{ background: {text2}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: {linie}; }}
QProgressBar {{
  border: 1px solid {linie2}; border-radius: 3px; background: {flaeche}; max-height: 10px; }}
QProgressBar::chunk {{ background: {akzent}; }}
"""


def stylesheet(farben: Farben, haken: str, pfeil: str) -> str:
    """The style sheet; controls are named by dynamic properties (art, ton, marke, flaeche).

    `haken` and `pfeil` are the paths of the pictures in check boxes and combo boxes.
    """
    werte = {name: getattr(farben, name) for name in Farben.__dataclass_fields__}
    werte |= {"haken": haken, "pfeil": pfeil}
    kontrast = ""
    if farben.name == "kontrast":
        kontrast = (
            "QLabel[marke], QFrame[hinweis] {{ border: 1px solid {text}; }}"
            "QPushButton:checked {{ border-width: 2px; }}"
            "QMenu::item:selected, QMenuBar::item:selected {{ border: 1px solid {akzent}; }}"
            "QTableView::item:selected {{ border: 1px solid {akzent}; }}"
        )
    return (_VORLAGE + kontrast).format(**werte)
