"""Stopping long papers: every composer and writer asks, leaves no file and no trace."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from antragsbuero.comparison.compare import vergleiche
from antragsbuero.documents.compose_akte import akte_dokument
from antragsbuero.documents.compose_fassung import fassung_dokument
from antragsbuero.documents.compose_korrekturfassung import Korrekturseite, korrekturdokument
from antragsbuero.documents.compose_register import Registereintrag, register_dokument
from antragsbuero.documents.compose_synopse import synopse_dokument
from antragsbuero.dokument.abbruch import (
    Abgebrochen,
    abbruch_gewollt,
    pruefe_abbruch,
    unterbrechbar,
)
from antragsbuero.dokument.dokument import Dokument
from antragsbuero.formats.docx_briefkopf import schreibe_mit_briefkopf
from antragsbuero.formats.docx_writer import schreibe_docx
from antragsbuero.formats.html_writer import schreibe_html
from antragsbuero.formats.pdf_writer import schreibe_pdf
from antragsbuero.formats.redline_writer import schreibe_korrekturen
from antragsbuero.resources import resource
from tests.documents.schwimmhalle import ANTRAG, KOPF, NEUFASSUNG, STICHTAG, VORGANG, punkt

SYNOPSE = vergleiche((ANTRAG, NEUFASSUNG), titel=("Alt", "Neu"))
EINTRAG = Registereintrag(VORGANG, {})
SEITEN = [Korrekturseite(VORGANG, fassung) for fassung in (ANTRAG, NEUFASSUNG)]


def korrekturen():
    return korrekturdokument(SYNOPSE, *SEITEN, KOPF, datetime(2026, 3, 2, tzinfo=UTC))


PAPIERE: dict[str, Callable[[], object]] = {
    "fassung": lambda: fassung_dokument(VORGANG, ANTRAG, KOPF),
    "synopse": lambda: synopse_dokument(SYNOPSE, "Halle", KOPF, STICHTAG),
    "register": lambda: register_dokument([EINTRAG], KOPF, STICHTAG),
    "akte": lambda: akte_dokument(EINTRAG, KOPF, STICHTAG),
    "korrekturfassung": korrekturen,
}


def _dokument() -> Dokument:
    return synopse_dokument(SYNOPSE, "Halle", KOPF, STICHTAG)


def _briefkopf(dokument: Dokument, ziel: Path) -> list[str]:
    kopf = resource("briefkoepfe", "synopse.docx").read_bytes()
    return schreibe_mit_briefkopf(dokument, kopf, ziel)


SCHREIBER = {
    "pdf": lambda ziel: schreibe_pdf(_dokument(), ziel),
    "word": lambda ziel: schreibe_docx(_dokument(), ziel),
    "briefkopf": lambda ziel: _briefkopf(_dokument(), ziel),
    "html": lambda ziel: schreibe_html(_dokument(), ziel),
    "korrekturen": lambda ziel: schreibe_korrekturen(korrekturen(), ziel),
}


def _zaehle(arbeit: Callable[[], object]) -> int:
    """How often the work asks."""
    fragen = 0

    def frage() -> bool:
        nonlocal fragen
        fragen += 1
        return False

    with unterbrechbar(frage):
        arbeit()
    return fragen


def _beim(mal: int) -> Callable[[], bool]:
    fragen: Iterator[int] = iter(range(1, 10**9))
    return lambda: next(fragen) >= mal


@pytest.mark.parametrize("papier", PAPIERE)
def test_composers_stop_where_they_are(papier: str) -> None:
    fragen = _zaehle(PAPIERE[papier])
    assert fragen >= 3
    for mal in (1, fragen // 2 + 1, fragen):
        with pytest.raises(Abgebrochen), unterbrechbar(_beim(mal)):
            PAPIERE[papier]()


@pytest.mark.parametrize("schreiber", SCHREIBER)
def test_writers_stop_and_leave_the_old_file(schreiber: str, tmp_path: Path) -> None:
    ziel = tmp_path / "papier"
    ziel.write_bytes(b"alt")
    fragen = _zaehle(lambda: SCHREIBER[schreiber](tmp_path / "neu"))
    (tmp_path / "neu").unlink()
    for mal in sorted({1, fragen // 3, fragen * 2 // 3, fragen}):
        with pytest.raises(Abgebrochen), unterbrechbar(_beim(max(1, mal))):
            SCHREIBER[schreiber](ziel)
    assert [(pfad.name, pfad.read_bytes()) for pfad in tmp_path.iterdir()] == [("papier", b"alt")]


def test_long_tables_ask_at_every_row_and_page(tmp_path: Path) -> None:
    """Between two questions lies never more than one page, however long the paper."""
    punkte = tuple(punkt(f"{n}.", f"Die Bahn {n} bekommt {n * 7} neue Leinen.") for n in range(150))
    lang = replace(ANTRAG, punkte=punkte)
    synopse = vergleiche((lang, replace(lang, kennung="b")), titel=("Alt", "Neu"))
    zeilen = len(punkte)
    assert _zaehle(lambda: synopse_dokument(synopse, "Halle", KOPF, date.min)) >= zeilen
    dokument = synopse_dokument(synopse, "Halle", KOPF, STICHTAG)
    assert _zaehle(lambda: schreibe_docx(dokument, tmp_path / "a.docx")) >= 2 * zeilen
    # set, drawn, saved, tagged, checked and saved again
    assert _zaehle(lambda: schreibe_pdf(dokument, tmp_path / "a.pdf")) >= 4 * zeilen


def test_the_question_belongs_to_one_thread_and_ends_with_its_block() -> None:
    gewollt: list[bool] = []
    with unterbrechbar(lambda: True):
        anderer = threading.Thread(target=lambda: gewollt.append(abbruch_gewollt()))
        anderer.start()
        anderer.join()
        with unterbrechbar(lambda: False):
            pruefe_abbruch()
        assert abbruch_gewollt()
    assert gewollt == [False]
    pruefe_abbruch()
