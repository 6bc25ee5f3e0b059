"""Progress: value, gap, pace, need, double half and light of one row, from one pure function."""

from tracker.progress.assess import assess
from tracker.progress.printed import (
    completion_words,
    gap_words,
    last_value_words,
    target_words,
    value_words,
)
from tracker.progress.result import DoubleHalf, Progress, RowKey, Rule
from tracker.progress.rows import headline_rows, indicator_rows, rows
from tracker.progress.why import light_word, why
from tracker.progress.yardsticks import YardStick, yardstick_words, yardsticks

__all__ = [
    "DoubleHalf",
    "Progress",
    "RowKey",
    "Rule",
    "YardStick",
    "assess",
    "completion_words",
    "gap_words",
    "headline_rows",
    "indicator_rows",
    "last_value_words",
    "light_word",
    "rows",
    "target_words",
    "value_words",
    "why",
    "yardstick_words",
    "yardsticks",
]
