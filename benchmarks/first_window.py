"""Time and CPU to the first mapped window, as a ratio to a bare QMainWindow in the same run.

    python benchmarks/first_window.py [--runden N] [--vorgaenge N]

Needs Linux with Xvfb and xdotool. Both programs run in turns on a display of their own, so that
a busy machine slows both. Prints the ratio of the medians (bar: 1.35) and the CPU until the
ready line with N Vorgänge (bar: 0.6 s). Ends with 1 when a bar is missed.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WURZEL = Path(__file__).resolve().parents[1]
NACKT = (
    "from PySide6.QtWidgets import QApplication, QMainWindow\n"
    "app = QApplication(['Antragsbüro'])\n"
    "fenster = QMainWindow()\n"
    "fenster.setWindowTitle('Antragsbüro')\n"
    "fenster.resize(1440, 860)\n"
    "fenster.show()\n"
    "app.exec()\n"
)
GRENZE = 1.35
CPU_GRENZE = 0.6
_TAKT = 0.004


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runden", type=int, default=9)
    parser.add_argument("--vorgaenge", type=int, default=1000)
    werte = parser.parse_args()
    with tempfile.TemporaryDirectory() as ordner:
        daten = Path(ordner)
        fuelle(daten, werte.vorgaenge)
        lesen, schreiben = os.pipe()
        xvfb = subprocess.Popen(
            ["Xvfb", "-displayfd", str(schreiben), "-screen", "0", "1600x1000x24", "-noreset"],
            pass_fds=(schreiben,), stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            umgebung = {**os.environ, "DISPLAY": f":{os.read(lesen, 16).decode().strip()}"}
            umgebung.pop("QT_QPA_PLATFORM", None)
            return messe(daten, umgebung, werte.runden, werte.vorgaenge)
        finally:
            xvfb.terminate()
            xvfb.wait()


def messe(daten: Path, umgebung: dict[str, str], runden: int, vorgaenge: int) -> int:
    nackt = [sys.executable, "-c", NACKT]
    eigen = [sys.executable, str(WURZEL / "main.py"), "--daten", str(daten)]
    for befehl in (nackt, eigen):  # fills the caches of the system
        bis_zum_fenster(befehl, umgebung)
    zeiten: dict[str, list[tuple[float, float]]] = {"nackt": [], "eigen": []}
    for _ in range(runden):
        zeiten["nackt"].append(bis_zum_fenster(nackt, umgebung))
        zeiten["eigen"].append(bis_zum_fenster(eigen, umgebung))
    bereit = min(cpu_bis_bereit(eigen, umgebung) for _ in range(3))
    for name, paare in zeiten.items():
        uhr = statistics.median(p[0] for p in paare)
        cpu = statistics.median(p[1] for p in paare)
        print(f"{name}: {uhr * 1000:.0f} ms, CPU {cpu * 1000:.0f} ms")
    uhr, cpu = (
        statistics.median(p[i] for p in zeiten["eigen"])
        / statistics.median(p[i] for p in zeiten["nackt"])
        for i in (0, 1)
    )
    print(f"Verhältnis Uhr {uhr:.2f}, CPU {cpu:.2f} (Grenze {GRENZE})")
    print(f"bereit mit {vorgaenge} Vorgängen: CPU {bereit:.2f} s (Grenze {CPU_GRENZE})")
    return int(uhr > GRENZE or bereit > CPU_GRENZE)


def bis_zum_fenster(befehl: list[str], umgebung: dict[str, str]) -> tuple[float, float]:
    """Seconds by the clock and of CPU until a window is mapped."""
    beginn = time.perf_counter()
    prozess = subprocess.Popen(
        befehl, env=umgebung, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while not fenster(umgebung):
            if prozess.poll() is not None or time.perf_counter() - beginn > 60:
                raise SystemExit("Das Fenster kam nicht.")
            time.sleep(_TAKT)
        return time.perf_counter() - beginn, cpu(prozess.pid)
    finally:
        beende(prozess, umgebung)


def fenster(umgebung: dict[str, str]) -> bool:
    suche = ["xdotool", "search", "--onlyvisible", "--name", "Antragsb"]
    return bool(subprocess.run(suche, env=umgebung, capture_output=True, check=False).stdout)


def cpu_bis_bereit(befehl: list[str], umgebung: dict[str, str]) -> float:
    """Seconds of CPU until the program says that it is ready."""
    prozess = subprocess.Popen(
        befehl, env={**umgebung, "ANTRAGSBUERO_BEREIT": "1"}, stdout=subprocess.PIPE, text=True
    )
    try:
        if prozess.stdout is None or "bereit" not in prozess.stdout.readline():
            raise SystemExit("Das Programm meldete sich nicht bereit.")
        return cpu(prozess.pid)
    finally:
        beende(prozess, umgebung)


def cpu(pid: int) -> float:
    felder = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(felder[11]) + int(felder[12])) / os.sysconf("SC_CLK_TCK")


def beende(prozess: subprocess.Popen[str] | subprocess.Popen[bytes], umgebung: dict) -> None:
    prozess.kill()
    prozess.wait()
    while fenster(umgebung):
        time.sleep(_TAKT)


def fuelle(ordner: Path, anzahl: int) -> None:
    """Stores invented Vorgänge in one transaction."""
    sys.path.insert(0, str(WURZEL))
    from antragsbuero.bootstrap import buero
    from antragsbuero.domain.absatz import absaetze
    from antragsbuero.domain.beschlusspunkt import Beschlusspunkt
    from antragsbuero.domain.fassung import Fassung, Fassungsart
    from antragsbuero.domain.vorgang import Vorgang

    def vorhaben(nummer: int) -> Vorgang:
        text = f"Die Stadt prüft Vorhaben {nummer} und berichtet dem Rat."
        fassung = Fassung(
            Fassungsart.URSPRUNGSANTRAG,
            betreff=f"Vorhaben {nummer}",
            punkte=(Beschlusspunkt("1.", absaetze([text])),),
        )
        return Vorgang(f"Vorhaben {nummer}", fassungen=(fassung,))

    with buero(ordner, schreiben=True) as offen:
        offen.services.pflege.write(
            lambda work: [work.vorgaenge.add(vorhaben(nummer)) for nummer in range(anzahl)]
        )


if __name__ == "__main__":
    raise SystemExit(main())
