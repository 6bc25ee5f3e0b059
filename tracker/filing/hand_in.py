"""提交 and 撤回: a region's month is marked as handed in by one revision, and taken back by one."""

from collections.abc import Mapping, Sequence
from datetime import date

from tracker.edits import SettingEdit
from tracker.errors import BadValue
from tracker.filing.marks import Mark, read_mark
from tracker.periods import Month

PREFIX = "handed_in."


def hand_in_setting(region: str, month: Month) -> str:
    """Name the setting that marks a region's month."""
    return f"{PREFIX}{region}.{month}"


def handed_in(settings: Mapping[str, str], region: str, month: Month) -> Mark | None:
    """Return who handed a region's month in, and when; None while nobody has."""
    return read_mark(settings.get(hand_in_setting(region, month)))


def hand_in(
    settings: Mapping[str, str],
    region: str,
    month: Month,
    by: str,
    today: date,
    errors: Sequence[str] = (),
) -> SettingEdit:
    """Mark a region's month as handed in. Raises BadValue when it is, or while errors stand.

    `errors` are the sentences of what cannot be right (see tracker.review.month_errors).
    """
    held = handed_in(settings, region, month)
    if held is not None:
        raise BadValue(f"{month} 已由{held.by}在 {held.on} 提交；要改请先撤回。")
    if errors:
        raise BadValue(f"{month} 还有 {len(errors)} 处错误，改好以后才能提交。第一处：{errors[0]}")
    return SettingEdit(hand_in_setting(region, month), Mark(by, today).written())


def take_back(settings: Mapping[str, str], region: str, month: Month) -> SettingEdit:
    """Take a hand-in back. Raises BadValue when there is none."""
    if handed_in(settings, region, month) is None:
        raise BadValue(f"{month} 还没有提交，没有可撤回的。")
    return SettingEdit(hand_in_setting(region, month), None)
