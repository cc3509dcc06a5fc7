"""Pairs of Fassungen, the second made of the first as offices do: moved, split, renumbered."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from antragsbuero.domain.absatz import Absatz, Absatzart, Auszeichnung, Auszeichnungsart
from antragsbuero.domain.bearbeitung import nummeriere
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.vorgang import Vorgang

_TEXT = """\
Der Oberbürgermeister wird beauftragt , die Stadt prüft bis zum 30. Juni 2026 ein Konzept für den
Radverkehr und „Schulwege“ – 20.000 Euro z. B. Bänke <GmbH> & Söhne sowie Linden barrierefrei
gebaut Ratsversammlung berichtet jährlich im 3. Quartal Straße nicht"""
_WORTE = _TEXT.split()


class Paarbau:
    """Builds pairs from a seed."""

    def __init__(self, seed: int) -> None:
        self._r = random.Random(seed)

    def vorgang(self) -> Vorgang:
        """A Vorgang of two Fassungen, the older one first."""
        alt = self._fassung()
        return Vorgang("Wege für alle", fassungen=(alt, self._geaendert(alt)))

    def _satz(self) -> str:
        worte = self._r.choices(_WORTE, k=self._r.randint(3, 25))
        trenner = "\n" if self._r.random() < 0.05 else " "
        return trenner.join([" ".join(worte[:5]), " ".join(worte[5:])]).strip() + "."

    def _absatz(self, arten: Sequence[Absatzart] = (Absatzart.ABSATZ,)) -> Absatz:
        art = self._r.choice(arten)
        if art is Absatzart.TABELLE:
            spalten = self._r.randint(2, 3)
            zeilen = [
                "\t".join(self._r.choice(_WORTE) for _ in range(spalten))
                for _ in range(self._r.randint(1, 4))
            ]
            return Absatz("\n".join(zeilen), art)
        text = self._satz()
        fett = Auszeichnung(1, max(2, len(text) // 2), Auszeichnungsart.FETT)
        return Absatz(text, art, (fett,) if self._r.random() < 0.2 else ())

    def _punkt(self, tiefe: int) -> Beschlusspunkt:
        absaetze = [self._absatz()]
        while self._r.random() < 0.2:
            absaetze.append(self._absatz(tuple(Absatzart)))
        kinder = self._r.choice((0, 0, 2, 3)) if tiefe < 2 else 0
        return Beschlusspunkt(
            "", tuple(absaetze), tuple(self._punkt(tiefe + 1) for _ in range(kinder))
        )

    def _fassung(self) -> Fassung:
        return Fassung(
            Fassungsart.URSPRUNGSANTRAG,
            date(2025, 3, 6),
            eingereicht=True,
            vorspann=tuple(self._absatz() for _ in range(self._r.randint(0, 1))),
            punkte=nummeriere([self._punkt(0) for _ in range(self._r.randint(1, 7))]),
            begruendung=tuple(self._absatz(tuple(Absatzart)) for _ in range(self._r.randint(0, 5))),
        )

    def _geaendert(self, alt: Fassung) -> Fassung:
        art = self._r.choice((Fassungsart.NEUFASSUNG, Fassungsart.BESCHLUSS))
        punkte = self._punkte(alt.punkte)
        if art is Fassungsart.NEUFASSUNG or self._r.random() < 0.7:
            punkte = nummeriere(punkte or [self._punkt(0)])
        return Fassung(
            art,
            date(2025, 5, 22),
            zu=alt.kennung,
            eingereicht=True,
            vorspann=self._absaetze(alt.vorspann),
            punkte=tuple(punkte),
            begruendung=self._absaetze(alt.begruendung) if art is Fassungsart.NEUFASSUNG else (),
        )

    def _punkte(self, alt: Sequence[Beschlusspunkt]) -> list[Beschlusspunkt]:
        neu: list[Beschlusspunkt] = []
        for punkt in alt:
            los = self._r.random()
            kopie = replace(punkt, punkte=tuple(self._punkte(punkt.punkte)))
            if los < 0.1:
                continue
            if los < 0.25:
                neu.append(self._punkt(1))
            if los < 0.4:
                neu += self._geteilt(kopie)
                continue
            if los < 0.7:
                kopie = replace(kopie, absaetze=self._absaetze(kopie.absaetze))
            neu.append(kopie)
        if len(neu) > 1 and self._r.random() < 0.5:
            neu.insert(self._r.randrange(len(neu)), neu.pop(self._r.randrange(len(neu))))
        if len(neu) > 1 and self._r.random() < 0.2:
            eins, zwei = neu[:2]
            neu[:2] = [replace(eins, absaetze=eins.absaetze + zwei.absaetze)]
        return neu

    def _geteilt(self, punkt: Beschlusspunkt) -> list[Beschlusspunkt]:
        worte = punkt.absaetze[0].text.split(" ")
        mitte = len(worte) // 2
        return [
            Beschlusspunkt("", (Absatz(" ".join(worte[:mitte]) or "x"),)),
            replace(punkt, absaetze=(Absatz(" ".join(worte[mitte:])), *punkt.absaetze[1:])),
        ]

    def _absaetze(self, alt: Sequence[Absatz]) -> tuple[Absatz, ...]:
        neu: list[Absatz] = []
        for absatz in alt:
            los = self._r.random()
            if los < 0.1:
                continue
            if los < 0.2:
                neu.append(self._absatz())
            trenner = "\t" if absatz.art is Absatzart.TABELLE else " "
            worte = absatz.text.split(trenner)
            if los < 0.6:
                worte[self._r.randrange(len(worte))] = self._r.choice(_WORTE)
            if los < 0.3 and absatz.art is not Absatzart.TABELLE:
                del worte[self._r.randrange(len(worte)) :]
            neu.append(Absatz(trenner.join(worte) or "x", absatz.art))
            if los > 0.95:
                neu.append(self._absatz(tuple(Absatzart)))
        return tuple(neu)
