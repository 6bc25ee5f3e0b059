"""How one cell or head of a grid looks: plain facts that a model gives and a delegate paints."""

from dataclasses import dataclass
from enum import Enum, IntEnum, auto

from PySide6.QtCore import Qt


class GridRole(IntEnum):
    """The roles that grid models answer besides Qt's own."""

    LOOK = Qt.ItemDataRole.UserRole + 1
    HEAD = Qt.ItemDataRole.UserRole + 2


class CellKind(Enum):
    """What a cell is for."""

    GROUP = auto()
    LABEL = auto()
    OPEN = auto()
    CLOSED = auto()


@dataclass(frozen=True, slots=True)
class CellLook:
    """A painted cell. Colours are theme tokens, `px` the text size; `hint` stands after a group.

    `light` is the value of a Light whose shape stands before the text; `pasted`, `revised` and
    `problem` are the marks of DESIGN.md section 7.
    """

    kind: CellKind
    text: str = ""
    ink: str = "ink"
    weight: int = 400
    px: int = 13
    right: bool = False
    centred: bool = False
    fill: str = ""
    hint: str = ""
    light: str = ""
    revised: bool = False
    pasted: bool = False
    problem: bool = False
    tip: str = ""


EMPTY_LOOK = CellLook(CellKind.GROUP, fill="subtle")


@dataclass(frozen=True, slots=True)
class HeadLook:
    """One column's head. Columns with the same `group` stand under one common head.

    `small` stands over small text, which is set a little further left.
    """

    text: str
    group: str = ""
    right: bool = False
    centred: bool = False
    current: bool = False
    small: bool = False
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Text that stays in a cell as typed and is not in the ledger.

    `fix` is what one key would enter instead, empty when there is no obvious one. `unsaved`
    marks a good value that the ledger did not take (locked, read-only, full disk).
    """

    typed: str
    title: str
    reason: str
    fix: str = ""
    unsaved: bool = False


@dataclass(frozen=True, slots=True)
class PasteReport:
    """What came of a paste: cells given, good, refused as typed, and left out as closed.

    `undoable`: something was recorded; a paste of what already stood there records nothing.
    """

    given: int
    written: int
    refused: int
    closed: int
    place: str
    undoable: bool
