"""Rows of the comparison for the clipboard: plain text and HTML with their marks; no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from antragsbuero.ui.vergleich.zellen import Stueck, Stueckart, ZellenRow

Zeile = tuple[str, Sequence[ZellenRow]]
"""The name of a row and its cells."""


def als_text(titel: Sequence[str], zeilen: Sequence[Zeile]) -> str:
    """Plain text: struck words in [-…-], new ones in {+…+}."""
    absaetze = []
    for name, zellen in zeilen:
        absaetze.append(name)
        for kopf, zelle in zip(titel, zellen, strict=True):
            wort = f" ({zelle.wort})" if zelle.wort else ""
            absaetze.append(f"{kopf}{wort}: {_text(zelle)}")
            absaetze += [f"  {h.kopf}: {h.text}" for h in zelle.hinweise]
        absaetze.append("")
    return "\n".join(absaetze).rstrip("\n")


def als_html(titel: Sequence[str], zeilen: Sequence[Zeile]) -> str:
    """A table that Word and Outlook take over with underline and strike."""
    kopf = "".join(f"<th align='left'>{escape(t)}</th>" for t in ("Punkt", *titel))
    koerper = "".join(
        f"<tr valign='top'><td><b>{escape(name)}</b></td>{''.join(map(_zelle, zellen))}</tr>"
        for name, zellen in zeilen
    )
    return f"<table border='1' cellspacing='0' cellpadding='4'><tr>{kopf}</tr>{koerper}</table>"


def _text(zelle: ZellenRow) -> str:
    if zelle.leer:
        return "ohne Entsprechung"
    punkte = ("".join(map(_marke, punkt)) for punkt in zelle.punkte)
    return " / ".join(
        f"{nummer} {text}".strip() for nummer, text in zip(zelle.nummern, punkte, strict=True)
    )


def _marke(stueck: Stueck) -> str:
    match stueck.art:
        case Stueckart.WEG:
            return f"[-{stueck.text}-]"
        case Stueckart.NEU:
            return f"{{+{stueck.text}+}}"
        case _:
            return stueck.text


def _zelle(zelle: ZellenRow) -> str:
    if zelle.leer:
        return "<td><i>ohne Entsprechung</i></td>"
    absaetze = [f"<i>{escape(zelle.wort)}</i>"] if zelle.wort else []
    for nummer, punkt in zip(zelle.nummern, zelle.punkte, strict=True):
        text = "".join(map(_html, punkt))
        absaetze.append(f"<b>{escape(nummer)}</b> {text}" if nummer else text)
    absaetze += [escape(v.text) for v in zelle.verweise]
    absaetze += [f"<b>{escape(h.kopf)}:</b> {escape(h.text)}" for h in zelle.hinweise]
    return f"<td>{'<br>'.join(absaetze)}</td>"


def _html(stueck: Stueck) -> str:
    text = escape(stueck.text).replace("\n", "<br>")
    match stueck.art:
        case Stueckart.WEG:
            return f"<s>{text}</s>"
        case Stueckart.NEU:
            return f"<u>{text}</u>"
        case _:
            return text
