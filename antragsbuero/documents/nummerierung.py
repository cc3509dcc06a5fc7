"""Labels at the start of a line: 1. 1) (1) 1.1 a) i) A. BP 1: and their like."""

from __future__ import annotations

import re
from dataclasses import dataclass

from antragsbuero.documents.zeilen import Zeile
from antragsbuero.domain.datumslesung import MONATSMUSTER

_MARKEN = re.compile(
    r"(?P<dez>\d{1,2}(?:\.\d{1,2}){1,3}\.?\)?(?=\s|$))"
    r"|(?P<zahl>\d{1,2}(?:\.\)|[.)])(?=\s|$|[A-ZÄÖÜ„\[]))"
    r"|(?P<zahlk>\(\d{1,2}\)(?=\s|$))"
    r"|(?P<klein>[a-z](?:\.\)|[.)])(?=\s|$))"
    r"|(?P<kleink>\([a-z]\)(?=\s|$))"
    r"|(?P<gross>[A-Z][.)](?=\s|$))"
    r"|(?P<roem>(?:i{2,3}|iv|vi{0,3}|ix|xi{0,2})[.)](?=\s|$))"
    r"|(?P<roemgross>(?:I{2,3}|IV|VI{0,3}|IX|XI{0,2})[.)](?=\s|$))"
    r"|(?P<wort>(?:Neuer?\s)?(?:Beschlusspunkt|BP|Punkt|Ziffer|Frage|Nr\.)\s\d{1,2}[a-z]?"
    r"(?:\s?[:.)]|\s[–-](?=\s)))"
)
_KEIN_PUNKT = re.compile(
    rf"\s*(?:{MONATSMUSTER}(?!\w)|Quartal|Halbjahr|Lesung\b|Jahrhundert|Klasse\b|Bauabschnitt)",
    re.IGNORECASE,
)
_ROEMISCH = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


@dataclass(frozen=True, slots=True)
class Marke:
    """A label: its kind with punctuation, its value, its words, where the text behind it starts.

    `stamm` are the numbers before the last of „2.1“, so that it can only stand below „2.“.
    """

    stil: str
    wert: int
    zeichen: str
    ende: int
    stamm: tuple[int, ...] = ()


def lies_marken(zeile: Zeile) -> tuple[Marke, ...]:
    """The ways to read the label of the line, the likeliest first; () without one."""
    if zeile.zeichen:
        return _deute(zeile.zeichen.strip(), 0)
    treffer = _MARKEN.match(zeile.text)
    if treffer is None:
        return ()
    if treffer.lastgroup != "wort" and _KEIN_PUNKT.match(zeile.text, treffer.end()):
        return ()
    return _deute(treffer.group(), treffer.end())


def _deute(zeichen: str, ende: int) -> tuple[Marke, ...]:
    """The readings of a label; „i)“ is a Roman one and the letter after „h)“."""
    treffer = _MARKEN.match(zeichen)
    if treffer is None or treffer.end() < len(zeichen):
        return ()
    art = treffer.lastgroup or ""
    kern = re.sub(r"[^\w.]", "", zeichen).strip(".")
    schluss = re.sub(r"\w+", "#", zeichen) if art != "wort" else ":"
    if art == "dez":
        zahlen = tuple(int(z) for z in kern.split("."))
        return (Marke(f"dez{len(zahlen)}", zahlen[-1], zeichen, ende, zahlen[:-1]),)
    if art == "wort":
        zahl = re.search(r"\d{1,2}", zeichen)
        return (Marke("wort", int(zahl.group()) if zahl else 0, zeichen, ende),)
    if art in ("zahl", "zahlk"):
        return (Marke("zahl" + schluss, int(kern), zeichen, ende),)
    lesungen = []
    if kern.lower() in _ROEMISCH:
        stil = "roem" if kern.islower() else "ROEM"
        lesungen.append(Marke(stil + schluss, _ROEMISCH.index(kern.lower()) + 1, zeichen, ende))
    if len(kern) == 1:
        stil = "buchst" if kern.islower() else "BUCHST"
        lesungen.append(Marke(stil + schluss, ord(kern.lower()) - ord("a") + 1, zeichen, ende))
    return tuple(lesungen)
