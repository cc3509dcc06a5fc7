"""Faults of disks, files, locks and servers: a German message, nothing lost, no password."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from antragsbuero.services.errors import (
    Abgelehnt,
    Ablagefehler,
    Gesperrt,
    Konflikt,
    NichtGefunden,
    NurLesen,
    Verschoben,
)
from antragsbuero.storage import dateien, fehler, verbindung
from antragsbuero.storage.ablage import oeffne
from antragsbuero.storage.adresse import lies_adresse
from tests.storage.vorgaenge import schlichter_vorgang, voller_vorgang


def oeffne_hier(ordner, **angaben):
    angaben = {"nur_lesen": False, "sicherungsordner": ordner / "sicherungen"} | angaben
    return oeffne(ordner / "a.db", **angaben)


@pytest.fixture
def gefuellt(sqlite, tmp_path):
    """The path of a closed database with one Vorgang."""
    sqlite.write(lambda arbeit: arbeit.vorgaenge.add(voller_vorgang()))
    sqlite.close()
    return tmp_path / "a.db"


class TestFirstStart:
    def test_files_are_for_this_user_alone(self, tmp_path):
        ablage = oeffne_hier(tmp_path / "tief" / "unten")
        ablage.write(lambda arbeit: arbeit.vorgaenge.add(schlichter_vorgang("x")))
        sicherung = ablage.backup(None)
        ablage.close()

        def rechte(pfad):
            return stat.S_IMODE(pfad.stat().st_mode)

        assert rechte(tmp_path / "tief") == rechte(tmp_path / "tief" / "unten") == 0o700
        assert rechte(tmp_path / "tief" / "unten" / "a.db") == 0o600
        assert (rechte(sicherung.parent), rechte(sicherung)) == (0o700, 0o600)

    def test_reading_makes_nothing(self, tmp_path):
        with pytest.raises(NichtGefunden, match="importieren"):
            oeffne_hier(tmp_path / "fehlt", nur_lesen=True)
        assert list(tmp_path.iterdir()) == []

    def test_reading_an_empty_file(self, tmp_path):
        (tmp_path / "a.db").touch()
        with pytest.raises(NichtGefunden):
            oeffne_hier(tmp_path, nur_lesen=True)

    def test_a_failed_start_leaves_no_file(self, tmp_path, monkeypatch):
        def voll(*_):
            raise sqlite3.OperationalError("voll")

        monkeypatch.setattr("antragsbuero.storage.bereitstellung.migriere", voll)
        with pytest.raises(Ablagefehler):
            oeffne_hier(tmp_path)
        assert list(tmp_path.iterdir()) == []

    def test_folder_in_place_of_the_file(self, tmp_path):
        (tmp_path / "a.db").mkdir()
        with pytest.raises(Ablagefehler, match="ist ein Ordner"):
            oeffne_hier(tmp_path)

    def test_emptied_file_with_backups(self, gefuellt, tmp_path):
        ablage = oeffne_hier(tmp_path)
        sicherung = ablage.backup(None)
        ablage.close()
        gefuellt.write_bytes(b"")
        with pytest.raises(Ablagefehler, match=sicherung.name):
            oeffne_hier(tmp_path)
        assert gefuellt.stat().st_size == 0


class TestNotOurs:
    def test_text_file(self, tmp_path):
        (tmp_path / "a.db").write_text("Das ist keine Datenbank. " * 100)
        with pytest.raises(Ablagefehler, match="keine Datenbank des Antragsbüros"):
            oeffne_hier(tmp_path)

    def test_database_of_another_program(self, tmp_path):
        mit = sqlite3.connect(tmp_path / "a.db")
        mit.execute("CREATE TABLE bilder (id integer)")
        mit.close()
        with pytest.raises(Ablagefehler, match="anderen Programm"):
            oeffne_hier(tmp_path)

    @pytest.mark.parametrize("adresse", ["mysql://a:geheim@b/c", "://", "sqlite://"])
    def test_unknown_address(self, adresse, tmp_path):
        with pytest.raises(Ablagefehler, match="Adresse") as gemeldet:
            oeffne(adresse, nur_lesen=False, sicherungsordner=tmp_path)
        assert "geheim" not in str(gemeldet.value)

    def test_url_of_sqlite(self, gefuellt, tmp_path):
        ablage = oeffne(f"sqlite:///{gefuellt}", nur_lesen=True, sicherungsordner=tmp_path)
        assert ablage.ort == str(gefuellt)
        ablage.close()


class TestDamage:
    def test_header_gone(self, gefuellt, tmp_path):
        with gefuellt.open("r+b") as datei:
            datei.write(b"\0" * 100)
        with pytest.raises(Ablagefehler, match="noch keine Sicherung"):
            oeffne_hier(tmp_path)

    def test_cut_off_names_the_newest_good_backup(self, gefuellt, tmp_path):
        ablage = oeffne_hier(tmp_path)
        gute = ablage.backup(None)
        ablage.close()
        (gute.parent / "antragsbuero-9999-01-01-000000.db").write_bytes(b"kaputt")
        os.truncate(gefuellt, 20_000)
        with pytest.raises(Ablagefehler, match=gute.name):
            oeffne_hier(tmp_path)

    @pytest.mark.parametrize(
        ("tabelle", "spalte"),
        [("fassung", "begruendung"), ("beschlusspunkt", "absaetze"), ("frist", "wortlaut"),
         ("nachfrage", "fragen"), ("vorgang", "notizen"), ("berichtsteil", "absaetze")],
    )  # fmt: skip
    def test_changed_text_is_found_when_touched_and_when_checked(
        self, gefuellt, tmp_path, tabelle, spalte
    ):
        mit = sqlite3.connect(gefuellt)
        mit.execute(f"UPDATE {tabelle} SET {spalte} = replace({spalte}, 'e', 'f')")
        mit.commit()
        mit.close()
        ablage = oeffne_hier(tmp_path)

        befunde = ablage.check()

        assert befunde
        assert all("IX-A-01 (Kennung vorgang-1)" in befund for befund in befunde)
        with pytest.raises(Ablagefehler, match="Prüfsumme"), ablage.read() as arbeit:
            arbeit.vorgaenge.get("vorgang-1")
        with pytest.raises(Ablagefehler, match="Prüfsumme"):
            ablage.write(lambda arbeit: arbeit.vorgaenge.save(voller_vorgang()))
        with pytest.raises(Ablagefehler, match="verworfen"):
            ablage.backup(None)
        assert list((tmp_path / "sicherungen").iterdir()) == []
        ablage.close()

    @pytest.mark.parametrize(
        ("tabelle", "spalte", "wert"),
        [("fassung", "begruendung", "[[["), ("fassung", "datum", "2030-99-01"),
         ("vorgang", "stand", "KAPUTT"), ("fassung", "vorspann", b"\xff\xfe\xfd"),
         ("fassung", "art", "NIE"), ("beschlusspunkt", "absaetze", '[["ABSATZ"]]')],
    )  # fmt: skip
    def test_unreadable_values(self, gefuellt, tmp_path, tabelle, spalte, wert):
        mit = sqlite3.connect(gefuellt)
        mit.execute(f"UPDATE {tabelle} SET {spalte} = CAST(? AS TEXT)", [wert])
        mit.commit()
        mit.close()
        ablage = oeffne_hier(tmp_path)
        with pytest.raises(Ablagefehler, match="beschädigt"), ablage.read() as arbeit:
            arbeit.vorgaenge.get("vorgang-1")
        assert any("vorgang-1" in befund for befund in ablage.check())
        ablage.close()

    def test_settings_and_corrections_are_checked_too(self, datenbank):
        datenbank.write(lambda arbeit: arbeit.einstellungen.set("x", "wert"))
        with datenbank._engine.begin() as mit:
            mit.exec_driver_sql("UPDATE einstellung SET wert = 'wrrt'")
        assert datenbank.check() == [
            "Beschädigt: eine Einstellung stimmt nicht mit der Prüfsumme überein."
        ]

    def test_changed_text_on_both_databases(self, datenbank):
        datenbank.write(lambda arbeit: arbeit.vorgaenge.add(voller_vorgang()))
        assert datenbank.check() == []
        with datenbank._engine.begin() as mit:
            mit.exec_driver_sql("UPDATE fassung SET datum = '2030-03-06' WHERE position = 0")
            mit.exec_driver_sql("DELETE FROM suchtext WHERE art = 'BERICHT'")
        eins, zwei = datenbank.check()
        assert "IX-A-01 (Kennung vorgang-1)" in eins
        assert "eine Fassung" in eins
        assert "Suchverzeichnis" in zwei

    def test_many_findings_are_summed_up(self, sqlite):
        for nr in range(60):
            sqlite.write(lambda a, nr=nr: a.vorgaenge.add(schlichter_vorgang(f"Nr. {nr}")))
        with sqlite._engine.begin() as mit:
            mit.exec_driver_sql("UPDATE vorgang SET notizen = 'x'")
        befunde = sqlite.check()
        assert len(befunde) == 51
        assert befunde[-1] == "… und 10 weitere derselben Art."

    def test_rows_without_owner(self, gefuellt, tmp_path):
        mit = sqlite3.connect(gefuellt)
        mit.execute("DELETE FROM fassung WHERE position = 0")
        mit.commit()
        mit.close()
        ablage = oeffne_hier(tmp_path)
        assert any("beschlusspunkt" in befund for befund in ablage.check())
        ablage.close()

    def test_file_that_cannot_be_checked(self, gefuellt, tmp_path):
        ablage = oeffne_hier(tmp_path)
        with gefuellt.open("r+b") as datei:
            datei.write(b"\0" * 100)
        assert len(ablage.check()) >= 1
        gefuellt.unlink()
        assert ablage.check() == ["Die Datei lässt sich nicht als Datenbank öffnen."]
        ablage.close()


@pytest.mark.skipif(os.name != "posix", reason="offene Dateien sind unter Windows gesperrt")
class TestGone:
    def test_the_file_goes_and_comes_back(self, gefuellt, tmp_path):
        ablage = oeffne_hier(tmp_path)
        ablage.write(lambda arbeit: arbeit.vorgaenge.count())
        beiseite = gefuellt.rename(tmp_path / "beiseite.db")
        for _ in range(2):
            with pytest.raises(Verschoben):
                ablage.write(lambda arbeit: arbeit.vorgaenge.add(schlichter_vorgang("neu")))
        assert not gefuellt.exists(), "an empty database in its place would hide what happened"
        beiseite.rename(gefuellt)
        ablage.write(lambda arbeit: arbeit.vorgaenge.add(schlichter_vorgang("neu")))
        ablage.close()
        wieder = oeffne_hier(tmp_path)
        with wieder.read() as arbeit:
            assert arbeit.vorgaenge.count() == 2
        wieder.close()

    def test_an_older_copy_in_its_place_is_not_overwritten(self, gefuellt, tmp_path):
        alt = shutil.copy(gefuellt, tmp_path / "alt.db")
        ablage = oeffne_hier(tmp_path)
        (vorgang,) = ablage.write(lambda arbeit: [arbeit.vorgaenge.get("vorgang-1")])
        vorgang = ablage.write(
            lambda arbeit: arbeit.vorgaenge.save(replace(vorgang, notizen="einmal"))
        )
        os.replace(alt, gefuellt)
        with pytest.raises(Verschoben, match="ersetzt"):
            ablage.write(lambda arbeit: arbeit.vorgaenge.save(replace(vorgang, notizen="zweimal")))
        with pytest.raises(Konflikt):
            ablage.write(lambda arbeit: arbeit.vorgaenge.save(replace(vorgang, notizen="zweimal")))
        ablage.close()

    def test_the_folder_goes_and_comes_back(self, gefuellt, tmp_path):
        ordner = tmp_path / "stick"
        ordner.mkdir()
        gefuellt.rename(ordner / "a.db")
        ablage = oeffne_hier(ordner)
        ablage.write(lambda arbeit: arbeit.vorgaenge.count())
        weg = ordner.rename(tmp_path / "abgezogen")
        for _ in range(2):
            with pytest.raises(Verschoben):
                ablage.write(lambda arbeit: arbeit.vorgaenge.add(schlichter_vorgang("neu")))
        assert not ordner.exists()
        weg.rename(ordner)
        ablage.write(lambda arbeit: arbeit.vorgaenge.add(schlichter_vorgang("neu")))
        ablage.close()


class TestLocks:
    def test_another_program_writes(self, gefuellt, tmp_path, monkeypatch):
        monkeypatch.setattr(verbindung, "GEDULD_MS", 20)
        ablage = oeffne_hier(tmp_path)
        anderes = sqlite3.connect(gefuellt, isolation_level=None)
        anderes.execute("BEGIN IMMEDIATE")

        with pytest.raises(Gesperrt, match="nichts geändert"):
            ablage.write(lambda arbeit: arbeit.vorgaenge.count())
        with ablage.read() as arbeit:
            assert arbeit.vorgaenge.count() == 1

        anderes.execute("ROLLBACK")
        anderes.close()
        ablage.write(lambda arbeit: arbeit.vorgaenge.add(schlichter_vorgang("danach")))
        ablage.close()

    def test_readers_beside_a_writer(self, gefuellt, tmp_path):
        schreibend, lesend = oeffne_hier(tmp_path), oeffne_hier(tmp_path, nur_lesen=True)
        schreibend.write(lambda arbeit: arbeit.vorgaenge.add(schlichter_vorgang("neu")))
        with lesend.read() as arbeit:
            assert arbeit.vorgaenge.count() == 2
        assert lesend.check() == []
        assert lesend.backup(None).is_file()
        schreibend.close()
        lesend.close()

    def test_on_a_server(self, postgres_url, tmp_path, monkeypatch):
        monkeypatch.setattr(verbindung, "GEDULD_MS", 50)
        ablage = oeffne(postgres_url, nur_lesen=False, sicherungsordner=tmp_path)
        with psycopg.connect(postgres_url) as anderes:
            anderes.execute("SELECT wert FROM aenderungsstand FOR UPDATE")
            with pytest.raises(Gesperrt, match="Jemand anderes"):
                ablage.write(lambda arbeit: arbeit.vorgaenge.add(schlichter_vorgang("x")))
        ablage.close()


@pytest.mark.skipif(os.name != "posix", reason="Rechte wie unter Unix")
class TestReadOnly:
    PROGRAMM = """
