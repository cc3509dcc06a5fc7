"""Writes a Nachricht as a draft that an e-mail program opens for sending."""

from __future__ import annotations

import mimetypes
import re
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path, PurePath

from antragsbuero.dokument.nachricht import Nachricht
from antragsbuero.formats.characters import CharacterLog
from antragsbuero.formats.safe_write import write_file

# Controls and line ends: in a header they would begin another one.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
# Without the tables of the system, which differ from one machine to the next.
_BUILT_IN = mimetypes.MimeTypes()
_UNKNOWN = "application/octet-stream"
_TYPES = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def schreibe_eml(nachricht: Nachricht, ziel: Path) -> list[str]:
    """Writes the draft safely and returns German hints.

    `X-Unsent: 1` makes Outlook open it as a new e-mail; other programs offer to edit it. The
    date and the number of a message are given by the program that sends it.

    Raises:
        Dateifehler: the target cannot be written; an old file stays whole.
    """
    log = CharacterLog()
    write_file(ziel, message(nachricht, log).as_bytes())
    return log.hints()


def message(nachricht: Nachricht, log: CharacterLog) -> EmailMessage:
    """The e-mail with its attachments."""
    mail = EmailMessage(policy=SMTP)
    mail["X-Unsent"] = "1"
    adressen = [_address(adresse) for adresse in nachricht.an]
    if adressen:
        mail["To"] = adressen
    mail["Subject"] = header_text(log.clean(nachricht.betreff))
    mail.set_content(log.clean(nachricht.text), charset="utf-8", cte="quoted-printable")
    for anhang in nachricht.anhaenge:
        name = header_text(log.clean(anhang.name)) or "Anlage"
        main, sub = _type(name).split("/", 1)
        mail.add_attachment(anhang.inhalt, maintype=main, subtype=sub, filename=name)
    return mail


def header_text(text: str) -> str:
    """One line without controls."""
    return " ".join(_CONTROL.sub(" ", text).split())


def _address(adresse: str) -> Address:
    """Raises ValueError for what is no address."""
    return Address(addr_spec=header_text(adresse))


def _type(name: str) -> str:
    ending = PurePath(name).suffix.lower()
    known = _TYPES.get(ending) or _BUILT_IN.guess_type("x" + ending)[0] or _UNKNOWN
    # Parts and messages inside a message must not be encoded: as plain bytes they may be.
    return _UNKNOWN if known.startswith(("message/", "multipart/", "text/")) else known
