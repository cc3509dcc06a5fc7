"""The Stand of a Vorgang as its Fassungen, votes and reports tell it."""

from __future__ import annotations

from collections.abc import Sequence

from antragsbuero.domain.abstimmung import Abstimmung, Abstimmungsergebnis
from antragsbuero.domain.bericht import Bericht, Berichtsart
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.vorgang import Stand

_ANGENOMMEN = frozenset(
    {Abstimmungsergebnis.BESCHLOSSEN, Abstimmungsergebnis.GEAENDERT_BESCHLOSSEN}
)
_ENDE = {
    Abstimmungsergebnis.ABGELEHNT: Stand.ABGELEHNT,
    Abstimmungsergebnis.ZURUECKGEZOGEN: Stand.ZURUECKGEZOGEN,
    Abstimmungsergebnis.ERLEDIGT: Stand.ERLEDIGT,
    Abstimmungsergebnis.ZUR_KENNTNIS: Stand.ERLEDIGT,
}


def berechne_stand(
    fassungen: Sequence[Fassung],
    abstimmungen: Sequence[Abstimmung] = (),
    berichte: Sequence[Bericht] = (),
) -> Stand:
    """The Stand that follows from what is known.

    A final report of the administration does not make a Vorgang ERLEDIGT: whether a
    resolution is carried out is also the faction's judgement.
    """
    anfrage = any(f.art is Fassungsart.ANFRAGE for f in fassungen)
    if any(b.art is Berichtsart.ANTWORT for b in berichte) and (anfrage or not fassungen):
        return Stand.BEANTWORTET
    beschlossen = any(f.art is Fassungsart.BESCHLUSS for f in fassungen) or any(
        a.ergebnis in _ANGENOMMEN for a in abstimmungen
    )
    if beschlossen:
        return Stand.IN_UMSETZUNG if berichte else Stand.BESCHLOSSEN
    for abstimmung in reversed(abstimmungen):
        if abstimmung.ergebnis in _ENDE:
            return _ENDE[abstimmung.ergebnis]
    eingereicht = [f for f in fassungen if f.eingereicht]
    if not eingereicht:
        return Stand.ENTWURF
    return Stand.IN_BERATUNG if len(eingereicht) > 1 or abstimmungen else Stand.EINGEREICHT
