"""The parts of Fassungen as columns of points that can be compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from antragsbuero.comparison.korrektur import Korrektur, Korrekturart
from antragsbuero.comparison.synopse import Bereich
from antragsbuero.comparison.zuordnung import Paar, Punkttext, Vorgabe
from antragsbuero.domain.absatz import Absatz
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt
from antragsbuero.domain.fassung import Fassung

Korrekturen = Mapping[tuple[str, str], Sequence[Korrektur]]
"""Corrections by the kennungen of two Fassungen."""


def spalte(fassung: Fassung, bereich: Bereich) -> list[Punkttext]:
    """One part of a Fassung as points; an empty Betreff gives none."""
    if bereich is Bereich.BETREFF:
        return [Punkttext(fassung.betreff)] if fassung.betreff else []
    if bereich is Bereich.PUNKTE:
        return list(_punkte(fassung.punkte))
    absaetze: tuple[Absatz, ...] = (
        fassung.vorspann if bereich is Bereich.VORSPANN else fassung.begruendung
    )
    return [Punkttext(absatz.text) for absatz in absaetze]


def _punkte(punkte: Iterable[Beschlusspunkt]) -> list[Punkttext]:
    """All points in preorder, each with the index of the one above it."""
    ergebnis: list[Punkttext] = []

    def sammle(stufe: Iterable[Beschlusspunkt], oben: int) -> None:
        for punkt in stufe:
            ort = len(ergebnis)
            ergebnis.append(
                Punkttext(
                    punkt.text,
                    punkt.nummer,
                    punkt.bezeichnung,
                    oben,
                    punkt.herkunft,
                    punkt.kennung,
                )
            )
            sammle(punkt.punkte, ort)

    sammle(punkte, -1)
    return ergebnis


def vorgaben(
    fassungen: Sequence[Fassung],
    spalten: Sequence[Sequence[Punkttext]],
    korrekturen: Korrekturen,
) -> dict[Paar, Vorgabe]:
    """What identity and corrections say about the points of each pair of columns."""
    ergebnis = {}
    for links in range(len(spalten)):
        for rechts in range(links + 1, len(spalten)):
            schluessel = (fassungen[links].kennung, fassungen[rechts].kennung)
            hin = list(korrekturen.get(schluessel, ()))
            if schluessel[0] != schluessel[1]:
                # Stored while the columns stood the other way round.
                hin += [
                    Korrektur(k.art, k.punkte_b, k.punkte_a)
                    for k in korrekturen.get((schluessel[1], schluessel[0]), ())
                ]
            vorgabe = _vorgabe(spalten[links], spalten[rechts], hin)
            if vorgabe != Vorgabe():
                ergebnis[links, rechts] = vorgabe
    return ergebnis


def _vorgabe(
    a: Sequence[Punkttext], b: Sequence[Punkttext], korrekturen: Iterable[Korrektur]
) -> Vorgabe:
    """Corrections go before identity; the last word on a pair counts."""
    orte_a = {punkt.kennung: i for i, punkt in enumerate(a) if punkt.kennung}
    orte_b = {punkt.kennung: j for j, punkt in enumerate(b) if punkt.kennung}
    verbunden: dict[Paar, None] = {}
    verboten: set[Paar] = set()
    fest_a: set[int] = set()
    fest_b: set[int] = set()
    for korrektur in korrekturen:
        links = [orte_a[k] for k in korrektur.punkte_a if k in orte_a]
        rechts = [orte_b[k] for k in korrektur.punkte_b if k in orte_b]
        alle = [(i, j) for i in links for j in rechts]
        if korrektur.art is Korrekturart.GETRENNT:
            verboten.update(alle)
            for paar in alle:
                verbunden.pop(paar, None)
        else:
            verboten.difference_update(alle)
            verbunden.update(dict.fromkeys(alle))
            fest_a.update(links)
            fest_b.update(rechts)
    for paar in _gleiche_herkunft(a, b):
        if paar not in verboten and paar[0] not in fest_a and paar[1] not in fest_b:
            verbunden[paar] = None
    return Vorgabe(tuple(verbunden), frozenset(verboten), frozenset(fest_a), frozenset(fest_b))


def _gleiche_herkunft(a: Sequence[Punkttext], b: Sequence[Punkttext]) -> list[Paar]:
    """The pairs of points with one identity."""
    orte: dict[str, list[int]] = defaultdict(list)
    for j, punkt in enumerate(b):
        if punkt.herkunft:
            orte[punkt.herkunft].append(j)
    return [(i, j) for i, punkt in enumerate(a) for j in orte.get(punkt.herkunft, ())]
