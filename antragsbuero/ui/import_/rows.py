"""The lists of the import screen: recognised parts and doubts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from antragsbuero.documents.bezeichnungen import (
    BERICHTSARTEN,
    FASSUNGSARTEN,
    abstimmungstext,
    deutsches_datum,
)
from antragsbuero.documents.erkennung import Ausgelassen
from antragsbuero.domain.abstimmung import Abstimmung
from antragsbuero.domain.bericht import Bericht
from antragsbuero.domain.beschlusspunkt import mit_tiefe
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.frist import Frist
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.importe import Importvorschlag
from antragsbuero.services.importteile import Textbereich, Textort
from antragsbuero.ui.import_.fundort import Fundstelle, Stelle

_AUSZUG = 160
"""Characters of a text that its row shows; the pane below shows all of it."""
VERSTANDEN = ("Überschrift", "Kopfangabe")
"""Reasons of passages that became data, and so need no eye."""


class Teilart(StrEnum):
    """Kinds of recognised parts."""

    VORGANG = "VORGANG"
    FASSUNG = "FASSUNG"
    TEXT = "TEXT"
    PUNKT = "PUNKT"
    BERICHT = "BERICHT"
    BERICHTSTEIL = "BERICHTSTEIL"
    AUSGELASSEN = "AUSGELASSEN"


@dataclass(frozen=True, slots=True)
class TeilRow:
    """One recognised part; `ebene` indents, `stelle` is its place in the source if known."""

    schluessel: str
    art: Teilart
    ebene: int
    titel: str
    text: str
    rechts: str
    icon: str
    farbe: str
    stelle: Stelle | None

    @property
    def vorlesen(self) -> str:
        """All words of the row."""
        return ", ".join(wort for wort in (self.titel, self.text, self.rechts) if wort)


@dataclass(frozen=True, slots=True)
class ZweifelRow:
    """One doubt; `ort` says where („Zeile 21“)."""

    schluessel: str
    grund: str
    text: str
    ort: str
    stelle: Stelle

    @property
    def vorlesen(self) -> str:
        """All words of the row."""
        return " ".join(wort for wort in (self.grund, self.text, self.ort) if wort)


@dataclass(frozen=True, slots=True)
class Wahl:
    """An entry of a list to choose from."""

    schluessel: str
    text: str


def zaehle(anzahl: int, eins: str, viele: str) -> str:
    """„1 Punkt“, „3 Punkte“."""
    return f"{anzahl} {eins if anzahl == 1 else viele}"


def kopfstellen(vorschlag: Importvorschlag) -> dict[str, Stelle]:
    """Where each paper (kennung of Fassung or Bericht) begins and ends in the source."""
    stellen: dict[str, Stelle] = {}
    for vorgang in vorschlag.vorgaenge:
        papiere: list[Fassung | Bericht] = [*vorgang.fassungen, *vorgang.berichte]
        for papier in papiere:
            ort = vorschlag.quelltext.find(papier.quelltext) if papier.quelltext else -1
            if ort >= 0:
                stellen[papier.kennung] = Stelle(ort, ort + len(papier.quelltext))
    return stellen


def teil_rows(
    vorschlag: Importvorschlag, funde: tuple[Fundstelle, ...], koepfe: Mapping[str, Stelle]
) -> tuple[TeilRow, ...]:
    """All parts: Vorgang, its papers by date with their texts, then what was left out."""
    stellen = {fund.ort: fund.stelle for fund in funde}
    rows: list[TeilRow] = []
    for vorgang in vorschlag.vorgaenge:
        rows.append(_vorgang_row(vorgang, koepfe.get(vorgang.kennung)))
        papiere: list[Fassung | Bericht] = [*vorgang.fassungen, *vorgang.berichte]
        for papier in sorted(papiere, key=lambda p: p.datum or date.max):
            kopf = _kopf_row(papier, vorgang, koepfe.get(papier.kennung))
            rows.append(kopf)
            rows += _text_rows(papier, stellen)
    rows += [_passage_row(a) for a in vorschlag.ausgelassen if a.grund not in VERSTANDEN]
    return tuple(rows)


def _vorgang_row(vorgang: Vorgang, stelle: Stelle | None) -> TeilRow:
    papiere = len(vorgang.fassungen) + len(vorgang.berichte)
    return TeilRow(
        f"V:{vorgang.kennung}", Teilart.VORGANG, 0, "Vorgang", vorgang.betreff,
        zaehle(papiere, "Papier", "Papiere"), "folder_open", "text", stelle,
    )  # fmt: skip


_ICONS = {
    Fassungsart.VERWALTUNGSSTANDPUNKT: "building_government",
    Fassungsart.BESCHLUSS: "gavel",
    Fassungsart.ANFRAGE: "question_circle",
}


def _kopf_row(papier: Fassung | Bericht, vorgang: Vorgang, stelle: Stelle | None) -> TeilRow:
    ort = Stelle(stelle.von, stelle.von) if stelle else None
    if isinstance(papier, Bericht):
        return TeilRow(
            f"B:{papier.kennung}", Teilart.BERICHT, 0, BERICHTSARTEN[papier.art],
            zaehle(len(papier.teile), "Aussage", "Aussagen"), deutsches_datum(papier.datum)
            or "ohne Datum", "clipboard_task_list_ltr", "ver", ort,
        )  # fmt: skip
    punkte = list(papier.alle_punkte())
    fristen = sum(len(punkt.fristen) for punkt in punkte)
    worte = [zaehle(len(punkte), "Punkt", "Punkte")]
    worte += [zaehle(fristen, "Frist", "Fristen")] if fristen else []
    worte += _abstimmung(vorgang.abstimmungen, papier)
    return TeilRow(
        f"F:{papier.kennung}", Teilart.FASSUNG, 0, FASSUNGSARTEN[papier.art], ", ".join(worte),
        deutsches_datum(papier.datum) or "ohne Datum", _ICONS.get(papier.art, "document_text"),
        "akzent", ort,
    )  # fmt: skip


def _abstimmung(abstimmungen: tuple[Abstimmung, ...], fassung: Fassung) -> list[str]:
    if fassung.art is not Fassungsart.BESCHLUSS:
        return []
    return [abstimmungstext(a) for a in abstimmungen if a.beschluss == fassung.kennung][:1]


def _text_rows(papier: Fassung | Bericht, stellen: Mapping[Textort, Stelle]) -> Iterator[TeilRow]:
    if isinstance(papier, Bericht):
        for n, teil in enumerate(papier.teile):
            ort = Textort(Textbereich.BERICHTSTEIL, papier.kennung, n)
            text = " ".join(a.text for a in teil.absaetze)
            titel = f"Zu Punkt {teil.punkt}" if teil.punkt else "Allgemein"
            rechts = "" if teil.bestaetigt else "vorgeschlagen"
            yield _text_row(ort, Teilart.BERICHTSTEIL, 1, titel, text, stellen, rechts)
        return
    if papier.vorspann:
        text = " ".join(a.text for a in papier.vorspann)
        ort = Textort(Textbereich.VORSPANN, papier.kennung)
        yield _text_row(ort, Teilart.TEXT, 1, "Vorspann", text, stellen)
    for pfad, punkt in mit_tiefe(papier.punkte):
        ort = Textort(Textbereich.PUNKT, punkt.kennung)
        titel = f"Punkt {punkt.bezeichnung}" if punkt.bezeichnung else "Punkt ohne Nr."
        yield _text_row(ort, Teilart.PUNKT, len(pfad), titel, punkt.text, stellen,
                        _fristen_kurz(punkt.fristen))  # fmt: skip
    if papier.begruendung:
        text = zaehle(len(papier.begruendung), "Absatz", "Absätze")
        ort = Textort(Textbereich.BEGRUENDUNG, papier.kennung)
        yield _text_row(ort, Teilart.TEXT, 1, "Begründung", text, stellen)


def _text_row(
    ort: Textort, art: Teilart, ebene: int, titel: str, text: str,
    stellen: Mapping[Textort, Stelle], rechts: str = "",
) -> TeilRow:  # fmt: skip
    farbe = {Teilart.PUNKT: "ein", Teilart.BERICHTSTEIL: "ver"}.get(art, "text2")
    auszug = text if len(text) <= _AUSZUG else f"{text[:_AUSZUG].rstrip()} …"
    return TeilRow(text_schluessel(ort), art, ebene, titel, auszug.replace("\n", " "), rechts, "",
                   farbe, stellen.get(ort))  # fmt: skip


def text_schluessel(ort: Textort) -> str:
    """The key of the row of a text."""
    return f"T:{ort.bereich}:{ort.kennung}:{ort.teil}"


def passage_schluessel(passage: Ausgelassen) -> str:
    """The key of the row of a passage left out."""
    return f"A:{passage.von}:{passage.bis}"


def _passage_row(passage: Ausgelassen) -> TeilRow:
    auszug = " ".join(passage.text.split())
    return TeilRow(
        passage_schluessel(passage), Teilart.AUSGELASSEN, 0, "Nicht übernommen",
        auszug if len(auszug) <= _AUSZUG else f"{auszug[:_AUSZUG].rstrip()} …",
        passage.grund or "nicht verstanden", "question_circle",
        "text2" if passage.grund else "gelb", Stelle(passage.von, passage.bis),
    )  # fmt: skip


def _fristen_kurz(fristen: tuple[Frist, ...]) -> str:
    if not fristen:
        return ""
    erste = fristen[0]
    tag = erste.datum or erste.naechste
    text = deutsches_datum(tag) if tag else f"„{erste.wortlaut}“"
    return text if len(fristen) == 1 else f"{text} und {len(fristen) - 1} weitere"
