"""Fassungen for properties: invented ones, and others derived from them by edits."""

from __future__ import annotations

from hypothesis import strategies as st

from antragsbuero.domain.beschlusspunkt import Beschlusspunkt
from antragsbuero.domain.fassung import Fassung
from tests.comparison.bauen import fassung, punkt

SATZ = (
    "Der Oberbürgermeister wird beauftragt bis zum 30. Juni 2026 ein Konzept für den Radverkehr in "
    "Gohlis vorzulegen , die Stadt prüft 20.000 Euro „Quartier“ – und der Stadtrat beschließt "
    "Mittel . Ämter a\u0308ndern \u00ad z.\u00a0B. § 28 ( 6 ) 😀 שלום 1,5 Mio. Euro"
)

worte = st.sampled_from(SATZ.split(" "))
satz = st.lists(worte, min_size=1, max_size=14).map(" ".join)
wild = st.text(max_size=30)
text = st.one_of(satz, st.lists(satz, max_size=4).map(". ".join), wild)


@st.composite
def geaendert(draw: st.DrawFn, vorlage: str) -> str:
    """The text with some words dropped, replaced or put in, or with other blanks."""
    art = draw(st.integers(0, 5))
    teile = vorlage.split(" ")
    if art == 0:
        return vorlage
    if art == 1:
        return vorlage.replace(" ", "\u00a0", 1)
    if art == 2:
        return draw(text)
    ort = draw(st.integers(0, len(teile)))
    if art == 3:
        teile.insert(ort, draw(satz))
    elif art == 4:
        del teile[ort : ort + draw(st.integers(1, 4))]
    else:
        teile[ort : ort + 2] = [draw(worte)]
    return " ".join(teile)


@st.composite
def reihen(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """Two lists of texts, the second mostly made out of the first."""
    alt = draw(st.lists(text, max_size=7))
    neu = []
    for vorlage in alt:
        schritt = draw(st.integers(0, 9))
        if schritt == 0:
            continue
        neu.append(draw(geaendert(vorlage)) if schritt < 6 else vorlage)
        if schritt == 9:
            neu.append(draw(text))
    if neu and draw(st.booleans()):
        neu.insert(draw(st.integers(0, len(neu))), neu.pop(draw(st.integers(0, len(neu) - 1))))
    return alt, neu


def _verschachtelt(texte: list[str], tiefen: list[int]) -> list[Beschlusspunkt]:
    ergebnis: list[Beschlusspunkt] = []
    for nummer, (inhalt, tiefe) in enumerate(zip(texte, tiefen, strict=True), 1):
        if tiefe and ergebnis:
            oben = ergebnis[-1]
            unter = (*oben.punkte, punkt(inhalt, f"{chr(97 + len(oben.punkte) % 26)})"))
            ergebnis[-1] = Beschlusspunkt(oben.nummer, oben.absaetze, unter)
        else:
            ergebnis.append(punkt(inhalt, f"{nummer}."))
    return ergebnis


@st.composite
def fassungen(draw: st.DrawFn, anzahl: int | None = None) -> list[Fassung]:
    """Two to four Fassungen, each made out of the one before."""
    anzahl = anzahl or draw(st.integers(2, 4))
    punkte, gruende = draw(st.lists(text, max_size=6)), draw(st.lists(text, max_size=3))
    ergebnis = []
    for _ in range(anzahl):
        tiefen = [draw(st.integers(0, 1)) for _ in punkte]
        ergebnis.append(
            fassung(
                *_verschachtelt(punkte, tiefen),
                betreff=draw(st.sampled_from(["", "Radweg", "Radwege in Gohlis"])),
                vorspann=gruende[:1],
                begruendung=gruende,
            )
        )
        punkte = [draw(geaendert(p)) for p in punkte if draw(st.integers(0, 6))]
        punkte += draw(st.lists(text, max_size=1))
        gruende = [draw(geaendert(g)) for g in gruende]
    return ergebnis
