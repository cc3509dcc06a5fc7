"""The stages themselves: they end, they tell what differs, a missing tool is seen."""

import importlib.util
import sys
import zipfile

import pytest

from bau.befehle import Baufehler, daneben, fuehre_aus, starte, verlange
from bau.orte import WURZEL
from pruefung.hauptauftrag import Ergebnis, ohne_kennungen, vergleiche, wordtext
from windows.uebersetzen import uebersetze

PYTHON = sys.executable


def test_a_program_that_does_not_end_is_ended():
    with pytest.raises(Baufehler, match="abgebrochen"):
        starte([PYTHON, "-c", "input() if False else [0 for _ in iter(int, 1)]"], frist=0.3)


def test_output_of_both_streams_and_the_code_come_back():
    skript = "import sys; print('ä' * 200_000); print('b', file=sys.stderr); sys.exit(3)"
    ausgang = starte([PYTHON, "-X", "utf8", "-c", skript])
    assert (ausgang.code, ausgang.ausgabe, ausgang.fehler) == (3, "ä" * 200_000 + "\n", "b\n")
    with pytest.raises(Baufehler, match=r"Ende mit 3[\s\S]*b$"):
        fuehre_aus([PYTHON, "-c", "import sys; print('b', file=sys.stderr); sys.exit(3)"])


def test_a_program_beside_the_test_ends_with_the_block():
    with daneben([PYTHON, "-c", "[0 for _ in iter(int, 1)]"]) as lauf:
        assert lauf.prozess.poll() is None
    assert lauf.prozess.poll() is not None


def test_missing_programs_are_named():
    with pytest.raises(Baufehler, match="gibt-es-nicht"):
        starte(["gibt-es-nicht"])
    with pytest.raises(Baufehler, match=r"es fehlt: gibt-es-nicht$"):
        verlange("python3", "gibt-es-nicht")


def test_a_difference_is_shown_with_its_surroundings():
    assert "1 Texte" in vergleiche(Ergebnis({"PDF": "gleich"}), Ergebnis({"PDF": "gleich"}))
    with pytest.raises(Baufehler, match=r"PDF unterscheidet sich: .*bis März"):
        vergleiche(Ergebnis({"PDF": "bis März"}), Ergebnis({"PDF": "bis Mai"}))
    with pytest.raises(Baufehler, match="PDF unterscheidet sich"):
        vergleiche(Ergebnis({"PDF": "ganz"}), Ergebnis({"PDF": "ganz und mehr"}))
    with pytest.raises(Baufehler, match="leer"):
        vergleiche(Ergebnis({"PDF": " "}), Ergebnis({"PDF": " "}))


def test_kennungen_are_numbered_in_their_order():
    a, b = "a" * 32, "b" * 32
    assert ohne_kennungen(f"{b} {a} {b}") == "#1 #2 #1"


def test_the_text_of_a_word_file_keeps_its_paragraphs(tmp_path):
    xml = "<w:p><w:r><w:t>eins </w:t></w:r><w:r><w:delText>alt</w:delText></w:r></w:p><w:p/>"
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archiv:
        archiv.writestr("word/document.xml", xml + "<w:p w:x='1'><w:t xml:y='z'>zwei</w:t></w:p>")
    assert wordtext(tmp_path / "a.docx").splitlines() == ["eins alt", "zwei"]


def test_libraries_lose_their_source_and_our_package_keeps_it(tmp_path):
    for name in ("antragsbuero/a.py", "fremd/b.py"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text("WERT = 1\n")
    assert uebersetze(str(tmp_path)) == 2
    assert (tmp_path / "antragsbuero" / "a.py").exists()
    assert list((tmp_path / "antragsbuero" / "__pycache__").glob("a.*.pyc"))
    assert not (tmp_path / "fremd" / "b.py").exists()
    skript = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import fremd.b as b; print(b.WERT)"
    )
    assert fuehre_aus([PYTHON, "-c", skript]) == "1\n"


@pytest.mark.parametrize(("ci", "code"), [("true", 1), (None, 0)])
def test_a_stage_without_its_tool_is_named_and_red_in_ci(monkeypatch, capsys, ci, code):
    spec = importlib.util.spec_from_file_location("dev_zum_test", WURZEL / "dev.py")
    dev = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "dev_zum_test", dev)
    spec.loader.exec_module(dev)
    stufen = {stufe.name: stufe for stufe in dev.GRUENDLICH}
    assert "wine" in stufen["Windows in Wine"].braucht
    monkeypatch.setattr(dev, "SCHNELL", ())
    monkeypatch.setattr(dev, "GRUENDLICH", (stufen["Windows in Wine"],))
    monkeypatch.setattr(dev, "programm", lambda name: None if name == "wine" else name)
    if ci:
        monkeypatch.setenv("CI", ci)
    else:
        monkeypatch.delenv("CI", raising=False)
    assert dev.pruefe(gruendlich=True) == code
    assert "übersprungen: Windows in Wine (es fehlt wine)" in capsys.readouterr().out
