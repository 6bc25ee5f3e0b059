"""The rulers of the board chart: 0–100 % of the task, and ±4 pp round the target."""

from typing import Protocol

from tracker import wording
from tracker.charts.board_layouts import TableLayout
from tracker.charts.board_rows import CLIP_SHARE, RowWords
from tracker.charts.canvas import Box, Canvas, Point, Stroked
from tracker.charts.frame import time_text
from tracker.charts.marks import arrow, diamond, shortfall
from tracker.indicators import Light
from tracker.periods import JUNE, Month

SPAN_PP = 4.0
HALF_WIDTH = 3.2
STEM_WIDTH = 6.0
SHADE = 0.4


class Ruler(Protocol):
    """What the table asks of a group's ruler, in painting order."""

    def draw_axis(self, canvas: Canvas, middle: float) -> None:
        """Draw the labels over the ruler."""
        ...

    def draw_back(self, canvas: Canvas, top: float, bottom: float) -> None:
        """Draw shading and ticks under the rows."""
        ...

    def draw_mark(self, canvas: Canvas, row: RowWords, middle: float) -> None:
        """Draw a row's bar or dot."""
        ...

    def draw_front(self, canvas: Canvas, top: float, bottom: float) -> None:
        """Draw time and half line over the bars."""
        ...

    def draw_label(self, canvas: Canvas, row: RowWords, middle: float, limit: float) -> None:
        """Draw a row's own label; `limit` is where the numbers at the right begin."""
        ...


