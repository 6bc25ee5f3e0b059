"""Release calendar: which figures of a month are due on which day, which are late, and whose."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.catalogue_words import stored_word
from tracker.edits import SettingEdit
from tracker.entry_context import closed_reason, entry_indicators, month_name
from tracker.errors import BadValue, UnknownName
from tracker.indicators import Indicator, Region
from tracker.periods import Month
from tracker.readings import series_of
from tracker.snapshot import Snapshot

PREFIX = "due_day."
DEFAULT_DAY = 20
"""The day of the following month by which a figure is reported where nothing else is set."""
_LATEST_DAY = 28


@dataclass(frozen=True, slots=True)
class Due:
    """One figure that is due: of which indicator and region, by when, and whether it is there."""

    indicator: Indicator
    region: Region
    month: Month
    due_on: date
    reported: bool

    def late_days(self, today: date) -> int:
        """Return by how many days it is late; 0 when it is reported or not yet due."""
        return 0 if self.reported else max(0, (today - self.due_on).days)


def due_day(settings: Mapping[str, str], indicator: Indicator) -> int:
    """Return the day of the following month by which an indicator is reported."""
    own, shared = (
        _day_of(settings.get(f"{PREFIX}{name}", ""))
        for name in (indicator.id, stored_word(indicator.lead_department))
    )
    return own or shared or DEFAULT_DAY


def set_due_day(name: str, day: int | None) -> SettingEdit:
    """Set the day of an indicator (its id) or a department; None takes it back. Raises BadValue."""
    if day is not None and not 1 <= day <= _LATEST_DAY:
        raise BadValue(f"报送日要在 1 到 {_LATEST_DAY} 日之间，{day} 不行。")
    return SettingEdit(f"{PREFIX}{name}", None if day is None else str(day))


def read_due_day(text: str) -> int:
    """Read a day of the month as typed: 12, 12日. Raises BadValue."""
    digits = text.strip().removesuffix("日").strip()
    if not digits.isdecimal():
        raise BadValue(f"不认识报送日“{text}”，请写一个日子，如 12。")
    return int(digits)


def due_day_edit(
    snapshot: Snapshot, day: int | None, *, department: str = "", indicator: str = ""
) -> SettingEdit:
    """Set the day of a department, or of one indicator; None takes it back.

    Raises UnknownName for a name that the ledger does not know, BadValue for the day, or when
    not exactly one of the two is named.
    """
    if bool(department) == bool(indicator):
        raise BadValue("报送日请写明是哪个部门的，或是哪个指标的（二选一）。")
    if indicator:
        return set_due_day(snapshot.indicator(indicator).id, day)
    known = {one.lead_department for one in snapshot.catalogue.indicators.values()}
    if department not in known:
        raise UnknownName(f"没有牵头单位“{department}”，请从这些里选：{'、'.join(sorted(known))}。")
    return set_due_day(stored_word(department), day)


def department_days(snapshot: Snapshot) -> dict[str, int]:
    """Return the day by which each department reports what has no day of its own, by name."""
    names = {one.lead_department for one in snapshot.catalogue.indicators.values()}
    found: dict[str, int] = {}
    for name in sorted(names):
        text = snapshot.settings.get(f"{PREFIX}{stored_word(name)}", "")
        found[name] = _day_of(text) or DEFAULT_DAY
    return found


def due_figures(
    snapshot: Snapshot, regions: Iterable[str], month: Month, today: date
) -> tuple[Due, ...]:
    """Return the main figure of every indicator that is due for a month, region by region."""
    first_of_next = month.last_day + timedelta(days=1)
    found: list[Due] = []
    for code in regions:
        for indicator in entry_indicators(snapshot, code, month.year):
            basis = indicator.basis_of(indicator.judged_by)
            if closed_reason(indicator, basis, month, today):
                continue
            day = due_day(snapshot.settings, indicator)
            reading = series_of(snapshot, indicator.id, code).read(indicator.judged_by, month)
            found.append(
                Due(
                    indicator,
                    snapshot.region(code),
                    month,
                    first_of_next.replace(day=day),
                    reading is not None,
                )
            )
    return tuple(found)


def reminder(due: Iterable[Due], today: date) -> str:
    """Write what is not reported as a message to each department, the late ones first."""
    waiting = [one for one in due if not one.reported]
    by_department: dict[str, list[Due]] = {}
    for one in sorted(waiting, key=lambda one: (one.due_on, one.indicator.order)):
        by_department.setdefault(one.indicator.lead_department, []).append(one)
    lines = []
    for department, held in by_department.items():
        names = "、".join(dict.fromkeys(_named(one, held) for one in held))
        late = max(one.late_days(today) for one in held)
        when = f"已逾期 {late} 天" if late else f"请于 {_day(held[0].due_on)}前报送"
        lines.append(f"{department}：{names}（{when}）")
    return "\n".join(lines) if lines else "应报的数都报了。"


def _named(one: Due, all_of_department: Iterable[Due]) -> str:
    several = len({other.region.code for other in all_of_department}) > 1
    place = one.region.short_name if several else ""
    return f"{place}{one.indicator.name} {month_name(one.indicator, one.month.month)}"


def _day_of(text: str) -> int | None:
    """Read a setting; None for nothing, and for what no program wrote."""
    return int(text) if text.isdecimal() and 1 <= int(text) <= _LATEST_DAY else None


def _day(day: date) -> str:
    return f"{day.month} 月 {day.day} 日"
