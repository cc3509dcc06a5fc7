"""What every view needs besides its presenter."""

from __future__ import annotations

from dataclasses import dataclass

from antragsbuero.ui.shared.icons import Icons
from antragsbuero.ui.shared.merker import Merker
from antragsbuero.ui.shared.theme import Theme


@dataclass(frozen=True, slots=True)
class UiContext:
    """Colours, icons and the memory of splitters and columns."""

    theme: Theme
    icons: Icons
    merker: Merker
