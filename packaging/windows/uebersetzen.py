"""Run by the Python of the target: compiles the modules below a folder for it.

Libraries keep only their compiled modules, which saves space and the first start's time.
Our own package, and Qt's for Python (which must stay exchangeable), keep their source beside it.
"""

import os
import py_compile
import sys

MIT_QUELLE = ("antragsbuero", "PySide6", "shiboken6")


def uebersetze(wurzel: str) -> int:
    """Compiles everything below `wurzel`; returns the number of modules."""
    anzahl = 0
    for ordner, _, namen in os.walk(wurzel):
        rest = os.path.relpath(ordner, wurzel).replace(os.sep, "/")
        for name in namen:
            if not name.endswith(".py"):
                continue
            datei = os.path.join(ordner, name)
            behalten = rest.split("/")[0] in MIT_QUELLE
            py_compile.compile(
                datei,
                cfile=None if behalten else datei + "c",
                dfile=f"lib/{rest}/{name}",
                doraise=True,
                invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
            )
            if not behalten:
                os.remove(datei)
            anzahl += 1
    return anzahl


if __name__ == "__main__":
    print(uebersetze(sys.argv[1]))
