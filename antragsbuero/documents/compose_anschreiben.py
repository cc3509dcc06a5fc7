"""The letter to the mayor that goes with a paper."""

from __future__ import annotations

from datetime import date

from antragsbuero.documents.bezeichnungen import deutsches_datum
from antragsbuero.documents.briefkopf import Briefkopfdaten, felder, gemeinsam
from antragsbuero.documents.compose_fassung import (
    NICHTOEFFENTLICH,
    papiereinreicher,
    papiertitel,
    papierverfasser,
)
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
    einreicher = papiereinreicher(vorgang, fassung)
    eigener = kopf.neutral() if gemeinsam(einreicher) else kopf
    art = papiertitel(vorgang, fassung)
    nummer = fassung.nummer or (vorgang.nummern[0] if vorgang.nummern else "")
    sache = " ".join(teil for teil in (art, nummer) if teil)
    ort = ", ".join(teil for teil in (kopf.stadt, deutsches_datum(stichtag)) if teil)
    titel = f"{sache}: {betreff}" if betreff else sache
    geheim = NICHTOEFFENTLICH if vorgang.nichtoeffentlich else ""
    bloecke: list[Block] = [
        textabsatz(ort),
        Ueberschrift(1, titel),
        textabsatz(kopf.anrede),
        textabsatz(_bitte(vorgang, fassung, kopf)),
        textabsatz(_GRUSS, Textrolle.UNTERSCHRIFT),
        *(textabsatz(name) for name in (einreicher if gemeinsam(einreicher) else [kopf.fraktion])),
        Textabsatz((Textlauf("Anlagen", fett=True),)),
        Liste(_beigefuegt(sache, fassung)),
    ]
    return Dokument(
        titel=f"Anschreiben zu {sache}",
        bloecke=tuple(bloecke),
        kopfzeile=(eigener.kopfzeile, geheim),
        fusszeile=eigener.fuss(""),
        verfasser=papierverfasser(einreicher, kopf),
        entwurf=fassung.ist_entwurf,
        logo=eigener.logo,
        felder=felder(
            eigener,
            f"Anschreiben zu {sache}",
            ortdatum=ort,
            datum=deutsches_datum(stichtag),
            titel=titel,
            nummer=nummer,
            betreff=betreff,
            anrede=kopf.anrede,
            status=geheim,
        ),
        rumpf=3,
    )


def _bitte(vorgang: Vorgang, fassung: Fassung, kopf: Briefkopfdaten) -> str:
    mehrere = gemeinsam(papiereinreicher(vorgang, fassung))
    namens = "namens der Einreichenden" if mehrere else "namens unserer Fraktion"
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
