"""Where the recognised texts stand in the source."""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from antragsbuero.domain.absatz import Absatz
from antragsbuero.domain.beschlusspunkt import mit_tiefe
from antragsbuero.services.importe import Importvorschlag
from antragsbuero.services.importteile import Textbereich, Textort

_ENDEN = 24
"""Letters by which the ends of a text are found when its middle differs from the source."""


@dataclass(frozen=True, slots=True)
class Stelle:
    """A place in the source, in characters."""

    von: int
    bis: int


@dataclass(frozen=True, slots=True)
class Fundstelle:
    """The place of a text; `kopf` is the Fassung or Bericht (kennung) it belongs to."""

    ort: Textort
    kopf: str
    stelle: Stelle


class Quellindex:
    """The letters and digits of a source without white space, marks and accents.

    Recognition joins lines, cleans signs and cuts numbers off; letters it never changes.
    Building takes as long as reading the source once: build it off the window's thread.
    """

    def __init__(self, quelltext: str) -> None:
        self.quelltext = quelltext
        zeichen: list[str] = []
        self._orte = array("L")
        for ort, roh in enumerate(quelltext):
            if roh.isascii():
                if roh.isalnum():
                    zeichen.append(roh)
                    self._orte.append(ort)
                continue
            for c in unicodedata.normalize("NFD", roh):
                if c.isalnum():
                    zeichen.append(c)
                    self._orte.append(ort)
        self._text = "".join(zeichen)
        self._bekannt: dict[str, str] = {}

    def finde(self, text: str, bereich: Stelle, ab: int) -> Stelle | None:
        """The place of a text inside `bereich`, the first at or after `ab`, else the first."""
        gesucht = self._bekannt.get(text)
        if gesucht is None:
            gesucht = self._bekannt[text] = buchstaben(text)
        links, rechts = (bisect_left(self._orte, ort) for ort in (bereich.von, bereich.bis))
        start = max(links, bisect_left(self._orte, ab))
        for anfang in dict.fromkeys((start, links)):
            gefunden = self._finde(gesucht, anfang, rechts)
            if gefunden is not None:
                return gefunden
        return None

    def _finde(self, gesucht: str, von: int, bis: int) -> Stelle | None:
        if not gesucht:
            return None
        ort = self._text.find(gesucht, von, bis)
        if ort >= 0:
            return self._stelle(ort, ort + len(gesucht))
        if len(gesucht) < 2 * _ENDEN:
            return None
        ort = self._text.find(gesucht[:_ENDEN], von, bis)
        ende = self._text.find(gesucht[-_ENDEN:], ort, bis) if ort >= 0 else -1
        if ende < 0 or ende + _ENDEN - ort > 2 * len(gesucht):
            return None
        return self._stelle(ort, ende + _ENDEN)

    def _stelle(self, von: int, bis: int) -> Stelle:
        return Stelle(self._orte[von], self._orte[bis - 1] + 1)


def buchstaben(text: str) -> str:
    """The letters and digits of a text, accents taken off."""
    if text.isascii():
        return "".join(c for c in text if c.isalnum())
    return "".join(c for c in unicodedata.normalize("NFD", text) if c.isalnum())


def finde_alle(index: Quellindex, vorschlag: Importvorschlag) -> tuple[Fundstelle, ...]:
    """The places of all texts of the proposal, in the order of the source.

    A text that cannot be found, because a person changed it, has no place.
    """
    gefunden: list[Fundstelle] = []
    ganzes = Stelle(0, len(index.quelltext))
    ende = 0
    papiere = sorted(_papiere(vorschlag), key=lambda p: index.quelltext.find(p.quelltext))
    for papier in papiere:
        ab = index.quelltext.find(papier.quelltext, ende) if papier.quelltext else -1
        if ab < 0 and papier.quelltext:
            ab = index.quelltext.find(papier.quelltext)
        bereich = Stelle(ab, ab + len(papier.quelltext)) if ab >= 0 else ganzes
        zeiger = bereich.von
        for ort, absaetze in papier.texte:
            stelle = _umfasse(index, absaetze, bereich, zeiger)
            if stelle is not None:
                gefunden.append(Fundstelle(ort, papier.kennung, stelle))
                zeiger = stelle.bis
        ende = bereich.bis if ab >= 0 else ende
    return tuple(sorted(gefunden, key=lambda f: (f.stelle.von, f.stelle.bis)))


def betreffstellen(index: Quellindex, vorschlag: Importvorschlag) -> dict[str, Stelle]:
    """Where the Betreff of each Vorgang (kennung) stands first."""
    ganzes = Stelle(0, len(index.quelltext))
    stellen = ((v.kennung, index.finde(v.betreff, ganzes, 0)) for v in vorschlag.vorgaenge)
    return {kennung: stelle for kennung, stelle in stellen if stelle is not None}


def _umfasse(
    index: Quellindex, absaetze: Iterable[Absatz], bereich: Stelle, ab: int
) -> Stelle | None:
    von, bis = None, ab
    for absatz in absaetze:
        stelle = index.finde(absatz.text, bereich, bis)
        if stelle is not None:
            von = stelle.von if von is None else min(von, stelle.von)
            bis = max(bis, stelle.bis)
    return None if von is None else Stelle(von, bis)


@dataclass(frozen=True, slots=True)
class _Papier:
    kennung: str
    quelltext: str
    texte: tuple[tuple[Textort, tuple[Absatz, ...]], ...]


def _papiere(vorschlag: Importvorschlag) -> Iterator[_Papier]:
    for vorgang in vorschlag.vorgaenge:
        for fassung in vorgang.fassungen:
            texte = [
                (Textort(Textbereich.VORSPANN, fassung.kennung), fassung.vorspann),
                *(
                    (Textort(Textbereich.PUNKT, punkt.kennung), punkt.absaetze)
                    for _, punkt in mit_tiefe(fassung.punkte)
                ),
                (Textort(Textbereich.BEGRUENDUNG, fassung.kennung), fassung.begruendung),
            ]
            yield _Papier(fassung.kennung, fassung.quelltext, tuple(texte))
        for bericht in vorgang.berichte:
            yield _Papier(
                bericht.kennung,
                bericht.quelltext,
                tuple(
                    (Textort(Textbereich.BERICHTSTEIL, bericht.kennung, n), teil.absaetze)
                    for n, teil in enumerate(bericht.teile)
                ),
            )
