"""The outline of files in few lines: what a person reads to see how a paper is built."""

from __future__ import annotations

from docx.oxml.ns import qn

from tests.formats.papiere import Zaehler, baum

_LAENGE = 46


def _kurz(text):
    text = " ".join(text.split())
    return text if len(text) <= _LAENGE else text[:_LAENGE].rstrip() + " …"


def pdf_gliederung(inhalt):
    """The structure tree, the text of an element behind its name."""
    zeilen = []
    for zeile in baum(inhalt):
        stamm = zeile.lstrip()
        if stamm[0] in "'\"":
            zeilen[-1] += f" {_kurz(eval(stamm))!r}"
        else:
            zeilen.append(zeile if len(zeile) < 100 else zeile[:100].rstrip() + " …")
    return zeilen


def word_gliederung(paket):
    """Paragraphs and tables of document.xml by style, with the numbers that Word shows."""
    return list(_elemente(paket.element.body, Zaehler(paket), 0))


def _elemente(eltern, zaehler, tiefe):
    einzug = "  " * tiefe
    for element in eltern:
        if element.tag == qn("w:p"):
            yield einzug + _absatz(element, zaehler)
        elif element.tag == qn("w:tbl"):
            spalten = len(element.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}"))
            yield f"{einzug}Tabelle, {spalten} Spalten"
            for zeile in element.findall(qn("w:tr")):
                kopf = zeile.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
                yield f"{einzug}  {'Kopfzeile' if kopf else 'Zeile'}"
                for zelle in zeile.findall(qn("w:tc")):
                    yield f"{einzug}    Zelle"
                    yield from _elemente(zelle, zaehler, tiefe + 3)


def _absatz(element, zaehler):
    vorlage = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    name = vorlage.get(qn("w:val")) if vorlage is not None else "Normal"
    nummer = zaehler.nummer(element)
    text = "".join(
        t.text or "" if t.tag == qn("w:t") else " " for t in element.iter(qn("w:t"), qn("w:tab"))
    )
    laeufe = {s.get(qn("w:val")) for s in element.iter(qn("w:rStyle"))}
    marken = f" [{', '.join(sorted(laeufe))}]" if laeufe else ""
    return f"{name}{marken}{f' ({nummer})' if nummer else ''} {_kurz(text)!r}"
