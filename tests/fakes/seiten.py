"""Pages without a PDF: white with a grey bar, every third one turned."""

from __future__ import annotations

import threading

from antragsbuero.dokument.fehler import Dateifehler
from antragsbuero.dokument.seiten import Seitenbild, Seitenmass


class FakeSeiten:
    """`gezeichnet` keeps what was asked for; `defekt` names pages that fail."""

    def __init__(self, anzahl: int = 3, defekt: frozenset[int] = frozenset()) -> None:
        self.masse = tuple(
            Seitenmass(842, 595) if n % 3 == 2 else Seitenmass(595, 842) for n in range(anzahl)
        )
        self.defekt = defekt
        self.gezeichnet: list[tuple[int, float, bool]] = []
        self.faeden: set[int] = set()
        self.zu = False

    def zeichne(self, nummer: int, massstab: float, *, grau: bool = False) -> Seitenbild:
        if nummer in self.defekt or self.zu:
            raise Dateifehler(f"Seite {nummer + 1} ist beschädigt.")
        self.gezeichnet.append((nummer, massstab, grau))
        self.faeden.add(threading.get_ident())
        mass = self.masse[nummer]
        breite, hoehe = round(mass.breite * massstab), round(mass.hoehe * massstab)
        laenge = breite if grau else breite * 4
        zeile, balken = b"\xff" * laenge, b"\x80" * laenge
        daten = b"".join(balken if z < hoehe // 4 else zeile for z in range(hoehe))
        return Seitenbild(breite, hoehe, laenge, grau, daten)

    def schliesse(self) -> None:
        self.zu = True
