"""What is shipped is what was tested: entries of the lock, by name and hash."""

import re
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, requires

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from bau.befehle import Baufehler
from bau.orte import WURZEL
from bau.sperre import NUR_WINDOWS, SPERRDATEI, WERKZEUGE, auszug, laufzeitnamen, laufzeitsperre

NAMEN = st.lists(st.from_regex(r"[a-z]{1,6}(-[a-z]{1,4})?", fullmatch=True), unique=True)
HASH = "    --hash=sha256:" + "ab" * 32


def sperre(namen: list[str]) -> str:
    return "".join(
        f"{name}==1.{i}{' ; sys_platform == 0' if i % 2 else ''} \\\n{HASH} \\\n{HASH}\n"
        for i, name in enumerate(namen)
    )


@given(NAMEN, st.data())
def test_an_extract_holds_exactly_the_named_packages_without_markers(namen, daten):
    gewollt = daten.draw(st.sets(st.sampled_from(namen))) if namen else set()
    text = auszug(sperre(namen), gewollt)
    assert {zeile.split("==")[0] for zeile in text.splitlines() if "==" in zeile} == gewollt
    assert text.count("--hash=") == 2 * len(gewollt)
    assert ";" not in text


def test_a_missing_package_and_an_entry_without_hash_are_refused():
    with pytest.raises(Baufehler, match="fehlt: b"):
        auszug(sperre(["a"]), {"a", "b"})
    with pytest.raises(Baufehler, match="keinen Hash für a"):
        auszug("a==1\n", {"a"})


def huelle(plattform: str) -> set[str]:
    """All packages that the program's dependencies lead to, by the installed metadata."""
    projekt = tomllib.loads((WURZEL / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    offen = [Requirement(zeile) for zeile in projekt["dependencies"]]
    gefunden: set[str] = set()
    while offen:
        bedarf = offen.pop()
        lage = {"sys_platform": plattform, "platform_system": "", "extra": ""}
        if bedarf.marker and not any(
            bedarf.marker.evaluate({**lage, "extra": extra}) for extra in (bedarf.extras or {""})
        ):
            continue
        name = canonicalize_name(bedarf.name)
        neu = name not in gefunden
        gefunden.add(name)
        try:
            weitere = requires(name) or []
        except PackageNotFoundError:
            assert name in NUR_WINDOWS
            continue
        for zeile in weitere if neu or bedarf.extras else []:
            folge = Requirement(zeile)
            extras = bedarf.extras or {""}
            if folge.marker is None or any(
                folge.marker.evaluate({**lage, "extra": extra}) for extra in extras
            ):
                folge.marker = None
                if canonicalize_name(folge.name) not in gefunden:
                    offen.append(folge)
    return gefunden


def test_the_list_of_shipped_packages_is_what_the_dependencies_lead_to():
    assert huelle("win32") == set(laufzeitnamen())
    if sys.platform.startswith("linux"):
        assert huelle("linux") == set(laufzeitnamen()) - NUR_WINDOWS


def test_every_shipped_package_stands_in_the_lock_with_hashes():
    assert laufzeitsperre(windows=True).count("==") == len(laufzeitnamen())
    assert "tzdata" not in laufzeitsperre(windows=False)


@pytest.mark.parametrize("datei", [SPERRDATEI, WERKZEUGE], ids=["Programm", "Werkzeuge"])
def test_locks_name_hashes_and_no_addresses(datei):
    text = datei.read_text(encoding="utf-8")
    assert re.findall(r"https?:|index-url|find-links", text) == []
    assert text.count("--hash=sha256:") >= text.count("==")