class CumulativeRuler:
    """0–100 % of the annual target, the half line in the centre."""

    def __init__(self, layout: TableLayout, as_of: Month) -> None:
        self._layout = layout
        self._as_of = as_of

    def x(self, share: float) -> float:
        """Return where a share of the task stands."""
        left, right = self._layout.ruler
        return left + share * (right - left)

    def draw_axis(self, canvas: Canvas, middle: float) -> None:
        """Draw 0, 25, 半程线, 75, 100% and the time passed; a number gives way to time and half."""
        layout, style = self._layout, canvas.style
        half_words = "半程线 50%" if layout.every_tick else "半程 50%"
        half_type = style.type(layout.half_size, 700)
        half = canvas.text((self.x(0.5), middle), half_words, half_type, align="center")
        taken = [half]
        if self._as_of.month != JUNE:
            taken.append(self._draw_time_label(canvas, middle, half))
        ticks = [(0.0, "0"), (0.25, "25"), (0.75, "75"), (1.0, "100%")]
        helper = style.type(layout.axis_size, 400, "ink3")
        for share, words in ticks:
            if share in (0.0, 1.0) or layout.every_tick:
                wide = canvas.width_of(words, helper) / 2 + 6
                box = Box(self.x(share) - wide, middle - 8, self.x(share) + wide, middle + 8)
                if not any(box.overlaps(other) for other in taken):
                    canvas.text((self.x(share), middle), words, helper, align="center")

    def _draw_time_label(self, canvas: Canvas, middle: float, half: Box) -> Box:
        type_ = canvas.style.type(self._layout.axis_size, 500, "time")
        words = time_text(self._as_of)
        wide = canvas.width_of(words, type_) / 2
        x = self.x(self._as_of.time_share)
        if self._as_of.month < JUNE:
            x = min(x, half.left - 8 - wide)
        else:
            x = max(x, half.right + 8 + wide)
        return canvas.text((x, middle), words, type_, align="center")

    def draw_back(self, canvas: Canvas, top: float, bottom: float) -> None:
        """Shade the first half and draw the ticks."""
        style = canvas.style
        box = Box(self.x(0), top, self.x(0.5), bottom)
        canvas.rect(box, style.shade(SHADE))
        _ticks(canvas, [self.x(share) for share in (0, 0.25, 0.75, 1)], top, bottom)

    def draw_mark(self, canvas: Canvas, row: RowWords, middle: float) -> None:
        """Draw the bar (pale for a ceiling, empty when 待报) and hatch what is missing."""
        if row.share is None:
            return
        style = canvas.style
        half_height = self._layout.bar_height / 2
        end = self.x(min(max(row.share, 0.0), CLIP_SHARE))
        box = Box(self.x(0), middle - half_height, end, middle + half_height)
        if row.pending:
            canvas.outline(box, style.colour("none"), 1.4, canvas.background)
        elif row.ceiling:
            canvas.outline(box, style.colour("bar"), 2.0, style.colour("barsoft"))
        else:
            canvas.rect(box, style.colour("bar"))
            pace = row.pace
            if not row.ahead and pace is not None and row.share < pace:
                missing = Box(end, box.top, self.x(pace), box.bottom)
                shortfall(canvas, missing, style.light_colour(row.light))

    def draw_front(self, canvas: Canvas, top: float, bottom: float) -> None:
        """Draw the dashed time line and the half line."""
        style = canvas.style
        if self._as_of.month != JUNE:
            x = self.x(self._as_of.time_share)
            stroke = Stroked(2.2, style.colour("time"), (8.8, 6.6))
            canvas.line([(x, top - 6), (x, bottom)], stroke)
        _half_line(canvas, self.x(0.5), top, bottom)

    def draw_label(self, canvas: Canvas, row: RowWords, middle: float, limit: float) -> None:
        """Write the share right of bar and half line, in the bar where there is no room."""
        if not row.share_text or row.share is None:
            return
        layout, style = self._layout, canvas.style
        weight, token, size = 700, row.token, layout.share_size
        if row.pending:
            weight, size = 400, layout.note_size
        type_ = style.type(size, weight, token)
        wide = canvas.width_of(row.share_text, type_)
        start = max(self.x(row.reach), self.x(0.5)) + layout.label_gap
        if start + wide > limit - 8:
            self._draw_inside(canvas, row, middle, limit)
            return
        crossed = any(start - 3 < self.x(s) < start + wide + 3 for s in (0.75, 1.0))
        box = canvas.text(
            (start, middle), row.share_text, type_, halo=canvas.background if crossed else None
        )
        if row.ceiling and layout.every_tick and self._as_of.month == JUNE:
            note, words = style.type(layout.note_size, 400, "ink3"), "低于 50% 为好"
            if box.right + 14 + canvas.width_of(words, note) < limit - 8:
                canvas.text((box.right + 14, middle), words, note)

    def _draw_inside(self, canvas: Canvas, row: RowWords, middle: float, limit: float) -> None:
        """Write a share in the end of its bar, small enough to stay within; else on its hatch."""
        style, paper = canvas.style, canvas.background
        type_ = style.type(min(self._layout.share_size, self._layout.bar_height * 1.15), 700)
        end = min(self.x(min(max(row.share or 0.0, 0.0), CLIP_SHARE)), limit)
        if end - 20 - canvas.width_of(row.share_text, type_) < self.x(0):
            type_ = style.type(type_.size, 700, row.token)
            canvas.text((end + 10, middle), row.share_text, type_, halo=paper)
            return
        if not (row.pending or row.ceiling):
            type_ = type_._replace(colour=paper)
        fill = "barsoft" if row.ceiling else "bar"
        canvas.background = paper if row.pending else style.colour(fill)
        canvas.text((end - 10, middle), row.share_text, type_, align="right")
        canvas.background = paper


