"""Checks of the installed program: does everything that was delivered work on this PC?

Each check prints one line. Nothing of the user's data is touched: all happens in a folder of
its own that is removed afterwards.
"""

from __future__ import annotations

import os
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from antragsbuero.bootstrap import buero
from antragsbuero.resources import resource
from antragsbuero.services.exporte import neueste_eigene
from antragsbuero.services.registry import Buero
from antragsbuero.version import VERSION

_ORDNER = "Büro für Anträge"
"""With umlaut and blanks, as user names and network drives have them."""


class Pruefungsfehler(Exception):
    """A check failed; the message says what was found."""


def fuehre_aus() -> int:
    """Runs all checks; 0 when all passed, otherwise 1."""
    pruefungen = _pruefungen()
    fehler = 0
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as basis:
        ordner = Path(basis) / _ORDNER
        ordner.mkdir()
        for name, pruefung in pruefungen:
            try:
                _melde(f"in Ordnung  {name}: {pruefung(ordner)}")
            except Exception as grund:  # any fault is a finding, and the next check still runs
                fehler += 1
                _melde(f"FEHLER      {name}: {type(grund).__name__}: {grund}")
    if fehler:
        _melde(f"Selbsttest nicht bestanden: {fehler} von {len(pruefungen)} Prüfungen.")
    else:
        _melde(f"Selbsttest bestanden: {len(pruefungen)} Prüfungen, Antragsbüro {VERSION}.")
    return 1 if fehler else 0


def _pruefungen() -> tuple[tuple[str, Callable[[Path], str]], ...]:
    return (
        ("Datenbank und Umstellung", _datenbank),
        ("Word", _word),
        ("PDF mit Schriften", _pdf),
        ("Vorschau und Druck", _vorschau),
        ("Mitgelieferte Dateien", _dateien),
        ("Fenster und Bilder (Qt)", _qt),
        ("Deutsche Texte", _deutsch),
        ("Kindprozess für den Import", _kindprozess),
        ("Kindprozess für Anlagen", _verbund),
        ("Zeitzonen", _zeitzonen),
        ("Feiertage", _feiertage),
        ("Gemeinsame Datenbank (Treiber)", _treiber),
    )


def _melde(zeile: str) -> None:
    sys.stdout.write(f"{zeile}\n")
    sys.stdout.flush()


def _verlange(bedingung: object, sonst: str) -> None:
    if not bedingung:
        raise Pruefungsfehler(sonst)


@contextmanager
def _beispiel(ordner: Path, *, schreiben: bool = False) -> Iterator[Buero]:
    with buero(ordner / "daten", schreiben=schreiben) as offen:
        yield offen


def _datenbank(ordner: Path) -> str:
    with _beispiel(ordner, schreiben=True) as offen:
        vorgang = offen.services.beispiele.lade()
    with _beispiel(ordner) as offen:
        _verlange(offen.services.vorgaenge.get(vorgang.kennung) == vorgang, "Text verändert")
        befunde = offen.services.pflege.check()
        _verlange(not befunde, "; ".join(befunde))
        wort = vorgang.betreff.split()[0]
        _verlange(offen.services.suche.suche(wort).gesamt, "Volltextsuche findet nichts")
    return f"gespeichert, gelesen und durchsucht, {len(vorgang.fassungen)} Fassungen"


def _papier(ordner: Path, endung: str) -> Path:
    ziel = ordner / f"Antrag ü{endung}"
    with _beispiel(ordner) as offen:
        kennung = offen.services.beispiele.geladen()
        _verlange(kennung, "das Beispiel fehlt")
        vorgang = offen.services.vorgaenge.get(kennung or "")
        offen.services.exporte.fassung(vorgang, neueste_eigene(vorgang), ziel)
    return ziel


def _word(ordner: Path) -> str:
    datei = _papier(ordner, ".docx")
    with zipfile.ZipFile(datei) as archiv:
        _verlange(archiv.testzip() is None, "die Datei ist beschädigt")
        _verlange(b"<w:p" in archiv.read("word/document.xml"), "die Datei enthält keinen Text")
    return f"{datei.stat().st_size // 1000} kB geschrieben"


def _pdf(ordner: Path) -> str:
    import pikepdf  # only here: the program must start without it

    with pikepdf.open(_papier(ordner, ".pdf")) as pdf:
        eingebettet = sum(
            1
            for teil in pdf.objects
            if isinstance(teil, pikepdf.Dictionary) and "/FontFile2" in teil
        )
        _verlange(eingebettet, "keine Schrift eingebettet")
        return f"{len(pdf.pages)} Seiten, {eingebettet} Schriften eingebettet"


def _vorschau(ordner: Path) -> str:
    from PySide6.QtPrintSupport import QPrinter

    from antragsbuero.formats.pdf_seiten import oeffne_seiten

    _anwendung()
    seiten = oeffne_seiten(_papier(ordner, ".pdf").read_bytes())
    bild = seiten.zeichne(0, 1.0, grau=True)
    seiten.schliesse()
    _verlange(min(bild.daten) < 128 < max(bild.daten), "die gezeichnete Seite ist leer")
    probe = ordner / "Druck.pdf"
    drucker = QPrinter(QPrinter.PrinterMode.HighResolution)
    drucker.setOutputFileName(str(probe))
    _verlange(drucker.isValid(), "der Druck in eine Datei geht nicht")
    return f"{len(seiten.masse)} Seiten, gezeichnet mit {bild.breite} × {bild.hoehe} Punkten"


