"""What every window and dialog must pass: names, mnemonics, tab order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

_ROLLEN = (
    QAccessible.Role.Button,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.CheckBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.Graphic,
    QAccessible.Role.List,
    QAccessible.Role.MenuItem,
    QAccessible.Role.PageTab,
    QAccessible.Role.RadioButton,
    QAccessible.Role.Slider,
    QAccessible.Role.SpinBox,
    QAccessible.Role.Table,
    QAccessible.Role.Tree,
)


def knoten(wurzel: QWidget) -> Iterator[QAccessibleInterface]:
    """Every accessible thing below a widget, itself included."""

    def walk(teil: QAccessibleInterface | None, tiefe: int) -> Iterator[QAccessibleInterface]:
        if teil is None or not teil.isValid() or tiefe > 14:
            return
        yield teil
        for i in range(min(teil.childCount(), 200)):
            yield from walk(teil.child(i), tiefe + 1)

    yield from walk(QAccessible.queryAccessibleInterface(wurzel), 0)


def ohne_namen(wurzel: QWidget) -> list[str]:
    """Controls that a screen reader could not call by name."""
    namenlos = []
    for teil in knoten(wurzel):
        if teil.role() not in _ROLLEN or teil.text(QAccessible.Text.Name):
            continue
        objekt = teil.object()
        if objekt is not None and objekt.objectName() == "qt_toolbar_ext_button":
            continue  # Qt's own arrow of a full menu bar, it has no name anywhere
        namenlos.append(f"{teil.role().name}: {type(objekt).__name__ if objekt else '?'}")
    return namenlos


def doppelte_kuerzel(wurzel: QWidget) -> list[str]:
    """Mnemonics that two visible buttons or labels share, so that Alt+letter only hesitates."""
    zaehler: Counter[str] = Counter()
    for widget in wurzel.findChildren(QWidget):
        if not widget.isVisibleTo(wurzel):
            continue
        text = ""
        if isinstance(widget, QAbstractButton) or (
            isinstance(widget, QLabel) and widget.buddy() is not None
        ):
            text = widget.text()
        stelle = text.replace("&&", "").find("&")
        if stelle >= 0:
            zaehler[text.replace("&&", "")[stelle + 1].casefold()] += 1
    return sorted(buchstabe for buchstabe, anzahl in zaehler.items() if anzahl > 1)


def kuerzel_der_menueleiste(wurzel: QWidget) -> list[str]:
    """Buttons whose mnemonic belongs to a menu of the window, which would take the key."""
    menues = set("dbavxh")
    return sorted(
        button.text()
        for button in wurzel.findChildren(QAbstractButton)
        if (stelle := button.text().replace("&&", "").find("&")) >= 0
        and button.text().replace("&&", "")[stelle + 1].casefold() in menues
    )


def tab_kette(wurzel: QWidget) -> list[QWidget]:
    """The widgets that Tab reaches, in order."""
    kette: list[QWidget] = []
    widget = wurzel.nextInFocusChain()
    while widget is not wurzel and widget not in kette:
        if (
            widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.isVisibleTo(wurzel)
            and widget.isEnabled()
            and wurzel.isAncestorOf(widget)
        ):
            kette.append(widget)
        widget = widget.nextInFocusChain()
    return kette


def pruefe(wurzel: QWidget) -> None:
    """All of it at once."""
    namenlose, doppelte = ohne_namen(wurzel), doppelte_kuerzel(wurzel)
    assert not namenlose, namenlose
    assert not doppelte, doppelte
