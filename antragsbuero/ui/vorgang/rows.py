"""What the screen of one Vorgang shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from antragsbuero.documents.bezeichnungen import (
    BERICHTSARTEN,
    FASSUNGSARTEN,
    NACHFRAGESTAENDE,
    VORGANGSARTEN,
    abstimmungstext,
    deutsches_datum,
    fassungstitel,
)
from antragsbuero.domain.beratung import Beratungsrolle
from antragsbuero.domain.bericht import Bericht
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.nachfrage import Nachfrage
from antragsbuero.domain.umsetzung import Umsetzungsstand
from antragsbuero.domain.vorgang import Vorgang, nach_datum
from antragsbuero.ui.shared.staende import stand_bild
from antragsbuero.ui.shared.stationen import punktzahl

OHNE_BETREFF = "(ohne Betreff)"
_ICONS = {
    Fassungsart.VERWALTUNGSSTANDPUNKT: "building_government",
    Fassungsart.BESCHLUSS: "gavel",
}


class Teilart(StrEnum):
    """Kinds of papers in the list."""

    FASSUNG = "FASSUNG"
    BERICHT = "BERICHT"
    NACHFRAGE = "NACHFRAGE"


@dataclass(frozen=True, slots=True)
class KopfRow:
    """The head: Betreff, marks (text, kind), facts in one line."""

    betreff: str
    marken: tuple[tuple[str, str], ...]
    angaben: tuple[str, ...]
    hat_beschluss: bool
    hat_standpunkt: bool
    reiter: tuple[tuple[str, int], ...]
    """Counts of the tabs Fassungen and Umsetzung, by name."""


@dataclass(frozen=True, slots=True)
class TeilRow:
    """One paper in the list; `ebene` is its depth below the Fassung it answers."""

    art: Teilart
    kennung: str
    titel: str
    zusatz: str
    datum: str
    umfang: str
    icon: str
    ebene: int
    entwurf: bool
    offen: tuple[int, ...] = ()
    """Levels whose line goes on below this row: another paper on that level follows."""

    @property
    def vorlesen(self) -> str:
        """The row as a screen reader says it."""
        ebene = f", Ebene {self.ebene + 1}" if self.ebene else ""
        teile = (self.titel, self.zusatz, self.datum, self.umfang)
        return ", ".join(teil for teil in teile if teil) + ebene


@dataclass(frozen=True, slots=True)
class BeratungRow:
    """One session."""

    kennung: str
    datum: str
    gremium: str
    top: str
    rolle: str
    votum: str


@dataclass(frozen=True, slots=True)
class VerlaufRow:
    """One change; `kennung` is its place in the history."""

    kennung: int
    zeitpunkt: str
    text: str


def kopf_row(vorgang: Vorgang) -> KopfRow:
    """The head of a Vorgang."""
    bild = stand_bild(vorgang.stand)
    marken = [(bild.text, bild.marke)]
    if _strittig(vorgang):
        marken.append(("Umsetzung strittig", "gelb"))
    if vorgang.beispiel:
        marken.append(("Beispiel", "grau"))
    if vorgang.nichtoeffentlich:
        marken.append(("nichtöffentlich", "rot"))
    angaben = [VORGANGSARTEN[vorgang.art], ", ".join(vorgang.nummern) or vorgang.arbeitsnummer]
    angaben.append(", ".join(vorgang.einreicher))
    angaben.append(f"zuständig: {vorgang.zustaendig}" if vorgang.zustaendig else "")
    if vorgang.ortsteile:
        wort = "Ortsteil" if len(vorgang.ortsteile) == 1 else "Ortsteile"
        angaben.append(f"{wort} {', '.join(vorgang.ortsteile)}")
    angaben.append(", ".join(vorgang.schlagworte))
    beschluesse = vorgang.beschluesse()
    punkte = sum(1 for b in beschluesse[-1:] for _ in b.alle_punkte())
    return KopfRow(
        betreff=vorgang.betreff or OHNE_BETREFF,
        marken=tuple(marken),
        angaben=tuple(angabe for angabe in angaben if angabe),
        hat_beschluss=bool(beschluesse),
        hat_standpunkt=standpunkt(vorgang) is not None,
        reiter=(
            ("Fassungen", len(vorgang.fassungen)),
            ("Umsetzung", punkte),
            ("Beratungsfolge", len(vorgang.beratungen)),
        ),
    )


def _strittig(vorgang: Vorgang) -> bool:
    """Whether administration and faction judge a point differently."""
    offen = Umsetzungsstand.OFFEN
    return any(
        u.verwaltung is not u.fraktion and offen not in (u.verwaltung, u.fraktion)
        for u in vorgang.umsetzungen
    )


def standpunkt(vorgang: Vorgang) -> Fassung | None:
    """The newest Verwaltungsstandpunkt with points: its Alternativvorschlag can be taken over."""
    passend = [
        f
        for f in nach_datum(vorgang.fassungen)
        if f.art is Fassungsart.VERWALTUNGSSTANDPUNKT and f.punkte
    ]
    return passend[-1] if passend else None


def teil_rows(vorgang: Vorgang, heute: date) -> tuple[TeilRow, ...]:
    """Fassungen as a tree by what they answer, then reports, then Nachfragen."""
    baum = _baum(vorgang)
    offen = _offene_ebenen([ebene for _, ebene in baum])
    rows = [
        replace(_fassung_row(fassung, ebene, vorgang), offen=ebenen)
        for (fassung, ebene), ebenen in zip(baum, offen, strict=True)
    ]
    rows += [_bericht_row(b) for b in sorted(vorgang.berichte, key=lambda b: b.datum or date.max)]
    rows += [_nachfrage_row(n, heute) for n in vorgang.nachfragen]
    return tuple(rows)


def _baum(vorgang: Vorgang) -> list[tuple[Fassung, int]]:
    """Each Fassung after the one it answers, one level deeper; roots and siblings by date."""
    geordnet = nach_datum(vorgang.fassungen)
    bekannt = {f.kennung for f in geordnet}
    kinder: dict[str | None, list[Fassung]] = {}
    for fassung in geordnet:
        zu = fassung.zu if fassung.zu in bekannt and fassung.zu != fassung.kennung else None
        kinder.setdefault(zu, []).append(fassung)
    ergebnis: list[tuple[Fassung, int]] = []
    gesehen: set[str] = set()

    def steige_ab(eltern: str | None, ebene: int) -> None:
        for fassung in kinder.get(eltern, ()):
            if fassung.kennung not in gesehen:
                gesehen.add(fassung.kennung)
                ergebnis.append((fassung, ebene))
                steige_ab(fassung.kennung, ebene + 1)

    steige_ab(None, 0)
    ergebnis += [(f, 0) for f in geordnet if f.kennung not in gesehen]  # papers in a circle
    return ergebnis


def _offene_ebenen(ebenen: Sequence[int]) -> list[tuple[int, ...]]:
    """For each row the levels below it that are taken up again before the tree goes higher."""
    ergebnis: list[tuple[int, ...]] = []
    offen: set[int] = set()
    for ebene in reversed(ebenen):
        offen = {o for o in offen if o <= ebene}
        ergebnis.append(tuple(sorted(o for o in offen if o)))
        offen.add(ebene)
    return ergebnis[::-1]


def _fassung_row(fassung: Fassung, ebene: int, vorgang: Vorgang) -> TeilRow:
    zusatz = [fassung.nummer] if fassung.nummer else []
    zusatz += [
        abstimmungstext(a)
        for a in vorgang.abstimmungen
        if a.beschluss == fassung.kennung and not a.punkte
    ]
    if not zusatz and fassung.urheber:
        zusatz = [", ".join(fassung.urheber)]
    return TeilRow(
        Teilart.FASSUNG,
        fassung.kennung,
        FASSUNGSARTEN[fassung.art],
        " · ".join(zusatz),
        deutsches_datum(fassung.datum) or ("Entwurf" if fassung.ist_entwurf else "ohne Datum"),
        punktzahl(fassung),
        "document_edit" if fassung.ist_entwurf else _ICONS.get(fassung.art, "document_text"),
        ebene,
        fassung.ist_entwurf,
    )


def _bericht_row(bericht: Bericht) -> TeilRow:
    punkte = [teil.punkt for teil in bericht.teile if teil.punkt]
    zusatz = f"zu Punkt {', '.join(punkte)}" if punkte else bericht.nummer
    return TeilRow(
        Teilart.BERICHT,
        bericht.kennung,
        BERICHTSARTEN[bericht.art],
        zusatz,
        deutsches_datum(bericht.datum) or "ohne Datum",
        "Bericht",
        "clipboard_task_list_ltr",
        0,
        False,
    )


def _nachfrage_row(nachfrage: Nachfrage, heute: date) -> TeilRow:
    anzahl = len(nachfrage.fragen)
    return TeilRow(
        Teilart.NACHFRAGE,
        nachfrage.kennung,
        "Nachfrage",
        nachfrage.nummer or ("1 Frage" if anzahl == 1 else f"{anzahl} Fragen"),
        deutsches_datum(nachfrage.eingereicht or nachfrage.erstellt),
        NACHFRAGESTAENDE[nachfrage.stand(heute)],
        "question",
        0,
        False,
    )


_ROLLEN = {
    Beratungsrolle.VERWEISUNG: "Verweisung",
    Beratungsrolle.ERSTE_LESUNG: "1. Lesung",
    Beratungsrolle.ZWEITE_LESUNG: "2. Lesung",
    Beratungsrolle.VORBERATUNG: "Vorberatung",
    Beratungsrolle.ANHOERUNG: "Anhörung",
    Beratungsrolle.BESTAETIGUNG: "Bestätigung",
    Beratungsrolle.BESCHLUSSFASSUNG: "Beschlussfassung",
    Beratungsrolle.BEANTWORTUNG: "Beantwortung",
    Beratungsrolle.KENNTNISNAHME: "Kenntnisnahme",
    Beratungsrolle.SONSTIGE: "",
}


def beratung_rows(vorgang: Vorgang) -> tuple[BeratungRow, ...]:
    """The sessions in the order of the source."""
    return tuple(
        BeratungRow(
            b.kennung,
            deutsches_datum(b.datum) or "offen",
            b.gremium,
            b.top,
            b.zustaendigkeit or _ROLLEN[b.rolle],
            b.votum,
        )
        for b in vorgang.beratungen
    )


def verlauf_rows(vorgang: Vorgang) -> tuple[VerlaufRow, ...]:
    """The changes, the newest first, in local time."""
    paare = reversed(list(enumerate(vorgang.verlauf)))
    return tuple(
        VerlaufRow(n, f"{e.zeitpunkt.astimezone():%d.%m.%Y, %H:%M}", e.text) for n, e in paare
    )


def ueberschrift(vorgang: Vorgang, teil: Fassung | Bericht | Nachfrage) -> str:
    """The line above the wording."""
    if isinstance(teil, Nachfrage):
        return "Nachfrage"
    if isinstance(teil, Bericht):
        name = BERICHTSARTEN[teil.art]
        return f"{name} vom {deutsches_datum(teil.datum)}" if teil.datum else name
    return fassungstitel(teil)
