"""The Akte: a whole Vorgang in one paper, with a list of contents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from antragsbuero.documents.bezeichnungen import (
    NACHFRAGESTAENDE,
    STAENDE,
    UMSETZUNGSSTAENDE,
    VORGANGSARTEN,
    abstimmungstext,
    berichtstitel,
    deutsches_datum,
    fassungstitel,
    fristtext,
)
from antragsbuero.documents.briefkopf import Briefkopfdaten, felder
from antragsbuero.documents.compose_absaetze import (
    absatz_bloecke,
    kopfangabe,
    punkt_bloecke,
    zeile_aus,
)
from antragsbuero.documents.compose_register import (
    NICHTOEFFENTLICH,
    Registereintrag,
    punktname,
)
from antragsbuero.dokument.dokument import (
    Block,
    Dokument,
    Liste,
    Listenpunkt,
    Tabelle,
    Textabsatz,
    Textlauf,
    Ueberschrift,
    textabsatz,
)
from antragsbuero.domain.abstimmung import Abstimmung
from antragsbuero.domain.anlage import Anlage
from antragsbuero.domain.beratung import Beratung
from antragsbuero.domain.bericht import Bericht, Berichtsart
from antragsbuero.domain.beschlusspunkt import mit_tiefe
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.nachfrage import Nachfrage
from antragsbuero.domain.umsetzung import Umsetzung
from antragsbuero.domain.vorgang import Verlaufseintrag, Vorgang, nach_datum

_Abschnitt = tuple[str, list[Block]]
"""The heading of a part and what stands below it."""
_RUMPF = {Fassungsart.ANFRAGE: "Fragen", Fassungsart.BESCHLUSS: "Beschlusstext"}


def akte_dokument(eintrag: Registereintrag, kopf: Briefkopfdaten, stichtag: date) -> Dokument:
    """The paper: head, contents, sessions, papers by date, votes, control, queries, Verlauf.

    Notes and the person in charge stay in the office and are left out.
    """
    vorgang = eintrag.vorgang
    teile = list(_abschnitte(eintrag, stichtag))
    tag = deutsches_datum(stichtag)
    name = " ".join(t for t in ("Akte", vorgang.anzeigenummer) if t)
    titel = f"{name}: {vorgang.betreff}"
    bloecke: list[Block] = [Ueberschrift(1, titel), *_angaben(vorgang)]
    if teile:
        bloecke += [Ueberschrift(2, "Inhalt"), _inhalt([teil for teil, _ in teile])]
    for nummer, (teil, inhalt) in enumerate(teile, 1):
        bloecke += [Ueberschrift(2, f"{nummer}. {teil}", anker=_anker(nummer)), *inhalt]
    geheim = NICHTOEFFENTLICH * vorgang.nichtoeffentlich
    return Dokument(
        titel=titel,
        bloecke=tuple(bloecke),
        kopfzeile=(kopf.kopfzeile, " · ".join(w for w in (geheim, f"Stand: {tag}") if w)),
        fusszeile=kopf.fuss(f"{name} vom {tag}"),
        verfasser=kopf.fraktion,
        logo=kopf.logo,
        felder=felder(
            kopf,
            f"{name} vom {tag}",
            titel=titel,
            nummer=vorgang.anzeigenummer,
            betreff=vorgang.betreff,
            status=geheim,
            stand=f"Stand: {tag}",
        ),
        rumpf=1,
    )


def _anker(nummer: int) -> str:
    return f"teil{nummer}"


def _inhalt(titel: Sequence[str]) -> Liste:
    return Liste(
        tuple(
            Listenpunkt(f"{nr}.", (Textabsatz((Textlauf(wort, verweis=f"#{_anker(nr)}"),)),))
            for nr, wort in enumerate(titel, 1)
        )
    )


def _angaben(vorgang: Vorgang) -> Iterator[Textabsatz]:
    yield kopfangabe("Betreff", vorgang.betreff, fett=True)
    if vorgang.nummern:
        yield kopfangabe("Nummern", ", ".join(vorgang.nummern))
    elif vorgang.arbeitsnummer:
        yield kopfangabe("Arbeitsnummer", vorgang.arbeitsnummer)
    yield kopfangabe("Art", VORGANGSARTEN[vorgang.art])
    yield kopfangabe("Stand", STAENDE[vorgang.stand])
    yield kopfangabe("Status", NICHTOEFFENTLICH if vorgang.nichtoeffentlich else "öffentlich")
    for name, werte in (
        ("Einreicher", vorgang.einreicher),
        ("Schlagworte", vorgang.schlagworte),
        ("Ortsteile", vorgang.ortsteile),
    ):
        if werte:
            yield kopfangabe(name, ", ".join(werte))


def _abschnitte(eintrag: Registereintrag, stichtag: date) -> Iterator[_Abschnitt]:
    vorgang = eintrag.vorgang
    if vorgang.beratungen:
        yield "Beratungsfolge", [_beratungsfolge(vorgang.beratungen)]
    for fassung in nach_datum(vorgang.fassungen):
        yield fassungstitel(fassung), list(_fassung(vorgang, fassung))
    if vorgang.abstimmungen:
        yield "Abstimmungen", [_abstimmungen(vorgang)]
    for bericht in sorted(vorgang.berichte, key=lambda b: b.datum or date.max):
        yield berichtstitel(bericht), list(_bericht(bericht))
    for beschluss in vorgang.beschluesse():
        if beschluss.punkte:
            vom = (
                f" zum Beschluss vom {deutsches_datum(beschluss.datum)}" if beschluss.datum else ""
            )
            yield f"Beschlusskontrolle{vom}", [_kontrolle(eintrag, beschluss)]
    for nachfrage in vorgang.nachfragen:
        yield _nachfragetitel(nachfrage), list(_nachfrage(vorgang, nachfrage, stichtag))
    if vorgang.anlagen:
        yield "Anlagen", [_anlagen(vorgang.anlagen)]
    if vorgang.verlauf:
        yield "Verlauf", [_verlauf(vorgang.verlauf)]


def _beratungsfolge(beratungen: Sequence[Beratung]) -> Tabelle:
    return Tabelle(
        (zeile_aus(("Gremium", "Datum", "TOP", "Zuständigkeit", "Votum")),),
        tuple(
            zeile_aus(
                (b.gremium, deutsches_datum(b.datum) or "offen", b.top, b.zustaendigkeit, b.votum)
            )
            for b in beratungen
        ),
        (5.0, 2.6, 1.4, 4.0, 4.0),
        "Beratungsfolge: Gremium, Datum, Tagesordnungspunkt, Zuständigkeit und Votum",
    )


def _fassung(vorgang: Vorgang, fassung: Fassung) -> Iterator[Block]:
    if fassung.nummer:
        yield kopfangabe("Nummer", fassung.nummer)
    if fassung.urheber:
        yield kopfangabe("Von", ", ".join(fassung.urheber))
    zu = next((f for f in vorgang.fassungen if f.kennung == fassung.zu), None)
    if zu is not None:
        yield kopfangabe("Zu", fassungstitel(zu))
    if fassung.betreff and fassung.betreff != vorgang.betreff:
        yield kopfangabe("Betreff", fassung.betreff)
    if fassung.vorspann or fassung.punkte:
        yield Ueberschrift(3, _RUMPF.get(fassung.art, "Beschlussvorschlag"))
        yield from absatz_bloecke(fassung.vorspann)
        yield from punkt_bloecke(fassung.punkte)
    if fassung.begruendung:
        yield Ueberschrift(3, "Begründung")
        yield from absatz_bloecke(fassung.begruendung)
    if fassung.anlagen:
        yield Ueberschrift(3, "Anlagen")
        yield _anlagen(fassung.anlagen)


def _anlagen(anlagen: Sequence[Anlage]) -> Liste:
    return Liste(
        tuple(Listenpunkt(f"{n}.", (textabsatz(a.name),)) for n, a in enumerate(anlagen, 1))
    )


def _abstimmungen(vorgang: Vorgang) -> Tabelle:
    def worueber(votum: Abstimmung) -> str:
        gemeint = next((f for f in vorgang.fassungen if f.kennung == votum.fassung), None)
        name = fassungstitel(gemeint) if gemeint is not None else vorgang.betreff
        return f"{name}, Punkt {', '.join(votum.punkte)}" if votum.punkte else name

    return Tabelle(
        (zeile_aus(("Worüber", "Ergebnis", "Wortlaut")),),
        tuple(
            zeile_aus((worueber(v), abstimmungstext(v), v.wortlaut)) for v in vorgang.abstimmungen
        ),
        (5.0, 5.0, 7.0),
        "Abstimmungen: worüber, Ergebnis und Wortlaut",
    )


def _bericht(bericht: Bericht) -> Iterator[Block]:
    if bericht.nummer:
        yield kopfangabe("Nummer", bericht.nummer)
    if bericht.urheber:
        yield kopfangabe("Von", ", ".join(bericht.urheber))
    wort = "Frage" if bericht.art is Berichtsart.ANTWORT else "Beschlusspunkt"
    for teil in bericht.teile:
        if teil.punkt:
            zusatz = "" if teil.bestaetigt else " (Zuordnung vorgeschlagen)"
            yield Ueberschrift(3, f"Zu {wort} {teil.punkt}{zusatz}")
        yield from absatz_bloecke(teil.absaetze)


def _kontrolle(eintrag: Registereintrag, beschluss: Fassung) -> Tabelle:
    urteile = {u.punkt: u for u in eintrag.vorgang.umsetzungen}

    def zeile(weg: Sequence[str], kennung: str, fristen: Sequence[str]) -> tuple[str, ...]:
        urteil = urteile.get(kennung, Umsetzung(kennung))
        verloren = [
            fristtext(v.vorher) + (" entfallen" if v.nachher is None else " geändert")
            for v in eintrag.verluste.get(kennung, ())
        ]
        return (
            punktname(weg) or "–",
            "; ".join(fristen) or "keine",
            "; ".join(verloren),
            UMSETZUNGSSTAENDE[urteil.verwaltung],
            UMSETZUNGSSTAENDE[urteil.fraktion],
        )

    return Tabelle(
        (zeile_aus(("Punkt", "Frist", "Im Beschluss verloren", "Verwaltung", "Fraktion")),),
        tuple(
            zeile_aus(zeile(weg, p.kennung, [fristtext(f) for f in p.fristen]))
            for weg, p in mit_tiefe(beschluss.punkte)
        ),
        (1.6, 4.6, 4.6, 3.1, 3.1),
        "Beschlusskontrolle: Punkt, Frist, im Beschluss verlorene Frist und die Urteile von "
        "Verwaltung und Fraktion",
    )


def _nachfragetitel(nachfrage: Nachfrage) -> str:
    tag = deutsches_datum(nachfrage.eingereicht or nachfrage.erstellt)
    name = f"Nachfrage {nachfrage.nummer}".strip()
    entwurf = " (Entwurf)" if nachfrage.eingereicht is None else ""
    return (f"{name} vom {tag}" if tag else name) + entwurf


def _nachfrage(vorgang: Vorgang, nachfrage: Nachfrage, stichtag: date) -> Iterator[Block]:
    beschluss = next((f for f in vorgang.fassungen if f.kennung == nachfrage.beschluss), None)
    if beschluss is not None:
        punkte = [
            punktname(weg)
            for weg, p in mit_tiefe(beschluss.punkte)
            if p.kennung in nachfrage.punkte
        ]
        if any(punkte):
            yield kopfangabe("Zu Punkt", ", ".join(punkte))
    yield kopfangabe("Stand", NACHFRAGESTAENDE[nachfrage.stand(stichtag)])
    if nachfrage.antwortfrist:
        yield kopfangabe("Antwort bis", deutsches_datum(nachfrage.antwortfrist))
    antwort = next((b for b in vorgang.berichte if b.kennung == nachfrage.antwort), None)
    if antwort is not None:
        yield kopfangabe("Antwort", berichtstitel(antwort))
    if nachfrage.einleitung:
        yield from (textabsatz(zeile) for zeile in nachfrage.einleitung.split("\n"))
    yield Liste(
        tuple(
            Listenpunkt(f"{nr}.", tuple(textabsatz(zeile) for zeile in frage.split("\n")))
            for nr, frage in enumerate(nachfrage.fragen, 1)
        )
    )


def _verlauf(verlauf: Sequence[Verlaufseintrag]) -> Tabelle:
    return Tabelle(
        (zeile_aus(("Zeitpunkt", "Was geschah")),),
        tuple(zeile_aus((f"{e.zeitpunkt:%d.%m.%Y, %H:%M} Uhr", e.text)) for e in verlauf),
        (4.0, 13.0),
        "Verlauf: Zeitpunkt (koordinierte Weltzeit) und was geschah",
    )
