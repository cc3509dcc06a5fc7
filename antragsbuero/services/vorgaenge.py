"""Vorgänge: look up, create, draft, submit, change the head, remove."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from antragsbuero.documents.bezeichnungen import FASSUNGSARTEN
from antragsbuero.domain.absatz import Absatz
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt
from antragsbuero.domain.fassung import Fassung, Fassungsart, Fassungsfehler
from antragsbuero.domain.umsetzung import Umsetzung
from antragsbuero.domain.vorgang import Stand, Verlaufseintrag, Vorgang, Vorgangsart
from antragsbuero.services.errors import Abgelehnt, Mehrdeutig, NichtGefunden
from antragsbuero.services.events import Ereignisse, VorgangEntfernt, VorgangGespeichert
from antragsbuero.services.ports import Standzahl, UnitOfWork, VorgangZeile, WriteWork

_GEGEN_ANDERE = (Fassungsart.AENDERUNGSANTRAG, Fassungsart.ERGAENZUNGSANTRAG)
"""Arts that the faction writes to papers of others too."""


@dataclass(frozen=True, slots=True)
class Kopfdaten:
    """What may change after submission: everything about a Vorgang but its wordings."""

    betreff: str
    stand: Stand
    nummern: tuple[str, ...]
    einreicher: tuple[str, ...]
    zustaendig: str
    schlagworte: tuple[str, ...]
    ortsteile: tuple[str, ...]
    notizen: str
    nichtoeffentlich: bool

    @classmethod
    def von(cls, vorgang: Vorgang) -> Kopfdaten:
        """The head of a Vorgang as it is."""
        return cls(**{name: getattr(vorgang, name) for name in cls.__dataclass_fields__})


class Vorgaenge:
    """Use cases around one Vorgang and the list of all."""

    def __init__(
        self,
        uow: UnitOfWork,
        ereignisse: Ereignisse,
        heute: Callable[[], date],
        fraktion: Callable[[], str] = lambda: "",
    ) -> None:
        """`fraktion` is the own one, "" where the office has not told it."""
        self._fraktion = fraktion
        self._uow = uow
        self._ereignisse = ereignisse
        self._heute = heute

    def rows(self) -> Sequence[VorgangZeile]:
        """All Vorgänge, the last changed first."""
        with self._uow.read() as arbeit:
            return arbeit.vorgaenge.rows()

    def staende(self) -> Sequence[Standzahl]:
        """How many Vorgänge and drafts there are at each Stand that occurs."""
        with self._uow.read() as arbeit:
            return arbeit.vorgaenge.staende()

    def get(self, kennung: str) -> Vorgang:
        """The Vorgang of that Kennung. Raises NichtGefunden."""
        with self._uow.read() as arbeit:
            return arbeit.vorgaenge.get(kennung)

    def finde(self, kennung_oder_nummer: str) -> Vorgang:
        """The one Vorgang with that Kennung or number.

        Raises:
            NichtGefunden: nothing has it.
            Mehrdeutig: several Vorgänge have it; the message names them.
        """
        with self._uow.read() as arbeit:
            kennungen = arbeit.vorgaenge.find(kennung_oder_nummer)
            if len(kennungen) == 1:
                return arbeit.vorgaenge.get(kennungen[0])
        if not kennungen:
            raise NichtGefunden(
                f"Es gibt keinen Vorgang mit der Kennung oder Nummer „{kennung_oder_nummer}“. "
                "Die Liste aller Vorgänge zeigt der Befehl „liste“."
            )
        raise Mehrdeutig(
            f"Die Nummer „{kennung_oder_nummer}“ haben mehrere Vorgänge: "
            f"{', '.join(kennungen)}. Bitte die Kennung angeben."
        )

    def neuer_vorgang(self, betreff: str, art: Vorgangsart = Vorgangsart.ANTRAG) -> Vorgang:
        """A new matter with a working number and an empty draft as its first Fassung."""
        fassungsart = (
            Fassungsart.ANFRAGE if art is Vorgangsart.ANFRAGE else Fassungsart.URSPRUNGSANTRAG
        )
        entwurf = Fassung(
            art=fassungsart, betreff=betreff, punkte=(Beschlusspunkt("", (Absatz(""),)),)
        )

        def arbeit(work: WriteWork) -> Vorgang:
            neu = mit_arbeitsnummer(
                Vorgang(betreff=betreff, art=art, fassungen=(entwurf,)), work, self._heute()
            )
            work.vorgaenge.add(neu)
            return work.vorgaenge.get(neu.kennung)

        vorgang = self._uow.write(arbeit)
        self._ereignisse.publish(VorgangGespeichert(vorgang.kennung, neu=True))
        return vorgang

    def neue_fassung(
        self, kennung: str, aus: str, art: Fassungsart = Fassungsart.NEUFASSUNG
    ) -> Fassung:
        """A new draft with the wording of the Fassung `aus`; its points keep their identity.

        An amendment is ours, also to the motion of others. Out of a paper of the administration
        come the points alone, the reasons stay ours.
        """
        # Loaded at its first use, like the others below: start-up must not wait for it.
        from antragsbuero.documents.urheberschaft import unser
        from antragsbuero.domain.bearbeitung import leite_ab, mit_eigener_begruendung

        entwurf: list[Fassung] = []
        fraktion = self._fraktion() if art in _GEGEN_ANDERE else ""

        def aenderung(vorgang: Vorgang) -> Vorgang:
            wir = vorgang.einreicher if unser(vorgang.einreicher, fraktion) else (fraktion,)
            neu = leite_ab(_fassung(vorgang, aus), art, wir)
            neu = mit_eigener_begruendung(neu, vorgang.fassungen)
            neu = replace(neu, betreff=neu.betreff or vorgang.betreff)
            entwurf.append(neu)
            return replace(vorgang, fassungen=(*vorgang.fassungen, neu))

        self.aendere(kennung, aenderung)
        return entwurf[-1]

    def speichere_entwurf(self, kennung: str, fassung: Fassung) -> Vorgang:
        """Stores a draft's wording; its Anlagen stay as they are stored (see services.anlagen).

        Raises Abgelehnt when the Fassung is submitted.
        """
        return self.aendere(kennung, lambda vorgang: _mit_entwurf(vorgang, fassung))

    def sichere_entwurf(self, kennung: str, fassung: Fassung) -> Future[Vorgang]:
        """Like `speichere_entwurf` without waiting: the autosave of the editor."""

        def arbeit(work: WriteWork) -> Vorgang:
            return work.vorgaenge.save(_mit_entwurf(work.vorgaenge.get(kennung), fassung))

        zukunft = self._uow.submit(arbeit)
        zukunft.add_done_callback(lambda f: self._melde(kennung, f))
        return zukunft

    def _melde(self, kennung: str, zukunft: Future[Vorgang]) -> None:
        if not zukunft.cancelled() and zukunft.exception() is None:
            self._ereignisse.publish(VorgangGespeichert(kennung))

    def reiche_ein(self, kennung: str, fassung: str, datum: date, nummer: str = "") -> Vorgang:
        """Freezes a draft as submitted on that day. Raises Abgelehnt when it cannot be."""
        from antragsbuero.domain.bearbeitung import reiche_ein

        def aenderung(vorgang: Vorgang) -> Vorgang:
            try:
                neu = reiche_ein(_fassung(vorgang, fassung), datum, nummer)
            except Fassungsfehler as fehler:
                raise Abgelehnt(str(fehler)) from fehler
            nummern = vorgang.nummern
            if nummer and nummer not in nummern:
                nummern = (*nummern, nummer)
            stand = Stand.EINGEREICHT if vorgang.stand is Stand.ENTWURF else vorgang.stand
            geaendert = replace(
                _ersetzt(vorgang, neu), nummern=nummern, stand=stand,
                betreff=neu.betreff if vorgang.stand is Stand.ENTWURF and neu.betreff
                else vorgang.betreff,
            )  # fmt: skip
            return mit_verlauf(geaendert, f"{FASSUNGSARTEN[neu.art]} eingereicht")

        return self.aendere(kennung, aenderung)

    def verwerfe_entwurf(self, kennung: str, fassung: str) -> Vorgang:
        """Takes a draft out of its Vorgang. Raises Abgelehnt for a submitted Fassung."""

        def aenderung(vorgang: Vorgang) -> Vorgang:
            if _fassung(vorgang, fassung).eingereicht:
                raise Abgelehnt("Eine eingereichte Fassung kann nicht verworfen werden.")
            rest = tuple(f for f in vorgang.fassungen if f.kennung != fassung)
            return replace(vorgang, fassungen=rest)

        return self.aendere(kennung, aenderung)

    def aendere_kopf(self, kennung: str, kopf: Kopfdaten) -> Vorgang:
        """Changes number, persons, Stand and the like; each change stands in the Verlauf."""

        def aenderung(vorgang: Vorgang) -> Vorgang:
            alt = Kopfdaten.von(vorgang)
            namen = [n for n in kopf.__dataclass_fields__ if getattr(kopf, n) != getattr(alt, n)]
            if not namen:
                return vorgang
            neu = replace(vorgang, **{name: getattr(kopf, name) for name in namen})
            return mit_verlauf(neu, f"Geändert: {', '.join(_KOPFNAMEN[n] for n in namen)}")

        return self.aendere(kennung, aenderung)

    def aendere_notizen(self, kennung: str, text: str) -> Vorgang:
        """Stores the notes; while one goes on typing the Verlauf has one entry for it."""

        def aenderung(vorgang: Vorgang) -> Vorgang:
            if vorgang.notizen == text:
                return vorgang
            eintrag = f"Geändert: {_KOPFNAMEN['notizen']}"
            neu = replace(vorgang, notizen=text)
            if vorgang.verlauf and vorgang.verlauf[-1].text == eintrag:
                return neu
            return mit_verlauf(neu, eintrag)

        return self.aendere(kennung, aenderung)

    def setze_umsetzung(self, kennung: str, umsetzung: Umsetzung) -> Vorgang:
        """Stores both judgements on one point of a resolution."""

        def aenderung(vorgang: Vorgang) -> Vorgang:
            rest = tuple(u for u in vorgang.umsetzungen if u.punkt != umsetzung.punkt)
            return replace(vorgang, umsetzungen=(*rest, umsetzung))

        return self.aendere(kennung, aenderung)

    def entferne(self, kennung: str) -> None:
        """Deletes a Vorgang for good, with the bytes of its Anlagen that no other one names."""

        def arbeit(work: WriteWork) -> None:
            vorgang = work.vorgaenge.get(kennung)
            anlagen = (*vorgang.anlagen, *(a for f in vorgang.fassungen for a in f.anlagen))
            work.vorgaenge.remove(kennung)
            if anlagen:
                work.anlagen.entferne_verwaiste({anlage.sha256 for anlage in anlagen})

        self._uow.write(arbeit)
        self._ereignisse.publish(VorgangEntfernt(kennung))

    def aendere(self, kennung: str, aenderung: Callable[[Vorgang], Vorgang]) -> Vorgang:
        """Loads, changes and stores in one transaction; tells of it afterwards."""

        def arbeit(work: WriteWork) -> Vorgang:
            alt = work.vorgaenge.get(kennung)
            neu = aenderung(alt)
            return alt if neu == alt else work.vorgaenge.save(neu)

        vorgang = self._uow.write(arbeit)
        self._ereignisse.publish(VorgangGespeichert(kennung))
        return vorgang


_KOPFNAMEN = {
    "betreff": "Betreff",
    "stand": "Stand",
    "nummern": "Nummer",
    "einreicher": "Einreicher",
    "zustaendig": "zuständige Person",
    "schlagworte": "Schlagworte",
    "ortsteile": "Ortsteile",
    "notizen": "Notizen",
    "nichtoeffentlich": "Öffentlichkeit",
}


def mit_arbeitsnummer(vorgang: Vorgang, work: WriteWork, heute: date) -> Vorgang:
    """The Vorgang with the next free working number "Entwurf 2026-017" of this year."""
    zaehler = work.vorgaenge.arbeitsnummern(heute.year) + 1
    return replace(vorgang, arbeitsnummer=f"Entwurf {heute.year}-{zaehler:03d}")


def mit_verlauf(vorgang: Vorgang, text: str) -> Vorgang:
    """The Vorgang with one more entry in its Verlauf."""
    return replace(vorgang, verlauf=(*vorgang.verlauf, Verlaufseintrag(datetime.now(UTC), text)))


def _fassung(vorgang: Vorgang, kennung: str) -> Fassung:
    try:
        return vorgang.fassung(kennung)
    except KeyError:
        raise NichtGefunden(
            f"Der Vorgang „{vorgang.betreff}“ hat keine Fassung mit der Kennung {kennung}."
        ) from None


def _ersetzt(vorgang: Vorgang, fassung: Fassung) -> Vorgang:
    fassungen = tuple(fassung if f.kennung == fassung.kennung else f for f in vorgang.fassungen)
    return replace(vorgang, fassungen=fassungen)


def _mit_entwurf(vorgang: Vorgang, fassung: Fassung) -> Vorgang:
    from antragsbuero.domain.bearbeitung import mit_fristen

    gespeichert = _fassung(vorgang, fassung.kennung)
    if gespeichert.eingereicht:
        raise Abgelehnt(
            "Diese Fassung ist eingereicht und bleibt, wie sie ist. "
            "Änderungen gehören in eine neue Fassung."
        )
    # What the editor holds may be older than an Anlage that was added meanwhile.
    gelesen = replace(
        fassung,
        eingereicht=False,
        punkte=mit_fristen(fassung.punkte),
        anlagen=gespeichert.anlagen,
    )
    neu = _ersetzt(vorgang, gelesen)
    if vorgang.stand is Stand.ENTWURF and vorgang.betreff == gespeichert.betreff:
        # Before anything is submitted the draft alone names the matter, in lists too.
        neu = replace(neu, betreff=gelesen.betreff)
    return neu
