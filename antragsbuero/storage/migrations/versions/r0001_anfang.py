"""The first form of all tables."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

Spalte = sa.Column[Any]


def upgrade() -> None:
    """Makes all tables, the search index and the count of changes."""
    _buero()
    _vorgang()
    _beiwerk()
    _fassung()
    _bericht_und_nachfrage()
    _suche()


def _text(*namen: str) -> list[Spalte]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in namen]


def _kennung(*namen: str, leer: bool = False) -> list[Spalte]:
    return [sa.Column(name, sa.String(64), nullable=leer) for name in namen]


def _wahl(*namen: str) -> list[Spalte]:
    return [sa.Column(name, sa.String(30), nullable=False) for name in namen]


def _zahl(*namen: str, leer: bool = False) -> list[Spalte]:
    return [sa.Column(name, sa.Integer(), nullable=leer) for name in namen]


def _tag(*namen: str) -> list[Spalte]:
    return [sa.Column(name, sa.Date(), nullable=True) for name in namen]


def _ja_nein(*namen: str) -> list[Spalte]:
    return [sa.Column(name, sa.Boolean(), nullable=False) for name in namen]


def _index(tabelle: str, *spalten: str) -> None:
    op.create_index(f"ix_{tabelle}_{'_'.join(spalten)}", tabelle, list(spalten))


def _teil(tabelle: str, elter: str, schluessel: str, *inhalt: list[Spalte]) -> None:
    """A table of parts: place, content, hash, and its owner with whom it goes."""
    op.create_table(
        tabelle,
        sa.Column("id", sa.Integer(), nullable=False),
        *_zahl(schluessel, "position"),
        *(spalte for gruppe in inhalt for spalte in gruppe),
        sa.Column("pruefsumme", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{tabelle}"),
        sa.ForeignKeyConstraint(
            [schluessel],
            [f"{elter}.id"],
            name=f"fk_{tabelle}_{schluessel}_{elter}",
            ondelete="CASCADE",
        ),
    )
    _index(tabelle, schluessel)


def _buero() -> None:
    op.create_table(
        "aenderungsstand",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=False),
        *_zahl("wert"),
        sa.PrimaryKeyConstraint("id", name="pk_aenderungsstand"),
    )
    op.execute("INSERT INTO aenderungsstand (id, wert) VALUES (1, 0)")
    op.create_table(
        "einstellung",
        sa.Column("schluessel", sa.String(200), nullable=False),
        *_text("wert"),
        *_kennung("pruefsumme"),
        sa.PrimaryKeyConstraint("schluessel", name="pk_einstellung"),
    )
    op.create_table(
        "korrektur",
        sa.Column("id", sa.Integer(), nullable=False),
        *_kennung("fassung_a", "fassung_b"),
        *_zahl("position"),
        *_wahl("art"),
        *_text("punkte_a", "punkte_b"),
        *_kennung("pruefsumme"),
        sa.PrimaryKeyConstraint("id", name="pk_korrektur"),
    )
    _index("korrektur", "fassung_a", "fassung_b")
    _index("korrektur", "fassung_b")


def _vorgang() -> None:
    op.create_table(
        "vorgang",
        sa.Column("id", sa.Integer(), nullable=False),
        *_kennung("kennung", "pruefsumme"),
        *_text("betreff", "arbeitsnummer", "nummern", "einreicher", "zustaendig", "schlagworte"),
        *_text("ortsteile", "notizen", "bezuege"),
        *_wahl("art", "stand"),
        *_ja_nein("nichtoeffentlich", "beispiel"),
        *_zahl("aenderungszaehler", "geaendert", "fassungszahl", "entwurfszahl"),
        *_zahl("arbeitsjahr", "arbeitszaehler", leer=True),
        *_tag("letztes_datum"),
        sa.PrimaryKeyConstraint("id", name="pk_vorgang"),
        sa.UniqueConstraint("kennung", name="uq_vorgang_kennung"),
    )
    _index("vorgang", "arbeitsjahr", "arbeitszaehler")
    _index("vorgang", "beispiel")
    _index("vorgang", "geaendert")
    op.create_table(
        "nummer",
        sa.Column("id", sa.Integer(), nullable=False),
        *_zahl("vorgang_id"),
        *_text("nummer"),
        sa.PrimaryKeyConstraint("id", name="pk_nummer"),
        sa.ForeignKeyConstraint(
            ["vorgang_id"], ["vorgang.id"], name="fk_nummer_vorgang_id_vorgang", ondelete="CASCADE"
        ),
    )
    _index("nummer", "nummer")
    _index("nummer", "vorgang_id")


def _beiwerk() -> None:
    """What hangs on a Vorgang beside its papers."""
    elter = ("vorgang", "vorgang_id")
    _teil(
        "beratung",
        *elter,
        _kennung("kennung"),
        _text("gremium", "top", "zustaendigkeit", "votum"),
        _tag("datum"),
        _wahl("rolle"),
    )
    _teil("vorgangsanlage", *elter, _kennung("kennung", "sha256"), _text("name"), _zahl("groesse"))
    _teil(
        "umsetzung",
        *elter,
        _kennung("punkt"),
        _wahl("verwaltung", "fraktion"),
        _text("notiz"),
        _tag("wiedervorlage"),
    )
    _index("umsetzung", "punkt")
    _teil(
        "fristverlust",
        *elter,
        _wahl("art"),
        _kennung("beschluss", "fassung"),
        _text("punkt", "vorher"),
        [sa.Column("nachher", sa.Text(), nullable=True)],
        _tag("tag"),
    )
    _index("fristverlust", "tag")
    _teil(
        "verlauf",
        *elter,
        [sa.Column("zeitpunkt", sa.DateTime(timezone=True), nullable=False)],
        _text("text"),
    )
    _teil(
        "abstimmung",
        *elter,
        _kennung("kennung"),
        _wahl("ergebnis", "mehrheit"),
        _text("wortlaut", "punkte"),
        _kennung("fassung", "beschluss", leer=True),
        _zahl("ja", "nein", "enthaltung", leer=True),
    )


def _fassung() -> None:
    op.create_table(
        "fassung",
        sa.Column("id", sa.Integer(), nullable=False),
        *_zahl("vorgang_id", "position"),
        *_kennung("kennung", "pruefsumme"),
        *_wahl("art"),
        *_tag("datum"),
        *_text("nummer", "urheber", "betreff", "vorspann", "begruendung", "quelltext"),
        *_kennung("zu", leer=True),
        *_ja_nein("eingereicht"),
        sa.PrimaryKeyConstraint("id", name="pk_fassung"),
        sa.UniqueConstraint("vorgang_id", "kennung", name="uq_fassung_vorgang_id_kennung"),
        sa.ForeignKeyConstraint(
            ["vorgang_id"], ["vorgang.id"], name="fk_fassung_vorgang_id_vorgang", ondelete="CASCADE"
        ),
    )
    _index("fassung", "kennung")
    _teil(
        "beschlusspunkt",
        "fassung",
        "fassung_id",
        _zahl("ebene"),
        _kennung("kennung", "herkunft"),
        _text("nummer", "absaetze"),
    )
    _teil(
        "fassungsanlage",
        "fassung",
        "fassung_id",
        _kennung("kennung", "sha256"),
        _text("name"),
        _zahl("groesse"),
    )
    _teil(
        "frist",
        "beschlusspunkt",
        "punkt_id",
        _text("wortlaut"),
        _wahl("genauigkeit"),
        _tag("datum", "naechste", "tag"),
        _zahl("von", "bis"),
    )
    _index("frist", "tag")


def _bericht_und_nachfrage() -> None:
    elter = ("vorgang", "vorgang_id")
    _teil(
        "bericht",
        *elter,
        _kennung("kennung"),
        _wahl("art"),
        _tag("datum"),
        _text("nummer", "urheber", "quelltext"),
        _kennung("zu", leer=True),
    )
    _teil(
        "berichtsteil", "bericht", "bericht_id", _text("punkt", "absaetze"), _ja_nein("bestaetigt")
    )
    _teil(
        "nachfrage",
        *elter,
        _kennung("kennung", "beschluss"),
        _text("punkte", "fragen", "einleitung", "nummer"),
        _tag("erstellt", "eingereicht", "antwortfrist"),
        _kennung("antwort", "zu_antwort", leer=True),
    )


def _suche() -> None:
    op.create_table(
        "suchtext",
        sa.Column("id", sa.Integer(), nullable=False),
        *_zahl("vorgang_id"),
        *_wahl("art"),
        *_kennung("teil"),
        sa.PrimaryKeyConstraint("id", name="pk_suchtext"),
        sa.ForeignKeyConstraint(
            ["vorgang_id"],
            ["vorgang.id"],
            name="fk_suchtext_vorgang_id_vorgang",
            ondelete="CASCADE",
        ),
        sqlite_autoincrement=True,
    )
    _index("suchtext", "vorgang_id")
    op.create_table(
        "suchwort",
        *_text("wort"),
        sa.PrimaryKeyConstraint("wort", name="pk_suchwort"),
        sqlite_with_rowid=False,
    )
    if op.get_bind().dialect.name == "sqlite":
        # Words are folded and split before they come in: "ascii" leaves them as they are.
        op.execute(
            "CREATE VIRTUAL TABLE suche USING fts5("
            "titel, worte, content='', columnsize=0, detail=column, tokenize='ascii')"
        )
    else:
        op.execute(
            "CREATE TABLE suche ("
            "id integer CONSTRAINT pk_suche PRIMARY KEY "
            "CONSTRAINT fk_suche_id_suchtext REFERENCES suchtext (id) ON DELETE CASCADE, "
            "titel tsvector NOT NULL, alles tsvector NOT NULL)"
        )
        op.execute("CREATE INDEX ix_suche_alles ON suche USING gin (alles)")
