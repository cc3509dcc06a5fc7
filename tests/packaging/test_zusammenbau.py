"""The folder that is installed: what is in it, and what must not get into it."""

import re
import zipfile

import pytest

from antragsbuero.version import VERSION
from bau.befehle import Baufehler
from bau.orte import WURZEL, version
from windows.auswahl import gebraucht
from windows.laufzeit import Laufzeit
from windows.starter import vierteilig
from windows.zusammenbau import baue_zusammen, entpacke, groesse


def wheel(pfad, *namen: str):
    with zipfile.ZipFile(pfad, "w") as ziel:
        for name in namen:
            ziel.writestr(name, name)
    return pfad


def test_every_qt_module_that_the_program_imports_is_shipped():
    benutzt = {
        modul
        for datei in (WURZEL / "antragsbuero").rglob("*.py")
        for modul in re.findall(r"(?:from|import) PySide6\.(Qt\w+)", datei.read_text("utf-8"))
    }
    assert benutzt
    for modul in benutzt:
        assert gebraucht(f"PySide6/{modul}.pyd"), modul
        assert gebraucht(f"PySide6/Qt6{modul.removeprefix('Qt')}.dll"), modul


@pytest.mark.parametrize(
    ("name", "soll"),
    [
        ("PySide6/QtQml.pyd", False),
        ("PySide6/opengl32sw.dll", False),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/plugins/sqldrivers/qsqlite.dll", False),
        ("PySide6/QtPrintSupport.pyd", True),
        ("pypdfium2_raw/pdfium.dll", True),
        ("pypdfium2_raw/version.json", True),
        ("pypdfium2-5.15.2.dist-info/licenses/LICENSES/Apache-2.0.txt", True),
        ("pypdfium2_cli/render.py", False),
        ("PySide6/translations/qtbase_de.qm", True),
        ("PySide6/translations/qtbase_fr.qm", False),
        ("PySide6/__init__.py", True),
        ("docx/templates/default.docx", True),
        ("lxml/etree.cp312-win_amd64.pyd", True),
        ("lxml/etree.pyx", False),
        ("holidays/countries/germany.py", True),
        ("holidays/locale/fr/LC_MESSAGES/FR.mo", False),
        ("antragsbuero/storage/migrations/script.py.mako", True),
        ("reportlab-5.1.0.dist-info/licenses/LICENSE", True),
        ("sqlalchemy/testing/suite/__init__.py", False),
    ],
)
def test_the_whitelist(name, soll):
    assert gebraucht(name) is soll


def test_the_layout(tmp_path):
    with zipfile.ZipFile(tmp_path / "l.zip", "w") as ziel:
        ziel.writestr("python312.dll", b"d")
    laufzeit = Laufzeit(tmp_path / "l.zip", "python312.dll", "3.12", "")
    starter = tmp_path / "Antragsbuero.exe"
    starter.write_bytes(b"exe")
    ziel = tmp_path / "ziel"
    (ziel / "programm" / "lib").mkdir(parents=True)
    (ziel / "programm" / "lib" / "alt.py").touch()
    baue_zusammen(ziel, laufzeit, [wheel(tmp_path / "a.whl", "a/__init__.py", "a/x.h")], [starter])
    dateien = {p.relative_to(ziel).as_posix() for p in ziel.rglob("*") if p.is_file()}
    assert dateien == {
        "Antragsbuero.exe", "programm/python312.dll", "programm/python312._pth",
        "programm/start.py", "programm/lib/a/__init__.py",
    }  # fmt: skip
    pth = (ziel / "programm" / "python312._pth").read_bytes()
    assert pth == b"python312.zip\r\n.\r\nlib\r\n"
    assert groesse(ziel) == sum(p.stat().st_size for p in ziel.rglob("*") if p.is_file())


def test_a_wheel_cannot_write_outside_or_over_another(tmp_path):
    with pytest.raises(Baufehler, match="nach außen"):
        entpacke(wheel(tmp_path / "b.whl", "../../boese.py"), tmp_path / "lib")
    assert not (tmp_path / "boese.py").exists()
    entpacke(wheel(tmp_path / "c.whl", "c.py"), tmp_path / "lib")
    with pytest.raises(Baufehler, match=r"c\.py ein zweites Mal"):
        entpacke(wheel(tmp_path / "d.whl", "c.py"), tmp_path / "lib")


def test_the_version_has_one_place():
    assert version() == VERSION
    for datei in (WURZEL / "packaging").rglob("*"):
        if datei.suffix in (".py", ".nsi", ".in", ".c", ".manifest", ".spec", ".desktop"):
            assert VERSION not in datei.read_text(encoding="utf-8"), datei


@pytest.mark.parametrize(
    ("text", "soll"), [("1.2.3", "1.2.3.0"), ("2.0", "2.0.0.0"), ("1.2.3.4.5", "1.2.3.4")]
)
def test_windows_wants_four_numbers(text, soll):
    assert vierteilig(text) == soll
