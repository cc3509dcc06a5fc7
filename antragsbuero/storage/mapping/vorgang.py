"""Vorgang <-> rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from antragsbuero.domain.abstimmung import Abstimmung
from antragsbuero.domain.anlage import Anlage
from antragsbuero.domain.beratung import Beratung
from antragsbuero.domain.bericht import Bericht, Berichtsteil
from antragsbuero.domain.frist import Fristverlust
from antragsbuero.domain.nachfrage import Nachfrage
from antragsbuero.domain.umsetzung import Umsetzung
from antragsbuero.domain.vorgang import Verlaufseintrag, Vorgang
from antragsbuero.storage.mapping.abgleich import gleiche_ab, lies, setze, setze_wert
from antragsbuero.storage.mapping.fassung import fassung_aus, uebertrage_fassung
from antragsbuero.storage.rows.abstimmung import AbstimmungRow
from antragsbuero.storage.rows.basis import Geprueft
from antragsbuero.storage.rows.bericht import BerichtRow, BerichtsteilRow
from antragsbuero.storage.rows.fassung import FassungRow
from antragsbuero.storage.rows.nachfrage import NachfrageRow
from antragsbuero.storage.rows.vorgang import (
    BeratungRow,
    FristverlustRow,
    NummerRow,
    UmsetzungRow,
    VerlaufRow,
    VorgangRow,
    VorgangsanlageRow,
)
from antragsbuero.storage.search.faltung import suchnummer
from antragsbuero.storage.tabellen.spaltentypen import in_utc

TEILE = (
    "beratungen", "anlagen", "fassungen", "abstimmungen", "berichte", "nachfragen",
    "umsetzungen", "fristverluste", "verlauf",
)  # fmt: skip
"""Fields of a Vorgang that lie in tables of their own."""


_ARBEITSNUMMER = re.compile(r"Entwurf (\d{1,4})-(\d{1,9})")


def vorgang_aus(zeile: VorgangRow) -> Vorgang:
    """The domain object of a row that is loaded with all its parts."""
    return Vorgang(
        betreff=zeile.betreff,
        art=zeile.art,
        stand=zeile.stand,
        arbeitsnummer=zeile.arbeitsnummer,
        nummern=zeile.nummern,
        einreicher=zeile.einreicher,
        zustaendig=zeile.zustaendig,
        beratungen=tuple(lies(Beratung, teil) for teil in zeile.beratungen),
        schlagworte=zeile.schlagworte,
        ortsteile=zeile.ortsteile,
        anlagen=tuple(lies(Anlage, teil) for teil in zeile.anlagen),
        notizen=zeile.notizen,
        bezuege=zeile.bezuege,
        nichtoeffentlich=zeile.nichtoeffentlich,
        fassungen=tuple(fassung_aus(teil) for teil in zeile.fassungen),
        abstimmungen=tuple(lies(Abstimmung, teil) for teil in zeile.abstimmungen),
        berichte=tuple(bericht_aus(teil) for teil in zeile.berichte),
        nachfragen=tuple(lies(Nachfrage, teil) for teil in zeile.nachfragen),
        umsetzungen=tuple(lies(Umsetzung, teil) for teil in zeile.umsetzungen),
        fristverluste=tuple(lies(Fristverlust, teil) for teil in zeile.fristverluste),
        verlauf=tuple(lies(Verlaufseintrag, teil) for teil in zeile.verlauf),
        beispiel=zeile.beispiel,
        aenderungszaehler=zeile.aenderungszaehler,
        kennung=zeile.kennung,
    )


def uebertrage_vorgang(zeile: VorgangRow, vorgang: Vorgang) -> None:
    """Carries a Vorgang into its row and all rows below it, but not its `aenderungszaehler`."""
    setze(zeile, vorgang, ausser=(*TEILE, "aenderungszaehler"))
    gleiche_ab(zeile.beratungen, vorgang.beratungen, BeratungRow)
    gleiche_ab(zeile.anlagen, vorgang.anlagen, VorgangsanlageRow)
    gleiche_ab(zeile.fassungen, vorgang.fassungen, FassungRow, uebertrage_fassung)
    gleiche_ab(zeile.abstimmungen, vorgang.abstimmungen, AbstimmungRow)
    gleiche_ab(zeile.berichte, vorgang.berichte, BerichtRow, _uebertrage_bericht)
    gleiche_ab(zeile.nachfragen, vorgang.nachfragen, NachfrageRow)
    gleiche_ab(zeile.umsetzungen, vorgang.umsetzungen, UmsetzungRow, schluessel="punkt")
    gleiche_ab(
        zeile.fristverluste,
        vorgang.fristverluste,
        FristverlustRow,
        _uebertrage_verlust,
        schluessel=None,
    )
    gleiche_ab(zeile.verlauf, _in_utc(vorgang.verlauf), VerlaufRow, schluessel=None)
    _leite_ab(zeile, vorgang)


def alle_zeilen(zeile: VorgangRow) -> Iterator[Geprueft]:
    """The row and all rows below it that carry a hash."""
    yield zeile
    for name in TEILE:
        yield from getattr(zeile, name)
    for fassung in zeile.fassungen:
        yield from fassung.anlagen
        for punkt in fassung.punkte:
            yield punkt
            yield from punkt.fristen
    for bericht in zeile.berichte:
        yield from bericht.teile


def _leite_ab(zeile: VorgangRow, vorgang: Vorgang) -> None:
    """Fills what the list and the search for numbers read without the parts."""
    tage = (*(f.datum for f in vorgang.fassungen), *(b.datum for b in vorgang.berichte))
    setze_wert(zeile, "letztes_datum", max((tag for tag in tage if tag), default=None))
    setze_wert(zeile, "fassungszahl", len(vorgang.fassungen))
    setze_wert(zeile, "entwurfszahl", sum(f.ist_entwurf for f in vorgang.fassungen))
    fund = _ARBEITSNUMMER.fullmatch(vorgang.arbeitsnummer)
    jahr, zaehler = (int(fund[1]), int(fund[2])) if fund else (None, None)
    setze_wert(zeile, "arbeitsjahr", jahr)
    setze_wert(zeile, "arbeitszaehler", zaehler)
    nummern = (
        vorgang.kennung,
        vorgang.arbeitsnummer,
        *vorgang.nummern,
        *(fassung.nummer for fassung in vorgang.fassungen),
        *(bericht.nummer for bericht in vorgang.berichte),
        *(nachfrage.nummer for nachfrage in vorgang.nachfragen),
    )
    gesucht = {suchnummer(nummer) for nummer in nummern} - {""}
    bleiben = [alt for alt in zeile.suchnummern if alt.nummer in gesucht]
    dazu = sorted(gesucht - {alt.nummer for alt in bleiben})
    if dazu or len(bleiben) < len(zeile.suchnummern):
        zeile.suchnummern[:] = [*bleiben, *(NummerRow(nummer=nummer) for nummer in dazu)]


def bericht_aus(zeile: BerichtRow) -> Bericht:
    """The domain object of a row that is loaded with its parts."""
    return Bericht(
        art=zeile.art,
        datum=zeile.datum,
        nummer=zeile.nummer,
        urheber=zeile.urheber,
        zu=zeile.zu,
        teile=tuple(lies(Berichtsteil, teil) for teil in zeile.teile),
        quelltext=zeile.quelltext,
        kennung=zeile.kennung,
    )


def _uebertrage_bericht(zeile: BerichtRow, bericht: Bericht) -> None:
    setze(zeile, bericht, ausser=("teile",))
    gleiche_ab(zeile.teile, bericht.teile, BerichtsteilRow, schluessel=None)


def _uebertrage_verlust(zeile: FristverlustRow, verlust: Fristverlust) -> None:
    setze(zeile, verlust)
    setze_wert(zeile, "tag", verlust.vorher.datum or verlust.vorher.naechste)


def _in_utc(verlauf: tuple[Verlaufseintrag, ...]) -> list[Verlaufseintrag]:
    """Entries with their moments as the database gives them back."""
    return [replace(e, zeitpunkt=in_utc(e.zeitpunkt)) for e in verlauf]
