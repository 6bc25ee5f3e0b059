"""Finding the tables on a sheet: titles, header rows, head columns, body and notes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tracker.exchange.importing.cell_kinds import CellKinds, Kind
from tracker.exchange.importing.region_words import folded
from tracker.exchange.sheets import Cell, Sheet

_LABELS = ("单位:", "计量单位", "单位", "填报", "制表", "填表", "注:", "注", "备注", "说明", "数据来源", "资料来源", "来源:", "审核", "联系")
_LOOSE_LABELS = tuple(label for label in _LABELS if label not in ("单位", "备注", "注", "说明", "审核"))
NOTES = ("注:", "注1", "注2", "备注:", "说明:", "数据来源", "资料来源", "来源:", "填报", "制表", "填表", "审核")
CORNERS = frozenset(
    "地区 市州 市(州) 市、州 县区 县(区) 县(市区) 县(市、区) 市县 区域 单位 单位名称 名称 地区名称 指标 指标名称 "
    "项目 项目名称 月份 月 时间 期别 年月 日期 年份 年度 年 序号 编号 代码 区划代码 行政区划代码 行政区划".split()
)
NUMBERED = frozenset("序号 编号 no no. 号".split())
CODED = frozenset("代码 区划代码 行政区划代码 地区代码".split())
TIMED = frozenset("月份 月 时间 期别 年月 日期 年份 年度 年 报告期".split())
_COLUMN_LETTERS = frozenset("甲乙丙丁")
_SAMPLE = 60
"""Body rows that are looked at to tell words from values."""


@dataclass(slots=True)
class Table:
    """One table: row and column numbers of the sheet. `sections` maps a body row to the row with
    words alone that stands above it (一、投资), if any.
    """

    sheet: Sheet
    titles: list[tuple[int, int]] = field(default_factory=list)
    header_rows: list[int] = field(default_factory=list)
    head_columns: list[int] = field(default_factory=list)
    value_columns: list[int] = field(default_factory=list)
    body: list[int] = field(default_factory=list)
    sections: dict[int, tuple[int, int]] = field(default_factory=dict)
    notes: list[tuple[int, int]] = field(default_factory=list)

    def text(self, row: int, column: int) -> str:
        """Return a cell as text."""
        cell = self.sheet.rows[row][column]
        return cell if isinstance(cell, str) else str(cell)


@dataclass(slots=True)
class _Block:
    """Rows with figures, the rows of words above them, and the rows of words among them."""

    above: list[int]
    body: list[int] = field(default_factory=list)
    sections: dict[int, int] = field(default_factory=dict)
    below: list[int] = field(default_factory=list)


def find_tables(sheet: Sheet, kinds: CellKinds) -> list[Table]:
    """Return the tables of a sheet, top to bottom and left to right."""
    found: list[Table] = []
    for block in _blocks(sheet, kinds):
        found.extend(_tables(sheet, block, kinds))
    return found


def _blocks(sheet: Sheet, kinds: CellKinds) -> list[_Block]:
    """Cut the rows where words in several cells, a new header, follow figures."""
    blocks: list[_Block] = []
    waiting: list[int] = []
    section: int | None = None
    for number, row in enumerate(sheet.rows):
        if not _holds_figures(row, kinds):
            if any(cell != "" for cell in row):
                waiting.append(number)
            continue
        if blocks and not any(_is_headerlike(sheet.rows[one]) for one in waiting):
            section = waiting[-1] if waiting else section
            if section is not None:
                blocks[-1].sections[number] = section
        else:
            notes = _notes_at_start(sheet, waiting) if blocks else 0
            if blocks:
                blocks[-1].below = waiting[:notes]
            blocks.append(_Block(waiting[notes:]))
            section = None
        blocks[-1].body.append(number)
        waiting = []
    if blocks:
        blocks[-1].below = waiting
    return blocks


def _holds_figures(row: Sequence[Cell], kinds: CellKinds) -> bool:
    """Say whether a row belongs to a body: values, and its words are no header's."""
    found = kinds.of_row(row)
    if Kind.VALUE not in found:
        return False
    first = next(
        (index for index, kind in enumerate(found) if kind in (Kind.WORDS, Kind.DATE)), None
    )
    values = [cell for cell, kind in zip(row, found, strict=True) if kind is Kind.VALUE]
    if first is None:
        return len(values) > 1 or not _is_period_number(values[0])
    head = folded(str(row[first]))
    if head in _COLUMN_LETTERS:
        return False
    texts = {folded(cell) for cell in row if isinstance(cell, str)}
    if texts & CORNERS and (all(map(_is_period_number, values)) or len(values) <= 1):
        return False
    return True


def _is_period_number(cell: Cell) -> bool:
    """Say whether a number may be a year or a month."""
    try:
        number = float(cell) if isinstance(cell, str | int | float) else -1.0
    except ValueError:
        return False
    return number == int(number) and (1 <= number <= 12 or 1950 <= number <= 2100)


def _is_headerlike(row: Sequence[Cell]) -> bool:
    """Say whether words stand in several cells, apart from labels like 单位：亿元."""
    return len(_plain_texts(row)) > 1


