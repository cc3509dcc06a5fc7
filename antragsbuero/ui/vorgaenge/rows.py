"""Rows of the list and the details beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from antragsbuero.documents.bezeichnungen import VORGANGSARTEN, deutsches_datum, fassungstitel
from antragsbuero.domain.friststand import Friststand
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.fristen import Fristeintrag
from antragsbuero.services.ports import Treffer, VorgangZeile
from antragsbuero.ui.shared.staende import stand_bild
from antragsbuero.ui.shared.stationen import frist_relativ, zeitstrahl

OHNE_BETREFF = "(ohne Betreff)"


@dataclass(frozen=True, slots=True)
class VorgangRow:
    """One row; `zweite_zeile` tells the kind of matter or, after a search, the place found.

    `frist` is "" where nothing is due; `ueberfaellig` colours it red.
    """

    kennung: str
    betreff: str
    nummer: str
    stand: str
    stand_icon: str
    stand_farbe: str
    zweite_zeile: str
    frist: str
    frist_relativ: str
    ueberfaellig: bool
    datum: date | None
    frist_datum: date | None
    rang: int

    @property
    def datum_text(self) -> str:
        """The day of the newest paper, „–“ for none."""
        return deutsches_datum(self.datum) or "–"

    @property
    def vorlesen(self) -> str:
        """The row as a screen reader says it."""
        frist = f", nächste Frist {self.frist} {self.frist_relativ}" if self.frist else ""
        return f"{self.betreff}, {self.nummer}, {self.stand}{frist}. {self.zweite_zeile}"


@dataclass(frozen=True, slots=True)
class VerlaufRow:
    """One line of the short history; without `datum` it is a remark in red."""

    datum: str
    text: str
    fett: bool = False


@dataclass(frozen=True, slots=True)
class VorgangDetail:
    """What the pane beside the list tells of the selected Vorgang."""

    kennung: str
    betreff: str
    stand: str
    stand_marke: str
    angaben: tuple[tuple[str, str], ...]
    verlauf: tuple[VerlaufRow, ...]
    kann_vergleichen: bool
    hat_beschluss: bool


def naechste_fristen(eintraege: Iterable[Fristeintrag]) -> dict[str, Fristeintrag]:
    """The earliest deadline that is open or overdue, by kennung of the Vorgang."""
    ergebnis: dict[str, Fristeintrag] = {}
    for eintrag in eintraege:
        if eintrag.stand in (Friststand.UEBERFAELLIG, Friststand.OFFEN):
            ergebnis.setdefault(eintrag.vorgang, eintrag)
    return ergebnis


def vorgang_row(zeile: VorgangZeile, frist: Fristeintrag | None, heute: date) -> VorgangRow:
    """The row of a Vorgang."""
    bild = stand_bild(zeile.stand)
    tag = (frist.frist.datum or frist.frist.naechste) if frist else None
    return VorgangRow(
        kennung=zeile.kennung,
        betreff=zeile.betreff or OHNE_BETREFF,
        nummer=zeile.anzeigenummer,
        stand=bild.text,
        stand_icon=bild.icon,
        stand_farbe=bild.farbe,
        zweite_zeile=_zweite_zeile(zeile),
        frist=deutsches_datum(tag),
        frist_relativ=frist_relativ(tag, heute) if tag else "",
        ueberfaellig=frist is not None and frist.stand is Friststand.UEBERFAELLIG,
        datum=zeile.letztes_datum,
        frist_datum=tag,
        rang=zeile.geaendert,
    )


def _zweite_zeile(zeile: VorgangZeile) -> str:
    anzahl = zeile.fassungen
    teile = [
        VORGANGSARTEN[zeile.art],
        f"{anzahl} Fassung" if anzahl == 1 else f"{anzahl} Fassungen",
    ]
    if zeile.entwuerfe:
        teile.append("1 Entwurf" if zeile.entwuerfe == 1 else f"{zeile.entwuerfe} Entwürfe")
    if zeile.einreicher:
        teile.append(", ".join(zeile.einreicher))
    if zeile.zustaendig:
        teile.append(f"zuständig: {zeile.zustaendig}")
    if zeile.beispiel:
        teile.append("Beispiel")
    return " · ".join(teile)


_VOR_DEM_FUND = 30
"""Letters shown before the words found, so that a narrow list shows them."""


def mit_treffern(
    rows: Iterable[VorgangRow], treffer: Sequence[Treffer], worte: Sequence[str]
) -> tuple[VorgangRow, ...]:
    """The rows that were found, in the order of the hits, with the words around the first."""
    nach_kennung = {row.kennung: row for row in rows}
    gefunden: dict[str, VorgangRow] = {}
    for eintrag in treffer:
        row = nach_kennung.get(eintrag.kennung)
        if row is not None and row.kennung not in gefunden:
            auszug = _ab_fund(" ".join(eintrag.auszug.split()), worte)
            gefunden[row.kennung] = replace(row, zweite_zeile=auszug or row.zweite_zeile)
    return tuple(gefunden.values())


def _ab_fund(auszug: str, worte: Sequence[str]) -> str:
    klein = auszug.lower()
    orte = [ort for wort in worte if (ort := klein.find(wort)) >= 0]
    if not orte or min(orte) <= _VOR_DEM_FUND:
        return auszug
    beginn = auszug.rfind(" ", 0, min(orte) - _VOR_DEM_FUND + 1) + 1
    return f"… {auszug[beginn:]}" if beginn else auszug


def vorgang_detail(vorgang: Vorgang, heute: date) -> VorgangDetail:
    """The details of a Vorgang."""
    bild = stand_bild(vorgang.stand)
    strahl = zeitstrahl(vorgang, heute)
    verlauf: list[VerlaufRow] = []
    for station in strahl.stationen:
        fett = station.art == "BESCHLUSS"
        verlauf += [
            VerlaufRow("", spanne.text)
            for spanne in strahl.spannen
            if station.spaet and not spanne.offen and spanne.bis == station.datum
        ]
        verlauf.append(VerlaufRow(deutsches_datum(station.datum), station.titel, fett))
    verlauf += [VerlaufRow("", s.text) for s in strahl.spannen if s.offen]
    verlauf += [
        VerlaufRow("Entwurf", fassungstitel(f).removesuffix(" (Entwurf)"))
        for f in vorgang.fassungen
        if f.ist_entwurf
    ]
    angaben = (
        ("Art", VORGANGSARTEN[vorgang.art]),
        ("Nummer", vorgang.anzeigenummer or "keine"),
        ("Einreicher", ", ".join(vorgang.einreicher)),
        ("Zuständig", vorgang.zustaendig),
        ("Fassungen", str(len(vorgang.fassungen))),
        ("Schlagworte", ", ".join(vorgang.schlagworte)),
    )
    return VorgangDetail(
        kennung=vorgang.kennung,
        betreff=vorgang.betreff or OHNE_BETREFF,
        stand=bild.text,
        stand_marke=bild.marke,
        angaben=tuple((name, wert) for name, wert in angaben if wert),
        verlauf=tuple(verlauf),
        kann_vergleichen=len(vorgang.fassungen) >= 2,
        hat_beschluss=bool(vorgang.beschluesse()),
    )
