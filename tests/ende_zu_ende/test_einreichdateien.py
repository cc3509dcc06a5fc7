"""Files for submission carry nothing of the office but what stands in the paper."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pikepdf
import pytest

from antragsbuero.bootstrap import buero
from antragsbuero.services.ausgabe import HTML, PDF, WORD, Ausgabe, Auswahl, Exportauftrag
from antragsbuero.services.einstellungen import Bueroeinstellungen
from antragsbuero.services.papier import Briefkopfart
from antragsbuero.services.vorgaenge import Kopfdaten
from tests.formats.briefkoepfe import DOKUMENT, EINSTELLUNGEN, W, lies, mit_teilen

PERSONEN = ("Anke Zwiebelmann", "Bodo Querfeld")
NOTIZ = "Vertraulich mit Querfeld abstimmen"
VERRAETER = ("Zwiebelmann", "Querfeld", "Vertraulich")
AUSGABEN = (Ausgabe.FASSUNG, Ausgabe.ANSCHREIBEN, Ausgabe.NACHFRAGE, Ausgabe.WEBSEITE)
KOMMENTAR = (
    f'<w:comments {W}><w:comment w:id="7" w:author="{PERSONEN[0]}" w:initials="AZ">'
    f"<w:p><w:r><w:t>{NOTIZ}</w:t></w:r></w:p></w:comment></w:comments>"
)
"""What an own Briefkopf that was worked on in an office may carry."""


def _bearbeiteter_briefkopf(art: str) -> bytes:
    """The shipped one with a comment, tracked changes, names of staff and a template's path."""
    spur = (
        f'<w:p><w:ins w:id="1" w:author="{PERSONEN[0]}" w:date="2025-01-01T00:00:00Z"><w:r>'
        '<w:t>Angenommen</w:t></w:r></w:ins><w:commentRangeStart w:id="7"/>'
        f'<w:del w:id="2" w:author="{PERSONEN[1]}"><w:r><w:delText>{NOTIZ}</w:delText></w:r>'
        '</w:del><w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r></w:p>'
    )
    ziel = "officeDocument/2006/relationships"
    return mit_teilen(
        lies(art),
        {
            DOKUMENT: lambda xml: re.sub(r"(<w:body>)", lambda m: m[1] + spur, xml, count=1),
            "word/comments.xml": KOMMENTAR.encode(),
            "word/_rels/document.xml.rels": lambda xml: xml.replace(
                "</Relationships>",
                '<Relationship Id="rIdK" Target="comments.xml" '
                f'Type="http://schemas.openxmlformats.org/{ziel}/comments"/></Relationships>',
            ),
            "[Content_Types].xml": lambda xml: xml.replace(
                "</Types>",
                '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxml'
                'formats-officedocument.wordprocessingml.comments+xml"/></Types>',
            ),
            "docProps/core.xml": lambda xml: re.sub(
                r"<dc:creator>[^<]*</dc:creator>|<dc:creator ?/>",
                f"<dc:creator>{PERSONEN[0]}</dc:creator>",
                xml,
            ),
            EINSTELLUNGEN: lambda xml: re.sub(
                r"(<w:settings[^>]*>)",
                r'\1<w:attachedTemplate xmlns:r="http://schemas.openxmlformats.org/'
                + ziel
                + r'" r:id="rIdV"/>',
                xml,
                count=1,
            ),
            "word/_rels/settings.xml.rels": (
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
                'relationships"><Relationship Id="rIdV" TargetMode="External" '
                f'Type="http://schemas.openxmlformats.org/{ziel}/attachedTemplate" '
                'Target="file:///C:/Vorlagen/Zwiebelmann.dotx"/></Relationships>'
            ).encode(),
        },
    )


