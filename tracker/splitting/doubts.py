"""What speaks against a split, in sentences. People decide; only a negative part is refused."""

from collections.abc import Iterator
from itertools import pairwise

from tracker.errors import BadValue
from tracker.splitting.split import Share, Split
from tracker.wording import number, plain, target_text


def split_doubts(made: Split) -> tuple[str, ...]:
    """Return what contradicts what in a split, the gravest first."""
    return (*_beyond(made), *_not_rising(made), *_nothing(made), *_replaced(made))


def refuse_negative(made: Split) -> None:
    """Raise BadValue for a part below 0: that is no share of anything."""
    for share in made.shares:
        if share.value < 0:
            raise BadValue(f"{share.name}的一份是 {_value(made, share)}，不能是负数，没有写入。")


def _beyond(made: Split) -> Iterator[str]:
    whole = made.whole
    limit = number(whole.value, made.indicator.decimals)
    for share in made.shares:
        if share.key != whole.key and share.value > whole.value:
            yield f"{share.name} {_value(made, share)} 比总目标 {limit} 还大，请核对。"


def _not_rising(made: Split) -> Iterator[str]:
    if not made.cumulative:
        return
    for shorter, longer in pairwise(made.shares):
        if shorter.value > longer.value and longer.key != made.whole.key:
            yield (
                f"{longer.name} {_value(made, longer)} 比{shorter.name}"
                f" {_value(made, shorter)} 还小，累计数不会减少，请核对。"
            )


def _nothing(made: Split) -> Iterator[str]:
    names = [share.name for share in made.shares if share.value == 0]
    if names:
        yield f"{'、'.join(names)}是 0，写入后按未设目标处理，不算完成率。"


def _replaced(made: Split) -> Iterator[str]:
    changed = [
        f"{share.name} {target_text(share.standing, made.indicator)} 换成 {plain(share.value)}"
        for share in made.shares
        if share.key != made.whole.key
        and share.standing is not None
        and (share.standing.value, share.standing.comparator)
        != (share.value, made.whole.comparator)
    ]
    if changed:
        shown = "，".join(changed[:3]) + ("……" if len(changed) > 3 else "")
        yield f"已有 {len(changed)} 个目标会有新版本，旧版本留着：{shown}。"


def _value(made: Split, share: Share) -> str:
    return number(share.value, made.indicator.decimals)
