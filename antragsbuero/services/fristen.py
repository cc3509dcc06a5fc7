"""What is due over all Vorgänge, and which deadlines a resolution lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from antragsbuero.comparison.synopse import Fristaenderung, Synopse
from antragsbuero.domain.fassung import Fassung
from antragsbuero.domain.frist import Frist, Fristverlust, Genauigkeit, Verlustart
from antragsbuero.domain.friststand import Friststand, friststand
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.ports import FristZeile, TerminZeile, UnitOfWork


@dataclass(frozen=True, slots=True)
class Fristeintrag:
    """One row of the list of deadlines; `punkt` is the bare number."""

    vorgang: str
    betreff: str
    fassung: str
    punkt: str
    frist: Frist
    stand: Friststand
    punkt_kennung: str = ""
    """Kennung of the point of the resolution; "" for a deadline that the resolution lost."""


class Fristen:
    """Deadlines over all Vorgänge."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    def liste(self, stichtag: date) -> tuple[Fristeintrag, ...]:
        """All deadlines of resolutions and those that resolutions lost, by date, undated last."""
        with self._uow.read() as arbeit:
            zeilen = arbeit.vorgaenge.fristen()
            verluste = arbeit.vorgaenge.fristverluste()
        eintraege = [_eintrag(zeile, stichtag) for zeile in zeilen]
        eintraege += [
            Fristeintrag(
                z.vorgang, z.betreff, z.verlust.fassung, z.verlust.punkt, z.verlust.vorher,
                Friststand(z.verlust.art.value),
            )
            for z in verluste
        ]  # fmt: skip
        return tuple(sorted(eintraege, key=_rang))

    def termine(self) -> tuple[TerminZeile, ...]:
        """Last days for answers that are missing, and Wiedervorlagen, by date."""
        with self._uow.read() as arbeit:
            return tuple(arbeit.vorgaenge.termine())

    def ueberfaellige(self, stichtag: date) -> int:
        """How much is overdue: deadlines, answers that are missing, Wiedervorlagen."""
        fristen = sum(f.stand is Friststand.UEBERFAELLIG for f in self.liste(stichtag))
        return fristen + sum(termin.datum < stichtag for termin in self.termine())


def _rang(eintrag: Fristeintrag) -> tuple[date, str, str]:
    tag = eintrag.frist.datum or eintrag.frist.naechste or date.max
    return tag, eintrag.betreff, eintrag.punkt


def _eintrag(zeile: FristZeile, stichtag: date) -> Fristeintrag:
    return Fristeintrag(
        zeile.vorgang,
        zeile.betreff,
        zeile.fassung,
        zeile.punkt,
        zeile.frist,
        friststand(zeile.frist, zeile.umsetzung, stichtag),
        zeile.punkt_kennung,
    )


def finde_fristverluste(vorgang: Vorgang) -> tuple[Fristverlust, ...]:
    """The dated deadlines that each resolution lost against the Fassung that was voted on.

    Compares each Beschluss with its `zu`; takes as long as a comparison, so call it outside
    any unit of work.
    """
    # Loaded at its first use: start-up must not wait for it.
    from antragsbuero.comparison.compare import vergleiche

    verluste: list[Fristverlust] = []
    nach_kennung = {f.kennung: f for f in vorgang.fassungen}
    for beschluss in vorgang.beschluesse():
        vorlage = nach_kennung.get(beschluss.zu or "")
        if vorlage is None or not _hat_datum(vorlage):
            continue
        synopse = vergleiche([vorlage, beschluss])
        verluste += [
            _verlust(aenderung, synopse, vorlage, beschluss)
            for aenderung in synopse.fristen
            if aenderung.datum_verloren
        ]
    return tuple(verluste)


def verluste_je_punkt(vorgang: Vorgang, beschluss: Fassung) -> dict[str, list[Fristverlust]]:
    """The stored losses of a resolution by the kennung of its own point that lost the deadline.

    A loss names the point of the earlier Fassung; the resolution may have numbered it anew.
    Takes as long as a comparison, so call it outside any unit of work.
    """
    gespeichert = [v for v in vorgang.fristverluste if v.beschluss == beschluss.kennung]
    je_punkt: dict[str, list[Fristverlust]] = {}
    vorlage = next((f for f in vorgang.fassungen if f.kennung == beschluss.zu), None)
    orte = _verlustorte(vorlage, beschluss) if gespeichert and vorlage is not None else {}
    for verlust in gespeichert:
        gleich = (p.kennung for p in beschluss.alle_punkte() if p.bezeichnung == verlust.punkt)
        kennung = orte.get(_woran(verlust)) or next(gleich, None)
        if kennung is not None:
            je_punkt.setdefault(kennung, []).append(verlust)
    return je_punkt


_Woran = tuple[str, str, str, date | None]


def _verlustorte(vorlage: Fassung, beschluss: Fassung) -> dict[_Woran, str]:
    """The kennung of the point of the resolution that stands beside each lost deadline."""
    # Loaded at its first use: start-up must not wait for it.
    from antragsbuero.comparison.compare import vergleiche

    synopse = vergleiche([vorlage, beschluss])
    punkte = tuple(beschluss.alle_punkte())
    orte: dict[_Woran, str] = {}
    for aenderung in synopse.fristen:
        zelle = synopse.zeilen[aenderung.zeile].zellen[1]
        if aenderung.datum_verloren and zelle.punkte:
            verlust = _verlust(aenderung, synopse, vorlage, beschluss)
            orte[_woran(verlust)] = punkte[zelle.punkte[0]].kennung
    return orte


def _woran(verlust: Fristverlust) -> _Woran:
    """By what a loss is known again after recognition has learned to read more."""
    return verlust.fassung, verlust.punkt, verlust.vorher.wortlaut, verlust.vorher.datum


def _hat_datum(fassung: Fassung) -> bool:
    return any(
        frist.datum is not None and frist.genauigkeit is not Genauigkeit.BEGINN
        for punkt in fassung.alle_punkte()
        for frist in punkt.fristen
    )


def _verlust(
    aenderung: Fristaenderung, synopse: Synopse, vorlage: Fassung, beschluss: Fassung
) -> Fristverlust:
    vorher = aenderung.vorher
    if vorher is None:
        raise ValueError("Ein Fristverlust hat eine frühere Frist")
    zelle = synopse.zeilen[aenderung.zeile].zellen[0]
    punkte = tuple(vorlage.alle_punkte())
    nummer = _punkt_der_frist([punkte[i].bezeichnung for i in zelle.punkte], vorher, vorlage)
    art = Verlustart.GEAENDERT if aenderung.nachher else Verlustart.ENTFALLEN
    return Fristverlust(art, beschluss.kennung, vorlage.kennung, nummer, vorher, aenderung.nachher)


def _punkt_der_frist(nummern: Sequence[str], frist: Frist, fassung: Fassung) -> str:
    """The number of the point that holds the deadline, out of those in its row."""
    for punkt in fassung.alle_punkte():
        if frist in punkt.fristen and punkt.bezeichnung in nummern:
            return punkt.bezeichnung
    return nummern[0] if nummern else ""
