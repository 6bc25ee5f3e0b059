"""The board as a table with a ruler: slide, A4 and square."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker.board import Board, BoardRow
from tracker.charts.board_layouts import TableLayout
from tracker.charts.board_marks import CumulativeRuler, GrowthRuler, Ruler
from tracker.charts.board_numbers import draw_numbers
from tracker.charts.board_rows import (
    HURRY,
    RowWords,
    at_half,
    cumulative_words,
    growth_words,
    sorted_rows,
)
from tracker.charts.canvas import Canvas, Stroked
from tracker.charts.frame import fitted
from tracker.charts.marks import diamond, light
from tracker.periods import Horizon

NATION_KEY = "全国同期"


@dataclass(frozen=True, slots=True)
class _Group:
    """One half of the table: its rows, ruler, and the words over its columns."""

    name: str
    rows: tuple[RowWords, ...]
    left_out: int
    ruler: Ruler
    values_heads: tuple[str, ...]
    gap_head: str
    has_nation: bool


def draw_table(canvas: Canvas, board: Board, layout: TableLayout, top: float) -> None:
    """Draw both groups below a line at `top`; rows shrink, then are left out, to end in time."""
    row, shown = fit_rows(board, layout, top)
    layout = layout.scaled(row, canvas.style.preset.min_size)
    line = top
    for group in _groups(canvas, board, layout, shown):
        if group.rows or group.left_out:
            _draw_group(canvas, group, layout, line)
            line += len(group.rows) * layout.row + layout.group_gap


def fit_rows(board: Board, layout: TableLayout, top: float) -> tuple[float, int]:
    """Return the height of a row and how many rows fit."""
    total = len(board.rows)
    groups = bool(board.cumulative) + bool(board.growth)
    room = layout.bottom - top - max(0, groups - 1) * layout.group_gap
    if not total:
        return layout.row, 0
    row = min(layout.row * 1.3, room / total)
    if row >= layout.row_min:
        return (layout.row if layout.row <= row else row), total
    return layout.row_min, int(room // layout.row_min)


def choose_rows(board: Board, most: int) -> tuple[list[BoardRow], list[BoardRow]]:
    """Return the rows to draw of each group in drawing order, the ones to attend to kept."""
    if len(board.rows) <= most:
        kept = set(map(id, board.rows))
    else:
        ranked = sorted(board.rows, key=lambda row: HURRY[row.progress.light])
        kept = set(map(id, ranked[:most]))
    return (
        [row for row in sorted_rows(board.cumulative, growth=False) if id(row) in kept],
        [row for row in sorted_rows(board.growth, growth=True) if id(row) in kept],
    )


def _groups(canvas: Canvas, board: Board, layout: TableLayout, shown: int) -> list[_Group]:
    half = at_half(board)
    cumulative, growth = choose_rows(board, shown)
    tasks = tuple(cumulative_words(row, half) for row in cumulative)
    left_out = len(board.growth) - len(growth)
    rates = tuple(growth_words(row) for row in growth)
    if not _has_room_for_nation(canvas, layout, left_out):
        rates = tuple(replace(row, nation=None) for row in rates)
    annual = _all_annual(board.growth)
    return [
        _Group(
            "累计类",
            tasks,
            len(board.cumulative) - len(cumulative),
            CumulativeRuler(layout, board.as_of),
            ("累计",) if layout.stacked else ("累计 / 年度目标", "累计 / 目标", "累计"),
            "与半程差" if half else "与序时差",
            has_nation=False,
        ),
        _Group(
            "增速类",
            rates,
            left_out,
            GrowthRuler(layout, "年度目标" if annual else "当期目标"),
            ("实际 / 目标", "实际"),
            "与目标差",
            has_nation=any(row.nation is not None for row in rates),
        ),
    ]


def _all_annual(rows: Sequence[BoardRow]) -> bool:
    """Say whether every growth target shown is that of the year."""
    return all(row.progress.horizon in (None, Horizon.FY) for row in rows)


def _draw_group(canvas: Canvas, group: _Group, layout: TableLayout, line: float) -> None:
    style = canvas.style
    bottom = line + len(group.rows) * layout.row
    group.ruler.draw_back(canvas, line, bottom)
    hairline = Stroked(layout.hairline, style.colour(layout.rule_token))
    canvas.line([(layout.left, line), (layout.right, line)], hairline)
    _draw_heads(canvas, group, layout, line - layout.head_rise)
    for index, row in enumerate(group.rows):
        middle = line + (index + 0.5) * layout.row
        _draw_row_lines(canvas, layout, line + (index + 1) * layout.row)
        group.ruler.draw_mark(canvas, row, middle)
    group.ruler.draw_front(canvas, line, bottom)
    for index, row in enumerate(group.rows):
        middle = line + (index + 0.5) * layout.row
        left = draw_numbers(canvas, row, layout, middle)
        _draw_name(canvas, row, layout, middle)
        group.ruler.draw_label(canvas, row, middle, left)


def _draw_row_lines(canvas: Canvas, layout: TableLayout, y: float) -> None:
    """Draw the hairlines of a row; they stop before the ruler so its lines stay clean."""
    stroke = Stroked(1.0, canvas.style.colour("line"))
    canvas.line([(layout.left, y), (layout.names_right, y)], stroke)
    canvas.line([(layout.values_left, y), (layout.right, y)], stroke)


def _draw_heads(canvas: Canvas, group: _Group, layout: TableLayout, middle: float) -> None:
    style = canvas.style
    helper = style.type(layout.axis_size, 400, "ink3")
    end = canvas.text((layout.left, middle), group.name, style.type(layout.group_size, 700)).right
    if group.left_out:
        at = (end + 16, middle)
        end = canvas.text(at, left_out_words(group.left_out), helper).right
    if group.has_nation:
        centre = (end + layout.key_gap, middle)
        diamond(canvas, centre, layout.nation_reach, Stroked(2.0, style.colour("ink3")))
        canvas.text((centre[0] + 18, middle), NATION_KEY, helper)
    group.ruler.draw_axis(canvas, middle)
    gap = canvas.text((layout.right, middle), group.gap_head, helper, align="right")
    if layout.shows_values:
        ends = layout.ruler[1] + canvas.width_of("100%", helper) / 2 + 12
        room = min(layout.values_right, gap.left - 12) - ends
        head = next((h for h in group.values_heads if canvas.width_of(h, helper) <= room), "")
        canvas.text((layout.values_right, middle), head, helper, align="right")


def left_out_words(count: int) -> str:
    """Say how many rows did not fit."""
    return f"其余 {count} 项见表"


def _has_room_for_nation(canvas: Canvas, layout: TableLayout, left_out: int) -> bool:
    """Say whether the key of the nation fits; without a key its marks are left out."""
    style = canvas.style
    helper = style.type(layout.axis_size, 400, "ink3")
    end = layout.left + canvas.width_of("增速类", style.type(layout.group_size, 700))
    if left_out:
        end += 16 + canvas.width_of(left_out_words(left_out), helper)
    key = layout.key_gap + 18 + canvas.width_of(NATION_KEY, helper)
    axis = canvas.width_of("−4", helper) / 2
    return end + key <= layout.ruler[0] - axis - 8


def _draw_name(canvas: Canvas, row: RowWords, layout: TableLayout, middle: float) -> None:
    """Draw light, name and tags; tags are dropped first, then the name is shortened."""
    style = canvas.style
    light(canvas, (layout.light_x, middle), row.light, layout.light_radius)
    type_ = style.type(layout.name_size, 500)
    tag_type = style.type(layout.tag_size, 400, "ink3")
    name = shortened(canvas, row.names, layout)
    end = canvas.text((layout.name_x, middle), name, type_).right
    for tag in row.tags:
        if end + layout.tag_gap + canvas.width_of(tag, tag_type) > layout.names_right:
            break
        end = canvas.text((end + layout.tag_gap, middle), tag, tag_type).right


def shortened(canvas: Canvas, names: Sequence[str], layout: TableLayout) -> str:
    """Return the longest way to write a name that fits, in the end with an ellipsis."""
    type_ = canvas.style.type(layout.name_size, 500)
    for name in names:
        if canvas.width_of(name, type_) <= layout.name_room:
            return name
    return fitted(canvas, names[-1], type_, layout.name_room)
