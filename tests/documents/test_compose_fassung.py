"""The paper of a Fassung."""

from __future__ import annotations

from dataclasses import replace

import pytest

from antragsbuero.documents.compose_fassung import OHNE_NUMMER, TITEL, fassung_dokument
from antragsbuero.dokument.dokument import Tabelle, Textrolle, Ueberschrift
from antragsbuero.domain.absatz import absaetze
from antragsbuero.domain.fassung import Fassungsart
from tests.documents.schwimmhalle import (
    ANLAGE,
    ANTRAG,
    BESCHLUSS,
    FRAKTION,
    KOPF,
    NEUFASSUNG,
    VORGANG,
)
from tests.formats.papiere import dicht, pdf, pdf_text, texte, word, word_texte


def angaben(dokument):
    zeilen = [b.text for b in dokument.bloecke if getattr(b, "rolle", None) is Textrolle.KOPFZEILE]
    return dict(zeile.split(":\t") for zeile in zeilen)


def ueberschriften(dokument):
    return [b.text for b in dokument.bloecke if isinstance(b, Ueberschrift)]


def test_neufassung():
    dokument = fassung_dokument(VORGANG, NEUFASSUNG, KOPF)
    assert ueberschriften(dokument) == [
        "Gemeinsame Neufassung", "Beratungsfolge", "Beschlussvorschlag", "Begründung", "Anlage/n",
    ]  # fmt: skip
    assert angaben(dokument) == {
        "Gremium": "Stadtrat",
        "Nummer": "III-A-0412-NF-02",
        "Status": "öffentlich",
        "Eingereicht von": f"{FRAKTION}, Fraktion Bürgerforum",
        "Datum": "18.01.2024",
        "Zu": "Antrag III-A-0412 vom 07.09.2023",
        "Betreff": ANTRAG.betreff,
    }
    assert dokument.bloecke[-1].text == "keine"
    assert dokument.verfasser == f"{FRAKTION}, Fraktion Bürgerforum"
    assert not dokument.entwurf


def test_beratungsfolge_names_body_day_and_task():
    tabelle = next(
        b for b in fassung_dokument(VORGANG, ANTRAG, KOPF).bloecke if isinstance(b, Tabelle)
    )
    assert [[z.absaetze[0].text for z in zeile] for zeile in tabelle.zeilen] == [
        ["Sportausschuss", "04.10.2023", "Vorberatung"],
        ["Stadtrat", "noch offen", "Beschlussfassung"],
    ]


def test_draft_without_number_behind_closed_doors():
    fassung = replace(
        NEUFASSUNG, nummer="", datum=None, eingereicht=False, anlagen=(ANLAGE,), urheber=()
    )
    vorgang = replace(VORGANG, nichtoeffentlich=True, beratungen=())
    dokument = fassung_dokument(vorgang, fassung, KOPF)
    assert dokument.entwurf
    assert angaben(dokument)["Nummer"] == OHNE_NUMMER
    assert angaben(dokument)["Eingereicht von"] == FRAKTION
    assert "Beratungsfolge" not in ueberschriften(dokument)
    assert dokument.fusszeile == "Neufassung"
    assert dokument.bloecke[-1].punkte[0].zeichen == "Anlage 1:"
    for seite in pdf_text(pdf(dokument)):
        assert "nichtöffentlich" in seite
        assert "ENTWURF" in seite


def test_beschluss_tells_day_and_vote_and_waits_for_no_number():
    dokument = fassung_dokument(VORGANG, replace(BESCHLUSS, nummer=""), KOPF)
    assert angaben(dokument)["Beschlossen am"] == "28.02.2024"
    assert angaben(dokument)["Abstimmung"] == "mehrheitlich beschlossen bei 4 Gegenstimmen"
    assert "Nummer" not in angaben(dokument)
    assert ueberschriften(dokument) == ["Beschluss", "Beschluss"]


def test_number_of_the_vorgang_is_that_of_the_first_motion():
    assert angaben(fassung_dokument(VORGANG, replace(ANTRAG, nummer=""), KOPF))["Nummer"] == (
        "III-A-0412"
    )


def test_anfrage_has_fragen_and_papers_of_others_their_author():
    anfrage = replace(ANTRAG, art=Fassungsart.ANFRAGE, begruendung=())
    assert "Fragen" in ueberschriften(fassung_dokument(VORGANG, anfrage, KOPF))
    vsp = replace(ANTRAG, art=Fassungsart.VERWALTUNGSSTANDPUNKT, urheber=("Dezernat Sport",))
    assert angaben(fassung_dokument(VORGANG, vsp, KOPF))["Vorgelegt von"] == "Dezernat Sport"


@pytest.mark.parametrize("art", Fassungsart)
def test_every_art_has_a_title(art):
    dokument = fassung_dokument(VORGANG, replace(ANTRAG, art=art), KOPF)
    assert dokument.bloecke[0].text == TITEL[art]


def test_empty_fassung_is_still_a_paper():
    leer = replace(ANTRAG, betreff="", punkte=(), begruendung=(), eingereicht=False)
    vorgang = replace(VORGANG, betreff="", fassungen=(leer,), beratungen=())
    dokument = fassung_dokument(vorgang, leer, KOPF)
    assert dokument.titel == "Antrag III-A-0412"
    assert ueberschriften(dokument) == ["Antrag", "Anlage/n"]


@pytest.mark.parametrize("fassung", [ANTRAG, NEUFASSUNG, BESCHLUSS])
def test_word_and_pdf_carry_the_same_words(fassung):
    boese = replace(fassung, vorspann=absaetze(("<GmbH> & Söhne", '<img src="/etc/hostname">')))
    dokument = fassung_dokument(VORGANG, boese, KOPF)
    worte = dicht("".join(texte(dokument)))
    assert dicht("".join(word_texte(word(dokument)))) == worte
    gelesen = dicht("".join(pdf_text(pdf(dokument))))
    assert all(dicht(text) in gelesen for text in texte(dokument))
