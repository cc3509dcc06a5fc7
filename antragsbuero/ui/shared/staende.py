"""Icon, word and tone of each Stand and Umsetzungsstand; no Qt."""

from __future__ import annotations

from dataclasses import dataclass

from antragsbuero.documents.bezeichnungen import STAENDE, UMSETZUNGSSTAENDE
from antragsbuero.domain.umsetzung import Umsetzungsstand
from antragsbuero.domain.vorgang import Stand


@dataclass(frozen=True, slots=True)
class Bild:
    """How a state looks: icon, word, colour token; `marke` is the kind of coloured mark."""

    icon: str
    text: str
    farbe: str
    marke: str


_STAENDE = {
    Stand.ENTWURF: ("document_edit", "text", "grau"),
    Stand.EINGEREICHT: ("send", "text", "akzent"),
    Stand.IN_BERATUNG: ("people", "text", "akzent"),
    Stand.BESCHLOSSEN: ("gavel", "text", "akzent"),
    Stand.IN_UMSETZUNG: ("arrow_sync", "text", "akzent"),
    Stand.ABGELEHNT: ("dismiss_circle", "text2", "grau"),
    Stand.ZURUECKGEZOGEN: ("arrow_undo", "text2", "grau"),
    Stand.BEANTWORTET: ("mail_inbox", "text", "akzent"),
    Stand.ERLEDIGT: ("checkmark_circle", "gruen", "gruen"),
}
_UMSETZUNG = {
    Umsetzungsstand.OFFEN: ("circle", "text2", "grau"),
    Umsetzungsstand.IN_UMSETZUNG: ("arrow_sync", "akzent", "akzent"),
    Umsetzungsstand.TEILWEISE: ("circle_half_fill", "gelb", "gelb"),
    Umsetzungsstand.UMGESETZT: ("checkmark_circle", "gruen", "gruen"),
    Umsetzungsstand.VERZOEGERT: ("clock", "gelb", "gelb"),
    Umsetzungsstand.NICHT_UMGESETZT: ("dismiss_circle", "rot", "rot"),
    Umsetzungsstand.UEBERHOLT: ("history", "text2", "grau"),
    Umsetzungsstand.FRIST_UNKLAR: ("question_circle", "gelb", "gelb"),
}


def stand_bild(stand: Stand) -> Bild:
    """The look of where a Vorgang stands."""
    icon, farbe, marke = _STAENDE[stand]
    text = STAENDE[stand]
    return Bild(icon, text[0].upper() + text[1:], farbe, marke)


def umsetzung_bild(stand: Umsetzungsstand) -> Bild:
    """The look of a judgement."""
    icon, farbe, marke = _UMSETZUNG[stand]
    return Bild(icon, UMSETZUNGSSTAENDE[stand], farbe, marke)
