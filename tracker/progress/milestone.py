"""清单任务: done or not by a due date, and how late."""

from datetime import date, timedelta

from tracker.indicators import Light, Target
from tracker.lights import Step
from tracker.stages import STAGE_WORDS, Stage

__all__ = ["GRACE", "STAGE_WORDS", "Stage", "due_date", "milestone_step"]

GRACE = timedelta(days=30)


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
