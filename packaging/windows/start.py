"""The first module of the installed program: streams that a window lacks, then the program."""

from __future__ import annotations

import os
import sys

for _name in ("stdin", "stdout", "stderr"):
    if getattr(sys, _name) is None:  # started without a console
        _art = "r" if _name == "stdin" else "w"
        setattr(sys, _name, open(os.devnull, _art, encoding="utf-8"))  # noqa: SIM115

from antragsbuero.app import main  # noqa: E402 - the streams come first

raise SystemExit(main())
