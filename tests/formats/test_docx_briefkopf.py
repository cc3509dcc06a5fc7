"""Briefköpfe: filled as text, merged with what a faction made of them, free of all traces."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from antragsbuero.documents.compose_anschreiben import anschreiben_dokument
from antragsbuero.documents.compose_fassung import fassung_dokument
from antragsbuero.dokument.dokument import Dokument, Feld, Liste, Listenpunkt, textabsatz
from antragsbuero.formats.characters import CharacterLog
from antragsbuero.formats.docx_briefkopf_muster import ARTEN, muster
from antragsbuero.formats.docx_briefkopf_pruefung import pruefe_briefkopf
from antragsbuero.formats.docx_writer import docx_bytes
from tests.documents.schwimmhalle import ANTRAG, KOPF, NEUFASSUNG, VORGANG
from tests.formats.briefkoepfe import (
    DOKUMENT,
    EINSTELLUNGEN,
    ORDNER,
    alles,
    fuelle,
    lies,
    mit_teilen,
    teile,
    wurzel,
    zeilen,
)
from tests.formats.papiere import ALLES
from tests.formats.pruefprogramme import libreoffice_texte, open_xml_sdk

VOLL = replace(KOPF, anschrift=("Rathaus", "Zimmer <b>1</b>"), fusszeile=("Telefon 0123",))
LISTE = Liste((Listenpunkt("1.", (textabsatz("eins"),)), Listenpunkt("2.", (textabsatz("zwei"),))))


def dokument(*bloecke, **felder):
    return Dokument(
        "Titel", bloecke or (textabsatz("Text."),), verfasser="Fraktion Muster",
        felder=tuple(Feld(f"ab.{name}", wert) for name, wert in felder.items()),
    )  # fmt: skip


def vor(stelle, text):
    return lambda alt: alt.replace(stelle, text + stelle, 1)


def koepfe(inhalt, art="header"):
    return "\n".join(
        zeile for name in teile(inhalt, f"word/{art}") for zeile in zeilen(wurzel(inhalt, name))
    )


@pytest.mark.parametrize("art", ARTEN)
def test_the_shipped_files_are_those_of_the_generator(art):
    gebaut, geliefert = muster(art), lies(art)
    assert teile(gebaut, "") == teile(geliefert, "")
    for name in teile(gebaut, r"word/.*\.xml$"):
        assert wurzel(gebaut, name).xpath("string()") == wurzel(geliefert, name).xpath("string()")
        assert [e.tag for e in wurzel(gebaut, name).iter()] == [
            e.tag for e in wurzel(geliefert, name).iter()
        ]


@pytest.mark.parametrize(
    ("art", "papier"),
    [
        ("antrag", fassung_dokument(VORGANG, ANTRAG, VOLL)),
        ("antrag", fassung_dokument(VORGANG, NEUFASSUNG, VOLL)),
        ("anschreiben", anschreiben_dokument(VORGANG, ANTRAG, VOLL, date(2026, 3, 2))),
    ],
)
def test_a_shipped_one_says_what_the_direct_writer_says(art, papier):
    gefuellt, direkt = fuelle(papier, lies(art)), docx_bytes(papier, CharacterLog())
    text = [z for z in zeilen(wurzel(gefuellt)) if z]
    assert text == [z for z in zeilen(wurzel(direkt)) if z]
    assert papier.kopfzeile[0].split("\n")[0] in koepfe(gefuellt)
    assert papier.fusszeile.split("\n")[-1] in koepfe(gefuellt, "footer")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_values_are_text_and_nothing_else(text):
    boese = f"<w:p/>&amp;{{{{7*7}}}}]]>{text}"
    gelesen = wurzel(fuelle(dokument(betreff=boese, titel="T"), lies("antrag")))
    vergleich = wurzel(fuelle(dokument(betreff="x", titel="T"), lies("antrag")))
    brueche = {qn("w:br"), qn("w:tab"), qn("w:t")}
    assert [e.tag for e in gelesen.iter() if e.tag not in brueche] == [
        e.tag for e in vergleich.iter() if e.tag not in brueche
    ]
    assert "<w:p/>&amp;{{7*7}}]]>" in "".join(zeilen(gelesen))


def test_lines_break_inside_the_control_and_its_look_stays():
    gelesen = wurzel(fuelle(dokument(betreff="oben\nunten"), lies("antrag")))
    (lauf,) = [r for r in gelesen.iter(qn("w:r")) if r.find(qn("w:br")) is not None]
    assert lauf.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None
    assert [t.text for t in lauf.iter(qn("w:t"))] == ["oben", "unten"]


def test_an_empty_control_takes_its_line_along_but_never_words_of_the_faction():
    def eigener(text):
        return text.replace("Nummer:", "Unsere Fraktion, gegründet 1990. Nummer:", 1)

    gelesen = zeilen(
        wurzel(fuelle(dokument(betreff="B"), mit_teilen(lies("antrag"), {DOKUMENT: eigener})))
    )
    assert not any("Gremium" in z or "Zu:" in z or "[" in z for z in gelesen)
    assert "Unsere Fraktion, gegründet 1990. Nummer:\t" in gelesen


def test_a_row_of_a_table_goes_with_its_empty_control():
    spalte = '<w:gridCol w:w="100"/>'
    tabelle = f"<w:tbl><w:tblPr/><w:tblGrid>{spalte}{spalte}</w:tblGrid>{{}}</w:tbl>"
    zeile = (
        "<w:tr><w:tc><w:p><w:r><w:t>{0}:</w:t></w:r></w:p></w:tc><w:tc><w:p><w:sdt><w:sdtPr>"
        '<w:tag w:val="ab.{1}"/></w:sdtPr><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent>'
        "</w:sdt></w:p></w:tc></w:tr>"
    )
    inhalt = tabelle.format(zeile.format("Ja", "ortdatum") + zeile.format("Nein", "anrede"))
    vorlage = mit_teilen(
        lies("antrag"), {DOKUMENT: lambda t: t.replace("<w:body>", f"<w:body>{inhalt}", 1)}
    )
    gelesen = zeilen(wurzel(fuelle(dokument(ortdatum="Köln"), vorlage)))
    assert gelesen[:2] == ["Ja:", "Köln"]
    assert "Nein:" not in gelesen


def test_controls_in_text_boxes_and_uppercase_tags_are_filled():
    kasten = (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>'
        '<w:txbxContent><w:p><w:sdt><w:sdtPr><w:tag w:val="AB.Datum "/></w:sdtPr><w:sdtContent>'
        "<w:r><w:t>alt</w:t></w:r></w:sdtContent></w:sdt></w:p></w:txbxContent></v:textbox>"
        "</v:shape></w:pict></w:r></w:p>"
    )
    vorlage = mit_teilen(
        lies("anschreiben"), {DOKUMENT: lambda t: t.replace("<w:body>", f"<w:body>{kasten}", 1)}
    )
    gelesen = wurzel(fuelle(dokument(datum="1.2.2026"), vorlage))
    assert "1.2.2026" in zeilen(gelesen)
    assert not list(gelesen.iter(qn("w:sdt")))


def test_lists_of_the_template_and_ours_count_apart():
    erste = fuelle(dokument(LISTE), lies("antrag"))
    nummern = (
        '<w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num>'
    )
    mit = mit_teilen(
        lies("antrag"),
        {"word/numbering.xml": lambda t: t.replace("/>", f">{nummern}</w:numbering>", 1)
         if t.rstrip().endswith("/>") else t.replace("</w:numbering>", f"{nummern}</w:numbering>")},
    )  # fmt: skip
    zweite = fuelle(dokument(LISTE), mit)
    for inhalt, erwartet in ((erste, {"1"}), (zweite, {"8"})):
        assert {n.get(qn("w:val")) for n in wurzel(inhalt).iter(qn("w:numId"))} == erwartet
        vorhanden = {
            n.get(qn("w:numId")) for n in wurzel(inhalt, "word/numbering.xml").iter(qn("w:num"))
        }
        assert erwartet <= vorhanden


def test_the_look_of_the_faction_stays_and_missing_styles_come_from_ours():
    def eigene(text):
        text = text.replace('w:styleId="Heading2"', 'w:styleId="berschrift2"')
        return text.replace('w:styleId="Quote"', 'w:styleId="Zitat"').replace(
            'w:val="Listenpunkt"', 'w:val="Etwas anderes"'
        )

    vorlage = mit_teilen(lies("antrag"), {"word/styles.xml": eigene})
    inhalt = fuelle(replace(ALLES, rumpf=0), vorlage)
    benutzt = {s.get(qn("w:val")) for s in wurzel(inhalt).iter(qn("w:pStyle"), qn("w:rStyle"))}
    stile = wurzel(inhalt, "word/styles.xml")
    kennungen = [s.get(qn("w:styleId")) for s in stile.iter(qn("w:style"))]
    assert benutzt <= set(kennungen)
    assert "berschrift2" in benutzt
    assert "AbListenpunkt" in benutzt
    assert len(kennungen) == len(set(kennungen))


def test_a_draft_says_so_on_every_page_even_where_the_template_does_not():
    def ohne(text):
        return text.replace("ab.entwurf", "fremd.entwurf")

    entwurf = replace(dokument(), entwurf=True)
    stumm = mit_teilen(lies("antrag"), dict.fromkeys(teile(lies("antrag"), "word/header"), ohne))
    for vorlage in (lies("antrag"), stumm):
        assert koepfe(fuelle(entwurf, vorlage)).count("ENTWURF") == 1
        assert "ENTWURF" not in koepfe(fuelle(dokument(), vorlage))


def test_a_paper_that_is_not_public_says_so_where_the_template_has_no_place_for_it():
    geheim = replace(dokument(), kopfzeile=("", "nichtöffentlich"), entwurf=True)
    stumm = lies("anschreiben")
    for name in teile(stumm, "word/header"):
        stumm = mit_teilen(stumm, {name: lambda t: t.replace("ab.vermerk", "fremd")})
    assert koepfe(fuelle(geheim, stumm)).count("nichtöffentlich") == 1
    assert koepfe(fuelle(geheim, lies("anschreiben"))).count("nichtöffentlich") == 1
    assert "nichtöffentlich" not in koepfe(fuelle(dokument(), stumm))


def test_nothing_of_staff_and_nothing_outside_stays():
    spuren = (
        '<w:p w:rsidR="00AA1122"><w:bookmarkStart w:id="5" w:name="ab_geheim"/>'
        '<w:bookmarkEnd w:id="5"/>'
        '<w:commentRangeStart w:id="0"/><w:r><w:t>bleibt</w:t></w:r><w:commentRangeEnd w:id="0"/>'
        '<w:r><w:commentReference w:id="0"/></w:r>'
        '<w:ins w:id="1" w:author="Petra Geheim"><w:r><w:t> neu</w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="Petra Geheim"><w:r><w:delText>Altwort</w:delText></w:r>'
        "</w:del>"
        '<w:hyperlink r:id="rIdX" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships"><w:r><w:t> Wort</w:t></w:r></w:hyperlink></w:p>'
    )
    ziel = 'Target="{}" TargetMode="External"/>'
    art = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    beziehung = f'<Relationship Id="rIdX" Type="{art}/hyperlink" {ziel.format("file:///c:/geheim")}'
    angehaengt = (
        '<w:attachedTemplate r:id="rId1" xmlns:r="' + art + '"/><w:rsids><w:rsidRoot '
        'w:val="00AA1122"/></w:rsids><w:docVars><w:docVar w:name="x" w:val="geheim"/></w:docVars>'
    )
    vorlage = mit_teilen(
        lies("antrag"),
        {
            DOKUMENT: lambda t: t.replace("<w:body>", f"<w:body>{spuren}", 1),
            "word/_rels/document.xml.rels": vor("</Relationships>", beziehung),
            EINSTELLUNGEN: vor("<w:defaultTabStop", angehaengt),
            "word/_rels/settings.xml.rels": (
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                f'<Relationship Id="rId1" Type="{art}/attachedTemplate" '
                f'{ziel.format("http://boese.example/geheim.dotm")}</Relationships>'
            ).encode(),
            "docProps/core.xml": vor(
                "</cp:coreProperties>", "<cp:keywords>Petra Geheim</cp:keywords>"
            ),
        },
    )  # fmt: skip
    inhalt = fuelle(dokument(), vorlage)
    text = alles(inhalt).lower()
    for wort in ("geheim", "rsid", "comment", "altwort", "boese", "w:ins ", "docvar"):
        assert wort not in text, wort
    assert "bleibt neu Wort" in zeilen(wurzel(inhalt))


@pytest.mark.gruendlich
def test_filled_ones_pass_the_open_xml_sdk(tmp_path):
    dateien = []
    for art in ARTEN:
        for nr, papier in enumerate((ALLES, fassung_dokument(VORGANG, ANTRAG, VOLL), dokument())):
            ziel = tmp_path / f"{art}{nr}.docx"
            ziel.write_bytes(
                fuelle(replace(papier, zeilennummern=True, entwurf=nr == 0), lies(art))
            )
            dateien.append(ziel)
    assert open_xml_sdk(dateien) == []


@pytest.mark.gruendlich
def test_ones_edited_in_libreoffice_are_filled_and_valid(tmp_path):
    if not shutil.which("soffice") or not Path("/usr/bin/python3").exists():
        pytest.skip("LibreOffice fehlt")
    skript = Path(__file__).with_name("libreoffice_briefkopf.py")
    bild = ORDNER.parent / "app" / "antragsbuero.png"
    quellen = [str(ORDNER / f"{art}.docx") for art in ARTEN]
    lauf = subprocess.run(
        ["/usr/bin/python3", str(skript), str(tmp_path), str(bild), *quellen],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert lauf.returncode == 0, lauf.stderr
    papier = fassung_dokument(VORGANG, ANTRAG, VOLL)
    dateien = []
    for art in ARTEN:
        bearbeitet = (tmp_path / f"{art}.docx").read_bytes()
        assert pruefe_briefkopf(bearbeitet, ("ab.titel", "ab.rumpf")).fehler == ()
        inhalt = fuelle(papier, bearbeitet)
        text = zeilen(wurzel(inhalt))
        assert [t for t in zeilen(wurzel(docx_bytes(papier, CharacterLog()))) if t][-4:] == [
            t for t in text if t and "Mit Dank" not in t
        ][-4:]
        assert not any("[" in zeile for zeile in text)
        assert "Unser Haus am Markt" in koepfe(inhalt)
        dateien.append(tmp_path / f"{art}-gefuellt.docx")
        dateien[-1].write_bytes(inhalt)
    assert open_xml_sdk(dateien) == []
    assert len(libreoffice_texte(dateien, tmp_path)) == len(ARTEN)
