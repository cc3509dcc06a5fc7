"""The newer of two Fassungen with every difference to the older one as a change."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from difflib import SequenceMatcher

from antragsbuero.comparison.kette import kette
from antragsbuero.comparison.synopse import Bereich, Synopse
from antragsbuero.documents.briefkopf import Briefkopfdaten
from antragsbuero.documents.compose_absaetze import AUFZAEHLUNGSZEICHEN, tabelle, text, textlaeufe
from antragsbuero.documents.compose_fassung import fassung_dokument
from antragsbuero.documents.korrekturtext import Formabsatz, Korrekturtext, Paar, Stueck
from antragsbuero.documents.korrekturumzug import mit_umzuegen
from antragsbuero.dokument.dokument import (
    Block,
    Liste,
    Listenpunkt,
    Tabelle,
    Textabsatz,
    Textlauf,
    Textrolle,
    Ueberschrift,
)
from antragsbuero.dokument.korrektur import Absatzform, Korrekturdokument
from antragsbuero.domain.absatz import Absatz, Absatzart
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt
from antragsbuero.domain.fassung import Fassung
from antragsbuero.domain.vorgang import Vorgang

_ANLAGEN = "Anlage/n"


@dataclass(frozen=True, slots=True)
class Korrekturseite:
    """A Fassung with the Vorgang that its head is taken from."""

    vorgang: Vorgang
    fassung: Fassung


def korrekturdokument(
    synopse: Synopse,
    alt: Korrekturseite,
    neu: Korrekturseite,
    kopf: Briefkopfdaten,
    zeitpunkt: datetime,
) -> Korrekturdokument:
    """The paper of `neu`; taken back, every change gives the paper of `alt`.

    Numbers of points are words of the text here: only so do they go back with the changes.

    Args:
        synopse: the comparison of the two, `alt` in its first column.
        alt: the older Fassung.
        neu: the newer one.
        kopf: of the office; whoever hands the newer Fassung in signs the changes.
        zeitpunkt: when, in UTC.
    """
    vorher, nachher = (_Papier(seite, kopf) for seite in (alt, neu))
    paare = _gleiche(vorher.oben, nachher.oben)
    for bereich in (Bereich.VORSPANN, Bereich.PUNKTE, Bereich.BEGRUENDUNG):
        paare += _gleiche(vorher.titel[bereich], nachher.titel[bereich])
        reihen = [
            (zeile.zellen[0].punkte, zeile.zellen[1].punkte)
            for zeile in synopse.zeilen
            if zeile.bereich is bereich
        ]
        paare += _geordnet(reihen, vorher.teile[bereich], nachher.teile[bereich])
    paare += _gleiche(vorher.unten, nachher.unten)
    bloecke = mit_umzuegen(Korrekturtext().verbinde(_mit_gemeinsamem_ende(paare)))
    dokument = fassung_dokument(neu.vorgang, neu.fassung, kopf)
    wer = dokument.verfasser or kopf.fraktion
    return Korrekturdokument(replace(dokument, bloecke=()), bloecke, wer, zeitpunkt)


class _Papier:
    """The pieces of one paper: above the points, each part point by point, below them."""

    def __init__(self, seite: Korrekturseite, kopf: Briefkopfdaten) -> None:
        fassung = seite.fassung
        leer = replace(fassung, vorspann=(), punkte=(), begruendung=())
        rahmen = flach(fassung_dokument(seite.vorgang, leer, kopf).bloecke)
        orte = [n for n, s in enumerate(rahmen) if _ist_titel(s) and _text(s) == _ANLAGEN]
        grenze = orte[-1] if orte else len(rahmen)
        self.oben, self.unten = rahmen[:grenze], rahmen[grenze:]
        ganz = flach(fassung_dokument(seite.vorgang, fassung, kopf).bloecke)
        neue = [s for s in ganz if _ist_titel(s) and s not in rahmen]
        rumpf = neue[:1] if fassung.vorspann or fassung.punkte else []
        self.titel: dict[Bereich, list[Stueck]] = {
            Bereich.VORSPANN: rumpf,
            Bereich.PUNKTE: [],
            Bereich.BEGRUENDUNG: neue[len(rumpf) :],
        }
        self.teile = {
            Bereich.VORSPANN: [_absatz(absatz) for absatz in fassung.vorspann],
            Bereich.PUNKTE: _punkte(fassung.punkte),
            Bereich.BEGRUENDUNG: [_absatz(absatz) for absatz in fassung.begruendung],
        }


def _ist_titel(stueck: Stueck) -> bool:
    return isinstance(stueck, Formabsatz) and stueck.form.stufe > 0


def _text(stueck: Stueck) -> str:
    return stueck.text if isinstance(stueck, Formabsatz) else stueck.beschreibung


def flach(bloecke: Sequence[Block]) -> list[Stueck]:
    """Blocks as paragraphs and tables in a row, labels as words."""
    stuecke: list[Stueck] = []
    for block in bloecke:
        match block:
            case Ueberschrift():
                form = Absatzform(stufe=block.stufe)
                stuecke.append(Formabsatz(form, (Textlauf(block.text),)))
            case Textabsatz():
                stuecke.append(Formabsatz(Absatzform(block.rolle), block.laeufe))
            case Tabelle():
                stuecke.append(block)
            case Liste():
                for punkt in block.punkte:
                    stuecke += _eintrag(punkt, 0)
    return stuecke


def _eintrag(punkt: Listenpunkt, ebene: int) -> Iterator[Stueck]:
    leer = (Textabsatz(()),) if punkt.zeichen else ()
    for nummer, absatz in enumerate(punkt.absaetze or leer):
        zeichen = punkt.zeichen if nummer == 0 else ""
        if isinstance(absatz, Textabsatz):
            yield _listenabsatz(zeichen, absatz.laeufe, ebene, absatz.rolle)
            continue
        if zeichen:
            yield _listenabsatz(zeichen, (), ebene)
        yield absatz
    for kind in punkt.punkte:
        yield from _eintrag(kind, ebene + 1)


def _listenabsatz(
    zeichen: str, laeufe: tuple[Textlauf, ...], ebene: int, rolle: Textrolle = Textrolle.TEXT
) -> Formabsatz:
    form = Absatzform(rolle, ebene=ebene, mit_zeichen=bool(zeichen))
    vorn = (Textlauf(f"{zeichen}\t"),) if zeichen else ()
    return Formabsatz(form, (*vorn, *laeufe))


def _absatz(absatz: Absatz, ebene: int = -1, zeichen: str = "") -> list[Stueck]:
    """One paragraph of a Fassung; `ebene` is that of the point it stands in."""
    if absatz.art is Absatzart.TABELLE:
        vorn: list[Stueck] = [_listenabsatz(zeichen, (), ebene)] if zeichen else []
        return [*vorn, tabelle(absatz)]
    if absatz.art is Absatzart.AUFZAEHLUNG:
        vorn = [_listenabsatz(zeichen, (), ebene)] if zeichen else []
        return [*vorn, _listenabsatz(AUFZAEHLUNGSZEICHEN, textlaeufe(absatz), ebene + 1)]
    gesetzt = text(absatz)
    if ebene < 0:
        return [Formabsatz(Absatzform(gesetzt.rolle), gesetzt.laeufe)]
    return [_listenabsatz(zeichen, gesetzt.laeufe, ebene, gesetzt.rolle)]


def _punkte(punkte: Sequence[Beschlusspunkt]) -> list[list[Stueck]]:
    """The pieces of each point, in preorder, sub-points apart."""
    ohne_nummern = all(not punkt.nummer and not punkt.punkte for punkt in punkte)
    ergebnis: list[list[Stueck]] = []

    def sammle(stufe: Sequence[Beschlusspunkt], ebene: int) -> None:
        for punkt in stufe:
            stuecke: list[Stueck] = []
            for nummer, absatz in enumerate(punkt.absaetze):
                stuecke += _absatz(absatz, ebene, punkt.nummer if nummer == 0 else "")
            if not punkt.absaetze and punkt.nummer:
                stuecke.append(_listenabsatz(punkt.nummer, (), ebene))
            ergebnis.append(stuecke)
            sammle(punkt.punkte, ebene + 1)

    sammle(punkte, -1 if ohne_nummern else 0)
    return ergebnis


def _gleiche(alt: Sequence[Stueck], neu: Sequence[Stueck]) -> list[Paar]:
    """Pairs of pieces that say the same thing: headings of one rank, lines of one name."""
    if len(alt) == len(neu) == 1:
        return [(list(alt), list(neu))]
    links, rechts = [_name(stueck) for stueck in alt], [_name(stueck) for stueck in neu]
    paare: list[Paar] = []
    for art, i, bis_i, j, bis_j in SequenceMatcher(None, links, rechts, False).get_opcodes():
        if art == "equal":
            paare += [([a], [b]) for a, b in zip(alt[i:bis_i], neu[j:bis_j], strict=True)]
        else:
            paare += [([a], []) for a in alt[i:bis_i]] + [([], [b]) for b in neu[j:bis_j]]
    return paare


def _name(stueck: Stueck) -> Hashable:
    if not isinstance(stueck, Formabsatz):
        return Tabelle
    if stueck.form.stufe == 1:
        return stueck.form
    if stueck.form.rolle is Textrolle.KOPFZEILE:
        return stueck.form, stueck.text.partition("\t")[0]
    return stueck.form, stueck.text


def _geordnet(
    reihen: Sequence[tuple[tuple[int, ...], tuple[int, ...]]],
    alt: Sequence[list[Stueck]],
    neu: Sequence[list[Stueck]],
) -> Iterator[Paar]:
    """The points of both in an order that keeps that of each.

    Pairs that crossed over have moved: they go at the old place and come at the new one.
    """
    paare = sorted(
        (nachher, vorher)
        for vorher, nachher in reihen
        if _am_stueck(vorher) and _am_stueck(nachher)
    )
    orte = [(nachher[0], vorher[0]) for nachher, vorher in paare]
    gewicht = [float(sum(len(_text(s)) for k in p for s in neu[k]) + 1) for p, _ in paare]
    i = j = 0
    for k in kette(orte, gewicht):
        nachher, vorher = paare[k]
        yield from (([*stuecke], []) for stuecke in alt[i : vorher[0]])
        yield from (([], [*stuecke]) for stuecke in neu[j : nachher[0]])
        i, j = vorher[-1] + 1, nachher[-1] + 1
        yield (
            [stueck for n in vorher for stueck in alt[n]],
            [stueck for n in nachher for stueck in neu[n]],
        )
    yield from (([*stuecke], []) for stuecke in alt[i:])
    yield from (([], [*stuecke]) for stuecke in neu[j:])


def _am_stueck(stellen: tuple[int, ...]) -> bool:
    return bool(stellen) and stellen == tuple(range(stellen[0], stellen[-1] + 1))


def _mit_gemeinsamem_ende(paare: Sequence[Paar]) -> Iterator[Paar]:
    """The last pair holds pieces of both: the end of the last paragraph cannot be a change."""
    gefuellt = [paar for paar in paare if paar[0] or paar[1]]
    letztes = max(n for n, (links, rechts) in enumerate(gefuellt) if links and rechts)
    yield from gefuellt[:letztes]
    yield (
        [stueck for links, _ in gefuellt[letztes:] for stueck in links],
        [stueck for _, rechts in gefuellt[letztes:] for stueck in rechts],
    )
