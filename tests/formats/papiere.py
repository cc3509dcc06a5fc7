"""Documents that ask everything of the writers, and independent readers of what they wrote."""

from __future__ import annotations

import io
import re
import unicodedata

import docx
import pikepdf
import pypdfium2
from docx.oxml.ns import qn

from antragsbuero.dokument.dokument import (
    Bild,
    Dokument,
    Liste,
    Listenpunkt,
    Marke,
    Tabelle,
    Textabsatz,
    Textlauf,
    Textrolle,
    Ueberschrift,
    Zelle,
    textabsatz,
)
from antragsbuero.formats.characters import CharacterLog
from antragsbuero.formats.docx_writer import docx_bytes
from antragsbuero.formats.pdf_writer import pdf_bytes
from tests.formats.bilder import GUTE

FEINDLICH = (
    "<b>fett</b> und <GmbH> & Söhne",
    '<img src="/etc/hostname"/> <a href="file:///etc/passwd">x</a> <para>',
    "\\textbf{x} &amp; &#65; ]]> <!-- --> %1 %s {0} \\n",
    "🦄 😀 👩\u200d💻 ẞ ☒ ☐ \uf0b7 e\u0301",
    "Donau\u00addampf\u200bschiff\ufe0f",
    "x" * 5_000,
    "Rad- und Fußweg-Netz – 2020/2021",
    "  vorn   und mitten   ",
)


def punkt(zeichen, *texte, punkte=()):
    return Listenpunkt(zeichen, tuple(textabsatz(text) for text in texte), tuple(punkte))


def zelle(*texte, **mehr):
    return Zelle(tuple(textabsatz(text) for text in texte), **mehr)


VERSCHACHTELT = Liste(
    (
        punkt("1.", "eins"),
        punkt("2.", "zwei", "zweiter Absatz", punkte=(punkt("a)", "A"), punkt("b)", "B"))),
        punkt(
            "3.", "drei", punkte=(punkt("a)", "A", punkte=(punkt("i.", "r"), punkt("ii.", "r"))),)
        ),
        punkt("5.", "Lücke"),
        punkt("Neuer BP 7:", "neu"),
        punkt("8.", "acht", punkte=(punkt("8.1", "x", punkte=(punkt("8.1.1", "y"),)),)),
        punkt("", "ohne Nummer"),
        punkt("9.", punkte=(punkt("c)", "beginnt bei c"), punkt("d)", "weiter"))),
        punkt("10.", "zehn", punkte=(punkt("a)", "wieder a"),)),
        punkt("•", "Strich"),
        punkt("–", "anderer Strich"),
        punkt("%1", "Prozent"),
    )
)
ALLES = Dokument(
    "Prüfpapier <b>",
    (
        Ueberschrift(1, "Prüfpapier & mehr", anker="oben"),
        Textabsatz((Textlauf("Nummer:\t"), Textlauf("X-1", fett=True)), Textrolle.KOPFZEILE),
        textabsatz("Nach dem Kopf."),
        Ueberschrift(3, "Überspringt eine Stufe"),
        VERSCHACHTELT,
        Liste((punkt("1.", "neu von eins"), punkt("2.", "zwei"))),
        Textabsatz(
            (
                Textlauf("kursiv ", kursiv=True),
                Textlauf("unter", unterstrichen=True),
                Textlauf("weg", marke=Marke.GESTRICHEN),
                Textlauf("neu", fett=True, marke=Marke.EINGEFUEGT),
                Textlauf(" bewegt", marke=Marke.VERSCHOBEN),
                Textlauf(" außen", verweis="https://example.org/?a=1&b=2"),
                Textlauf(" innen", verweis="#oben"),
                Textlauf(" nirgends", verweis="#fehlt"),
                Textlauf(" nie", verweis="file:///etc/passwd"),
            )
        ),
        textabsatz("Ein Zitat.", Textrolle.ZITAT),
        Textabsatz((Textlauf("Frist", marke=Marke.FRIST),), marke=Marke.FRIST),
        Ueberschrift(2, "Tabelle"),
        textabsatz("Kleingedrucktes", Textrolle.HINWEIS),
        Tabelle(
            (
                (zelle("Pkt.", zeilen=2), zelle("Fassungen", spalten=2)),
                (zelle("Alt"), zelle("Neu")),
            ),
            (
                (zelle("1", kopf=True), zelle("a", "b", zeilen=2), zelle("c")),
                (zelle("2", kopf=True), zelle("ohne Entsprechung", marke=Marke.LEISE)),
                (zelle("3", kopf=True), zelle("", marke=Marke.EINGEFUEGT), zelle("d")),
                (zelle("4", kopf=True), zelle("breit", spalten=9)),
                (zelle("5", kopf=True),),
            ),
            (1, 4, 4),
            "Prüftabelle",
        ),
        Ueberschrift(2, "Feindliches"),
        *(textabsatz(text) for text in FEINDLICH),
        Liste(tuple(punkt("•", text) for text in FEINDLICH), nummeriert=False),
        Tabelle((), tuple((zelle(text), zelle("y")) for text in FEINDLICH), (1, 1), ""),
        textabsatz("Mit freundlichen Grüßen", Textrolle.UNTERSCHRIFT),
        Bild(GUTE["png-durchsichtig"], "Lageplan <b>\x07", 60),
        Bild(GUTE["jpeg-cmyk"], ""),
    ),
    kopfzeile=("Fraktion Lindenblatt\nMarkt 3", "nichtöffentlich"),
    fusszeile="Prüfpapier",
    verfasser="Fraktion <Lindenblatt> & Co",
    entwurf=True,
    logo=Bild(GUTE["png-palette"], "Zeichen der Fraktion"),
)


