"""Pairing the points of two columns: from what is certain to what is only likely."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from antragsbuero.comparison.abbruch import Abbruch, pruefen
from antragsbuero.comparison.anker import setze_anker, verbinde_gleiche, verlaengere
from antragsbuero.comparison.kandidaten import Naehe, suche, suche_rueckwaerts
from antragsbuero.comparison.luecken import fuelle_luecken
from antragsbuero.comparison.merkmale import Gewichtung
from antragsbuero.comparison.teilung import (
    TEIL_MOEGLICH,
    TEIL_SICHER,
    Reste,
    verbinde_mit_nachbarn,
    verbinde_reste,
    verbinde_teile,
)
from antragsbuero.comparison.zuordnung import Zuordnung

_STUFEN = (0.6, 0.5, 0.4)
"""Ranks down to which pairs are accepted, one round after the other."""
_IN_DER_REIHE = 0.2
"""What a pair gains that keeps the order of all others."""
_FERN = 0.55
"""Least likeness of a pair that does not."""
_FREMDE_ELTERN = 0.7
"""Least likeness of a pair below points that do not belong together."""
_VERMUTET = 0.35
"""From this rank on the best candidates of each other tell the order before anything is paired."""


def paare(
    zuordnung: Zuordnung, gewichtung: Gewichtung, abbruch: Abbruch | None = None
) -> list[tuple[int, int]]:
    """All pairs of points that belong together; those in `zuordnung` already stay.

    Steps, each on what the former left: equal texts, likeness by rare words with the best
    first, parts of split and merged points, place and word pairs in gaps, equal texts that
    occur several times, points without words.
    """
    setze_anker(zuordnung)
    pruefen(abbruch)
    if zuordnung.a.freie() and zuordnung.b.freie():
        _nach_naehe(zuordnung, gewichtung, abbruch)
    _leere(zuordnung)
    return zuordnung.paare()


def _nach_naehe(zuordnung: Zuordnung, gewichtung: Gewichtung, abbruch: Abbruch | None) -> None:
    frei_a, frei_b = _ohne_gleiche(zuordnung)
    funde = suche(zuordnung, gewichtung, frei_a, frei_b, abbruch)
    grenzen = _grenzen(zuordnung, funde)
    reste = Reste(gewichtung)
    for stufe in _STUFEN:
        pruefen(abbruch)
        gefunden = _waehle(zuordnung, gewichtung, funde, grenzen, reste, stufe)
        if not gefunden and stufe < _STUFEN[0]:
            continue
        verlaengere(zuordnung, nur_geordnete=True)
        if stufe == _STUFEN[0]:
            funde += suche_rueckwaerts(zuordnung, gewichtung, frei_a, funde)
        verbinde_teile(zuordnung, gewichtung, funde, reste, TEIL_SICHER)
    fuelle_luecken(zuordnung, gewichtung)
    verlaengere(zuordnung)
    verbinde_gleiche(zuordnung)
    verbinde_teile(zuordnung, gewichtung, funde, reste, TEIL_MOEGLICH)
    verbinde_reste(zuordnung, gewichtung, funde, reste)


def _grenzen(zuordnung: Zuordnung, funde: Iterable[Naehe]) -> list[tuple[int, int]]:
    """For each left point, between which right points it stands if it did not move.

    Taken from the heaviest chain of pairs, each free point with its best candidate.
    """
    beste: dict[int, Naehe] = {}
    gegen: dict[int, float] = {}
    for fund in funde:
        if fund.i not in beste or beste[fund.i].wert < fund.wert:
            beste[fund.i] = fund
        gegen[fund.j] = max(gegen.get(fund.j, 0.0), fund.wert)
    vermutet = {
        fund.i: fund.j for fund in beste.values() if gegen[fund.j] == fund.wert >= _VERMUTET
    }
    folge = zuordnung.geordnet(vermutet)
    grenzen = []
    davor, naechste = -1, 0
    for i in range(len(zuordnung.a)):
        while naechste < len(folge) and folge[naechste][0] < i:
            davor = folge[naechste][1]
            naechste += 1
        danach = naechste
        if danach < len(folge) and folge[danach][0] == i:
            danach += 1
        grenzen.append((davor, folge[danach][1] if danach < len(folge) else len(zuordnung.b)))
    return grenzen


def _waehle(
    zuordnung: Zuordnung,
    gewichtung: Gewichtung,
    funde: Iterable[Naehe],
    grenzen: Sequence[tuple[int, int]],
    reste: Reste,
    stufe: float,
) -> bool:
    """Pairs the best free candidates above the rank `stufe`; whether there were any."""

    def rang(fund: Naehe) -> float:
        i, j = fund.i, fund.j
        davor, danach = grenzen[i]
        if davor < j < danach or zuordnung.eltern_passen(i, j):
            ort = _IN_DER_REIHE
        elif fund.wert < (_FREMDE_ELTERN if zuordnung.eltern_widersprechen(i, j) else _FERN):
            return 0.0
        else:
            ort = 0.0
        return fund.wert + ort + zuordnung.umfeld(i, j)

    bewertet = [
        (rang(fund), fund)
        for fund in funde
        if not zuordnung.a.partner[fund.i] and not zuordnung.b.partner[fund.j]
    ]
    bewertet.sort(key=lambda eintrag: (-eintrag[0], eintrag[1].i, eintrag[1].j))
    gefunden = False
    for wert, fund in bewertet:
        if wert < stufe:
            break
        if _glaubhaft(fund):
            gefunden = (
                (fund.teil and verbinde_mit_nachbarn(zuordnung, gewichtung, fund, reste))
                or zuordnung.verbinde_freie(fund.i, fund.j)
                or gefunden
            )
    return gefunden


def _glaubhaft(fund: Naehe) -> bool:
    """Whether the texts alone, without their place, may make a pair."""
    if fund.widerspruch:
        return fund.worte >= 0.55 and fund.ordnung >= 0.7
    return (fund.worte >= 0.3 and fund.ordnung >= 0.25) or (
        fund.enthalten >= 0.6 and fund.ordnung_enthalten >= 0.55
    )


def _ohne_gleiche(zuordnung: Zuordnung) -> tuple[list[int], list[int]]:
    """The free points of both columns whose text is not free in the other as well."""
    a, b = zuordnung.a, zuordnung.b
    frei_a, frei_b = a.freie(), b.freie()
    texte_a = {a.folgen[i] for i in frei_a}
    texte_b = {b.folgen[j] for j in frei_b}
    return (
        [i for i in frei_a if a.folgen[i] not in texte_b],
        [j for j in frei_b if b.folgen[j] not in texte_a],
    )


def _leere(zuordnung: Zuordnung) -> None:
    """Pairs points without words: by the points below them, else by their place."""
    a, b = zuordnung.a, zuordnung.b
    for i in reversed(a.freie()):
        if a.folgen[i]:
            continue
        unten = next((k for k in range(i + 1, len(a)) if a.eltern[k] == i), None)
        j = b.eltern[a.haupt(unten)] if unten is not None and a.partner[unten] else -1
        if j < 0 or b.folgen[j]:
            j = a.haupt(i - 1) + 1 if i == 0 or a.partner[i - 1] else -1
        if 0 <= j < len(b) and not b.folgen[j]:
            zuordnung.verbinde_freie(i, j)
