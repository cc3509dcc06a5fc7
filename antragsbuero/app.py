"""Chooses between window and command."""

from __future__ import annotations

import builtins
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from antragsbuero.cli.parser import lies_aufruf

if TYPE_CHECKING:  # the services must not load before the window shows
    from antragsbuero.services.registry import Buero

KINDPROZESS = "--als-kindprozess"
"""First argument of the child process that reads a foreign file; no matter of users."""


def main(argumente: Sequence[str] | None = None) -> int:
    """Runs the program and returns its exit code: 0 done, 1 refused or not found, 2 usage."""
    argumente = sys.argv[1:] if argumente is None else argumente
    if argumente[:1] == [KINDPROZESS]:
        # The reader of foreign files starts the program a second time, for reading only.
        from antragsbuero.bootstrap import diene_als_kindprozess

        return diene_als_kindprozess(list(argumente[1:]))
    aufruf = lies_aufruf(argumente)
    if aufruf.selbsttest:
        from antragsbuero.selbsttest import fuehre_aus as pruefe_selbst

        return pruefe_selbst()
    if aufruf.befehl is None:
        return _fenster(aufruf)
    # Loaded only for a command that does something: help and --version stay instant.
    from antragsbuero.cli.befehle import fuehre_aus

    return fuehre_aus(aufruf)


def _fenster(aufruf: Namespace) -> int:
    """Opens the window; Qt is loaded only here."""
    if not _hat_bildschirm():
        sys.stderr.write(
            "Antragsbüro braucht für das Fenster einen Bildschirm, und hier ist keiner. "
            "Die Befehle gehen auch ohne: „antragsbuero --help“ zeigt sie.\n"
        )
        return 1
    from antragsbuero.bootstrap import oeffne_buero, standardordner

    starte = lade_fenster()

    def oeffne(*, schreiben: bool) -> Buero:
        return oeffne_buero(aufruf.daten, aufruf.datenbank, schreiben=schreiben)

    return starte(
        partial(oeffne, schreiben=True),
        oeffne_lesend=partial(oeffne, schreiben=False),
        datenordner=aufruf.daten or standardordner(),
        datenbank=aufruf.datenbank,
        argumente=(),
    )


def lade_fenster() -> Callable[..., int]:
    """Loads Qt and returns `ui.start.starte`.

    Qt's binding wraps the import of Python so that a module can ask for snake_case names, and
    to know who asks it reads the source of each module imported from then on: a tenth of the
    CPU of the start. Nobody here asks, so the import is put back.
    """
    eigene = builtins.__import__
    from antragsbuero.ui.start import starte

    builtins.__import__ = eigene
    return starte


def _hat_bildschirm() -> bool:
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
