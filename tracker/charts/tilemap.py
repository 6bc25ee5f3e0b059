"""The tile map 市州色块图: one tile a region, and a strip on which every region is a mark."""

from dataclasses import dataclass, replace

from matplotlib.figure import Figure

from tracker import wording
from tracker.charts.canvas import Box, Canvas
from tracker.charts.checks import contrast
from tracker.charts.frame import Captions, LightKey, draw_frame, fitted, fitting_words
from tracker.charts.headline import wrapped
from tracker.charts.marks import plain_light
from tracker.charts.region_titles import value_words, whole_name
from tracker.charts.style import ChartStyle
from tracker.charts.tile_scale import TileScale, tile_value
from tracker.charts.tile_strip import draw_strip
from tracker.charts.tilemap_layouts import TILEMAPS, TilemapLayout
from tracker.indicators import Light
from tracker.plots.standings import Standing, Standings
from tracker.plots.tiles import COLUMNS, ROWS, Tile, grid, is_map, tile_places

_READABLE = 4.5
_LEAST_TILE = 60.0


@dataclass(frozen=True, slots=True)
class TilemapPicture:
    """What the tile map shows. `how` says how to read it."""

    standings: Standings
    scale: TileScale
    captions: Captions
    subtitles: tuple[str, ...]
    how: str
    key: LightKey


def draw_tilemap(picture: TilemapPicture, style: ChartStyle) -> Canvas:
    """Draw the tile map in a preset; the canvas keeps the record of its texts."""
    canvas = Canvas(style)
    captions = replace(picture.captions, subtitle=fitting_words(canvas, picture.subtitles))
    subtitle_y = draw_frame(canvas, captions, bool(picture.key), picture.key)
    layout = TILEMAPS[style.preset.layout or style.preset.id]
    _Tilemap(canvas, picture, layout, subtitle_y + layout.top_gap).draw()
    draw_strip(canvas, picture.standings, picture.scale, layout)
    return canvas


def tilemap_figure(picture: TilemapPicture, style: ChartStyle) -> Figure:
    """Return the figure of the tile map."""
    return draw_tilemap(picture, style).figure