def pdf(dokument):
    return pdf_bytes(dokument, CharacterLog())


def word(dokument):
    return docx.Document(io.BytesIO(docx_bytes(dokument, CharacterLog())))


def dicht(text):
    """Text without any white space, composed: what a reader must give back to the letter."""
    return "".join(unicodedata.normalize("NFC", text).split())


def texte(dokument):
    """All texts of a document in reading order."""
    for block in dokument.bloecke:
        if isinstance(block, Ueberschrift | Textabsatz):
            yield block.text
        elif isinstance(block, Liste):
            yield from _listentexte(block.punkte)
        elif isinstance(block, Tabelle):
            yield from _tabellentexte(block)


def _tabellentexte(tabelle):
    for zeile in (*tabelle.kopf, *tabelle.zeilen):
        for feld in zeile:
            yield from (absatz.text for absatz in feld.absaetze)


def _listentexte(punkte):
    for eintrag in punkte:
        yield eintrag.zeichen
        for absatz in eintrag.absaetze:
            yield from _tabellentexte(absatz) if isinstance(absatz, Tabelle) else (absatz.text,)
        yield from _listentexte(eintrag.punkte)


def pdf_text(inhalt):
    """The pages as pypdfium2 reads them."""
    return [seite.get_textpage().get_text_range() for seite in pypdfium2.PdfDocument(inhalt)]


def word_texte(paket):
    """Paragraphs of a Word file with the numbers that Word shows."""
    zaehler = Zaehler(paket)
    for absatz in paket.element.body.iter(qn("w:p")):
        stuecke = [zaehler.nummer(absatz)]
        stuecke += [
            element.text if element.tag == qn("w:t") else " "
            for element in absatz.iter(qn("w:t"), qn("w:tab"), qn("w:br"))
        ]
        yield "".join(stuecke)


class Zaehler:
    """Counts numbered paragraphs as Word does, from the numbering part alone."""

    def __init__(self, paket):
        wurzel = paket.part.numbering_part.element
        self._ebenen = {
            a.get(qn("w:abstractNumId")): {
                int(e.get(qn("w:ilvl"))): e for e in a.findall(qn("w:lvl"))
            }
            for a in wurzel.findall(qn("w:abstractNum"))
        }
        self._listen = {}
        for num in wurzel.findall(qn("w:num")):
            beginn = {
                int(o.get(qn("w:ilvl"))): int(o.find(qn("w:startOverride")).get(qn("w:val")))
                for o in num.findall(qn("w:lvlOverride"))
            }
            ziel = num.find(qn("w:abstractNumId")).get(qn("w:val"))
            self._listen[num.get(qn("w:numId"))] = (ziel, beginn)
        self._stand = {}
        self._begonnen = set()

    def nummer(self, absatz):
        verweis = absatz.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if verweis is None:
            return ""
        liste = verweis.find(qn("w:numId")).get(qn("w:val"))
        tiefe = int(verweis.find(qn("w:ilvl")).get(qn("w:val")))
        definition, beginn = self._listen[liste]
        ebenen = self._ebenen[definition]
        stand = self._stand.setdefault(definition, {})
        if (liste, tiefe) not in self._begonnen and tiefe in beginn:
            stand[tiefe] = beginn[tiefe]
        else:
            stand[tiefe] = stand.get(tiefe, int(self._wert(ebenen[tiefe], "start")) - 1) + 1
        self._begonnen.add((liste, tiefe))
        for tiefer in [t for t in stand if t > tiefe]:
            del stand[tiefer]
        for hoeher in range(tiefe):
            stand.setdefault(hoeher, beginn.get(hoeher, 1))
        text = self._wert(ebenen[tiefe], "lvlText")
        if self._wert(ebenen[tiefe], "numFmt") == "bullet":
            return text
        return re.sub(
            r"%(\d)",
            lambda m: _gezaehlt(stand[int(m[1]) - 1], self._wert(ebenen[int(m[1]) - 1], "numFmt")),
            text,
        )

    @staticmethod
    def _wert(ebene, name):
        return ebene.find(qn(f"w:{name}")).get(qn("w:val"))


