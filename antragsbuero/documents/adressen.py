"""Finds addresses of the web and of mail in wording, in one pass over the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

_ANFANG = re.compile(r"(?<![^\W_])(?:https?://|mailto:|www\.)(?=\w)", re.IGNORECASE)
_ZEICHEN = re.compile(r"[^\s<>\"„“”«»‚‘’\\^`{|}\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")
_LAENGSTE = 2_000
_SCHLUSS = ".,;:!?'…–—*_"
"""Signs that end the sentence, not the address."""
_KLAMMERN = {")": "(", "]": "["}
_RECHNER = re.compile(r"[a-z0-9.-]+(?::[0-9]{1,5})?", re.ASCII | re.IGNORECASE)
_POST = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?:\?[!-~]+)?", re.ASCII)
_ERLAUBT = "!#$%&'()*+,-./:;=?@[]_~"
"""What may stand in an address beside letters and digits."""


class Adresse(NamedTuple):
    """An address from `von` up to `bis` in the text; `verweis` is what it leads to."""

    von: int
    bis: int
    verweis: str


def adressen(text: str) -> Iterator[Adresse]:
    """The addresses of a text, from left to right: http, https and mailto, nothing else.

    One that names a user before the host is none: it pretends to lead elsewhere.
    """
    ort = 0
    while fund := _ANFANG.search(text, ort):
        ganz = _ZEICHEN.match(text, fund.start())
        ort = ganz.end() if ganz else fund.end()
        if ort - fund.start() > _LAENGSTE:
            continue
        worte = _ohne_satzzeichen(text[fund.start() : ort])
        if verweis := _verweis(worte, fund.group().lower()):
            yield Adresse(fund.start(), fund.start() + len(worte), verweis)


def _ohne_satzzeichen(worte: str) -> str:
    """Without the signs of the sentence around it; brackets that close what it opened stay."""
    while worte:
        letztes = worte[-1]
        offen = _KLAMMERN.get(letztes)
        if letztes in _SCHLUSS or (offen and worte.count(offen) < worte.count(letztes)):
            worte = worte[:-1]
        else:
            break
    return worte


def _verweis(worte: str, anfang: str) -> str:
    """The address in the letters that files may hold; "" for none."""
    rest = worte if anfang == "www." else worte[len(anfang) :]
    if anfang == "mailto:":
        return anfang + rest if _POST.fullmatch(rest) else ""
    rechner = re.split("[/?#]", rest, maxsplit=1)[0]
    pfad = rest[len(rechner) :]
    if not rechner.isascii():
        try:
            rechner = rechner.encode("idna").decode("ascii")
        except UnicodeError:
            return ""
    if not _RECHNER.fullmatch(rechner) or "." not in rechner.strip("."):
        return ""
    schema = "https://" if anfang == "www." else anfang
    return schema + rechner + quote(pfad, safe=_ERLAUBT)
