"""One cell of the printed Synopse: kind, marked words, notices."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from antragsbuero.comparison.synopse import (
    Aenderungsart,
    Bereich,
    Betragsaenderung,
    Synopse,
    SynopsenZeile,
    SynopsenZelle,
    Teilart,
    Textteil,
    Zeilenart,
)
from antragsbuero.documents.compose_synopse_fristen import fristhinweis
from antragsbuero.documents.compose_synopse_nummern import (
    ohne_begruendung,
    spaltennummern,
    wort,
    zeilennamen,
)
from antragsbuero.dokument.abbruch import pruefe_abbruch
from antragsbuero.dokument.dokument import (
    Marke,
    Textabsatz,
    Textlauf,
    Textrolle,
    Zelle,
    textabsatz,
)

OHNE_ENTSPRECHUNG = "ohne Entsprechung"
_ARTEN = {
    Zeilenart.UNVERAENDERT: "= unverändert",
    Zeilenart.GEAENDERT: "≠ geändert",
    Zeilenart.EINGEFUEGT: "+ eingefügt",
    Zeilenart.GESTRICHEN: "− gestrichen",
    Zeilenart.VERSCHOBEN: "↕ verschoben",
    Zeilenart.GETEILT: "≠ geteilt",
    Zeilenart.ZUSAMMENGEFASST: "≠ zusammengefasst",
}
_ZELLMARKEN = {
    Zeilenart.EINGEFUEGT: Marke.EINGEFUEGT,
    Zeilenart.GESTRICHEN: Marke.GESTRICHEN,
    Zeilenart.VERSCHOBEN: Marke.VERSCHOBEN,
    Zeilenart.GETEILT: Marke.VERSCHOBEN,
    Zeilenart.ZUSAMMENGEFASST: Marke.VERSCHOBEN,
}


class Zellenbau:
    """Builds the rows of a Synopse."""

    def __init__(self, synopse: Synopse) -> None:
        self._synopse = synopse
        self._nummern = [spaltennummern(synopse, s) for s in range(len(synopse.spalten))]
        self._namen = zeilennamen(synopse, self._nummern)
        self._ohne = ohne_begruendung(synopse)
        self._hinweise: dict[tuple[int, int], list[Textabsatz]] = defaultdict(list)
        for frist in synopse.fristen:
            self._hinweise[frist.zeile, frist.spalte].append(fristhinweis(frist))
        for betrag in synopse.betraege:
            self._hinweise[betrag.zeile, betrag.spalte].append(_betragshinweis(betrag))

    def zeile(self, nr: int, zeile: SynopsenZeile) -> tuple[Zelle, ...]:
        """The cells of row `nr` of the Synopse; the first is its header."""
        pruefe_abbruch()
        kopf = self._namen[nr]
        zellen = [Zelle((textabsatz(kopf),), kopf=True)]
        for spalte, zelle in enumerate(zeile.zellen):
            hinweise = self._hinweise.get((nr, spalte), [])
            zellen.append(self._zelle(zeile, spalte, zelle, kopf, hinweise))
        return tuple(zellen)

    def _zelle(
        self,
        zeile: SynopsenZeile,
        spalte: int,
        zelle: SynopsenZelle,
        kopf: str,
        hinweise: Sequence[Textabsatz],
    ) -> Zelle:
        fehlt = zeile.bereich is Bereich.BEGRUENDUNG and spalte in self._ohne
        leer = not zelle.punkte and (fehlt or zelle.art is not Zeilenart.GESTRICHEN)
        if leer and not hinweise:
            leise = Textabsatz((Textlauf(OHNE_ENTSPRECHUNG, marke=Marke.LEISE),))
            return Zelle((leise,), Marke.LEISE)
        art = zelle.art
        ganz = art in (Zeilenart.EINGEFUEGT, Zeilenart.GESTRICHEN)
        absaetze = [textabsatz(self._artwort(zeile, spalte, zelle, kopf), Textrolle.HINWEIS)]
        if zelle.teile is None or art is Zeilenart.UNVERAENDERT:
            absaetze += [textabsatz(stueck) for stueck in zelle.text.split("\n")]
        else:
            absaetze += absaetze_aus(zelle.teile, fett=not ganz)
            absaetze += self._wanderungen(zelle.teile)
        marke = _ZELLMARKEN.get(art) if art else None
        return Zelle((*absaetze, *hinweise), marke)

    def _artwort(self, zeile: SynopsenZeile, spalte: int, zelle: SynopsenZelle, kopf: str) -> str:
        if zelle.art is None:
            worte = ["Ausgangsfassung"]
        else:
            worte = [_ARTEN[zelle.art] + self._herkunft(zeile, spalte, zelle)]
        eigene = ", ".join(self._nummern[spalte][zeile.bereich, p] for p in zelle.punkte)
        if zelle.nummer_geaendert and zelle.art is not Zeilenart.VERSCHOBEN:
            vorher = self._liste(zeile, self._basis(spalte))
            if vorher != eigene:  # a single point without a number counts as the first
                worte.append(f"Nummer {vorher} → {eigene}")
        elif eigene and eigene != kopf and zeile.bereich is Bereich.PUNKTE:
            worte.append(f"{wort(zeile)} {eigene}")
        return " · ".join(worte)

    def _herkunft(self, zeile: SynopsenZeile, spalte: int, zelle: SynopsenZelle) -> str:
        """What a moved, split or merged point was before."""
        basis = self._basis(spalte)
        match zelle.art:
            case Zeilenart.VERSCHOBEN:
                return f", war {wort(zeile)} {self._liste(zeile, basis)}"
            case Zeilenart.GETEILT:
                return f" in {wort(zeile)} {self._liste(zeile, spalte)}"
            case Zeilenart.ZUSAMMENGEFASST:
                return f" aus {wort(zeile)} {self._liste(zeile, basis)}"
            case _:
                return ""

    def _basis(self, spalte: int) -> int:
        basis = self._synopse.spalten[spalte].basis
        return spalte if basis is None else basis

    def _liste(self, zeile: SynopsenZeile, spalte: int) -> str:
        """„1, 2 und 3“ for the points of a row in one column."""
        namen = [self._nummern[spalte][zeile.bereich, p] for p in zeile.zellen[spalte].punkte]
        return " und ".join([", ".join(namen[:-1]), namen[-1]] if len(namen) > 1 else namen)

    def _wanderungen(self, teile: Iterable[Textteil]) -> Iterator[Textabsatz]:
        """Where moved sentences came from or went to."""
        gesehen = set()
        for teil in teile:
            if teil.wanderung is None or teil.art not in (Teilart.NEU, Teilart.WEG):
                continue
            ziel = self._synopse.zeilen[teil.wanderung]
            richtung = "kommt aus" if teil.art is Teilart.NEU else "steht jetzt in"
            satz = f"Textstelle {richtung} {wort(ziel)} {self._namen[teil.wanderung]}"
            if satz not in gesehen:
                gesehen.add(satz)
                yield Textabsatz((Textlauf(satz, marke=Marke.VERSCHOBEN),), Textrolle.HINWEIS)


def absaetze_aus(teile: Iterable[Textteil], *, fett: bool) -> list[Textabsatz]:
    """The marked words; deletions stand before the insertions that replace them.

    `fett` sets insertions in bold, as among unchanged words. Where a blank of the old or of
    the new text is not printed, or a word meets the one it replaces, one blank parts them.
    """
    absaetze: list[list[Textlauf]] = [[]]
    alt = neu = gedruckt = ""
    for teil in teile:
        worte = teil.alt if teil.art is Teilart.WEG else teil.neu
        davor = alt if teil.art is Teilart.WEG else neu
        if worte and _braucht_luecke(gedruckt, davor, worte):
            absaetze[-1].append(Textlauf(" "))
        for nr, stueck in enumerate(worte.split("\n")):
            if nr:
                absaetze.append([])
            if stueck:
                absaetze[-1] += _laeufe(teil, stueck, fett)
        alt, neu = (teil.alt or alt)[-1:], (teil.neu or neu)[-1:]
        gedruckt = (worte or gedruckt)[-1:]
    return [Textabsatz(tuple(laeufe)) for laeufe in absaetze]


def _braucht_luecke(gedruckt: str, davor: str, worte: str) -> bool:
    """Whether `worte` begin a word in their own text but touch what is printed before them."""
    if not gedruckt or gedruckt.isspace() or worte[0].isspace():
        return False
    return not davor or davor.isspace()


def _laeufe(teil: Textteil, stueck: str, fett: bool) -> Iterator[Textlauf]:
    """The piece with its mark; blanks at its ends are never struck or underlined."""
    match teil.art:
        case Teilart.WEG:
            marke = Marke.GESTRICHEN
        case Teilart.NEU:
            marke = Marke.EINGEFUEGT if teil.wanderung is None else Marke.VERSCHOBEN
        case _:
            yield Textlauf(stueck)
            return
    kern = stueck.strip()
    vorn, hinten = stueck.split(kern, 1) if kern else (stueck, "")
    if vorn:
        yield Textlauf(vorn)
    if kern:
        yield Textlauf(kern, fett=fett and marke is Marke.EINGEFUEGT, marke=marke)
    if hinten:
        yield Textlauf(hinten)


def _betragshinweis(aenderung: Betragsaenderung) -> Textabsatz:
    name, worte = {
        Aenderungsart.GEAENDERT: (
            "Betrag geändert:", f"{aenderung.vorher} → {aenderung.nachher}",
        ),
        Aenderungsart.ENTFALLEN: ("Betrag entfallen:", aenderung.vorher),
        Aenderungsart.NEU: ("Neuer Betrag:", aenderung.nachher),
    }[aenderung.art]  # fmt: skip
    return Textabsatz(
        (
            Textlauf(f"{name} ", fett=True, marke=Marke.FRIST),
            Textlauf(worte, marke=Marke.FRIST),
        ),
        marke=Marke.FRIST,
    )
