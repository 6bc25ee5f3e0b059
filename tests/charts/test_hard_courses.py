"""Growth, all courses, the fan and the poster stay readable whatever the figures are."""

import pytest

from tests.charts.conftest import MADE_ON
from tests.charts.difficult_pictures import course_draws
from tests.charts.hard_charts import outcome
from tests.in_memory import PROVINCE, Figures
from tracker.charts.checks import run_checks
from tracker.charts.gallery import GALLERY, ChartRequest, draw
from tracker.errors import TrackerError
from tracker.periods import Month


@pytest.mark.parametrize("seed", range(10))
def test_difficult_courses_stay_readable(seed: int) -> None:
    outcomes = {one[0]: outcome(one) for one in course_draws(seed)}
    assert {name: said for name, (kind, said) in outcomes.items() if kind == "broken"} == {}


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
