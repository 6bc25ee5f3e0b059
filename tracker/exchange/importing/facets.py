"""Facets: what the headers of one row or column say together about its figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.exchange.importing.measure_words import Role
from tracker.exchange.importing.period_words import Period, joined
from tracker.exchange.importing.unit_words import PERCENT
from tracker.exchange.importing.vocabulary import Words
from tracker.indicators import Basis, Measure, Status

WHOLE_REGION = "*"
"""Stands for the region that the title names: 全市, 全县."""


@dataclass(frozen=True, slots=True)
class Facets:
    """What is said; empty or None for what is left open. `trouble` says in a sentence why the
    row or column cannot be read; region is a code.
    """

    region: str = ""
    indicator: str = ""
    period: Period | None = None
    measure: Measure | None = None
    basis: Basis | None = None
    units: tuple[str, ...] = ()
    status: Status | None = None
    role: Role | None = None
    last_year: bool = False
    trouble: str = ""


NOTHING = Facets()
_ROLES = (Role.COMPUTED, Role.ANNUAL_TARGET, Role.TARGET, Role.TOTAL)
"""What a head is that says several of them, the weightiest first."""


def joined_facets(said: Sequence[Words], region: str = "") -> Facets:
    """Put together the words of a row's or column's headers; `region` is settled elsewhere."""
    unknown = next((words for words in said if words.unknown), None)
    roles = {role for words in said for role in words.roles}
    role = next((one for one in _ROLES if one in roles), None)
    indicators = list(dict.fromkeys(one for words in said for one in words.indicators))
    periods = [period for words in said for period in words.periods]
    period = joined(periods) if periods else None
    measure, basis, clash = _measure(said)
    trouble = ""
    if unknown is not None:
        trouble = f"看不懂“{_short(unknown.text)}”里的“{_short(unknown.unknown)}”"
    elif len(indicators) > 1:
        trouble = f"“{_short(said[-1].text)}”说到了不止一个指标"
    elif periods and period is None:
        trouble = f"“{_short(_texts(said))}”不是从1月起的一段，台账不存这样的数"
    elif any(_is_growth_in_money(words) for words in said):
        trouble = f"“{_short(_texts(said))}”是增速，单位却不是%"
    elif clash:
        trouble = f"“{_short(_texts(said))}”里的口径互相矛盾"
    return Facets(
        region,
        indicators[0] if len(indicators) == 1 else "",
        period,
        measure,
        basis,
        tuple(dict.fromkeys(unit for words in said for unit in words.units)),
        next((status for words in said for status in words.statuses), None),
        role,
        any(words.last_year for words in said),
        trouble,
    )


def _is_growth_in_money(words: Words) -> bool:
    """Say whether one cell calls a growth what is none: 增长（亿元）."""
    return Measure.GROWTH in words.measures and bool(words.units) and PERCENT not in words.units


def _measure(said: Sequence[Words]) -> tuple[Measure | None, Basis | None, bool]:
    """Return measure and basis, and whether the words contradict each other."""
    measures = {measure for words in said for measure in words.measures}
    bases = {basis for words in said for basis in words.bases}
    if Measure.RANK in measures:
        return Measure.RANK, None, False
    if len(measures) > 1:
        return None, None, True
    measure = next(iter(measures), None)
    balance = Basis.BALANCE in bases
    bases -= {Basis.BALANCE}
    if len(bases) > 1:
        return measure, None, True
    if balance and measure is None:
        measure = Measure.AMOUNT
    return measure, next(iter(bases), Basis.BALANCE if balance else None), False


def _texts(said: Sequence[Words]) -> str:
    return " ".join(dict.fromkeys(words.text for words in said if words.text))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 24 else line[:23] + "…"
