"""Briefköpfe that cannot be used are refused before anything of them is opened, in German."""

from __future__ import annotations

import io
import zipfile

import pytest

from antragsbuero.dokument.dokument import Dokument, textabsatz
from antragsbuero.dokument.fehler import Dateifehler
from antragsbuero.formats.docx_briefkopf_muster import ARTEN
from antragsbuero.formats.docx_briefkopf_pruefung import pruefe_briefkopf
from tests.formats.briefkoepfe import DOKUMENT, fuelle, lies, mit_teilen, wurzel, zeilen

ARTENLISTE = "[Content_Types].xml"
GUT = lies("antrag")
PAPIER = Dokument("Titel", (textabsatz("Text."),))


def zip_aus(**teile: str) -> bytes:
    ziel = io.BytesIO()
    with zipfile.ZipFile(ziel, "w", zipfile.ZIP_DEFLATED) as paket:
        for name, text in teile.items():
            paket.writestr(name, text)
    return ziel.getvalue()


def anders(alt: str, neu: str, name: str = DOKUMENT) -> bytes:
    return mit_teilen(GUT, {name: lambda text: text.replace(alt, neu)})


ABGELEHNT = {
    "kein Archiv": (b"Hallo", "keine Word-Datei"),
    "leer": (b"", "keine Word-Datei"),
    "altes Word": (b"\xd0\xcf\x11\xe0" + bytes(600), "ältere Word-Datei"),
    "fremdes Archiv": (zip_aus(mimetype="application/vnd.oasis.opendocument.text"), "keine Word"),
    "Makros nach Art": (anders("document.main", "macroEnabled.main", ARTENLISTE), "Makros"),
    "Makros als Teil": (mit_teilen(GUT, {"word/vbaProject.bin": b"x"}), "Makros"),
    "Bombe": (mit_teilen(GUT, {"word/x.bin": bytes(40_000_000)}), "zu groß"),
    "viele Teile": (mit_teilen(GUT, {f"word/{n}.bin": b"x" for n in range(2_001)}), "zu groß"),
    "DOCTYPE": (mit_teilen(GUT, {DOKUMENT: lambda t: f"<!DOCTYPE x>{t}"}), "DOCTYPE"),
    "DOCTYPE in UTF-16": (
        mit_teilen(GUT, {"word/header1.xml": "<!doctype x><x/>".encode("utf-16")}),
        "DOCTYPE",
    ),
    "kein XML": (mit_teilen(GUT, {DOKUMENT: b"<w:document"}), "beschädigt"),
    "abgeschnitten": (GUT[:3000], "keine Word-Datei"),
    "Teil anderer Art": (anders("wordprocessingml.settings+", "x.settings+", ARTENLISTE), "besch"),
    "ohne Abschnitt": (anders("<w:sectPr", "<w:nichts"), "beschädigt"),
}


@pytest.mark.parametrize("name", ABGELEHNT)
def test_what_is_no_word_file_or_could_harm_is_refused(name):
    inhalt, wort = ABGELEHNT[name]
    (fehler,) = pruefe_briefkopf(inhalt).fehler
    assert wort in fehler
    with pytest.raises(Dateifehler, match=wort):
        fuelle(PAPIER, inhalt)


@pytest.mark.parametrize("art", ARTEN)
def test_the_shipped_ones_are_without_a_finding(art):
    befund = pruefe_briefkopf(lies(art), ("ab.rumpf", "ab.titel"))
    assert befund.fehler == befund.hinweise == ()


def test_missing_and_doubled_controls_are_named():
    ohne = anders("ab.rumpf", "rumpf")
    assert pruefe_briefkopf(ohne).fehler == ("Das Steuerelement „ab.rumpf“ fehlt.",)
    with pytest.raises(Dateifehler, match=r"ab\.rumpf"):
        fuelle(PAPIER, ohne)
    doppelt = anders("ab.nummer", "ab.datum")
    assert pruefe_briefkopf(doppelt).fehler == (
        "Das Steuerelement „ab.datum“ steht im Text 2-mal, nicht einmal.",
    )


def test_the_same_control_in_head_and_text_is_no_fault():
    beides = anders("ab.vermerk", "ab.nummer", "word/header1.xml")
    assert pruefe_briefkopf(beides).fehler == ()


def test_the_text_has_its_place_in_the_body_alone():
    oben = anders("ab.vermerk", "ab.rumpf", "word/header1.xml")
    assert any("Kopf- oder Fußzeile" in f for f in pruefe_briefkopf(oben).fehler)
    mitten = anders("ab.rumpf", "fremd")
    mitten = mit_teilen(mitten, {DOKUMENT: lambda t: t.replace("ab.zu", "ab.rumpf")})
    assert any("zwischen anderem Text" in f for f in pruefe_briefkopf(mitten).fehler)


def test_unknown_controls_and_missing_styles_are_hints_only():
    fremd = mit_teilen(
        anders("ab.zu", "ab.zzz"),
        {"word/styles.xml": lambda t: t.replace('w:styleId="Listenpunkt"', 'w:styleId="L2"')},
    )
    befund = pruefe_briefkopf(fremd, bekannt=("ab.titel", "ab.rumpf", "ab.nummer"))
    assert befund.fehler == ()
    assert any("ab.zzz" in hinweis for hinweis in befund.hinweise)
    assert any("Listenpunkt" in hinweis for hinweis in befund.hinweise)


def test_a_word_template_without_macros_is_taken_like_a_document():
    dotx = anders("document.main+xml", "template.main+xml", ARTENLISTE)
    assert pruefe_briefkopf(dotx).fehler == ()
    assert "Text." in zeilen(wurzel(fuelle(PAPIER, dotx)))
