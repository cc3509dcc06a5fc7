"""Chains of versions A -> B -> C -> D with known truth, for the comparison of several columns.

Every word carries its origin through the whole chain, so that the truth between any two
columns is known: two points belong together if a quarter of the shorter one has the same
origin. `schwer` adds points that come back after a gap, halves that are put apart and
merges of points that are no neighbours.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import combinations, count
from pathlib import Path
from typing import NamedTuple

Wort = tuple[str, int]
"""A word with its origin."""
Punkt = list[list[Wort]]
"""A point as sentences."""
Paare = set[tuple[int, int, int, int]]
"""Pairs (column, point, column, point), the smaller column first."""

_SILBEN = "ab an aus bau be dar ein ent fach fer ge hal kon leit mit ord pla rat sor um ver wer"
_FUELLUNG = "der die das und für in mit wird auf den dem zu nicht"
_ANTEIL = 0.25
_LEICHT = {"gleich": 50, "wort": 14, "satzweg": 4, "satzneu": 4, "teilen": 5, "vereinen": 5}
_LEICHT |= {"weg": 5, "neu": 5, "bewegen": 5, "schwer": 3}
_SCHWER = {"gleich": 30, "wort": 14, "satzweg": 4, "satzneu": 4, "teilen": 5, "vereinen": 3}
_SCHWER |= {"weg": 12, "neu": 4, "bewegen": 6, "schwer": 4, "auseinander": 7, "fernvereinen": 7}


class Kette(NamedTuple):
    """The texts of all columns and what belongs together."""

    spalten: list[list[str]]
    paare: Paare


class Prosa:
    """Invented administrative prose, or sentences of a file."""

    def __init__(self, zufall: random.Random, saetze: Sequence[str] = ()) -> None:
        self._zufall = zufall
        self._saetze = saetze
        silben = (
            "ab an aus bau be dar ein ent fach fer ge hal kon leit mit ord pla rat sor um ver wer"
        )
        self._silben = silben.split(" ")

    def wort(self) -> str:
        """One word."""
        if self._saetze:
            return self._zufall.choice(self._zufall.choice(self._saetze).split(" "))
        teile = self._zufall.choices(self._silben, k=self._zufall.randint(2, 4))
        stamm = "".join(teile) + self._zufall.choice(["en", "ung", "t", "e", "lich"])
        return stamm.capitalize() if self._zufall.random() < 0.4 else stamm

    def satz(self) -> list[str]:
        """The words of one sentence."""
        if self._saetze:
            return self._zufall.choice(self._saetze).split(" ")
        fuellung = _FUELLUNG.split(" ")
        laenge = self._zufall.randint(8, 24)
        worte = [
            self._zufall.choice(fuellung) if self._zufall.random() < 0.4 else self.wort()
            for _ in range(laenge)
        ]
        return [worte[0].capitalize(), *worte[1:-1], worte[-1] + "."]


class Erzeuger:
    """Makes chains; the same seed makes the same chain."""

    def __init__(self, saat: int | str, saetze: Sequence[str] = ()) -> None:
        self._zufall = random.Random(saat)
        self._prosa = Prosa(self._zufall, saetze)
        self._herkunft = count()

    def kette(self, groesse: int, spalten: int = 4, *, schwer: bool = False) -> Kette:
        """A chain that begins with `groesse` points."""
        fassung = [self._punkt() for _ in range(groesse)]
        alle = [fassung]
        verloren: list[tuple[int, Punkt]] = []
        for _ in range(spalten - 1):
            zurueck = verloren
            fassung, verloren = self._schritt(fassung, _SCHWER if schwer else _LEICHT)
            if schwer:
                for ort, punkt in zurueck:
                    if self._zufall.random() < 0.6:
                        fassung.insert(min(ort, len(fassung)), punkt)
            alle.append(fassung)
        texte = [
            [" ".join(w for satz in punkt for w, _ in satz) for punkt in spalte] for spalte in alle
        ]
        return Kette(texte, _wahrheit(alle))

    def _punkt(self) -> Punkt:
        return [self._satz() for _ in range(self._zufall.choice([1, 1, 2, 2, 3, 3, 4]))]

    def _satz(self) -> list[Wort]:
        return [(wort, next(self._herkunft)) for wort in self._prosa.satz()]

    def _schritt(
        self, fassung: list[Punkt], gewichte: dict[str, int]
    ) -> tuple[list[Punkt], list[tuple[int, Punkt]]]:
        """The next version and the points that it dropped with their places."""
        neu: list[Punkt] = []
        weg: list[tuple[int, Punkt]] = []
        spaeter: list[Punkt] = []
        schritte = self._zufall.choices(list(gewichte), list(gewichte.values()), k=len(fassung))
        for punkt, schritt in zip(fassung, schritte, strict=True):
            vorher = len(neu)
            if schritt == "weg":
                weg.append((vorher, punkt))
            elif schritt == "bewegen":
                spaeter.append(punkt)
            elif schritt == "neu":
                neu += [punkt, self._punkt()]
            elif schritt in ("teilen", "auseinander") and len(punkt) > 1:
                schnitt = self._zufall.randint(1, len(punkt) - 1)
                neu.append(punkt[:schnitt])
                (neu if schritt == "teilen" else spaeter).append(punkt[schnitt:])
            elif schritt == "vereinen" and neu:
                neu[-1] = [*neu[-1], *punkt]
            elif schritt == "fernvereinen" and len(neu) > 3:
                ziel = self._zufall.randrange(len(neu) - 2)
                neu[ziel] = [*neu[ziel], *punkt]
            else:
                neu.append(self._bearbeitet(punkt, schritt))
        for punkt in spaeter:
            neu.insert(self._zufall.randint(0, len(neu)), punkt)
        return neu or [self._punkt()], weg

    def _bearbeitet(self, punkt: Punkt, schritt: str) -> Punkt:
        punkt = [list(satz) for satz in punkt]
        satz = self._zufall.choice(punkt)
        if schritt == "wort":
            for _ in range(self._zufall.randint(1, 3)):
                satz[self._zufall.randrange(len(satz))] = self._neues_wort()
        elif schritt == "satzweg" and len(punkt) > 1:
            punkt.remove(satz)
        elif schritt == "satzneu":
            punkt.insert(self._zufall.randint(0, len(punkt)), self._satz())
        elif schritt == "schwer":
            for satz in punkt:
                anfang = 0
                while anfang < len(satz):
                    ende = min(len(satz), anfang + self._zufall.randint(2, 5))
                    satz[anfang:ende] = [self._neues_wort() for _ in range(ende - anfang)]
                    anfang = ende + self._zufall.randint(3, 6)
        return punkt

    def _neues_wort(self) -> Wort:
        return self._prosa.wort(), next(self._herkunft)


def _wahrheit(alle: list[list[Punkt]]) -> Paare:
    """The pairs of points that share a quarter of the shorter one's words by origin."""
    paare: Paare = set()
    mengen = [[{h for satz in punkt for _, h in satz} for punkt in spalte] for spalte in alle]
    for links, rechts in combinations(range(len(alle)), 2):
        wo: dict[int, list[int]] = {}
        for j, menge in enumerate(mengen[rechts]):
            for herkunft in menge:
                wo.setdefault(herkunft, []).append(j)
        for i, menge in enumerate(mengen[links]):
            for j in {j for herkunft in menge for j in wo.get(herkunft, ())}:
                kurz = min(len(menge), len(mengen[rechts][j]))
                if len(menge & mengen[rechts][j]) >= _ANTEIL * kurz:
                    paare.add((links, i, rechts, j))
    return paare