@pytest.fixture(scope="module", params=["Briefkopf des Programms", "eigener Briefkopf"])
def dateien(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, bytes]:
    """The papers of the sample by name, with the attachments of their e-mail."""
    daten, ordner = tmp_path_factory.mktemp("daten"), tmp_path_factory.mktemp("ausgang")
    with buero(daten, schreiben=True) as offen:
        services = offen.services
        services.einstellungen.set(
            Bueroeinstellungen(fraktion="Fraktion Muster", personen=PERSONEN)
        )
        if request.param == "eigener Briefkopf":
            for art in (Briefkopfart.ANTRAG, Briefkopfart.ANFRAGE, Briefkopfart.ANSCHREIBEN):
                vorlage = ordner.parent / f"{ordner.name}-{art.value}.docx"
                vorlage.write_bytes(_bearbeiteter_briefkopf(art.value.lower()))
                services.briefkoepfe.waehle(art, vorlage)
        kennung = services.beispiele.lade().kennung
        kopf = Kopfdaten.von(services.vorgaenge.get(kennung))
        services.vorgaenge.aendere_kopf(
            kennung, replace(kopf, zustaendig=PERSONEN[0], notizen=NOTIZ)
        )
        beschluss = services.vorgaenge.get(kennung).beschluesse()[-1]
        punkte = [punkt.kennung for punkt in beschluss.punkte][:2]
        services.nachfragen.entwirf_zu(kennung, beschluss.kennung, punkte, je_punkt=False)
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
        vorgang = services.nachfragen.reiche_ein(
            kennung, vorgang.nachfragen[-1].kennung, date(2026, 3, 2), "VII-F-77"
        )
        nachfrage = vorgang.nachfragen[-1]
        mail = ordner / services.einreichung.entwurfsname(vorgang, nachfrage)
        services.einreichung.schreibe_entwurf(vorgang, nachfrage, mail)
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


def test_the_nachfrage_is_among_them(dateien: dict[str, bytes]) -> None:
    endungen = {Path(name).suffix for name in dateien if "Nachfrage" in name}
    assert endungen == {".docx", ".pdf"}
    (brief,) = [name for name in dateien if "VII-F-77" in name and name.endswith(".eml")]
    mail = message_from_bytes(dateien[brief], policy=default)
    assert mail["Subject"].startswith("Nachfrage VII-F-77: ")
    assert "Nachfrage VII-F-77 vom 02.03.2026" in dateien[f"{brief}.txt"].decode()
    anhaenge = [teil.get_filename() for teil in mail.iter_attachments()]
    assert [Path(name).suffix for name in anhaenge] == [".pdf", ".docx"]
    assert all(name.startswith("VII-F-77 ") for name in anhaenge)


def test_an_own_briefkopf_is_used_and_was_full_of_traces(
    request: pytest.FixtureRequest, dateien: dict[str, bytes]
) -> None:
    eigener = "eigener" in request.node.callspec.params["dateien"]
    gefuellt = [name for name, p in _word(dateien) if b"Angenommen" in p.read(DOKUMENT)]
    assert len(gefuellt) >= 4 if eigener else not gefuellt
    with zipfile.ZipFile(io.BytesIO(_bearbeiteter_briefkopf("antrag"))) as paket:
        alles = "".join(paket.read(t).decode("utf-8", "replace") for t in paket.namelist())
    spuren = (*VERRAETER, "w:ins ", "w:del ", "attachedTemplate", "commentReference")
    assert not [spur for spur in spuren if spur not in alles]


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


def _urheber(name: str) -> str:
    """Papers of others do not pretend to be ours: another faction, the council, nobody named."""
    andere = {
        "Änderungsantrag": "Fraktion Mitte für Neustadt",
        "Beschluss": "Ratsversammlung",
        "Verwaltungsstandpunkt": "",
    }
    return next((wer for art, wer in andere.items() if f" {art}." in name), "Fraktion Muster")


def test_word_files_name_the_faction_and_nobody_else(dateien: dict[str, bytes]) -> None:
    for name, paket in _word(dateien):
        kern = paket.read("docProps/core.xml").decode()
        urheber = _urheber(name)
        assert f"<dc:creator>{urheber}</dc:creator>" in kern, name
        assert re.search(
            rf"<cp:lastModifiedBy>({urheber})?</cp:lastModifiedBy>|<cp:lastModifiedBy/>", kern
        ), name
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
        urheber = _urheber(name)
        assert urheber in roh[1], name
        assert urheber == "Fraktion Muster" or "Fraktion Muster" not in "".join(roh[:2]), name
        assert not [wort for wort in VERRAETER if wort in alles], name
        assert not re.search(r"/tmp/|/home/", alles), name


def test_mail_and_page_hold_no_staff(dateien: dict[str, bytes]) -> None:
    gefunden = [n for n in dateien if n.endswith((".html", ".eml", ".txt"))]
    assert len(gefunden) >= 3
    for name in gefunden:
        text = dateien[name].decode("utf-8", "replace")
        assert not [wort for wort in VERRAETER if wort in text], name
        assert "/tmp/" not in text, name
