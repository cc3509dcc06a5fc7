"""Runs programs of a build with a time limit and tells plainly what failed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO


class Baufehler(Exception):
    """A step of the build or of its test failed; the message is meant for people."""


@dataclass(frozen=True, slots=True)
class Ausgang:
    """How a program ended: exit code, standard output, standard error."""

    code: int
    ausgabe: str
    fehler: str


def starte(
    teile: Sequence[str | Path],
    *,
    ordner: Path | None = None,
    umgebung: Mapping[str, str] | None = None,
    frist: float = 600,
) -> Ausgang:
    """Runs a program to its end.

    Args:
        teile: the program and its arguments.
        ordner: working folder; None keeps the current one.
        umgebung: the whole environment; None hands on the own one.
        frist: seconds after which the program and its children are ended.

    Raises:
        Baufehler: it cannot be started, or the time limit passed.
    """
    with daneben(teile, ordner=ordner, umgebung=umgebung) as lauf:
        try:
            lauf.prozess.wait(timeout=frist)
        except subprocess.TimeoutExpired as fehler:
            zeile = " ".join(str(teil) for teil in teile)
            raise Baufehler(f"nach {frist:.0f} s abgebrochen: {zeile}") from fehler
    return lauf.ausgang()


@contextmanager
def daneben(
    teile: Sequence[str | Path],
    *,
    ordner: Path | None = None,
    umgebung: Mapping[str, str] | None = None,
) -> Iterator[Nebenlauf]:
    """Runs a program beside the test; at the end of the block it is ended with its children.

    Raises:
        Baufehler: it cannot be started.
    """
    befehl = [str(teil) for teil in teile]
    try:
        # Pipes for all three: Python under Wine accepts neither /dev/null nor a plain file.
        prozess = subprocess.Popen(
            befehl, cwd=ordner, env=umgebung, start_new_session=True, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
    except OSError as fehler:
        raise Baufehler(f"{befehl[0]} lässt sich nicht starten: {fehler}") from fehler
    lauf = Nebenlauf(prozess)
    try:
        yield lauf
    finally:
        if prozess.poll() is None:
            os.killpg(prozess.pid, signal.SIGKILL)
            prozess.wait()


class Nebenlauf:
    """A program that runs beside the test; its output is read all the time."""

    def __init__(self, prozess: subprocess.Popen[bytes]) -> None:
        assert prozess.stdin
        assert prozess.stdout
        assert prozess.stderr
        self.prozess = prozess
        prozess.stdin.close()
        self._leser = (_Leser(prozess.stdout), _Leser(prozess.stderr))

    def bisher(self) -> str:
        """What it has written to standard output so far."""
        return self._leser[0].bisher()

    def ausgang(self) -> Ausgang:
        """After its end: exit code and output."""
        return Ausgang(self.prozess.wait(), *(leser.text() for leser in self._leser))


class _Leser(threading.Thread):
    """Reads a pipe; does not wait for ever when a service of Wine has inherited it."""

    NACHLAUF = 5.0

    def __init__(self, kanal: IO[bytes]) -> None:
        super().__init__(daemon=True)
        self._kanal = kanal
        self._teile: list[bytes] = []
        self.start()

    def run(self) -> None:
        with self._kanal:
            while teil := os.read(self._kanal.fileno(), 65536):
                self._teile.append(teil)

    def text(self) -> str:
        """What was written until the program ended."""
        self.join(self.NACHLAUF)
        return self.bisher()

    def bisher(self) -> str:
        """What was written so far."""
        return b"".join(self._teile).decode("utf-8", "replace").replace("\r\n", "\n")


def fuehre_aus(
    teile: Sequence[str | Path],
    *,
    ordner: Path | None = None,
    umgebung: Mapping[str, str] | None = None,
    frist: float = 600,
) -> str:
    """Like `starte`, but an exit code other than 0 raises Baufehler; returns the output."""
    ausgang = starte(teile, ordner=ordner, umgebung=umgebung, frist=frist)
    if ausgang.code:
        zeilen = (ausgang.ausgabe + ausgang.fehler).strip().splitlines()[-25:]
        raise Baufehler(
            "\n".join((f"Ende mit {ausgang.code}: {' '.join(str(t) for t in teile)}", *zeilen))
        )
    return ausgang.ausgabe


def verlange(*programme: str) -> None:
    """Raises Baufehler that names the programs which are not installed."""
    fehlend = [name for name in programme if shutil.which(name) is None]
    if fehlend:
        raise Baufehler(f"es fehlt: {', '.join(fehlend)}")


def leise() -> list[str]:
    """The prefix for heavy programs, which leave the machine to others."""
    return ["nice", "-n", "10"] if shutil.which("nice") else []
