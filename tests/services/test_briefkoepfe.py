"""Own Briefköpfe: chosen only when they are good, edited in place, used for Word alone."""

from __future__ import annotations

from datetime import date

import pytest

from antragsbuero.dokument.dokument import Bild
from antragsbuero.dokument.fehler import Dateifehler
from antragsbuero.domain.fassung import Fassungsart
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.formats.docx_briefkopf import schreibe_mit_briefkopf
from antragsbuero.formats.docx_briefkopf_pruefung import pruefe_briefkopf
from antragsbuero.formats.safe_write import write_file
from antragsbuero.services.briefkoepfe import (
    BEKANNT,
    NAMEN,
    PFLICHT,
    Briefkoepfe,
    BriefkopfUnbrauchbar,
)
from antragsbuero.services.einstellungen import Bueroeinstellungen, Einstellungen
from antragsbuero.services.errors import Abgelehnt
from antragsbuero.services.events import Ereignisse
from antragsbuero.services.exporte import Exporte
from antragsbuero.services.papier import Briefkopfart, Exportwahl
from tests.fakes.ablage import FakeAblage
from tests.formats.briefkoepfe import DOKUMENT, lies, mit_teilen, wurzel, zeilen
from tests.services.bau import HEUTE, fassung, punkt

EIGENER = mit_teilen(
    lies("antrag"), {DOKUMENT: lambda t: t.replace("Gremium:", "Unser Haus. Im Gremium")}
)
ANTRAG = fassung(Fassungsart.URSPRUNGSANTRAG, date(2026, 2, 1), punkt("1.", "Bänke."))
VORGANG = Vorgang(betreff="Bänke", fassungen=(ANTRAG,), einreicher=("Fraktion A",))


@pytest.fixture
def koepfe(tmp_path):
    return Briefkoepfe(
        tmp_path / "daten" / "briefkoepfe", pruefe_briefkopf, schreibe_mit_briefkopf, write_file
    )


@pytest.fixture
def einstellungen():
    def pruefe(bild):
        if not bild.inhalt.startswith(b"\x89PNG"):
            raise Dateifehler("Das ist kein Bild.")

    return Einstellungen(FakeAblage(), Ereignisse(), pruefe)


@pytest.fixture
def exporte(koepfe, einstellungen):
    def direkt(dokument, ziel):
        ziel.write_bytes(b"direkt")
        return []

    writers = {".docx": direkt, ".pdf": direkt}
    return Exporte(writers, einstellungen.briefkopf, lambda: HEUTE, briefkoepfe=koepfe)


def test_every_shipped_one_has_all_that_its_kind_needs():
    for art in NAMEN:
        befund = pruefe_briefkopf(lies(art.value.lower()), PFLICHT[art], BEKANNT)
        assert befund.fehler == befund.hinweise == ()


def test_a_bad_one_is_refused_with_every_reason_and_the_old_one_stays(koepfe, tmp_path):
    datei = tmp_path / "kopf.docx"
    datei.write_bytes(EIGENER)
    koepfe.waehle(Briefkopfart.ANTRAG, datei)
    schlecht = {DOKUMENT: lambda t: t.replace("ab.nummer", "x").replace("ab.zu", "ab.datum")}
    datei.write_bytes(mit_teilen(EIGENER, schlecht))
    with pytest.raises(BriefkopfUnbrauchbar) as gesagt:
        koepfe.waehle(Briefkopfart.ANTRAG, datei)
    assert "„ab.nummer“ fehlt" in str(gesagt.value)
    assert "„ab.datum“ steht im Text 2-mal" in str(gesagt.value)
    assert koepfe.eigener(Briefkopfart.ANTRAG).read_bytes() == EIGENER
    with pytest.raises(BriefkopfUnbrauchbar):
        koepfe.waehle(Briefkopfart.ANTRAG, tmp_path / "fehlt.docx")


def test_editing_makes_a_copy_once_and_resetting_puts_it_aside(koepfe):
    assert not any(stand.eigener for stand in koepfe.liste())
    datei = koepfe.bearbeite(Briefkopfart.SYNOPSE)
    assert datei.read_bytes() == lies("synopse")
    datei.write_bytes(EIGENER)
    assert koepfe.bearbeite(Briefkopfart.SYNOPSE).read_bytes() == EIGENER
    assert [s.art for s in koepfe.liste() if s.eigener] == [Briefkopfart.SYNOPSE]
    koepfe.zuruecksetzen(Briefkopfart.SYNOPSE)
    assert koepfe.eigener(Briefkopfart.SYNOPSE) is None
    assert [alt.read_bytes() for alt in datei.parent.iterdir()] == [EIGENER]


