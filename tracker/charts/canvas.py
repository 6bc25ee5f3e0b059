"""Canvas: a matplotlib figure drawn on in pixels, y downwards, that records every text's box."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from matplotlib.artist import Artist
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Polygon, Rectangle
from matplotlib.patheffects import Stroke
from matplotlib.transforms import Affine2D

from tracker.charts import fonts
from tracker.charts.lettering import Lettering
from tracker.charts.style import ChartStyle, Type

BASELINE = 0.36
"""Baseline = centre + 0.36 × size: the visual middle of Chinese text (DESIGN.md section 3)."""
BOX_HEIGHT = 0.84
"""Height of a text's box as a share of its size (DESIGN.md section 9)."""
HALO_PX = 4.0

Point = tuple[float, float]


class Box(NamedTuple):
    """A rectangle in canvas pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        """Say whether two boxes share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class TextBox:
    """A text that was drawn: where, in which type, on which background."""

    text: str
    box: Box
    type: Type
    background: str


class Stroked(NamedTuple):
    """How a line is drawn: width in px, colour, dashes in px (None: solid)."""

    width: float
    colour: str
    dashes: tuple[float, ...] | None = None
    round_ends: bool = False


class Canvas:
    """One picture. What is drawn later lies on top; lengths are px of the preset.

    `texts` records what was written, `kept_clear` names shapes that no text may touch.
    """

    def __init__(self, style: ChartStyle) -> None:
        preset = style.preset
        self.style = style
        self.width = float(preset.width)
        self.height = float(preset.height)
        self.texts: list[TextBox] = []
        self.kept_clear: list[tuple[str, Box]] = []
        self.background = style.paper_colour
        sheet = style.sheet
        self._unit = sheet.unit
        # A hair more, so that no size in pixels comes out one short after the division.
        self.figure = Figure(
            figsize=((sheet.width_px + 1e-6) / sheet.dpi, (sheet.height_px + 1e-6) / sheet.dpi),
            dpi=sheet.dpi,
            facecolor="none" if style.is_transparent else style.paper_colour,
            edgecolor="none",
            frameon=True,
        )
        down = Affine2D().scale(sheet.scale, -sheet.scale)
        down.translate(sheet.left, sheet.height_px - sheet.top)
        self._transform = down.scale(1 / sheet.dpi) + self.figure.dpi_scale_trans
        self._order = 0

    def rect(self, box: Box, fill: str) -> None:
        """Fill a rectangle; its edges snap to pixels."""
        left, top, right, bottom = box
        self._add(Rectangle((left, bottom), right - left, top - bottom, lw=0, fc=fill))

    def outline(self, box: Box, colour: str, width: float = 1.0, fill: str = "none") -> None:
        """Draw a rectangle whose outline lies inside the box."""
        left, top, right, bottom = box
        inset = width / 2
        self._add(
            Rectangle(
                (left + inset, top + inset),
                max(0.0, right - left - width),
                bottom - top - width,
                lw=width * self._unit,
                ec=colour,
                fc=fill,
                joinstyle="miter",
            )
        )

    def disc(self, centre: Point, radius: float, fill: str, edge: Stroked | None = None) -> None:
        """Draw a disc; an edge is centred on its rim."""
        self._add(
            Circle(
                centre,
                radius,
                fc=fill,
                ec=edge.colour if edge else "none",
                lw=edge.width * self._unit if edge else 0,
            )
        )

    def polygon(self, points: Sequence[Point], fill: str, edge: Stroked | None = None) -> None:
        """Draw a closed polygon."""
        self._add(
            Polygon(
                list(points),
                closed=True,
                fc=fill,
                ec=edge.colour if edge else "none",
                lw=edge.width * self._unit if edge else 0,
                joinstyle="miter",
            )
        )

    def line(self, points: Sequence[Point], stroke: Stroked) -> None:
        """Draw a line through points; straight vertical and horizontal ones snap to pixels."""
        dashes = stroke.dashes
        cap: Literal["round", "butt"] = "round" if stroke.round_ends else "butt"
        line = Line2D(
            [x for x, _ in points],
            [y for _, y in points],
            lw=stroke.width * self._unit,
            color=stroke.colour,
            solid_capstyle=cap,
            dash_capstyle=cap,
            solid_joinstyle="round",
        )
        if dashes is not None:
            line.set_linestyle((0, tuple(part / stroke.width for part in dashes)))
        self._add(line)

    def segments(self, segments: Sequence[tuple[Point, Point]], stroke: Stroked) -> None:
        """Draw many separate straight lines in one go."""
        if segments:
            wide = stroke.width * self._unit
            self._add(LineCollection(list(segments), linewidths=wide, colors=stroke.colour))

    def width_of(self, text: str, type_: Type) -> float:
        """Return how wide a text is in a type."""
        return fonts.width(text, type_.size, type_.weight)

    def text(
        self, at: Point, text: str, type_: Type, *, align: str = "left", halo: str | None = None
    ) -> Box:
        """Write a text at x and the visual middle y; align is left, center or right.

        `halo` is the colour round the letters where lines run behind them.

        Returns its box. Raises ExportError when no font has one of its characters.
        """
        x, middle = at
        wide = self.width_of(text, type_)
        left = x - wide * {"left": 0.0, "center": 0.5, "right": 1.0}[align]
        half = type_.size * BOX_HEIGHT / 2
        box = Box(left, middle - half, left + wide, middle + half)
        pen = left
        for run in fonts.runs(text, type_.weight):
            self._write((pen, middle + BASELINE * type_.size), run, type_, halo)
            pen += fonts.run_width(run, type_.size)
        if text.strip():
            self.texts.append(TextBox(text, box, type_, self.background))
        return box

    def text_line(
        self,
        at: Point,
        pieces: Sequence[tuple[str, Type]],
        *,
        align: str = "left",
        gap: float = 5.0,
        halo: str | None = None,
    ) -> Box:
        """Write pieces of different types on the baseline of the largest, `gap` px apart."""
        x, middle = at
        largest = max(type_.size for _, type_ in pieces)
        wide = self.line_width(pieces, gap)
        pen = left = x - wide * {"left": 0.0, "center": 0.5, "right": 1.0}[align]
        for text, type_ in pieces:
            own_middle = middle + BASELINE * (largest - type_.size)
            pen = self.text((pen, own_middle), text, type_, halo=halo).right + gap
        half = largest * BOX_HEIGHT / 2
        return Box(left, middle - half, left + wide, middle + half)

    def line_width(self, pieces: Sequence[tuple[str, Type]], gap: float = 5.0) -> float:
        """Return how wide pieces of text are beside each other."""
        widths = [self.width_of(text, type_) for text, type_ in pieces]
        return sum(widths) + gap * (len(pieces) - 1)

    def _write(self, at: Point, run: fonts.Run, type_: Type, halo: str | None) -> None:
        if halo:
            # The halo is an artist of its own: letters with effects could not stay text in an SVG.
            around = self._letters(at, run, type_)
            wide = 2 * HALO_PX * self._unit
            seen = self.style.halo_opacity
            stroke = Stroke(linewidth=wide, foreground=halo, joinstyle="round", alpha=seen)
            around.set_path_effects([stroke])
            self._add(around)
        self._add(self._letters(at, run, type_))

    def _letters(self, at: Point, run: fonts.Run, type_: Type) -> Lettering:
        return Lettering(
            *at,
            run.text,
            color=type_.colour,
            fontproperties=fonts.properties(run.path, type_.size * self._unit),
            ha="left",
            va="baseline",
            parse_math=False,
        )

    def _add(self, artist: Artist) -> None:
        self._order += 1
        artist.set_zorder(self._order)
        artist.set_transform(self._transform)
        self.figure.add_artist(artist)
