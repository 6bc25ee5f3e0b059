"""The 会议版 of a ledger, and 与上次会议相比, as lists to show, copy, print and export."""

from collections import Counter
from collections.abc import Sequence

from tracker.editions import Edition, Move, MoveKind
from tracker.indicators import Catalogue
from tracker.inspection.stage_list import StageLine, StageList
from tracker.progress import light_word
from tracker.progress.printed import value_words
from tracker.progress.result import Progress
from tracker.wording import DASH

_HEADS = ("灯", "指标", "变化", "上次", "这次", "说明")


def editions_list(held: Sequence[Edition], places: Catalogue) -> StageList:
    """List the editions; a region that the ledger does not know any more stands as its code."""
    return StageList(
        None,
        "会议版",
        f"会议版 {len(held)} 个",
        ("截至", "会议版", "按哪天已知", "地区", "冻结日期", "冻结人", "指纹"),
        tuple(StageLine(_edition(one, places)) for one in held),
        wide=("会议版",),
    )


def moves_list(moves: Sequence[Move], names: tuple[str, str], *, sample: bool = False) -> StageList:
    """List what changed from one view to another; `names` are theirs, the earlier first."""
    before, after = names
    return StageList(
        None,
        f"与上次会议相比_{before}",
        moves_sentence(moves, before, after),
        _HEADS,
        tuple(_line(move) for move in moves),
        wide=("说明",),
        sample=sample,
    )


def moves_sentence(moves: Sequence[Move], before: str, after: str) -> str:
    """Count what changed: “5 月调度会”到现在：1 项变差，2 项变好."""
    counts = Counter(move.kind for move in moves)
    if not counts:
        return f"“{before}”到{after}：灯和数都没有变"
    parts = [f"{counts[kind]} 项{kind.label}" for kind in MoveKind if counts[kind]]
    return f"“{before}”到{after}：{'，'.join(parts)}"


def _edition(one: Edition, places: Catalogue) -> tuple[str, ...]:
    region = places.regions.get(one.region)
    return (
        f"{one.as_of.year} 年 {one.as_of.month} 月",
        one.name,
        "最新" if one.known_on is None else str(one.known_on),
        one.region if region is None else region.short_name,
        str(one.made_on),
        one.by,
        one.short_fingerprint,
    )


def _line(move: Move) -> StageLine:
    row = move.after or move.before
    assert row is not None
    cells = (
        light_word(row),
        row.indicator.name,
        move.kind.label,
        _state(move.before),
        _state(move.after),
        move.sentence,
    )
    return StageLine(cells, row.light, row.indicator.id, row.key.region)


def _state(row: Progress | None) -> str:
    if row is None:
        return DASH
    value = "" if row.value is None else f"{value_words(row)} "
    return f"{value}{light_word(row)}"
