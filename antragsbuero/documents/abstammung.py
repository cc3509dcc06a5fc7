"""How the Fassungen of a Vorgang hang together: what renews, answers or decides what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from antragsbuero.documents.aehnlichkeit import Woerter, punktgleichheit, woerter
from antragsbuero.documents.nummern import stamm
from antragsbuero.domain.fassung import Fassung, Fassungsart

_RANG = {
    Fassungsart.URSPRUNGSANTRAG: 0,
    Fassungsart.BESCHLUSSVORLAGE: 0,
    Fassungsart.ANFRAGE: 0,
    Fassungsart.VERWALTUNGSSTANDPUNKT: 1,
    Fassungsart.AENDERUNGSANTRAG: 2,
    Fassungsart.ERGAENZUNGSANTRAG: 2,
    Fassungsart.NEUFASSUNG: 3,
    Fassungsart.BESCHLUSS: 4,
}
_WURZELN = frozenset({Fassungsart.URSPRUNGSANTRAG, Fassungsart.BESCHLUSSVORLAGE})
_MOEGLICHE_ELTERN = {
    Fassungsart.NEUFASSUNG: _WURZELN | {Fassungsart.NEUFASSUNG, Fassungsart.VERWALTUNGSSTANDPUNKT},
    Fassungsart.VERWALTUNGSSTANDPUNKT: _WURZELN | {Fassungsart.NEUFASSUNG},
    Fassungsart.AENDERUNGSANTRAG: _WURZELN | {Fassungsart.NEUFASSUNG},
    Fassungsart.ERGAENZUNGSANTRAG: _WURZELN | {Fassungsart.NEUFASSUNG},
    Fassungsart.BESCHLUSS: frozenset(_RANG) - {Fassungsart.BESCHLUSS, Fassungsart.ANFRAGE},
}
_IN_DER_FORM: tuple[tuple[Fassungsart, str], ...] = (
    (
        Fassungsart.VERWALTUNGSSTANDPUNKT,
        r"(?:fassung|form|sinne|übernahme) des (?:verwaltungsstandpunkt|VSP|alternativvorschlag)",
    ),
    (Fassungsart.AENDERUNGSANTRAG, r"(?:fassung|form) des änderungsantr"),
    (
        Fassungsart.NEUFASSUNG,
        r"(?:als|fassung der|form der|in der) neufassung|die neufassung wurde",
    ),
)
SCHWELLE = 0.6
"""Likeness of the points from which the Fassung voted on is proposed without a doubt."""


def ordne(fassungen: Sequence[Fassung]) -> tuple[Fassung, ...]:
    """By date; on one day, and without dates, in the order a motion runs."""
    geaendert = {f.nummer for f in fassungen if f.nummer and _RANG[f.art] == 2}

    def rang(fassung: Fassung) -> float:
        standpunkt = fassung.art is Fassungsart.VERWALTUNGSSTANDPUNKT
        zum_aenderungsantrag = standpunkt and fassung.nummer in geaendert
        return 2.5 if zum_aenderungsantrag else _RANG[fassung.art]

    if all(f.datum is not None for f in fassungen):
        return tuple(sorted(fassungen, key=lambda f: (f.datum or date.max, rang(f))))
    return tuple(sorted(fassungen, key=lambda f: (rang(f), f.datum or date.max)))


def verknuepfe(fassungen: Sequence[Fassung]) -> tuple[Fassung, ...]:
    """The Fassungen, each but a root with the Fassung it hangs on; a Beschluss is left alone."""
    fertig: list[Fassung] = []
    letzte: dict[Fassungsart, int] = {}
    nach_nummer: dict[str, int] = {}
    for nummer, fassung in enumerate(fassungen):
        if fassung.art is not Fassungsart.BESCHLUSS:
            eltern = _eltern(fassung, letzte, nach_nummer)
            zu = fertig[eltern].kennung if eltern is not None else None
            fassung = replace(fassung, zu=zu)
        fertig.append(fassung)
        letzte[fassung.art] = nummer
        if fassung.nummer and fassung.art is not Fassungsart.BESCHLUSS:
            nach_nummer.setdefault(fassung.nummer, nummer)
    return tuple(fertig)


def _eltern(
    fassung: Fassung, letzte: dict[Fassungsart, int], nach_nummer: dict[str, int]
) -> int | None:
    """By the chain of the number, else the last Fassung before it that it can hang on.

    The counter of a chain runs over all children, so that a Neufassung hangs on the last
    statement although its number names the motion.
    """
    if fassung.art is not Fassungsart.NEUFASSUNG:
        gleiche = fassung.nummer if fassung.art is Fassungsart.VERWALTUNGSSTANDPUNKT else ""
        for nummer in (gleiche, stamm(fassung.nummer)):
            if nummer in nach_nummer:
                return nach_nummer[nummer]
    moegliche = _MOEGLICHE_ELTERN.get(fassung.art, frozenset())
    return max((letzte[art] for art in moegliche if art in letzte), default=None)


def abgestimmte_fassung(
    beschluss: Fassung, fassungen: Sequence[Fassung], wortlaut: str
) -> tuple[Fassung | None, float]:
    """The Fassung most likely voted on, and how like its points are (0.0 to 1.0).

    Words such as „in der Fassung des Verwaltungsstandpunktes“ rule; else the likest wording,
    of equal ones the newest.
    """
    moegliche = [
        f
        for f in fassungen
        if f.art in _MOEGLICHE_ELTERN[Fassungsart.BESCHLUSS]
        and f.punkte
        and _nicht_nach(f, beschluss)
    ]
    if (genannt := genannte_form(wortlaut, moegliche)) is not None:
        return genannt, 1.0
    ziel = _punkte(beschluss)
    beste, wert = None, 0.0
    for fassung in moegliche:
        punkte = _punkte(fassung)
        gleich = (punktgleichheit(ziel, punkte) + punktgleichheit(punkte, ziel)) / 2
        if gleich >= wert and gleich > 0.0:
            beste, wert = fassung, gleich
    return (beste, wert) if beste is not None else (None, 0.0)


def genannte_form(wortlaut: str, fassungen: Sequence[Fassung]) -> Fassung | None:
    """The Fassung that a vote names by its art: „in der Fassung des Verwaltungsstandpunktes“."""
    for art, muster in _IN_DER_FORM:
        genannte = [f for f in fassungen if f.art is art]
        if genannte and re.search(muster, wortlaut, re.IGNORECASE):
            return genannte[-1]
    return None


def _nicht_nach(fassung: Fassung, beschluss: Fassung) -> bool:
    if fassung.datum is None or beschluss.datum is None:
        return True
    return fassung.datum <= beschluss.datum


def _punkte(fassung: Fassung) -> list[Woerter]:
    return [woerter(punkt.text) for punkt in fassung.alle_punkte() if punkt.text]
