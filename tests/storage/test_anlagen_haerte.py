"""Anlagen under force: kills while they are added, large files, a full disk."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from hashlib import sha256

import pytest

from antragsbuero.bootstrap import buero
from antragsbuero.services.errors import Ablagefehler
from tests.storage.test_haerte import kleiner_datentraeger  # noqa: F401

pytestmark = pytest.mark.gruendlich
LANGE_EINHEITEN = True
TOETUNGEN = 20


def entwurf(daten):
    with buero(daten, schreiben=True) as offen:
        vorgang = offen.services.vorgaenge.neuer_vorgang("Bänke")
    return vorgang.kennung, vorgang.fassungen[0].kennung


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL wie unter Unix")
def test_kills_leave_whole_anlagen_or_none(tmp_path):
    daten, ordner = tmp_path / "daten", tmp_path / "dateien"
    ordner.mkdir()
    vorgang, fassung = entwurf(daten)
    zufall = random.Random(7)
    bestaetigt: set[str] = set()
    mittendrin = 0
    for lauf in range(TOETUNGEN):
        befehl = [sys.executable, "-m", "tests.storage.anlegende", str(daten), str(ordner)]
        prozess = subprocess.Popen([*befehl, str(lauf)], stdout=subprocess.PIPE, text=True)
        prozess.stdout.readline()
        time.sleep(zufall.random() * 0.3)
        prozess.kill()
        worte = prozess.communicate()[0].split()
        bestaetigt |= {wort for wort in worte if wort != "los"}
        mittendrin += bool(worte) and worte[-1] == "los"
    with buero(daten, schreiben=True) as offen:
        anlagen = offen.services.vorgaenge.get(vorgang).fassung(fassung).anlagen
        assert bestaetigt <= {anlage.name for anlage in anlagen}
        for anlage in anlagen:
            assert offen.services.anlagen.inhalt(anlage) == (ordner / anlage.name).read_bytes()
        assert offen.services.pflege.check() == []
        with offen.services.pflege.read() as arbeit:
            for datei in ordner.iterdir():  # nothing is left of those that were cut off
                hashwert = sha256(datei.read_bytes()).hexdigest()
                genannt = hashwert in {anlage.sha256 for anlage in anlagen}
                assert (arbeit.anlagen.stueck(hashwert, 0) is not None) == genannt
    assert bestaetigt
    assert mittendrin, "kein einziger Abbruch traf mitten in ein Hinzufügen"


def test_30_megabytes_come_back(tmp_path):
    vorgang, fassung = entwurf(tmp_path / "daten")
    datei = tmp_path / "gross.pdf"
    datei.write_bytes(random.Random(1).randbytes(30_000_000))
    with buero(tmp_path / "daten", schreiben=True) as offen:
        (anlage,) = offen.services.anlagen.fuege_hinzu(vorgang, fassung, [datei]).neu
        assert offen.services.anlagen.inhalt(anlage) == datei.read_bytes()
        sicherung = offen.services.pflege.backup(None)
        assert sicherung.stat().st_size > 30_000_000


def test_full_disk_adds_nothing(kleiner_datentraeger, tmp_path):  # noqa: F811
    daten = kleiner_datentraeger / "daten"
    vorgang, fassung = entwurf(daten)
    datei = tmp_path / "zuviel.pdf"
    datei.write_bytes(random.Random(1).randbytes(6_000_000))
    with buero(daten, schreiben=True) as offen:
        with pytest.raises(Ablagefehler, match="voll"):
            offen.services.anlagen.fuege_hinzu(vorgang, fassung, [datei])
        assert offen.services.vorgaenge.get(vorgang).fassung(fassung).anlagen == ()
        assert offen.services.pflege.check() == []
    with buero(daten, schreiben=True) as offen:  # the next start makes room again
        datei.write_bytes(b"klein")
        offen.services.anlagen.fuege_hinzu(vorgang, fassung, [datei])
