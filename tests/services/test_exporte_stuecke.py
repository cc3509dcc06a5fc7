"""What is refused before a paper is written, and how faults of files are told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from antragsbuero.documents.briefkopf import Briefkopfdaten
from antragsbuero.dokument.fehler import Dateifehler
from antragsbuero.services.errors import Abgelehnt, Buerofehler
from antragsbuero.services.exporte import Exporte
from tests.services.bau import HEUTE, beschlossener_vorgang


class Ablage:
    """Keeps what was written instead of a file."""

    def __init__(self):
        self.geschrieben = []

    def __call__(self, dokument, ziel):
        self.geschrieben.append(ziel.name)
        return ["Ein Hinweis."]


@pytest.fixture
def ablage():
    return Ablage()


@pytest.fixture
def exporte(ablage):
    writers = dict.fromkeys((".html", ".docx"), ablage)
    return Exporte(writers, lambda: Briefkopfdaten("Fraktion"), lambda: HEUTE, ablage)


def test_closed_matters_are_refused(exporte, ablage, tmp_path):
    vorgang = replace(beschlossener_vorgang(), nichtoeffentlich=True)
    with pytest.raises(Abgelehnt, match="nichtöffentlich"):
        exporte.webseite(vorgang, tmp_path / "x.html")
    assert ablage.geschrieben == []


def test_nothing_but_drafts_is_refused(exporte, ablage, tmp_path):
    entwuerfe = tuple(replace(f, eingereicht=False) for f in beschlossener_vorgang().fassungen)
    with pytest.raises(Abgelehnt, match="noch nichts eingereicht"):
        exporte.webseite(replace(beschlossener_vorgang(), fassungen=entwuerfe), tmp_path / "x.html")
    assert ablage.geschrieben == []


def test_hints_come_back(exporte, ablage, tmp_path):
    ergebnis = exporte.webseite(beschlossener_vorgang(), tmp_path / "x.html")
    assert ergebnis.hinweise == ("Ein Hinweis.",)
    assert exporte.register([beschlossener_vorgang()], tmp_path / "r.docx").datei.name == "r.docx"
    assert exporte.akte(beschlossener_vorgang(), tmp_path / "a.docx").datei.name == "a.docx"
    assert ablage.geschrieben == ["x.html", "r.docx", "a.docx"]


def test_letters_go_only_with_own_papers(exporte, tmp_path):
    vorgang = beschlossener_vorgang()
    with pytest.raises(Abgelehnt, match="Anschreiben"):
        exporte.anschreiben(vorgang, vorgang.beschluesse()[0], tmp_path / "x.docx")


def test_faults_of_files_are_faults_of_the_office(tmp_path):
    def kaputt(dokument, ziel):
        raise Dateifehler("Kein Platz.")

    exporte = Exporte({".docx": kaputt}, lambda: Briefkopfdaten("F"), lambda: HEUTE)
    with pytest.raises(Buerofehler, match="Kein Platz"):
        exporte.akte(beschlossener_vorgang(), tmp_path / "x.docx")
