"""What the panes below the table show: a report with its mapping, a Nachfrage."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from antragsbuero.documents.bezeichnungen import (
    NACHFRAGESTAENDE,
    berichtstitel,
    deutsches_datum,
    fassungstitel,
)
from antragsbuero.domain.bericht import Bericht
from antragsbuero.domain.beschlusspunkt import mit_tiefe
from antragsbuero.domain.fassung import Fassung
from antragsbuero.domain.nachfrage import Nachfrage, Nachfragestand
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.punktnummern import anzeige, aufzaehlung, vergleichbar


@dataclass(frozen=True, slots=True)
class Wahl:
    """An entry of a list to choose from."""

    schluessel: str
    text: str


@dataclass(frozen=True, slots=True)
class BeschlussKopf:
    """The resolution shown and the others of its Vorgang."""

    vorgang: str
    betreff: str
    beschluss: str
    beschluesse: tuple[Wahl, ...]
    bilanz: str


@dataclass(frozen=True, slots=True)
class TeilRow:
    """One statement of a report; `punkt` is its number, "" for words on the whole."""

    nummer: int
    punkt: str
    text: str
    bestaetigt: bool


@dataclass(frozen=True, slots=True)
class BerichtDetail:
    """A report; `punkte` are those a statement may belong to."""

    kennung: str
    titel: str
    teile: tuple[TeilRow, ...]
    punkte: tuple[Wahl, ...]

    @property
    def unbestaetigt(self) -> int:
        """How many proposals nobody confirmed."""
        return sum(not teil.bestaetigt for teil in self.teile)

    @property
    def ohne_punkt(self) -> bool:
        """Whether there are words to propose a point for."""
        return any(not teil.punkt for teil in self.teile)


@dataclass(frozen=True, slots=True)
class FrageRow:
    """One question with the point it asks about (kennung and name)."""

    punkt: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class NachfrageDetail:
    """A Nachfrage; a draft may be changed, others are as they went out."""

    kennung: str
    titel: str
    stand: str
    marke: str
    entwurf: bool
    einleitung: str
    fragen: tuple[FrageRow, ...]
    weitere: tuple[Wahl, ...]
    hinweis: str
    antworten: tuple[Wahl, ...]
    antwort: str


_MARKEN = {
    Nachfragestand.ENTWURF: "akzent",
    Nachfragestand.EINGEREICHT: "akzent",
    Nachfragestand.BEANTWORTET: "gruen",
    Nachfragestand.UEBERFAELLIG: "rot",
}


def punkt_wahl(beschluss: Fassung) -> tuple[Wahl, ...]:
    """The points of a resolution: kennung and name."""
    return tuple(
        Wahl(punkt.kennung, punktname(anzeige(pfad), punkt.text))
        for pfad, punkt in mit_tiefe(beschluss.punkte)
    )


def punktname(nummer: str, text: str) -> str:
    """„Punkt 2“; without a number its first words."""
    if nummer:
        return f"Punkt {nummer}"
    worte = " ".join(text.split())
    return f"„{worte[:40].rstrip()} …“" if len(worte) > 40 else f"„{worte}“"


def beschluss_wahl(vorgang: Vorgang) -> tuple[Wahl, ...]:
    """The resolutions of a Vorgang, the newest last."""
    return tuple(Wahl(f.kennung, fassungstitel(f)) for f in vorgang.beschluesse())


def bericht_detail(vorgang: Vorgang, bericht: Bericht, beschluss: Fassung) -> BerichtDetail:
    """A report as it is shown; numbers it uses that the resolution lacks can be chosen too."""
    nummern = {
        vergleichbar(anzeige(pfad)): anzeige(pfad)
        for pfad, _ in mit_tiefe(beschluss.punkte)
        if anzeige(pfad)
    }
    for teil in bericht.teile:
        if teil.punkt:
            nummern.setdefault(vergleichbar(teil.punkt), teil.punkt)
    wahl = (Wahl("", "Allgemein"), *(Wahl(n, f"Zu Punkt {n}") for n in nummern.values()))
    teile = tuple(
        TeilRow(
            n,
            nummern.get(vergleichbar(teil.punkt), ""),
            "\n\n".join(a.text for a in teil.absaetze),
            teil.bestaetigt,
        )
        for n, teil in enumerate(bericht.teile)
    )
    return BerichtDetail(bericht.kennung, berichtstitel(bericht), teile, wahl)


def nachfrage_name(vorgang: Vorgang, nachfrage: Nachfrage, heute: date) -> str:
    """„Nachfrage zu Punkt 2 und 3 (Entwurf)“."""
    stand = NACHFRAGESTAENDE[nachfrage.stand(heute)]
    nummer = f" {nachfrage.nummer}" if nachfrage.nummer else ""
    return f"Nachfrage{nummer} zu {_punkte(vorgang, nachfrage)} ({stand})"


def _punkte(vorgang: Vorgang, nachfrage: Nachfrage) -> str:
    beschluss = vorgang.fassung(nachfrage.beschluss)
    nummern = [
        anzeige(pfad) for pfad, p in mit_tiefe(beschluss.punkte) if p.kennung in nachfrage.punkte
    ]
    return aufzaehlung(nummern)


def nachfrage_detail(
    vorgang: Vorgang, nachfrage: Nachfrage, wochen: int, heute: date
) -> NachfrageDetail:
    """A Nachfrage as it is shown."""
    beschluss = vorgang.fassung(nachfrage.beschluss)
    namen = {wahl.schluessel: wahl.text for wahl in punkt_wahl(beschluss)}
    fragen = tuple(
        FrageRow(punkt, namen.get(punkt, "Punkt"), frage)
        for punkt, frage in zip(nachfrage.punkte, nachfrage.fragen, strict=False)
    )
    stand = nachfrage.stand(heute)
    entwurf = stand is Nachfragestand.ENTWURF
    weitere = tuple(w for w in punkt_wahl(beschluss) if w.schluessel not in nachfrage.punkte)
    antworten = tuple(Wahl(b.kennung, berichtstitel(b)) for b in vorgang.berichte)
    return NachfrageDetail(
        nachfrage.kennung,
        f"Nachfrage zu {_punkte(vorgang, nachfrage)}",
        NACHFRAGESTAENDE[stand],
        _MARKEN[stand],
        entwurf,
        nachfrage.einleitung,
        fragen,
        weitere if entwurf else (),
        _hinweis(nachfrage, wochen),
        antworten,
        nachfrage.antwort or "",
    )


def _hinweis(nachfrage: Nachfrage, wochen: int) -> str:
    if nachfrage.eingereicht is None:
        return f"Antwortfrist: {wochen} {'Woche' if wochen == 1 else 'Wochen'}"
    teile = [f"Eingereicht am {deutsches_datum(nachfrage.eingereicht)}"]
    if nachfrage.antwortfrist is not None:
        teile.append(f"Antwort bis {deutsches_datum(nachfrage.antwortfrist)}")
    return ", ".join(teile)
