"""Reading beside a program that writes: never a fault, always a whole state."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import event

from antragsbuero import bootstrap
from antragsbuero.desktop.lock import Datenbanksperre
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.errors import Gesperrt
from antragsbuero.storage import check, verbindung
from antragsbuero.storage.ablage import oeffne

WURZEL = Path(__file__).parents[2]


def test_a_journal_that_goes_away_while_one_looks_is_no_fault(tmp_path, monkeypatch) -> None:
    datei = tmp_path / "a.db"
    ablage = oeffne(datei, nur_lesen=False, sicherungsordner=tmp_path)
    ablage.write(lambda arbeit: arbeit.vorgaenge.add(Vorgang("Schulstraßen")))
    ablage.close()
    liegen = _liegengebliebenes(datei)
    lesend = oeffne(datei, nur_lesen=True, sicherungsordner=tmp_path)
    shutil.move(liegen, datei.with_name("a.db-journal"))
    pausen = []

    def pause(sekunden: float) -> None:
        pausen.append(sekunden)
        datei.with_name("a.db-journal").unlink()  # the writer ends its commit

    monkeypatch.setattr(verbindung.time, "sleep", pause)
    with lesend.read() as arbeit:
        assert arbeit.vorgaenge.count() == 1
    assert len(pausen) == 1
    lesend.close()


def _liegengebliebenes(datei: Path) -> Path:
    """The journal of a transaction that has changed nothing in the file yet."""
    kopie = datei.with_name("kopie-journal")
    schreibend = sqlite3.connect(datei, isolation_level=None)
    schreibend.execute("PRAGMA cache_size=1")
    schreibend.execute("BEGIN IMMEDIATE")
    schreibend.execute("CREATE TABLE voll (x)")
    vorher = datei.read_bytes()
    schreibend.executemany("INSERT INTO voll VALUES (?)", [("x" * 3000,)] * 40)
    shutil.copy(datei.with_name(f"{datei.name}-journal"), kopie)
    schreibend.execute("ROLLBACK")
    schreibend.close()
    datei.write_bytes(vorher)
    return kopie


def test_reading_waits_for_a_window_that_makes_its_database(tmp_path, monkeypatch) -> None:
    ordner = tmp_path / "daten"
    ordner.mkdir()
    datei = ordner / "antragsbuero.db"
    pausen = []

    def pause(sekunden: float) -> None:
        pausen.append(sekunden)
        oeffne(datei, nur_lesen=False, sicherungsordner=ordner).close()

    monkeypatch.setattr(bootstrap.time, "sleep", pause)
    with Datenbanksperre(datei), bootstrap.buero(ordner, schreiben=False) as buero:
        assert not buero.services.vorgaenge.rows()
    assert len(pausen) == 1


def test_checking_finds_no_fault_in_what_is_stored_between_its_questions(
    tmp_path, monkeypatch
) -> None:
    datei = tmp_path / "a.db"
    monkeypatch.setattr(verbindung, "GEDULD_MS", 0)
    schreibend = oeffne(datei, nur_lesen=False, sicherungsordner=tmp_path)
    gelungen = []

    def speichere(*_: object) -> None:
        try:
            schreibend.write(lambda arbeit: arbeit.vorgaenge.add(Vorgang("Schulstraßen")))
        except Gesperrt:  # the check holds this state: the window would try again
            return
        gelungen.append(1)

    schreibend.write(lambda arbeit: arbeit.vorgaenge.add(Vorgang("Schulwege")))
    engine = verbindung.sqlite_engine(datei, nur_lesen=True)
    event.listen(engine, "after_cursor_execute", speichere)
    monkeypatch.setattr(check, "sqlite_engine", lambda *_, **__: engine)
    assert check.pruefe_datei(datei) == []
    assert gelungen  # between two parts it lets go
    schreibend.close()


@pytest.mark.gruendlich
def test_fifty_readings_beside_a_window_that_stores_in_a_loop(tmp_path) -> None:
    ordner = tmp_path / "daten"
    halt = threading.Event()
    gespeichert = []

    with bootstrap.buero(ordner, schreiben=True) as buero:

        def schreibe() -> None:
            while not halt.is_set():
                neu = buero.services.vorgaenge.neuer_vorgang(f"Vorgang {len(gespeichert)}")
                gespeichert.append(neu)
                halt.wait(0.005)
                if len(gespeichert) > 20:  # else checking would take longer and longer
                    buero.services.vorgaenge.entferne(neu.kennung)

        faden = threading.Thread(target=schreibe)
        faden.start()
        try:
            fehler = [
                _befehl(ordner, "pruefen" if n % 10 == 9 else "liste", "--json") for n in range(50)
            ]
        finally:
            halt.set()
            faden.join()
    assert [f for f in fehler if f] == []
    assert len(gespeichert) > 50


def _befehl(ordner: Path, *worte: str) -> str:
    """Runs a command; what it complains about, "" if it ended well."""
    lauf = subprocess.run(
        [sys.executable, "main.py", "--daten", str(ordner), *worte],
        cwd=WURZEL, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return f"{lauf.returncode} {lauf.stderr}{lauf.stdout}" if lauf.returncode else ""
