"""Reasons of the operating system in German."""

from __future__ import annotations

import errno
import os

import pytest

from antragsbuero.dokument.systemfehler import grund


@pytest.mark.parametrize("nummer", [errno.ENOENT, errno.EISDIR, errno.EACCES, errno.EIO])
def test_common_reasons_are_german(nummer: int) -> None:
    text = grund(OSError(nummer, os.strerror(nummer)))
    assert text
    assert text != os.strerror(nummer)


def test_unknown_reasons_are_kept() -> None:
    assert grund(OSError(9999, "Sonderbar")) == "Sonderbar"
    assert grund(OSError("nur Text")) == "nur Text"
    assert grund(OSError()) == "OSError"
