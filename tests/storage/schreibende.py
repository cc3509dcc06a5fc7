"""A program that writes until it is killed; it acknowledges each commit on its output.

Arguments: path of the database, a number that makes its Vorgänge its own.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from itertools import count
from pathlib import Path

from antragsbuero.domain.absatz import Absatz
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.storage.ablage import oeffne


def vorgang(kennung: str, stand: int) -> Vorgang:
    """The Vorgang as it is after `stand` changes; its texts all tell the same number."""
    text = f"stand{stand} " * (40 + stand * 37 % 900)
    fassungen = tuple(
        Fassung(Fassungsart.NEUFASSUNG, begruendung=(Absatz(text),), kennung=f"{kennung}-{n}")
        for n in range(3)
    )
    return Vorgang(f"Stand {stand}", fassungen=fassungen, notizen=text, kennung=kennung)


def main() -> None:
    pfad, lauf = Path(sys.argv[1]), sys.argv[2]
    ablage = oeffne(pfad, nur_lesen=False, sicherungsordner=pfad.parent)
    for nr in count():
        kennung = f"{lauf}-{nr // 5}"
        neu = replace(vorgang(kennung, nr % 5), aenderungszaehler=max(nr % 5 - 1, 0))
        if nr % 5 == 0:
            ablage.write(lambda arbeit, v=neu: arbeit.vorgaenge.add(v))
        else:
            ablage.write(lambda arbeit, v=neu: arbeit.vorgaenge.save(v))
        sys.stdout.write(f"{kennung} {nr % 5}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
