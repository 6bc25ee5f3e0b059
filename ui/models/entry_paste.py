"""Pasting figures: a block laid onto keys gives edits, problems and a count of closed cells."""

from collections.abc import Callable, Sequence

from tracker.edits import Edit
from tracker.errors import TrackerError
from tracker.exchange.clipboard import Block, Selection, place
from tracker.exchange.entry_text import check_figure, stage_word
from tracker.indicators import CellKey, Indicator, MeasureKind
from tracker.stages import check_stage
from tracker.wording import plain
from ui.models.cell_look import Problem
from ui.models.landing import Landing

NOT_A_NUMBER = "不是数字，没有写入"
NOT_WRITTEN = "没有写入"


def typed_figure(value: float) -> str:
    """Return a value as a person would type it: plain digits and an ASCII minus."""
    return plain(value).replace("−", "-")


def land_figures(
    block: Block,
    selection: Selection,
    grid: Sequence[Sequence[CellKey | None]],
    indicator_of: Callable[[CellKey], Indicator],
    edit_to: Callable[[CellKey, float], Edit | None],
) -> Landing:
    """Lay a block onto a grid of keys (None: closed) from the selection's corner."""

    def unit_of(key: CellKey) -> str:
        return indicator_of(key).unit_of(key.measure)

    def word_of(text: str, key: CellKey) -> float | None:
        return stage_word(text, indicator_of(key))

    placed = place(block, grid, selection, unit_of, word_of)
    landing = Landing()
    for key, value in placed.edits:
        try:
            check_figure(value, key.measure)
            if indicator_of(key).kind is MeasureKind.MILESTONE:
                check_stage(value, indicator_of(key).name)
        except TrackerError as error:
            landing.problems[key] = Problem(typed_figure(value), NOT_WRITTEN, str(error))
        else:
            landing.edits[key] = (edit_to(key, value), typed_figure(value))
    for problem in placed.problems:
        if problem.key is None:
            landing.closed += 1
            landing.left_out.append((problem.text, problem.reason))
            continue
        reason = problem.reason.removesuffix("没有写入。")
        landing.problems[problem.key] = Problem(
            problem.text, NOT_A_NUMBER, reason, problem.suggestion or ""
        )
    return landing
