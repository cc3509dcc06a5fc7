"""The log file: ids and places in the program, never texts of motions, never passwords."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterator
from copy import copy
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

GROESSE = 1_000_000
"""Bytes of one log file."""
FRUEHERE = 4
"""Older log files that are kept."""

_KENNWORT = re.compile(r"(?P<vor>\w+://[^\s/:@]*):[^\s/]*@")
_ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def richte_ein(ordner: Path, stufe: int = logging.INFO) -> logging.Handler | None:
    """Starts to log into `ordner`, for this user alone; an earlier log file is closed.

    Returns:
        The handler, for `schliesse`; None where the folder cannot be written: the program
        works without a log.
    """
    wurzel = logging.getLogger()
    for frueherer in [h for h in wurzel.handlers if isinstance(h, _Datei)]:
        schliesse(frueherer)
    try:
        ordner.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = _Datei(
            ordner / "antragsbuero.log", maxBytes=GROESSE, backupCount=FRUEHERE, encoding="utf-8"
        )
    except OSError:
        return None
    handler.setFormatter(_OhneTexte("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    wurzel.addHandler(handler)
    wurzel.setLevel(stufe)
    logging.getLogger("alembic").setLevel(logging.WARNING)  # tells its own inner workings
    return handler


def schliesse(handler: logging.Handler) -> None:
    """Stops logging and closes the file."""
    logging.getLogger().removeHandler(handler)
    handler.close()


class _Datei(RotatingFileHandler):
    """A log file that is made for this user alone and keeps silent about a full disk."""

    def _open(self) -> TextIOWrapper:
        kanal = os.open(self.baseFilename, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
        return TextIOWrapper(os.fdopen(kanal, "ab"), encoding=self.encoding)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - name of logging
        """Nothing: a log that cannot be written must not disturb the work."""


class _OhneTexte(logging.Formatter):
    """Leaves out what exceptions say, which may quote a motion, and passwords in URLs."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, with passwords masked."""
        record = copy(record)
        record.exc_text = None  # what another handler may have written of the exception
        return _KENNWORT.sub(r"\g<vor>:***@", super().format(record))

    def formatException(self, ei: _ExcInfo) -> str:  # noqa: N802 - name of logging
        """Kinds of the exceptions with the places they came from, the first cause last."""
        return "\n".join(_stellen(ei[1]))


def _stellen(fehler: BaseException | None) -> Iterator[str]:
    while fehler is not None:
        yield f"{type(fehler).__module__}.{type(fehler).__qualname__}"
        spur = fehler.__traceback__
        while spur is not None:
            code = spur.tb_frame.f_code
            yield f"  {code.co_filename}:{spur.tb_lineno} {code.co_qualname}"
            spur = spur.tb_next
        fehler = fehler.__cause__ or fehler.__context__
