"""The table model tells exactly what changed."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from antragsbuero.ui.shared.table_model import ROW_ROLE, RowTableModel, Spalte


@dataclass(frozen=True)
class Row:
    kennung: int
    text: str = ""


_SPALTEN: tuple[Spalte[Row], ...] = (
    Spalte("Kennung", lambda r: str(r.kennung), rechts=True),
    Spalte("Text", lambda r: r.text),
)
_rows = st.lists(
    st.builds(Row, st.integers(0, 30), st.sampled_from("abc")), unique_by=lambda r: r.kennung
)


def _modell() -> RowTableModel[Row]:
    return RowTableModel(_SPALTEN, lambda row: row.kennung)


class Spiegel:
    """Rebuilds the rows from the signals alone."""

    def __init__(self, modell: RowTableModel[Row]) -> None:
        self.modell = modell
        self.rows = list(modell.rows)
        self.resets = 0
        modell.rowsInserted.connect(self._ein)
        modell.rowsRemoved.connect(self._aus)
        modell.rowsMoved.connect(self._um)
        modell.dataChanged.connect(self._neu)
        modell.modelReset.connect(self._alles)

    def _ein(self, _p, von, bis) -> None:
        self.rows[von:von] = [self.modell.row(i) for i in range(von, bis + 1)]

    def _aus(self, _p, von, bis) -> None:
        del self.rows[von : bis + 1]

    def _um(self, _p, von, bis, _z, nach) -> None:
        teil = self.rows[von : bis + 1]
        del self.rows[von : bis + 1]
        self.rows[nach:nach] = teil

    def _neu(self, oben, unten) -> None:
        for i in range(oben.row(), unten.row() + 1):
            self.rows[i] = self.modell.row(i)

    def _alles(self) -> None:
        self.resets += 1
        self.rows = list(self.modell.rows)


def test_passes_qts_own_tester(qtmodeltester) -> None:
    modell = _modell()
    modell.set_rows([Row(1, "a"), Row(2, "b")])
    qtmodeltester.check(modell)
    modell.set_rows([Row(2, "b"), Row(3, "c"), Row(1, "x")])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_rows, _rows)
def test_signals_alone_rebuild_the_rows(qapp, alt: list[Row], neu: list[Row]) -> None:
    modell = _modell()
    spiegel = Spiegel(modell)
    modell.set_rows(alt)
    modell.set_rows(neu)
    assert list(modell.rows) == neu
    assert spiegel.rows == neu


def test_one_changed_row_is_one_change(qtbot) -> None:
    modell = _modell()
    modell.set_rows([Row(i) for i in range(5000)])
    spiegel = Spiegel(modell)
    rows = [Row(4999, "neu"), *(Row(i) for i in range(4999))]
    with qtbot.waitSignals([modell.rowsMoved, modell.dataChanged]):
        modell.set_rows(rows)
    assert spiegel.resets == 0
    assert modell.zeile(4999) == 0


def test_another_order_of_many_is_one_reset(qapp) -> None:
    modell = _modell()
    modell.set_rows([Row(i) for i in range(5000)])
    spiegel = Spiegel(modell)
    modell.set_rows([Row(i) for i in reversed(range(5000))])
    assert spiegel.resets == 1


def test_hands_out_the_row_and_its_words(qapp) -> None:
    modell = _modell()
    modell.set_rows([Row(7, "sieben")])
    assert modell.index(0, 1).data() == "sieben"
    assert modell.index(0, 0).data(ROW_ROLE) == Row(7, "sieben")
