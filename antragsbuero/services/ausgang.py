"""Writes many files in one go: one after another, none of them stopping the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from antragsbuero.domain.fassung import Fassung
from antragsbuero.domain.nachfrage import Nachfrage
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.ausgabe import (
    WORD,
    Ausgabe,
    Auswahl,
    Dateiergebnis,
    Exportauftrag,
    grund,
)
from antragsbuero.services.dateinamen import Namensvergabe, Namenswahl, dateiname
from antragsbuero.services.errors import Abgelehnt, Buerofehler
from antragsbuero.services.exporte import Exporte
from antragsbuero.services.vergleiche import Vergleiche


@dataclass(frozen=True, slots=True)
class Ausgangsergebnis:
    """All files of one export in their order; `abgebrochen` where a person stopped it."""

    ordner: Path
    dateien: tuple[Dateiergebnis, ...]
    abgebrochen: bool = False

    @property
    def geschrieben(self) -> tuple[Path, ...]:
        """The files that were written."""
        return tuple(d.datei for d in self.dateien if d.datei is not None)

    @property
    def gescheitert(self) -> tuple[Dateiergebnis, ...]:
        """What went wrong."""
        return tuple(d for d in self.dateien if d.fehler)


def ohne_briefkopf(auftrag: Exportauftrag, ergebnis: Ausgangsergebnis) -> Exportauftrag | None:
    """The order for what failed at its Briefkopf alone, now without one; None for nothing."""
    nur = frozenset(d.briefkopf for d in ergebnis.dateien if d.briefkopf is not None)
    if not nur or auftrag.wahl.ohne_briefkopf:
        return None
    return replace(
        auftrag,
        ausgaben=tuple(a for a in auftrag.ausgaben if a in {ausgabe for _, ausgabe in nur}),
        formate=frozenset((WORD,)),
        wahl=replace(auftrag.wahl, ohne_briefkopf=True),
        nur=nur,
    )


class Ausgang:
    """The export of several kinds of files over several Vorgänge."""

    def __init__(
        self,
        lade: Callable[[str], Vorgang],
        exporte: Exporte,
        vergleiche: Vergleiche,
        namenswahl: Callable[[date], Namenswahl],
        heute: Callable[[], date],
    ) -> None:
        self._lade = lade
        self._exporte = exporte
        self._vergleiche = vergleiche
        self._namenswahl = namenswahl
        self._heute = heute
        self._zuletzt: Namenswahl | None = None

    def lade(self, kennung: str) -> Vorgang:
        """One Vorgang; from then on `name` knows the pattern of the office without reading."""
        self._lies_namenswahl()
        return self._lade(kennung)

    def _lies_namenswahl(self) -> Namenswahl:
        self._zuletzt = self._namenswahl(self._heute())
        return self._zuletzt

    def name(
        self, vorgang: Vorgang, stueck: Fassung | Nachfrage | str, endung: str, *, nummer: str = ""
    ) -> str:
        """The name that an export would give this paper; reads nothing once `lade` was called."""
        wahl = self._zuletzt or self._lies_namenswahl()
        datum = None
        if isinstance(stueck, Nachfrage):
            nummer, datum = stueck.nummer, stueck.eingereicht or stueck.erstellt
            stueck = Ausgabe.NACHFRAGE.value
        return dateiname(vorgang, stueck, endung, wahl, datum=datum, nummer=nummer)

    def name_des_registers(self, vorgaenge: Sequence[Vorgang], endung: str) -> str:
        """The name that an export would give one register over these."""
        # Loaded at its first use, like the others below: start-up must not wait for it.
        from antragsbuero.services.ausgangsnamen import registername

        wahl = self._zuletzt or self._lies_namenswahl()
        return registername(vorgaenge, endung, wahl)

    def vorgaenge(
        self, kennungen: Sequence[str], abbruch: Callable[[], bool] = lambda: False
    ) -> tuple[Vorgang, ...]:
        """The Vorgänge to choose from; those read before a person stopped it."""
        return tuple(self._lade(kennung) for kennung in kennungen if not abbruch())

    def fuer_uns(self, auswahl: Auswahl) -> Auswahl:
        """The same choice, knowing which faction is ours."""
        return replace(auswahl, fraktion=self._lies_namenswahl().fraktion)

    def namen(self, vorgaenge: Sequence[Vorgang], auftrag: Exportauftrag) -> tuple[str, ...]:
        """The names that the files of this order would get now."""
        from antragsbuero.services.ausgangsnamen import (
            einzelne,
            mit_beschluss,
            namen_fuer,
            registernamen,
        )

        wahl = self._lies_namenswahl()
        auftrag = replace(auftrag, auswahl=replace(auftrag.auswahl, fraktion=wahl.fraktion))
        vergabe = Namensvergabe(_belegung(auftrag.ordner), ersetzen=auftrag.ersetzen)
        namen = [
            name
            for vorgang in vorgaenge
            for ausgabe in einzelne(auftrag)
            if not grund(vorgang, ausgabe, auftrag.auswahl)
            for name in namen_fuer(vorgang, ausgabe, auftrag, wahl)
        ]
        if Ausgabe.REGISTER in auftrag.ausgaben and mit_beschluss(vorgaenge):
            namen += registernamen(mit_beschluss(vorgaenge), auftrag, wahl)
        return tuple(vergabe.frei(auftrag.ordner / name).name for name in namen)

    def fuehre_aus(
        self,
        auftrag: Exportauftrag,
        abbruch: Callable[[], bool] = lambda: False,
        fortschritt: Callable[[float], None] = lambda _: None,
    ) -> Ausgangsergebnis:
        """Writes all files; asks `abbruch` before each and, many times a second, within it.

        Raises:
            Abgelehnt: nothing is chosen, or the folder does not exist.
        """
        from antragsbuero.dokument.abbruch import unterbrechbar

        with unterbrechbar(abbruch):
            return self._fuehre_aus(auftrag, abbruch, fortschritt)

    def _fuehre_aus(
        self,
        auftrag: Exportauftrag,
        abbruch: Callable[[], bool],
        fortschritt: Callable[[float], None],
    ) -> Ausgangsergebnis:
        from antragsbuero.services.ausgangslauf import Ausgangslauf

        if not any(auftrag.endungen(ausgabe) for ausgabe in auftrag.ausgaben):
            raise Abgelehnt("Es ist nichts zum Exportieren ausgewählt.")
        if not auftrag.ordner.is_dir():
            raise Abgelehnt(
                f"Den Ordner „{auftrag.ordner}“ gibt es nicht. Es wurde nichts geschrieben. "
                "Wählen Sie einen anderen."
            )
        auftrag = replace(auftrag, auswahl=self.fuer_uns(auftrag.auswahl))
        lauf = Ausgangslauf(self._exporte, self._vergleiche, auftrag, self._lies_namenswahl())
        kennungen = auftrag.auswahl.vorgaenge
        register: list[Vorgang] = []
        dateien: list[Dateiergebnis] = []
        for nummer, kennung in enumerate(kennungen):
            fortschritt(nummer / (len(kennungen) + 1))
            try:
                vorgang = self._lade(kennung)
            except Buerofehler as fehler:
                dateien.append(Dateiergebnis(kennung, fehler=str(fehler)))
                continue
            if Ausgabe.REGISTER in auftrag.ausgaben and vorgang.beschluesse():
                register.append(vorgang)
            dateien += lauf.vorgang(vorgang, abbruch)
            if abbruch():
                return Ausgangsergebnis(auftrag.ordner, tuple(dateien), abgebrochen=True)
        fortschritt(len(kennungen) / (len(kennungen) + 1))
        if Ausgabe.REGISTER in auftrag.ausgaben:
            dateien += lauf.register(register, abbruch)
        return Ausgangsergebnis(auftrag.ordner, tuple(dateien), abgebrochen=abbruch())


def _belegung(ordner: Path) -> Callable[[Path], bool]:
    """Looks into the folder once; one that cannot be read counts as empty."""
    try:
        belegt = {pfad.name.casefold() for pfad in ordner.iterdir()}
    except OSError:
        belegt = set()
    return lambda pfad: pfad.name.casefold() in belegt
