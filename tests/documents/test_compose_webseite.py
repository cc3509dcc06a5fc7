"""The web page: read again it is the same Vorgang, and nothing of the office is in it."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antragsbuero.documents.briefkopf import Briefkopfdaten
from antragsbuero.documents.compose_webseite import webseite_dokument
from antragsbuero.documents.recognise import erkenne
from antragsbuero.domain.absatz import Absatz, Absatzart, absaetze
from antragsbuero.domain.abstimmung import Abstimmung, Abstimmungsergebnis, Mehrheit
from antragsbuero.domain.bearbeitung import nummeriere
from antragsbuero.domain.bericht import Bericht, Berichtsart, Berichtsteil
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.formats.characters import CharacterLog
from antragsbuero.formats.html_writer import html_text
from antragsbuero.formats.reader import lies
from antragsbuero.resources import resource
from antragsbuero.services.einstellungen import lade_ratsprofil

PROFIL = lade_ratsprofil("leipzig")
KOPF = Briefkopfdaten("Fraktion Lindenblatt", ("Markt 3",), "Leipzig", PROFIL.rat)
PROBE = (
    Path(__file__).resolve().parents[3]
    / "shared/samples/01-leipzig-quartiersmanagement-connewitz.txt"
)
SAETZE = (
    "Am Marktplatz werden bis zum 30. Juni 2026 zwölf Bänke aufgestellt.",
    "Die Uferstraße erhält   einen Radweg <auf beiden Seiten> & Bäume.",
    "Für die Erprobung stehen 45.000 Euro bereit.",
    "Dem Stadtrat wird im 3. Quartal 2026 ein Bericht vorgelegt.",
    "Anwohnerinnen und Anwohner wünschen sich\nmehr Grün im Viertel.",
    "Spielplätze werden „barrierefrei“ gebaut – auch z.\u00a0B. in der Südvorstadt.",
)


def seite(vorgang: Vorgang) -> str:
    return html_text(webseite_dokument(vorgang, KOPF), CharacterLog())


def wieder(html: str) -> Vorgang:
    (vorgang,) = erkenne(lies(html.encode(), "seite.html"), PROFIL).vorgaenge
    return vorgang


def inhalt(vorgang: Vorgang) -> dict[str, object]:
    """What a page has to carry."""

    def texte(absaetze):
        return [(a.art, a.text) for a in absaetze]

    def punkt(p):
        return p.nummer, texte(p.absaetze), [punkt(kind) for kind in p.punkte]

    return {
        "betreff": vorgang.betreff,
        "fassungen": sorted(
            (f.datum, f.art.value, f.nummer, f.urheber, texte(f.vorspann),
             [punkt(p) for p in f.punkte], texte(f.begruendung))
            for f in vorgang.fassungen
        ),
        "abstimmungen": [(a.ergebnis, a.wortlaut, a.mehrheit) for a in vorgang.abstimmungen],
        "berichte": [
            (b.art, b.datum, [(t.punkt, texte(t.absaetze)) for t in b.teile])
            for b in sorted(vorgang.berichte, key=lambda b: b.datum or date.max)
        ],
        "beratungen": [(b.gremium, b.datum, b.top) for b in vorgang.beratungen],
    }  # fmt: skip


def erzeugt(seed: int) -> Vorgang:
    """A motion with some of its stages."""
    r = random.Random(seed)
    tag = date(2025, 1, 7)

    def naechster() -> date:
        nonlocal tag
        tag += timedelta(days=r.randint(10, 60))
        return tag

    def punkt(tiefe: int) -> Beschlusspunkt:
        texte = [Absatz(r.choice(SAETZE))]
        if r.random() < 0.2:
            texte.append(Absatz(r.choice(SAETZE).replace("\n", " "), Absatzart.AUFZAEHLUNG))
        kinder = r.choice((0, 0, 2, 3)) if tiefe < 2 else 0
        return Beschlusspunkt("", tuple(texte), tuple(punkt(tiefe + 1) for _ in range(kinder)))

    def punkte() -> tuple[Beschlusspunkt, ...]:
        return nummeriere([punkt(0) for _ in range(r.randint(2, 6))])

    def fassung(art: Fassungsart) -> Fassung:
        beschluss = art is Fassungsart.BESCHLUSS
        gruende = () if beschluss else absaetze(r.sample(SAETZE, r.randint(1, 4)))
        return Fassung(
            art, naechster(), eingereicht=True, betreff="Wege & Plätze für alle",
            punkte=punkte(), begruendung=gruende,
        )  # fmt: skip

    arten = [Fassungsart.URSPRUNGSANTRAG]
    arten += r.sample([Fassungsart.VERWALTUNGSSTANDPUNKT, Fassungsart.AENDERUNGSANTRAG,
                       Fassungsart.NEUFASSUNG], r.randint(0, 3))  # fmt: skip
    if r.random() < 0.7:
        arten.append(Fassungsart.BESCHLUSS)
    fassungen = tuple(fassung(art) for art in arten)
    vorgang = Vorgang("Wege & Plätze für alle", fassungen=fassungen)
    if arten[-1] is Fassungsart.BESCHLUSS:
        wortlaut = "Der Antrag wurde vom Stadtrat mehrheitlich wie folgt beschlossen:"
        votum = Abstimmung(
            Abstimmungsergebnis.BESCHLOSSEN, wortlaut, Mehrheit.MEHRHEITLICH,
            beschluss=fassungen[-1].kennung,
        )  # fmt: skip
        namen = [p.bezeichnung for p in fassungen[-1].punkte]
        teile = tuple(Berichtsteil(n, absaetze([r.choice(SAETZE)])) for n in namen)
        art = r.choice((Berichtsart.ENDBERICHT, Berichtsart.ZWISCHENBERICHT))
        bericht = Bericht(art, naechster(), zu=fassungen[-1].kennung, teile=teile)
        vorgang = replace(vorgang, abstimmungen=(votum,), berichte=(bericht,))
    return vorgang


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 2**32))
def test_the_page_read_again_is_the_same_vorgang(seed):
    vorgang = erzeugt(seed)
    html = seite(vorgang)
    gelesen = wieder(html)
    assert inhalt(gelesen) == inhalt(vorgang)
    assert seite(gelesen) == html


def quellen():
    yield "schulstrassen.txt", resource("beispiel", "schulstrassen.txt").read_bytes()
    daten = Path(__file__).resolve().parents[1] / "data" / "trinkbrunnen.html"
    yield daten.name, daten.read_bytes()
    if PROBE.exists():
        yield PROBE.name, PROBE.read_bytes()


@pytest.mark.parametrize(("name", "roh"), [pytest.param(*q, id=q[0]) for q in quellen()])
def test_whole_pages_come_back(name, roh):
    (vorgang,) = erkenne(lies(roh, name), PROFIL).vorgaenge
    html = seite(vorgang)
    gelesen = wieder(html)
    assert inhalt(gelesen) == inhalt(vorgang)
    assert seite(gelesen) == html


def test_real_motion_comes_back():
    if not PROBE.exists():
        pytest.skip(PROBE.name)
    (vorgang,) = erkenne(lies(PROBE.read_bytes(), PROBE.name), PROFIL).vorgaenge
    assert inhalt(wieder(seite(vorgang))) == inhalt(vorgang)


def test_newest_paper_comes_first():
    tage = re.findall(r"<h2>.* (\d{4})</h2>", seite(wieder(seite(erzeugt(3)))))
    assert tage == sorted(tage, reverse=True)


def test_drafts_notes_and_persons_stay_in_the_office():
    entwurf = Fassung(Fassungsart.NEUFASSUNG, punkte=(Beschlusspunkt("", absaetze(["GEHEIM1"])),))
    vorgang = erzeugt(5)
    vorgang = replace(
        vorgang, fassungen=(*vorgang.fassungen, entwurf), notizen="GEHEIM2", zustaendig="GEHEIM3"
    )
    assert "GEHEIM" not in seite(vorgang)


@pytest.mark.parametrize("betreff", [
    "Neufassung der Hauptsatzung", "Anfrage beantworten", "Begründung", "<b>Rad</b> & Weg",
    "Antrag auf Wohngeld schneller bearbeiten",
])  # fmt: skip
def test_titles_that_look_like_headings_stay_titles(betreff):
    fassungen = tuple(replace(f, betreff=betreff) for f in erzeugt(7).fassungen)
    vorgang = replace(erzeugt(7), betreff=betreff, fassungen=fassungen)
    assert wieder(seite(vorgang)).betreff == betreff


def test_hostile_words_are_only_words():
    boese = '<script>alert(1)</script><img src=x onerror="y">'
    vorgang = Vorgang(
        boese,
        fassungen=(
            Fassung(
                Fassungsart.URSPRUNGSANTRAG, date(2025, 1, 1), eingereicht=True,
                punkte=nummeriere([Beschlusspunkt("", absaetze([t])) for t in (boese, "x")]),
            ),
        ),
    )  # fmt: skip
    html = seite(vorgang)
    assert "<script" not in html
    assert "<img" not in html
    assert '<html lang="de">' in html


def _tabelle(text: str) -> Absatz:
    return Absatz(text, Absatzart.TABELLE)


@pytest.mark.parametrize(
    "punkt",
    [
        Beschlusspunkt("1.", (Absatz("Text."), _tabelle("\tA\tB\nx\t\t2\n\t\t3\n4\t\t"))),
        Beschlusspunkt("1.", (_tabelle("Jahr\tSumme\n2026\t5 Euro"), Absatz("Danach."))),
        Beschlusspunkt(
            "1.",
            (Absatz("Text."), _tabelle("A\tB\n1\t2"), Absatz("Mitte."), _tabelle("C\tD\n3\t4")),
            (Beschlusspunkt("a)", (Absatz("Unten."), _tabelle("E\tF\n5\t6"))),
             Beschlusspunkt("b)", (Absatz("Ende."),))),
        ),
        Beschlusspunkt(
            "1.",
            (Absatz("Text."), Absatz("Ein Zitat.", Absatzart.ZITAT),
             Absatz("Strich", Absatzart.AUFZAEHLUNG), Absatz("Danach.")),
        ),
    ],
)  # fmt: skip
def test_tables_and_quotes_in_points_come_back(punkt):
    punkte = (punkt, Beschlusspunkt("2.", (Absatz("Der Rat berät neu."),)))
    gruende = (Absatz("Weil es nötig ist."), Absatz("So steht es da.", Absatzart.ZITAT))
    antrag = Fassung(
        Fassungsart.URSPRUNGSANTRAG, date(2026, 1, 5), eingereicht=True, betreff="Wege & Plätze",
        punkte=punkte, begruendung=gruende,
    )  # fmt: skip
    vorgang = Vorgang("Wege & Plätze", fassungen=(antrag,))
    html = seite(vorgang)
    gelesen = wieder(html)
    assert inhalt(gelesen) == inhalt(vorgang)
    assert seite(gelesen) == html


def test_a_page_that_sets_in_by_quotations_holds_none():
    html = seite(erzeugt(4)).replace("<main>", "<main><blockquote>")
    gelesen = wieder(html.replace("</main>", "</blockquote></main>"))
    arten = {a.art for f in gelesen.fassungen for p in f.punkte for a in p.absaetze}
    assert Absatzart.ZITAT not in arten
    assert Absatzart.ABSATZ in arten
