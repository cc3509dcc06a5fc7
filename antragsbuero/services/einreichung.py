"""Handing a paper in: a draft of the e-mail, and its parts for the form of the council."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path, PurePath

from antragsbuero.documents.bezeichnungen import FASSUNGSARTEN, deutsches_datum
from antragsbuero.dokument.dokument import Block, textabsatz
from antragsbuero.dokument.fehler import Dateifehler
from antragsbuero.dokument.nachricht import Anhang, Nachricht
from antragsbuero.domain.anlage import Anlage
from antragsbuero.domain.fassung import Fassung
from antragsbuero.domain.nachfrage import Nachfrage
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.ausgabe import PDF, WORD
from antragsbuero.services.dateinamen import dateiname, saeubere
from antragsbuero.services.einstellungen import Einstellungen
from antragsbuero.services.errors import Abgelehnt, Ablagefehler, Buerofehler
from antragsbuero.services.exporte import Exporte, Exportergebnis
from antragsbuero.services.papier import OHNE_WAHL, Exportwahl
from antragsbuero.services.papiere import EIGENE
from antragsbuero.services.ports import NachrichtWriter

FORMATE = (PDF, WORD)
"""What is attached: the paper as it is to be read, and to be worked on."""
_ADRESSE = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_GROSS = 20 * 1024 * 1024
"""Bytes of an e-mail that many mailboxes refuse."""


class Kopierteil(StrEnum):
    """A field of the council's form; the values are its German names."""

    BETREFF = "Betreff"
    BESCHLUSSVORSCHLAG = "Beschlussvorschlag"
    BEGRUENDUNG = "Begründung"


@dataclass(frozen=True, slots=True)
class Kopie:
    """A part of a Fassung for the clipboard."""

    html: str
    text: str


