"""Pictures: read by their content, made alike, placed whole, read aloud; hostile ones refused."""

from __future__ import annotations

import base64
import io
import random

import pikepdf
import pytest
from docx.oxml.ns import qn
from lxml import html as lxml_html
from PIL import Image

from antragsbuero.dokument.dokument import (
    Bild,
    Dokument,
    Liste,
    Textrolle,
    Ueberschrift,
    textabsatz,
)
from antragsbuero.dokument.fehler import Dateifehler
from antragsbuero.formats.characters import CharacterLog
from antragsbuero.formats.docx_writer import schreibe_docx
from antragsbuero.formats.html_writer import html_text
from antragsbuero.formats.pdf_writer import schreibe_pdf
from antragsbuero.formats.pictures import read_picture
from tests.formats.bilder import GUTE, SCHLECHTE, bilddatei, bombe, mit_angaben
from tests.formats.papiere import baum, pdf, pdf_text, punkt, word
from tests.formats.test_pdf_writer import verletzungen

PAPIER = Dokument(
    "Mit Bildern",
    (
        Ueberschrift(1, "Mit Bildern"),
        textabsatz("Davor."),
        *(Bild(inhalt, f"Bild <{name}>", 40) for name, inhalt in GUTE.items()),
        Ueberschrift(2, "Groß"),
        textabsatz("Kleingedrucktes", Textrolle.HINWEIS),
        Bild(bilddatei(groesse=(300, 900)), "hoch\nund schmal"),
        Liste((punkt("1.", "danach"),)),
        Bild(GUTE["png"], ""),
    ),
    logo=Bild(bilddatei("RGBA", groesse=(90, 200)), "Zeichen der Fraktion"),
    zeilennummern=True,
)


@pytest.mark.parametrize("name", GUTE)
def test_every_kind_becomes_plain_and_opaque(name):
    bild = read_picture(Bild(GUTE[name], "x"))
    with Image.open(io.BytesIO(bild.data)) as gelesen:
        assert gelesen.mode in ("RGB", "L")
        assert gelesen.format == ("JPEG" if bild.photo else "PNG")
        assert gelesen.size == (bild.width, bild.height)
        assert not gelesen.info.get("icc_profile")


@pytest.mark.parametrize("name", [n for n in GUTE if n not in ("schmal", "breit", "jpeg-angaben")])
def test_dark_stays_dark_and_light_stays_light(name):
    with Image.open(io.BytesIO(read_picture(Bild(GUTE[name], "x")).data)) as gelesen:
        grau = gelesen.convert("L")
        assert grau.getpixel((10, 30)) != grau.getpixel((110, 30))


def test_depth_of_sixteen_bits_is_kept_in_proportion():
    bild = Image.new("I;16", (4, 4), 40_000)
    puffer = io.BytesIO()
    bild.save(puffer, "PNG")
    with Image.open(io.BytesIO(read_picture(Bild(puffer.getvalue(), "x")).data)) as gelesen:
        assert gelesen.getpixel((0, 0)) == 40_000 // 256


def test_transparency_becomes_white():
    puffer = io.BytesIO()
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(puffer, "PNG")
    with Image.open(io.BytesIO(read_picture(Bild(puffer.getvalue(), "x")).data)) as gelesen:
        assert gelesen.getpixel((0, 0)) == (255, 255, 255)


def test_a_photograph_stands_upright_and_tells_nothing_of_its_maker():
    assert b"Erika" in mit_angaben()
    bild = read_picture(Bild(mit_angaben(), "x"))
    assert (bild.width, bild.height) == (60, 120)
    assert b"Erika" not in bild.data
    ungedreht = bilddatei(art="JPEG", comment=b"Erika Muster")
    assert b"Erika" not in read_picture(Bild(ungedreht, "x")).data


@pytest.mark.parametrize("schreibe", [schreibe_pdf, schreibe_docx])
@pytest.mark.parametrize("name", SCHLECHTE)
def test_what_is_no_picture_is_refused_in_german(name, schreibe, tmp_path):
    dokument = Dokument("x", (Bild(SCHLECHTE[name], "Lageplan"),))
    with pytest.raises(Dateifehler, match="Das Bild „Lageplan“ ist beschädigt oder weder PNG"):
        schreibe(dokument, tmp_path / "x")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("seiten", [(30_000, 30_000), (7_000, 7_000), (200_000, 400)])
def test_a_bomb_is_refused_before_it_is_unpacked(seiten):
    with pytest.raises(Dateifehler, match="zu groß"):
        read_picture(Bild(bombe(*seiten), "Lageplan"))


def test_bytes_put_wrong_are_read_or_refused():
    wuerfel = random.Random(7)
    for vorlage in (GUTE["png-palette-durchsichtig"], GUTE["jpeg-angaben"]):
        for _ in range(300):
            inhalt = bytearray(vorlage)
            for _ in range(wuerfel.randint(1, 8)):
                inhalt[wuerfel.randrange(len(inhalt))] = wuerfel.randrange(256)
            try:
                assert read_picture(Bild(bytes(inhalt), "x")).data
            except Dateifehler:
                continue


