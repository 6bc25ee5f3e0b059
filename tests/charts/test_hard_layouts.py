"""Whatever regions and histories hold, labels keep apart, stay inside and never get too small."""

import pytest

from tests.charts.difficult_pictures import SIZES, captions, failures, region_draws
from tests.charts.difficult_regions import difficult_standings
from tests.charts.hard_charts import outcome
from tests.charts.titles_typed import TITLES, title_draws
from tracker.charts.presets import PRESETS
from tracker.charts.ranking import RankingPicture, draw_ranking
from tracker.charts.style import chart_style


@pytest.mark.parametrize("seed", range(12))
def test_difficult_regions_and_histories_stay_readable(seed: int) -> None:
    size = PRESETS[SIZES[(seed // 2 + seed) % len(SIZES)]]
    draws = region_draws(seed, size)
    broken = {name: found for name, draw in draws if (found := failures(draw()))}
    assert broken == {}


def test_regions_that_do_not_fit_are_counted() -> None:
    held = difficult_standings(1, 103, "calm")
    picture = RankingPicture(held, captions("标题", held.as_of), ("副标题",), (), "较上年")
    canvas = draw_ranking(picture, chart_style(PRESETS["slide"]))
    texts = [text.text for text in canvas.texts]
    assert any(text.startswith("其余") and text.endswith("个地区见表") for text in texts)
    assert {"1", "103"} <= set(texts)


def test_a_value_far_beyond_all_others_is_cut_and_keeps_its_number() -> None:
    held = difficult_standings(3, 15, "lopsided")
    picture = RankingPicture(held, captions("标题", held.as_of), ("副标题",), (), "较上年")
    canvas = draw_ranking(picture, chart_style(PRESETS["slide"]))
    assert "200.0" in {text.text for text in canvas.texts}
    assert not any(text.text.startswith(("100", "150", "200%")) for text in canvas.texts)


@pytest.mark.parametrize("title", TITLES)
def test_a_title_as_people_type_it_is_drawn_or_refused_in_a_sentence(title: str) -> None:
    for one in title_draws(TITLES.index(title)):
        kind, said = outcome(one)
        assert kind != "broken", said


def test_line_breaks_of_a_title_become_spaces() -> None:
    canvas = title_draws(TITLES.index("时间过半\n任务过半"))[1][1]()
    assert "时间过半 任务过半" in {text.text for text in canvas.texts}
