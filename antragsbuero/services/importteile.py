"""Reaches the parts of a recognised source: each function gives a changed copy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from antragsbuero.domain.absatz import Absatz
from antragsbuero.domain.bericht import Bericht
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt, vorordnung
from antragsbuero.domain.fassung import Fassung
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.importe import Importvorschlag

Absaetze = tuple[Absatz, ...]


class Textbereich(StrEnum):
    """Which text of a paper."""

    PUNKT = "PUNKT"
    VORSPANN = "VORSPANN"
    BEGRUENDUNG = "BEGRUENDUNG"
    BERICHTSTEIL = "BERICHTSTEIL"


@dataclass(frozen=True, slots=True)
class Textort:
    """A text of the proposal.

    `kennung` is that of the point, of the Fassung or of the Bericht; `teil` counts from 0.
    """

    bereich: Textbereich
    kennung: str
    teil: int = 0


def aendere_vorgang(
    vorschlag: Importvorschlag,
    passt: Callable[[Vorgang], bool],
    aenderung: Callable[[Vorgang], Vorgang],
) -> Importvorschlag:
    """Changes those Vorgänge that fit."""
    return replace(
        vorschlag, vorgaenge=tuple(aenderung(v) if passt(v) else v for v in vorschlag.vorgaenge)
    )


def aendere_fassung(
    vorschlag: Importvorschlag, kennung: str, aenderung: Callable[[Fassung], Fassung]
) -> Importvorschlag:
    """Changes the Fassung of that kennung."""
    return aendere_vorgang(
        vorschlag,
        lambda v: any(f.kennung == kennung for f in v.fassungen),
        lambda v: replace(
            v, fassungen=tuple(aenderung(f) if f.kennung == kennung else f for f in v.fassungen)
        ),
    )


def aendere_bericht(
    vorschlag: Importvorschlag, kennung: str, aenderung: Callable[[Bericht], Bericht]
) -> Importvorschlag:
    """Changes the Bericht of that kennung."""
    return aendere_vorgang(
        vorschlag,
        lambda v: any(b.kennung == kennung for b in v.berichte),
        lambda v: replace(
            v, berichte=tuple(aenderung(b) if b.kennung == kennung else b for b in v.berichte)
        ),
    )


def aendere_punkt(
    vorschlag: Importvorschlag,
    kennung: str,
    aenderung: Callable[[Beschlusspunkt], tuple[Beschlusspunkt, ...]],
) -> Importvorschlag:
    """Puts what `aenderung` makes of the point in its place."""

    def ersetzt(punkte: tuple[Beschlusspunkt, ...]) -> tuple[Beschlusspunkt, ...]:
        neu: list[Beschlusspunkt] = []
        for punkt in punkte:
            if punkt.kennung == kennung:
                neu += aenderung(punkt)
            else:
                neu.append(replace(punkt, punkte=ersetzt(punkt.punkte)))
        return tuple(neu)

    for vorgang in vorschlag.vorgaenge:
        for fassung in vorgang.fassungen:
            if any(p.kennung == kennung for p in vorordnung(fassung.punkte)):
                return aendere_fassung(
                    vorschlag, fassung.kennung, lambda f: replace(f, punkte=ersetzt(f.punkte))
                )
    return vorschlag


def aendere_absaetze(
    vorschlag: Importvorschlag, ort: Textort, aenderung: Callable[[Absaetze], Absaetze]
) -> Importvorschlag:
    """Changes the paragraphs of a text."""
    match ort.bereich:
        case Textbereich.PUNKT:
            return aendere_punkt(
                vorschlag,
                ort.kennung,
                lambda p: (replace(p, absaetze=aenderung(p.absaetze)),),
            )
        case Textbereich.VORSPANN:
            return aendere_fassung(
                vorschlag, ort.kennung, lambda f: replace(f, vorspann=aenderung(f.vorspann))
            )
        case Textbereich.BEGRUENDUNG:
            return aendere_fassung(
                vorschlag, ort.kennung, lambda f: replace(f, begruendung=aenderung(f.begruendung))
            )
        case Textbereich.BERICHTSTEIL:
            return aendere_bericht(
                vorschlag, ort.kennung, lambda b: _mit_teil(b, ort.teil, aenderung)
            )


def _mit_teil(bericht: Bericht, nummer: int, aenderung: Callable[[Absaetze], Absaetze]) -> Bericht:
    teile = tuple(
        replace(teil, absaetze=aenderung(teil.absaetze)) if n == nummer else teil
        for n, teil in enumerate(bericht.teile)
    )
    return replace(bericht, teile=teile)
