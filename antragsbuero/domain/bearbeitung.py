"""Steps of the work on a Fassung: derive, number, submit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from antragsbuero.domain.beschlusspunkt import Beschlusspunkt
from antragsbuero.domain.fassung import Fassung, Fassungsart, Fassungsfehler
from antragsbuero.domain.fristlesung import lies_fristen
from antragsbuero.domain.kennung import neue_kennung


def leite_ab(fassung: Fassung, art: Fassungsart, urheber: Sequence[str]) -> Fassung:
    """A new draft with the wording of `fassung`, its points keeping their identity.

    A Neufassung of one's own paper keeps its Anlagen: it replaces the whole paper. An amendment
    names changes only, and the Anlagen of others stay with their papers.
    """
    behalten = art is Fassungsart.NEUFASSUNG and _ist_eigene(fassung, urheber)
    return Fassung(
        art=art,
        urheber=tuple(urheber),
        zu=fassung.kennung,
        betreff=fassung.betreff,
        vorspann=fassung.vorspann,
        punkte=tuple(_kopie(punkt) for punkt in fassung.punkte),
        begruendung=fassung.begruendung,
        anlagen=tuple(replace(a, kennung=neue_kennung()) for a in fassung.anlagen)
        if behalten
        else (),
    )


def mit_eigener_begruendung(neu: Fassung, davor: Sequence[Fassung]) -> Fassung:
    """A draft out of a paper of the administration or the council, with the reasons of ours.

    Taking over its points does not make its reasons our own: a Neufassung keeps those of our
    newest paper in `davor`, an amendment begins without.
    """
    quelle = next((f for f in davor if f.kennung == neu.zu), None)
    if quelle is None or quelle.art not in _NIE_EIGENE:
        return neu
    eigene = [f for f in davor if _ist_eigene(f, neu.urheber) and f.begruendung]
    letzte = max(eigene, key=lambda f: f.datum or date.max, default=None)
    if neu.art is not Fassungsart.NEUFASSUNG or letzte is None:
        return replace(neu, begruendung=())
    return replace(neu, begruendung=letzte.begruendung)


_NIE_EIGENE = (
    Fassungsart.VERWALTUNGSSTANDPUNKT, Fassungsart.BESCHLUSSVORLAGE, Fassungsart.BESCHLUSS,
)  # fmt: skip


def _ist_eigene(fassung: Fassung, urheber: Sequence[str]) -> bool:
    """Whether the authors of the new draft wrote `fassung`; a draft may not name them yet."""
    if fassung.art not in (Fassungsart.URSPRUNGSANTRAG, Fassungsart.NEUFASSUNG):
        return False
    return not fassung.urheber or not urheber or bool(set(fassung.urheber) & set(urheber))


def _kopie(punkt: Beschlusspunkt) -> Beschlusspunkt:
    return replace(
        punkt, kennung=neue_kennung(), punkte=tuple(_kopie(kind) for kind in punkt.punkte)
    )


def nummeriere(punkte: Sequence[Beschlusspunkt]) -> tuple[Beschlusspunkt, ...]:
    """Points numbered 1., a), i. by level; a single point without sub-points stays implicit."""
    if len(punkte) == 1 and not punkte[0].punkte:
        return (replace(punkte[0], nummer=""),)
    return _nummeriert(punkte, 0)


def _nummeriert(punkte: Sequence[Beschlusspunkt], ebene: int) -> tuple[Beschlusspunkt, ...]:
    return tuple(
        replace(punkt, nummer=_nummer(n, ebene), punkte=_nummeriert(punkt.punkte, ebene + 1))
        for n, punkt in enumerate(punkte, 1)
    )


def _nummer(n: int, ebene: int) -> str:
    match ebene % 3:
        case 0:
            return f"{n}."
        case 1:
            return f"{_buchstaben(n)})"
        case _:
            return f"{_roemisch(n)}."


def _buchstaben(n: int) -> str:
    zeichen = ""
    while n:
        n, rest = divmod(n - 1, 26)
        zeichen = chr(ord("a") + rest) + zeichen
    return zeichen


def _roemisch(n: int) -> str:
    stufen = (
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
        (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    )  # fmt: skip
    zeichen = ""
    for wert, ziffer in stufen:
        anzahl, n = divmod(n, wert)
        zeichen += ziffer * anzahl
    return zeichen


def mit_fristen(
    punkte: Sequence[Beschlusspunkt], bezug: date | None = None
) -> tuple[Beschlusspunkt, ...]:
    """Points with the deadlines read afresh from their texts; `bezug` is the resolution's day."""
    return tuple(
        replace(
            punkt,
            fristen=lies_fristen(punkt.text, bezug=bezug),
            punkte=mit_fristen(punkt.punkte, bezug),
        )
        for punkt in punkte
    )


def reiche_ein(fassung: Fassung, datum: date, nummer: str = "") -> Fassung:
    """The submitted Fassung, frozen from now on.

    Raises:
        Fassungsfehler: it is submitted already, or it has no point with words.
    """
    if fassung.eingereicht:
        raise Fassungsfehler("Diese Fassung ist schon eingereicht.")
    if not any(punkt.text.strip() for punkt in fassung.alle_punkte()):
        raise Fassungsfehler(
            "Die Fassung hat noch keinen Beschlusspunkt mit Text. "
            "Der Entwurf ist gespeichert; ergänzen Sie den Beschlussvorschlag und reichen Sie "
            "ihn dann ein."
        )
    return replace(fassung, eingereicht=True, datum=datum, nummer=nummer or fassung.nummer)
