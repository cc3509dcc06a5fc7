"""Tracked changes: accepting gives the newer paper, rejecting the older one, to the letter."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from antragsbuero.comparison.compare import vergleiche
from antragsbuero.documents.briefkopf import Briefkopfdaten
from antragsbuero.documents.compose_fassung import fassung_dokument
from antragsbuero.documents.compose_korrekturfassung import (
    Korrekturseite,
    flach,
    korrekturdokument,
)
from antragsbuero.documents.korrekturtext import Formabsatz
from antragsbuero.documents.recognise import erkenne
from antragsbuero.dokument.dokument import Liste, Tabelle
from antragsbuero.domain.absatz import Absatz, Absatzart
from antragsbuero.domain.bearbeitung import nummeriere
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt
from antragsbuero.formats.characters import CharacterLog
from antragsbuero.formats.reader import lies
from antragsbuero.formats.redline_writer import redline_bytes
from antragsbuero.resources import resource
from antragsbuero.services.einstellungen import lade_ratsprofil
from tests.formats.annehmen import absaetze
from tests.formats.fassungspaare import Paarbau

KOPF = Briefkopfdaten("Fraktion <Lindenblatt> & Co", ("Markt 3",), "Auenstadt", "Stadtrat")
TAG = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
PROBE = (
    Path(__file__).resolve().parents[3]
    / "shared/samples/01-leipzig-quartiersmanagement-connewitz.txt"
)


def korrigiert(vorgang, alt, neu) -> bytes:
    seiten = Korrekturseite(vorgang, alt), Korrekturseite(vorgang, neu)
    dokument = korrekturdokument(vergleiche([alt, neu]), *seiten, KOPF, TAG)
    return redline_bytes(dokument, CharacterLog())


def worte(vorgang, fassung):
    """What the paper of a Fassung says: paragraphs, and tables as lists of their cells."""
    for stueck in flach(fassung_dokument(vorgang, fassung, KOPF).bloecke):
        if isinstance(stueck, Formabsatz):
            yield stueck.text
        elif isinstance(stueck, Tabelle):
            zeilen = (*stueck.kopf, *stueck.zeilen)
            yield ["\n".join(a.text for a in zelle.absaetze) for zeile in zeilen for zelle in zeile]


def einzeln(stuecke):
    """Without empty paragraphs, which only stand behind tables, and cells one by one."""
    alle = (t for s in stuecke for t in (s if isinstance(s, list) else [s]))
    return [text for text in alle if text]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32))
def test_both_wordings_come_back_to_the_letter(seed):
    vorgang = Paarbau(seed).vorgang()
    alt, neu = vorgang.fassungen
    inhalt = korrigiert(vorgang, alt, neu)
    assert einzeln(absaetze(inhalt, angenommen=True)) == einzeln(worte(vorgang, neu))
    assert einzeln(absaetze(inhalt, angenommen=False)) == einzeln(worte(vorgang, alt))


def beispiel():
    name = "schulstrassen.txt"
    inhalt = resource("beispiel", name).read_bytes()
    return erkenne(lies(inhalt, name), lade_ratsprofil("leipzig")).vorgaenge[0]


def test_equal_wordings_hold_no_change():
    vorgang = beispiel()
    fassung = vorgang.fassungen[0]
    inhalt = korrigiert(vorgang, fassung, fassung)
    wurzel = _wurzel(inhalt)
    assert not list(wurzel.iter(qn("w:ins"), qn("w:del")))


def test_changes_are_signed_by_the_faction_and_numbered_once():
    vorgang = beispiel()
    wurzel = _wurzel(korrigiert(vorgang, vorgang.fassungen[1], vorgang.fassungen[2]))
    aenderungen = list(wurzel.iter(qn("w:ins"), qn("w:del")))
    nummern = [a.get(qn("w:id")) for a in aenderungen]
    assert aenderungen
    assert len(nummern) == len(set(nummern))
    assert {a.get(qn("w:author")) for a in aenderungen} == {KOPF.fraktion}
    assert {a.get(qn("w:date"))[:13] for a in aenderungen} == {"2026-03-02T09"}


def test_a_changed_deadline_is_a_change_of_few_words():
    vorgang = beispiel()
    neu = next(f for f in vorgang.fassungen if f.art.value == "NEUFASSUNG")
    beschluss = vorgang.beschluesse()[-1]
    wurzel = _wurzel(korrigiert(vorgang, neu, beschluss))
    gestrichen = ["".join(d.itertext()) for d in wurzel.iter(qn("w:del"))]
    assert any("bis zum 31. März 2026" in text and len(text) < 40 for text in gestrichen)


def test_a_table_of_a_point_stands_below_its_words():
    tabelle = Absatz("Jahr\tSumme\n2026\t5 Euro", Absatzart.TABELLE)
    tief = Beschlusspunkt("a)", (Absatz("Unten."), tabelle))
    alt = replace(beispiel().fassungen[0], punkte=(
        Beschlusspunkt("1.", (Absatz("So:"), tabelle), (tief,)), Beschlusspunkt("2.", ())),
        begruendung=(Absatz("Weil:"), tabelle))  # fmt: skip
    inhalt = korrigiert(beispiel(), alt, replace(alt, vorspann=(Absatz("Neu."),)))
    papier = _wurzel(inhalt)
    einzug = [tabelle.find(qn("w:tblInd")) for tabelle in papier.iter(qn("w:tblPr"))][-3:]
    assert [e if e is None else e.get(qn("w:w")) for e in einzug] == ["567", "1134", None]


def test_flat_lists_keep_the_label_of_an_entry_without_words():
    from antragsbuero.dokument.dokument import Listenpunkt

    (stueck,) = flach([Liste((Listenpunkt("1.", ()),))])
    assert isinstance(stueck, Formabsatz)
    assert stueck.text == "1.\t"


def _wurzel(inhalt):
    with zipfile.ZipFile(io.BytesIO(inhalt)) as paket:
        return etree.fromstring(paket.read("word/document.xml"))


def _python_mit_uno() -> str:
    for name in ("/usr/bin/python3", "python3"):
        programm = shutil.which(name)
        if programm is None:
            continue
        probe = subprocess.run([programm, "-c", "import uno"], capture_output=True, check=False)
        if probe.returncode == 0:
            return programm
    pytest.skip("python3-uno ist nicht eingerichtet")


def _pruefe_mit_libreoffice(vorgaenge, ordner):
    if shutil.which("soffice") is None:
        pytest.skip("soffice ist nicht eingerichtet")
    programm = _python_mit_uno()
    papiere = {}
    for nummer, (vorgang, alt, neu) in enumerate(vorgaenge):
        datei = ordner / f"{nummer}.docx"
        datei.write_bytes(korrigiert(vorgang, alt, neu))
        papiere[str(datei)] = (vorgang, alt, neu)
    skript = str(Path(__file__).with_name("libreoffice.py"))
    lauf = subprocess.run([programm, skript, *papiere], capture_output=True, check=True)
    gelesen = json.loads(lauf.stdout)
    for datei, (vorgang, alt, neu) in papiere.items():
        assert einzeln(gelesen[datei]["an"]) == einzeln(worte(vorgang, neu)), datei
        assert einzeln(gelesen[datei]["ab"]) == einzeln(worte(vorgang, alt)), datei


@pytest.mark.gruendlich
def test_libreoffice_accepts_and_rejects_generated_pairs(tmp_path):
    vorgaenge = [Paarbau(seed).vorgang() for seed in range(5_000, 5_200)]
    paare = [(v, *v.fassungen) for v in vorgaenge]
    _pruefe_mit_libreoffice([*paare, umgestellt()], tmp_path)


@pytest.mark.gruendlich
def test_libreoffice_accepts_and_rejects_a_real_motion(tmp_path):
    if not PROBE.exists():
        pytest.skip(PROBE.name)
    (vorgang,) = erkenne(lies(PROBE.read_bytes(), PROBE.name), lade_ratsprofil("leipzig")).vorgaenge
    paare = [(vorgang, a, b) for a in vorgang.fassungen for b in vorgang.fassungen]
    _pruefe_mit_libreoffice(paare, tmp_path)


@pytest.mark.gruendlich
def test_open_xml_sdk_accepts_generated_pairs(tmp_path):
    programm = shutil.which("ooxml-validator")
    if programm is None:
        pytest.skip("ooxml-validator ist nicht eingerichtet")
    paare = [(v, *v.fassungen) for v in (Paarbau(seed).vorgang() for seed in range(12))]
    for nummer, (vorgang, alt, neu) in enumerate([*paare, umgestellt()]):
        ziel = tmp_path / f"{nummer}.docx"
        ziel.write_bytes(korrigiert(vorgang, alt, neu))
        lauf = subprocess.run([programm, str(ziel)], capture_output=True, text=True, check=False)
        assert '"ok": true' in lauf.stdout, lauf.stdout


def umgestellt():
    """The example with its second point moved to the front, and one that moved and changed."""
    vorgang = beispiel()
    alt = vorgang.fassungen[0]
    saetze = [
        "Die Verwaltung prüft die Querung am Markt und legt bis zum Herbst einen Plan vor.",
        "Die Verwaltung berichtet dem Rat einmal im Jahr.",
        "Der Weg an der Schule wird im Sommer gepflastert.",
        "Die Linden am Bach werden nach dem Umbau ersetzt.",
    ]
    punkte = [Beschlusspunkt("", (Absatz(satz),)) for satz in saetze]
    alt = replace(alt, punkte=nummeriere(punkte))
    anders = Beschlusspunkt("", (Absatz("Die Verwaltung berichtet dem Rat zweimal im Jahr."),))
    neu = replace(alt, kennung="neu", punkte=nummeriere([punkte[2], punkte[3], punkte[0], anders]))
    return vorgang, alt, neu


def test_points_that_moved_say_so_and_keep_together():
    vorgang, alt, neu = umgestellt()
    wurzel = _wurzel(korrigiert(vorgang, alt, neu))
    namen = {}
    for art in ("moveFrom", "moveTo"):
        anfaenge = list(wurzel.iter(qn(f"w:{art}RangeStart")))
        enden = list(wurzel.iter(qn(f"w:{art}RangeEnd")))
        assert [a.get(qn("w:id")) for a in anfaenge] == [e.get(qn("w:id")) for e in enden]
        namen[art] = [a.get(qn("w:name")) for a in anfaenge]
        worte = ["".join(m.itertext()) for m in wurzel.iter(qn(f"w:{art}"))]
        assert sum("Schule" in wort for wort in worte) == 1
        assert sum("Linden" in wort for wort in worte) == 1
    assert namen["moveFrom"] == namen["moveTo"]
    assert len(namen["moveTo"]) == 1
    nummern = [
        e.get(qn("w:id"))
        for e in wurzel.iter()
        if e.get(qn("w:id")) and not str(e.tag).endswith("RangeEnd")
    ]
    assert len(nummern) == len(set(nummern))


def test_what_moved_and_changed_is_no_mere_move():
    vorgang, alt, neu = umgestellt()
    wurzel = _wurzel(korrigiert(vorgang, alt, neu))
    bewegt = ["".join(m.itertext()) for m in wurzel.iter(qn("w:moveTo"), qn("w:moveFrom"))]
    assert not any("im Jahr" in text for text in bewegt)


def test_both_wordings_come_back_over_a_move():
    vorgang, alt, neu = umgestellt()
    inhalt = korrigiert(vorgang, alt, neu)
    assert einzeln(absaetze(inhalt, angenommen=True)) == einzeln(worte(vorgang, neu))
    assert einzeln(absaetze(inhalt, angenommen=False)) == einzeln(worte(vorgang, alt))
