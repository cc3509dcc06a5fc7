"""Backups: whole, verified, never in the way."""

from __future__ import annotations

import errno
import sqlite3
import threading
from datetime import datetime
from pathlib import Path

import pytest

from antragsbuero.comparison.korrektur import Korrektur, Korrekturart
from antragsbuero.services.errors import Ablagefehler, NurLesen
from antragsbuero.storage import ablage as ablagemodul
from antragsbuero.storage import backup
from antragsbuero.storage.ablage import oeffne
from antragsbuero.storage.backup import Gestoert, neueste_sicherung, sichere_sqlite, sicherungsziel
from tests.storage.vorgaenge import schlichter_vorgang, voller_vorgang


def voll(*_, **__):
    raise OSError(errno.ENOSPC, "No space left on device")


def test_backup_opens_and_holds_everything(datenbank, tmp_path):
    def arbeit(work):
        work.vorgaenge.add(voller_vorgang("1"))
        work.vorgaenge.add(voller_vorgang("2"))
        work.einstellungen.set("x", "1")
        work.korrekturen.set("a", "b", [Korrektur(Korrekturart.GETRENNT, ("p",), ("q",))])

    datenbank.write(arbeit)
    with datenbank.read() as work:
        zeilen = work.vorgaenge.rows()
        fund = work.vorgaenge.search("management Bänke")

    sicherung = oeffne(datenbank.backup(None), nur_lesen=True, sicherungsordner=tmp_path)

    with sicherung.read() as work:
        assert work.vorgaenge.rows() == zeilen
        assert work.vorgaenge.get("vorgang-1") == voller_vorgang("1")
        assert work.vorgaenge.search("management Bänke") == fund
        assert work.einstellungen.get("x") == "1"
        assert len(work.korrekturen.get("a", "b")) == 1
        assert work.vorgaenge.arbeitsnummern(2030) == 2
    assert sicherung.check() == []
    sicherung.close()
    assert not list((tmp_path / "sicherungen").glob(".*"))


def test_copy_of_a_server_can_be_worked_with(postgres_url, tmp_path):
    server = oeffne(postgres_url, nur_lesen=False, sicherungsordner=tmp_path)
    server.write(lambda work: work.vorgaenge.add(voller_vorgang()))
    kopie = oeffne(server.backup(None), nur_lesen=False, sicherungsordner=tmp_path)

    kopie.write(lambda work: work.vorgaenge.add(schlichter_vorgang("Neu")))
    kopie.write(lambda work: work.vorgaenge.remove("vorgang-1"))

    with kopie.read() as work:
        assert [z.betreff for z in work.vorgaenge.rows()] == ["Neu"]
    kopie.close()
    server.close()


class TestTarget:
    def test_file_and_folder(self, sqlite, tmp_path):
        assert sqlite.backup(tmp_path / "neu" / "s.db") == tmp_path / "neu" / "s.db"
        assert sqlite.backup(tmp_path / "neu").parent == tmp_path / "neu"
        assert sqlite.backup(None).parent == tmp_path / "sicherungen"
        assert sqlite.backup(None) != sqlite.backup(None)

    def test_old_file_is_replaced_only_by_a_good_one(self, sqlite, tmp_path):
        ziel = tmp_path / "s.db"
        ziel.write_text("alt")
        sqlite.write(lambda work: work.vorgaenge.add(voller_vorgang()))
        with sqlite._engine.begin() as mit:
            mit.exec_driver_sql("UPDATE frist SET wortlaut = 'x'")

        with pytest.raises(Ablagefehler, match="verworfen"):
            sqlite.backup(ziel)

        assert ziel.read_text() == "alt"
        assert not list(tmp_path.glob(".s*"))

    def test_never_over_the_database_itself(self, sqlite, tmp_path):
        (tmp_path / "verweis.db").symlink_to(tmp_path / "a.db")
        for ziel in (tmp_path / "a.db", tmp_path / "verweis.db"):
            with pytest.raises(Ablagefehler, match="Datenbank selbst"):
                sqlite.backup(ziel)
        assert sqlite.check() == []

    def test_folder_that_cannot_be_made(self, sqlite, tmp_path):
        (tmp_path / "datei").touch()
        with pytest.raises(Ablagefehler, match="datei"):
            sqlite.backup(tmp_path / "datei" / "tief" / "s.db")


