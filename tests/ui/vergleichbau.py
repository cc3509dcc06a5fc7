"""Invented Fassungen for the tests of comparison and editor."""

from __future__ import annotations

from datetime import date

from antragsbuero.domain.absatz import absaetze
from antragsbuero.domain.bearbeitung import mit_fristen
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.vorgang import Stand, Vorgang

TEXTE = (
    "Die Stadt legt bis zum 30.06.2026 einen Plan für schattige Wege in der Innenstadt vor.",
    "Für die Umsetzung werden im Haushalt 100.000 Euro eingestellt.",
    "Die Ergebnisse der Werkstatt werden dem Rat zur Kenntnis gegeben.",
    "Die Verwaltung prüft, welche Plätze entsiegelt werden können. Außerdem berichtet sie "
    "jährlich dem Ausschuss für Umwelt über den Stand der Begrünung.",
    "Die Bürgerinnen und Bürger werden durch Rundgänge in allen Bezirken beteiligt.",
    "Ein Förderprogramm für private Höfe ist zu entwickeln.",
)


def punkt(nummer: str, text: str, *unter: Beschlusspunkt) -> Beschlusspunkt:
    return Beschlusspunkt(nummer, absaetze([text]), tuple(unter))


def fassung(art: Fassungsart, tag: date | None, *punkte: Beschlusspunkt, **felder) -> Fassung:
    return Fassung(
        art, tag, eingereicht=tag is not None, punkte=mit_fristen(punkte),
        **{"betreff": "Schatten für die Stadt", **felder},
    )  # fmt: skip


def schatten() -> Vorgang:
    """Three Fassungen: a lost deadline, a changed sum, a move, a split, a deletion, a draft."""
    antrag = fassung(
        Fassungsart.URSPRUNGSANTRAG, date(2025, 9, 1),
        *(punkt(f"{n}.", text) for n, text in enumerate(TEXTE, 1)),
        vorspann=absaetze(["Der Rat möge beschließen:"]),
        begruendung=absaetze(["Hitze belastet.", "Bäume kühlen."]),
    )  # fmt: skip
    neu = fassung(
        Fassungsart.NEUFASSUNG, date(2025, 11, 3),
        punkt("1.", TEXTE[2]),
        punkt("2.", TEXTE[0].replace("bis zum 30.06.2026 ", "")),
        punkt("3.", TEXTE[1].replace("100.000", "50.000")),
        punkt("4.", TEXTE[3].partition(" Außerdem")[0]),
        punkt("5.", "Außerdem" + TEXTE[3].partition(" Außerdem")[2]),
        punkt("6.", TEXTE[4]),
        zu=antrag.kennung, vorspann=absaetze(["Der Rat möge beschließen:"]),
        begruendung=absaetze(["Hitze belastet Menschen.", "Bäume kühlen."]),
    )  # fmt: skip
    beschluss = fassung(
        Fassungsart.BESCHLUSS, date(2025, 12, 10), *neu.punkte, zu=neu.kennung,
    )  # fmt: skip
    return Vorgang(
        betreff="Schatten für die Stadt", stand=Stand.BESCHLOSSEN, nummern=("A 17",),
        fassungen=(antrag, neu, beschluss),
    )  # fmt: skip
