"""Makes the Briefköpfe that come with the program, in the look of its own Word files."""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx
from lxml import etree

from antragsbuero.dokument.dokument import Dokument
from antragsbuero.formats.characters import CharacterLog
from antragsbuero.formats.docx_briefkopf_pruefung import LOGO, RUMPF
from antragsbuero.formats.docx_writer import package_bytes
from antragsbuero.formats.docx_xml import add_field, add_text, child, detached, twips
from antragsbuero.formats.look import measures

_NAMEN = {
    "titel": "Titel", "nummer": "Nummer", "gremium": "Gremium", "status": "Status",
    "einreicher": "Einreicher", "datum": "Datum", "zu": "Bezug", "betreff": "Betreff",
    "ortdatum": "Ort, Datum", "anrede": "Anrede", "fraktion": "Fraktion",
    "anschrift": "Anschrift", "fusszeile": "Fußzeile", "papier": "Papier",
    "entwurf": "Entwurf", "vermerk": "Vermerk",
}  # fmt: skip
_ANGABEN = (
    ("Gremium", "gremium"), ("Nummer", "nummer"), ("Status", "status"),
    ("Eingereicht von", "einreicher"), ("Datum", "datum"), ("Zu", "zu"), ("Betreff", "betreff"),
)  # fmt: skip
ARTEN: dict[str, tuple[tuple[str, str], ...]] = {
    "antrag": _ANGABEN,
    "aenderungsantrag": _ANGABEN,
    "anfrage": _ANGABEN,
    "anschreiben": (),
    "synopse": (),
    "akte": (),
}
"""The lines of the head by kind of paper: what stands before the control, its name."""


def muster(art: str) -> bytes:
    """The Briefkopf of that kind as a Word file. Raises KeyError for an unknown kind."""
    zeilen = ARTEN[art]
    dokument = Dokument(f"Briefkopf {art.capitalize()}", (), querformat=art == "synopse")
    bau = _Bau()
    roh = package_bytes(dokument, CharacterLog(), lambda _: bau.text(art, zeilen))
    paket = docx.Document(io.BytesIO(roh))
    abschnitt = paket.sections[0]
    rand = sum(measures(dokument).margins[1::2])
    breite = twips((297.0 if dokument.querformat else 210.0) - rand)
    bau.kopf(abschnitt.header._element, breite)  # noqa: SLF001 - the element under the head
    bau.fuss(abschnitt.footer._element, breite)  # noqa: SLF001
    ziel = io.BytesIO()
    paket.save(ziel)
    return ziel.getvalue()


class _Bau:
    """Builds paragraphs with controls; each control of a file has a number of its own."""

    def __init__(self) -> None:
        self._nummer = 1000

    def text(self, art: str, zeilen: Sequence[tuple[str, str]]) -> list[etree._Element]:
        """The body: title, lines of the head, room for the text."""
        logo = self._steuerelement(LOGO, mehrzeilig=False)
        add_text(child(child(logo[1], "p"), "r"), "[Logo]")
        absaetze = [logo]
        if art == "anschreiben":
            absaetze.append(self._absatz("", "ortdatum"))
        absaetze.append(self._absatz("Heading1", "titel"))
        if art == "anschreiben":
            absaetze.append(self._absatz("", "anrede"))
        for name, feld in zeilen:
            absatz = self._absatz("Kopfangabe", feld, f"{name}:\t", fett=feld == "betreff")
            if feld == zeilen[-1][1]:
                child(absatz[0], "spacing", after=200)
            absaetze.append(absatz)
        rumpf = self._steuerelement(RUMPF, mehrzeilig=False)
        add_text(child(child(rumpf[1], "p"), "r"), "[Hier steht der Text des Papiers.]")
        return [*absaetze, rumpf]

    def kopf(self, wurzel: etree._Element, breite: int) -> None:
        """The head: faction and remarks, below them the address."""
        for alt in list(wurzel):
            wurzel.remove(alt)
        oben = self._zeile("Header", breite)
        child(oben[0], "spacing", after=0)
        oben.append(self._feld("fraktion"))
        add_text(child(oben, "r"), "\t")
        oben.append(self._feld("entwurf", fett=True))
        add_text(child(oben, "r"), " ")
        oben.append(self._feld("vermerk"))
        unten = self._zeile("Header", breite, "bottom")
        unten.append(self._feld("anschrift"))
        wurzel.extend([oben, unten])

    def fuss(self, wurzel: etree._Element, breite: int) -> None:
        """The foot: lines of the faction, then the paper and the page."""
        for alt in list(wurzel):
            wurzel.remove(alt)
        oben, unten = self._zeile("Footer", breite), self._zeile("Footer", breite)
        oben.append(self._feld("fusszeile"))
        unten.append(self._feld("papier"))
        add_text(child(unten, "r"), "\tSeite ")
        add_field(unten, "PAGE", "1")
        add_text(child(unten, "r"), " von ")
        add_field(unten, "NUMPAGES", "1")
        wurzel.extend([oben, unten])

    def _zeile(self, style: str, breite: int, linie: str | None = None) -> etree._Element:
        absatz = detached("p")
        ppr = child(absatz, "pPr")
        child(ppr, "pStyle", val=style)
        if linie:
            child(child(ppr, "pBdr"), linie, val="single", sz=4, space=4, color="888888")
        child(child(ppr, "tabs"), "tab", val="right", pos=breite)
        return absatz

    def _absatz(
        self, style: str, feld: str, davor: str = "", *, fett: bool = False
    ) -> etree._Element:
        absatz = detached("p")
        ppr = child(absatz, "pPr")
        if style:
            child(ppr, "pStyle", val=style)
        if davor:
            add_text(child(absatz, "r"), davor)
        absatz.append(self._feld(feld, fett=fett))
        return absatz

    def _feld(self, feld: str, *, fett: bool = False) -> etree._Element:
        sdt = self._steuerelement(f"ab.{feld}", mehrzeilig=True)
        lauf = child(sdt[1], "r")
        if fett:
            child(child(lauf, "rPr"), "b")
        add_text(lauf, f"[{_NAMEN[feld]}]")
        return sdt

    def _steuerelement(self, marke: str, *, mehrzeilig: bool) -> etree._Element:
        self._nummer += 1
        sdt = detached("sdt")
        angaben = child(sdt, "sdtPr")
        child(angaben, "alias", val=marke)
        child(angaben, "tag", val=marke)
        child(angaben, "id", val=self._nummer)
        if mehrzeilig:
            child(angaben, "text", multiLine=1)
        child(sdt, "sdtContent")
        return sdt
