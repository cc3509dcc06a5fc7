"""Pages of a motion's life and single papers, and what the recognition makes of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from antragsbuero.documents.erkennung import Erkennung
from antragsbuero.documents.recognise import erkenne
from antragsbuero.domain.absatz import Absatzart
from antragsbuero.domain.abstimmung import Abstimmungsergebnis, Mehrheit
from antragsbuero.domain.beratung import Beratungsrolle
from antragsbuero.domain.bericht import Berichtsart
from antragsbuero.domain.beschlusspunkt import mit_tiefe
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.vorgang import Stand, Vorgang, Vorgangsart
from antragsbuero.formats.reader import lies as lies_datei
from tests.documents.woerter import KARLSRUHE, LEIPZIG, fehlende, lies

DATEN = Path(__file__).parents[1] / "data"
PAPIERE = Path(__file__).parents[3] / "shared" / "samples"


def einer(text: str) -> Vorgang:
    erkennung = lies(text)
    assert not fehlende(text, erkennung)
    (vorgang,) = erkennung.vorgaenge
    return vorgang


def nach_art(vorgang: Vorgang, art: Fassungsart) -> Fassung:
    (fassung,) = (f for f in vorgang.fassungen if f.art is art)
    return fassung


def kurz(fassung: Fassung) -> tuple[str, date | None, int, int]:
    return (fassung.art.value, fassung.datum, len(fassung.punkte), len(fassung.begruendung))


def seite(name: str) -> Erkennung:
    return erkenne(lies_datei((DATEN / name).read_bytes(), name), LEIPZIG)


@pytest.mark.parametrize("name", ["trinkbrunnen.txt", "trinkbrunnen.html"])
def test_the_life_of_a_motion_on_one_page(name: str) -> None:
    erkennung = seite(name)
    (vorgang,) = erkennung.vorgaenge
    assert vorgang.betreff == (
        "Wasser für alle – Trinkbrunnen auf den Plätzen der Altstadt aufstellen"
    )
    assert (vorgang.art, vorgang.stand) == (Vorgangsart.ANTRAG, Stand.IN_UMSETZUNG)
    assert [kurz(f) for f in vorgang.fassungen] == [
        ("URSPRUNGSANTRAG", date(2022, 3, 7), 1, 2),
        ("AENDERUNGSANTRAG", date(2022, 5, 2), 1, 1),
        ("VERWALTUNGSSTANDPUNKT", date(2022, 5, 20), 2, 3),
        ("NEUFASSUNG", date(2022, 6, 14), 3, 2),
        ("BESCHLUSS", date(2022, 7, 6), 3, 0),
    ]
    antrag, aenderung, standpunkt, neufassung, beschluss = vorgang.fassungen
    assert aenderung.zu == standpunkt.zu == antrag.kennung
    assert (neufassung.zu, beschluss.zu) == (standpunkt.kennung, neufassung.kennung)
    assert "abgestimmt.Vorrang" in antrag.punkte[0].text
    assert aenderung.urheber == ("Fraktion Freie Wähler",)
    assert [p.bezeichnung for p in standpunkt.alle_punkte()] == ["1", "2", "a", "b"]
    (abstimmung,) = vorgang.abstimmungen
    assert (abstimmung.ja, abstimmung.nein, abstimmung.enthaltung) == (31, 12, 4)
    assert abstimmung.mehrheit is Mehrheit.MEHRHEITLICH
    assert (abstimmung.fassung, abstimmung.beschluss) == (neufassung.kennung, beschluss.kennung)
    assert erkennung.zweifel == ()


@pytest.mark.parametrize("name", ["trinkbrunnen.txt", "trinkbrunnen.html"])
def test_deadlines_and_reports_of_that_page(name: str) -> None:
    (vorgang,) = seite(name).vorgaenge
    fristen = [
        (f.art.value, p.bezeichnung, frist.wortlaut, frist.datum, frist.naechste)
        for f in vorgang.fassungen
        for p in f.alle_punkte()
        for frist in p.fristen
    ]
    assert ("URSPRUNGSANTRAG", "", "zum II. Quartal 2023", date(2023, 6, 30), None) in fristen
    assert ("NEUFASSUNG", "2", "bis zum 30.06.2024", date(2024, 6, 30), None) in fristen
    assert ("VERWALTUNGSSTANDPUNKT", "a", "bis Ende 2023", date(2023, 12, 31), None) in fristen
    assert [f for f in fristen if f[0] == "BESCHLUSS"] == [
        ("BESCHLUSS", "1", "schnellstmöglich", None, None),
        ("BESCHLUSS", "3", "Vor Beginn der Bauarbeiten", None, None),
        ("BESCHLUSS", "3", "jährlich", None, date(2023, 7, 6)),
    ]
    (bericht,) = vorgang.berichte
    assert (bericht.art, bericht.datum) == (Berichtsart.ZWISCHENBERICHT, date(2023, 5, 2))
    assert [(t.punkt, len(t.absaetze)) for t in bericht.teile] == [
        ("", 1),
        ("1", 1),
        ("2", 3),
        ("3", 3),
    ]
    assert [a.art for a in bericht.teile[2].absaetze] == [
        Absatzart.ABSATZ,
        Absatzart.AUFZAEHLUNG,
        Absatzart.AUFZAEHLUNG,
    ]


def test_furniture_of_a_page_is_left_out_by_name() -> None:
    erkennung = seite("trinkbrunnen.html")
    rahmen = [s.text for s in erkennung.ausgelassen if s.grund == "Seitenrahmen"]
    assert rahmen == [
        "• Startseite",
        "• Themen",
        "« Zurück zur Übersicht",
        "Impressum",
        "Kontakt",
    ]


def test_the_reference_page() -> None:
    pfad = PAPIERE / "01-leipzig-quartiersmanagement-connewitz.txt"
    if not pfad.exists():
        pytest.skip(f"{pfad.name} liegt nicht neben dem Projekt")
    erkennung = erkenne(lies_datei(pfad.read_bytes(), pfad.name), LEIPZIG)
    (vorgang,) = erkennung.vorgaenge
    assert vorgang.betreff.startswith("Nachbarschaften stärken, Quartiersmanagements")
    assert [kurz(f) for f in vorgang.fassungen] == [
        ("URSPRUNGSANTRAG", date(2019, 12, 5), 1, 3),
        ("VERWALTUNGSSTANDPUNKT", date(2020, 2, 12), 2, 7),
        ("NEUFASSUNG", date(2020, 4, 16), 3, 3),
        ("BESCHLUSS", date(2020, 5, 20), 3, 0),
    ]
    assert vorgang.fassungen[3].zu == vorgang.fassungen[2].kennung
    (abstimmung,) = vorgang.abstimmungen
    assert abstimmung.mehrheit is Mehrheit.MEHRHEITLICH
    (bericht,) = vorgang.berichte
    assert [teil.punkt for teil in bericht.teile] == ["1", "2", "3"]
    arten = [absatz.art for absatz in bericht.teile[2].absaetze]
    assert arten.count(Absatzart.AUFZAEHLUNG) == 2
    assert [s.text for s in erkennung.ausgelassen if s.grund == "Seitenrahmen"] == ["Zurück"]


def test_a_text_without_any_known_heading_gives_a_doubt_and_loses_nothing() -> None:
    text = "Ein Brief.\n\nMit freundlichen Grüßen"
    erkennung = lies(text)
    assert erkennung.vorgaenge == ()
    assert "keine bekannte Überschrift" in erkennung.zweifel[0].grund
    assert [s.text for s in erkennung.ausgelassen] == [text]


def test_a_paper_of_the_council_system() -> None:
    text = (
        "1/2 \nRatsversammlung \nAntrag-Nr. VII-A-01234-NF-02 \n \nStatus: nichtöffentlich \n \n"
        "Eingereicht von: \nFraktion SPD \nStadtbezirksbeirat Süd \n \nStammbaum: \n"
        "VII-A-01234 Fraktion SPD \n \nBetreff: \nBänke am Fluss und an der Wasser-\nkante \n \n"
        "Beratungsfolge (Änderungen vorbehalten): \nGremium \nVoraussichtlicher \nSitzungstermin \n"
        "Zuständigkeit \nRatsversammlung 17.05.2023 Verweisung in die \nGremien \n"
        "FA Stadtentwicklung und Bau 30.05.2023 1. Lesung \nRatsversammlung 21.06.2023 "
        "Beschlussfassung \n \nBeschlussvorschlag \nDer Oberbürgermeister wird beauftragt, \n"
        "1. bis Ende 2023 eine Übersicht über die Bänke an der Wasserkante und im Park "
        "vorzulegen, die\n"
        "auch die Wege nennt, \n2. jährlich zu berichten. \n \nSachverhalt \n"
        "Begründung des Antrags \n \n"
        "An der Wasserkante fehlen Bänke, auf denen ältere Menschen in Ruhe und ohne Gefahr "
        "sitzen kön-\n"
        "nen. Das ist zu ändern, denn die Wege dorthin sind weit und bei heißem Wetter kaum zu\n"
        "1 von 2 in Zusammenstellung\n2/2 \n \nSchaffen. \n \nAnlage/n \nKeine \n"
    )
    vorgang = einer(text)
    assert vorgang.betreff == "Bänke am Fluss und an der Wasserkante"
    assert vorgang.nichtoeffentlich
    assert vorgang.nummern == ("VII-A-01234", "VII-A-01234-NF-02")
    (fassung,) = vorgang.fassungen
    assert fassung.art is Fassungsart.NEUFASSUNG
    assert fassung.urheber == ("Fraktion SPD Stadtbezirksbeirat Süd",)
    assert fassung.vorspann[0].text == "Der Oberbürgermeister wird beauftragt,"
    assert [p.nummer for p in fassung.punkte] == ["1.", "2."]
    assert fassung.punkte[0].text.endswith("im Park vorzulegen, die auch die Wege nennt,")
    assert "sitzen können. Das" in fassung.begruendung[0].text
    assert fassung.begruendung[0].text.endswith("kaum zu Schaffen.")
    assert [(b.gremium, b.rolle) for b in vorgang.beratungen] == [
        ("Ratsversammlung", Beratungsrolle.VERWEISUNG),
        ("FA Stadtentwicklung und Bau", Beratungsrolle.ERSTE_LESUNG),
        ("Ratsversammlung", Beratungsrolle.BESCHLUSSFASSUNG),
    ]


def test_a_number_may_stand_in_a_line_of_the_head() -> None:
    vorgang = einer(
        "Antrag\n\nVorlage Nr.: 2022/0508 Verantwortlich: Dez. 1\nBetreff: Bänke\n\n"
        "Beschlussvorschlag:\nBänke aufstellen."
    )
    assert (vorgang.betreff, vorgang.nummern) == ("Bänke", ("2022/0508",))
    assert einer("Antrag\n\nVorlage Nr.: DS 12\n\nBänke.").nummern == ()


def test_a_query_with_its_answer() -> None:
    vorgang = einer(
        "Anfrage: Wie steht es um die Bänke?\n\nAnfrage vom 3. Mai 2021\n\n"
        "Vor zwei Jahren wurden Bänke beschlossen.\n\nWir fragen daher an:\n\n"
        "1. Wie viele Bänke gibt es bis Ende 2021?\n2. Wann folgen die übrigen?\n\n"
        "Antwort der Verwaltung vom 1. Juni 2021\n\n1. Wie viele Bänke gibt es bis Ende 2021?\n\n"
        "Vier Bänke.\n\n2. Wann folgen die übrigen?\n\nIm Herbst."
    )
    assert (vorgang.art, vorgang.stand) == (Vorgangsart.ANFRAGE, Stand.BEANTWORTET)
    (anfrage,) = vorgang.fassungen
    assert anfrage.vorspann[0].text == "Vor zwei Jahren wurden Bänke beschlossen."
    assert [p.text for p in anfrage.punkte][1] == "Wann folgen die übrigen?"
    assert all(p.fristen == () for p in anfrage.punkte)
    (antwort,) = vorgang.berichte
    assert (antwort.art, antwort.zu) == (Berichtsart.ANTWORT, anfrage.kennung)
    assert [(t.punkt, t.bestaetigt, len(t.absaetze)) for t in antwort.teile] == [
        ("1", False, 2),
        ("2", False, 2),
    ]
    assert antwort.teile[0].absaetze[0].art is Absatzart.ZITAT


def test_an_answer_that_names_its_questions() -> None:
    vorgang = einer(
        "schriftliche Antwort zur Anfrage-Nr. VII-F-08507-AW-01\n\nBetreff:\nInnenhof\n\n"
        "Sachverhalt\n\n"
        "Frage 1: Wurde ein Antrag gestellt?\n\nJa, im Mai.\n\nFrage 2: Wann wird gebaut?\n\nNie."
    )
    assert (vorgang.betreff, vorgang.nummern) == ("Innenhof", ("VII-F-08507",))
    (antwort,) = vorgang.berichte
    assert [(t.punkt, t.bestaetigt) for t in antwort.teile] == [("1", True), ("2", True)]
    assert [a.text for a in antwort.teile[1].absaetze] == ["Wann wird gebaut?", "Nie."]


def test_bullets_below_a_formula_are_points() -> None:
    vorgang = einer(
        "Haushaltsantrag: Mehr Bänke\n\nDer Stadtrat möge beschließen:\n\n"
        "Der Oberbürgermeister wird beauftragt,\n\n- bis Ende 2023 Bänke aufzustellen,\n"
        "- jährlich zu berichten.\n\nBegründung: Es fehlen Bänke.\n\ngez. Anna Muster"
    )
    (antrag,) = vorgang.fassungen
    assert antrag.vorspann[0].text == "Der Oberbürgermeister wird beauftragt,"
    assert [p.nummer for p in antrag.punkte] == ["", ""]
    assert antrag.punkte[0].absaetze[0].art is Absatzart.AUFZAEHLUNG
    assert [a.text for a in antrag.begruendung] == ["Es fehlen Bänke."]


def test_bullets_after_a_sentence_stay_in_its_point() -> None:
    vorgang = einer(
        "Antrag vom 1. Mai 2021\n\nDie Stadt stellt Bänke auf, und zwar hier:\n• am Ufer\n"
        "• im Park\n\n"
        "Die Kosten trägt der Bauhof.\n\nBegründung:\n\nEs fehlen Bänke."
    )
    assert [len(p.absaetze) for p in vorgang.fassungen[0].punkte] == [3, 1]


def test_nesting_and_restarting_lists() -> None:
    vorgang = einer(
        "Neufassung vom 1. Mai 2021\n\n1. Erstens\na) A\nb) B\ni) römisch\n2. Zweitens\n2.1 Unter\n"
        "2.2 Noch\n3. Drittens\n  1. innen\n  2. innen\n4. Viertens\n"
        "I. Quartal 2022 ist kein Punkt."
    )
    assert [weg for weg, _ in mit_tiefe(vorgang.fassungen[0].punkte)] == [
        ("1",),
        ("1", "a"),
        ("1", "b"),
        ("1", "b", "i"),
        ("2",),
        ("2", "2.1"),
        ("2", "2.2"),
        ("3",),
        ("3", "1"),
        ("3", "2"),
        ("4",),
    ]
    assert vorgang.fassungen[0].punkte[3].absaetze[1].text == "I. Quartal 2022 ist kein Punkt."


def test_a_vote_told_in_one_sentence_takes_the_wording_of_what_was_voted_on() -> None:
    erkennung = lies(
        "Bänke am Fluss\n\nAntrag vom 3. März 2021\n\n"
        "1. Bänke aufstellen innerhalb von drei Monaten.\n\n"
        "Begründung:\n\nEs fehlen Bänke.\n\n"
        "Der Antrag wurde in der Ratsversammlung am 30. Juni 2021 "
        "mit 20 Ja-Stimmen bei 5 Gegenstimmen angenommen."
    )
    (vorgang,) = erkennung.vorgaenge
    beschluss = nach_art(vorgang, Fassungsart.BESCHLUSS)
    antrag = nach_art(vorgang, Fassungsart.URSPRUNGSANTRAG)
    assert (beschluss.datum, beschluss.zu) == (date(2021, 6, 30), antrag.kennung)
    assert beschluss.punkte[0].fristen[0].datum == date(2021, 9, 30)
    assert antrag.punkte[0].fristen[0].datum is None
    assert vorgang.stand is Stand.BESCHLOSSEN
    assert any("nicht im Text" in z.grund for z in erkennung.zweifel)


def test_a_rejected_motion_has_no_resolution() -> None:
    vorgang = einer(
        "Antrag vom 3. März 2021\n\nBänke aufstellen.\n\nBegründung:\n\nEs fehlen Bänke.\n\n"
        "Beschluss der Ratsversammlung am 30. Juni 2021\n\nDer Antrag wurde mehrheitlich abgelehnt."
    )
    assert [f.art for f in vorgang.fassungen] == [Fassungsart.URSPRUNGSANTRAG]
    assert vorgang.stand is Stand.ABGELEHNT
    assert vorgang.abstimmungen[0].ergebnis is Abstimmungsergebnis.ABGELEHNT


def test_the_heading_may_tell_the_vote() -> None:
    vorgang = einer(
        "Antrag vom 3. März 2021\n\nBänke aufstellen.\n\nVerwaltungsstandpunkt vom 1. April 2021\n"
        "\n"
        "Die Verwaltung stimmt zu.\n\nBeschluss des Stadtrats vom 5. Mai 2021 (einstimmig)\n\n"
        "Bänke aufstellen."
    )
    assert vorgang.abstimmungen[0].mehrheit is Mehrheit.EINSTIMMIG
    standpunkt = nach_art(vorgang, Fassungsart.VERWALTUNGSSTANDPUNKT)
    assert (standpunkt.punkte, len(standpunkt.begruendung)) == ((), 1)


def test_a_bare_heading_opens_a_resolution_where_a_vote_follows() -> None:
    vorgang = einer(
        "Verwaltungsstandpunkt vom 1. April 2021\n\nAlternativvorschlag:\n\n1. Eine Bank.\n\n"
        "Begründung:\n\nDas reicht.\n\nBeschluss\n\n"
        "Der Alternativvorschlag wurde einstimmig beschlossen:\n\n1. Eine Bank."
    )
    standpunkt, beschluss = vorgang.fassungen
    assert beschluss.art is Fassungsart.BESCHLUSS
    assert beschluss.zu == standpunkt.kennung


def test_a_proposal_inside_a_statement_is_no_resolution() -> None:
    vorgang = einer(
        "Stellungnahme zum Antrag vom 1. April 2021\n\nErläuterungen\n\nDas reicht.\n\n"
        "Beschluss:\n\n1. Der Rat nimmt Kenntnis."
    )
    (standpunkt,) = vorgang.fassungen
    assert [p.text for p in standpunkt.punkte] == ["Der Rat nimmt Kenntnis."]


def test_a_report_that_repeats_the_points_is_mapped_by_likeness() -> None:
    erkennung = lies(
        "Beschluss des Rates vom 5. Mai 2021 (einstimmig)\n\n"
        "1. Die Stadt stellt am Ufer zehn Bänke auf.\n"
        "2. Die Kosten für den Aufbau trägt der städtische Bauhof.\n\n"
        "Sachstandsbericht vom 7. Juli 2022\n\n"
        "Allgemeines vorweg.\n\nDie Stadt stellt am Ufer zehn Bänke auf.\n\nEs sind vier.\n\n"
        "Die Kosten für den Aufbau trägt der städtische Bauhof.\n\nDas trifft zu."
    )
    (bericht,) = erkennung.vorgaenge[0].berichte
    assert [(t.punkt, t.bestaetigt) for t in bericht.teile] == [
        ("", True),
        ("1", False),
        ("2", False),
    ]
    assert any("vorgeschlagen" in z.grund for z in erkennung.zweifel)


def test_a_resolution_unlike_every_wording_is_doubted() -> None:
    erkennung = lies(
        "Antrag vom 3. März 2021\n\nBänke am Ufer aufstellen.\n\n"
        "Beschluss des Rates vom 5. Mai 2021\n\n"
        "Ganz andere Worte ohne jede Gemeinsamkeit."
    )
    gruende = [z.grund for z in erkennung.zweifel]
    assert any("nicht sicher" in grund for grund in gruende)
    assert any("Abstimmungsergebnis" in grund for grund in gruende)


def test_a_day_that_does_not_exist_is_doubted() -> None:
    erkennung = lies("Antrag vom 31. Februar 2021\n\nBänke bis zum 31. Februar 2022 aufstellen.")
    assert erkennung.vorgaenge[0].fassungen[0].datum is None
    assert any("31. Februar 2022" in z.grund for z in erkennung.zweifel)
    (kopf,) = [
        z for z in erkennung.zweifel if z.grund == "Den Tag „31. Februar 2021“ gibt es nicht."
    ]
    assert (kopf.text, kopf.von) == ("Antrag vom 31. Februar 2021", 0)


def test_days_that_do_not_exist_are_doubted_wherever_papers_are_dated() -> None:
    erkennung = lies(
        "Antrag\nEingang: 30.02.2021\nBetreff: Bänke\n\nBeratungsfolge\n"
        "Ratsversammlung 31.04.2021 Beschlussfassung\n\nBeschlussvorschlag:\n1. Bänke.\n\n"
        "Beschluss der Ratsversammlung vom 31. Juni 2021 (einstimmig)\n\n1. Bänke.\n\n"
        "Endbericht zum Beschluss vom 30. Februar 2022\n\nZu 1: Die Bänke stehen.\n"
    )
    genannt = [z.grund for z in erkennung.zweifel if "gibt es nicht" in z.grund]
    assert [grund.split("„")[1].split("“")[0] for grund in genannt] == [
        "30.02.2021", "31.04.2021", "31. Juni 2021", "30. Februar 2022",
    ]  # fmt: skip


def test_markup_and_control_characters_are_only_text() -> None:
    text = (
        'Antrag vom 1. Mai 2021\n\nB\x07änke <b>fett</b> <img src="/etc/hostname"> Be\u00adschluss.'
    )
    (vorgang,) = lies(text).vorgaenge
    assert vorgang.fassungen[0].punkte[0].text == (
        'Bänke <b>fett</b> <img src="/etc/hostname"> Beschluss.'
    )


def test_minutes_give_votes_by_point_and_leave_the_speeches_out() -> None:
    text = (
        '===== Antrag | Vorlage 2022/0508 | Datei "Antrag" | 2022-05-05 | https://rat.example\n\nAntrag\n\n'
        "FDP-Gemeinderatsfraktion\n\nEingang: 05.05.2022\n\nVorlage Nr.: 2022/0508\n"
        "Bänke am Fluss\n\n"
        "Gremium Termin TOP ö nö\nGemeinderat 28.06.2022 14 x\n\n"
        "1. Bänke werden am Ufer aufgestellt.\n"
        "2. Bänke werden im Park aufgestellt.\n\nSachverhalt / Begründung:\n\nEs fehlen Bänke.\n\n"
        "Unterzeichnet von:\nTom Muster\n\n"
        '===== Änderungsantrag | Vorlage 2022/0508/1 | Datei "x" | 2022-06-01 | https://rat.example\n\n'
        "Interfraktioneller Änderungsantrag: SPD, KAL\n\nGremium Termin TOP Ö / N\n"
        "Gemeinderat 28.06.2022 14.1 Ö Entscheidung\n\n1. Es werden Stühle aufgestellt.\n\n"
        '===== Niederschrift/Beschluss | Vorlage 2022/0508 | Datei "P" | 2022-07-18 | https://rat.example\n\n'
        "Niederschrift 40. Plenarsitzung des Gemeinderates\n28. Juni 2022, 15:30 Uhr\nöffentlich\n"
        "\n"
        "Punkt 14 der Tagesordnung: Bänke am Fluss\nAntrag: FDP\nVorlage: 2022/0508\n\nBeschluss:\n"
        "Kenntnisnahme\n\nAbstimmungsergebnis:\nZiffer 1: Bei 13 Ja-Stimmen und 31 Nein-Stimmen "
        "mehrheitlich abgelehnt\nZiffer 2: einstimmig zugestimmt\n"
        "Punkt 14.1, Ziff. 1: Mehrheitliche "
        "Ablehnung (3 Ja, 9 Nein)\n\n\nDer Vorsitzende ruft Punkt 14 auf.\n\n"
        "Stadtrat Muster: Gut so.\n\n"
        "Zur Beurkundung:\n"
    )
    erkennung = lies(text, KARLSRUHE)
    assert not fehlende(text, erkennung)
    (vorgang,) = erkennung.vorgaenge
    antrag, aenderung = vorgang.fassungen
    assert vorgang.nummern == ("2022/0508", "2022/0508/1")
    assert vorgang.einreicher == ("FDP-Gemeinderatsfraktion",)
    assert (aenderung.zu, aenderung.urheber) == (antrag.kennung, ("SPD", "KAL"))
    assert [(a.punkte, a.ergebnis.value, a.ja, a.fassung) for a in vorgang.abstimmungen] == [
        ((), "ZUR_KENNTNIS", None, antrag.kennung),
        (("1",), "ABGELEHNT", 13, antrag.kennung),
        (("2",), "BESCHLOSSEN", None, antrag.kennung),
        (("1",), "ABGELEHNT", 3, aenderung.kennung),
    ]
    assert any(s.grund == "Wortprotokoll" for s in erkennung.ausgelassen)


def test_papers_of_several_matters_become_several_vorgaenge() -> None:
    text = (
        "Antrag-Nr. VII-A-01234\n\nBetreff:\nBänke\n\nBeschlussvorschlag:\nBänke aufstellen.\n\n"
        "Anfrage-Nr. VII-F-05678\n\nBetreff:\nStand der Bänke\n\nWir fragen an:\n\n"
        "1. Wie steht es um VII-A-01234?\n"
    )
    erkennung = lies(text)
    antrag, anfrage = erkennung.vorgaenge
    assert (antrag.betreff, anfrage.betreff) == ("Bänke", "Stand der Bänke")
    assert anfrage.bezuege == (antrag.kennung,)
    assert antrag.bezuege == ()


def test_a_page_with_a_title_but_no_heading_of_a_paper() -> None:
    vorgang = einer(
        "Themen\n\nAntrag Bänke am Fluss\n\nDie Stadt stellt Bänke auf.\n\nBegründung:\n\n"
        "Es fehlen Bänke."
    )
    assert vorgang.betreff == "Bänke am Fluss"
    assert kurz(vorgang.fassungen[0]) == ("URSPRUNGSANTRAG", None, 1, 1)


def test_an_amendment_without_a_title_borrows_the_quoted_one() -> None:
    erkennung = lies(
        "Änderungsantrag zum Antrag „Bänke“\n\nDer Beschlussvorschlag wird wie folgt ersetzt:\n\n"
        "1. [entfällt]"
    )
    (vorgang,) = erkennung.vorgaenge
    assert vorgang.betreff == "Bänke"
    assert vorgang.fassungen[0].vorspann[0].text.endswith("ersetzt:")
    assert erkennung.zweifel


@pytest.mark.parametrize(
    ("satz", "ergebnis", "mehrheit"),
    [
        ("Der Antrag wurde zurückgezogen.", "ZURUECKGEZOGEN", "UNBEKANNT"),
        ("Der Antrag wurde vertagt.", "VERTAGT", "UNBEKANNT"),
        ("Der Antrag wurde in die Gremien verwiesen.", "VERWIESEN", "UNBEKANNT"),
        ("Der Antrag wurde geändert beschlossen.", "GEAENDERT_BESCHLOSSEN", "UNBEKANNT"),
        ("Der Antrag wurde ungeändert beschlossen.", "BESCHLOSSEN", "UNBEKANNT"),
        ("Der Antrag wurde einstimmig angenommen.", "BESCHLOSSEN", "EINSTIMMIG"),
        ("Der Antrag wurde zur Kenntnis genommen.", "ZUR_KENNTNIS", "UNBEKANNT"),
        ("Der Antrag wurde zurückgestellt.", "ZURUECKGESTELLT", "UNBEKANNT"),
        ("Der Antrag ist durch Verwaltungshandeln erledigt.", "ERLEDIGT", "UNBEKANNT"),
        ("Der Antrag wurde mit 26:39 abgelehnt.", "ABGELEHNT", "MEHRHEITLICH"),
    ],
)
def test_outcomes(satz: str, ergebnis: str, mehrheit: str) -> None:
    vorgang = einer(f"Antrag vom 1. Mai 2021\n\nBänke.\n\nBeschluss vom 2. Juni 2021\n\n{satz}")
    (abstimmung,) = vorgang.abstimmungen
    assert (abstimmung.ergebnis.value, abstimmung.mehrheit.value) == (ergebnis, mehrheit)
