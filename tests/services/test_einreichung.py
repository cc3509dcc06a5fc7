"""The e-mail of a submission and the parts for the council's form."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from antragsbuero.documents.briefkopf import Briefkopfdaten
from antragsbuero.dokument.nachricht import Nachricht
from antragsbuero.domain.absatz import absaetze
from antragsbuero.domain.anlage import Anlage
from antragsbuero.domain.fassung import Fassungsart
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.formats.html_fragment import fragment
from antragsbuero.services.einreichung import Einreichung, Kopierteil
from antragsbuero.services.einstellungen import Bueroeinstellungen, Einstellungen
from antragsbuero.services.errors import Abgelehnt, Ablagefehler
from antragsbuero.services.events import Ereignisse
from antragsbuero.services.exporte import Exporte
from tests.fakes.ablage import FakeAblage
from tests.services.bau import HEUTE, beschlossener_vorgang


class Bau:
    def __init__(self, **buero) -> None:
        self.nachrichten: list[Nachricht] = []
        einstellungen = Einstellungen(FakeAblage(), Ereignisse())
        einstellungen.set(
            Bueroeinstellungen(fraktion="Fraktion Muster", personen=("Anke Beyer",), **buero)
        )

        def schreibe(dokument, ziel: Path) -> list[str]:
            ziel.write_bytes(ziel.suffix.encode())
            return []

        def notiere(nachricht: Nachricht, ziel: Path) -> list[str]:
            self.nachrichten.append(nachricht)
            return []

        def inhalt(anlage: Anlage) -> bytes:
            if anlage.sha256 == "fehlt":
                raise Ablagefehler(f"Der Inhalt der Anlage „{anlage.name}“ fehlt.")
            return anlage.sha256.encode()

        exporte = Exporte(
            {".docx": schreibe, ".pdf": schreibe},
            lambda: Briefkopfdaten("Fraktion Muster"),
            lambda: HEUTE,
        )
        self.dienst = Einreichung(exporte, inhalt, einstellungen, notiere, fragment, lambda: HEUTE)


@pytest.fixture
def v() -> Vorgang:
    return beschlossener_vorgang()


def test_the_mail_goes_to_the_council_with_paper_and_anlagen(v: Vorgang, tmp_path: Path) -> None:
    bau = Bau(email_einreichung="gremien@muster.example")
    anlagen = (
        Anlage("Plan.pdf", "1", 1),
        Anlage("plan.PDF", "2", 1),
        Anlage("fort.png", "fehlt", 1),
    )
    fassung = replace(v.fassungen[0], nummer="VII-A-01234-NF-01", anlagen=anlagen)
    ergebnis = bau.dienst.schreibe_entwurf(v, fassung, tmp_path / "x.eml")
    (mail,) = bau.nachrichten
    assert mail.an == ("gremien@muster.example",)
    assert mail.betreff == "Neufassung VII-A-01234-NF-01: Mehr Aufenthalt am Fluss"
    assert [(a.name, a.inhalt) for a in mail.anhaenge] == [
        ("VII-A-01234-NF-01 Mehr Aufenthalt am Fluss Neufassung.pdf", b".pdf"),
        ("VII-A-01234-NF-01 Mehr Aufenthalt am Fluss Neufassung.docx", b".docx"),
        ("Plan.pdf", b"1"),
        ("plan (2).PDF", b"2"),
    ]
    assert "Neufassung VII-A-01234-NF-01 vom 01.03.2025" in mail.text
    assert mail.text.endswith("Mit freundlichen Grüßen\nFraktion Muster\n")
    assert "Beyer" not in mail.text
    assert ergebnis.hinweise == ("Nicht angehängt: Der Inhalt der Anlage „fort.png“ fehlt.",)


@pytest.mark.parametrize(
    ("adresse", "an", "wort"),
    [
        ("", (), "noch keine Adresse"),
        ("kein Postfach", (), "„kein“ ist keine E-Mail-Adresse"),
        ("a@b.example; c@d.example", ("a@b.example", "c@d.example"), ""),
        ("a@b.example\r\nBcc: x@y.example", ("a@b.example", "x@y.example"), "„Bcc:“ ist keine"),
    ],
)
def test_what_is_no_address_is_told(v, tmp_path, adresse, an, wort) -> None:
    bau = Bau(email_einreichung=adresse)
    ergebnis = bau.dienst.schreibe_entwurf(v, v.fassungen[0], tmp_path / "x.eml")
    assert bau.nachrichten[0].an == an
    assert wort in " ".join(ergebnis.hinweise)
    assert bool(wort) == bool(ergebnis.hinweise)


def test_a_betreff_over_lines_is_one_line(v: Vorgang, tmp_path: Path) -> None:
    bau = Bau()
    boese = replace(v.fassungen[0], betreff="Bäume\r\nBcc: x@y.example\nund Bänke")
    bau.dienst.schreibe_entwurf(v, boese, tmp_path / "x.eml")
    betreff = bau.nachrichten[0].betreff
    assert betreff == "Neufassung VII-A-01234: Bäume Bcc: x@y.example und Bänke"


def test_drafts_and_papers_of_others_are_refused(v: Vorgang, tmp_path: Path) -> None:
    bau = Bau()
    with pytest.raises(Abgelehnt, match="noch ein Entwurf"):
        bau.dienst.schreibe_entwurf(v, replace(v.fassungen[0], eingereicht=False), tmp_path / "x")
    fremd = replace(v.fassungen[0], art=Fassungsart.VERWALTUNGSSTANDPUNKT)
    with pytest.raises(Abgelehnt, match="selbst schreibt"):
        bau.dienst.schreibe_entwurf(v, fremd, tmp_path / "x.eml")
    assert bau.nachrichten == []


def test_the_motion_of_another_faction_is_no_e_mail_of_ours(v: Vorgang, tmp_path: Path) -> None:
    bau = Bau()
    fremd = replace(v, einreicher=("Fraktion Zebra",))
    for versuch in (
        lambda: bau.dienst.schreibe_entwurf(fremd, fremd.fassungen[0], tmp_path / "x.eml"),
        lambda: bau.dienst.entwurfsname(fremd, fremd.fassungen[0]),
    ):
        with pytest.raises(Abgelehnt, match=r"von anderen \(Fraktion Zebra\)"):
            versuch()
    assert bau.nachrichten == []
    gemeinsam = replace(v, einreicher=("Fraktion Zebra", "Muster"))
    bau.dienst.schreibe_entwurf(gemeinsam, gemeinsam.fassungen[0], tmp_path / "x.eml")
    assert len(bau.nachrichten) == 1


def test_a_large_mail_is_told(v: Vorgang, tmp_path: Path) -> None:
    bau = Bau(email_einreichung="a@b.example")
    anlage = Anlage("Film.pdf", "x" * 16_000_000, 1)
    fassung = replace(v.fassungen[0], anlagen=(anlage,))
    ergebnis = bau.dienst.schreibe_entwurf(v, fassung, tmp_path / "x.eml")
    assert "MB groß" in ergebnis.hinweise[0]


def test_each_part_is_copied_by_itself(v: Vorgang) -> None:
    dienst, fassung = Bau().dienst, v.fassungen[0]
    betreff = dienst.kopie(v, fassung, Kopierteil.BETREFF)
    assert betreff.text == "Mehr Aufenthalt am Fluss"
    vorschlag = dienst.kopie(v, fassung, Kopierteil.BESCHLUSSVORSCHLAG)
    assert vorschlag.html.count("<li") == 4
    assert '<ol type="a">' in vorschlag.html
    assert "   a) Der Brunnen ist barrierefrei." in vorschlag.text
    begruendung = dienst.kopie(v, fassung, Kopierteil.BEGRUENDUNG)
    assert begruendung.html == "<p>Weil es nötig ist.</p>\n"
    with pytest.raises(Abgelehnt, match="„Begründung“ leer"):
        dienst.kopie(v, replace(fassung, begruendung=()), Kopierteil.BEGRUENDUNG)


def test_text_of_the_paper_is_never_markup(v: Vorgang) -> None:
    fassung = replace(v.fassungen[0], begruendung=absaetze(["<img src=x onerror=1>"]))
    html = Bau().dienst.kopie(v, fassung, Kopierteil.BEGRUENDUNG).html
    assert html == "<p>&lt;img src=x onerror=1&gt;</p>\n"


def test_the_name_of_the_mail_says_what_it_is(v: Vorgang) -> None:
    name = Bau().dienst.entwurfsname(v, v.fassungen[0])
    assert name == "VII-A-01234 Mehr Aufenthalt am Fluss E-Mail-Entwurf.eml"
