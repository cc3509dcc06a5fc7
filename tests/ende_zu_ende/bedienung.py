"""Hands and eyes of the person at the screen."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.ende_zu_ende.haende import Haende

WURZEL = Path(__file__).parents[2]
GEDULD = 20_000
"""Milliseconds until what should show up counts as missing."""

_TASTEN = 0.012
"""Seconds between two keys of someone who types fast."""


@dataclass(frozen=True)
class Ding:
    """Something on the screen; `x` and `y` are its middle."""

    name: str
    rolle: str
    wert: str
    x: int
    y: int
    breite: int
    hoehe: int
    an: bool
    gewaehlt: bool


class Schirm:
    """An X server of its own with a window manager."""

    def __init__(self, breite: int = 1440, hoehe: int = 900) -> None:
        lesen, schreiben = os.pipe()
        self._x = subprocess.Popen(
            # without -noreset the keyboard map is lost when the first client leaves early
            ["Xvfb", "-displayfd", str(schreiben), "-noreset",
             "-screen", "0", f"{breite}x{hoehe}x24"],
            pass_fds=(schreiben,), stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(schreiben)
        with os.fdopen(lesen) as rohr:
            nummer = rohr.readline().strip()
        self.umgebung = os.environ | {
            "DISPLAY": f":{nummer}", "QT_QPA_PLATFORM": "xcb", "QT_SCALE_FACTOR": "1",
            "PYTHONPATH": str(WURZEL),
        }  # fmt: skip
        self.umgebung.pop("WAYLAND_DISPLAY", None)
        self._wm = subprocess.Popen(
            ["openbox"], env=self.umgebung, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        )
        subprocess.run(["setxkbmap", "de", "nodeadkeys"], env=self.umgebung, check=True, timeout=30)
        self.haende = Haende(f":{nummer}")

    def schliesse(self) -> None:
        self.haende.schliesse()
        for prozess in (self._wm, self._x):
            prozess.kill()
            prozess.wait()


class Programm:
    """The running program with a person before it."""

    def __init__(self, schirm: Schirm, daten: Path, *, davor: Sequence[str] = ()) -> None:
        """`davor` is a command that starts the program under other conditions."""
        self._umgebung = schirm.umgebung
        self._haende = schirm.haende
        self.daten = daten
        self._p = subprocess.Popen(
            [*davor, sys.executable, "-m", "tests.ende_zu_ende.augen", "--daten", str(daten)],
            cwd=WURZEL, env=self._umgebung, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        self._ablage: subprocess.Popen[str] | None = None

    # ---- eyes

    def _frage(
        self, name: str, rolle: str, anfang: bool, weg: bool, frist: int, feld: str = ""
    ) -> Any:
        frage = {
            "name": name, "rolle": rolle, "anfang": anfang, "weg": weg, "frist": frist,
            "feld": feld,
        }  # fmt: skip
        assert self._p.stdin is not None
        assert self._p.stdout is not None
        self._p.stdin.write(json.dumps(frage) + "\n")
        self._p.stdin.flush()
        zeile = self._p.stdout.readline()
        assert zeile, f"das Programm ist beendet (Code {self._p.poll()})"
        return json.loads(zeile)

    def sieh(self, name: str, rolle: str = "", *, anfang: bool = False) -> Ding:
        """Waits until it is on the screen."""
        antwort = self._frage(name, rolle, anfang, False, GEDULD)
        if not antwort["gesehen"]:
            bild = self._fotografiere()
            namen = sorted({d.name for d in self.alle("") if d.name})
            raise AssertionError(f"„{name}“ ({rolle}) ist nicht zu sehen {bild}: {namen}")
        return Ding(**antwort["gesehen"][0])

    def alle(self, name: str, rolle: str = "", *, anfang: bool = True) -> list[Ding]:
        """All that is on the screen now."""
        antwort = self._frage(name, rolle, anfang, False, 0)
        return [Ding(**ding) for ding in antwort["gesehen"]]

    def warte_bis_weg(self, name: str, rolle: str = "") -> None:
        """Waits until it is gone."""
        antwort = self._frage(name, rolle, True, True, GEDULD)
        assert not antwort["gesehen"], f"„{name}“ bleibt stehen"

    @property
    def fokus(self) -> str:
        """The name of what has the cursor."""
        return str(self._frage("", "", False, False, 0)["fokus"])

    @property
    def titel(self) -> str:
        """The title of the window."""
        return str(self._frage("", "", False, False, 0)["titel"])

    def _fotografiere(self) -> str:
        """A picture of the screen beside the data, where the tool for it is installed."""
        if shutil.which("import") is None:
            return ""
        bild = self.daten.parent / "schirm.png"
        subprocess.run(["import", "-window", "root", str(bild)], env=self._umgebung, check=False)
        return str(bild)

    # ---- hands

    def _warte_auf_tastatur(self) -> None:
        """The window manager hands over the keyboard a while after a dialog is to be seen."""
        antwort = self._frage("", "", False, False, GEDULD)
        assert antwort["hoert"], f"kein Fenster hört auf die Tastatur {self._fotografiere()}"

    def taste(self, *kombinationen: str) -> None:
        """Presses keys ("ctrl+v", "Return"), each once the program listens."""
        for kombination in kombinationen:
            self._warte_auf_tastatur()
            self._haende.druecke(kombination)

    def tippe(self, text: str, *, pause: float = _TASTEN, nachsehen: bool = True) -> None:
        """Types words, `pause` seconds between the keys, and reads what the field shows."""
        self._warte_auf_tastatur()
        for zeichen in text:
            self._haende.druecke("space" if zeichen == " " else zeichen)
            time.sleep(pause)
        if nachsehen:
            antwort = self._frage("", "", False, False, GEDULD, feld=text)
            feld = antwort["feld"]
            da = max(n for n in range(len(text) + 1) if text[:n] in feld)
            bild = "" if da == len(text) else self._fotografiere()
            assert da == len(text), f"nur „{text[:da]}“ steht in {antwort['fokus']}: {feld} {bild}"

    def klicke(
        self, name: str, rolle: str = "", *, anfang: bool = False, letztes: bool = False,
        mal: int = 1,
    ) -> None:  # fmt: skip
        """Clicks on it with the mouse, `mal` times; `letztes` takes the last of that name."""
        ding = self.sieh(name, rolle, anfang=anfang)
        if letztes:
            ding = self.alle(name, rolle, anfang=anfang)[-1]
        self._haende.klicke(ding.x, ding.y, mal)

    def springe_zu(self, name: str) -> None:
        """Tab until the cursor is there."""
        for _ in range(60):
            if self.fokus == name:
                return
            self.taste("Tab")
        raise AssertionError(f"mit der Tabulatortaste nicht zu erreichen: „{name}“")

    def kopiere(self, datei: Path) -> None:
        """Another program copies the text of a file into the clipboard."""
        self._ablage = subprocess.Popen(
            [sys.executable, "-m", "tests.ende_zu_ende.zwischenablage", str(datei)],
            cwd=WURZEL, env=self._umgebung, text=True, stdout=subprocess.PIPE,
        )  # fmt: skip
        assert self._ablage.stdout is not None
        assert self._ablage.stdout.readline() == "bereit\n"

    def speichere_als(self, ziel: Path) -> None:
        """In the dialog for a file name: types the path."""
        self.sieh("Dateiname:", "EditableText")
        self.taste("ctrl+a")
        self.tippe(str(ziel))
        self.taste("Return")
        self.warte_bis_weg("Dateiname:")

    def waehle_befehl(self, worte: str) -> None:
        """Ctrl+K: jumps to a command or a Vorgang by its words."""
        self.taste("ctrl+k")
        self.sieh("Springen", "Dialog", anfang=True)
        self.tippe(worte)
        self.sieh(worte, "ListItem", anfang=True)
        self.taste("Return")

    # ---- end

    @property
    def ende(self) -> int:
        """Waits for the program to end; its exit code."""
        return self._p.wait(timeout=GEDULD / 1000 + 30)

    def zeigen(self, *argumente: str) -> Any:
        """What the reading command tells meanwhile."""
        return zeige_json(self.daten, *argumente)

    def toete(self) -> None:
        """kill -9."""
        self._p.kill()
        self._p.wait()

    def schliesse(self) -> None:
        if self._ablage is not None:
            self._ablage.kill()
            self._ablage.wait()
        if self._p.poll() is None:
            self._p.kill()
        self._p.wait()
        for rohr in (self._p.stdin, self._p.stdout):
            if rohr is not None:
                rohr.close()
        if self._ablage is not None and self._ablage.stdout is not None:
            self._ablage.stdout.close()


def zeige_json(daten: Path, *argumente: str) -> Any:
    """Runs a reading command beside the window."""
    lauf = subprocess.run(
        [sys.executable, "main.py", "--daten", str(daten), *argumente, "--json"],
        cwd=WURZEL, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert lauf.returncode == 0, lauf.stderr
    return json.loads(lauf.stdout)