def _plain_texts(row: Iterable[Cell]) -> set[str]:
    return {
        text
        for cell in row
        if (text := folded(str(cell))) and not text.startswith(_LOOSE_LABELS)
    }


def _notes_at_start(sheet: Sheet, rows: Sequence[int]) -> int:
    """Count the rows that still belong to the table above: from its first to its last note."""
    count = 0
    for index, number in enumerate(rows):
        texts = _texts(sheet.rows[number])
        if texts and texts[0].startswith(NOTES):
            count = index + 1
    return count


def _texts(row: Sequence[Cell]) -> list[str]:
    return [folded(str(cell)) for cell in row if cell != ""]


def _tables(sheet: Sheet, block: _Block, kinds: CellKinds) -> list[Table]:
    """Tell words from values among a block's columns; tables side by side become several."""
    width = len(sheet.rows[0])
    words = [_is_words(sheet, block, column, kinds) for column in range(width)]
    groups = _side_by_side(sheet, block, words, kinds)
    tables = []
    for heads, values in groups:
        table = Table(sheet, head_columns=heads, value_columns=values)
        first, last = min((*heads, *values)), max((*heads, *values))
        span = range(first, last + 1) if len(groups) > 1 else range(width)
        _place_words_above(table, block, span)
        table.body = list(block.body)
        table.sections = {
            row: (above, _first_column(sheet.rows[above], span))
            for row, above in block.sections.items()
        }
        table.notes = _positions(sheet, block.below, span)
        tables.append(table)
    return tables


def _first_column(row: Sequence[Cell], span: range) -> int:
    return next((column for column in span if row[column] != ""), span.start)


def _is_words(sheet: Sheet, block: _Block, column: int, kinds: CellKinds) -> bool | None:
    """Say whether a column of the body holds words (True) or values; None: it is blank."""
    heads = {folded(str(sheet.rows[row][column])) for row in block.above}
    if heads & (NUMBERED | CODED | TIMED):
        return True
    words = values = 0
    for row in block.body[:_SAMPLE]:
        kind = kinds.of(sheet.rows[row][column])
        words += kind in (Kind.WORDS, Kind.DATE)
        values += kind is Kind.VALUE
    if not words + values:
        return None
    return words > values


def _side_by_side(
    sheet: Sheet, block: _Block, words: Sequence[bool | None], kinds: CellKinds
) -> list[tuple[list[int], list[int]]]:
    """Group the columns: words that repeat the first head's header begin another table."""
    groups: list[tuple[list[int], list[int]]] = []
    heads: list[int] = []
    values: list[int] = []
    corner = next((column for column, is_words in enumerate(words) if is_words), None)
    for column, is_words in enumerate(words):
        if is_words and values and corner is not None and _repeats(sheet, block, corner, column):
            groups.append((heads, values))
            heads, values = [], []
        if is_words and not values:
            heads.append(column)
        elif is_words is False or (is_words is None and _has_head(sheet, block, column)) or is_words:
            values.append(column)
    groups.append((heads, values))
    return [(one, other) for one, other in groups if other]


def _has_head(sheet: Sheet, block: _Block, column: int) -> bool:
    return any(sheet.rows[row][column] != "" for row in block.above)


def _repeats(sheet: Sheet, block: _Block, corner: int, column: int) -> bool:
    """Say whether a column has the same header as the first head column."""
    heads = [
        (str(sheet.rows[row][corner]), str(sheet.rows[row][column]))
        for row in block.above
        if sheet.rows[row][corner] != "" and sheet.rows[row][column] != ""
    ]
    return bool(heads) and folded(heads[-1][0]) == folded(heads[-1][1])


def _place_words_above(table: Table, block: _Block, span: range) -> None:
    """Tell header rows from titles and unit lines."""
    rows = table.sheet.rows
    for index, number in enumerate(block.above):
        if folded(str(rows[number][span.start])) in _COLUMN_LETTERS:
            continue
        if _is_header(table, number, index == len(block.above) - 1, block.body[0], span):
            table.header_rows.append(number)
        else:
            table.titles.extend(_positions(table.sheet, [number], span))


def _is_header(table: Table, row: int, last: bool, first_body: int, span: range) -> bool:
    cells = table.sheet.rows[row]
    texts = _plain_texts(cells[column] for column in span)
    if len(texts) > 1:
        return True
    if not texts:
        return False
    (text,) = texts
    held = [column for column in span if folded(str(cells[column])) == text]
    over_values = [column for column in held if column in table.value_columns]
    over_heads = [column for column in held if column in table.head_columns]
    if not over_values or over_heads:
        return False
    return len(over_values) > 1 or (last and row == first_body - 1) or bool(table.header_rows)


def _positions(sheet: Sheet, rows: Sequence[int], span: range) -> list[tuple[int, int]]:
    """Return the cells with words, each text of a row once (a merged title fills many cells)."""
    found = []
    for row in rows:
        seen: set[str] = set()
        for column in span:
            text = str(sheet.rows[row][column])
            if text and text not in seen:
                seen.add(text)
                found.append((row, column))
    return found
