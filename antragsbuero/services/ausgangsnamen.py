"""How the files of one export are called."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.ausgabe import (
    Ausgabe,
    Auswahl,
    Exportauftrag,
    gemeinte_fassung,
    gemeinte_nachfrage,
    korrekturpaar,
    spalten,
)
from antragsbuero.services.dateinamen import Namenswahl, dateiname, sammelname


def einzelne(auftrag: Exportauftrag) -> tuple[Ausgabe, ...]:
    """The kinds that are one file a Vorgang, in their order."""
    return tuple(a for a in Ausgabe if a in auftrag.ausgaben and a is not Ausgabe.REGISTER)


def namen_fuer(
    vorgang: Vorgang, ausgabe: Ausgabe, auftrag: Exportauftrag, wahl: Namenswahl
) -> list[str]:
    """The names of one kind of one Vorgang, one for each format."""
    nummer, datum = _kennzeichen(vorgang, ausgabe, auftrag.auswahl)
    fassung = gemeinte_fassung(vorgang, auftrag.auswahl)
    stueck = fassung if ausgabe is Ausgabe.FASSUNG and fassung else ausgabe.value
    return [
        dateiname(vorgang, stueck, endung, wahl, datum=datum, nummer=nummer)
        for endung in auftrag.endungen(ausgabe)
    ]


def _kennzeichen(vorgang: Vorgang, ausgabe: Ausgabe, auswahl: Auswahl) -> tuple[str, date | None]:
    """Number and day of the paper that a file is about; "" and None for those of the Vorgang."""
    match ausgabe:
        case Ausgabe.NACHFRAGE if nachfrage := gemeinte_nachfrage(vorgang, auswahl):
            return nachfrage.nummer, nachfrage.eingereicht or nachfrage.erstellt
        case Ausgabe.SYNOPSE | Ausgabe.KORREKTURFASSUNG:
            quelle = spalten if ausgabe is Ausgabe.SYNOPSE else korrekturpaar
            folge = quelle(vorgang, auswahl)
            return (folge[-1].nummer if folge else ""), None
        case Ausgabe.ANSCHREIBEN if fassung := gemeinte_fassung(vorgang, auswahl):
            return fassung.nummer, fassung.datum
        case _:
            return "", None


def mit_beschluss(vorgaenge: Sequence[Vorgang]) -> tuple[Vorgang, ...]:
    """Those that a register has something of."""
    return tuple(vorgang for vorgang in vorgaenge if vorgang.beschluesse())


def registernamen(
    vorgaenge: Sequence[Vorgang], auftrag: Exportauftrag, wahl: Namenswahl
) -> list[str]:
    """The names of one register over these, one for each format."""
    endungen = auftrag.endungen(Ausgabe.REGISTER)
    return [registername(vorgaenge, endung, wahl) for endung in endungen]


def registername(vorgaenge: Sequence[Vorgang], endung: str, wahl: Namenswahl) -> str:
    """The name of one register over these."""
    if len(vorgaenge) == 1:
        return dateiname(vorgaenge[0], Ausgabe.REGISTER.value, endung, wahl)
    return sammelname(Ausgabe.REGISTER.value, len(vorgaenge), endung, wahl)
