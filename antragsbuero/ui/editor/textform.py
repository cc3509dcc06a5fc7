"""Rows of the draft as paragraphs of Qt and back; identity and level live in their formats."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from antragsbuero.domain.absatz import Absatzart, Auszeichnung, Auszeichnungsart
from antragsbuero.ui.editor.rows import Abschnitt, Zeile
from antragsbuero.ui.shared.theme import schrift
from antragsbuero.ui.shared.zeichenort import qt_ort

_EIGEN = QTextFormat.Property.UserProperty.value
ABSCHNITT, EBENE, FOLGE, ART, KENNUNG, HERKUNFT = (_EIGEN + n for n in range(1, 7))
EINZUG = 30
"""Pixels from one level to the next, and from a number to its words."""
TITELHOEHE = 30
"""Room above the first row of a part for its title."""
_BETREFFPUNKTE = 12.5
_ARTEN = tuple(Absatzart)


def bloecke(dokument: QTextDocument) -> Iterator[QTextBlock]:
    """All paragraphs in their order."""
    block = dokument.begin()
    while block.isValid():
        yield block
        block = block.next()


def abschnitt(block: QTextBlock) -> Abschnitt:
    """The part a paragraph belongs to."""
    return Abschnitt(block.blockFormat().intProperty(ABSCHNITT))


def ebene(block: QTextBlock) -> int:
    """The level of a point's paragraph."""
    return block.blockFormat().intProperty(EBENE)


def ist_folge(block: QTextBlock) -> bool:
    """Whether it is a further paragraph of the point above."""
    return block.blockFormat().boolProperty(FOLGE)


def absatzform(zeile: Zeile, *, erste: bool) -> QTextBlockFormat:
    """The format of a row; the first row of a part leaves room for the title."""
    form = QTextBlockFormat()
    form.setProperty(ABSCHNITT, int(zeile.abschnitt))
    form.setProperty(EBENE, zeile.ebene)
    form.setProperty(FOLGE, zeile.folge)
    form.setProperty(ART, _ARTEN.index(zeile.art))
    form.setProperty(KENNUNG, zeile.kennung)
    form.setProperty(HERKUNFT, zeile.herkunft)
    form.setLineHeight(140, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    form.setBottomMargin(7)
    form.setTopMargin(TITELHOEHE if erste else 0)
    links = 0
    if zeile.abschnitt is Abschnitt.PUNKTE:
        links = EINZUG * (zeile.ebene + 1)
    if zeile.art in (Absatzart.ZITAT, Absatzart.AUFZAEHLUNG):
        links += 18
    form.setLeftMargin(links)
    return form


def zeichenform(abschnitt: Abschnitt) -> QTextCharFormat:
    """The plain format of words in a part."""
    form = QTextCharFormat()
    if abschnitt is Abschnitt.BETREFF:
        form.setFont(schrift(_BETREFFPUNKTE, QFont.Weight.DemiBold))
    return form


def zeile_von(block: QTextBlock) -> Zeile:
    """The row of a paragraph."""
    form = block.blockFormat()
    teil = Abschnitt(form.intProperty(ABSCHNITT))
    roh = block.text()
    text = roh.replace("\u2028", "\n")
    return Zeile(
        abschnitt=teil,
        text=text,
        ebene=form.intProperty(EBENE),
        folge=form.boolProperty(FOLGE),
        art=_ARTEN[form.intProperty(ART)],
        auszeichnungen=() if teil is Abschnitt.BETREFF else tuple(_auszeichnungen(block, text)),
        kennung=form.stringProperty(KENNUNG),
        herkunft=form.stringProperty(HERKUNFT),
    )


def _auszeichnungen(block: QTextBlock, text: str) -> Iterator[Auszeichnung]:
    """Emphasis of the words; neighbours of one kind are joined."""
    bereiche = [(b, arten) for b in block.textFormats() if (arten := set(_arten(b.format)))]
    if not bereiche:  # nearly every paragraph, and a draft may have thousands
        return
    offen: dict[Auszeichnungsart, tuple[int, int]] = {}
    fertig: list[Auszeichnung] = []
    ort = zeichenort(text)
    for bereich, arten in bereiche:
        von, bis = ort(bereich.start), ort(bereich.start + bereich.length)
        for art in Auszeichnungsart:
            if art in arten and von < bis:
                if art in offen and offen[art][1] == von:
                    offen[art] = (offen[art][0], bis)
                else:
                    if art in offen:
                        fertig.append(Auszeichnung(*offen[art], art))
                    offen[art] = (von, bis)
    fertig += [Auszeichnung(von, bis, art) for art, (von, bis) in offen.items()]
    yield from sorted(a for a in fertig if a.bis <= len(text))


def _arten(form: QTextCharFormat) -> Iterator[Auszeichnungsart]:
    if form.fontWeight() >= QFont.Weight.DemiBold:
        yield Auszeichnungsart.FETT
    if form.fontItalic():
        yield Auszeichnungsart.KURSIV
    if form.fontUnderline():
        yield Auszeichnungsart.UNTERSTRICHEN


def zeichenort(text: str) -> Callable[[int], int]:
    """From places in Qt (UTF-16) to places in Python; emoji take two there."""
    if not text or max(text) <= "\uffff":
        return lambda ort: ort
    orte: list[int] = []
    for k, zeichen in enumerate(text):
        orte += [k] * (2 if zeichen > "\uffff" else 1)
    orte.append(len(text))
    return lambda ort: orte[min(ort, len(orte) - 1)]


def schreibe(cursor: QTextCursor, zeile: Zeile) -> None:
    """Writes the words of a row with their emphasis where the cursor stands."""
    grund = zeichenform(zeile.abschnitt)
    anfang = cursor.position()
    cursor.insertText(zeile.text.replace("\n", "\u2028"), grund)
    ende = cursor.position()
    for auszeichnung in zeile.auszeichnungen:
        form = QTextCharFormat()
        match auszeichnung.art:
            case Auszeichnungsart.FETT:
                form.setFontWeight(QFont.Weight.Bold)
            case Auszeichnungsart.KURSIV:
                form.setFontItalic(True)
            case Auszeichnungsart.UNTERSTRICHEN:
                form.setFontUnderline(True)
        cursor.setPosition(anfang + qt_ort(zeile.text, auszeichnung.von))
        cursor.setPosition(
            anfang + qt_ort(zeile.text, auszeichnung.bis), QTextCursor.MoveMode.KeepAnchor
        )
        cursor.mergeCharFormat(form)
    cursor.setPosition(ende)


def schreibe_alle(cursor: QTextCursor, zeilen: Sequence[Zeile], *, davor: Abschnitt | None) -> None:
    """Writes rows, the first into the paragraph of the cursor; `davor` is the part above."""
    for nummer, zeile in enumerate(zeilen):
        form = absatzform(zeile, erste=zeile.abschnitt is not davor)
        if nummer:
            cursor.insertBlock(form, zeichenform(zeile.abschnitt))
        else:
            cursor.setBlockFormat(form)
            cursor.setBlockCharFormat(zeichenform(zeile.abschnitt))
        schreibe(cursor, zeile)
        davor = zeile.abschnitt
