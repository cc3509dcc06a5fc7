"""Many files in one go."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from antragsbuero.documents.briefkopf import Briefkopfdaten
from antragsbuero.domain.fassung import Fassungsart
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.ausgabe import (
    HTML,
    PDF,
    WORD,
    Ausgabe,
    Auswahl,
    Exportauftrag,
    angebote,
    grund,
    korrekturpaar,
)
from antragsbuero.services.ausgang import Ausgang
from antragsbuero.services.dateinamen import Namenswahl
from antragsbuero.services.errors import Abgelehnt, Buerofehler, NichtGefunden
from antragsbuero.services.exporte import Exporte
from antragsbuero.services.vergleiche import Vergleiche
from tests.fakes.ablage import FakeAblage
from tests.services.bau import HEUTE, beschlossener_vorgang, fassung, punkt

ALLES = frozenset((WORD, PDF, HTML))


class Bau:
    def __init__(self, *vorgaenge: Vorgang) -> None:
        self.kaputt = ""
        ablage = FakeAblage(*vorgaenge)
        exporte = Exporte(
            {".docx": self.schreibe, ".pdf": self.schreibe, ".html": self.schreibe},
            lambda: Briefkopfdaten(fraktion="Fraktion Muster"),
            lambda: HEUTE,
            lambda dokument, ziel: self.schreibe(dokument, ziel),
        )

        def lade(kennung: str) -> Vorgang:
            with ablage.read() as arbeit:
                return arbeit.vorgaenge.get(kennung)

        self.ausgang = Ausgang(
            lade, exporte, Vergleiche(ablage), lambda tag: Namenswahl(heute=tag), lambda: HEUTE
        )

    def schreibe(self, dokument, ziel: Path) -> list[str]:
        if self.kaputt and self.kaputt in ziel.name:
            raise Buerofehler(f"„{ziel.name}“ ist kaputt.")
        ziel.write_text(getattr(dokument, "titel", "Korrekturen"), encoding="utf-8")
        return ["ein Hinweis"] if "Akte" in ziel.name else []


def auftrag(ordner: Path, *vorgaenge: Vorgang, ausgaben=(Ausgabe.FASSUNG,), **werte):
    auswahl = Auswahl(tuple(v.kennung for v in vorgaenge))
    formate = werte.pop("formate", frozenset((PDF,)))
    return Exportauftrag(auswahl, tuple(ausgaben), formate, ordner, **werte)


def mehrere(anzahl: int) -> list[Vorgang]:
    return [
        replace(beschlossener_vorgang(), kennung=f"v{n}", nummern=(f"A-{n:03}",))
        for n in range(anzahl)
    ]


def test_all_kinds_in_all_formats_have_the_names_that_were_shown(tmp_path: Path) -> None:
    v = beschlossener_vorgang()
    bau = Bau(v)
    ausgaben = [a for a in Ausgabe if a is not Ausgabe.NACHFRAGE]
    wunsch = auftrag(tmp_path, v, ausgaben=ausgaben, formate=ALLES)
    namen = bau.ausgang.namen([v], wunsch)
    ergebnis = bau.ausgang.fuehre_aus(wunsch)
    assert not ergebnis.gescheitert
    assert tuple(p.name for p in ergebnis.geschrieben) == namen
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(namen)
    assert "VII-A-01234 Mehr Aufenthalt am Fluss Synopse.pdf" in namen
    assert "VII-A-01234 Mehr Aufenthalt am Fluss Korrekturfassung.docx" in namen
    assert "VII-A-01234 Mehr Aufenthalt am Fluss Webseite.html" in namen
    akten = [d.hinweise for d in ergebnis.dateien if "Akte" in d.name]
    assert akten == [("ein Hinweis",)] * 2


def test_one_fault_does_not_stop_the_others(tmp_path: Path) -> None:
    alle = mehrere(5)
    bau = Bau(*alle)
    bau.kaputt = "A-002"
    ergebnis = bau.ausgang.fuehre_aus(auftrag(tmp_path, *alle, ausgaben=[Ausgabe.AKTE]))
    assert len(ergebnis.geschrieben) == 4
    assert [d.fehler for d in ergebnis.gescheitert] == [
        "„A-002 Mehr Aufenthalt am Fluss Akte.pdf“ ist kaputt."
    ]


def test_an_unforeseen_fault_and_a_vorgang_that_is_gone_are_told_in_german(tmp_path) -> None:
    alle = mehrere(2)
    bau = Bau(*alle)
    weg = replace(alle[0], kennung="weg")

    def schreibe(dokument, ziel):
        raise ZeroDivisionError

    bau.ausgang._exporte._writers[".docx"] = schreibe
    wunsch = auftrag(tmp_path, weg, *alle, formate=frozenset((WORD, PDF)))
    ergebnis = bau.ausgang.fuehre_aus(wunsch)
    assert len(ergebnis.geschrieben) == 2
    assert len(ergebnis.gescheitert) == 3
    assert all("Vorgang" in d.fehler or "ließ sich nicht" in d.fehler for d in ergebnis.gescheitert)


def test_the_register_over_all_is_one_file(tmp_path: Path) -> None:
    alle = mehrere(4)
    bau = Bau(*alle)
    wunsch = auftrag(tmp_path, *alle, ausgaben=[Ausgabe.REGISTER])
    assert bau.ausgang.namen(alle, wunsch) == ("Register 4 Vorgänge 2026-03-02.pdf",)
    assert [p.name for p in bau.ausgang.fuehre_aus(wunsch).geschrieben] == [
        "Register 4 Vorgänge 2026-03-02.pdf"
    ]


def test_a_person_stops_between_two_files(tmp_path: Path) -> None:
    alle = mehrere(10)
    bau = Bau(*alle)
    anteile: list[float] = []
    ergebnis = bau.ausgang.fuehre_aus(
        auftrag(tmp_path, *alle),
        lambda: len(list(tmp_path.iterdir())) >= 3,
        anteile.append,
    )
    assert ergebnis.abgebrochen
    assert len(ergebnis.geschrieben) == 3
    assert anteile == sorted(anteile)
    assert anteile[-1] < 1


def test_a_person_stops_within_a_file(tmp_path: Path) -> None:
    v = beschlossener_vorgang()
    bau, fragen = Bau(v), iter(range(100))
    wunsch = auftrag(tmp_path, v, ausgaben=[Ausgabe.AKTE], formate=ALLES)
    ergebnis = bau.ausgang.fuehre_aus(wunsch, lambda: next(fragen) > 3)
    assert ergebnis.abgebrochen
    assert (ergebnis.dateien, list(tmp_path.iterdir())) == ((), [])


def test_files_that_are_there_stay_or_are_replaced(tmp_path: Path) -> None:
    v = beschlossener_vorgang()
    alt = tmp_path / "VII-A-01234 Mehr Aufenthalt am Fluss Akte.pdf"
    alt.write_text("alt")
    bau = Bau(v)
    wunsch = auftrag(tmp_path, v, ausgaben=[Ausgabe.AKTE])
    (neu,) = bau.ausgang.fuehre_aus(wunsch).geschrieben
    assert neu.name == "VII-A-01234 Mehr Aufenthalt am Fluss Akte (2).pdf"
    assert bau.ausgang.namen([v], wunsch)[0].endswith("Akte (3).pdf")
    assert alt.read_text() == "alt"
    bau.ausgang.fuehre_aus(replace(wunsch, ersetzen=True))
    assert alt.read_text() != "alt"


def test_nothing_chosen_and_no_folder_are_refused(tmp_path: Path) -> None:
    v = beschlossener_vorgang()
    with pytest.raises(Abgelehnt, match="nichts zum Exportieren"):
        Bau(v).ausgang.fuehre_aus(auftrag(tmp_path, v, formate=frozenset()))
    with pytest.raises(Abgelehnt, match="gibt es nicht"):
        Bau(v).ausgang.fuehre_aus(auftrag(tmp_path / "fort", v))


def test_why_a_kind_does_not_exist_is_told() -> None:
    v = beschlossener_vorgang()
    geheim = replace(v, kennung="g", nichtoeffentlich=True)
    (eins,) = [a for a in angebote([geheim], Auswahl(("g",))) if a.ausgabe is Ausgabe.WEBSEITE]
    assert (eins.moeglich, eins.hinweis) == (False, "nichtöffentlich")
    (viele,) = [
        a for a in angebote([v, geheim], Auswahl((v.kennung, "g"))) if a.ausgabe is Ausgabe.WEBSEITE
    ]
    assert (viele.moeglich, viele.hinweis) == (True, "bei 1 von 2 nicht: nichtöffentlich (1)")
    leer = Vorgang("Leer", kennung="l")
    gruende = {a.ausgabe: a.hinweis for a in angebote([leer], Auswahl(("l",))) if not a.moeglich}
    assert set(gruende) == set(Ausgabe) - {Ausgabe.AKTE}


def test_a_letter_goes_only_with_what_is_ours() -> None:
    fremd = replace(beschlossener_vorgang(), einreicher=("Fraktion Mitte",))
    ohne, unsere, andere = (Auswahl(("x",), fraktion=f) for f in ("", "Mitte", "Fraktion Ufer"))
    assert not grund(fremd, Ausgabe.ANSCHREIBEN, ohne)
    assert not grund(fremd, Ausgabe.ANSCHREIBEN, unsere)
    assert "die Fraktion einreicht" in grund(fremd, Ausgabe.ANSCHREIBEN, andere)


def test_what_a_vorgang_has_not_is_left_out_and_named(tmp_path: Path) -> None:
    v = beschlossener_vorgang()
    geheim = replace(v, kennung="g", nichtoeffentlich=True)
    ergebnis = Bau(v, geheim).ausgang.fuehre_aus(
        auftrag(tmp_path, v, geheim, ausgaben=[Ausgabe.WEBSEITE])
    )
    assert len(ergebnis.geschrieben) == 1
    assert [d.ausgelassen for d in ergebnis.dateien if d.ausgelassen] == ["nichtöffentlich"]


def test_the_korrekturfassung_goes_with_what_the_fassung_answers() -> None:
    v = beschlossener_vorgang()
    antrag, beschluss = v.fassungen
    entwurf = replace(fassung(Fassungsart.NEUFASSUNG, None, punkt("", "Neu.")), zu=antrag.kennung)
    v = replace(v, fassungen=(*v.fassungen, entwurf))
    assert korrekturpaar(v, Auswahl((v.kennung,))) == (antrag, entwurf)
    gewaehlt = Auswahl((v.kennung,), spalten=(beschluss.kennung, entwurf.kennung))
    assert korrekturpaar(v, gewaehlt) == (beschluss, entwurf)


def test_a_kennung_that_is_unknown_raises_before_anything_is_shown() -> None:
    with pytest.raises(NichtGefunden):
        Bau().ausgang.vorgaenge(("fehlt",))
