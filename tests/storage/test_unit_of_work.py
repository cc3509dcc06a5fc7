"""Short looks and short changes: one state, one writer, all or nothing."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from sqlalchemy import event

from antragsbuero.comparison.korrektur import Korrektur, Korrekturart
from antragsbuero.domain.absatz import Absatz
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.errors import Ablagefehler, Konflikt, NurLesen
from antragsbuero.services.ports import Ablage as AblagePort
from antragsbuero.storage.ablage import oeffne
from antragsbuero.storage.verbindung import uri, verbinde_sqlite
from tests.storage.vorgaenge import schlichter_vorgang, voller_vorgang


def test_fulfils_the_port(sqlite, ablage):
    eine: AblagePort = sqlite
    andere: AblagePort = ablage
    assert eine.ort.endswith("a.db")
    assert "geheim" not in andere.ort


class TestSettings:
    def test_kept_by_key(self, ablage):
        def arbeit(work):
            work.einstellungen.set("briefkopf", '"A"')
            work.einstellungen.set("ratsprofil", "{}")
            work.einstellungen.set("briefkopf", '"B"')
            work.einstellungen.set("ratsprofil", "{}")
            return work.einstellungen.get("briefkopf")

        assert ablage.write(arbeit) == '"B"'
        with ablage.read() as work:
            assert work.einstellungen.get("briefkopf") == '"B"'
            assert work.einstellungen.get("fehlt") is None

    def test_corrections_belong_to_an_ordered_pair(self, ablage):
        eins = Korrektur(Korrekturart.VERBUNDEN, ("a1",), ("b1", "b2"))
        zwei = Korrektur(Korrekturart.GETRENNT, ("a2",), ())
        ablage.write(lambda work: work.korrekturen.set("a", "b", [zwei, eins]))
        with ablage.read() as work:
            assert work.korrekturen.get("a", "b") == (zwei, eins)
            assert work.korrekturen.get("b", "a") == ()

        ablage.write(lambda work: work.korrekturen.set("a", "b", [eins]))
        with ablage.read() as work:
            assert work.korrekturen.get("a", "b") == (eins,)


def test_corrections_go_with_their_vorgang(datenbank):
    eins = Korrektur(Korrekturart.VERBUNDEN, ("p",), ("q",))

    def arbeit(work):
        work.vorgaenge.add(voller_vorgang())
        work.korrekturen.set("antrag-1", "beschluss-1", [eins])
        work.korrekturen.set("fremd", "antrag-1", [eins])
        work.korrekturen.set("fremd", "anders", [eins])
        work.vorgaenge.remove("vorgang-1")

    datenbank.write(arbeit)

    with datenbank.read() as work:
        assert work.korrekturen.get("antrag-1", "beschluss-1") == ()
        assert work.korrekturen.get("fremd", "antrag-1") == ()
        assert work.korrekturen.get("fremd", "anders") == (eins,)


class TestWrite:
    def test_gives_back_what_the_work_returns(self, ablage):
        assert ablage.write(lambda _: 42) == 42
        assert ablage.submit(lambda _: 43).result() == 43

    def test_a_fault_rolls_everything_back(self, ablage):
        def arbeit(work):
            work.vorgaenge.add(schlichter_vorgang("Eins"))
            work.einstellungen.set("x", "1")
            raise LookupError("mitten drin")

        with pytest.raises(LookupError, match="mitten drin"):
            ablage.write(arbeit)
        assert isinstance(ablage.submit(arbeit).exception(), LookupError)

        with ablage.read() as work:
            assert work.vorgaenge.count() == 0
            assert work.einstellungen.get("x") is None

    def test_all_run_on_one_thread_in_order(self, datenbank):
        reihenfolge: list[tuple[int, str]] = []

        def arbeit(nr):
            return lambda _: reihenfolge.append((nr, threading.current_thread().name))

        for zukunft in [datenbank.submit(arbeit(nr)) for nr in range(20)]:
            zukunft.result()

        assert [nr for nr, _ in reihenfolge] == list(range(20))
        assert len({name for _, name in reihenfolge}) == 1

    @pytest.mark.parametrize("innen", ["write", "submit", "read"])
    def test_no_unit_of_work_inside_write(self, ablage, innen):
        def arbeit(_):
            if innen == "read":
                with ablage.read():
                    pass
            else:
                getattr(ablage, innen)(lambda _: None).result()

        with pytest.raises(RuntimeError):
            ablage.write(arbeit)
        assert ablage.write(lambda _: 1) == 1

    def test_no_write_inside_read(self, ablage):
        with ablage.read(), pytest.raises(RuntimeError):
            ablage.write(lambda _: None)
        assert ablage.write(lambda _: 1) == 1

    def test_not_when_opened_for_reading(self, sqlite, tmp_path):
        lesend = oeffne(tmp_path / "a.db", nur_lesen=True, sicherungsordner=tmp_path)
        with pytest.raises(NurLesen, match=r"a\.db"):
            lesend.write(lambda _: None)
        with pytest.raises(NurLesen):
            lesend.submit(lambda _: None)
        lesend.close()

    def test_not_after_close(self, sqlite):
        sqlite.close()
        with pytest.raises(Ablagefehler, match="geschlossen"):
            sqlite.write(lambda _: None)

    def test_close_finishes_what_was_given(self, sqlite, tmp_path):
        for nr in range(5):
            sqlite.submit(lambda work, nr=nr: work.vorgaenge.add(schlichter_vorgang(f"Nr. {nr}")))
        sqlite.close()
        lesend = oeffne(tmp_path / "a.db", nur_lesen=True, sicherungsordner=tmp_path)
        with lesend.read() as work:
            assert work.vorgaenge.count() == 5
        lesend.close()

    def test_read_sees_one_state(self, postgres_url, tmp_path):
        ablage = oeffne(postgres_url, nur_lesen=False, sicherungsordner=tmp_path)
        with ablage.read() as work:
            assert work.vorgaenge.count() == 0
            ablage.submit(lambda w: w.vorgaenge.add(schlichter_vorgang("Neu"))).result()
            assert work.vorgaenge.count() == 0
            assert work.vorgaenge.rows() == []
        with ablage.read() as work:
            assert work.vorgaenge.count() == 1
        ablage.close()

    def test_work_is_of_no_use_afterwards(self, datenbank):
        with datenbank.read() as work:
            pass
        with pytest.raises(Exception, match="closed"):
            work.vorgaenge.count()


def test_two_programs_on_one_server_never_overwrite(postgres_url, tmp_path):
    eine = oeffne(postgres_url, nur_lesen=False, sicherungsordner=tmp_path)
    andere = oeffne(postgres_url, nur_lesen=False, sicherungsordner=tmp_path)
    vorgang = Vorgang("0", kennung="k")
    eine.write(lambda work: work.vorgaenge.add(vorgang))
    konflikte = []

    def zaehle(ablage):
        for _ in range(15):
            while True:
                with ablage.read() as work:
                    stand = work.vorgaenge.get("k")
                neu = replace(stand, betreff=str(int(stand.betreff) + 1))
                try:
                    ablage.write(lambda work, n=neu: work.vorgaenge.save(n))
                    break
                except Konflikt:
                    konflikte.append(1)

    faeden = [threading.Thread(target=zaehle, args=(ablage,)) for ablage in (eine, andere)]
    for faden in faeden:
        faden.start()
    for faden in faeden:
        faden.join()

    with eine.read() as work:
        assert work.vorgaenge.get("k").betreff == "30"
        assert work.vorgaenge.get("k").aenderungszaehler == 30
    eine.close()
    andere.close()


class Anweisungen:
    """Records the statements that an Ablage sends."""

    def __init__(self, ablage):
        self.alle: list[str] = []
        event.listen(ablage._engine, "before_cursor_execute", self._merke)

    def _merke(self, _c, _cursor, anweisung, _werte, _kontext, viele):
        if "sqlite_master" not in anweisung:  # belongs to the beginning of a look
            self.alle.append(anweisung)

    def __call__(self, anfang=""):
        return [a for a in self.alle if a.startswith(anfang)]


def test_loading_takes_the_same_number_of_statements_for_any_size(datenbank):
    klein = voller_vorgang("1")
    gross = replace(
        voller_vorgang("2"),
        fassungen=tuple(
            replace(f, kennung=f"{f.kennung}-{n}") for n in range(15) for f in klein.fassungen
        ),
        berichte=tuple(replace(b, kennung=f"b{n}") for n in range(9) for b in klein.berichte),
    )
    datenbank.write(lambda work: work.vorgaenge.add(klein))
    datenbank.write(lambda work: work.vorgaenge.add(gross))
    zahlen = []
    for vorgang in (klein, gross):
        anweisungen = Anweisungen(datenbank)
        with datenbank.read() as work:
            assert work.vorgaenge.get(vorgang.kennung) == vorgang
        zahlen.append(len(anweisungen("SELECT")))
    assert zahlen[0] == zahlen[1] <= 14


@pytest.mark.parametrize(
    "liste", ["rows", "staende", "fristen", "fristverluste", "beispiele", "count"]
)
def test_lists_take_one_statement(datenbank, liste):
    for marke in "1234":
        datenbank.write(lambda work, m=marke: work.vorgaenge.add(voller_vorgang(m)))
    anweisungen = Anweisungen(datenbank)
    with datenbank.read() as work:
        assert getattr(work.vorgaenge, liste)()
    assert len(anweisungen("SELECT")) == 1


def test_search_takes_the_same_number_of_statements_for_any_number_of_hits(datenbank):
    zahlen = []
    for marke in "1234":
        datenbank.write(lambda work, m=marke: work.vorgaenge.add(voller_vorgang(m)))
        anweisungen = Anweisungen(datenbank)
        with datenbank.read() as work:
            assert work.vorgaenge.search("Bänke").gesamt == 4 * int(marke)
        zahlen.append(len(anweisungen()))
    assert len(set(zahlen[1:])) == 1


def test_save_writes_only_what_differs(datenbank):
    vorgang = voller_vorgang()
    entwurf = Fassung(Fassungsart.NEUFASSUNG, begruendung=(Absatz("Entwurf"),))
    vorgang = replace(vorgang, fassungen=(*vorgang.fassungen, entwurf))
    datenbank.write(lambda work: work.vorgaenge.add(vorgang))
    anweisungen = Anweisungen(datenbank)

    neu = replace(entwurf, begruendung=(Absatz("Entwurf, ergänzt"),))
    datenbank.write(
        lambda work: work.vorgaenge.save(replace(vorgang, fassungen=(*vorgang.fassungen[:2], neu)))
    )

    geschrieben = [a.split()[1] for a in anweisungen("UPDATE")]
    assert sorted(geschrieben) == ["aenderungsstand", "fassung", "vorgang"]
    tabellen = {a.split()[2].split("(")[0] for a in anweisungen("INSERT")}
    assert tabellen == {"suchtext", "suche", "suchwort"}
    assert {a.split()[2] for a in anweisungen("DELETE")} <= {"suchtext", "suche", "suchwort"}


def test_saving_an_equal_one_writes_nothing(datenbank):
    vorgang = voller_vorgang()
    datenbank.write(lambda work: work.vorgaenge.add(vorgang))
    anweisungen = Anweisungen(datenbank)
    datenbank.write(lambda work: work.vorgaenge.save(vorgang))
    assert not [a for wort in ("UPDATE", "INSERT", "DELETE") for a in anweisungen(wort)]


@pytest.mark.parametrize(
    ("pfad", "erwartet"),
    [
        (PurePosixPath("/a b/ä?#.db"), "file:///a%20b/%C3%A4%3F%23.db"),
        (PureWindowsPath(r"C:\Daten\a.db"), "file:///C:/Daten/a.db"),
        (PureWindowsPath(r"\\amt\rat\a.db"), "file:////amt/rat/a.db"),
    ],
)
def test_paths_as_sqlite_wants_them(pfad, erwartet):
    assert uri(pfad) == erwartet


def test_odd_names_of_files(tmp_path):
    pfad = tmp_path / "Büro #1 ?mode=ro&x 100%.db"
    ablage = oeffne(pfad, nur_lesen=False, sicherungsordner=tmp_path)
    ablage.write(lambda work: work.vorgaenge.add(schlichter_vorgang("x")))
    assert ablage.check() == []
    ablage.close()
    assert [p.name for p in tmp_path.iterdir()] == [pfad.name]


def test_connection_is_set_up(sqlite, tmp_path):
    with sqlite._engine.connect() as verbindung:
        werte = {
            name: verbindung.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert werte == {
        "journal_mode": "delete",
        "synchronous": 3,
        "foreign_keys": 1,
        "busy_timeout": 5000,
    }
    lesend = verbinde_sqlite(tmp_path / "a.db", nur_lesen=True)
    with pytest.raises(Exception, match="readonly"):
        lesend.execute("DELETE FROM vorgang")
    lesend.close()
