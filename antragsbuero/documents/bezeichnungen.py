"""The German words for enums, as people of the office say them."""

from __future__ import annotations

from datetime import date

from antragsbuero.comparison.synopse import Zeilenart
from antragsbuero.domain.abstimmung import Abstimmung, Abstimmungsergebnis, Mehrheit
from antragsbuero.domain.bericht import Bericht, Berichtsart
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.frist import Frist, Genauigkeit
from antragsbuero.domain.friststand import Friststand
from antragsbuero.domain.nachfrage import Nachfragestand
from antragsbuero.domain.umsetzung import Umsetzungsstand
from antragsbuero.domain.vorgang import Stand, Vorgangsart

FASSUNGSARTEN = {
    Fassungsart.URSPRUNGSANTRAG: "Ursprungsantrag",
    Fassungsart.NEUFASSUNG: "Neufassung",
    Fassungsart.VERWALTUNGSSTANDPUNKT: "Verwaltungsstandpunkt",
    Fassungsart.AENDERUNGSANTRAG: "Änderungsantrag",
    Fassungsart.ERGAENZUNGSANTRAG: "Ergänzungsantrag",
    Fassungsart.BESCHLUSSVORLAGE: "Beschlussvorlage",
    Fassungsart.ANFRAGE: "Anfrage",
    Fassungsart.BESCHLUSS: "Beschluss",
}
VORGANGSARTEN = {
    Vorgangsart.ANTRAG: "Antrag",
    Vorgangsart.ANFRAGE: "Anfrage",
    Vorgangsart.VORLAGE: "Vorlage",
}
STAENDE = {
    Stand.ENTWURF: "Entwurf",
    Stand.EINGEREICHT: "eingereicht",
    Stand.IN_BERATUNG: "in Beratung",
    Stand.BESCHLOSSEN: "beschlossen",
    Stand.IN_UMSETZUNG: "in Umsetzung",
    Stand.ABGELEHNT: "abgelehnt",
    Stand.ZURUECKGEZOGEN: "zurückgezogen",
    Stand.BEANTWORTET: "beantwortet",
    Stand.ERLEDIGT: "erledigt",
}
BERICHTSARTEN = {
    Berichtsart.ENDBERICHT: "Endbericht",
    Berichtsart.ZWISCHENBERICHT: "Zwischenbericht",
    Berichtsart.SACHSTAND: "Sachstandsbericht",
    Berichtsart.ANTWORT: "Antwort",
}
UMSETZUNGSSTAENDE = {
    Umsetzungsstand.OFFEN: "offen",
    Umsetzungsstand.IN_UMSETZUNG: "in Umsetzung",
    Umsetzungsstand.TEILWEISE: "teilweise umgesetzt",
    Umsetzungsstand.UMGESETZT: "umgesetzt",
    Umsetzungsstand.VERZOEGERT: "verzögert",
    Umsetzungsstand.NICHT_UMGESETZT: "nicht umgesetzt",
    Umsetzungsstand.UEBERHOLT: "überholt",
    Umsetzungsstand.FRIST_UNKLAR: "Frist unklar",
}
NACHFRAGESTAENDE = {
    Nachfragestand.ENTWURF: "Entwurf",
    Nachfragestand.EINGEREICHT: "eingereicht",
    Nachfragestand.BEANTWORTET: "beantwortet",
    Nachfragestand.UEBERFAELLIG: "Antwort überfällig",
}
ABSTIMMUNGSERGEBNISSE = {
    Abstimmungsergebnis.BESCHLOSSEN: "beschlossen",
    Abstimmungsergebnis.GEAENDERT_BESCHLOSSEN: "geändert beschlossen",
    Abstimmungsergebnis.ABGELEHNT: "abgelehnt",
    Abstimmungsergebnis.ZURUECKGESTELLT: "zurückgestellt",
    Abstimmungsergebnis.VERTAGT: "vertagt",
    Abstimmungsergebnis.ZURUECKGEZOGEN: "zurückgezogen",
    Abstimmungsergebnis.ZUR_KENNTNIS: "zur Kenntnis genommen",
    Abstimmungsergebnis.VERWIESEN: "verwiesen",
    Abstimmungsergebnis.ERLEDIGT: "erledigt",
    Abstimmungsergebnis.OFFEN: "offen",
}
FRISTSTAENDE = {
    Friststand.UEBERFAELLIG: "überfällig",
    Friststand.OFFEN: "offen",
    Friststand.OHNE_DATUM: "ohne Datum",
    Friststand.ERLEDIGT: "erledigt",
    Friststand.GEAENDERT: "im Beschluss ohne Datum",
    Friststand.ENTFALLEN: "im Beschluss entfallen",
}
ZEILENARTEN = {
    Zeilenart.UNVERAENDERT: "unverändert",
    Zeilenart.GEAENDERT: "geändert",
    Zeilenart.EINGEFUEGT: "eingefügt",
    Zeilenart.GESTRICHEN: "gestrichen",
    Zeilenart.VERSCHOBEN: "verschoben",
    Zeilenart.GETEILT: "geteilt",
    Zeilenart.ZUSAMMENGEFASST: "zusammengefasst",
}
_MEHRHEITEN = {Mehrheit.EINSTIMMIG: "einstimmig", Mehrheit.MEHRHEITLICH: "mehrheitlich"}


def deutsches_datum(tag: date | None) -> str:
    """16.04.2020, or "" for None."""
    return f"{tag:%d.%m.%Y}" if tag else ""


def fassungstitel(fassung: Fassung) -> str:
    """„Neufassung vom 16.04.2020“, „Neufassung (Entwurf)“."""
    name = FASSUNGSARTEN[fassung.art]
    if fassung.ist_entwurf:
        return f"{name} (Entwurf)"
    return f"{name} vom {deutsches_datum(fassung.datum)}" if fassung.datum else name


def berichtstitel(bericht: Bericht) -> str:
    """„Endbericht vom 03.08.2022“."""
    name = BERICHTSARTEN[bericht.art]
    return f"{name} vom {deutsches_datum(bericht.datum)}" if bericht.datum else name


def abstimmungstext(abstimmung: Abstimmung) -> str:
    """„mehrheitlich beschlossen (33 Ja, 25 Nein)“."""
    worte = [_MEHRHEITEN.get(abstimmung.mehrheit, "")]
    worte.append(ABSTIMMUNGSERGEBNISSE[abstimmung.ergebnis])
    zahlen = [
        f"{anzahl} {wort}"
        for anzahl, wort in (
            (abstimmung.ja, "Ja"),
            (abstimmung.nein, "Nein"),
            (abstimmung.enthaltung, "Enthaltungen"),
        )
        if anzahl is not None
    ]
    text = " ".join(wort for wort in worte if wort)
    return f"{text} ({', '.join(zahlen)})" if zahlen else text


def fristtext(frist: Frist) -> str:
    """„im 2. Quartal 2020“ (30.06.2020), with a word where the day is only read into it."""
    tag = frist.datum or frist.naechste
    if tag is None:
        return f"„{frist.wortlaut}“ (ohne Datum)"
    zusatz = {Genauigkeit.UNSCHARF: ", unscharf", Genauigkeit.BEGINN: ", Beginn"}.get(
        frist.genauigkeit, ""
    )
    return f"„{frist.wortlaut}“ ({deutsches_datum(tag)}{zusatz})"
