"""Nothing of a source is lost, whatever it looks like."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antragsbuero.documents.recognise import erkenne
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.formats.text_reader import dokument_aus_text
from tests.documents.woerter import KARLSRUHE, LEIPZIG, fehlende, lies

PAPIERE = Path(__file__).parents[3] / "shared" / "samples"
NAMEN = (
    "01-leipzig-quartiersmanagement-connewitz",
    "03-leipzig-antrag-neufassung-VII-A-08079-NF-02",
    "04-leipzig-antwort-VII-F-08507-AW-01",
    "08-leipzig-antrag-VII-A-08607",
    "12-karlsruhe-beschlusskontrolle",
    "16-karlsruhe-waldweihnacht-vier-aenderungsantraege",
    "23-karlsruhe-hygieneprodukte-mit-nachfrage",
    "31-karlsruhe-lukifg-punktweise",
)

ZEILEN = (
    "Antrag Mehr Bänke am Fluss",
    "Antrag: Mehr Bänke am Fluss",
    "Antrag: CDU",
    "Antrag-Nr. VII-A-01234",
    "Ursprungsantrag vom 5. Mai 2021",
    "Neufassung des Antrages vom 16. April 2020",
    "Änderungsantrag der Fraktion SPD vom 3.4.2020",
    "Verwaltungsstandpunkt vom 31. Februar 2020",
    "Alternativvorschlag der Verwaltung:",
    "Beschluss der Ratsversammlung am 20. Mai 2020",
    "Beschluss:",
    "Der Antrag wurde vom Stadtrat einstimmig wie folgt beschlossen:",
    "Abstimmungsergebnis:",
    "Ziffer 1 und 2: mehrheitlich abgelehnt (3 Ja, 9 Nein)",
    "Endbericht vom 03.08.2022",
    "Anfrage: Wo stehen die Bänke?",
    "Antwort der Verwaltung:",
    "Niederschrift 4. Plenarsitzung des Gemeinderates",
    '===== Antrag | Vorlage 2022/0508 | Datei "Antrag" | 2022-05-05 | https://rat.example',
    "Der Stadtrat möge beschließen:",
    "Wir fragen an:",
    "Begründung:",
    "Begründung: Es fehlt an Bänken.",
    "Sachverhalt",
    "Betreff:",
    "Eingereicht von:",
    "Fraktion SPD",
    "Status: öffentlich",
    "Beratungsfolge (Änderungen vorbehalten):",
    "Ratsversammlung 17.05.2023 Verweisung in die",
    "Gremien",
    "Stammbaum:",
    "Finanzielle Auswirkungen",
    "Unterzeichnet von:",
    "Anlage/n",
    "Zu BP 1:",
    "Zu 1. und 2.: Erledigt.",
    "Frage 1: Wie viele?",
    "1. Im 2. Quartal 2021 werden zehn Bänke aufgestellt.",
    "  2. bis Ende 2022 weitere,",
    "a) am Ufer",
    "(b) im Park",
    "1.1 Unterpunkt",
    "I. Quartal 2020",
    "• schnellstmöglich",
    "- jährlich",
    "Der Oberbürgermeister wird beauftragt, zum Ende des Schuljahres zu berichten,",
    "und diese Zeile bricht mitten im Satz um, weil sie aus einem gedruckten Papier stammt, das",
    "so weitergeht und auch hier noch nicht fertig ist, denn Papier ist geduldig und die Zei-",
    "len sind lang; am Ende steht ein Punkt.",
    "– 2 –",
    "1 von 2 in Zusammenstellung",
    "Zurück",
    "Impressum",
    "Spalte\tSpalte\tSpalte",
    '<b>fett</b> & <img src="/etc/hostname">',
    "BEGRU\u0308NDUNG:",
    "\u00a0",
    "",
    "",
    "",
)

zeilen = st.one_of(
    st.sampled_from(ZEILEN),
    st.text(alphabet=st.characters(codec="utf-8"), max_size=40),
)
seiten = st.lists(zeilen, max_size=45).map("\n".join)


@given(seiten)
@settings(max_examples=400, deadline=None)
def test_every_letter_is_in_a_text_or_left_out(seite: str) -> None:
    assert not fehlende(seite, lies(seite))


@given(seiten)
@settings(max_examples=150, deadline=None)
def test_places_point_at_their_words(seite: str) -> None:
    erkennung = lies(seite, KARLSRUHE)
    for stueck in erkennung.ausgelassen:
        assert 0 <= stueck.von < stueck.bis <= len(seite)
    stellen = [(s.von, s.bis) for s in erkennung.ausgelassen]
    assert stellen == sorted(stellen)
    for zweifel in erkennung.zweifel:
        assert 0 <= zweifel.von <= zweifel.bis <= len(seite)


@given(seiten)
@settings(max_examples=150, deadline=None)
def test_vorgaenge_hang_together(seite: str) -> None:
    for vorgang in lies(seite).vorgaenge:
        assert vorgang.betreff
        _pruefe(vorgang)


def _pruefe(vorgang: Vorgang) -> None:
    kennungen = [fassung.kennung for fassung in vorgang.fassungen]
    for nummer, fassung in enumerate(vorgang.fassungen):
        assert fassung.eingereicht
        assert fassung.zu is None or fassung.zu in kennungen
        assert fassung.zu != fassung.kennung
        assert fassung.zu is None or kennungen.index(fassung.zu) != nummer
    for abstimmung in vorgang.abstimmungen:
        assert abstimmung.fassung is None or abstimmung.fassung in kennungen
        assert abstimmung.beschluss is None or abstimmung.beschluss in kennungen
    for bericht in vorgang.berichte:
        assert bericht.zu is None or bericht.zu in kennungen


@pytest.mark.parametrize("profil", [LEIPZIG, KARLSRUHE], ids=lambda p: p.kennung)
@pytest.mark.parametrize("name", NAMEN)
def test_real_papers_lose_no_letter(name: str, profil: object) -> None:
    pfad = PAPIERE / f"{name}.txt"
    if not pfad.exists():
        pytest.skip(f"{pfad.name} liegt nicht neben dem Projekt")
    text = pfad.read_text("utf-8")
    erkennung = erkenne(dokument_aus_text(text), profil)  # type: ignore[arg-type]
    assert erkennung.vorgaenge
    assert not fehlende(text, erkennung)
    for stueck in erkennung.ausgelassen:
        assert re.sub(r"\s", "", stueck.text) == re.sub(
            r"[\s\u00ad]", "", text[stueck.von : stueck.bis]
        )
