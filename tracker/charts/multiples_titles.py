"""Finding titles of the multiples: those of the board, and who runs against the plan."""

from tracker.charts.presets import Preset
from tracker.charts.titles import board_titles, fitting
from tracker.lights import EPSILON
from tracker.plots.course_page import CoursePage
from tracker.trajectory import Point


def multiples_titles(page: CoursePage, preset: Preset) -> list[str]:
    """Say how many indicators are on course, and which are faster than last year."""
    found = board_titles(page.board, preset.title_lines)
    faster = [course for course in page.courses if _faster(course.points, course.last_year)]
    cumulative = [course for course in page.courses if course.cumulative and course.last_year]
    ahead = [course for course in faster if course.cumulative]
    if cumulative:
        found.append(f"{len(cumulative)} 项累计任务 {len(ahead)} 项多于去年同期")
    return fitting(found, f"{len(page.courses)} 项指标的轨迹", preset)


def _faster(points: tuple[Point, ...], before: tuple[Point, ...]) -> bool:
    """Say whether the last figure is above last year's of the same month."""
    if not points:
        return False
    last = points[-1]
    return any(p.month == last.month and last.value > p.value + EPSILON for p in before)
