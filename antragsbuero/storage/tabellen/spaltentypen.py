"""Columns that hold small values as JSON text, the same on every database."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, TypeVar

from sqlalchemy import DateTime, Dialect, String, Text
from sqlalchemy import Enum as Aufzaehlung
from sqlalchemy.types import TypeDecorator

from antragsbuero.domain.absatz import Absatz, Absatzart, Auszeichnung, Auszeichnungsart
from antragsbuero.domain.frist import Frist, Genauigkeit

E = TypeVar("E", bound=Enum)


def json_text(wert: object) -> str:
    """Canonical JSON: equal values give equal text, umlauts stay readable."""
    return json.dumps(wert, ensure_ascii=False, separators=(",", ":"))


def enum(klasse: type[E]) -> Aufzaehlung:
    """A column that holds the names of an enum as text."""
    return Aufzaehlung(klasse, native_enum=False, length=30, create_constraint=False)


class Liste(TypeDecorator[tuple[str, ...]]):
    """A tuple of texts."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Sequence[str] | None, dialect: Dialect) -> str | None:
        """A JSON array."""
        return None if value is None else self.kodiere(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...] | None:
        """The tuple."""
        return None if value is None else tuple(json.loads(value))

    @staticmethod
    def kodiere(wert: Sequence[str]) -> str:
        """The text as stored."""
        return json_text(list(wert))


class Absaetze(TypeDecorator[tuple[Absatz, ...]]):
    """Paragraphs with their emphasis: [[art, text, [[von, bis, art], …]], …]."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Sequence[Absatz] | None, dialect: Dialect) -> str | None:
        """A JSON array."""
        return None if value is None else self.kodiere(value)

    def process_result_value(
        self, value: str | None, dialect: Dialect
    ) -> tuple[Absatz, ...] | None:
        """The paragraphs."""
        if value is None:
            return None
        return tuple(
            Absatz(
                text,
                Absatzart(art),
                tuple(Auszeichnung(von, bis, Auszeichnungsart(a)) for von, bis, a in stellen),
            )
            for art, text, stellen in json.loads(value)
        )

    @staticmethod
    def kodiere(wert: Sequence[Absatz]) -> str:
        """The text as stored."""
        return json_text(
            [[a.art, a.text, [[s.von, s.bis, s.art] for s in a.auszeichnungen]] for a in wert]
        )


class Fristwert(TypeDecorator[Frist]):
    """A Frist inside another thing, as [wortlaut, datum, genauigkeit, naechste, von, bis]."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Frist | None, dialect: Dialect) -> str | None:
        """A JSON array."""
        return None if value is None else self.kodiere(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Frist | None:
        """The Frist."""
        if value is None:
            return None
        wortlaut, datum, genauigkeit, naechste, von, bis = json.loads(value)
        return Frist(
            wortlaut, _tag(datum), Genauigkeit(genauigkeit), _tag(naechste), von=von, bis=bis
        )

    @staticmethod
    def kodiere(wert: Frist) -> str:
        """The text as stored."""
        datum, naechste = (tag and tag.isoformat() for tag in (wert.datum, wert.naechste))
        return json_text([wert.wortlaut, datum, wert.genauigkeit, naechste, wert.von, wert.bis])


def in_utc(zeitpunkt: datetime) -> datetime:
    """The moment in UTC; one without a zone counts as UTC."""
    if zeitpunkt.tzinfo is None:
        return zeitpunkt.replace(tzinfo=UTC)
    return zeitpunkt.astimezone(UTC)


class Zeitpunkt(TypeDecorator[datetime]):
    """A moment in UTC; SQLite knows no zones, so they are taken off and put on here."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment in UTC."""
        return None if value is None else in_utc(value)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment with its zone."""
        return self.process_bind_param(value, dialect)


KENNUNG = String(64)
"""Type of identities; those made here have 32 digits."""


def roh(typ: object, wert: Any) -> object:  # noqa: ANN401
    """A value as it lies in SQLite, for its hash."""
    match wert:
        case None | str() if not isinstance(wert, Enum):
            return wert
        case Enum():
            return wert.name
        case bool():
            return int(wert)
        case datetime():
            return in_utc(wert).strftime("%Y-%m-%d %H:%M:%S.%f")
        case date():
            return wert.isoformat()
    return typ.kodiere(wert) if isinstance(typ, Liste | Absaetze | Fristwert) else wert


def _tag(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