class TestFaults:
    """Whatever fails while a backup is written: no leftovers, and a message."""

    @pytest.fixture(autouse=True)
    def nichts_bleibt(self, sqlite, tmp_path):
        yield
        assert not list((tmp_path / "sicherungen").iterdir())
        assert sqlite.check() == []

    def test_no_room_when_it_begins(self, sqlite, monkeypatch):
        monkeypatch.setattr(backup.tempfile, "NamedTemporaryFile", voll)
        with pytest.raises(Ablagefehler, match=r"Sicherung.*voll"):
            sqlite.backup(None)

    def test_no_room_when_it_ends(self, sqlite, monkeypatch):
        monkeypatch.setattr(backup, "sichere_auf_datentraeger", voll)
        with pytest.raises(Ablagefehler, match=r"Sicherung.*voll"):
            sqlite.backup(None)

    def test_no_room_while_it_is_written(self, sqlite, monkeypatch):
        echt = sqlite3.connect

        def kein_platz(pfad, uri=False, **angaben):
            if uri:  # the source
                return echt(pfad, uri=uri, **angaben)
            fehler = sqlite3.OperationalError("database or disk is full")
            fehler.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise fehler

        monkeypatch.setattr(backup.sqlite3, "connect", kein_platz)
        with pytest.raises(Ablagefehler, match=r"voll"):
            sichere_sqlite(Path(sqlite.ort), Path(sqlite.ort).parent / "sicherungen" / "s.db")

    def test_folder_that_cannot_be_written(self, sqlite, monkeypatch):
        def verweigert(*_, **__):
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(backup.tempfile, "NamedTemporaryFile", verweigert)
        with pytest.raises(NurLesen, match="Sicherung"):
            sqlite.backup(None)


def test_two_backups_in_one_second(tmp_path, monkeypatch):
    class Uhr(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime(2030, 3, 5, 12, tzinfo=tz)

    monkeypatch.setattr(backup, "datetime", Uhr)
    ziele = []
    for _ in range(3):
        ziele.append(sicherungsziel(None, tmp_path))
        ziele[-1].touch()
    assert len(set(ziele)) == 3
    assert sorted(ziele, key=lambda ziel: ziel.stem) == ziele


class TestNewest:
    def test_the_newest_that_opens(self, sqlite, tmp_path):
        ordner = tmp_path / "sicherungen"
        assert neueste_sicherung(ordner) is None
        sqlite.backup(None)
        zweite = sqlite.backup(None)
        (ordner / "antragsbuero-9.db").write_bytes(b"SQLite format 3\0" + b"x" * 4000)
        (ordner / "antragsbuero-8.db").write_bytes(b"")
        assert neueste_sicherung(ordner) == zweite


class TestWhileOthersWrite:
    def test_another_program_writing_all_the_time(self, sqlite, tmp_path, monkeypatch):
        """The copy in steps is disturbed; the one at a stretch then succeeds."""
        monkeypatch.setattr(backup, "SEITEN_JE_SCHRITT", 1)
        sqlite.write(lambda work: work.vorgaenge.add(voller_vorgang()))
        anderes = sqlite3.connect(tmp_path / "a.db", isolation_level=None)
        echt = backup._zaehle_neustarts
        schritte = []

        def stoerend():
            zaehle = echt()

            def fortschritt(*stand):
                schritte.append(stand)
                if stand[1]:
                    anderes.execute("UPDATE aenderungsstand SET wert = wert + 1")
                zaehle(*stand)

            return fortschritt

        monkeypatch.setattr(backup, "_zaehle_neustarts", stoerend)
        with pytest.raises(Gestoert):
            sichere_sqlite(tmp_path / "a.db", tmp_path / "s.db")
        assert len(schritte) > 1
        assert not (tmp_path / "s.db").exists()

        for nur_lesen in (False, True):
            ablage = oeffne(tmp_path / "a.db", nur_lesen=nur_lesen, sicherungsordner=tmp_path / "s")
            assert sqlite3.connect(ablage.backup(None)).close() is None
            ablage.close()
        anderes.close()

    def test_writes_go_on_between_the_steps(self, sqlite, monkeypatch):
        monkeypatch.setattr(backup, "SEITEN_JE_SCHRITT", 5)
        sqlite.write(lambda work: work.vorgaenge.add(voller_vorgang()))
        fertig = threading.Event()
        echt = ablagemodul.sichere_sqlite
        geschrieben = []

        def langsam(*a, **k):
            if not geschrieben:
                geschrieben.append(sqlite.submit(lambda work: work.einstellungen.set("x", "1")))
            return echt(*a, **k)

        monkeypatch.setattr(ablagemodul, "sichere_sqlite", langsam)
        faden = threading.Thread(target=lambda: (sqlite.backup(None), fertig.set()))
        faden.start()
        faden.join()
        assert fertig.is_set()
        geschrieben[0].result()
        with sqlite.read() as work:
            assert work.einstellungen.get("x") == "1"
