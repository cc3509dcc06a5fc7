"""The main job from the pasted page to the exported Nachfrage, on a real screen."""

from __future__ import annotations

import os
import random
import time
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.ende_zu_ende.bedienung import WURZEL, Programm, Schirm, zeige_json

pytestmark = pytest.mark.gruendlich

BEISPIEL = WURZEL / "resources" / "beispiel" / "schulstrassen.txt"
PROBEN = WURZEL.parent / "shared" / "samples"
ECHTE = next(iter(PROBEN.glob("01*.txt")), PROBEN / "01.txt")
EIGENE_WORTE = "Zusätzlich wird jährlich berichtet, spätestens im März."
_HOECHSTENS = 3.0
"""Seconds of typing that a crash may cost."""
EIGENE_FRAGE = "Welche Stellen wurden zusätzlich gehört, und wann?"


@pytest.fixture(params=[BEISPIEL, ECHTE], ids=["beispiel", "echte-seite"])
def seite(request: pytest.FixtureRequest) -> Path:
    if not request.param.exists():
        pytest.skip(f"{request.param.name} liegt hier nicht")
    return request.param


def _vorgang(programm: Programm) -> Any:
    (vorgang,) = programm.zeigen("liste")["vorgaenge"]
    return vorgang


def _worte(datei: Path) -> str:
    """The words of a Word file, whatever runs they are in."""
    with zipfile.ZipFile(datei) as archiv:
        assert archiv.testzip() is None
        xml = archiv.read("word/document.xml").decode()
    return "".join(stueck.partition(">")[2] for stueck in xml.split("<"))


def _pruefe_pdf(datei: Path) -> None:
    inhalt = datei.read_bytes()
    assert inhalt.startswith(b"%PDF-")
    assert inhalt.rstrip().endswith(b"%%EOF")


def _pruefe_zeitstrahl(programm: Programm) -> None:
    """The stations of the drawn timeline."""
    programm.sieh("Zeitstrahl")
    for station in ("Ursprungsantrag", "Verwaltungsstandpunkt", "Neufassung", "Beschluss"):
        assert [d for d in programm.alle("", "CheckBox") if f", {station}" in d.name]


def _pruefe_vergleich(programm: Programm) -> None:
    """Three columns; what the resolution lost is told above the table."""
    for art in ("Verwaltungsstandpunkt,", "Neufassung,", "Beschluss,"):
        programm.sieh(art, "ColumnHeader", anfang=True)
    programm.sieh("Frist entfallen", "StaticText")
    if programm.alle("Punkt 1: „Im 2. Quartal 2020“"):
        programm.sieh("Frist geändert", "StaticText")


def _pruefe_neufassung(programm: Programm) -> None:
    fassungen = _vorgang(programm)["fassungen"]
    neue = max(fassungen, key=lambda f: f["datum"] or "")
    assert (neue["art"], neue["eingereicht"]) == ("NEUFASSUNG", True)
    assert EIGENE_WORTE in "\n".join(p["text"] for p in neue["punkte"])


def _pruefe_nachfrage(programm: Programm, datei: Path) -> None:
    worte = _worte(datei)
    assert "Beschlusspunkt 2" in worte
    assert EIGENE_FRAGE in worte
    (nachfrage,) = _vorgang(programm)["nachfragen"]
    assert EIGENE_FRAGE in nachfrage["fragen"][0]


