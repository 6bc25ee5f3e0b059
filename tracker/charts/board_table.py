"""The board as a table with a ruler: slide, A4, square and word."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker.board import Board, BoardRow
from tracker.charts.board_layouts import TableLayout
from tracker.charts.board_marks import CumulativeRuler, GrowthRuler, NoRuler, Ruler
from tracker.charts.board_numbers import draw_numbers
from tracker.charts.board_parts import PLACES, TASKS, BoardPart, board_parts, fit_rows
from tracker.charts.board_rows import RowWords, at_half, cumulative_words, growth_words
from tracker.charts.canvas import Canvas, Stroked
from tracker.charts.frame import fitted
from tracker.charts.marks import diamond, light
from tracker.periods import Horizon
from tracker.wording import NO_TARGET

NATION_KEY = "全国同期"


@dataclass(frozen=True, slots=True)
class _Group:
    """One part of the table: its rows as words, its ruler, and the words over its columns."""

    part: BoardPart
    rows: tuple[RowWords, ...]
    ruler: Ruler
    values_heads: tuple[str, ...]
    gap_head: str

    @property
    def has_nation(self) -> bool:
        """Say whether a mark of the nation needs a key."""
        return any(row.nation is not None for row in self.rows)


def draw_table(canvas: Canvas, board: Board, layout: TableLayout, top: float) -> None:
    """Draw the parts below a line at `top`; rows shrink, then are left out, to end in time."""
    row, parts = fit_rows(board_parts(board), layout, top)
    layout = layout.scaled(row, canvas.style.preset.min_size)
    line = top
    for part in parts:
        _draw_group(canvas, _group(canvas, board, layout, part), layout, line)
        line += part.lines * layout.row + layout.group_gap


def _group(canvas: Canvas, board: Board, layout: TableLayout, part: BoardPart) -> _Group:
    half = at_half(board)
    ruler: Ruler = NoRuler()
    if part.name == TASKS:
        ruler = CumulativeRuler(layout, board.as_of) if part.rows else ruler
        return _Group(
            part,
            tuple(cumulative_words(row, half) for row in part.rows),
            ruler,
            ("累计",) if layout.stacked else ("累计 / 年度目标", "累计 / 目标", "累计"),
            "与半程差" if half else "与序时差",
        )
    rows = tuple(growth_words(row) for row in part.rows)
    if part.name == PLACES or not rows:
        return _Group(part, rows, ruler, ("实际 / 目标", "实际"), "与目标差")
    if not _has_room_for_nation(canvas, layout, part.left_out):
        rows = tuple(replace(row, nation=None) for row in rows)
    annual = _all_annual(part.rows)
    ruler = GrowthRuler(layout, "年度目标" if annual else "当期目标")
    return _Group(part, rows, ruler, ("实际 / 目标", "实际"), "与目标差")


def _all_annual(rows: Sequence[BoardRow]) -> bool:
    """Say whether every growth target shown is that of the year."""
    return all(row.progress.horizon in (None, Horizon.FY) for row in rows)


def _draw_group(canvas: Canvas, group: _Group, layout: TableLayout, line: float) -> None:
    style = canvas.style
    bottom = line + len(group.rows) * layout.row
    if group.part.untold:
        _write_untold(canvas, group.part.untold, layout, bottom + layout.row / 2)
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


def _write_untold(canvas: Canvas, count: int, layout: TableLayout, middle: float) -> None:
    """Count the indicators without a target on a line of their own."""
    canvas.text(
        (layout.name_x, middle),
        f"其余 {count} 项{NO_TARGET}",
        canvas.style.type(layout.tag_size, 400, "ink3"),
    )


def _draw_row_lines(canvas: Canvas, layout: TableLayout, y: float) -> None:
    """Draw the hairlines of a row; they stop before the ruler so its lines stay clean."""
    stroke = Stroked(1.0, canvas.style.colour("line"))
    canvas.line([(layout.left, y), (layout.names_right, y)], stroke)
    canvas.line([(layout.values_left, y), (layout.right, y)], stroke)


def _draw_heads(canvas: Canvas, group: _Group, layout: TableLayout, middle: float) -> None:
    style = canvas.style
    helper = style.type(layout.axis_size, 400, "ink3")
    end = canvas.text(
        (layout.left, middle), group.part.name, style.type(layout.group_size, 700)
    ).right
    if group.part.left_out:
        at = (end + 16, middle)
        end = canvas.text(at, left_out_words(group.part.left_out), helper).right
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
    """Draw light, name and tags."""
    style = canvas.style
    light(canvas, (layout.light_x, middle), row.light, layout.light_radius)
    tag_type = style.type(layout.tag_size, 400, "ink3")
    name, tags = named(canvas, row, layout)
    end = canvas.text((layout.name_x, middle), name, style.type(layout.name_size, 500)).right
    for tag in tags:
        end = canvas.text((end + layout.tag_gap, middle), tag, tag_type).right


def named(canvas: Canvas, row: RowWords, layout: TableLayout) -> tuple[str, tuple[str, ...]]:
    """Return the longest name that fits with the row's tags, or as many of them as do.

    Without any tag the shortest name is cut with an ellipsis.
    """
    type_ = canvas.style.type(layout.name_size, 500)
    tag_type = canvas.style.type(layout.tag_size, 400, "ink3")
    for count in range(len(row.tags), -1, -1):
        tags = row.tags[len(row.tags) - count :]
        taken = sum(layout.tag_gap + canvas.width_of(tag, tag_type) for tag in tags)
        for name in row.names:
            if canvas.width_of(name, type_) + taken <= layout.name_room:
                return name, tags
    return fitted(canvas, row.names[-1], type_, layout.name_room), ()
