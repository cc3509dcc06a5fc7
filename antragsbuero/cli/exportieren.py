"""The command „exportieren“: papers of one Vorgang or of several, none stopping the others."""

from __future__ import annotations

import logging
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from antragsbuero.cli import ausgabe_json as als_json
from antragsbuero.cli import ausgabe_text as als_text
from antragsbuero.cli.fassungswahl import waehle_fassung
from antragsbuero.domain.fassung import Fassung
from antragsbuero.domain.nachfrage import Nachfrage
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.dateinamen import Namensvergabe
from antragsbuero.services.errors import Abgelehnt, Buerofehler
from antragsbuero.services.exporte import Exportergebnis, neueste_eigene, waehle_nachfrage
from antragsbuero.services.papier import Exportwahl
from antragsbuero.services.registry import Buero

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Posten:
    """What became of one KENNUNG; `kennung` is None for one file over several.

    `ergebnis` is None where nothing was written; then `fehler` says why, in German.
    """

    kennung: str | None
    ergebnis: Exportergebnis | None = None
    fehler: str = ""


def exportieren(offen: Buero, aufruf: Namespace) -> None:
    """Writes the paper of each KENNUNG. Raises Buerofehler when one of them was not written."""
    kennungen: list[str] = list(dict.fromkeys(aufruf.kennungen))
    lauf = _Lauf(offen, aufruf)
    if len(kennungen) == 1:
        melde_dateien(aufruf, [lauf.schreibe(offen.services.vorgaenge.finde(kennungen[0]))])
        return
    register = aufruf.stueck == "register"
    if not register and aufruf.ausgabe is not None and not aufruf.ausgabe.is_dir():
        raise Abgelehnt(
            f"Bei mehreren Vorgängen nennt --ausgabe einen Ordner, den es gibt; „{aufruf.ausgabe}“ "
            "ist keiner. Es wurde nichts geschrieben."
        )
    posten: list[Posten] = []
    for eines in _register(lauf, kennungen) if register else _einzeln(lauf, kennungen):
        posten.append(eines)
        if not aufruf.json:
            _erzaehle(eines)
    if aufruf.json:
        als_json.schreibe(_als_json(posten))
    if gescheitert := [p for p in posten if p.fehler]:
        raise Abgelehnt(f"Nicht geschrieben: {len(gescheitert)} von {len(kennungen)}.")


def _einzeln(lauf: _Lauf, kennungen: Sequence[str]) -> Iterator[Posten]:
    """One file for each; a Vorgang that is named twice is written once."""
    geschrieben: set[str] = set()
    for kennung in kennungen:
        try:
            vorgang = lauf.finde(kennung)
            if vorgang.kennung not in geschrieben:
                geschrieben.add(vorgang.kennung)
                yield Posten(kennung, lauf.schreibe(vorgang))
        except Buerofehler as fehler:
            yield Posten(kennung, fehler=str(fehler))
        except Exception:
            log.exception("Der Export von %s ist gescheitert", kennung)
            yield Posten(kennung, fehler="Das Papier ließ sich nicht schreiben.")


def _register(lauf: _Lauf, kennungen: Sequence[str]) -> Iterator[Posten]:
    """One file over all that there are."""
    vorgaenge: dict[str, Vorgang] = {}
    for kennung in kennungen:
        try:
            vorgang = lauf.finde(kennung)
            vorgaenge[vorgang.kennung] = vorgang
        except Buerofehler as fehler:
            yield Posten(kennung, fehler=str(fehler))
    if vorgaenge:
        yield Posten(None, lauf.register(list(vorgaenge.values())))


