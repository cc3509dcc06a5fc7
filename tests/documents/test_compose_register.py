"""Register, Akte and letter: losses, two judgements apart, the whole life in one paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import page
import pytest

from antragsbuero.documents.briefkopf import Briefkopfdaten
from antragsbuero.documents.compose_akte import akte_dokument
from antragsbuero.documents.compose_anschreiben import anschreiben_dokument
from antragsbuero.documents.compose_register import Registereintrag, punktname, register_dokument
from antragsbuero.dokument.dokument import Tabelle, Ueberschrift
from antragsbuero.domain.absatz import absaetze
from antragsbuero.domain.bericht import Bericht, Berichtsart, Berichtsteil
from antragsbuero.domain.nachfrage import Nachfrage
from antragsbuero.domain.umsetzung import Umsetzung, Umsetzungsstand
from antragsbuero.domain.vorgang import Verlaufseintrag
from antragsbuero.formats.pdf_writer import schreibe_pdf
from antragsbuero.services.fristen import verluste_je_punkt
from tests.services.bau import beschlossener_vorgang

KOPF = Briefkopfdaten("Fraktion <Lindenblatt>", (), "Auenstadt", "Stadtrat", "Sehr geehrte Frau X,")
HEUTE = date(2026, 3, 2)


def eintrag() -> Registereintrag:
    vorgang = beschlossener_vorgang()
    beschluss = vorgang.beschluesse()[-1]
    eins, zwei, _ = beschluss.punkte
    vorgang = replace(
        vorgang,
        zustaendig="GEHEIM",
        notizen="GEHEIM",
        umsetzungen=(
            Umsetzung(zwei.kennung, Umsetzungsstand.UMGESETZT, Umsetzungsstand.NICHT_UMGESETZT),
        ),
        berichte=tuple(
            Bericht(
                Berichtsart.ZWISCHENBERICHT,
                tag,
                zu=beschluss.kennung,
                teile=(Berichtsteil("1", absaetze(["Die Bänke sind bestellt."])),),
            )
            for tag in (date(2025, 9, 1), date(2025, 6, 1))
        ),
        nachfragen=(
            Nachfrage(beschluss.kennung, (eins.kennung,), ("Wo sind die Bänke?",), nummer="F-1",
                      eingereicht=date(2026, 1, 5), antwortfrist=date(2026, 2, 2)),
        ),
        verlauf=(Verlaufseintrag(datetime(2026, 1, 5, 9, tzinfo=UTC), "Nachfrage eingereicht"),),
    )  # fmt: skip
    return Registereintrag(vorgang, verluste_je_punkt(vorgang, beschluss))


def zeilen(dokument):
    (tabelle,) = [b for b in dokument.bloecke if isinstance(b, Tabelle)]
    return [
        ["\n".join(a.text for a in zelle.absaetze) for zelle in zeile] for zeile in tabelle.zeilen
    ]


def test_each_point_has_a_row_with_both_judgements():
    eins, zwei, drei, unter = zeilen(register_dokument([eintrag()], KOPF, HEUTE))
    assert [z[0] for z in (eins, zwei, drei, unter)] == ["1", "2", "3", "3a"]
    assert zwei[4:6] == ["umgesetzt", "nicht umgesetzt"]
    assert eins[6:] == ["Zwischenbericht vom 01.09.2025", "F-1 vom 05.01.2026: Antwort überfällig"]
    assert drei[2] == "„Bis zum 31. Dezember 2025“ (31.12.2025), abgelaufen"
    assert unter[2:4] == ["keine", ""]


def test_lost_deadlines_are_told_apart():
    eins, zwei, drei, _ = zeilen(register_dokument([eintrag()], KOPF, HEUTE))
    assert "im 2. Quartal 2025" in eins[3].replace("Im", "im")
    assert "jetzt „Schnellstmöglich“" in eins[3]
    assert zwei[3].endswith("entfallen")
    assert drei[3] == ""


def test_without_resolutions_the_register_says_so():
    leer = Registereintrag(replace(eintrag().vorgang, fassungen=()), {})
    dokument = register_dokument([leer], KOPF, HEUTE)
    assert dokument.bloecke[-1].text == "Es gibt noch keinen Beschluss."


def test_akte_lists_its_contents_and_links_them():
    dokument = akte_dokument(eintrag(), KOPF, HEUTE)
    anker = [b.anker for b in dokument.bloecke if isinstance(b, Ueberschrift) and b.anker]
    inhalt = next(b for b in dokument.bloecke if hasattr(b, "punkte"))
    verweise = [p.absaetze[0].laeufe[0].verweis for p in inhalt.punkte]
    assert verweise == [f"#{name}" for name in anker]
    titel = [p.absaetze[0].text for p in inhalt.punkte]
    assert titel == [
        "Neufassung vom 01.03.2025", "Beschluss vom 09.04.2025",
        "Zwischenbericht vom 01.06.2025", "Zwischenbericht vom 01.09.2025",
        "Beschlusskontrolle zum Beschluss vom 09.04.2025",
        "Nachfrage F-1 vom 05.01.2026", "Verlauf",
    ]  # fmt: skip
    assert "GEHEIM" not in repr(dokument)


def test_closed_matters_say_so_on_every_page():
    geheim = replace(eintrag(), vorgang=replace(eintrag().vorgang, nichtoeffentlich=True))
    for dokument in (
        register_dokument([geheim], KOPF, HEUTE),
        akte_dokument(geheim, KOPF, HEUTE),
        anschreiben_dokument(geheim.vorgang, geheim.vorgang.fassungen[0], KOPF, HEUTE),
    ):
        assert "nichtöffentlich" in dokument.kopfzeile[1]


def test_letter_asks_for_the_agenda_in_the_words_of_the_council():
    vorgang = eintrag().vorgang
    dokument = anschreiben_dokument(vorgang, vorgang.fassungen[0], KOPF, HEUTE)
    text = "\n".join(getattr(block, "text", "") for block in dokument.bloecke)
    assert "Sehr geehrte Frau X," in text
    assert "bitten um Aufnahme in die Tagesordnung der nächsten Sitzung (Stadtrat)." in text
    assert text.endswith("Fraktion <Lindenblatt>\nAnlagen\n")


def test_names_of_points():
    assert [punktname(w) for w in (("2",), ("1", "a"), ("1", "1.2"), ("",))] == [
        "2", "1a", "1.2", "",
    ]  # fmt: skip


@pytest.mark.parametrize("profil", ["ua1", "2a"])
@pytest.mark.parametrize("stueck", ["register", "akte", "anschreiben"])
def test_pdfs_are_accessible_and_archivable(stueck, profil, tmp_path):
    e = eintrag()
    dokument = {
        "register": lambda: register_dokument([e], KOPF, HEUTE),
        "akte": lambda: akte_dokument(e, KOPF, HEUTE),
        "anschreiben": lambda: anschreiben_dokument(e.vorgang, e.vorgang.fassungen[0], KOPF, HEUTE),
    }[stueck]()
    ziel = tmp_path / "papier.pdf"
    schreibe_pdf(dokument, ziel)
    assert page.validate_pdf(str(ziel), profile=profil).is_compliant
