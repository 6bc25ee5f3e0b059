"""The columns of 半年督查清单, and what its rows are told apart by."""

from collections.abc import Callable
from datetime import date

from tracker.indicators import Light
from tracker.inspection.case import STATE_WORDS, CaseState
from tracker.inspection.half_year import InspectionRow
from tracker.progress import light_word
from ui.models.row_table import Column

_LIGHTS = (Light.RED, Light.YELLOW, Light.NONE, Light.GREEN)
_STATES = tuple(CaseState)


def case_columns(period: str, today: Callable[[], date]) -> list[Column[InspectionRow]]:
    """Return the columns; `period` heads the figures: 上半年, 1—4 月."""
    return [
        Column("light", "灯", lambda row: light_word(row.progress),
               lambda row: _LIGHTS.index(row.progress.light)),
        Column("name", "指标", lambda row: row.progress.indicator.name,
               lambda row: (row.progress.indicator.order, row.region.order),
               lambda row: f"{row.progress.indicator.name} · {row.region.name}"),
        Column("value", f"{period} / 目标", lambda row: row.actual,
               lambda row: row.progress.value, right=True),
        Column("gap", "差", lambda row: row.gap, _gap, right=True),
        Column("reason", "滞后原因", _reason, _reason, _reason),
        Column("measure", "整改措施", _measure, _measure, _measure),
        Column("department", "责任", lambda row: row.department, lambda row: row.department,
               lambda row: row.department),
        Column("due", "完成时限", lambda row: row.due_words(today()),
               lambda row: None if row.case is None else row.case.due_on),
        Column("state", "状态", lambda row: STATE_WORDS[row.state],
               lambda row: _STATES.index(row.state)),
    ]  # fmt: skip


def _gap(row: InspectionRow) -> float | None:
    progress = row.progress
    return progress.gap if progress.pace_gap_pp is None else progress.pace_gap_pp


def _reason(row: InspectionRow) -> str:
    return "" if row.case is None else row.case.reason


def _measure(row: InspectionRow) -> str:
    return "" if row.case is None else row.case.measure
