"""Which rows of a ranking find room, and how high each is."""

from tracker.charts.ranking_layouts import RankingLayout
from tracker.plots.standings import Standing


def fit_rows(
    rows: tuple[Standing, ...], layout: RankingLayout, top: float, min_size: float
) -> tuple[list[Standing | int], RankingLayout]:
    """Return the rows that fit, the first and last kept, and the layout of their height.

    A number among them stands for so many rows left out of the middle.
    """
    room = layout.bottom - top
    fit = int(room / layout.row_min)
    shown: list[Standing | int] = list(rows)
    if len(rows) > fit:
        kept = fit - 1
        first = (kept + 1) // 2
        left_out = len(rows) - kept
        shown = [*rows[:first], left_out, *rows[len(rows) - (kept - first) :]]
    row = min(layout.row_max, room / max(1, len(shown)))
    return shown, layout.scaled(row, min_size)
