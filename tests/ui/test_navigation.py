"""Places visited, with a way back and forward."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from antragsbuero.ui.shared.navigation import Bildschirm, Ort, Weg

_ORTE = st.builds(Ort, st.sampled_from(list(Bildschirm)[:3]), st.sampled_from([None, "a", "b"]))


class WegMachine(RuleBasedStateMachine):
    """Against a plain model: a list behind and a list ahead."""

    def __init__(self) -> None:
        super().__init__()
        self.weg = Weg()
        self.hinten: list[Ort] = []
        self.hier: Ort | None = None
        self.vorn: list[Ort] = []

    @rule(ort=_ORTE)
    def besuche(self, ort: Ort) -> None:
        self.weg.besuche(ort)
        if ort == self.hier:
            return
        if self.hier is not None:
            self.hinten.append(self.hier)
        self.hier, self.vorn = ort, []

    @rule()
    def zurueck(self) -> None:
        ort = self.weg.zurueck()
        if not self.hinten:
            assert ort is None
            return
        assert self.hier is not None
        self.vorn.append(self.hier)
        self.hier = self.hinten.pop()
        assert ort == self.hier

    @rule()
    def vor(self) -> None:
        ort = self.weg.vor()
        if not self.vorn:
            assert ort is None
            return
        assert self.hier is not None
        self.hinten.append(self.hier)
        self.hier = self.vorn.pop()
        assert ort == self.hier

    @invariant()
    def gleich(self) -> None:
        assert self.weg.hier == self.hier
        assert self.weg.kann_zurueck == bool(self.hinten)
        assert self.weg.kann_vor == bool(self.vorn)


TestWeg = WegMachine.TestCase


def test_forgets_what_is_long_ago() -> None:
    weg = Weg()
    for i in range(Weg.GRENZE + 50):
        weg.besuche(Ort(Bildschirm.VORGANG, str(i)))
    schritte = 0
    while weg.zurueck():
        schritte += 1
    assert schritte == Weg.GRENZE - 1


def test_a_vorgang_that_is_gone_leaves_the_way() -> None:
    weg = Weg()
    for ort in (
        Ort(Bildschirm.VORGAENGE),
        Ort(Bildschirm.VORGANG, "fort"),
        Ort(Bildschirm.EDITOR, "fort"),
        Ort(Bildschirm.VORGANG, "da"),
    ):
        weg.besuche(ort)
    weg.vergiss("fort")
    assert weg.hier == Ort(Bildschirm.VORGANG, "da")
    assert weg.zurueck() == Ort(Bildschirm.VORGAENGE)


def test_all_places_gone_leaves_none() -> None:
    weg = Weg()
    weg.besuche(Ort(Bildschirm.VORGANG, "fort"))
    weg.vergiss("fort")
    assert weg.hier is None
    assert not weg.kann_zurueck
