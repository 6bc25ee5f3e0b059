"""某日以来改了哪些目标, as a list to show, copy, print and export."""

from datetime import date

from tracker.indicators import Target
from tracker.inspection.stage_list import StageLine, StageList
from tracker.snapshot import Snapshot
from tracker.splitting import targets_changed
from tracker.wording import DASH, MEASURE_WORDS, TIER_WORDS, target_text

_HEADS = ("期别", "指标", "口径", "档次", "原目标", "现目标", "生效", "录入", "文号", "说明")


def target_changes(snapshot: Snapshot, region: str, year: int, since: date) -> StageList:
    """List the targets of a region's year that are not what they were on a day."""
    found = targets_changed(snapshot, region, year, since)
    place = snapshot.region(region).name
    count = len({after or before for before, after in found})
    said = f"{since} 以来，{place} {year} 年的目标改了 {count} 个"
    if not found:
        said = f"{since} 以来，{place} {year} 年的目标没有改过"
    return StageList(
        None,
        f"{place}{year}年目标改动_{since}以来",
        said,
        _HEADS,
        tuple(_line(snapshot, before, after) for before, after in found),
        wide=("说明",),
        right=("原目标", "现目标"),
        sample=snapshot.is_sample,
    )


def _line(snapshot: Snapshot, before: Target | None, after: Target | None) -> StageLine:
    held = after or before
    assert held is not None
    key = held.key
    indicator = snapshot.indicator(key.indicator)
    entered = None if after is None else after.recorded_at
    cells = (
        key.horizon.label,
        indicator.name,
        MEASURE_WORDS[key.measure],
        TIER_WORDS[key.tier],
        DASH if before is None else target_text(before, indicator),
        "撤下" if after is None else target_text(after, indicator),
        "" if after is None else str(after.effective_on),
        "" if entered is None else f"{entered:%Y-%m-%d}",
        held.document,
        "" if after is None else after.reason,
    )
    return StageLine(cells, None, indicator.id, key.region)
