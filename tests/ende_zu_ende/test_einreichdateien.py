"""Files for submission carry nothing of the office but what stands in the paper."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pikepdf
import pytest

from antragsbuero.bootstrap import buero
from antragsbuero.services.ausgabe import HTML, PDF, WORD, Ausgabe, Auswahl, Exportauftrag
from antragsbuero.services.einstellungen import Bueroeinstellungen
from antragsbuero.services.vorgaenge import Kopfdaten

PERSONEN = ("Anke Zwiebelmann", "Bodo Querfeld")
NOTIZ = "Vertraulich mit Querfeld abstimmen"
VERRAETER = ("Zwiebelmann", "Querfeld", "Vertraulich")
AUSGABEN = (Ausgabe.FASSUNG, Ausgabe.ANSCHREIBEN, Ausgabe.WEBSEITE)


@pytest.fixture(scope="module")
def dateien(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The papers of the sample by name, with the attachments of their e-mail."""
    daten, ordner = tmp_path_factory.mktemp("daten"), tmp_path_factory.mktemp("ausgang")
    with buero(daten, schreiben=True) as offen:
        services = offen.services
        services.einstellungen.set(
            Bueroeinstellungen(fraktion="Fraktion Muster", personen=PERSONEN)
        )
        kennung = services.beispiele.lade().kennung
        kopf = Kopfdaten.von(services.vorgaenge.get(kennung))
        services.vorgaenge.aendere_kopf(
            kennung, replace(kopf, zustaendig=PERSONEN[0], notizen=NOTIZ)
        )
        vorgang = services.vorgaenge.get(kennung)
        for fassung in vorgang.fassungen:
            auswahl = Auswahl((kennung,), fassung=fassung.kennung)
            ergebnis = services.ausgang.fuehre_aus(
                Exportauftrag(auswahl, AUSGABEN, frozenset((WORD, PDF, HTML)), ordner)
            )
            assert not ergebnis.gescheitert
        eigene = next(f for f in reversed(vorgang.fassungen) if f.art.value == "NEUFASSUNG")
        mail = ordner / services.einreichung.entwurfsname(vorgang, eigene)
        services.einreichung.schreibe_entwurf(vorgang, eigene, mail)
        (ordner / "protokoll").write_text(str(daten))
    return dict(_alle(ordner))


def _alle(ordner: Path) -> Iterator[tuple[str, bytes]]:
    for pfad in sorted(ordner.iterdir()):
        if pfad.name == "protokoll":
            continue
        yield pfad.name, pfad.read_bytes()
        if pfad.suffix == ".eml":
            mail = message_from_bytes(pfad.read_bytes(), policy=default)
            yield f"{pfad.name}.txt", mail.get_body().get_content().encode()
            for teil in mail.iter_attachments():
                yield f"Mail {teil.get_filename()}", teil.get_content()


def _word(dateien: dict[str, bytes]) -> Iterator[tuple[str, zipfile.ZipFile]]:
    gefunden = [n for n in dateien if n.endswith(".docx")]
    assert len(gefunden) >= 4
    for name in gefunden:
        yield name, zipfile.ZipFile(io.BytesIO(dateien[name]))


def test_word_files_hold_no_trace_of_editing(dateien: dict[str, bytes]) -> None:
    for name, paket in _word(dateien):
        teile = paket.namelist()
        fremd = [t for t in teile if re.search(r"comment|people|customXml|glossary|vba|thumb", t)]
        assert not fremd, (name, fremd)
        for teil in teile:
            xml = paket.read(teil).decode("utf-8", "replace")
            spuren = re.findall(
                r"<w:(?:ins|del|moveFrom|moveTo|rPrChange|pPrChange|commentReference|"
                r"bookmarkStart|attachedTemplate|rsids?|docVars|trackRevisions)\b|w:rsid\w*=|"
                r"<Template>|<Company>|<Manager>|TotalTime",
                xml,
            )
            assert not spuren, (name, teil, spuren)


def test_word_files_name_the_faction_and_nobody_else(dateien: dict[str, bytes]) -> None:
    for name, paket in _word(dateien):
        kern = paket.read("docProps/core.xml").decode()
        assert "<dc:creator>Fraktion Muster</dc:creator>" in kern, name
        assert re.search(r"<cp:lastModifiedBy>(Fraktion Muster)?</cp:lastModifiedBy>", kern), name
        angelegt = re.search(r"<dcterms:created[^>]*>([^<]*)<", kern)
        geaendert = re.search(r"<dcterms:modified[^>]*>([^<]*)<", kern)
        assert angelegt is not None, name
        assert geaendert is not None, name
        assert angelegt[1] == geaendert[1], name
        alles = "".join(paket.read(t).decode("utf-8", "replace") for t in paket.namelist())
        assert not [wort for wort in VERRAETER if wort in alles], name
        assert not re.search(r"/tmp/|/home/|[A-Z]:\\", alles), name


def test_pdf_files_hold_no_notes_and_name_the_faction_alone(dateien: dict[str, bytes]) -> None:
    gefunden = [n for n in dateien if n.endswith(".pdf")]
    assert len(gefunden) >= 4
    for name in gefunden:
        with pikepdf.open(io.BytesIO(dateien[name])) as pdf:
            assert not pdf.attachments, name
            for seite in pdf.pages:
                arten = {str(a.Subtype) for a in seite.get("/Annots", [])}
                assert arten <= {"/Link"}, (name, arten)
            roh = [str(pdf.docinfo), pdf.Root.Metadata.read_bytes().decode()]
            roh += [o.read_bytes().decode("latin-1") for o in pdf.objects
                    if isinstance(o, pikepdf.Stream) and "/FontFile2" not in o
                    and o.get("/Subtype") in (None, "/XML")]  # fmt: skip
        alles = "".join(roh)
        assert "Fraktion Muster" in roh[1], name
        assert not [wort for wort in VERRAETER if wort in alles], name
        assert not re.search(r"/tmp/|/home/", alles), name


def test_mail_and_page_hold_no_staff(dateien: dict[str, bytes]) -> None:
    gefunden = [n for n in dateien if n.endswith((".html", ".eml", ".txt"))]
    assert len(gefunden) >= 3
    for name in gefunden:
        text = dateien[name].decode("utf-8", "replace")
        assert not [wort for wort in VERRAETER if wort in text], name
        assert "/tmp/" not in text, name
