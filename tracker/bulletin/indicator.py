"""The sentences about one indicator in a region, in the form that domain.md section 8 fixes."""

from collections.abc import Iterator

from tracker.bulletin.changes import growth_words, spoken_end, spoken_period, step_words
from tracker.bulletin.sentence import Part, Sentence, joined
from tracker.indicators import CellKey, Indicator, Measure, MeasureKind, RegionLevel
from tracker.outlook.comparison import against_nation, nation_words, record_words, record_years
from tracker.periods import Month
from tracker.progress import indicator_rows
from tracker.progress.gaps import is_met
from tracker.progress.result import Progress
from tracker.readings import Reading, Series, series_of
from tracker.snapshot import Snapshot
from tracker.wording import number, official, ordinal, plain, share


def indicator_sentences(
    snapshot: Snapshot, indicator_id: str, region: str, as_of: Month
) -> tuple[Sentence, ...]:
    """Return what is to be said: the figure and its task, the year's progress, and the movement.

    Nothing for an indicator without a figure by then. Raises UnknownName.
    """
    rows = indicator_rows(snapshot, indicator_id, region, as_of)
    headline = next((row for row in rows if row.headline), None)
    if headline is None or headline.month is None or headline.value is None:
        return ()
    teller = _Teller(snapshot, headline, rows)
    return tuple(teller.sentences())


