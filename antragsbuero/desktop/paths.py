"""Where the program keeps its files."""

from __future__ import annotations

import errno
from pathlib import Path

import appdirs

from antragsbuero.dokument.systemfehler import grund
from antragsbuero.services.errors import Ablagefehler, NurLesen

NUR_FUER_MICH = 0o700
"""Rights of the folders: nobody but this user."""


class Datenordner:
    """The folder of the data, with fixed names inside."""

    def __init__(self, pfad: Path | None = None, *, anlegen: bool = True) -> None:
        """Chooses the folder and makes it.

        Args:
            pfad: the folder; None takes the one where this system keeps data of programs.
            anlegen: makes the folder with all above it, for this user alone.

        Raises:
            NurLesen, Ablagefehler: it cannot be made.
        """
        if pfad is None:
            pfad = Path(appdirs.user_data_dir("Antragsbuero", appauthor=False))
        self.pfad = pfad.expanduser().absolute()
        if anlegen:
            self._lege_an()

    @property
    def datenbank(self) -> Path:
        """The database file."""
        return self.pfad / "antragsbuero.db"

    @property
    def sicherungen(self) -> Path:
        """The folder of backups."""
        return self.pfad / "sicherungen"

    @property
    def briefkoepfe(self) -> Path:
        """The folder of the faction's own Briefköpfe."""
        return self.pfad / "briefkoepfe"

    @property
    def log(self) -> Path:
        """The folder of log files."""
        return self.pfad / "protokoll"

    @property
    def einstellungen(self) -> Path:
        """The file with the settings of this PC."""
        return self.pfad / "einstellungen.toml"

    def _lege_an(self) -> None:
        fehlend = [o for o in (self.pfad, *self.pfad.parents) if not o.exists()]
        try:
            for ordner in reversed(fehlend):
                ordner.mkdir(mode=NUR_FUER_MICH, exist_ok=True)
        except OSError as fehler:
            if fehler.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
                raise NurLesen(self._nicht_anlegbar("Er ist schreibgeschützt.")) from fehler
            raise Ablagefehler(self._nicht_anlegbar(f"Grund: {grund(fehler)}.")) from fehler
        if not self.pfad.is_dir():
            raise Ablagefehler(self._nicht_anlegbar("An seiner Stelle liegt eine Datei."))

    def _nicht_anlegbar(self, grund: str) -> str:
        return (
            f"Der Datenordner „{self.pfad}“ lässt sich nicht anlegen. {grund} Es wurde nichts "
            "geändert. Bitte wählen Sie mit „--daten“ einen anderen Ordner oder lassen Sie sich "
            "Schreibrechte geben."
        )
