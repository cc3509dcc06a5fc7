"""`python -m antragsbuero`."""

from __future__ import annotations

from antragsbuero.app import main

if __name__ == "__main__":
    raise SystemExit(main())
