"""Choosing what to export from one or several Vorgänge, and the run in the background; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol, cast

from antragsbuero.documents.bezeichnungen import fassungstitel
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.ausgabe import (
    Angebot,
    Ausgabe,
    Auswahl,
    Dateiergebnis,
    Exportauftrag,
    angebote,
    gemeinte_fassung,
    grund_ohne_anlagen,
)
from antragsbuero.services.ausgang import Ausgangsergebnis, ohne_briefkopf
from antragsbuero.services.registry import Services
from antragsbuero.ui.shared.lader import Neuester
from antragsbuero.ui.shared.null_view import NullView
from antragsbuero.ui.shared.schnellexport import OHNE_BRIEFKOPF, Aktion
from antragsbuero.ui.shared.tasks import Lauf, TaskRunner

_GEZEIGT = 5
"""How many faults and hints a notice names before it only counts the rest."""


@dataclass(frozen=True, slots=True)
class Exportbild:
    """What can be chosen: kinds, and for one Vorgang its Fassungen by kennung and name.

    `ohne_anlagen` says in German why no Anlagen can be appended, "" when there are some.
    """

    titel: str
    angebote: tuple[Angebot, ...]
    fassungen: tuple[tuple[str, str], ...]
    fassung: str | None
    ohne_anlagen: str = ""


@dataclass(frozen=True, slots=True)
class Meldung:
    """What became of an export; `art` is "info", "gelb" or "rot"."""

    text: str
    art: str
    ordner: Path | None = None
    datei: Path | None = None
    """The one file that was written, None for none or several."""
    aktion: Aktion | None = None
    """The way on, where there is one."""


class View(Protocol):
    """What the presenter asks of the dialog."""

    def zeige_angebot(self, bild: Exportbild) -> None:
        """Shows what can be chosen."""
        ...

    def zeige_namen(self, namen: Sequence[str]) -> None:
        """Shows how the files would be called."""
        ...

    def zeige_hinweis(self, text: str) -> None:
        """Shows why something does not go."""
        ...

    def beende(self) -> None:
        """Closes the dialog: the work runs on behind it."""
        ...


class ExportPresenter:
    """Holds the Vorgänge that are exported from while the dialog is open."""

    def __init__(
        self,
        view: View,
        services: Services,
        runner: TaskRunner,
        fehlertext: Callable[[Exception], str],
        melde: Callable[[Meldung], None],
    ) -> None:
        """`melde` shows the result when the dialog is gone."""
        self._view = view
        self._services = services
        self._runner = runner
        self._fehlertext = fehlertext
        self._melde = melde
        self._auswahl = Auswahl(())
        self._vorgaenge: tuple[Vorgang, ...] = ()
        self._laedt = Neuester(runner)
        self._benennt = Neuester(runner)

    def oeffne(self, auswahl: Auswahl) -> None:
        """Loads the Vorgänge and shows what they offer."""
        self._auswahl = auswahl
        ausgang = self._services.ausgang
        self._laedt.lade(
            lambda lauf: (
                ausgang.fuer_uns(auswahl),
                ausgang.vorgaenge(auswahl.vorgaenge, lauf.abgebrochen),
            ),
            self._geladen,
            lambda fehler: self._view.zeige_hinweis(self._fehlertext(fehler)),
        )

    def _geladen(self, gelesen: tuple[Auswahl, tuple[Vorgang, ...]]) -> None:
        self._auswahl, self._vorgaenge = gelesen
        self._zeige()

    def _zeige(self) -> None:
        einer = self._vorgaenge[0] if len(self._vorgaenge) == 1 else None
        gemeint = gemeinte_fassung(einer, self._auswahl) if einer else None
        self._view.zeige_angebot(
            Exportbild(
                einer.betreff if einer else f"{len(self._vorgaenge)} Vorgänge",
                angebote(self._vorgaenge, self._auswahl),
                tuple((f.kennung, fassungstitel(f)) for f in einer.fassungen) if einer else (),
                gemeint.kennung if gemeint else None,
                grund_ohne_anlagen(self._vorgaenge, self._auswahl),
            )
        )

    def waehle_fassung(self, kennung: str) -> None:
        """Another Fassung for Fassung and Anschreiben: what exists may change with it."""
        if kennung != self._auswahl.fassung:
            self._auswahl = replace(self._auswahl, fassung=kennung)
            self._zeige()

    def benenne(self, auftrag: Exportauftrag) -> None:
        """Works out the names of the files; only the newest answer is shown."""
        auftrag = replace(auftrag, auswahl=self._auswahl)
        vorgaenge = self._vorgaenge
        self._benennt.lade(
            lambda _: self._services.ausgang.namen(vorgaenge, auftrag),
            lambda namen: self._view.zeige_namen(namen),
            lambda fehler: self._view.zeige_hinweis(self._fehlertext(fehler)),
        )

    def exportiere(self, auftrag: Exportauftrag) -> None:
        """Starts the run and lets the dialog go; a folder that is missing keeps it open."""
        auftrag = replace(auftrag, auswahl=self._auswahl)
        if not any(auftrag.endungen(ausgabe) for ausgabe in auftrag.ausgaben):
            self._view.zeige_hinweis("Wählen Sie aus, was exportiert werden soll, und ein Format.")
            return
        self._laufe(auftrag)
        self._view.beende()

    def _laufe(self, auftrag: Exportauftrag) -> None:
        fertig: list[Ausgangsergebnis] = []

        def arbeit(lauf: Lauf) -> Ausgangsergebnis:
            ergebnis = self._services.ausgang.fuehre_aus(
                auftrag, lauf.abgebrochen, lauf.fortschritt
            )
            fertig.append(ergebnis)
            return ergebnis

        def erzaehle(ergebnis: Ausgangsergebnis) -> None:
            ohne = ohne_briefkopf(auftrag, ergebnis)
            aktion = (OHNE_BRIEFKOPF, lambda: self._laufe(ohne)) if ohne is not None else None
            melde(replace(meldung(ergebnis), aktion=aktion))

        melde, fehlertext = self._melde, self._fehlertext
        self._runner.run(
            arbeit,
            on_done=erzaehle,
            on_error=lambda fehler: melde(Meldung(fehlertext(fehler), "rot")),
            on_abbruch=lambda: erzaehle(fertig[0]) if fertig else None,
            titel=_titel(auftrag),
        )

    def schliesse(self) -> None:
        """Lets go of the view; a run that has begun goes on."""
        self._laedt.vergiss()
        self._benennt.vergiss()
        self._view = cast("View", NullView())


def _titel(auftrag: Exportauftrag) -> str:
    """What the status bar says meanwhile."""
    anzahl = len(auftrag.auswahl.vorgaenge)
    if anzahl > 1:
        return f"{anzahl} Vorgänge werden exportiert"
    namen = [a.value for a in Ausgabe if a in auftrag.ausgaben]
    if len(namen) == 1:
        return f"{namen[0]} wird exportiert"
    return f"{len(namen)} Papiere werden exportiert"


def meldung(ergebnis: Ausgangsergebnis) -> Meldung:
    """The result in words: how many files, what failed, what was left out, hints."""
    dateien = ergebnis.geschrieben
    anzahl = len(dateien)
    wieviele = "1 Datei" if anzahl == 1 else f"{anzahl} Dateien" if anzahl else "keine Datei"
    anfang = "Abgebrochen. " if ergebnis.abgebrochen else ""
    if anzahl == 1:
        kopf = f"{anfang}Geschrieben: {dateien[0].name}"
    else:
        kopf = f"{anfang}Es wurde{'n' if anzahl else ''} {wieviele} geschrieben."
    zeilen = [f"{d.name}: {d.fehler}" for d in ergebnis.gescheitert]
    zeilen += [h for d in ergebnis.dateien for h in d.hinweise]
    zeilen += _ausgelassen(ergebnis.dateien)
    eindeutig = list(dict.fromkeys(zeilen))
    mehr = len(eindeutig) - _GEZEIGT
    if mehr > 0:
        eindeutig = [*eindeutig[:_GEZEIGT], f"… und {mehr} weitere Hinweise."]
    if ergebnis.gescheitert:
        art = "rot"
    else:
        art = "gelb" if eindeutig or ergebnis.abgebrochen or not anzahl else "info"
    return Meldung(
        "\n".join((kopf, *eindeutig)),
        art,
        ergebnis.ordner if anzahl else None,
        dateien[0] if anzahl == 1 else None,
    )


def _ausgelassen(dateien: Sequence[Dateiergebnis]) -> list[str]:
    namen = [f"{d.name} ({d.ausgelassen})" for d in dateien if d.ausgelassen]
    if not namen:
        return []
    rest = f" und {len(namen) - 3} weitere" if len(namen) > 3 else ""
    return [f"Ausgelassen: {'; '.join(namen[:3])}{rest}."]
