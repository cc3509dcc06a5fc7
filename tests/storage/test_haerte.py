"""The promises of reliability, kept under force: kills, full disks, damage, great amounts."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event, insert

from antragsbuero.domain.absatz import Absatz
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.vorgang import Stand, Vorgang, Vorgangsart
from antragsbuero.services.errors import Ablagefehler, Buerofehler
from antragsbuero.storage.ablage import oeffne
from antragsbuero.storage.tabellen.vorgang import VORGANG
from tests.storage.schreibende import vorgang as erwarteter_vorgang
from tests.storage.vorgaenge import schlichter_vorgang, voller_vorgang

pytestmark = pytest.mark.gruendlich
LANGE_EINHEITEN = True

TOETUNGEN = 50


def ohne_zaehler(vorgang):
    return replace(vorgang, aenderungszaehler=0)


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL wie unter Unix")
def test_no_acknowledged_change_is_lost_by_kills(tmp_path):
    zufall = random.Random(20_300_305)
    pfad = tmp_path / "a.db"
    oeffne(pfad, nur_lesen=False, sicherungsordner=tmp_path).close()
    bestaetigt: dict[str, int] = {}
    angefangen = 0
    for lauf in range(TOETUNGEN):
        befehl = [sys.executable, "-m", "tests.storage.schreibende", str(pfad), f"lauf{lauf}"]
        prozess = subprocess.Popen(befehl, stdout=subprocess.PIPE, text=True)
        erste = prozess.stdout.readline()
        time.sleep(zufall.random() * 0.25)
        prozess.kill()
        rest = prozess.communicate()[0]
        ganze = [zeile for zeile in (erste + rest).splitlines(keepends=True) if "\n" in zeile]
        for zeile in ganze:
            kennung, stand = zeile.split()
            bestaetigt[kennung] = int(stand)
        angefangen += (tmp_path / "a.db-journal").exists()

        ablage = oeffne(pfad, nur_lesen=True, sicherungsordner=tmp_path)
        with ablage.read() as arbeit:
            for kennung in {zeile.split()[0] for zeile in ganze}:
                geladen = arbeit.vorgaenge.get(kennung)
                stand = int(geladen.betreff.removeprefix("Stand "))
                assert stand >= bestaetigt[kennung]
                assert ohne_zaehler(geladen) == erwarteter_vorgang(kennung, stand)
        ablage.close()
    ablage = oeffne(pfad, nur_lesen=False, sicherungsordner=tmp_path)
    assert ablage.check() == []
    with ablage.read() as arbeit:
        for zeile in arbeit.vorgaenge.rows():
            stand = zeile.betreff.removeprefix("Stand ")
            geladen = arbeit.vorgaenge.get(zeile.kennung)
            assert ohne_zaehler(geladen) == erwarteter_vorgang(zeile.kennung, int(stand))
        assert set(bestaetigt) <= {zeile.kennung for zeile in arbeit.vorgaenge.rows()}
        assert arbeit.vorgaenge.search("stand").gesamt > 0
    ablage.close()
    assert len(bestaetigt) >= TOETUNGEN
    assert angefangen > 0, "kein einziger Abbruch traf mitten in einen Schreibvorgang"


@pytest.fixture
def kleiner_datentraeger(tmp_path):
    """A disk of 3 MB."""
    ordner = tmp_path / "klein"
    ordner.mkdir()
    befehl = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(ordner)]
    if shutil.which("mount") is None or subprocess.run(befehl, capture_output=True).returncode:
        pytest.skip("übersprungen: Datenträger voll (mount ist hier nicht erlaubt)")
    yield ordner
    subprocess.run(["umount", str(ordner)], check=True)


def test_full_disk(kleiner_datentraeger):
    ordner = kleiner_datentraeger
    ablage = oeffne(ordner / "a.db", nur_lesen=False, sicherungsordner=ordner / "sicherungen")
    ballast = ordner / "ballast"
    ballast.write_bytes(b"x" * 1_000_000)
    gespeichert = []

    def lege_ab(nr):
        text = "".join(random.Random(nr).choices("abcdefghij ", k=60_000))
        fassung = Fassung(Fassungsart.NEUFASSUNG, quelltext=text, begruendung=(Absatz(f"nr{nr}"),))
        neu = Vorgang(f"Nr. {nr}", fassungen=(fassung,))
        ablage.write(lambda arbeit: arbeit.vorgaenge.add(neu))
        gespeichert.append(neu)

    def fuelle():
        for nr in range(1000):
            lege_ab(nr)

    with pytest.raises(Ablagefehler, match=r"voll.*gespeichert"):
        fuelle()

    assert gespeichert
    with pytest.raises(Ablagefehler, match="voll"):
        ablage.backup(None)
    assert list((ordner / "sicherungen").iterdir()) == []
    with ablage.read() as arbeit:
        assert [arbeit.vorgaenge.get(v.kennung) for v in gespeichert] == gespeichert
    ballast.unlink()
    lege_ab(2000)
    with ablage.read() as arbeit:
        assert arbeit.vorgaenge.count() == len(gespeichert)
        assert arbeit.vorgaenge.search("nr2000").gesamt == 1
    assert ablage.check() == []
    ablage.close()


def test_first_start_on_a_full_disk(kleiner_datentraeger):
    ordner = kleiner_datentraeger
    (ordner / "ballast").write_bytes(b"x" * 2_950_000)
    with pytest.raises(Ablagefehler, match="voll"):
        oeffne(ordner / "a.db", nur_lesen=False, sicherungsordner=ordner)
    assert [p.name for p in ordner.iterdir()] == ["ballast"]


@pytest.fixture(scope="module")
def grundstock(tmp_path_factory):
    """A closed database with 15 Vorgänge, and what they are."""
    ordner = tmp_path_factory.mktemp("grundstock")
    ablage = oeffne(ordner / "a.db", nur_lesen=False, sicherungsordner=ordner)
    alle = {v.kennung: v for v in (voller_vorgang(str(n)) for n in range(15))}
    for vorgang in alle.values():
        ablage.write(lambda arbeit, v=vorgang: arbeit.vorgaenge.add(v))
    ablage.close()
    return ordner / "a.db", alle


@pytest.mark.parametrize("art", ["bit", "block", "abgeschnitten", "kopf"])
def test_damage_never_gives_wrong_texts(grundstock, tmp_path, art):
    """Whatever is damaged: the right text, or a fault that says so."""
    vorlage, alle = grundstock
    zufall = random.Random(art)
    groesse = vorlage.stat().st_size
    gefunden = 0
    for nr in range(60):
        pfad = tmp_path / f"{nr}.db"
        shutil.copy(vorlage, pfad)
        _beschaedige(pfad, art, groesse, zufall)
        falsch = False
        try:
            ablage = oeffne(pfad, nur_lesen=True, sicherungsordner=tmp_path / "s")
        except Buerofehler:
            gefunden += 1
            continue
        befunde = ablage.check()
        for kennung, vorgang in alle.items():
            try:
                with ablage.read() as arbeit:
                    falsch = falsch or arbeit.vorgaenge.get(kennung) != vorgang
            except Buerofehler:
                assert befunde
        assert befunde or not falsch
        gefunden += bool(befunde)
        ablage.close()
        pfad.unlink()
    assert gefunden == 60 if art in {"abgeschnitten", "kopf"} else gefunden > 0


def _beschaedige(pfad: Path, art: str, groesse: int, zufall: random.Random) -> None:
    with pfad.open("r+b") as datei:
        match art:
            case "bit":
                stelle = zufall.randrange(100, groesse)
                datei.seek(stelle)
                (alt,) = datei.read(1)
                datei.seek(stelle)
                datei.write(bytes([alt ^ (1 << zufall.randrange(8))]))
            case "block":
                datei.seek(zufall.randrange(4096, groesse - 512) // 512 * 512)
                datei.write(b"\0" * 512)
            case "abgeschnitten":
                datei.truncate(zufall.randrange(100, groesse - 1))
            case "kopf":
                datei.write(b"\0" * 50)


def test_every_flipped_bit_in_a_text_is_found(grundstock, tmp_path):
    vorlage, _ = grundstock
    inhalt = vorlage.read_bytes()
    text = "Zwölf Sitzgelegenheiten stehen.".encode()
    stellen = [n for n in range(len(inhalt)) if inhalt.startswith(text, n)]
    assert len(stellen) >= 15
    zufall = random.Random(4)
    for nr in range(40):
        pfad = tmp_path / f"{nr}.db"
        stelle = zufall.choice(stellen) + zufall.randrange(len(text))
        neu = bytearray(inhalt)
        neu[stelle] ^= 1 << zufall.randrange(8)
        pfad.write_bytes(neu)
        ablage = oeffne(pfad, nur_lesen=True, sicherungsordner=tmp_path)
        assert any("ein Teil eines Berichts" in befund for befund in ablage.check())
        ablage.close()
        pfad.unlink()


class TestGreatAmounts:
    ZAHL = 100_000

    @pytest.fixture
    def viele(self, datenbank):
        zeilen = (
            {
                "kennung": f"k{n}", "betreff": f"Vorgang {n}", "art": Vorgangsart.ANTRAG,
                "stand": Stand.EINGEREICHT, "arbeitsnummer": "", "nummern": (f"A {n}",),
                "einreicher": ("Fraktion",), "zustaendig": "", "schlagworte": (),
                "ortsteile": (), "notizen": "", "bezuege": (), "nichtoeffentlich": False,
                "beispiel": False, "aenderungszaehler": 0, "geaendert": n, "fassungszahl": 0,
                "entwurfszahl": 0, "pruefsumme": "",
            }
            for n in range(self.ZAHL)
        )  # fmt: skip
        with datenbank._engine.begin() as mit:
            mit.execute(insert(VORGANG), list(zeilen))
            mit.exec_driver_sql(f"UPDATE aenderungsstand SET wert = {self.ZAHL}")
        return datenbank

    def test_list_of_100_000_in_one_statement(self, viele):
        anweisungen = []
        event.listen(viele._engine, "before_cursor_execute", lambda *a: anweisungen.append(a[2]))
        with viele.read() as arbeit:
            zeilen = arbeit.vorgaenge.rows()
            assert len([a for a in anweisungen if "FROM vorgang" in a]) == 1
            assert arbeit.vorgaenge.count() == len(zeilen) == self.ZAHL
        assert [z.kennung for z in zeilen[:2]] == [f"k{self.ZAHL - 1}", f"k{self.ZAHL - 2}"]

    def test_change_among_100_000(self, viele):
        neu = schlichter_vorgang("Einer mehr", "Quartiersmanagement")
        viele.write(lambda arbeit: arbeit.vorgaenge.add(neu))
        viele.write(lambda arbeit: arbeit.vorgaenge.save(replace(neu, notizen="x")))
        with viele.read() as arbeit:
            assert arbeit.vorgaenge.rows()[0].kennung == neu.kennung
            assert arbeit.vorgaenge.search("management").gesamt == 1


def test_autosaves_beside_a_backup_are_acknowledged(tmp_path):
    """100 small changes while backups run one after the other: none waits for the end of one."""
    ablage = oeffne(tmp_path / "a.db", nur_lesen=False, sicherungsordner=tmp_path / "s")
    for n in range(30):
        vorgang = schlichter_vorgang(f"Nr. {n}", f"{n} " * 100_000)
        ablage.write(lambda arbeit, v=vorgang: arbeit.vorgaenge.add(v))
    entwurf = schlichter_vorgang("Entwurf", kennung="entwurf")
    ablage.write(lambda arbeit: arbeit.vorgaenge.add(entwurf))
    programm = (
        "import sys; from pathlib import Path; from antragsbuero.storage.ablage import oeffne\n"
        "ordner = Path(sys.argv[1])\n"
        "a = oeffne(ordner / 'a.db', nur_lesen=True, sicherungsordner=ordner / 's')\n"
        "print('bereit', flush=True)\n"
        "for _ in range(3): print(a.backup(None), flush=True)\n"
    )
    andere = subprocess.Popen(
        [sys.executable, "-c", programm, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert andere.stdout.readline() == "bereit\n"
    stand = entwurf
    for n in range(100):
        neu = replace(stand, notizen=f"Stand {n}")
        stand = ablage.write(lambda arbeit, v=neu: arbeit.vorgaenge.save(v))
    sicherungen = andere.communicate()[0].split()
    assert len(sicherungen) == 3
    for pfad in sicherungen:
        with sqlite3.connect(pfad) as kopie:
            assert kopie.execute("SELECT count(*) FROM vorgang").fetchone() == (31,)
        kopie.close()
    with ablage.read() as arbeit:
        assert arbeit.vorgaenge.get("entwurf").notizen == "Stand 99"
    ablage.close()
