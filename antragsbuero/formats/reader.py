"""Chooses the reader of a file by its content, then by its ending."""

from __future__ import annotations

import re

from antragsbuero.dokument.dokument import Dokument
from antragsbuero.dokument.fehler import Dateifehler
from antragsbuero.formats.html_reader import lies_html
from antragsbuero.formats.text_reader import lies_text

_HTML_ENDUNGEN = (".html", ".htm", ".xhtml")
_HTML_ANFANG = re.compile(
    r"(?:\s|<!--.{0,2000}?-->|<\?xml[^>]{0,200}>)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_FREMDE: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "eine PDF-Datei"),
    (b"PK\x03\x04", "eine Word-, OpenDocument- oder ZIP-Datei"),
    (b"\xd0\xcf\x11\xe0", "eine ältere Office-Datei"),
    (b"{\\rtf", "eine RTF-Datei"),
    (b"\x89PNG", "ein Bild"),
    (b"\xff\xd8\xff", "ein Bild"),
    (b"GIF8", "ein Bild"),
)


def lies(inhalt: bytes, name: str) -> Dokument:
    """The neutral text of a saved or pasted page. Raises Dateifehler with a German message."""
    for anfang, was in _FREMDE:
        if inhalt.startswith(anfang):
            raise Dateifehler(
                f"„{name}“ ist {was}; gelesen werden Text und HTML. Es wurde nichts übernommen. "
                "Bitte den Text öffnen, kopieren und als Textdatei speichern."
            )
    if name.lower().endswith(_HTML_ENDUNGEN) or _sieht_nach_html_aus(inhalt):
        return lies_html(inhalt, name)
    return lies_text(inhalt, name)


def _sieht_nach_html_aus(inhalt: bytes) -> bool:
    probe = inhalt[:4096].replace(b"\x00", b"").decode("latin-1")
    return _HTML_ANFANG.match(probe.lstrip("ÿþï»¿")) is not None
