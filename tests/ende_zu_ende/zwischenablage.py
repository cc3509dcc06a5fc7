"""Another program that owns the clipboard: `python -m tests.ende_zu_ende.zwischenablage DATEI`."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

if __name__ == "__main__":
    app = QGuiApplication([])
    daten = QMimeData()
    daten.setText(Path(sys.argv[1]).read_text(encoding="utf-8"))
    app.clipboard().setMimeData(daten)
    sys.stdout.write("bereit\n")
    sys.stdout.flush()
    raise SystemExit(app.exec())
