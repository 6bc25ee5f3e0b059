"""TileMap: one tile a region, roughly where it lies, coloured by what the ranking looks at."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from tracker import wording
from tracker.charts.tile_scale import TileScale, tile_scale, tile_value
from tracker.indicators import Light
from tracker.lights import LightRules
from tracker.plots.standings import Standing, Standings
from tracker.plots.tiles import COLUMNS, ROWS, Tile, grid, is_map, tile_places
from ui.plain_tip import plain_tip
from ui.theme import Theme
from ui.widgets.tile_paint import TilePaint

_GAP, _LEGEND_HEIGHT = 4, 40
_LEGEND_COLUMNS = 3
"""So many columns at the foot of the map of Gansu have no tile; the legend stands there."""
_ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


@dataclass(frozen=True, slots=True)
class TileLook:
    """What a tile shows; no value: not reported, no bin and a ring."""

    code: str
    name: str
    full_name: str
    tile: Tile
    light: Light
    value: str = ""
    bin: int | None = None


class TileMap(QWidget):
    """Painted in one go. Arrow keys and clicks choose, Enter or a double click goes down."""

    region_chosen = Signal(str)
    region_opened = Signal(str)
    copy_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._paint = TilePaint(theme)
        self._looks: tuple[TileLook, ...] = ()
        self._scale: TileScale | None = None
        self._columns, self._rows, self._on_map = COLUMNS, ROWS, True
        self.chosen = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName("位置")

    def show_standings(self, held: Standings, names: Mapping[str, str], rules: LightRules) -> None:
        """Show regions; `names` are their whole names by code."""
        codes = [*(row.place.region.code for row in held.rows), *held.missing_codes]
        self._on_map = is_map(codes)
        self._columns = COLUMNS if self._on_map or len(codes) <= 4 * COLUMNS else 12
        self._rows = ROWS if self._on_map else max(1, -(-len(codes) // self._columns))
        tiles = (
            [tile_places()[code] for code in codes]
            if self._on_map
            else grid(len(codes), self._columns)
        )
        self._scale = tile_scale(held, rules) if held.rows else None
        shown: list[Standing | str] = [*held.rows, *held.without_data]
        self._looks = tuple(
            self._look(held, one, code, names.get(code, ""), tile)
            for one, code, tile in zip(shown, codes, tiles, strict=True)
        )
        self.setAccessibleDescription("；".join(f"{one.name} {one.value}" for one in self._looks))
        self.updateGeometry()
        self.update()

    def choose(self, code: str) -> None:
        """Frame a region's tile."""
        self.chosen = code
        self.update()

    def tile_rect(self, code: str) -> QRect:
        """Return where a region's tile lies; empty when it has none."""
        found = next((one for one in self._looks if one.code == code), None)
        return QRect() if found is None else self._rect(found.tile)

    def sizeHint(self) -> QSize:
        """The map of Gansu as in the design; a grid of many counties is a little higher."""
        high = 60 if self._on_map else 44 if self._rows > 4 else 52
        legend = 0 if self._on_map else _LEGEND_HEIGHT + 8
        return QSize(596, self._rows * high + legend)

    def minimumSizeHint(self) -> QSize:
        """Tiles of 34 px still hold a name and a value in small print."""
        legend = 0 if self._on_map else _LEGEND_HEIGHT + 8
        return QSize(360, self._rows * 34 + legend)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tiles, the chosen one's frame over its neighbours, and the legend."""
        painter = QPainter(self)
        for look in self._looks:
            self._paint.tile(
                painter, self._rect(look.tile), (look.name, look.value), look.bin, look.light
            )
        chosen = self.tile_rect(self.chosen)
        if not chosen.isEmpty():
            painter.setPen(QPen(self._theme.color("half"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(chosen).adjusted(-0.5, -0.5, 0.5, 0.5))
        if self._scale is not None:
            self._paint.legend(painter, self._legend_place(), self._scale)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a tile."""
        look = self._at(event.position())
        if look is not None:
            self.region_chosen.emit(look.code)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go down to the regions below."""
        look = self._at(event.position())
        if look is not None:
            self.region_opened.emit(look.code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step to the nearest tile in a direction, go down with Enter, copy with Ctrl+C."""
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif key in _ARROWS:
            look = self._beside(*_ARROWS[key])
            if look is not None:
                self.region_chosen.emit(look.code)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen:
            self.region_opened.emit(self.chosen)
        else:
            super().keyPressEvent(event)

    def event(self, event: object) -> bool:
        """Say a tile's whole name where the mouse rests."""
        if isinstance(event, QHelpEvent):
            look = self._at(QPointF(event.pos()))
            words = "" if look is None else f"{look.full_name}　{look.value or '待报'}"
            QToolTip.showText(event.globalPos(), plain_tip(words), self)
            return True
        return super().event(event)  # type: ignore[arg-type]

    def _look(
        self, held: Standings, one: Standing | str, code: str, full_name: str, tile: Tile
    ) -> TileLook:
        if isinstance(one, str):
            return TileLook(code, one, full_name, tile, Light.NONE)
        value = tile_value(held, one)
        assert self._scale is not None
        shown = wording.share(one.value) if held.is_share else self._number(held, one)
        bin_ = None if value is None else self._scale.bin(value)
        return TileLook(code, one.name, full_name, tile, one.light, shown, bin_)

    def _number(self, held: Standings, one: Standing) -> str:
        return wording.number(one.value, one.decimals(held.by))

    def _rect(self, tile: Tile) -> QRect:
        """Lay a tile out; every tile has the same size, gaps of 4 px between them."""
        wide = (self.width() - (self._columns - 1) * _GAP) // self._columns
        legend = 0 if self._on_map else _LEGEND_HEIGHT + 8
        high = (self.height() - legend - (self._rows - 1) * _GAP) // self._rows
        high = max(20, min(high, 60))
        return QRect(tile.column * (wide + _GAP), tile.row * (high + _GAP), wide, high)

    def _legend_place(self) -> QRect:
        if not self._on_map:
            foot = self._rect(Tile(self._rows - 1, 0)).bottom() + 12
            return QRect(0, foot, min(self.width(), 300), _LEGEND_HEIGHT)
        last = self._rect(Tile(ROWS - 1, _LEGEND_COLUMNS - 1))
        return QRect(0, last.top() + 8, last.right() - 6, _LEGEND_HEIGHT)

    def _at(self, point: QPointF) -> TileLook | None:
        place = point.toPoint()
        return next((one for one in self._looks if self._rect(one.tile).contains(place)), None)

    def _beside(self, down: int, right: int) -> TileLook | None:
        """Return the nearest tile in a direction; without a chosen one the first."""
        here = next((one for one in self._looks if one.code == self.chosen), None)
        if here is None:
            return self._looks[0] if self._looks else None

        def distance(other: TileLook) -> tuple[int, int]:
            rows, columns = other.tile.row - here.tile.row, other.tile.column - here.tile.column
            ahead = rows * down + columns * right
            aside = abs(rows * right) + abs(columns * down)
            return (ahead + 3 * aside, aside) if ahead > 0 else (10_000, aside)

        nearest = min(self._looks, key=distance)
        return nearest if distance(nearest)[0] < 10_000 else None
