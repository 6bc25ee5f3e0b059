"""What the words around a table say: its title, the sheet's name, notes, and a person's answers."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from tracker.exchange.importing.period_words import NO_PERIOD, Period, Span
from tracker.exchange.importing.plan import Hints
from tracker.exchange.importing.unit_words import PERCENT
from tracker.exchange.importing.vocabulary import Words
from tracker.indicators import Basis, Measure, Status

_Said = TypeVar("_Said", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for a whole table unless a row or column says otherwise; `region` is the code of
    the region that the words name.

    `answers` are the fields of Hints that were needed; `trouble` is a sentence when an answer
    contradicts what the table says.
    """

    indicator: str = ""
    measure: Measure | None = None
    basis: Basis | None = None
    units: tuple[str, ...] = ()
    period: Period = NO_PERIOD
    region: str = ""
    status: Status | None = None
    answers: frozenset[str] = frozenset()
    trouble: str = ""


def read_context(levels: Sequence[Sequence[Words]], asked: Hints, remembered: Hints) -> Context:
    """Read the words around a table, the weightiest level first.

    A level that names two of a kind settles nothing, and neither does a level below it. `asked`
    are a person's answers, `remembered` those given for an earlier table of the same shape.
    """
    indicator = _first([_indicators(level) for level in levels])
    measure = _first([{one for words in level for one in words.measures} for level in levels])
    units = tuple(
        dict.fromkeys(unit for level in levels for words in level for unit in words.units)
    ) or (() if asked.unit is None else (asked.unit,))
    if measure is Measure.GROWTH and units and PERCENT not in units:
        measure = None
    if measure is Measure.AMOUNT and set(units) == {PERCENT}:
        measure = None
    basis = _first([_bases(level) for level in levels])
    year, month, span = _period(levels)
    if basis is None and month is not None and span is Span.TO_DATE:
        basis = Basis.YTD
    answer = _Answers(asked, remembered)
    return Context(
        answer.settle("indicator", indicator) or "",
        answer.settle("measure", measure),
        answer.settle("basis", basis),
        units,
        Period(answer.settle("year", year), answer.settle("month", month), span),
        _first([{one for words in level for one in words.regions} for level in levels]) or "",
        _status(levels),
        frozenset(answer.used),
        answer.trouble,
    )


class _Answers:
    """Adds a person's answers where the words say nothing; tells where they contradict."""

    def __init__(self, asked: Hints, remembered: Hints) -> None:
        self._asked = asked
        self._remembered = remembered
        self.used: set[str] = set()
        self.trouble = ""

    def settle(self, name: str, said: _Said | None) -> _Said | None:
        """Return what the words say, else the answer to a question of this name."""
        answer: _Said | None = getattr(self._asked, name)
        if said is not None:
            if answer is not None and answer != said:
                self.trouble = f"表里写的是 {said}，--{name} 给的是 {answer}，两个对不上，请核对"
            return said
        settled: _Said | None = answer
        if settled is None:
            settled = getattr(self._remembered, name)
        if settled is not None:
            self.used.add(name)
        return settled


def _status(levels: Sequence[Sequence[Words]]) -> Status | None:
    """Return the status that the first level gives; 快报 is what figures are anyway."""
    status = _first([{one for words in level for one in words.statuses} for level in levels[:1]])
    return None if status is Status.FLASH else status


def _first(levels: Sequence[set[_Said]]) -> _Said | None:
    """Return the only thing that the first level with any says; None when it says several."""
    for said in levels:
        if said:
            return next(iter(said)) if len(said) == 1 else None
    return None


def _indicators(level: Sequence[Words]) -> set[str]:
    """Return the indicators that a level names; one inside other words makes the level unclear."""
    named = {one for words in level for one in words.indicators}
    doubtful = any(words.doubtful and words.indicators for words in level)
    return named | {""} if doubtful else named


def _bases(level: Sequence[Words]) -> set[Basis]:
    return {one for words in level for one in words.bases if one is not Basis.BALANCE}


def _period(levels: Sequence[Sequence[Words]]) -> tuple[int | None, int | None, Span]:
    """Return year, month and span; each from the first level that has any."""
    years: list[set[int]] = []
    months: list[set[tuple[int, Span]]] = []
    for level in levels:
        periods = [period for words in level for period in words.periods]
        years.append({period.year for period in periods if period.year is not None})
        months.append({(one.month, one.span) for one in periods if one.month is not None})
        if any(period.part for period in periods):
            years[-1] |= {0, -1}
            months[-1] |= {(0, Span.NONE), (-1, Span.NONE)}
    month, span = _first(months) or (None, Span.NONE)
    return _first(years), month, span
