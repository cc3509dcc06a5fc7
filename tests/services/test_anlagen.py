"""Anlagen of a draft: add, order, name, remove, look at; files that are not what they should."""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from antragsbuero.dokument.fehler import Dateifehler
from antragsbuero.domain.absatz import absaetze
from antragsbuero.domain.anlage import HOECHSTGROESSE, STUECK, Anlage
from antragsbuero.services import anlagen as modul
from antragsbuero.services.anlagen import Anlagen
from antragsbuero.services.anlagendatei import anlagenname, groesse_als_text
from antragsbuero.services.errors import Abgelehnt, Ablagefehler, Buerofehler, NichtGefunden
from antragsbuero.services.events import VorgangGespeichert
from tests.services.bau import buehne

RTL = chr(0x202E)


def schreibe(ziel: Path, inhalt: bytes) -> None:
    if not ziel.parent.is_dir():
        raise Dateifehler("Den Ordner gibt es nicht.")
    ziel.write_bytes(inhalt)


class Buero:
    """A draft and its Anlagen."""

    def __init__(self, ordner: Path) -> None:
        self.buehne = buehne()
        self.ordner = ordner
        self.dienst = Anlagen(self.buehne.ablage, self.buehne.ereignisse, schreibe)
        neu = self.buehne.vorgaenge.neuer_vorgang("Bänke")
        self.vorgang, self.fassung = neu.kennung, neu.fassungen[0].kennung

    def datei(self, name: str, inhalt: bytes = b"") -> Path:
        pfad = self.ordner / name
        pfad.write_bytes(inhalt or name.encode())
        return pfad

    def fuege_hinzu(self, *pfade: Path, lauf=None):
        return self.dienst.fuege_hinzu(self.vorgang, self.fassung, pfade, lauf)

    @property
    def anlagen(self) -> tuple[Anlage, ...]:
        return self.buehne.vorgaenge.get(self.vorgang).fassung(self.fassung).anlagen

    @property
    def namen(self) -> list[str]:
        return [anlage.name for anlage in self.anlagen]


@pytest.fixture
def b(tmp_path):
    buero = Buero(tmp_path)
    yield buero
    buero.dienst.raeume_auf()


class Lauf:
    def __init__(self, halt_nach: int = 10_000) -> None:
        self.anteile: list[float | None] = []
        self._rest = halt_nach

    def pruefe(self) -> None:
        self._rest -= 1
        if self._rest < 0:
            raise InterruptedError("abgebrochen")

    def fortschritt(self, anteil: float | None) -> None:
        self.anteile.append(anteil)


