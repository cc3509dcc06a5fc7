"""Keys and mouse of one person: one connection to the X server, one fixed keyboard map.

A tool that starts a process per word maps each umlaut to a free key and back; a program that is
slow to read then finds the key empty. Here no key is ever mapped anew.
"""

from __future__ import annotations

import ctypes
import time

_STUFEN: tuple[tuple[str, ...], ...] = (
    (), ("Shift_L",), ("ISO_Level3_Shift",), ("Shift_L", "ISO_Level3_Shift"),
)  # fmt: skip
"""What is held down for each of the four signs of a key."""
_NAMEN = {
    "ctrl": "Control_L", "alt": "Alt_L", "shift": "Shift_L",
    "„": "doublelowquotemark", "“": "leftdoublequotemark", "–": "endash", "…": "ellipsis",
}  # fmt: skip
_KURZ = 0.004
"""Seconds between two signals of the same key."""


class Haende:
    """Presses keys and buttons on a screen through the extension made for it (XTEST)."""

    def __init__(self, display: str) -> None:
        self._x = ctypes.CDLL("libX11.so.6")
        self._test = ctypes.CDLL("libXtst.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XStringToKeysym.restype = ctypes.c_ulong
        self._x.XkbKeycodeToKeysym.restype = ctypes.c_ulong
        offen = self._x.XOpenDisplay(display.encode())
        if not offen:
            raise RuntimeError(f"kein Bildschirm {display}")
        self._display = ctypes.c_void_p(offen)
        self._orte = self._lies_tastatur()

    def _lies_tastatur(self) -> dict[int, tuple[int, int]]:
        """Where each sign lies: key and level, the lower level first."""
        orte: dict[int, tuple[int, int]] = {}
        for stufe in range(len(_STUFEN)):
            for taste in range(8, 256):
                zeichen = self._x.XkbKeycodeToKeysym(self._display, taste, 0, stufe)
                if zeichen:
                    orte.setdefault(zeichen, (taste, stufe))
        return orte

    def _ort(self, name: str) -> tuple[int, int]:
        name = _NAMEN.get(name, name)
        zeichen = ord(name) if len(name) == 1 else self._x.XStringToKeysym(name.encode())
        if zeichen not in self._orte:
            raise ValueError(f"liegt nicht auf der Tastatur: {name}")
        return self._orte[zeichen]

    def _signal(self, taste: int, unten: bool) -> None:
        self._test.XTestFakeKeyEvent(self._display, taste, int(unten), ctypes.c_ulong(0))
        self._x.XSync(self._display, 0)
        time.sleep(_KURZ)

    def druecke(self, kombination: str) -> None:
        """Presses keys together ("ctrl+v", "Return", "ä")."""
        *halter, name = kombination.split("+") if len(kombination) > 1 else [kombination]
        taste, stufe = self._ort(name)
        gehalten = [self._ort(h)[0] for h in (*halter, *_STUFEN[stufe])]
        for halt in gehalten:
            self._signal(halt, True)
        self._signal(taste, True)
        self._signal(taste, False)
        for halt in reversed(gehalten):
            self._signal(halt, False)

    def klicke(self, x: int, y: int, mal: int = 1) -> None:
        """Clicks with the left button."""
        self._test.XTestFakeMotionEvent(self._display, -1, x, y, ctypes.c_ulong(0))
        for _ in range(mal):
            for unten in (1, 0):
                self._test.XTestFakeButtonEvent(self._display, 1, unten, ctypes.c_ulong(0))
                self._x.XSync(self._display, 0)
                time.sleep(_KURZ)

    def schliesse(self) -> None:
        """Lets go of the screen."""
        self._x.XCloseDisplay(self._display)
