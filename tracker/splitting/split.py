"""Splitting: shares by a rule or by hand, what they add up to, and what is left over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tracker.edits import TargetEdit
from tracker.errors import BadValue
from tracker.indicators import Comparator, Indicator, Measure, MeasureKind, Target, TargetKey
from tracker.periods import MONTHS_IN_YEAR, STAGES, Horizon, Month, Word
from tracker.ranking import adding_members
from tracker.readings import series_of
from tracker.snapshot import Snapshot
from tracker.wording import number, round_half_up


class Method(Word):
    """Where the shares come from."""

    LINEAR = "linear"
    LAST_YEAR = "last_year"
    EQUAL = "equal"
    OWN = "own"

    @property
    def label(self) -> str:
        """The word on the screen."""
        return {
            Method.LINEAR: "按月均分",
            Method.LAST_YEAR: "按上年比重",
            Method.EQUAL: "平均分",
            Method.OWN: "自定比重",
        }[self]


@dataclass(frozen=True, slots=True)
class Share:
    """One part: its target's key, its share of the whole, and the value, rounded as it is typed.

    `by_hand` marks a value that a person set instead of the rule's, `standing` is the last version
    of the target so far.
    """

    key: TargetKey
    name: str
    share: float
    value: float
    by_hand: bool = False
    standing: Target | None = None
    weight: float = 0.0
    """What the share was made of: percent of the whole, or the parts that a person gave."""

    @property
    def change(self) -> float | None:
        """Return by how much the part differs from what stands; None where nothing does."""
        return None if self.standing is None else self.value - self.standing.value


@dataclass(frozen=True, slots=True)
class Split:
    """All parts of a target. Over stages they are cumulative and only the last is the whole."""

    whole: Target
    indicator: Indicator
    shares: tuple[Share, ...]
    cumulative: bool

    @property
    def total(self) -> float:
        """What the parts come to."""
        if self.cumulative:
            return self.shares[-1].value if self.shares else 0.0
        return sum(share.value for share in self.shares)

    @property
    def difference(self) -> float:
        """Parts − whole: positive is 加码, negative 缺口."""
        return self.total - self.whole.value

    @property
    def is_level(self) -> bool:
        """Say whether the parts come to the whole, as far as it is printed."""
        return round_half_up(self.difference, self.indicator.decimals) == 0

    @property
    def sentence(self) -> str:
        """Say what the parts come to beside the whole."""
        digits, unit = self.indicator.decimals, self.indicator.unit
        total = f"合计 {number(self.total, digits)} {unit}"
        if self.is_level:
            return f"{total}，与总目标一致。"
        word = "加码" if self.difference > 0 else "缺口"
        return f"{total}，比总目标{word} {number(abs(self.difference), digits)} {unit}。"

    def edits(self, reason: str, document: str = "") -> list[TargetEdit]:
        """Return what to record: a version of each part, from the whole's own day on.

        A part that stands from a later day gets its new version from that day, or it would not
        count.
        """
        begun = self.whole.effective_on
        return [
            TargetEdit(
                share.key,
                share.value,
                self.whole.comparator,
                effective_on=max(begun, share.standing.effective_on) if share.standing else begun,
                document=document or self.whole.document,
                reason=reason,
                source=self.whole.source,
            )
            for share in self.shares
            if share.key != self.whole.key
        ]


def over_stages(
    snapshot: Snapshot,
    whole: Target,
    method: Method,
    by_hand: Mapping[Horizon, float] | None = None,
    weights: Mapping[Horizon, float] | None = None,
) -> Split:
    """Split an annual target of a flow over 一季度, 上半年 and 前三季度.

    `weights` are for Method.OWN: how many of 100 parts are to be done by the end of each stage.
    Raises BadValue where it cannot be split: no flow, no annual target, no figures last year.
    """
    indicator = _checked(snapshot, whole)
    given, own = by_hand or {}, weights or {}
    shares = []
    for stage in STAGES:
        part = 1.0
        if stage is not Horizon.FY and method is Method.OWN:
            part = _checked_weight(stage.label, own.get(stage, _even(stage))) / 100
        elif stage is not Horizon.FY:
            part = _stage_share(snapshot, whole, method, stage)
        value = given.get(stage, round_half_up(part * whole.value, indicator.decimals))
        key = whole.key.until(stage)
        standing = _standing(snapshot, key)
        name = f"{stage.label}目标"
        shares.append(Share(key, name, part, value, stage in given, standing, 100 * part))
    return Split(whole, indicator, tuple(shares), cumulative=True)


def over_regions(
    snapshot: Snapshot,
    whole: Target,
    method: Method,
    by_hand: Mapping[str, float] | None = None,
    weights: Mapping[str, float] | None = None,
) -> Split:
    """Split a target over the members that add up to its region; new areas lie inside another.

    Values are rounded so that the rule's parts add up to the whole exactly; what a person sets by
    hand moves the sum, and the difference is shown. `weights` are for Method.OWN: the parts of
    each member, 1 where none is given. Raises BadValue.
    """
    indicator = _checked(snapshot, whole)
    members = adding_members(snapshot, whole.key.region)
    if not members:
        place = snapshot.region(whole.key.region).name
        raise BadValue(f"{place}没有下级地区，不能再分解。")
    given = by_hand or {}
    if method is Method.EQUAL:
        weights_of = {member.code: 1.0 for member in members}
    elif method is Method.LAST_YEAR:
        weights_of = {m.code: _last_year(snapshot, whole, m.code, m.name) for m in members}
    elif method is Method.OWN:
        own = weights or {}
        weights_of = {m.code: _checked_weight(m.name, own.get(m.code, 1.0)) for m in members}
    else:
        raise BadValue("地区之间没有月份可均分，请选平均分或按上年比重。")
    values = _rounded(whole.value, list(weights_of.values()), indicator.decimals)
    total = sum(weights_of.values())
    shares = tuple(
        Share(
            whole.key._replace(region=member.code),
            member.name,
            weights_of[member.code] / total,
            given.get(member.code, value),
            member.code in given,
            _standing(snapshot, whole.key._replace(region=member.code)),
            weights_of[member.code]
            if method is Method.OWN
            else 100 * weights_of[member.code] / total,
        )
        for member, value in zip(members, values, strict=True)
    )
    return Split(whole, indicator, shares, cumulative=False)


def _checked(snapshot: Snapshot, whole: Target) -> Indicator:
    indicator = snapshot.indicator(whole.key.indicator)
    if indicator.kind is not MeasureKind.FLOW or whole.key.measure is not Measure.AMOUNT:
        raise BadValue(f"{indicator.name}不是累计量，目标不能分解。")
    if whole.comparator not in (Comparator.AT_LEAST, Comparator.AT_MOST):
        raise BadValue(f"{indicator.name}的目标不是一个数（≥ 或 ≤），不能分解。")
    if whole.value <= 0:
        raise BadValue(f"{indicator.name}的目标是 {number(whole.value, 0)}，没有可分的。")
    return indicator


def _stage_share(snapshot: Snapshot, whole: Target, method: Method, stage: Horizon) -> float:
    if method is Method.LINEAR:
        return stage.end_month / MONTHS_IN_YEAR
    if method is Method.EQUAL:
        return (STAGES.index(stage) + 1) / len(STAGES)
    year = whole.key.year - 1
    series = series_of(snapshot, whole.key.indicator, whole.key.region)
    part = series.read(Measure.AMOUNT, Month(year, stage.end_month))
    all_year = series.read(Measure.AMOUNT, Month(year, MONTHS_IN_YEAR))
    if part is None or all_year is None or all_year.value <= 0:
        name = series.indicator.name
        raise BadValue(f"{name} {year} 年的数不全，不能按上年比重分；请选按月均分。")
    return part.value / all_year.value


def _even(stage: Horizon) -> float:
    return 100 * stage.end_month / MONTHS_IN_YEAR


def _checked_weight(name: str, weight: float) -> float:
    if weight < 0:
        raise BadValue(f"{name}的比重是 {number(weight, 1)}，不能是负数。")
    return weight


def _standing(snapshot: Snapshot, key: TargetKey) -> Target | None:
    versions = snapshot.targets(key.region, key.year).get(key, ())
    last = max(versions, key=lambda one: one.effective_on, default=None)
    return None if last is None or last.withdrawn else last


def _last_year(snapshot: Snapshot, whole: Target, region: str, name: str) -> float:
    year = whole.key.year - 1
    series = series_of(snapshot, whole.key.indicator, region)
    held = series.read(Measure.AMOUNT, Month(year, MONTHS_IN_YEAR))
    if held is None or held.value < 0:
        raise BadValue(f"{name} {year} 年没有{series.indicator.name}的数，不能按上年比重分。")
    return held.value


def _rounded(whole: float, weights: Sequence[float], digits: int) -> list[float]:
    """Share a whole by weights so that the rounded parts add up to it: largest remainders first."""
    total = sum(weights)
    if total <= 0:
        raise BadValue("比重合计是 0，不能按比重分；请改比重，或选平均分。")
    unit = 10.0**-digits
    # The share comes first: a product with a very small weight would lose its digits.
    exact = [whole * (weight / total) / unit for weight in weights]
    floors = [float(int(value + 1e-9)) for value in exact]
    missing = round(whole / unit - sum(floors))
    order = sorted(range(len(exact)), key=lambda n: floors[n] - exact[n])
    for n in order[: max(0, missing)]:
        floors[n] += 1
    return [round_half_up(value * unit, digits) for value in floors]
