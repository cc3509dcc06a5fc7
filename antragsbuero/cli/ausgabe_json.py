"""The JSON of the commands; fields may be added, none renamed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from antragsbuero.comparison.synopse import Synopse, SynopsenZelle, Textteil
from antragsbuero.documents.erkennung import Ausgelassen, Zweifel
from antragsbuero.domain.absatz import Absatz
from antragsbuero.domain.anlage import Anlage
from antragsbuero.domain.bericht import Bericht
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt
from antragsbuero.domain.fassung import Fassung
from antragsbuero.domain.frist import Frist
from antragsbuero.domain.nachfrage import Nachfrage
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.fristen import Fristeintrag
from antragsbuero.services.ports import Suchergebnis

Objekt = dict[str, Any]


def schreibe(objekt: Objekt) -> None:
    """Prints one JSON object on standard output."""
    print(json.dumps(objekt, ensure_ascii=False, indent=2))  # noqa: T201


def _tag(tag: date | None) -> str | None:
    return tag.isoformat() if tag else None


def _texte(absaetze: Sequence[Absatz]) -> list[str]:
    return [absatz.text for absatz in absaetze]


def frist(wert: Frist) -> Objekt:
    """One deadline."""
    return {
        "wortlaut": wert.wortlaut,
        "datum": _tag(wert.datum),
        "genauigkeit": wert.genauigkeit.value,
        "naechste": _tag(wert.naechste),
    }


def _punkt(punkt: Beschlusspunkt) -> Objekt:
    return {
        "nummer": punkt.bezeichnung,
        "text": punkt.text,
        "punkte": [_punkt(kind) for kind in punkt.punkte],
        "fristen": [frist(f) for f in punkt.fristen],
        "kennung": punkt.kennung,
        "geschrieben": punkt.nummer,
    }


def _anlage(anlage: Anlage) -> Objekt:
    return {"name": anlage.name, "sha256": anlage.sha256, "groesse": anlage.groesse}


def anlagen(vorgang: Vorgang, fassung: Fassung, hinweise: Sequence[str]) -> Objekt:
    """The Anlagen of one Fassung in their order."""
    return {
        "vorgang": vorgang.kennung,
        "fassung": fassung.kennung,
        "anlagen": [_anlage(anlage) for anlage in fassung.anlagen],
        "hinweise": list(hinweise),
    }


def _fassung(fassung: Fassung) -> Objekt:
    return {
        "kennung": fassung.kennung,
        "art": fassung.art.value,
        "datum": _tag(fassung.datum),
        "nummer": fassung.nummer,
        "urheber": list(fassung.urheber),
        "zu": fassung.zu,
        "eingereicht": fassung.eingereicht,
        "betreff": fassung.betreff,
        "vorspann": _texte(fassung.vorspann),
        "punkte": [_punkt(punkt) for punkt in fassung.punkte],
        "begruendung": _texte(fassung.begruendung),
        "anlagen": [_anlage(anlage) for anlage in fassung.anlagen],
    }


def _bericht(bericht: Bericht) -> Objekt:
    return {
        "kennung": bericht.kennung,
        "art": bericht.art.value,
        "datum": _tag(bericht.datum),
        "nummer": bericht.nummer,
        "urheber": list(bericht.urheber),
        "zu": bericht.zu,
        "punkte": [
            {
                "punkt": teil.punkt,
                "absaetze": _texte(teil.absaetze),
                "bestaetigt": teil.bestaetigt,
            }
            for teil in bericht.teile
        ],
    }


def nachfrage(wert: Nachfrage, stichtag: date) -> Objekt:
    """One Nachfrage with its state on that day."""
    return {
        "kennung": wert.kennung,
        "stand": wert.stand(stichtag).value,
        "nummer": wert.nummer,
        "punkte": list(wert.punkte),
        "fragen": list(wert.fragen),
        "antwort": wert.antwort,
        "antwortfrist": _tag(wert.antwortfrist),
    }


def vorgang(wert: Vorgang, stichtag: date) -> Objekt:
    """A Vorgang with everything."""
    return {
        "kennung": wert.kennung,
        "betreff": wert.betreff,
        "art": wert.art.value,
        "stand": wert.stand.value,
        "nummern": list(wert.nummern),
        "arbeitsnummer": wert.arbeitsnummer,
        "nichtoeffentlich": wert.nichtoeffentlich,
        "einreicher": list(wert.einreicher),
        "fassungen": [_fassung(fassung) for fassung in wert.fassungen],
        "abstimmungen": [
            {
                "fassung": a.fassung,
                "beschluss": a.beschluss,
                "ergebnis": a.ergebnis.value,
                "mehrheit": a.mehrheit.value,
                "wortlaut": a.wortlaut,
                "punkte": list(a.punkte),
                "ja": a.ja,
                "nein": a.nein,
                "enthaltung": a.enthaltung,
            }
            for a in wert.abstimmungen
        ],
        "berichte": [_bericht(bericht) for bericht in wert.berichte],
        "nachfragen": [nachfrage(n, stichtag) for n in wert.nachfragen],
        "beratungen": [
            {
                "gremium": b.gremium,
                "datum": _tag(b.datum),
                "top": b.top,
                "rolle": b.rolle.value,
                "zustaendigkeit": b.zustaendigkeit,
                "votum": b.votum,
            }
            for b in wert.beratungen
        ],
        "umsetzungen": [
            {"punkt": u.punkt, "verwaltung": u.verwaltung.value, "fraktion": u.fraktion.value}
            for u in wert.umsetzungen
        ],
        "fristverluste": [
            {
                "art": v.art.value,
                "beschluss": v.beschluss,
                "fassung": v.fassung,
                "punkt": v.punkt,
                "vorher": frist(v.vorher),
                "nachher": frist(v.nachher) if v.nachher else None,
            }
            for v in wert.fristverluste
        ],
        "anlagen": [_anlage(anlage) for anlage in wert.anlagen],
    }


def vorgaenge(
    werte: Sequence[Vorgang],
    stichtag: date,
    zweifel: Sequence[Zweifel] = (),
    ausgelassen: Sequence[Ausgelassen] = (),
) -> Objekt:
    """Several Vorgänge with what the recognition doubted and left out."""
    return {
        "vorgaenge": [vorgang(wert, stichtag) for wert in werte],
        "zweifel": [{"grund": z.grund, "text": z.text, "stelle": [z.von, z.bis]} for z in zweifel],
        "ausgelassen": [{"text": a.text, "stelle": [a.von, a.bis]} for a in ausgelassen],
    }


def _teil(teil: Textteil) -> list[str]:
    match teil.art.value:
        case "~":
            return ["~", teil.alt, teil.neu]
        case "+":
            return ["+", teil.neu]
        case zeichen:
            return [zeichen, teil.alt]


def _teile(zelle: SynopsenZelle) -> list[list[str]] | None:
    return None if zelle.teile is None else [_teil(teil) for teil in zelle.teile]


def synopse(wert: Synopse) -> Objekt:
    """A comparison."""
    return {
        "spalten": [
            {"titel": s.titel, "fassung": s.fassung, "basis": s.basis} for s in wert.spalten
        ],
        "zeilen": [
            {
                "bereich": zeile.bereich.value,
                "art": zeile.art.value,
                "arten": [zelle.art.value if zelle.art else None for zelle in zeile.zellen],
                "nummer_geaendert": zeile.nummer_geaendert,
                "punkte": [list(zelle.punkte) for zelle in zeile.zellen],
                "teile": [_teile(zelle) for zelle in zeile.zellen],
            }
            for zeile in wert.zeilen
        ],
        "fristen": [
            {
                "art": f.art.value,
                "vorher": frist(f.vorher) if f.vorher else None,
                "nachher": frist(f.nachher) if f.nachher else None,
                "zeile": f.zeile,
                "spalte": f.spalte,
            }
            for f in wert.fristen
        ],
        "betraege": [
            {
                "art": b.art.value,
                "vorher": b.vorher,
                "nachher": b.nachher,
                "zeile": b.zeile,
                "spalte": b.spalte,
            }
            for b in wert.betraege
        ],
    }


def fristen(eintraege: Sequence[Fristeintrag]) -> Objekt:
    """The list of deadlines."""
    return {
        "fristen": [
            {
                "vorgang": e.vorgang,
                "betreff": e.betreff,
                "fassung": e.fassung,
                "punkt": e.punkt,
                **frist(e.frist),
                "stand": e.stand.value,
            }
            for e in eintraege
        ]
    }


def treffer(ergebnis: Suchergebnis) -> Objekt:
    """The hits of a search."""
    return {
        "treffer": [
            {
                "kennung": t.kennung,
                "fassung": t.fassung,
                "betreff": t.betreff,
                "auszug": t.auszug,
            }
            for t in ergebnis.treffer
        ],
        "gesamt": ergebnis.gesamt,
    }
