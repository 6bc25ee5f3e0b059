"""Finding the tables on a sheet: titles, header rows, head columns, body and notes."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from tracker.exchange.importing.cell_kinds import CellKinds, Kind
from tracker.exchange.importing.region_words import folded
from tracker.exchange.importing.word_lists import WORD_LISTS
from tracker.exchange.sheets import Cell, Sheet

Position = tuple[int, int]
"""A 0-based row and column of a sheet."""

HeadKind = Callable[[str], str]
"""What a whole cell names: region, indicator, period, or nothing ("")."""

_LABELS = (
    "单位:",
    "计量单位",
    "填报",
    "制表",
    "填表",
    "注:",
    "备注:",
    "说明:",
    "数据来源",
    "资料来源",
    "来源:",
)
"""Words that begin a line which is no header, wherever it stands."""

_NOTES = (*_LABELS[2:], "注1", "注2", "注释", "审核", "联系人")
_CORNERS = WORD_LISTS["heads"]["corner"]
NUMBERED = WORD_LISTS["heads"]["numbered"]
CODED = WORD_LISTS["heads"]["coded"]
TIMED = WORD_LISTS["heads"]["timed"]
_NAMES_ROWS = NUMBERED | CODED | TIMED
_LONGEST_HEAD = 20
"""No such head is written with more letters and spaces."""

_COLUMN_LETTERS = frozenset("甲乙丙丁")
_SAMPLE = 60
"""Body rows that are looked at to tell words from values."""


@dataclass(slots=True)
class Table:
    """One table: row and column numbers of the sheet.

    `titles` and `notes` are the cells with words outside; `sections` maps a body row to the cell
    with words alone that stands above it (一、投资), if any.
    """

    sheet: Sheet
    head_columns: list[int]
    value_columns: list[int]
    body: list[int]
    titles: list[Position] = field(default_factory=list)
    header_rows: list[int] = field(default_factory=list)
    sections: dict[int, Position] = field(default_factory=dict)
    notes: list[Position] = field(default_factory=list)


@dataclass(slots=True)
class _Block:
    """Rows with figures, the rows of words above them, and the rows of words among them."""

    above: list[int]
    head_column: int = 0
    head_kind: str = ""
    body: list[int] = field(default_factory=list)
    sections: dict[int, int] = field(default_factory=dict)
    below: list[int] = field(default_factory=list)


class TableFinder:
    """Finds the tables of one sheet."""

    def __init__(self, sheet: Sheet, kinds: CellKinds, head_kind: HeadKind) -> None:
        self._sheet = sheet
        self._rows = sheet.rows
        self._kinds = [kinds.of_row(row) for row in sheet.rows]
        self._head_kind = head_kind

    def tables(self) -> list[Table]:
        """Return the tables, top to bottom and left to right."""
        return [table for block in self._blocks() for table in self._side_by_side(block)]

    def _blocks(self) -> list[_Block]:
        """Cut the rows where words in several cells, a new header, follow figures."""
        blocks: list[_Block] = []
        waiting: list[int] = []
        section: int | None = None
        for number, row in enumerate(self._rows):
            if not self._holds_figures(number):
                if blocks and not waiting and self._is_empty_line(row, blocks[-1]):
                    blocks[-1].body.append(number)
                elif any(cell != "" for cell in row):
                    waiting.append(number)
                continue
            if blocks and not any(_is_headerlike(self._rows[one]) for one in waiting):
                section = waiting[-1] if waiting else section
                if section is not None:
                    blocks[-1].sections[number] = section
            else:
                notes = self._notes_at_start(waiting) if blocks else 0
                if blocks:
                    blocks[-1].below = waiting[:notes]
                blocks.append(self._begun(waiting[notes:], number))
                section = None
            blocks[-1].body.append(number)
            waiting = []
        if blocks:
            blocks[-1].below = waiting
        return blocks

    def _begun(self, above: list[int], row: int) -> _Block:
        """Begin a block; lines above it that name a region too belong to it (兰州市, 待报)."""
        column = self._first_words(row) or 0
        block = _Block(above, column, self._head_kind(str(self._rows[row][column])))
        while block.head_kind in ("region", "indicator") and above:
            cells = self._rows[above[-1]]
            named = self._head_kind(str(cells[column])) == block.head_kind
            if not named or len(_plain_texts(cells)) < 2:
                break
            block.body.insert(0, above.pop())
        return block

    def _first_words(self, row: int) -> int | None:
        """Return the first column with words; None when the row has none."""
        kinds = self._kinds[row]
        return kinds.index(Kind.WORDS) if Kind.WORDS in kinds else None

    def _is_empty_line(self, row: Sequence[Cell], block: _Block) -> bool:
        """Say whether a row without figures is one of the body (甘南州, all of it blank)."""
        text = str(row[block.head_column])
        return bool(block.head_kind) and self._head_kind(text) == block.head_kind

    def _holds_figures(self, number: int) -> bool:
        """Say whether a row belongs to a body: it has values, and its words are no header's."""
        row, found = self._rows[number], self._kinds[number]
        if Kind.VALUE not in found:
            return False
        first = self._first_words(number)
        if first is not None and folded(str(row[first])) in _COLUMN_LETTERS:
            return False
        words = first is not None or Kind.DATE in found
        if first == 0 and found.count(Kind.VALUE) == len(row) - 1 and type(row[-1]) is float:
            texts: Iterable[Cell] = row[:1]
        else:
            texts = row
        if words and _CORNERS.isdisjoint(folded(cell) for cell in texts if type(cell) is str):
            return True
        values = [cell for cell, kind in zip(row, found, strict=True) if kind is Kind.VALUE]
        if not words:
            return len(values) > 1 or not _may_be_period(values[0])
        return len(values) > 1 and not all(map(_may_be_period, values))

    def _notes_at_start(self, rows: Sequence[int]) -> int:
        """Count the rows that still belong to the table above: up to its last note."""
        count = 0
        for index, number in enumerate(rows):
            texts = [folded(str(cell)) for cell in self._rows[number] if cell != ""]
            if texts[0].startswith(_NOTES):
                count = index + 1
        return count

    def _side_by_side(self, block: _Block) -> list[Table]:
        """Tell words from values among a block's columns; a repeated head begins another table."""
        width = len(self._rows[0])
        groups: list[tuple[list[int], list[int]]] = [([], [])]
        corner: int | None = None
        naming = self._named_columns(block)
        sample = list(zip(*(self._kinds[row] for row in block.body[:_SAMPLE]), strict=True))
        for column in range(width):
            words = column in naming or _are_words(sample[column])
            if words and corner is None:
                corner = column
            if words and groups[-1][1] and self._repeats(block, corner, column):
                groups.append(([], []))
            if words and not groups[-1][1]:
                groups[-1][0].append(column)
            elif words is not None or self._has_head(block, column):
                groups[-1][1].append(column)
        return [
            self._table(block, heads, values, range(width) if len(groups) == 1 else None)
            for heads, values in groups
            if values
        ]

    def _table(
        self, block: _Block, heads: list[int], values: list[int], span: range | None
    ) -> Table:
        span = span or range(min((*heads, *values)), max((*heads, *values)) + 1)
        table = Table(self._sheet, heads, values, list(block.body))
        for index, number in enumerate(block.above):
            if folded(str(self._rows[number][span.start])) in _COLUMN_LETTERS:
                continue
            last = index == len(block.above) - 1 and number == block.body[0] - 1
            if self._is_header(table, number, last, span):
                table.header_rows.append(number)
            else:
                table.titles.extend(self._positions([number], span))
        for row, above in block.sections.items():
            table.sections[row] = next(iter(self._positions([above], span)), (above, span.start))
        table.notes = self._positions(block.below, span)
        return table

    def _named_columns(self, block: _Block) -> frozenset[int]:
        """Return the columns whose numbers name rows: 序号, 代码, 月份 stand above them."""
        return frozenset(
            column
            for row in block.above
            for column, cell in enumerate(self._rows[row])
            if type(cell) is str and len(cell) <= _LONGEST_HEAD and folded(cell) in _NAMES_ROWS
        )

    def _has_head(self, block: _Block, column: int) -> bool:
        return any(self._rows[row][column] != "" for row in block.above)

    def _repeats(self, block: _Block, corner: int | None, column: int) -> bool:
        """Say whether a column has the same header as the first head column."""
        if corner is None:
            return False
        heads = [
            (folded(str(self._rows[row][corner])), folded(str(self._rows[row][column])))
            for row in block.above
        ]
        both = [pair for pair in heads if all(pair)]
        return bool(both) and both[-1][0] == both[-1][1] and corner != column

    def _is_header(self, table: Table, row: int, last: bool, span: range) -> bool:
        """Tell a header row from a title or a unit line."""
        cells = self._rows[row]
        texts = _plain_texts(cells[column] for column in span)
        if len(texts) != 1:
            return bool(texts)
        (text,) = texts
        held = [column for column in span if folded(str(cells[column])) == text]
        over_values = [column for column in held if column in table.value_columns]
        if not over_values or any(column in table.head_columns for column in held):
            return False
        return len(over_values) > 1 or last or bool(table.header_rows)

    def _positions(self, rows: Sequence[int], span: range) -> list[Position]:
        """Return the cells with words, each text of a row once (a merged title fills many)."""
        found = []
        for row in rows:
            seen: set[str] = set()
            for column in span:
                text = str(self._rows[row][column])
                if text and text not in seen:
                    seen.add(text)
                    found.append((row, column))
        return found


def _are_words(kinds: Sequence[Kind]) -> bool | None:
    """Say whether cells of a body hold words (True) or values; None: they are blank."""
    values = kinds.count(Kind.VALUE)
    if values == len(kinds):
        return False
    words = kinds.count(Kind.WORDS) + kinds.count(Kind.DATE)
    return None if not words + values else words > values


def _may_be_period(cell: Cell) -> bool:
    """Say whether a number may be a year or a month."""
    try:
        number = float(cell) if isinstance(cell, str | int | float) else -1.0
    except ValueError:
        return False
    return 1 <= number <= 12 or 1950 <= number <= 2100


def _is_headerlike(row: Sequence[Cell]) -> bool:
    """Say whether words stand in several cells, apart from labels like 单位：亿元."""
    return len(_plain_texts(row)) > 1


def _plain_texts(row: Iterable[Cell]) -> set[str]:
    texts = {folded(str(cell)) for cell in row if cell != ""}
    return {text for text in texts if text and not text.startswith(_LABELS)}
