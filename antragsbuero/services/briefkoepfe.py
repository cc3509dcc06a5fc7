"""The Briefköpfe of a faction: Word files in the data folder, one for each kind of paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from antragsbuero.dokument.briefkopf import Briefkopfbefund
from antragsbuero.dokument.dokument import Dokument
from antragsbuero.dokument.fehler import Dateifehler
from antragsbuero.dokument.systemfehler import grund
from antragsbuero.resources import resource
from antragsbuero.services.errors import Abgelehnt, Buerofehler
from antragsbuero.services.papier import Briefkopfart

NAMEN = {
    Briefkopfart.ANTRAG: "Antrag und Neufassung",
    Briefkopfart.AENDERUNGSANTRAG: "Änderungs- und Ergänzungsantrag",
    Briefkopfart.ANFRAGE: "Anfrage und Nachfrage",
    Briefkopfart.ANSCHREIBEN: "Anschreiben",
    Briefkopfart.SYNOPSE: "Synopse",
    Briefkopfart.AKTE: "Akte und Register",
}
"""The kinds in the words of an office, in the order in which they are shown."""
_ANTRAG = ("ab.titel", "ab.nummer", "ab.einreicher", "ab.datum", "ab.betreff", "ab.rumpf")
_ANDERE = ("ab.titel", "ab.rumpf")
PFLICHT = {
    Briefkopfart.ANTRAG: _ANTRAG,
    Briefkopfart.AENDERUNGSANTRAG: (*_ANTRAG, "ab.zu"),
    Briefkopfart.ANFRAGE: (*_ANTRAG, "ab.zu"),
    Briefkopfart.ANSCHREIBEN: _ANDERE,
    Briefkopfart.SYNOPSE: _ANDERE,
    Briefkopfart.AKTE: _ANDERE,
}
"""Controls without which a paper of that kind would lose something."""
BEKANNT = (
    *_ANTRAG, "ab.zu", "ab.gremium", "ab.status", "ab.abstimmung", "ab.fraktion", "ab.anschrift",
    "ab.fusszeile", "ab.papier", "ab.ortdatum", "ab.anrede", "ab.stand", "ab.vermerk",
    "ab.entwurf", "ab.logo",
)  # fmt: skip
"""All controls that are ever filled."""
OHNE_BEFUND = Briefkopfbefund()
GROESSTER_BRIEFKOPF = 20_000_000


class BriefkopfUnbrauchbar(Buerofehler):
    """The Briefkopf cannot be used; the paper can still be written without it."""


class Pruefer(Protocol):
    """Looks at the bytes of a Briefkopf; the names are those of its controls."""

    def __call__(
        self, inhalt: bytes, pflicht: Sequence[str], bekannt: Sequence[str]
    ) -> Briefkopfbefund:
        """What it found."""
        ...


@dataclass(frozen=True, slots=True)
class Briefkopfstand:
    """One kind of paper: whether the faction has a file of its own, and what is wrong with it."""

    art: Briefkopfart
    name: str
    eigener: bool
    befund: Briefkopfbefund = OHNE_BEFUND


class Briefkoepfe:
    """Use cases of the Briefköpfe."""

    def __init__(
        self,
        ordner: Path,
        pruefe: Pruefer,
        fuelle: Callable[[Dokument, bytes, Path], list[str]],
        schreibe_datei: Callable[[Path, bytes], None],
    ) -> None:
        """`ordner` need not be there yet; `fuelle` writes a paper, `schreibe_datei` a copy."""
        self._ordner = ordner
        self._pruefe = pruefe
        self._fuelle = fuelle
        self._schreibe_datei = schreibe_datei

    def liste(self) -> tuple[Briefkopfstand, ...]:
        """Every kind with its state; a file of one's own is checked each time."""
        return tuple(self._stand(art) for art in NAMEN)

    def _stand(self, art: Briefkopfart) -> Briefkopfstand:
        datei = self.eigener(art)
        if datei is None:
            return Briefkopfstand(art, NAMEN[art], eigener=False)
        try:
            befund = self._pruefe(_lies(datei), PFLICHT[art], BEKANNT)
        except BriefkopfUnbrauchbar as fehler:
            befund = Briefkopfbefund((str(fehler),))
        return Briefkopfstand(art, NAMEN[art], eigener=True, befund=befund)

    def eigener(self, art: Briefkopfart) -> Path | None:
        """The faction's own file, None where the look of the program is used."""
        datei = self._datei(art)
        return datei if datei.exists() else None

    def waehle(self, art: Briefkopfart, datei: Path) -> Briefkopfbefund:
        """Takes a copy of a file as the own one and returns its hints.

        Raises:
            BriefkopfUnbrauchbar: it cannot be read or lacks something; nothing was changed.
        """
        inhalt = _lies(datei)
        befund = self._pruefe(inhalt, PFLICHT[art], BEKANNT)
        if befund.fehler:
            raise BriefkopfUnbrauchbar(
                f"„{datei.name}“ lässt sich nicht als Briefkopf verwenden; es wurde nichts "
                "geändert.\n" + "\n".join(befund.fehler)
            )
        self._lege_ab(art, inhalt)
        return befund

    def bearbeite(self, art: Briefkopfart) -> Path:
        """The own file to open in Word; made from the shipped one where there is none."""
        datei = self._datei(art)
        if not datei.exists():
            self._lege_ab(art, resource("briefkoepfe", f"{art.value.lower()}.docx").read_bytes())
        return datei

    def zuruecksetzen(self, art: Briefkopfart) -> None:
        """Puts the own file aside as „… (alt).docx“; from now on the program's look is used."""
        datei = self._datei(art)
        if not datei.exists():
            return
        try:
            datei.replace(datei.with_name(f"{datei.stem} (alt){datei.suffix}"))
        except OSError as fehler:
            raise Abgelehnt(
                f"Der Briefkopf „{NAMEN[art]}“ lässt sich nicht zurücksetzen. Ist er noch in Word "
                "geöffnet? Schließen Sie ihn und versuchen Sie es noch einmal."
            ) from fehler

    def schreibe(self, dokument: Dokument, datei: Path, ziel: Path) -> list[str]:
        """Writes a paper into a Briefkopf and returns German hints.

        Raises:
            BriefkopfUnbrauchbar: the Briefkopf cannot be used; nothing was written.
            Dateifehler: the target cannot be written.
        """
        inhalt = _lies(datei)
        befund = self._pruefe(inhalt, ("ab.rumpf",), BEKANNT)
        if befund.fehler:
            raise BriefkopfUnbrauchbar(
                f"Der Briefkopf „{self._benenne(datei)}“ lässt sich nicht verwenden. Es wurde "
                "nichts geschrieben, der Text ist gespeichert. Bessern Sie ihn unter Einstellungen "
                "› Briefkopf nach oder gehen Sie ohne ihn weiter.\n" + "\n".join(befund.fehler)
            )
        return self._fuelle(dokument, inhalt, ziel)

    def _benenne(self, datei: Path) -> str:
        """What the office calls it: the kind of paper, else its file."""
        eigene = (art for art in NAMEN if datei == self._datei(art))
        return next((NAMEN[art] for art in eigene), datei.name)

    def _datei(self, art: Briefkopfart) -> Path:
        return self._ordner / f"{art.value.lower()}.docx"

    def _lege_ab(self, art: Briefkopfart, inhalt: bytes) -> None:
        try:
            self._ordner.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._schreibe_datei(self._datei(art), inhalt)
        except (OSError, Dateifehler) as fehler:
            warum = f"Grund: {grund(fehler)}." if isinstance(fehler, OSError) else fehler
            raise Abgelehnt(
                f"Der Briefkopf „{NAMEN[art]}“ lässt sich nicht ablegen. {warum}"
            ) from fehler


def _lies(datei: Path) -> bytes:
    try:
        if datei.stat().st_size > GROESSTER_BRIEFKOPF:
            raise BriefkopfUnbrauchbar(
                f"„{datei.name}“ ist für einen Briefkopf zu groß (höchstens "
                f"{GROESSTER_BRIEFKOPF // 1_000_000} MB)."
            )
        return datei.read_bytes()
    except OSError as fehler:
        raise BriefkopfUnbrauchbar(
            f"Der Briefkopf „{datei}“ lässt sich nicht lesen: {grund(fehler)}."
        ) from fehler
