"""The proof: every kind of paper with every text, through the service, before every checker."""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import docx
import page
import pikepdf
import pytest
from lxml import etree

from antragsbuero.dokument.dokument import Bild, Tabelle
from antragsbuero.formats.characters import CharacterLog
from antragsbuero.formats.look import head_right
from tests.formats.beweispapiere import schreibe_alle
from tests.formats.papiere import baum, dicht, pdf_text, texte, word_texte
from tests.formats.pruefprogramme import libreoffice_texte, open_xml_sdk, verapdf

pytestmark = pytest.mark.gruendlich
_VON_RECHTS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+")
_UNGELESEN = re.compile(
    "[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\x7f-\x9f"
    "\u0300-\u036f\U000f0000-\U0010fffd]"
)
"""What programs that read a page leave out: characters without a picture, or above another."""
_AUFZAEHLUNG = str.maketrans("", "", "•◦▪–-")
"""LibreOffice names bullets by their depth when it writes plain text."""


@pytest.fixture(scope="module")
def prueflinge(tmp_path_factory):
    return list(schreibe_alle(tmp_path_factory.mktemp("beweis")))


def mit_endung(prueflinge, endung):
    auswahl = [p for p in prueflinge if p.datei.suffix == endung]
    assert auswahl
    return auswahl


def archivfeste(prueflinge):
    return [p for p in mit_endung(prueflinge, ".pdf") if p.archivfest]


def gesagt(papier):
    """The words of the paper as a file carries them, to the letter."""
    return gleichgesetzt("".join(texte(papier.dokument)))


def unter_dem_kopf(papier):
    """Without what a Briefkopf shows by itself; pictures have no words."""
    dokument = papier.dokument
    rumpf = [b for b in dokument.bloecke[dokument.rumpf :] if not isinstance(b, Bild)]
    return gleichgesetzt("".join(texte(replace(dokument, bloecke=tuple(rumpf)))))


def gleichgesetzt(text):
    """Without white space and byte order marks, which no paper keeps.

    Letters of a word from right to left in one order, for the PDF shows them as the eye does.
    """
    gereinigt = dicht(CharacterLog().clean(text)).replace("\ufeff", "")
    return _VON_RECHTS.sub(lambda fund: "".join(sorted(fund[0])), gereinigt)


def unterschied(name, soll, ist):
    """Nothing for equal texts, else the place where they part."""
    if soll == ist:
        return []
    ort = next((n for n, (a, b) in enumerate(zip(soll, ist, strict=False)) if a != b), -1)
    ort = ort if ort >= 0 else min(len(soll), len(ist))
    von = max(0, ort - 20)
    return [f"{name} bei {ort}: soll {soll[von : ort + 30]!a}, ist {ist[von : ort + 30]!a}"]


def test_page_validation_finds_nothing(prueflinge):
    fehler = []
    for pruefling in archivfeste(prueflinge):
        for profil in ("ua1", "2a"):
            ergebnis = page.validate_pdf(str(pruefling.datei), profile=profil)
            if ergebnis.failures or not ergebnis.is_compliant:
                fehler.append((pruefling.name, profil, [str(f) for f in ergebnis.failures][:5]))
    assert not fehler, "\n".join(map(str, fehler))


def test_verapdf_finds_nothing(prueflinge):
    assert verapdf([p.datei for p in archivfeste(prueflinge)]) == []


def test_every_font_is_embedded(prueflinge):
    fehler = []
    for pruefling in archivfeste(prueflinge):
        with pikepdf.open(pruefling.datei) as datei:
            schriften = [s for seite in datei.pages for s in _schriften(seite)]
            nackt = {str(s.BaseFont) for s in schriften if "/FontFile2" not in s.FontDescriptor}
        if nackt or not schriften:
            fehler.append((pruefling.name, nackt))
    assert not fehler, "\n".join(map(str, fehler))


def test_what_holds_foreign_pages_does_not_call_itself_archivable(prueflinge):
    fremd = [p for p in mit_endung(prueflinge, ".pdf") if not p.archivfest]
    assert fremd
    for pruefling in fremd:
        with pikepdf.open(pruefling.datei) as datei, datei.open_metadata() as angaben:
            assert "pdfaid:part" not in angaben
            assert "pdfuaid:part" not in angaben
            assert len(datei.pages) > 2


def _schriften(seite):
    """A page with a picture only has none."""
    return seite.Resources.get("/Font", pikepdf.Dictionary()).values()


def test_structure_of_pdf_carries_every_word_in_order(prueflinge):
    fehler = []
    for pruefling in mit_endung(prueflinge, ".pdf"):
        if pruefling.worte:
            zeilen = (z.strip() for z in baum(pruefling.datei.read_bytes()))
            ist = "".join(eval(z) for z in zeilen if z[0] in "'\"")
            fehler += unterschied(pruefling.name, gesagt(pruefling.papier), gleichgesetzt(ist))
    assert not fehler, "\n".join(map(str, fehler))


