"""Keeping the search index and asking it; what differs by database stands in an adapter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import Connection, Insert, delete, func, insert, select

from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.storage.search.dokumente import Suchdokument, dokumente
from antragsbuero.storage.search.faltung import suchteile
from antragsbuero.storage.tabellen.suche import SUCHTEXT, SUCHWORT

MEISTE_WORTE = 400
"""Words with the part inside that are looked for, beside all that begin with it."""
_BUENDEL = 5000


@dataclass(frozen=True, slots=True)
class Wortgruppe:
    """What one part of a search stands for: words beginning with it and words holding it."""

    anfang: str
    innen: tuple[str, ...]


class Suchadapter(Protocol):
    """What each database does in its own way with the table `suche`."""

    def trage_ein(self, verbindung: Connection, nr: int, dokument: Suchdokument) -> None:
        """Adds a paper under the number of its row in `suchtext`."""
        ...

    def trage_aus(self, verbindung: Connection, nr: int, dokument: Suchdokument) -> None:
        """Takes out a paper that was added with the same words."""
        ...

    def leere(self, verbindung: Connection) -> None:
        """Takes out everything."""
        ...

    def verwaiste(self, verbindung: Connection, worte: Sequence[str]) -> list[str]:
        """Those of the words that no paper holds."""
        ...

    def finde(
        self, verbindung: Connection, gruppen: Sequence[Wortgruppe], grenze: int
    ) -> tuple[list[int], int]:
        """Numbers of the newest papers with all groups, title hits first; and how many in all."""
        ...


class Suchindex:
    """The index over one connection; all changes belong to its transaction."""

    def __init__(self, verbindung: Connection, adapter: Suchadapter) -> None:
        self._verbindung = verbindung
        self._adapter = adapter
        self._auf_server = verbindung.dialect.name == "postgresql"

    def aktualisiere(self, vorgang_id: int, alt: Vorgang | None, neu: Vorgang | None) -> None:
        """Brings the entries of one Vorgang from `alt` to `neu`; None for not (or no more) there.

        Papers whose words stay the same keep their entry; a changed one counts as newest.
        """
        vorher = {} if alt is None else {d.teil: d for d in dokumente(alt)}
        nachher = {} if neu is None else {d.teil: d for d in dokumente(neu)}
        weg = [d for teil, d in vorher.items() if nachher.get(teil) != d]
        dazu = [d for teil, d in nachher.items() if vorher.get(teil) != d]
        if weg:
            self._trage_aus(vorgang_id, weg)
        self._trage_ein(vorgang_id, dazu)
        self._vergiss(_alle_worte(weg) - _alle_worte(dazu))

    def baue_neu(self, vorgaenge: Iterable[tuple[int, Vorgang]]) -> None:
        """Makes the whole index anew from the Vorgänge with their row ids."""
        self._adapter.leere(self._verbindung)
        self._verbindung.execute(delete(SUCHTEXT))
        self._verbindung.execute(delete(SUCHWORT))
        for vorgang_id, vorgang in vorgaenge:
            self._trage_ein(vorgang_id, list(dokumente(vorgang)))

    def finde(self, ausdruck: str, grenze: int) -> tuple[list[int], int]:
        """Numbers of papers in `suchtext`, as Suchadapter.finde gives them.

        All parts of `ausdruck` must occur, each at the beginning of a word or inside it.
        """
        gruppen = []
        for teil in suchteile(ausdruck):
            gruppe = self._gruppe(teil)
            if gruppe is None:
                return [], 0
            gruppen.append(gruppe)
        if not gruppen:
            return [], 0
        return self._adapter.finde(self._verbindung, gruppen, grenze)

    def _gruppe(self, teil: str) -> Wortgruppe | None:
        """The words of the vocabulary that hold the part; None if there are none."""
        stelle = func.strpos if self._auf_server else func.instr
        frage = select(SUCHWORT.c.wort).where(stelle(SUCHWORT.c.wort, teil) > 0)
        worte = self._verbindung.scalars(frage).all()
        if not worte:
            return None
        # The shortest first: closest to what was typed; the order is that of Python, so that
        # both databases choose the same.
        innen = sorted((w for w in worte if not w.startswith(teil)), key=lambda w: (len(w), w))
        return Wortgruppe(teil, tuple(innen[:MEISTE_WORTE]))

    def _trage_ein(self, vorgang_id: int, neue: Sequence[Suchdokument]) -> None:
        worte = sorted(_alle_worte(neue))
        neu = _worte_ohne_doppelte(auf_server=self._auf_server)
        for von in range(0, len(worte), _BUENDEL):
            self._verbindung.execute(neu, [{"wort": wort} for wort in worte[von : von + _BUENDEL]])
        for dokument in neue:
            nr = self._verbindung.execute(
                insert(SUCHTEXT)
                .values(vorgang_id=vorgang_id, art=dokument.art, teil=dokument.teil)
                .returning(SUCHTEXT.c.id)
            ).scalar_one()
            self._adapter.trage_ein(self._verbindung, nr, dokument)

    def _trage_aus(self, vorgang_id: int, alte: Sequence[Suchdokument]) -> None:
        frage = select(SUCHTEXT).where(SUCHTEXT.c.vorgang_id == vorgang_id)
        nummern = {zeile.teil: zeile.id for zeile in self._verbindung.execute(frage)}
        weg = [(nummern[d.teil], d) for d in alte if d.teil in nummern]
        for nr, dokument in weg:
            self._adapter.trage_aus(self._verbindung, nr, dokument)
        self._verbindung.execute(delete(SUCHTEXT).where(SUCHTEXT.c.id.in_([nr for nr, _ in weg])))

    def _vergiss(self, worte: Iterable[str]) -> None:
        """Takes words out of the vocabulary that no paper holds any more: names, for example."""
        alle = sorted(worte)
        for von in range(0, len(alle), _BUENDEL):
            weg = self._adapter.verwaiste(self._verbindung, alle[von : von + _BUENDEL])
            self._verbindung.execute(delete(SUCHWORT).where(SUCHWORT.c.wort.in_(weg)))


def _alle_worte(papiere: Iterable[Suchdokument]) -> set[str]:
    return {wort for d in papiere for wort in (*d.titel.split(), *d.worte.split())}


def _worte_ohne_doppelte(*, auf_server: bool) -> Insert:
    # Only the dialect in use is loaded: that of the server costs every start on a file 20 ms.
    if auf_server:
        from sqlalchemy.dialects import postgresql

        return postgresql.insert(SUCHWORT).on_conflict_do_nothing()
    from sqlalchemy.dialects import sqlite

    return sqlite.insert(SUCHWORT).on_conflict_do_nothing()
