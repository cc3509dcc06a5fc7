"""Handing a Fassung in, as screens offer it: the e-mail, and its parts to copy; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol

from antragsbuero.domain.fassung import Fassung
from antragsbuero.domain.nachfrage import Nachfrage
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.ausgabe import PDF
from antragsbuero.services.briefkoepfe import BriefkopfUnbrauchbar
from antragsbuero.services.einreichung import FORMATE, Einreichung, Kopie, Kopierteil
from antragsbuero.services.exporte import Exportergebnis
from antragsbuero.services.papier import OHNE_WAHL, Exportwahl
from antragsbuero.services.papiere import EIGENE
from antragsbuero.ui.shared.schnellexport import Aktion
from antragsbuero.ui.shared.tasks import TaskRunner, unterbrechbar

MITGELIEFERT = "Mit mitgeliefertem Briefkopf"
NUR_PDF = "Nur mit PDF"


class Melder(Protocol):
    """Shows a text, its art and up to two ways on."""

    def __call__(
        self, text: str, art: str, aktion: Aktion | None = None, zweite: Aktion | None = None, /
    ) -> None:
        """Shows it."""
        ...


class Einreichhilfe:
    """Works on the paper that a screen shows; `melde` tells things there."""

    def __init__(
        self,
        dienst: Einreichung,
        runner: TaskRunner,
        fehlertext: Callable[[Exception], str],
        gemeint: Callable[[], tuple[Vorgang, Fassung | Nachfrage] | None],
        melde: Melder,
    ) -> None:
        self._dienst = dienst
        self._runner = runner
        self._fehlertext = fehlertext
        self._gemeint = gemeint
        self._melde = melde

    @property
    def kopierbar(self) -> bool:
        """Whether a Fassung of the faction is shown: the council's form has its parts."""
        gemeint = self._gemeint()
        return gemeint is not None and isinstance(gemeint[1], Fassung) and gemeint[1].art in EIGENE

    @property
    def einreichbar(self) -> bool:
        """Whether it is submitted: only then its wording stays what the e-mail holds."""
        gemeint = self._gemeint()
        if gemeint is None or not gemeint[1].eingereicht:
            return False
        return self.kopierbar or isinstance(gemeint[1], Nachfrage)

    def kopiere(self, teil: Kopierteil, fertig: Callable[[Kopie], None]) -> None:
        """Shapes one part and hands it to the clipboard."""
        gemeint = self._gemeint()
        if gemeint is None or not isinstance(gemeint[1], Fassung):
            return
        vorgang, fassung = gemeint[0], gemeint[1]

        def kopiert(kopie: Kopie) -> None:
            fertig(kopie)
            self._melde(f"{teil} kopiert: Fügen Sie den Text mit Strg+V ein.", "info")

        self._runner.run(
            lambda _: self._dienst.kopie(vorgang, fassung, teil),
            on_done=kopiert,
            on_error=self._gescheitert,
        )

    def benenne(self, fertig: Callable[[str], None]) -> None:
        """Works out a name for the file of the e-mail."""
        gemeint = self._gemeint()
        if gemeint is not None and self.einreichbar:
            self._runner.run(
                lambda _: self._dienst.entwurfsname(*gemeint),
                on_done=fertig,
                on_error=self._gescheitert,
            )

    def schreibe_entwurf(self, ziel: Path, oeffne: Callable[[Path], object]) -> None:
        """Writes the e-mail and opens it where e-mails are written."""
        gemeint = self._gemeint()
        if gemeint is not None:
            self._schreibe(*gemeint, ziel, oeffne)

    def _schreibe(
        self,
        vorgang: Vorgang,
        papier: Fassung | Nachfrage,
        ziel: Path,
        oeffne: Callable[[Path], object],
        wahl: Exportwahl = OHNE_WAHL,
        formate: Sequence[str] = FORMATE,
    ) -> None:

        def geschrieben(ergebnis: Exportergebnis) -> None:
            oeffne(ergebnis.datei)
            text = "\n".join((f"E-Mail-Entwurf: {ergebnis.datei}", *ergebnis.hinweise))
            self._melde(text, "gelb" if ergebnis.hinweise else "info")

        def misslungen(fehler: Exception) -> None:
            if not isinstance(fehler, BriefkopfUnbrauchbar):
                self._gescheitert(fehler)
                return
            # The paper that failed, even if the screen shows another one by then.
            noch_einmal = partial(self._schreibe, vorgang, papier, ziel, oeffne)
            ohne = replace(wahl, ohne_briefkopf=True)
            self._melde(
                self._fehlertext(fehler),
                "rot",
                (MITGELIEFERT, lambda: noch_einmal(ohne)),
                (NUR_PDF, lambda: noch_einmal(wahl, (PDF,))),
            )

        self._runner.run(
            lambda lauf: unterbrechbar(
                lauf,
                lambda: self._dienst.schreibe_entwurf(vorgang, papier, ziel, wahl, formate),
            ),
            on_done=geschrieben,
            on_error=misslungen,
            titel="E-Mail-Entwurf wird geschrieben",
        )

    def _gescheitert(self, fehler: Exception) -> None:
        self._melde(self._fehlertext(fehler), "rot")
