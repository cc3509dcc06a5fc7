"""A text that is nothing but a wording: no headings, only points or paragraphs."""

from __future__ import annotations

from antragsbuero.documents.absatzbau import erkenne_umbruch
from antragsbuero.documents.deckung import Deckung
from antragsbuero.documents.gliederung import Bezug, Gliederer
from antragsbuero.documents.zeilen import zeilen_aus
from antragsbuero.dokument.dokument import Dokument
from antragsbuero.domain.fassung import Fassung, Fassungsart


def lies_wortlaut(dokument: Dokument) -> Fassung:
    """The text as points of one Fassung, for comparing files that hold no whole paper.

    Numbered lines are points, without numbers every paragraph is one; nothing is left out.
    """
    zeilen = zeilen_aus(dokument)
    gliederer = Gliederer(
        erkenne_umbruch(zeilen), Deckung(dokument.quelltext), Bezug(beschluss=None, papier=None)
    )
    gliederung = gliederer.gliedere(zeilen)
    return Fassung(
        art=Fassungsart.URSPRUNGSANTRAG,
        vorspann=gliederung.vorspann,
        punkte=gliederung.punkte,
        quelltext=dokument.quelltext,
    )
