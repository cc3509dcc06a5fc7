"""Composes the papers of the office, for files, preview and print alike.

The composers load at their first use: start-up must not wait for them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from antragsbuero.comparison.synopse import Synopse
from antragsbuero.documents.briefkopf import Briefkopfdaten, gemeinsam, unterschriften
from antragsbuero.dokument.dokument import Dokument
from antragsbuero.domain.fassung import Fassung, Fassungsart
from antragsbuero.domain.nachfrage import Nachfrage
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.errors import Abgelehnt
from antragsbuero.services.fristen import verluste_je_punkt
from antragsbuero.services.papier import OHNE_WAHL, Briefkopfart, Exportwahl, Papier, Stueck

if TYPE_CHECKING:
    from antragsbuero.documents.compose_register import Registereintrag

EIGENE = (
    Fassungsart.URSPRUNGSANTRAG,
    Fassungsart.NEUFASSUNG,
    Fassungsart.AENDERUNGSANTRAG,
    Fassungsart.ERGAENZUNGSANTRAG,
    Fassungsart.ANFRAGE,
)
"""Arts that a faction writes itself."""
_BRIEFKOPF = {
    Fassungsart.URSPRUNGSANTRAG: Briefkopfart.ANTRAG,
    Fassungsart.NEUFASSUNG: Briefkopfart.ANTRAG,
    Fassungsart.AENDERUNGSANTRAG: Briefkopfart.AENDERUNGSANTRAG,
    Fassungsart.ERGAENZUNGSANTRAG: Briefkopfart.AENDERUNGSANTRAG,
    Fassungsart.ANFRAGE: Briefkopfart.ANFRAGE,
}


class Papiere:
    """One method a kind of paper; each returns the whole paper and writes nothing."""

    def __init__(self, briefkopf: Callable[[], Briefkopfdaten], heute: Callable[[], date]) -> None:
        self._briefkopf = briefkopf
        self._heute = heute

    def fassung(self, vorgang: Vorgang, fassung: Fassung, wahl: Exportwahl = OHNE_WAHL) -> Papier:
        """A Fassung for submission."""
        from antragsbuero.documents.compose_fassung import (
            fassung_dokument,
            ist_fremd,
            papiereinreicher,
        )

        kopf = self._briefkopf()
        dokument = fassung_dokument(vorgang, fassung, kopf)
        einreicher = papiereinreicher(vorgang, fassung)
        if wahl.unterschriften and fassung.art in EIGENE:
            dokument = _mit_unterschriften(dokument, einreicher or (kopf.fraktion,))
        return Papier(
            Stueck.FASSUNG,
            replace(dokument, zeilennummern=wahl.zeilennummern),
            None if ist_fremd(vorgang, fassung, kopf.fraktion) else _BRIEFKOPF.get(fassung.art),
            fassung.anlagen,
            gemeinsam=gemeinsam(einreicher),
        )

    def nachfrage(
        self, vorgang: Vorgang, nachfrage: Nachfrage, wahl: Exportwahl = OHNE_WAHL
    ) -> Papier:
        """A Nachfrage."""
        from antragsbuero.documents.compose_nachfrage import nachfrage_dokument

        kopf = self._briefkopf()
        dokument = nachfrage_dokument(vorgang, nachfrage, kopf, self._heute())
        if wahl.unterschriften:
            dokument = _mit_unterschriften(dokument, (kopf.fraktion,))
        dokument = replace(dokument, zeilennummern=wahl.zeilennummern)
        return Papier(Stueck.NACHFRAGE, dokument, Briefkopfart.ANFRAGE)

    def synopse(
        self,
        synopse: Synopse,
        betreff: str,
        *,
        nur_aenderungen: bool = False,
        kopfzeilen: Sequence[str] = (),
    ) -> Papier:
        """A comparison as a table."""
        from antragsbuero.documents.compose_synopse import synopse_dokument

        dokument = synopse_dokument(
            synopse,
            betreff,
            self._briefkopf(),
            self._heute(),
            nur_aenderungen=nur_aenderungen,
            kopfzeilen=kopfzeilen,
        )
        return Papier(Stueck.SYNOPSE, dokument, Briefkopfart.SYNOPSE)

    def anschreiben(self, vorgang: Vorgang, fassung: Fassung) -> Papier:
        """The letter to the mayor that goes with a Fassung.

        Raises:
            Abgelehnt: the Fassung is a paper of others.
        """
        from antragsbuero.documents.compose_anschreiben import anschreiben_dokument
        from antragsbuero.documents.compose_fassung import ist_fremd, papiereinreicher

        if fassung.art not in EIGENE:
            raise Abgelehnt(
                "Ein Anschreiben gibt es nur zu Papieren, die die Fraktion einreicht: Antrag, "
                "Neufassung, Änderungsantrag, Ergänzungsantrag und Anfrage."
            )
        kopf, einreicher = self._briefkopf(), papiereinreicher(vorgang, fassung)
        if ist_fremd(vorgang, fassung, kopf.fraktion):
            raise Abgelehnt(
                f"Dieses Papier kommt von anderen ({', '.join(einreicher)}), nicht von der eigenen "
                f"Fraktion ({kopf.fraktion}). Ein Anschreiben dazu gibt es nicht."
            )
        dokument = anschreiben_dokument(vorgang, fassung, kopf, self._heute())
        mehrere = gemeinsam(einreicher)
        return Papier(Stueck.ANSCHREIBEN, dokument, Briefkopfart.ANSCHREIBEN, gemeinsam=mehrere)

    def register(self, vorgaenge: Sequence[Vorgang]) -> Papier:
        """The register of the Beschlusskontrolle over the resolutions of Vorgänge."""
        from antragsbuero.documents.compose_register import register_dokument

        eintraege = [_registereintrag(vorgang) for vorgang in vorgaenge]
        dokument = register_dokument(eintraege, self._briefkopf(), self._heute())
        return Papier(Stueck.REGISTER, dokument, Briefkopfart.AKTE)

    def akte(self, vorgang: Vorgang) -> Papier:
        """A whole Vorgang, drafts included."""
        from antragsbuero.documents.compose_akte import akte_dokument

        dokument = akte_dokument(_registereintrag(vorgang), self._briefkopf(), self._heute())
        return Papier(Stueck.AKTE, dokument, Briefkopfart.AKTE)

    def webseite(self, vorgang: Vorgang) -> Papier:
        """The public life of a Vorgang.

        Raises:
            Abgelehnt: the Vorgang is not public, or nothing of it is submitted.
        """
        from antragsbuero.documents.compose_webseite import (
            oeffentliche_fassungen,
            webseite_dokument,
        )

        if vorgang.nichtoeffentlich:
            raise Abgelehnt(
                f"Der Vorgang „{vorgang.betreff}“ ist nichtöffentlich und wird nicht als Webseite "
                "ausgegeben. Es wurde nichts geschrieben."
            )
        if not oeffentliche_fassungen(vorgang) and not vorgang.berichte:
            raise Abgelehnt(
                f"Im Vorgang „{vorgang.betreff}“ ist noch nichts eingereicht; Entwürfe kommen "
                "nicht auf die Webseite. Es wurde nichts geschrieben."
            )
        return Papier(Stueck.WEBSEITE, webseite_dokument(vorgang, self._briefkopf()))


def _mit_unterschriften(dokument: Dokument, einreicher: Sequence[str]) -> Dokument:
    return replace(dokument, bloecke=(*dokument.bloecke, *unterschriften(einreicher)))


def _registereintrag(vorgang: Vorgang) -> Registereintrag:
    from antragsbuero.documents.compose_register import Registereintrag

    verluste = {
        punkt: verloren
        for beschluss in vorgang.beschluesse()
        for punkt, verloren in verluste_je_punkt(vorgang, beschluss).items()
    }
    return Registereintrag(vorgang, verluste)
