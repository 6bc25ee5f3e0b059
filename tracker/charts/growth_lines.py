"""The lines of a growth chart: two years of cells, the nation, the target, gaps as gaps."""

from itertools import pairwise

from tracker.charts.axis import ValueAxis
from tracker.charts.canvas import Canvas, Stroked
from tracker.charts.canvas import Point as Pixel
from tracker.charts.growth_layouts import GrowthLayout
from tracker.periods import JUNE, MONTHS_IN_YEAR
from tracker.plots.growth_course import GrowthCourse, GrowthYear
from tracker.trajectory import Point

_HALF_CELL = 0.5


class GrowthPlot:
    """Where months and values stand: every month is a cell, its value in the middle."""

    def __init__(self, course: GrowthCourse, layout: GrowthLayout, axis: ValueAxis) -> None:
        self.course = course
        self.layout = layout
        self.axis = axis
        shown = JUNE if course.as_of.month <= JUNE else MONTHS_IN_YEAR
        self.months_shown = {course.as_of.year - 1: MONTHS_IN_YEAR, course.as_of.year: shown}
        self.cell = (layout.plot[1] - layout.plot[0]) / sum(self.months_shown.values())

    def start(self, year: int) -> float:
        """Return where a year begins."""
        before = MONTHS_IN_YEAR if year == self.course.as_of.year else 0
        return self.layout.plot[0] + before * self.cell

    def x(self, year: int, month: float) -> float:
        """Return the middle of a month's cell."""
        return self.start(year) + (month - _HALF_CELL) * self.cell

    def at(self, year: int, point: Point) -> Pixel:
        """Return where a value stands; values beyond the axis at its edge."""
        bounded = min(max(point.value, self.axis.low), self.axis.high)
        return self.x(year, point.month), self.axis.y(bounded)

    @property
    def half_x(self) -> float:
        """Where half of this year's time is over."""
        return self.start(self.course.as_of.year) + JUNE * self.cell


class GrowthLines:
    """Draws the lines and remembers where they run, so that labels can avoid them."""

    def __init__(self, canvas: Canvas, plot: GrowthPlot) -> None:
        self._canvas = canvas
        self._plot = plot
        self.drawn: list[list[Pixel]] = []

    def draw(self) -> None:
        """Draw bands, nation, target and the region's own line, year by year."""
        for year in self._plot.course.years:
            self._draw_band(year)
        for year in self._plot.course.years:
            self._draw_beside(year)
            self._draw_target(year)
            self._draw_own(year)

    def _draw_band(self, year: GrowthYear) -> None:
        """Fill between the region and the nation where both have neighbouring months."""
        beside = {point.month: point for point in year.beside}
        colour = self._canvas.style.colour("fan2")
        held = {point.month for point in year.points}
        gaps = {month for month in held | set(year.missing) if month not in beside}
        for stretch in stretches(year.points, set(year.missing) | gaps):
            both = [point for point in stretch if point.month in beside]
            upper = [self._plot.at(year.year, point) for point in both]
            lower = [self._plot.at(year.year, beside[point.month]) for point in both]
            if len(both) > 1:
                self._canvas.polygon([*upper, *reversed(lower)], colour)

    def _draw_beside(self, year: GrowthYear) -> None:
        stroke = Stroked(3.5, self._canvas.style.colour("axis"), round_ends=True)
        months = [point.month for point in year.beside]
        due = self._plot.course.indicator.calendar.months
        gaps = {m for m in due if months and months[0] < m < months[-1]} - set(months)
        for stretch in stretches(year.beside, gaps):
            self._draw_stretch(year.year, stretch, stroke)

    def _draw_target(self, year: GrowthYear) -> None:
        """Draw the year's target as a dotted line across its months."""
        if year.target is None or not self._plot.axis.low <= year.target <= self._plot.axis.high:
            return
        plot, y = self._plot, self._plot.axis.y(year.target)
        now = year.year == plot.course.as_of.year
        left = plot.start(year.year) + (plot.cell * 0.46 if now else 8)
        right = plot.layout.plot[1] if now else plot.x(year.year, MONTHS_IN_YEAR)
        stroke = Stroked(2.8, self._canvas.style.colour("half"), (4.0, 6.15))
        self._canvas.line([(left, y), (right, y)], stroke)
        self.drawn.append([(left, y), (right, y)])

    def _draw_own(self, year: GrowthYear) -> None:
        """Draw what was reported; across a missing month only a dotted connector runs."""
        canvas, plot = self._canvas, self._plot
        colour = canvas.style.colour("bar")
        missing = set(year.missing)
        parts = stretches(year.points, missing)
        for stretch in parts:
            self._draw_stretch(year.year, stretch, Stroked(5.5, colour, round_ends=True))
        for before, after in pairwise(parts):
            ends = [plot.at(year.year, before[-1]), plot.at(year.year, after[0])]
            canvas.line(ends, Stroked(2.4, colour, (2.6, 5.7)))
            self.drawn.append(ends)
        for point in year.points:
            rim = Stroked(2.4, canvas.background)
            canvas.disc(plot.at(year.year, point), plot.layout.dot, colour, rim)

    def _draw_stretch(self, year: int, points: list[Point], stroke: Stroked) -> None:
        """Draw neighbouring months; merged January and February are a dash over both."""
        pixels = [self._plot.at(year, point) for point in points]
        if self._plot.course.merges_jan_feb and points[0].month == 2:
            january = (self._plot.x(year, 1), pixels[0][1])
            pixels = [january, *pixels]
        if len(pixels) > 1:
            self._canvas.line(pixels, stroke)
        elif stroke.width < 4:
            self._canvas.disc(pixels[0], stroke.width * 1.4, stroke.colour)
        self.drawn.append(pixels)


def stretches(points: tuple[Point, ...], missing: set[int]) -> list[list[Point]]:
    """Cut points where a month between two of them is missing."""
    found: list[list[Point]] = []
    for point in points:
        gap = found and any(found[-1][-1].month < month < point.month for month in missing)
        if found and not gap:
            found[-1].append(point)
        else:
            found.append([point])
    return found
