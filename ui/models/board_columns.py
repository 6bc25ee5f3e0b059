"""The columns of the board: what each says, sorts by and explains."""

from tracker.board import BoardRow
from tracker.desk.detail import per_month_text
from tracker.indicators import Light, Measure
from tracker.periods import JUNE, period_label
from tracker.progress import light_word, why
from tracker.progress.printed import completion_words, gap_words, target_words, value_words
from tracker.wording import DASH, multiplier, number
from ui.models.row_table import Column

_LIGHT_ORDER = (Light.RED, Light.YELLOW, Light.GREEN, Light.NONE)


def accumulates(row: BoardRow) -> bool:
    """Say whether a row belongs to 累计类."""
    return row.progress.rule.accumulates


def need_words(row: BoardRow) -> str:
    """Print 过半须月均 in the digits of the amount, or 后期须增 in %."""
    progress = row.progress
    if progress.pending and accumulates(row) and not progress.is_ceiling:
        return DASH
    if row.need is None:
        return ""
    if accumulates(row):
        return per_month_text(row.need, progress.indicator)
    if progress.is_ceiling:
        return DASH
    estimated = "估 " if progress.growth_needed_estimated else ""
    return f"{estimated}{number(row.need, progress.indicator.growth_decimals)}%"


def effort_words(row: BoardRow) -> str:
    """Print 须提速 as ×0.87."""
    if row.effort is not None:
        return multiplier(row.effort)
    waits = row.progress.pending and accumulates(row) and not row.progress.is_ceiling
    return DASH if waits else ""


def unit_words(row: BoardRow) -> str:
    """Print the unit behind the name: amounts have one, growth carries % itself."""
    progress = row.progress
    return progress.unit if progress.measure is not Measure.GROWTH and progress.unit != "%" else ""


def name_tip(row: BoardRow) -> str:
    """Say the whole name with unit, tags and who is in charge."""
    indicator = row.progress.indicator
    words = (indicator.name, unit_words(row), *row.tags, indicator.lead_department)
    return "　".join(word for word in words if word)


def _share(row: BoardRow) -> float | None:
    return row.progress.completion if accumulates(row) else row.progress.gap


def _gap(row: BoardRow) -> float | None:
    progress = row.progress
    if progress.pending:
        return None
    return progress.pace_gap_pp if accumulates(row) else progress.gap


def _ruler_text(row: BoardRow) -> str:
    """What the ruler says in words, for copying the table."""
    if not accumulates(row) or row.progress.pending:
        return ""
    return completion_words(row.progress)


def board_columns(month: int) -> list[Column[BoardRow]]:
    """Return the columns as of a month."""
    half = month < JUNE
    return [
        Column(
            "light",
            "灯",
            lambda row: light_word(row.progress),
            lambda row: _LIGHT_ORDER.index(row.progress.light),
            lambda row: why(row.progress),
        ),
        Column(
            "indicator",
            "指标",
            lambda row: row.progress.indicator.name,
            lambda row: row.progress.indicator.order,
            name_tip,
        ),
        Column(
            "target",
            "年度目标",
            lambda row: target_words(row.progress),
            lambda row: None if row.progress.target is None else row.progress.target.value,
            right=True,
        ),
        Column(
            "actual",
            period_label(month),
            lambda row: value_words(row.progress),
            lambda row: row.progress.value,
            right=True,
        ),
        Column("ruler", "双过半标尺", _ruler_text, _share, lambda row: why(row.progress)),
        Column(
            "gap",
            "与序时差",
            lambda row: gap_words(row.progress),
            _gap,
            lambda row: why(row.progress),
            right=True,
        ),
        Column(
            "need",
            "过半须月均" if half else "后续月均",
            need_words,
            lambda row: row.need,
            right=True,
        ),
        Column("effort", "须提速", effort_words, lambda row: row.effort, right=True),
    ]
