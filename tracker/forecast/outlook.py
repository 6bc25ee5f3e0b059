"""The distribution of the step from now to the end, learned from the same step in past years.

Every method gives Student's t around a centre, so that two intervals and a probability follow.

- Flow: the mean of log(ytd(k) ÷ ytd(m)). A region's own mean is drawn towards that of its level as
  far as the regions differ by no more than chance (empirical Bayes, as James and Stein): the
  season is largely shared, and a handful of own years knows it badly. The spread stays its own.
- Growth so far of a RATE, from four own years on: the straight line of its change on where it
  stood by month m. A pandemic quarter of −3 % recovers and a rebound of 13 % fades because the
  year before went the other way; a plain mean of such changes says nothing, the line says how
  much returns. The interval is the textbook one for a new observation, wider the more unusual
  this year is.
- Growth of a STOCK, and of a RATE with three own years: it stays where it is, and the size of past
  changes between the same months says how surely. A balance held against the same month last
  year has no base effect to return, and a drift learned from so few years errs more than none.
  Without three own years the changes are those of the level's regions, the years counted once,
  because regions share their years.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, stdev, variance

from tracker.forecast.past import Past
from tracker.forecast.student import t_cdf, t_quantile

YEARS_NEEDED = 3
LINE_YEARS = 4
"""A line leaves n − 2 degrees of freedom; with three years the interval would be of no use."""
PEERS_NEEDED = 4
"""Drawing means towards their common mean pays from four of them on (James and Stein)."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """Student's t for one new year's step: log ratio (flow) or change in the unit (growth).

    `spread` is the standard error of a new observation, never below `grain`, the error that
    rounding to printed digits makes. A step never goes below `lowest`. `own_weight` is the part
    of the region's own mean in a flow's centre, `slope` the change for one point above the usual.
    """

    centre: float
    spread: float
    freedom: int
    years: tuple[int, ...]
    lowest: float = float("-inf")
    own_weight: float = 1.0
    slope: float | None = None
    from_peers: bool = False

    @property
    def point(self) -> float:
        """The step in the middle of the distribution."""
        return max(self.lowest, self.centre)

    def within(self, probability: float) -> tuple[float, float]:
        """Return the interval around the middle that holds a step with this probability."""
        reach = self.spread * t_quantile((1 + probability) / 2, self.freedom)
        return max(self.lowest, self.centre - reach), max(self.lowest, self.centre + reach)

    def below(self, step: float) -> float:
        """Return the probability of a smaller step."""
        if step <= self.lowest:
            return 0.0
        return t_cdf((step - self.centre) / self.spread, self.freedom)


def flow_outlook(past: Past, grain: float, least: int = YEARS_NEEDED) -> Outlook | None:
    """Learn a flow's step (log ratio) from a positive past; None with fewer than `least` years."""
    steps = {year: ends.log_ratio for year, ends in past.own.items()}
    if len(steps) < least:
        return None
    peers = [{year: ends.log_ratio for year, ends in peer.items()} for peer in past.peers]
    centre, own_weight = _drawn_to_peers(steps, peers)
    count = len(steps)
    return Outlook(
        centre=centre,
        spread=max(grain, stdev(steps.values()) * sqrt(1 + 1 / count)),
        freedom=count - 1,
        years=tuple(sorted(steps)),
        # What never fell in any year is taken not to fall in this one.
        lowest=0.0 if min(steps.values()) >= 0 else float("-inf"),
        own_weight=own_weight,
    )


def _drawn_to_peers(
    own: Mapping[int, float], peers: Sequence[Mapping[int, float]]
) -> tuple[float, float]:
    """Return the mean step drawn towards the peers' of the same years, and its own weight."""
    members = [peer for peer in peers if len(peer) >= YEARS_NEEDED]
    mean = fmean(own.values())
    if len(members) < PEERS_NEEDED or len(own) < YEARS_NEEDED:
        return mean, 1.0
    common = {
        year: fmean(member[year] for member in members if year in member)
        for year in set().union(*members)
    }
    apart = [[step - common[year] for year, step in member.items()] for member in members]
    chance = fmean(variance(member) for member in apart)
    leans = variance(fmean(member) for member in apart)
    real = max(0.0, leans - chance / fmean(len(member) for member in apart))
    error = chance / len(own)
    weight = real / (real + error) if real + error > 0 else 1.0
    beside = fmean(common[year] for year in own)
    return weight * mean + (1 - weight) * beside, weight


def line_outlook(value: float, past: Past, grain: float) -> Outlook | None:
    """Learn how a RATE moves from `value`, from a line; None with fewer than four own years."""
    return _line(value, past, grain) if len(past.own) >= LINE_YEARS else None


def still_outlook(past: Past, grain: float, least: int = YEARS_NEEDED) -> Outlook | None:
    """Learn how far growth strays, own years first, peers' second; None with too few of either."""
    from_peers = len(past.own) < least
    by_year: dict[int, list[float]] = {}
    for years in past.peers if from_peers else (past.own,):
        for year, ends in years.items():
            by_year.setdefault(year, []).append(ends.change)
    if len(by_year) < least:
        return None
    size = sqrt(fmean(fmean(change**2 for change in changes) for changes in by_year.values()))
    return Outlook(
        centre=0.0,
        spread=max(grain, size),
        # No mean was taken from the changes, so none of the years is spent on it.
        freedom=len(by_year),
        years=tuple(sorted(by_year)),
        from_peers=from_peers,
    )


def _line(value: float, past: Past, grain: float) -> Outlook:
    """Regress the change on where growth stood; the t interval of one new observation."""
    starts = [ends.start for ends in past.own.values()]
    changes = [ends.change for ends in past.own.values()]
    count, usual, mean = len(starts), fmean(starts), fmean(changes)
    width = sum((start - usual) ** 2 for start in starts)
    pairs = list(zip(starts, changes, strict=True))
    slope = sum((s - usual) * (c - mean) for s, c in pairs) / width if width > 0 else 0.0
    rest = sum((c - mean - slope * (s - usual)) ** 2 for s, c in pairs)
    freedom = count - 2
    unusual = (value - usual) ** 2 / width if width > 0 else 0.0
    return Outlook(
        centre=mean + slope * (value - usual),
        spread=max(grain, sqrt(rest / freedom * (1 + 1 / count + unusual))),
        freedom=freedom,
        years=tuple(sorted(past.own)),
        slope=slope,
    )
