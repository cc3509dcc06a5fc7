"""Settings of the office: the faction, its people, its council."""

from __future__ import annotations

import base64
import json
import tomllib
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from antragsbuero.documents.briefkopf import Briefkopfdaten
from antragsbuero.dokument.dokument import Bild
from antragsbuero.dokument.fehler import Dateifehler
from antragsbuero.domain.ratsprofil import Ratsprofil
from antragsbuero.resources import resource
from antragsbuero.services.dateinamen import MUSTER, Namenswahl
from antragsbuero.services.errors import Abgelehnt, NichtGefunden
from antragsbuero.services.events import EinstellungenGeaendert, Ereignisse
from antragsbuero.services.ports import UnitOfWork

_SCHLUESSEL, _LOGO = "buero", "logo"
GROESSTES_LOGO = 1_000_000
"""Bytes."""


@dataclass(frozen=True, slots=True)
class Bueroeinstellungen:
    """What the office says of itself.

    `anschrift` are lines of the Briefkopf, `fusszeile` those of its foot; `personen` may be in
    charge of a Vorgang; `ratsprofil` is the kennung of the council's profile. `namensmuster`
    names exported files, see `dateinamen`. `email_einreichung` goes before the
    address of the profile.
    """

    fraktion: str = ""
    anschrift: tuple[str, ...] = ()
    fusszeile: tuple[str, ...] = ()
    personen: tuple[str, ...] = ()
    ratsprofil: str = "leipzig"
    namensmuster: str = MUSTER
    email_einreichung: str = ""


def lade_ratsprofil(kennung: str) -> Ratsprofil:
    """The shipped profile of that kennung. Raises NichtGefunden."""
    try:
        pfad = resource("ratsprofile", f"{kennung}.toml")
    except FileNotFoundError:
        raise NichtGefunden(f"Das Ratsprofil „{kennung}“ gibt es nicht.") from None
    werte: dict[str, Any] = tomllib.loads(pfad.read_text(encoding="utf-8"))
    werte["gremien"] = tuple(werte["gremien"])
    return Ratsprofil(**werte)


def ratsprofile() -> tuple[Ratsprofil, ...]:
    """All shipped profiles, by name."""
    pfade = sorted(resource("ratsprofile").glob("*.toml"))
    return tuple(sorted((lade_ratsprofil(p.stem) for p in pfade), key=lambda p: p.name))


class Einstellungen:
    """Reads and stores the settings of the office."""

    def __init__(
        self,
        uow: UnitOfWork,
        ereignisse: Ereignisse,
        pruefe_bild: Callable[[Bild], None] = lambda _: None,
    ) -> None:
        """`pruefe_bild` raises Dateifehler for what is no picture."""
        self._pruefe_bild = pruefe_bild
        self._uow = uow
        self._ereignisse = ereignisse

    def get(self) -> Bueroeinstellungen:
        """The stored settings; fields never set have their defaults."""
        with self._uow.read() as arbeit:
            text = arbeit.einstellungen.get(_SCHLUESSEL)
        werte: dict[str, Any] = json.loads(text) if text else {}
        bekannt = {f.name for f in fields(Bueroeinstellungen)}
        gelesen: dict[str, Any] = {
            name: tuple(wert) if isinstance(wert, list) else wert
            for name, wert in werte.items()
            if name in bekannt
        }
        return Bueroeinstellungen(**gelesen)

    def set(self, einstellungen: Bueroeinstellungen) -> None:
        """Stores the settings."""
        text = json.dumps(asdict(einstellungen), ensure_ascii=False)
        self._uow.write(lambda work: work.einstellungen.set(_SCHLUESSEL, text))
        self._ereignisse.publish(EinstellungenGeaendert())

    def logo(self) -> Bild | None:
        """The logo of the Briefkopf, None where none was chosen."""
        with self._uow.read() as arbeit:
            text = arbeit.einstellungen.get(_LOGO)
        if not text:
            return None
        werte = json.loads(text)
        wort = werte["beschreibung"] or f"Logo {self.get().fraktion}".strip()
        return Bild(base64.b64decode(werte["inhalt"]), wort)

    def set_logo(self, inhalt: bytes | None, beschreibung: str = "") -> None:
        """Stores a PNG or JPEG as the logo; None takes it away.

        `beschreibung` is the alternative text, "" for „Logo“ and the name of the faction.

        Raises:
            Abgelehnt: too large, or no picture; the old logo stays.
        """
        text = ""
        if inhalt is not None:
            if len(inhalt) > GROESSTES_LOGO:
                raise Abgelehnt(
                    "Das Logo ist größer als 1 MB. Es wurde nichts geändert. Bitte verkleinern "
                    "Sie das Bild."
                )
            try:
                self._pruefe_bild(Bild(inhalt, beschreibung or "Logo"))
            except Dateifehler as fehler:
                raise Abgelehnt(f"{fehler} Das Logo wurde nicht geändert.") from fehler
            werte = {
                "inhalt": base64.b64encode(inhalt).decode("ascii"),
                "beschreibung": beschreibung,
            }
            text = json.dumps(werte, ensure_ascii=False)
        self._uow.write(lambda work: work.einstellungen.set(_LOGO, text))
        self._ereignisse.publish(EinstellungenGeaendert())

    def ratsprofil(self) -> Ratsprofil:
        """The profile of the chosen council."""
        return lade_ratsprofil(self.get().ratsprofil)

    def namenswahl(self, heute: date) -> Namenswahl:
        """How exported files are named."""
        buero = self.get()
        return Namenswahl(buero.namensmuster, buero.fraktion, heute)

    def einreichadresse(self) -> str:
        """Where papers are submitted by e-mail: the office's own word, else the profile's."""
        return self.get().email_einreichung.strip() or self.ratsprofil().email_einreichung

    def briefkopf(self) -> Briefkopfdaten:
        """What stands at the head of every paper."""
        buero, rat = self.get(), self.ratsprofil()
        return Briefkopfdaten(
            fraktion=buero.fraktion,
            anschrift=buero.anschrift,
            fusszeile=buero.fusszeile,
            logo=self.logo(),
            stadt=rat.stadt,
            rat=rat.rat,
            anrede=rat.anrede,
        )