def test_pages_read_in_order_and_end_with_head_and_foot(prueflinge):
    fehler = []
    for pruefling in mit_endung(prueflinge, ".pdf"):
        if not pruefling.worte:
            continue
        dokument = pruefling.papier.dokument
        soll, ist = (_UNGELESEN.sub("", t) for t in (gesagt(pruefling.papier), _seiten(pruefling)))
        if any(isinstance(block, Tabelle) for block in dokument.bloecke):
            # a row over two pages is read page by page, and its head is on both
            titel = gleichgesetzt(dokument.bloecke[0].text)
            assert ist.startswith(_UNGELESEN.sub("", titel))
            if fehlend := Counter(soll) - Counter(ist):
                fehler.append(f"{pruefling.name}: es fehlt {dict(fehlend)!a}")
        else:
            fehler += unterschied(pruefling.name, soll, ist)
    assert not fehler, "\n".join(map(str, fehler))


def _seiten(pruefling):
    """The words of all pages without heads and feet, which must end them."""
    dokument = pruefling.papier.dokument
    seiten = pdf_text(pruefling.datei)
    ergebnis = []
    for nr, seite in enumerate(seiten, 1):
        rand = "".join((dokument.kopfzeile[0], head_right(dokument), dokument.fusszeile))
        rand = gleichgesetzt(f"{rand}Seite{nr}von{len(seiten)}")
        text = gleichgesetzt(seite.replace("\ufffe", ""))
        assert text.endswith(rand), (pruefling.name, nr, ascii(text[-300:]), ascii(rand))
        ergebnis.append(text.removesuffix(rand))
    return "".join(ergebnis)


def test_open_xml_sdk_finds_nothing(prueflinge):
    assert open_xml_sdk([p.datei for p in mit_endung(prueflinge, ".docx")]) == []


def test_word_files_carry_every_word_and_number_in_order(prueflinge):
    fehler = []
    for pruefling in mit_endung(prueflinge, ".docx"):
        if pruefling.worte:
            paket = docx.Document(io.BytesIO(pruefling.datei.read_bytes()))
            ist = gleichgesetzt("".join(word_texte(paket)))
            fehler += unterschied(pruefling.name, gesagt(pruefling.papier), ist)
    assert not fehler, "\n".join(map(str, fehler))


def test_libreoffice_shows_every_word_and_number_in_order(prueflinge, tmp_path):
    word = mit_endung(prueflinge, ".docx")
    gelesen = libreoffice_texte([p.datei for p in word], tmp_path)
    fehler = [f"{p.name}: nicht gelesen" for p in word if p.name not in gelesen]
    for pruefling in word:
        if pruefling.worte and pruefling.name in gelesen:
            soll, ist = gesagt(pruefling.papier), gleichgesetzt(gelesen[pruefling.name])
            soll, ist = (text.translate(_AUFZAEHLUNG) for text in (soll, ist))
            fehler += unterschied(pruefling.name, soll, ist)
        elif pruefling.im_briefkopf and pruefling.name in gelesen:
            soll, ist = unter_dem_kopf(pruefling.papier), gleichgesetzt(gelesen[pruefling.name])
            if soll.translate(_AUFZAEHLUNG) not in ist.translate(_AUFZAEHLUNG):
                fehler.append(f"{pruefling.name}: der Text steht nicht im Briefkopf")
    assert not fehler, "\n".join(map(str, fehler))


class _Waage(HTMLParser):
    """Reads strictly: whatever is opened is closed in order."""

    LEER = frozenset({"br", "meta", "hr", "col"})

    def __init__(self):
        super().__init__()
        self.offen, self.fehler, self.lader = [], [], []

    def handle_starttag(self, tag, attrs):
        if tag in ("script", "img", "link", "iframe", "object", "embed", "base", "form"):
            self.lader.append(tag)
        self.lader += [n for n, wert in attrs if n == "src" or n.startswith("on")]
        self.lader += [wert for n, wert in attrs if n == "style" and "url" in (wert or "")]
        if tag not in self.LEER:
            self.offen.append(tag)

    def handle_endtag(self, tag):
        if not self.offen or self.offen.pop() != tag:
            self.fehler.append(tag)


def test_web_pages_are_well_formed_and_load_nothing(prueflinge):
    for pruefling in mit_endung(prueflinge, ".html"):
        quelle = pruefling.datei.read_text(encoding="utf-8")
        waage = _Waage()
        waage.feed(quelle)
        assert (waage.offen, waage.fehler, waage.lader) == ([], [], []), pruefling.name
        assert "url(" not in quelle.partition("</style>")[0]
        assert "@import" not in quelle.partition("</style>")[0]
        leser = etree.HTMLParser(encoding="utf-8")
        seite = etree.fromstring(quelle.encode(), leser)
        # the parser of lxml does not know the newer names of HTML
        echte = [f for f in leser.error_log if not re.fullmatch(r"Tag \w+ invalid", f.message)]
        assert [str(f) for f in echte] == [], pruefling.name
        ist = gleichgesetzt("".join(_mit_nummern(seite.find("body"))))
        # hints stand aside, so the words are all there, but not in the order of the paper
        soll = Counter(gesagt(pruefling.papier))
        assert soll - Counter(ist) == Counter(), pruefling.name
        assert all(gleichgesetzt(text) in ist for text in texte(pruefling.papier.dokument))


def _mit_nummern(element):
    """The texts of a page with the labels that a browser puts before entries."""
    if element.tag == "li" and element.getparent().get("class") != "worte":
        yield f"{element.get('value')}." if element.getparent().tag == "ol" else "•"
    yield element.text or ""
    for kind in element:
        yield from _mit_nummern(kind)
        yield kind.tail or ""