class TestAdd:
    def test_files_come_in_order_with_their_bytes(self, b):
        lauf = Lauf()
        gross = bytes(range(256)) * (3 * STUECK // 256) + b"Rest"
        zugang = b.fuege_hinzu(b.datei("Plan.pdf", gross), b.datei("Foto.jpg"), lauf=lauf)
        assert b.namen == ["Plan.pdf", "Foto.jpg"]
        assert zugang.hinweise == ()
        assert zugang.neu == b.anlagen
        assert [a.groesse for a in b.anlagen] == [len(gross), 8]
        assert [b.dienst.inhalt(a) for a in b.anlagen] == [gross, b"Foto.jpg"]
        assert lauf.anteile == sorted(lauf.anteile)
        assert lauf.anteile[-1] == 1
        assert b.buehne.gehoert[-1] == VorgangGespeichert(b.vorgang)

    def test_each_piece_is_a_transaction_of_its_own_and_the_name_comes_last(self, b):
        vorher = b.buehne.ablage.schreibvorgaenge
        b.fuege_hinzu(b.datei("a.pdf", b"x" * (2 * STUECK + 1)))
        assert b.buehne.ablage.schreibvorgaenge == vorher + 4

    def test_same_file_is_stored_once_and_not_named_twice(self, b):
        eins = b.datei("a.pdf", b"gleich")
        b.fuege_hinzu(eins)
        vorher = b.buehne.ablage.schreibvorgaenge
        with pytest.raises(Abgelehnt, match="schon Anlage 1"):
            b.fuege_hinzu(eins)
        zugang = b.fuege_hinzu(eins, b.datei("b.pdf", b"gleich"))
        assert zugang.hinweise == ("„a.pdf“ ist schon Anlage 1.",)
        assert b.namen == ["a.pdf", "b.pdf"]
        assert len({a.sha256 for a in b.anlagen}) == 1
        assert b.buehne.ablage.schreibvorgaenge == vorher + 2  # no piece was stored again

    def test_same_name_gets_a_number(self, b):
        b.fuege_hinzu(b.datei("Plan.pdf", b"alt"))
        b.fuege_hinzu(b.datei("Plan.pdf", b"neu"))
        assert b.namen == ["Plan.pdf", "Plan (2).pdf"]

    def test_200_files(self, b):
        b.fuege_hinzu(*(b.datei(f"{n:03}.pdf") for n in range(200)))
        assert b.namen == [f"{n:03}.pdf" for n in range(200)]

    @pytest.mark.parametrize("halt", range(12))
    def test_cancelled_adds_nothing(self, b, halt):
        with pytest.raises(InterruptedError):
            b.fuege_hinzu(b.datei("a", b"x" * (3 * STUECK)), b.datei("b"), lauf=Lauf(halt))
        assert b.anlagen == ()
        assert b.buehne.ablage._bestand.anlagen == {}

    def test_bytes_that_another_program_took_away_are_stored_again(self, b, monkeypatch):
        mal = iter([True, True])
        echt = Anlagen._aendere

        def gestoert(dienst, vorgang, fassung, aenderung):
            if next(mal, False):
                b.buehne.ablage.write(lambda work: work.anlagen.entferne_verwaiste())
            return echt(dienst, vorgang, fassung, aenderung)

        monkeypatch.setattr(Anlagen, "_aendere", gestoert)
        b.fuege_hinzu(b.datei("a.pdf"))
        assert b.dienst.inhalt(b.anlagen[0]) == b"a.pdf"

    def test_gives_up_when_they_are_taken_again_and_again(self, b, monkeypatch):
        monkeypatch.setattr(modul, "_VERSUCHE", 0)
        with pytest.raises(Ablagefehler, match="nichts hinzugefügt"):
            b.fuege_hinzu(b.datei("a.pdf"))
        assert b.anlagen == ()


class TestBadFiles:
    def test_each_has_its_message_and_good_ones_are_taken(self, b):
        leer = b.ordner / "leer.pdf"
        leer.touch()
        ordner = b.ordner / "Unterlagen"
        ordner.mkdir()
        zugang = b.fuege_hinzu(leer, ordner, b.ordner / "fort.pdf", b.datei("gut.pdf"))
        assert b.namen == ["gut.pdf"]
        assert [h for h in zugang.hinweise if "„leer.pdf“ ist leer" in h]
        assert [h for h in zugang.hinweise if "„Unterlagen“ ist ein Ordner" in h]
        assert [h for h in zugang.hinweise if "„fort.pdf“ gibt es dort nicht mehr" in h]
        assert len(zugang.hinweise) == 3

    def test_only_bad_ones_are_refused(self, b):
        with pytest.raises(Abgelehnt, match="gibt es dort nicht mehr"):
            b.fuege_hinzu(b.ordner / "fort.pdf")

    def test_too_large(self, b):
        pfad = b.ordner / "gross.pdf"
        with pfad.open("wb") as datei:
            datei.truncate(HOECHSTGROESSE + 1)
        with pytest.raises(Abgelehnt, match="größer als 50 MB"):
            b.fuege_hinzu(pfad)

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="gibt es nur unter Unix")
    def test_pipe_does_not_hang(self, b):
        os.mkfifo(b.ordner / "rohr")
        with pytest.raises(Abgelehnt, match="keine gewöhnliche Datei"):
            b.fuege_hinzu(b.ordner / "rohr")

    def test_no_right_to_read(self, b, monkeypatch):
        pfad = b.datei("geheim.pdf")
        monkeypatch.setattr("builtins.open", lambda *a, **k: (_ for _ in ()).throw(
            PermissionError(13, "Permission denied")))  # fmt: skip
        with pytest.raises(Abgelehnt, match=r"„geheim\.pdf“ darf nicht gelesen werden"):
            b.fuege_hinzu(pfad)

    def test_disk_fault(self, b, monkeypatch):
        pfad = b.datei("kaputt.pdf")
        monkeypatch.setattr("builtins.open", lambda *a, **k: (_ for _ in ()).throw(
            OSError(5, "Input/output error")))  # fmt: skip
        with pytest.raises(Abgelehnt, match="lässt sich nicht lesen"):
            b.fuege_hinzu(pfad)


