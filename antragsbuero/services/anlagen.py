"""Anlagen of a Fassung: add, order, name, remove.

The Anlagen of a draft change here and nowhere else: saving its wording keeps them. The bytes
are stored first, piece by piece in short transactions, the Anlage that names them last.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from antragsbuero.domain.anlage import Anlage
from antragsbuero.domain.fassung import Fassung
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.anlagendatei import anlagenname, freier_name, lies_stuecke
from antragsbuero.services.anlageninhalt import Anlageninhalte
from antragsbuero.services.errors import Abgelehnt, Ablagefehler, Buerofehler, NichtGefunden
from antragsbuero.services.events import Ereignisse, VorgangGespeichert
from antragsbuero.services.ports import UnitOfWork, WriteWork

_VERSUCHE = 3
"""How often bytes are stored again that another program took for left over."""


class Fortgang(Protocol):
    """Is told how far the work is and may stop it between two steps."""

    def pruefe(self) -> None:
        """Raises when the work should stop."""
        ...

    def fortschritt(self, anteil: float | None) -> None:
        """Takes the share done, 0 to 1."""
        ...


class _Still:
    def pruefe(self) -> None:
        """Never stops."""

    def fortschritt(self, anteil: float | None) -> None:
        """Tells nobody."""


@dataclass(frozen=True, slots=True)
class Zugang:
    """What came of adding files; `hinweise` say in German which ones were not taken and why."""

    vorgang: Vorgang
    neu: tuple[Anlage, ...]
    hinweise: tuple[str, ...]


class _Unvollstaendig(Exception):
    def __init__(self, hashes: set[str]) -> None:
        super().__init__()
        self.hashes = hashes


class Anlagen(Anlageninhalte):
    """Use cases around the files of one Fassung."""

    def __init__(
        self,
        uow: UnitOfWork,
        ereignisse: Ereignisse,
        schreibe_datei: Callable[[Path, bytes], None],
    ) -> None:
        """`schreibe_datei` replaces a file in one step; raises Dateifehler."""
        super().__init__(uow, schreibe_datei)
        self._ereignisse = ereignisse

    def fuege_hinzu(
        self, vorgang: str, fassung: str, pfade: Sequence[Path], lauf: Fortgang | None = None
    ) -> Zugang:
        """Takes files into a draft, behind its Anlagen, in the order given.

        Raises:
            Abgelehnt: the Fassung is submitted, or none of the files can be taken.
            Ablagefehler: the disk of the database is full or the like; nothing was added.
        """
        self._pruefe_entwurf(vorgang, fassung)
        abgelegt: set[str] = set()
        try:
            return self._fuege_hinzu(vorgang, fassung, pfade, lauf or _Still(), abgelegt)
        except BaseException:
            # Cancelled or no room: what lies there already goes at once if that is possible,
            # else at the next start.
            if abgelegt:
                with suppress(Buerofehler):
                    self._uow.write(lambda work: work.anlagen.entferne_verwaiste(abgelegt))
            raise

    def _fuege_hinzu(
        self,
        vorgang: str,
        fassung: str,
        pfade: Sequence[Path],
        lauf: Fortgang,
        abgelegt: set[str],
    ) -> Zugang:
        bereit: list[tuple[Path, Anlage]] = []
        hinweise: list[str] = []
        for nr, pfad in enumerate(pfade):
            lauf.pruefe()
            try:
                bereit.append((pfad, self._nimm_auf(pfad, lauf, (nr, len(pfade)), abgelegt)))
            except Abgelehnt as fehler:
                hinweise.append(str(fehler))
        lauf.pruefe()
        neu: list[Anlage] = []
        for _ in range(_VERSUCHE):
            try:
                stand = self._aendere(
                    vorgang, fassung, lambda alte: _angehaengt(alte, bereit, neu, hinweise)
                )
                break
            except _Unvollstaendig as fehlend:
                for pfad, anlage in bereit:
                    if anlage.sha256 in fehlend.hashes:
                        self._nimm_auf(pfad, lauf, (0, 1), abgelegt)
        else:
            raise Ablagefehler(
                "Die Anlagen ließen sich nicht speichern, weil ein anderes Programm die Datenbank "
                "gerade aufräumt. Es wurde nichts hinzugefügt. Bitte versuchen Sie es noch einmal."
            )
        if not neu and hinweise:
            raise Abgelehnt(" ".join(hinweise))
        return Zugang(stand, tuple(neu), tuple(hinweise))

    def entferne(self, vorgang: str, fassung: str, anlage: str) -> Vorgang:
        """Takes an Anlage out of a draft; its bytes stay until the next start, for undo."""

        def aenderung(alte: tuple[Anlage, ...]) -> tuple[Anlage, ...]:
            fort = _suche(alte, anlage)
            return tuple(a for a in alte if a != fort)

        return self._aendere(vorgang, fassung, aenderung)

    def stelle_wieder_her(self, vorgang: str, fassung: str, anlage: Anlage, platz: int) -> Vorgang:
        """Puts a removed Anlage back; nothing when it is there.

        Raises:
            NichtGefunden: its bytes are gone meanwhile.
        """

        def aenderung(alte: tuple[Anlage, ...]) -> tuple[Anlage, ...]:
            if any(a.kennung == anlage.kennung for a in alte):
                return alte
            return (*alte[:platz], anlage, *alte[platz:])

        try:
            return self._aendere(vorgang, fassung, aenderung)
        except _Unvollstaendig as fehler:
            raise NichtGefunden(
                f"Der Inhalt von „{anlage.name}“ ist nicht mehr da. Fügen Sie die Datei noch "
                "einmal hinzu."
            ) from fehler

    def verschiebe(self, vorgang: str, fassung: str, anlage: str, platz: int) -> Vorgang:
        """Makes an Anlage number `platz` + 1; beyond the ends it becomes first or last."""

        def aenderung(alte: tuple[Anlage, ...]) -> tuple[Anlage, ...]:
            bewegt = _suche(alte, anlage)
            rest = [a for a in alte if a != bewegt]
            rest.insert(max(0, platz), bewegt)
            return tuple(rest)

        return self._aendere(vorgang, fassung, aenderung)

    def benenne_um(self, vorgang: str, fassung: str, anlage: str, name: str) -> Vorgang:
        """Gives an Anlage another name; a missing ending is put back.

        Raises:
            Abgelehnt: the name is empty, or another Anlage has it.
        """

        def aenderung(alte: tuple[Anlage, ...]) -> tuple[Anlage, ...]:
            gemeint = _suche(alte, anlage)
            neu = _neuer_name(gemeint.name, name)
            if any(a != gemeint and a.name.casefold() == neu.casefold() for a in alte):
                raise Abgelehnt(f"Eine andere Anlage heißt schon „{neu}“.")
            return tuple(replace(a, name=neu) if a == gemeint else a for a in alte)

        return self._aendere(vorgang, fassung, aenderung)

    def _aendere(
        self,
        vorgang: str,
        fassung: str,
        aenderung: Callable[[tuple[Anlage, ...]], tuple[Anlage, ...]],
    ) -> Vorgang:
        """Loads, changes, stores in one transaction, which also sees that the bytes are there."""

        def arbeit(work: WriteWork) -> Vorgang:
            geladen = work.vorgaenge.get(vorgang)
            alt = _entwurf(geladen, fassung)
            neu = aenderung(alt.anlagen)
            if neu == alt.anlagen:
                return geladen
            vorher = {anlage.sha256 for anlage in alt.anlagen}
            fehlend = {
                anlage.sha256
                for anlage in neu
                if anlage.sha256 not in vorher and not work.anlagen.ist_vollstaendig(anlage)
            }
            if fehlend:
                raise _Unvollstaendig(fehlend)
            return work.vorgaenge.save(
                replace(
                    geladen,
                    fassungen=tuple(
                        replace(f, anlagen=neu) if f.kennung == fassung else f
                        for f in geladen.fassungen
                    ),
                )
            )

        stand = self._uow.write(arbeit)
        self._ereignisse.publish(VorgangGespeichert(vorgang))
        return stand

    def _pruefe_entwurf(self, vorgang: str, fassung: str) -> None:
        with self._uow.read() as arbeit:
            _entwurf(arbeit.vorgaenge.get(vorgang), fassung)

    def _nimm_auf(
        self, pfad: Path, lauf: Fortgang, stelle_von: tuple[int, int], abgelegt: set[str]
    ) -> Anlage:
        """Stores the bytes of a file, unless they are there; notes its hash in `abgelegt`.

        `stelle_von` is the place of the file among all and their number, for the progress.
        """
        nr, von = stelle_von

        def melde(anteil: float) -> None:
            lauf.pruefe()
            lauf.fortschritt((nr + anteil) / von)

        anlage, stuecke = lies_stuecke(pfad, lambda _: melde(0))
        with self._uow.read() as arbeit:
            vorhanden = arbeit.anlagen.ist_vollstaendig(anlage)
        if not vorhanden:
            abgelegt.add(anlage.sha256)
            for stelle, stueck in enumerate(stuecke):
                melde(stelle / len(stuecke))
                self._lege_ab(anlage.sha256, stelle, stueck)
        melde(1)
        return anlage

    def _lege_ab(self, hashwert: str, nr: int, stueck: bytes) -> None:
        self._uow.write(lambda work: work.anlagen.lege_ab(hashwert, nr, stueck))


def _entwurf(vorgang: Vorgang, kennung: str) -> Fassung:
    fassung = next((f for f in vorgang.fassungen if f.kennung == kennung), None)
    if fassung is None:
        raise NichtGefunden(
            f"Der Vorgang „{vorgang.betreff}“ hat keine Fassung mit der Kennung {kennung}."
        )
    if fassung.eingereicht:
        raise Abgelehnt(
            "Diese Fassung ist eingereicht: Ihre Anlagen bleiben, wie sie sind. Legen Sie aus ihr "
            "eine neue Fassung an, um sie zu ändern."
        )
    return fassung


def _suche(anlagen: Sequence[Anlage], kennung: str) -> Anlage:
    for anlage in anlagen:
        if anlage.kennung == kennung:
            return anlage
    raise NichtGefunden("Diese Anlage gehört nicht mehr zur Fassung. Es wurde nichts geändert.")


def _angehaengt(
    alte: tuple[Anlage, ...],
    bereit: Sequence[tuple[Path, Anlage]],
    neu: list[Anlage],
    hinweise: list[str],
) -> tuple[Anlage, ...]:
    """The Anlagen with the new ones; a file that is there already under its name is not added."""
    neu.clear()
    alle = list(alte)
    doppelt: list[str] = []
    for _, anlage in bereit:
        stelle = next(
            (n for n, a in enumerate(alle, 1)
             if a.sha256 == anlage.sha256 and a.name.casefold() == anlage.name.casefold()),
            None,
        )  # fmt: skip
        if stelle is not None:
            doppelt.append(f"„{anlage.name}“ ist schon Anlage {stelle}.")
            continue
        anlage = replace(anlage, name=freier_name(anlage.name, {a.name.casefold() for a in alle}))
        alle.append(anlage)
        neu.append(anlage)
    hinweise += [hinweis for hinweis in doppelt if hinweis not in hinweise]
    return tuple(alle)


def _neuer_name(alt: str, neu: str) -> str:
    if not neu.strip(" ."):
        raise Abgelehnt("Eine Anlage braucht einen Namen.")
    endung = Path(alt).suffix
    name = anlagenname(neu)
    return name if Path(name).suffix.lower() == endung.lower() else anlagenname(name + endung)
