"""How wide the value columns of 填报 are, in both directions."""

from collections.abc import Iterable

from ui import fonts
from ui.models.entry_axis import LABELS, EntryAxis
from ui.widgets.lettering import width_px

_MERGED, _PAST, _NOW, _AHEAD = 66, 78, 88, 70
_NARROWEST, _WIDEST = 78, 168
_PADDING = 24


def value_widths(axis: EntryAxis) -> list[int]:
    """Return the widths of an axis's value columns."""
    if axis.half_after is not None:
        return month_widths(axis.as_of.month)
    return name_widths(axis.head(column).text for column in range(LABELS, axis.columns))


def month_widths(current: int) -> list[int]:
    """Return the widths of twelve months: wide for what is filled, widest for the month in hand."""
    widths: list[int] = []
    for month in range(1, 13):
        if month == current:
            widths.append(_NOW)
        elif month <= 2:
            widths.append(_MERGED)
        else:
            widths.append(_PAST if month < current else _AHEAD)
    return widths


def name_widths(names: Iterable[str]) -> list[int]:
    """Return the widths of columns under these names, so that no name is cut off."""
    wanted = (round(width_px(name, 12, fonts.MEDIUM)) + _PADDING for name in names)
    return [max(_NARROWEST, min(_WIDEST, width)) for width in wanted]
