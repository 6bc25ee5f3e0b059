"""A typed due date of a 清单任务: 2023-07-10, 7月10日, 7-10, or 完成 for the end of its period."""

import re
from dataclasses import replace
from datetime import date

from tracker.desk.target_typing import target_edit
from tracker.edits import TargetEdit
from tracker.errors import BadValue
from tracker.exchange.numerals import is_blank
from tracker.exchange.target_text import TargetText
from tracker.indicators import Comparator, Target, TargetKey
from tracker.periods import Month
from tracker.snapshot import Snapshot
from tracker.stages import STAGE_WORDS, Stage

_DATE = re.compile(r"(?:(\d{4})[-年./])?(\d{1,2})[-月./](\d{1,2})日?")


def read_due(text: str, year: int) -> date | None:
    """Read a due date, in `year` unless the text names another; None for just 完成.

    Raises BadValue for what is no date.
    """
    wanted = "".join(text.split())
    if wanted in (STAGE_WORDS[Stage.DONE], str(int(Stage.DONE))):
        return None
    found = _DATE.fullmatch(wanted)
    if found is not None:
        named, month, day = found.groups()
        try:
            return date(int(named or year), int(month), int(day))
        except ValueError:
            pass
    raise BadValue(f"“{text.strip()}”不是时限，请写 {year}-07-10 或 7月10日。")


def due_edit(snapshot: Snapshot, key: TargetKey, as_of: Month, text: str) -> TargetEdit | None:
    """Return the version that typing a due date makes; blank withdraws. Raises BadValue."""
    if is_blank(text):
        return target_edit(snapshot, key, as_of, None)
    due = read_due(text, key.year)
    current = snapshot.target_in_force(key, as_of)
    if current is not None and current.due_on == due:
        return None
    typed = TargetText(float(Stage.DONE), Comparator.AT_LEAST)
    if current is None:
        made = target_edit(snapshot, key, as_of, typed)
    else:  # the stage aimed at is always the last one: only the day is new
        made = TargetEdit(
            key,
            float(Stage.DONE),
            effective_on=current.effective_on,
            document=current.document,
        )
    return None if made is None else replace(made, due_on=due)


def typed_due(target: Target) -> str:
    """Write a due date as it would be typed: 2023-07-10; 完成 where its period ends it."""
    return STAGE_WORDS[Stage.DONE] if target.due_on is None else str(target.due_on)
