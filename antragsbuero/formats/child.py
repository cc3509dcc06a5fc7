"""Reads a file of unknown origin in a child process that may neither grow nor run for ever.

The child limits itself before it sees the first byte: on Linux by setrlimit, on Windows by a
Job Object. What it answers is unpickled by names on a list only, so that a file which takes
over the reader still cannot make the program run anything.
"""

from __future__ import annotations

import io
import pickle
import subprocess
import sys

from antragsbuero.dokument import dokument as dokumentmodul
from antragsbuero.dokument.dokument import Dokument
from antragsbuero.dokument.fehler import Dateifehler
from antragsbuero.formats.child_grenzen import Grenzen, begrenze
from antragsbuero.formats.child_start import LIES, OHNE_FENSTER, VERBINDE, befehl, umgebung
from antragsbuero.formats.reader import lies

_DATEIEN = 10
"""So many times the seconds of one file a child may reckon that puts files together."""
_GELESEN, _ABGELEHNT = b"D", b"F"


def lies_im_kindprozess(inhalt: bytes, name: str, grenzen: Grenzen | None = None) -> Dokument:
    """Reads a file as `reader.lies` does, in a limited child process.

    Raises:
        Dateifehler: the file cannot be read, or reading it took more than the limits allow.
    """
    grenzen = grenzen or Grenzen()
    kopf = name.encode()
    try:
        ende = subprocess.run(  # noqa: S603 - our own program with a word and two numbers
            befehl(LIES, grenzen),
            input=len(kopf).to_bytes(4, "big") + kopf + inhalt,
            env=umgebung(), timeout=grenzen.sekunden, capture_output=True, check=False,
            creationflags=OHNE_FENSTER,
        )  # fmt: skip
    except subprocess.TimeoutExpired as fehler:
        raise _abgebrochen(name, "Das Lesen dauerte zu lange.") from fehler
    art, antwort = ende.stdout[:1], ende.stdout[1:]
    if ende.returncode == 0 and art == _ABGELEHNT:
        raise Dateifehler(antwort.decode("utf-8", "replace"))
    if ende.returncode != 0 or art != _GELESEN:
        raise _abgebrochen(name, "Das Lesen brach ab, vermutlich aus Mangel an Speicher.")
    try:
        gelesen = _NurDokumente(io.BytesIO(antwort)).load()
    except (pickle.UnpicklingError, EOFError, AttributeError, TypeError, ValueError) as fehler:
        raise _abgebrochen(name, "Die Antwort des Lesers war unverständlich.") from fehler
    if not isinstance(gelesen, Dokument):
        raise _abgebrochen(name, "Die Antwort des Lesers war unverständlich.")
    return gelesen


def _abgebrochen(name: str, grund: str) -> Dateifehler:
    return Dateifehler(
        f"„{name}“ lässt sich nicht lesen. {grund} Es wurde nichts übernommen. Bitte öffnen Sie "
        "die Datei selbst, kopieren Sie den Text und fügen Sie ihn ein."
    )


class _NurDokumente(pickle.Unpickler):
    """Knows the classes of `Dokument` and nothing else."""

    def find_class(self, modul: str, name: str) -> type:
        """The class of that name. Raises UnpicklingError."""
        gefunden = getattr(dokumentmodul, name, None) if modul == dokumentmodul.__name__ else None
        if not isinstance(gefunden, type) or gefunden.__module__ != modul:
            raise pickle.UnpicklingError(f"{modul}.{name}")
        return gefunden


def diene(argumente: list[str]) -> int:
    """The child: limits itself, does its one task over standard input and output, ends.

    Args:
        argumente: what follows `SCHALTER`: the task, seconds and bytes.
    """
    aufgabe, sekunden, speicher = argumente
    # the seconds are those of one file, and there may be many of them
    rechenzeit = float(sekunden) * (_DATEIEN if aufgabe == VERBINDE else 1)
    begrenze(Grenzen(rechenzeit, int(speicher)))
    if aufgabe == VERBINDE:
        # Loaded here alone: a child that reads a text does not wait for the library of PDF.
        from antragsbuero.formats.child_verbund import diene_verbund

        return diene_verbund(sys.stdin.buffer, sys.stdout.buffer)
    eingang = sys.stdin.buffer
    try:
        name = eingang.read(int.from_bytes(eingang.read(4), "big")).decode()
        antwort = _GELESEN + pickle.dumps(lies(eingang.read(), name))
    except Dateifehler as fehler:
        antwort = _ABGELEHNT + str(fehler).encode()
    except MemoryError:
        return 1
    sys.stdout.buffer.write(antwort)
    sys.stdout.buffer.flush()
    return 0
