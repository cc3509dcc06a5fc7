"""Loading: one at a time, once more after a storm, and no late answer over a newer one."""

from __future__ import annotations

from antragsbuero.ui.shared.lader import Lader, Neuester
from tests.ui.sofort import WartenderRunner


def _lader(arbeit):
    runner, gesehen, fehler = WartenderRunner(), [], []
    return runner, Lader(runner, lambda: arbeit, gesehen.append, fehler.append), gesehen, fehler


def test_a_storm_of_calls_loads_once_more() -> None:
    zahlen = iter(range(9))
    runner, lader, gesehen, _ = _lader(lambda _: next(zahlen))
    for _ in range(20):
        lader.lade()
    assert len(runner.wartend) == 1
    while runner.wartend:
        runner.laufe()
    assert gesehen == [0, 1]


def test_after_a_fault_one_can_load_again() -> None:
    antworten = iter((ValueError("fort"), 7))

    def arbeit(_):
        antwort = next(antworten)
        if isinstance(antwort, Exception):
            raise antwort
        return antwort

    runner, lader, gesehen, fehler = _lader(arbeit)
    lader.lade()
    runner.laufe()
    assert [str(f) for f in fehler] == ["fort"]
    lader.lade()
    runner.laufe()
    assert gesehen == [7]


def test_only_the_newest_answer_counts() -> None:
    runner, gesehen, fehler = WartenderRunner(), [], []
    neuester = Neuester(runner)
    neuester.lade(lambda _: "alt", gesehen.append, fehler.append)
    neuester.lade(lambda _: "neu", gesehen.append, fehler.append)
    runner.laufe(1)
    runner.laufe(0)
    neuester.lade(lambda _: "vergessen", gesehen.append, fehler.append)
    neuester.vergiss()
    runner.laufe()
    assert (gesehen, fehler) == (["neu"], [])