class _Teller:
    """Tells about one indicator; every number goes through `_number`, which ties it to its cell."""

    def __init__(self, snapshot: Snapshot, headline: Progress, rows: list[Progress]) -> None:
        assert headline.month is not None
        self._snapshot = snapshot
        self._row = headline
        self._rows = rows
        self._month: Month = headline.month
        self._series: Series = series_of(snapshot, headline.indicator.id, headline.region)

    @property
    def _indicator(self) -> Indicator:
        return self._row.indicator

    @property
    def _is_price(self) -> bool:
        """Say whether the indicator rises rather than grows."""
        return self._indicator.kind is MeasureKind.RATE and self._indicator.name.endswith("涨幅")

    @property
    def _what(self) -> str:
        return "涨幅" if self._is_price else "增速"

    def sentences(self) -> Iterator[Sentence]:
        """Yield the sentences in their order."""
        yield joined(self._main(), self._indicator.id)
        year = joined(self._progress(), self._indicator.id)
        if len(year.parts) > 1:
            yield year
        step = joined(self._movement(), self._indicator.id)
        if len(step.parts) > 1:
            yield step

    def _main(self) -> Iterator[tuple[Part, ...]]:
        """The figure, its growth, the task it meets or misses, nation, rank and record."""
        row, indicator = self._row, self._indicator
        stock = indicator.kind is MeasureKind.STOCK
        if self._month < row.as_of and not stock:
            quarterly = self._month.month % 3 == 0 and not row.pending
            told = spoken_period(self._month.month) if quarterly else f"截至{self._month.month}月"
            yield (Part(told),)
        place = self._snapshot.region(row.region)
        whole = "全省" if place.level is RegionLevel.PROVINCE else place.name
        if stock:
            yield (Part(spoken_end(self._month)),)
        subject = f"{whole}{indicator.name}" if stock else indicator.name
        if self._is_price:
            subject = indicator.name.removesuffix("涨幅")
        amount = self._read(Measure.AMOUNT)
        growth = self._read(Measure.GROWTH)
        task = self._task()
        if amount is not None and indicator.unit != "%" and indicator.kind is not MeasureKind.RATE:
            yield (Part(subject), self._number(amount, Measure.AMOUNT), Part(indicator.unit))
            if row.measure is Measure.AMOUNT and task:
                yield (Part(task),)
            if growth is not None:
                yield self._growth(growth)
        elif growth is not None:
            yield (Part(subject), *self._growth(growth))
        else:
            held = self._read(row.measure)
            if held is not None:
                yield (Part(subject), self._number(held, row.measure), Part(row.unit))
        if row.measure is not Measure.AMOUNT and task:
            yield (Part(task),)
        yield from self._besides()

    def _besides(self) -> Iterator[tuple[Part, ...]]:
        beside = against_nation(self._snapshot, self._row)
        if beside is not None:
            yield (Part(f"{self._what}{nation_words(beside)}"),)
        rank = self._series.entered(Measure.RANK, self._month)
        if rank is not None:
            cell = self._cell(Measure.RANK)
            yield (Part("居全国第"), Part(ordinal(round(rank.value)), cell, rank.value))
        years = record_years(self._snapshot, self._row)
        if years is not None:
            yield (Part(record_words(self._row, years)),)

    def _task(self) -> str:
        """Say what the headline's own task of a shorter period came to; empty for the year's."""
        row = self._row
        if row.pending or row.target is None or row.horizon is None or row.gap is None:
            return ""
        if row.horizon.value == "FY" or not is_met(row.gap):
            return ""
        if row.target.comparator != "at_least":
            return ""
        if row.measure is Measure.AMOUNT:
            return f"超额完成{plain(row.target.value)}{row.unit}目标任务"
        shown = number(row.target.value, 0) if row.target.value == int(row.target.value) else plain(
            row.target.value
        )  # fmt: skip
        return f"超额完成{row.horizon.label}增长{shown}%的目标任务"

    def _progress(self) -> Iterator[tuple[Part, ...]]:
        """The annual task: share done and pace for a flow, the gap for a growth."""
        year = next(
            (row for row in self._rows if row.horizon is not None and row.horizon.value == "FY"),
            None,
        )
        if year is None or year.pending or year.target is None or year.value is None:
            return
        if year.completion is not None and year.pace_gap_pp is not None and not year.is_ceiling:
            ratio = share(year.completion, line=1.0)
            target = f"{plain(year.target.value)}{year.unit}"
            held = self._read(Measure.AMOUNT)
            tie = (self._cell(Measure.AMOUNT), None if held is None else _entered(held))
            yield (Part(f"完成全年{target}目标任务的"), Part(f"{ratio}%", *tie))
            side = "超" if year.pace_gap_pp >= 0 else "低于"
            gap = official(number(abs(year.pace_gap_pp), 1))
            yield (Part(f"{side}序时进度"), Part(f"{gap}个百分点", *tie))
        elif year.measure is Measure.GROWTH and year.gap is not None and not is_met(year.gap):
            gap = official(number(abs(year.gap), self._indicator.growth_decimals))
            told = "目标" if self._row.horizon is year.horizon else "全年目标"
            yield (Part(f"低于{told}{gap}个百分点"),)

    def _movement(self) -> Iterator[tuple[Part, ...]]:
        """How the growth moved since the period before in the same year."""
        now = self._read(Measure.GROWTH)
        if now is None or now.derived:
            return  # how a derived growth moves says more of its base than of the work
        due = self._indicator.calendar.last_due(self._month.month - 1)
        if not due:
            return
        before = self._series.read(Measure.GROWTH, Month(self._month.year, due))
        if before is None:
            return
        since = (
            spoken_end(Month(self._month.year, due))
            if self._indicator.kind is MeasureKind.STOCK
            else spoken_period(due)
        )
        digits = self._indicator.growth_decimals
        words = step_words(now.value, before.value, since, digits, self._what)
        yield (Part(words, self._cell(Measure.GROWTH), _entered(now)),)

    def _growth(self, growth: Reading) -> tuple[Part, ...]:
        digits = self._indicator.growth_decimals
        words = growth_words(growth.value, digits, "上涨" if self._is_price else "增长")
        return (Part(words, self._cell(Measure.GROWTH), _entered(growth)),)

    def _number(self, reading: Reading, measure: Measure) -> Part:
        text = plain(reading.value) if not reading.derived else official(
            number(reading.value, self._indicator.decimals_of(measure))
        )  # fmt: skip
        return Part(text, self._cell(measure), _entered(reading))

    def _read(self, measure: Measure) -> Reading | None:
        return self._series.read(measure, self._month)

    def _cell(self, measure: Measure) -> CellKey:
        indicator = self._indicator
        return CellKey(
            indicator.id, self._row.region, self._month, measure, indicator.basis_of(measure)
        )


def _entered(reading: Reading) -> float | None:
    """Return what the cell itself holds: nothing, where the figure is derived from others."""
    return None if reading.actual is None else reading.actual.value