@pytest.mark.parametrize("profil", ["ua1", "2a"])
def test_papers_with_pictures_are_accessible_and_archivable(profil, tmp_path):
    assert verletzungen(pdf(PAPIER), profil, tmp_path) == []


def test_pdf_reads_every_picture_aloud_where_it_stands():
    zeilen = baum(pdf(PAPIER))
    assert sum(zeile.strip().startswith("Figure") for zeile in zeilen) == len(GUTE) + 3
    with pikepdf.open(io.BytesIO(pdf(PAPIER))) as datei:
        figuren = [k for k in datei.Root.StructTreeRoot.K.K if str(k.S) == "/Figure"]
        texte = [str(figur.Alt) for figur in figuren]
        kaesten = [[float(wert) for wert in figur.A.BBox] for figur in figuren]
    assert texte[0] == "Zeichen der Fraktion"
    assert texte[1:-2] == [f"Bild <{name}>" for name in GUTE]
    assert texte[-2:] == ["hoch und schmal", "Abbildung"]
    assert all(0 < x0 < x1 < 596 and 0 < y0 < y1 < 842 for x0, y0, x1, y1 in kaesten)
    # the logo ends at the right margin, 25 mm high
    assert kaesten[0][3] - kaesten[0][1] == pytest.approx(25 * 72 / 25.4, abs=0.1)
    assert kaesten[0][2] == pytest.approx((210 - 20) * 72 / 25.4, abs=0.1)


def test_no_picture_of_other_colours_or_with_transparency_is_left_in_pdf():
    with pikepdf.open(io.BytesIO(pdf(PAPIER))) as datei:
        bilder = [o for o in datei.objects if getattr(o, "get", {}.get)("/Subtype") == "/Image"]
        assert len(bilder) > 10
        assert {str(bild.ColorSpace) for bild in bilder} == {"/DeviceRGB", "/DeviceGray"}
        assert not any("/SMask" in bild or "/Mask" in bild for bild in bilder)


@pytest.mark.parametrize("seiten", [(300, 200), (200, 900)])
def test_a_heading_stays_with_the_picture_it_introduces(seiten):
    for vorher in range(20, 46, 3):
        dokument = Dokument(
            "x",
            (
                *(textabsatz("Zeile") for _ in range(vorher)),
                Ueberschrift(2, "Plan"),
                Bild(bilddatei(groesse=seiten), "Plan", 90),
                textabsatz("nach dem Plan"),
            ),
        )
        inhalt = pdf(dokument)
        titel = next(n for n, seite in enumerate(pdf_text(inhalt)) if "Plan" in seite)
        with pikepdf.open(io.BytesIO(inhalt)) as datei:
            mit_bild = [n for n, s in enumerate(datei.pages) if "/XObject" in s.Resources]
        assert mit_bild == [titel]


def test_word_holds_each_picture_with_its_text_inside_the_page():
    paket = word(PAPIER)
    zeichnungen = list(paket.element.body.iter(qn("w:drawing")))
    rahmen = [z.find(f"{qn('wp:inline')}/{qn('wp:extent')}") for z in zeichnungen]
    angaben = [z.find(f"{qn('wp:inline')}/{qn('wp:docPr')}") for z in zeichnungen]
    assert len(zeichnungen) == len(GUTE) + 3
    assert len({a.get("id") for a in angaben}) == len(angaben)
    assert angaben[0].get("descr") == "Zeichen der Fraktion"
    assert all(a.get("descr") for a in angaben)
    seite = paket.sections[0]
    breite = seite.page_width - seite.left_margin - seite.right_margin
    hoehe = seite.page_height - seite.top_margin - seite.bottom_margin
    assert all(int(r.get("cx")) <= breite + 635 and int(r.get("cy")) <= hoehe for r in rahmen)
    ziele = [z.find(f".//{qn('a:blip')}").get(qn("r:embed")) for z in zeichnungen]
    assert all(paket.part.related_parts[ziel].blob for ziel in ziele)


def test_the_page_carries_its_pictures_itself():
    seite = lxml_html.document_fromstring(html_text(PAPIER, CharacterLog()))
    bilder = seite.xpath("//img")
    assert [b.get("alt") for b in bilder][:2] == ["Zeichen der Fraktion", "Bild <png>"]
    for bild in bilder:
        art, _, inhalt = bild.get("src").partition(";base64,")
        assert art in ("data:image/png", "data:image/jpeg")
        with Image.open(io.BytesIO(base64.b64decode(inhalt))) as gelesen:
            assert gelesen.size == (int(bild.get("width")), int(bild.get("height")))
