"""Places of the window and the way back to them; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Bildschirm(StrEnum):
    """The screens."""

    UEBERSICHT = "UEBERSICHT"
    VORGAENGE = "VORGAENGE"
    VORGANG = "VORGANG"
    EDITOR = "EDITOR"
    VERGLEICH = "VERGLEICH"
    UMSETZUNG = "UMSETZUNG"
    FRISTEN = "FRISTEN"
    IMPORT = "IMPORT"
    EINSTELLUNGEN = "EINSTELLUNGEN"


@dataclass(frozen=True, slots=True)
class Ort:
    """Where a person is: a screen and what it shows.

    `vorgang`, `fassungen`, `punkte` and `nachfrage` are kennungen; `dateien` are paths to
    import. Empty or None where the screen shows no such thing.
    """

    bildschirm: Bildschirm
    vorgang: str | None = None
    fassungen: tuple[str, ...] = ()
    punkte: tuple[str, ...] = ()
    nachfrage: str | None = None
    dateien: tuple[str, ...] = ()


class Weg:
    """The places visited, with a way back and forward."""

    GRENZE = 100
    """Places remembered."""

    def __init__(self) -> None:
        self._orte: list[Ort] = []
        self._hier = -1

    @property
    def hier(self) -> Ort | None:
        """The present place, None before the first."""
        return self._orte[self._hier] if self._orte else None

    def besuche(self, ort: Ort) -> None:
        """Goes to a new place; what lay ahead is forgotten."""
        if ort == self.hier:
            return
        self._orte[self._hier + 1 :] = [ort]
        del self._orte[: -self.GRENZE]
        self._hier = len(self._orte) - 1

    def ersetze(self, ort: Ort) -> None:
        """Corrects the present place (another Fassung chosen) without a new step."""
        if self._orte:
            self._orte[self._hier] = ort

    @property
    def kann_zurueck(self) -> bool:
        """Whether there is a place before this one."""
        return self._hier > 0

    @property
    def kann_vor(self) -> bool:
        """Whether there is a place after this one."""
        return self._hier < len(self._orte) - 1

    def zurueck(self) -> Ort | None:
        """One step back; the place reached, None at the first."""
        if not self.kann_zurueck:
            return None
        self._hier -= 1
        return self._orte[self._hier]

    def vor(self) -> Ort | None:
        """One step forward; the place reached, None at the last."""
        if not self.kann_vor:
            return None
        self._hier += 1
        return self._orte[self._hier]

    def vergiss(self, vorgang: str) -> None:
        """Takes out all places of a Vorgang that is gone."""
        hier = self.hier
        self._orte = [o for o in self._orte if o.vorgang != vorgang]
        self._hier = self._orte.index(hier) if hier in self._orte else len(self._orte) - 1
