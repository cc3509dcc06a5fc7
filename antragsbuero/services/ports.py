"""What services need from the adapters, as protocols."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Protocol, TypeVar

from antragsbuero.comparison.korrektur import Korrektur
from antragsbuero.dokument.dokument import Dokument
from antragsbuero.dokument.korrektur import Korrekturdokument
from antragsbuero.dokument.nachricht import Nachricht
from antragsbuero.dokument.seiten import Seitenbild, Seitenmass
from antragsbuero.domain.fassung import Fassungsart
from antragsbuero.domain.frist import Frist, Fristverlust
from antragsbuero.domain.umsetzung import Umsetzung
from antragsbuero.domain.vorgang import Stand, Vorgang, Vorgangsart
from antragsbuero.services.anlagenports import AnlagenReader, AnlagenRepository

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class VorgangZeile:
    """One row of the list of Vorgänge, without texts."""

    kennung: str
    betreff: str
    art: Vorgangsart
    stand: Stand
    anzeigenummer: str
    einreicher: tuple[str, ...]
    zustaendig: str
    letztes_datum: date | None
    """Day of the newest dated Fassung or Bericht."""
    fassungen: int
    entwuerfe: int
    beispiel: bool
    geaendert: int
    """Rank of the last stored change: higher is newer; never a time of the clock."""


@dataclass(frozen=True, slots=True)
class Standzahl:
    """How many Vorgänge stand at one Stand, and how many drafts they hold."""

    stand: Stand
    vorgaenge: int
    entwuerfe: int


@dataclass(frozen=True, slots=True)
class FristZeile:
    """One deadline of a Beschlusspunkt of a resolution, over all Vorgänge."""

    vorgang: str
    betreff: str
    fassung: str
    fassungsart: Fassungsart
    punkt: str
    """Bare number of the point, "" for an implicit one."""
    punkt_kennung: str
    frist: Frist
    umsetzung: Umsetzung | None
    """The judgements on the point, None where nobody judged yet."""


@dataclass(frozen=True, slots=True)
class FristverlustZeile:
    """One lost deadline of a Vorgang."""

    vorgang: str
    betreff: str
    verlust: Fristverlust


class Terminart(StrEnum):
    """What falls due besides the deadlines of resolutions."""

    ANTWORT = "ANTWORT"
    """The last day for the answer to a submitted Nachfrage that has none yet."""
    WIEDERVORLAGE = "WIEDERVORLAGE"
    """A day on which the office wants to look at a point again."""


@dataclass(frozen=True, slots=True)
class TerminZeile:
    """A day of a Nachfrage or of a Wiedervorlage, over all Vorgänge."""

    vorgang: str
    betreff: str
    art: Terminart
    datum: date
    punkte: tuple[str, ...]
    """Kennungen of the points asked about or looked at again."""
    punkt: str
    """Bare number of the point of a WIEDERVORLAGE, "" for an implicit one and for ANTWORT."""
    text: str
    """The number of the Nachfrage, or the note on the point; may be empty."""
    nachfrage: str | None
    """Kennung of the Nachfrage, None for a WIEDERVORLAGE."""


@dataclass(frozen=True, slots=True)
class Treffer:
    """A Fassung (or Bericht) that holds the words sought; `auszug` is plain text around them."""

    kennung: str
    """The Vorgang."""
    fassung: str | None
    """The Fassung, None where Betreff, Bericht or Nachfrage matched."""
    betreff: str
    auszug: str


@dataclass(frozen=True, slots=True)
class Suchergebnis:
    """The newest hits, title hits first, and how many there are in all."""

    treffer: tuple[Treffer, ...]
    gesamt: int


class VorgangReader(Protocol):
    """Reading side of the repository; returns frozen domain objects."""

    def get(self, kennung: str) -> Vorgang:
        """The whole Vorgang. Raises NichtGefunden."""
        ...

    def find(self, kennung_oder_nummer: str) -> tuple[str, ...]:
        """Kennungen of the Vorgänge with that Kennung, official or working number.

        Numbers of Fassungen, Berichte and Nachfragen count too; case and Unicode form do not.
        """
        ...

    def rows(self) -> Sequence[VorgangZeile]:
        """All Vorgänge, the last changed first."""
        ...

    def staende(self) -> Sequence[Standzahl]:
        """How many Vorgänge and drafts there are at each Stand that occurs."""
        ...

    def count(self) -> int:
        """How many Vorgänge there are."""
        ...

    def beispiele(self) -> tuple[str, ...]:
        """Kennungen of the stored sample Vorgänge."""
        ...

    def arbeitsnummern(self, jahr: int) -> int:
        """The highest counter of working numbers "Entwurf JAHR-nnn" used so far, 0 for none."""
        ...

    def fristen(self) -> Sequence[FristZeile]:
        """The deadlines of all points of resolutions (Fassung BESCHLUSS), by date, undated last."""
        ...

    def fristverluste(self) -> Sequence[FristverlustZeile]:
        """The deadlines that resolutions lost, over all Vorgänge, by date."""
        ...

    def termine(self) -> Sequence[TerminZeile]:
        """Last days for answers that are missing, and Wiedervorlagen, by date."""
        ...

    def search(self, ausdruck: str, grenze: int = 50) -> Suchergebnis:
        """Full-text search over Betreff, numbers and all texts; compounds found from inside."""
        ...


class VorgangRepository(VorgangReader, Protocol):
    """Reading and writing side."""

    def add(self, vorgang: Vorgang) -> None:
        """Stores a new Vorgang."""
        ...

    def save(self, vorgang: Vorgang) -> Vorgang:
        """Stores a changed Vorgang and returns it with its new `aenderungszaehler`.

        Writes only what differs. Raises Konflikt when the stored counter differs from the
        one of `vorgang`, Abgelehnt when the wording of a submitted Fassung would change.
        """
        ...

    def remove(self, kennung: str) -> None:
        """Deletes a Vorgang with all its parts and its entries in the search index."""
        ...


class EinstellungenRepository(Protocol):
    """Settings that belong to the office, by key, as JSON text."""

    def get(self, schluessel: str) -> str | None:
        """The stored value, None if never set."""
        ...

    def set(self, schluessel: str, wert: str) -> None:
        """Stores a value."""
        ...


class KorrekturRepository(Protocol):
    """Pairings corrected by hand, kept for a pair of Fassungen."""

    def get(self, fassung_a: str, fassung_b: str) -> tuple[Korrektur, ...]:
        """The corrections of that pair, in the order they were made."""
        ...

    def set(self, fassung_a: str, fassung_b: str, korrekturen: Sequence[Korrektur]) -> None:
        """Replaces the corrections of that pair."""
        ...


class ReadWork(Protocol):
    """What is open for reading inside `UnitOfWork.read()`."""

    @property
    def vorgaenge(self) -> VorgangReader:
        """The Vorgänge."""
        ...

    @property
    def einstellungen(self) -> EinstellungenRepository:
        """The settings of the office."""
        ...

    @property
    def korrekturen(self) -> KorrekturRepository:
        """The corrected pairings."""
        ...

    @property
    def anlagen(self) -> AnlagenReader:
        """The bytes of Anlagen."""
        ...


class WriteWork(Protocol):
    """What is open for writing inside the function given to `UnitOfWork.write`."""

    @property
    def vorgaenge(self) -> VorgangRepository:
        """The Vorgänge."""
        ...

    @property
    def einstellungen(self) -> EinstellungenRepository:
        """The settings of the office."""
        ...

    @property
    def korrekturen(self) -> KorrekturRepository:
        """The corrected pairings."""
        ...

    @property
    def anlagen(self) -> AnlagenRepository:
        """The bytes of Anlagen."""
        ...


class UnitOfWork(Protocol):
    """Short looks at and short changes of the database.

    Nothing is parsed, compared, composed or shown inside one: in SQLite's DELETE mode an open
    read blocks every commit.
    """

    def read(self) -> AbstractContextManager[ReadWork]:
        """Opens for reading; leave it before any work that takes time."""
        ...

    def write(self, arbeit: Callable[[WriteWork], T]) -> T:
        """Runs `arbeit` in one transaction on the writer thread and waits for it.

        An exception rolls everything back and is raised here. Raises NurLesen when opened
        for reading only.
        """
        ...

    def submit(self, arbeit: Callable[[WriteWork], T]) -> Future[T]:
        """Like `write` but returns at once; for the thread of the window."""
        ...


class Pflege(Protocol):
    """Care of the database file: backup and check."""

    def backup(self, ziel: Path | None) -> Path:
        """Writes and verifies a backup; None puts it into the folder of backups."""
        ...

    def check(self) -> list[str]:
        """German findings, empty when all is well; looks at structure and every text's hash."""
        ...


