"""Papers that leave the office as files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from antragsbuero.comparison.synopse import Synopse
from antragsbuero.documents.briefkopf import Briefkopfdaten
from antragsbuero.dokument.dokument import Dokument
from antragsbuero.dokument.fehler import Dateifehler
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.nachfrage import Nachfrage
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.errors import Abgelehnt, Buerofehler, NichtGefunden
from antragsbuero.services.fristen import verluste_je_punkt
from antragsbuero.services.ports import DokumentWriter, KorrekturWriter

if TYPE_CHECKING:
    from antragsbuero.documents.compose_korrekturfassung import Korrekturseite
    from antragsbuero.documents.compose_register import Registereintrag

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
        korrektur_writer: KorrekturWriter | None = None,
    ) -> None:
        self._writers = writers
        self._korrektur_writer = korrektur_writer
        self._briefkopf = briefkopf
        self._heute = heute

    def fassung(self, vorgang: Vorgang, fassung: Fassung, ziel: Path) -> Exportergebnis:
        """Writes a Fassung for submission."""
        # Loaded at its first use: start-up must not wait for it.
        from antragsbuero.documents.compose_fassung import fassung_dokument

        return self._schreibe(fassung_dokument(vorgang, fassung, self._briefkopf()), ziel)

    def nachfrage(self, vorgang: Vorgang, nachfrage: Nachfrage, ziel: Path) -> Exportergebnis:
        """Writes a Nachfrage."""
        # Loaded at its first use: start-up must not wait for it.
        from antragsbuero.documents.compose_nachfrage import nachfrage_dokument

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
        # Loaded at its first use: start-up must not wait for it.
        from antragsbuero.documents.compose_synopse import synopse_dokument

        dokument = synopse_dokument(
            synopse,
            betreff,
            self._briefkopf(),
            self._heute(),
            nur_aenderungen=nur_aenderungen,
            kopfzeilen=kopfzeilen,
        )
        return self._schreibe(dokument, ziel)

    def korrekturen(
        self, synopse: Synopse, seiten: Sequence[Korrekturseite], ziel: Path
    ) -> Exportergebnis:
        """Writes the newer of two Fassungen with each difference as a tracked change.

        Raises:
            Abgelehnt: there are not two columns, or `ziel` is no Word file.
        """
        # Loaded at its first use: start-up must not wait for it.
        from antragsbuero.documents.compose_korrekturfassung import korrekturdokument

        writer = self._korrektur_writer
        if len(seiten) != 2:
            raise Abgelehnt(
                "Nachverfolgte Änderungen gibt es zwischen genau zwei Fassungen. "
                "Es wurde nichts geschrieben."
            )
        if writer is None or ziel.suffix.lower() != ".docx":
            raise Abgelehnt(
                f"Nachverfolgte Änderungen stehen in einer Word-Datei; „{ziel.name}“ endet nicht "
                "auf .docx. Es wurde nichts geschrieben."
            )
        alt, neu = seiten
        zeitpunkt = datetime.now(UTC)
        dokument = korrekturdokument(synopse, alt, neu, self._briefkopf(), zeitpunkt)
        return _geschrieben(lambda: writer(dokument, ziel), ziel)

    def anschreiben(self, vorgang: Vorgang, fassung: Fassung, ziel: Path) -> Exportergebnis:
        """Writes the letter to the mayor that goes with a Fassung.

        Raises:
            Abgelehnt: the Fassung is a paper of others.
        """
        # Loaded at its first use: start-up must not wait for it.
        from antragsbuero.documents.compose_anschreiben import anschreiben_dokument

        if fassung.art not in EIGENE:
            raise Abgelehnt(
                "Ein Anschreiben gibt es nur zu Papieren, die die Fraktion einreicht: Antrag, "
                "Neufassung, Änderungsantrag, Ergänzungsantrag und Anfrage."
            )
        dokument = anschreiben_dokument(vorgang, fassung, self._briefkopf(), self._heute())
        return self._schreibe(dokument, ziel)

    def register(self, vorgaenge: Sequence[Vorgang], ziel: Path) -> Exportergebnis:
        """Writes the register of the Beschlusskontrolle over the resolutions of Vorgänge."""
        # Loaded at its first use: start-up must not wait for it.
        from antragsbuero.documents.compose_register import register_dokument

        eintraege = [_registereintrag(vorgang) for vorgang in vorgaenge]
        dokument = register_dokument(eintraege, self._briefkopf(), self._heute())
        return self._schreibe(dokument, ziel)

    def akte(self, vorgang: Vorgang, ziel: Path) -> Exportergebnis:
        """Writes a whole Vorgang, drafts included."""
        # Loaded at its first use: start-up must not wait for it.
        from antragsbuero.documents.compose_akte import akte_dokument

        eintrag = _registereintrag(vorgang)
        return self._schreibe(akte_dokument(eintrag, self._briefkopf(), self._heute()), ziel)

    def webseite(self, vorgang: Vorgang, ziel: Path) -> Exportergebnis:
        """Writes the public life of a Vorgang as a web page.

        Raises:
            Abgelehnt: the Vorgang is not public, nothing of it is submitted, or the target is
                no web page.
        """
        # Loaded at its first use: start-up must not wait for it.
        from antragsbuero.documents.compose_webseite import (
            oeffentliche_fassungen,
            webseite_dokument,
        )

        if vorgang.nichtoeffentlich:
            raise Abgelehnt(
                f"Der Vorgang „{vorgang.betreff}“ ist nichtöffentlich und wird nicht als Webseite "
                "ausgegeben. Es wurde nichts geschrieben."
            )
        if not oeffentliche_fassungen(vorgang) and not vorgang.berichte:
            raise Abgelehnt(
                f"Im Vorgang „{vorgang.betreff}“ ist noch nichts eingereicht; Entwürfe kommen "
                "nicht auf die Webseite. Es wurde nichts geschrieben."
            )
        if ziel.suffix.lower() != ".html":
            raise Abgelehnt(
                f"Eine Webseite endet auf .html, „{ziel.name}“ nicht. Es wurde nichts geschrieben."
            )
        return self._schreibe(webseite_dokument(vorgang, self._briefkopf()), ziel)

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
        return _geschrieben(lambda: writer(dokument, ziel), ziel)


def _geschrieben(schreibe: Callable[[], list[str]], ziel: Path) -> Exportergebnis:
    try:
        hinweise = schreibe()
    except Dateifehler as fehler:
        raise Buerofehler(str(fehler)) from fehler
    return Exportergebnis(ziel, tuple(hinweise))


def _registereintrag(vorgang: Vorgang) -> Registereintrag:
    # Loaded at its first use: start-up must not wait for it.
    from antragsbuero.documents.compose_register import Registereintrag

    verluste = {
        punkt: verloren
        for beschluss in vorgang.beschluesse()
        for punkt, verloren in verluste_je_punkt(vorgang, beschluss).items()
    }
    return Registereintrag(vorgang, verluste)


def neueste_eigene(vorgang: Vorgang) -> Fassung:
    """The newest Fassung that the faction wrote: drafts are newer than dated ones.

    Raises:
        NichtGefunden: the Vorgang has none.
    """
    eigene = [f for f in vorgang.fassungen if _ist_eigene(vorgang, f)]
    if not eigene:
        raise NichtGefunden(
            f"Der Vorgang „{vorgang.betreff}“ hat keine eigene Fassung. "
            "Geben Sie mit --fassung an, welche Fassung gemeint ist."
        )
    return max(eigene, key=lambda f: f.datum or date.max)


def _ist_eigene(vorgang: Vorgang, fassung: Fassung) -> bool:
    """Whether the submitters of the Vorgang wrote it.

    An imported page may name no submitters; then an amendment with an author of its own comes
    from another faction.
    """
    if fassung.art not in EIGENE:
        return False
    if not fassung.urheber or set(fassung.urheber) & set(vorgang.einreicher):
        return True
    fremd = (Fassungsart.AENDERUNGSANTRAG, Fassungsart.ERGAENZUNGSANTRAG)
    return not vorgang.einreicher and fassung.art not in fremd


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
