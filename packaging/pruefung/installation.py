"""What a person or the software distribution does with the installer, and what it left."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from bau.befehle import Ausgang, Baufehler
from pruefung.bericht import warte_bis
from windows.wine import Wine

SCHLUESSEL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\Antragsbuero"
FRIST = 300


@dataclass(frozen=True, slots=True)
class Installation:
    """An installation in Wine; `ort` is a Windows path, `fuer_alle` as an administrator."""

    wine: Wine
    ort: str
    fuer_alle: bool = False

    @property
    def ordner(self) -> Path:
        """The folder on this machine."""
        return self.wine.pfad(self.ort)

    def installiere(self, setup: Path, *, ort_nennen: bool = False) -> int:
        """Runs the installer silently and returns its exit code."""
        angaben = ["/S", *(["/ALLUSERS"] if self.fuer_alle else [])]
        if ort_nennen:
            # NSIS wants the path last and without quotation marks, blanks and all.
            angaben += f"/D={self.ort}".split(" ")
        return self.wine.starte(setup, *angaben, frist=FRIST).code

    def deinstalliere(self) -> None:
        """Runs the uninstaller silently, as Windows does. Raises Baufehler."""
        angaben = ["/S", *(["/ALLUSERS"] if self.fuer_alle else [])]
        self.wine.starte(f"{self.ort}\\uninstall.exe", *angaben, frist=FRIST)
        # It goes on from a copy of itself.
        warte_bis(lambda: self.registriert() is None, "die Deinstallation endet nicht")

    def programm(self, *argumente: str) -> Ausgang:
        """Runs a command of the installed program."""
        return self.wine.starte(f"{self.ort}\\Antragsbuero-Konsole.exe", *argumente, frist=FRIST)

    def registriert(self) -> str | None:
        """The version in the list of installed programs; None if it is not there."""
        wurzel = "HKLM" if self.fuer_alle else "HKCU"
        ausgang = self.wine.starte(
            "reg", "query", f"{wurzel}\\{SCHLUESSEL}", "/v", "DisplayVersion", "/reg:64"
        )
        teile = ausgang.ausgabe.split()
        return teile[-1] if ausgang.code == 0 and teile else None

    def registriere(self, version: str) -> None:
        """Makes the installed program look like another version. Raises Baufehler."""
        ausgang = self.wine.starte("reg", "add", f"HKCU\\{SCHLUESSEL}", "/v", "DisplayVersion",
                                   "/d", version, "/f", "/reg:64")  # fmt: skip
        if ausgang.code:
            raise Baufehler(f"Registrierung: {ausgang.fehler}")

    def fingerabdruck(self) -> str:
        """One hash over the names and bytes of all installed files."""
        gesamt = hashlib.sha256()
        for datei in sorted(p for p in self.ordner.rglob("*") if p.is_file()):
            gesamt.update(datei.relative_to(self.ordner).as_posix().encode())
            gesamt.update(datei.read_bytes())
        return gesamt.hexdigest()