@pytest.mark.parametrize(
    ("roh", "name"),
    [
        ("Plan.pdf", "Plan.pdf"),
        ("../../x", "x"),
        ("..\\..\\windows\\system.ini", "system.ini"),
        ("CON.pdf", "_CON.pdf"),
        ("a" * 300 + ".pdf", "a" * 120 + ".pdf"),
        (f"Rechnung{RTL}fdp.exe", "Rechnungfdp.exe"),
        ("a\u200bb.pdf", "ab.pdf"),
        ("ende. . ", "ende"),
        ("x.pdf.", "x.pdf"),
        (".pdf", "Dokument.pdf"),
        ("a:b*?.pdf", "a-b.pdf"),
        ("", "Dokument"),
        ("..", "Dokument"),
        ("\udcff.pdf", "Dokument.pdf"),
        ("a\u0308.pdf", "ä.pdf"),
        ("Version 1.2 vom 3. März", "Version 1.2 vom 3. März"),
    ],
)
def test_hostile_names(roh, name):
    assert anlagenname(roh) == name


@pytest.mark.parametrize(
    ("name", "nur"),
    [
        ("Plan.pdf", False), ("Foto.JPG", False), ("Tabelle.xlsx", False), ("a.exe", True),
        ("a.pdf.exe", True), ("a.docm", True), ("a.html", True), ("ohne", True), ("a.lnk", True),
        ("a.svg", True), ("a.pdf ", True),
    ],
)  # fmt: skip
def test_what_may_be_opened(name, nur):
    assert Anlage(name, "", 1).nur_speichern is nur


@pytest.mark.parametrize(
    ("groesse", "text"), [(1, "1 KB"), (245_400, "245 KB"), (1_440_000, "1,4 MB")]
)
def test_sizes(groesse, text):
    assert groesse_als_text(groesse) == text


class TestChange:
    @pytest.fixture
    def drei(self, b):
        b.fuege_hinzu(b.datei("a.pdf"), b.datei("b.pdf"), b.datei("c.pdf"))
        return b

    @pytest.mark.parametrize(
        ("name", "platz", "folge"),
        [("c", 0, "cab"), ("a", 1, "bac"), ("a", 9, "bca"), ("b", -5, "bac"), ("b", 1, "abc")],
    )
    def test_order(self, drei, name, platz, folge):
        kennung = next(a.kennung for a in drei.anlagen if a.name == f"{name}.pdf")
        drei.dienst.verschiebe(drei.vorgang, drei.fassung, kennung, platz)
        assert drei.namen == [f"{z}.pdf" for z in folge]

    def test_rename(self, drei):
        erste = drei.anlagen[0]
        drei.dienst.benenne_um(drei.vorgang, drei.fassung, erste.kennung, "Lageplan")
        assert drei.namen == ["Lageplan.pdf", "b.pdf", "c.pdf"]
        assert drei.anlagen[0] == replace(erste, name="Lageplan.pdf")
        for falsch, grund in (("B.PDF", "heißt schon"), (" . ", "braucht einen Namen")):
            with pytest.raises(Abgelehnt, match=grund):
                drei.dienst.benenne_um(drei.vorgang, drei.fassung, erste.kennung, falsch)
        assert drei.namen[0] == "Lageplan.pdf"

    def test_a_program_cannot_be_named_like_a_picture(self, b):
        b.fuege_hinzu(b.datei("a.exe"))
        b.dienst.benenne_um(b.vorgang, b.fassung, b.anlagen[0].kennung, "foto.jpg")
        assert b.namen == ["foto.jpg.exe"]
        assert b.anlagen[0].nur_speichern

    def test_remove_and_undo(self, drei):
        alle, mitte = drei.anlagen, drei.anlagen[1]
        drei.dienst.entferne(drei.vorgang, drei.fassung, mitte.kennung)
        assert drei.namen == ["a.pdf", "c.pdf"]
        for _ in range(2):  # twice changes nothing
            drei.dienst.stelle_wieder_her(drei.vorgang, drei.fassung, mitte, 1)
        assert drei.anlagen == alle
        assert drei.dienst.inhalt(mitte) == b"b.pdf"

    def test_undo_after_the_bytes_went(self, drei):
        erste = drei.anlagen[0]
        drei.dienst.entferne(drei.vorgang, drei.fassung, erste.kennung)
        drei.buehne.ablage.write(lambda work: work.anlagen.entferne_verwaiste())
        with pytest.raises(NichtGefunden, match="noch einmal hinzu"):
            drei.dienst.stelle_wieder_her(drei.vorgang, drei.fassung, erste, 0)

    def test_unknown_one(self, drei):
        with pytest.raises(NichtGefunden, match="gehört nicht mehr zur Fassung"):
            drei.dienst.entferne(drei.vorgang, drei.fassung, "fort")

    def test_submitted_ones_are_frozen(self, drei):
        v = drei.buehne.vorgaenge
        f = v.get(drei.vorgang).fassung(drei.fassung)
        punkte = (replace(f.punkte[0], absaetze=absaetze(["Die Stadt stellt Bänke auf."])),)
        v.speichere_entwurf(drei.vorgang, replace(f, punkte=punkte))
        v.reiche_ein(drei.vorgang, drei.fassung, v._heute())
        kennung, vorher = drei.anlagen[0].kennung, drei.anlagen
        dienst, wo = drei.dienst, (drei.vorgang, drei.fassung)
        for tun in (
            lambda: drei.fuege_hinzu(drei.datei("neu.pdf")),
            lambda: dienst.entferne(*wo, kennung),
            lambda: dienst.verschiebe(*wo, kennung, 2),
            lambda: dienst.benenne_um(*wo, kennung, "neu"),
            lambda: dienst.stelle_wieder_her(*wo, Anlage("x", sha256().hexdigest(), 0), 0),
        ):
            with pytest.raises(Abgelehnt, match="eingereicht"):
                tun()
        assert drei.anlagen == vorher


