"""One Vorgang: its head, papers, notes and history."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol, cast

from antragsbuero.domain.bericht import Bericht
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.nachfrage import Nachfrage
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.ausgabe import Ausgabe, Auswahl
from antragsbuero.services.events import Ereignis, VorgangGespeichert
from antragsbuero.services.exporte import Exportergebnis
from antragsbuero.services.papier import Exportwahl
from antragsbuero.services.registry import Services
from antragsbuero.services.vorgaenge import Kopfdaten
from antragsbuero.ui.shared.anlagenleser import AnlagenLeser
from antragsbuero.ui.shared.einreichhilfe import Einreichhilfe
from antragsbuero.ui.shared.exportorte import Exportwunsch
from antragsbuero.ui.shared.lader import Neuester
from antragsbuero.ui.shared.null_view import NullView
from antragsbuero.ui.shared.schnellexport import Aktion, gespeichert, schnellwahl, schreibe_schnell
from antragsbuero.ui.shared.tasks import Lauf, TaskRunner
from antragsbuero.ui.shared.vorschau.auftrag import Vorschauauftrag
from antragsbuero.ui.shared.wortlaut import (
    bericht_bloecke,
    fassung_bloecke,
    nachfrage_bloecke,
    quelltext_bloecke,
)
from antragsbuero.ui.vorgang.bild import (
    VorgangBild,
    WortlautBild,
    neu_eingereicht,
    neueste,
    vorgang_bild,
    vorherige,
)
from antragsbuero.ui.vorgang.notizen import Notizen
from antragsbuero.ui.vorgang.rows import standpunkt, ueberschrift


class View(Protocol):
    """What the presenter asks of the screen."""

    def zeige_vorgang(self, bild: VorgangBild) -> None:
        """Shows head, timeline, list of papers, tabs."""
        ...

    def sichere_notizen_spaeter(self) -> None:
        """Asks for the notes to be stored again after a while."""
        ...

    def zeige_wortlaut(self, bild: WortlautBild | None) -> None:
        """Shows the wording of the chosen paper, None when there is none."""
        ...

    def zeige_kopfformular(self, offen: bool) -> None:
        """Opens or closes the form of the head."""
        ...

    def zeige_hinweis(
        self, text: str, art: str, aktion: Aktion | None = None, zweite: Aktion | None = None
    ) -> None:
        """Shows a message at its place; `art` is "info", "gelb" or "rot"."""
        ...

    def zeige_fort(self, text: str) -> None:
        """The Vorgang cannot be shown (any more)."""
        ...


@dataclass(frozen=True, slots=True)
class Ziele:
    """Where this screen leads; kennungen of the Vorgang and of Fassungen."""

    bearbeite: Callable[[str, str], None]
    vergleiche: Callable[[str, Sequence[str]], None]
    umsetzung: Callable[[str], None]
    nachfrage: Callable[[str], None]
    gezeigt: Callable[[str, str], None]
    """Kennung and Betreff of the Vorgang now on screen."""
    speichern_beginnt: Callable[[], None]
    gespeichert: Callable[[Exception | None], None]
    """A change was stored, or why not."""


class VorgangPresenter:
    """Holds the Vorgang shown and the paper chosen."""

    def __init__(
        self,
        view: View,
        services: Services,
        runner: TaskRunner,
        ziele: Ziele,
        fehlertext: Callable[[Exception], str],
        heute: Callable[[], date],
    ) -> None:
        self._view = view
        self._services = services
        self._runner = runner
        self.ziele = ziele
        self._fehlertext = fehlertext
        self._heute = heute
        self.notizen = Notizen(
            services.vorgaenge, lambda: self._vorgang, self._speichere, self._melde,
            lambda: self._view.sichere_notizen_spaeter(),
        )  # fmt: skip
        self.einreichung = Einreichhilfe(
            services.einreichung, runner, fehlertext, self._einreichbares,
            lambda *meldung: self._view.zeige_hinweis(*meldung),
        )  # fmt: skip
        self.anlagen = AnlagenLeser(services.anlagen, runner, fehlertext)
        self._kennung: str | None = None
        self._vorgang: Vorgang | None = None
        self._gewaehlt: str | None = None
        self._quelltext = False
        self._liest = Neuester(runner)
        self._zeigt = self._geklickt = self._arbeitet = False

    # ---- show

    def oeffne(self, kennung: str, teil: str | None = None) -> None:
        """Shows a Vorgang; `teil` chooses one of its papers, None the newest Fassung."""
        if kennung != self._kennung:
            self._vorgang = None
            self._gewaehlt = None
        self._kennung = kennung
        self._gewaehlt = teil or self._gewaehlt
        self._quelltext = False
        self._lade()

    def on_ereignis(self, ereignis: Ereignis) -> None:
        """Loads again when this Vorgang has changed."""
        if isinstance(ereignis, VorgangGespeichert) and ereignis.kennung == self._kennung:
            self._lade()

    def _lade(self) -> None:
        kennung = self._kennung
        if kennung is None:
            return
        heute = self._heute()
        self._geklickt = False

        def arbeit(_: Lauf) -> tuple[Vorgang, VorgangBild]:
            vorgang = self._services.ausgang.lade(kennung)
            personen = self._services.einstellungen.get().personen
            return vorgang, vorgang_bild(vorgang, personen, heute)

        self._liest.lade(arbeit, lambda ergebnis: self._zeige(*ergebnis), self._nicht_geladen)

    def _nicht_geladen(self, fehler: Exception) -> None:
        self._vorgang = None
        self._view.zeige_fort(self._fehlertext(fehler))

    def _zeige(self, vorgang: Vorgang, bild: VorgangBild) -> None:
        neu = neu_eingereicht(self._vorgang, vorgang)
        self._vorgang = vorgang
        if neu is not None and not self._geklickt:
            self._gewaehlt = neu
        elif self._gewaehlt not in {teil.kennung for teil in bild.teile}:
            self._gewaehlt = neueste(vorgang)
        self._zeigt = True
        self._view.zeige_vorgang(bild)
        self._zeigt = False
        self._zeige_wortlaut()
        self.ziele.gezeigt(vorgang.kennung, bild.kopf.betreff)

    def waehle(self, kennung: str) -> None:
        """Shows the wording of a paper: a Fassung, a Bericht or a Nachfrage."""
        # A list whose rows change tells of rows that nobody chose.
        if not self._zeigt and self._vorgang is not None and kennung != self._gewaehlt:
            self._gewaehlt = kennung
            self._geklickt, self._quelltext = True, False
            self._zeige_wortlaut()

    def zeige_quelltext(self, an: bool) -> None:
        """Shows the untouched source text instead of the wording."""
        self._quelltext = an
        self._zeige_wortlaut()

    @property
    def gewaehlt(self) -> str | None:
        """The kennung of the paper chosen."""
        return self._gewaehlt

    def _teil(self) -> Fassung | Bericht | Nachfrage | None:
        if self._vorgang is None:
            return None
        teile: tuple[Fassung | Bericht | Nachfrage, ...] = (
            *self._vorgang.fassungen,
            *self._vorgang.berichte,
            *self._vorgang.nachfragen,
        )
        return next((t for t in teile if t.kennung == self._gewaehlt), None)

    def _zeige_wortlaut(self) -> None:
        teil = self._teil()
        self.anlagen.zeige(teil.anlagen if isinstance(teil, Fassung) else ())
        if teil is None or self._vorgang is None:
            self._view.zeige_wortlaut(None)
            return
        quelle = "" if isinstance(teil, Nachfrage) else teil.quelltext
        if self._quelltext and quelle:
            bloecke = quelltext_bloecke(quelle)
        elif isinstance(teil, Fassung):
            bloecke = fassung_bloecke(teil)
        elif isinstance(teil, Bericht):
            bloecke = bericht_bloecke(teil)
        else:
            bloecke = nachfrage_bloecke(teil)
        self._view.zeige_wortlaut(
            WortlautBild(
                teil.kennung,
                ueberschrift(self._vorgang, teil),
                bloecke,
                isinstance(teil, Fassung),
                isinstance(teil, Fassung) and teil.ist_entwurf,
                bool(quelle),
                self._quelltext and bool(quelle),
            )
        )

    # ---- ways out

    def bearbeite(self) -> None:
        """Opens the chosen draft in the editor."""
        teil = self._teil()
        if self._vorgang is not None and isinstance(teil, Fassung) and teil.ist_entwurf:
            self.ziele.bearbeite(self._vorgang.kennung, teil.kennung)

    def vergleiche(self) -> None:
        """Opens the comparison of the chosen Fassung with the one it answers, else of all."""
        if self._vorgang is None:
            return
        teil = self._teil()
        vorher = vorherige(self._vorgang, teil) if isinstance(teil, Fassung) else None
        fassungen = (vorher.kennung, teil.kennung) if vorher and teil else ()
        self.ziele.vergleiche(self._vorgang.kennung, fassungen)

    def vergleiche_alle(self) -> None:
        """Opens the comparison with the columns it chooses itself: the newest of all Fassungen."""
        if self._vorgang is not None:
            self.ziele.vergleiche(self._vorgang.kennung, ())

    def zeige_umsetzung(self) -> None:
        """Opens the Umsetzung of this Vorgang."""
        if self._vorgang is not None:
            self.ziele.umsetzung(self._vorgang.kennung)

    def schreibe_nachfrage(self) -> None:
        """Leads to where points are chosen for a Nachfrage."""
        if self._vorgang is not None and self._vorgang.beschluesse():
            self.ziele.nachfrage(self._vorgang.kennung)

    # ---- change

    def neue_fassung(self, art: Fassungsart = Fassungsart.NEUFASSUNG) -> None:
        """A new draft from the chosen Fassung, opened in the editor."""
        teil = self._teil()
        if self._vorgang is None:
            return
        aus = teil.kennung if isinstance(teil, Fassung) else neueste(self._vorgang)
        if aus is not None:
            self._leite_ab(aus, art)

    def uebernimm_alternativvorschlag(self) -> None:
        """A new draft with the points that the administration proposed."""
        quelle = standpunkt(self._vorgang) if self._vorgang is not None else None
        if quelle is not None:
            self._leite_ab(quelle.kennung, Fassungsart.NEUFASSUNG)

    def _leite_ab(self, aus: str, art: Fassungsart) -> None:
        if self._arbeitet or self._vorgang is None:
            return
        self._arbeitet = True
        kennung = self._vorgang.kennung

        def fertig(fassung: Fassung) -> None:
            self._arbeitet = False
            self.ziele.bearbeite(kennung, fassung.kennung)

        def gescheitert(fehler: Exception) -> None:
            self._arbeitet = False
            self._melde(fehler)

        self._runner.run(
            lambda _: self._services.vorgaenge.neue_fassung(kennung, aus, art),
            on_done=fertig,
            on_error=gescheitert,
        )

    def verwirf_entwurf(self) -> None:
        """Deletes the chosen draft."""
        teil = self._teil()
        if self._vorgang is None or not isinstance(teil, Fassung) or teil.eingereicht:
            return
        kennung, fassung = self._vorgang.kennung, teil.kennung
        self._speichere(lambda: self._services.vorgaenge.verwerfe_entwurf(kennung, fassung))

    def aendere_kopf(self, kopf: Kopfdaten) -> None:
        """Stores the head; the form closes once it is stored and stays open with a message."""
        if self._vorgang is None:
            return
        kennung = self._vorgang.kennung
        self._speichere(
            lambda: self._services.vorgaenge.aendere_kopf(kennung, kopf),
            lambda: self._view.zeige_kopfformular(False),
        )

    def loesche(self, kennung: str) -> None:
        """Deletes the Vorgang for good; the frame leads away when the event comes."""
        self._speichere(lambda: self._services.vorgaenge.entferne(kennung))

    def _speichere(
        self,
        arbeit: Callable[[], object],
        danach: Callable[[], None] = lambda: None,
        sonst: Callable[[], None] = lambda: None,
    ) -> None:
        self.ziele.speichern_beginnt()

        def fertig(_: object) -> None:
            self.ziele.gespeichert(None)
            danach()

        def gescheitert(fehler: Exception) -> None:
            self.ziele.gespeichert(fehler)
            self._melde(fehler)
            sonst()

        self._runner.run(lambda _: arbeit(), on_done=fertig, on_error=gescheitert)

    # ---- export

    def exportwunsch(self) -> Exportwunsch | None:
        """The Vorgang with the chosen Fassung or Nachfrage."""
        if self._vorgang is None:
            return None
        teil = self._teil()
        fassung = teil.kennung if isinstance(teil, Fassung) else None
        nachfrage = teil.kennung if isinstance(teil, Nachfrage) else None
        vorwahl = Ausgabe.NACHFRAGE if nachfrage else Ausgabe.FASSUNG
        return Auswahl((self._vorgang.kennung,), fassung=fassung, nachfrage=nachfrage), (vorwahl,)

    def _einreichbares(self) -> tuple[Vorgang, Fassung | Nachfrage] | None:
        vorgang, teil = self._vorgang, self._teil()
        return (vorgang, teil) if vorgang and isinstance(teil, Fassung | Nachfrage) else None

    def dateivorschlag(self) -> str | None:
        """A name for the file of the chosen Fassung or Nachfrage; None for a report."""
        teil = self._teil()
        if self._vorgang is None or teil is None or isinstance(teil, Bericht):
            return None
        return self._services.ausgang.name(self._vorgang, teil, ".docx")

    def exportiere(self, ziel: Path, *, anlagen: bool = False) -> None:
        """Writes the chosen Fassung or Nachfrage; the ending of the file is its format."""
        vorgang, teil = self._vorgang, self._teil()
        if vorgang is None or teil is None or isinstance(teil, Bericht):
            return

        def arbeit(wahl: Exportwahl) -> Exportergebnis:
            if isinstance(teil, Nachfrage):
                return self._services.exporte.nachfrage(vorgang, teil, ziel, wahl)
            return self._services.exporte.fassung(vorgang, teil, ziel, wahl)

        titel = f"{ziel.name} schreiben"
        wahl = schnellwahl(ziel, anlagen=anlagen)
        schreibe_schnell(self._runner, arbeit, titel, self._exportiert, self._melde, wahl)

    def vorschau(self) -> Vorschauauftrag | None:
        """The chosen Fassung or Nachfrage to be seen before it is printed; None for a report."""
        vorgang, teil = self._vorgang, self._teil()
        if vorgang is None or teil is None or isinstance(teil, Bericht):
            return None
        papiere = self._services.exporte.papiere
        return Vorschauauftrag(
            ueberschrift(vorgang, teil), self._services.ausgang.name(vorgang, teil, ".pdf"),
            lambda: papiere.nachfrage(vorgang, teil) if isinstance(teil, Nachfrage)
            else papiere.fassung(vorgang, teil),
        )  # fmt: skip

    def _exportiert(self, ergebnis: Exportergebnis) -> None:
        self._view.zeige_hinweis(*gespeichert(ergebnis))

    def _melde(self, fehler: Exception, aktion: Aktion | None = None) -> None:
        self._view.zeige_hinweis(self._fehlertext(fehler), "rot", aktion)

    def schliesse(self) -> None:
        """Lets go of the view."""
        self._view = cast("View", NullView())
