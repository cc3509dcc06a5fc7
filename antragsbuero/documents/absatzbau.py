"""Paragraphs from lines: joins what a page or a PDF broke, keeps what a web page wrote."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from antragsbuero.documents.deckung import Deckung
from antragsbuero.documents.zeilen import Zeile
from antragsbuero.domain.absatz import Absatz, Absatzart, Auszeichnung

_SATZENDE = re.compile(r"[.!?:;…][\"“”»«)\]]{0,2}$")
_FREI = re.compile(r"(?:[.!?:;,…)\]\"“”]|\b(?:und|oder|sowie))$")
_FORTSETZUNG = re.compile(r"[a-zäöüß(]")
_GETRENNT = re.compile(r"[^\W\d_]-$")
_BINDEWORT = re.compile(r"(?:und|oder|bzw\.|sowie|beziehungsweise|bis|als|wie|statt)\b")
SPIEGELSTRICH = re.compile(r"(?:[-–—•*▪●➢◦‣·○■o]|[\ue000-\uf8ff])\s{1,6}(?=\S)")


@dataclass(frozen=True, slots=True)
class Umbruch:
    """How the lines of a text are broken: `breite` in characters, None in a web page."""

    breite: int | None

    def endet(self, links: Zeile, rechts: Zeile, breite: int | None = None) -> bool:
        """Whether a paragraph ends between two lines; `breite` is the width around them."""
        if rechts.weiter:
            return False
        if self.breite is None:
            return True
        satzende = bool(_SATZENDE.search(links.text))
        if rechts.nach_rahmen:
            return satzende
        if rechts.luecke:
            fortsetzung = rechts.text[:1].islower() and len(links.text) > 0.6 * self.breite
            return satzende or not fortsetzung
        return satzende and len(links.text) < 0.8 * (breite or self.breite)

    def steht_frei(self, links: Zeile | None, rechts: Zeile) -> bool:
        """Whether a heading, number or dash can stand at the start of the right line.

        In a printed text it cannot where the line before runs on in the middle of a sentence.
        """
        if links is None or self.breite is None or rechts.luecke or rechts.stufe:
            return True
        if len(rechts.text) <= 30 and rechts.text.endswith(":"):
            return True
        return len(links.text) < 0.75 * self.breite or bool(_FREI.search(links.text))


def erkenne_umbruch(zeilen: Sequence[Zeile]) -> Umbruch:
    """Whether the text was printed with a fixed width: sentences run on over many lines."""
    nachbarn = laufend = 0
    for links, rechts in pairwise(zeilen):
        if rechts.luecke or rechts.weiter or rechts.tabelle or rechts.zeichen:
            continue
        nachbarn += 1
        if 35 <= len(links.text) <= 160 and not _SATZENDE.search(links.text):
            getrennt = _GETRENNT.search(links.text) is not None
            if _FORTSETZUNG.match(rechts.text) and not links.text.endswith(","):
                laufend += 2 if getrennt else 1
    if laufend < 3 or laufend < 0.08 * nachbarn:
        return Umbruch(None)
    laengen = sorted(len(z.text) for z in zeilen if len(z.text) >= 35)
    return Umbruch(laengen[int(0.9 * (len(laengen) - 1))])


def baue_absaetze(
    zeilen: Sequence[Zeile], umbruch: Umbruch, deckung: Deckung
) -> tuple[Absatz, ...]:
    """The paragraphs of these lines; all of them are marked as taken."""
    gruppen: list[list[Zeile]] = []
    breiten = _breiten(zeilen)
    for nummer, zeile in enumerate(zeilen):
        if gruppen and _gehoert_zusammen(gruppen[-1][-1], zeile, umbruch, breiten[nummer]):
            gruppen[-1].append(zeile)
        else:
            gruppen.append([zeile])
    absaetze = (_baue(gruppe, umbruch, deckung) for gruppe in gruppen)
    return tuple(absatz for absatz in absaetze if absatz.text)


def _breiten(zeilen: Sequence[Zeile]) -> list[int]:
    """For each line the longest line of its block, as papers change their width."""
    breiten: list[int] = []
    anfang = 0
    for nummer in range(1, len(zeilen) + 1):
        if nummer == len(zeilen) or zeilen[nummer].luecke:
            laenge = max(len(zeile.text) for zeile in zeilen[anfang:nummer])
            breiten += [laenge] * (nummer - anfang)
            anfang = nummer
    return breiten


def ohne_strich(zeile: Zeile) -> Zeile | None:
    """The line behind its bullet, None if it has none."""
    if zeile.zeichen:
        return zeile if SPIEGELSTRICH.match(zeile.zeichen + " x") else None
    treffer = SPIEGELSTRICH.match(zeile.text)
    return zeile.ausschnitt(treffer.end()) if treffer is not None else None


def _gehoert_zusammen(links: Zeile, rechts: Zeile, umbruch: Umbruch, breite: int) -> bool:
    if links.tabelle or rechts.tabelle:
        return links.tabelle == rechts.tabelle
    if rechts.zeichen or rechts.stufe or links.stufe or links.zitat != rechts.zitat:
        return False
    if SPIEGELSTRICH.match(rechts.text) and not rechts.weiter and umbruch.steht_frei(links, rechts):
        return False
    return not umbruch.endet(links, rechts, breite)


def _baue(gruppe: Sequence[Zeile], umbruch: Umbruch, deckung: Deckung) -> Absatz:
    for zeile in gruppe:
        deckung.nimm_zeichen(zeile)
    if gruppe[0].tabelle:
        for zeile in gruppe:
            deckung.nimm(zeile)
        return Absatz("\n".join(z.text for z in gruppe), Absatzart.TABELLE)
    zitat = gruppe[0].zitat
    strich = None if zitat else ohne_strich(gruppe[0])
    art = Absatzart.ZITAT if zitat else Absatzart.ABSATZ
    art = art if strich is None else Absatzart.AUFZAEHLUNG
    erste = strich if strich is not None else gruppe[0]
    for zeile in gruppe:
        deckung.nimm(zeile)
    if strich is None and gruppe[0].zeichen:
        erste = _mit_zeichen(gruppe[0])
    return verbinde([erste, *gruppe[1:]], umbruch, art)


def _mit_zeichen(zeile: Zeile) -> Zeile:
    """A numbered entry outside the points keeps its number as words."""
    vorne = zeile.zeichen + " "
    marken = tuple(
        Auszeichnung(a.von + len(vorne), a.bis + len(vorne), a.art) for a in zeile.auszeichnungen
    )
    return replace(zeile, text=vorne + zeile.text, orte=None, auszeichnungen=marken)


def verbinde(zeilen: Sequence[Zeile], umbruch: Umbruch, art: Absatzart) -> Absatz:
    """One paragraph of these lines."""
    teile: list[str] = []
    marken: list[Auszeichnung] = []
    laenge = 0
    for zeile in zeilen:
        if teile:
            links, fuge = _fuge(teile[-1], zeile.text, umbruch)
            laenge += len(links) - len(teile[-1]) + len(fuge)
            teile[-1] = links
            teile.append(fuge)
        marken += [
            Auszeichnung(a.von + laenge, a.bis + laenge, a.art) for a in zeile.auszeichnungen
        ]
        teile.append(zeile.text)
        laenge += len(zeile.text)
    return Absatz("".join(teile), art, tuple(marken))


def _fuge(links: str, rechts: str, umbruch: Umbruch) -> tuple[str, str]:
    """The left line as it stays, and what stands between it and the right one."""
    if umbruch.breite is None:
        return links, "\n"
    if _GETRENNT.search(links):
        if rechts[:1].islower() and not _BINDEWORT.match(rechts):
            return links[:-1], ""
        if rechts[:1].isupper():
            return links, ""
    return links, " "
