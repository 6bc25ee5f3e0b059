"""Keys of the lights for the footer, with the thresholds of the rules that the ledger uses."""

from collections.abc import Sequence

from tracker import wording
from tracker.board import Board
from tracker.charts.frame import LightKey
from tracker.indicators import Light
from tracker.lights import LightRules, Step, default_rules
from tracker.progress.result import Progress

_GREEN = (Light.GREEN, wording.LIGHT_WORDS[Light.GREEN])
_RED = (Light.RED, wording.LIGHT_WORDS[Light.RED])
_CLOSE = wording.LIGHT_WORDS[Light.YELLOW]
NOT_REPORTED = (Light.NONE, "未报")
_DUE = (Light.NONE, wording.LIGHT_WORDS[Light.NONE])


def pace_key(rules: LightRules) -> LightKey:
    """Explain the lights of tasks that add up: 临界：差 5 个百分点以内."""
    return _key(f"{_CLOSE}：差 {_edge(rules.flow)} 个百分点以内")


def growth_key(rules: LightRules) -> LightKey:
    """Explain the lights of growth: 临界：差 1 个百分点以内."""
    if rules.peers:
        return _key(f"{_CLOSE}：低于目标或同级平均")
    return _key(f"{_CLOSE}：差 {_edge(rules.growth)} 个百分点以内")


def both_key(rules: LightRules) -> LightKey:
    """Explain the lights of both kinds in one picture."""
    if rules.peers:
        words = f"累计差 {_edge(rules.flow)} 个百分点以内，增速低于目标或同级平均"
    else:
        words = f"累计差 {_edge(rules.flow)} 个、增速差 {_edge(rules.growth)} 个百分点以内"
    return _key(f"{_CLOSE}：{words}")


def board_key(board: Board) -> LightKey:
    """Explain the lights of a board by the rules it was judged with."""
    return rows_key([row.progress for row in board.rows])


def rows_key(rows: Sequence[Progress]) -> LightKey:
    """Explain the lights of rows of both kinds; 待报 where one of them has it."""
    key = both_key(rows[0].rules if rows else default_rules())
    pending = any(row.light is Light.NONE and row.target is not None for row in rows)
    return (*key, _DUE) if pending else key


def plain_key() -> LightKey:
    """Name the lights without a threshold."""
    return _key(_CLOSE)


def ahead_key(rules: LightRules) -> LightKey:
    """Explain the lights of shares held against the time that has passed."""
    edge = _edge(rules.flow)
    return (
        (Light.GREEN, "不低于时间进度"),
        (Light.YELLOW, f"落后 {edge} 个百分点以内"),
        (Light.RED, f"落后 {edge} 个以上"),
    )


def _key(close: str) -> LightKey:
    return (_GREEN, (Light.YELLOW, close), _RED)


def _edge(steps: tuple[Step, ...]) -> str:
    """Print how far below zero the last step before red lies."""
    edges = [step.edge for step in steps if step.light is not Light.RED]
    return wording.plain(abs(min(edges, default=0.0)))
