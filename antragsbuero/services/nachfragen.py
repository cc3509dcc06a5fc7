"""Queries to the administration on points of a resolution."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from antragsbuero.documents.bezeichnungen import deutsches_datum
from antragsbuero.domain.bericht import Berichtsteil
from antragsbuero.domain.beschlusspunkt import Beschlusspunkt, mit_tiefe
from antragsbuero.domain.fassung import Fassung
from antragsbuero.domain.frist import Frist
from antragsbuero.domain.fristberechnung import ende_nach_wochen, naechster_werktag
from antragsbuero.domain.nachfrage import Nachfrage
from antragsbuero.domain.ratsprofil import Ratsprofil
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.errors import Abgelehnt, NichtGefunden
from antragsbuero.services.fristen import verluste_je_punkt
from antragsbuero.services.ports import Feiertage
from antragsbuero.services.punktnummern import anzeige, vergleichbar
from antragsbuero.services.vorgaenge import Vorgaenge, mit_verlauf


class Nachfragen:
    """Use cases of the Nachfrage."""

    def __init__(
        self,
        vorgaenge: Vorgaenge,
        ratsprofil: Callable[[], Ratsprofil],
        feiertage: Feiertage,
        heute: Callable[[], date],
    ) -> None:
        self._vorgaenge = vorgaenge
        self._ratsprofil = ratsprofil
        self._feiertage = feiertage
        self._heute = heute

    def entwirf(
        self, vorgang: str, nummern: Sequence[str], beschluss: str | None = None
    ) -> Nachfrage:
        """Stores the draft of a Nachfrage, one question block for each named point.

        Args:
            vorgang: kennung of the Vorgang.
            nummern: numbers of points as people write them ("2", "1a", "1 a)").
            beschluss: kennung of the resolution asked about; None takes the newest.

        Raises:
            NichtGefunden: there is no resolution, or it has no such point.
        """
        stand = self._vorgaenge.get(vorgang)
        fassung = _beschluss(stand, beschluss)
        punkte = [_punkt(fassung, nummer) for nummer in dict.fromkeys(nummern)]
        if not punkte:
            raise Abgelehnt("Eine Nachfrage nennt mindestens einen Beschlusspunkt.")
        heute = self._heute()
        nachfrage = Nachfrage(
            beschluss=fassung.kennung,
            punkte=tuple(punkt.kennung for _, punkt in punkte),
            fragen=tuple(frage_zu(stand, fassung, nr, punkt, heute) for nr, punkt in punkte),
            erstellt=heute,
        )
        self._vorgaenge.aendere(
            vorgang, lambda alt: replace(alt, nachfragen=(*alt.nachfragen, nachfrage))
        )
        return nachfrage

    def entwirf_zu(
        self, vorgang: str, beschluss: str, punkte: Sequence[str], *, je_punkt: bool = False
    ) -> tuple[Nachfrage, ...]:
        """Stores drafts on points chosen by kennung: one for all, or one for each.

        A draft with the same questions that nobody has touched yet is handed out again, so that
        a double click makes one.

        Raises:
            Abgelehnt: no point is named.
            NichtGefunden: there is no such resolution.
        """
        stand = self._vorgaenge.get(vorgang)
        fassung = _beschluss(stand, beschluss)
        heute = self._heute()
        gewaehlt = [
            (punkt.kennung, frage_zu(stand, fassung, anzeige(pfad), punkt, heute))
            for pfad, punkt in mit_tiefe(fassung.punkte)
            if punkt.kennung in punkte
        ]
        if not gewaehlt:
            raise Abgelehnt("Eine Nachfrage nennt mindestens einen Beschlusspunkt.")
        gruppen = [[paar] for paar in gewaehlt] if je_punkt else [gewaehlt]
        entworfen = tuple(
            Nachfrage(
                beschluss=fassung.kennung,
                punkte=tuple(punkt for punkt, _ in gruppe),
                fragen=tuple(frage for _, frage in gruppe),
                erstellt=heute,
            )
            for gruppe in gruppen
        )
        ergebnis: list[Nachfrage] = []

        def aenderung(alt: Vorgang) -> Vorgang:
            ergebnis[:] = [_unberuehrte(alt, neue) or neue for neue in entworfen]
            dazu = tuple(n for n in entworfen if n in ergebnis)
            return replace(alt, nachfragen=alt.nachfragen + dazu)

        self._vorgaenge.aendere(vorgang, aenderung)
        return tuple(ergebnis)

    def frage_zu_punkt(self, vorgang: Vorgang, nachfrage: Nachfrage, punkt: str) -> str:
        """The question that a draft would ask on the point of that kennung."""
        fassung = vorgang.fassung(nachfrage.beschluss)
        for pfad, kandidat in mit_tiefe(fassung.punkte):
            if kandidat.kennung == punkt:
                return frage_zu(vorgang, fassung, anzeige(pfad), kandidat, self._heute())
        raise NichtGefunden("Diesen Beschlusspunkt gibt es nicht.")

    def antwort_wochen(self) -> int:
        """How many weeks the administration has for an answer."""
        return self._ratsprofil().antwort_wochen

    def verwirf(self, vorgang: str, kennung: str) -> Vorgang:
        """Takes a draft out. Raises Abgelehnt once it is submitted."""

        def aenderung(alt: Vorgang) -> Vorgang:
            if _nachfrage(alt, kennung).eingereicht is not None:
                raise Abgelehnt("Diese Nachfrage ist eingereicht und bleibt, wie sie ist.")
            rest = tuple(n for n in alt.nachfragen if n.kennung != kennung)
            return replace(alt, nachfragen=rest)

        return self._vorgaenge.aendere(vorgang, aenderung)

    def hole_zurueck(self, vorgang: str, nachfrage: Nachfrage) -> Vorgang:
        """Stores a draft again that was taken out; nothing if it is there."""

        def aenderung(alt: Vorgang) -> Vorgang:
            if any(n.kennung == nachfrage.kennung for n in alt.nachfragen):
                return alt
            return replace(alt, nachfragen=(*alt.nachfragen, nachfrage))

        return self._vorgaenge.aendere(vorgang, aenderung)

    def ordne_zu(self, vorgang: str, bericht: str, teile: Sequence[Berichtsteil]) -> Vorgang:
        """Stores which statements of a report (kennung) belong to which points."""

        def aenderung(alt: Vorgang) -> Vorgang:
            berichte = tuple(
                replace(b, teile=tuple(teile)) if b.kennung == bericht else b for b in alt.berichte
            )
            return replace(alt, berichte=berichte)

        return self._vorgaenge.aendere(vorgang, aenderung)

    @staticmethod
    def nummern(vorgang: Vorgang, nachfrage: Nachfrage) -> tuple[str, ...]:
        """The numbers of the points asked about, as people write them ("2", "1a")."""
        punkte = mit_tiefe(vorgang.fassung(nachfrage.beschluss).punkte)
        return tuple(anzeige(pfad) for pfad, p in punkte if p.kennung in nachfrage.punkte)

    def speichere(self, vorgang: str, nachfrage: Nachfrage) -> Vorgang:
        """Stores the changed draft. Raises Abgelehnt once it is submitted."""

        def aenderung(alt: Vorgang) -> Vorgang:
            if _nachfrage(alt, nachfrage.kennung).eingereicht is not None:
                raise Abgelehnt("Diese Nachfrage ist eingereicht und bleibt, wie sie ist.")
            return _ersetzt(alt, nachfrage)

        return self._vorgaenge.aendere(vorgang, aenderung)

    def reiche_ein(self, vorgang: str, kennung: str, datum: date, nummer: str = "") -> Vorgang:
        """Marks a Nachfrage as submitted and sets the last day for the answer.

        The day follows from the weeks of the Ratsprofil by §§ 187 to 193 BGB.
        """
        profil = self._ratsprofil()
        ende = ende_nach_wochen(datum, profil.antwort_wochen)
        frei = self._feiertage(profil.land, ende.year) | self._feiertage(profil.land, ende.year + 1)
        frist = naechster_werktag(ende, frei)

        def aenderung(alt: Vorgang) -> Vorgang:
            nachfrage = _nachfrage(alt, kennung)
            if nachfrage.eingereicht is not None:
                raise Abgelehnt("Diese Nachfrage ist schon eingereicht.")
            neu = replace(nachfrage, eingereicht=datum, nummer=nummer, antwortfrist=frist)
            return mit_verlauf(_ersetzt(alt, neu), "Nachfrage eingereicht")

        return self._vorgaenge.aendere(vorgang, aenderung)

    def beantworte(self, vorgang: str, kennung: str, bericht: str) -> Vorgang:
        """Links a Nachfrage with the Bericht (kennung) that answers it."""
        return self._vorgaenge.aendere(
            vorgang,
            lambda alt: _ersetzt(alt, replace(_nachfrage(alt, kennung), antwort=bericht)),
        )


def frage_zu(
    vorgang: Vorgang, beschluss: Fassung, nummer: str, punkt: Beschlusspunkt, heute: date
) -> str:
    """The questions on one point, made from its deadline and what became of it."""
    name = f"Beschlusspunkt {nummer}" if nummer else "der Beschluss"
    vom = f" vom {deutsches_datum(beschluss.datum)}" if beschluss.datum else ""
    saetze = [f"Wie ist der Stand der Umsetzung von {name} des Beschlusses{vom}?"]
    if not nummer:
        saetze = [f"Wie ist der Stand der Umsetzung des Beschlusses{vom}?"]
    if frist := _vergangene_frist(punkt, heute):
        saetze.append(
            f"Der Beschluss sah die Umsetzung „{frist.wortlaut}“ vor, also bis zum "
            f"{deutsches_datum(frist.datum)}; dieser Tag ist vorüber. "
            "Falls noch nicht umgesetzt: Aus welchen Gründen wurde die Frist nicht eingehalten?"
        )
    elif verlust := next(iter(verluste_je_punkt(vorgang, beschluss).get(punkt.kennung, ())), None):
        saetze.append(
            "Der zur Abstimmung gestellte Text sah die Umsetzung "
            f"„{verlust.vorher.wortlaut}“ vor, also bis zum "
            f"{deutsches_datum(verlust.vorher.datum)}; der Beschluss nennt keinen Tag mehr."
        )
    saetze.append("Bis wann ist die vollständige Umsetzung vorgesehen?")
    return " ".join(saetze)


def _vergangene_frist(punkt: Beschlusspunkt, heute: date) -> Frist | None:
    vergangen = [f for f in punkt.fristen if f.datum and f.ueberfaellig(heute)]
    return max(vergangen, key=lambda f: f.datum or date.min, default=None)


def _beschluss(vorgang: Vorgang, kennung: str | None) -> Fassung:
    beschluesse = [f for f in vorgang.beschluesse() if kennung in (None, f.kennung)]
    if not beschluesse:
        raise NichtGefunden(
            f"Der Vorgang „{vorgang.betreff}“ hat noch keinen Beschluss, nach dem gefragt "
            "werden kann."
        )
    return beschluesse[-1]


def _punkt(fassung: Fassung, nummer: str) -> tuple[str, Beschlusspunkt]:
    gesucht = vergleichbar(nummer)
    for pfad, punkt in mit_tiefe(fassung.punkte):
        namen = {vergleichbar("".join(pfad)), vergleichbar(".".join(pfad))}
        if len(pfad) == 1:
            namen.add(vergleichbar(pfad[0]))
        if gesucht in namen:
            return anzeige(pfad), punkt
    punkte = list(fassung.alle_punkte())
    if len(punkte) == 1 and gesucht == "1":  # an implicit single point answers to "1"
        return "", punkte[0]
    vorhanden = ", ".join(anzeige(pfad) for pfad, _ in mit_tiefe(fassung.punkte))
    raise NichtGefunden(
        f"Der Beschluss hat keinen Punkt {nummer}. Es gibt: {vorhanden or 'einen ohne Nummer'}."
    )


def _nachfrage(vorgang: Vorgang, kennung: str) -> Nachfrage:
    for nachfrage in vorgang.nachfragen:
        if nachfrage.kennung == kennung:
            return nachfrage
    raise NichtGefunden(f"Der Vorgang „{vorgang.betreff}“ hat keine Nachfrage {kennung}.")


def _unberuehrte(vorgang: Vorgang, entwurf: Nachfrage) -> Nachfrage | None:
    """The stored draft that differs from `entwurf` in its kennung alone."""
    return next(
        (n for n in vorgang.nachfragen if replace(n, kennung=entwurf.kennung) == entwurf), None
    )


def _ersetzt(vorgang: Vorgang, nachfrage: Nachfrage) -> Vorgang:
    nachfragen = tuple(
        nachfrage if n.kennung == nachfrage.kennung else n for n in vorgang.nachfragen
    )
    return replace(vorgang, nachfragen=nachfragen)
