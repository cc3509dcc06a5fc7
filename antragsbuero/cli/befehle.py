"""Runs the commands over the services."""

from __future__ import annotations

import io
import os
import sys
from argparse import Namespace
from collections.abc import Callable
from contextlib import suppress
from datetime import date

from antragsbuero.bootstrap import buero
from antragsbuero.cli import ausgabe_json as als_json
from antragsbuero.cli import ausgabe_text as als_text
from antragsbuero.cli.anlagen import aendert, anlagen
from antragsbuero.cli.exportieren import exportieren, melde_dateien
from antragsbuero.cli.fassungswahl import waehle_fassung, waehle_spalten
from antragsbuero.documents.bezeichnungen import fassungstitel
from antragsbuero.documents.compose_korrekturfassung import Korrekturseite
from antragsbuero.services.errors import Abgelehnt, Buerofehler, NichtGefunden
from antragsbuero.services.exporte import Exportergebnis
from antragsbuero.services.papier import Exportwahl
from antragsbuero.services.registry import Buero

SCHREIBEND = frozenset({"importieren", "nachfrage", "beispiel"})


def fuehre_aus(aufruf: Namespace) -> int:
    """Runs one command; foreseeable faults end with code 1 and a German message."""
    for strom in (sys.stdout, sys.stderr):
        if isinstance(strom, io.TextIOWrapper):  # Windows consoles are not UTF-8 by themselves
            strom.reconfigure(encoding="utf-8", errors="backslashreplace")
    schreiben = aufruf.befehl in SCHREIBEND and not getattr(aufruf, "trocken", False)
    schreiben = schreiben or aendert(aufruf)
    try:
        with buero(aufruf.daten, aufruf.datenbank, schreiben=schreiben) as offen:
            _BEFEHLE[aufruf.befehl](offen, aufruf)
            sys.stdout.flush()
    except Buerofehler as fehler:
        sys.stderr.write(f"{fehler}\n")
        return 1
    except BrokenPipeError:
        # The reader went away (| head): not our fault, and Python must not complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        sys.stderr.write("Abgebrochen. Gespeichertes bleibt, wie es ist.\n")
        return 1
    return 0


def _importieren(offen: Buero, aufruf: Namespace) -> None:
    importe = offen.services.importe
    vorschlaege = [importe.lies_datei(pfad) for pfad in aufruf.dateien]
    vorgaenge = [v for vorschlag in vorschlaege for v in vorschlag.vorgaenge]
    if not aufruf.trocken:
        zu = None
        if aufruf.vorgang:
            zu = offen.services.vorgaenge.finde(aufruf.vorgang).kennung
        vorgaenge = list(importe.uebernehme_alle(vorschlaege, zu))
    zweifel = [z for vorschlag in vorschlaege for z in vorschlag.zweifel]
    ausgelassen = [a for vorschlag in vorschlaege for a in vorschlag.ausgelassen]
    if aufruf.json:
        als_json.schreibe(als_json.vorgaenge(vorgaenge, date.today(), zweifel, ausgelassen))
        return
    for vorgang in vorgaenge:
        als_text.vorgang(vorgang, date.today())
    als_text.zweifel(zweifel, ausgelassen)


def _liste(offen: Buero, aufruf: Namespace) -> None:
    vorgaenge = offen.services.vorgaenge
    if aufruf.json:
        alle = []
        for zeile in vorgaenge.rows():
            with suppress(NichtGefunden):  # deleted meanwhile in the window beside
                alle.append(vorgaenge.get(zeile.kennung))
        als_json.schreibe(als_json.vorgaenge(alle, date.today()))
    else:
        als_text.liste(vorgaenge.rows())


def _zeigen(offen: Buero, aufruf: Namespace) -> None:
    vorgang = offen.services.vorgaenge.finde(aufruf.kennung)
    if aufruf.json:
        als_json.schreibe(als_json.vorgang(vorgang, date.today()))
    else:
        als_text.vorgang(vorgang, date.today())


