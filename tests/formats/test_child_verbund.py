"""The child process that puts foreign files behind a paper: limits, cancel, honest words."""

from __future__ import annotations

import io
import sys
import threading
import zlib

import pikepdf
import pytest
from pikepdf import Array

from antragsbuero.dokument.abbruch import Abgebrochen, unterbrechbar
from antragsbuero.dokument.beilage import Beilage
from antragsbuero.dokument.fehler import Dateifehler
from antragsbuero.formats import child_start, child_verbund, pdf_fremd, pdf_verbund
from antragsbuero.formats.child_grenzen import Grenzen
from antragsbuero.formats.child_verbund import verbinde_im_kindprozess
from antragsbuero.formats.pdf_merge import schreibe_mit_beilagen
from tests.formats.papiere import pdf
from tests.formats.test_pdf_merge import ANTRAG, beilage, gesichert, plan


def roh(*objekte: bytes) -> bytes:
    """A PDF of these objects, the first its root; its table of places is left to be mended."""
    teile = [b"%PDF-1.7"]
    teile += [b"%d 0 obj\n%s\nendobj" % (n, o) for n, o in enumerate(objekte, 1)]
    ende = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n0\n%%%%EOF\n" % (len(objekte) + 1)
    return b"\n".join([*teile, ende])


def objektbombe(umfang: int) -> bytes:
    """The pages stand in an object stream that unpacks to `umfang` bytes."""
    gepackt = zlib.compress(b"10 0 " + b" " * umfang, 1)
    strom = b"<</Type/ObjStm/N 1/First 5/Filter/FlateDecode/Length %d>>stream\n%s\nendstream"
    kopf = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 10 0 R>>\nendobj\n"
    zweites = b"5 0 obj\n%s\nendobj\n" % (strom % (len(gepackt), gepackt))
    orte = {1: 9, 5: len(kopf), 6: len(kopf) + len(zweites)}
    tafel = b"".join(
        (2 if n == 10 else n in orte).to_bytes(1, "big")
        + (5 if n == 10 else orte.get(n, 0)).to_bytes(4, "big") + b"\0\0"
        for n in range(11)
    )  # fmt: skip
    verweise = b"6 0 obj\n<</Type/XRef/Size 11/W[1 4 2]/Root 1 0 R/Length %d>>stream\n%s\nendstream"
    ende = b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % orte[6]
    return kopf + zweites + verweise % (len(tafel), tafel) + ende


_WURZEL = b"<</Type/Catalog/Pages 2 0 R>>"
_SEITE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>"
BOMBEN = {
    "Kreis": roh(_WURZEL, b"<</Type/Pages/Kids[2 0 R]/Count 1>>"),
    "Kreis dahinter": roh(
        _WURZEL, b"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>", _SEITE,
        b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 1>>",
    ),
    "tief verschachtelt": roh(
        _WURZEL, b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/X " + b"[" * 200_000 + b"]" * 200_000 + b">>",
    ),
    "2 hoch 40 Seiten": roh(
        _WURZEL,
        *(b"<</Type/Pages/Kids[%d 0 R %d 0 R]/Count %d>>" % (n, n, 2 ** (43 - n))
          for n in range(3, 43)),
        _SEITE,
    ),
}  # fmt: skip


@pytest.fixture
def ziel(tmp_path):
    (tmp_path / "antrag.pdf").write_bytes(b"vorher")
    return tmp_path / "antrag.pdf"


def begrenze(monkeypatch, **werte):
    monkeypatch.setattr(child_verbund, "VERBUNDGRENZEN", Grenzen(**werte))


def gescheitert(ziel, *beilagen) -> str:
    with pytest.raises(Dateifehler) as fehler:
        schreibe_mit_beilagen(ANTRAG, beilagen, ziel)
    assert ziel.read_bytes() == b"vorher"
    assert [pfad.name for pfad in ziel.parent.iterdir()] == [ziel.name]
    return str(fehler.value)


@pytest.mark.parametrize("art", list(BOMBEN))
def test_bomb_is_refused_by_its_name(ziel, art):
    meldung = gescheitert(ziel, beilage(1, "Plan.pdf", plan()), beilage(2, "x.pdf", BOMBEN[art]))
    assert meldung.startswith("Anlage 2: x.pdf ")
    assert "Es wurde nichts geschrieben" in meldung


@pytest.mark.gruendlich
@pytest.mark.skipif(sys.platform != "linux", reason="die Grenze ist unter Linux genau")
def test_memory_is_limited(ziel, monkeypatch):
    begrenze(monkeypatch, speicher=350_000_000)
    meldung = gescheitert(ziel, beilage(1, "x.pdf", objektbombe(300_000_000)))
    assert meldung.startswith("Anlage 1: x.pdf ")


