"""Measures the writers: CPU time as ratios inside one run, memory of a child process.

Aims (tagged Synopse of 500 pages): at most 1.35 times a plain LongTable of the same rows,
growth exponent at most 1.15 from 100 to 1,000 pages, at most 250 MB; a Word table of 1,630
rows at most 3 times a bare lxml table; one point of 60 pages in linear time.
"""

from __future__ import annotations

import io
import math
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

import docx
from lxml import etree
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from antragsbuero.dokument.dokument import (
    Dokument,
    Liste,
    Listenpunkt,
    Marke,
    Tabelle,
    Textabsatz,
    Textlauf,
    Ueberschrift,
    Zelle,
    textabsatz,
)
from antragsbuero.formats.characters import CharacterLog
from antragsbuero.formats.docx_writer import docx_bytes
from antragsbuero.formats.docx_xml import w
from antragsbuero.formats.fonts import font
from antragsbuero.formats.pdf_writer import pdf_bytes

_SYLLABLES = (
    *("an", "be", "der", "ein", "für", "ge", "hal", "ist", "keit", "lich", "mit", "neu"),
    *("ord", "rat", "sta", "tag", "und", "ver", "wer", "zu"),
)
_ROWS_A_PAGE = 4.0


def _sentence(chance: random.Random, words: int) -> str:
    return " ".join(
        "".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(words)
    )


def _rows(count: int) -> list[list[list[Textlauf]]]:
    """Rows of three cells: two plain ones and one with marked words."""
    chance = random.Random(count)
    rows = []
    for _ in range(count):
        text = _sentence(chance, 45)
        half = len(text) // 2
        marked = [
            Textlauf(text[:half]),
            Textlauf("alte Worte", marke=Marke.GESTRICHEN),
            Textlauf(" neue Worte ", fett=True, marke=Marke.EINGEFUEGT),
            Textlauf(text[half:]),
        ]
        rows.append([[Textlauf(text)], [Textlauf(text)], marked])
    return rows


def _synopse(rows: list[list[list[Textlauf]]]) -> Dokument:
    zeilen = tuple(
        (
            Zelle((textabsatz(str(n)),), kopf=True),
            *(Zelle((textabsatz("= unverändert"), Textabsatz(tuple(cell)))) for cell in row),
        )
        for n, row in enumerate(rows, 1)
    )
    kopf = (tuple(Zelle((textabsatz(wort),)) for wort in ("Pkt.", "Alt", "Neu", "Beschluss")),)
    tabelle = Tabelle(kopf, zeilen, (11, 86, 86, 86), "Synopse")
    return Dokument("Synopse", (Ueberschrift(1, "Synopse"), tabelle), querformat=True)


def _long_table(rows: list[list[list[Textlauf]]]) -> bytes:
    """The same rows as a plain table of the library: untagged, one look a run."""
    regular, bold = font("LiberationSans-Regular").fontName, font("LiberationSans-Bold").fontName
    style = ParagraphStyle("t", fontName=regular, fontSize=8.7, leading=11.5)
    head = ParagraphStyle("h", style, fontName=bold)

    def cell(laeufe: list[Textlauf]) -> list[Paragraph]:
        text = ""
        for lauf in laeufe:
            piece = escape(lauf.text)
            if lauf.marke is Marke.EINGEFUEGT:
                piece = f'<font name="{bold}" color="#00583E"><u>{piece}</u></font>'
            elif lauf.marke is Marke.GESTRICHEN:
                piece = f'<font color="#97320F"><strike>{piece}</strike></font>'
            text += piece
        return [Paragraph("= unverändert", style), Paragraph(text, style)]

    data = [[Paragraph(w, head) for w in ("Pkt.", "Alt", "Neu", "Beschluss")]]
    data += [[Paragraph(str(n), head), *map(cell, row)] for n, row in enumerate(rows, 1)]
    mm = 72 / 25.4
    table = LongTable(data, colWidths=[11 * mm, 86 * mm, 86 * mm, 86 * mm], repeatRows=1)
    table.setStyle(
        [
            ("GRID", (0, 0), (-1, -1), 0.5, colors.grey),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("FONTNAME", (0, 0), (-1, -1), regular),
        ]
    )
    buffer = io.BytesIO()
    SimpleDocTemplate(
        buffer, pagesize=landscape(A4), leftMargin=14 * mm, rightMargin=14 * mm,
        topMargin=22 * mm, bottomMargin=18 * mm,
    ).build([table])  # fmt: skip
    return buffer.getvalue()


def _cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _bare_docx_table(rows: list[list[list[Textlauf]]]) -> bytes:
    """The same words in a table of paragraphs and runs, nothing else, packed as a file."""
    package = docx.Document()
    body = package.element.body
    table = etree.SubElement(body, w("tbl"))
    for n, row in enumerate(rows, 1):
        line = etree.SubElement(table, w("tr"))
        for cell in ([Textlauf(str(n))], *row):
            box = etree.SubElement(line, w("tc"))
            for laeufe in ([Textlauf("= unverändert")], cell):
                paragraph = etree.SubElement(box, w("p"))
                for lauf in laeufe:
                    run = etree.SubElement(paragraph, w("r"))
                    etree.SubElement(run, w("t")).text = lauf.text
    buffer = io.BytesIO()
    package.save(buffer)
    return buffer.getvalue()


def _long_point(words: int) -> Dokument:
    text = _sentence(random.Random(1), words)
    return Dokument("Punkt", (Liste((Listenpunkt("1.", (textabsatz(text),)),)),))


def _in_child(pages: int) -> None:
    """Writes one Synopse and prints the peak memory of this process in MB."""
    pdf_bytes(_synopse(_rows(round(pages * _ROWS_A_PAGE))), CharacterLog())
    status = Path("/proc/self/status").read_text(encoding="ascii")
    peak = int(status.partition("VmHWM:")[2].split()[0]) / 1024
    print(f"Spitze bei {pages} Seiten: {peak:.0f} MB (Ziel 250)")


def main() -> None:
    """Prints all ratios."""
    times = {}
    for pages in (10, 100, 500, 1000):
        rows = _rows(round(pages * _ROWS_A_PAGE))
        dokument = _synopse(rows)
        times[pages] = _cpu(lambda d=dokument: pdf_bytes(d, CharacterLog()))
        line = f"Synopse {pages} Seiten: {times[pages]:.2f} s"
        if pages in (100, 500):
            plain = _cpu(lambda r=rows: _long_table(r))
            line += f", LongTable {plain:.2f} s, Verhältnis {times[pages] / plain:.2f} (Ziel 1.35)"
        print(line)
    growth = math.log(times[1000] / times[100]) / math.log(10)
    print(f"Wachstum 100 bis 1.000 Seiten: n^{growth:.2f} (Ziel 1.15)")
    rows = _rows(1630)
    word = _cpu(lambda: docx_bytes(_synopse(rows), CharacterLog()))
    bare = _cpu(lambda: _bare_docx_table(rows))
    print(f"Word, 1.630 Zeilen: Verhältnis zur bloßen Tabelle {word / bare:.2f} (Ziel 3)")
    short, long = (
        _cpu(lambda n=n: pdf_bytes(_long_point(n), CharacterLog())) for n in (7_500, 30_000)
    )
    print(f"Ein Punkt von 15 und 60 Seiten: {short:.2f} und {long:.2f} s")
    for pages in (500,):
        subprocess.run([sys.executable, __file__, str(pages)], check=True)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _in_child(int(sys.argv[1]))
    else:
        main()