def test_what_became_bad_in_word_is_told_in_the_list(koepfe):
    koepfe.bearbeite(Briefkopfart.AKTE).write_bytes(b"kaputt")
    (stand,) = [s for s in koepfe.liste() if s.eigener]
    assert "keine Word-Datei" in stand.befund.fehler[0]


def test_word_takes_the_own_one_and_pdf_does_not(koepfe, exporte, tmp_path):
    koepfe.bearbeite(Briefkopfart.ANTRAG).write_bytes(EIGENER)
    word, pdf = tmp_path / "a.docx", tmp_path / "a.pdf"
    exporte.fassung(VORGANG, ANTRAG, word)
    exporte.fassung(VORGANG, ANTRAG, pdf)
    text = zeilen(wurzel(word.read_bytes()))
    assert any("Unser Haus." in zeile for zeile in text)
    assert "Bänke." in text
    assert pdf.read_bytes() == b"direkt"


def test_without_an_own_one_or_on_request_word_is_written_directly(koepfe, exporte, tmp_path):
    ziel = tmp_path / "a.docx"
    exporte.fassung(VORGANG, ANTRAG, ziel)
    assert ziel.read_bytes() == b"direkt"
    koepfe.bearbeite(Briefkopfart.ANTRAG)
    exporte.fassung(VORGANG, ANTRAG, ziel, Exportwahl(ohne_briefkopf=True))
    assert ziel.read_bytes() == b"direkt"


def test_a_joint_paper_takes_no_own_one_by_itself(koepfe, exporte, tmp_path):
    koepfe.bearbeite(Briefkopfart.ANTRAG)
    ziel = tmp_path / "a.docx"
    gemeinsam = Vorgang(betreff="B", fassungen=(ANTRAG,), einreicher=("Fraktion B", "Fraktion A"))
    exporte.fassung(gemeinsam, ANTRAG, ziel)
    assert ziel.read_bytes() == b"direkt"
    datei = tmp_path / "neutral.docx"
    datei.write_bytes(EIGENER)
    exporte.fassung(gemeinsam, ANTRAG, ziel, Exportwahl(briefkopf=datei))
    assert "Gemeinsamer Antrag" in zeilen(wurzel(ziel.read_bytes()))


def test_a_broken_own_one_writes_nothing_and_says_what_to_do(koepfe, exporte, tmp_path):
    koepfe.bearbeite(Briefkopfart.ANTRAG).write_bytes(b"kaputt")
    ziel = tmp_path / "a.docx"
    ziel.write_bytes(b"alt")
    with pytest.raises(BriefkopfUnbrauchbar, match="ohne ihn weiter"):
        exporte.fassung(VORGANG, ANTRAG, ziel)
    assert ziel.read_bytes() == b"alt"


def test_the_logo_and_the_foot_reach_the_papers(exporte, einstellungen):
    einstellungen.set(Bueroeinstellungen(fraktion="Fraktion A", fusszeile=("Telefon 0123",)))
    einstellungen.set_logo(b"\x89PNG bild")
    dokument = exporte.papiere.fassung(VORGANG, ANTRAG).dokument
    assert dokument.logo == Bild(b"\x89PNG bild", "Logo Fraktion A")
    assert dokument.fusszeile.startswith("Telefon 0123\n")
    einstellungen.set_logo(None)
    assert exporte.papiere.fassung(VORGANG, ANTRAG).dokument.logo is None


@pytest.mark.parametrize("inhalt", [b"kein Bild", b"\x89PNG" + bytes(1_000_000)])
def test_a_logo_that_is_none_or_too_large_changes_nothing(einstellungen, inhalt):
    einstellungen.set_logo(b"\x89PNG alt", "Unser Zeichen")
    with pytest.raises(Abgelehnt):
        einstellungen.set_logo(inhalt)
    assert einstellungen.logo() == Bild(b"\x89PNG alt", "Unser Zeichen")
