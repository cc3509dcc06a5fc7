"""The main job with any built program: import, compare, Synopse and motion as files.

The same job is done by the program of the source tree; every text must be the same.
"""

from __future__ import annotations

import json
import re
import sys
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bau.befehle import Ausgang, Baufehler, fuehre_aus, starte
from bau.orte import WURZEL

BEISPIEL = WURZEL / "resources" / "beispiel" / "schulstrassen.txt"
SPALTEN = ("Verwaltungsstandpunkt", "Neufassung", "Beschluss")
_KENNUNG = re.compile(r"\b[0-9a-f]{32}\b")
_ABSATZ, _LAUF = re.compile(r"<w:p[ >].*?</w:p>", re.S), re.compile(r"<w:(?:t|delText)[ >][^<]*")

Rufe = Callable[[Sequence[str]], Ausgang]


@dataclass(frozen=True, slots=True)
class Ergebnis:
    """Texts by the name of where they come from."""

    texte: dict[str, str]


def fuehre_auftrag_aus(rufe: Rufe, ordner: Path, pfad: Callable[[Path], str]) -> Ergebnis:
    """Does the job and returns all texts.

    Args:
        rufe: runs the program with these arguments.
        ordner: folder for the files of the job; its name has an umlaut and a blank.
        pfad: how the program names a file of this machine.

    Raises:
        Baufehler: a command failed.
    """
    ordner.mkdir(parents=True, exist_ok=True)
    quelle = ordner / "Antrag aus Windows ü.txt"
    text = BEISPIEL.read_text(encoding="utf-8")
    quelle.write_text(text, encoding="utf-8", newline="\r\n")
    texte: dict[str, str] = {}

    def melde(name: str, *argumente: str) -> str:
        ausgang = rufe(argumente)
        if ausgang.code:
            raise Baufehler(f"{name}: Ende mit {ausgang.code}: {ausgang.fehler.strip()[-1500:]}")
        texte[name] = ohne_kennungen(ausgang.ausgabe)
        return ausgang.ausgabe

    vorgaenge = json.loads(melde("Import", "importieren", pfad(quelle), "--json"))["vorgaenge"]
    if len(vorgaenge) != 1:
        raise Baufehler(f"Import: {len(vorgaenge)} Vorgänge statt einem")
    kennung = vorgaenge[0]["kennung"]
    spalten = [f"{kennung}:{art}" for art in SPALTEN]
    melde("Vergleich", "vergleichen", *spalten, "--json")
    for name in ("Synopse ü.pdf", "Synopse ü.docx"):
        melde(f"{name} (Meldung)", "vergleichen", *spalten, "--ausgabe", pfad(ordner / name))
    melde("Antrag (Meldung)", "exportieren", kennung, "--stueck", "antrag",
          "--ausgabe", pfad(ordner / "Antrag.docx"))  # fmt: skip
    texte["Synopse als PDF"] = pdftext(ordner / "Synopse ü.pdf")
    texte["Synopse als Word"] = wordtext(ordner / "Synopse ü.docx")
    texte["Antrag als Word"] = wordtext(ordner / "Antrag.docx")
    return Ergebnis({n: t for n, t in texte.items() if not n.endswith("(Meldung)")})


def im_quelltext(ordner: Path) -> Ergebnis:
    """The job done by `main.py` of the source tree. Raises Baufehler."""
    haupt: list[str | Path] = [sys.executable, WURZEL / "main.py", "--daten", ordner / "daten"]
    return fuehre_auftrag_aus(
        lambda argumente: starte([*haupt, *argumente], frist=300), ordner, str
    )


def vergleiche(soll: Ergebnis, ist: Ergebnis) -> str:
    """Says how much was equal. Raises Baufehler that shows the first difference."""
    for name, text in soll.texte.items():
        anderer = ist.texte[name]
        if not text.strip():
            raise Baufehler(f"{name}: leer")
        if text == anderer:
            continue
        stelle = next(
            (i for i, (a, b) in enumerate(zip(text, anderer, strict=False)) if a != b),
            min(len(text), len(anderer)),
        )
        raise Baufehler(
            f"{name} unterscheidet sich: „{text[stelle - 40 : stelle + 60]}“ gegen "
            f"„{anderer[stelle - 40 : stelle + 60]}“"
        )
    zeichen = sum(len(text) for text in soll.texte.values())
    return f"{len(soll.texte)} Texte, {zeichen} Zeichen gleich"


def ohne_kennungen(text: str) -> str:
    """The text with every Kennung, which is made anew each time, replaced by its number."""
    nummern: dict[str, str] = {}
    return _KENNUNG.sub(lambda t: nummern.setdefault(t[0], f"#{len(nummern) + 1}"), text)


def pdftext(datei: Path) -> str:
    """The text of a PDF file as another program reads it. Raises Baufehler."""
    return fuehre_aus(["pdftotext", "-layout", datei, "-"], frist=60)


def wordtext(datei: Path) -> str:
    """The text of a Word file, one line for each paragraph."""
    with zipfile.ZipFile(datei) as archiv:
        xml = archiv.read("word/document.xml").decode("utf-8")
    absaetze = (_LAUF.findall(absatz) for absatz in _ABSATZ.findall(xml))
    return "\n".join("".join(lauf.split(">", 1)[1] for lauf in laeufe) for laeufe in absaetze)
