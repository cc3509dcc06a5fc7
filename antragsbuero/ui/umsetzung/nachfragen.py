"""The Nachfragen beside the points: draft, edit, export, submit, answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import monotonic

from antragsbuero.domain.nachfrage import Nachfrage
from antragsbuero.services.papier import Exportwahl
from antragsbuero.ui.shared.vorschau.auftrag import Vorschauauftrag
from antragsbuero.ui.umsetzung.details import Wahl, nachfrage_detail, nachfrage_name
from antragsbuero.ui.umsetzung.mitte import Mitte

_DOPPELT = 1.0
"""Seconds in which a second press is the same wish."""


class Nachfragen:
    """Shows one Nachfrage; the words of a draft are stored shortly after they are typed."""

    def __init__(self, presenter: Mitte, uhr: Callable[[], float] = monotonic) -> None:
        self._presenter = presenter
        self._uhr = uhr
        self._verworfen_um = float("-inf")
        self._gescheitert = False
        self._gewaehlt = ""
        self._ungesichert: tuple[str, Nachfrage] | None = None
        """The Vorgang (kennung) and the draft with words that are not stored yet."""
        self._reicht_ein = ""
        """The draft (kennung) that is being submitted, until its state is shown."""
        self._entworfen = ""
        """The draft (kennung) just made, until it is shown: the cursor goes there."""

    def vergiss(self) -> None:
        """Another Vorgang is shown."""
        self._gewaehlt = ""

    # ---- showing

    def zeige(self) -> None:
        """Shows the chosen Nachfrage, else the newest; words not stored yet stay."""
        presenter, vorgang = self._presenter, self._presenter.vorgang
        if vorgang is None:
            return
        self._reicht_ein = ""
        heute = presenter.heute()
        eintraege = [
            Wahl(n.kennung, nachfrage_name(vorgang, n, heute)) for n in reversed(vorgang.nachfragen)
        ]
        nachfrage = self._aktuelle()
        self._gewaehlt = nachfrage.kennung if nachfrage is not None else ""
        presenter.view.zeige_nachfragen(eintraege, self._gewaehlt)
        if nachfrage is None:
            presenter.view.zeige_nachfrage(None)
            return
        wochen = presenter.services.nachfragen.antwort_wochen()
        presenter.view.zeige_nachfrage(nachfrage_detail(vorgang, nachfrage, wochen, heute))
        if nachfrage.kennung == self._entworfen:
            self._entworfen = ""
            presenter.view.fokussiere_frage()

    def _aktuelle(self) -> Nachfrage | None:
        vorgang = self._presenter.vorgang
        if vorgang is None or not vorgang.nachfragen:
            return None
        gespeichert = next(
            (n for n in vorgang.nachfragen if n.kennung == self._gewaehlt), vorgang.nachfragen[-1]
        )
        if self._ungesichert is not None and self._ungesichert[1].kennung == gespeichert.kennung:
            return self._ungesichert[1]
        return gespeichert

    def waehle(self, kennung: str) -> None:
        """Shows another Nachfrage."""
        if kennung != self._gewaehlt:
            self.sichere()
            self._gewaehlt = kennung
            self.zeige()

    # ---- drafting

    def entwirf(self, *, je_punkt: bool) -> None:
        """Makes a draft on the selected points, or one for each of them."""
        presenter, vorgang = self._presenter, self._presenter.vorgang
        beschluss, punkte = presenter.beschluss, presenter.punkte
        if vorgang is None or beschluss is None:
            return
        self.sichere()

        def arbeit() -> None:
            neue = presenter.services.nachfragen.entwirf_zu(
                vorgang.kennung, beschluss.kennung, punkte, je_punkt=je_punkt
            )
            self._gewaehlt = self._entworfen = neue[0].kennung

        presenter.speichere(arbeit, lambda: presenter.lade(vorgang.kennung))

    def setze_frage(self, nummer: int, text: str) -> None:
        """The words of a question were changed."""
        nachfrage = self._entwurf()
        if nachfrage is not None and nummer < len(nachfrage.fragen):
            fragen = list(nachfrage.fragen)
            fragen[nummer] = text
            self._merke(replace(nachfrage, fragen=tuple(fragen)))

    def setze_einleitung(self, text: str) -> None:
        """The words before the questions were changed."""
        nachfrage = self._entwurf()
        if nachfrage is not None:
            self._merke(replace(nachfrage, einleitung=text))

    def streiche_frage(self, nummer: int) -> None:
        """Takes a question out and offers to bring it back; the last one cannot go."""
        nachfrage = self._entwurf()
        if nachfrage is None or len(nachfrage.punkte) < 2:
            return
        view = self._presenter.view

        def zurueck() -> None:
            view.zeige_fehler("")
            jetzt = self._entwurf()
            if jetzt is not None and jetzt.kennung == nachfrage.kennung:
                self._merke(nachfrage)
                self.sichere()
                self.zeige()

        view.zeige_verworfen(f"Die Frage {nummer + 1} ist gestrichen.", ("Zurückholen", zurueck))
        self._merke(
            replace(
                nachfrage,
                punkte=_ohne(nachfrage.punkte, nummer),
                fragen=_ohne(nachfrage.fragen, nummer),
            )
        )
        self.sichere()
        self.zeige()

    def neue_frage(self, punkt: str) -> None:
        """Asks about one more point (kennung)."""
        presenter, nachfrage = self._presenter, self._entwurf()
        if nachfrage is None or presenter.vorgang is None:
            return
        frage = presenter.services.nachfragen.frage_zu_punkt(presenter.vorgang, nachfrage, punkt)
        punkte, fragen = (*nachfrage.punkte, punkt), (*nachfrage.fragen, frage)
        self._merke(replace(nachfrage, punkte=punkte, fragen=fragen))
        self.sichere()
        self.zeige()

    def verwirf(self) -> None:
        """Drops the draft and offers to bring it back.

        A second press at once is the same wish: it does not drop the next draft too.
        """
        presenter, vorgang, nachfrage = self._presenter, self._presenter.vorgang, self._entwurf()
        if vorgang is None or nachfrage is None or self._uhr() < self._verworfen_um + _DOPPELT:
            return
        self._verworfen_um = self._uhr()
        self._ungesichert = None

        def zurueck() -> None:
            self._gewaehlt = nachfrage.kennung
            presenter.view.zeige_fehler("")
            presenter.speichere(
                lambda: presenter.services.nachfragen.hole_zurueck(vorgang.kennung, nachfrage)
            )

        presenter.speichere(
            lambda: presenter.services.nachfragen.verwirf(vorgang.kennung, nachfrage.kennung),
            lambda: presenter.view.zeige_verworfen(
                "Der Entwurf der Nachfrage ist verworfen.", ("Zurückholen", zurueck)
            ),
        )

    def _entwurf(self) -> Nachfrage | None:
        nachfrage = self._aktuelle()
        return nachfrage if nachfrage is not None and nachfrage.eingereicht is None else None

    def _merke(self, nachfrage: Nachfrage) -> None:
        vorgang = self._presenter.vorgang
        if vorgang is not None:
            self._ungesichert = (vorgang.kennung, nachfrage)

    # ---- storing

    def sichere(self) -> None:
        """Stores the typed words in the background."""
        offen = self._ungesichert
        if offen is None:
            return
        services = self._presenter.services
        self._presenter.speichere(
            lambda: services.nachfragen.speichere(*offen),
            lambda: self._gesichert(offen),
            self._nicht_gesichert,
        )

    def _gesichert(self, offen: tuple[str, Nachfrage]) -> None:
        if self._ungesichert == offen:
            self._ungesichert = None
        if self._gescheitert:
            self._gescheitert = False
            self._presenter.view.zeige_fehler("")

    def _nicht_gesichert(self) -> None:
        self._gescheitert = True
        self._presenter.view.sichere_spaeter()

    def sichere_jetzt(self) -> bool:
        """Stores the typed words and waits: the window closes. False if that failed."""
        offen = self._ungesichert
        if offen is not None:
            try:
                self._presenter.services.nachfragen.speichere(*offen)
            except Exception as fehler:
                self._presenter.melde(fehler)
                return False
            self._ungesichert = None
        return True

    # ---- going out

    def vorgeschlagener_name(self, endung: str) -> str:
        """A name for the exported file."""
        vorgang, nachfrage = self._presenter.vorgang, self._aktuelle()
        if vorgang is None:
            return "Nachfrage"
        return self._presenter.services.ausgang.name(vorgang, nachfrage or "Nachfrage", endung)

    def exportiere(self, ziel: str) -> None:
        """Writes the Nachfrage; the ending chooses the format."""
        presenter, vorgang, nachfrage = self._presenter, self._presenter.vorgang, self._aktuelle()
        if vorgang is None or nachfrage is None:
            return
        self.sichere()

        def arbeit(wahl: Exportwahl) -> tuple[Path, tuple[str, ...]]:
            ergebnis = presenter.services.exporte.nachfrage(vorgang, nachfrage, Path(ziel), wahl)
            return ergebnis.datei, ergebnis.hinweise

        presenter.exportiere(arbeit, f"{Path(ziel).name} wird geschrieben")

    def vorschau(self) -> Vorschauauftrag | None:
        """The Nachfrage to be seen before it is printed, with all that is typed."""
        vorgang, nachfrage = self._presenter.vorgang, self._aktuelle()
        if vorgang is None or nachfrage is None:
            return None
        papiere = self._presenter.services.exporte.papiere
        return Vorschauauftrag(
            f"Nachfrage „{vorgang.betreff}“",
            self.vorgeschlagener_name(".pdf"),
            lambda: papiere.nachfrage(vorgang, nachfrage),
        )

    def reiche_ein(self, datum: date, nummer: str) -> None:
        """Marks the draft as submitted; the last day for the answer follows."""
        presenter, vorgang, nachfrage = self._presenter, self._presenter.vorgang, self._entwurf()
        if vorgang is None or nachfrage is None or self._reicht_ein == nachfrage.kennung:
            return
        self._reicht_ein = nachfrage.kennung
        offen, self._ungesichert = self._ungesichert, None
        services = presenter.services

        def arbeit() -> None:
            if offen is not None:
                services.nachfragen.speichere(*offen)
            services.nachfragen.reiche_ein(
                vorgang.kennung, nachfrage.kennung, datum, nummer.strip()
            )

        presenter.speichere(arbeit)

    def beantworte(self, bericht: str) -> None:
        """Links the Nachfrage with the report (kennung) that answers it."""
        presenter, vorgang, nachfrage = self._presenter, self._presenter.vorgang, self._aktuelle()
        if vorgang is not None and nachfrage is not None and bericht != (nachfrage.antwort or ""):
            presenter.speichere(
                lambda: presenter.services.nachfragen.beantworte(
                    vorgang.kennung, nachfrage.kennung, bericht
                )
            )


def _ohne(teile: tuple[str, ...], nummer: int) -> tuple[str, ...]:
    return (*teile[:nummer], *teile[nummer + 1 :])