def test_saving_the_wording_keeps_what_was_added_meanwhile(b):
    """The editor holds the draft from before; its saving must not take the Anlage away."""
    alt = b.buehne.vorgaenge.get(b.vorgang).fassung(b.fassung)
    b.fuege_hinzu(b.datei("a.pdf"))
    getippt = replace(alt, betreff="Neuer Betreff")
    assert getippt.anlagen == ()
    b.buehne.vorgaenge.speichere_entwurf(b.vorgang, getippt)
    b.buehne.vorgaenge.sichere_entwurf(b.vorgang, replace(getippt, betreff="Noch neuer")).result()
    assert b.namen == ["a.pdf"]
    assert b.buehne.vorgaenge.get(b.vorgang).fassung(b.fassung).betreff == "Noch neuer"


def test_saving_the_wording_does_not_bring_a_removed_one_back(b):
    b.fuege_hinzu(b.datei("a.pdf"))
    alt = b.buehne.vorgaenge.get(b.vorgang).fassung(b.fassung)
    b.dienst.entferne(b.vorgang, b.fassung, alt.anlagen[0].kennung)
    b.buehne.vorgaenge.speichere_entwurf(b.vorgang, replace(alt, betreff="Neu"))
    assert b.anlagen == ()


def test_deleting_the_vorgang_takes_the_bytes_along(b):
    b.fuege_hinzu(b.datei("a.pdf"))
    anlage = b.anlagen[0]
    b.buehne.vorgaenge.entferne(b.vorgang)
    with pytest.raises(Ablagefehler, match="fehlt"):
        b.dienst.inhalt(anlage)


class TestLookAt:
    def test_save_as_file(self, b, tmp_path):
        b.fuege_hinzu(b.datei("a.pdf", b"Inhalt"))
        b.dienst.speichere_unter(b.anlagen[0], tmp_path / "kopie.pdf")
        assert (tmp_path / "kopie.pdf").read_bytes() == b"Inhalt"
        with pytest.raises(Buerofehler, match="gibt es nicht"):
            b.dienst.speichere_unter(b.anlagen[0], tmp_path / "fort" / "kopie.pdf")

    def test_copy_is_private_and_goes(self, b):
        b.fuege_hinzu(b.datei("a.pdf", b"Inhalt"))
        kopie = b.dienst.oeffne_kopie(b.anlagen[0])
        assert (kopie.name, kopie.read_bytes()) == ("a.pdf", b"Inhalt")
        if os.name == "posix":
            assert stat.S_IMODE(kopie.stat().st_mode) == 0o400
            assert stat.S_IMODE(kopie.parent.stat().st_mode) == 0o700
        zweite = b.dienst.oeffne_kopie(b.anlagen[0])
        assert zweite != kopie
        b.dienst.raeume_auf()
        assert not kopie.parent.parent.exists()

    def test_programs_are_not_opened(self, b):
        b.fuege_hinzu(b.datei("a.bat"))
        with pytest.raises(Abgelehnt, match="Makros"):
            b.dienst.oeffne_kopie(b.anlagen[0])

    def test_no_room_for_the_copy(self, b, monkeypatch):
        b.fuege_hinzu(b.datei("a.pdf"))
        monkeypatch.setattr("tempfile.mkdtemp", lambda **_: (_ for _ in ()).throw(
            OSError(28, "No space left on device")))  # fmt: skip
        with pytest.raises(Buerofehler, match="genug Platz"):
            b.dienst.oeffne_kopie(b.anlagen[0])

    def test_damage_is_found(self, b):
        b.fuege_hinzu(b.datei("a.pdf"))
        b.buehne.ablage._bestand.anlagen[b.anlagen[0].sha256][0] = b"falsch"
        with pytest.raises(Ablagefehler, match=r"„a\.pdf“ ist beschädigt"):
            b.dienst.inhalt(b.anlagen[0])
