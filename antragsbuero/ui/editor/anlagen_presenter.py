"""The Anlagen of the draft: add, order, name, remove; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from antragsbuero.domain.anlage import Anlage
from antragsbuero.domain.fassung import Fassung
from antragsbuero.domain.vorgang import Vorgang
from antragsbuero.services.anlagen import Anlagen, Zugang
from antragsbuero.ui.shared.anlagenleser import AnlagenLeser
from antragsbuero.ui.shared.tasks import Lauf, TaskRunner


class AnlagenPresenter(AnlagenLeser):
    """Changes are stored at once, each by itself; the saving of the text leaves them alone."""

    def __init__(
        self,
        dienst: Anlagen,
        runner: TaskRunner,
        fehlertext: Callable[[Exception], str],
        beginnt: Callable[[], None],
        fertig: Callable[[Exception | None], None],
    ) -> None:
        """`beginnt` and `fertig` tell of savings."""
        super().__init__(dienst, runner, fehlertext)
        self._beginnt, self._fertig = beginnt, fertig
        self._vorgang = self._fassung = ""

    def folge(self, vorgang: str, fassung: Fassung) -> None:
        """Shows the Anlagen as they are stored."""
        if (vorgang, fassung.kennung) != (self._vorgang, self._fassung):
            self._view.zeige_meldung("", "info")
        self._vorgang, self._fassung = vorgang, fassung.kennung
        self.zeige(fassung.anlagen, bearbeitbar=fassung.ist_entwurf)

    # ---- add

    def fuege_hinzu(self, pfade: Sequence[Path]) -> None:
        """Takes files into the draft, with progress; they can be cancelled on their way."""
        if not (pfade and self._bearbeitbar):
            return
        vorgang, fassung = self._vorgang, self._fassung
        self._view.zeige_meldung("", "info")

        def arbeit(lauf: Lauf) -> Zugang:
            return self._dienst.fuege_hinzu(vorgang, fassung, pfade, lauf)

        def fertig(zugang: Zugang) -> None:
            self._uebernimm(zugang.vorgang, fassung)
            if zugang.hinweise:
                self._view.zeige_meldung("\n".join(zugang.hinweise), "gelb")

        titel = pfade[0].name if len(pfade) == 1 else f"{len(pfade)} Dateien"
        self._runner.run(
            arbeit, on_done=fertig, on_error=self._melde, titel=f"Anlage hinzufügen: {titel}"
        )

    # ---- change

    def entferne(self, kennung: str) -> None:
        """Takes an Anlage out; the message offers to put it back."""
        anlage = self._suche(kennung)
        if anlage is None:
            return
        platz = self._anlagen.index(anlage)
        wo = (self._vorgang, self._fassung)

        def entfernt() -> None:
            self._view.zeige_meldung(
                f"„{anlage.name}“ ist entfernt.",
                "info",
                "Rückgängig",
                lambda: self._stelle_wieder_her(wo, anlage, platz),
            )

        self._tue(lambda: self._dienst.entferne(*wo, kennung), entfernt)

    def _stelle_wieder_her(self, wo: tuple[str, str], anlage: Anlage, platz: int) -> None:
        self._view.zeige_meldung("", "info")
        self._tue(lambda: self._dienst.stelle_wieder_her(*wo, anlage, platz))

    def verschiebe(self, kennung: str, um: int) -> None:
        """Moves an Anlage by so many places."""
        anlage = self._suche(kennung)
        if anlage is not None:
            self.setze_an(kennung, self._anlagen.index(anlage) + um)

    def setze_an(self, kennung: str, platz: int) -> None:
        """Moves an Anlage to a place, 0 for the first; nothing beyond the ends."""
        anlage = self._suche(kennung)
        if anlage is None or not 0 <= platz < len(self._anlagen):
            return
        if self._anlagen.index(anlage) != platz:
            wo = (self._vorgang, self._fassung)
            self._tue(lambda: self._dienst.verschiebe(*wo, kennung, platz))

    def benenne_um(self, kennung: str, name: str) -> None:
        """Gives an Anlage another name; its ending stays."""
        anlage = self._suche(kennung)
        if anlage is not None and name != anlage.name:
            wo = (self._vorgang, self._fassung)
            self._tue(lambda: self._dienst.benenne_um(*wo, kennung, name))

    def _tue(
        self, arbeit: Callable[[], Vorgang], danach: Callable[[], None] = lambda: None
    ) -> None:
        if not self._bearbeitbar:
            return
        fassung = self._fassung
        self._beginnt()

        def fertig(vorgang: Vorgang) -> None:
            self._uebernimm(vorgang, fassung)
            danach()

        def gescheitert(fehler: Exception) -> None:
            self._fertig(fehler)
            self._melde(fehler)
            self.zeige(self._anlagen, bearbeitbar=self._bearbeitbar)  # what a drag moved goes back

        self._runner.run(lambda _: arbeit(), on_done=fertig, on_error=gescheitert)

    def _uebernimm(self, vorgang: Vorgang, kennung: str) -> None:
        self._fertig(None)
        fassung = next((f for f in vorgang.fassungen if f.kennung == kennung), None)
        if fassung is not None and kennung == self._fassung:
            self.folge(vorgang.kennung, fassung)
