"""An invented matter with three Fassungen, a resolution, sessions and a Nachfrage."""

from __future__ import annotations

from datetime import date

from antragsbuero.documents.briefkopf import Briefkopfdaten
from antragsbuero.domain.absatz import Absatz, Absatzart, Auszeichnung, Auszeichnungsart, absaetze
from antragsbuero.domain.abstimmung import Abstimmung, Abstimmungsergebnis, Mehrheit
from antragsbuero.domain.anlage import Anlage
from antragsbuero.domain.beratung import Beratung
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.frist import Frist, Genauigkeit
from antragsbuero.domain.nachfrage import Nachfrage
from antragsbuero.domain.vorgang import Vorgang

FRAKTION = "Fraktion Lindenblatt"
KOPF = Briefkopfdaten(
    FRAKTION,
    ("Markt 3", "01234 Auenstadt", "fraktion@lindenblatt.example"),
    "Auenstadt",
    "Stadtrat",
    "Sehr geehrte Frau Oberbürgermeisterin,",
)
STICHTAG = date(2025, 3, 14)


def punkt(nummer, *texte, punkte=(), fristen=(), **mehr):
    return Beschlusspunkt(nummer, absaetze(texte), tuple(punkte), tuple(fristen), **mehr)


def frist(wortlaut, tag, genauigkeit=Genauigkeit.GENAU):
    return Frist(wortlaut, tag, genauigkeit)


ENDE_JUNI = frist("bis Ende Juni 2024", date(2024, 6, 30))
ZEITNAH = frist("zeitnah", None, Genauigkeit.DRINGLICH)

ANTRAG = Fassung(
    Fassungsart.URSPRUNGSANTRAG,
    date(2023, 9, 7),
    "III-A-0412",
    (FRAKTION,),
    eingereicht=True,
    betreff="Schwimmhalle Nordufer: Frühschwimmen sichern und Kurse ausbauen",
    punkte=(
        punkt(
            "1.",
            "Die Oberbürgermeisterin legt bis Ende Juni 2024 ein Konzept vor, wie das "
            "Frühschwimmen in der Schwimmhalle Nordufer an allen Werktagen ab 6 Uhr "
            "angeboten werden kann.",
            fristen=(ENDE_JUNI,),
        ),
        punkt(
            "2.",
            "Die Zahl der Kurse für Kinder wird auf mindestens 24 im Jahr erhöht. Dafür werden "
            "40.000 Euro bereitgestellt.",
            punkte=(
                punkt("a)", "Vorrang haben Kinder aus Familien mit geringem Einkommen."),
                punkt("b)", "Die Kurse finden auch in den Ferien statt."),
            ),
        ),
        punkt("3.", "Der Sportausschuss wird halbjährlich unterrichtet."),
    ),
    begruendung=absaetze(
        (
            "Seit dem Frühjahr öffnet die Halle erst um 9 Uhr. Berufstätige haben das Nachsehen.",
            "Jedes dritte Kind verlässt die Grundschule, ohne sicher schwimmen zu können.",
        )
    ),
)
NEUFASSUNG = Fassung(
    Fassungsart.NEUFASSUNG,
    date(2024, 1, 18),
    "III-A-0412-NF-02",
    (FRAKTION, "Fraktion Bürgerforum"),
    zu=ANTRAG.kennung,
    eingereicht=True,
    betreff=ANTRAG.betreff,
    vorspann=absaetze(("Der Stadtrat beauftragt die Oberbürgermeisterin:",)),
    punkte=(
        punkt("1.", "Der Sportausschuss wird halbjährlich unterrichtet."),
        punkt(
            "2.",
            "Die Oberbürgermeisterin legt zeitnah ein Konzept vor, wie das Frühschwimmen in der "
            "Schwimmhalle Nordufer an allen Werktagen ab 6 Uhr angeboten werden kann.",
            fristen=(ZEITNAH,),
        ),
        punkt(
            "3.",
            "Die Zahl der Kurse für Kinder wird auf mindestens 30 im Jahr erhöht. Dafür werden "
            "55.000 Euro bereitgestellt.",
            punkte=(
                punkt("a)", "Vorrang haben Kinder aus Familien mit geringem Einkommen."),
                punkt("b)", "Die Kurse finden auch in den Ferien statt."),
            ),
        ),
        punkt("4.", "Mit den Vereinen wird ein gemeinsamer Belegungsplan aufgestellt."),
    ),
    begruendung=(
        Absatz(
            "Die Neufassung übernimmt den Vorschlag der Vereine.",
            auszeichnungen=(Auszeichnung(4, 14, Auszeichnungsart.FETT),),
        ),
        Absatz("Belegte Bahnen nach Wochentag:"),
        Absatz("Tag\tBahnen\tAuslastung\nMontag\t4\t85 %\nDienstag\t5\t92 %", Absatzart.TABELLE),
        Absatz("Vereine brauchen feste Zeiten.", Absatzart.AUFZAEHLUNG),
        Absatz("Schulen brauchen kurze Wege.", Absatzart.AUFZAEHLUNG),
        Absatz("Wer schwimmen kann, geht nicht unter.", Absatzart.ZITAT),
        Absatz("Jedes dritte Kind verlässt die Grundschule, ohne sicher schwimmen zu können."),
    ),
)
BESCHLUSS = Fassung(
    Fassungsart.BESCHLUSS,
    date(2024, 2, 28),
    "B-0077/24",
    zu=NEUFASSUNG.kennung,
    eingereicht=True,
    betreff=ANTRAG.betreff,
    punkte=(
        punkt("1.", NEUFASSUNG.punkte[1].text, fristen=(ZEITNAH,)),
        punkt(
            "2.",
            "Die Zahl der Kurse für Kinder wird bis zum 31. Dezember 2024 auf mindestens 30 im "
            "Jahr erhöht.",
            fristen=(frist("bis zum 31. Dezember 2024", date(2024, 12, 31)),),
            punkte=(punkt("a)", "Die Kurse finden auch in den Ferien statt."),),
        ),
        punkt("3.", "Mit den Vereinen wird ein gemeinsamer Belegungsplan aufgestellt."),
    ),
)
NACHFRAGE = Nachfrage(
    BESCHLUSS.kennung,
    (BESCHLUSS.punkte[1].kennung, BESCHLUSS.punkte[2].kennung),
    (
        "Wie viele Kurse gab es im Jahr 2024?",
        "Liegt der Belegungsplan vor, und wo kann er eingesehen werden?",
    ),
    nummer="III-F-0530",
    eingereicht=date(2025, 3, 14),
    antwortfrist=date(2025, 4, 11),
)
VORGANG = Vorgang(
    ANTRAG.betreff,
    nummern=("III-A-0412",),
    einreicher=(FRAKTION,),
    beratungen=(
        Beratung("Sportausschuss", date(2023, 10, 4), zustaendigkeit="Vorberatung"),
        Beratung("Stadtrat", None, zustaendigkeit="Beschlussfassung"),
    ),
    fassungen=(ANTRAG, NEUFASSUNG, BESCHLUSS),
    abstimmungen=(
        Abstimmung(
            Abstimmungsergebnis.GEAENDERT_BESCHLOSSEN,
            "mehrheitlich beschlossen bei 4 Gegenstimmen",
            Mehrheit.MEHRHEITLICH,
            NEUFASSUNG.kennung,
            BESCHLUSS.kennung,
        ),
    ),
    nachfragen=(NACHFRAGE,),
)
ANLAGE = Anlage("Belegungsplan.pdf", "0" * 64, 12_345)
