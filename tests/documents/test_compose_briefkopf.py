"""What a Briefkopf shows, the neutral head of joint papers, the rows for signatures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from antragsbuero.documents.compose_akte import akte_dokument
from antragsbuero.documents.compose_anschreiben import anschreiben_dokument
from antragsbuero.documents.compose_fassung import fassung_dokument
from antragsbuero.documents.compose_register import Registereintrag, register_dokument
from antragsbuero.dokument.dokument import Bild, Tabelle
from antragsbuero.domain.fassung import Fassungsart
from antragsbuero.services.errors import Abgelehnt
from antragsbuero.services.papier import Briefkopfart, Exportwahl
from antragsbuero.services.papiere import Papiere
from tests.documents.schwimmhalle import ANTRAG, FRAKTION, KOPF, NEUFASSUNG, VORGANG

VOLL = replace(
    KOPF,
    anschrift=("Rathaus", "Zimmer 1"),
    fusszeile=("Telefon 0123", "IBAN <b>DE</b>"),
    logo=Bild(b"x", "Logo"),
)
TAG = date(2026, 3, 2)
MIT = Exportwahl(unterschriften=True)


def felder(dokument):
    return {feld.name: feld.text for feld in dokument.felder}


def test_every_line_of_the_head_is_a_field_and_only_the_head_is_left_to_it():
    dokument = fassung_dokument(VORGANG, ANTRAG, VOLL)
    gezeigt = felder(dokument)
    for block in dokument.bloecke[1 : dokument.rumpf]:
        assert block.text.split("\t", 1)[1] in gezeigt.values()
    assert gezeigt["ab.titel"] == dokument.bloecke[0].text == "Antrag"
    assert gezeigt["ab.anschrift"] == "Rathaus\nZimmer 1"
    assert gezeigt["ab.fusszeile"] == "Telefon 0123\nIBAN <b>DE</b>"
    assert dokument.bloecke[dokument.rumpf].text == "Beratungsfolge"
    assert dokument.logo == VOLL.logo
    assert dokument.fusszeile.startswith("Telefon 0123\nIBAN <b>DE</b>\nAntrag")


@pytest.mark.parametrize("art", [Fassungsart.BESCHLUSS, Fassungsart.VERWALTUNGSSTANDPUNKT])
def test_what_council_and_administration_wrote_shows_no_sign_of_the_faction(art):
    dokument = fassung_dokument(VORGANG, replace(ANTRAG, art=art), VOLL)
    assert dokument.logo is None
    assert dokument.kopfzeile[0] == ""
    assert "Telefon" not in dokument.fusszeile
    assert dokument.fusszeile
    assert (
        FRAKTION
        not in fassung_dokument(VORGANG, replace(ANTRAG, art=art, urheber=()), VOLL).verfasser
    )


def test_a_joint_paper_shows_no_sign_of_one_faction_and_all_einreicher_in_order():
    einreicher = ("Fraktion Zebra", FRAKTION, "Stadträtin Adam")
    gemeinsam = replace(ANTRAG, urheber=einreicher)
    dokument = fassung_dokument(VORGANG, gemeinsam, VOLL)
    assert dokument.bloecke[0].text == "Gemeinsamer Antrag"
    assert felder(dokument)["ab.einreicher"] == ", ".join(einreicher)
    assert dokument.verfasser == ", ".join(einreicher)
    assert dokument.logo is None
    assert dokument.kopfzeile[0] == ""
    assert "Telefon" not in dokument.fusszeile
    assert not any(felder(dokument)[f"ab.{n}"] for n in ("fraktion", "anschrift", "fusszeile"))
    brief = anschreiben_dokument(VORGANG, gemeinsam, VOLL, TAG)
    assert brief.logo is None
    assert brief.kopfzeile[0] == ""
    unterschrieben = [getattr(block, "text", "") for block in brief.bloecke]
    assert [name for name in unterschrieben if name in einreicher] == list(einreicher)


def test_letters_registers_and_files_leave_their_title_to_the_briefkopf():
    eintrag = Registereintrag(VORGANG, {})
    for dokument in (
        anschreiben_dokument(VORGANG, ANTRAG, VOLL, TAG),
        akte_dokument(eintrag, VOLL, TAG),
        register_dokument([eintrag], VOLL, TAG),
    ):
        kopf = [block.text for block in dokument.bloecke[: dokument.rumpf]]
        assert kopf
        assert set(kopf) <= set(felder(dokument).values())
        assert dokument.logo == VOLL.logo


def test_signatures_are_rows_in_the_order_of_the_einreicher_and_only_on_request():
    papiere = Papiere(lambda: VOLL, lambda: TAG)
    papier = papiere.fassung(VORGANG, NEUFASSUNG, MIT)
    tabelle = papier.dokument.bloecke[-1]
    assert isinstance(tabelle, Tabelle)
    namen = [zeile[0].absaetze[0].text for zeile in tabelle.zeilen]
    assert namen == [FRAKTION, "Fraktion Bürgerforum"]
    assert all(zeile[0].kopf for zeile in tabelle.zeilen)
    assert papier.gemeinsam
    ohne = papiere.fassung(VORGANG, NEUFASSUNG).dokument
    assert ohne.bloecke == papier.dokument.bloecke[:-2]


def test_without_einreicher_the_faction_signs_alone():
    papiere = Papiere(lambda: VOLL, lambda: TAG)
    papier = papiere.fassung(replace(VORGANG, einreicher=()), replace(ANTRAG, urheber=()), MIT)
    assert len(papier.dokument.bloecke[-1].zeilen) == 1
    assert not papier.gemeinsam


FREMD = replace(ANTRAG, urheber=("Fraktion Zebra",))


def test_the_motion_of_another_faction_shows_no_sign_of_ours():
    dokument = fassung_dokument(VORGANG, FREMD, VOLL)
    assert felder(dokument)["ab.einreicher"] == dokument.verfasser == "Fraktion Zebra"
    assert dokument.logo is None
    assert dokument.kopfzeile[0] == ""
    assert "Telefon" not in dokument.fusszeile
    assert not any(felder(dokument)[f"ab.{n}"] for n in ("fraktion", "anschrift", "fusszeile"))
    assert Papiere(lambda: VOLL, lambda: TAG).fassung(VORGANG, FREMD).briefkopf is None


def test_a_draft_without_author_follows_the_einreicher_of_its_vorgang():
    entwurf = replace(ANTRAG, urheber=(), eingereicht=False)
    papiere = Papiere(lambda: VOLL, lambda: TAG)
    assert papiere.fassung(replace(VORGANG, einreicher=("Zebra",)), entwurf).briefkopf is None
    unsere = papiere.fassung(replace(VORGANG, einreicher=("Lindenblatt",)), entwurf)
    assert unsere.briefkopf is Briefkopfart.ANTRAG
    assert unsere.dokument.logo == VOLL.logo


def test_several_names_in_one_line_are_several():
    papier = Papiere(lambda: VOLL, lambda: TAG).fassung(
        VORGANG, replace(ANTRAG, urheber=("Fraktion CDU und Fraktion SPD",)), MIT
    )
    assert papier.gemeinsam
    assert papier.dokument.bloecke[0].text == "Gemeinsamer Antrag"
    assert len(papier.dokument.bloecke[-1].zeilen) == 2


def test_no_letter_goes_with_the_motion_of_another_faction():
    with pytest.raises(Abgelehnt, match=r"von anderen \(Fraktion Zebra\)"):
        Papiere(lambda: VOLL, lambda: TAG).anschreiben(VORGANG, FREMD)
