"""Writes a Dokument into a Briefkopf, a Word file that a faction shapes by itself."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from lxml import etree

from antragsbuero.dokument.dokument import Dokument
from antragsbuero.dokument.fehler import Dateifehler
from antragsbuero.formats.characters import CharacterLog
from antragsbuero.formats.docx_body import Body, fill
from antragsbuero.formats.docx_briefkopf_einbau import (
    entwurfszeile,
    ergaenze_bilder,
    ergaenze_formate,
    ergaenze_lesezeichen,
    ergaenze_listen,
)
from antragsbuero.formats.docx_briefkopf_felder import fuelle
from antragsbuero.formats.docx_briefkopf_pruefung import (
    LOGO,
    RUMPF,
    im_ersatz,
    oeffne,
    steuerelemente,
    teile,
    ueber,
)
from antragsbuero.formats.docx_briefkopf_reinigung import beschrifte, reinige_paket, reinige_text
from antragsbuero.formats.docx_briefkopf_seite import (
    abschnitt_von,
    richte_seite,
    textbreite,
    texthoehe,
)
from antragsbuero.formats.docx_tables import table
from antragsbuero.formats.docx_xml import detached, w
from antragsbuero.formats.look import DRAFT_WORD
from antragsbuero.formats.safe_write import write_file

_ENTWURF, _VERMERK, _STATUS = "ab.entwurf", "ab.vermerk", "ab.status"


def schreibe_mit_briefkopf(dokument: Dokument, briefkopf: bytes, ziel: Path) -> list[str]:
    """Writes the Word file safely and returns German hints.

    Raises:
        Dateifehler: the Briefkopf cannot be used or the target not be written; an old file
            stays whole.
    """
    log = CharacterLog()
    write_file(ziel, gefuellt(dokument, briefkopf, log))
    return log.hints()


def gefuellt(dokument: Dokument, briefkopf: bytes, log: CharacterLog) -> bytes:
    """The filled Briefkopf as bytes. Raises Dateifehler where it cannot be used."""
    vorlage = oeffne(briefkopf)
    texte = teile(vorlage)
    for teil in texte:
        reinige_text(teil)
    reinige_paket(vorlage, texte)
    if dokument.entwurf:
        _kennzeichne(vorlage, DRAFT_WORD, _ENTWURF)
    marken = {name for teil in texte for name, _ in steuerelemente(teil.wurzel)}
    if dokument.kopfzeile[1] and not marken & {_VERMERK, _STATUS}:
        _kennzeichne(vorlage, log.clean(dokument.kopfzeile[1]), _VERMERK)
    texte = teile(vorlage)
    richte_seite(vorlage, dokument, [teil.wurzel for teil in texte])
    werte = {feld.name: log.clean(feld.text) for feld in dokument.felder}
    werte[_ENTWURF] = DRAFT_WORD if dokument.entwurf else ""
    werte.setdefault(_VERMERK, log.clean(dokument.kopfzeile[1]))
    for nr, teil in enumerate(texte):
        fuelle(teil.wurzel, werte, (RUMPF,) if nr else (RUMPF, LOGO))
    _setze_rumpf(vorlage, dokument, log)
    for teil in texte:
        teil.schliesse()
    beschrifte(vorlage, log.clean(dokument.titel), log.clean(dokument.verfasser), dokument.sprache)
    puffer = io.BytesIO()
    vorlage.save(puffer)
    return puffer.getvalue()


def _kennzeichne(vorlage: Document, wort: str, feld: str) -> None:
    """Every page says the word of a draft or „nichtöffentlich“: heads without it get a line."""
    gerade = vorlage.settings.odd_and_even_pages_header_footer
    for nr, abschnitt in enumerate(vorlage.sections):
        koepfe = [abschnitt.header]
        if abschnitt.different_first_page_header_footer:
            koepfe.append(abschnitt.first_page_header)
        if gerade:
            koepfe.append(abschnitt.even_page_header)
        for kopf in koepfe:
            if kopf.is_linked_to_previous:
                if nr:
                    continue  # shows the head of the section before
                kopf.is_linked_to_previous = False
            wurzel = kopf._element  # noqa: SLF001 - the element under the head
            marken = {n for n, sdt in steuerelemente(wurzel) if not im_ersatz(sdt)}
            if feld not in marken and not _schon(wurzel, wort):
                entwurfszeile(wurzel, wort)


def _schon(wurzel: etree._Element, wort: str) -> bool:
    """Whether the mark was set for an earlier section that shares this head."""
    return len(wurzel) > 0 and "".join(map(str, wurzel[0].itertext())) == wort


def _setze_rumpf(vorlage: Document, dokument: Dokument, log: CharacterLog) -> None:
    plaetze = [sdt for name, sdt in steuerelemente(vorlage.element) if name == RUMPF]
    if not plaetze:
        raise Dateifehler(
            f"Dem Briefkopf fehlt das Steuerelement „{RUMPF}“, in das der Text gehört. Es wurde "
            "nichts geschrieben."
        )
    platz = _absatz_von(plaetze[0])
    abschnitt = abschnitt_von(platz, vorlage)
    body = Body(
        log, _verweise(vorlage), textbreite(abschnitt),
        embed=lambda bild: vorlage.part.get_or_add_image(io.BytesIO(bild))[0],
        height=texthoehe(abschnitt),
    )  # fmt: skip
    logo = [] if dokument.logo is None else [body.logo(dokument.logo)]
    text = fill(body, dokument.bloecke[dokument.rumpf :], table)
    bloecke = [*logo, *text]
    ergaenze_bilder(vorlage.element, bloecke)
    ergaenze_lesezeichen(vorlage.element, bloecke)
    ergaenze_formate(vorlage, dokument, bloecke)
    ergaenze_listen(vorlage, list(body.numbering.elements()), bloecke)
    for name, sdt in list(steuerelemente(vorlage.element)):
        if name == LOGO:
            _ersetze(_absatz_von(sdt), logo)
            logo = []
    _ersetze(platz, text or [detached("p")])
    for weiteres in plaetze[1:]:
        if weiteres.getparent() is not None:
            _ersetze(weiteres, [])


def _absatz_von(sdt: etree._Element) -> etree._Element:
    """The control, or the paragraph around it that holds nothing else."""
    return next(sdt.iterancestors(w("p")), sdt)


def _ersetze(altes: etree._Element, neue: Sequence[etree._Element]) -> None:
    eltern = ueber(altes)
    ort = eltern.index(altes)
    for nr, element in enumerate(neue):
        eltern.insert(ort + nr, element)
    eltern.remove(altes)


def _verweise(vorlage: Document) -> Callable[[str], str]:
    bekannt: dict[str, str] = {}

    def verweise(adresse: str) -> str:
        if adresse not in bekannt:
            bekannt[adresse] = vorlage.part.relate_to(adresse, RT.HYPERLINK, is_external=True)
        return bekannt[adresse]

    return verweise
