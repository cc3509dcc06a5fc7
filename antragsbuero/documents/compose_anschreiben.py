"""The letter to the mayor that goes with a paper."""

from __future__ import annotations

from datetime import date

from antragsbuero.documents.bezeichnungen import deutsches_datum
from antragsbuero.documents.briefkopf import Briefkopfdaten
from antragsbuero.documents.compose_fassung import NICHTOEFFENTLICH, TITEL
from antragsbuero.dokument.dokument import (
    Block,
    Dokument,
    Liste,
    Listenpunkt,
    Textabsatz,
    Textlauf,
    Textrolle,
    Ueberschrift,
    textabsatz,
)
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.vorgang import Vorgang

_DEN = {
    Fassungsart.URSPRUNGSANTRAG: "den Antrag",
    Fassungsart.NEUFASSUNG: "die Neufassung unseres Antrags",
    Fassungsart.AENDERUNGSANTRAG: "den Änderungsantrag",
    Fassungsart.ERGAENZUNGSANTRAG: "den Ergänzungsantrag",
    Fassungsart.ANFRAGE: "die Anfrage",
}
_GRUSS = "Mit freundlichen Grüßen"


def anschreiben_dokument(
    vorgang: Vorgang, fassung: Fassung, kopf: Briefkopfdaten, stichtag: date
) -> Dokument:
    """The letter: what is enclosed and that it be put on the agenda.

    Raises:
        KeyError: the Fassung is no paper that a faction submits.
    """
    betreff = fassung.betreff or vorgang.betreff
    art = TITEL[fassung.art]
    nummer = fassung.nummer or (vorgang.nummern[0] if vorgang.nummern else "")
    sache = " ".join(teil for teil in (art, nummer) if teil)
    ort = ", ".join(teil for teil in (kopf.stadt, deutsches_datum(stichtag)) if teil)
    bloecke: list[Block] = [
        textabsatz(ort),
        Ueberschrift(1, f"{sache}: {betreff}" if betreff else sache),
        textabsatz(kopf.anrede),
        textabsatz(_bitte(vorgang, fassung, kopf)),
        textabsatz(_GRUSS, Textrolle.UNTERSCHRIFT),
        textabsatz(kopf.fraktion),
        Textabsatz((Textlauf("Anlagen", fett=True),)),
        Liste(_beigefuegt(sache, fassung)),
    ]
    return Dokument(
        titel=f"Anschreiben zu {sache}",
        bloecke=tuple(bloecke),
        kopfzeile=(kopf.kopfzeile, NICHTOEFFENTLICH if vorgang.nichtoeffentlich else ""),
        verfasser=kopf.fraktion,
        entwurf=fassung.ist_entwurf,
    )


def _bitte(vorgang: Vorgang, fassung: Fassung, kopf: Briefkopfdaten) -> str:
    einreicher = fassung.urheber or vorgang.einreicher
    namens = "namens der Einreichenden" if len(einreicher) > 1 else "namens unserer Fraktion"
    sitzung = f"der nächsten Sitzung ({kopf.rat})" if kopf.rat else "der nächsten Sitzung"
    satz = (
        f"{namens} übersenden wir Ihnen {_DEN[fassung.art]} und bitten um Aufnahme in die "
        f"Tagesordnung {sitzung}."
    )
    if fassung.art is Fassungsart.ANFRAGE:
        satz += " Wir bitten außerdem um eine schriftliche Antwort."
    return satz


def _beigefuegt(sache: str, fassung: Fassung) -> tuple[Listenpunkt, ...]:
    namen = [sache, *(anlage.name for anlage in fassung.anlagen)]
    return tuple(Listenpunkt(f"{nr}.", (textabsatz(name),)) for nr, name in enumerate(namen, 1))
