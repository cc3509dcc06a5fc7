"""Real Word lists whose numbers are those of the text, however it counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from antragsbuero.dokument.dokument import Listenpunkt
from antragsbuero.formats.docx_xml import child, detached
from antragsbuero.formats.labels import BULLETS, Counting, Label, read_label

MAX_LEVEL = 8
_LONGEST = 30
_HANGING = 425
_PER_CHAR = 115


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts; `left` and `hanging` in twips."""

    counting: Counting
    text: str
    start: int
    left: int
    hanging: int


@dataclass(slots=True)
class _Run:
    """One w:num: its levels and where each stands; None in `counts` once it cannot go on."""

    levels: dict[int, Level] = field(default_factory=dict)
    counts: dict[int, int | None] = field(default_factory=dict)


class ListNumbering:
    """Assigns list entries to numbered runs and writes the numbering part at the end.

    Word counts by itself, so each entry is checked against what Word will show. Where the
    text counts otherwise (a gap, a restart, another sign) a new run begins there.
    """

    def __init__(self) -> None:
        self._runs: list[_Run] = []
        self._current: _Run | None = None
        self._path: list[str] = []

    def restart(self) -> None:
        """Begins a new list."""
        self._current = None
        self._path = []

    def number(self, zeichen: str, level: int, left: int, hanging: int) -> int | None:
        """The w:numId for an entry, None if its label has to be written as text.

        So are signs that count nothing: LibreOffice shows the first character of a bullet only.
        """
        if not zeichen or level > MAX_LEVEL or len(zeichen) > _LONGEST or "%" in zeichen:
            return None
        readings = read_label(zeichen)
        if readings[0].counting is Counting.BULLET and zeichen not in BULLETS:
            return None
        self._path[level:] = []
        self._path += [""] * (level - len(self._path))
        chosen = next((r for r in readings if self._goes_on(r, level)), None)
        if chosen is None:
            chosen = readings[0]
            self._begin(chosen, level, left, hanging)
        self._count(chosen, level)
        self._path.append(_counted(chosen, zeichen))
        return len(self._runs)

    def _goes_on(self, label: Label, level: int) -> bool:
        run = self._current
        if run is None:
            return False
        known = run.levels.get(level)
        if known is None:
            return False
        if (known.counting, known.text) != (label.counting, self._text(label, level)):
            return False
        if label.counting is Counting.BULLET:
            return True
        count = run.counts.get(level, -1)
        if count is None:
            return False
        expected = count + 1 if count >= 0 else known.start
        return label.number == expected

    def _begin(self, label: Label, level: int, left: int, hanging: int) -> None:
        """A level that the current run does not know yet joins it; else a new run begins."""
        run = self._current
        if run is None or level in run.levels or (level and level - 1 not in run.levels):
            old, run = run, _Run()
            for above in range(level):
                known = old.levels.get(above) if old else None
                count = (old.counts.get(above) if old else None) or (known.start if known else 1)
                text, counting = (known.text, known.counting) if known else ("", Counting.DECIMAL)
                run.levels[above] = Level(counting, text, count, left, hanging)
                run.counts[above] = None
            self._runs.append(run)
            self._current = run
        run.levels[level] = Level(
            label.counting, self._text(label, level), label.number, left, hanging
        )

    def _count(self, label: Label, level: int) -> None:
        run = self._current
        if run is None:
            raise AssertionError("no run has begun")
        run.counts[level] = label.number
        for deeper in [known for known in run.levels if known > level]:
            # Word starts deeper levels again at 1; other starts are left to a new run
            run.counts[deeper] = -1 if run.levels[deeper].start == 1 else None

    def _text(self, label: Label, level: int) -> str:
        if label.counting is Counting.BULLET:
            return label.before
        before = label.before
        prefix = "".join(f"{number}." for number in self._path[:level])
        if level and prefix and before == prefix:
            before = "".join(f"%{above + 1}." for above in range(level))
        return f"{before}%{level + 1}{label.after}"

    def elements(self) -> Iterator[etree._Element]:
        """The children of w:numbering; lists that count alike share one definition."""
        shared: dict[tuple[tuple[int, Level], ...], int] = {}
        of_run = [
            shared.setdefault(tuple(sorted(run.levels.items())), len(shared)) for run in self._runs
        ]
        for levels, ident in shared.items():
            yield _definition(ident, dict(levels))
        for n, (run, ident) in enumerate(zip(self._runs, of_run, strict=True), 1):
            num = detached("num", numId=n)
            child(num, "abstractNumId", val=ident)
            for level, known in sorted(run.levels.items()):
                override = child(num, "lvlOverride", ilvl=level)
                child(override, "startOverride", val=known.start)
            yield num


def _counted(label: Label, zeichen: str) -> str:
    return zeichen[len(label.before) : len(zeichen) - len(label.after)]


def _definition(ident: int, levels: dict[int, Level]) -> etree._Element:
    abstract = detached("abstractNum", abstractNumId=ident)
    child(abstract, "multiLevelType", val="multilevel")
    for ilvl in range(MAX_LEVEL + 1):
        known = levels.get(ilvl)
        level = child(abstract, "lvl", ilvl=ilvl)
        child(level, "start", val=known.start if known else 1)
        child(level, "numFmt", val=(known.counting if known else Counting.DECIMAL).value)
        child(level, "suff", val="tab")
        child(level, "lvlText", val=known.text if known else "")
        child(level, "lvlJc", val="left")
        if known:
            ppr = child(level, "pPr")
            tabs = child(ppr, "tabs")
            child(tabs, "tab", val="num", pos=known.left)
            child(ppr, "ind", left=known.left, hanging=known.hanging)
    return abstract


def hangings(punkte: Sequence[Listenpunkt]) -> tuple[int, ...]:
    """Room for the labels of each level of a list, in twips."""
    widths: list[int] = []
    layer: Sequence[Listenpunkt] = punkte
    while layer:
        longest = max(len(punkt.zeichen) for punkt in layer)
        widths.append(max(_HANGING, min(longest, _LONGEST) * _PER_CHAR + 110))
        layer = [unter for punkt in layer for unter in punkt.punkte]
    return tuple(widths)