class Ablage(UnitOfWork, Pflege, Protocol):
    """An opened database."""

    @property
    def ort(self) -> str:
        """Where it is, for people: the path, or the URL without its password."""
        ...

    def close(self) -> None:
        """Waits for what is being written and closes everything."""
        ...


class DokumentReader(Protocol):
    """Reads a file's bytes into neutral text."""

    def __call__(self, inhalt: bytes, name: str) -> Dokument:
        """`name` is the file name, for its ending and for messages. Raises Dateifehler."""
        ...


class KorrekturWriter(Protocol):
    """Writes neutral text with changes into a Word file."""

    def __call__(self, dokument: Korrekturdokument, ziel: Path) -> list[str]:
        """Writes safely and returns German hints, as a DokumentWriter. Raises Dateifehler."""
        ...


class DokumentWriter(Protocol):
    """Writes neutral text into a file."""

    def __call__(self, dokument: Dokument, ziel: Path) -> list[str]:
        """Writes safely (temporary file, fsync, replace) and returns German hints.

        A hint names, for example, characters that no font has. Raises Dateifehler; an old
        file stays whole.
        """
        ...


class PdfErzeuger(Protocol):
    """Makes the bytes of a PDF file from neutral text."""

    def __call__(self, dokument: Dokument) -> tuple[bytes, list[str]]:
        """The file and German hints; the same bytes that a DokumentWriter puts into a file."""
        ...


class Seiten(Protocol):
    """The pages of an opened PDF; may be used from any thread."""

    @property
    def masse(self) -> tuple[Seitenmass, ...]:
        """The size of each page."""
        ...

    def zeichne(self, nummer: int, massstab: float, *, grau: bool = False) -> Seitenbild:
        """The page with that number from 0; `massstab` is pixels a point. Raises Dateifehler."""
        ...

    def schliesse(self) -> None:
        """Lets go of the file."""
        ...


class NachrichtWriter(Protocol):
    """Writes the draft of an e-mail."""

    def __call__(self, nachricht: Nachricht, ziel: Path) -> list[str]:
        """Writes safely and returns German hints, as a DokumentWriter. Raises Dateifehler."""
        ...


class Feiertage(Protocol):
    """The public holidays of the German states."""

    def __call__(self, land: str, jahr: int) -> frozenset[date]:
        """Holidays of the state ("SN") in that year."""
        ...
