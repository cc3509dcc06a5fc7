"""The runtime is unpacked only when it is the one that was meant."""

import hashlib
import zipfile

import pytest

from bau.befehle import Baufehler
from windows.laufzeit import packe_aus, pruefe


def archiv(pfad, dateien: dict[str, bytes]):
    with zipfile.ZipFile(pfad, "w") as ziel:
        for name, inhalt in dateien.items():
            ziel.writestr(name, inhalt)
    return pfad, hashlib.sha256(pfad.read_bytes()).hexdigest()


@pytest.mark.parametrize("ordner", ["", "cp313/"])
def test_takes_any_embeddable_python_with_or_without_a_folder(tmp_path, ordner):
    datei, sha = archiv(
        tmp_path / "l.zip",
        {f"{ordner}python313.dll": b"d", f"{ordner}python.exe": b"e", f"{ordner}_ssl.pyd": b"s"},
    )
    laufzeit = pruefe(datei, sha.upper())
    assert (laufzeit.dll, laufzeit.version) == ("python313.dll", "3.13")
    packe_aus(laufzeit, tmp_path / "aus")
    assert {p.name for p in (tmp_path / "aus").iterdir()} == {"python313.dll", "_ssl.pyd"}
    packe_aus(laufzeit, tmp_path / "ganz", alles=True)
    assert (tmp_path / "ganz" / "python.exe").exists()


def test_a_flipped_bit_is_refused(tmp_path):
    datei, sha = archiv(tmp_path / "l.zip", {"python312.dll": b"x" * 100})
    inhalt = bytearray(datei.read_bytes())
    inhalt[40] ^= 1
    datei.write_bytes(inhalt)
    with pytest.raises(Baufehler, match=r"beschädigt oder eine andere.*nichts ausgepackt"):
        pruefe(datei, sha)


def test_what_is_no_python_is_refused(tmp_path):
    datei, sha = archiv(tmp_path / "l.zip", {"liesmich.txt": b"x"})
    with pytest.raises(Baufehler, match="kein Python für Windows"):
        pruefe(datei, sha)
    kein_zip = tmp_path / "kein.zip"
    kein_zip.write_bytes(b"nur Text")
    with pytest.raises(Baufehler, match="kein ZIP-Archiv"):
        pruefe(kein_zip, hashlib.sha256(b"nur Text").hexdigest())
    with pytest.raises(Baufehler, match="lässt sich nicht lesen"):
        pruefe(tmp_path / "fehlt.zip", sha)


def test_members_never_leave_the_folder(tmp_path):
    datei, sha = archiv(tmp_path / "l.zip", {"python312.dll": b"d", "../boese.dll": b"b"})
    packe_aus(pruefe(datei, sha), tmp_path / "aus")
    assert not (tmp_path / "boese.dll").exists()
