"""Short ways to build Fassungen for tests."""

from __future__ import annotations

from collections.abc import Sequence

from antragsbuero.domain.absatz import absaetze
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.frist import Frist


def punkt(
    text: str,
    nummer: str = "",
    unter: Sequence[Beschlusspunkt] = (),
    fristen: Sequence[Frist] = (),
    **felder: str,
) -> Beschlusspunkt:
    gesetzt = tuple(
        Frist(f.wortlaut, f.datum, f.genauigkeit, f.naechste, von, von + len(f.wortlaut))
        for f in fristen
        if (von := text.index(f.wortlaut)) >= 0
    )
    return Beschlusspunkt(nummer, absaetze([text]), tuple(unter), gesetzt, **felder)


def fassung(
    *punkte: str | Beschlusspunkt,
    betreff: str = "",
    vorspann: Sequence[str] = (),
    begruendung: Sequence[str] = (),
    **felder: str,
) -> Fassung:
    """A Fassung; plain texts become points numbered 1., 2., …"""
    fertig = tuple(punkt(p, f"{n}.") if isinstance(p, str) else p for n, p in enumerate(punkte, 1))
    return Fassung(
        Fassungsart.URSPRUNGSANTRAG,
        betreff=betreff,
        vorspann=absaetze(vorspann),
        punkte=fertig,
        begruendung=absaetze(begruendung),
        **felder,
    )
