"""Every kind of paper that leaves the office, as a table: a new kind is one more entry."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from antragsbuero.comparison.synopse import Synopse
from antragsbuero.documents.briefkopf import Briefkopfdaten
from antragsbuero.documents.compose_korrekturfassung import Korrekturseite
from antragsbuero.domain.fassung import Fassung
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.formats.docx_writer import schreibe_docx
from antragsbuero.formats.html_writer import schreibe_html
from antragsbuero.formats.pdf_writer import schreibe_pdf
from antragsbuero.formats.redline_writer import schreibe_korrekturen
from antragsbuero.services.exporte import Exporte
from antragsbuero.services.papier import Exportwahl, Papier
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

    `worte` False where the file shows more or other words than the neutral text.
    `texte` limits it to some of the texts, () for all.
    """

    name: str
    baue: Callable[[Exporte, Vorgang], Papier | None]
    endungen: tuple[str, ...] = BEIDE
    worte: bool = True
    texte: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pruefling:
    """A written file with the paper it was made from; None for tracked changes."""

    name: str
    datei: Path
    papier: Papier | None
    worte: bool


def exporte() -> Exporte:
    """The real service with the real writers."""
    schreiber = {".pdf": schreibe_pdf, ".docx": schreibe_docx, ".html": schreibe_html}
    return Exporte(schreiber, lambda: KOPF, lambda: HEUTE, schreibe_korrekturen)


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
    dienst = exporte()
    for text, vorgang in vorgaenge().items():
        for art in ARTEN:
            if art.texte and text not in art.texte:
                continue
            papier = art.baue(dienst, vorgang)
            if papier is None:
                continue
            for endung in art.endungen:
                ziel = ordner / f"{text}-{art.name}{endung}"
                dienst.schreibe(papier, ziel)
                yield Pruefling(ziel.name, ziel, papier, art.worte)
        yield _korrekturfassung(dienst, text, vorgang, ordner)


def _korrekturfassung(dienst: Exporte, text: str, vorgang: Vorgang, ordner: Path) -> Pruefling:
    ziel = ordner / f"{text}-korrekturfassung.docx"
    vergleich = synopse(vorgang, 2)
    assert vergleich is not None
    alt, neu = vorgang.fassungen[:2]
    seiten = (Korrekturseite(vorgang, alt), Korrekturseite(vorgang, neu))
    dienst.korrekturen(vergleich, seiten, ziel)
    return Pruefling(ziel.name, ziel, None, worte=False)
