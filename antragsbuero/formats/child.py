"""Reads a file of unknown origin in a child process that may neither grow nor run for ever.

The child limits itself before it sees the first byte: on Linux by setrlimit, on Windows by a
Job Object. What it answers is unpickled by names on a list only, so that a file which takes
over the reader still cannot make the program run anything.
"""

from __future__ import annotations

import contextlib
import io
import os
import pickle
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from antragsbuero.dokument import dokument as dokumentmodul
from antragsbuero.dokument.dokument import Dokument
from antragsbuero.dokument.fehler import Dateifehler
from antragsbuero.formats.reader import lies

SCHALTER = "--als-kindprozess"
"""First argument of the program when it runs as such a child."""
_GELESEN, _ABGELEHNT = b"D", b"F"


@dataclass(frozen=True, slots=True)
class Grenzen:
    """What reading one file may take: seconds, and bytes of memory in all."""

    sekunden: float = 60.0
    speicher: int = 2_000_000_000


def lies_im_kindprozess(inhalt: bytes, name: str, grenzen: Grenzen | None = None) -> Dokument:
    """Reads a file as `reader.lies` does, in a limited child process.

    Raises:
        Dateifehler: the file cannot be read, or reading it took more than the limits allow.
    """
    grenzen = grenzen or Grenzen()
    kopf = name.encode()
    try:
        ende = subprocess.run(  # noqa: S603 - our own program with two numbers
            [*_programm(), SCHALTER, str(grenzen.sekunden), str(grenzen.speicher)],
            input=len(kopf).to_bytes(4, "big") + kopf + inhalt,
            env=_umgebung(), timeout=grenzen.sekunden, capture_output=True, check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
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


def _programm() -> list[str]:
    """The installed program calls itself; from the source the interpreter calls the package."""
    if Path(sys.executable).stem.lower().startswith("python"):
        return [sys.executable, "-m", "antragsbuero"]
    return [sys.executable]


def _umgebung() -> dict[str, str]:
    """The environment with the folder of this very package in front."""
    quelle = str(Path(__file__).resolve().parents[2])
    weitere = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in (quelle, weitere) if p)}


class _NurDokumente(pickle.Unpickler):
    """Knows the classes of `Dokument` and nothing else."""

    def find_class(self, modul: str, name: str) -> type:
        """The class of that name. Raises UnpicklingError."""
        gefunden = getattr(dokumentmodul, name, None) if modul == dokumentmodul.__name__ else None
        if not isinstance(gefunden, type) or gefunden.__module__ != modul:
            raise pickle.UnpicklingError(f"{modul}.{name}")
        return gefunden


def diene(argumente: list[str]) -> int:
    """The child: limits itself, reads one file from standard input, answers, ends.

    Args:
        argumente: what follows `SCHALTER`: seconds and bytes.
    """
    sekunden, speicher = float(argumente[0]), int(argumente[1])
    begrenze(Grenzen(sekunden, speicher))
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


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _PROCESS_TIME, _ACTIVE_PROCESS, _PROCESS_MEMORY = 0x2, 0x8, 0x100
    _EXTENDED_LIMITS = 9
    _jobs: list[int] = []
    """Handles that must stay open as long as the process lives."""

    class _Basis(ctypes.Structure):
        """JOBOBJECT_BASIC_LIMIT_INFORMATION; times in units of 100 ns."""

        _fields_ = (
            ("PerProcessUserTimeLimit", ctypes.c_int64), ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", wintypes.DWORD), ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t), ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t), ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )  # fmt: skip

    class _Erweitert(ctypes.Structure):
        """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

        _fields_ = (
            ("Basic", _Basis), ("IoInfo", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t), ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t), ("PeakJobMemoryUsed", ctypes.c_size_t),
        )  # fmt: skip

    def begrenze(grenzen: Grenzen) -> None:
        """Limits this process: time, memory, no further processes. Raises OSError."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.CreateJobObjectW.argtypes = (ctypes.c_void_p, wintypes.LPCWSTR)
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.SetInformationJobObject.argtypes = (
            wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD
        )  # fmt: skip
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        werte = _Erweitert()
        werte.Basic.LimitFlags = _PROCESS_TIME | _ACTIVE_PROCESS | _PROCESS_MEMORY
        werte.Basic.PerProcessUserTimeLimit = int(grenzen.sekunden * 10_000_000)
        werte.Basic.ActiveProcessLimit = 1
        werte.ProcessMemoryLimit = grenzen.speicher
        job = kernel.CreateJobObjectW(None, None)
        if not (
            job
            and kernel.SetInformationJobObject(
                job, _EXTENDED_LIMITS, ctypes.byref(werte), ctypes.sizeof(werte)
            )
            and kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())
        ):
            raise ctypes.WinError(ctypes.get_last_error())
        _jobs.append(job)

else:
    import resource as grenzwerte

    def begrenze(grenzen: Grenzen) -> None:
        """Limits this process: time, memory, no files written, no dump of its memory."""
        sekunden = max(1, int(grenzen.sekunden))
        for art, wert in (
            (grenzwerte.RLIMIT_CPU, sekunden),
            (grenzwerte.RLIMIT_AS, grenzen.speicher),
            (grenzwerte.RLIMIT_FSIZE, 0),
            (grenzwerte.RLIMIT_CORE, 0),
        ):
            with contextlib.suppress(ValueError, OSError):  # already lower, or not known here
                grenzwerte.setrlimit(art, (wert, wert))
