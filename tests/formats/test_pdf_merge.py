"""A paper with files behind it: order, outline, what acts is gone, what it claims to be."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import page
import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from antragsbuero.dokument.beilage import Beilage
from antragsbuero.dokument.dokument import Dokument, Ueberschrift, textabsatz
from antragsbuero.dokument.fehler import Dateifehler
from antragsbuero.formats.pdf_merge import schreibe_mit_beilagen
from tests.formats.papiere import ALLES, pdf

ANTRAG = Dokument("Bänke", (Ueberschrift(1, "Antrag"), textabsatz("Die Stadt stellt Bänke auf.")))


def beilage(nr: int, name: str, inhalt: bytes) -> Beilage:
    return Beilage(f"Anlage {nr}: {name}", name, lambda: inhalt)


def plan(seiten: int = 1, worte: str = "Lageplan") -> bytes:
    """A PDF of another program: pages with words, no tags."""
    mit = pikepdf.new()
    for n in range(seiten):
        seite = mit.add_blank_page(page_size=(842, 595))
        seite.obj.Resources = Dictionary(Font=Dictionary(F=Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)))  # fmt: skip
        seite.obj.Contents = mit.make_stream(f"BT /F 20 Tf 50 500 Td ({worte} {n}) Tj ET".encode())
    return gesichert(mit)


def gesichert(mit: pikepdf.Pdf, **wie) -> bytes:
    puffer = io.BytesIO()
    mit.save(puffer, **wie)
    return puffer.getvalue()


def bild(art: str = "PNG", groesse=(300, 200), modus="RGB", **wie) -> bytes:
    puffer = io.BytesIO()
    Image.new(modus, groesse, "red" if modus in ("RGB", "RGBA") else 0).save(puffer, art, **wie)
    return puffer.getvalue()


@pytest.fixture
def ziel(tmp_path):
    return tmp_path / "antrag.pdf"


def texte(pfad: Path) -> list[str]:
    with pypdfium2.PdfDocument(pfad) as offen:
        return [seite.get_textpage().get_text_range() for seite in offen]


def test_pages_follow_in_order_and_the_outline_names_them(ziel):
    hinweise = schreibe_mit_beilagen(
        ANTRAG,
        [beilage(1, "Plan.pdf", plan(2)), beilage(2, "Foto.JPG", bild("JPEG")),
         beilage(3, "Liste.xlsx", b"PK"), beilage(4, "Zweiter.pdf", plan(1, "Zweiter"))],
        ziel,
    )  # fmt: skip
    seiten = texte(ziel)
    assert ["Bänke" in seiten[0], "Lageplan 0" in seiten[1], "Lageplan 1" in seiten[2]] == [
        True
    ] * 3
    assert "Zweiter 0" in seiten[4]
    assert len(seiten) == 5
    with pikepdf.open(ziel) as mit, mit.open_outline() as gliederung:
        nummern = {s.objgen: n for n, s in enumerate(mit.pages)}
        ziele = [(p.title, nummern[p.destination[0].objgen]) for p in gliederung.root]
        assert mit.check_pdf_syntax() == []
    assert ziele == [
        ("Antrag", 0), ("Anlage 1: Plan.pdf", 1), ("Anlage 2: Foto.JPG", 3),
        ("Anlage 4: Zweiter.pdf", 4),
    ]  # fmt: skip
    assert "Anlage 3: Liste.xlsx" in hinweise[0]
    assert "einzeln" in hinweise[0]
    assert "PDF/A" in hinweise[1]


def test_foreign_pages_take_the_claims_away_and_leave_the_tags(ziel):
    schreibe_mit_beilagen(ALLES, [beilage(1, "Plan.pdf", plan())], ziel)
    with pikepdf.open(ziel) as mit:
        angaben = mit.Root.Metadata.read_bytes()
        assert b"pdfaid" not in angaben.replace(b"xmlns:pdfaid", b"")
        assert b"<pdfuaid" not in angaben
        assert Name.OutputIntents not in mit.Root
        assert mit.Root.MarkInfo.Marked is True
        assert mit.Root.MarkInfo.Suspects is True
        assert Name.StructParents in mit.pages[0].obj
        assert Name.StructParents not in mit.pages[-1].obj
        assert str(mit.docinfo.Title)


@pytest.mark.parametrize(
    "dateien",
    [
        [],
        [("a.png", bild())],
        [("a.jpg", bild("JPEG")), ("b.png", bild(modus="RGBA")), ("c.png", bild(modus="L"))],
        [("a.docx", b"PK")],
    ],
)
def test_without_foreign_pages_all_stays_conformant(ziel, dateien):
    schreibe_mit_beilagen(
        ALLES, [beilage(n, name, inhalt) for n, (name, inhalt) in enumerate(dateien, 1)], ziel
    )
    for profil in ("ua1", "2a"):
        ergebnis = page.validate_pdf(str(ziel), profile=profil)
        assert ergebnis.is_compliant, [str(f) for f in ergebnis.failures]
    inhalt = ziel.read_bytes()
    assert b"\r\nendstream" not in inhalt


def test_picture_has_its_words_and_its_place(ziel):
    schreibe_mit_beilagen(ANTRAG, [beilage(1, "Foto ü.png", bild())], ziel)
    with pikepdf.open(ziel) as mit:
        figur = mit.Root.StructTreeRoot.K.K[-1]
        assert (figur.S, str(figur.Alt)) == (Name.Figure, "Anlage 1: Foto ü.png")
        seite = mit.pages[-1].obj
        assert figur.Pg == seite
        nummern = list(mit.Root.StructTreeRoot.ParentTree.Nums)
        assert nummern[nummern.index(seite.StructParents) + 1][0] == figur
        assert seite.MediaBox[2] > seite.MediaBox[3]  # lies as the picture does
    with pypdfium2.PdfDocument(ziel) as offen:
        gemalt = offen[len(offen) - 1].render(scale=0.2).to_pil()
    assert max(gemalt.getcolors(), key=lambda farbe: farbe[0])[1][:3] in {(255, 255, 255)}
    assert any(farbe[1][:3] == (255, 0, 0) for farbe in gemalt.getcolors())


def test_photo_comes_upright_and_without_its_place(ziel):
    daten = Image.Exif()
    daten[0x0112] = 6  # turned by the camera
    daten[0x010E] = "GEHEIMER ORT"
    foto = bild("JPEG", (400, 200), exif=daten, comment=b"GEHEIMES WORT")
    assert b"GEHEIMER ORT" in foto
    assert b"GEHEIMES WORT" in foto
    schreibe_mit_beilagen(ANTRAG, [beilage(1, "Foto.jpg", foto)], ziel)
    with pikepdf.open(ziel) as mit:
        objekt = mit.pages[-1].obj.Resources.XObject.Bild
        assert (objekt.Width, objekt.Height) == (200, 400)
        assert b"GEHEIMER" not in objekt.read_raw_bytes()


def boese() -> bytes:
    """A PDF with everything that acts: scripts, launches, forms, embedded files."""
    mit = pikepdf.open(io.BytesIO(plan(2)))
    js = Dictionary(S=Name.JavaScript, JS=String("app.alert('boese')"))
    mit.Root.OpenAction = js
    mit.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), js])))
    mit.attachments["geheim.exe"] = b"MZ"
    seite = mit.pages[0].obj
    seite.AA = Dictionary(O=js)
    seite.StructParents = 0
    gemalt = mit.make_stream(
        b"1 0 0 rg 0 0 100 20 re f", Type=Name.XObject, Subtype=Name.Form,
        BBox=Array([0, 0, 100, 20]),
    )  # fmt: skip

    def notiz(art, **mehr):
        return mit.make_indirect(
            Dictionary(Type=Name.Annot, Subtype=Name(f"/{art}"), Rect=Array([50, 50, 150, 70]),
                       **mehr)
        )  # fmt: skip

    feld = notiz("Widget", FT=Name.Tx, T=String("Name"), V=String("Bach"), F=4,
                 AP=Dictionary(N=gemalt), AA=Dictionary(K=js))  # fmt: skip
    mit.Root.AcroForm = Dictionary(Fields=Array([feld]), XFA=String("<x/>"))
    start = Dictionary(S=Name.Launch, F=String("cmd.exe"))
    netz = Dictionary(S=Name.URI, URI=String("https://example.org/x"), Next=js)
    seite.Annots = Array(
        [feld, notiz("Link", A=start), notiz("Link", A=js), notiz("Link", A=netz),
         notiz("Link", A=Dictionary(S=Name.URI, URI=String("file:///etc/passwd"))),
         notiz("FileAttachment", F=4), notiz("Screen", A=start), notiz("RichMedia")]
    )  # fmt: skip
    return gesichert(mit)


def test_nothing_acts_any_more(ziel):
    schreibe_mit_beilagen(ANTRAG, [beilage(1, "boese.pdf", boese())], ziel)
    with pikepdf.open(ziel) as mit:
        for name in ("OpenAction", "Names", "AcroForm", "AA"):
            assert Name(f"/{name}") not in mit.Root
        assert len(mit.attachments) == 0
        seite = mit.pages[-2].obj
        (link,) = seite.Annots
        assert str(link.A.URI) == "https://example.org/x"
        assert Name.Next not in link.A
    mit = pikepdf.open(ziel)
    offen = gesichert(mit, object_stream_mode=pikepdf.ObjectStreamMode.disable,
                      compress_streams=False)  # fmt: skip
    mit.close()
    for wort in (b"JavaScript", b"alert", b"Launch", b"cmd.exe", b"/Widget", b"/RichMedia", b"MZ",
                 b"passwd", b"FileAttachment", b"XFA"):  # fmt: skip
        assert wort not in offen, wort
    with pypdfium2.PdfDocument(ziel) as offen:
        farben = offen[len(offen) - 2].render(scale=0.5).to_pil().getcolors(100_000)
    assert any(farbe[:3] == (255, 0, 0) for _, farbe in farben), "das Feld ist noch zu sehen"


@pytest.mark.parametrize(
    ("name", "inhalt", "grund"),
    [
        ("a.pdf", b"kein PDF", "beschädigt"),
        ("a.pdf", b"", "beschädigt"),
        ("a.pdf", plan()[:300], "beschädigt"),
        ("a.pdf", gesichert(pikepdf.new()), "beschädigt"),
        ("a.png", b"\x89PNG\r\n\x1a\nkaputt", "beschädigt"),
        ("a.jpg", bild("JPEG", (900, 900))[:500], "beschädigt"),
        ("a.png", bild("GIF"), "beschädigt"),
    ],
)
def test_damaged_file_is_named_and_nothing_is_written(ziel, name, inhalt, grund):
    ziel.write_bytes(b"vorher")
    with pytest.raises(Dateifehler, match=f"Anlage 2: {name} ist {grund}") as fehler:
        schreibe_mit_beilagen(
            ANTRAG, [beilage(1, "Plan.pdf", plan()), beilage(2, name, inhalt)], ziel
        )
    assert "Es wurde nichts geschrieben" in str(fehler.value)
    assert ziel.read_bytes() == b"vorher"
    assert [p.name for p in ziel.parent.iterdir()] == [ziel.name]


def test_name_of_a_file_may_hold_what_no_file_carries(ziel):
    schreibe_mit_beilagen(
        ANTRAG,
        [beilage(1, "a\udcfc\x07.pdf", plan()), beilage(2, "b\ud800\ufffe.png", bild())],
        ziel,
    )
    with pikepdf.open(ziel) as mit, mit.open_outline() as gliederung:
        assert [p.title for p in gliederung.root][1:] == ["Anlage 1: a.pdf", "Anlage 2: b.png"]


def test_file_with_a_password_is_named(ziel):
    zu = gesichert(
        pikepdf.open(io.BytesIO(plan())), encryption=pikepdf.Encryption(user="u", owner="o")
    )
    with pytest.raises(Dateifehler, match=r"Anlage 1: zu\.pdf ist mit einem Kennwort geschützt"):
        schreibe_mit_beilagen(ANTRAG, [beilage(1, "zu.pdf", zu)], ziel)
    assert not ziel.exists()


def test_file_that_anybody_may_read_is_merged_though_it_is_locked_against_changes(ziel):
    zu = gesichert(
        pikepdf.open(io.BytesIO(plan())), encryption=pikepdf.Encryption(user="", owner="o")
    )
    schreibe_mit_beilagen(ANTRAG, [beilage(1, "zu.pdf", zu)], ziel)
    with pikepdf.open(ziel) as mit:
        assert not mit.is_encrypted
    assert "Lageplan" in texte(ziel)[-1]


def test_mended_file_gets_a_hint(ziel):
    krumm = plan().replace(b"startxref", b"startxxxx")
    hinweise = schreibe_mit_beilagen(ANTRAG, [beilage(1, "krumm.pdf", krumm)], ziel)
    assert "Anlage 1: krumm.pdf hat Fehler im Aufbau" in hinweise[0]
    assert "Lageplan" in texte(ziel)[-1]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="Rechte gelten nicht für root")
def test_folder_that_cannot_be_written(ziel):
    ziel.parent.chmod(0o500)
    with pytest.raises(Dateifehler, match="darf nicht geschrieben werden"):
        schreibe_mit_beilagen(ANTRAG, [beilage(1, "Plan.pdf", plan())], ziel)


def test_full_disk_leaves_no_half_file(ziel, monkeypatch):
    def voll(*_):
        raise OSError(28, "No space left on device")

    ziel.write_bytes(b"vorher")
    monkeypatch.setattr("antragsbuero.formats.safe_write.os.fsync", voll)
    with pytest.raises(Dateifehler, match="kein Platz"):
        schreibe_mit_beilagen(ANTRAG, [beilage(1, "Plan.pdf", plan())], ziel)
    assert ziel.read_bytes() == b"vorher"
    assert len(list(ziel.parent.iterdir())) == 1


def test_200_files(ziel):
    schreibe_mit_beilagen(
        ANTRAG, [beilage(n, f"{n}.pdf", plan(1, f"Blatt{n}")) for n in range(1, 201)], ziel
    )
    seiten = texte(ziel)
    assert len(seiten) == len(texte_von(pdf(ANTRAG))) + 200
    assert "Blatt200" in seiten[-1]


def texte_von(inhalt: bytes) -> list[str]:
    with pypdfium2.PdfDocument(inhalt) as offen:
        return [str(n) for n in range(len(offen))]


@pytest.mark.gruendlich
@pytest.mark.skipif(sys.platform != "linux", reason="misst wie unter Linux")
def test_memory_holds_the_files_once(ziel):
    """Ten files of 30 MB each: their bytes once, and one of them on its way."""
    programm = f"""
import resource, os, io, pikepdf
from pathlib import Path
from antragsbuero.dokument.beilage import Beilage
from antragsbuero.formats.pdf_merge import schreibe_mit_beilagen
from tests.formats.test_pdf_merge import ANTRAG
def gross():
    mit = pikepdf.new()
    seite = mit.add_blank_page()
    seite.obj.Contents = mit.make_stream(b'')
    seite.obj.Last = mit.make_stream(os.urandom(30_000_000))
    puffer = io.BytesIO(); mit.save(puffer, compress_streams=False); return puffer.getvalue()
vorher = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
alle = [Beilage(f'Anlage {{n}}', f'{{n}}.pdf', gross) for n in range(10)]
schreibe_mit_beilagen(ANTRAG, alle, Path({str(ziel)!r}))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - vorher)
"""
    lauf = subprocess.run(
        [sys.executable, "-c", programm], capture_output=True, text=True, check=True
    )
    assert ziel.stat().st_size > 300_000_000
    assert int(lauf.stdout) < 480_000, "Kilobyte mehr als vorher"
