"""Every kind of paper that leaves the office, as a table: a new kind is one more entry."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pikepdf
from pikepdf import Dictionary, Name
from PIL import Image

from antragsbuero.comparison.synopse import Synopse
from antragsbuero.documents.briefkopf import Briefkopfdaten
from antragsbuero.documents.compose_korrekturfassung import Korrekturseite
from antragsbuero.dokument.dokument import Bild, textabsatz
from antragsbuero.domain.anlage import Anlage
from antragsbuero.domain.fassung import Fassung
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.formats.docx_briefkopf import schreibe_mit_briefkopf
from antragsbuero.formats.docx_briefkopf_muster import muster
from antragsbuero.formats.docx_briefkopf_pruefung import pruefe_briefkopf
from antragsbuero.formats.docx_writer import schreibe_docx
from antragsbuero.formats.html_writer import schreibe_html
from antragsbuero.formats.pdf_merge import schreibe_mit_beilagen
from antragsbuero.formats.pdf_writer import schreibe_pdf
from antragsbuero.formats.redline_writer import schreibe_korrekturen
from antragsbuero.formats.safe_write import write_file
from antragsbuero.services.briefkoepfe import Briefkoepfe
from antragsbuero.services.exporte import Exporte
from antragsbuero.services.papier import OHNE_WAHL, Briefkopfart, Exportwahl, Papier
from antragsbuero.services.papiere import EIGENE
from antragsbuero.services.vergleiche import Vergleiche
from tests.fakes.ablage import FakeAblage
from tests.formats.beweistexte import vorgaenge

HEUTE = date(2026, 3, 2)
KOPF = Briefkopfdaten(
    "Fraktion <Lindenblatt> & Co", ("Markt 3", "04109 Auenstadt"), "Auenstadt", "Stadtrat"
)
BEIDE = (".pdf", ".docx")
KURZ = ("beispiel", "probe", "feindlich", "leer")
"""Texts for kinds that differ from others in a few words of the head only."""


@dataclass(frozen=True)
class Papierart:
    """A kind of paper; `baue` composes it, None where a Vorgang has none of it.

    `worte` False where the file shows more or other words than the neutral text. `archivfest`
    False where it must not call itself PDF/A and PDF/UA. `texte` limits it to some of the texts,
    () for all.
    """

    name: str
    baue: Callable[[Exporte, Vorgang], Papier | None]
    endungen: tuple[str, ...] = BEIDE
    worte: bool = True
    texte: tuple[str, ...] = ()
    wahl: Exportwahl = OHNE_WAHL
    archivfest: bool = True


@dataclass(frozen=True)
class Pruefling:
    """A written file with the paper it was made from; None for tracked changes.

    `worte` True where the file holds all its words and no other ones; `im_briefkopf` where it
    holds those below the head, between what the Briefkopf says.
    """

    name: str
    datei: Path
    papier: Papier | None
    worte: bool
    archivfest: bool = True
    im_briefkopf: bool = False


def exporte(ordner: Path = Path("unbenutzt")) -> Exporte:
    """The real service with the real writers; `ordner` is where own Briefköpfe would be."""
    schreiber = {".pdf": schreibe_pdf, ".docx": schreibe_docx, ".html": schreibe_html}
    return Exporte(
        schreiber,
        lambda: KOPF,
        lambda: HEUTE,
        schreibe_korrekturen,
        anlagen=(schreibe_mit_beilagen, lambda anlage: _ANLAGEN[anlage.name]),
        briefkoepfe=Briefkoepfe(ordner, pruefe_briefkopf, schreibe_mit_briefkopf, write_file),
    )


def _bild(art: str, farbe: str) -> bytes:
    puffer = io.BytesIO()
    Image.new("RGB", (320, 200), farbe).save(puffer, art)
    return puffer.getvalue()


def _fremdes_pdf() -> bytes:
    """A page of another program, without tags and with a font that is not embedded."""
    puffer = io.BytesIO()
    with pikepdf.new() as datei:
        seite = datei.add_blank_page()
        schrift = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        seite.obj.Resources = Dictionary(Font=Dictionary(F=schrift))
        seite.obj.Contents = datei.make_stream(b"BT /F 20 Tf 50 500 Td (Gutachten) Tj ET")
        datei.save(puffer)
    return puffer.getvalue()


_ANLAGEN = {
    "Plan <1> & 2.png": _bild("PNG", "red"),
    "Foto.jpg": _bild("JPEG", "green"),
    "Gutachten.pdf": _fremdes_pdf(),
}


def synopse(vorgang: Vorgang, spalten: int) -> Synopse | None:
    """The first Fassungen side by side, None for too few."""
    if len(vorgang.fassungen) < spalten:
        return None
    return Vergleiche(FakeAblage()).synopse(vorgang.fassungen[:spalten])


def _fassung(nr: int, **wahl: bool) -> Callable[[Exporte, Vorgang], Papier | None]:
    def baue(dienst: Exporte, vorgang: Vorgang) -> Papier | None:
        if nr >= len(vorgang.fassungen):
            return None
        return dienst.papiere.fassung(vorgang, vorgang.fassungen[nr], Exportwahl(**wahl))

    return baue


def _mit_anlagen(*namen: str) -> Callable[[Exporte, Vorgang], Papier]:
    anlagen = tuple(Anlage(name, "0" * 64, 1) for name in namen)
    return lambda dienst, vorgang: dienst.papiere.fassung(
        vorgang, replace(vorgang.fassungen[0], anlagen=anlagen)
    )


def _mit_bildern(dienst: Exporte, vorgang: Vorgang) -> Papier:
    papier = dienst.papiere.fassung(vorgang, vorgang.fassungen[0])
    logo = Bild(_ANLAGEN["Plan <1> & 2.png"], "Logo <Lindenblatt> & \x07")
    foto = Bild(_ANLAGEN["Foto.jpg"], "Foto \ud800 مرحبا", 60)
    dokument = papier.dokument
    bloecke = (*dokument.bloecke, foto, textabsatz("Nach dem Bild."))
    return replace(papier, dokument=replace(dokument, logo=logo, bloecke=bloecke))


def _eigene(vorgang: Vorgang) -> Fassung | None:
    return next((f for f in vorgang.fassungen if f.art in EIGENE), None)


def _nichtoeffentlich(dienst: Exporte, vorgang: Vorgang) -> Papier:
    return dienst.papiere.fassung(replace(vorgang, nichtoeffentlich=True), vorgang.fassungen[0])


def _anschreiben(dienst: Exporte, vorgang: Vorgang) -> Papier | None:
    fassung = _eigene(vorgang)
    return dienst.papiere.anschreiben(vorgang, fassung) if fassung else None


def _nachfrage(dienst: Exporte, vorgang: Vorgang) -> Papier | None:
    return dienst.papiere.nachfrage(vorgang, vorgang.nachfragen[0]) if vorgang.nachfragen else None


def _synopse(spalten: int, *, nur: bool = False) -> Callable[[Exporte, Vorgang], Papier | None]:
    def baue(dienst: Exporte, vorgang: Vorgang) -> Papier | None:
        vergleich = synopse(vorgang, spalten)
        if vergleich is None:
            return None
        kopfzeilen = ["01.01.2026, <einstimmig> & \x07"]
        return dienst.papiere.synopse(
            vergleich, vorgang.betreff, nur_aenderungen=nur, kopfzeilen=kopfzeilen
        )

    return baue


ARTEN = (
    Papierart("fassung0", _fassung(0)),
    *(Papierart(f"fassung{nr}", _fassung(nr), texte=KURZ) for nr in range(1, 9)),
    Papierart("nichtoeffentlich", _nichtoeffentlich, texte=KURZ),
    Papierart("zeilennummern", _fassung(0, zeilennummern=True), worte=False),
    Papierart("bilder", _mit_bildern, worte=False, texte=KURZ),
    Papierart("unterschriften", _fassung(0, unterschriften=True), texte=KURZ),
    Papierart(
        "bildanlagen",
        _mit_anlagen("Plan <1> & 2.png", "Foto.jpg"),
        (".pdf",),
        worte=False,
        texte=KURZ,
        wahl=Exportwahl(anlagen=True),
    ),
    Papierart(
        "fremdanlage",
        _mit_anlagen("Foto.jpg", "Gutachten.pdf"),
        (".pdf",),
        worte=False,
        texte=KURZ,
        wahl=Exportwahl(anlagen=True),
        archivfest=False,
    ),
    Papierart("anschreiben", _anschreiben, texte=KURZ),
    Papierart("nachfrage", _nachfrage),
    Papierart("synopse2", _synopse(2)),
    Papierart("synopse3", _synopse(3)),
    Papierart("synopse4", _synopse(4), texte=KURZ),
    Papierart("synopse4nur", _synopse(4, nur=True)),
    Papierart("register", lambda dienst, vorgang: dienst.papiere.register([vorgang])),
    Papierart("akte", lambda dienst, vorgang: dienst.papiere.akte(vorgang)),
    Papierart("webseite", lambda dienst, vorgang: dienst.papiere.webseite(vorgang), (".html",)),
)


def schreibe_alle(ordner: Path) -> Iterator[Pruefling]:
    """Writes each kind of each text in each of its formats, through the service."""
    dienst = exporte(ordner)
    koepfe = {art: ordner / f"muster-{art.value.lower()}.docx" for art in Briefkopfart}
    for kopf, datei in koepfe.items():
        datei.write_bytes(muster(kopf.value.lower()))
        yield Pruefling(datei.name, datei, None, worte=False)
    for text, vorgang in vorgaenge().items():
        for art in ARTEN:
            if art.texte and text not in art.texte:
                continue
            papier = art.baue(dienst, vorgang)
            if papier is None:
                continue
            for endung in art.endungen:
                ziel = ordner / f"{text}-{art.name}{endung}"
                dienst.schreibe(papier, ziel, art.wahl)
                yield Pruefling(ziel.name, ziel, papier, art.worte, art.archivfest)
            if papier.briefkopf is not None and ".docx" in art.endungen and text in KURZ:
                ziel = ordner / f"{text}-{art.name}-briefkopf.docx"
                dienst.schreibe(papier, ziel, Exportwahl(briefkopf=koepfe[papier.briefkopf]))
                yield Pruefling(ziel.name, ziel, papier, worte=False, im_briefkopf=True)
        yield _korrekturfassung(dienst, text, vorgang, ordner)


def _korrekturfassung(dienst: Exporte, text: str, vorgang: Vorgang, ordner: Path) -> Pruefling:
    ziel = ordner / f"{text}-korrekturfassung.docx"
    vergleich = synopse(vorgang, 2)
    assert vergleich is not None
    alt, neu = vorgang.fassungen[:2]
    seiten = (Korrekturseite(vorgang, alt), Korrekturseite(vorgang, neu))
    dienst.korrekturen(vergleich, seiten, ziel)
    return Pruefling(ziel.name, ziel, None, worte=False)
