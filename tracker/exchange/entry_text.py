"""A typed figure: the text of one cell of the entry grid, read or refused."""

from tracker.errors import BadValue
from tracker.exchange.numerals import NumberProblem, is_blank, read_number
from tracker.indicators import Indicator, Measure, MeasureKind
from tracker.stages import read_stage


def read_figure(text: str, indicator: Indicator, measure: Measure) -> float | None:
    """Read what was typed for a measure; None for blank, which unsets. Raises BadValue.

    “—” is refused: a figure that is not reported is a blank cell, not a value.
    """
    if is_blank(text):
        return None
    if indicator.kind is MeasureKind.MILESTONE:
        return read_stage(text)
    value = read_number(text, indicator.unit_of(measure))
    if value is None:
        raise NumberProblem(text, "没有数就留空；要清掉这一格，按 Delete。")
    check_figure(value, measure)
    return value


def stage_word(text: str, indicator: Indicator) -> float | None:
    """Read 推进中 in a cell of a 清单任务; None for other texts and in other cells."""
    if indicator.kind is not MeasureKind.MILESTONE:
        return None
    try:
        return read_stage(text)
    except BadValue:
        return None


def check_figure(value: float, measure: Measure) -> None:
    """Refuse a value that its measure cannot have. Raises BadValue."""
    if measure is Measure.RANK and (value < 1 or value != int(value)):
        raise BadValue("位次是第几名，请填 1、2、3 这样的整数。")
