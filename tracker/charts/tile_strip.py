"""The strip under a tile map: the scale of the colours, with every region as a mark on it."""

from tracker import wording
from tracker.charts.axis import tick_text
from tracker.charts.canvas import Box, Canvas, Stroked
from tracker.charts.marks import light
from tracker.charts.tile_scale import TileScale, tile_value
from tracker.charts.tilemap_layouts import TilemapLayout
from tracker.plots.standings import Standing, Standings

_MARK_RADIUS = 7.0
_MOST_STACKED = 3
_NAME_SPACE = 10.0
_RISE = 17.3


def draw_strip(canvas: Canvas, held: Standings, scale: TileScale, layout: TilemapLayout) -> None:
    """Draw the bar in five bins, its ticks, the lines of time and half, and the marks."""
    strip = _Strip(canvas, held, scale, layout)
    strip.draw_bar()
    strip.draw_lines()
    strip.draw_marks()


class _Strip:
    """One strip; `x` maps the scale to the bar."""

    def __init__(
        self, canvas: Canvas, held: Standings, scale: TileScale, layout: TilemapLayout
    ) -> None:
        self._canvas = canvas
        self._held = held
        self._scale = scale
        self._layout = layout
        self._named: list[Box] = []

    def x(self, value: float) -> float:
        """Return where a value stands; values beyond stand at the ends."""
        scale, (left, right) = self._scale, self._layout.strip
        part = (min(max(value, scale.low), scale.high) - scale.low) / (scale.high - scale.low)
        return left + part * (right - left)

    def draw_bar(self) -> None:
        """Fill the bins and write the ticks below."""
        canvas, layout, scale = self._canvas, self._layout, self._scale
        ends = [scale.low, *scale.edges, scale.high]
        y = layout.strip_y
        for index, colour in enumerate(canvas.style.tiles):
            box = Box(self.x(ends[index]), y, self.x(ends[index + 1]), y + layout.strip_height)
            if box.right > box.left:
                canvas.rect(box, colour)
        type_ = canvas.style.type(layout.axis_size, 400, "ink3")
        taken = layout.strip[0] - 1
        for index, tick in enumerate(scale.ticks):
            percent = "%" if scale.in_share and index == 0 else ""
            words = (
                tick_text(tick)
                if scale.in_share
                else wording.number(
                    tick, 0 if abs(tick - round(tick)) < 1e-9 else 1, signed=self._held.has_targets
                )
            )
            words += percent
            wide = canvas.width_of(words, type_)
            left = max(layout.strip[0], self.x(tick) - wide / 2)
            on_half = scale.half is not None and abs(tick - scale.half) < 1e-9
            if not on_half and left > taken and left + wide <= layout.strip[1]:
                at = (left, y + layout.strip_height + 22.5)
                taken = canvas.text(at, words, type_).right + 12

    def draw_lines(self) -> None:
        """Draw time passed or target, and half, with their names above the marks."""
        canvas, layout, scale = self._canvas, self._layout, self._scale
        style = canvas.style
        top, bottom = layout.strip_y - 66, layout.strip_y + layout.strip_height + 6
        name_y = top - 1.7
        if scale.half is not None:
            x = self.x(scale.half)
            canvas.line([(x, top), (x, bottom + 1)], Stroked(3.0, style.colour("half")))
            type_ = style.type(layout.label_size + 1, 700)
            self._named.append(canvas.text((x - 12, name_y), "半程 50%", type_, align="right"))
        if scale.line is None or scale.line == scale.half:
            return
        x = self.x(scale.line)
        if scale.in_share:
            canvas.line([(x, top), (x, bottom)], Stroked(2.2, style.colour("time"), (8.8, 6.6)))
            share = wording.number(scale.line, 1).removesuffix(".0")
            words, type_ = f"时间进度 {share}%", style.type(layout.label_size + 1, 500, "time")
        else:
            canvas.line([(x, top), (x, bottom)], Stroked(3.0, style.colour("half")))
            words, type_ = "目标", style.type(layout.label_size + 1, 700)
        wide = canvas.width_of(words, type_)
        half = self._named[0] if self._named else None
        left = x + 12
        if left + wide > layout.strip[1] or (
            half and half.left - 10 < left + wide and x < half.left
        ):
            left = x - 12 - wide
        box = Box(left, name_y - 8, left + wide, name_y + 8)
        if half is None or not half.overlaps(box):
            self._named.append(canvas.text((left, name_y), words, type_))

    def draw_marks(self) -> None:
        """Draw every region's light over its value, stacked where they lie close, and name some."""
        canvas, layout = self._canvas, self._layout
        base = layout.strip_y - 13.5
        rows = [
            (row, v) for row in self._held.rows if (v := tile_value(self._held, row)) is not None
        ]
        rows.sort(key=lambda one: one[1])
        levels: list[list[float]] = [[] for _ in range(_MOST_STACKED)]
        placed: list[tuple[Standing, float, int]] = []
        for row, value in rows:
            x = min(max(self.x(value), layout.strip[0] + 8), layout.strip[1] - 8)
            level = next(
                (
                    n
                    for n, xs in enumerate(levels)
                    if all(abs(x - o) >= 2.2 * _MARK_RADIUS for o in xs)
                ),
                0,
            )
            levels[level].append(x)
            light(canvas, (x, base - level * _RISE), row.light, _MARK_RADIUS)
            placed.append((row, x, level))
        self._name_marks(placed)

    def _name_marks(self, placed: list[tuple[Standing, float, int]]) -> None:
        """Name the regions furthest out, as many as have room."""
        canvas, layout = self._canvas, self._layout
        type_ = canvas.style.type(layout.label_size, 500, "ink2")
        y = layout.strip_y - 39
        half = len(placed) // 2
        outward = [one for pair in zip(placed[:half], reversed(placed[half:]), strict=False)
                   for one in pair]  # fmt: skip
        lines = [self.x(v) for v in (self._scale.half, self._scale.line) if v is not None]
        for row, x, level in outward[:8]:
            wide = canvas.width_of(row.name, type_) / 2
            x = min(max(x, layout.strip[0] + wide), layout.strip[1] - wide)
            reach = wide + _NAME_SPACE
            box = Box(x - reach, y - 10, x + reach, y + 10)
            stacked = level > 0 or any(
                other > 0 and abs(o - x) < wide + 14 for _, o, other in placed
            )
            crossed = any(abs(line - x) < wide + 6 for line in lines)
            if stacked or crossed or any(box.overlaps(taken) for taken in self._named):
                continue
            self._named.append(canvas.text((x, y), row.name, type_, align="center"))
