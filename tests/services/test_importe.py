"""Taking in what was copied: HTML where it says more, else the plain text."""

from __future__ import annotations

import pytest

from antragsbuero.dokument.fehler import Dateifehler
from antragsbuero.formats.text_reader import lies_text
from antragsbuero.services.einstellungen import lade_ratsprofil
from antragsbuero.services.errors import Buerofehler
from antragsbuero.services.events import Ereignisse
from antragsbuero.services.importe import Importe
from tests.fakes.ablage import FakeAblage
from tests.services.bau import HEUTE

ANTRAG = (
    "Antrag vom 5. März 2025\n\nDie Stadt stellt Bänke auf.\n\nBegründung:\n\nEs fehlen welche."
)


def _importe(html: str | None) -> Importe:
    """An import whose HTML reader finds these words, None if it cannot read at all."""

    def lies(inhalt: bytes, name: str):
        if not name.endswith(".html"):
            return lies_text(inhalt, name)
        if html is None:
            raise Dateifehler("Die Seite kann nicht gelesen werden.")
        return lies_text(html.encode(), name)

    profil = lade_ratsprofil("leipzig")
    return Importe(FakeAblage(), Ereignisse(), lies, lambda: profil, lambda: HEUTE)


def test_html_wins_where_it_is_recognised() -> None:
    vorschlag = _importe(ANTRAG).lies_zwischenablage("anderes", "<p>x</p>")
    assert (vorschlag.name, len(vorschlag.vorgaenge)) == ("Zwischenablage.html", 1)


@pytest.mark.parametrize("html", [None, "Nichts davon ist bekannt."])
def test_the_plain_text_steps_in(html: str | None) -> None:
    vorschlag = _importe(html).lies_zwischenablage(ANTRAG, "<p>x</p>")
    assert (vorschlag.name, len(vorschlag.vorgaenge)) == ("Zwischenablage.txt", 1)


def test_html_alone_is_shown_or_its_fault_is_told() -> None:
    assert _importe("Unbekanntes.").lies_zwischenablage("", "<p>x</p>").vorgaenge == ()
    with pytest.raises(Buerofehler, match="kann nicht gelesen"):
        _importe(None).lies_zwischenablage(" ", "<p>x</p>")
