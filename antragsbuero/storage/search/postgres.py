"""The index in PostgreSQL: two tsvectors made from the folded words."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, text

from antragsbuero.storage.search.dokumente import Suchdokument
from antragsbuero.storage.search.index import Wortgruppe

_VERWAISTE = text(
    "SELECT wort FROM unnest(CAST(:worte AS text[])) AS wort WHERE NOT EXISTS "
    "(SELECT 1 FROM suche WHERE alles @@ CAST(quote_literal(wort) AS tsquery))"
)
# MATERIALIZED: otherwise a rare word makes the planner walk all papers from the newest on.
_FINDE = text(
    "WITH treffer AS MATERIALIZED ("
    "  SELECT id, titel @@ CAST(:q AS tsquery) AS oben FROM suche"
    "  WHERE alles @@ CAST(:q AS tsquery)"
    ") SELECT id, (SELECT count(*) FROM treffer) FROM treffer "
    "ORDER BY oben DESC, id DESC LIMIT :grenze"
)


class PostgresSuche:
    """Suchadapter over tsvector; words come in folded, so no parser of the server is asked."""

    def trage_ein(self, verbindung: Connection, nr: int, dokument: Suchdokument) -> None:
        """Adds a paper."""
        titel = dokument.titel.split()
        verbindung.execute(
            text(
                "INSERT INTO suche(id, titel, alles) VALUES (:nr, "
                "array_to_tsvector(CAST(:titel AS text[])), "
                "array_to_tsvector(CAST(:alles AS text[])))"
            ),
            {"nr": nr, "titel": titel, "alles": [*titel, *dokument.worte.split()]},
        )

    def trage_aus(self, verbindung: Connection, nr: int, dokument: Suchdokument) -> None:
        """Takes out a paper."""
        verbindung.execute(text("DELETE FROM suche WHERE id = :nr"), {"nr": nr})

    def leere(self, verbindung: Connection) -> None:
        """Takes out everything."""
        verbindung.execute(text("DELETE FROM suche"))

    def verwaiste(self, verbindung: Connection, worte: Sequence[str]) -> list[str]:
        """Those of the words that no paper holds."""
        return list(verbindung.execute(_VERWAISTE, {"worte": list(worte)}).scalars())

    def finde(
        self, verbindung: Connection, gruppen: Sequence[Wortgruppe], grenze: int
    ) -> tuple[list[int], int]:
        """The newest papers with all groups, title hits first."""
        ausdruck = " & ".join(f"({_oder(gruppe)})" for gruppe in gruppen)
        zeilen = verbindung.execute(_FINDE, {"q": ausdruck, "grenze": grenze}).all()
        return [nr for nr, _ in zeilen], zeilen[0][1] if zeilen else 0


def _oder(gruppe: Wortgruppe) -> str:
    """The group in the words of tsquery; folded words hold neither quotes nor operators."""
    return " | ".join((f"'{gruppe.anfang}':*", *(f"'{wort}'" for wort in gruppe.innen)))
