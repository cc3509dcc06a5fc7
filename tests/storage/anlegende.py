"""A program that adds Anlagen until it is killed; it tells each one that is stored.

Arguments: data folder, folder of the files, a number that makes their names its own.
"""

from __future__ import annotations

import random
import sys
from itertools import count
from pathlib import Path

from antragsbuero.bootstrap import buero


def main() -> None:
    daten, ordner, lauf = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    zufall = random.Random(lauf)
    with buero(daten, schreiben=True) as offen:
        zeile = next(iter(offen.services.vorgaenge.rows()))
        fassung = offen.services.vorgaenge.get(zeile.kennung).fassungen[0].kennung
        for nr in count():
            datei = ordner / f"{lauf}-{nr}.pdf"
            datei.write_bytes(zufall.randbytes(zufall.randrange(1, 3_000_000)))
            sys.stdout.write("los\n")
            sys.stdout.flush()
            offen.services.anlagen.fuege_hinzu(zeile.kennung, fassung, [datei])
            sys.stdout.write(f"{datei.name}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
