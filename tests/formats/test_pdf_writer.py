"""PDF files: structure, text layer, conformance, breaks over pages, hostile texts."""

from __future__ import annotations

import io
import zlib
from dataclasses import replace

import page
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antragsbuero.dokument.dokument import (
    Dokument,
    Liste,
    Marke,
    Tabelle,
    Textabsatz,
    Textlauf,
    Textrolle,
    Ueberschrift,
    Zelle,
    textabsatz,
)
from antragsbuero.formats.characters import CharacterLog
from antragsbuero.formats.pdf_conformance import _lengthen, saved
from antragsbuero.formats.pdf_writer import pdf_bytes, schreibe_pdf
from tests.formats.goldvergleich import vergleiche_mit_gold
from tests.formats.papiere import ALLES, baum, dicht, pdf, pdf_text, punkt, texte, zelle

SATZ = "Die Stadt prüft bis Ende 2031, ob Bänke, Bäume und Brunnen gepflegt werden. "
KOPF = ((zelle("Kopflinks"), zelle("Kopfrechts")),)
LANG = Dokument(
    "Lang",
    (
        Ueberschrift(1, "Lang"),
        Tabelle(
            KOPF,
            (
                *((zelle(f"Zeile {n}", kopf=True), zelle(SATZ * 4)) for n in range(40)),
                (zelle("hoch", kopf=True), zelle(*[SATZ * 3] * 60)),
                (zelle("breit", spalten=2),),
            ),
            (1, 3),
            "Lange Tabelle",
        ),
        Liste((punkt("1.", SATZ * 400),)),
    ),
    querformat=True,
    fusszeile="Fuß",
)
LEER = Dokument("", ())
SONDERBAR = Dokument(
    "Sonderbar",
    (
        Liste(()),
        Tabelle((), (), (1,), ""),
        Tabelle(KOPF, (), (1, 1), "nur Kopf"),
        Textabsatz(()),
        Liste((punkt(""), punkt("1."), punkt("x" * 300, "langes Zeichen"))),
        Tabelle(((zelle(SATZ * 90), zelle("b")),), ((zelle("c"), zelle("d")),), (1, 30), "Kopf"),
        Ueberschrift(2, ""),
    ),
    serifen=True,
)
PAPIERE = {"alles": ALLES, "lang": LANG, "leer": LEER, "sonderbar": SONDERBAR}


def verletzungen(inhalt, profil, tmp_path):
    datei = tmp_path / "pruefling.pdf"
    datei.write_bytes(inhalt)
    ergebnis = page.validate_pdf(str(datei), profile=profil)
    return [str(f) for f in ergebnis.failures] + ([] if ergebnis.is_compliant else ["verletzt"])


@pytest.mark.parametrize("profil", ["ua1", "2a"])
@pytest.mark.parametrize("name", PAPIERE)
def test_every_paper_is_accessible_and_archivable(name, profil, tmp_path):
    assert verletzungen(pdf(PAPIERE[name]), profil, tmp_path) == []


def test_structure_is_as_kept():
    ohne_riesenwort = [b for b in ALLES.bloecke if len(getattr(b, "text", "")) < 5_000]
    inhalt = pdf(replace(ALLES, bloecke=tuple(ohne_riesenwort[:13])))
    vergleiche_mit_gold("pdf_struktur.txt", "\n".join(baum(inhalt)) + "\n")


@pytest.mark.parametrize("name", PAPIERE)
def test_structure_carries_every_word_in_order(name):
    zeilen = [z.strip() for z in baum(pdf(PAPIERE[name]))]
    gelesen = "".join(eval(z) for z in zeilen if z[0] in "'\"")
    assert dicht(gelesen) == dicht("".join(texte(PAPIERE[name])))


def test_pages_read_in_order_with_head_and_foot_last():
    eine = replace(ALLES, bloecke=ALLES.bloecke[:10], logo=None)
    (text,) = pdf_text(pdf(eine))
    rumpf = "".join(texte(eine))
    rand = "FraktionLindenblattMarkt3ENTWURF·nichtöffentlichPrüfpapierSeite1von1"
    assert dicht(text) == dicht(rumpf) + rand


def test_head_row_is_repeated_on_each_page_but_tagged_once():
    inhalt = pdf(LANG)
    seiten = pdf_text(inhalt)
    mit_tabelle = [s for s in seiten if "Zeile" in s or "Kopflinks" in s]
    assert len(mit_tabelle) > 5
    assert all("Kopflinks" in seite for seite in mit_tabelle)
    assert sum("Kopflinks" in zeile for zeile in baum(inhalt)) == 1


