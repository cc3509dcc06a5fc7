"""What can leave the office of a Vorgang, in which formats, and why something cannot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from antragsbuero.domain.fassung import Fassung
from antragsbuero.domain.nachfrage import Nachfrage
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.errors import NichtGefunden
from antragsbuero.services.exporte import neueste_eigene
from antragsbuero.services.papier import OHNE_WAHL, Exportwahl
from antragsbuero.services.papiere import EIGENE


class Ausgabe(StrEnum):
    """A kind of file that an export writes; the values are its German names."""

    FASSUNG = "Fassung"
    ANSCHREIBEN = "Anschreiben"
    NACHFRAGE = "Nachfrage"
    SYNOPSE = "Synopse"
    KORREKTURFASSUNG = "Korrekturfassung"
    REGISTER = "Register"
    AKTE = "Akte"
    WEBSEITE = "Webseite"


WORD, PDF, HTML = ".docx", ".pdf", ".html"
FORMATE: dict[Ausgabe, tuple[str, ...]] = dict.fromkeys(Ausgabe, (WORD, PDF)) | {
    Ausgabe.SYNOPSE: (WORD, PDF, HTML),
    Ausgabe.KORREKTURFASSUNG: (WORD,),
    Ausgabe.WEBSEITE: (HTML,),
}
"""The endings each kind can be written with."""
_SPALTEN = 3
"""Columns of a Synopse when nobody chose: the newest ones."""


@dataclass(frozen=True, slots=True)
class Auswahl:
    """What a person wants to export from; all by kennung.

    `fassung` is the Fassung of Fassung and Anschreiben, None the newest own one; `spalten` are
    the columns of Synopse and Korrekturfassung, () the newest; `nachfrage` None is the newest.
    `fraktion` is the own one, "" where it is not known (see `Ausgang.fuer_uns`).
    """

    vorgaenge: tuple[str, ...]
    fassung: str | None = None
    spalten: tuple[str, ...] = ()
    nachfrage: str | None = None
    nur_aenderungen: bool = False
    fraktion: str = ""


@dataclass(frozen=True, slots=True)
class Exportauftrag:
    """Which files are written where; `ersetzen` overwrites files of the same name.

    `nur` narrows it to kinds of single Vorgänge (by kennung); empty means all of them.
    """

    auswahl: Auswahl
    ausgaben: tuple[Ausgabe, ...]
    formate: frozenset[str]
    ordner: Path
    wahl: Exportwahl = OHNE_WAHL
    ersetzen: bool = False
    nur: frozenset[tuple[str, Ausgabe]] = frozenset()

    def endungen(self, ausgabe: Ausgabe) -> tuple[str, ...]:
        """The endings of this kind; one that exists in one format only needs no choice."""
        moeglich = FORMATE[ausgabe]
        return moeglich if len(moeglich) == 1 else tuple(e for e in moeglich if e in self.formate)


@dataclass(frozen=True, slots=True)
class Angebot:
    """Whether a kind exists for the Vorgänge; `hinweis` says in German why not for some or all."""

    ausgabe: Ausgabe
    moeglich: bool
    hinweis: str


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


def angebote(vorgaenge: Sequence[Vorgang], auswahl: Auswahl) -> tuple[Angebot, ...]:
    """Every kind, in the order of Ausgabe."""
    return tuple(_angebot(vorgaenge, auswahl, ausgabe) for ausgabe in Ausgabe)


def _angebot(vorgaenge: Sequence[Vorgang], auswahl: Auswahl, ausgabe: Ausgabe) -> Angebot:
    gruende = [grund(vorgang, ausgabe, auswahl) for vorgang in vorgaenge]
    fehlend = Counter(g for g in gruende if g)
    anzahl = len(gruende)
    if not fehlend:
        return Angebot(ausgabe, bool(gruende), "")
    if anzahl == 1:
        return Angebot(ausgabe, False, gruende[0])
    worte = "; ".join(f"{g} ({n})" for g, n in fehlend.most_common())
    ohne = fehlend.total()
    moeglich = ohne < anzahl
    wieviele = f"bei {ohne} von {anzahl} nicht" if moeglich else f"bei keinem der {anzahl}"
    return Angebot(ausgabe, moeglich, f"{wieviele}: {worte}")


def grund(vorgang: Vorgang, ausgabe: Ausgabe, auswahl: Auswahl) -> str:
    """Why this Vorgang has no such file, in German; "" when it has."""
    match ausgabe:
        case Ausgabe.FASSUNG if not vorgang.fassungen:
            return "hat keine Fassung"
        case Ausgabe.ANSCHREIBEN:
            fassung = gemeinte_fassung(vorgang, auswahl)
            if fassung is None or not _ist_unsere(vorgang, fassung, auswahl.fraktion):
                return "gibt es nur zu Papieren, die die Fraktion einreicht"
        case Ausgabe.NACHFRAGE if gemeinte_nachfrage(vorgang, auswahl) is None:
            return "hat noch keine Nachfrage"
        case Ausgabe.SYNOPSE if len(spalten(vorgang, auswahl)) < 2:
            return "hat erst eine Fassung"
        case Ausgabe.KORREKTURFASSUNG if len(korrekturpaar(vorgang, auswahl)) != 2:
            return "gibt es nur zwischen genau zwei Fassungen"
        case Ausgabe.REGISTER if not vorgang.beschluesse():
            return "noch nichts beschlossen"
        case Ausgabe.WEBSEITE:
            return _grund_webseite(vorgang)
        case _:
            pass
    return ""


def grund_ohne_anlagen(vorgaenge: Sequence[Vorgang], auswahl: Auswahl) -> str:
    """Why no Anlagen can go behind the Fassungen that are meant; "" when there are some."""
    gemeint = [f for v in vorgaenge if (f := gemeinte_fassung(v, auswahl)) is not None]
    if any(fassung.anlagen for fassung in gemeint):
        return ""
    return "die Fassung hat keine" if len(vorgaenge) == 1 else "keine der Fassungen hat welche"


def _ist_unsere(vorgang: Vorgang, fassung: Fassung, fraktion: str) -> bool:
    # Loaded at its first use: start-up must not wait for the composers.
    from antragsbuero.documents.compose_fassung import ist_fremd

    return fassung.art in EIGENE and not ist_fremd(vorgang, fassung, fraktion)


def _grund_webseite(vorgang: Vorgang) -> str:
    # Loaded at its first use: start-up must not wait for the composers.
    from antragsbuero.documents.compose_webseite import oeffentliche_fassungen

    if vorgang.nichtoeffentlich:
        return "nichtöffentlich"
    if not oeffentliche_fassungen(vorgang) and not vorgang.berichte:
        return "noch nichts eingereicht"
    return ""


def gemeinte_fassung(vorgang: Vorgang, auswahl: Auswahl) -> Fassung | None:
    """The chosen Fassung, else the newest own one, else the newest; None without any."""
    for fassung in vorgang.fassungen:
        if fassung.kennung == auswahl.fassung:
            return fassung
    try:
        return neueste_eigene(vorgang, auswahl.fraktion)
    except NichtGefunden:
        geordnet = _geordnet(vorgang)
        return geordnet[-1] if geordnet else None


def gemeinte_nachfrage(vorgang: Vorgang, auswahl: Auswahl) -> Nachfrage | None:
    """The chosen Nachfrage, else the newest; None without any."""
    for nachfrage in vorgang.nachfragen:
        if nachfrage.kennung == auswahl.nachfrage:
            return nachfrage
    return vorgang.nachfragen[-1] if vorgang.nachfragen else None


def spalten(vorgang: Vorgang, auswahl: Auswahl) -> tuple[Fassung, ...]:
    """The columns of the Synopse: the chosen ones in their order, else the newest by day."""
    nach_kennung = {f.kennung: f for f in vorgang.fassungen}
    gewaehlt = tuple(nach_kennung[k] for k in auswahl.spalten if k in nach_kennung)
    return gewaehlt if len(gewaehlt) >= 2 else _geordnet(vorgang)[-_SPALTEN:]


def korrekturpaar(vorgang: Vorgang, auswahl: Auswahl) -> tuple[Fassung, ...]:
    """The older and the newer Fassung of the Korrekturfassung; not two where there are none.

    Columns somebody chose are taken as they are; else a Fassung goes with what it answers, or
    with its neighbour by day.
    """
    nach_kennung = {f.kennung: f for f in vorgang.fassungen}
    gewaehlt = tuple(nach_kennung[k] for k in auswahl.spalten if k in nach_kennung)
    if len(gewaehlt) >= 2:
        return gewaehlt
    neu = gemeinte_fassung(vorgang, auswahl)
    if neu is None:
        return ()
    if neu.zu in nach_kennung and neu.zu != neu.kennung:
        return (nach_kennung[str(neu.zu)], neu)
    geordnet = _geordnet(vorgang)
    ort = [f.kennung for f in geordnet].index(neu.kennung)
    return geordnet[ort - 1 : ort + 1] if ort else geordnet[:2]


def _geordnet(vorgang: Vorgang) -> tuple[Fassung, ...]:
    """All Fassungen by their day, drafts last."""
    return tuple(sorted(vorgang.fassungen, key=lambda f: (f.ist_entwurf, f.datum or date.max)))
