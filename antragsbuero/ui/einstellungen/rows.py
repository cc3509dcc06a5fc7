"""What the settings show."""

from __future__ import annotations

from dataclasses import dataclass

from antragsbuero.domain.ratsprofil import Ratsprofil
from antragsbuero.services.einstellungen import Bueroeinstellungen


@dataclass(frozen=True, slots=True)
class ProfilRow:
    """A council to choose from and what it sets, in plain words."""

    kennung: str
    name: str
    angaben: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class EinstellungenBild:
    """The stored settings, all profiles, where the data lie."""

    buero: Bueroeinstellungen
    profile: tuple[ProfilRow, ...]


def profil_row(profil: Ratsprofil) -> ProfilRow:
    """The row of a profile."""
    angaben = [
        ("Stadt", profil.stadt),
        ("Rat", profil.rat),
        ("Verwaltung", profil.verwaltung),
        ("Antwortfrist", _wochen(profil.antwort_wochen)),
        ("Einreichfrist", _tage(profil.einreichfrist_tage)),
        ("Verwaltungsstandpunkt", _wochen(profil.vsp_wochen)),
        ("Gremien", ", ".join(profil.gremien)),
        ("Einreichung an", profil.email_einreichung),
    ]
    return ProfilRow(profil.kennung, profil.name, tuple((n, w) for n, w in angaben if w))


def _wochen(anzahl: int | None) -> str:
    if anzahl is None:
        return ""
    return "1 Woche nach Eingang" if anzahl == 1 else f"{anzahl} Wochen nach Eingang"


def _tage(anzahl: int | None) -> str:
    if anzahl is None:
        return ""
    return "1 Tag vor der Sitzung" if anzahl == 1 else f"{anzahl} Tage vor der Sitzung"


def zeilen(text: str) -> tuple[str, ...]:
    """The lines of a field that hold something."""
    return tuple(zeile.strip() for zeile in text.splitlines() if zeile.strip())
