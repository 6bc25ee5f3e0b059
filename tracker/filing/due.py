"""Release calendar: which figures of a month are due on which day, which are late, and whose."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.edits import SettingEdit
from tracker.entry_context import closed_reason, entry_indicators, month_name
from tracker.errors import BadValue
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
    for name in (indicator.id, indicator.lead_department):
        text = settings.get(f"{PREFIX}{name}", "")
        if text.isdigit() and 1 <= int(text) <= _LATEST_DAY:
            return int(text)
    return DEFAULT_DAY


def set_due_day(name: str, day: int | None) -> SettingEdit:
    """Set the day of an indicator (its id) or a department; None takes it back. Raises BadValue."""
    if day is not None and not 1 <= day <= _LATEST_DAY:
        raise BadValue(f"报送日要在 1 到 {_LATEST_DAY} 日之间，{day} 不行。")
    return SettingEdit(f"{PREFIX}{name}", None if day is None else str(day))


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


def _day(day: date) -> str:
    return f"{day.month} 月 {day.day} 日"
