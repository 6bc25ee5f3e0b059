"""清单任务: done or not by a due date, and how late."""

from datetime import date, timedelta
from enum import IntEnum

from tracker.indicators import Light, Target
from tracker.lights import Step

GRACE = timedelta(days=30)


class Stage(IntEnum):
    """What a milestone's figure means."""

    NOT_STARTED = 0
    UNDER_WAY = 1
    DONE = 2


STAGE_WORDS = {
    Stage.NOT_STARTED: "未启动",
    Stage.UNDER_WAY: "推进中",
    Stage.DONE: "完成",
}


def due_date(target: Target) -> date:
    """Return the day a milestone is due: its own, else the last day of its horizon."""
    if target.due_on is not None:
        return target.due_on
    year, month = target.key.year, target.key.horizon.end_month
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


def milestone_step(stage: float | None, target: Target, today: date) -> Step:
    """Judge a milestone: done or not yet due green, late yellow, more than 30 days late red."""
    late = today - due_date(target)
    if stage == Stage.DONE or late <= timedelta(0):
        return Step(0.0, Light.GREEN)
    return Step(0.0, Light.YELLOW if late <= GRACE else Light.RED)