def test_pages_are_counted():
    seiten = pdf_text(pdf(LANG))
    assert [f"Seite {n} von {len(seiten)}" in s for n, s in enumerate(seiten, 1)] == [True] * len(
        seiten
    )


@pytest.mark.parametrize("rechts", ["", "Stand: 25.11.2026"])
def test_the_address_takes_the_whole_head_where_nothing_stands_beside_it(rechts):
    anschrift = "Rathaus, Zimmer 113 · Musterring 4–6 · 04109 Leipzig · Tel. 0341 123-4567 · Fax 89"
    blatt = replace(LANG, kopfzeile=(anschrift, rechts), entwurf=False, querformat=False)
    assert (anschrift in pdf_text(pdf(blatt))[0]) is (not rechts)


def test_a_row_may_be_higher_than_a_page_and_fills_what_is_left():
    seiten = pdf_text(pdf(LANG))
    hoch = [n for n, s in enumerate(seiten) if "hoch" in s]
    assert len(hoch) == 1
    # the row begins on the page on which the rows before it end
    assert "Zeile 39" in seiten[hoch[0]]


def test_a_heading_stays_with_the_table_it_introduces():
    for vorher in range(20, 46):
        dokument = Dokument(
            "x",
            (
                *(textabsatz("Zeile") for _ in range(vorher)),
                Ueberschrift(2, "Beratungsfolge"),
                textabsatz("Änderungen vorbehalten", Textrolle.HINWEIS),
                Tabelle(KOPF, ((zelle("erste"), zelle("b")),), (1, 1), "T"),
            ),
        )
        seite = next(s for s in pdf_text(pdf(dokument)) if "Beratungsfolge" in s)
        assert "erste" in seite


def test_no_line_of_a_paragraph_stands_alone():
    for vorher in range(25, 45):
        dokument = Dokument(
            "x", (*(textabsatz("Zeile") for _ in range(vorher)), textabsatz("Wortwort " * 40))
        )
        zahlen = [
            sum("Wortwort" in zeile for zeile in seite.splitlines())
            for seite in pdf_text(pdf(dokument))
        ]
        assert 1 not in zahlen


def test_lines_do_not_end_with_a_hyphen_that_readers_would_drop():
    for laenge in range(40, 80):
        text = "w" * laenge + " Rad- und Fußweg-Netz " * 30
        gelesen = "".join(pdf_text(pdf(Dokument("x", (textabsatz(text),)))))
        assert dicht(text) in dicht(gelesen)


def test_marks_are_drawn_not_only_coloured():
    marken = (Marke.EINGEFUEGT, Marke.GESTRICHEN, Marke.VERSCHOBEN)
    dokument = Dokument("x", (Textabsatz(tuple(Textlauf(m.value, marke=m) for m in marken)),))
    with pikepdf.open(io.BytesIO(pdf(dokument))) as datei:
        inhalt = datei.pages[0].Contents.read_bytes().decode("latin-1")
    linien = [zeile for zeile in inhalt.splitlines() if " l S [] 0 d" in zeile]
    assert len(linien) == 3
    assert sum("[1.2 1.2]" in zeile for zeile in linien) == 1


def test_file_names_itself_and_its_language():
    with pikepdf.open(io.BytesIO(pdf(ALLES))) as datei:
        assert str(datei.Root.Lang) == "de-DE"
        assert datei.Root.ViewerPreferences.DisplayDocTitle
        assert str(datei.docinfo.Title) == "Prüfpapier <b>"
        assert str(datei.docinfo.Author) == "Fraktion <Lindenblatt> & Co"
        with datei.open_outline() as gliederung:
            assert [eintrag.title for eintrag in gliederung.root] == ["Prüfpapier & mehr"]
            assert [k.title for k in gliederung.root[0].children] == [
                "Überspringt eine Stufe",
                "Tabelle",
                "Feindliches",
            ]


def test_every_font_is_embedded():
    with pikepdf.open(io.BytesIO(pdf(ALLES))) as datei:
        schriften = {
            str(schrift.BaseFont): schrift
            for seite in datei.pages
            for schrift in seite.Resources.Font.values()
        }
        assert any("DejaVu" in name for name in schriften)
        assert all("/FontFile2" in schrift.FontDescriptor for schrift in schriften.values())


