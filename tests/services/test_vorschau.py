"""The preview shows and stores exactly what the export writes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from antragsbuero.documents.briefkopf import Briefkopfdaten
from antragsbuero.dokument.dokument import Dokument, textabsatz
from antragsbuero.dokument.fehler import Dateifehler
from antragsbuero.domain.anlage import Anlage
from antragsbuero.formats.characters import CharacterLog
from antragsbuero.formats.pdf_seiten import oeffne_seiten
from antragsbuero.formats.pdf_writer import pdf_bytes, schreibe_pdf
from antragsbuero.services.errors import Abgelehnt, Buerofehler
from antragsbuero.services.exporte import AnlagenUnbrauchbar, Exporte
from antragsbuero.services.papier import Exportwahl, Papier, Stueck
from antragsbuero.services.vorschau import Vorschauen

DOKUMENT = Dokument("Bänke", (textabsatz("Die Stadt stellt Bänke auf \U0001f333."),))


def erzeuge(dokument: Dokument) -> tuple[bytes, list[str]]:
    log = CharacterLog()
    return pdf_bytes(dokument, log), log.hints()


def exporte() -> Exporte:
    return Exporte({".pdf": schreibe_pdf}, Briefkopfdaten, lambda: date(2026, 3, 2), None, erzeuge)


def vorschauen(oeffne=oeffne_seiten, schreibe=Path.write_bytes) -> Vorschauen:
    return Vorschauen(exporte(), oeffne, schreibe)


def test_what_is_shown_is_what_is_written(tmp_path: Path) -> None:
    dienst, papier = vorschauen(), Papier(Stueck.FASSUNG, DOKUMENT)
    vorschau = dienst.oeffne(papier)
    geschrieben = exporte().schreibe(papier, tmp_path / "a.pdf")
    datei = oeffne_seiten(geschrieben.datei.read_bytes())
    assert vorschau.seiten.zeichne(0, 1.0) == datei.zeichne(0, 1.0)
    datei.schliesse()
    assert vorschau.hinweise == geschrieben.hinweise
    assert vorschau.hinweise
    assert len(vorschau.seiten.masse) == 1
    assert dienst.speichere(vorschau, tmp_path / "b.pdf").read_bytes() == vorschau.inhalt
    vorschau.seiten.schliesse()


def _mit_beilagen(dokument: Dokument, beilagen, ziel: Path) -> list[str]:
    mehr = [textabsatz(f"{beilage.titel}: {beilage.lies().decode()}") for beilage in beilagen]
    return schreibe_pdf(replace(dokument, bloecke=(*dokument.bloecke, *mehr)), ziel)


def mit_anlagen(writer=_mit_beilagen) -> Exporte:
    return Exporte(
        {".pdf": schreibe_pdf}, Briefkopfdaten, lambda: date(2026, 3, 2), None, erzeuge,
        (writer, lambda anlage: anlage.sha256.encode()),
    )  # fmt: skip


PAPIER = Papier(Stueck.FASSUNG, DOKUMENT, anlagen=(Anlage("Plan.pdf", "Grundriss", 9),))


def test_with_anlagen_too_what_is_shown_is_what_is_written(tmp_path: Path) -> None:
    ausgang, wahl = mit_anlagen(), Exportwahl(anlagen=True)
    dienst = Vorschauen(ausgang, oeffne_seiten, Path.write_bytes)
    vorschau, ohne = dienst.oeffne(PAPIER, wahl), dienst.oeffne(PAPIER)
    geschrieben = ausgang.schreibe(PAPIER, tmp_path / "a.pdf", wahl)
    assert geschrieben.mit_anlagen
    assert not ausgang.schreibe(PAPIER, tmp_path / "b.pdf").mit_anlagen
    datei = oeffne_seiten(geschrieben.datei.read_bytes())
    assert vorschau.seiten.zeichne(0, 1.0) == datei.zeichne(0, 1.0)
    assert ohne.seiten.zeichne(0, 1.0) != datei.zeichne(0, 1.0)
    for seiten in (datei, vorschau.seiten, ohne.seiten):
        seiten.schliesse()


def test_an_anlage_that_cannot_be_appended_is_no_fault_of_the_paper(tmp_path: Path) -> None:
    def kaputt(*_: object) -> list[str]:
        raise Dateifehler("Anlage 1 verlangt ein Kennwort.")

    ausgang = mit_anlagen(kaputt)
    for tue in (
        lambda: ausgang.pdf(PAPIER, Exportwahl(anlagen=True)),
        lambda: ausgang.schreibe(PAPIER, tmp_path / "a.pdf", Exportwahl(anlagen=True)),
    ):
        with pytest.raises(AnlagenUnbrauchbar, match="Kennwort"):
            tue()
    assert not list(tmp_path.iterdir())


def test_a_web_page_has_no_pages() -> None:
    with pytest.raises(Abgelehnt, match="kein PDF"):
        vorschauen().oeffne(Papier(Stueck.WEBSEITE, DOKUMENT))


def test_faults_of_files_are_told_as_they_are(tmp_path: Path) -> None:
    def kaputt(*_: object) -> None:
        raise Dateifehler("Der Datenträger ist voll.")

    papier = Papier(Stueck.FASSUNG, DOKUMENT)
    with pytest.raises(Buerofehler, match="Datenträger"):
        vorschauen(oeffne=kaputt).oeffne(papier)
    vorschau = vorschauen().oeffne(papier)
    with pytest.raises(Buerofehler, match="Datenträger"):
        vorschauen(schreibe=kaputt).speichere(vorschau, tmp_path / "x.pdf")
    vorschau.seiten.schliesse()
