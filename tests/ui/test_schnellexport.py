"""Saving one paper at once: what goes without asking, and the way on when something is amiss."""

from __future__ import annotations

from pathlib import Path

import pytest

from antragsbuero.services.briefkoepfe import BriefkopfUnbrauchbar
from antragsbuero.services.errors import Buerofehler
from antragsbuero.services.exporte import AnlagenUnbrauchbar, Exportergebnis
from antragsbuero.services.papier import OHNE_WAHL, Exportwahl
from antragsbuero.ui.shared.schnellexport import (
    OHNE_ANLAGEN,
    OHNE_BRIEFKOPF,
    gespeichert,
    schnellwahl,
    schreibe_schnell,
)
from tests.ui.sofort import SofortRunner

ZIEL = Path("Antrag.pdf")


def test_anlagen_go_into_a_pdf_as_the_office_wanted_them_last() -> None:
    assert schnellwahl(ZIEL, anlagen=True) == Exportwahl(anlagen=True)
    assert schnellwahl(Path("ANTRAG.PDF"), anlagen=True).anlagen
    assert schnellwahl(ZIEL, anlagen=False) == OHNE_WAHL
    assert schnellwahl(Path("Antrag.docx"), anlagen=True) == OHNE_WAHL


def test_what_was_written_is_told_with_its_anlagen() -> None:
    assert gespeichert(Exportergebnis(ZIEL, ())) == ("Gespeichert: Antrag.pdf", "info")
    mit = Exportergebnis(ZIEL, ("Nicht archivfest.",), mit_anlagen=True)
    assert gespeichert(mit) == ("Gespeichert: Antrag.pdf (mit Anlagen)\nNicht archivfest.", "gelb")


@pytest.mark.parametrize(
    ("fehler", "weg", "dann"),
    [
        (BriefkopfUnbrauchbar("Kopf"), OHNE_BRIEFKOPF,
         Exportwahl(anlagen=True, ohne_briefkopf=True)),
        (AnlagenUnbrauchbar("Kennwort"), OHNE_ANLAGEN, OHNE_WAHL),
        (Buerofehler("Kein Platz"), None, None),
    ],
)  # fmt: skip
def test_the_way_on_leaves_out_what_stood_in_the_way(fehler, weg, dann) -> None:
    wahlen: list[Exportwahl] = []
    gescheitert: list[object] = []

    def arbeit(wahl: Exportwahl) -> str:
        wahlen.append(wahl)
        if len(wahlen) == 1:
            raise fehler
        return "fertig"

    fertig: list[str] = []
    schreibe_schnell(
        SofortRunner(), arbeit, "…", fertig.append,
        lambda _, aktion: gescheitert.append(aktion), Exportwahl(anlagen=True),
    )  # fmt: skip
    (aktion,) = gescheitert
    if weg is None:
        assert aktion is None
        return
    assert aktion[0] == weg
    aktion[1]()
    assert (wahlen[-1], fertig) == (dann, ["fertig"])