def test_links_lead_only_to_the_web_and_into_the_document():
    with pikepdf.open(io.BytesIO(pdf(ALLES))) as datei:
        notizen = [n for seite in datei.pages for n in seite.get("/Annots", [])]
        ziele = [str(n.A.URI) if "/A" in n else "innen" for n in notizen]
    assert sorted(ziele) == ["https://example.org/?a=1&b=2", "innen"]


def test_hints_name_what_no_font_has_and_what_no_file_carries():
    log = CharacterLog()
    pdf_bytes(Dokument("x", (textabsatz("a\x07\ud800 🦄🦄 \uf0b7 مرحبا"),)), log)
    weg, kasten = log.hints()
    assert "Steuerzeichen U+0007" in weg
    assert "U+D800" in weg
    assert "U+1F984 UNICORN FACE) (2-mal)" in kasten
    assert "U+F0B7" in kasten


def test_what_no_file_carries_goes_out_of_the_names_too(tmp_path):
    boese = "Fraktion \ud83d \x07 <Linden> & \ufffe Co"
    dokument = Dokument(boese, (textabsatz("x"),), verfasser=boese, fusszeile=boese,
                        kopfzeile=(boese, boese))  # fmt: skip
    inhalt = pdf(dokument)
    assert verletzungen(inhalt, "ua1", tmp_path) == []
    with pikepdf.open(io.BytesIO(inhalt)) as datei:
        assert str(datei.docinfo.Author) == "Fraktion   <Linden> &  Co"


def test_streams_compressed_at_the_end_do_not_end_as_a_line_either():
    inhalt = next(d for n in range(999) if zlib.adler32(d := b"y" * n) & 0xFF == ord("\r"))
    datei = pikepdf.new()
    datei.add_blank_page()
    datei.Root.Probe = datei.make_stream(inhalt)
    assert b"\r\nendstream" not in saved(datei)


def test_no_stream_ends_as_the_line_before_its_end():
    # one checksum in 256 ends with a carriage return; these texts hit some
    for n in range(120):
        inhalt = pdf(Dokument("x", (textabsatz(f"Text {n}"),)))
        assert b"\r\nendstream" not in inhalt


@pytest.mark.parametrize("programm", [True, False])
def test_a_checksum_that_ends_like_a_line_is_changed(programm):
    inhalt = next(d for n in range(999) if zlib.adler32(d := b"y" * n) & 0xFF == ord("\r"))
    datei = pikepdf.new()
    strom = datei.make_stream(inhalt)
    if programm:
        strom.Length1 = len(inhalt)
    _lengthen(strom)
    assert zlib.adler32(strom.read_bytes()) & 0xFF != ord("\r")
    assert strom.read_bytes().startswith(inhalt)
    assert int(strom.get("/Length1", len(strom.read_bytes()))) == len(strom.read_bytes())


def test_writes_the_file_and_returns_hints(tmp_path):
    ziel = tmp_path / "papier.pdf"
    assert schreibe_pdf(Dokument("x", (textabsatz("Guten Tag"),)), ziel) == []
    assert "Guten Tag" in pdf_text(ziel)[0]


LESBAR = st.text(
    st.characters(
        exclude_categories=("Cs", "Cc", "Mn", "Mc", "Me"),
        exclude_characters="\ufeff",
        # scripts from right to left are set in the order of the eye: tested above
        max_codepoint=0x58F,
    )
    | st.sampled_from("🦄≠−„“•\uf0b7 \t\n-"),
    max_size=80,
)


@settings(max_examples=50, deadline=None)
@given(st.lists(LESBAR, min_size=1, max_size=6))
def test_any_text_comes_back_to_the_letter(stuecke):
    laeufe = tuple(
        Textlauf(stueck, fett=n % 2 == 0, marke=Marke.EINGEFUEGT if n % 3 == 0 else None)
        for n, stueck in enumerate(stuecke)
    )
    dokument = Dokument(
        "x",
        (Textabsatz(laeufe), Tabelle((), ((Zelle((Textabsatz(laeufe),)), zelle("")),), (1, 9), "")),
    )
    gelesen = "".join(eval(z.strip()) for z in baum(pdf(dokument)) if z.strip()[0] in "'\"")
    assert dicht(gelesen) == dicht("".join(stuecke) * 2)
