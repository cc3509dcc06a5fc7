"""Turns the bytes of a text file into characters, whatever program wrote them."""

from __future__ import annotations

import codecs

from antragsbuero.dokument.fehler import Dateifehler

TEXTGRENZE = 5_000_000
"""Bytes of plain text. Long minutes of a council have 0.2 MB; more is a wrong file."""

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PROBE = 4_096
_ERLAUBTE_STEUERZEICHEN = frozenset(b"\t\n\r\x0b\x0c\x1b\x1c\x1d\x1e\x1f\x07\x08")


def pruefe_groesse(inhalt: bytes, name: str, grenze: int = TEXTGRENZE) -> None:
    """Refuses empty files and those of more than `grenze` bytes. Raises Dateifehler."""
    if not inhalt.strip():
        raise Dateifehler(
            f"Die Datei „{name}“ ist leer. Es wurde nichts übernommen. "
            "Bitte die Seite noch einmal speichern und den Import wiederholen."
        )
    if len(inhalt) > grenze:
        raise Dateifehler(
            f"Die Datei „{name}“ ist mit {-(-len(inhalt) // 1_000_000)} MB zu groß; gelesen "
            f"werden Dateien dieser Art bis {grenze // 1_000_000} MB. Es wurde nichts "
            "übernommen. Bitte nur die Seite des Vorgangs speichern oder den Text aufteilen."
        )


def dekodiere(
    inhalt: bytes, name: str, *, angabe: str | None = None, grenze: int = TEXTGRENZE
) -> str:
    """The characters of a text file.

    `angabe` is the encoding the file itself names, `grenze` the largest size in bytes.

    Tries the byte order mark, UTF-16 without one, UTF-8, the named encoding and at last
    cp1252. Raises Dateifehler for empty, oversized and binary files.
    """
    pruefe_groesse(inhalt, name, grenze)
    for bom, kodierung in _BOMS:
        if inhalt.startswith(bom):
            return _nicht_leer(_streng(inhalt[len(bom) :], kodierung, name), name)
    breit = _utf16_ohne_bom(inhalt[:_PROBE])
    if breit is not None:
        return _nicht_leer(_streng(inhalt, breit, name), name)
    if _ist_binaer(inhalt[:_PROBE]) or b"\x00" in inhalt:
        raise _binaer(name)
    try:
        return _nicht_leer(inhalt.decode("utf-8"), name)
    except UnicodeDecodeError:
        return _nicht_leer(_acht_bit(inhalt, angabe), name)


def _acht_bit(inhalt: bytes, angabe: str | None) -> str:
    """Text in the named encoding, else in cp1252 (a superset of Latin-1 as offices write it)."""
    for kodierung in (angabe, "cp1252"):
        try:
            if kodierung is not None:
                return inhalt.decode(kodierung)
        except (LookupError, UnicodeError):
            continue
    return inhalt.decode("latin-1")


def _streng(inhalt: bytes, kodierung: str, name: str) -> str:
    try:
        return inhalt.decode(kodierung)
    except UnicodeDecodeError:
        raise _binaer(name) from None


def _utf16_ohne_bom(probe: bytes) -> str | None:
    """UTF-16 shows by zero bytes in every second place, as German text is mostly ASCII."""
    paare = len(probe) // 2
    if paare < 4 or len(probe) % 2:
        return None
    gerade, ungerade = probe[0::2].count(0), probe[1::2].count(0)
    if ungerade > 0.6 * paare and gerade < 0.05 * paare:
        return "utf-16-le"
    if gerade > 0.6 * paare and ungerade < 0.05 * paare:
        return "utf-16-be"
    return None


def _ist_binaer(probe: bytes) -> bool:
    fremd = sum(1 for byte in probe if byte < 32 and byte not in _ERLAUBTE_STEUERZEICHEN)
    return fremd > max(8, len(probe) // 50) or probe.startswith((b"%PDF-", b"PK\x03\x04"))


def _nicht_leer(text: str, name: str) -> str:
    if not text.strip():
        raise Dateifehler(
            f"Die Datei „{name}“ enthält keinen Text. Es wurde nichts übernommen. "
            "Bitte die Seite noch einmal speichern und den Import wiederholen."
        )
    return text


def _binaer(name: str) -> Dateifehler:
    return Dateifehler(
        f"Die Datei „{name}“ ist keine Textdatei. Es wurde nichts übernommen. Bitte die Seite "
        "im Browser als Text oder HTML speichern und diese Datei importieren."
    )