def test_time_is_limited_and_the_file_named(ziel, monkeypatch):
    begrenze(monkeypatch, sekunden=0.05)
    assert "Das Lesen dauerte zu lange" in gescheitert(ziel, beilage(1, "x.pdf", plan()))


def test_too_many_pages_are_refused(monkeypatch):
    monkeypatch.setattr(pdf_verbund, "MEISTE_SEITEN", 5)
    with pytest.raises(Dateifehler, match=r"Anlage 1: x\.pdf .* Seiten"):
        pdf_verbund.verbinde(pdf(ANTRAG), [beilage(1, "x.pdf", plan(5))], io.BytesIO())


@pytest.mark.parametrize("mehrfach", [False, True])
def test_page_that_unpacks_to_too_much_is_refused(monkeypatch, mehrfach):
    monkeypatch.setattr(pdf_fremd, "_GROESSTER_STROM", 500_000)
    inhalt = zlib.compress(b"0 0 m " * 100_000, 9)
    packung = b"/FlateDecode"
    if mehrfach:
        inhalt, packung = zlib.compress(inhalt, 1), b"[/FlateDecode/FlateDecode]"
    strom = b"<</Filter%s/Length %d>>stream\n%s\nendstream" % (packung, len(inhalt), inhalt)
    seite = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>"
    datei = roh(_WURZEL, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", seite, strom)
    with pytest.raises(Dateifehler, match=r"Anlage 1: x\.pdf .* entpackt zu groß"):
        pdf_verbund.verbinde(pdf(ANTRAG), [beilage(1, "x.pdf", datei)], io.BytesIO())


def test_who_stops_it_ends_the_child_at_once(ziel):
    """Thousands of files are asked for, and after the first nobody wants them any more."""
    halt, gelesen = threading.Event(), []

    def lies() -> bytes:
        halt.set()
        gelesen.append(1)
        return plan()

    with pytest.raises(Abgebrochen), unterbrechbar(halt.is_set):
        schreibe_mit_beilagen(
            ANTRAG, [Beilage(f"Anlage {n}", "x.pdf", lies) for n in range(3_000)], ziel
        )
    assert len(gelesen) < 3_000
    assert ziel.read_bytes() == b"vorher"
    assert len(list(ziel.parent.iterdir())) == 1


@pytest.mark.parametrize(
    ("antwort", "wort"),
    [
        ("exit 3", "brach ab"),
        ("printf Q", "brach ab"),
        (r"printf 'D\377\377\377\377\377\377\377\377'", "brach ab"),
        (r"printf 'M\0\0\0\0\0\0\0\0'; cat > /dev/null", "zu viel Arbeitsspeicher"),
        (r"printf 'H\0\0\0\0\0\0\0\004[1,}'", "brach ab"),
        (r"while :; do printf 'D\0\0\0\0\0\0\0\001x'; done", "dauerte zu lange|zu große Datei"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="die Attrappe ist ein Skript der Shell")
def test_child_that_went_mad_does_no_harm(ziel, monkeypatch, tmp_path_factory, antwort, wort):
    attrappe = tmp_path_factory.mktemp("attrappe") / "programm"
    attrappe.write_text(f"#!/bin/sh\n{antwort}\n")
    attrappe.chmod(0o755)
    monkeypatch.setattr(child_start, "programm", lambda: [str(attrappe)])
    monkeypatch.setattr(child_verbund, "_FREI", 2_000)
    with pytest.raises(Dateifehler, match=wort):
        verbinde_im_kindprozess(b"", [beilage(1, "x.pdf", b"")], io.BytesIO())
    assert ziel.read_bytes() == b"vorher"


def test_program_that_cannot_start_again_says_so(ziel, monkeypatch):
    monkeypatch.setattr(child_start, "programm", lambda: [str(ziel.parent / "fehlt")])
    meldung = gescheitert(ziel, beilage(1, "x.pdf", plan()))
    assert "zweites Mal starten" in meldung


def test_all_that_went_in_comes_out_in_pieces(tmp_path):
    """More than one piece on the way out, and a stream that does not get smaller."""
    mit = pikepdf.open(io.BytesIO(plan()))
    inhalt = b"".join(n.to_bytes(4, "big") for n in range(800_000))
    mit.pages[0].obj.Last = Array([mit.make_stream(inhalt)])
    ziel = tmp_path / "a.pdf"
    schreibe_mit_beilagen(
        ANTRAG, [beilage(1, "x.pdf", gesichert(mit, compress_streams=False))], ziel
    )
    with pikepdf.open(ziel) as fertig:
        assert fertig.pages[-1].obj.Last[0].read_bytes() == inhalt