def test_by_mouse_and_keys(programm: Programm, seite: Path, tmp_path: Path) -> None:
    programm.sieh("Übersicht – Antragsbüro", "Window")
    programm.kopiere(seite)
    programm.klicke("Import", "ListItem")
    programm.sieh("Aus der Zwischenablage einfügen", "Button")
    programm.taste("ctrl+v")
    programm.sieh("Neufassung,", "ListItem", anfang=True)
    while zweifel := [k for k in programm.alle("Geprüft", "Button") if k.an]:
        assert zweifel
        programm.klicke("Geprüft", "Button")
    programm.klicke("Übernehmen", "Button")

    programm.klicke("Beschluss,", "ListItem", anfang=True)
    _pruefe_zeitstrahl(programm)

    programm.klicke("Vergleich", "PageTab")
    programm.sieh("Beschluss,", "ColumnHeader", anfang=True)
    if not programm.alle("Verwaltungsstandpunkt,", "ColumnHeader"):  # not among the newest three
        programm.klicke("Spalten", "ButtonMenu")
        programm.klicke("Verwaltungsstandpunkt", "MenuItem", anfang=True)
    _pruefe_vergleich(programm)
    programm.klicke("Zum Vorgang", "Button")

    programm.klicke("Neufassung,", "ListItem", anfang=True)
    programm.klicke("Neue Fassung", "Button")
    programm.klicke("Entwurf", "EditableText")
    programm.taste("ctrl+End")
    programm.klicke("Punkt", "Button")
    programm.tippe(EIGENE_WORTE)
    programm.klicke("Einreichen …", "Button")
    programm.klicke("Jetzt einreichen", "Button")
    programm.warte_bis_weg("Jetzt einreichen", "Button")
    _pruefe_neufassung(programm)

    programm.klicke("Zum Vorgang", "Button")
    programm.klicke("Neufassung,", "ListItem", anfang=True, letztes=True)
    for endung in (".docx", ".pdf"):
        programm.klicke("Exportieren …", "Button")
        programm.speichere_als(tmp_path / f"antrag{endung}")
        programm.sieh(f"Gespeichert: {tmp_path / f'antrag{endung}'}", anfang=True)
    assert EIGENE_WORTE in _worte(tmp_path / "antrag.docx")
    _pruefe_pdf(tmp_path / "antrag.pdf")

    programm.klicke("Nachfrage schreiben", "Button")
    programm.klicke("Punkt 2,", "Cell", anfang=True)
    programm.klicke("Nachfrage zu Punkt 2 schreiben", "Button")
    programm.klicke("Frage 1 zu Punkt 2", "EditableText")
    programm.taste("ctrl+End")
    programm.tippe(f" {EIGENE_FRAGE}")
    for endung, knopf in ((".docx", "Word …"), (".pdf", "PDF …")):
        programm.klicke(knopf, "Button")
        programm.speichere_als(tmp_path / f"nachfrage{endung}")
        programm.sieh(f"Gespeichert: {tmp_path / f'nachfrage{endung}'}", anfang=True)
    _pruefe_nachfrage(programm, tmp_path / "nachfrage.docx")
    _pruefe_pdf(tmp_path / "nachfrage.pdf")


def test_by_keyboard_alone(programm: Programm, seite: Path, tmp_path: Path) -> None:
    programm.sieh("Übersicht – Antragsbüro", "Window")
    programm.kopiere(seite)
    programm.taste("ctrl+o")
    programm.sieh("Aus der Zwischenablage einfügen", "Button")
    programm.taste("ctrl+v")
    programm.sieh("Neufassung,", "ListItem", anfang=True)
    programm.taste("ctrl+Return")
    programm.sieh("Beschluss,", "ListItem", anfang=True)
    _pruefe_zeitstrahl(programm)

    programm.springe_zu("Vergleichen")
    programm.taste("space")
    programm.sieh("Beschluss,", "ColumnHeader", anfang=True)
    programm.springe_zu("Spalten")
    programm.taste("space")
    programm.sieh("Verwaltungsstandpunkt", "MenuItem", anfang=True)
    programm.taste("Down", "Down", "Return")
    _pruefe_vergleich(programm)
    programm.taste("alt+Left")
    programm.sieh("Beschluss,", "ListItem", anfang=True)

    programm.waehle_befehl("Neue Fassung")
    programm.sieh("Entwurf", "EditableText")
    programm.taste("ctrl+End", "alt+p")
    programm.tippe(EIGENE_WORTE)
    programm.waehle_befehl("Einreichen")
    programm.sieh("Jetzt einreichen", "Button")
    programm.taste("alt+j")
    programm.warte_bis_weg("Jetzt einreichen", "Button")
    _pruefe_neufassung(programm)

    programm.taste("alt+Left")
    programm.sieh("Fassungen, Berichte und Nachfragen", "List")
    programm.springe_zu("Fassungen, Berichte und Nachfragen")
    while not programm.alle(f"Neufassung vom {date.today():%d.%m.%Y}", "StaticText"):
        programm.taste("Down")
    programm.taste("ctrl+p")
    programm.sieh("Als PDF speichern …", "Button")
    programm.taste("Escape")
    programm.warte_bis_weg("Als PDF speichern …", "Button")
    programm.taste("ctrl+e")
    programm.sieh("Ordner", "EditableText", anfang=True)
    programm.taste("alt+o", "ctrl+a")
    programm.tippe(str(tmp_path))
    programm.taste("Return")
    programm.sieh("Es wurden 2 Dateien geschrieben", anfang=True)
    assert len(list(tmp_path.glob("*.pdf"))) == 1
    (antrag,) = tmp_path.glob("*.docx")
    assert EIGENE_WORTE in _worte(antrag)

    programm.taste("ctrl+3")
    programm.sieh("Alle Beschlüsse", "Table")
    programm.taste("Return")
    programm.sieh("Beschlusspunkte", "Table")
    programm.taste("Home", "Down")
    programm.sieh("Nachfrage zu Punkt 2 schreiben", "Button")
    programm.taste("alt+r")
    programm.sieh("Frage 1 zu Punkt 2", "EditableText")
    assert programm.fokus == "Frage 1 zu Punkt 2"
    programm.taste("ctrl+End")
    programm.tippe(f" {EIGENE_FRAGE}")
    programm.taste("alt+w")
    programm.speichere_als(tmp_path / "nachfrage.docx")
    programm.sieh("Gespeichert: ", anfang=True)
    _pruefe_nachfrage(programm, tmp_path / "nachfrage.docx")