class GrowthRuler:
    """±4 百分点 round the target, which stands at the same x as the half line."""

    def __init__(self, layout: TableLayout, target_words: str) -> None:
        self._layout = layout
        self._target_words = target_words

    def x(self, gap_pp: float) -> float:
        """Return where a gap stands; gaps beyond the axis stand at its end."""
        left, right = self._layout.ruler
        bounded = min(max(gap_pp, -SPAN_PP), SPAN_PP)
        return (left + right) / 2 + bounded / SPAN_PP * (right - left) / 2

    def draw_axis(self, canvas: Canvas, middle: float) -> None:
        """Draw −4, −2, 年度目标, +2, +4."""
        layout, style = self._layout, canvas.style
        target = style.type(layout.half_size, 700)
        canvas.text((self.x(0), middle), self._target_words, target, align="center")
        helper = style.type(layout.axis_size, 400, "ink3")
        for gap in (-4, -2, 2, 4):
            if abs(gap) == SPAN_PP or layout.every_tick:
                words = wording.number(gap, 0, signed=True)
                canvas.text((self.x(gap), middle), words, helper, align="center")

    def draw_back(self, canvas: Canvas, top: float, bottom: float) -> None:
        """Draw the ticks."""
        _ticks(canvas, [self.x(gap) for gap in (-4, -2, 2, 4)], top, bottom)

    def draw_mark(self, canvas: Canvas, row: RowWords, middle: float) -> None:
        """Draw the stem; the disc follows over the target line."""
        if row.offset is None:
            return
        colour = self._colour(canvas, row)
        left, right = sorted((self.x(0), self.x(row.offset)))
        half = STEM_WIDTH / 2
        canvas.rect(Box(left, middle - half, right, middle + half), colour)

    def draw_front(self, canvas: Canvas, top: float, bottom: float) -> None:
        """Draw the target line."""
        _half_line(canvas, self.x(0), top, bottom)

    def draw_label(self, canvas: Canvas, row: RowWords, middle: float, limit: float) -> None:  # noqa: ARG002
        """Draw disc and nation; beyond the axis a hollow arrow with its number."""
        nation = self._draw_nation(canvas, row, middle)
        if row.offset is None:
            return
        colour = self._colour(canvas, row)
        x = self.x(row.offset)
        if abs(row.offset) <= SPAN_PP:
            canvas.disc((x, middle), self._layout.light_radius, colour)
            return
        direction = 1 if row.offset > 0 else -1
        arrow(canvas, (x + direction * 3, middle), direction, 17, Stroked(2.2, colour))
        if nation is not None:
            return
        type_ = canvas.style.type(self._layout.note_size, 500, row.token)
        at = (x - direction * 26, middle)
        align = "right" if direction > 0 else "left"
        canvas.text(at, row.gap.replace("余 ", "+"), type_, align=align, halo=canvas.background)

    def _draw_nation(self, canvas: Canvas, row: RowWords, middle: float) -> Box | None:
        """Draw ◇ of the nation; returns the box of its label where it lies beyond the axis."""
        if row.nation is None:
            return None
        style = canvas.style
        stroke = Stroked(2.0, style.colour("ink3"))
        x = self.x(row.nation)
        if abs(row.nation) <= SPAN_PP:
            diamond(canvas, (x, middle), self._layout.nation_reach, stroke)
            return None
        direction = 1 if row.nation > 0 else -1
        length = 14 if self._layout.every_tick else 11
        arrow(canvas, (x + direction * 2, middle), direction, length, stroke)
        words = f"全国 {wording.gap_text(row.nation)}"
        at: Point = (x - direction * 22, middle)
        align = "right" if direction > 0 else "left"
        type_ = style.type(self._layout.note_size, 400, "ink3")
        return canvas.text(at, words, type_, align=align, halo=canvas.background)

    @staticmethod
    def _colour(canvas: Canvas, row: RowWords) -> str:
        if row.light in (Light.YELLOW, Light.RED):
            return canvas.style.light_colour(row.light)
        return canvas.style.colour("bar")


class NoRuler:
    """For rows that stand on no axis: places among others, and what is done by a day."""

    def draw_axis(self, canvas: Canvas, middle: float) -> None:
        """Draw nothing."""

    def draw_back(self, canvas: Canvas, top: float, bottom: float) -> None:
        """Draw nothing."""

    def draw_mark(self, canvas: Canvas, row: RowWords, middle: float) -> None:
        """Draw nothing."""

    def draw_front(self, canvas: Canvas, top: float, bottom: float) -> None:
        """Draw nothing."""

    def draw_label(self, canvas: Canvas, row: RowWords, middle: float, limit: float) -> None:
        """Draw nothing."""


def _ticks(canvas: Canvas, xs: list[float], top: float, bottom: float) -> None:
    stroke = Stroked(1.0, canvas.style.colour("line2"))
    for x in xs:
        canvas.line([(x, top), (x, bottom)], stroke)


def _half_line(canvas: Canvas, x: float, top: float, bottom: float) -> None:
    stroke = Stroked(HALF_WIDTH, canvas.style.colour("half"))
    canvas.line([(x, top - 8), (x, bottom)], stroke)
