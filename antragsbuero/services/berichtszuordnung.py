"""Which statement of a report belongs to which Beschlusspunkt: proposed, then confirmed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from antragsbuero.documents.aehnlichkeit import Woerter, woerter
from antragsbuero.domain.absatz import Absatz
from antragsbuero.domain.bericht import Bericht, Berichtsteil
from antragsbuero.domain.beschlusspunkt import mit_tiefe
from antragsbuero.domain.fassung import Fassung
from antragsbuero.services.punktnummern import anzeige

_MINDESTENS = 0.3
"""Share of a paragraph's long words that must stand in the point it is proposed for."""
_LANG = 5
"""Letters from which a word says something about the matter."""


def schlage_zuordnung_vor(bericht: Bericht, beschluss: Fassung) -> Bericht:
    """The report with its unmapped paragraphs mapped to points by their words.

    What a person confirmed stays. A paragraph that fits no point stays with the words on the
    whole. Paragraphs that follow each other and go to one point become one statement.
    """
    punkte = [(anzeige(weg), _sachwoerter(p.text)) for weg, p in mit_tiefe(beschluss.punkte)]
    teile: list[Berichtsteil] = []
    for teil in bericht.teile:
        if teil.punkt or not punkte:
            teile.append(teil)
            continue
        for absatz in teil.absaetze:
            punkt = _aehnlichster(absatz, punkte)
            letzter = teile[-1] if teile else None
            if letzter is not None and letzter.punkt == punkt and not letzter.bestaetigt:
                teile[-1] = replace(letzter, absaetze=(*letzter.absaetze, absatz))
            else:
                teile.append(Berichtsteil(punkt, (absatz,), bestaetigt=False))
    return replace(bericht, teile=tuple(teile))


def _sachwoerter(text: str) -> Woerter:
    return Counter({w: n for w, n in woerter(text).items() if len(w) >= _LANG})


def _aehnlichster(absatz: Absatz, punkte: Sequence[tuple[str, Woerter]]) -> str:
    """The number of the point that shares most of its words, "" if none shares enough."""
    eigene = _sachwoerter(absatz.text)
    if not eigene:
        return ""
    werte = [
        (sum(min(n, punkt[w]) for w, n in eigene.items()) / min(eigene.total(), punkt.total()), nr)
        for nr, punkt in punkte
        if punkt
    ]
    wert, nummer = max(werte, key=lambda paar: paar[0], default=(0.0, ""))
    return nummer if wert >= _MINDESTENS else ""
