"""Checks of a draft before it is submitted, and the deadlines recognised in it; no Qt."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from antragsbuero.documents.bezeichnungen import deutsches_datum
from antragsbuero.domain.fassung import Fassungsart
from antragsbuero.domain.frist import Frist, Genauigkeit
from antragsbuero.ui.editor.rows import Abschnitt, Zeile, nummern

_PLATZHALTER = re.compile(r"‹[^›\n]{1,80}›")
_OHNE_TAG = {
    Genauigkeit.RELATIV: "zählt ab dem Beschluss",
    Genauigkeit.SERIE: "wiederkehrend",
    Genauigkeit.EREIGNIS: "Ereignis, kein Datum",
    Genauigkeit.DRINGLICH: "dringlich, kein Datum",
}
_ZUSATZ = {Genauigkeit.UNSCHARF: " (unscharf)", Genauigkeit.BEGINN: " (Beginn)"}


class Gewicht(StrEnum):
    """How a finding weighs."""

    FEHLER = "FEHLER"
    """Prevents submission."""
    WARNUNG = "WARNUNG"
    GUT = "GUT"


@dataclass(frozen=True, slots=True)
class Befund:
    """One finding; `zeile` is the row it is about, None for the whole draft."""

    gewicht: Gewicht
    titel: str
    text: str
    zeile: int | None = None


@dataclass(frozen=True, slots=True)
class Fristfund:
    """A deadline in the draft: characters `von` to `bis` of row `zeile`."""

    nummer: str
    wortlaut: str
    bedeutung: str
    zeile: int
    von: int
    bis: int

    @property
    def text(self) -> str:
        """„bis Ende 2. Quartal 2027 = 30.06.2027“."""
        return f"{self.wortlaut} {self.bedeutung}"


@dataclass(frozen=True, slots=True)
class Pruefung:
    """All findings and deadlines of a draft; `platzhalter` are their places."""

    befunde: tuple[Befund, ...]
    fristen: tuple[Fristfund, ...]
    platzhalter: tuple[tuple[int, int, int], ...]
    punkte: int
    woerter: int

    @property
    def einreichbar(self) -> bool:
        """Whether nothing prevents submission."""
        return all(b.gewicht is not Gewicht.FEHLER for b in self.befunde)


def pruefe(
    zeilen: Sequence[Zeile], art: Fassungsart, lies: Callable[[str], Sequence[Frist]]
) -> Pruefung:
    """Looks at a draft; `lies` reads the deadlines of the text of a point."""
    namen = nummern(zeilen)
    platzhalter = tuple(
        (k, fund.start(), fund.end())
        for k, zeile in enumerate(zeilen)
        for fund in _PLATZHALTER.finditer(zeile.text)
    )
    befunde = [*_punkte(zeilen, namen), *_rest(zeilen, art)]
    if platzhalter:
        zeile, von, bis = platzhalter[0]
        anzahl = len(platzhalter)
        titel = "1 Platzhalter ist offen" if anzahl == 1 else f"{anzahl} Platzhalter sind offen"
        befunde.append(Befund(Gewicht.WARNUNG, titel, zeilen[zeile].text[von:bis], zeile))
    folge = list(Gewicht)
    return Pruefung(
        befunde=tuple(sorted(befunde, key=lambda b: folge.index(b.gewicht))),
        fristen=tuple(_fristen(zeilen, namen, lies)),
        platzhalter=platzhalter,
        punkte=sum(z.beginnt_punkt for z in zeilen),
        woerter=sum(len(z.text.split()) for z in zeilen),
    )


def _punkte(zeilen: Sequence[Zeile], namen: Sequence[str]) -> list[Befund]:
    anfaenge = [k for k, z in enumerate(zeilen) if z.beginnt_punkt]
    if not any(zeilen[k].text.strip() for k in anfaenge):
        return [
            Befund(Gewicht.FEHLER, "Kein Beschlusspunkt", "Es fehlt der Text des Beschlusses.",
                   anfaenge[0] if anfaenge else None)
        ]  # fmt: skip
    leere = [k for k in anfaenge if not _punkttext(zeilen, k).strip()]
    if leere:
        liste = ", ".join(namen[k].rstrip(".)") or "ohne Nummer" for k in leere[:5])
        titel = "1 Punkt ist leer" if len(leere) == 1 else f"{len(leere)} Punkte sind leer"
        return [Befund(Gewicht.WARNUNG, titel, f"Punkt {liste}", leere[0])]
    wort = "1 Punkt" if len(anfaenge) == 1 else f"{len(anfaenge)} Punkte, fortlaufend nummeriert"
    return [Befund(Gewicht.GUT, "Kein leerer Punkt", wort)]


def _punkttext(zeilen: Sequence[Zeile], ort: int) -> str:
    ende = ort + 1
    while ende < len(zeilen) and zeilen[ende].folge:
        ende += 1
    return "\n".join(z.text for z in zeilen[ort:ende])


def _rest(zeilen: Sequence[Zeile], art: Fassungsart) -> list[Befund]:
    befunde = []
    betreff = next((k for k, z in enumerate(zeilen) if z.abschnitt is Abschnitt.BETREFF), None)
    if betreff is None or not zeilen[betreff].text.strip():
        befunde.append(
            Befund(Gewicht.WARNUNG, "Betreff fehlt", "Ohne Betreff findet ihn niemand.", betreff)
        )
    absaetze = [k for k, z in enumerate(zeilen) if z.abschnitt is Abschnitt.BEGRUENDUNG]
    anzahl = sum(bool(zeilen[k].text.strip()) for k in absaetze)
    name = "Hintergrund" if art is Fassungsart.ANFRAGE else "Begründung"
    if anzahl:
        wort = "1 Absatz" if anzahl == 1 else f"{anzahl} Absätze"
        befunde.append(Befund(Gewicht.GUT, f"{name} vorhanden", wort))
    elif art is not Fassungsart.ANFRAGE:
        befunde.append(
            Befund(Gewicht.WARNUNG, f"{name} fehlt", "Die Geschäftsordnung kann sie verlangen.",
                   absaetze[0] if absaetze else None)
        )  # fmt: skip
    return befunde


def _fristen(
    zeilen: Sequence[Zeile], namen: Sequence[str], lies: Callable[[str], Sequence[Frist]]
) -> list[Fristfund]:
    ergebnis = []
    for k, zeile in enumerate(zeilen):
        if not zeile.beginnt_punkt:
            continue
        for frist in lies(_punkttext(zeilen, k)):
            ort, beginn = k, 0
            while frist.von >= beginn + len(zeilen[ort].text) + 1:
                beginn += len(zeilen[ort].text) + 1
                ort += 1
            bis = min(frist.bis - beginn, len(zeilen[ort].text))
            ergebnis.append(
                Fristfund(namen[k].rstrip(".)"), frist.wortlaut, bedeutung(frist), ort,
                          frist.von - beginn, bis)
            )  # fmt: skip
    return ergebnis


def bedeutung(frist: Frist) -> str:
    """„= 30.06.2027“, or in words why there is no day."""
    tag = frist.datum or frist.naechste
    if tag is None:
        return f"– {_OHNE_TAG.get(frist.genauigkeit, 'kein Datum')}"
    return f"= {deutsches_datum(tag)}{_ZUSATZ.get(frist.genauigkeit, '')}"
