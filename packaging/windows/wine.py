"""A Wine of our own below build/: set up, used and ended without a trace on the machine."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType

from bau.befehle import Ausgang, Baufehler, fuehre_aus, leise, starte
from bau.orte import WURZEL
from windows.starter import COMPILER

ERSATZ = Path(__file__).resolve().parent / "wine_ersatz"
OHNE = "mscoree=;mshtml=;winemenubuilder.exe=;winedbg.exe="
"""Parts of Wine that Debian lacks, that write into the desktop, or that wait for a person."""
SCHRIFT = "Liberation Sans"
ERSATZSCHRIFTEN = r"HKEY_CURRENT_USER\Software\Wine\Fonts\Replacements"
SCHRIFTEN = r"HKEY_LOCAL_MACHINE\Software\Microsoft\Windows NT\CurrentVersion\Fonts"
FUER_QT = "propsys=;mscms=n"
"""For Qt: a part that crashes it is left out, another is replaced; not while Wine sets up."""


class Wine:
    """Runs Windows programs in a prefix; at the end of the `with` block all of them end."""

    def __init__(self, prefix: Path, anzeige: str) -> None:
        """Uses an existing prefix or makes one.

        Args:
            prefix: folder of the prefix.
            anzeige: the X display, such as ":91".
        """
        self.prefix = prefix
        self.laufwerk = prefix / "drive_c"
        self._umgebung = {
            **{k: w for k, w in os.environ.items() if not k.startswith(("QT_", "WINE"))},
            "WINEPREFIX": str(prefix), "WINEARCH": "win64", "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": f"{OHNE};{FUER_QT}", "DISPLAY": anzeige, "LC_ALL": "C.UTF-8",
        }  # fmt: skip

    def __enter__(self) -> Wine:
        """Makes the prefix like Windows 10. Raises Baufehler."""
        try:
            if not (self.prefix / "bereit").exists():
                self._richte_ein()
            self._wecke()
        except BaseException:
            self._beende()
            raise
        return self

    def _richte_ein(self) -> None:
        shutil.rmtree(self.prefix, ignore_errors=True)
        self.prefix.mkdir(parents=True)
        self._bleibe()
        self._rufe("wineboot", "--init", frist=180)
        self._rufe("winecfg", "/v", "win10", frist=60)
        self._setze_schriften()
        self._beende()  # stores the registry
        for quelle in sorted(ERSATZ.glob("*.c")):
            ziel = self.laufwerk / "windows" / "system32" / f"{quelle.stem}.dll"
            ziel.unlink(missing_ok=True)
            fuehre_aus([COMPILER, "-shared", "-s", quelle, "-o", ziel])
        (self.prefix / "bereit").touch()

    def _bleibe(self) -> None:
        """Keeps Wine's server up until `_beende`: one that goes just then fails a program."""
        self._rufe_ohne_kanal("wineserver", "-p")

    def _wecke(self) -> None:
        """Starts Wine's services, which would otherwise inherit the pipes of a program."""
        self._bleibe()
        self._rufe_ohne_kanal("wine", "cmd", "/c", "exit")

    def _rufe_ohne_kanal(self, *teile: str) -> None:
        subprocess.run(
            teile, env=self._umgebung, timeout=60, check=False, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def __exit__(
        self, _a: type[BaseException] | None, _f: BaseException | None, _s: TracebackType | None
    ) -> None:
        """Ends every program of this prefix."""
        self._beende()

    def _beende(self) -> None:
        starte(["wineserver", "-k"], umgebung=self._umgebung, frist=30)
        starte(["wineserver", "-w"], umgebung=self._umgebung, frist=30)

    def _rufe(self, *teile: str, frist: float) -> None:
        einrichtung = {**self._umgebung, "WINEDLLOVERRIDES": OHNE}
        fuehre_aus([*leise(), *teile], umgebung=einrichtung, frist=frist)

    def _setze_schriften(self) -> None:
        """Wine brings no font of Windows: the program's own stand in for them."""
        ersatz = dict.fromkeys(("Segoe UI", "Tahoma", "MS Shell Dlg 2", "Arial"), SCHRIFT)
        schriften = {}
        for schnitt in ("Regular", "Bold"):  # in this order: Wine takes the first for the plain one
            datei = WURZEL / "resources" / "fonts" / f"LiberationSans-{schnitt}.ttf"
            shutil.copy(datei, self.laufwerk / "windows" / "Fonts")
            schriften[f"{SCHRIFT} {schnitt} (TrueType)"] = datei.name
        zeilen = ["REGEDIT4"]
        for schluessel, werte in ((ERSATZSCHRIFTEN, ersatz), (SCHRIFTEN, schriften)):
            zeilen += ["", f"[{schluessel}]", *(f'"{n}"="{w}"' for n, w in werte.items())]
        liste = self.prefix / "schriften.reg"
        liste.write_text("\r\n".join((*zeilen, "")), encoding="ascii", newline="")
        self._rufe("wine", "regedit", "/S", str(liste), frist=60)

    def starte(
        self, *teile: str | Path, frist: float = 120, umgebung: Mapping[str, str] | None = None
    ) -> Ausgang:
        """Runs a Windows program to its end; `umgebung` adds variables."""
        return starte(
            [*leise(), "wine", *teile], umgebung={**self._umgebung, **(umgebung or {})}, frist=frist
        )

    def befehl(self, *teile: str | Path) -> list[str]:
        """The command line for a program that is to run beside the test."""
        return [*leise(), "wine", *(str(teil) for teil in teile)]

    @property
    def umgebung(self) -> dict[str, str]:
        """The environment of programs in this prefix."""
        return dict(self._umgebung)

    def pfad(self, windowspfad: str) -> Path:
        """Where a Windows path lies on this machine."""
        laufwerk, rest = windowspfad.split(":", 1)
        return (
            self.prefix
            / "dosdevices"
            / f"{laufwerk.lower()}:"
            / rest.strip("\\").replace("\\", "/")
        )

    def verzeichnis(self, name: str) -> str:
        """The value of a variable such as LOCALAPPDATA, a Windows path. Raises Baufehler."""
        ausgang = self.starte("cmd", "/c", f"echo %{name}%")
        pfad = ausgang.ausgabe.strip()
        if ":" not in pfad:
            raise Baufehler(f"Wine nennt {name} nicht: {pfad} {ausgang.fehler}")
        return pfad
