"""What of a Vorgang can be found: one Suchdokument for its head and for each of its papers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from antragsbuero.domain.absatz import Absatz
from antragsbuero.domain.bericht import Bericht
from antragsbuero.domain.fassung import Fassung
from antragsbuero.domain.nachfrage import Nachfrage
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.storage.search.faltung import worte
from antragsbuero.storage.suchart import Suchart

MEISTE_ZEICHEN = 900_000
"""Characters of different words of one paper that count; PostgreSQL holds 1 MB of them."""


@dataclass(frozen=True, slots=True)
class Suchdokument:
    """One paper as the index sees it: different folded words, joined by blanks.

    `teil` is the kennung of the Fassung, Bericht or Nachfrage, "" for the head.
    `titel` holds the words of Betreff and numbers, `worte` all others.
    """

    art: Suchart
    teil: str
    titel: str
    worte: str


def dokumente(vorgang: Vorgang) -> Iterator[Suchdokument]:
    """All papers of a Vorgang, the head first."""
    yield _dokument(
        Suchart.KOPF,
        "",
        (vorgang.betreff, *vorgang.nummern, vorgang.arbeitsnummer),
        (kopftext(vorgang),),
    )
    for fassung in vorgang.fassungen:
        eigen = "" if fassung.betreff == vorgang.betreff else fassung.betreff
        yield _dokument(
            Suchart.FASSUNG, fassung.kennung, (eigen, fassung.nummer), (fassungstext(fassung),)
        )
    for bericht in vorgang.berichte:
        yield _dokument(
            Suchart.BERICHT, bericht.kennung, (bericht.nummer,), (berichtstext(bericht),)
        )
    for nachfrage in vorgang.nachfragen:
        yield _dokument(
            Suchart.NACHFRAGE, nachfrage.kennung, (nachfrage.nummer,), (nachfragetext(nachfrage),)
        )


class Benannt(Protocol):
    """Something with a name."""

    @property
    def name(self) -> str:
        """The name."""
        ...


class Entschieden(Protocol):
    """Something with the words of a decision."""

    @property
    def wortlaut(self) -> str:
        """The words."""
        ...


class Kopf(Protocol):
    """The head of a Vorgang, as domain object or as row."""

    @property
    def einreicher(self) -> Sequence[str]:
        """Who submits it."""
        ...

    @property
    def schlagworte(self) -> Sequence[str]:
        """Keywords."""
        ...

    @property
    def ortsteile(self) -> Sequence[str]:
        """Parts of the city."""
        ...

    @property
    def anlagen(self) -> Sequence[Benannt]:
        """Files."""
        ...

    @property
    def abstimmungen(self) -> Sequence[Entschieden]:
        """Votes."""
        ...

    @property
    def notizen(self) -> str:
        """Notes."""
        ...


def kopftext(vorgang: Kopf) -> str:
    """What the head says beside Betreff and numbers, one piece a line."""
    return "\n".join(
        (
            *vorgang.einreicher,
            *vorgang.schlagworte,
            *vorgang.ortsteile,
            *(anlage.name for anlage in vorgang.anlagen),
            *(abstimmung.wortlaut for abstimmung in vorgang.abstimmungen),
            vorgang.notizen,
        )
    )


def fassungstext(fassung: Fassung) -> str:
    """Vorspann, points, Begründung and names of Anlagen of a Fassung, one paragraph a line."""
    punkte = (absatz for punkt in fassung.alle_punkte() for absatz in punkt.absaetze)
    return "\n".join(
        (
            *_texte(fassung.vorspann),
            *_texte(punkte),
            *_texte(fassung.begruendung),
            *(anlage.name for anlage in fassung.anlagen),
        )
    )


def berichtstext(bericht: Bericht) -> str:
    """All statements of a report, one paragraph a line."""
    return "\n".join(text for teil in bericht.teile for text in _texte(teil.absaetze))


def nachfragetext(nachfrage: Nachfrage) -> str:
    """Introduction and questions, one a line."""
    return "\n".join((nachfrage.einleitung, *nachfrage.fragen))


def _texte(absaetze: Iterable[Absatz]) -> Iterator[str]:
    return (absatz.text for absatz in absaetze)


def _dokument(art: Suchart, teil: str, titel: Iterable[str], texte: Iterable[str]) -> Suchdokument:
    return Suchdokument(art, teil, _verschiedene(titel), _verschiedene(texte))


def _verschiedene(texte: Iterable[str]) -> str:
    """The different words in the order of their first place, as many as an index holds."""
    verschiedene = dict.fromkeys(wort for text in texte for wort in worte(text))
    gesamt = " ".join(verschiedene)
    return gesamt if len(gesamt) <= MEISTE_ZEICHEN else gesamt[:MEISTE_ZEICHEN].rpartition(" ")[0]