def zeilenpaare(zeilen: Sequence[Sequence[Sequence[int]]]) -> Paare:
    """The pairs that rows over several columns stand for."""
    return {
        (links, i, rechts, j)
        for zeile in zeilen
        for links, rechts in combinations(range(len(zeile)), 2)
        for i in zeile[links]
        for j in zeile[rechts]
    }


def abgeschlossen(kette: Kette) -> Paare:
    """The truth as rows: what belongs together with the same belongs together."""
    gruppe: dict[tuple[int, int], int] = {}
    glieder: dict[int, list[tuple[int, int]]] = {}
    for spalte, texte in enumerate(kette.spalten):
        for k in range(len(texte)):
            gruppe[spalte, k] = len(gruppe)
            glieder[gruppe[spalte, k]] = [(spalte, k)]
    for links, i, rechts, j in sorted(kette.paare):
        eine, andere = gruppe[links, i], gruppe[rechts, j]
        if eine != andere:
            for glied in glieder.pop(andere):
                gruppe[glied] = eine
                glieder[eine].append(glied)
    return {
        (*sorted((eines, anderes))[0], *sorted((eines, anderes))[1])
        for alle in glieder.values()
        for eines, anderes in combinations(alle, 2)
        if eines[0] != anderes[0]
    }


def guete(gefunden: Paare, wahr: Paare) -> float:
    """The F1 of pairs, 1.0 where there are none."""
    return 2 * len(gefunden & wahr) / (len(gefunden) + len(wahr)) if gefunden or wahr else 1.0


def saetze_aus(datei: Path) -> list[str]:
    """The sentences of a text file with one a line."""
    return [zeile for zeile in datei.read_text("utf-8").splitlines() if zeile]
