"""How what a merge changes is named: for a command line, and in words for people."""

from tracker.indicators import Catalogue, CellKey, Indicator, MeasureKind, Target, TargetKey, Tier
from tracker.json_text import read_json
from tracker.storage.packets.side import Held, MergeKey
from tracker.wording import MEASURE_WORDS, TIER_WORDS, amount, plain, target_text

_LONGEST = 40
_SETTINGS = {
    "lock.": "封账",
    "handed_in.": "提交",
    "signed.": "审核签名",
    "explanation.": "红灯说明",
    "confirmed.": "核对说明",
    "due_day.": "报送日",
    "pace.": "序时规则",
    "event.": "大事记",
    "edition.": "定稿",
}


def merge_name(key: MergeKey) -> str:
    """Name a key: indicator/region/2023-05/measure/basis, indicator/region/2023-FY/…, a setting."""
    if isinstance(key, CellKey):
        return f"{key.indicator}/{key.region}/{key.month}/{key.measure}/{key.basis}"
    if isinstance(key, TargetKey):
        return f"{key.indicator}/{key.region}/{key.year}-{key.horizon}/{key.measure}/{key.tier}"
    return key


def key_words(key: MergeKey, catalogue: Catalogue) -> str:
    """Name a key for people: 甘肃招商引资 2023-05, 甘肃招商引资 2023 年全年目标, 设置 title."""
    if isinstance(key, str):
        for prefix, word in _SETTINGS.items():
            if key.startswith(prefix):
                return f"{word} {key.removeprefix(prefix)}"
        return f"设置 {key}"
    indicator = catalogue.indicators.get(key.indicator)
    name = key.indicator if indicator is None else indicator.short_name
    place = catalogue.region(key.region).short_name
    judged = indicator is None or key.measure is indicator.judged_by
    measure = "" if judged else MEASURE_WORDS[key.measure]
    if isinstance(key, CellKey):
        return f"{place}{name}{measure} {key.month}"
    tier = "" if key.tier is Tier.TARGET else TIER_WORDS[key.tier]
    return f"{place}{name}{measure} {key.year} 年{key.horizon.label}{tier}目标"


def held_words(held: Held, key: MergeKey, catalogue: Catalogue) -> str:
    """Write what stands in a key for people; 空 where nothing does."""
    if held is None:
        return "空"
    if isinstance(held, str):
        return _setting_words(held)
    assert not isinstance(key, str), key
    indicator = catalogue.indicators.get(key.indicator)
    if isinstance(held, Target):
        return plain(held.value) if indicator is None else _target_words(held, indicator)
    if indicator is not None and indicator.kind is MeasureKind.MILESTONE:
        return amount(held, indicator, key.measure)
    return plain(held)  # every digit: two values that round alike are two values


def _target_words(held: Target, indicator: Indicator) -> str:
    day = held.effective_on
    later = "" if (day.month, day.day) == (1, 1) else f"（{day.month} 月 {day.day} 日起）"
    return f"{target_text(held, indicator)}{later}"


def _setting_words(text: str) -> str:
    """Show who and why of a record, else the text itself, cut where it is long."""
    try:
        held = read_json(text)
    except ValueError:
        held = None
    if isinstance(held, dict):
        parts = [held.get(word) for word in ("by", "author", "on", "reason", "text")]
        said = " ".join(str(part) for part in parts if part)
        text = said or text
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
