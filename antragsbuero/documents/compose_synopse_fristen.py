"""Changed Fristen in the printed Synopse: the notice in the cell and the table of all."""

from __future__ import annotations

from antragsbuero.comparison.synopse import (
    Aenderungsart,
    Fristaenderung,
    Synopse,
)
from antragsbuero.documents.bezeichnungen import deutsches_datum
from antragsbuero.documents.compose_absaetze import zeile_aus
from antragsbuero.documents.compose_synopse_nummern import spaltennummern, zeilennamen
from antragsbuero.dokument.dokument import (
    Block,
    Marke,
    Tabelle,
    Textabsatz,
    Textlauf,
    Ueberschrift,
)
from antragsbuero.domain.frist import Frist

_WORTE = {
    Aenderungsart.GEAENDERT: "Frist geändert",
    Aenderungsart.ENTFALLEN: "Frist entfallen",
    Aenderungsart.NEU: "Neue Frist",
}


def fristhinweis(aenderung: Fristaenderung) -> Textabsatz:
    """„Frist geändert: 30.06.2020 → ohne Datum“; other words for the same day in full."""
    match aenderung.art:
        case Aenderungsart.GEAENDERT:
            vorher, nachher = aenderung.vorher, aenderung.nachher
            worte = f"{_tag(vorher)} → {_tag(nachher)}"
            if vorher and nachher and _tag(vorher) == _tag(nachher):
                worte = f"„{vorher.wortlaut}“ → „{nachher.wortlaut}“"
        case Aenderungsart.ENTFALLEN:
            worte = _mit_tag(aenderung.vorher)
        case _:
            worte = _mit_tag(aenderung.nachher)
    return Textabsatz(
        (
            Textlauf(f"{_WORTE[aenderung.art]}: ", fett=True, marke=Marke.FRIST),
            Textlauf(worte, marke=Marke.FRIST),
        ),
        marke=Marke.FRIST,
    )


def fristen_tabelle(synopse: Synopse) -> list[Block]:
    """The table of all changed Fristen with its heading; nothing when none changed."""
    if not synopse.fristen:
        return []
    nummern = [spaltennummern(synopse, s) for s in range(len(synopse.spalten))]
    namen = zeilennamen(synopse, nummern)
    zeilen = []
    for aenderung in synopse.fristen:
        spalte = synopse.spalten[aenderung.spalte]
        basis = synopse.spalten[spalte.basis] if spalte.basis is not None else spalte
        art = _WORTE[aenderung.art] + (", Datum verloren" if aenderung.datum_verloren else "")
        zeilen.append(
            zeile_aus(
                (
                    namen[aenderung.zeile],
                    art,
                    f"{_zitat(aenderung.vorher)} – {basis.titel}",
                    f"{_zitat(aenderung.nachher)} – {spalte.titel}",
                )
            )
        )
    return [
        Ueberschrift(2, "Geänderte Fristen"),
        Tabelle(
            (zeile_aus(("Punkt", "Was geschah", "Vorher", "Nachher")),),
            tuple(zeilen),
            (16.0, 53.0, 100.0, 100.0),
            "Geänderte Fristen: Punkt, Art der Änderung, Frist vorher und nachher",
        ),
    ]


def _tag(frist: Frist | None) -> str:
    if frist is None:
        return "keine Frist"
    return deutsches_datum(frist.datum or frist.naechste) or "ohne Datum"


def _mit_tag(frist: Frist | None) -> str:
    return f"{frist.wortlaut} ({_tag(frist)})" if frist else "keine Frist"


def _zitat(frist: Frist | None) -> str:
    if frist is None:
        return "keine Frist"
    tag = deutsches_datum(frist.datum or frist.naechste)
    return f"„{frist.wortlaut}“ ({tag})" if tag else f"„{frist.wortlaut}“, ohne Datum"
