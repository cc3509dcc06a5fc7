"""Papers that leave the office as files."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from antragsbuero.comparison.synopse import Synopse
from antragsbuero.documents.briefkopf import Briefkopfdaten
from antragsbuero.dokument.beilage import Beilage
from antragsbuero.dokument.fehler import Dateifehler
from antragsbuero.domain.anlage import STUECK, Anlage
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.nachfrage import Nachfrage
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.anlagenports import BeilagenWriter
from antragsbuero.services.briefkoepfe import Briefkoepfe
from antragsbuero.services.errors import Abgelehnt, Ablagefehler, Buerofehler, NichtGefunden
from antragsbuero.services.papier import OHNE_WAHL, Exportwahl, Papier, Stueck
from antragsbuero.services.papiere import EIGENE, Papiere
from antragsbuero.services.ports import DokumentWriter, KorrekturWriter, PdfErzeuger

if TYPE_CHECKING:
    from antragsbuero.documents.compose_korrekturfassung import Korrekturseite


_NUR_IM_PDF = (
    "Die Anlagen sind nicht dabei: Nur eine PDF-Datei kann sie aufnehmen. Fügen Sie sie einzeln "
    "bei oder exportieren Sie als PDF."
)
_GROESSTE_SUMME = 400 * STUECK
"""Bytes of all Anlagen of one file; they are held in memory while it is made."""


@dataclass(frozen=True, slots=True)
class Exportergebnis:
    """The written file and German hints about it."""

    datei: Path
    hinweise: tuple[str, ...]
    mit_anlagen: bool = False


class AnlagenUnbrauchbar(Buerofehler):
    """The Anlagen cannot go into the file; the paper can still be written without them."""


@dataclass(frozen=True, slots=True, repr=False)
class Pdfdatei:
    """A PDF that is not written yet and German hints about it."""

    inhalt: bytes
    hinweise: tuple[str, ...] = ()


class Exporte:
    """Use cases of the export; the ending of the target chooses the format.

    `papiere` composes without writing, for preview and print.
    """

    def __init__(
        self,
        writers: Mapping[str, DokumentWriter],
        briefkopf: Callable[[], Briefkopfdaten],
        heute: Callable[[], date],
        korrektur_writer: KorrekturWriter | None = None,
        pdf_erzeuger: PdfErzeuger | None = None,
        anlagen: tuple[BeilagenWriter, Callable[[Anlage], bytes]] | None = None,
        briefkoepfe: Briefkoepfe | None = None,
    ) -> None:
        """`anlagen` merges files behind a paper and reads them by their Anlage."""
        self._writers = writers
        self._anlagen = anlagen
        self._korrektur_writer = korrektur_writer
        self._pdf_erzeuger = pdf_erzeuger
        self._briefkoepfe = briefkoepfe
        self._briefkopf = briefkopf
        self.papiere = Papiere(briefkopf, heute)

    def schreibe(self, papier: Papier, ziel: Path, wahl: Exportwahl = OHNE_WAHL) -> Exportergebnis:
        """Writes a composed paper.

        Raises:
            Abgelehnt: this paper does not exist in the format that the ending names.
            Buerofehler: the file cannot be written; an old file stays whole.
        """
        endung = ziel.suffix.lower()
        if papier.stueck is Stueck.WEBSEITE and endung != ".html":
            raise Abgelehnt(
                f"Eine Webseite endet auf .html, „{ziel.name}“ nicht. Es wurde nichts geschrieben."
            )
        writer = self._writers.get(endung)
        if writer is None:
            raise Abgelehnt(
                f"Das Format „{ziel.suffix or ziel.name}“ gibt es nicht. "
                f"Möglich sind {' und '.join(self._writers)}."
            )
        schreibe = partial(writer, papier.dokument, ziel)
        if endung == ".docx":
            schreibe = self._mit_briefkopf(papier, ziel, wahl) or schreibe
        if not (wahl.anlagen and papier.anlagen):
            return _geschrieben(schreibe, ziel)
        if endung != ".pdf":
            ergebnis = _geschrieben(schreibe, ziel)
            return replace(ergebnis, hinweise=(*ergebnis.hinweise, _NUR_IM_PDF))
        return self._mit_anlagen(papier, ziel)

    def _mit_briefkopf(
        self, papier: Papier, ziel: Path, wahl: Exportwahl
    ) -> partial[list[str]] | None:
        """How to write with the chosen or the own Briefkopf; None where there is none.

        A paper of several never takes the own one by itself: it may show the faction's logo.
        """
        koepfe = self._briefkoepfe
        if koepfe is None or wahl.ohne_briefkopf:
            return None
        datei = wahl.briefkopf
        if datei is None and papier.briefkopf is not None and not papier.gemeinsam:
            datei = koepfe.eigener(papier.briefkopf)
        return None if datei is None else partial(koepfe.schreibe, papier.dokument, datei, ziel)

    def _mit_anlagen(self, papier: Papier, ziel: Path) -> Exportergebnis:
        if self._anlagen is None:
            raise Abgelehnt("Anlagen lassen sich hier nicht anhängen. Es wurde nichts geschrieben.")
        if sum(anlage.groesse for anlage in papier.anlagen) > _GROESSTE_SUMME:
            raise AnlagenUnbrauchbar(
                f"Die Anlagen sind zusammen größer als {_GROESSTE_SUMME // STUECK} MB. Es wurde "
                "nichts geschrieben. Exportieren Sie ohne Anlagen und fügen Sie sie einzeln bei."
            )
        writer, inhalt = self._anlagen
        beilagen = [
            Beilage(f"Anlage {nr}: {anlage.name}", anlage.name, partial(inhalt, anlage))
            for nr, anlage in enumerate(papier.anlagen, 1)
        ]
        try:
            hinweise = writer(papier.dokument, beilagen, ziel)
        except (Dateifehler, Ablagefehler) as fehler:
            raise AnlagenUnbrauchbar(str(fehler)) from fehler
        return Exportergebnis(ziel, tuple(hinweise), mit_anlagen=True)

    def pdf(self, papier: Papier, wahl: Exportwahl = OHNE_WAHL) -> Pdfdatei:
        """The PDF of a composed paper, as it would be written.

        Raises:
            Abgelehnt: there is no PDF of this paper.
            AnlagenUnbrauchbar: one of them cannot be appended; the message names it.
        """
        if self._pdf_erzeuger is None or papier.stueck is Stueck.WEBSEITE:
            raise Abgelehnt("Von diesem Papier gibt es kein PDF. Es wurde nichts geschrieben.")
        if wahl.anlagen and papier.anlagen:
            with tempfile.TemporaryDirectory(prefix="antragsbuero-") as ordner:
                ergebnis = self._mit_anlagen(papier, Path(ordner) / "papier.pdf")
                return Pdfdatei(ergebnis.datei.read_bytes(), ergebnis.hinweise)
        inhalt, hinweise = self._pdf_erzeuger(papier.dokument)
        return Pdfdatei(inhalt, tuple(hinweise))

    def fassung(
        self, vorgang: Vorgang, fassung: Fassung, ziel: Path, wahl: Exportwahl = OHNE_WAHL
    ) -> Exportergebnis:
        """Writes a Fassung for submission."""
        return self.schreibe(self.papiere.fassung(vorgang, fassung, wahl), ziel, wahl)

    def nachfrage(
        self, vorgang: Vorgang, nachfrage: Nachfrage, ziel: Path, wahl: Exportwahl = OHNE_WAHL
    ) -> Exportergebnis:
        """Writes a Nachfrage."""
        return self.schreibe(self.papiere.nachfrage(vorgang, nachfrage, wahl), ziel, wahl)

    def synopse(
        self,
        synopse: Synopse,
        betreff: str,
        ziel: Path,
        *,
        nur_aenderungen: bool = False,
        kopfzeilen: Sequence[str] = (),
        wahl: Exportwahl = OHNE_WAHL,
    ) -> Exportergebnis:
        """Writes a comparison as a table."""
        papier = self.papiere.synopse(
            synopse, betreff, nur_aenderungen=nur_aenderungen, kopfzeilen=kopfzeilen
        )
        return self.schreibe(papier, ziel, wahl)

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

    def anschreiben(
        self, vorgang: Vorgang, fassung: Fassung, ziel: Path, wahl: Exportwahl = OHNE_WAHL
    ) -> Exportergebnis:
        """Writes the letter to the mayor that goes with a Fassung."""
        return self.schreibe(self.papiere.anschreiben(vorgang, fassung), ziel, wahl)

    def register(
        self, vorgaenge: Sequence[Vorgang], ziel: Path, wahl: Exportwahl = OHNE_WAHL
    ) -> Exportergebnis:
        """Writes the register of the Beschlusskontrolle over the resolutions of Vorgänge."""
        return self.schreibe(self.papiere.register(vorgaenge), ziel, wahl)

    def akte(self, vorgang: Vorgang, ziel: Path, wahl: Exportwahl = OHNE_WAHL) -> Exportergebnis:
        """Writes a whole Vorgang, drafts included."""
        return self.schreibe(self.papiere.akte(vorgang), ziel, wahl)

    def webseite(self, vorgang: Vorgang, ziel: Path) -> Exportergebnis:
        """Writes the public life of a Vorgang as a web page."""
        return self.schreibe(self.papiere.webseite(vorgang), ziel)

    def endungen(self) -> tuple[str, ...]:
        """The endings that can be written."""
        return tuple(self._writers)


def _geschrieben(schreibe: Callable[[], list[str]], ziel: Path) -> Exportergebnis:
    try:
        hinweise = schreibe()
    except Dateifehler as fehler:
        raise Buerofehler(str(fehler)) from fehler
    return Exportergebnis(ziel, tuple(hinweise))


def neueste_eigene(vorgang: Vorgang, fraktion: str = "") -> Fassung:
    """The newest Fassung that the faction wrote: drafts are newer than dated ones.

    Where none of them names `fraktion`, those who handed the Vorgang in count as the faction.

    Raises:
        NichtGefunden: the Vorgang has none.
    """
    eigene = _benannte(vorgang, fraktion) or [
        f for f in vorgang.fassungen if _ist_eigene(vorgang, f)
    ]
    if not eigene:
        raise NichtGefunden(
            f"Der Vorgang „{vorgang.betreff}“ hat keine eigene Fassung. "
            "Geben Sie mit --fassung an, welche Fassung gemeint ist."
        )
    return max(eigene, key=lambda f: f.datum or date.max)


def _benannte(vorgang: Vorgang, fraktion: str) -> list[Fassung]:
    # Loaded at its first use: start-up must not wait for the composers.
    from antragsbuero.documents.compose_fassung import ist_fremd

    if not fraktion:
        return []
    eigene = [f for f in vorgang.fassungen if not ist_fremd(vorgang, f, fraktion)]
    return eigene if any(f.urheber or vorgang.einreicher for f in eigene) else []


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
