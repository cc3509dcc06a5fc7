"""The printed Synopse: rows, marks, notices, columns."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antragsbuero.comparison.compare import vergleiche
from antragsbuero.comparison.synopse import (
    Aenderungsart,
    Bereich,
    Betragsaenderung,
    Fristaenderung,
    Synopse,
    SynopsenSpalte,
    SynopsenZeile,
    SynopsenZelle,
    Teilart,
    Textteil,
    Zeilenart,
)
from antragsbuero.documents.compose_synopse import synopse_dokument
from antragsbuero.documents.compose_synopse_zellen import absaetze_aus
from antragsbuero.dokument.dokument import Marke, Tabelle, Ueberschrift
from tests.documents.schwimmhalle import (
    ANTRAG,
    BESCHLUSS,
    ENDE_JUNI,
    KOPF,
    NEUFASSUNG,
    STICHTAG,
    ZEITNAH,
)
from tests.documents.test_compose_fassung import ueberschriften
from tests.formats.papiere import dicht, pdf, pdf_text, texte, word, word_texte


def t(art, alt="", neu="", wanderung=None):
    return Textteil(Teilart(art), alt, neu, wanderung)


def zelle(nummern, text, art=None, teile=None, *, punkte=None, **mehr):
    orte = tuple(int(n[0]) - 1 for n in nummern) if punkte is None else punkte
    return SynopsenZelle(orte, tuple(nummern), text, art, teile, **mehr)


LEER = SynopsenZelle((), (), "", None, None)
SPALTEN = (SynopsenSpalte("Antrag", "f1", None), SynopsenSpalte("Neufassung", "f2", 0))
ZEILEN = (
    SynopsenZeile(
        Bereich.PUNKTE,
        (
            zelle(["1."], "Im Mai geht es los."),
            zelle(
                ["2."],
                "Bald geht es los.",
                Zeilenart.GEAENDERT,
                (t("-", "Im Mai"), t("+", neu="Bald"), t("=", " geht es los.", " geht es los.")),
                nummer_geaendert=True,
            ),
        ),
    ),
    SynopsenZeile(
        Bereich.PUNKTE,
        (
            zelle(["3."], "Bleibt."),
            zelle(
                ["1."], "Bleibt.", Zeilenart.VERSCHOBEN, (t("=", "Bleibt.", "Bleibt."),), war=(2,)
            ),
        ),
    ),
    SynopsenZeile(
        Bereich.PUNKTE,
        (
            zelle(["2."], "A und B."),
            zelle(
                ["3.", "4."],
                "A.\nB.",
                Zeilenart.GETEILT,
                (t("=", "A", "A"), t("-", " und "), t("+", neu=".\n"), t("=", "B.", "B.")),
            ),
        ),
    ),
    SynopsenZeile(
        Bereich.PUNKTE,
        (
            zelle(["4.", "5."], "C.\nD."),
            zelle(
                ["5."],
                "C. D.",
                Zeilenart.ZUSAMMENGEFASST,
                (t("=", "C.", "C."), t("~", "\n", " "), t("=", "D.", "D.")),
            ),
        ),
    ),
    SynopsenZeile(
        Bereich.PUNKTE,
        (
            zelle(["6."], "Weg damit."),
            SynopsenZelle((), (), "", Zeilenart.GESTRICHEN, (t("-", "Weg damit."),)),
        ),
    ),
    SynopsenZeile(
        Bereich.PUNKTE,
        (LEER, zelle(["6."], "Ganz neu.", Zeilenart.EINGEFUEGT, (t("+", neu="Ganz neu."),))),
    ),
    SynopsenZeile(
        Bereich.BEGRUENDUNG,
        (
            zelle([""], "Darum.", punkte=(0,)),
            zelle(
                [""], "Darum.", Zeilenart.UNVERAENDERT, (t("=", "Darum.", "Darum."),), punkte=(0,)
            ),
        ),
    ),
)
SYNOPSE = Synopse(
    SPALTEN,
    ZEILEN,
    (
        Fristaenderung(Aenderungsart.GEAENDERT, ENDE_JUNI, ZEITNAH, 0, 1),
        Fristaenderung(Aenderungsart.ENTFALLEN, ENDE_JUNI, None, 2, 1),
        Fristaenderung(Aenderungsart.NEU, None, ENDE_JUNI, 5, 1),
    ),
    (
        Betragsaenderung(Aenderungsart.GEAENDERT, "10 €", "20 €", 0, 1),
        Betragsaenderung(Aenderungsart.ENTFALLEN, "10 €", "", 2, 1),
        Betragsaenderung(Aenderungsart.NEU, "", "30 €", 5, 1),
    ),
)


def papier(synopse=SYNOPSE, **mehr):
    return synopse_dokument(synopse, "Schwimmhalle", KOPF, STICHTAG, **mehr)


def tabelle(dokument, name):
    nr = next(
        n for n, b in enumerate(dokument.bloecke) if isinstance(b, Ueberschrift) and b.text == name
    )
    return next(b for b in dokument.bloecke[nr:] if isinstance(b, Tabelle))


def zellen(dokument, spalte, name="Beschlussvorschlag"):
    return [zeile[spalte] for zeile in tabelle(dokument, name).zeilen]


def zeilentexte(zelle):
    return [absatz.text for absatz in zelle.absaetze]


def test_rows_are_named_by_the_newest_number():
    assert [zeilentexte(z)[0] for z in zellen(papier(), 0)] == ["2", "1", "3, 4", "5", "6", "6"]
    assert all(z.kopf for z in zellen(papier(), 0))


def test_kinds_have_sign_and_words():
    assert [zeilentexte(z)[0] for z in zellen(papier(), 2)] == [
        "≠ geändert · Nummer 1 → 2",
        "↕ verschoben, war Punkt 3",
        "≠ geteilt in Punkt 3 und 4",
        "≠ zusammengefasst aus Punkt 4 und 5",
        "− gestrichen",
        "+ eingefügt",
    ]
    alt = [zeilentexte(z)[0] for z in zellen(papier(), 1)]
    assert alt[0] == "Ausgangsfassung · Punkt 1"
    assert alt[-1] == "ohne Entsprechung"


def test_whole_cells_are_marked():
    assert [z.marke for z in zellen(papier(), 2)] == [
        None,
        Marke.VERSCHOBEN,
        Marke.VERSCHOBEN,
        Marke.VERSCHOBEN,
        Marke.GESTRICHEN,
        Marke.EINGEFUEGT,
    ]
    assert zellen(papier(), 1)[-1].marke is Marke.LEISE


def test_words_are_marked_and_parted_by_a_blank():
    absatz = zellen(papier(), 2)[0].absaetze[1]
    assert [(lauf.text, lauf.marke, lauf.fett) for lauf in absatz.laeufe] == [
        ("Im Mai", Marke.GESTRICHEN, False),
        (" ", None, False),
        ("Bald", Marke.EINGEFUEGT, True),
        (" geht es los.", None, False),
    ]


def test_notices_about_deadlines_and_sums_stand_in_their_cells():
    hinweise = [[a.text for a in z.absaetze if a.marke is Marke.FRIST] for z in zellen(papier(), 2)]
    assert hinweise[0] == [
        "Frist geändert: 30.06.2024 → ohne Datum",
        "Betrag geändert: 10 € → 20 €",
    ]
    assert hinweise[2] == [
        "Frist entfallen: bis Ende Juni 2024 (30.06.2024)",
        "Betrag entfallen: 10 €",
    ]
    assert hinweise[5] == ["Neue Frist: bis Ende Juni 2024 (30.06.2024)", "Neuer Betrag: 30 €"]


def test_changed_deadlines_come_first_as_a_table():
    dokument = papier()
    assert ueberschriften(dokument) == [
        "Synopse: Schwimmhalle",
        "Geänderte Fristen",
        "Beschlussvorschlag",
        "Begründung",
    ]
    zeilen = [
        [zeilentexte(z)[0] for z in zeile]
        for zeile in tabelle(dokument, "Geänderte Fristen").zeilen
    ]
    assert zeilen == [
        [
            "2",
            "Frist geändert, Datum verloren",
            "„bis Ende Juni 2024“ (30.06.2024) – Antrag",
            "„zeitnah“, ohne Datum – Neufassung",
        ],
        [
            "3, 4",
            "Frist entfallen, Datum verloren",
            "„bis Ende Juni 2024“ (30.06.2024) – Antrag",
            "keine Frist – Neufassung",
        ],
        [
            "6",
            "Neue Frist",
            "keine Frist – Antrag",
            "„bis Ende Juni 2024“ (30.06.2024) – Neufassung",
        ],
    ]


def test_only_changes_says_what_it_leaves_out():
    dokument = papier(nur_aenderungen=True)
    assert "1 unveränderte Zeile ist nicht abgedruckt." in [
        getattr(b, "text", "") for b in dokument.bloecke
    ]
    with pytest.raises(StopIteration):
        tabelle(dokument, "Begründung")


def test_column_heads_count_words_and_carry_second_lines():
    kopf = tabelle(papier(kopfzeilen=("", "mehrheitlich")), "Beschlussvorschlag").kopf[0]
    assert zeilentexte(kopf[1]) == ["Antrag", "Ausgangsfassung"]
    assert zeilentexte(kopf[2]) == ["Neufassung", "mehrheitlich, +4 −5 Wörter"]


def test_another_base_is_named():
    spalten = (*SPALTEN, SynopsenSpalte("Beschluss", "f3", 0))
    zeilen = tuple(replace(z, zellen=(*z.zellen, z.zellen[1])) for z in ZEILEN)
    dokument = papier(Synopse(spalten, zeilen))
    assert "gegenüber „Antrag“ ändert" in dokument.bloecke[1].text
    kopf = tabelle(dokument, "Beschlussvorschlag").kopf[0]
    assert zeilentexte(kopf[3])[1].startswith("gegenüber „Antrag“")
    gemischt = (*SPALTEN, SynopsenSpalte("B", "f3", 0), SynopsenSpalte("C", "f4", 2))
    zeilen = tuple(replace(z, zellen=(*z.zellen, z.zellen[1], z.zellen[1])) for z in ZEILEN)
    assert "in ihrem Kopf genannt" in papier(Synopse(gemischt, zeilen)).bloecke[1].text


def test_wandering_sentences_point_to_each_other():
    zeilen = (
        SynopsenZeile(
            Bereich.PUNKTE,
            (
                zelle(["1."], "Satz."),
                zelle(["1."], "", Zeilenart.GEAENDERT, (t("-", "Satz.", wanderung=1),)),
            ),
        ),
        SynopsenZeile(
            Bereich.PUNKTE,
            (
                zelle(["2."], "B."),
                zelle(
                    ["2."],
                    "B. Satz.",
                    Zeilenart.GEAENDERT,
                    (
                        t("=", "B.", "B."),
                        t("+", neu=" Satz.", wanderung=0),
                        t("+", neu=" Satz.", wanderung=0),
                    ),
                ),
            ),
        ),
    )
    eins, zwei = zellen(papier(Synopse(SPALTEN, zeilen)), 2)
    assert zeilentexte(eins)[-1] == "Textstelle steht jetzt in Punkt 2"
    assert zeilentexte(zwei)[-2:] == ["B. Satz. Satz.", "Textstelle kommt aus Punkt 1"]
    assert Marke.VERSCHOBEN in {lauf.marke for lauf in zwei.absaetze[1].laeufe}


def test_nothing_to_compare_is_said():
    dokument = papier(Synopse(SPALTEN, ()))
    assert dokument.bloecke[-1].text.startswith("Die Fassungen haben keinen Text")
    assert papier(Synopse(SPALTEN, ())).querformat


TEIL = st.one_of(
    st.text("ab \n", min_size=1, max_size=6).map(lambda w: t("=", w, w)),
    st.text("ab \n", min_size=1, max_size=6).map(lambda w: t("-", w)),
    st.text("ab \n", min_size=1, max_size=6).map(lambda w: t("+", neu=w)),
    st.tuples(st.sampled_from(["", " ", "\n"]), st.sampled_from(["", " "])).map(
        lambda p: t("~", *p)
    ),
)


@given(st.lists(TEIL, max_size=8), st.booleans())
def test_marked_words_rebuild_both_texts(teile, fett):
    laeufe = [lauf for absatz in absaetze_aus(teile, fett=fett) for lauf in absatz.laeufe]
    neu = "".join(lauf.text for lauf in laeufe if lauf.marke is not Marke.GESTRICHEN)
    alt = "".join(lauf.text for lauf in laeufe if lauf.marke is not Marke.EINGEFUEGT)
    assert dicht(neu) == dicht("".join(teil.neu for teil in teile))
    assert dicht(alt) == dicht("".join(teil.alt for teil in teile))
    # blanks are never struck or underlined at the ends of a mark
    assert all(lauf.text == lauf.text.strip() for lauf in laeufe if lauf.marke)


def test_word_and_pdf_carry_the_same_words_row_by_row():
    fassungen = [ANTRAG, NEUFASSUNG, BESCHLUSS]
    synopse = vergleiche(fassungen, titel=["Antrag", "Neufassung", "Beschluss"])
    dokument = papier(synopse)
    worte = dicht("".join(texte(dokument)))
    assert dicht("".join(word_texte(word(dokument)))) == worte
    gelesen = "".join(pdf_text(pdf(dokument)))
    namen = [zeilentexte(z)[0] for z in zellen(dokument, 0)]
    assert "Vorspann" in namen
    assert "3 a)" in namen
    assert all(dicht(text) in dicht(gelesen) for text in namen)


def test_a_column_without_any_begruendung_strikes_nothing():
    gestrichen = SynopsenZelle((), (), "", Zeilenart.GESTRICHEN, (t("-", "Darum."),))
    zeilen = (
        SynopsenZeile(Bereich.BEGRUENDUNG, (zelle([""], "Darum.", punkte=(0,)), gestrichen)),
        SynopsenZeile(Bereich.BEGRUENDUNG, (zelle([""], "Auch.", punkte=(1,)), gestrichen)),
    )
    dokument = papier(Synopse(SPALTEN, zeilen))
    assert "keine Änderung" in dokument.bloecke[1].text
    assert zeilentexte(tabelle(dokument, "Begründung").kopf[0][2])[1] == "ohne Begründung"
    assert [zeilentexte(z) for z in zellen(dokument, 2, "Begründung")] == [
        ["ohne Entsprechung"],
        ["ohne Entsprechung"],
    ]
    assert [zeilentexte(z) for z in zellen(dokument, 0, "Begründung")] == [["1"], ["2"]]
