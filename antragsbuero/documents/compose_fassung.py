"""The paper of one Fassung, as it is submitted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from antragsbuero.documents.bezeichnungen import deutsches_datum
from antragsbuero.documents.briefkopf import Briefkopfdaten, felder, gemeinsam
from antragsbuero.documents.compose_absaetze import (
    absatz_bloecke,
    kopfangabe,
    punkt_bloecke,
    zeile_aus,
)
from antragsbuero.documents.einreicher import lies_urheber
from antragsbuero.documents.urheberschaft import unser
from antragsbuero.dokument.dokument import (
    Block,
    Dokument,
    Liste,
    Listenpunkt,
    Tabelle,
    Textrolle,
    Ueberschrift,
    textabsatz,
)
from antragsbuero.domain.beratung import Beratung
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.vorgang import Vorgang

OHNE_NUMMER = "Nummer wird vergeben"
NICHTOEFFENTLICH = "nichtöffentlich"
TITEL = {
    Fassungsart.URSPRUNGSANTRAG: "Antrag",
    Fassungsart.NEUFASSUNG: "Neufassung",
    Fassungsart.VERWALTUNGSSTANDPUNKT: "Verwaltungsstandpunkt",
    Fassungsart.AENDERUNGSANTRAG: "Änderungsantrag",
    Fassungsart.ERGAENZUNGSANTRAG: "Ergänzungsantrag",
    Fassungsart.BESCHLUSSVORLAGE: "Beschlussvorlage",
    Fassungsart.ANFRAGE: "Anfrage",
    Fassungsart.BESCHLUSS: "Beschluss",
}
"""What the paper calls itself."""
_RUMPF = {
    Fassungsart.ANFRAGE: "Fragen",
    Fassungsart.BESCHLUSS: "Beschluss",
}
_VON_ANDEREN = (
    Fassungsart.VERWALTUNGSSTANDPUNKT,
    Fassungsart.BESCHLUSSVORLAGE,
    Fassungsart.BESCHLUSS,
)
"""Papers whose number we do not wait for."""


def fassung_dokument(vorgang: Vorgang, fassung: Fassung, kopf: Briefkopfdaten) -> Dokument:
    """The paper: head, Beratungsfolge, Beschlussvorschlag, Begründung, Anlagen."""
    titel = papiertitel(vorgang, fassung)
    nummer = _nummer(vorgang, fassung)
    betreff = fassung.betreff or vorgang.betreff
    einreicher = papiereinreicher(vorgang, fassung)
    eigener = kopf if _nur_unser(fassung, einreicher, kopf) else kopf.neutral()
    angaben = list(_angaben(vorgang, fassung, kopf, nummer, betreff))
    bloecke: list[Block] = [Ueberschrift(1, titel)]
    bloecke += [kopfangabe(name, wert, fett=feld == "betreff") for feld, name, wert in angaben]
    kopfbloecke = len(bloecke)
    if fassung.art is not Fassungsart.BESCHLUSS:
        bloecke += beratungsfolge(vorgang.beratungen)
    if fassung.vorspann or fassung.punkte:
        bloecke.append(Ueberschrift(2, _RUMPF.get(fassung.art, "Beschlussvorschlag")))
        bloecke += absatz_bloecke(fassung.vorspann)
        bloecke += punkt_bloecke(fassung.punkte)
    if fassung.begruendung:
        bloecke.append(Ueberschrift(2, "Begründung"))
        bloecke += absatz_bloecke(fassung.begruendung)
    if fassung.art is not Fassungsart.BESCHLUSS or fassung.anlagen:
        bloecke += _anlagen(fassung)
    name = f"{titel} {nummer}" if nummer and nummer != OHNE_NUMMER else titel
    werte = {feld: wert for feld, _, wert in angaben}
    return Dokument(
        titel=f"{name}: {betreff}" if betreff else name,
        bloecke=tuple(bloecke),
        kopfzeile=(eigener.kopfzeile, NICHTOEFFENTLICH if vorgang.nichtoeffentlich else ""),
        fusszeile=eigener.fuss(name),
        verfasser=_verfasser(fassung, einreicher, kopf),
        entwurf=fassung.ist_entwurf,
        logo=eigener.logo,
        felder=felder(eigener, name, titel=titel, **werte),
        rumpf=kopfbloecke,
    )


def papiereinreicher(vorgang: Vorgang, fassung: Fassung) -> tuple[str, ...]:
    """Who hands it in, in their order, „CDU und SPD“ as two.

    Nobody where the administration or the council speaks.
    """
    if fassung.art in _VON_ANDEREN:
        return ()
    namen = fassung.urheber or vorgang.einreicher
    return tuple(teil for name in namen for teil in lies_urheber(name) or (name,))


def ist_fremd(vorgang: Vorgang, fassung: Fassung, fraktion: str) -> bool:
    """Whether others hand it in: other factions without us, the administration, the council."""
    if fassung.art in _VON_ANDEREN:
        return True
    return not unser(papiereinreicher(vorgang, fassung), fraktion)


def papierverfasser(einreicher: Sequence[str], kopf: Briefkopfdaten) -> str:
    """The author in the properties of the file: never a person of the staff."""
    eigen = not gemeinsam(einreicher) and unser(einreicher, kopf.fraktion)
    return kopf.fraktion if eigen else ", ".join(einreicher)


def _verfasser(fassung: Fassung, einreicher: Sequence[str], kopf: Briefkopfdaten) -> str:
    if fassung.art not in _VON_ANDEREN:
        return papierverfasser(einreicher, kopf)
    rat = kopf.rat if fassung.art is Fassungsart.BESCHLUSS else ""
    return ", ".join(fassung.urheber) or rat


def _nur_unser(fassung: Fassung, einreicher: Sequence[str], kopf: Briefkopfdaten) -> bool:
    """Whether our head belongs above it: no faction puts its name above what others wrote."""
    if fassung.art in _VON_ANDEREN or gemeinsam(einreicher):
        return False
    return unser(einreicher, kopf.fraktion)


def papiertitel(vorgang: Vorgang, fassung: Fassung) -> str:
    """What the paper calls itself: „Antrag“, of several „Gemeinsamer Antrag“."""
    titel = TITEL[fassung.art]
    if not gemeinsam(papiereinreicher(vorgang, fassung)):
        return titel
    weiblich = fassung.art in (Fassungsart.NEUFASSUNG, Fassungsart.ANFRAGE)
    return f"{'Gemeinsame' if weiblich else 'Gemeinsamer'} {titel}"


def _nummer(vorgang: Vorgang, fassung: Fassung) -> str:
    if fassung.nummer:
        return fassung.nummer
    if fassung.art in (Fassungsart.URSPRUNGSANTRAG, Fassungsart.ANFRAGE) and vorgang.nummern:
        return vorgang.nummern[0]
    return "" if fassung.art in _VON_ANDEREN else OHNE_NUMMER


def _angaben(
    vorgang: Vorgang, fassung: Fassung, kopf: Briefkopfdaten, nummer: str, betreff: str
) -> Iterator[tuple[str, str, str]]:
    """The lines of the head: control of the Briefkopf, name, value."""
    beschluss = fassung.art is Fassungsart.BESCHLUSS
    if kopf.rat:
        yield "gremium", "Gremium", kopf.rat
    if nummer:
        yield "nummer", "Nummer", nummer
    status = NICHTOEFFENTLICH if vorgang.nichtoeffentlich else "öffentlich"
    yield "status", "Status", status
    fremd = fassung.art in _VON_ANDEREN
    if urheber := fassung.urheber or (() if fremd else vorgang.einreicher):
        name = "Vorgelegt von" if fremd else "Eingereicht von"
        yield "einreicher", name, ", ".join(urheber)
    if fassung.datum:
        name = "Beschlossen am" if beschluss else "Datum"
        yield "datum", name, deutsches_datum(fassung.datum)
    if zu := _bezug(vorgang, fassung):
        yield "zu", "Zu", zu
    stimmen = [
        abstimmung.wortlaut
        for abstimmung in vorgang.abstimmungen
        if beschluss and abstimmung.beschluss == fassung.kennung and abstimmung.wortlaut
    ]
    if stimmen:
        yield "abstimmung", "Abstimmung", "\n".join(stimmen)
    if betreff:
        yield "betreff", "Betreff", betreff


def _bezug(vorgang: Vorgang, fassung: Fassung) -> str:
    """„Antrag VII-A-00829 vom 05.12.2019“ for what this Fassung amends, answers or renews."""
    ziel = next((f for f in vorgang.fassungen if f.kennung == fassung.zu), None)
    if ziel is None:
        return ""
    nummer = _nummer(vorgang, ziel)
    vom = f"vom {deutsches_datum(ziel.datum)}" if ziel.datum else ""
    teile = (TITEL[ziel.art], "" if nummer == OHNE_NUMMER else nummer, vom)
    return " ".join(teil for teil in teile if teil)


def beratungsfolge(beratungen: Sequence[Beratung]) -> list[Block]:
    """The table of sessions with its heading; nothing without sessions."""
    if not beratungen:
        return []
    zeilen = tuple(
        zeile_aus(
            (
                beratung.gremium,
                deutsches_datum(beratung.datum) or "noch offen",
                beratung.zustaendigkeit,
            )
        )
        for beratung in beratungen
    )
    return [
        Ueberschrift(2, "Beratungsfolge"),
        textabsatz("Änderungen vorbehalten", Textrolle.HINWEIS),
        Tabelle(
            (zeile_aus(("Gremium", "Voraussichtlich am", "Zuständigkeit")),),
            zeilen,
            (6.0, 4.0, 5.0),
            "Beratungsfolge: Gremium, voraussichtlicher Sitzungstermin und Zuständigkeit",
        ),
    ]


def _anlagen(fassung: Fassung) -> list[Block]:
    if not fassung.anlagen:
        return [Ueberschrift(2, "Anlage/n"), textabsatz("keine")]
    punkte = tuple(
        Listenpunkt(f"Anlage {nr}:", (textabsatz(anlage.name),))
        for nr, anlage in enumerate(fassung.anlagen, 1)
    )
    return [Ueberschrift(2, "Anlage/n"), Liste(punkte)]
