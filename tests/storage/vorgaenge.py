"""Vorgänge to store: one that fills every field, and arbitrary ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from hashlib import sha256

from hypothesis import strategies as st

from antragsbuero.domain.absatz import Absatz, Absatzart, Auszeichnung, Auszeichnungsart
from antragsbuero.domain.abstimmung import Abstimmung, Abstimmungsergebnis, Mehrheit
from antragsbuero.domain.anlage import Anlage
from antragsbuero.domain.beratung import Beratung, Beratungsrolle
from antragsbuero.domain.bericht import Bericht, Berichtsart, Berichtsteil
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.frist import Frist, Fristverlust, Genauigkeit, Verlustart
from antragsbuero.domain.nachfrage import Nachfrage
from antragsbuero.domain.umsetzung import Umsetzung, Umsetzungsstand
from antragsbuero.domain.vorgang import Stand, Verlaufseintrag, Vorgang

QUARTAL = Frist("im 2. Quartal 2031", date(2031, 6, 30), Genauigkeit.GENAU, von=3, bis=21)
JAEHRLICH = Frist("jährlich", None, Genauigkeit.SERIE, naechste=date(2031, 1, 31))
BALD = Frist("schnellstmöglich", None, Genauigkeit.DRINGLICH)

LEERE_DATEI = sha256().hexdigest()
"""Its bytes are always there: the check of the database finds nothing missing."""


@cache
def voller_vorgang(marke: str = "1") -> Vorgang:
    """An invented matter with something in every field, always the same for one `marke`."""
    antrag = Fassung(
        art=Fassungsart.URSPRUNGSANTRAG,
        datum=date(2030, 3, 5),
        nummer=f"IX-A-0{marke}",
        urheber=("Fraktion Gelb",),
        eingereicht=True,
        betreff="Schattige Bänke an Haltestellen",
        vorspann=(Absatz("Der Rat möge beschließen:"),),
        punkte=(
            Beschlusspunkt(
                "1.",
                (
                    Absatz(
                        "Bis Mitte 2031 werden Bänke aufgestellt.",
                        auszeichnungen=(Auszeichnung(0, 3, Auszeichnungsart.FETT),),
                    ),
                    Absatz("Ort\tAnzahl\nMarkt\t4", Absatzart.TABELLE),
                ),
                punkte=(
                    Beschlusspunkt("a)", (Absatz("am Markt"),), kennung=f"p1a-{marke}"),
                    Beschlusspunkt(
                        "b)",
                        (Absatz("an der Feuerwehr", Absatzart.AUFZAEHLUNG),),
                        punkte=(Beschlusspunkt("i.", (Absatz("hinten"),)),),
                    ),
                ),
                fristen=(QUARTAL,),
                kennung=f"p1-{marke}",
            ),
            Beschlusspunkt("2.", (Absatz("Es wird berichtet."),), kennung=f"p2-{marke}"),
        ),
        begruendung=(
            Absatz("Im Sommer ist es heiß."),
            Absatz("„Schatten!“", Absatzart.ZITAT),
        ),
        anlagen=(Anlage("Plan.pdf", LEERE_DATEI, 0),),
        quelltext="Antrag\u00ad vom 5. März 2030",
        kennung=f"antrag-{marke}",
    )
    beschluss = Fassung(
        art=Fassungsart.BESCHLUSS,
        datum=date(2030, 6, 20),
        zu=antrag.kennung,
        eingereicht=True,
        punkte=(
            Beschlusspunkt(
                "1.",
                (Absatz("Schnellstmöglich werden Bänke aufgestellt, jährlich wird berichtet."),),
                fristen=(BALD, JAEHRLICH, QUARTAL),
                kennung=f"b1-{marke}",
            ),
        ),
        kennung=f"beschluss-{marke}",
    )
    antwort = Bericht(
        Berichtsart.ANTWORT,
        date(2031, 9, 1),
        nummer=f"IX-F-0{marke}-AW-01",
        urheber=("Dezernat Grün",),
        zu=beschluss.kennung,
        teile=(
            Berichtsteil("1", (Absatz("Zwölf Sitzgelegenheiten stehen."),)),
            Berichtsteil("", (Absatz("Danke."),), bestaetigt=False),
        ),
        quelltext="Antwort",
        kennung=f"antwort-{marke}",
    )
    return Vorgang(
        betreff="Schattige Bänke",
        stand=Stand.IN_UMSETZUNG,
        arbeitsnummer=f"Entwurf 2030-{marke}",
        nummern=(f"IX-A-0{marke}", "A 77"),
        einreicher=("Fraktion Gelb", "Stadträtin Muster"),
        zustaendig="M. Beispiel",
        beratungen=(
            Beratung("Umweltausschuss", date(2030, 4, 2), "7.1", Beratungsrolle.VORBERATUNG),
            Beratung("Rat", None, zustaendigkeit="Beschlussfassung", votum="offen"),
        ),
        schlagworte=("Hitze", "Haltestelle"),
        ortsteile=("Mitte",),
        anlagen=(Anlage("Foto.jpg", LEERE_DATEI, 0),),
        notizen="Rückruf bei der Straßenbahn",
        bezuege=("anderer",),
        nichtoeffentlich=True,
        fassungen=(antrag, beschluss),
        abstimmungen=(
            Abstimmung(
                Abstimmungsergebnis.BESCHLOSSEN,
                "mehrheitlich angenommen",
                Mehrheit.MEHRHEITLICH,
                fassung=antrag.kennung,
                beschluss=beschluss.kennung,
                punkte=("1", "2"),
                ja=30,
                nein=12,
                enthaltung=0,
            ),
        ),
        berichte=(antwort,),
        nachfragen=(
            Nachfrage(
                beschluss.kennung,
                (f"b1-{marke}",),
                ("Wann stehen die Bänke?",),
                einleitung="Zum Beschluss:",
                nummer=f"IX-F-0{marke}",
                erstellt=date(2031, 7, 1),
                eingereicht=date(2031, 7, 2),
                antwortfrist=date(2031, 7, 30),
                antwort=antwort.kennung,
                zu_antwort="frühere",
                kennung=f"nachfrage-{marke}",
            ),
        ),
        umsetzungen=(
            Umsetzung(
                f"b1-{marke}",
                Umsetzungsstand.UMGESETZT,
                Umsetzungsstand.TEILWEISE,
                "Vier fehlen",
                date(2031, 10, 1),
            ),
        ),
        fristverluste=(
            Fristverlust(
                Verlustart.GEAENDERT, beschluss.kennung, antrag.kennung, "1", QUARTAL, BALD
            ),
            Fristverlust(Verlustart.ENTFALLEN, beschluss.kennung, antrag.kennung, "2", QUARTAL),
        ),
        verlauf=(Verlaufseintrag(datetime(2030, 3, 5, 12, 30, 1, 5, tzinfo=UTC), "eingereicht"),),
        beispiel=True,
        aenderungszaehler=3,
        kennung=f"vorgang-{marke}",
    )


def schlichter_vorgang(betreff: str, text: str = "", kennung: str = "") -> Vorgang:
    """A Vorgang with one draft."""
    fassung = Fassung(Fassungsart.URSPRUNGSANTRAG, begruendung=(Absatz(text),))
    vorgang = Vorgang(betreff, fassungen=(fassung,))
    return replace(vorgang, kennung=kennung) if kennung else vorgang


# PostgreSQL knows no NUL in texts; surrogates are kept out at the door.
TEXTE = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=30)
ABSAETZE = st.lists(st.builds(Absatz, TEXTE, st.sampled_from(Absatzart)), max_size=3).map(tuple)
TAGE = st.dates(date(1990, 1, 1), date(2100, 1, 1))
FRISTEN = st.builds(
    Frist,
    TEXTE,
    st.none() | TAGE,
    st.sampled_from(Genauigkeit),
    naechste=st.none() | TAGE,
    von=st.integers(0, 99),
    bis=st.integers(0, 99),
)
_BLAETTER = st.builds(
    Beschlusspunkt, TEXTE, ABSAETZE, fristen=st.lists(FRISTEN, max_size=2).map(tuple)
)
PUNKTE = st.lists(
    st.recursive(
        _BLAETTER,
        lambda kinder: st.builds(
            Beschlusspunkt, TEXTE, ABSAETZE, st.lists(kinder, max_size=3).map(tuple)
        ),
        max_leaves=6,
    ),
    max_size=3,
).map(tuple)
FASSUNGEN = st.builds(
    Fassung,
    st.sampled_from(Fassungsart),
    st.none() | TAGE,
    nummer=TEXTE,
    urheber=st.lists(TEXTE, max_size=2).map(tuple),
    betreff=TEXTE,
    vorspann=ABSAETZE,
    punkte=PUNKTE,
    begruendung=ABSAETZE,
    quelltext=TEXTE,
)
VORGAENGE = st.builds(
    Vorgang,
    TEXTE,
    stand=st.sampled_from(Stand),
    nummern=st.lists(TEXTE, max_size=2).map(tuple),
    fassungen=st.lists(FASSUNGEN, max_size=3).map(tuple),
    notizen=TEXTE,
)
