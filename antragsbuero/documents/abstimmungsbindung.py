"""Ties votes to the Fassung put to the vote and to the resolution that resulted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from antragsbuero.documents.abstammung import SCHWELLE, abgestimmte_fassung, genannte_form
from antragsbuero.documents.abstimmungslesung import lies_top
from antragsbuero.documents.deckung import Deckung
from antragsbuero.documents.papier import Papier
from antragsbuero.documents.ueberschriften import ANTRAGSARTEN
from antragsbuero.domain.abstimmung import Abstimmung, Abstimmungsergebnis
from antragsbuero.domain.bearbeitung import leite_ab, mit_fristen
from antragsbuero.domain.fassung import Fassung, Fassungsart

_HOECHSTENS = 60
"""Fassungen before a resolution that it is compared with; reading stays linear."""

_ANTRAGSNAME = re.compile(
    r"(?P<mehrere>Interfraktioneller )?(?:Änderungs|Ergänzungs)antrag(?: (?P<wer>[^:,]{2,40}))?"
)


class Stimmbinder:
    """Goes through the papers of one matter and collects its votes."""

    def __init__(
        self, fassungen: Sequence[Fassung], papiere: Sequence[Papier], deckung: Deckung
    ) -> None:
        self.fassungen = list(fassungen)
        self.abstimmungen: list[Abstimmung] = []
        self._deckung = deckung
        self._platz = {fassung.kennung: n for n, fassung in enumerate(fassungen)}
        self._nach_top = {
            beratung.top: papier.fassung.kennung
            for papier in reversed(papiere)
            if papier.fassung is not None and papier.art in ANTRAGSARTEN
            for beratung in papier.beratungen
            if beratung.top
        }
        eigene = [f.kennung for f in fassungen if ist_eigen(f)]
        self._letzte_eigene = eigene[-1] if eigene else None
        aendernde = (Fassungsart.AENDERUNGSANTRAG, Fassungsart.ERGAENZUNGSANTRAG)
        self._aendernde = [f for f in fassungen if f.art in aendernde][:_HOECHSTENS]

    def nimm(self, papier: Papier) -> None:
        """The votes of a paper; a resolution is hung on the Fassung it was decided on."""
        fassung = self._fassung(papier)
        zu = self._letzte_eigene
        beschluss: Fassung | None = None
        if fassung is None and papier.fassung is not None:
            fassung = self._uebernommen(papier)
        if fassung is not None and fassung.art is Fassungsart.BESCHLUSS:
            beschluss = fassung if fassung.zu else self._mit_grundlage(fassung, papier)
            zu = beschluss.zu
        elif fassung is not None:
            zu = fassung.kennung
        for abstimmung in papier.abstimmungen:
            ergibt = beschluss.kennung if beschluss and _angenommen(abstimmung) else None
            genannt = self._genannte(abstimmung.wortlaut) or zu
            self.abstimmungen.append(replace(abstimmung, fassung=genannt, beschluss=ergibt))

    def _uebernommen(self, papier: Papier) -> Fassung | None:
        """A resolution told without its wording has that of the Fassung it was decided on."""
        if not any(_angenommen(abstimmung) for abstimmung in papier.abstimmungen):
            return None
        wortlaut = " ".join(a.wortlaut for a in papier.abstimmungen)
        grundlage = genannte_form(wortlaut, self.fassungen[-_HOECHSTENS:])
        if (grundlage is None or not grundlage.punkte) and self._letzte_eigene is not None:
            grundlage = self.fassungen[self._platz[self._letzte_eigene]]
        if grundlage is None or not grundlage.punkte:
            return None
        self._deckung.bezweifle(
            "Der Wortlaut des Beschlusses steht nicht im Text; er ist aus der Fassung übernommen, "
            "über die abgestimmt wurde.",
            papier.anker,
        )
        neu = leite_ab(grundlage, Fassungsart.BESCHLUSS, ())
        beschluss = replace(
            neu,
            datum=papier.datum,
            nummer=papier.nummer,
            eingereicht=True,
            begruendung=(),
            punkte=mit_fristen(neu.punkte, papier.datum),
            quelltext=papier.quelltext,
        )
        self._platz[beschluss.kennung] = len(self.fassungen)
        self.fassungen.append(beschluss)
        return beschluss

    def _fassung(self, papier: Papier) -> Fassung | None:
        platz = self._platz.get(papier.fassung.kennung) if papier.fassung is not None else None
        return self.fassungen[platz] if platz is not None else None

    def _mit_grundlage(self, beschluss: Fassung, papier: Papier) -> Fassung:
        wortlaut = " ".join(a.wortlaut for a in papier.abstimmungen) + " " + papier.anker.text
        platz = self._platz[beschluss.kennung]
        davor = self.fassungen[max(0, platz - _HOECHSTENS) : platz]
        grundlage, wert = abgestimmte_fassung(beschluss, davor, wortlaut)
        if grundlage is None or wert < SCHWELLE:
            self._deckung.bezweifle(
                "Welche Fassung beschlossen wurde, ist am Wortlaut nicht sicher zu erkennen.",
                papier.anker,
            )
        if not papier.abstimmungen:
            self._deckung.bezweifle("Das Abstimmungsergebnis steht nicht im Text.", papier.anker)
        neu = replace(beschluss, zu=grundlage.kennung if grundlage is not None else None)
        self.fassungen[platz] = neu
        return neu

    def _genannte(self, wortlaut: str) -> str | None:
        """The Fassung that a vote names: by its item of the agenda or by its submitter."""
        top = lies_top(wortlaut)
        if top in self._nach_top:
            return self._nach_top[top]
        name = _ANTRAGSNAME.match(wortlaut)
        if name is None:
            return None
        for fassung in self._aendernde:
            gemeinsam = name["mehrere"] and not name["wer"] and len(fassung.urheber) > 1
            if gemeinsam or name["wer"] in fassung.urheber:
                return fassung.kennung
        return None


def ist_eigen(fassung: Fassung) -> bool:
    """Whether the Fassung can be put to the vote by itself, neither amending nor answering."""
    return fassung.art in (
        Fassungsart.URSPRUNGSANTRAG,
        Fassungsart.NEUFASSUNG,
        Fassungsart.ANFRAGE,
        Fassungsart.BESCHLUSSVORLAGE,
    )


def _angenommen(abstimmung: Abstimmung) -> bool:
    return abstimmung.ergebnis in (
        Abstimmungsergebnis.BESCHLOSSEN,
        Abstimmungsergebnis.GEAENDERT_BESCHLOSSEN,
    )
