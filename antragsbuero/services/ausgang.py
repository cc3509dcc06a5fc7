"""Writes many files in one go: one after another, none of them stopping the others."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from antragsbuero.documents.bezeichnungen import deutsches_datum
from antragsbuero.domain.fassung import Fassung
from antragsbuero.domain.nachfrage import Nachfrage
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.ausgabe import (
    WORD,
    Ausgabe,
    Auswahl,
    Exportauftrag,
    gemeinte_fassung,
    gemeinte_nachfrage,
    grund,
    korrekturpaar,
    spalten,
)
from antragsbuero.services.briefkoepfe import BriefkopfUnbrauchbar
from antragsbuero.services.dateinamen import Namensvergabe, Namenswahl, dateiname, sammelname
from antragsbuero.services.errors import Abgelehnt, Buerofehler
from antragsbuero.services.exporte import Exporte, Exportergebnis
from antragsbuero.services.papier import Exportwahl, Papier
from antragsbuero.services.vergleiche import Vergleiche

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Dateiergebnis:
    """What became of one file.

    `datei` is None where none was written: then `fehler` says why, in German, or `ausgelassen`
    why there is no such paper.
    """

    name: str
    datei: Path | None = None
    hinweise: tuple[str, ...] = ()
    fehler: str = ""
    ausgelassen: str = ""
    briefkopf: tuple[str, Ausgabe] | None = None
    """Vorgang (kennung) and kind where nothing but the Briefkopf stood in the way."""


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
        wahl = self._zuletzt or self._lies_namenswahl()
        return _registername(vorgaenge, endung, wahl)

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
        wahl = self._lies_namenswahl()
        auftrag = replace(auftrag, auswahl=replace(auftrag.auswahl, fraktion=wahl.fraktion))
        vergabe = Namensvergabe(_belegung(auftrag.ordner), ersetzen=auftrag.ersetzen)
        namen = [
            name
            for vorgang in vorgaenge
            for ausgabe in _einzelne(auftrag)
            if not grund(vorgang, ausgabe, auftrag.auswahl)
            for name in _namen(vorgang, ausgabe, auftrag, wahl)
        ]
        if Ausgabe.REGISTER in auftrag.ausgaben and _mit_beschluss(vorgaenge):
            namen += _registernamen(_mit_beschluss(vorgaenge), auftrag, wahl)
        return tuple(vergabe.frei(auftrag.ordner / name).name for name in namen)

    def fuehre_aus(
        self,
        auftrag: Exportauftrag,
        abbruch: Callable[[], bool] = lambda: False,
        fortschritt: Callable[[float], None] = lambda _: None,
    ) -> Ausgangsergebnis:
        """Writes all files; asks `abbruch` before each of them.

        Raises:
            Abgelehnt: nothing is chosen, or the folder does not exist.
        """
        if not any(auftrag.endungen(ausgabe) for ausgabe in auftrag.ausgaben):
            raise Abgelehnt("Es ist nichts zum Exportieren ausgewählt.")
        if not auftrag.ordner.is_dir():
            raise Abgelehnt(
                f"Den Ordner „{auftrag.ordner}“ gibt es nicht. Es wurde nichts geschrieben. "
                "Wählen Sie einen anderen."
            )
        auftrag = replace(auftrag, auswahl=self.fuer_uns(auftrag.auswahl))
        lauf = _Lauf(self._exporte, self._vergleiche, auftrag, self._lies_namenswahl())
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


class _Lauf:
    """One run: composes each paper once and writes it in each format."""

    def __init__(
        self, exporte: Exporte, vergleiche: Vergleiche, auftrag: Exportauftrag, wahl: Namenswahl
    ) -> None:
        self._exporte = exporte
        self._vergleiche = vergleiche
        self._auftrag = auftrag
        self._wahl = wahl
        self._vergabe = Namensvergabe(lambda pfad: pfad.exists(), ersetzen=auftrag.ersetzen)

    def vorgang(self, vorgang: Vorgang, abbruch: Callable[[], bool]) -> Iterator[Dateiergebnis]:
        for ausgabe in _einzelne(self._auftrag):
            if self._auftrag.nur and (vorgang.kennung, ausgabe) not in self._auftrag.nur:
                continue
            namen = _namen(vorgang, ausgabe, self._auftrag, self._wahl)
            if weshalb := grund(vorgang, ausgabe, self._auftrag.auswahl):
                if namen:
                    titel = f"{vorgang.anzeigenummer} {ausgabe}".strip()
                    yield Dateiergebnis(titel, ausgelassen=weshalb)
                continue
            werk = self._werk(vorgang, ausgabe)
            yield from self._schreibe(namen, werk, abbruch, (vorgang.kennung, ausgabe))

    def register(
        self, vorgaenge: Sequence[Vorgang], abbruch: Callable[[], bool]
    ) -> Iterator[Dateiergebnis]:
        if not vorgaenge:
            yield Dateiergebnis("Register", ausgelassen="noch nichts beschlossen")
            return
        namen = _registernamen(vorgaenge, self._auftrag, self._wahl)
        papier = _einmal(lambda: self._exporte.papiere.register(vorgaenge))
        yield from self._schreibe(
            namen,
            lambda ziel: self._exporte.schreibe(papier(), ziel, self._auftrag.wahl),
            abbruch,
            ("", Ausgabe.REGISTER),
        )

    def _schreibe(
        self,
        namen: Sequence[str],
        werk: Callable[[Path], Exportergebnis],
        abbruch: Callable[[], bool],
        stueck: tuple[str, Ausgabe],
    ) -> Iterator[Dateiergebnis]:
        for name in namen:
            if abbruch():
                return
            ziel = self._vergabe.frei(self._auftrag.ordner / name)
            try:
                ergebnis = werk(ziel)
            except BriefkopfUnbrauchbar as fehler:
                yield Dateiergebnis(ziel.name, fehler=str(fehler), briefkopf=stueck)
            except Buerofehler as fehler:
                yield Dateiergebnis(ziel.name, fehler=str(fehler))
            except Exception:
                log.exception("Eine Datei des Exports ist gescheitert")
                yield Dateiergebnis(
                    ziel.name,
                    fehler="Das Papier ließ sich nicht schreiben; mehr steht im Protokoll. "
                    "Die anderen Dateien sind davon nicht betroffen.",
                )
            else:
                yield Dateiergebnis(ziel.name, ergebnis.datei, ergebnis.hinweise)

    def _werk(self, vorgang: Vorgang, ausgabe: Ausgabe) -> Callable[[Path], Exportergebnis]:
        if ausgabe is Ausgabe.KORREKTURFASSUNG:
            return lambda ziel: self._korrekturen(vorgang, ziel)
        papier = _einmal(lambda: self._papier(vorgang, ausgabe))
        return lambda ziel: self._exporte.schreibe(papier(), ziel, self._wahl_fuer(ausgabe))

    def _wahl_fuer(self, ausgabe: Ausgabe) -> Exportwahl:
        """Anlagen go behind the Fassung and nothing else."""
        wahl = self._auftrag.wahl
        return wahl if ausgabe is Ausgabe.FASSUNG else replace(wahl, anlagen=False)

    def _papier(self, vorgang: Vorgang, ausgabe: Ausgabe) -> Papier:
        papiere, auswahl, wahl = self._exporte.papiere, self._auftrag.auswahl, self._auftrag.wahl
        if ausgabe is Ausgabe.AKTE:
            return papiere.akte(vorgang)
        if ausgabe is Ausgabe.WEBSEITE:
            return papiere.webseite(vorgang)
        if ausgabe is Ausgabe.SYNOPSE:
            folge = spalten(vorgang, auswahl)
            return papiere.synopse(
                self._vergleiche.synopse(folge),
                vorgang.betreff,
                nur_aenderungen=auswahl.nur_aenderungen,
                kopfzeilen=[
                    ", ".join(t for t in (deutsches_datum(f.datum), f.nummer) if t) for f in folge
                ],
            )
        if ausgabe is Ausgabe.NACHFRAGE:
            nachfrage = gemeinte_nachfrage(vorgang, auswahl)
            if nachfrage is not None:
                return papiere.nachfrage(vorgang, nachfrage, wahl)
        fassung = gemeinte_fassung(vorgang, auswahl)
        if fassung is None:
            raise Abgelehnt(f"Der Vorgang „{vorgang.betreff}“ hat dieses Papier nicht mehr.")
        if ausgabe is Ausgabe.ANSCHREIBEN:
            return papiere.anschreiben(vorgang, fassung)
        return papiere.fassung(vorgang, fassung, wahl)

    def _korrekturen(self, vorgang: Vorgang, ziel: Path) -> Exportergebnis:
        # Loaded at its first use: start-up must not wait for the composers.
        from antragsbuero.documents.compose_korrekturfassung import Korrekturseite

        paar = korrekturpaar(vorgang, self._auftrag.auswahl)
        seiten = [Korrekturseite(vorgang, fassung) for fassung in paar]
        return self._exporte.korrekturen(self._vergleiche.synopse(paar), seiten, ziel)


def _einmal(baue: Callable[[], Papier]) -> Callable[[], Papier]:
    fertig: list[Papier] = []

    def papier() -> Papier:
        if not fertig:
            fertig.append(baue())
        return fertig[0]

    return papier


def _einzelne(auftrag: Exportauftrag) -> tuple[Ausgabe, ...]:
    """The kinds that are one file a Vorgang, in their order."""
    return tuple(a for a in Ausgabe if a in auftrag.ausgaben and a is not Ausgabe.REGISTER)


def _namen(
    vorgang: Vorgang, ausgabe: Ausgabe, auftrag: Exportauftrag, wahl: Namenswahl
) -> list[str]:
    nummer, datum = _kennzeichen(vorgang, ausgabe, auftrag.auswahl)
    fassung = gemeinte_fassung(vorgang, auftrag.auswahl)
    stueck = fassung if ausgabe is Ausgabe.FASSUNG and fassung else ausgabe.value
    return [
        dateiname(vorgang, stueck, endung, wahl, datum=datum, nummer=nummer)
        for endung in auftrag.endungen(ausgabe)
    ]


def _kennzeichen(vorgang: Vorgang, ausgabe: Ausgabe, auswahl: Auswahl) -> tuple[str, date | None]:
    """Number and day of the paper that a file is about; "" and None for those of the Vorgang."""
    match ausgabe:
        case Ausgabe.NACHFRAGE if nachfrage := gemeinte_nachfrage(vorgang, auswahl):
            return nachfrage.nummer, nachfrage.eingereicht or nachfrage.erstellt
        case Ausgabe.SYNOPSE | Ausgabe.KORREKTURFASSUNG:
            quelle = spalten if ausgabe is Ausgabe.SYNOPSE else korrekturpaar
            folge = quelle(vorgang, auswahl)
            return (folge[-1].nummer if folge else ""), None
        case Ausgabe.ANSCHREIBEN if fassung := gemeinte_fassung(vorgang, auswahl):
            return fassung.nummer, fassung.datum
        case _:
            return "", None


def _mit_beschluss(vorgaenge: Sequence[Vorgang]) -> tuple[Vorgang, ...]:
    return tuple(vorgang for vorgang in vorgaenge if vorgang.beschluesse())


def _registernamen(
    vorgaenge: Sequence[Vorgang], auftrag: Exportauftrag, wahl: Namenswahl
) -> list[str]:
    endungen = auftrag.endungen(Ausgabe.REGISTER)
    return [_registername(vorgaenge, endung, wahl) for endung in endungen]


def _registername(vorgaenge: Sequence[Vorgang], endung: str, wahl: Namenswahl) -> str:
    if len(vorgaenge) == 1:
        return dateiname(vorgaenge[0], Ausgabe.REGISTER.value, endung, wahl)
    return sammelname(Ausgabe.REGISTER.value, len(vorgaenge), endung, wahl)


def _belegung(ordner: Path) -> Callable[[Path], bool]:
    """Looks into the folder once; one that cannot be read counts as empty."""
    try:
        belegt = {pfad.name.casefold() for pfad in ordner.iterdir()}
    except OSError:
        belegt = set()
    return lambda pfad: pfad.name.casefold() in belegt
