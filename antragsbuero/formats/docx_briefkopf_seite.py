"""The page of a Briefkopf: its room for text, its direction, the numbers of its lines."""

from __future__ import annotations

from collections.abc import Iterable

from docx.document import Document
from lxml import etree

from antragsbuero.dokument.dokument import Dokument
from antragsbuero.formats.docx_briefkopf_pruefung import RUMPF, attribut, steuerelemente
from antragsbuero.formats.docx_xml import detached, twips, w
from antragsbuero.formats.look import LINE_NUMBER_GAP_MM, LINE_NUMBERS_EACH

_BREIT, _HOCH, _UEBLICH = 11906, 16838, 9300
"""A4 and a usual width of text, in twips."""
_RESERVE_MM = 20.0
_VOR_NUMMERN = tuple(
    w(n)
    for n in (
        "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar",
        "paperSrc", "pgBorders",
    )
)  # fmt: skip
"""What the schema wants before the numbers of lines."""


def abschnitt_von(platz: etree._Element, vorlage: Document) -> etree._Element:
    """The section in which an element of the body stands: the next one that ends."""
    enden = (s for nach in platz.itersiblings() for s in nach.iter(w("sectPr")))
    letzter: etree._Element = vorlage.element.body.sectPr
    return next(enden, letzter)


def textbreite(abschnitt: etree._Element) -> int:
    """Room between the margins, in twips."""
    seite, rand = abschnitt.find(w("pgSz")), abschnitt.find(w("pgMar"))
    if seite is None or rand is None:
        return _UEBLICH
    raender = _zahl(rand, "left", 0) + _zahl(rand, "right", 0)
    return max(_zahl(seite, "w", _BREIT) - raender, 1000)


def texthoehe(abschnitt: etree._Element) -> int:
    """Room between head and foot, in twips, with a little reserve for heads that grow."""
    seite, rand = abschnitt.find(w("pgSz")), abschnitt.find(w("pgMar"))
    if seite is None or rand is None:
        return _UEBLICH
    raender = _zahl(rand, "top", 0) + _zahl(rand, "bottom", 0)
    return max(_zahl(seite, "h", _HOCH) - raender - twips(_RESERVE_MM), 1000)


def richte_seite(vorlage: Document, dokument: Dokument, texte: Iterable[etree._Element]) -> None:
    """Turns the page where the paper lies the other way; numbers its lines on request."""
    platz = next((sdt for name, sdt in steuerelemente(vorlage.element) if name == RUMPF), None)
    if platz is None:
        return
    absatz = next(platz.iterancestors(w("p")), platz)
    abschnitt = abschnitt_von(absatz, vorlage)
    seite = abschnitt.find(w("pgSz"))
    if seite is not None:
        breit, hoch = _zahl(seite, "w", _BREIT), _zahl(seite, "h", _HOCH)
        if (breit > hoch) != dokument.querformat:
            vorher = textbreite(abschnitt)
            seite.set(w("w"), str(hoch))
            seite.set(w("h"), str(breit))
            seite.set(w("orient"), "landscape" if dokument.querformat else "portrait")
            _ruecke(texte, vorher, textbreite(abschnitt))
    if dokument.zeilennummern and abschnitt.find(w("lnNumType")) is None:
        nummern = detached(
            "lnNumType",
            countBy=LINE_NUMBERS_EACH,
            distance=twips(LINE_NUMBER_GAP_MM),
            restart="newPage",
        )
        abschnitt.insert(sum(kind.tag in _VOR_NUMMERN for kind in abschnitt), nummern)


def _ruecke(texte: Iterable[etree._Element], vorher: int, nachher: int) -> None:
    """Tabs at the right margin go with it."""
    for wurzel in texte:
        for stopp in wurzel.iter(w("tab")):
            rechts = attribut(stopp, "val") in ("right", "end")
            if rechts and abs(_zahl(stopp, "pos", 0) - vorher) < vorher // 20:
                stopp.set(w("pos"), str(nachher))


def _zahl(element: etree._Element, name: str, sonst: int) -> int:
    wert = attribut(element, name)
    return int(wert) if wert.isdecimal() else sonst
