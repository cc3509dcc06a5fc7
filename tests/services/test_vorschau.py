"""The preview shows and stores exactly what the export writes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from antragsbuero.documents.briefkopf import Briefkopfdaten
from antragsbuero.dokument.dokument import Dokument, textabsatz
from antragsbuero.dokument.fehler import Dateifehler
from antragsbuero.formats.characters import CharacterLog
from antragsbuero.formats.pdf_seiten import oeffne_seiten
from antragsbuero.formats.pdf_writer import pdf_bytes, schreibe_pdf
from antragsbuero.services.errors import Abgelehnt, Buerofehler
from antragsbuero.services.exporte import Exporte
from antragsbuero.services.papier import Papier, Stueck
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
