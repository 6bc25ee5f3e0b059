"""Finding titles of the movement chart: who rose and who fell most."""

from tracker.charts.presets import Preset
from tracker.charts.titles import fitting
from tracker.periods import Month
from tracker.plots.rank_history import RankCourse, RankHistory

_MOST_NAMES = 2


def movement_titles(history: RankHistory, preset: Preset) -> list[str]:
    """Say who gained and who lost most since the first month, and who leads."""
    name = history.indicator.short_name
    since = f"{since_words(history.months[0], history.as_of)}以来"
    up, down = most(history.risen), most(history.fallen)
    rose = f"{_names(up)}进 {up[0].change} 位最多" if up else ""
    fell = f"{_names(down)}退 {abs(down[0].change or 0)} 位" if down else ""
    moved = "，".join(words for words in (rose, fell) if words)
    first = [one.name for one in history.courses if one.last == 1]
    leads = f"{'、'.join(first[:_MOST_NAMES])}居第一" if first else ""
    still = f"{name}位次{since}没有变化"
    found = [f"{since}{moved}" if moved else still, f"{name}：{moved}" if moved else ""]
    found += [f"{name}：{leads}，{rose or fell}" if leads and moved else "", f"{name}：{leads}"]
    return fitting(found, f"{name}各地位次变化", preset)


def most(courses: tuple[RankCourse, ...]) -> list[RankCourse]:
    """Return the first and all that moved as far."""
    return [one for one in courses if one.change == courses[0].change]


def since_words(first: Month, as_of: Month) -> str:
    """Name the first month: 2022 年末, 2 月."""
    return f"{first.year} 年末" if first.year != as_of.year else f"{first.month} 月"


def _names(courses: list[RankCourse]) -> str:
    names = "、".join(one.name for one in courses[:_MOST_NAMES])
    return f"{names}等 {len(courses)} 地各" if len(courses) > _MOST_NAMES else names
