"""Period locks: a closed month takes no figure, whichever way it comes, until it is reopened."""

from collections.abc import Iterable, Mapping
from datetime import date

from tracker.edits import ActualEdit, Edit, SettingEdit
from tracker.errors import BadValue
from tracker.filing.marks import Mark, read_mark
from tracker.periods import Month

PREFIX = "lock."


def lock_setting(month: Month) -> str:
    """Name the setting that locks a month."""
    return f"{PREFIX}{month}"


def lock_of(settings: Mapping[str, str], month: Month) -> Mark | None:
    """Return who locked a month, when and why; None while it is open."""
    return read_mark(settings.get(lock_setting(month)))


def locked_months(settings: Mapping[str, str]) -> dict[Month, Mark]:
    """Return every locked month with its lock, earliest first."""
    found = {}
    for name, text in settings.items():
        mark = read_mark(text) if name.startswith(PREFIX) else None
        if mark is not None:
            found[Month.parse(name.removeprefix(PREFIX))] = mark
    return dict(sorted(found.items()))


def lock(
    settings: Mapping[str, str], month: Month, by: str, today: date, reason: str
) -> SettingEdit:
    """Lock a month. Raises BadValue when it is locked, has not ended, or no reason is given."""
    held = lock_of(settings, month)
    if held is not None:
        raise BadValue(f"{month} 已由{held.by}在 {held.on} 封账，不用再封。")
    if today <= month.last_day:
        raise BadValue(f"{month} 还没有过完，不能封账。")
    return SettingEdit(lock_setting(month), Mark(by, today, _reason(reason, "封账")).written())


def unlock(settings: Mapping[str, str], month: Month, reason: str) -> SettingEdit:
    """Reopen a month; the reason goes into the revision. Raises BadValue."""
    if lock_of(settings, month) is None:
        raise BadValue(f"{month} 没有封账，不用解封。")
    _reason(reason, "解封")
    return SettingEdit(lock_setting(month), None)


def lock_sentence(month: Month, held: Mark) -> str:
    """Say why a figure of a locked month is refused, and what to do."""
    why = f"（{held.reason}）" if held.reason else ""
    return (
        f"{month} 已由{held.by}在 {held.on} 封账{why}，不能再改；"
        f"确要修改请先解封：guoban unlock {month} --reason 原因，或在填报页点“解封”。"
    )


def months_of(edits: Iterable[Edit]) -> set[Month]:
    """Return the months whose figures a batch would change."""
    return {edit.key.month for edit in edits if isinstance(edit, ActualEdit)}


def refuse_locked(settings: Mapping[str, str], months: Iterable[Month]) -> None:
    """Raise BadValue for the first of the months that is locked."""
    for month in sorted(months):
        held = lock_of(settings, month)
        if held is not None:
            raise BadValue(lock_sentence(month, held))


def refuse_lock_step(names: Iterable[str]) -> None:
    """Raise BadValue when taking a revision back would lock or reopen a month without a reason.

    `names` are the settings that the revision changed.
    """
    for name in sorted(names):
        if name.startswith(PREFIX):
            month = name.removeprefix(PREFIX)
            raise BadValue(
                f"{month} 的封账和解封都要写原因，不能靠撤销；"
                f"解封请用 guoban unlock {month} --reason 原因，或在填报页点“解封”。"
            )


def _reason(text: str, verb: str) -> str:
    reason = " ".join(text.split())
    if not reason:
        raise BadValue(f"{verb}要写原因，例如“4 月通报已印发”。")
    return reason
