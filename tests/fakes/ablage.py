"""A UnitOfWork over dicts, held to the same tests as the real one."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from antragsbuero.comparison.korrektur import Korrektur
from antragsbuero.domain.anlage import Anlage
from antragsbuero.domain.fassung import Fassungsart
from antragsbuero.domain.frist import Frist
from antragsbuero.domain.vorgang import Stand, Vorgang
from antragsbuero.services.errors import Abgelehnt, Konflikt, NichtGefunden, NurLesen
from antragsbuero.services.ports import (
    FristverlustZeile,
    FristZeile,
    Standzahl,
    Suchergebnis,
    Terminart,
    TerminZeile,
    Treffer,
    VorgangZeile,
)
from antragsbuero.storage.search.auszug import auszug
from antragsbuero.storage.search.dokumente import (
    Suchdokument,
    berichtstext,
    dokumente,
    fassungstext,
    kopftext,
    nachfragetext,
)
from antragsbuero.storage.search.faltung import suchteile
from antragsbuero.storage.suchart import Suchart

T = TypeVar("T")


@dataclass
class _Bestand:
    """All that is stored; a write works on a copy."""

    vorgaenge: dict[str, Vorgang] = field(default_factory=dict)
    rang: dict[str, int] = field(default_factory=dict)
    suche: dict[tuple[str, str], tuple[int, Suchdokument]] = field(default_factory=dict)
    einstellungen: dict[str, str] = field(default_factory=dict)
    korrekturen: dict[tuple[str, str], tuple[Korrektur, ...]] = field(default_factory=dict)
    anlagen: dict[str, dict[int, bytes]] = field(default_factory=dict)

    def kopie(self) -> _Bestand:
        return _Bestand(
            dict(self.vorgaenge),
            dict(self.rang),
            dict(self.suche),
            dict(self.einstellungen),
            dict(self.korrekturen),
            {sha256: dict(stuecke) for sha256, stuecke in self.anlagen.items()},
        )


def _gleich(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _tag(frist: Frist) -> date:
    return frist.datum or frist.naechste or date.max


class _Vorgaenge:
    def __init__(self, bestand: _Bestand, zaehler: Iterator[int]) -> None:
        self._bestand = bestand
        self._zaehler = zaehler

    def get(self, kennung: str) -> Vorgang:
        try:
            return self._bestand.vorgaenge[kennung]
        except KeyError:
            raise NichtGefunden(f"Es gibt keinen Vorgang mit der Kennung „{kennung}“.") from None

    def find(self, kennung_oder_nummer: str) -> tuple[str, ...]:
        gesucht = _gleich(kennung_oder_nummer)
        if not gesucht:
            return ()
        return tuple(
            v.kennung
            for v in self._bestand.vorgaenge.values()
            if gesucht
            in map(
                _gleich,
                (
                    v.kennung,
                    v.arbeitsnummer,
                    *v.nummern,
                    *(f.nummer for f in v.fassungen),
                    *(b.nummer for b in v.berichte),
                    *(n.nummer for n in v.nachfragen),
                ),
            )
        )

    def rows(self) -> Sequence[VorgangZeile]:
        neueste = sorted(
            self._bestand.vorgaenge.values(), key=lambda v: -self._bestand.rang[v.kennung]
        )
        return [self._zeile(v) for v in neueste]

    def _zeile(self, v: Vorgang) -> VorgangZeile:
        tage = (*(f.datum for f in v.fassungen), *(b.datum for b in v.berichte))
        return VorgangZeile(
            kennung=v.kennung,
            betreff=v.betreff,
            art=v.art,
            stand=v.stand,
            anzeigenummer=v.anzeigenummer,
            einreicher=v.einreicher,
            zustaendig=v.zustaendig,
            letztes_datum=max((tag for tag in tage if tag), default=None),
            fassungen=len(v.fassungen),
            entwuerfe=sum(f.ist_entwurf for f in v.fassungen),
            beispiel=v.beispiel,
            geaendert=self._bestand.rang[v.kennung],
        )

    def staende(self) -> Sequence[Standzahl]:
        zahlen: dict[Stand, list[int]] = {}
        for zeile in self.rows():
            zahl = zahlen.setdefault(zeile.stand, [0, 0])
            zahl[0] += 1
            zahl[1] += zeile.entwuerfe
        return [Standzahl(stand, *zahl) for stand, zahl in zahlen.items()]

    def count(self) -> int:
        return len(self._bestand.vorgaenge)

    def beispiele(self) -> tuple[str, ...]:
        return tuple(v.kennung for v in self._bestand.vorgaenge.values() if v.beispiel)

    def arbeitsnummern(self, jahr: int) -> int:
        muster = re.compile(rf"Entwurf {jahr}-(\d+)")
        funde = (muster.fullmatch(v.arbeitsnummer) for v in self._bestand.vorgaenge.values())
        return max((int(fund[1]) for fund in funde if fund), default=0)

    def fristen(self) -> Sequence[FristZeile]:
        zeilen = [
            FristZeile(
                v.kennung,
                v.betreff,
                f.kennung,
                f.art,
                p.bezeichnung,
                p.kennung,
                frist,
                next((u for u in v.umsetzungen if u.punkt == p.kennung), None),
            )
            for v in self._bestand.vorgaenge.values()
            for f in v.fassungen
            if f.art is Fassungsart.BESCHLUSS
            for p in f.alle_punkte()
            for frist in p.fristen
        ]
        return sorted(zeilen, key=lambda z: _tag(z.frist))

    def fristverluste(self) -> Sequence[FristverlustZeile]:
        zeilen = [
            FristverlustZeile(v.kennung, v.betreff, verlust)
            for v in self._bestand.vorgaenge.values()
            for verlust in v.fristverluste
        ]
        return sorted(zeilen, key=lambda z: _tag(z.verlust.vorher))

    def termine(self) -> Sequence[TerminZeile]:
        zeilen = [
            TerminZeile(
                v.kennung, v.betreff, Terminart.ANTWORT, n.antwortfrist, n.punkte, "", n.nummer,
                n.kennung,
            )
            for v in self._bestand.vorgaenge.values()
            for n in v.nachfragen
            if n.antwortfrist is not None and n.antwort is None
        ]  # fmt: skip
        zeilen += [
            TerminZeile(
                v.kennung, v.betreff, Terminart.WIEDERVORLAGE, u.wiedervorlage, (u.punkt,),
                next((p.bezeichnung for f in v.fassungen for p in f.alle_punkte()
                      if p.kennung == u.punkt), ""),
                u.notiz, None,
            )
            for v in self._bestand.vorgaenge.values()
            for u in v.umsetzungen
            if u.wiedervorlage is not None
        ]  # fmt: skip
        return sorted(zeilen, key=lambda z: z.datum)

    def search(self, ausdruck: str, grenze: int = 50) -> Suchergebnis:
        teile = suchteile(ausdruck)
        if not teile:
            return Suchergebnis((), 0)
        funde = [
            (not self._passt(d.titel, teile), -rang, kennung, d)
            for (kennung, _), (rang, d) in self._bestand.suche.items()
            if self._passt(f"{d.titel} {d.worte}", teile)
        ]
        funde.sort(key=lambda fund: fund[:2])
        treffer = tuple(self._treffer(kennung, d, teile) for *_, kennung, d in funde[:grenze])
        return Suchergebnis(treffer, len(funde))

    @staticmethod
    def _passt(worte: str, teile: Sequence[str]) -> bool:
        return all(teil in worte for teil in teile)

    def _treffer(self, kennung: str, dokument: Suchdokument, teile: Sequence[str]) -> Treffer:
        v = self._bestand.vorgaenge[kennung]
        fassung = None
        texte: tuple[str, ...]
        match dokument.art:
            case Suchart.KOPF:
                texte = (v.betreff, v.anzeigenummer, kopftext(v))
            case Suchart.FASSUNG:
                fassung = dokument.teil
                f = v.fassung(fassung)
                texte = (f.nummer, f.betreff, fassungstext(f))
            case Suchart.BERICHT:
                b = next(b for b in v.berichte if b.kennung == dokument.teil)
                texte = (b.nummer, berichtstext(b))
            case Suchart.NACHFRAGE:
                n = next(n for n in v.nachfragen if n.kennung == dokument.teil)
                texte = (n.nummer, nachfragetext(n))
        return Treffer(kennung, fassung, v.betreff, auszug("\n".join(texte), teile))

    def add(self, vorgang: Vorgang) -> None:
        if vorgang.kennung in self._bestand.vorgaenge:
            raise Abgelehnt(f"Der Vorgang {vorgang.kennung} ist schon gespeichert.")
        self._lege_ab(vorgang)

    def save(self, vorgang: Vorgang) -> Vorgang:
        alt = self.get(vorgang.kennung)
        if alt.aenderungszaehler != vorgang.aenderungszaehler:
            raise Konflikt("Der Vorgang wurde inzwischen geändert.")
        if alt == vorgang:
            return vorgang
        neu = {f.kennung: f for f in vorgang.fassungen}
        for f in alt.fassungen:
            n = neu.get(f.kennung)
            if f.eingereicht and n and (n.wortlaut() != f.wortlaut() or not n.eingereicht):
                raise Abgelehnt("Der Wortlaut einer eingereichten Fassung bleibt, wie er ist.")
        vorgang = replace(vorgang, aenderungszaehler=alt.aenderungszaehler + 1)
        self._lege_ab(vorgang)
        return vorgang

    def remove(self, kennung: str) -> None:
        self.get(kennung)
        del self._bestand.vorgaenge[kennung], self._bestand.rang[kennung]
        for schluessel in [s for s in self._bestand.suche if s[0] == kennung]:
            del self._bestand.suche[schluessel]

    def _lege_ab(self, vorgang: Vorgang) -> None:
        self._bestand.vorgaenge[vorgang.kennung] = vorgang
        self._bestand.rang[vorgang.kennung] = next(self._zaehler)
        neu = {(vorgang.kennung, d.teil): d for d in dokumente(vorgang)}
        for schluessel in [s for s in self._bestand.suche if s[0] == vorgang.kennung]:
            if neu.get(schluessel) != self._bestand.suche[schluessel][1]:
                del self._bestand.suche[schluessel]
        for schluessel, dokument in neu.items():
            if schluessel not in self._bestand.suche:
                self._bestand.suche[schluessel] = (next(self._zaehler), dokument)


class _Einstellungen:
    def __init__(self, bestand: _Bestand) -> None:
        self._werte = bestand.einstellungen

    def get(self, schluessel: str) -> str | None:
        return self._werte.get(schluessel)

    def set(self, schluessel: str, wert: str) -> None:
        self._werte[schluessel] = wert


class _Korrekturen:
    def __init__(self, bestand: _Bestand) -> None:
        self._paare = bestand.korrekturen

    def get(self, fassung_a: str, fassung_b: str) -> tuple[Korrektur, ...]:
        return self._paare.get((fassung_a, fassung_b), ())

    def set(self, fassung_a: str, fassung_b: str, korrekturen: Sequence[Korrektur]) -> None:
        self._paare[fassung_a, fassung_b] = tuple(korrekturen)


class _Anlagen:
    def __init__(self, bestand: _Bestand) -> None:
        self._bestand = bestand

    def ist_vollstaendig(self, anlage: Anlage) -> bool:
        stuecke = self._bestand.anlagen.get(anlage.sha256, {})
        return sum(map(len, stuecke.values())) == anlage.groesse

    def stueck(self, sha256: str, nr: int) -> bytes | None:
        return self._bestand.anlagen.get(sha256, {}).get(nr)

    def lege_ab(self, sha256: str, nr: int, inhalt: bytes) -> None:
        self._bestand.anlagen.setdefault(sha256, {}).setdefault(nr, inhalt)

    def entferne_verwaiste(self, unter: Collection[str] | None = None) -> int:
        genannt = {
            anlage.sha256
            for v in self._bestand.vorgaenge.values()
            for anlage in (*v.anlagen, *(a for f in v.fassungen for a in f.anlagen))
        }
        fort = set(self._bestand.anlagen) - genannt
        if unter is not None:
            fort &= set(unter)
        for sha256 in fort:
            del self._bestand.anlagen[sha256]
        return len(fort)


class FakeWork:
    """What is open inside a unit of work: reading and writing alike."""

    def __init__(self, bestand: _Bestand, zaehler: Iterator[int]) -> None:
        self.vorgaenge = _Vorgaenge(bestand, zaehler)
        self.einstellungen = _Einstellungen(bestand)
        self.korrekturen = _Korrekturen(bestand)
        self.anlagen = _Anlagen(bestand)


def _fuege_hinzu(vorgang: Vorgang, arbeit: FakeWork) -> None:
    arbeit.vorgaenge.add(vorgang)


class FakeAblage:
    """UnitOfWork and Pflege in memory; `nur_lesen` refuses every write."""

    def __init__(self, *vorgaenge: Vorgang, nur_lesen: bool = False) -> None:
        self.nur_lesen = False
        self.schreibvorgaenge = 0
        self.sicherungen: list[Path] = []
        self.befunde: list[str] = []
        self._bestand = _Bestand()
        self._zaehler = itertools.count(1)
        self._offen = False
        for vorgang in vorgaenge:
            self.write(partial(_fuege_hinzu, vorgang))
        self.nur_lesen = nur_lesen

    @property
    def ort(self) -> str:
        return "im Arbeitsspeicher"

    @contextmanager
    def read(self) -> Iterator[FakeWork]:
        self._oeffne()
        try:
            yield FakeWork(self._bestand.kopie(), self._zaehler)
        finally:
            self._offen = False

    def write(self, arbeit: Callable[[FakeWork], T]) -> T:
        if self.nur_lesen:
            raise NurLesen("Die Datenbank ist nur zum Lesen geöffnet.")
        self._oeffne()
        try:
            kopie = self._bestand.kopie()
            ergebnis = arbeit(FakeWork(kopie, self._zaehler))
        finally:
            self._offen = False
        self._bestand = kopie
        self.schreibvorgaenge += 1
        return ergebnis

    def submit(self, arbeit: Callable[[FakeWork], T]) -> Future[T]:
        zukunft: Future[T] = Future()
        try:
            zukunft.set_result(self.write(arbeit))
        except Exception as fehler:
            zukunft.set_exception(fehler)
        return zukunft

    def backup(self, ziel: Path | None) -> Path:
        self.sicherungen.append(ziel or Path("sicherung.db"))
        return self.sicherungen[-1]

    def check(self) -> list[str]:
        return list(self.befunde)

    def close(self) -> None:
        self.nur_lesen = True

    def _oeffne(self) -> None:
        if self._offen:
            raise RuntimeError("Eine Arbeitseinheit ist schon offen.")
        self._offen = True
