"""The draft of a Fassung: load, save by itself, check, submit, derive."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import cast

from antragsbuero.documents.bezeichnungen import fassungstitel
from antragsbuero.domain.fassung import Fassung
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.events import Ereignis, VorgangEntfernt, VorgangGespeichert
from antragsbuero.services.registry import Services
from antragsbuero.ui.editor.abschluss import Abschluss
from antragsbuero.ui.editor.anlagen_presenter import AnlagenPresenter
from antragsbuero.ui.editor.bogen import Bogen, bereite
from antragsbuero.ui.editor.contract import View, Ziele
from antragsbuero.ui.editor.kopf import editor_kopf, gemeinte, standpunkt
from antragsbuero.ui.editor.pruefung import Pruefung
from antragsbuero.ui.editor.pruefungslauf import Pruefungslauf
from antragsbuero.ui.editor.rows import fassung_von, uebernimm
from antragsbuero.ui.editor.sicherung import Sicherung, Wecker
from antragsbuero.ui.shared.einreichhilfe import Einreichhilfe
from antragsbuero.ui.shared.lader import Neuester
from antragsbuero.ui.shared.null_view import NullView
from antragsbuero.ui.shared.tasks import Lauf, TaskRunner
from antragsbuero.ui.shared.vorschau.auftrag import Vorschauauftrag


class EditorPresenter:
    """Holds the draft that is edited, as it was stored last."""

    def __init__(
        self,
        view: View,
        services: Services,
        runner: TaskRunner,
        ziele: Ziele,
        fehlertext: Callable[[Exception], str],
        heute: Callable[[], date],
        wecker: Callable[[], Wecker],
    ) -> None:
        self._view = view
        self._services = services
        self._runner = runner
        self.ziele = ziele
        self._fehlertext = fehlertext
        self._heute = heute
        self.einreichung = Einreichhilfe(
            services.einreichung, runner, fehlertext, self._gezeigte_fassung,
            lambda *meldung: self._view.zeige_hinweis(*meldung),
        )  # fmt: skip
        self._pruefungen = Pruefungslauf(runner, wecker(), self._nicht_geprueft)
        self.anlagen = AnlagenPresenter(
            services.anlagen, runner, fehlertext, ziele.speichern_beginnt, ziele.gespeichert
        )
        self._sicherung = Sicherung(
            services.vorgaenge, runner, self._stand, ziele.speichern_beginnt,
            self._melde_sicherung, wecker,
        )  # fmt: skip
        self._vorgang: Vorgang | None = None
        self._fassung: Fassung | None = None
        self._oeffnen = Neuester(runner)
        self._abschluss = Abschluss(services.vorgaenge, runner, ziele, self._nicht_getan)
        self._warnt = False

    # ---- loading

    def oeffne(self, vorgang: str | None, fassung: str | None = None) -> None:
        """Shows a Fassung; without one the newest draft, else the newest own Fassung."""
        if vorgang is None:
            self._leere("Kein Entwurf geöffnet", "Öffnen Sie einen Vorgang oder legen Sie mit "
                        "Strg+N einen neuen Antrag an.")  # fmt: skip
            return
        if self._zeigt(vorgang, fassung):
            return
        self._sicherung.sichere()
        warte = self._sicherung.warte

        def arbeit(_: Lauf) -> tuple[Bogen | None, ...]:
            return (bereite(self._services.ausgang.lade(vorgang), fassung),) if warte() else ()

        def angekommen(geladen: tuple[Bogen | None, ...]) -> None:
            self._abschluss.gezeigt()
            for bogen in geladen:  # nothing: the old text is not safe yet
                self._geladen(bogen)

        self._oeffnen.lade(
            arbeit,
            angekommen,
            lambda fehler: self._leere(
                "Der Entwurf kann nicht gezeigt werden", self._fehlertext(fehler)
            ),
        )

    def _zeigt(self, vorgang: str, fassung: str | None) -> bool:
        """Whether this draft is on screen already: it stays as it is, cursor and undo too."""
        return (
            self._vorgang is not None
            and self._fassung is not None
            and self._vorgang.kennung == vorgang
            and fassung in (None, self._fassung.kennung)
        )

    def _geladen(self, bogen: Bogen | None) -> None:
        if bogen is None:
            self._leere("Diese Fassung gibt es nicht mehr", "Sie wurde verworfen oder der Vorgang "
                        "hat keine Fassung.")  # fmt: skip
            return
        self._vorgang, self._fassung = bogen.vorgang, bogen.fassung
        self._sicherung.beginne(bogen.vorgang.kennung, bogen.gesichert)
        self._view.zeige_hinweis("", "info")
        self._view.zeige_einreichen(None, self._heute(), "")
        self._view.zeige_entwurf(bogen)
        self.anlagen.folge(bogen.vorgang.kennung, bogen.fassung)
        self._pruefungen.pruefe(bogen.zeilen, bogen.fassung.art, self._geprueft)

    def _leere(self, titel: str, text: str) -> None:
        self._vorgang = self._fassung = None
        self._abschluss.gezeigt()
        self._halte_an()
        self._view.zeige_leer(titel, text)

    def on_ereignis(self, ereignis: Ereignis) -> None:
        """Follows changes from elsewhere: submitted, discarded, another number."""
        if self._vorgang is None or self._fassung is None:
            return
        if isinstance(ereignis, VorgangEntfernt) and ereignis.kennung == self._vorgang.kennung:
            self._leere("Der Vorgang ist gelöscht", "Seine Entwürfe gibt es nicht mehr.")
        if not isinstance(ereignis, VorgangGespeichert):
            return
        if ereignis.kennung != self._vorgang.kennung or self._abschluss.reicht_ein:
            return
        gezeigt = self._fassung

        def arbeit(_: Lauf) -> tuple[Vorgang, Bogen | None]:
            vorgang = self._services.vorgaenge.get(ereignis.kennung)
            neu = gemeinte(vorgang, gezeigt.kennung)
            anders = neu is not None and neu.eingereicht != gezeigt.eingereicht
            return vorgang, bereite(vorgang, gezeigt.kennung) if anders else None

        def angekommen(ergebnis: tuple[Vorgang, Bogen | None]) -> None:
            if self._fassung is not None and self._fassung.kennung == gezeigt.kennung:
                self._folge(self._fassung, *ergebnis)

        self._runner.run(arbeit, on_done=angekommen, on_error=lambda _: None)

    def _folge(self, fassung: Fassung, vorgang: Vorgang, anderer: Bogen | None) -> None:
        """`anderer` holds the Fassung where it was submitted meanwhile or is a draft again."""
        neu = gemeinte(vorgang, fassung.kennung)
        if neu is None:
            self._leere("Dieser Entwurf ist verworfen", "Die anderen Fassungen stehen im Vorgang.")
        elif anderer is not None and anderer.fassung.eingereicht != fassung.eingereicht:
            self._geladen(anderer)
        else:
            self._vorgang = vorgang
            self._fassung = replace(fassung, anlagen=neu.anlagen)
            self._view.zeige_kopf(editor_kopf(vorgang, neu))
            self.anlagen.folge(vorgang.kennung, neu)

    # ---- saving

    def getippt(self) -> None:
        """The text has changed: it is saved soon."""
        if self._fassung is not None and not self._fassung.eingereicht:
            self._sicherung.getippt()
            self._pruefungen.bald(self._pruefe)

    def schliesse_ab(self) -> bool:
        """Saves and waits for it: before the window closes. False if the text is not safe."""
        return self._sicherung.schliesse_ab()

    def _stand(self) -> Fassung | None:
        """The draft as it stands in the text now; None while something else writes it."""
        if self._fassung is None or self._abschluss.reicht_ein:
            return None
        return fassung_von(self._fassung, self._view.lies())

    def _melde_sicherung(self, fehler: Exception | None) -> None:
        self.ziele.gespeichert(fehler)
        if fehler is None and self._warnt:
            self._view.zeige_hinweis("", "info")
        self._warnt = fehler is not None
        if fehler is not None:
            self._view.zeige_hinweis(
                f"Der Entwurf ist nicht gespeichert. {self._fehlertext(fehler)} Ihr Text steht "
                "noch hier; es wird weiter versucht.",
                "rot",
            )

    # ---- checks

    def _pruefe(self, danach: Callable[[Pruefung], None] | None = None) -> None:
        """Checks what stands there now."""
        if self._fassung is None:
            return

        def fertig(pruefung: Pruefung) -> None:
            self._geprueft(pruefung)
            if danach is not None:
                danach(pruefung)

        self._pruefungen.pruefe(self._view.lies(), self._fassung.art, fertig)

    def _geprueft(self, pruefung: Pruefung) -> None:
        self._view.zeige_pruefung(pruefung)

    def _nicht_geprueft(self, fehler: Exception) -> None:
        self._view.zeige_hinweis(self._fehlertext(fehler), "rot")

    # ---- steps

    def beginne_einreichen(self) -> None:
        """Opens the panel with today's date and the number of the Vorgang."""
        fassung = self._fassung
        if fassung is not None and not fassung.eingereicht:
            self._pruefe(
                lambda pruefung: self._view.zeige_einreichen(
                    pruefung, self._heute(), fassung.nummer
                )
            )

    def lass_einreichen(self) -> None:
        """Closes the panel."""
        self._view.zeige_einreichen(None, self._heute(), "")

    def reiche_ein(self, datum: date, nummer: str) -> None:
        """Saves and freezes the draft."""
        vorgang, fassung = self._vorgang, self._fassung
        if vorgang is None or fassung is None or fassung.eingereicht or self._abschluss.reicht_ein:
            return
        self._halte_an()

        def fertig(bogen: Bogen | None) -> None:
            if self._fassung is None or self._fassung.kennung != fassung.kennung:
                return  # another draft was opened meanwhile
            self._geladen(bogen)
            self._view.zeige_hinweis(
                "Eingereicht: Der Wortlaut ist jetzt eingefroren. Word und PDF gibt es mit Strg+E; "
                "im Menü „Vorgang“ stehen der E-Mail-Entwurf und die Texte für das Formular.",
                "info",
            )

        entwurf = fassung_von(fassung, self._view.lies())
        self._abschluss.reiche_ein(vorgang.kennung, entwurf, (datum, nummer), fertig)

    def _gezeigte_fassung(self) -> tuple[Vorgang, Fassung] | None:
        return (self._vorgang, self._fassung) if self._vorgang and self._fassung else None

    def neue_fassung(self) -> None:
        """A new draft out of the Fassung on screen; opens it."""
        if self._vorgang is not None and self._fassung is not None:
            self._abschluss.leite_ab(self._vorgang.kennung, self._fassung.kennung)

    def _nicht_getan(self, fehler: Exception) -> None:
        self._view.zeige_hinweis(self._fehlertext(fehler), "rot")
        self.getippt()

    def uebernimm_alternative(self) -> None:
        """Puts the points of the administration's Standpunkt into the draft."""
        vorgang, fassung = self._vorgang, self._fassung
        vorschlag = standpunkt(vorgang, fassung) if vorgang and fassung else None
        if vorschlag is not None and fassung is not None and not fassung.eingereicht:
            self._view.ersetze(uebernimm(self._view.lies(), vorschlag))
            self.getippt()
            self._view.zeige_hinweis(
                "Die Punkte des Verwaltungsstandpunkts stehen jetzt im Entwurf. Strg+Z holt die "
                "vorigen zurück.",
                "info",
            )

    def vergleiche(self) -> None:
        """Shows the draft beside the Fassung it comes from."""
        if self._vorgang is None or self._fassung is None:
            return
        self._sicherung.sichere()
        kennungen = [k for k in (self._fassung.zu, self._fassung.kennung) if k]
        self.ziele.vergleiche(self._vorgang.kennung, kennungen)

    def vorschau(self) -> Vorschauauftrag | None:
        """The draft as it stands on screen, marked as one; None while nothing is shown."""
        vorgang, fassung = self._vorgang, self._fassung
        if vorgang is None or fassung is None:
            return None
        gezeigt = fassung if fassung.eingereicht else fassung_von(fassung, self._view.lies())
        papiere = self._services.exporte.papiere
        return Vorschauauftrag(
            fassungstitel(gezeigt),
            self._services.ausgang.name(vorgang, gezeigt, ".pdf"),
            lambda: papiere.fassung(vorgang, gezeigt),
        )

    def zum_vorgang(self) -> None:
        """Goes to the Vorgang."""
        if self._vorgang is not None:
            self._sicherung.sichere()
            self.ziele.oeffne_vorgang(self._vorgang.kennung)

    def _halte_an(self) -> None:
        self._sicherung.halte_an()
        self._pruefungen.halte_an()

    def schliesse(self) -> None:
        """Lets go of the view."""
        self._halte_an()
        self._fassung = None
        self.anlagen.schliesse()
        self._view = cast("View", NullView())
