"""What all tables share: names of constraints, and columns that many have."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, ForeignKey, Integer, MetaData, String

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)
"""All tables; the names of constraints are fixed so that migrations find them."""


def pflicht(name: str, *angaben: Any, **weitere: Any) -> Column[Any]:  # noqa: ANN401
    """A column that is never empty."""
    return Column(name, *angaben, nullable=False, **weitere)


def schluessel() -> Column[int]:
    """The number of the row, given by the database."""
    return Column("id", Integer, primary_key=True)


def teil_von(name: str, tabelle: str, *, index: bool = True) -> Column[int]:
    """The row that this one belongs to and goes with."""
    return pflicht(name, ForeignKey(f"{tabelle}.id", ondelete="CASCADE"), index=index)


def pruefsumme() -> Column[str]:
    """The hash over the content of the row."""
    return pflicht("pruefsumme", String(64))