def _dateien(_: Path) -> str:
    gezaehlt = 0
    for ordner in ("app", "beispiel", "color", "fonts", "icons", "ratsprofile"):
        dateien = [datei for datei in resource(ordner).iterdir() if datei.is_file()]
        _verlange(dateien and all(datei.stat().st_size for datei in dateien), f"leer: {ordner}")
        gezaehlt += len(dateien)
    return f"{gezaehlt} Dateien"


@cache
def _anwendung() -> object:
    """The one application object of this process; drawn into memory, it opens no window."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from antragsbuero.ui.start import baue_app

    return baue_app([])


def _qt(_: Path) -> str:
    from PySide6.QtCore import QLibraryInfo, QPluginLoader, qVersion
    from PySide6.QtGui import QImageReader
    from PySide6.QtSvg import QSvgRenderer

    _anwendung()
    formate = {bytes(f.data()).decode() for f in QImageReader.supportedImageFormats()}
    _verlange({"svg", "png", "jpeg", "ico"} <= formate, f"nur {' '.join(sorted(formate))}")
    _verlange(QSvgRenderer(str(resource("app", "antragsbuero.svg"))).isValid(), "kein SVG")
    name = {"win32": "qwindows.dll", "darwin": "libqcocoa.dylib"}.get(sys.platform, "libqxcb.so")
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    lader = QPluginLoader(str(plugins / "platforms" / name))
    _verlange(lader.load(), lader.errorString())
    return f"Qt {qVersion()}, {name}"


def _deutsch(_: Path) -> str:
    from PySide6.QtCore import QCoreApplication

    import antragsbuero.ui.screens  # noqa: F401 - every screen must be delivered

    _anwendung()
    text = QCoreApplication.translate("QPlatformTheme", "Cancel")
    _verlange(text == "Abbrechen", f"„Cancel“ heißt „{text}“")
    return "Schaltflächen und Dialoge"


def _verbund(ordner: Path) -> str:
    from pypdfium2 import PdfDocument

    from antragsbuero.dokument.beilage import Beilage
    from antragsbuero.dokument.dokument import Dokument, textabsatz
    from antragsbuero.formats.pdf_merge import schreibe_mit_beilagen

    papier, fremd = Dokument("Verbund", (textabsatz("Eine Seite."),)), _papier(ordner, ".pdf")
    ziel = ordner / "verbund.pdf"
    schreibe_mit_beilagen(papier, [Beilage("Anlage 1", fremd.name, fremd.read_bytes)], ziel)
    with PdfDocument(ziel) as verbund, PdfDocument(fremd) as anlage:
        _verlange(len(verbund) == 1 + len(anlage), "in der Datei fehlen Seiten der Anlage")
        return f"{len(verbund)} Seiten im Kindprozess verbunden"


def _kindprozess(_: Path) -> str:
    from antragsbuero.dokument.fehler import Dateifehler
    from antragsbuero.formats.child import lies_im_kindprozess
    from antragsbuero.formats.child_grenzen import Grenzen
    from antragsbuero.formats.reader import lies

    inhalt = resource("beispiel", "schulstrassen.txt").read_bytes()
    gelesen = lies_im_kindprozess(inhalt, "Übung.txt")
    _verlange(gelesen == lies(inhalt, "Übung.txt"), "der Kindprozess liest anders")
    wirkt = {}
    for art, grenzen in (
        ("Zeit", Grenzen(sekunden=0.001)), ("Speicher", Grenzen(speicher=1_000_000))
    ):  # fmt: skip
        try:
            lies_im_kindprozess(b"a" * 4_000_000, "groß.txt", grenzen)
            wirkt[art] = False
        except Dateifehler:
            wirkt[art] = True
    _verlange(wirkt["Zeit"], "die Zeitgrenze wirkt nicht")
    _verlange(wirkt["Speicher"] or _in_wine(), "die Speichergrenze wirkt nicht")
    grenze = "Zeit und Speicher begrenzt" if wirkt["Speicher"] else "Speichergrenze fehlt in Wine"
    return f"{len(gelesen.bloecke)} Absätze gelesen, {grenze}"


def _in_wine() -> bool:
    """Whether this is Wine, whose job objects know no limit of memory."""
    if sys.platform != "win32":
        return False
    import ctypes

    return hasattr(ctypes.WinDLL("ntdll"), "wine_get_version")


def _zeitzonen(_: Path) -> str:
    sommer = datetime(2026, 7, 1, tzinfo=ZoneInfo("Europe/Berlin")).utcoffset()
    _verlange(sommer == timedelta(hours=2), f"Sommerzeit: {sommer}")
    return "Europe/Berlin mit Sommerzeit"


def _feiertage(_: Path) -> str:
    from antragsbuero.desktop.feiertage import feiertage

    tage = feiertage("SN", 2026)
    _verlange(len(tage) >= 11, f"Sachsen hat 2026 nur {len(tage)}")
    return f"Sachsen 2026: {len(tage)}"


def _treiber(_: Path) -> str:
    from psycopg import pq

    _verlange(pq.__impl__ == "binary", f"Treiber: {pq.__impl__}")
    return f"PostgreSQL, libpq {pq.version()}"
