"""The structure tree of a tagged PDF (ISO 32000-1, 14.7) while pages are being drawn."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Content:
    """A marked piece of a page's content; pages count from 0."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class LinkArea:
    """A clickable area; `rect` in points, `target` an address or "#" and an anchor."""

    page: int
    rect: tuple[float, float, float, float]
    target: str


@dataclass(slots=True, eq=False)
class Element:
    """A structure element; `attributes` hold the owner under "O".

    `alt` is what is read aloud instead of a picture.
    """

    tag: str
    attributes: dict[str, str | int | tuple[float, ...]] = field(default_factory=dict)
    kids: list[Element | Content | LinkArea] = field(default_factory=list)
    alt: str = ""

    def add(self, tag: str, **attributes: str | int) -> Element:
        """Appends a new element below this one."""
        element = Element(tag, dict(attributes))
        self.kids.append(element)
        return element
