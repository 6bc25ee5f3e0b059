"""The stages of a 清单任务: what its figure means, and reading one as a person types it."""

from enum import IntEnum

from tracker.errors import BadValue


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
_ALSO = {
    "未启动": Stage.NOT_STARTED,
    "推进中": Stage.UNDER_WAY,
    "完成": Stage.DONE,
    "未开始": Stage.NOT_STARTED,
    "未开工": Stage.NOT_STARTED,
    "进行中": Stage.UNDER_WAY,
    "已启动": Stage.UNDER_WAY,
    "在建": Stage.UNDER_WAY,
    "已完成": Stage.DONE,
    "完工": Stage.DONE,
}
"""Words that tables and people write for a stage, whatever the language of the screen."""
_READ = {word: stage for stage, word in STAGE_WORDS.items()} | _ALSO
_CHOICE = "、".join(STAGE_WORDS.values())


def read_stage(text: str) -> float:
    """Read 未启动, 推进中, 完成 or their figures 0, 1, 2. Raises BadValue."""
    wanted = text.strip()
    if wanted in _READ:
        return float(_READ[wanted])
    for stage in Stage:
        if wanted in (str(stage.value), f"{stage.value}.0"):
            return float(stage)
    raise BadValue(f"“{wanted}”不是清单任务的状态，请填 {_CHOICE}。")


def check_stage(value: float, name: str) -> None:
    """Refuse a figure that is no stage. Raises BadValue."""
    if value not in tuple(Stage):
        raise BadValue(f"{name}是清单任务的状态，请填 {_CHOICE}。")


def stage_words(value: float) -> str:
    """Print a stage; a figure that is none (from a damaged ledger) as it is."""
    return STAGE_WORDS[Stage(int(value))] if value in tuple(Stage) else f"{value:g}"
