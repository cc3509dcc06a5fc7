"""Puts foreign files behind a paper in a child process that may neither grow nor run for ever.

Both sides speak in turns, so neither waits for the other with a full pipe: the child asks for
one file after the other, reads it, and sends the finished PDF in pieces at the end. This side
never looks into a foreign file.
"""

from __future__ import annotations

import contextvars
import io
import json
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import IO, TYPE_CHECKING, BinaryIO, cast

from antragsbuero.dokument.abbruch import Abgebrochen, abbruch_gewollt
from antragsbuero.dokument.beilage import Beilage
from antragsbuero.dokument.fehler import Dateifehler
from antragsbuero.dokument.systemfehler import grund
from antragsbuero.formats.child_grenzen import Grenzen
from antragsbuero.formats.child_start import OHNE_FENSTER, VERBINDE, befehl, umgebung

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

VERBUNDGRENZEN = Grenzen(sekunden=60.0, speicher=2_000_000_000)
"""400 MB of files take 1.2 GB; the seconds are those that one file may take."""
_NAECHSTE, _STUECK, _ENDE, _ABGELEHNT, _VOLL = b"N", b"D", b"H", b"F", b"M"
"""What the child says: give me file n; a piece of the PDF; hints, done; refused; no memory."""
_GROESSTES_STUECK, _STUECKE = 64_000_000, 1_000_000
"""Bytes that this side takes at once, and those that the child gathers."""
_FREI = 64_000_000
"""Bytes that the finished file may be larger than three times all that went in."""
_TAKT = 0.1
_ZU_LANGE = "dauerte zu lange"
_ZU_GROSS = "brauchte zu viel Arbeitsspeicher"
_BRACH_AB = "brach ab, vermutlich aus Mangel an Arbeitsspeicher"


class _Ende(Exception):
    """The other side has gone."""


def verbinde_im_kindprozess(
    papier: bytes,
    beilagen: Sequence[Beilage],
    datei: BinaryIO,
    grenzen: Grenzen | None = None,
) -> list[str]:
    """Does what `pdf_verbund.verbinde` does and writes to `datei`; the hints come back.

    Raises:
        Dateifehler: a file is damaged, wants a password or more than the limits allow. What
            stands in `datei` then is worth nothing.
        Abgebrochen: nobody waits for it any more; the child ends at once.
        OSError: `datei` cannot be written.
    """
    grenzen = grenzen or VERBUNDGRENZEN
    with _gestartet(grenzen) as kind:
        # The question belongs to this thread, so the other one asks it in a copy of its context.
        abbruch = partial(contextvars.copy_context().run, abbruch_gewollt)
        waechter = _Waechter(kind, grenzen.sekunden, abbruch)
        gespraech = _Gespraech(kind, waechter, beilagen, datei)
        try:
            return gespraech.fuehre(papier)
        except _Ende as fehler:
            kind.kill()
            raise _geendet(waechter, gespraech.titel) from fehler
        finally:
            waechter.schliesse()
            kind.kill()
            _schliesse(kind)


