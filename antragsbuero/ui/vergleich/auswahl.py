"""Which Fassungen stand in which column, against which base, under which head; no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from antragsbuero.comparison.synopse import Synopse
from antragsbuero.documents.bezeichnungen import FASSUNGSARTEN, abstimmungstext, deutsches_datum
from antragsbuero.domain.fassung import Fassung
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.ui.vergleich.rows import Stelle, zahlen

HOECHSTENS = 4
_VORAUSWAHL = 3
"""Columns shown when nobody chose: the newest ones."""


@dataclass(frozen=True, slots=True)
class Wahl:
    """What can be chosen and what is: `basis` None compares with the left neighbour."""

    fassungen: tuple[Fassung, ...]
    spalten: tuple[str, ...]
    basis: int | None


@dataclass(frozen=True, slots=True)
class Spaltenkopf:
    """Head of a column; `neu` and `weg` count words, None in the column without a base."""

    titel: str
    datum: str
    punkte: str
    neu: int | None
    weg: int | None
    zusatz: str

    @property
    def vorlesen(self) -> str:
        """The head as a screen reader says it."""
        worte = [self.titel, self.datum, self.punkte]
        if self.neu is not None and self.weg is not None:
            worte.append(f"{self.neu} {'Wort' if self.neu == 1 else 'Wörter'} neu, "
                         f"{self.weg} gestrichen")  # fmt: skip
        return ", ".join(w for w in (*worte, self.zusatz) if w)


def titel(fassung: Fassung) -> str:
    """The art of the Fassung as a column is called."""
    return FASSUNGSARTEN[fassung.art] + (" (Entwurf)" if fassung.ist_entwurf else "")


def geordnet(vorgang: Vorgang) -> tuple[Fassung, ...]:
    """All Fassungen by their day, drafts last, as stored where the day is the same."""
    return tuple(sorted(vorgang.fassungen, key=lambda f: (f.ist_entwurf, f.datum or date.max)))


def vorauswahl(vorgang: Vorgang, gewuenscht: Sequence[str]) -> tuple[str, ...]:
    """The columns when fewer than two were asked for.

    One Fassung is shown after the one it renews or, if it renews none, after the one before it;
    without any the three newest.
    """
    folge = geordnet(vorgang)
    kennungen = [f.kennung for f in folge]
    if not gewuenscht:
        return tuple(kennungen[-_VORAUSWAHL:])
    ort = kennungen.index(gewuenscht[0])
    vorlage = folge[ort].zu
    if vorlage in kennungen and vorlage != gewuenscht[0]:
        return (str(vorlage), gewuenscht[0])
    return tuple(kennungen[ort - 1 : ort + 1] if ort else kennungen[:2])


def ersetzt(spalten: Sequence[str], spalte: int, kennung: str) -> tuple[str, ...]:
    """Another Fassung in that column; one that stands elsewhere swaps its place."""
    neu = list(spalten)
    if kennung in neu:
        neu[neu.index(kennung)] = neu[spalte]
    neu[spalte] = kennung
    return tuple(neu)


def umgeschaltet(vorgang: Vorgang, spalten: Sequence[str], kennung: str) -> tuple[str, ...]:
    """With that column in the order of the days, or without it if it is there."""
    if kennung in spalten:
        return tuple(k for k in spalten if k != kennung)
    folge = [f.kennung for f in geordnet(vorgang)]
    return tuple(sorted((*spalten, kennung), key=folge.index))


def basen(anzahl: int, basis: int | None) -> tuple[int | None, ...]:
    """The base of each column: one column for all, or the left neighbour of each."""
    if basis is None:
        return (None, *range(anzahl - 1))
    return tuple(None if k == basis else basis for k in range(anzahl))


def spaltenkoepfe(
    vorgang: Vorgang, fassungen: Sequence[Fassung], synopse: Synopse, orte: Sequence[Stelle]
) -> tuple[Spaltenkopf, ...]:
    """The heads of all columns; `orte` are all changes, struck words included."""
    koepfe = []
    for fassung, zahl, spalte in zip(
        fassungen, zahlen(synopse, orte), synopse.spalten, strict=True
    ):
        verglichen = spalte.basis is not None
        punkte = sum(1 for _ in fassung.alle_punkte())
        koepfe.append(
            Spaltenkopf(
                titel=titel(fassung),
                datum=deutsches_datum(fassung.datum),
                punkte="1 Punkt" if punkte == 1 else f"{punkte} Punkte",
                neu=zahl.neu if verglichen else None,
                weg=zahl.weg if verglichen else None,
                zusatz=_zusatz(vorgang, fassung),
            )
        )
    return tuple(koepfe)


def _zusatz(vorgang: Vorgang, fassung: Fassung) -> str:
    """How a resolution was voted on, else the number of the paper."""
    for abstimmung in vorgang.abstimmungen:
        if abstimmung.beschluss == fassung.kennung:
            return abstimmungstext(abstimmung)
    return fassung.nummer
