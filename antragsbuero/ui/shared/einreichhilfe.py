"""Handing a Fassung in, as screens offer it: the e-mail, and its parts to copy; no Qt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from antragsbuero.domain.fassung import Fassung
from antragsbuero.domain.nachfrage import Nachfrage
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.einreichung import Einreichung, Kopie, Kopierteil
from antragsbuero.services.exporte import Exportergebnis
from antragsbuero.services.papiere import EIGENE
from antragsbuero.ui.shared.tasks import TaskRunner


class Einreichhilfe:
    """Works on the paper that a screen shows; `melde` shows a text and its art there."""

    def __init__(
        self,
        dienst: Einreichung,
        runner: TaskRunner,
        fehlertext: Callable[[Exception], str],
        gemeint: Callable[[], tuple[Vorgang, Fassung | Nachfrage] | None],
        melde: Callable[[str, str], None],
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
        if gemeint is None:
            return
        vorgang, fassung = gemeint

        def geschrieben(ergebnis: Exportergebnis) -> None:
            oeffne(ergebnis.datei)
            text = "\n".join((f"E-Mail-Entwurf: {ergebnis.datei}", *ergebnis.hinweise))
            self._melde(text, "gelb" if ergebnis.hinweise else "info")

        self._runner.run(
            lambda _: self._dienst.schreibe_entwurf(vorgang, fassung, ziel),
            on_done=geschrieben,
            on_error=self._gescheitert,
            titel="E-Mail-Entwurf wird geschrieben",
        )

    def _gescheitert(self, fehler: Exception) -> None:
        self._melde(self._fehlertext(fehler), "rot")
