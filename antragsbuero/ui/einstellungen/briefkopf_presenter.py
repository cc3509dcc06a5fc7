"""Logo and Briefköpfe: choose, edit, put back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

from antragsbuero.services.briefkoepfe import Briefkopfstand
from antragsbuero.services.einstellungen import GROESSTES_LOGO
from antragsbuero.services.papier import Briefkopfart
from antragsbuero.services.registry import Services
from antragsbuero.ui.shared.null_view import NullView
from antragsbuero.ui.shared.tasks import Lauf, TaskRunner


@dataclass(frozen=True, slots=True)
class BriefkopfBild:
    """The logo as the bytes of its file, None without one, and the state of each kind."""

    logo: bytes | None
    staende: tuple[Briefkopfstand, ...]


class View(Protocol):
    """What the presenter asks of this part of the screen."""

    def zeige_briefkopf(self, bild: BriefkopfBild) -> None:
        """Shows logo and states."""
        ...

    def zeige_meldung(self, text: str, ton: str) -> None:
        """Shows a message at its place; `ton` is "rot", "gelb", "gruen" or "" to take it away."""
        ...


class BriefkopfPresenter:
    """Does each wish at once and shows the state again."""

    def __init__(
        self,
        view: View,
        services: Services,
        runner: TaskRunner,
        oeffne: Callable[[Path], None],
        fehlertext: Callable[[Exception], str],
    ) -> None:
        """`oeffne` shows a file in the program that belongs to it."""
        self._view = view
        self._services = services
        self._runner = runner
        self._oeffne = oeffne
        self._fehlertext = fehlertext

    def lade(self) -> None:
        """Loads logo and states; files are checked, for they change in Word."""

        def arbeit(_: Lauf) -> BriefkopfBild:
            logo = self._services.einstellungen.logo()
            return BriefkopfBild(
                None if logo is None else logo.inhalt, self._services.briefkoepfe.liste()
            )

        self._runner.run(
            arbeit, on_done=lambda bild: self._view.zeige_briefkopf(bild), on_error=self._melde
        )

    def waehle_logo(self, datei: Path) -> None:
        """Takes a picture as the logo."""

        def arbeit(_: Lauf) -> str:
            with datei.open("rb") as offen:
                inhalt = offen.read(GROESSTES_LOGO + 1)
            self._services.einstellungen.set_logo(inhalt)
            return "Das Logo steht ab jetzt auf den Papieren der Fraktion."

        self._tue(arbeit)

    def entferne_logo(self) -> None:
        """Takes the logo away."""

        def arbeit(_: Lauf) -> str:
            self._services.einstellungen.set_logo(None)
            return ""

        self._tue(arbeit)

    def waehle(self, art: Briefkopfart, datei: Path) -> None:
        """Takes a copy of a Word file as the Briefkopf of that kind."""

        def arbeit(_: Lauf) -> str:
            self._services.briefkoepfe.waehle(art, datei)
            return f"„{datei.name}“ ist jetzt der Briefkopf."

        self._tue(arbeit)

    def bearbeite(self, art: Briefkopfart) -> None:
        """Opens the Briefkopf of that kind in Word or LibreOffice."""

        def geoeffnet(datei: Path) -> None:
            self._oeffne(datei)
            self._view.zeige_meldung(
                "Der Briefkopf wird geöffnet. Speichern Sie ihn dort am selben Ort; das Programm "
                "nimmt ihn von selbst.",
                "gruen",
            )
            self.lade()

        self._runner.run(
            lambda _: self._services.briefkoepfe.bearbeite(art),
            on_done=geoeffnet,
            on_error=self._melde,
        )

    def zuruecksetzen(self, art: Briefkopfart) -> None:
        """Goes back to the look of the program."""

        def arbeit(_: Lauf) -> str:
            self._services.briefkoepfe.zuruecksetzen(art)
            return (
                "Es gilt wieder der mitgelieferte Briefkopf. Der eigene liegt noch im Datenordner."
            )

        self._tue(arbeit)

    def _tue(self, arbeit: Callable[[Lauf], str]) -> None:
        self._runner.run(arbeit, on_done=self._getan, on_error=self._melde)

    def _getan(self, text: str) -> None:
        self._view.zeige_meldung(text, "gruen" if text else "")
        self.lade()

    def _melde(self, fehler: Exception) -> None:
        self._view.zeige_meldung(self._fehlertext(fehler), "rot")

    def schliesse(self) -> None:
        """Lets go of the view."""
        self._view = cast("View", NullView())
