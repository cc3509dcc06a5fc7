"""What a child process that reads a foreign file may take, enforced by the system itself."""

from __future__ import annotations

import contextlib
import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grenzen:
    """What reading may take: seconds, and bytes of memory in all."""

    sekunden: float = 60.0
    speicher: int = 2_000_000_000


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