class _Lauf:
    """One call of the command; its files never overwrite each other."""

    def __init__(self, offen: Buero, aufruf: Namespace) -> None:
        self._dienste = offen.services
        self._aufruf = aufruf
        self._namen = Namensvergabe(lambda _: False, ersetzen=True)
        self._wahl = Exportwahl(
            zeilennummern=aufruf.zeilennummern,
            unterschriften=aufruf.unterschriften,
            anlagen=aufruf.mit_anlagen,
            briefkopf=aufruf.briefkopf,
            ohne_briefkopf=aufruf.ohne_briefkopf,
        )

    def finde(self, kennung: str) -> Vorgang:
        return self._dienste.vorgaenge.finde(kennung)

    def schreibe(self, vorgang: Vorgang) -> Exportergebnis:
        """The paper of one Vorgang, with hints about options without effect."""
        return self._mit_hinweisen(self._schreibe(vorgang))

    def register(self, vorgaenge: Sequence[Vorgang]) -> Exportergebnis:
        """One register over these."""
        name = self._dienste.ausgang.name_des_registers(vorgaenge, self._endung())
        ziel = self._ziel(name)
        return self._mit_hinweisen(self._dienste.exporte.register(vorgaenge, ziel, self._wahl))

    def _schreibe(self, vorgang: Vorgang) -> Exportergebnis:
        aufruf, exporte, wahl = self._aufruf, self._dienste.exporte, self._wahl
        match aufruf.stueck:
            case "nachfrage":
                nachfrage = waehle_nachfrage(vorgang, aufruf.nachfrage)
                ziel = self._benannt(vorgang, nachfrage)
                return exporte.nachfrage(vorgang, nachfrage, ziel, wahl)
            case "register":
                return exporte.register([vorgang], self._benannt(vorgang, "Register"), wahl)
            case "akte":
                return exporte.akte(vorgang, self._benannt(vorgang, "Akte"), wahl)
            case "webseite":
                return exporte.webseite(vorgang, self._benannt(vorgang, "Webseite"))
        fassung = self._fassung(vorgang)
        if aufruf.stueck == "anschreiben":
            ziel = self._benannt(vorgang, "Anschreiben", nummer=fassung.nummer)
            return exporte.anschreiben(vorgang, fassung, ziel, wahl)
        return exporte.fassung(vorgang, fassung, self._benannt(vorgang, fassung), wahl)

    def _fassung(self, vorgang: Vorgang) -> Fassung:
        aufruf = self._aufruf
        if aufruf.stueck == "antrag" or not aufruf.fassung:
            return neueste_eigene(vorgang, self._dienste.einstellungen.get().fraktion)
        return waehle_fassung(vorgang, aufruf.fassung)

    def _benannt(
        self, vorgang: Vorgang, stueck: Fassung | Nachfrage | str, nummer: str = ""
    ) -> Path:
        return self._ziel(
            self._dienste.ausgang.name(vorgang, stueck, self._endung(), nummer=nummer)
        )

    def _ziel(self, name: str) -> Path:
        """The file of --ausgabe, else one of that name in its folder or here."""
        ausgabe: Path | None = self._aufruf.ausgabe
        if ausgabe is not None and not ausgabe.is_dir():
            return ausgabe
        return self._namen.frei((ausgabe or Path()) / name)

    def _endung(self) -> str:
        aufruf = self._aufruf
        if aufruf.stueck == "webseite":
            return ".html"
        if aufruf.format:
            return f".{aufruf.format}"
        mit_anlagen = aufruf.mit_anlagen and aufruf.stueck in _MIT_ANLAGEN
        return ".pdf" if mit_anlagen else ".docx"

    def _mit_hinweisen(self, ergebnis: Exportergebnis) -> Exportergebnis:
        mehr = _ohne_wirkung(self._aufruf, ergebnis.datei.suffix.lower())
        return replace(ergebnis, hinweise=(*ergebnis.hinweise, *mehr))


_MIT_ANLAGEN = frozenset(("fassung", "antrag"))


def _ohne_wirkung(aufruf: Namespace, endung: str) -> list[str]:
    """Says of options that were given and change nothing in this paper."""
    text = aufruf.stueck in {"fassung", "antrag", "nachfrage"}
    datei = aufruf.ausgabe is not None and not aufruf.ausgabe.is_dir()
    return [
        f"„{option}“ hat hier keine Wirkung: {warum}"
        for option, gegeben, warum in (
            ("--format", aufruf.format and (datei or aufruf.stueck == "webseite"),
             "Das Format folgt aus der Endung der Datei."),
            ("--briefkopf", aufruf.briefkopf and endung != ".docx",
             "Ein eigener Briefkopf gilt nur für Word-Dateien."),
            ("--zeilennummern", aufruf.zeilennummern and not text,
             "Gezählt werden die Zeilen von Fassungen und Nachfragen."),
            ("--unterschriften", aufruf.unterschriften and not text,
             "Unterschrieben werden Fassungen und Nachfragen."),
            ("--mit-anlagen", aufruf.mit_anlagen and aufruf.stueck not in _MIT_ANLAGEN,
             "Anlagen haben nur Fassungen."),
        )
        if gegeben
    ]  # fmt: skip


def melde_dateien(aufruf: Namespace, dateien: Sequence[Exportergebnis]) -> None:
    """Reports written files; in JSON `datei` is the last one and `dateien` are all."""
    if aufruf.json:
        als_json.schreibe(_dateien(dateien))
        return
    for ergebnis in dateien:
        als_text.zeile(f"Geschrieben: {ergebnis.datei}")
    for ergebnis in dateien:
        for hinweis in ergebnis.hinweise:
            als_text.zeile(f"Hinweis: {hinweis}")


def _dateien(dateien: Sequence[Exportergebnis]) -> als_json.Objekt:
    namen = [str(ergebnis.datei) for ergebnis in dateien]
    hinweise = [hinweis for ergebnis in dateien for hinweis in ergebnis.hinweise]
    return {"datei": namen[-1] if namen else None, "dateien": namen, "hinweise": hinweise}


def _als_json(posten: Sequence[Posten]) -> als_json.Objekt:
    """As for one file, and under `exporte` what became of each KENNUNG."""
    return {
        **_dateien([p.ergebnis for p in posten if p.ergebnis is not None]),
        "exporte": [
            {
                "kennung": p.kennung,
                "datei": str(p.ergebnis.datei) if p.ergebnis is not None else None,
                "hinweise": list(p.ergebnis.hinweise) if p.ergebnis is not None else [],
                "fehler": p.fehler or None,
            }
            for p in posten
        ],
    }


def _erzaehle(posten: Posten) -> None:
    """One line as soon as it is known; faults go to standard error."""
    if posten.ergebnis is None:
        sys.stderr.write(f"{posten.kennung}: {posten.fehler}\n")
        return
    als_text.zeile(f"Geschrieben: {posten.ergebnis.datei}")
    for hinweis in posten.ergebnis.hinweise:
        als_text.zeile(f"Hinweis: {hinweis}")
