"""Rows: the points that belong together across all columns, in a readable order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from antragsbuero.comparison.abbruch import Abbruch, pruefen
from antragsbuero.comparison.merkmale import Gewichtung
from antragsbuero.comparison.paarung import paare
from antragsbuero.comparison.zeichen import Wortschatz
from antragsbuero.comparison.zuordnung import Paar, Punkttext, Vorgabe, Zuordnung

Stellen = tuple[tuple[int, ...], ...]
"""One row: for each column the indexes of its points, in their order."""

_KEINE = Vorgabe()


def zeilen(
    spalten: Sequence[Sequence[Punkttext]],
    wortschatz: Wortschatz,
    vorgaben: Mapping[Paar, Vorgabe] | None = None,
    abbruch: Abbruch | None = None,
) -> list[Stellen]:
    """The rows of two or more columns; every point stands in exactly one of them.

    `vorgaben` are keyed by the indexes of two columns, the smaller first.
    """
    vorgaben = vorgaben or {}
    gewichtung = Gewichtung(wortschatz, (p.text for spalte in spalten for p in spalte))
    bund = _Verbund([len(spalte) for spalte in spalten], vorgaben)
    for (links, rechts), vorgabe in vorgaben.items():
        for i, j in vorgabe.verbunden:
            bund.verbinde(links, i, rechts, j)
    anzahl = len(spalten)
    for abstand in range(1, anzahl):
        for links in range(anzahl - abstand):
            pruefen(abbruch)
            rechts = links + abstand
            dazwischen = range(links + 1, rechts)
            offen_links = bund.ohne_partner(links, dazwischen) if dazwischen else set()
            offen_rechts = bund.ohne_partner(rechts, dazwischen) if dazwischen else set()
            if dazwischen and not (offen_links or offen_rechts):
                continue
            vorgabe = vorgaben.get((links, rechts), _KEINE)
            werkzeug = (wortschatz, gewichtung, abbruch)
            for i, j in _paare(spalten[links], spalten[rechts], vorgabe, *werkzeug):
                # Columns that are not neighbours only join what the ones between them lack.
                if not dazwischen or i in offen_links or j in offen_rechts:
                    bund.verbinde(links, i, rechts, j)
    return _geordnet(bund.gruppen(), spalten)


def _paare(
    links: Sequence[Punkttext],
    rechts: Sequence[Punkttext],
    vorgabe: Vorgabe,
    wortschatz: Wortschatz,
    gewichtung: Gewichtung,
    abbruch: Abbruch | None,
) -> list[Paar]:
    """The pairs of two columns, the same ones whichever of them stands left."""
    if [(p.text, p.eltern) for p in links] > [(p.text, p.eltern) for p in rechts]:
        umgekehrt = vorgabe.umgekehrt()
        gefunden = _paare(rechts, links, umgekehrt, wortschatz, gewichtung, abbruch)
        return [(i, j) for j, i in gefunden]
    return paare(Zuordnung(links, rechts, wortschatz, vorgabe), gewichtung, abbruch)


class _Verbund:
    """Points of all columns joined into groups (union-find), respecting what is forbidden."""

    def __init__(self, laengen: Sequence[int], vorgaben: Mapping[Paar, Vorgabe]) -> None:
        self._gruppe: dict[Paar, int] = {}
        self._glieder: dict[int, list[Paar]] = {}
        for spalte, laenge in enumerate(laengen):
            for k in range(laenge):
                nummer = len(self._gruppe)
                self._gruppe[spalte, k] = nummer
                self._glieder[nummer] = [(spalte, k)]
        self._laengen = laengen
        self._verboten = {
            frozenset(((links, i), (rechts, j)))
            for (links, rechts), vorgabe in vorgaben.items()
            for i, j in vorgabe.verboten
        }

    def verbinde(self, links: int, i: int, rechts: int, j: int) -> None:
        """Joins the groups of two points unless a forbidden pair would meet."""
        eine, andere = self._gruppe[links, i], self._gruppe[rechts, j]
        if eine == andere:
            return
        if len(self._glieder[eine]) < len(self._glieder[andere]):
            eine, andere = andere, eine
        if self._verboten and any(
            frozenset((p, q)) in self._verboten
            for p in self._glieder[eine]
            for q in self._glieder[andere]
        ):
            return
        for punkt in self._glieder.pop(andere):
            self._gruppe[punkt] = eine
            self._glieder[eine].append(punkt)

    def ohne_partner(self, spalte: int, andere: range) -> set[int]:
        """The points of a column whose group has none in the others."""
        return {
            k
            for k in range(self._laengen[spalte])
            if not any(s in andere for s, _ in self._glieder[self._gruppe[spalte, k]])
        }

    def gruppen(self) -> list[Stellen]:
        """All groups as rows."""
        ergebnis = []
        for glieder in self._glieder.values():
            zeile: list[list[int]] = [[] for _ in self._laengen]
            for spalte, k in sorted(glieder):
                zeile[spalte].append(k)
            ergebnis.append(tuple(tuple(stellen) for stellen in zeile))
        return ergebnis


def _geordnet(gruppen: list[Stellen], spalten: Sequence[Sequence[Punkttext]]) -> list[Stellen]:
    """Rows in the order of the first column; those that begin later follow what is before them.

    "Before" means the last point of that column that did not move, and behind it the rows
    which that column lacks: what was deleted stands above what came in its place.
    """
    zeile_von: dict[Paar, int] = {}
    tiefe = [0] * len(gruppen)
    for nummer, gruppe in enumerate(gruppen):
        for spalte, stellen in enumerate(gruppe):
            zeile_von.update(dict.fromkeys(((spalte, k) for k in stellen), nummer))
    for spalte, punkte in enumerate(spalten):
        stufen: list[int] = []
        for k, punkt in enumerate(punkte):
            stufen.append(stufen[punkt.eltern] + 1 if punkt.eltern >= 0 else 0)
            tiefe[zeile_von[spalte, k]] = stufen[k]
    folge: list[int] = []
    for spalte, punkte in enumerate(spalten):
        reihe = list(dict.fromkeys(zeile_von[spalte, k] for k in range(len(punkte))))
        folge = _eingereiht(folge, reihe, tiefe)
    return [gruppen[nummer] for nummer in folge]


def _eingereiht(folge: list[int], spalte: list[int], tiefe: Sequence[int]) -> list[int]:
    """`folge` with the rows of one more column put in."""
    ort = {nummer: k for k, nummer in enumerate(folge)}
    bekannt = [nummer for nummer in spalte if nummer in ort]
    fest = {bekannt[k] for k in _aufsteigend([ort[nummer] for nummer in bekannt])}
    neue: dict[int, list[int]] = {}
    stelle = 0
    for nummer in spalte:
        if nummer in fest:
            stelle = ort[nummer] + 1
        elif nummer not in ort:
            # A deleted point of a higher level is no place for a point below another.
            while (
                stelle < len(folge)
                and folge[stelle] not in fest
                and tiefe[folge[stelle]] >= tiefe[nummer]
            ):
                stelle += 1
            neue.setdefault(stelle, []).append(nummer)
    ergebnis: list[int] = []
    for k, nummer in enumerate(folge):
        ergebnis += neue.get(k, ())
        ergebnis.append(nummer)
    return ergebnis + neue.get(len(folge), [])


def _aufsteigend(werte: Sequence[int]) -> list[int]:
    """Indexes of a longest rising part."""
    enden: list[int] = []
    orte: list[int] = []
    vorher: list[int] = []
    for k, wert in enumerate(werte):
        stelle = bisect_left(enden, wert)
        vorher.append(orte[stelle - 1] if stelle else -1)
        enden[stelle : stelle + 1] = [wert]
        orte[stelle : stelle + 1] = [k]
    ergebnis = []
    k = orte[-1] if orte else -1
    while k >= 0:
        ergebnis.append(k)
        k = vorher[k]
    return ergebnis[::-1]
