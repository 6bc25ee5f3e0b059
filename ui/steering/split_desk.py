"""SplitDesk: 目标分解: what is split how, what a person set instead, and what that comes to."""

from dataclasses import dataclass, field

from tracker.errors import BadValue
from tracker.exchange.numerals import read_number
from tracker.indicators import Measure, Target, TargetKey
from tracker.periods import Horizon, Month
from tracker.splitting import (
    Method,
    Share,
    Split,
    over_regions,
    over_stages,
    refuse_negative,
    split_doubts,
)
from ui.session import Session

STAGES, REGIONS = "stages", "regions"


@dataclass(slots=True)
class _Typed:
    """What a person set instead of the rule's: by horizon, or by the code of a region."""

    values: dict[str, float] = field(default_factory=dict)
    weights: dict[str, float] = field(default_factory=dict)


class SplitDesk:
    """Every method raises TrackerError and then changed nothing."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.over = STAGES
        self.methods = {STAGES: Method.LINEAR, REGIONS: Method.EQUAL}
        self._typed = {STAGES: _Typed(), REGIONS: _Typed()}
        self.whole: Target | None = None

    @property
    def method(self) -> Method:
        """Where the shares come from, of what is being split over."""
        return self.methods[self.over]

    @property
    def unit(self) -> str:
        """The unit of the target that is split."""
        whole = self.whole
        return "" if whole is None else self._session.snapshot.indicator(whole.key.indicator).unit

    @property
    def name(self) -> str:
        """Name what is split: 甘肃省 招商引资到位资金 2023 年全年目标."""
        whole = self.whole
        if whole is None:
            return ""
        snapshot = self._session.snapshot
        place = snapshot.region(whole.key.region).name
        return f"{place}{snapshot.indicator(whole.key.indicator).name} {whole.key.year} 年全年目标"

    def begin(self, key: TargetKey) -> None:
        """Split the annual target of an indicator's line. Raises BadValue where there is none."""
        snapshot = self._session.snapshot
        annual = key._replace(horizon=Horizon.FY, measure=Measure.AMOUNT)
        whole = snapshot.target_in_force(annual, Month(key.year, 12))
        indicator = snapshot.indicator(key.indicator)
        if whole is None:
            place = snapshot.region(key.region).name
            raise BadValue(
                f"{place}{indicator.name} {key.year} 年没有全年目标，先填好全年目标再分解。"
            )
        over_stages(snapshot, whole, Method.LINEAR)  # says why it cannot be split at all
        self.whole, self.over = whole, STAGES
        self.methods = {STAGES: Method.LINEAR, REGIONS: Method.EQUAL}
        self._typed = {STAGES: _Typed(), REGIONS: _Typed()}

    def made(self) -> Split:
        """Return the split as it is chosen now."""
        assert self.whole is not None
        snapshot, typed = self._session.snapshot, self._typed[self.over]
        if self.over == REGIONS:
            return over_regions(snapshot, self.whole, self.method, typed.values, typed.weights)
        return over_stages(
            snapshot,
            self.whole,
            self.method,
            {Horizon(name): value for name, value in typed.values.items()},
            {Horizon(name): value for name, value in typed.weights.items()},
        )

    def doubts(self, made: Split) -> tuple[str, ...]:
        """Return what speaks against a split, in sentences."""
        return split_doubts(made)

    def set_value(self, share: Share, text: str) -> None:
        """Set one part as typed; blank text gives it back to the rule. Raises BadValue."""
        self._set(self._typed[self.over].values, share, text, self.unit)

    def set_weight(self, share: Share, text: str) -> None:
        """Set one part's weight as typed: 3, or 45%; blank text takes it back. Raises BadValue."""
        self._set(self._typed[self.over].weights, share, text.strip().rstrip("%％"), "")

    def write(self, document: str, reason: str) -> str:
        """Write every part as one undo step; return what was done."""
        made = self.made()
        refuse_negative(made)
        text = f"分解{self.name}"
        changes = self._session.record(made.edits(reason.strip() or "目标分解", document), text)
        count = len(changes.targets)
        return (
            f"已分解{self.name}，写入 {count} 个目标" if count else "这些目标已经是这样，没有变化"
        )

    def _set(self, held: dict[str, float], share: Share, text: str, unit: str) -> None:
        name = share.key.region if self.over == REGIONS else share.key.horizon.value
        value = read_number(text, unit)
        if value is None:
            held.pop(name, None)
        else:
            held[name] = value
