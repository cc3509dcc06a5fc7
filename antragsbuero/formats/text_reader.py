"""Reads plain text: a saved or pasted page, or the text of a paper."""

from __future__ import annotations

from antragsbuero.dokument.dokument import Block, Dokument, Textabsatz, Textlauf, Textstelle
from antragsbuero.dokument.reinigung import ZEILENUMBRUCH, reinige
from antragsbuero.formats.dekodierung import dekodiere


def lies_text(inhalt: bytes, name: str) -> Dokument:
    """One Textabsatz a line that is not blank; which lines belong together is not decided here.

    Raises Dateifehler for empty, oversized and binary files.
    """
    return dokument_aus_text(dekodiere(inhalt, name))


def dokument_aus_text(quelltext: str) -> Dokument:
    """The same for text that already is characters, such as the clipboard's."""
    bloecke: list[Block] = []
    ort = 0
    for umbruch in [*(m.span() for m in ZEILENUMBRUCH.finditer(quelltext)), None]:
        ende, naechste = umbruch if umbruch is not None else (len(quelltext), len(quelltext))
        zeile = quelltext[ort:ende]
        links = ort + len(zeile) - len(zeile.lstrip())
        rechts = ort + len(zeile.rstrip())
        if links < rechts:
            lauf = Textlauf(reinige(quelltext[links:rechts]))
            bloecke.append(Textabsatz((lauf,), stelle=Textstelle(links, rechts)))
        ort = naechste
    return Dokument(titel="", bloecke=tuple(bloecke), quelltext=quelltext)