class Einreichung:
    """Use cases around the hand-over of one Fassung or Nachfrage."""

    def __init__(
        self,
        exporte: Exporte,
        anlageninhalt: Callable[[Anlage], bytes],
        einstellungen: Einstellungen,
        schreibe: NachrichtWriter,
        forme: Callable[[Sequence[Block]], tuple[str, str]],
        heute: Callable[[], date],
    ) -> None:
        """`forme` gives HTML and plain text of blocks."""
        self._exporte = exporte
        self._anlageninhalt = anlageninhalt
        self._einstellungen = einstellungen
        self._schreibe = schreibe
        self._forme = forme
        self._heute = heute

    def entwurfsname(self, vorgang: Vorgang, papier: Fassung | Nachfrage) -> str:
        """The name of the file of the e-mail. Raises Abgelehnt like `schreibe_entwurf`."""
        self._pruefe(vorgang, papier)
        wahl = self._einstellungen.namenswahl(self._heute())
        name = dateiname(
            vorgang, "E-Mail-Entwurf", "", wahl, datum=_tag(papier), nummer=papier.nummer
        )
        return f"{name}.eml"

    def schreibe_entwurf(
        self,
        vorgang: Vorgang,
        papier: Fassung | Nachfrage,
        ziel: Path,
        wahl: Exportwahl = OHNE_WAHL,
        formate: Sequence[str] = FORMATE,
    ) -> Exportergebnis:
        """Writes the draft of the e-mail with the paper in these formats and its Anlagen.

        Raises:
            Abgelehnt: the paper is a draft or one of others.
            BriefkopfUnbrauchbar: it can be written without one, or without the Word file.
            Buerofehler: a file cannot be written.
        """
        self._pruefe(vorgang, papier)
        adressen, hinweise = self._adressen()
        papiere, papierhinweise = self._papiere(vorgang, papier, wahl, formate)
        anlagen, fehlend = self._anlagen(papier) if isinstance(papier, Fassung) else ((), ())
        anhaenge = _eindeutig((*papiere, *anlagen))
        hinweise += (*papierhinweise, *fehlend)
        titel = _titel(vorgang, papier)
        eigener = papier.betreff if isinstance(papier, Fassung) else ""
        betreff = " ".join((eigener or vorgang.betreff).split())
        text = _text(titel, betreff, _tag(papier), anhaenge, self._einstellungen.get().fraktion)
        nachricht = Nachricht(adressen, f"{titel}: {betreff}" if betreff else titel, text, anhaenge)
        try:
            hinweise += tuple(self._schreibe(nachricht, ziel))
        except Dateifehler as fehler:
            raise Buerofehler(str(fehler)) from fehler
        # In an e-mail three bytes become four.
        if (groesse := sum(len(a.inhalt) for a in anhaenge) * 4 // 3) > _GROSS:
            hinweise += (
                f"Die E-Mail ist etwa {groesse // 1024 // 1024} MB groß; viele Postfächer nehmen "
                "höchstens 20 MB an.",
            )
        return Exportergebnis(ziel, hinweise)

    def _pruefe(self, vorgang: Vorgang, papier: Fassung | Nachfrage) -> None:
        """Raises Abgelehnt for what the faction cannot hand in, or not yet."""
        if isinstance(papier, Fassung):
            self._pruefe_urheber(vorgang, papier)
        if not papier.eingereicht:
            welche = "Fassung" if isinstance(papier, Fassung) else "Nachfrage"
            raise Abgelehnt(
                f"Diese {welche} ist noch ein Entwurf. Reichen Sie sie erst ein; dann ist der "
                "Wortlaut eingefroren, und die E-Mail nennt denselben."
            )

    def _pruefe_urheber(self, vorgang: Vorgang, fassung: Fassung) -> None:
        # Loaded at its first use: start-up must not wait for the composers.
        from antragsbuero.documents.compose_fassung import ist_fremd, papiereinreicher

        if fassung.art not in EIGENE:
            raise Abgelehnt("Einreichen kann die Fraktion nur Papiere, die sie selbst schreibt.")
        fraktion = self._einstellungen.get().fraktion
        if ist_fremd(vorgang, fassung, fraktion):
            namen = ", ".join(papiereinreicher(vorgang, fassung))
            raise Abgelehnt(
                f"Dieses Papier kommt von anderen ({namen}), nicht von der eigenen Fraktion "
                f"({fraktion}). Eine E-Mail zum Einreichen gibt es nur zu eigenen Papieren. "
                "Reichen Sie es gemeinsam ein? Dann nennen Sie auch die eigene Fraktion als "
                "Einreicher."
            )

    def kopie(self, vorgang: Vorgang, fassung: Fassung, teil: Kopierteil) -> Kopie:
        """One part of the Fassung as formatted text. Raises Abgelehnt when it is empty."""
        bloecke = _bloecke(vorgang, fassung, teil)
        if not bloecke:
            raise Abgelehnt(f"In dieser Fassung ist das Feld „{teil}“ leer.")
        html, text = self._forme(bloecke)
        return Kopie(html, text)

    def _adressen(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Where to, and German hints about what is no address."""
        roh = self._einstellungen.einreichadresse()
        teile = [t for t in re.split(r"[,;\s]+", roh) if t]
        if not teile:
            return (), (
                "Die E-Mail hat noch keine Adresse: In den Einstellungen steht keine für die "
                "Einreichung.",
            )
        gute = tuple(t for t in teile if _ADRESSE.fullmatch(t))
        hinweise = tuple(
            f"„{t}“ ist keine E-Mail-Adresse und steht nicht in der E-Mail. Ändern Sie die "
            "Adresse für die Einreichung in den Einstellungen."
            for t in teile
            if t not in gute
        )
        return gute, hinweise

    def _papiere(
        self,
        vorgang: Vorgang,
        teil: Fassung | Nachfrage,
        wahl: Exportwahl,
        formate: Sequence[str],
    ) -> tuple[tuple[Anhang, ...], tuple[str, ...]]:
        papiere = self._exporte.papiere
        if isinstance(teil, Fassung):
            papier, stueck = papiere.fassung(vorgang, teil, wahl), FASSUNGSARTEN[teil.art]
        else:
            papier, stueck = papiere.nachfrage(vorgang, teil, wahl), "Nachfrage"
        namenswahl = self._einstellungen.namenswahl(self._heute())
        anhaenge: list[Anhang] = []
        hinweise: list[str] = []
        with tempfile.TemporaryDirectory(prefix="antragsbuero-") as ordner:
            for endung in formate:
                ergebnis = self._exporte.schreibe(papier, Path(ordner) / f"papier{endung}", wahl)
                name = dateiname(
                    vorgang, stueck, endung, namenswahl, datum=_tag(teil), nummer=teil.nummer
                )
                anhaenge.append(Anhang(name, ergebnis.datei.read_bytes()))
                hinweise += ergebnis.hinweise
        return tuple(anhaenge), tuple(dict.fromkeys(hinweise))

    def _anlagen(self, fassung: Fassung) -> tuple[tuple[Anhang, ...], tuple[str, ...]]:
        anhaenge: list[Anhang] = []
        hinweise: list[str] = []
        for anlage in fassung.anlagen:
            try:
                inhalt = self._anlageninhalt(anlage)
            except Ablagefehler as fehler:
                hinweise.append(f"Nicht angehängt: {fehler}")
                continue
            pfad = PurePath(anlage.name)
            anhaenge.append(Anhang(saeubere(pfad.stem) + pfad.suffix, inhalt))
        return tuple(anhaenge), tuple(hinweise)


def _eindeutig(anhaenge: Sequence[Anhang]) -> tuple[Anhang, ...]:
    """The files with names that differ, whatever their case."""
    vergeben: set[str] = set()
    ergebnis = []
    for anhang in anhaenge:
        pfad, nummer, name = PurePath(anhang.name), 1, anhang.name
        while name.casefold() in vergeben:
            nummer += 1
            name = f"{pfad.stem} ({nummer}){pfad.suffix}"
        vergeben.add(name.casefold())
        ergebnis.append(Anhang(name, anhang.inhalt))
    return tuple(ergebnis)


def _tag(papier: Fassung | Nachfrage) -> date | None:
    return papier.datum if isinstance(papier, Fassung) else papier.eingereicht or papier.erstellt


def _titel(vorgang: Vorgang, papier: Fassung | Nachfrage) -> str:
    if isinstance(papier, Nachfrage):
        return f"Nachfrage {papier.nummer}".strip()
    # Loaded at its first use: start-up must not wait for the composers.
    from antragsbuero.documents.compose_fassung import TITEL

    nummer = papier.nummer or (vorgang.nummern[0] if vorgang.nummern else "")
    return f"{TITEL[papier.art]} {nummer}".strip()


def _text(
    titel: str, betreff: str, tag: date | None, anhaenge: Sequence[Anhang], fraktion: str
) -> str:
    vom = f" vom {deutsches_datum(tag)}" if tag else ""
    zeilen = ["Sehr geehrte Damen und Herren,", "", "hiermit reichen wir ein:", "", titel + vom]
    zeilen += [betreff] if betreff else []
    zeilen += ["", "Beigefügt:", *(f"- {anhang.name}" for anhang in anhaenge)]
    zeilen += ["", "Mit freundlichen Grüßen", *([fraktion] if fraktion else [])]
    return "\n".join(zeilen) + "\n"


def _bloecke(vorgang: Vorgang, fassung: Fassung, teil: Kopierteil) -> list[Block]:
    from antragsbuero.documents.compose_absaetze import absatz_bloecke, punkt_bloecke

    match teil:
        case Kopierteil.BETREFF:
            betreff = " ".join((fassung.betreff or vorgang.betreff).split())
            return [textabsatz(betreff)] if betreff else []
        case Kopierteil.BESCHLUSSVORSCHLAG:
            return [*absatz_bloecke(fassung.vorspann), *punkt_bloecke(fassung.punkte)]
        case Kopierteil.BEGRUENDUNG:
            return absatz_bloecke(fassung.begruendung)
