"""The bytes of Anlagen: read, saved as files, copied to be looked at."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from antragsbuero.dokument.fehler import Dateifehler
from antragsbuero.dokument.systemfehler import grund
from antragsbuero.domain.anlage import Anlage
from antragsbuero.services.anlagendatei import anlagenname
from antragsbuero.services.errors import Abgelehnt, Ablagefehler, Buerofehler
from antragsbuero.services.ports import UnitOfWork


class Anlageninhalte:
    """Reading side of the Anlagen of all Fassungen and Vorgänge."""

    def __init__(self, uow: UnitOfWork, schreibe_datei: Callable[[Path, bytes], None]) -> None:
        self._uow = uow
        self._schreibe_datei = schreibe_datei
        self._ordner: Path | None = None

    def inhalt(self, anlage: Anlage) -> bytes:
        """All bytes of an Anlage.

        Raises:
            Ablagefehler: they are missing or damaged.
        """
        stuecke: list[bytes] = []
        while True:
            with self._uow.read() as arbeit:
                stueck = arbeit.anlagen.stueck(anlage.sha256, len(stuecke))
            if stueck is None:
                break
            stuecke.append(stueck)
        inhalt = b"".join(stuecke)
        if sha256(inhalt).hexdigest() != anlage.sha256:
            zustand = "ist beschädigt" if inhalt else "fehlt"
            raise Ablagefehler(
                f"Der Inhalt der Anlage „{anlage.name}“ {zustand}. Der Befehl „pruefen“ "
                "untersucht die Datenbank; in einer Sicherung ist die Anlage vielleicht noch heil."
            )
        return inhalt

    def speichere_unter(self, anlage: Anlage, ziel: Path) -> None:
        """Writes an Anlage as a file of its own.

        Raises:
            Buerofehler: the file cannot be written; an old file stays whole.
        """
        inhalt = self.inhalt(anlage)
        try:
            self._schreibe_datei(ziel, inhalt)
        except Dateifehler as fehler:
            raise Buerofehler(str(fehler)) from fehler

    def oeffne_kopie(self, anlage: Anlage) -> Path:
        """A copy to look at, for this user alone and not to be written; gone after the program.

        Raises:
            Abgelehnt: a file of this kind is only saved, never opened.
            Buerofehler: there is no room for the copy.
        """
        if anlage.nur_speichern:
            raise Abgelehnt(
                f"„{anlage.name}“ wird nicht geöffnet, weil Dateien dieser Art Programme oder "
                "Makros enthalten können. Speichern Sie die Anlage und öffnen Sie sie nur, wenn "
                "Sie wissen, von wem sie stammt."
            )
        inhalt = self.inhalt(anlage)
        try:
            if self._ordner is None:
                self._ordner = Path(tempfile.mkdtemp(prefix="antragsbuero-"))
            ziel = Path(tempfile.mkdtemp(dir=self._ordner)) / anlagenname(anlage.name)
            with open(ziel, "xb") as datei:
                datei.write(inhalt)
            os.chmod(ziel, 0o400)
        except OSError as fehler:
            raise Buerofehler(
                f"„{anlage.name}“ lässt sich nicht zum Ansehen öffnen "
                f"({grund(fehler)}). Speichern Sie die Anlage stattdessen in einem "
                "Ordner mit genug Platz."
            ) from fehler
        return ziel

    def raeume_auf(self) -> None:
        """Deletes the copies; what a program still holds open stays."""
        if self._ordner is not None:
            for datei in self._ordner.rglob("*"):
                if datei.is_file():
                    os.chmod(datei, 0o600)  # Windows deletes nothing that cannot be written
            shutil.rmtree(self._ordner, ignore_errors=True)
            self._ordner = None