import os, sys
from pathlib import Path
import sqlalchemy.dialects.sqlite
from antragsbuero.services.errors import Buerofehler
from antragsbuero.storage.ablage import oeffne
if os.getuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
ordner = Path(sys.argv[1])
try:
    ablage = oeffne(ordner / "a.db", nur_lesen=sys.argv[2] == "lesen", sicherungsordner=ordner)
    with ablage.read() as arbeit:
        print("gelesen", arbeit.vorgaenge.count())
    ablage.close()
except Buerofehler as fehler:
    print(type(fehler).__name__, fehler)
"""

    def als_niemand(self, ordner, wie):
        """Runs as an unprivileged user if this is root, else as the user of the tests."""
        ende = subprocess.run(
            [sys.executable, "-c", self.PROGRAMM, str(ordner), wie],
            capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2],
        )  # fmt: skip
        return ende.stdout

    @pytest.fixture
    def ordner(self, gefuellt, tmp_path_factory):
        ordner = Path("/dev/shm" if Path("/dev/shm").is_dir() else "/tmp") / f"ab-ro-{os.getpid()}"
        ordner.mkdir(mode=0o755)
        shutil.copy(gefuellt, ordner / "a.db")
        (ordner / "a.db").chmod(0o444)
        ordner.chmod(0o555)
        yield ordner
        ordner.chmod(0o755)
        shutil.rmtree(ordner)

    def test_reading_works_writing_says_so(self, ordner):
        assert self.als_niemand(ordner, "lesen") == "gelesen 1\n"
        assert self.als_niemand(ordner, "schreiben").startswith("NurLesen Die Datenbank")

    def test_new_database_in_a_locked_folder(self, ordner):
        ordner.chmod(0o755)
        (ordner / "a.db").unlink()
        ordner.chmod(0o555)
        meldung = self.als_niemand(ordner, "schreiben")
        assert meldung.startswith("NurLesen ")
        assert "--daten" in meldung


def test_unfinished_transaction_of_a_killed_writer(gefuellt, tmp_path):
    programm = """