def test_kill_while_typing_loses_three_seconds_at_most(schirm: Schirm, tmp_path: Path) -> None:
    """Types at a steady pace, is killed, starts again: the draft holds all but the last words."""
    daten = tmp_path / "daten"
    mal = int(os.environ.get("ANTRAGSBUERO_TODE", "10"))
    programm = Programm(schirm, daten)
    programm.sieh("Übersicht – Antragsbüro", "Window")
    programm.kopiere(BEISPIEL)
    programm.taste("ctrl+o", "ctrl+v")
    programm.sieh("Neufassung,", "ListItem", anfang=True)
    programm.taste("ctrl+Return")
    programm.sieh("Beschluss,", "ListItem", anfang=True)
    programm.waehle_befehl("Neue Fassung")
    programm.sieh("Entwurf", "EditableText")
    (vorher,) = zeige_json(daten, "liste")["vorgaenge"]
    zufall = random.Random(3)
    for runde in range(mal):
        worte = "".join(zufall.choices("abcdefghij ", k=zufall.randint(60, 240))).strip()
        programm.taste("ctrl+End")
        getippt = f"Runde{runde:02d} {worte}"
        anfang = time.monotonic()
        programm.tippe(getippt, pause=0.06, nachsehen=False)
        programm.toete()
        dauer = time.monotonic() - anfang
        programm.schliesse()
        (vorgang,) = zeige_json(daten, "liste")["vorgaenge"]
        entwurf = next(f for f in vorgang["fassungen"] if not f["eingereicht"])
        text = "\n".join(p["text"] for p in entwurf["punkte"]) + "\n".join(entwurf["begruendung"])
        behalten = max(n for n in range(len(getippt) + 1) if getippt[:n] in text)
        verloren = len(getippt) - behalten
        assert verloren * dauer / len(getippt) <= _HOECHSTENS, (runde, getippt, text[-200:])
        fest = [f for f in vorgang["fassungen"] if f["eingereicht"]]
        assert fest == [f for f in vorher["fassungen"] if f["eingereicht"]]
        programm = Programm(schirm, daten)
        programm.sieh("Übersicht – Antragsbüro", "Window")
        programm.waehle_befehl(vorgang["betreff"][:20])
        programm.klicke("Neufassung, Entwurf", "ListItem", anfang=True)
        programm.sieh("Neufassung (Entwurf)", "StaticText", anfang=True)
        programm.klicke("Bearbeiten", "Button")
        programm.sieh("Entwurf", "EditableText")
    assert zeige_json(daten, "pruefen")["ok"]
    programm.schliesse()
