"""Growth, all courses, the fan and the poster stay readable whatever the figures are."""

import random

import pytest

from tests.charts.conftest import MADE_ON
from tests.in_memory import CATALOGUE, NATION, PROVINCE, Figures
from tracker.charts.checks import run_checks
from tracker.charts.gallery import GALLERY, ChartRequest, draw, title_candidates
from tracker.errors import TrackerError
from tracker.indicators import Measure
from tracker.periods import Month

CHARTS = ("growth", "multiples", "trajectory", "poster")
RATES = ("gdp", "industrial_output", "fixed_investment", "loan_balance", "cpi", "retail_sales")


def difficult_figures(seed: int) -> tuple[Figures, Month]:
    """Make up three to nine years of figures for some or all indicators."""
    dice = random.Random(seed)
    as_of = Month(2023, dice.choice((1, 2, 4, 6, 7, 11, 12)))
    held = Figures(settings={"sample": "1"})
    size = dice.choice((1.0, 0.01, 123456789.0))
    ids = dice.sample(list(CATALOGUE.indicators), dice.choice((5, 17, len(CATALOGUE.indicators))))
    for one in (*ids, "fiscal_revenue", "industrial_output"):
        indicator = CATALOGUE.indicator(one)
        rate = indicator.judged_by is Measure.GROWTH or indicator.unit == "%"
        held.target(one, "FY", dice.uniform(3, 9) if rate else 1000 * size)
        for year in range(dice.choice((2014, 2022)), 2024):
            total = 0.0
            for month in indicator.calendar.months:
                total += dice.uniform(50, 110) * size
                late = (year, month) > as_of
                if late or dice.random() < 0.08:
                    continue
                value = dice.uniform(-20, 25) * dice.choice((1, 1, 1, 8)) if rate else total
                held.actual(one, f"{year}-{month:02d}", value)
                if rate:
                    held.actual(one, f"{year}-{month:02d}", value / 3, region=NATION)
    return held, as_of


@pytest.mark.parametrize("seed", range(36))
def test_difficult_courses_stay_readable(seed: int) -> None:
    held, as_of = difficult_figures(seed)
    snapshot = held.snapshot()
    for chart in CHARTS:
        sizes = GALLERY[chart].presets
        for number, indicator in enumerate(("fiscal_revenue", "industrial_output")):
            size = sizes[(seed + number) % len(sizes)].id
            named = indicator if GALLERY[chart].needs_indicator else None
            step = ("standard", "large")[seed % 2]
            asked = ChartRequest(chart, PROVINCE, as_of, MADE_ON, size, named, text_step=step)
            assert title_candidates(snapshot, asked)
            failed = [c.detail for c in run_checks(draw(snapshot, asked), is_sample=True)
                      if not c.passed]  # fmt: skip
            assert failed == [], (chart, size, step)


@pytest.mark.parametrize(
    "chart", [chart for chart in GALLERY if chart not in ("board", "trajectory")]
)
def test_a_chart_without_any_figure_is_refused_in_a_sentence(chart: str) -> None:
    entry = GALLERY[chart]
    indicator = "funds_in_place" if entry.needs_indicator else None
    asked = ChartRequest(chart, PROVINCE, Month(2023, 4), MADE_ON, entry.presets[0].id, indicator)
    with pytest.raises(TrackerError, match="请"):
        draw(Figures().snapshot(), asked)


def test_one_value_is_enough_for_a_growth_chart_and_a_poster() -> None:
    snapshot = Figures(settings={"sample": "1"}).actual("gdp", "2023-03", 6.7).snapshot()
    growth = ChartRequest("growth", PROVINCE, Month(2023, 3), MADE_ON, indicator="gdp")
    canvas = draw(snapshot, growth)
    assert all(check.passed for check in run_checks(canvas, is_sample=True))
    assert "6.7%" in {text.text for text in canvas.texts}
