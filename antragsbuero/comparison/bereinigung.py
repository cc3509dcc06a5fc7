"""Making word differences readable: no confetti, edits from phrase to phrase."""

from __future__ import annotations

from antragsbuero.comparison.wortvergleich import Lauf, verschmolzen
from antragsbuero.comparison.zeichen import Folge, Wortschatz

NEU_GESCHRIEBEN = 0.8
"""Share of changed words from which on a text counts as written anew."""

_ANTEIL = (0.0, 0.3, 1.0)
"""What a sign, a filler and a word tell, by Wortart."""
_INSEL_WORTE = 0.7
"""Up to three tokens that tell less than this between two changes are no island."""
_INSEL_VERHAELTNIS = 0.2
"""An island must tell at least this share of the changed words on either side."""
_DURCHGAENGE = 16
"""So often what a dropped island leaves is looked at again; keeps long texts linear."""
_SATZENDE = frozenset(".?!;:")


def bereinigt(laeufe: list[Lauf], x: Folge, y: Folge, wortschatz: Wortschatz) -> list[Lauf]:
    """The runs without tiny islands, their borders moved to ends of sentences and phrases.

    Nothing is left of a text written anew; one that keeps half of its words and signs is not.
    """
    laeufe = _ohne_inseln(laeufe, x, y, wortschatz)
    laeufe = _verschoben(laeufe, x, y, wortschatz)
    if 2 * sum(lauf.laenge for lauf in laeufe) >= max(len(x), len(y)):
        return laeufe
    gleich = sum(_gehalt(x, lauf, wortschatz) for lauf in laeufe)
    ganz = max(
        _gehalt(x, Lauf(0, 0, len(x)), wortschatz), _gehalt(y, Lauf(0, 0, len(y)), wortschatz)
    )
    return laeufe if gleich >= (1 - NEU_GESCHRIEBEN) * ganz else []


def _gehalt(x: Folge, lauf: Lauf, wortschatz: Wortschatz) -> float:
    """How much a run tells: its words, fillers for a third, signs for nothing."""
    arten = wortschatz.arten
    return sum([_ANTEIL[arten[wort]] for wort in x[lauf.i : lauf.i + lauf.laenge]])


def _ohne_inseln(laeufe: list[Lauf], x: Folge, y: Folge, wortschatz: Wortschatz) -> list[Lauf]:
    """Drops runs that are weak beside the changes around them, until none is left."""
    for _ in range(_DURCHGAENGE):
        geaendert = False
        bleibt: list[Lauf] = []
        for k, lauf in enumerate(laeufe):
            vor_i, vor_j = (
                (bleibt[-1].i + bleibt[-1].laenge, bleibt[-1].j + bleibt[-1].laenge)
                if bleibt
                else (0, 0)
            )
            nach_i, nach_j = (
                (laeufe[k + 1].i, laeufe[k + 1].j) if k + 1 < len(laeufe) else (len(x), len(y))
            )
            vorher = max(lauf.i - vor_i, lauf.j - vor_j)
            nachher = max(nach_i - lauf.i - lauf.laenge, nach_j - lauf.j - lauf.laenge)
            if vorher and nachher:
                gehalt = _gehalt(x, lauf, wortschatz)
                if (gehalt < _INSEL_WORTE and lauf.laenge <= 3) or (
                    gehalt < min(vorher, nachher) * _INSEL_VERHAELTNIS
                ):
                    geaendert = True
                    continue
            bleibt.append(lauf)
        laeufe = bleibt
        if not geaendert:
            break
    return laeufe


def _verschoben(laeufe: list[Lauf], x: Folge, y: Folge, wortschatz: Wortschatz) -> list[Lauf]:
    """Slides pure insertions and deletions to where a sentence or phrase ends."""
    ergebnis: list[Lauf] = []
    for lauf in laeufe:
        if ergebnis:
            vor = ergebnis[-1]
            ende_i, ende_j = vor.i + vor.laenge, vor.j + vor.laenge
            if (lauf.i == ende_i) != (lauf.j == ende_j):
                seite, von, bis = (y, ende_j, lauf.j) if lauf.i == ende_i else (x, ende_i, lauf.i)
                weite = _beste_weite(seite, von, bis, vor.laenge, lauf.laenge, wortschatz)
                ergebnis[-1] = Lauf(vor.i, vor.j, vor.laenge + weite)
                lauf = Lauf(lauf.i + weite, lauf.j + weite, lauf.laenge - weite)
                if not ergebnis[-1].laenge:
                    ergebnis.pop()
        if lauf.laenge > 0:
            ergebnis.append(lauf)
    return verschmolzen(ergebnis)


def _beste_weite(
    seite: Folge, von: int, bis: int, davor: int, danach: int, wortschatz: Wortschatz
) -> int:
    """How far to move the changed words seite[von:bis] to the right (or left, negative)."""
    links = 0
    while links < davor and von - links > 0 and seite[von - links - 1] == seite[bis - links - 1]:
        links += 1
    rechts = 0
    while (
        rechts < danach and bis + rechts < len(seite) and seite[von + rechts] == seite[bis + rechts]
    ):
        rechts += 1
    formen = wortschatz.formen

    def guete(weite: int) -> float:
        vorher = formen[seite[von + weite - 1]] if von + weite else "."
        wert = 3.0 if vorher in _SATZENDE else 1.0 if vorher == "," else 0.0
        letztes = formen[seite[bis + weite - 1]]
        wert += 3.0 if letztes in _SATZENDE else 1.0 if letztes == "," else 0.0
        if formen[seite[von + weite]][:1].isalnum():
            wert += 0.5
        return wert

    return max(range(-links, rechts + 1), key=lambda weite: (guete(weite), -abs(weite)))
