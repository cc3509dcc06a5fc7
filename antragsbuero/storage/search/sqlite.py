"""The index in SQLite: an FTS5 table without content of its own."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import Connection, text

from antragsbuero.storage.search.dokumente import Suchdokument
from antragsbuero.storage.search.index import Wortgruppe

_VERWAISTE = text(
    "SELECT value FROM json_each(:worte) WHERE NOT EXISTS "
    "(SELECT 1 FROM suche WHERE suche MATCH '\"' || value || '\"')"
)
# The join with `suchtext` hides what a later change of folding could leave behind.
_ALLE = text(
    "SELECT count(*) FROM suche JOIN suchtext ON suchtext.id = suche.rowid WHERE suche MATCH :m"
)
_NEUESTE = text(
    "SELECT suche.rowid FROM suche JOIN suchtext ON suchtext.id = suche.rowid "
    "WHERE suche MATCH :m ORDER BY suche.rowid DESC LIMIT :grenze"
)


class SqliteSuche:
    """Suchadapter over FTS5; words come in folded, so the tokenizer only splits at blanks."""

    def trage_ein(self, verbindung: Connection, nr: int, dokument: Suchdokument) -> None:
        """Adds a paper."""
        verbindung.execute(
            text("INSERT INTO suche(rowid, titel, worte) VALUES (:nr, :titel, :worte)"),
            {"nr": nr, "titel": dokument.titel, "worte": dokument.worte},
        )

    def trage_aus(self, verbindung: Connection, nr: int, dokument: Suchdokument) -> None:
        """Takes out a paper."""
        verbindung.execute(
            text(
                "INSERT INTO suche(suche, rowid, titel, worte) "
                "VALUES ('delete', :nr, :titel, :worte)"
            ),
            {"nr": nr, "titel": dokument.titel, "worte": dokument.worte},
        )

    def leere(self, verbindung: Connection) -> None:
        """Takes out everything."""
        verbindung.execute(text("INSERT INTO suche(suche) VALUES ('delete-all')"))

    def verwaiste(self, verbindung: Connection, worte: Sequence[str]) -> list[str]:
        """Those of the words that no paper holds."""
        return list(verbindung.execute(_VERWAISTE, {"worte": json.dumps(worte)}).scalars())

    def finde(
        self, verbindung: Connection, gruppen: Sequence[Wortgruppe], grenze: int
    ) -> tuple[list[int], int]:
        """The newest papers with all groups, title hits first."""
        ausdruck = " AND ".join(f"({_oder(gruppe)})" for gruppe in gruppen)
        gesamt = verbindung.execute(_ALLE, {"m": ausdruck}).scalar_one()
        titel = {"m": f"{{titel}} : ({ausdruck})", "grenze": grenze}
        nummern = list(verbindung.execute(_NEUESTE, titel).scalars())
        if len(nummern) < min(grenze, gesamt):
            oben = set(nummern)
            suche = {"m": ausdruck, "grenze": grenze + len(oben)}
            alle = verbindung.execute(_NEUESTE, suche).scalars()
            nummern += [nr for nr in alle if nr not in oben]
        return nummern[:grenze], gesamt


def _oder(gruppe: Wortgruppe) -> str:
    """The group in FTS5's own words; folded words hold neither quotes nor operators."""
    return " OR ".join((f'"{gruppe.anfang}"*', *(f'"{wort}"' for wort in gruppe.innen)))
