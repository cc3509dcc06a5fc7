"""The bytes of Anlagen in memory, in SQLite and in PostgreSQL."""

from __future__ import annotations

import shutil
import sqlite3
from dataclasses import replace
from hashlib import sha256

import pytest
from sqlalchemy import text

from antragsbuero.domain.anlage import Anlage
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.storage.ablage import oeffne


def anlage(inhalt: bytes, name: str = "Plan.pdf") -> Anlage:
    return Anlage(name, sha256(inhalt).hexdigest(), len(inhalt))


def mit(*anlagen: Anlage) -> Vorgang:
    return Vorgang("Bänke", fassungen=(Fassung(Fassungsart.URSPRUNGSANTRAG, anlagen=anlagen),))


def lege_ab(ablage, *stuecke: bytes) -> Anlage:
    neu = anlage(b"".join(stuecke))
    for nr, stueck in enumerate(stuecke):
        ablage.write(lambda arbeit, n=nr, s=stueck: arbeit.anlagen.lege_ab(neu.sha256, n, s))
    return neu


def test_pieces_come_back(ablage):
    neu = lege_ab(ablage, b"\x00\xffeins", b"zwei")
    with ablage.read() as arbeit:
        assert arbeit.anlagen.stueck(neu.sha256, 0) == b"\x00\xffeins"
        assert arbeit.anlagen.stueck(neu.sha256, 1) == b"zwei"
        assert arbeit.anlagen.stueck(neu.sha256, 2) is None
        assert arbeit.anlagen.ist_vollstaendig(neu)
        assert not arbeit.anlagen.ist_vollstaendig(replace(neu, groesse=3))
        assert not arbeit.anlagen.ist_vollstaendig(anlage(b"anderes"))


def test_same_piece_is_stored_once(ablage):
    neu = lege_ab(ablage, b"eins")
    lege_ab(ablage, b"eins")
    ablage.write(lambda arbeit: arbeit.anlagen.lege_ab(neu.sha256, 0, b"etwas anderes"))
    with ablage.read() as arbeit:
        assert arbeit.anlagen.stueck(neu.sha256, 0) == b"eins"
        assert arbeit.anlagen.ist_vollstaendig(neu)


def test_only_unnamed_bytes_go(ablage):
    genannt, fremd, eigen = (lege_ab(ablage, wort) for wort in (b"a", b"b", b"c"))
    ablage.write(lambda arbeit: arbeit.vorgaenge.add(mit(genannt)))
    ablage.write(lambda arbeit: arbeit.vorgaenge.add(Vorgang("Akte", anlagen=(eigen,))))
    assert ablage.write(lambda arbeit: arbeit.anlagen.entferne_verwaiste([genannt.sha256])) == 0
    assert ablage.write(lambda arbeit: arbeit.anlagen.entferne_verwaiste()) == 1
    with ablage.read() as arbeit:
        assert arbeit.anlagen.ist_vollstaendig(genannt)
        assert arbeit.anlagen.ist_vollstaendig(eigen)
        assert not arbeit.anlagen.ist_vollstaendig(fremd)


def test_bytes_go_with_the_last_name_in_the_same_transaction(ablage):
    inhalt = lege_ab(ablage, b"a")
    eins, zwei = mit(inhalt), mit(replace(inhalt, kennung="andere"))
    for vorgang in (eins, zwei):
        ablage.write(lambda arbeit, v=vorgang: arbeit.vorgaenge.add(v))

    def entferne(vorgang):
        def arbeit(work):
            work.vorgaenge.remove(vorgang.kennung)
            return work.anlagen.entferne_verwaiste([inhalt.sha256])

        return ablage.write(arbeit)

    assert entferne(eins) == 0
    assert entferne(zwei) == 1


def test_many_hashes_at_once(datenbank, monkeypatch):
    monkeypatch.setattr("antragsbuero.storage.repositories.anlagen._BUENDEL", 5)
    hashes = [f"{n:064x}" for n in range(23)]

    def arbeit(work):
        for wert in hashes:
            work.anlagen.lege_ab(wert, 0, b"x")

    datenbank.write(arbeit)
    assert datenbank.write(lambda work: work.anlagen.entferne_verwaiste(hashes[:11])) == 11
    assert datenbank.write(lambda work: work.anlagen.entferne_verwaiste()) == 12


class TestCheck:
    def test_all_is_well(self, datenbank):
        neu = lege_ab(datenbank, b"eins", b"zwei")
        datenbank.write(lambda arbeit: arbeit.vorgaenge.add(mit(neu)))
        assert datenbank.check() == []

    def test_missing_bytes(self, datenbank):
        vorgang = mit(anlage(b"nie abgelegt"))
        datenbank.write(lambda arbeit: arbeit.vorgaenge.add(vorgang))
        (befund,) = datenbank.check()
        assert vorgang.kennung in befund
        assert "fehlt der Inhalt der Anlage „Plan.pdf“" in befund

    @pytest.mark.parametrize("schaden", ["nr = 7", "inhalt = substr(inhalt, 2)"])
    def test_changed_bytes(self, datenbank, schaden):
        neu = lege_ab(datenbank, b"eins", b"zwei")
        datenbank.write(lambda arbeit: arbeit.vorgaenge.add(mit(neu)))
        with datenbank._engine.begin() as verbindung:
            verbindung.execute(text(f"UPDATE anlageninhalt SET {schaden} WHERE nr = 0"))
        (befund,) = datenbank.check()
        assert "der Inhalt der Anlage „Plan.pdf“ beschädigt" in befund


def test_backup_holds_the_bytes(datenbank, tmp_path):
    neu = lege_ab(datenbank, b"eins" * 1000, b"zwei")
    datenbank.write(lambda arbeit: arbeit.vorgaenge.add(mit(neu)))
    sicherung = datenbank.backup(tmp_path / "sicherung.db")
    kopie = oeffne(sicherung, nur_lesen=True, sicherungsordner=tmp_path)
    with kopie.read() as arbeit:
        assert arbeit.anlagen.stueck(neu.sha256, 1) == b"zwei"
    assert kopie.check() == []
    kopie.close()


def test_opening_takes_away_what_nobody_names(sqlite, tmp_path):
    genannt = lege_ab(sqlite, b"genannt")
    sqlite.write(lambda arbeit: arbeit.vorgaenge.add(mit(genannt)))
    lege_ab(sqlite, b"rest eines Abbruchs")
    sqlite.close()
    shutil.copy(tmp_path / "a.db", tmp_path / "lesend.db")
    oeffne(tmp_path / "lesend.db", nur_lesen=True, sicherungsordner=tmp_path).close()
    oeffne(tmp_path / "a.db", nur_lesen=False, sicherungsordner=tmp_path).close()

    def hashes(name):
        verbindung = sqlite3.connect(tmp_path / name)
        try:
            return len(verbindung.execute("SELECT sha256 FROM anlageninhalt").fetchall())
        finally:
            verbindung.close()

    assert (hashes("lesend.db"), hashes("a.db")) == (2, 1)
