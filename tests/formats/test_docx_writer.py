"""Word files: numbers as written, structure, properties, hostile texts, validity."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from antragsbuero.dokument.dokument import (
    Dokument,
    Liste,
    Listenpunkt,
    Tabelle,
    Ueberschrift,
    textabsatz,
)
from antragsbuero.formats.characters import CharacterLog
from antragsbuero.formats.docx_writer import docx_bytes, schreibe_docx
from tests.formats.goldvergleich import vergleiche_mit_gold
from tests.formats.papiere import (
    ALLES,
    VERSCHACHTELT,
    dicht,
    pdf_text,
    punkt,
    texte,
    word,
    word_texte,
    zelle,
)
from tests.formats.test_pdf_writer import PAPIERE


def teil(inhalt, name):
    with zipfile.ZipFile(io.BytesIO(inhalt)) as paket:
        return etree.fromstring(paket.read(name))


@pytest.mark.parametrize("name", ["document", "numbering", "styles"])
def test_parts_are_as_kept(name):
    kurz = replace(ALLES, bloecke=ALLES.bloecke[:13])
    wurzel = teil(docx_bytes(kurz, CharacterLog()), f"word/{name}.xml")
    text = etree.tostring(wurzel, pretty_print=True, encoding="unicode")
    vergleiche_mit_gold(f"docx_{name}.xml", text)


@pytest.mark.parametrize("name", PAPIERE)
def test_every_word_and_number_is_there_in_order(name):
    gelesen = "".join(word_texte(word(PAPIERE[name])))
    assert dicht(gelesen) == dicht("".join(texte(PAPIERE[name])))


def test_numbers_belong_to_real_lists():
    paket = word(Dokument("x", (VERSCHACHTELT,)))
    echte = [p for p in paket.paragraphs if p._p.pPr.numPr is not None]
    geschrieben = [p.text for p in paket.paragraphs if p.text.startswith("%1\t")]
    assert len(echte) == 20
    assert len(geschrieben) == 1


ZEICHEN = st.sampled_from(
    [
        "1.",
        "2.",
        "3.",
        "7.",
        "a)",
        "b)",
        "c)",
        "h)",
        "i)",
        "i.",
        "ii.",
        "iv.",
        "I.",
        "A.",
        "B.",
        "(1)",
        "1)",
        "•",
        "-",
        "BP 1:",
        "BP 2:",
        "Punkt 3",
        "1.1",
        "1.2.",
        "2.1",
        "2.1.1",
        "aa)",
        "ab)",
        "01.",
        "[entfällt]",
        "%1",
        "",
        "Neuer",
    ]
)
EINTRAG = st.recursive(
    st.builds(lambda z: punkt(z, "Text"), ZEICHEN),
    lambda kinder: st.builds(
        lambda z, k: punkt(z, "Text", punkte=k), ZEICHEN, st.lists(kinder, max_size=4)
    ),
    max_leaves=14,
)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.lists(EINTRAG, min_size=1, max_size=6), min_size=1, max_size=3))
def test_word_shows_any_numbers_as_written(listen):
    dokument = Dokument("x", tuple(Liste(tuple(punkte)) for punkte in listen))
    gelesen = "".join(word_texte(word(dokument)))
    assert dicht(gelesen) == dicht("".join(texte(dokument)))


def test_lists_deeper_than_word_counts_keep_their_numbers_as_text():
    tief = punkt("1.", "unten")
    for n in range(12):
        tief = punkt(f"{n}.", str(n), punkte=(tief,))
    dokument = Dokument("x", (Liste((tief,)),))
    assert dicht("".join(word_texte(word(dokument)))) == dicht("".join(texte(dokument)))


def test_page_language_and_properties():
    paket = word(ALLES)
    seite = paket.sections[0]
    assert (round(seite.page_width.mm), round(seite.page_height.mm)) == (210, 297)
    sprachen = {e.get(qn("w:val")) for e in paket.styles.element.iter(qn("w:lang"))}
    assert sprachen == {"de-DE"}
    angaben = paket.core_properties
    assert angaben.author == angaben.last_modified_by == "Fraktion <Lindenblatt> & Co"
    assert angaben.title == "Prüfpapier <b>"
    assert angaben.created.year > 2013


def test_landscape_for_wide_tables():
    seite = word(replace(ALLES, querformat=True)).sections[0]
    assert (round(seite.page_width.mm), round(seite.page_height.mm)) == (297, 210)


def test_nothing_tells_of_the_library():
    with zipfile.ZipFile(io.BytesIO(docx_bytes(ALLES, CharacterLog()))) as paket:
        namen = paket.namelist()
        alles = b"".join(paket.read(name) for name in namen)
    assert b"python-docx" not in alles
    assert not any("thumbnail" in name or "theme" in name or "customXml" in name for name in namen)


def test_head_and_foot():
    paket = word(ALLES)
    assert paket.sections[0].header.paragraphs[0].text == (
        "Fraktion Lindenblatt\tENTWURF · nichtöffentlich\nMarkt 3"
    )
    fuss = paket.sections[0].footer.paragraphs[0]
    assert fuss.text == "Prüfpapier\tSeite 1 von 1"
    felder = [e.text.strip() for e in fuss._p.iter(qn("w:instrText"))]
    assert felder == ["PAGE", "NUMPAGES"]


def test_table_head_repeats_and_table_describes_itself():
    tabelle = word(ALLES).tables[0]._tbl
    koepfe = [
        tr for tr in tabelle.iter(qn("w:tr")) if tr.find(f".//{qn('w:tblHeader')}") is not None
    ]
    assert len(koepfe) == 2
    beschreibung = tabelle.tblPr.find(qn("w:tblDescription"))
    assert beschreibung.get(qn("w:val")) == "Prüftabelle"


def test_links_lead_only_to_the_web_and_into_the_document():
    paket = word(ALLES)
    aussen = [r.target_ref for r in paket.part.rels.values() if r.is_external]
    assert aussen == ["https://example.org/?a=1&b=2"]


def test_large_tables_are_not_built_cell_by_cell():
    zeilen = tuple((zelle(str(n)), zelle("x")) for n in range(2_000))
    paket = word(Dokument("x", (Tabelle((), zeilen, (1, 9), "groß"),)))
    assert len(paket.element.body.findall(f".//{qn('w:tr')}")) == 2_000


def test_hints_name_what_was_left_out(tmp_path):
    ziel = tmp_path / "papier.docx"
    (hinweis,) = schreibe_docx(Dokument("x", (textabsatz("a\x07b\ud800c"),)), ziel)
    assert "Steuerzeichen U+0007" in hinweis
    assert docx.Document(str(ziel)).paragraphs[0].text == "abc"


@pytest.mark.gruendlich
@pytest.mark.parametrize("name", PAPIERE)
def test_open_xml_sdk_accepts_the_file(name, tmp_path):
    programm = shutil.which("ooxml-validator")
    if programm is None:
        pytest.skip("ooxml-validator ist nicht eingerichtet")
    ziel = tmp_path / f"{name}.docx"
    ziel.write_bytes(docx_bytes(PAPIERE[name], CharacterLog()))
    ergebnis = subprocess.run([programm, str(ziel)], capture_output=True, text=True, check=False)
    assert '"ok": true' in ergebnis.stdout, ergebnis.stdout


@pytest.mark.gruendlich
def test_libreoffice_shows_words_and_numbers_as_written(tmp_path):
    programm = shutil.which("soffice")
    if programm is None:
        pytest.skip("soffice ist nicht eingerichtet")
    ziel = tmp_path / "nummern.docx"
    listen = (
        VERSCHACHTELT,
        Liste((punkt("1.", "von vorn"), punkt("2.", "weiter"))),
        Liste(tuple(punkt(z, "Text") for z in ("01.", "[entfällt]", "①", "99999.", "٣."))),
    )
    dokument = Dokument("x", (Ueberschrift(1, "Nummern"), *listen))
    ziel.write_bytes(docx_bytes(dokument, CharacterLog()))
    profil = f"-env:UserInstallation=file://{tmp_path}/profil"
    befehl = [programm, "--headless", profil, "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*befehl, str(ziel)], capture_output=True, check=True)
    (gelesen,) = pdf_text(ziel.with_suffix(".pdf"))
    assert dicht(gelesen) == dicht("".join(texte(dokument))) + "Seite1von1"


def test_an_empty_entry_keeps_its_number():
    dokument = Dokument("x", (Liste((Listenpunkt("1.", ()), Listenpunkt("2.", ()))),))
    assert list(word_texte(word(dokument))) == ["1.", "2."]


@pytest.mark.parametrize(
    ("kopfzeile", "entwurf", "linie"),
    [(("", ""), False, False), (("", ""), True, True), (("Fraktion", ""), False, True),
     (("", "nichtöffentlich"), False, True)],
)  # fmt: skip
def test_a_line_stands_below_the_head_where_there_is_one(kopfzeile, entwurf, linie):
    papier = replace(ALLES, kopfzeile=kopfzeile, entwurf=entwurf, bloecke=ALLES.bloecke[:3])
    kopf = docx.Document(io.BytesIO(docx_bytes(papier, CharacterLog()))).sections[0].header
    assert (next(kopf._element.iter(qn("w:pBdr")), None) is not None) is linie
