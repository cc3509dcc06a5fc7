"""Papers that leave the office as files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from antragsbuero.comparison.synopse import Synopse
from antragsbuero.documents.briefkopf import Briefkopfdaten
from antragsbuero.documents.compose_fassung import fassung_dokument
from antragsbuero.documents.compose_nachfrage import nachfrage_dokument
from antragsbuero.documents.compose_synopse import synopse_dokument
from antragsbuero.dokument.dokument import Dokument
from antragsbuero.dokument.fehler import Dateifehler
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.nachfrage import Nachfrage
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.errors import Abgelehnt, Buerofehler, NichtGefunden
from antragsbuero.services.ports import DokumentWriter

EIGENE = (
    Fassungsart.URSPRUNGSANTRAG,
    Fassungsart.NEUFASSUNG,
    Fassungsart.AENDERUNGSANTRAG,
    Fassungsart.ERGAENZUNGSANTRAG,
    Fassungsart.ANFRAGE,
)
"""Arts that a faction writes itself."""


@dataclass(frozen=True, slots=True)
class Exportergebnis:
    """The written file and German hints about it."""

    datei: Path
    hinweise: tuple[str, ...]


class Exporte:
    """Use cases of the export; the ending of the target chooses the format."""

    def __init__(
        self,
        writers: Mapping[str, DokumentWriter],
        briefkopf: Callable[[], Briefkopfdaten],
        heute: Callable[[], date],
    ) -> None:
        self._writers = writers
        self._briefkopf = briefkopf
        self._heute = heute

    def fassung(self, vorgang: Vorgang, fassung: Fassung, ziel: Path) -> Exportergebnis:
        """Writes a Fassung for submission."""
        return self._schreibe(fassung_dokument(vorgang, fassung, self._briefkopf()), ziel)

    def nachfrage(self, vorgang: Vorgang, nachfrage: Nachfrage, ziel: Path) -> Exportergebnis:
        """Writes a Nachfrage."""
        dokument = nachfrage_dokument(vorgang, nachfrage, self._briefkopf(), self._heute())
        return self._schreibe(dokument, ziel)

    def synopse(
        self,
        synopse: Synopse,
        betreff: str,
        ziel: Path,
        *,
        nur_aenderungen: bool = False,
        kopfzeilen: Sequence[str] = (),
    ) -> Exportergebnis:
        """Writes a comparison as a table."""
        dokument = synopse_dokument(
            synopse,
            betreff,
            self._briefkopf(),
            self._heute(),
            nur_aenderungen=nur_aenderungen,
            kopfzeilen=kopfzeilen,
        )
        return self._schreibe(dokument, ziel)

    def endungen(self) -> tuple[str, ...]:
        """The endings that can be written."""
        return tuple(self._writers)

    def _schreibe(self, dokument: Dokument, ziel: Path) -> Exportergebnis:
        writer = self._writers.get(ziel.suffix.lower())
        if writer is None:
            raise Abgelehnt(
                f"Das Format „{ziel.suffix or ziel.name}“ gibt es nicht. "
                f"Möglich sind {' und '.join(self._writers)}."
            )
        try:
            hinweise = writer(dokument, ziel)
        except Dateifehler as fehler:
            raise Buerofehler(str(fehler)) from fehler
        return Exportergebnis(ziel, tuple(hinweise))


def neueste_eigene(vorgang: Vorgang) -> Fassung:
    """The newest Fassung that the faction wrote: drafts are newer than dated ones.

    Raises:
        NichtGefunden: the Vorgang has none.
    """
    eigene = [f for f in vorgang.fassungen if f.art in EIGENE]
    if not eigene:
        raise NichtGefunden(
            f"Der Vorgang „{vorgang.betreff}“ hat keine eigene Fassung. "
            "Geben Sie mit --fassung an, welche Fassung gemeint ist."
        )
    return max(eigene, key=lambda f: f.datum or date.max)


def waehle_nachfrage(vorgang: Vorgang, kennung: str | None) -> Nachfrage:
    """The Nachfrage of that Kennung or number, the newest for None. Raises NichtGefunden."""
    for nachfrage in reversed(vorgang.nachfragen):
        if kennung is None or kennung in (nachfrage.kennung, nachfrage.nummer):
            return nachfrage
    raise NichtGefunden(
        f"Der Vorgang „{vorgang.betreff}“ hat noch keine Nachfrage."
        if kennung is None
        else f"Der Vorgang „{vorgang.betreff}“ hat keine Nachfrage {kennung}."
    )