import os, signal, sqlite3, sys
mit = sqlite3.connect(sys.argv[1], isolation_level=None)
mit.execute("PRAGMA cache_size=1")
mit.execute("BEGIN IMMEDIATE")
mit.execute("UPDATE fassung SET quelltext = hex(randomblob(500000))")
mit.execute("DELETE FROM beschlusspunkt")
os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", programm, str(gefuellt)], check=False)
    assert (tmp_path / "a.db-journal").stat().st_size > 0

    ablage = oeffne_hier(tmp_path, nur_lesen=True)

    with ablage.read() as arbeit:
        assert arbeit.vorgaenge.get("vorgang-1") == voller_vorgang()
    assert ablage.check() == []
    ablage.close()


class TestServer:
    def test_away(self, tmp_path):
        adresse = f"postgresql://maria:geheim@/rat?host={tmp_path}"
        with pytest.raises(Ablagefehler, match="nicht erreichbar") as gemeldet:
            oeffne(adresse, nur_lesen=False, sicherungsordner=tmp_path)
        assert "geheim" not in str(gemeldet.value)
        assert "geheim" not in str(gemeldet.value.__cause__)

    def test_no_such_database_or_user(self, postgres_server, tmp_path):
        with pytest.raises(Ablagefehler, match="auf dem Server nicht"):
            oeffne(postgres_server.url("weg"), nur_lesen=False, sicherungsordner=tmp_path)
        with pytest.raises(Ablagefehler, match="Benutzername und Kennwort"):
            oeffne(
                f"postgresql://weg@/postgres?host={postgres_server.socket}",
                nur_lesen=False,
                sicherungsordner=tmp_path,
            )

    def test_cut_connection_is_opened_anew(self, postgres_url, tmp_path):
        ablage = oeffne(postgres_url, nur_lesen=False, sicherungsordner=tmp_path)
        ablage.write(lambda arbeit: arbeit.vorgaenge.add(schlichter_vorgang("vorher")))
        trenne = (
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        with psycopg.connect(postgres_url, autocommit=True) as anderes:
            anderes.execute(trenne)
        with ablage.read() as arbeit:
            assert arbeit.vorgaenge.count() == 1

        def waehrenddessen(arbeit):
            arbeit.vorgaenge.add(schlichter_vorgang("verloren"))
            with psycopg.connect(postgres_url, autocommit=True) as anderes:
                anderes.execute(trenne)

        with pytest.raises(Ablagefehler, match="nicht erreichbar"):
            ablage.write(waehrenddessen)
        ablage.write(lambda arbeit: arbeit.vorgaenge.add(schlichter_vorgang("nachher")))
        with ablage.read() as arbeit:
            assert [z.betreff for z in arbeit.vorgaenge.rows()] == ["nachher", "vorher"]
        ablage.close()

    def test_reading_only(self, postgres_url, tmp_path):
        with pytest.raises(NichtGefunden):
            oeffne(postgres_url, nur_lesen=True, sicherungsordner=tmp_path)
        oeffne(postgres_url, nur_lesen=False, sicherungsordner=tmp_path).close()
        lesend = oeffne(postgres_url, nur_lesen=True, sicherungsordner=tmp_path)
        with lesend.read() as arbeit:
            assert arbeit.vorgaenge.count() == 0
        lesend.close()

    def test_foreign_database(self, postgres_url, tmp_path):
        with psycopg.connect(postgres_url) as fremd:
            fremd.execute("CREATE TABLE bilder (id integer)")
        with pytest.raises(Ablagefehler, match="anderen Programm"):
            oeffne(postgres_url, nur_lesen=False, sicherungsordner=tmp_path)

    @pytest.mark.parametrize(
        ("url", "ort"),
        [
            (
                "postgresql://maria:geheim@amt:5433/rat?password=x",
                "postgresql://maria@amt:5433/rat",
            ),
            ("postgres://amt/rat", "postgresql://amt/rat"),
            ("postgresql+psycopg://maria:geheim@amt/rat", "postgresql://maria@amt/rat"),
        ],
    )
    def test_place_without_password(self, url, ort):
        assert lies_adresse(url).ort == ort


@pytest.mark.parametrize(
    ("code", "art", "worte"),
    [
        (sqlite3.SQLITE_FULL, Ablagefehler, "voll"),
        (sqlite3.SQLITE_BUSY, Gesperrt, "hält"),
        (sqlite3.SQLITE_READONLY, NurLesen, "nur lesen"),
        (sqlite3.SQLITE_IOERR_WRITE, Ablagefehler, "Datenträger einen Fehler"),
        (sqlite3.SQLITE_CANTOPEN, Ablagefehler, "nicht öffnen"),
        (sqlite3.SQLITE_CORRUPT_INDEX, Ablagefehler, "beschädigt"),
        (sqlite3.SQLITE_ERROR, Ablagefehler, "unerwarteten Fehler"),
    ],
)
def test_codes_of_sqlite(code, art, worte):
    geworfen = sqlite3.OperationalError("near: geheimer Text")
    geworfen.sqlite_errorcode = code
    with pytest.raises(art, match=worte) as gemeldet, fehler.uebersetzt("Datenbank", str):
        raise geworfen
    assert "geheim" not in str(gemeldet.value)


@pytest.mark.parametrize(
    ("zustand", "art", "worte"),
    [
        ("53100", Ablagefehler, "voll"),
        ("25006", NurLesen, "nur lesen"),
        ("42501", NurLesen, "nur lesen"),
        ("40P01", Gesperrt, "Jemand"),
        ("57P01", Ablagefehler, "nicht erreichbar"),
        ("28P01", Ablagefehler, "Kennwort"),
        ("42P01", Ablagefehler, "42P01"),
    ],
)
def test_codes_of_postgresql(zustand, art, worte):
    geworfen = psycopg.DatabaseError("geheimer Text")
    geworfen.sqlstate = zustand
    gemeldet = fehler.gedeutet(geworfen, "Datenbank", str, geworfen)
    assert isinstance(gemeldet, art)
    assert worte in str(gemeldet)
    assert "geheim" not in str(gemeldet)


def test_file_that_cannot_be_made(tmp_path):
    with pytest.raises(Ablagefehler, match="anlegen"):
        dateien.lege_datei_an(tmp_path / ("x" * 300), "Datenbank")
    (tmp_path / "datei").touch()
    with pytest.raises(Ablagefehler, match="anlegen"):
        dateien.lege_datei_an(tmp_path / "datei" / "tief" / "a.db", "Datenbank")


def test_folder_without_the_right_to_write(tmp_path, monkeypatch):
    (tmp_path / "a.db").touch()
    monkeypatch.setattr(os, "access", lambda pfad, _: pfad != tmp_path)
    with pytest.raises(NurLesen):
        oeffne_hier(tmp_path)


@pytest.mark.parametrize(
    ("nummer", "art"),
    [(errno.ENOSPC, Ablagefehler), (errno.EROFS, NurLesen), (errno.EACCES, NurLesen),
     (errno.ENAMETOOLONG, Ablagefehler)],
)  # fmt: skip
def test_faults_of_the_file_system(nummer, art):
    assert isinstance(dateien.dateifehler(OSError(nummer, "grund"), "Datenbank"), art)


def test_characters_that_cannot_be_stored(sqlite):
    vorgang = schlichter_vorgang("kaputtes \ud800 Zeichen")
    with pytest.raises(Ablagefehler, match="Zeichen"):
        sqlite.write(lambda arbeit: arbeit.vorgaenge.add(vorgang))


def test_nul_is_refused_where_the_server_cannot_store_it(datenbank):
    vorgang = schlichter_vorgang("mit \0 Zeichen", kennung="k")
    try:
        datenbank.write(lambda arbeit: arbeit.vorgaenge.add(vorgang))
    except Ablagefehler:
        with datenbank.read() as arbeit:
            assert arbeit.vorgaenge.count() == 0
    else:
        with datenbank.read() as arbeit:
            assert arbeit.vorgaenge.get("k") == vorgang


def test_a_fassung_stored_twice_in_one_vorgang(datenbank):
    vorgang = voller_vorgang()
    doppelt = replace(vorgang, fassungen=(vorgang.fassungen[0],) * 2)
    with pytest.raises((Ablagefehler, Abgelehnt), match="nichts geändert"):
        datenbank.write(lambda arbeit: arbeit.vorgaenge.add(doppelt))
    with datenbank.read() as arbeit:
        assert arbeit.vorgaenge.count() == 0
