"""Which Fassung a word of the command line means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from antragsbuero.documents.bezeichnungen import FASSUNGSARTEN, fassungstitel
from antragsbuero.domain.fassung import Fassung
from antragsbuero.domain.vorgang import Vorgang, nach_datum
from antragsbuero.services.errors import Abgelehnt, Mehrdeutig, NichtGefunden
from antragsbuero.services.registry import Services


@dataclass(frozen=True, slots=True)
class Spalte:
    """A Fassung with its Vorgang; `titel` is "" where its art and day say it."""

    fassung: Fassung
    vorgang: Vorgang
    titel: str = ""


def waehle_fassung(vorgang: Vorgang, name: str) -> Fassung:
    """The Fassung of that Kennung, number or art ("neufassung", "Beschluss").

    Raises:
        NichtGefunden: there is none; the message lists what there is.
        Mehrdeutig: several fit.
    """
    gesucht = name.casefold()
    passend = [
        f
        for f in vorgang.fassungen
        if gesucht
        in (f.kennung, f.nummer.casefold(), f.art.value.casefold(), FASSUNGSARTEN[f.art].casefold())
    ]
    if len(passend) == 1:
        return passend[0]
    vorhanden = "\n".join(
        f"  {f.kennung}  {fassungstitel(f)}" for f in nach_datum(passend or vorgang.fassungen)
    )
    if passend:
        raise Mehrdeutig(f"„{name}“ passt auf mehrere Fassungen:\n{vorhanden}")
    raise NichtGefunden(
        f"Der Vorgang „{vorgang.betreff}“ hat keine Fassung „{name}“. Es gibt:\n{vorhanden}"
    )


def waehle_spalten(services: Services, namen: Sequence[str]) -> list[Spalte]:
    """The columns of a comparison: files, `DATEI:FASSUNG` or `KENNUNG:FASSUNG`.

    An existing file wins, because Windows paths hold colons.
    """
    if not 2 <= len(namen) <= 4:
        raise Abgelehnt("Ein Vergleich braucht zwei bis vier Fassungen.")
    return [_spalte(services, name) for name in namen]


def _spalte(services: Services, name: str) -> Spalte:
    if Path(name).is_file():
        return _aus_datei(services, Path(name), None)
    vorn, doppelpunkt, hinten = name.rpartition(":")
    if not doppelpunkt:
        raise NichtGefunden(
            f"„{name}“ ist weder eine Datei noch KENNUNG:FASSUNG "
            "(zum Beispiel VII-A-00829:Neufassung)."
        )
    if Path(vorn).is_file():
        return _aus_datei(services, Path(vorn), hinten)
    vorgang = services.vorgaenge.finde(vorn)
    return Spalte(waehle_fassung(vorgang, hinten), vorgang)


def _aus_datei(services: Services, pfad: Path, fassung: str | None) -> Spalte:
    vorschlag = services.importe.lies_datei(pfad)
    fassungen = [(f, v) for v in vorschlag.vorgaenge for f in v.fassungen]
    if not fassungen and fassung is None:  # a bare wording: only points, no headings
        wortlaut = services.importe.lies_wortlaut(pfad)
        return Spalte(wortlaut, Vorgang("", fassungen=(wortlaut,)), pfad.name)
    if not fassungen:
        raise NichtGefunden(f"In „{pfad.name}“ wurde keine Fassung „{fassung}“ erkannt.")
    if fassung is not None:
        vorgang = fassungen[0][1]
        return Spalte(waehle_fassung(vorgang, fassung), vorgang)
    if len(fassungen) > 1:
        titel = "\n".join(f"  {fassungstitel(f)}" for f, _ in fassungen)
        raise Mehrdeutig(
            f"„{pfad.name}“ enthält mehrere Fassungen:\n{titel}\n"
            f"Bitte eine davon angeben, zum Beispiel „{pfad.name}:Neufassung“."
        )
    return Spalte(*fassungen[0])
