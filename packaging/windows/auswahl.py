"""Which files of the runtime and of the libraries the installed program needs.

What is listed here is shipped, and of Qt nothing else: a new Qt module fails the self-test
before it fails a person.
"""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import PurePosixPath

LAUFZEIT_OHNE = frozenset({"python.exe", "pythonw.exe", "_msi.pyd", "winsound.pyd", "python.cat"})
"""Of the runtime: interpreters that nobody calls, and what the program has no use for."""

_QT = ("QtCore", "QtGui", "QtNetwork", "QtPrintSupport", "QtSvg", "QtWidgets")
_QT_PLUGINS = (
    "platforms/qwindows.dll", "platforms/qoffscreen.dll", "styles/qmodernwindowsstyle.dll",
    "imageformats/qico.dll", "imageformats/qjpeg.dll", "imageformats/qsvg.dll",
    "iconengines/qsvgicon.dll",
)  # fmt: skip
_PYSIDE = frozenset(
    {f"{modul}.pyd" for modul in _QT}
    | {f"Qt6{modul.removeprefix('Qt')}.dll" for modul in _QT}
    | {f"plugins/{plugin}" for plugin in _QT_PLUGINS}
    | {"pyside6.abi3.dll", "msvcp140.dll", "msvcp140_1.dll", "msvcp140_2.dll",
       "vcruntime140.dll", "vcruntime140_1.dll", "translations/qtbase_de.qm"}
)  # fmt: skip
_OHNE_ENDUNG = (".pyi", ".h", ".hpp", ".c", ".cpp", ".pxd", ".pxi", ".pyx", ".lib", ".po", ".exe")
_OHNE = (
    "sqlalchemy/testing/*", "alembic/testing/*", "alembic/templates/*", "reportlab/fonts/*",
    "lxml/includes/*", "lxml/isoschematron/*", "lxml/objectify.*", "lxml/html/*diff*",
    "PIL/_avif.*", "PIL/_webp.*", "PIL/_imagingtk.*", "PIL/_imagingft.*",
    "shiboken6/vc[ao]mp140.dll", "shiboken6/concrt140.dll", "shiboken6/msvcp140_*.dll",
    "pypdfium2_cli/*", "rapidfuzz/__pyinstaller/*", "*.dist-info/sboms/*", "*/RECORD",
)  # fmt: skip
_NUR_IN = {"holidays/locale/": ("holidays/locale/de/",)}
"""Folders of which only these parts are needed."""


def gebraucht(name: str) -> bool:
    """Whether a file of a wheel belongs into the installed program.

    Args:
        name: its path inside the wheel, with "/".
    """
    pfad = PurePosixPath(name)
    if pfad.parts[0] == "PySide6":
        rest = "/".join(pfad.parts[1:])
        return rest in _PYSIDE or (len(pfad.parts) == 2 and pfad.suffix == ".py") or (
            pfad.parts[1] == "support" and pfad.suffix == ".py"
        )  # fmt: skip
    for ordner, teile in _NUR_IN.items():
        if name.startswith(ordner):
            return name.startswith(teile)
    if pfad.suffix in _OHNE_ENDUNG or pfad.parts[0].endswith(".data"):
        return False
    return not any(fnmatchcase(name, muster) for muster in _OHNE)
