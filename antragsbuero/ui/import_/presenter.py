"""Import: recognise in the background, look, put right, store."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services import importkorrektur as korrektur
from antragsbuero.services.errors import Buerofehler
from antragsbuero.services.importe import Importvorschlag
from antragsbuero.services.registry import Services
from antragsbuero.ui.import_.contract import View
from antragsbuero.ui.import_.contract import Ziele as Ziele
from antragsbuero.ui.import_.details import detail
from antragsbuero.ui.import_.einlesen import (
    NUR_ADRESSE,
    Gelesen,
    ansage,
    ist_adresse,
    lies_dateien,
    lies_zwischenablage,
    titel,
)
from antragsbuero.ui.import_.korrekturen import Korrekturen
from antragsbuero.ui.import_.quellzeilen import zeile_an
from antragsbuero.ui.import_.rows import TeilRow, Wahl
from antragsbuero.ui.import_.sitzung import (
    Pruefstand,
    Quelle,
    mit_vorschlag,
    nachfolger,
    zweifel_schluessel,
)
from antragsbuero.ui.shared.navigation import Ort
from antragsbuero.ui.shared.null_view import NullView
from antragsbuero.ui.shared.tasks import Aufgabe, Lauf, TaskRunner

NEUER_VORGANG = Wahl("", "Neuer Vorgang")


class ImportPresenter:
    """Holds the sources under review; nothing is stored before „Übernehmen“."""

    def __init__(
        self,
        view: View,
        services: Services,
        runner: TaskRunner,
        ziele: Ziele,
        fehlertext: Callable[[Exception], str],
    ) -> None:
        self._view = view
        self._services = services
        self._runner = runner
        self.ziele = ziele
        self._fehlertext = fehlertext
        self._stand = Pruefstand()
        self._verworfen: Pruefstand | None = None
        self._teil = ""
        self._aufgabe: Aufgabe | None = None
        self._legt_ab = False
        self.korrekturen = Korrekturen(self._versuche, lambda: self._teil)

    # ---- taking in

    def zeige(self, ort: Ort) -> None:
        """Comes to the front; a review under way stays unless there are files to read."""
        frei = not self._quellen and self._aufgabe is None
        if ort.vorgang or frei:
            self._stand.ziel = ort.vorgang or ""
        if ort.dateien:
            self.lies_dateien(ort.dateien)
        elif frei:
            self._view.zeige_eingabe()
        elif ort.vorgang and self._quellen:
            self._lade_ziele()

    def fuege_ein(self, text: str, html: str = "") -> None:
        """Recognises what was in the clipboard."""
        if not text.strip() and not html.strip():
            self._view.zeige_fehler(
                "In der Zwischenablage ist kein Text. Kopieren Sie die Seite und fügen Sie sie "
                "noch einmal ein."
            )
            return
        if ist_adresse(text):
            self._view.zeige_fehler(NUR_ADRESSE)
            return
        self._erkenne(
            "Der eingefügte Text wird gelesen …",
            lambda lauf: lies_zwischenablage(self._services.importe, text, html, lauf),
        )

    def lies_dateien(self, pfade: Sequence[str]) -> None:
        """Recognises files, each a source of its own."""
        self._erkenne(
            ansage(pfade),
            lambda lauf: lies_dateien(self._services.importe, pfade, self._fehlertext, lauf),
        )

    def _erkenne(self, was: str, lies: Callable[[Lauf], Gelesen]) -> None:
        self._brich_ab()
        self._view.zeige_fehler("")
        self._view.zeige_erkennung(was)
        self._aufgabe = self._runner.run(lies, on_done=self._erkannt, on_error=self._nicht_erkannt)

    def _erkannt(self, gelesen: Gelesen) -> None:
        self._aufgabe = None
        if gelesen.quellen:
            if self._quellen:
                self._verworfen = self._stand
                self._view.zeige_verworfen("Die vorige Prüfung ist beiseitegelegt.")
            self._stand = Pruefstand(gelesen.quellen, ziel=self._stand.ziel)
            self._zeige_quelle()
            self._lade_ziele()
        else:
            self._zeige_wieder()
        if gelesen.meldung:
            self._view.zeige_fehler(gelesen.meldung)

    def _nicht_erkannt(self, fehler: Exception) -> None:
        self._aufgabe = None
        self._zeige_wieder()
        self._view.zeige_fehler(self._fehlertext(fehler))

    def brich_erkennung_ab(self) -> None:
        """Stops recognising; what was under review before is shown again."""
        self._brich_ab()
        self._zeige_wieder()

    def _brich_ab(self) -> None:
        if self._aufgabe is not None:
            self._aufgabe.brich_ab()
            self._aufgabe = None

    def _zeige_wieder(self) -> None:
        if self._quellen:
            self._zeige_quelle()
        else:
            self._view.zeige_eingabe()

    def verwirf(self) -> None:
        """Drops the review; nothing was stored, and it can be brought back until the next."""
        self._verworfen = self._stand if self._quellen else None
        self._leere()
        if self._verworfen is not None:
            self._view.zeige_verworfen("Die Prüfung ist verworfen; gespeichert ist davon nichts.")

    def _leere(self) -> None:
        self._stand = Pruefstand()
        self._view.zeige_fehler("")
        self._view.zeige_eingabe()

    def hole_zurueck(self) -> None:
        """Shows the review again that was dropped last, with its corrections."""
        if self._verworfen is not None:
            self._brich_ab()
            self._stand, self._verworfen = self._verworfen, None
            self._view.zeige_fehler("")
            self._zeige_quelle()
            self._lade_ziele()

    @property
    def hat_berichtigt(self) -> bool:
        """Whether the review under way holds work that would be lost."""
        return bool(self._stand.zurueck) and not self._legt_ab

    # ---- showing

    @property
    def _quellen(self) -> list[Quelle]:
        return self._stand.quellen

    @property
    def _quelle(self) -> Quelle:
        return self._stand.quelle

    def waehle_quelle(self, nummer: int) -> None:
        """Shows another of the sources under review."""
        if 0 <= nummer < len(self._quellen) and nummer != self._stand.aktuell:
            self._stand.aktuell = nummer
            self._zeige_quelle()

    def _zeige_quelle(self) -> None:
        quelle = self._quelle
        namen = [q.vorschlag.name for q in self._quellen]
        self._view.zeige_pruefung(titel(quelle.vorschlag), namen, self._stand.aktuell)
        self._view.zeige_quelltext(quelle.vorschlag.quelltext, quelle.zeilen)
        self._zeige_erkanntes()
        erste = quelle.teile[0].schluessel if quelle.teile else ""
        self.waehle_teil(erste)
        if quelle.zweifel:
            self._view.zeige_stelle(quelle.zweifel[0].stelle)

    def _zeige_erkanntes(self) -> None:
        quelle = self._quelle
        self._view.zeige_teile(quelle.teile)
        self._view.zeige_zweifel(quelle.zweifel, quelle.zweifel_am_anfang)
        self._view.zeige_zuruecknehmbar(bool(self._stand.zurueck))
        self._zeige_ablage()

    def _zeige_ablage(self) -> None:
        moeglich = all(q.vorschlag.vorgaenge for q in self._quellen)
        self._view.zeige_ablage(self._legt_ab, moeglich)

    def waehle_teil(self, schluessel: str, *, rolle: bool = True) -> None:
        """Selects a part: its place in the source, and what can be put right about it."""
        self._teil = schluessel
        row = self._row(schluessel)
        self._view.zeige_auswahl(schluessel, row.stelle if row else None, rolle=rolle)
        self._view.zeige_detail(detail(self._quelle.vorschlag, schluessel) if row else None)

    def waehle_ort(self, ort: int) -> None:
        """Selects the part that holds a place of the source."""
        zeilen = self._quelle.zeilen
        teil = zeilen[zeile_an(zeilen, ort)].teil
        if teil and teil != self._teil and self._row(teil) is not None:
            self.waehle_teil(teil, rolle=False)

    def _row(self, schluessel: str) -> TeilRow | None:
        return next((r for r in self._quelle.teile if r.schluessel == schluessel), None)

    def zur_stelle(self, schluessel: str) -> None:
        """Shows the place of a doubt and the part it is about."""
        row = next((z for z in self._quelle.zweifel if z.schluessel == schluessel), None)
        if row is not None:
            self.waehle_ort(row.stelle.von)
            self._view.zeige_stelle(row.stelle)

    # ---- putting right

    def geprueft(self, schluessel: str) -> None:
        """A person has looked at a doubt."""
        for zweifel in self._quelle.vorschlag.zweifel:
            if zweifel_schluessel(zweifel) == schluessel:
                self._aendere(korrektur.geprueft(self._quelle.vorschlag, zweifel))
                return

    def nimm_zurueck(self) -> None:
        """Takes the last correction back."""
        if not self._stand.zurueck:
            return
        nummer, vorschlag = self._stand.zurueck.pop()
        davor = self._stand.quelle
        self._quellen[nummer] = mit_vorschlag(self._quellen[nummer], vorschlag)
        if nummer != self._stand.aktuell:
            self._stand.aktuell = nummer
            self._zeige_quelle()
            return
        self._zeige_geaendertes(davor)

    def _versuche(self, aenderung: Callable[[Importvorschlag], Importvorschlag]) -> None:
        try:
            neu = aenderung(self._quelle.vorschlag)
        except Buerofehler as fehler:
            self._view.zeige_fehler(str(fehler))
            return
        if neu != self._quelle.vorschlag:
            self._aendere(neu)

    def _aendere(self, vorschlag: Importvorschlag) -> None:
        self._view.zeige_fehler("")
        davor = self._quelle
        self._stand.zurueck.append((self._stand.aktuell, davor.vorschlag))
        self._quellen[self._stand.aktuell] = mit_vorschlag(davor, vorschlag)
        self._zeige_geaendertes(davor)

    def _zeige_geaendertes(self, davor: Quelle) -> None:
        self._view.zeige_zeilen(self._quelle.zeilen)
        self._zeige_erkanntes()
        self.waehle_teil(nachfolger(self._teil, davor.teile, self._quelle.teile), rolle=False)

    # ---- storing

    def waehle_ziel(self, kennung: str) -> None:
        """The Vorgang that takes what was recognised; "" makes new ones."""
        self._stand.ziel = kennung

    def _lade_ziele(self) -> None:
        def arbeit(_: Lauf) -> list[Wahl]:
            return [
                Wahl(z.kennung, " · ".join(t for t in (z.betreff, z.anzeigenummer) if t))
                for z in self._services.vorgaenge.rows()
            ]

        def angekommen(ziele: list[Wahl]) -> None:
            if self._stand.ziel not in {ziel.schluessel for ziel in ziele}:
                self._stand.ziel = ""
            self._view.zeige_ziele([NEUER_VORGANG, *ziele], self._stand.ziel)

        self._runner.run(
            arbeit,
            on_done=angekommen,
            on_error=lambda fehler: self._view.zeige_fehler(self._fehlertext(fehler)),
        )

    def uebernimm(self) -> None:
        """Stores everything under review, all of it or nothing; a second call waits."""
        if self._legt_ab or not self._quellen:
            return
        self._legt_ab = True
        self._zeige_ablage()
        self.ziele.speichern_beginnt()
        vorschlaege = [quelle.vorschlag for quelle in self._quellen]
        ziel = self._stand.ziel or None

        def arbeit(_: Lauf) -> tuple[Vorgang, ...]:
            fertig = [korrektur.fuer_ablage(vorschlag) for vorschlag in vorschlaege]
            return self._services.importe.uebernehme_alle(fertig, ziel)

        self._runner.run(arbeit, on_done=self._uebernommen, on_error=self._nicht_uebernommen)

    def _uebernommen(self, vorgaenge: tuple[Vorgang, ...]) -> None:
        self._legt_ab = False
        self.ziele.gespeichert(None)
        self._verworfen = None
        self._leere()
        if len(vorgaenge) == 1:
            self.ziele.melde(f"„{vorgaenge[0].betreff}“ ist übernommen.")
            self.ziele.oeffne(vorgaenge[0].kennung)
        else:
            self.ziele.melde(f"{len(vorgaenge)} Vorgänge sind übernommen.")
            self.ziele.oeffne_liste()

    def _nicht_uebernommen(self, fehler: Exception) -> None:
        self._legt_ab = False
        self.ziele.gespeichert(fehler)
        self._zeige_ablage()
        self._view.zeige_fehler(self._fehlertext(fehler))

    def schliesse(self) -> None:
        """Lets go of the view and stops recognising."""
        self._brich_ab()
        self._view = cast("View", NullView())
