"""What stands above the draft and which Fassung is meant; no Qt."""

from __future__ import annotations

from dataclasses import dataclass

from antragsbuero.documents.bezeichnungen import FASSUNGSARTEN, deutsches_datum, fassungstitel
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.papiere import EIGENE


@dataclass(frozen=True, slots=True)
class EditorKopf:
    """Head of the editor; `alternative` names the Standpunkt that can be taken over, "" none."""

    art: str
    eingereicht: bool
    zeile: str
    betreff: str
    alternative: str
    hat_vorlage: bool
    begruendung: str


def editor_kopf(vorgang: Vorgang, fassung: Fassung) -> EditorKopf:
    """The head of a Fassung."""
    vorlage = next((f for f in vorgang.fassungen if f.kennung == fassung.zu), None)
    teile = [vorgang.anzeigenummer]
    if fassung.eingereicht and fassung.datum:
        teile.append(f"eingereicht am {deutsches_datum(fassung.datum)}")
    elif vorlage is not None:
        teile.append(f"abgeleitet aus: {fassungstitel(vorlage)}")
    vorschlag = None if fassung.eingereicht else standpunkt(vorgang, fassung)
    return EditorKopf(
        art=FASSUNGSARTEN[fassung.art],
        eingereicht=fassung.eingereicht,
        zeile=" · ".join(t for t in teile if t),
        betreff=" ".join((fassung.betreff or vorgang.betreff).split()),
        alternative=fassungstitel(vorschlag) if vorschlag else "",
        hat_vorlage=vorlage is not None,
        begruendung="Hintergrund" if fassung.art is Fassungsart.ANFRAGE else "Begründung",
    )


def standpunkt(vorgang: Vorgang, fassung: Fassung) -> Fassung | None:
    """The newest Standpunkt of the administration with an alternative wording."""
    kandidaten = [
        f
        for f in vorgang.fassungen
        if f.art is Fassungsart.VERWALTUNGSSTANDPUNKT
        and f.kennung != fassung.kennung
        and any(p.text.strip() for p in f.punkte)
    ]
    return kandidaten[-1] if kandidaten else None


def gemeinte(vorgang: Vorgang, kennung: str | None) -> Fassung | None:
    """The Fassung of that kennung; without one the newest draft, else the newest own one."""
    if kennung is not None:
        return next((f for f in vorgang.fassungen if f.kennung == kennung), None)
    entwuerfe = [f for f in vorgang.fassungen if f.ist_entwurf]
    eigene = [f for f in vorgang.fassungen if f.art in EIGENE]
    return next(iter((*reversed(entwuerfe), *reversed(eigene), *reversed(vorgang.fassungen))), None)
