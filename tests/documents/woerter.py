"""What the tests of the recognition count: the words of a source and where they went."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from antragsbuero.documents.erkennung import Erkennung
from antragsbuero.documents.recognise import erkenne
from antragsbuero.dokument.reinigung import reinige
from antragsbuero.domain.absatz import Absatz
from antragsbuero.domain.ratsprofil import Ratsprofil
from antragsbuero.formats.text_reader import dokument_aus_text
from antragsbuero.services.einstellungen import lade_ratsprofil

LEIPZIG: Ratsprofil = lade_ratsprofil("leipzig")
KARLSRUHE: Ratsprofil = lade_ratsprofil("karlsruhe")


def lies(text: str, profil: Ratsprofil = LEIPZIG) -> Erkennung:
    return erkenne(dokument_aus_text(text), profil)


def zeichen(texte: Iterable[str]) -> Counter[str]:
    """Letters and digits with how often they occur; joints at line ends do not count."""
    return Counter(z for text in texte for z in re.findall(r"[^\W_]", reinige(text)))


def texte(erkennung: Erkennung) -> Iterator[str]:
    """Every text that the recognition keeps, what it left out included."""
    for vorgang in erkennung.vorgaenge:
        yield vorgang.betreff
        for fassung in vorgang.fassungen:
            yield from _absaetze(fassung.vorspann)
            for punkt in fassung.alle_punkte():
                yield punkt.nummer
                yield punkt.text
            yield from _absaetze(fassung.begruendung)
        for abstimmung in vorgang.abstimmungen:
            yield abstimmung.wortlaut
        for bericht in vorgang.berichte:
            for teil in bericht.teile:
                yield from _absaetze(teil.absaetze)
    for stueck in erkennung.ausgelassen:
        yield stueck.text


def fehlende(quelltext: str, erkennung: Erkennung) -> Counter[str]:
    """Letters of the source that are in no text of the result."""
    return zeichen([quelltext]) - zeichen(texte(erkennung))


def _absaetze(absaetze: Iterable[Absatz]) -> Iterator[str]:
    return (absatz.text for absatz in absaetze)
