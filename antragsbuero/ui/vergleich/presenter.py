"""The comparison: which columns, what is shown, where one is, corrections by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import cast

from antragsbuero.comparison.synopse import Synopse
from antragsbuero.domain.fassung import Fassung
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.events import Ereignis, VorgangGespeichert
from antragsbuero.services.registry import Services
from antragsbuero.ui.shared.null_view import NullView
from antragsbuero.ui.shared.schnellexport import schreibe_schnell
from antragsbuero.ui.shared.tasks import Aufgabe, Lauf, TaskRunner
from antragsbuero.ui.shared.vorschau.auftrag import Vorschauauftrag
from antragsbuero.ui.vergleich.auswahl import (
    HOECHSTENS,
    Wahl,
    basen,
    ersetzt,
    geordnet,
    umgeschaltet,
    vorauswahl,
)
from antragsbuero.ui.vergleich.contract import View
from antragsbuero.ui.vergleich.export import Auftrag, schreibe, vorschau
from antragsbuero.ui.vergleich.korrekturgang import Korrekturgang
from antragsbuero.ui.vergleich.rows import Anzeige, VergleichRow
from antragsbuero.ui.vergleich.stellengang import Stellengang
from antragsbuero.ui.vergleich.tafel import baue_tafel
from antragsbuero.ui.vergleich.ziele import Ziele as Ziele


class VergleichPresenter:
    """Holds the comparison that is shown."""

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
        self._vorgang: Vorgang | None = None
        self._spalten: tuple[str, ...] = ()
        self._basis: int | None = None
        self._anzeige = Anzeige()
        self._synopse: Synopse | None = None
        self._gezeigt: tuple[str, ...] = ()
        self._gang = Stellengang()
        self._aufgabe: Aufgabe | None = None
        self._frage = 0
        self._vorne = False
        self._korrekturen = Korrekturgang(
            services.vergleiche,
            runner,
            self._rechne,
            lambda text, art: self._view.zeige_hinweis(text, art),
            fehlertext,
        )

    # ---- loading

    def oeffne(self, vorgang: str | None, fassungen: Sequence[str] = ()) -> None:
        """Shows the Fassungen of a Vorgang; without any, those that say most."""
        if vorgang is None:
            self._view.zeige_leer(
                "Kein Vorgang gewählt", "Öffnen Sie einen Vorgang und dort den Reiter „Vergleich“."
            )
            return
        if self._vorgang is not None and self._vorgang.kennung == vorgang and not fassungen:
            fassungen = self._spalten
        elif self._vorgang is None or self._vorgang.kennung != vorgang:
            self._basis = None
            self._korrekturen.speicher.vergiss()
        self._vorne = True
        self._frage += 1
        frage = self._frage

        def angekommen(geladen: Vorgang) -> None:
            if frage == self._frage:
                self._geladen(geladen, fassungen)

        self._runner.run(
            lambda _: self._services.ausgang.lade(vorgang),
            on_done=angekommen,
            on_error=self._gescheitert,
        )

    def on_ereignis(self, ereignis: Ereignis) -> None:
        """Follows changes of the Vorgang that is shown."""
        if (
            self._vorne
            and isinstance(ereignis, VorgangGespeichert)
            and self._vorgang is not None
            and ereignis.kennung == self._vorgang.kennung
        ):
            self.oeffne(ereignis.kennung, self._spalten)

    def verlasse(self) -> None:
        """Another screen comes to the front: changes are looked at on coming back."""
        self._vorne = False

    def _geladen(self, vorgang: Vorgang, fassungen: Sequence[str]) -> None:
        vorhanden = [f.kennung for f in geordnet(vorgang)]
        gewuenscht = tuple(k for k in fassungen if k in vorhanden)[:HOECHSTENS]
        vorher = self.fassungen if self._gezeigt == self._spalten else ()
        self._vorgang = vorgang
        self._spalten = gewuenscht if len(gewuenscht) > 1 else vorauswahl(vorgang, gewuenscht)
        if len(self._spalten) < 2:
            self._zeige_kopf()
            self._view.zeige_leer(
                "Noch keine Fassung zum Vergleichen",
                "Ein Vergleich braucht zwei Fassungen; dieser Vorgang hat weniger.",
            )
        elif self._synopse is not None and self.fassungen == vorher:
            self._zeige_kopf()
        else:
            self._rechne()

    @property
    def fassungen(self) -> tuple[Fassung, ...]:
        """The Fassungen of the columns."""
        if self._vorgang is None:
            return ()
        return tuple(self._vorgang.fassung(k) for k in self._spalten)

    def _rechne(self) -> None:
        self.brich_ab()
        self._zeige_kopf()
        self._view.zeige_rechnet()
        fassungen = self.fassungen
        grundlage = basen(len(fassungen), self._basis)
        self._frage += 1
        frage = self._frage

        def arbeit(lauf: Lauf) -> Synopse:
            return self._services.vergleiche.synopse(
                fassungen, basen=grundlage, abbruch=lauf.abgebrochen
            )

        def angekommen(synopse: Synopse) -> None:
            if frage == self._frage:
                self._aufgabe = None
                self._synopse = synopse
                self._zeige_tafel()

        self._aufgabe = self._runner.run(arbeit, on_done=angekommen, on_error=self._gescheitert)

    def brich_ab(self) -> None:
        """Stops the comparison that runs."""
        if self._aufgabe is not None:
            self._aufgabe.brich_ab()
            self._aufgabe = None

    def brich_ab_und_sag_es(self) -> None:
        """A person cancelled."""
        self.brich_ab()
        self._frage += 1
        self._gezeigt = ()
        self._view.zeige_leer(
            "Der Vergleich ist abgebrochen",
            "Wählen Sie über „Spalten“ erneut, was Sie sehen wollen.",
        )

    def _zeige_kopf(self) -> None:
        if self._vorgang is not None:
            self._view.zeige_kopf(
                self._vorgang, Wahl(geordnet(self._vorgang), self._spalten, self._basis)
            )

    def _zeige_tafel(self) -> None:
        if self._vorgang is None or self._synopse is None:
            return
        gleich = self._gezeigt == self._spalten
        tafel = baue_tafel(
            self._vorgang, self.fassungen, self._synopse, self._anzeige, gleiche_fassungen=gleich
        )
        self._gezeigt = self._spalten
        self._gang.ersetze(tafel.stellen, gleiche_fassungen=gleich)
        self._view.zeige_tafel(tafel)
        if self._gang.hier is not None:
            self.waehle_stelle(self._gang.hier)
        speicher = self._korrekturen.speicher
        self._view.zeige_ruecknahme(zurueck=speicher.kann_zurueck, vor=speicher.kann_vor)

    def _gescheitert(self, fehler: Exception) -> None:
        self._aufgabe = None
        self._view.zeige_leer("Der Vergleich ist nicht zustande gekommen", self._fehlertext(fehler))

    # ---- what is shown

    def setze_spalten(self, spalten: Sequence[str]) -> None:
        """Chooses the columns, in this order; fewer than two or more than four are refused."""
        spalten = tuple(dict.fromkeys(spalten))
        if not 2 <= len(spalten) <= HOECHSTENS or self._vorgang is None:
            return
        if self._basis is not None and self._basis >= len(spalten):
            self._basis = None
        self._spalten = spalten
        self.ziele.merke(self._vorgang.kennung, spalten)
        self._rechne()

    def ersetze_spalte(self, spalte: int, kennung: str) -> None:
        """Puts another Fassung there; one that stands elsewhere swaps its place."""
        self.setze_spalten(ersetzt(self._spalten, spalte, kennung))

    def tausche(self, spalte: int, mit: int) -> None:
        """Swaps two columns."""
        if min(spalte, mit) >= 0 and max(spalte, mit) < len(self._spalten):
            self.ersetze_spalte(spalte, self._spalten[mit])

    def schalte_spalte(self, kennung: str) -> None:
        """Adds a column in the order of the days, or takes it away."""
        if self._vorgang is not None:
            self.setze_spalten(umgeschaltet(self._vorgang, self._spalten, kennung))

    def waehle_basis(self, basis: int | None) -> None:
        """Compares all columns with this one, None with their left neighbour."""
        if basis != self._basis:
            self._basis = basis
            self._rechne()

    def zeige_an(self, **wunsch: bool) -> None:
        """Changes what of the comparison is shown: see Anzeige.mit."""
        neu = self._anzeige.mit(**wunsch)
        if neu != self._anzeige:
            self._anzeige = neu
            self._zeige_tafel()
            self._zeige_kopf()

    @property
    def anzeige(self) -> Anzeige:
        """What is shown."""
        return self._anzeige

    def entfalte(self, row: VergleichRow) -> bool:
        """Opens a fold; True if it was the Begründung."""
        if row.name.startswith("Begründung"):
            self.zeige_an(begruendung=True)
            return True
        self._anzeige = replace(self._anzeige, offen=self._anzeige.offen | {row.von})
        self._zeige_tafel()
        return False

    # ---- changes

    def geh_zu_aenderung(self, schritt: int, zeile: int = -1) -> None:
        """The next (1) or previous (-1) change; from `zeile` of the Synopse if none is chosen."""
        neu = self._gang.naechste(schritt, zeile)
        if neu is not None:
            self.waehle_stelle(neu)

    def waehle_stelle(self, nummer: int | None) -> None:
        """Makes a change the current one."""
        self._gang.hier = nummer
        self._view.zeige_stelle(nummer, self._gang.stelle)

    # ---- corrections

    def verbinde(self, zeilen: Sequence[int]) -> None:
        """The points of these rows belong together."""
        if self._synopse is not None:
            self._korrekturen.verbinde(self._synopse, self.fassungen, zeilen)

    def trenne(self, zeile: int, spalte: int) -> None:
        """The point in this cell does not belong to the others of its row."""
        if self._synopse is not None:
            self._korrekturen.trenne(self._synopse, self.fassungen, zeile, spalte)

    def nimm_zurueck(self) -> None:
        """Undoes the last correction."""
        self._korrekturen.nimm_zurueck()

    def stelle_wieder_her(self) -> None:
        """Does an undone correction again."""
        self._korrekturen.stelle_wieder_her()

    # ---- export

    def dateiname(self, endung: str) -> str:
        """A good name for the file, "" while nothing is shown."""
        if self._vorgang is None or self._synopse is None:
            return ""
        nummer = next((f.nummer for f in reversed(self.fassungen)), "")
        return self._services.ausgang.name(self._vorgang, "Vergleich", endung, nummer=nummer)

    def exportiere(self, ziel: Path) -> None:
        """Writes what is compared as a file; its ending chooses the format."""
        auftrag = self._auftrag(ziel)
        if auftrag is None:
            return
        schreibe_schnell(
            self._runner, partial(schreibe, self._services.exporte, auftrag), auftrag.titel,
            self._view.zeige_export,
            lambda f, aktion: self._view.zeige_hinweis(self._fehlertext(f), "rot", aktion),
        )  # fmt: skip

    def _auftrag(self, ziel: Path) -> Auftrag | None:
        if self._vorgang is None or self._synopse is None:
            return None
        nur = self._anzeige.nur_aenderungen
        return Auftrag(self._vorgang.betreff, self._synopse, self.fassungen, ziel, nur)

    def vorschau(self) -> Vorschauauftrag | None:
        """What is compared as a paper, None while nothing is shown."""
        auftrag = self._auftrag(Path(self.dateiname(".pdf")))
        return vorschau(self._services.exporte, auftrag) if auftrag is not None else None

    def schliesse(self) -> None:
        """Lets go of the view."""
        self.brich_ab()
        self._view = cast("View", NullView())
