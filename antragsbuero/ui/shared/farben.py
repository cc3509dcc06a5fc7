"""The colours of the window, one frozen set of tokens per theme; no Qt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Farben:
    """Colour tokens as "#RRGGBB"; the names are those of the design language.

    A name on -f is the area behind the word of the same name: `ein` on `einf`. There is one
    object a theme; what a dataclass could compare or print is left out for the start's sake.
    """

    name: str
    dunkel: bool
    fenster: str
    flaeche: str
    flaeche2: str
    linie: str
    linie2: str
    text: str
    text2: str
    akzent: str
    aufakzent: str
    akzentflaeche: str
    ein: str
    einf: str
    weg: str
    wegf: str
    ver: str
    verf: str
    gelb: str
    gelbf: str
    rot: str
    rotf: str
    gruen: str


HELL = Farben(
    name="hell",
    dunkel=False,
    fenster="#F1F3F5",
    flaeche="#FFFFFF",
    flaeche2="#F7F8FA",
    linie="#DCE0E5",
    linie2="#818B97",
    text="#1A1F26",
    text2="#525C68",
    akzent="#2B57A5",
    aufakzent="#FFFFFF",
    akzentflaeche="#E3EBF8",
    ein="#00583E",
    einf="#CFEEE8",
    weg="#97320F",
    wegf="#FDE3D2",
    ver="#5B3A9B",
    verf="#ECE6F8",
    gelb="#6B4A00",
    gelbf="#FBEFCB",
    rot="#B3261E",
    rotf="#FBE5E3",
    gruen="#1B6B3A",
)
DUNKEL = Farben(
    name="dunkel",
    dunkel=True,
    fenster="#191C20",
    flaeche="#212529",
    flaeche2="#282D33",
    linie="#3A4149",
    linie2="#7C8793",
    text="#E7EAED",
    text2="#A9B2BC",
    akzent="#93B7F7",
    aufakzent="#10223F",
    akzentflaeche="#2C3A52",
    ein="#8EE0C0",
    einf="#11433C",
    weg="#F7AE90",
    wegf="#542A18",
    ver="#CFB6F5",
    verf="#382C50",
    gelb="#F0CF7E",
    gelbf="#43370F",
    rot="#FF9A92",
    rotf="#4C2220",
    gruen="#86D6A3",
)
KONTRAST = Farben(
    name="kontrast",
    dunkel=True,
    fenster="#000000",
    flaeche="#000000",
    flaeche2="#000000",
    linie="#FFFFFF",
    linie2="#FFFFFF",
    text="#FFFFFF",
    text2="#FFFFFF",
    akzent="#FFE100",
    aufakzent="#000000",
    akzentflaeche="#000000",
    ein="#6CF5B8",
    einf="#000000",
    weg="#FFB199",
    wegf="#000000",
    ver="#DCC5FF",
    verf="#000000",
    gelb="#FFE100",
    gelbf="#000000",
    rot="#FF9A92",
    rotf="#000000",
    gruen="#6CF5B8",
)
THEMEN = {farben.name: farben for farben in (HELL, DUNKEL, KONTRAST)}


def kontrast(a: str, b: str) -> float:
    """The WCAG 2 contrast ratio of two colours, 1 to 21."""
    heller, dunkler = sorted((_helligkeit(a), _helligkeit(b)), reverse=True)
    return (heller + 0.05) / (dunkler + 0.05)


def _helligkeit(farbe: str) -> float:
    anteile = (int(farbe[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = (v / 12.92 if v <= 0.03928 else ((v + 0.055) / 1.055) ** 2.4 for v in anteile)
    return sum(gewicht * v for gewicht, v in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
