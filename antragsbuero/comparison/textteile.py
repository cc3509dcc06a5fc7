"""From common words to the pieces of a difference that rebuild both texts to the letter."""

from __future__ import annotations

from antragsbuero.comparison.bereinigung import bereinigt
from antragsbuero.comparison.synopse import Teilart, Textteil
from antragsbuero.comparison.wortvergleich import Lauf, gleiche_laeufe
from antragsbuero.comparison.zeichen import Wortschatz, grenzen


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
    grenzen_alt, grenzen_neu = grenzen(alt), grenzen(neu)
    laeufe = _laeufe(alt, neu, wortschatz)
    if x != y:
        laeufe = [_ohne_zahlreste(lauf, alt, neu, grenzen_alt, grenzen_neu) for lauf in laeufe]
        laeufe = [lauf for lauf in laeufe if lauf.laenge]
    stuecke: list[Textteil] = []
    i = j = 0
    for lauf in (*laeufe, Lauf(len(x), len(y), 0)):
        if lauf.i > i:
            stuecke.append(Textteil(Teilart.WEG, alt[grenzen_alt[i] : grenzen_alt[lauf.i]], ""))
        if lauf.j > j:
            stuecke.append(Textteil(Teilart.NEU, "", neu[grenzen_neu[j] : grenzen_neu[lauf.j]]))
        i, j = lauf.i, lauf.j
        if lauf.laenge:
            bis_i, bis_j = i + lauf.laenge, j + lauf.laenge
            _gleiches(
                alt[grenzen_alt[i] : grenzen_alt[bis_i]],
                neu[grenzen_neu[j] : grenzen_neu[bis_j]],
                [g - grenzen_alt[i] for g in grenzen_alt[i : bis_i + 1]],
                [g - grenzen_neu[j] for g in grenzen_neu[j : bis_j + 1]],
                stuecke,
            )
            i, j = bis_i, bis_j
    return tuple(stuecke)


def _laeufe(alt: str, neu: str, wortschatz: Wortschatz) -> list[Lauf]:
    """The common words, the same ones whichever text is the old one."""
    if alt > neu:
        return [Lauf(j, i, laenge) for i, j, laenge in _laeufe(neu, alt, wortschatz)]
    x, y = wortschatz.folge(alt), wortschatz.folge(neu)
    if x == y:
        return [Lauf(0, 0, len(x))]
    return bereinigt(gleiche_laeufe(x, y), x, y, wortschatz)


def _ohne_zahlreste(
    lauf: Lauf, alt: str, neu: str, grenzen_alt: list[int], grenzen_neu: list[int]
) -> Lauf:
    """The run without the rest of a figure or date that changed in its other part."""
    i, j, laenge = lauf
    while laenge and (_in_zahl(alt, grenzen_alt[i]) or _in_zahl(neu, grenzen_neu[j])):
        i, j, laenge = i + 1, j + 1, laenge - 1
    while laenge and (
        _in_zahl(alt, grenzen_alt[i + laenge]) or _in_zahl(neu, grenzen_neu[j + laenge])
    ):
        laenge -= 1
    return Lauf(i, j, laenge)


def _in_zahl(text: str, stelle: int) -> bool:
    """Whether a place lies inside a figure such as 20.000, 1,5 or 31.12.2026."""
    if not 0 < stelle < len(text):
        return False
    if text[stelle] in ".,":
        return text[stelle - 1].isdigit() and text[stelle + 1 : stelle + 2].isdigit()
    return text[stelle].isdigit() and text[stelle - 1] in ".," and text[stelle - 2].isdigit()


def _gleiches(
    alt: str, neu: str, grenzen_alt: list[int], grenzen_neu: list[int], teile: list[Textteil]
) -> None:
    """Appends words that are equal but for typography: variants apart from what is equal."""
    if alt == neu:
        teile.append(Textteil(Teilart.GLEICH, alt, neu))
        return
    stuecke: list[tuple[str, str]] = []
    for k in range(len(grenzen_alt) - 1):
        wort_alt = alt[grenzen_alt[k] : grenzen_alt[k + 1]]
        wort_neu = neu[grenzen_neu[k] : grenzen_neu[k + 1]]
        kern_alt, kern_neu = wort_alt.rstrip(), wort_neu.rstrip()
        if wort_alt != wort_neu and kern_alt == kern_neu:
            # Only the white space behind the word differs.
            stuecke += [
                (kern_alt, kern_neu),
                (wort_alt[len(kern_alt) :], wort_neu[len(kern_neu) :]),
            ]
        else:
            stuecke.append((wort_alt, wort_neu))
    anfang = 0
    for k in range(1, len(stuecke) + 1):
        gleich = stuecke[anfang][0] == stuecke[anfang][1]
        if k == len(stuecke) or (stuecke[k][0] == stuecke[k][1]) != gleich:
            art = Teilart.GLEICH if gleich else Teilart.VARIANTE
            text_alt = "".join(stueck[0] for stueck in stuecke[anfang:k])
            text_neu = "".join(stueck[1] for stueck in stuecke[anfang:k])
            teile.append(Textteil(art, text_alt, text_neu))
            anfang = k
