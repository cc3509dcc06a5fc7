"""What the commands print for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from textwrap import indent, shorten

from antragsbuero.comparison.synopse import Synopse, Teilart, Zeilenart
from antragsbuero.documents.bezeichnungen import (
    FRISTSTAENDE,
    NACHFRAGESTAENDE,
    STAENDE,
    VORGANGSARTEN,
    ZEILENARTEN,
    abstimmungstext,
    berichtstitel,
    deutsches_datum,
    fassungstitel,
    fristtext,
)
from antragsbuero.documents.erkennung import Ausgelassen, Zweifel
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt
from antragsbuero.domain.fassung import Fassung
from antragsbuero.domain.vorgang import Vorgang, nach_datum
from antragsbuero.services.fristen import Fristeintrag
from antragsbuero.services.ports import Suchergebnis, VorgangZeile


def zeile(text: str = "") -> None:
    """Prints one line on standard output."""
    print(text)  # noqa: T201


def liste(zeilen: Sequence[VorgangZeile]) -> None:
    """All Vorgänge, one line each."""
    if not zeilen:
        zeile("Es gibt noch keinen Vorgang. „importieren DATEI“ nimmt den ersten auf.")
    for z in zeilen:
        nummer = z.anzeigenummer or "ohne Nummer"
        zeile(f"{z.kennung}  {nummer}  {STAENDE[z.stand]}  {z.betreff}")


def vorgang(v: Vorgang, stichtag: date) -> None:
    """One Vorgang with everything."""
    zeile(v.betreff)
    nummern = ", ".join(v.nummern) or v.arbeitsnummer or "Nummer wird vergeben"
    zeile(f"{VORGANGSARTEN[v.art]} · {STAENDE[v.stand]} · {nummern} · Kennung {v.kennung}")
    if v.nichtoeffentlich:
        zeile("Nichtöffentlich")
    for fassung in nach_datum(v.fassungen):
        _fassung(fassung)
    for abstimmung in v.abstimmungen:
        zeile(f"\nAbstimmung: {abstimmungstext(abstimmung)}")
    for verlust in v.fristverluste:
        nachher = f"jetzt „{verlust.nachher.wortlaut}“" if verlust.nachher else "jetzt keine Frist"
        zeile(
            f"\nFrist im Beschluss verloren, Punkt {verlust.punkt}: "
            f"{fristtext(verlust.vorher)}, {nachher}"
        )
    for bericht in v.berichte:
        zeile(f"\n{berichtstitel(bericht)}")
        for teil in bericht.teile:
            zeile(f"  zu Punkt {teil.punkt}:" if teil.punkt else "  zum Ganzen:")
            for absatz in teil.absaetze:
                zeile(indent(absatz.text, "    "))
    for nachfrage in v.nachfragen:
        zeile(f"\nNachfrage ({NACHFRAGESTAENDE[nachfrage.stand(stichtag)]}) {nachfrage.kennung}")
        for frage in nachfrage.fragen:
            zeile(indent(frage, "  "))


def _fassung(fassung: Fassung) -> None:
    zeile(f"\n{fassungstitel(fassung)} · Kennung {fassung.kennung}")
    for absatz in fassung.vorspann:
        zeile(indent(absatz.text, "  "))
    for text in _punkte(fassung.punkte, "  "):
        zeile(text)
    if fassung.begruendung:
        zeile("  Begründung:")
        for absatz in fassung.begruendung:
            zeile(indent(absatz.text, "  "))


def _punkte(punkte: Sequence[Beschlusspunkt], rand: str) -> Iterator[str]:
    for punkt in punkte:
        yield f"{rand}{punkt.nummer} {punkt.text}".rstrip() if punkt.nummer else rand + punkt.text
        for frist in punkt.fristen:
            yield f"{rand}   → Frist: {fristtext(frist)}"
        yield from _punkte(punkt.punkte, rand + "   ")


def zweifel(stellen: Sequence[Zweifel], ausgelassen: Sequence[Ausgelassen]) -> None:
    """What the recognition wants a person to look at."""
    for z in stellen:
        zeile(f"\nBitte prüfen: {z.grund}\n    {shorten(z.text, 200, placeholder=' …')}")
    if ausgelassen:
        zeile("\nNicht übernommen:")
    for a in ausgelassen:
        zeile(f"    {shorten(a.text, 100, placeholder=' …')}")


def synopse(s: Synopse) -> None:
    """A comparison, differences in marks of plain text: [-weg-] {+neu+}."""
    zeile(" | ".join(spalte.titel for spalte in s.spalten))
    for nr, z in enumerate(s.zeilen, 1):
        zeile(f"\n{nr}. {ZEILENARTEN[z.art]}")
        for spalte, zelle in zip(s.spalten, z.zellen, strict=True):
            nummer = " ".join(zelle.nummern)
            art = f" ({ZEILENARTEN[zelle.art]})" if zelle.art else ""
            zeile(f"  {spalte.titel}{art}: {nummer}".rstrip(": "))
            if zelle.art is not Zeilenart.UNVERAENDERT:
                zeile(indent(_marken(zelle.teile, zelle.text), "    "))
    for f in s.fristen:
        vorher = fristtext(f.vorher) if f.vorher else "keine Frist"
        nachher = fristtext(f.nachher) if f.nachher else "keine Frist"
        zeile(
            f"\nFrist {f.art.value.lower()} (Zeile {f.zeile + 1}): {vorher} → {nachher}".replace(
                "geaendert", "geändert"
            )
        )


def _marken(teile: object, text: str) -> str:
    if not isinstance(teile, tuple):
        return text
    formen = {Teilart.WEG: "[-{0.alt}-]", Teilart.NEU: "{{+{0.neu}+}}"}
    return "".join(formen.get(teil.art, "{0.neu}").format(teil) for teil in teile)


def fristen(eintraege: Sequence[Fristeintrag]) -> None:
    """The list of deadlines."""
    if not eintraege:
        zeile("Es gibt keine Fristen aus Beschlüssen.")
    for e in eintraege:
        tag = deutsches_datum(e.frist.datum or e.frist.naechste) or "ohne Datum"
        punkt = f"Punkt {e.punkt}" if e.punkt else "Beschluss"
        zeile(f"{tag:<11} {FRISTSTAENDE[e.stand]:<26} {punkt}: „{e.frist.wortlaut}“ · {e.betreff}")


def treffer(ergebnis: Suchergebnis) -> None:
    """The hits of a search."""
    for t in ergebnis.treffer:
        zeile(f"{t.kennung}  {t.betreff}\n    {t.auszug}")
    wort = "Treffer" if ergebnis.gesamt else "Kein Treffer."
    zeile(f"{ergebnis.gesamt} {wort}" if ergebnis.gesamt else wort)
