"""The comparison without a window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from antragsbuero.comparison.synopse import Bereich
from antragsbuero.domain.bearbeitung import leite_ab
from antragsbuero.domain.fassung import Fassungsart
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.errors import Ablagefehler
from antragsbuero.services.events import VorgangGespeichert
from antragsbuero.services.exporte import Exportergebnis
from antragsbuero.ui.vergleich.auswahl import basen, geordnet, vorauswahl
from antragsbuero.ui.vergleich.presenter import VergleichPresenter, Ziele
from antragsbuero.ui.vergleich.tafel import Tafel
from tests.ui.aufbau import TestBuero, buero, einfach
from tests.ui.aufzeichnung import Aufzeichnung
from tests.ui.sofort import SofortRunner, WartenderRunner
from tests.ui.vergleichbau import schatten


def _presenter(
    *vorgaenge: Vorgang, runner: SofortRunner | None = None, **werte: bool
) -> tuple[VergleichPresenter, Aufzeichnung, Aufzeichnung, TestBuero]:
    view, ziele = Aufzeichnung(), Aufzeichnung()
    offen = buero(*vorgaenge, **werte)
    presenter = VergleichPresenter(
        view, offen.services, runner or SofortRunner(),
        Ziele(ziele.oeffne_vorgang, ziele.merke), str,
    )  # fmt: skip
    return presenter, view, ziele, offen


def _tafel(view: Aufzeichnung) -> Tafel:
    return view.letzter("zeige_tafel")[0]


def test_without_a_choice_shows_the_three_newest() -> None:
    vorgang = schatten()
    presenter, view, _, _ = _presenter(vorgang)
    presenter.oeffne(vorgang.kennung)
    assert [k.titel for k in _tafel(view).koepfe] == ["Ursprungsantrag", "Neufassung", "Beschluss"]


def test_one_fassung_is_shown_beside_the_one_it_renews() -> None:
    vorgang = schatten()
    a, b, c = geordnet(vorgang)
    assert vorauswahl(vorgang, [c.kennung]) == (b.kennung, c.kennung)
    assert vorauswahl(vorgang, [a.kennung]) == (a.kennung, b.kennung)


def test_one_fassung_alone_cannot_be_compared() -> None:
    vorgang = einfach("Bänke")
    presenter, view, _, _ = _presenter(vorgang)
    presenter.oeffne(vorgang.kennung)
    assert "zwei Fassungen" in view.letzter("zeige_leer")[1]
    assert not view.alle("zeige_tafel")


def test_walks_through_the_changes_and_round() -> None:
    vorgang = schatten()
    presenter, view, _, _ = _presenter(vorgang)
    presenter.oeffne(vorgang.kennung, [f.kennung for f in vorgang.fassungen[:2]])
    anzahl = len(_tafel(view).stellen)
    gesehen = []
    for _ in range(anzahl + 1):
        presenter.geh_zu_aenderung(1)
        gesehen.append(view.letzter("zeige_stelle")[0])
    assert gesehen == [*range(anzahl), 0]
    presenter.geh_zu_aenderung(-1)
    assert view.letzter("zeige_stelle")[0] == anzahl - 1


def test_starts_walking_at_the_row_with_the_cursor() -> None:
    vorgang = schatten()
    presenter, view, _, _ = _presenter(vorgang)
    presenter.oeffne(vorgang.kennung, [f.kennung for f in vorgang.fassungen[:2]])
    stellen = _tafel(view).stellen
    presenter.geh_zu_aenderung(1, stellen[3].zeile)
    assert view.letzter("zeige_stelle")[1].zeile == stellen[3].zeile


def test_only_changes_leaves_out_what_is_the_same() -> None:
    vorgang = schatten()
    presenter, view, _, _ = _presenter(vorgang)
    presenter.oeffne(vorgang.kennung, [f.kennung for f in vorgang.fassungen[1:]])
    alle = len(_tafel(view).rows)
    presenter.zeige_an(nur_aenderungen=True)
    assert len(_tafel(view).rows) < alle
    assert _tafel(view).gleiche_fassungen


def test_the_begruendung_counts_once_it_is_shown() -> None:
    vorgang = schatten()
    presenter, view, _, _ = _presenter(vorgang)
    presenter.oeffne(vorgang.kennung, [f.kennung for f in vorgang.fassungen[:2]])
    vorher = len(_tafel(view).stellen)
    assert presenter.entfalte(_tafel(view).rows[-1])
    assert len(_tafel(view).stellen) > vorher


def test_chooses_the_base_for_all_columns() -> None:
    vorgang = schatten()
    presenter, view, _, _ = _presenter(vorgang)
    presenter.oeffne(vorgang.kennung)
    presenter.waehle_basis(0)
    assert [s.basis for s in _tafel(view).synopse.spalten] == [None, 0, 0]
    assert view.letzter("zeige_kopf")[1].basis == 0
    assert basen(3, 1) == (1, None, 1)


def test_swaps_and_replaces_columns_and_remembers_the_place() -> None:
    vorgang = schatten()
    a, b, c = (f.kennung for f in vorgang.fassungen)
    presenter, view, ziele, _ = _presenter(vorgang)
    presenter.oeffne(vorgang.kennung)
    presenter.tausche(0, 1)
    assert ziele.letzter("merke") == (vorgang.kennung, (b, a, c))
    presenter.schalte_spalte(c)
    assert ziele.letzter("merke")[1] == (b, a)
    presenter.ersetze_spalte(0, c)
    assert ziele.letzter("merke")[1] == (c, a)
    presenter.schalte_spalte(a)  # one column alone is refused
    assert ziele.letzter("merke")[1] == (c, a)
    assert [s.fassung for s in _tafel(view).synopse.spalten] == [c, a]


def _zeile(view: Aufzeichnung, anfang: str) -> int:
    return next(
        n for n, z in enumerate(_tafel(view).synopse.zeilen)
        if z.bereich is Bereich.PUNKTE and any(k.text.startswith(anfang) for k in z.zellen)
    )  # fmt: skip


def test_a_pairing_is_parted_undone_and_parted_again() -> None:
    vorgang = schatten()
    presenter, view, _, offen = _presenter(vorgang)
    presenter.oeffne(vorgang.kennung, [f.kennung for f in vorgang.fassungen[:2]])
    vorher = _tafel(view).synopse
    presenter.trenne(_zeile(view, "Für die Umsetzung"), 1)
    getrennt = _tafel(view).synopse
    assert len(getrennt.zeilen) == len(vorher.zeilen) + 1
    assert view.letzter("zeige_ruecknahme") == (True, False)
    presenter.nimm_zurueck()
    assert _tafel(view).synopse == vorher
    presenter.stelle_wieder_her()
    assert _tafel(view).synopse == getrennt
    paar = sorted(f.kennung for f in vorgang.fassungen[:2])
    assert len(offen.services.vergleiche.korrekturen(*paar)) == 1


def test_a_correction_holds_when_the_columns_are_swapped() -> None:
    vorgang = schatten()
    presenter, view, _, _ = _presenter(vorgang)
    presenter.oeffne(vorgang.kennung, [f.kennung for f in vorgang.fassungen[:2]])
    presenter.trenne(_zeile(view, "Für die Umsetzung"), 1)
    anzahl = len(_tafel(view).synopse.zeilen)
    presenter.tausche(0, 1)
    assert len(_tafel(view).synopse.zeilen) == anzahl


def test_two_rows_are_joined_by_hand() -> None:
    vorgang = schatten()
    presenter, view, _, _ = _presenter(vorgang)
    presenter.oeffne(vorgang.kennung, [f.kennung for f in vorgang.fassungen[:2]])
    alt, neu = _zeile(view, "Ein Förderprogramm"), _zeile(view, "Die Bürgerinnen")
    presenter.verbinde([alt, neu])
    zeile = _tafel(view).synopse.zeilen[_zeile(view, "Die Bürgerinnen")]
    assert [len(z.punkte) for z in zeile.zellen] == [2, 1]


def test_what_cannot_be_joined_or_parted_is_explained() -> None:
    vorgang = schatten()
    presenter, view, _, offen = _presenter(vorgang)
    presenter.oeffne(vorgang.kennung, [f.kennung for f in vorgang.fassungen[:2]])
    vorher = offen.ablage.schreibvorgaenge
    presenter.verbinde([1])
    presenter.trenne(_zeile(view, "Ein Förderprogramm"), 0)
    assert [art for _, art in view.alle("zeige_hinweis")] == ["gelb", "gelb"]
    assert offen.ablage.schreibvorgaenge == vorher


def test_a_read_only_database_refuses_a_correction_in_words() -> None:
    vorgang = schatten()
    presenter, view, _, _ = _presenter(vorgang, nur_lesen=True)
    presenter.oeffne(vorgang.kennung, [f.kennung for f in vorgang.fassungen[:2]])
    presenter.trenne(_zeile(view, "Für die Umsetzung"), 1)
    assert view.letzter("zeige_hinweis")[1] == "rot"


def test_a_late_answer_does_not_replace_a_newer_one() -> None:
    vorgang, anderer = schatten(), schatten()
    runner = WartenderRunner()
    presenter, view, _, _ = _presenter(vorgang, anderer, runner=runner)
    presenter.oeffne(vorgang.kennung)
    presenter.oeffne(anderer.kennung)
    runner.laufe(1)
    runner.laufe(0)
    while runner.wartend:
        runner.laufe()
    assert view.letzter("zeige_kopf")[0].kennung == anderer.kennung
    assert len(view.alle("zeige_tafel")) == 1


def test_a_cancelled_comparison_says_how_to_go_on() -> None:
    vorgang = schatten()
    runner = WartenderRunner()
    presenter, view, _, _ = _presenter(vorgang, runner=runner)
    presenter.oeffne(vorgang.kennung)
    runner.laufe()
    presenter.brich_ab_und_sag_es()
    runner.laufe()
    assert "abgebrochen" in view.letzter("zeige_leer")[0]
    assert not view.alle("zeige_tafel")


def test_follows_changes_of_its_vorgang_only() -> None:
    vorgang = schatten()
    presenter, view, _, _ = _presenter(vorgang)
    presenter.oeffne(vorgang.kennung)
    koepfe = len(view.alle("zeige_kopf"))
    presenter.on_ereignis(VorgangGespeichert("anders"))
    assert len(view.alle("zeige_kopf")) == koepfe
    presenter.on_ereignis(VorgangGespeichert(vorgang.kennung))
    assert len(view.alle("zeige_kopf")) > koepfe
    assert len(view.alle("zeige_tafel")) == 1  # nothing to compare anew


def test_a_draft_typed_on_elsewhere_is_compared_anew_only_while_it_is_seen() -> None:
    vorgang = schatten()
    entwurf = leite_ab(vorgang.fassungen[1], Fassungsart.NEUFASSUNG, ())
    vorgang = replace(vorgang, fassungen=(*vorgang.fassungen, entwurf))
    presenter, view, _, offen = _presenter(vorgang)
    presenter.oeffne(vorgang.kennung, [vorgang.fassungen[1].kennung, entwurf.kennung])
    assert not _tafel(view).stellen
    presenter.verlasse()
    neu = replace(entwurf, punkte=entwurf.punkte[:-1])
    offen.services.vorgaenge.speichere_entwurf(vorgang.kennung, neu)
    presenter.on_ereignis(VorgangGespeichert(vorgang.kennung))
    assert len(view.alle("zeige_tafel")) == 1
    presenter.oeffne(vorgang.kennung)
    assert len(view.alle("zeige_tafel")) == 2
    assert _tafel(view).stellen


def test_exports_what_is_shown(tmp_path: Path) -> None:
    vorgang = schatten()
    runner = SofortRunner()
    presenter, view, _, offen = _presenter(vorgang, runner=runner)
    geschrieben = []

    def schreibe(dokument: object, ziel: Path) -> list[str]:
        geschrieben.append(dokument)
        return ["Ein Zeichen fehlt."]

    offen.services.exporte._writers = {".docx": schreibe}
    presenter.oeffne(vorgang.kennung)
    assert presenter.dateiname(".docx").endswith("Vergleich.docx")
    ziel = tmp_path / presenter.dateiname(".docx")
    presenter.exportiere(ziel)
    assert view.letzter("zeige_export")[0] == Exportergebnis(ziel, ("Ein Zeichen fehlt.",))
    assert runner.titel == ["Vergleich wird als Word-Datei geschrieben"]
    assert len(geschrieben) == 1


def test_a_failed_export_is_told_at_its_place(tmp_path: Path) -> None:
    vorgang = schatten()
    presenter, view, _, offen = _presenter(vorgang)

    def schreibe(dokument: object, ziel: Path) -> list[str]:
        raise Ablagefehler("Der Datenträger ist voll.")

    offen.services.exporte._writers = {".pdf": schreibe}
    presenter.oeffne(vorgang.kennung)
    presenter.exportiere(tmp_path / "v.pdf")
    assert view.letzter("zeige_hinweis") == ("Der Datenträger ist voll.", "rot", None)


def test_after_closing_nothing_reaches_the_view() -> None:
    vorgang = schatten()
    runner = WartenderRunner()
    presenter, view, _, _ = _presenter(vorgang, runner=runner)
    presenter.oeffne(vorgang.kennung)
    presenter.schliesse()
    while runner.wartend:
        runner.laufe()
    assert not view.rufe
