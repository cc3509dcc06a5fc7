"""Drafts of e-mails, read back by the standard library."""

from __future__ import annotations

from email import message_from_bytes
from email.errors import HeaderParseError
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antragsbuero.dokument.nachricht import Anhang, Nachricht
from antragsbuero.formats.characters import CharacterLog
from antragsbuero.formats.eml_writer import message, schreibe_eml


def gelesen(nachricht: Nachricht) -> EmailMessage:
    roh = message(nachricht, CharacterLog()).as_bytes()
    mail = message_from_bytes(roh, policy=default)
    assert isinstance(mail, EmailMessage)
    return mail


def test_a_draft_goes_to_the_council_with_its_files(tmp_path: Path) -> None:
    ziel = tmp_path / "Entwurf.eml"
    anhaenge = (
        Anhang("VII-A-00829 Straßenbäume für Böhlitz.pdf", b"%PDF-1.7"),
        Anhang("VII-A-00829 Straßenbäume für Böhlitz.docx", b"PK\x03\x04"),
        Anhang("Lageplan Größe „M“.tif", b"\x00\xff"),
    )
    nachricht = Nachricht(("rat@muster.example",), "Antrag VII-A-00829: Bäume", "Grüße\n", anhaenge)
    assert schreibe_eml(nachricht, ziel) == []
    roh = ziel.read_bytes()
    assert roh.isascii()
    assert b"filename*=utf-8''" in roh
    mail = message_from_bytes(roh, policy=default)
    assert mail["X-Unsent"] == "1"
    assert mail["To"] == "rat@muster.example"
    assert mail["Subject"] == "Antrag VII-A-00829: Bäume"
    assert mail.get_body().get_content().splitlines() == ["Grüße"]
    assert [(t.get_filename(), t.get_content()) for t in mail.iter_attachments()] == [
        (a.name, a.inhalt) for a in anhaenge
    ]
    assert [t.get_content_type() for t in mail.iter_attachments()][:2] == [
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ]
    assert not {"Message-ID", "Date", "From", "User-Agent", "X-Mailer"} & set(mail.keys())


@pytest.mark.parametrize("ende", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\x0b", "\0"])
def test_a_hostile_betreff_stays_one_line(ende: str) -> None:
    boese = f"Antrag{ende}Bcc: fremd@boese.example{ende}{ende}<html>"
    mail = gelesen(Nachricht((), boese, "Text", (Anhang(f"a{ende}b.pdf", b""),)))
    assert mail["Bcc"] is None
    assert mail["Subject"].startswith("Antrag")
    assert "Bcc: fremd@boese.example" in mail["Subject"]
    assert set(mail.keys()) == {"X-Unsent", "Subject", "MIME-Version", "Content-Type"}
    (anhang,) = mail.iter_attachments()
    assert "\n" not in anhang.get_filename()


def test_an_address_with_a_line_end_is_refused() -> None:
    for adresse in ("a@b.example\nBcc: c@d.example", "kein Postfach", "a@b, c@d"):
        with pytest.raises((ValueError, HeaderParseError)):
            message(Nachricht((adresse,), "", ""), CharacterLog())


@given(st.text(max_size=300), st.text(max_size=300), st.text(max_size=80))
def test_any_text_can_be_read_back(betreff: str, text: str, name: str) -> None:
    mail = gelesen(Nachricht(("a@b.example",), betreff, text, (Anhang(name, b"x"),)))
    assert mail["To"] == "a@b.example"
    assert [t.get_content() for t in mail.iter_attachments()] == [b"x"]
    assert set(mail.keys()) == {"X-Unsent", "To", "Subject", "MIME-Version", "Content-Type"}


def test_a_message_as_attachment_is_plain_bytes() -> None:
    inhalt = b"From: x\n\nHallo"
    mail = gelesen(Nachricht((), "", "", (Anhang("alt.eml", inhalt), Anhang("n.txt", b"\xe4"))))
    assert [t.get_content() for t in mail.iter_attachments()] == [inhalt, b"\xe4"]
