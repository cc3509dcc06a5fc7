"""Small builders for WordprocessingML: elements, runs, fields, in the order the schema wants."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NSMAP = {"w": W, "r": R}
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BREAKS = re.compile("([\t\n])")


_T = f"{{{W}}}t"


@cache
def w(name: str) -> str:
    """The qualified name of a tag or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


def child(parent: etree._Element, tag: str, /, **attributes: str | int) -> etree._Element:
    """Appends an element; attributes are of WordprocessingML too."""
    return etree.SubElement(
        parent, w(tag), {w(key): str(value) for key, value in attributes.items()}
    )


def detached(tag: str, /, **attributes: str | int) -> etree._Element:
    """An element without a parent."""
    return etree.Element(
        w(tag), {w(key): str(value) for key, value in attributes.items()}, nsmap=_NSMAP
    )


def from_xml(inner: str) -> list[etree._Element]:
    """The elements of a piece of WordprocessingML written by the program itself."""
    root = etree.fromstring(f'<root xmlns:w="{W}" xmlns:r="{R}">{inner}</root>')
    return list(root)


def refill(root: etree._Element, parts: Iterable[etree._Element]) -> None:
    """Replaces all children of an element."""
    for old in list(root):
        root.remove(old)
    root.extend(list(parts))


def add_text(run: etree._Element, text: str) -> None:
    """Puts text into a run, tabs and line ends as the elements Word wants."""
    if "\t" not in text and "\n" not in text:
        if text:
            _add_plain(run, text)
        return
    for piece in _BREAKS.split(text):
        if piece == "\t":
            child(run, "tab")
        elif piece == "\n":
            child(run, "br")
        elif piece:
            _add_plain(run, piece)


def _add_plain(run: etree._Element, text: str) -> None:
    element = etree.SubElement(run, _T)
    element.text = text
    if text[:1].isspace() or text[-1:].isspace():
        element.set(XML_SPACE, "preserve")


def add_field(paragraph: etree._Element, code: str, shown: str) -> None:
    """Appends a field that Word computes, as PAGE; `shown` stands until it does."""
    for kind in ("begin", None, "separate", "", "end"):
        run = child(paragraph, "r")
        if kind is None:
            instruction = child(run, "instrText")
            instruction.text = f" {code} "
            instruction.set(XML_SPACE, "preserve")
        elif kind:
            child(run, "fldChar", fldCharType=kind)
        else:
            add_text(run, shown)


def twips(millimetres: float) -> int:
    """Twentieths of a point."""
    return round(millimetres / 25.4 * 1440)
