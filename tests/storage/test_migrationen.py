"""The history of the tables: complete, shipped, safe to run."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from importlib import resources

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from antragsbuero.services.errors import Ablagefehler, NurLesen
from antragsbuero.storage import bereitstellung, schema
from antragsbuero.storage.ablage import oeffne
from antragsbuero.storage.adresse import lies_adresse
from antragsbuero.storage.bereitstellung import engine_fuer
from antragsbuero.storage.check import GEPRUEFTE
from antragsbuero.storage.dateien import lege_datei_an
from antragsbuero.storage.migrate import AUSGENOMMEN, SKRIPTE, migriere
from antragsbuero.storage.rows.basis import Geprueft
from antragsbuero.storage.schema import HEAD, REVISIONEN, Schemastand
from antragsbuero.storage.tabellen.basis import METADATA
from antragsbuero.storage.verbindung import lesend
from tests.storage import zeilen
from tests.storage.vorgaenge import voller_vorgang

NACHFOLGER = '''
"""A revision of tomorrow."""
import sqlalchemy as sa
from alembic import op
revision = "9999"
down_revision = "{kopf}"
branch_labels = depends_on = None
def upgrade():
    with op.batch_alter_table("vorgang") as tabelle:
        tabelle.add_column(sa.Column("farbe", sa.Text(), nullable=False, server_default="gelb"))
    {fehler}
'''


@pytest.fixture(params=["sqlite", "postgresql"])
def adresse(request, tmp_path):
    """An empty database of each kind."""
    if request.param == "postgresql":
        return request.getfixturevalue("postgres_url")
    lege_datei_an(tmp_path / "a.db", "Datenbank")
    return str(tmp_path / "a.db")


@pytest.fixture
def engine(adresse):
    engine = engine_fuer(lies_adresse(adresse), nur_lesen=False)
    yield engine
    engine.dispose()


def test_known_revisions_are_those_of_the_scripts():
    konfiguration = Config()
    konfiguration.set_main_option("script_location", str(SKRIPTE))
    skripte = ScriptDirectory.from_config(konfiguration)
    assert tuple(s.revision for s in skripte.walk_revisions())[::-1] == REVISIONEN
    assert skripte.get_current_head() == HEAD


def test_scripts_are_part_of_the_package():
    pakete = resources.files("antragsbuero.storage") / "migrations"
    assert (pakete / "env.py").is_file()
    assert (pakete / "script.py.mako").is_file()
    assert list((pakete / "versions").iterdir())


def test_head_equals_models(engine):
    migriere(engine)
    with engine.connect() as verbindung:
        kontext = MigrationContext.configure(
            verbindung,
            opts={
                "compare_type": True,
                "include_name": lambda name, art, _: (
                    not (art == "table" and AUSGENOMMEN.match(name))
                ),
            },
        )
        assert compare_metadata(kontext, METADATA) == []


@pytest.mark.parametrize("revision", REVISIONEN)
def test_rows_of_every_revision_load(engine, adresse, tmp_path, revision):
    migriere(engine, revision)
    with engine.begin() as verbindung:
        for anweisung in zeilen.von(revision, postgres="://" in adresse):
            verbindung.exec_driver_sql(anweisung)
    engine.dispose()

    ablage = oeffne(adresse, nur_lesen=False, sicherungsordner=tmp_path / "sicherungen")

    with ablage.read() as arbeit:
        assert arbeit.vorgaenge.get("vorgang-1") == zeilen.erwartet(revision)
        assert arbeit.vorgaenge.search("management").gesamt == 1
        assert arbeit.vorgaenge.find("ix-a-0001") == ("vorgang-1",)
    assert ablage.check() == []
    ablage.close()


def test_state_of_the_tables(engine, monkeypatch):
    def stand():
        with lesend(engine) as verbindung:
            return schema.schemastand(verbindung)

    assert stand() is Schemastand.LEER
    with engine.begin() as verbindung:
        verbindung.execute(text("CREATE TABLE fremd (id integer)"))
    assert stand() is Schemastand.FREMD
    migriere(engine)
    assert stand() is Schemastand.AKTUELL
    monkeypatch.setattr(schema, "REVISIONEN", (*REVISIONEN, "9999"))
    monkeypatch.setattr(schema, "HEAD", "9999")
    assert stand() is Schemastand.AELTER
    with engine.begin() as verbindung:
        verbindung.execute(text("UPDATE alembic_version SET version_num = '10000'"))
    assert stand() is Schemastand.NEUER


class TestTomorrow:
    """What a later version will do with a database of today."""

    @pytest.fixture
    def skripte(self, tmp_path):
        ordner = tmp_path / "migrations"
        shutil.copytree(SKRIPTE, ordner, ignore=shutil.ignore_patterns("__pycache__"))
        return ordner

    @pytest.fixture
    def morgen(self, monkeypatch, skripte):
        """Makes the program one revision newer; the revision fails on demand."""

        def stelle_um(fehler=""):
            (skripte / "versions" / "r9999_morgen.py").write_text(
                NACHFOLGER.format(kopf=HEAD, fehler=fehler), encoding="utf-8"
            )
            monkeypatch.setattr(schema, "REVISIONEN", (*REVISIONEN, "9999"))
            monkeypatch.setattr(schema, "HEAD", "9999")
            monkeypatch.setattr(
                bereitstellung, "migriere", lambda engine: migriere(engine, skripte=skripte)
            )

        return stelle_um

    @pytest.fixture
    def gefuellt(self, adresse, tmp_path):
        ablage = oeffne(adresse, nur_lesen=False, sicherungsordner=tmp_path / "sicherungen")
        ablage.write(lambda arbeit: arbeit.vorgaenge.add(voller_vorgang()))
        ablage.close()
        return adresse

    def test_backup_then_migration(self, gefuellt, morgen, tmp_path):
        morgen()
        ordner = tmp_path / "sicherungen"

        oeffne(gefuellt, nur_lesen=False, sicherungsordner=ordner).close()

        (sicherung,) = ordner.iterdir()
        assert "-vor-" in sicherung.name
        with sqlite3.connect(sicherung) as verbindung:
            (revision,) = verbindung.execute("SELECT version_num FROM alembic_version").fetchone()
            zahl = verbindung.execute("SELECT count(*) FROM fassung").fetchone()
        verbindung.close()
        assert (revision, zahl) == (HEAD, (2,))
        engine = engine_fuer(lies_adresse(gefuellt), nur_lesen=False)
        with engine.connect() as verbindung:
            frage = "SELECT farbe, (SELECT count(*) FROM fassung) FROM vorgang"
            assert verbindung.execute(text(frage)).all() == [("gelb", 2)]
        engine.dispose()

    def test_backup_opens_in_the_version_of_today(self, gefuellt, morgen, tmp_path, monkeypatch):
        morgen()
        oeffne(gefuellt, nur_lesen=False, sicherungsordner=tmp_path / "sicherungen").close()
        monkeypatch.undo()
        (sicherung,) = (tmp_path / "sicherungen").iterdir()

        ablage = oeffne(sicherung, nur_lesen=False, sicherungsordner=tmp_path)

        with ablage.read() as arbeit:
            assert arbeit.vorgaenge.get("vorgang-1") == voller_vorgang()
            assert arbeit.vorgaenge.search("Haltestellen").gesamt > 0
        assert ablage.check() == []
        ablage.close()

    def test_failed_migration_changes_nothing(self, gefuellt, morgen, tmp_path, monkeypatch):
        morgen(fehler="raise ZeroDivisionError")
        with pytest.raises(ZeroDivisionError):
            oeffne(gefuellt, nur_lesen=False, sicherungsordner=tmp_path / "sicherungen")
        monkeypatch.undo()

        ablage = oeffne(gefuellt, nur_lesen=True, sicherungsordner=tmp_path / "sicherungen")
        with ablage.read() as arbeit:
            assert arbeit.vorgaenge.get("vorgang-1") == voller_vorgang()
        ablage.close()

    def test_not_for_readers(self, gefuellt, morgen, tmp_path):
        morgen()
        with pytest.raises(NurLesen, match="älteren Version"):
            oeffne(gefuellt, nur_lesen=True, sicherungsordner=tmp_path / "sicherungen")
        assert not (tmp_path / "sicherungen").exists()

    def test_newer_database_is_refused(self, gefuellt, adresse, tmp_path):
        engine = engine_fuer(lies_adresse(gefuellt), nur_lesen=False)
        with engine.begin() as verbindung:
            verbindung.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        engine.dispose()
        for nur_lesen in (True, False):
            with pytest.raises(Ablagefehler, match="neueren Version"):
                oeffne(gefuellt, nur_lesen=nur_lesen, sicherungsordner=tmp_path)

    def test_rows_without_owner_stop_a_migration(self, sqlite, skripte, tmp_path):
        sqlite.write(lambda arbeit: arbeit.vorgaenge.add(voller_vorgang()))
        verbindung = sqlite3.connect(tmp_path / "a.db")
        verbindung.execute("DELETE FROM vorgang")
        verbindung.commit()
        verbindung.close()
        engine = engine_fuer(lies_adresse(tmp_path / "a.db"), nur_lesen=False)
        with pytest.raises(Ablagefehler, match="nicht stimmig"):
            migriere(engine)
        with engine.connect() as offen:
            assert offen.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        engine.dispose()


def test_lists_of_a_database_of_today_load_neither_alembic_nor_the_mapped_classes(sqlite, tmp_path):
    sqlite.write(lambda work: work.vorgaenge.add(voller_vorgang()))
    sqlite.close()
    programm = (
        "import sys; from pathlib import Path; from antragsbuero.storage.ablage import oeffne\n"
        "ordner = Path(sys.argv[1])\n"
        "ablage = oeffne(ordner / 'a.db', nur_lesen=False, sicherungsordner=ordner)\n"
        "with ablage.read() as work:\n"
        "    v = work.vorgaenge\n"
        "    gelesen = [v.rows(), v.staende(), v.fristen(), v.fristverluste(), v.termine()]\n"
        "    work.einstellungen.get('fraktion'), work.korrekturen.get('a', 'b')\n"
        "ablage.close()\n"
        "assert len(gelesen[0]) == 1 and gelesen[2]\n"
        "print(sorted({'alembic', 'holidays', 'sqlalchemy.orm'} & set(sys.modules)))"
    )
    lauf = subprocess.run(
        [sys.executable, "-c", programm, str(tmp_path)], check=True, capture_output=True, text=True
    )
    assert lauf.stdout.strip() == "[]"


def test_all_rows_with_a_hash_are_checked():
    assert set(GEPRUEFTE) == set(Geprueft.__subclasses__())