def _gestartet(grenzen: Grenzen) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(  # noqa: S603 - our own program with a word and two numbers
            befehl(VERBINDE, grenzen), env=umgebung(), creationflags=OHNE_FENSTER,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
    except OSError as fehler:
        raise Dateifehler(
            "Die Anlagen lassen sich gerade nicht anhängen: Das Programm konnte sich dafür nicht "
            f"ein zweites Mal starten ({grund(fehler)}). Es wurde nichts geschrieben. Starten Sie "
            "Antragsbüro neu oder exportieren Sie ohne Anlagen."
        ) from fehler


def _schliesse(kind: subprocess.Popen[bytes]) -> None:
    """Lets go of the pipes; bytes that nobody takes any more are no fault."""
    for rohr in (kind.stdin, kind.stdout):
        try:
            if rohr is not None:
                rohr.close()
        except OSError:
            continue


def _geendet(waechter: _Waechter, titel: str) -> Dateifehler | Abgebrochen:
    if waechter.abgebrochen:
        return Abgebrochen()
    return _zu_viel(titel, _ZU_LANGE if waechter.zu_lange else _BRACH_AB)


def _zu_viel(titel: str, weshalb: str) -> Dateifehler:
    return Dateifehler(
        f"{titel} lässt sich nicht anhängen: Das Lesen {weshalb}. Es wurde nichts geschrieben. "
        "Öffnen Sie die Datei im Original, drucken Sie sie als neue PDF-Datei und fügen Sie diese "
        "hinzu, oder exportieren Sie ohne Anlagen."
    )


class _Waechter:
    """Ends the child when a person wants it, or when it has not said anything for too long."""

    def __init__(
        self, kind: subprocess.Popen[bytes], sekunden: float, abbruch: Callable[[], bool]
    ) -> None:
        self.abgebrochen = self.zu_lange = False
        self._kind, self._sekunden, self._abbruch = kind, sekunden, abbruch
        self._frist: float | None = None
        self._fertig = threading.Event()
        self._faden = threading.Thread(target=self._wache, daemon=True)
        self.warte()
        self._faden.start()

    def warte(self) -> None:
        """The child has the word: its time runs anew."""
        self._frist = time.monotonic() + self._sekunden

    def ruhe(self) -> None:
        """This side has the word: the child's time stands."""
        self._frist = None

    def schliesse(self) -> None:
        """Watches no longer."""
        self._fertig.set()
        self._faden.join()

    def _wache(self) -> None:
        while not self._fertig.wait(min(_TAKT, self._sekunden)):
            frist = self._frist
            self.abgebrochen = self._abbruch()
            self.zu_lange = frist is not None and time.monotonic() > frist
            if self.abgebrochen or self.zu_lange:
                self._kind.kill()
                return


class _Gespraech:
    """This side of the talk; `titel` names the file that the child works on."""

    def __init__(
        self,
        kind: subprocess.Popen[bytes],
        waechter: _Waechter,
        beilagen: Sequence[Beilage],
        datei: BinaryIO,
    ) -> None:
        if kind.stdin is None or kind.stdout is None:
            raise AssertionError("the child has no pipes")
        self.titel = "Eine der Anlagen"
        self._aus, self._ein = kind.stdin, kind.stdout
        self._waechter, self._beilagen, self._datei = waechter, beilagen, datei
        self._erlaubt = _FREI

    def fuehre(self, papier: bytes) -> list[str]:
        """Answers until the child is done. Raises _Ende, Dateifehler, OSError of the file."""
        kopf = [[beilage.titel, beilage.name] for beilage in self._beilagen]
        self._gib(json.dumps(kopf).encode())
        self._gib(papier)
        while True:
            art, inhalt = _nimm(self._ein)
            self._waechter.ruhe()
            if art == _NAECHSTE:
                self._reiche(int.from_bytes(inhalt, "big"))
            elif art == _STUECK:
                self._erlaubt -= len(inhalt)
                if self._erlaubt < 0:
                    raise _zu_viel(self.titel, "ergab eine viel zu große Datei")
                self._datei.write(inhalt)
            elif art == _ABGELEHNT:
                raise Dateifehler(inhalt.decode("utf-8", "replace"))
            elif art == _VOLL:
                raise _zu_viel(self.titel, _ZU_GROSS)
            else:
                return _hinweise(inhalt)
            self._waechter.warte()

    def _reiche(self, nr: int) -> None:
        if nr >= len(self._beilagen):  # all are read; whatever comes now concerns them together
            self.titel = "Eine der Anlagen"
            return
        self.titel = self._beilagen[nr].titel
        self._gib(self._beilagen[nr].lies())

    def _gib(self, inhalt: bytes) -> None:
        self._erlaubt += 3 * len(inhalt)
        self._waechter.warte()
        try:
            _sende(self._aus, b"", inhalt)
        except OSError as fehler:
            raise _Ende from fehler


def _hinweise(inhalt: bytes) -> list[str]:
    try:
        return [str(hinweis) for hinweis in json.loads(inhalt)]
    except (ValueError, TypeError) as fehler:
        raise _Ende from fehler


def _sende(rohr: IO[bytes], art: bytes, inhalt: bytes) -> None:
    rohr.write(art + len(inhalt).to_bytes(8, "big"))
    rohr.write(inhalt)
    rohr.flush()


def _nimm(rohr: IO[bytes]) -> tuple[bytes, bytes]:
    """What the child says next. Raises _Ende."""
    kopf = rohr.read(9)
    laenge = int.from_bytes(kopf[1:], "big")
    if len(kopf) < 9 or laenge > _GROESSTES_STUECK:
        raise _Ende
    inhalt = rohr.read(laenge)
    if len(inhalt) < laenge:
        raise _Ende
    return kopf[:1], inhalt


def diene_verbund(eingang: BinaryIO, ausgang: BinaryIO) -> int:
    """The child's side; returns its exit code."""
    # Loaded in the child alone, after it has limited itself.
    from antragsbuero.formats.pdf_verbund import verbinde

    def empfange() -> bytes:
        return eingang.read(int.from_bytes(eingang.read(8), "big"))

    def frage(nr: int) -> bytes:
        _sende(ausgang, _NAECHSTE, nr.to_bytes(4, "big"))
        return empfange()

    try:
        kopf: list[tuple[str, str]] = json.loads(empfange())
        beilagen = [
            Beilage(titel, name, partial(frage, nr)) for nr, (titel, name) in enumerate(kopf)
        ]
        fertig = partial(_sende, ausgang, _NAECHSTE, len(kopf).to_bytes(4, "big"))
        stuecke = cast("BinaryIO", io.BufferedWriter(_Stuecke(ausgang), _STUECKE))
        hinweise = verbinde(empfange(), beilagen, stuecke, fertig)
        stuecke.flush()
        _sende(ausgang, _ENDE, json.dumps(hinweise).encode())
    except Dateifehler as fehler:
        _sende(ausgang, _ABGELEHNT, str(fehler).encode())
    except MemoryError:
        _sende(ausgang, _VOLL, b"")
    return 0


class _Stuecke(io.RawIOBase):
    """Sends what is written in pieces that the other side takes."""

    def __init__(self, rohr: BinaryIO) -> None:
        super().__init__()
        self._rohr = rohr

    def writable(self) -> bool:
        """Pieces can be written, one behind the other."""
        return True

    def write(self, inhalt: ReadableBuffer, /) -> int:
        """Sends one piece, which may be less than what was given."""
        stueck = bytes(memoryview(inhalt)[:_GROESSTES_STUECK])
        _sende(self._rohr, _STUECK, stueck)
        return len(stueck)
