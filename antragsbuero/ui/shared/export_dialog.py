"""The dialog „Exportieren“: what, in which formats, how, where to."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from antragsbuero.services.ausgabe import HTML, PDF, WORD, Ausgabe, Auswahl, Exportauftrag
from antragsbuero.services.papier import Exportwahl
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.export_presenter import Exportbild, ExportPresenter
from antragsbuero.ui.shared.gekuerzt import GekuerzterText
from antragsbuero.ui.shared.merker import ANLAGEN
from antragsbuero.ui.shared.notice import NoticeBar
from antragsbuero.ui.shared.rollbereich import Rollbereich, passe_in_bildschirm
from antragsbuero.ui.shared.widgets import flaeche, knopf, label, linie, nenne

ORDNER = "export/ordner"
_FORMATE = "export/formate"
_NAMEN = {
    Ausgabe.FASSUNG: "&Fassung",
    Ausgabe.ANSCHREIBEN: "&Anschreiben",
    Ausgabe.NACHFRAGE: "&Nachfrage",
    Ausgabe.SYNOPSE: "&Synopse",
    Ausgabe.KORREKTURFASSUNG: "&Korrekturfassung",
    Ausgabe.REGISTER: "&Register",
    Ausgabe.AKTE: "Ak&te",
    Ausgabe.WEBSEITE: "&Webseite",
}
_ENDUNGEN = ((WORD, "Wor&d"), (PDF, "&PDF"), (HTML, "&HTML (Synopse)"))
_GEZEIGT = 200
"""Names shown at most; more nobody reads."""


class _Dateinamen(QPlainTextEdit):
    """Takes the height that is left: for a height of its own the page would scroll."""

    def sizeHint(self) -> QSize:
        """See Qt."""
        return self.minimumSizeHint()


class ExportDialog(QDialog):
    """Collects an Exportauftrag; the names of the files follow every change."""

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._briefkopf: Path | None = None
        self._vorwahl: Collection[Ausgabe] = ()
        self._gezeigt = False
        self.waehle_ordner: Callable[[str], str] = self._frage_ordner
        self.waehle_briefkopf: Callable[[str], str] = self._frage_briefkopf
        """Ask for a folder and for a Word file; "" for none. Tests put their own."""
        self.setWindowTitle("Exportieren")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        passe_in_bildschirm(self, 760, 520)

    def verbinde(self, presenter: ExportPresenter) -> None:
        """Builds the widgets; called once."""
        self._presenter = presenter
        self._titel = GekuerzterText(1, punkte=11, fett=True)
        self._titel.setze("Vorgang wird gelesen …")
        self._hinweis = NoticeBar(self._ui.icons)
        oben = QHBoxLayout()
        oben.setSpacing(24)
        oben.addLayout(self._was(), 3)
        oben.addWidget(linie(senkrecht=True))
        oben.addLayout(self._wie(), 2)
        self._namen = _Dateinamen()
        self._namen.setReadOnly(True)
        self._namen.setTabChangesFocus(True)
        self._namen.setProperty("feld", "true")
        self._namen.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._namen.setAccessibleName("Namen der Dateien")
        self._zahl = label("Dateien", fett=True)
        self._tun = knopf("E&xportieren", self._exportiere, icons=self._ui.icons,
                          icon="arrow_export_ltr", art="haupt")  # fmt: skip
        self._tun.setDefault(True)
        unten = QHBoxLayout()
        unten.setSpacing(8)
        unten.addStretch(1)
        unten.addWidget(self._tun)
        unten.addWidget(knopf("A&bbrechen", self.reject))
        seite = flaeche("rahmen")
        innen = QVBoxLayout(seite)
        innen.setContentsMargins(20, 0, 20, 0)
        innen.setSpacing(10)
        innen.addLayout(oben)
        innen.addWidget(linie())
        innen.addLayout(self._wohin())
        innen.addWidget(self._zahl)
        innen.addWidget(self._namen, 1)
        rolle = Rollbereich(seite)
        rolle.setProperty("art", "dialog")
        spalte = QVBoxLayout(self)
        spalte.setContentsMargins(0, 14, 0, 14)
        spalte.setSpacing(10)
        kopf = QVBoxLayout()
        kopf.setSpacing(10)
        kopf.addWidget(self._titel)
        kopf.addWidget(self._hinweis)
        for rand in (kopf, unten):
            rand.setContentsMargins(20, 0, 20, 0)
        spalte.addLayout(kopf)
        spalte.addWidget(rolle, 1)
        spalte.addLayout(unten)
        self._tun.setEnabled(False)

    def zeige(self, auswahl: Auswahl, vorwahl: Collection[Ausgabe] = ()) -> None:
        """Opens for these Vorgänge; `vorwahl` is ticked where it exists."""
        self._vorwahl = vorwahl
        self._presenter.oeffne(auswahl)
        self.open()

    # ---- building

    def _was(self) -> QGridLayout:
        gitter = QGridLayout()
        gitter.setHorizontalSpacing(12)
        gitter.setVerticalSpacing(4)
        gitter.setColumnStretch(1, 1)
        gitter.addWidget(label("Was", fett=True), 0, 0)
        self._fassungen = QComboBox()
        self._fassungen.setMinimumContentsLength(12)
        self._fassungen.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        nenne(self._fassungen, "Welche Fassung")
        self._fassungen.activated.connect(self._fassung_gewaehlt)
        self._ausgaben: dict[Ausgabe, QCheckBox] = {}
        self._gruende: dict[Ausgabe, QLabel] = {}
        for zeile, (ausgabe, name) in enumerate(_NAMEN.items(), 1):
            kasten = self._kasten(name)
            self._ausgaben[ausgabe] = kasten
            self._gruende[ausgabe] = grund = label(punkte=9, ton="leise", umbruch=True)
            fassung = ausgabe is Ausgabe.FASSUNG
            oben = Qt.AlignmentFlag.AlignVCenter if fassung else Qt.AlignmentFlag.AlignTop
            gitter.addWidget(kasten, zeile, 0, oben)
            if fassung:
                gitter.addWidget(self._fassungen, zeile, 1)
            else:
                gitter.addWidget(grund, zeile, 1)
        gitter.setRowStretch(len(_NAMEN) + 1, 1)
        return gitter

    def _wie(self) -> QVBoxLayout:
        spalte = QVBoxLayout()
        spalte.setSpacing(4)
        spalte.addWidget(label("Format", fett=True))
        gemerkt = self._ui.merker.texte(_FORMATE) or (WORD, PDF)
        self._formate: dict[str, QCheckBox] = {}
        for endung, name in _ENDUNGEN:
            kasten = self._kasten(name)
            with QSignalBlocker(kasten):
                kasten.setChecked(endung in gemerkt)
            self._formate[endung] = kasten
            spalte.addWidget(kasten)
        spalte.addSpacing(8)
        spalte.addWidget(label("Optionen", fett=True))
        self._zeilen = self._kasten("&Zeilennummern")
        self._unterschriften = self._kasten("&Unterschriften")
        self._anlagen = self._kasten("An&lagen anhängen (PDF)")
        self._anlagen_gewuenscht = self._ui.merker.ja(ANLAGEN)
        self._anlagen.toggled.connect(self._anlagen_gewaehlt)
        for kasten in (self._zeilen, self._unterschriften, self._anlagen):
            spalte.addWidget(kasten)
        self._ohne_anlagen = label(punkte=9, ton="leise")
        self._ohne_anlagen.setContentsMargins(22, 0, 0, 0)  # below the words of the box
        self._ohne_anlagen.hide()
        spalte.addWidget(self._ohne_anlagen)
        self._kopf = self._kasten("Ei&gener Briefkopf")
        self._kopf.clicked.connect(self._briefkopf_gewaehlt)
        spalte.addWidget(self._kopf)
        self._kopfname = label(punkte=9, ton="leise")
        spalte.addWidget(self._kopfname)
        spalte.addStretch(1)
        return spalte

    def _wohin(self) -> QHBoxLayout:
        self._ordner = QLineEdit(self._ui.merker.text(ORDNER, str(Path.home())))
        self._ordner.setAccessibleName("Ordner")
        self._ordner.editingFinished.connect(self._geaendert)
        name = label("&Ordner:")
        name.setTextFormat(Qt.TextFormat.AutoText)
        name.setText("&Ordner:")
        name.setBuddy(self._ordner)
        self._ersetzen = self._kasten("&Vorhandene ersetzen")
        self._ersetzen.setToolTip("Sonst bekommt die neue Datei eine Nummer: „Antrag (2).pdf“")
        reihe = QHBoxLayout()
        reihe.setSpacing(8)
        reihe.addWidget(name)
        reihe.addWidget(self._ordner, 1)
        reihe.addWidget(knopf("Durchsu&chen …", self._durchsuche,
                              icons=self._ui.icons, icon="folder_open"))  # fmt: skip
        reihe.addWidget(self._ersetzen)
        return reihe

    def _kasten(self, name: str) -> QCheckBox:
        kasten = QCheckBox(name)
        kasten.toggled.connect(self._geaendert)
        return kasten

    # ---- View

    def zeige_angebot(self, bild: Exportbild) -> None:
        """See presenter.View."""
        self._titel.setze(bild.titel or "Ohne Betreff")
        self._fassungen.clear()
        for kennung, name in bild.fassungen:
            self._fassungen.addItem(name, kennung)
        self._fassungen.setCurrentIndex(self._fassungen.findData(bild.fassung))
        self._fassungen.setVisible(len(bild.fassungen) > 0)
        for angebot in bild.angebote:
            kasten, grund = self._ausgaben[angebot.ausgabe], self._gruende[angebot.ausgabe]
            with QSignalBlocker(kasten):
                kasten.setEnabled(angebot.moeglich)
                if not angebot.moeglich:
                    kasten.setChecked(False)
                elif not self._gezeigt and angebot.ausgabe in self._vorwahl:
                    kasten.setChecked(True)
            grund.setText(angebot.hinweis)
            kasten.setAccessibleDescription(angebot.hinweis)
            kasten.setToolTip(angebot.hinweis)
        self._zeige_anlagen(bild.ohne_anlagen)
        if not self._gezeigt:
            self._gezeigt = True
            gewaehlt = (k for k in self._ausgaben.values() if k.isChecked())
            next(gewaehlt, self._ausgaben[Ausgabe.AKTE]).setFocus(Qt.FocusReason.OtherFocusReason)
        self._tun.setEnabled(True)
        self._geaendert()

    def _zeige_anlagen(self, ohne: str) -> None:
        with QSignalBlocker(self._anlagen):
            self._anlagen.setEnabled(not ohne)
            self._anlagen.setChecked(self._anlagen_gewuenscht and not ohne)
        self._anlagen.setToolTip(ohne)
        self._anlagen.setAccessibleDescription(ohne)
        self._ohne_anlagen.setText(ohne)
        self._ohne_anlagen.setVisible(bool(ohne))

    def zeige_namen(self, namen: Sequence[str]) -> None:
        """See presenter.View."""
        anzahl = len(namen)
        mehr = [f"… und {anzahl - _GEZEIGT} weitere"] if anzahl > _GEZEIGT else []
        self._namen.setPlainText("\n".join((*namen[:_GEZEIGT], *mehr)))
        self._zahl.setText("1 Datei" if anzahl == 1 else f"{anzahl} Dateien")

    def zeige_hinweis(self, text: str) -> None:
        """See presenter.View."""
        self._hinweis.zeige(text, "gelb")

    def beende(self) -> None:
        """See presenter.View."""
        self._ui.merker.setze(ORDNER, str(self._auftrag().ordner))
        formate = tuple(e for e, kasten in self._formate.items() if kasten.isChecked())
        self._ui.merker.setze_texte(_FORMATE, formate)
        self._ui.merker.setze_ja(ANLAGEN, self._anlagen_gewuenscht)
        self.accept()

    # ---- events

    def _auftrag(self) -> Exportauftrag:
        wahl = Exportwahl(
            self._zeilen.isChecked(),
            self._unterschriften.isChecked(),
            self._anlagen.isChecked(),
            self._briefkopf if self._kopf.isChecked() else None,
        )
        return Exportauftrag(
            Auswahl(()),  # the presenter knows it
            tuple(a for a, kasten in self._ausgaben.items() if kasten.isChecked()),
            frozenset(e for e, kasten in self._formate.items() if kasten.isChecked()),
            Path(self._ordner.text().strip()).expanduser(),
            wahl,
            self._ersetzen.isChecked(),
        )

    def _geaendert(self) -> None:
        if self._gezeigt:
            self._presenter.benenne(self._auftrag())

    def _anlagen_gewaehlt(self, an: bool) -> None:
        self._anlagen_gewuenscht = an

    def _fassung_gewaehlt(self) -> None:
        self._presenter.waehle_fassung(self._fassungen.currentData())

    def _exportiere(self) -> None:
        auftrag = self._auftrag()
        if not self._ordner.text().strip() or not auftrag.ordner.is_dir():
            self.zeige_hinweis(f"Den Ordner „{self._ordner.text()}“ gibt es nicht.")
            self._ordner.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._presenter.exportiere(auftrag)

    def _durchsuche(self) -> None:
        ordner = self.waehle_ordner(self._ordner.text())
        if ordner:
            self._ordner.setText(ordner)
            self._geaendert()

    def _briefkopf_gewaehlt(self, an: bool) -> None:
        datei = self.waehle_briefkopf(self._ordner.text()) if an else ""
        self._briefkopf = Path(datei) if datei else None
        self._kopfname.setText(self._briefkopf.name if self._briefkopf else "")
        self._kopf.setChecked(self._briefkopf is not None)

    def _frage_ordner(self, ordner: str) -> str:
        return QFileDialog.getExistingDirectory(self, "Ordner für den Export", ordner)

    def _frage_briefkopf(self, ordner: str) -> str:
        return QFileDialog.getOpenFileName(
            self, "Eigener Briefkopf", ordner, "Word-Datei (*.docx *.dotx)"
        )[0]

    def done(self, ergebnis: int) -> None:
        """See Qt."""
        self._presenter.schliesse()
        super().done(ergebnis)

    def closeEvent(self, event: QCloseEvent) -> None:
        """See Qt."""
        self._presenter.schliesse()
        super().closeEvent(event)