def _vergleichen(offen: Buero, aufruf: Namespace) -> None:
    spalten = waehle_spalten(offen.services, aufruf.fassungen)
    exporte = offen.services.exporte
    synopse = offen.services.vergleiche.synopse(
        [s.fassung for s in spalten], titel=[s.titel or fassungstitel(s.fassung) for s in spalten]
    )
    dateien: list[Exportergebnis] = []
    if aufruf.korrekturen:
        seiten = [Korrekturseite(s.vorgang, s.fassung) for s in spalten]
        dateien.append(exporte.korrekturen(synopse, seiten, aufruf.korrekturen))
    if aufruf.ausgabe:
        betreff = next((s.vorgang.betreff for s in spalten if s.vorgang.betreff), "")
        nur = aufruf.nur_aenderungen
        wahl = Exportwahl(briefkopf=aufruf.briefkopf, ohne_briefkopf=aufruf.ohne_briefkopf)
        dateien.append(
            exporte.synopse(synopse, betreff, aufruf.ausgabe, nur_aenderungen=nur, wahl=wahl)
        )
    if dateien:
        melde_dateien(aufruf, dateien)
    elif aufruf.json:
        als_json.schreibe(als_json.synopse(synopse))
    else:
        als_text.synopse(synopse)


def _fristen(offen: Buero, aufruf: Namespace) -> None:
    eintraege = offen.services.fristen.liste(aufruf.stichtag or date.today())
    if aufruf.json:
        als_json.schreibe(als_json.fristen(eintraege))
    else:
        als_text.fristen(eintraege)


def _nachfrage(offen: Buero, aufruf: Namespace) -> None:
    vorgang = offen.services.vorgaenge.finde(aufruf.kennung)
    beschluss = waehle_fassung(vorgang, aufruf.fassung).kennung if aufruf.fassung else None
    nachfrage = offen.services.nachfragen.entwirf(vorgang.kennung, aufruf.punkt, beschluss)
    if aufruf.json:
        als_json.schreibe(
            {
                "kennung": nachfrage.kennung,
                "vorgang": vorgang.kennung,
                "punkte": list(offen.services.nachfragen.nummern(vorgang, nachfrage)),
                "fragen": list(nachfrage.fragen),
            }
        )
        return
    als_text.zeile(f"Entwurf der Nachfrage {nachfrage.kennung}:")
    for frage in nachfrage.fragen:
        als_text.zeile(f"  {frage}")


def _suchen(offen: Buero, aufruf: Namespace) -> None:
    ergebnis = offen.services.suche.suche(aufruf.ausdruck)
    if aufruf.json:
        als_json.schreibe(als_json.treffer(ergebnis))
    else:
        als_text.treffer(ergebnis)


def _sichern(offen: Buero, aufruf: Namespace) -> None:
    datei = offen.services.pflege.backup(aufruf.ziel)
    if aufruf.json:
        als_json.schreibe({"datei": str(datei), "geprueft": True})
    else:
        als_text.zeile(f"Gesichert und geprüft: {datei}")


def _pruefen(offen: Buero, aufruf: Namespace) -> None:
    befunde = offen.services.pflege.check()
    if aufruf.json:
        als_json.schreibe({"ok": not befunde, "befunde": befunde})
    elif not befunde:
        als_text.zeile("Die Datenbank ist in Ordnung, jeder Text ist unversehrt.")
    if befunde:
        raise Abgelehnt("\n".join(befunde))


def _beispiel(offen: Buero, aufruf: Namespace) -> None:
    beispiele = offen.services.beispiele
    if aufruf.entfernen:
        anzahl = beispiele.entferne()
        if aufruf.json:
            als_json.schreibe({"entfernt": anzahl})
        else:
            als_text.zeile("Das Beispiel ist entfernt." if anzahl else "Es war keins geladen.")
        return
    vorgang = beispiele.lade()
    if aufruf.json:
        als_json.schreibe(als_json.vorgang(vorgang, date.today()))
    else:
        als_text.zeile(f"Geladen: {vorgang.betreff}\nKennung {vorgang.kennung}")


_BEFEHLE: dict[str, Callable[[Buero, Namespace], None]] = {
    "importieren": _importieren,
    "liste": _liste,
    "zeigen": _zeigen,
    "vergleichen": _vergleichen,
    "exportieren": exportieren,
    "anlagen": anlagen,
    "fristen": _fristen,
    "nachfrage": _nachfrage,
    "suchen": _suchen,
    "sichern": _sichern,
    "pruefen": _pruefen,
    "beispiel": _beispiel,
}
