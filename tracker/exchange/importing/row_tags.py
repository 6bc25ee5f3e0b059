"""Columns that tell about a row's figures: 状态, 公布日期, 来源, 备注."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from tracker.edits import ActualEdit
from tracker.exchange.importing.findings import Findings
from tracker.exchange.importing.ledger_match import Found
from tracker.exchange.importing.plan import Strip
from tracker.exchange.importing.region_words import folded
from tracker.exchange.importing.table_reader import RowFigures
from tracker.exchange.importing.word_lists import WORD_LISTS
from tracker.exchange.sheets import Cell, Sheet, excel_number
from tracker.indicators import Status
from tracker.wording import STATUS_WORDS

_KINDS = {word: kind for kind, words in WORD_LISTS["tag"].items() for word in words}
_LONGEST = 8
"""No such head is written with more letters and spaces."""
_STATUSES: Mapping[str, Status] = {
    **{word: Status(name) for name, words in WORD_LISTS["status"].items() for word in words},
    **{word: status for status, word in STATUS_WORDS.items()},
}
_SEPARATORS = str.maketrans("/.年月日", "-----")


@dataclass(frozen=True, slots=True)
class _Tags:
    """What is said of one row."""

    status: Status | None = None
    published_on: date | None = None
    source: str = ""
    note: str = ""


def with_tags(
    rows: Sequence[RowFigures], sheet: Sheet, header_rows: Sequence[int], findings: Findings
) -> tuple[list[Strip], list[Found]]:
    """Part the rows: those about which nothing more is said, and the figures of the others.

    A row whose status or date cannot be understood is told and left out.
    """
    columns = _columns(sheet, header_rows)
    strips = [row.strip for row in rows]
    if not columns:
        return strips, []
    plain: list[Strip] = []
    found: list[Found] = []
    for strip in strips:
        tags = _tags(strip, sheet, columns, findings)
        if tags == _Tags():
            plain.append(strip)
        elif tags is not None:
            found.extend(_tagged(strip, tags))
    return plain, found


def _columns(sheet: Sheet, header_rows: Sequence[int]) -> dict[str, int]:
    """Return kind of tag → column."""
    found: dict[str, int] = {}
    for row in header_rows:
        for column, cell in enumerate(sheet.rows[row]):
            if type(cell) is str and 0 < len(cell) <= _LONGEST and folded(cell) in _KINDS:
                found.setdefault(_KINDS[folded(cell)], column)
    return found


def _tags(
    strip: Strip, sheet: Sheet, columns: Mapping[str, int], findings: Findings
) -> _Tags | None:
    """Read the tags of a row; None, and told, when one is not understood."""
    cells = {kind: sheet.rows[strip.row][column] for kind, column in columns.items()}
    tags = _Tags(source=_text(cells.get("source", "")))
    if len(strip.slots) == 1:  # a note on a whole row of months says nothing about each of them
        tags = replace(tags, note=_text(cells.get("note", "")))
    said = _text(cells.get("status", ""))
    if said:
        status = _STATUSES.get(folded(said))
        if status is None:
            words = "、".join(STATUS_WORDS.values())
            message = f"状态“{said}”不认识，这一行没有导入；请改成 {words} 之一"
            findings.tell(strip.row, columns["status"], message)
            return None
        tags = replace(tags, status=status)
    day = cells.get("published_on", "")
    if day != "":
        published = _day(day)
        if published is None:
            message = f"公布日期“{day}”不是日期，这一行没有导入；请写成 2023-05-18 这样"
            findings.tell(strip.row, columns["published_on"], message)
            return None
        tags = replace(tags, published_on=published)
    return tags


def _tagged(strip: Strip, tags: _Tags) -> list[Found]:
    return [
        Found(
            ActualEdit(
                slot.key(strip.region),
                excel_number(value),
                tags.status or slot.status or Status.FLASH,
                tags.published_on,
                tags.source,
                tags.note,
            ),
            bool(tags.status or slot.status or tags.published_on),
            strip.sheet,
            strip.row,
            slot.column,
        )
        for slot, value in zip(strip.slots, strip.values, strict=True)
    ]


def _text(cell: Cell) -> str:
    return cell.strip() if isinstance(cell, str) else f"{cell}"


def _day(cell: Cell) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    parts = str(cell).strip().translate(_SEPARATORS).strip("-").split("-")
    if len(parts) != 3 or not all(part.strip().isdigit() for part in parts):
        return None
    try:
        return date(*(int(part) for part in parts))
    except ValueError:
        return None
