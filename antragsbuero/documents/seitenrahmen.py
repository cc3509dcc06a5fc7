"""Furniture of pages: page numbers, stamps and the words of a web page around its text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from antragsbuero.documents.zeilen import Zeile

_SEITENZAHL = re.compile(
    r"(?:[-–—]\s?\d{1,4}\s?[-–—]"
    r"|-- \d{1,4} of \d{1,4} --"
    r"|\d{1,4}\s?/\s?\d{1,4}"
    r"|\d{1,4} von \d{1,4}(?: in Zusammenstellung)?"
    r"|(?:Seite|S\.)\s\d{1,4}(?:\s?(?:von|/)\s?\d{1,4})?"
    r"|\d{1,4} of \d{1,4})",
)
_STEMPEL = re.compile(
    r"(?:Gedruckt(?: auf(?: 100 Prozent Recyclingpapier)?)?|(?:auf )?100 Prozent Recyclingpapier"
    r"|Vorlage|\[?Seitenumbruch\]?)"
)
_NETZSEITE = re.compile(
    r"[«‹<←→»›>^↑|\s]{0,4}"
    r"(?:Zurück(?: (?:zur|zum|nach) [\wÄÖÜäöüß ]{2,30})?|Nach oben|Zum Seitenanfang"
    r"|Seitenanfang|Weiter|Weiterlesen|Mehr lesen|Vorheriger? (?:Beitrag|Artikel|Seite)"
    r"|Nächster? (?:Beitrag|Artikel|Seite)|Drucken|Seite drucken|Druckversion|Teilen"
    r"|Teilen auf .{2,30}|(?:Beitrag|Artikel|Seite) teilen|Impressum|Datenschutz(?:erklärung)?"
    r"|Kontakt|Startseite|Sitemap|Suche|Menü|Menü öffnen|Navigation|Newsletter|Login|Anmelden"
    r"|Zum Inhalt springen|Zum Hauptinhalt|Direkt zum Inhalt|Barrierefreiheit|Leichte Sprache"
    r"|Cookie-Einstellungen|Cookies? akzeptieren|Facebook|Twitter|Instagram|Mastodon|X|RSS"
    r"|©.{0,80}|Alle Rechte vorbehalten\.?|Diese Seite drucken|Schlagworte?:.{0,120})"
    r"[«‹<←→»›>^↑|\s]{0,4}",
)
_NUR_SCHMUCK = re.compile(r"[^\w\s]{3,}|[_=*–—-]{3,}")


def ist_seitenzahl(text: str) -> bool:
    """Whether the line is a page number or a printed stamp inside the text of a paper."""
    return bool(_SEITENZAHL.fullmatch(text) or _STEMPEL.fullmatch(text))


def ist_netzseite(text: str) -> bool:
    """Whether the line is a control of a web page."""
    return len(text) <= 140 and _NETZSEITE.fullmatch(text) is not None


def rahmenzeilen(zeilen: Sequence[Zeile]) -> frozenset[int]:
    """The indexes of lines that are furniture.

    After the first control at the end of a page, short lines without the end of a sentence
    are furniture too: names of menus, addresses.
    """
    rahmen = {
        nummer
        for nummer, zeile in enumerate(zeilen)
        if zeile.rahmen
        or (not zeile.zeichen and (ist_seitenzahl(zeile.text) or ist_netzseite(zeile.text)))
        or _NUR_SCHMUCK.fullmatch(zeile.text)
    }
    for nummer, zeile in enumerate(zeilen):
        if nummer in rahmen and ist_netzseite(zeile.text):
            schwanz = range(nummer + 1, len(zeilen))
            if all(n in rahmen or _ist_kurz(zeilen[n].text) for n in schwanz):
                rahmen.update(schwanz)
                break
    return frozenset(rahmen)


def _ist_kurz(text: str) -> bool:
    return len(text) <= 60 and not text.endswith((".", ":", ";", "?", "!"))
