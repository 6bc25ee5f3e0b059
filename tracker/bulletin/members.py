"""分市州看: who grows, who is above the whole, who falls."""

from collections.abc import Sequence

from tracker.bulletin.sentence import Sentence, say
from tracker.indicators import Better, Measure, Region, RegionLevel
from tracker.periods import Month
from tracker.ranking import adding_members
from tracker.readings import series_of
from tracker.snapshot import Snapshot
from tracker.wording import round_half_up

_CALLED = {RegionLevel.PREFECTURE: "市州", RegionLevel.COUNTY: "县区"}


def member_sentences(
    snapshot: Snapshot, indicator_id: str, region: str, month: Month
) -> tuple[Sentence, ...]:
    """Tell the growth of a region's members beside its own; nothing where none has a figure.

    Values are compared as printed, so that a sentence never contradicts a table.
    """
    indicator = snapshot.indicator(indicator_id)
    if indicator.better is Better.LOWER:
        return ()  # 正增长 is no praise where less is better
    own = series_of(snapshot, indicator_id, region).read(Measure.GROWTH, month)
    known: list[tuple[Region, float]] = []
    members = adding_members(snapshot, region)
    for member in members:
        reading = series_of(snapshot, indicator_id, member.code).read(Measure.GROWTH, month)
        if reading is not None:
            known.append((member, round_half_up(reading.value, indicator.growth_decimals)))
    if not known:
        return ()
    known.sort(key=lambda pair: -pair[1])
    called = _CALLED.get(members[0].level, "地区")
    rising = [region for region, growth in known if growth > 0]
    falling = [region for region, growth in known if growth < 0]
    some = "" if len(known) == len(members) else f"有数的{len(known)}个{called}中，"
    count = f"{len(rising)}个{called}" if rising else f"没有{called}"
    clauses = [f"分{called}看，{some}{count}实现正增长"]
    if own is not None and rising:
        line = round_half_up(own.value, indicator.growth_decimals)
        above = [region for region, growth in known if growth > max(line, 0.0)]
        whole = "全省" if snapshot.region(region).level is RegionLevel.PROVINCE else "全市"
        if above:
            clauses.append(f"其中{len(above)}个超过{whole}平均水平，分别为{_names(above)}")
    text = "，".join(clauses)
    if falling:
        text += f"；{len(falling)}个负增长，为{_names(falling)}"
    return (say(f"{text}。", about=indicator_id),)


def _names(regions: Sequence[Region]) -> str:
    return "、".join(region.name for region in regions)
