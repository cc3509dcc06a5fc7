"""Which points of two columns belong together, while that is being found out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from antragsbuero.comparison.kette import kette
from antragsbuero.comparison.zeichen import Folge, Wortschatz


@dataclass(frozen=True, slots=True)
class Punkttext:
    """One point or paragraph as the comparison sees it.

    `nummer` is its number as written and `bezeichnung` the bare one, "" for none. `eltern`
    is the index of the point above it in the same list, -1 at the top. `herkunft` and
    `kennung` are those of the Beschlusspunkt, "" where there is none.
    """

    text: str
    nummer: str = ""
    bezeichnung: str = ""
    eltern: int = -1
    herkunft: str = ""
    kennung: str = ""


Paar = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Vorgabe:
    """What is known about two columns before any text is looked at.

    `verbunden` are pairs that are certain, `verboten` pairs that a person took apart.
    `fest_a` and `fest_b` are points whose partners are complete.
    """

    verbunden: tuple[Paar, ...] = ()
    verboten: frozenset[Paar] = frozenset()
    fest_a: frozenset[int] = frozenset()
    fest_b: frozenset[int] = frozenset()

    def umgekehrt(self) -> Vorgabe:
        """The same for the columns swapped."""
        return Vorgabe(
            tuple((j, i) for i, j in self.verbunden),
            frozenset((j, i) for i, j in self.verboten),
            self.fest_b,
            self.fest_a,
        )


class Seite:
    """The points of one column and their partners in the other.

    `partner[k]` lists the partners of point k, the main one first; those of the points in
    `fest` are complete.
    """

    __slots__ = ("eltern", "fest", "folgen", "partner", "texte")

    def __init__(
        self, punkte: Sequence[Punkttext], wortschatz: Wortschatz, fest: frozenset[int]
    ) -> None:
        self.texte: list[str] = [punkt.text for punkt in punkte]
        self.folgen: list[Folge] = [wortschatz.folge(text) for text in self.texte]
        self.eltern: list[int] = [punkt.eltern for punkt in punkte]
        self.partner: list[list[int]] = [[] for _ in punkte]
        self.fest = fest

    def __len__(self) -> int:
        return len(self.texte)

    def haupt(self, punkt: int) -> int:
        """The main partner, -1 for none (also for an index outside)."""
        if 0 <= punkt < len(self.partner) and self.partner[punkt]:
            return self.partner[punkt][0]
        return -1

    def freie(self) -> list[int]:
        """The points without a partner."""
        return [
            punkt
            for punkt, partner in enumerate(self.partner)
            if not partner and punkt not in self.fest
        ]


class Zuordnung:
    """The pairs of points of two columns found so far, at first those of the Vorgabe."""

    __slots__ = ("_verboten", "a", "b")

    def __init__(
        self,
        links: Sequence[Punkttext],
        rechts: Sequence[Punkttext],
        wortschatz: Wortschatz,
        vorgabe: Vorgabe,
    ) -> None:
        self.a = Seite(links, wortschatz, vorgabe.fest_a)
        self.b = Seite(rechts, wortschatz, vorgabe.fest_b)
        self._verboten = vorgabe.verboten
        for i, j in vorgabe.verbunden:
            self.verbinde(i, j)

    def verbinde(self, i: int, j: int) -> bool:
        """Makes i and j partners; False where a person forbade it."""
        if (i, j) in self._verboten:
            return False
        if j not in self.a.partner[i]:
            self.a.partner[i].append(j)
            self.b.partner[j].append(i)
        return True

    def verbinde_freie(self, i: int, j: int) -> bool:
        """Makes i and j partners if neither has one yet."""
        if self.a.partner[i] or self.b.partner[j] or i in self.a.fest or j in self.b.fest:
            return False
        return self.verbinde(i, j)

    def paare(self) -> list[Paar]:
        """All pairs, by the points of the left column."""
        return [(i, j) for i, partner in enumerate(self.a.partner) for j in partner]

    def umfeld(self, i: int, j: int) -> float:
        """How well i and j fit to what is paired beside and above them, from -0.04 to 0.2."""
        a, b = self.a, self.b
        wert = 0.0
        vorher, nachher = b.haupt(j - 1), b.haupt(j + 1)
        if vorher == i - 1 >= 0:
            wert += 0.06
        if nachher == i + 1:
            wert += 0.06
        if self.eltern_passen(i, j):
            wert += 0.08
        elif (a.eltern[i] >= 0) != (b.eltern[j] >= 0):
            wert -= 0.04
        return wert

    def eltern_passen(self, i: int, j: int) -> bool:
        """Whether i and j stand below points that are partners."""
        oben = self.a.eltern[i]
        return oben >= 0 and self.b.eltern[j] in self.a.partner[oben]

    def eltern_widersprechen(self, i: int, j: int) -> bool:
        """Whether i and j stand below points of which one has another partner."""
        oben_a, oben_b = self.a.eltern[i], self.b.eltern[j]
        if oben_a < 0 or oben_b < 0 or self.eltern_passen(i, j):
            return False
        return bool(self.a.partner[oben_a] or self.b.partner[oben_b])

    def erwartet(self) -> list[Paar]:
        """For each left point, between which right ones it would stand if nothing moved.

        Both numbers count: the first from the pair before it, the second from the one behind.
        """
        stellen: list[Paar] = []
        davor = (-1, -1)
        for danach in (*self.geordnet(), (len(self.a), len(self.b))):
            for i in range(davor[0] + 1, danach[0]):
                von_links = min(davor[1] + i - davor[0], danach[1])
                stellen.append((von_links, max(danach[1] - danach[0] + i, davor[1])))
            stellen.append((danach[1], danach[1]))
            davor = danach
        return stellen[: len(self.a)]

    def geordnet(self, vermutet: Mapping[int, int] | None = None) -> list[Paar]:
        """The main pairs that kept their order, the heaviest chain of them.

        `vermutet` gives partners to left points that have none yet.
        """
        haupt = [(i, partner[0]) for i, partner in enumerate(self.a.partner) if partner]
        if vermutet:
            haupt = sorted((*haupt, *vermutet.items()))
        laufend: list[Paar] = []
        laenge: list[int] = []
        gewicht: list[float] = []
        for i, j in haupt:
            # Runs of neighbours cross another pair as a whole or not at all.
            if laufend and (i, j) == (laufend[-1][0] + laenge[-1], laufend[-1][1] + laenge[-1]):
                laenge[-1] += 1
                gewicht[-1] += len(self.a.folgen[i]) + 1
            else:
                laufend.append((i, j))
                laenge.append(1)
                gewicht.append(len(self.a.folgen[i]) + 1)
        return [
            (laufend[k][0] + n, laufend[k][1] + n)
            for k in kette(laufend, gewicht)
            for n in range(laenge[k])
        ]
