"""What the Beschlusskontrolle shows: resolutions, points with their judgements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from antragsbuero.documents.bezeichnungen import (
    BERICHTSARTEN,
    NACHFRAGESTAENDE,
    UMSETZUNGSSTAENDE,
    deutsches_datum,
)
from antragsbuero.domain.bericht import Bericht
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt, mit_tiefe
from antragsbuero.domain.fassung import Fassung
from antragsbuero.domain.frist import Frist, Fristverlust
from antragsbuero.domain.friststand import Friststand, friststand
from antragsbuero.domain.nachfrage import Nachfragestand
from antragsbuero.domain.umsetzung import Umsetzung, Umsetzungsstand
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.fristen import verluste_je_punkt
from antragsbuero.services.punktnummern import anzeige, vergleichbar
from antragsbuero.ui.shared.staende import Bild, umsetzung_bild


@dataclass(frozen=True, slots=True)
class Zeile:
    """A line in a cell: words, icon and colour token, "" for none."""

    text: str
    farbe: str = ""
    icon: str = ""


@dataclass(frozen=True, slots=True)
class PunktRow:
    """One Beschlusspunkt; `nummer` is "" where it has none."""

    kennung: str
    nummer: str
    wortlaut: str
    frist: tuple[Zeile, ...]
    stadt: Bild
    wir: Bild
    wir_neben: tuple[Zeile, ...]
    bericht: tuple[Zeile, ...]
    nachfragen: tuple[Zeile, ...]
    urteil: Umsetzung

    @property
    def vorlesen(self) -> str:
        """All words of the row, for screen readers."""
        teile = [
            f"Punkt {self.nummer}" if self.nummer else "Punkt ohne Nummer",
            self.wortlaut,
            *(f"Frist {z.text}" for z in self.frist),
            f"Stadt: {self.stadt.text}",
            f"wir: {self.wir.text}",
            *(z.text for z in (*self.wir_neben, *self.bericht, *self.nachfragen)),
        ]
        return ", ".join(teile)


@dataclass(frozen=True, slots=True)
class BeschlussRow:
    """One resolution in the overview of all."""

    vorgang: str
    betreff: str
    nummer: str
    datum: date | None
    punkte: int
    stadt: str
    wir: str
    strittig: int
    frist: date | None
    ueberfaellig: int
    verloren: int
    nachfragen: str

    @property
    def datum_text(self) -> str:
        """The day of the resolution."""
        return deutsches_datum(self.datum)

    @property
    def frist_text(self) -> str:
        """The next open deadline, and those that passed."""
        if self.ueberfaellig:
            return f"{self.ueberfaellig} überfällig"
        return deutsches_datum(self.frist) or "keine"


def punkt_rows(vorgang: Vorgang, beschluss: Fassung, heute: date) -> tuple[PunktRow, ...]:
    """One row a point, sub-points included; compares with the Fassung voted on."""
    verluste = verluste_je_punkt(vorgang, beschluss)
    urteile = {u.punkt: u for u in vorgang.umsetzungen}
    rows = []
    for pfad, punkt in mit_tiefe(beschluss.punkte):
        nummer = anzeige(pfad)
        urteil = urteile.get(punkt.kennung, Umsetzung(punkt.kennung))
        rows.append(
            PunktRow(
                punkt.kennung, nummer, punkt.text,
                _fristzeilen(verluste.get(punkt.kennung, ()), punkt, urteil, heute),
                umsetzung_bild(urteil.verwaltung), umsetzung_bild(urteil.fraktion),
                _wir_neben(urteil, heute), _berichtzeilen(vorgang, nummer),
                _nachfragezeilen(vorgang, punkt.kennung, heute), urteil,
            )
        )  # fmt: skip
    return tuple(rows)


def _fristzeilen(
    verluste: Sequence[Fristverlust], punkt: Beschlusspunkt, urteil: Umsetzung, heute: date
) -> tuple[Zeile, ...]:  # fmt: skip
    zeilen: list[Zeile] = []
    for frist in punkt.fristen:
        zeilen.append(Zeile(f"„{frist.wortlaut}“"))
        zeilen.append(_tagzeile(frist, urteil, heute))
    if not zeilen:
        zeilen.append(Zeile("keine"))
    zeilen += [_verlustzeile(v) for v in verluste]
    return tuple(z for z in zeilen if z.text)


def _tagzeile(frist: Frist, urteil: Umsetzung, heute: date) -> Zeile:
    tag = frist.datum or frist.naechste
    if tag is None:
        return Zeile("ohne Datum", "text2")
    text = deutsches_datum(tag)
    match friststand(frist, urteil, heute):
        case Friststand.UEBERFAELLIG:
            return Zeile(f"{text}, überfällig", "rot", "clock")
        case Friststand.ERLEDIGT:
            return Zeile(f"{text}, erledigt", "text2")
        case _:
            return Zeile(text, "text2")


def _verlustzeile(verlust: Fristverlust) -> Zeile:
    tag = deutsches_datum(verlust.vorher.datum)
    if verlust.nachher is None:
        return Zeile(f"entfallen: {tag}", "gelb", "calendar_cancel")
    return Zeile(f"war {tag}", "gelb", "calendar_clock")


def _wir_neben(urteil: Umsetzung, heute: date) -> tuple[Zeile, ...]:
    zeilen = [Zeile(urteil.notiz, "text2")] if urteil.notiz else []
    if urteil.wiedervorlage is not None:
        faellig = urteil.wiedervorlage <= heute
        text = f"Wiedervorlage {deutsches_datum(urteil.wiedervorlage)}"
        zeilen.append(Zeile(text, "rot" if faellig else "text2", "clock" if faellig else ""))
    return tuple(zeilen)


def _berichtzeilen(vorgang: Vorgang, nummer: str) -> tuple[Zeile, ...]:
    """The newest report that speaks of the point."""
    gesucht = vergleichbar(nummer)
    passend = [
        b for b in vorgang.berichte
        if any(vergleichbar(t.punkt) == gesucht for t in b.teile if t.punkt or not nummer)
    ]  # fmt: skip
    if not passend:
        return (Zeile("keiner", "text2"),)
    neuester = max(passend, key=lambda b: b.datum or date.min)
    zeilen = [Zeile(BERICHTSARTEN[neuester.art])]
    if neuester.datum:
        zeilen.append(Zeile(deutsches_datum(neuester.datum), "text2"))
    return tuple(zeilen)


def _nachfragezeilen(vorgang: Vorgang, punkt: str, heute: date) -> tuple[Zeile, ...]:
    staende = [n.stand(heute) for n in vorgang.nachfragen if punkt in n.punkte]
    if not staende:
        return (Zeile("keine", "text2"),)
    return tuple(
        _standzeile(stand, staende.count(stand)) for stand in dict.fromkeys(reversed(staende))
    )


_NACHFRAGEN = {
    Nachfragestand.ENTWURF: ("document_edit", "text", "Entwürfe"),
    Nachfragestand.EINGEREICHT: ("send", "text", "eingereicht"),
    Nachfragestand.BEANTWORTET: ("mail_inbox", "text", "beantwortet"),
    Nachfragestand.UEBERFAELLIG: ("clock", "rot", "überfällig"),
}


def _standzeile(stand: Nachfragestand, anzahl: int) -> Zeile:
    icon, farbe, mehrere = _NACHFRAGEN[stand]
    return Zeile(f"{anzahl} {NACHFRAGESTAENDE[stand] if anzahl == 1 else mehrere}", farbe, icon)


def beschluss_row(vorgang: Vorgang, heute: date) -> BeschlussRow | None:
    """The newest resolution of a Vorgang, None if it has none."""
    beschluesse = vorgang.beschluesse()
    if not beschluesse:
        return None
    beschluss = beschluesse[-1]
    punkte = list(beschluss.alle_punkte())
    urteile = {u.punkt: u for u in vorgang.umsetzungen}
    je_punkt = [urteile.get(p.kennung, Umsetzung(p.kennung)) for p in punkte]
    fristen = [
        (frist.datum or frist.naechste, friststand(frist, urteil, heute))
        for punkt, urteil in zip(punkte, je_punkt, strict=True)
        for frist in punkt.fristen
    ]
    offene = [tag for tag, stand in fristen if tag and stand is Friststand.OFFEN]
    staende = [n.stand(heute) for n in vorgang.nachfragen]
    return BeschlussRow(
        vorgang.kennung, vorgang.betreff, vorgang.anzeigenummer, beschluss.datum, len(punkte),
        _zusammen(u.verwaltung for u in je_punkt), _zusammen(u.fraktion for u in je_punkt),
        sum(strittig(u) for u in je_punkt), min(offene, default=None),
        sum(stand is Friststand.UEBERFAELLIG for _, stand in fristen),
        sum(v.beschluss == beschluss.kennung for v in vorgang.fristverluste),
        ", ".join(_standzeile(s, staende.count(s)).text for s in dict.fromkeys(staende)) or "keine",
    )  # fmt: skip


def strittig(urteil: Umsetzung) -> bool:
    """Whether both have judged and say different things."""
    offen = Umsetzungsstand.OFFEN
    beide = urteil.verwaltung is not offen and urteil.fraktion is not offen
    return beide and urteil.verwaltung is not urteil.fraktion


def _zusammen(staende: Iterable[Umsetzungsstand]) -> str:
    """„2 umgesetzt, 1 offen“."""
    alle = list(staende)
    return ", ".join(
        f"{alle.count(stand)} {wort}" for stand, wort in UMSETZUNGSSTAENDE.items() if stand in alle
    )


def bilanz(rows: Sequence[PunktRow]) -> str:
    """„3 Punkte: 1 einig, 2 strittig“."""
    wort = "1 Punkt" if len(rows) == 1 else f"{len(rows)} Punkte"
    uneins = sum(strittig(row.urteil) for row in rows)
    offen = Umsetzungsstand.OFFEN
    einig = sum(
        row.urteil.verwaltung is row.urteil.fraktion and row.urteil.fraktion is not offen
        for row in rows
    )
    teile = [f"{einig} einig"] if einig else []
    teile += [f"{uneins} strittig"] if uneins else []
    teile += [f"{len(rows) - einig - uneins} ohne Urteil"] if len(rows) > einig + uneins else []
    return f"{wort}: {', '.join(teile)}" if teile else wort


def neuester_bericht(vorgang: Vorgang) -> Bericht | None:
    """The report of the newest day, None without any."""
    return max(vorgang.berichte, key=lambda b: b.datum or date.min, default=None)
