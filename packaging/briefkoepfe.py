"""Writes resources/briefkoepfe/*.docx anew: python packaging/briefkoepfe.py."""

from __future__ import annotations

from pathlib import Path

from antragsbuero.formats.docx_briefkopf_muster import ARTEN, muster

ORDNER = Path(__file__).resolve().parents[1] / "resources" / "briefkoepfe"


def main() -> None:
    """Writes one file for each kind of paper."""
    ORDNER.mkdir(exist_ok=True)
    for art in ARTEN:
        (ORDNER / f"{art}.docx").write_bytes(muster(art))


if __name__ == "__main__":
    main()
