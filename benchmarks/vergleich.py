"""Our comparison and others in one run: quality on texts with known truth, CPU time as ratios.

    python benchmarks/vergleich.py HARNESS [--satz ORDNER …] [--nur NAME …]

HARNESS is the folder of the harness (gen.py, score.py, peers.py). Without `--satz` a fresh
set is generated. The others are optional: what cannot be imported or run is named as missing.
"""

from __future__ import annotations

import argparse
import importlib
import json
import math
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

WURZEL = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(WURZEL)]

from benchmarks import ketten  # noqa: E402
from benchmarks.harness_adapter import compare, compare_columns  # noqa: E402

ANDERE = ("prosediff", "git_histogram", "rf_hungarian", "difflib_pw", "redlines", "wdiff")
GUETE = ("F1", "perfect_align", "moveF1", "splitmergeF1", "wordF1", "frag_ratio", "chaff_per_hunk")
LANG = 300
"""Above this many points others are only timed if they are named with --nur."""

Programm = Callable[[list[str], list[str]], dict]


def main() -> None:
    """Runs everything and prints tables."""
    leser = argparse.ArgumentParser(description=__doc__)
    leser.add_argument("harness", type=Path)
    leser.add_argument("--satz", type=Path, nargs="*")
    leser.add_argument("--nur", nargs="*", default=list(ANDERE))
    leser.add_argument("--salz", default="eigener Lauf")
    wahl = leser.parse_args()
    sys.path[:0] = [str(wahl.harness.resolve())]
    programme: dict[str, Programm] = {"Antragsbüro": compare, **dict(_andere(wahl.nur))}
    for ordner in wahl.satz or [_neuer_satz(wahl.harness, wahl.salz)]:
        print(f"== {ordner.name}")
        for datei in ("quality", "kinds", "worst", "scale"):
            _guete(ordner / f"{datei}.json", programme)
        _zeit(ordner / "scale.json", programme)
    _spalten(wahl.harness / "corpus" / "gesetze.txt", wahl.salz)


def _andere(namen: list[str]) -> Iterator[tuple[str, Programm]]:
    """The other programs that are there."""
    peers = importlib.import_module("peers")
    for name in namen:
        programm = getattr(peers, name)
        try:
            programm(["Probe eins.", "Zwei zwei."], ["Probe eins.", "Zwei drei."])
        except Exception as fehler:
            print(f"fehlt: {name} ({type(fehler).__name__}: {fehler})")
        else:
            yield name, programm


def _neuer_satz(harness: Path, salz: str) -> Path:
    """A set that nobody has seen."""
    ordner = Path(tempfile.mkdtemp(prefix="vergleich-"))
    befehl = [sys.executable, str(harness / "gen.py"), str(ordner)]
    subprocess.run(befehl, check=True, env={**os.environ, "GEN_SALT": salz}, stdout=subprocess.PIPE)
    return ordner


def _guete(datei: Path, programme: dict[str, Programm]) -> None:
    """One line for each program; for the worst documents one for each kind."""
    score = importlib.import_module("score")
    alle = score.load([str(datei)], False)
    gruppen = {datei.stem: alle}
    if datei.stem == "worst":
        gruppen = {fall["id"]: [fall] for fall in alle}
    for titel, faelle in gruppen.items():
        for name, programm in programme.items():
            gezaehlt = [
                score.score(fall, programm(fall["A"], fall["B"]))
                for fall in faelle
                if name == "Antragsbüro" or datei.stem != "scale" or fall["size"] <= LANG
            ]
            werte = score.agg(gezaehlt)
            zeile = "  ".join(f"{was} {werte[was]:.4f}" for was in GUETE)
            print(f"{titel:24} {name:14} {zeile}  exact {werte['exact']:.3f}", flush=True)


def _zeit(datei: Path, programme: dict[str, Programm]) -> None:
    """CPU time by size, against ours and against only tokenising and hashing."""
    faelle = json.loads(datei.read_text("utf-8"))
    boden: dict[int, float] = {}
    unsere: dict[int, float] = {}
    for fall in faelle:
        n, a, b = fall["size"], fall["a"], fall["b"]
        boden[n] = _cpu(lambda a=a, b=b: _nur_zerlegen(a, b))
        unsere[n] = _cpu(lambda a=a, b=b: compare(a, b))
        vergleiche = [f"{unsere[n] / boden[n]:.1f} mal nur zerlegen"]
        for name, programm in programme.items():
            if name != "Antragsbüro" and (n <= LANG or name == "prosediff"):
                zeit = _cpu(lambda p=programm, a=a, b=b: p(a, b), 1 if n > LANG else 3)
                vergleiche.append(f"{name} {zeit / unsere[n]:.1f}mal")
        print(f"{n:6} Punkte {unsere[n] * 1000:8.1f} ms   {', '.join(vergleiche)}", flush=True)
    grosse = [n for n in unsere if n >= 100]
    steigung = statistics.linear_regression(
        [math.log(n) for n in grosse], [math.log(unsere[n]) for n in grosse]
    ).slope
    print(f"Wachstum von {min(grosse)} bis {max(grosse)} Punkten: n^{steigung:.2f}")


def _nur_zerlegen(a: list[str], b: list[str]) -> int:
    """The least that any program must do: words to numbers, texts to hashes."""
    import re
    import unicodedata

    nummern: dict[str, int] = {}
    texte: list[tuple[int, ...]] = []
    for text in (*a, *b):
        worte = []
        orte = []
        for treffer in re.finditer(r"[\w\u0300-\u036f\u00ad]+|[^\w\s]", text):
            roh = treffer.group()
            wort = roh if roh.isascii() else unicodedata.normalize("NFC", roh)
            worte.append(nummern.setdefault(wort, len(nummern)))
            orte.append(treffer.start())
        texte.append(tuple(worte))
    return len(set(texte))


def _cpu(arbeit: Callable[[], object], mal: int = 3) -> float:
    """CPU seconds, the median, children included."""
    zeiten = []
    for _ in range(mal):
        vorher = _verbraucht()
        arbeit()
        zeiten.append(_verbraucht() - vorher)
    return statistics.median(zeiten)


def _verbraucht() -> float:
    kinder = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + kinder.ru_utime + kinder.ru_stime


def _spalten(korpus: Path, salz: str) -> None:
    """Four columns: how many pairs across all of them are found."""
    saetze = ketten.saetze_aus(korpus) if korpus.exists() else []
    for schwer in (False, True):
        gut = []
        for saat in range(12):
            kette = ketten.Erzeuger(f"{salz}{saat}", saetze).kette(40, schwer=schwer)
            gefunden = ketten.zeilenpaare(compare_columns(kette.spalten))
            gut.append(ketten.guete(gefunden, ketten.abgeschlossen(kette)))
        print(f"vier Spalten{', schwere' if schwer else ''}: F1 {statistics.mean(gut):.4f}")


if __name__ == "__main__":
    main()
