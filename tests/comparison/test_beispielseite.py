"""The life of a real motion: its stages read by hand from the saved page."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from antragsbuero.comparison.compare import vergleiche
from antragsbuero.comparison.synopse import Aenderungsart, Bereich, Synopse, Teilart, Zeilenart
from antragsbuero.domain.fassung import Fassung
from antragsbuero.domain.frist import Frist, Genauigkeit
from tests.comparison.bauen import fassung, punkt

SEITE = Path(__file__).parents[3] / "shared/samples/01-leipzig-quartiersmanagement-connewitz.txt"
Q2 = Frist("Im 2. Quartal 2020", date(2020, 6, 30), Genauigkeit.GENAU)
Q3 = Frist("im 3. Quartal 2020", date(2020, 9, 30), Genauigkeit.GENAU)
ZUM_Q2 = Frist("zum II. Quartal 2020", date(2020, 6, 30), Genauigkeit.UNSCHARF)
BALD = Frist("Schnellstmöglich", None, Genauigkeit.DRINGLICH)

pytestmark = pytest.mark.skipif(not SEITE.exists(), reason=f"{SEITE.name} is not there")


def _abschnitt(anfang: str, ende: str) -> tuple[list[str], list[str]]:
    """Points and Begründung of one stage."""
    zeilen = unicodedata.normalize("NFC", SEITE.read_text("utf-8")).split("\n")
    von = next(n for n, z in enumerate(zeilen) if z.startswith(anfang))
    bis = next(n for n, z in enumerate(zeilen) if n > von and z.startswith(ende))
    texte = [z.replace("\xa0", " ").strip() for z in zeilen[von + 1 : bis]]
    texte = [z for z in texte if z and not z.endswith((":", "beschlossen:"))]
    punkte = [z for z in texte if re.match(r"\d+\.\s", z)]
    if not punkte:
        return texte[:1], texte[1:]
    return [re.sub(r"^\d+\.\s+", "", p) for p in punkte], [z for z in texte if z not in punkte]


def _stufe(anfang: str, ende: str, fristen: list[Frist]) -> Fassung:
    punkte, begruendung = _abschnitt(anfang, ende)
    return fassung(
        *(
            punkt(text, f"{n}.", fristen=[f for f in fristen if f.wortlaut in text])
            for n, text in enumerate(punkte, 1)
        ),
        begruendung=begruendung,
    )


@pytest.fixture(scope="module")
def stufen() -> dict[str, Fassung]:
    return {
        "U": _stufe("Ursprungsantrag vom", "Verwaltungsstandpunkt", [ZUM_Q2]),
        "V": _stufe("Verwaltungsstandpunkt vom", "Beschluss der", [Q2, Q3]),
        "N": _stufe("Neufassung des", "Ursprungsantrag", [Q2, Q3]),
        "B": _stufe("Beschluss der", "Endbericht", [BALD]),
    }


def _punktreihen(synopse: Synopse) -> list[tuple[tuple[int, ...], ...]]:
    return [
        tuple(zelle.punkte for zelle in zeile.zellen)
        for zeile in synopse.zeilen
        if zeile.bereich is Bereich.PUNKTE
    ]


def test_the_stages_are_read_as_counted_by_hand(stufen):
    zahlen = {k: (len(f.punkte), len(f.begruendung)) for k, f in stufen.items()}
    assert zahlen == {"U": (1, 3), "V": (2, 7), "N": (3, 3), "B": (3, 0)}


def test_statement_and_new_wording(stufen):
    synopse = vergleiche([stufen["V"], stufen["N"]])
    assert _punktreihen(synopse) == [((0,), (0,)), ((1,), (1,)), ((), (2,))]
    arten = [z.art for z in synopse.zeilen if z.bereich is Bereich.PUNKTE]
    assert arten == [Zeilenart.UNVERAENDERT, Zeilenart.GEAENDERT, Zeilenart.EINGEFUEGT]
    assert synopse.fristen == ()


def test_the_resolution_loses_two_dates(stufen):
    synopse = vergleiche([stufen["N"], stufen["B"]])
    assert _punktreihen(synopse) == [((n,), (n,)) for n in range(3)]
    assert [(f.art, f.zeile, f.datum_verloren) for f in synopse.fristen] == [
        (Aenderungsart.GEAENDERT, 0, True),
        (Aenderungsart.ENTFALLEN, 1, True),
    ]
    teile = synopse.zeilen[0].zellen[1].teile
    assert teile is not None
    assert [(t.art, t.alt.strip() or t.neu.strip()) for t in teile[:2]] == [
        (Teilart.WEG, "Im 2. Quartal 2020"),
        (Teilart.NEU, "Schnellstmöglich"),
    ]


def test_all_four_stages_in_one_table(stufen):
    synopse = vergleiche([stufen[k] for k in "UVNB"])
    reihen = _punktreihen(synopse)
    assert ((), (0,), (0,), (0,)) in reihen
    assert ((), (1,), (1,), (1,)) in reihen
    assert ((), (), (2,), (2,)) in reihen
    assert reihen[0] == ((0,), (), (), ())