def _gezaehlt(zahl, art):
    formen = {
        "decimal": str,
        "lowerLetter": lambda n: chr(96 + (n - 1) % 26 + 1) * ((n - 1) // 26 + 1),
        "upperLetter": lambda n: chr(64 + (n - 1) % 26 + 1) * ((n - 1) // 26 + 1),
        "lowerRoman": lambda n: _roemisch(n).lower(),
        "upperRoman": _roemisch,
    }
    return formen[art](zahl)


def _roemisch(zahl):
    werte = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
    zeichen = ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I")
    ergebnis = ""
    for wert, buchstaben in zip(werte, zeichen, strict=True):
        anzahl, zahl = divmod(zahl, wert)
        ergebnis += buchstaben * anzahl
    return ergebnis


def baum(inhalt):
    """The structure tree of a PDF as indented lines with the text of each marked piece."""
    with pikepdf.open(io.BytesIO(inhalt)) as datei:
        seiten = {seite.obj.objgen: _stuecke(seite) for seite in datei.pages}
        return list(_zweige(datei.Root.StructTreeRoot.K, seiten, None, 0))


def _zweige(knoten, seiten, seite, tiefe):
    if isinstance(knoten, int):
        yield "  " * tiefe + repr(seiten[seite.objgen].get(knoten, ""))
    elif isinstance(knoten, pikepdf.Array):
        for kind in knoten:
            yield from _zweige(kind, seiten, seite, tiefe)
    elif knoten.get("/Type") == "/MCR":
        yield "  " * tiefe + repr(seiten[knoten.Pg.objgen].get(int(knoten.MCID), ""))
    elif knoten.get("/Type") == "/OBJR":
        ziel = knoten.Obj.A.URI if "/A" in knoten.Obj else "Dest"
        yield "  " * tiefe + f"-> {ziel}"
    else:
        angaben = knoten.get("/A", {})
        worte = [f"{k[1:]}={_wert(v)}" for k, v in angaben.items() if k != "/O"] if angaben else []
        worte += [f"Alt={knoten.Alt!s}"] if "/Alt" in knoten else []
        yield "  " * tiefe + " ".join([str(knoten.S)[1:], *worte])
        if "/K" in knoten:
            yield from _zweige(knoten.K, seiten, knoten.get("/Pg"), tiefe + 1)


def _wert(angabe):
    return list(map(float, angabe)) if isinstance(angabe, pikepdf.Array) else str(angabe)


def _stuecke(seite):
    """Text by MCID, read through the fonts' maps to characters."""
    karten = {
        name: {
            int(code, 16): bytes.fromhex(zeichen).decode("utf-16-be")
            for code, zeichen in re.findall(
                r"<([0-9A-F]{2})> <([0-9A-F]{4,})>",
                schrift.ToUnicode.read_bytes().decode("latin-1"),
            )
        }
        for name, schrift in seite.Resources.Font.items()
        if "/ToUnicode" in schrift
    }
    ergebnis, offen, karte = {}, [], {}
    for operanden, operator in pikepdf.parse_content_stream(seite):
        match str(operator):
            case "BDC":
                angaben = operanden[1]
                offen.append(angaben.get("/MCID") if "/MCID" in angaben else None)
            case "BMC":
                offen.append(None)
            case "EMC":
                offen.pop()
            case "Tf":
                karte = karten.get(str(operanden[0]), {})
            case "Tj":
                ort = next((n for n in reversed(offen) if n is not None), None)
                if ort is not None:
                    text = "".join(karte.get(code, "?") for code in bytes(operanden[0]))
                    ergebnis[int(ort)] = ergebnis.get(int(ort), "") + text
    return ergebnis
