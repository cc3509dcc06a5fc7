"""Sends pages to a printer as pictures, one after the other so that memory stays flat."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter

from antragsbuero.dokument.seiten import Seitenbild, Seitenmass
from antragsbuero.services.errors import Buerofehler
from antragsbuero.services.ports import Seiten
from antragsbuero.ui.shared.tasks import Lauf

AUFLOESUNG = 300
"""Dots an inch, or those of the printer if it has fewer."""
KEIN_DRUCKER = (
    "Auf diesem PC ist kein Drucker eingerichtet. Sie können das Papier als PDF speichern und an "
    "einem anderen Platz drucken."
)


@dataclass(frozen=True, slots=True)
class Druckauftrag:
    """Page numbers from 0 in the order of printing, as often as they are wanted."""

    nummern: tuple[int, ...]
    grau: bool


def auftrag(drucker: QPrinter, anzahl: int, hier: int, *, grau: bool) -> Druckauftrag:
    """What was chosen in the system's dialog for a paper of `anzahl` pages.

    Args:
        drucker: as the dialog left it; copies that it makes itself are not repeated here.
        anzahl: how many pages there are.
        hier: the page on screen, from 0.
        grau: whether the preview shows grey, which is then printed too.
    """
    nummern = _bereich(drucker, anzahl, hier)
    if drucker.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        nummern.reverse()
    kopien = 1 if drucker.supportsMultipleCopies() else max(1, drucker.copyCount())
    if drucker.collateCopies():
        folge = nummern * kopien
    else:
        folge = [nummer for nummer in nummern for _ in range(kopien)]
    return Druckauftrag(tuple(folge), grau or drucker.colorMode() == QPrinter.ColorMode.GrayScale)


def _bereich(drucker: QPrinter, anzahl: int, hier: int) -> list[int]:
    art = drucker.printRange()
    if art == QPrinter.PrintRange.CurrentPage:
        return [hier]
    bereiche = drucker.pageRanges()
    if art == QPrinter.PrintRange.PageRange and not bereiche.isEmpty():
        return [n for n in range(anzahl) if bereiche.contains(n + 1)]
    return list(range(anzahl))


def drucke(seiten: Seiten, drucker: QPrinter, was: Druckauftrag, lauf: Lauf) -> int:
    """Prints and returns the number of pages; on a thread that alone uses `drucker`.

    Raises:
        Buerofehler: the printer takes nothing, or a page cannot be drawn.
        Abgebrochen: a person stopped it.
    """
    if not was.nummern:
        raise Buerofehler("In diesem Bereich liegt keine Seite. Es wurde nichts gedruckt.")
    maler = QPainter()
    try:
        for k, nummer in enumerate(was.nummern):
            lauf.pruefe()
            lauf.fortschritt(k / len(was.nummern))
            mass = seiten.masse[nummer]
            _drehe(drucker, mass)
            if not (maler.begin(drucker) if k == 0 else drucker.newPage()):
                raise Buerofehler(_nimmt_nichts(drucker, k))
            _male(maler, drucker, seiten, nummer, grau=was.grau)
    except BaseException:
        drucker.abort()
        raise
    finally:
        if maler.isActive():
            maler.end()
    return len(was.nummern)


def _drehe(drucker: QPrinter, mass: Seitenmass) -> None:
    """Turns the paper; must be done before the page begins."""
    quer = QPageLayout.Orientation.Landscape
    drucker.setPageOrientation(quer if mass.quer else QPageLayout.Orientation.Portrait)


def _male(maler: QPainter, drucker: QPrinter, seiten: Seiten, nummer: int, *, grau: bool) -> None:
    """One page in the middle of what the printer can reach, whole and never enlarged."""
    mass = seiten.masse[nummer]
    punkt = drucker.resolution() / 72
    feld = drucker.pageRect(QPrinter.Unit.DevicePixel)
    kleiner = min(1.0, feld.width() / (mass.breite * punkt), feld.height() / (mass.hoehe * punkt))
    ziel = QRectF(0, 0, mass.breite * punkt * kleiner, mass.hoehe * punkt * kleiner)
    ziel.moveCenter(QPointF(feld.width() / 2, feld.height() / 2))
    dichte = min(AUFLOESUNG, drucker.resolution())
    bild = seiten.zeichne(nummer, dichte / 72 * kleiner, grau=grau)
    maler.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    maler.drawImage(ziel, als_qimage(bild))


def als_qimage(bild: Seitenbild) -> QImage:
    """The picture for Qt; it uses the bytes of `bild`, which must live as long."""
    art = QImage.Format.Format_Grayscale8 if bild.grau else QImage.Format.Format_RGB32
    return QImage(bild.daten, bild.breite, bild.hoehe, bild.zeilenlaenge, art)


def _nimmt_nichts(drucker: QPrinter, gedruckt: int) -> str:
    name = f"„{drucker.printerName()}“ " if drucker.printerName() else ""
    stand = f"{gedruckt} Seiten sind gedruckt." if gedruckt else "Es wurde nichts gedruckt."
    return (
        f"Der Drucker {name}nimmt nichts an. {stand} Sehen Sie nach, ob er eingeschaltet und "
        "verbunden ist, oder wählen Sie einen anderen."
    )
