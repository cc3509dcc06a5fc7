"""From common words to the pieces of a difference that rebuild both texts to the letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from antragsbuero.comparison.abstaende import mit_abstaenden
from antragsbuero.comparison.bereinigung import bereinigt
from antragsbuero.comparison.synopse import Teilart, Textteil
from antragsbuero.comparison.wortvergleich import Lauf, gleiche_laeufe
from antragsbuero.comparison.zeichen import Wortschatz, wortstuecke

Stuecke = Sequence[str]
"""A text cut into its words and signs, each with the blanks behind it."""


def textteile(alt: str, neu: str, wortschatz: Wortschatz) -> tuple[Textteil, ...]:
    """The word differences of two texts, cleaned up for reading."""
    if alt == neu:
        return (Textteil(Teilart.GLEICH, alt, neu),) if alt else ()
    x, y = wortschatz.folge(alt), wortschatz.folge(neu)
    if not x and not y:
        return (Textteil(Teilart.VARIANTE, alt, neu),)
    if not x or not y:
        teile = (Textteil(Teilart.WEG, alt, ""), Textteil(Teilart.NEU, "", neu))
        return tuple(teil for teil in teile if teil.alt or teil.neu)
    stuecke_alt, stuecke_neu = wortstuecke(alt), wortstuecke(neu)
    ergebnis: list[Textteil] = []
    i = j = 0
    for lauf in (*_laeufe(alt, neu, wortschatz), Lauf(len(x), len(y), 0)):
        lauf = _ohne_zahlreste(lauf, stuecke_alt, stuecke_neu)
        if not lauf.laenge and (lauf.i, lauf.j) != (len(x), len(y)):
            continue
        if lauf.i > i:
            ergebnis.append(Textteil(Teilart.WEG, "".join(stuecke_alt[i : lauf.i]), ""))
        if lauf.j > j:
            ergebnis.append(Textteil(Teilart.NEU, "", "".join(stuecke_neu[j : lauf.j])))
        i, j = lauf.i + lauf.laenge, lauf.j + lauf.laenge
        ergebnis += _gleiches(stuecke_alt[lauf.i : i], stuecke_neu[lauf.j : j])
    return tuple(mit_abstaenden(ergebnis))


def _laeufe(alt: str, neu: str, wortschatz: Wortschatz) -> list[Lauf]:
    """The common words, the same ones whichever text is the old one."""
    if alt > neu:
        return [Lauf(j, i, laenge) for i, j, laenge in _laeufe(neu, alt, wortschatz)]
    x, y = wortschatz.folge(alt), wortschatz.folge(neu)
    if x == y:
        return [Lauf(0, 0, len(x))]
    return bereinigt(gleiche_laeufe(x, y), x, y, wortschatz)


def _ohne_zahlreste(lauf: Lauf, alt: Stuecke, neu: Stuecke) -> Lauf:
    """The run without the rest of a figure or date that changed in its other part."""
    i, j, laenge = lauf
    while laenge and (_in_zahl(alt, i) or _in_zahl(neu, j)):
        i, j, laenge = i + 1, j + 1, laenge - 1
    while laenge and (_in_zahl(alt, i + laenge) or _in_zahl(neu, j + laenge)):
        laenge -= 1
    return Lauf(i, j, laenge)


def _in_zahl(stuecke: Stuecke, k: int) -> bool:
    """Whether piece k continues a figure such as 20.000, 1,5 or 31.12.2026."""
    if not 0 < k < len(stuecke):
        return False
    if stuecke[k] in (".", ","):
        return k + 1 < len(stuecke) and stuecke[k - 1].isdigit() and stuecke[k + 1][0].isdigit()
    if k < 2 or stuecke[k - 1] not in (".", ","):
        return False
    return stuecke[k - 2].isdigit() and stuecke[k][0].isdigit()


def _gleiches(alt: Stuecke, neu: Stuecke) -> Iterator[Textteil]:
    """Words that are equal but for typography: variants apart from what is equal."""
    if alt == neu:
        if alt:
            text = "".join(alt)
            yield Textteil(Teilart.GLEICH, text, text)
        return
    paare: list[tuple[str, str]] = []
    for wort_alt, wort_neu in zip(alt, neu, strict=True):
        if wort_alt == wort_neu:
            paare.append((wort_alt, wort_neu))
            continue
        kern = wort_alt.rstrip()
        if kern == wort_neu.rstrip():
            # Only the white space behind the word differs.
            paare += [(kern, kern), (wort_alt[len(kern) :], wort_neu[len(kern) :])]
        else:
            paare.append((wort_alt, wort_neu))
    for gleich, gruppe in groupby(paare, key=_sind_gleich):
        texte_alt, texte_neu = zip(*gruppe, strict=True)
        art = Teilart.GLEICH if gleich else Teilart.VARIANTE
        yield Textteil(art, "".join(texte_alt), "".join(texte_neu))


def _sind_gleich(paar: tuple[str, str]) -> bool:
    return paar[0] == paar[1]
