"""The screen Editor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFont, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from antragsbuero.ui.editor.anlagen import Anlagenfeld
from antragsbuero.ui.editor.bogen import Bogen
from antragsbuero.ui.editor.einreichen import Einreichfeld
from antragsbuero.ui.editor.entwurf_edit import EntwurfEdit
from antragsbuero.ui.editor.kopf import EditorKopf
from antragsbuero.ui.editor.markierung import auswahlen
from antragsbuero.ui.editor.presenter import EditorPresenter
from antragsbuero.ui.editor.pruefleiste import Pruefleiste
from antragsbuero.ui.editor.pruefung import Pruefung
from antragsbuero.ui.editor.rows import Abschnitt, Zeile
from antragsbuero.ui.editor.textform import abschnitt
from antragsbuero.ui.shared.context import UiContext
from antragsbuero.ui.shared.einreichaktionen import Einreichaktionen
from antragsbuero.ui.shared.errors import frage
from antragsbuero.ui.shared.navigation import Ort
from antragsbuero.ui.shared.notice import EmptyState, NoticeBar
from antragsbuero.ui.shared.schnellexport import Aktion
from antragsbuero.ui.shared.schreibrecht import nur_lesen, schreibt
from antragsbuero.ui.shared.screen import Screen
from antragsbuero.ui.shared.widgets import icon_knopf, knopf, label, linie, marke

_SCHMAL = 900
"""Below this width of the screen the pane of checks folds away."""

_MINDESTENS = 480


class EditorView(Screen):
    """Head, tool line, text, checks."""

    def __init__(self, ui: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._kopf: EditorKopf | None = None
        self._pruefung: Pruefung | None = None
        self._leiste_von_hand: bool | None = None

    def verbinde(self, presenter: EditorPresenter) -> None:
        """Builds the widgets; called once, before the first `zeige`."""
        self._presenter = presenter
        ui = self._ui
        self._text = EntwurfEdit(ui)
        self._text.getippt.connect(presenter.getippt)
        self._text.abgelehnt.connect(lambda text: self.zeige_hinweis(text, "gelb"))
        self._text.cursorPositionChanged.connect(self._markiere)
        self._leiste = Pruefleiste(ui)
        self._leiste.gewaehlt.connect(self._zur_zeile)
        self._einreichfeld = Einreichfeld(ui)
        self._einreichfeld.eingereicht.connect(presenter.reiche_ein)
        self._einreichfeld.abgebrochen.connect(self._schliesse_feld)
        self._hinweis = NoticeBar(ui.icons)
        self._leer = EmptyState("Kein Entwurf geöffnet", "")
        self._baue_aktionen()
        entwurf = QWidget()
        spalte = QVBoxLayout(entwurf)
        spalte.setContentsMargins(0, 0, 0, 0)
        spalte.setSpacing(0)
        for widget in (self._baue_kopf(), linie(), self._hinweis, self._einreichfeld,
                       self._baue_werkzeuge(), linie()):  # fmt: skip
            spalte.addWidget(widget)
        self._teiler = QSplitter(Qt.Orientation.Horizontal)
        self._teiler.setHandleWidth(1)
        self._teiler.setChildrenCollapsible(False)
        self._teiler.addWidget(Anlagenfeld(ui, presenter.anlagen, self._text))
        self._teiler.addWidget(self._leiste)
        self._teiler.setStretchFactor(0, 1)
        self._teiler.setSizes([900, 300])
        ui.merker.binde_splitter(self._teiler, "editor")
        spalte.addWidget(self._teiler, 1)
        self._stapel = QStackedWidget()
        self._stapel.addWidget(self._leer)
        self._stapel.addWidget(entwurf)
        aussen = QVBoxLayout(self)
        aussen.setContentsMargins(0, 0, 0, 0)
        aussen.addWidget(self._stapel)
        ui.theme.geaendert.connect(self._markiere)

    # ---- building

    def _baue_aktionen(self) -> None:
        text, presenter = self._text, self._presenter
        self._schreibend: list[QAction] = []
        for name, tun, taste in (
            ("Neuer &Punkt", text.neuer_punkt, "Ctrl+Return"),
            ("&Einrücken (Tabulator)", lambda: text.ruecke(1), ""),
            ("&Ausrücken (Umschalt+Tabulator)", lambda: text.ruecke(-1), ""),
            ("Punkt nach &oben (Alt+Auf)", lambda: text.verschiebe(-1), ""),
            ("Punkt nach &unten (Alt+Ab)", lambda: text.verschiebe(1), ""),
            ("&Fett", lambda: text.zeichne_aus("fett"), ""),
            ("&Kursiv", lambda: text.zeichne_aus("kursiv"), ""),
            ("&Unterstrichen", lambda: text.zeichne_aus("unter"), ""),
        ):
            self._schreibend.append(self._aktion(name, tun, taste))
        self._alternative = self._aktion(
            "Alternativvorschlag &übernehmen", presenter.uebernimm_alternative, ""
        )
        self._einreichen = self._aktion("Ein&reichen …", presenter.beginne_einreichen, "")
        self._neue = self._aktion("&Neue Fassung daraus", presenter.neue_fassung, "")
        for aktion in (*self._schreibend, self._alternative, self._einreichen, self._neue):
            schreibt(aktion)
        self._vergleichen = self._aktion("&Vergleichen", presenter.vergleiche, "")
        self._einreichung = Einreichaktionen(self, self._ui.merker, presenter.einreichung)

    def _aktion(self, text: str, tun: Callable[[], None], taste: str) -> QAction:
        aktion = QAction(text, self)
        if taste:
            aktion.setShortcut(QKeySequence(taste))
            aktion.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        aktion.triggered.connect(lambda: tun())
        self.addAction(aktion)
        return aktion

    def _baue_kopf(self) -> QWidget:
        icons = self._ui.icons
        kopf = QWidget()
        reihe = QHBoxLayout(kopf)
        reihe.setContentsMargins(12, 8, 12, 6)
        reihe.setSpacing(8)
        zurueck = icon_knopf("Zum Vorgang", self._presenter.zum_vorgang, icons=icons,
                             icon="arrow_left")  # fmt: skip
        self._titel = label(punkte=12.5, fett=True)
        self._marke = marke("Entwurf", "akzent")
        self._zeile = label(punkte=9, ton="leise")
        self._zeile.setMinimumWidth(60)
        oben = QHBoxLayout()
        oben.setSpacing(8)
        oben.addWidget(self._titel)
        oben.addWidget(self._marke)
        oben.addStretch(1)
        titel = QVBoxLayout()
        titel.setSpacing(0)
        titel.addLayout(oben)
        titel.addWidget(self._zeile)
        self._vergleichen_knopf = knopf(
            "&Vergleichen", self._vergleichen.trigger, icons=icons,
            icon="layout_column_two_split_right",
        )  # fmt: skip
        self._einreichen_knopf = knopf(
            "Ein&reichen …", self._einreichen.trigger, icons=icons, icon="send", art="haupt",
            schreibt=True,
        )  # fmt: skip
        self._neue_knopf = knopf(
            "&Neue Fassung daraus", self._neue.trigger, icons=icons, icon="document_add",
            art="haupt", schreibt=True,
        )  # fmt: skip
        reihe.addWidget(zurueck)
        reihe.addLayout(titel, 1)
        for button in (self._vergleichen_knopf, self._einreichen_knopf, self._neue_knopf):
            reihe.addWidget(button)
        return kopf

    def _baue_werkzeuge(self) -> QWidget:
        text, icons = self._text, self._ui.icons
        leiste = QWidget()
        leiste.setMinimumWidth(_MINDESTENS)  # else the wide form would forbid a narrow window
        reihe = QHBoxLayout(leiste)
        reihe.setContentsMargins(12, 4, 12, 4)
        reihe.setSpacing(4)
        self._rueckgaengig = icon_knopf("Rückgängig (Strg+Z)", text.undo, icons=icons,
                                        icon="arrow_undo")  # fmt: skip
        self._wiederholen = icon_knopf("Wiederholen (Strg+Y)", text.redo, icons=icons,
                                       icon="arrow_redo")  # fmt: skip
        text.undoAvailable.connect(self._rueckgaengig.setEnabled)
        text.redoAvailable.connect(self._wiederholen.setEnabled)
        for button in (self._rueckgaengig, self._wiederholen):
            button.setEnabled(False)
            reihe.addWidget(button)
        reihe.addWidget(_strich())
        self._punkt = knopf("&Punkt", text.neuer_punkt, icons=icons, icon="add", art="leise",
                            tooltip="Neuer Punkt nach diesem (Eingabetaste)",
                            schreibt=True)  # fmt: skip
        reihe.addWidget(self._punkt)
        for name, tun, icon in (
            ("Einrücken: Unterpunkt (Tabulator)", lambda: text.ruecke(1),
             "text_indent_increase_ltr"),
            ("Ausrücken (Umschalt+Tabulator)", lambda: text.ruecke(-1),
             "text_indent_decrease_ltr"),
            ("Punkt nach oben (Alt+Auf)", lambda: text.verschiebe(-1), "arrow_up"),
            ("Punkt nach unten (Alt+Ab)", lambda: text.verschiebe(1), "arrow_down"),
        ):  # fmt: skip
            reihe.addWidget(icon_knopf(name, tun, icons=icons, icon=icon, schreibt=True))
        reihe.addWidget(_strich())
        for zeichen, name, wie in (
            ("F", "Fett (Strg+B)", "fett"),
            ("K", "Kursiv (Strg+I)", "kursiv"),
            ("U", "Unterstrichen (Strg+U)", "unter"),
        ):
            reihe.addWidget(self._zeichenknopf(zeichen, name, wie))
        reihe.addWidget(_strich())
        self._alternative_knopf = knopf(
            "&Alternativvorschlag übernehmen", self._alternative.trigger, icons=icons,
            icon="document_arrow_right", art="leise", schreibt=True,
        )  # fmt: skip
        reihe.addWidget(self._alternative_knopf)
        reihe.addStretch(1)
        self._zaehler = label(punkte=9, ton="leise")
        reihe.addWidget(self._zaehler)
        self._leiste_knopf = icon_knopf("Prüfung ein- oder ausblenden", self._falte_leiste,
                                        icons=icons, icon="checkmark_circle")  # fmt: skip
        reihe.addWidget(self._leiste_knopf)
        self._werkzeuge = leiste
        return leiste

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

    # ---- Screen

    def zeige(self, ort: Ort) -> None:
        """Comes to the front."""
        self.titel.emit(self._fenstertitel())
        self._presenter.oeffne(ort.vorgang, ort.fassungen[0] if ort.fassungen else None)
        if self._stapel.currentIndex() == 1 and self.isVisible():
            self._text.setFocus()

    def drucke(self) -> bool:
        """Ctrl+P: the preview of the draft."""
        auftrag = self._presenter.vorschau()
        if auftrag is not None:
            self.vorschau.emit(auftrag)
        return auftrag is not None

    def darf_gehen(self) -> bool:
        """Saves and waits; asks where the text would be lost."""
        if self._presenter.schliesse_ab():
            return True
        return frage(
            self, "Entwurf nicht gespeichert",
            "Die letzten Änderungen an diesem Entwurf sind nicht gespeichert. Wenn Sie trotzdem "
            "schließen, gehen sie verloren. Sie können den Text vorher kopieren.",
            "Trotzdem schließen", "Zurück zum Entwurf",
        )  # fmt: skip

    def schliesse(self) -> None:
        """The window closes."""
        self._presenter.schliesse()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt."""
        super().resizeEvent(event)
        self._passe_leiste_an()

    def _fenstertitel(self) -> str:
        if self._kopf is None:
            return "Editor"
        zusatz = "" if self._kopf.eingereicht else " (Entwurf)"
        return f"{self._kopf.art}{zusatz} – {self._kopf.betreff}".rstrip(" –")

    # ---- View

    def zeige_entwurf(self, bogen: Bogen) -> None:
        """See presenter.View."""
        self._pruefung = None
        self._text.begruendung = bogen.kopf.begruendung
        self._text.zeige(bogen.zeilen, bogen.nummern)
        self.zeige_kopf(bogen.kopf)
        self._stapel.setCurrentIndex(1)
        self._text.setze_cursor(_anfang(bogen.zeilen), 10_000_000)
        self._passe_leiste_an()
        if self.isVisible():
            self._text.setFocus()

    def zeige_kopf(self, kopf: EditorKopf) -> None:
        """See presenter.View."""
        self._kopf = kopf
        self._titel.setText(kopf.art)
        gesperrt = nur_lesen(self)
        worte = "Entwurf, nur lesen" if gesperrt else "Entwurf"
        self._marke.setText("Eingereicht, nur lesen" if kopf.eingereicht else worte)
        self._zeile.setText(kopf.zeile)
        self._zeile.setToolTip(kopf.zeile)
        offen = not kopf.eingereicht
        self._text.setReadOnly(kopf.eingereicht or gesperrt)
        self._werkzeuge.setVisible(offen and not gesperrt)
        for aktion in (*self._schreibend, self._einreichen):
            aktion.setEnabled(offen)
        self._einreichung.folge()
        self._einreichen_knopf.setVisible(offen)
        self._neue_knopf.setVisible(kopf.eingereicht)
        self._neue.setEnabled(kopf.eingereicht)
        self._alternative.setEnabled(bool(kopf.alternative))
        self._alternative_knopf.setVisible(bool(kopf.alternative))
        self._alternative_knopf.setToolTip(f"Die Punkte aus: {kopf.alternative}")
        self._vergleichen.setEnabled(kopf.hat_vorlage)
        self._vergleichen_knopf.setVisible(kopf.hat_vorlage)
        if self.isVisible():
            self.titel.emit(self._fenstertitel())

    def lies(self) -> tuple[Zeile, ...]:
        """See presenter.View."""
        return self._text.lies()

    def ersetze(self, zeilen: Sequence[Zeile]) -> None:
        """See presenter.View."""
        self._text.ersetze(zeilen)

    def zeige_pruefung(self, pruefung: Pruefung) -> None:
        """See presenter.View."""
        self._pruefung = pruefung
        eingereicht = self._kopf is not None and self._kopf.eingereicht
        self._leiste.zeige(pruefung, eingereicht=eingereicht)
        punkte = "1 Punkt" if pruefung.punkte == 1 else f"{pruefung.punkte} Punkte"
        self._zaehler.setText(f"{punkte} · {pruefung.woerter} Wörter")
        self._markiere()

    def zeige_einreichen(self, pruefung: Pruefung | None, datum: date, nummer: str) -> None:
        """See presenter.View."""
        if pruefung is None:
            self._einreichfeld.hide()
        else:
            self._hinweis.verbirg()
            self._einreichfeld.oeffne(pruefung, datum, nummer)

    def zeige_hinweis(
        self, text: str, art: str, aktion: Aktion | None = None, zweite: Aktion | None = None
    ) -> None:
        """See presenter.View."""
        if text:
            self._hinweis.biete(text, art, aktion, zweite)
        else:
            self._hinweis.verbirg()

    def zeige_leer(self, titel: str, text: str) -> None:
        """See presenter.View."""
        self._kopf = None
        self._leer.setze(titel, text)
        self._stapel.setCurrentIndex(0)

    # ---- events

    def _schliesse_feld(self) -> None:
        self._presenter.lass_einreichen()
        self._text.setFocus()

    def _zur_zeile(self, zeile: int) -> None:
        self._text.setze_cursor(zeile)
        self._text.setFocus()

    def _markiere(self) -> None:
        self._text.setExtraSelections(
            auswahlen(self._text.document(), self._pruefung, self._ui.theme.farben)
        )
        self._text.viewport().update()
        punkt = abschnitt(self._text.textCursor().block()) is Abschnitt.PUNKTE
        for aktion in self._schreibend[1:5]:
            aktion.setEnabled(punkt and not self._text.isReadOnly())

    def _falte_leiste(self) -> None:
        self._leiste_von_hand = not self._leiste.isVisible()
        self._passe_leiste_an()

    def _passe_leiste_an(self) -> None:
        if not hasattr(self, "_leiste"):
            return
        weit = self.width() >= _SCHMAL
        self._leiste.setVisible(weit if self._leiste_von_hand is None else self._leiste_von_hand)
        self._zaehler.setVisible(weit)


def _anfang(zeilen: Sequence[Zeile]) -> int:
    """The row where work begins: an empty Betreff, else the first point."""
    if zeilen and not zeilen[0].text:
        return 0
    return next((k for k, z in enumerate(zeilen) if z.abschnitt is Abschnitt.PUNKTE), 0)


def _strich() -> QFrame:
    strich = linie(senkrecht=True)
    strich.setFixedHeight(20)
    return strich
