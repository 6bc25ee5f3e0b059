"""What the words around a table say: its title, the sheet's name, notes, and a person's answers."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from tracker.exchange.importing.period_words import Period, Span
from tracker.exchange.importing.plan import Hints
from tracker.exchange.importing.unit_words import PERCENT
from tracker.exchange.importing.vocabulary import Words
from tracker.indicators import Basis, Measure, Status

_Said = TypeVar("_Said", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for a whole table unless a row or column says otherwise.

    `answers` are the fields of Hints that were needed; `trouble` is a sentence when an answer
    contradicts what the table says.
    """

    indicator: str = ""
    measure: Measure | None = None
    basis: Basis | None = None
    units: tuple[str, ...] = ()
    period: Period = Period()
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
    )
    if measure is Measure.GROWTH and units and PERCENT not in units:
        measure = None
    if measure is Measure.AMOUNT and set(units) == {PERCENT}:
        measure = None
    basis = _first([_bases(level) for level in levels])
    year, month, span = _period(levels)
    if basis is None and month is not None and span is Span.TO_DATE:
        basis = Basis.YTD
    found = {
        "indicator": indicator,
        "measure": measure,
        "basis": basis,
        "year": year,
        "month": month,
    }
    settled, answers, trouble = _answered(found, asked, remembered)
    status = _first([{one for words in level for one in words.statuses} for level in levels])
    return Context(
        settled["indicator"] or "",
        settled["measure"],
        settled["basis"],
        units,
        Period(settled["year"], settled["month"], span),
        _first([{one for words in level for one in words.regions} for level in levels])
        or asked.region
        or "",
        None if status is Status.FLASH else status,
        answers,
        trouble,
    )


def _answered(
    found: dict[str, object], asked: Hints, remembered: Hints
) -> tuple[dict[str, object], frozenset[str], str]:
    """Add the answers where the words say nothing; a contradiction is told, never settled."""
    settled: dict[str, object] = {}
    answers: set[str] = set()
    trouble = ""
    for name, value in found.items():
        answer = getattr(asked, name)
        if value is None:
            value = answer if answer is not None else getattr(remembered, name)
            if value is not None:
                answers.add(name)
        elif answer is not None and answer != value:
            trouble = f"表里写的是 {value}，--{name} 给的是 {answer}，两个不一致，请核对"
        settled[name] = value
    return settled, frozenset(answers), trouble


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