class _Tilemap:
    """Draws the tiles, the whole and how to read them."""

    def __init__(
        self, canvas: Canvas, picture: TilemapPicture, layout: TilemapLayout, top: float
    ) -> None:
        self._canvas = canvas
        self._held = picture.standings
        self._scale = picture.scale
        self._how = picture.how
        self._layout = layout
        self._top = top

    def draw(self) -> None:
        """Draw every tile: on the map where all have a place there, else in a grid."""
        held = self._held
        shown: list[Standing | str] = [*held.rows, *held.without_data]
        codes = [*(row.place.region.code for row in held.rows), *held.missing_codes]
        on_map = is_map(codes)
        if on_map:
            height = self._height(ROWS, self._top)
            for row, code in zip(shown, codes, strict=True):
                self._draw_tile(row, tile_places()[code], self._top, height)
        else:
            self._draw_grid(shown)
        self._draw_whole(on_map)
        self._draw_how(on_map)

    def _draw_grid(self, shown: list[Standing | str]) -> None:
        """Draw tiles row by row below the whole; the last are counted where not all fit."""
        layout = self._layout
        top = self._top + layout.whole_size + 84
        least = int((self._bottom - top) // (_LEAST_TILE + layout.gap))
        left_out = max(0, len(shown) - COLUMNS * least)
        if left_out:
            least = int((self._bottom - 30 - top) // (_LEAST_TILE + layout.gap))
            left_out = len(shown) - COLUMNS * least
        kept = shown[: len(shown) - left_out]
        tiles = grid(len(kept), COLUMNS)
        rows = max(1, tiles[-1].row + 1 if tiles else 1)
        height = self._height(rows, top + (30 if left_out else 0))
        for row, tile in zip(kept, tiles, strict=True):
            self._draw_tile(row, tile, top, height)
        if left_out:
            type_ = self._canvas.style.type(layout.how_size, 400, "ink3")
            at = (layout.left, top + rows * (height + layout.gap) + 12)
            self._canvas.text(at, f"其余 {left_out} 个地区见表", type_)

    @property
    def _bottom(self) -> float:
        """Where tiles must end, so that the strip and its labels have room."""
        return self._layout.strip_y - 92

    def _height(self, rows: int, top: float) -> float:
        pitch = min(self._layout.pitch[1], (self._bottom - top) / rows)
        return pitch - self._layout.gap

    def _draw_tile(self, row: Standing | str, tile: Tile, top: float, height: float) -> None:
        canvas, layout = self._canvas, self._layout
        left = layout.left + tile.column * layout.pitch[0]
        y = top + tile.row * (height + layout.gap)
        box = Box(left, y, left + layout.pitch[0] - layout.gap, y + height)
        value = None if isinstance(row, str) else tile_value(self._held, row)
        if value is None:
            ground = canvas.style.colour("nonebg")
        else:
            ground = canvas.style.tiles[self._scale.bin(value)]
        canvas.rect(box, ground)
        paper, canvas.background = canvas.background, ground
        ink = max(canvas.style.look.inks, key=lambda one: contrast(one, ground))
        self._write_tile(row, box, ink)
        canvas.background = paper

    def _write_tile(self, row: Standing | str, box: Box, ink: str) -> None:
        """Write name, number and gap into a tile; a low tile has no gap, its lines stand closer."""
        canvas, layout = self._canvas, self._layout
        style = canvas.style
        tall = box.bottom - box.top
        full = tall >= layout.full_tile
        x, room = box.left + layout.pad, box.right - box.left - 2 * layout.pad + 6
        name_type = style.type(layout.name_size if full else 18, 500)._replace(colour=ink)
        name = row if isinstance(row, str) else row.name
        name_y = box.top + (tall * 0.216 if full else tall * 0.28)
        canvas.text((x, name_y), fitted(canvas, name, name_type, room), name_type)
        number = wording.DASH if isinstance(row, str) else self._number(row)
        size = layout.number_size if full else 26
        number_y = box.top + tall * (0.55 if full else 0.7)
        number_type = style.type(size, 700)._replace(colour=ink)
        least = style.preset.min_size
        while size > least and canvas.width_of(number, number_type) > room:
            size = max(least, size - 1)
            number_type = number_type._replace(size=size)
        if canvas.width_of(number, number_type) > room:
            number = "见表"
        canvas.text((x, number_y), number, number_type)
        if full:
            self._write_gap(row, (x, box.top + tall * 0.83), ink, room)

    def _number(self, row: Standing) -> str:
        return value_words(self._held, row.value, signs=False)

    def _write_gap(
        self, row: Standing | str, at: tuple[float, float], ink: str, room: float
    ) -> None:
        canvas, layout = self._canvas, self._layout
        style = canvas.style
        kind = Light.NONE if isinstance(row, str) else row.light
        x, y = at
        word = style.colour(style.light_token(kind))
        urgent = kind in (Light.YELLOW, Light.RED)
        readable = contrast(word, canvas.background) >= _READABLE
        colour = word if urgent and readable else ink
        shape = style.light_colour(kind) if kind is Light.RED and readable else colour
        plain_light(canvas, (x + layout.mark_radius, y - 0.7), kind, layout.mark_radius, shape)
        if isinstance(row, str):
            words = "未报"
        elif row.gap is None:
            return
        else:
            words = wording.number(row.gap, row.decimals(self._held.by), signed=True)
        type_ = style.type(layout.gap_size, 500)._replace(colour=colour)
        left = x + layout.mark_radius * 2 + 7
        if canvas.width_of(words, type_) <= room - layout.mark_radius * 2 - 7:
            canvas.text((left, y), words, type_)

    def _draw_whole(self, on_map: bool) -> None:
        """Write the whole's own number large, with its amount and target."""
        canvas, layout, held = self._canvas, self._layout, self._held
        style = canvas.style
        if held.whole_value is None:
            return
        x, y = layout.whole
        y += self._top
        if not on_map:
            x, y = layout.left, self._top + 12
        canvas.text((x, y), whole_name(held), style.type(layout.how_size + 3, 500, "ink2"))
        size = layout.whole_size if on_map else layout.whole_size * 0.75
        words = value_words(held, held.whole_value, signs=False)
        limit = self._whole_limit(on_map)
        number = style.type(size, 700)
        while size > layout.how_size and x + canvas.width_of(words, number) * 1.2 > limit:
            size -= 2
            number = style.type(size, 700)
        sign = style.type(size * 0.5, 700)
        share = held.is_share or held.by == "growth" or held.indicator.unit == "%"
        middle = y + size * 0.36 + 25.5
        end = canvas.text((x, middle), words, number).right
        if share:
            canvas.text((end, middle + 0.36 * (size - sign.size)), "%", sign)
        lines = self._whole_lines()
        for index, (text, token, weight) in enumerate(lines):
            small = style.type(
                layout.how_size + (3 if len(lines) > 1 and index == 0 else 1), weight, token
            )
            at = (x, middle + size * 0.5 + 24 + index * 32)
            if not on_map:
                at = (end + size * 0.5 + 26, middle - 14 + index * 30)
            if at[0] + canvas.width_of(text, small) <= limit:
                canvas.text(at, text, small)

    def _whole_limit(self, on_map: bool) -> float:
        """Return how far right the whole's words may reach: to the tiles, or to how to read."""
        layout = self._layout
        if not on_map:
            return max(layout.how[0], layout.right - 420) - 20
        columns_left = 3 if layout.whole[0] <= layout.left else COLUMNS
        free = layout.left + columns_left * layout.pitch[0] - layout.gap
        return free if columns_left < COLUMNS else layout.right

    def _whole_lines(self) -> list[tuple[str, str, int]]:
        """Return the amount and the target of the whole, as far as they are held."""
        held, whole = self._held, self._held.whole
        if whole.value is None or whole.target is None:
            return []
        unit = whole.unit if whole.unit == "%" else f" {whole.unit}"
        lines: list[tuple[str, str, int]] = []
        if held.is_share:
            value = wording.amount(whole.value, whole.indicator, whole.measure)
            lines.append((value + unit, "ink2", 500))
        target = wording.target_text(whole.target, whole.indicator).removeprefix("≥")
        period = "年度" if whole.horizon == "FY" else (whole.horizon.label if whole.horizon else "")
        lines.append((f"{period}目标 {target}{'' if unit == '%' else unit}", "ink3", 400))
        return lines

    def _draw_how(self, on_map: bool) -> None:
        canvas, layout = self._canvas, self._layout
        style = canvas.style
        x, y = layout.how
        if not on_map:
            x = max(x, layout.right - 420)
        y += self._top
        canvas.text((x, y), "怎么看", style.type(layout.how_size + 1, 700, "ink2"))
        type_ = style.type(layout.how_size, 400, "ink2")
        pitch = layout.how_size * 1.526
        width = layout.right - x
        for index, line in enumerate(wrapped(canvas, self._how, type_, width)):
            canvas.text((x, y + 31 + index * pitch), line, type_)
