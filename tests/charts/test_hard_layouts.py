"""Whatever regions and histories hold, labels keep apart, stay inside and never get too small."""

from collections.abc import Callable

import pytest

from tests.charts.conftest import MADE_ON
from tests.charts.difficult_regions import (
    difficult_history,
    difficult_parts,
    difficult_ranks,
    difficult_standings,
)
from tracker.charts.canvas import Canvas
from tracker.charts.checks import run_checks
from tracker.charts.contribution import ContributionPicture, draw_contribution
from tracker.charts.contribution_titles import contribution_titles
from tracker.charts.frame import Captions
from tracker.charts.heat import HeatPicture, draw_heat
from tracker.charts.heat_layouts import HEATS
from tracker.charts.heat_titles import heat_titles
from tracker.charts.light_keys import NOT_REPORTED, both_key, growth_key
from tracker.charts.movement import MovementPicture, draw_movement
from tracker.charts.movement_titles import movement_titles
from tracker.charts.presets import PRESETS, Preset
from tracker.charts.ranking import RankingPicture, draw_ranking
from tracker.charts.region_titles import ranking_titles, tilemap_titles
from tracker.charts.style import chart_style
from tracker.charts.tile_scale import tile_scale
from tracker.charts.tilemap import TilemapPicture, draw_tilemap
from tracker.lights import default_rules
from tracker.periods import Month

SIZES = ("slide", "a4", "square")
KINDS = ("calm", "negative", "huge", "lopsided", "share")
COUNTS = (2, 3, 5, 14, 23, 47, 103)
HOW = "一格一个地区，位置大致按方位。大字是同比增速（%），小字和颜色是与各自目标的差。"


def captions(title: str, as_of: Month) -> Captions:
    return Captions(title, "", "注。", "数据：示例。", "甘肃省", as_of, MADE_ON)


def failures(canvas: Canvas) -> list[str]:
    return [check.detail for check in run_checks(canvas, is_sample=True) if not check.passed]


def drawn(seed: int, size: Preset) -> list[tuple[str, Callable[[], Canvas]]]:
    """Return what draws each chart of made-up data, by name."""
    kind, count = KINDS[seed % len(KINDS)], COUNTS[(seed * 3) % len(COUNTS)]
    step = ("standard", "large")[seed % 2]
    style = chart_style(size, text_step=step)
    held = difficult_standings(seed, count, kind)
    rules = default_rules()
    key = growth_key(rules) if held.has_targets else ()
    subtitles = ("很长的副标题" * 20, "短的副标题")
    history = difficult_history(seed, (5, 17, 29, 41)[seed % 4], HEATS[size.id].months)
    ranks = difficult_ranks(seed, count)
    parts = difficult_parts(seed, count, "calm" if kind == "share" else kind)
    return [
        (
            "ranking",
            lambda: draw_ranking(
                RankingPicture(
                    held,
                    captions(ranking_titles(held, size)[0], held.as_of),
                    subtitles,
                    key,
                    "较上年",
                ),
                style,
            ),
        ),
        (
            "tilemap",
            lambda: draw_tilemap(
                TilemapPicture(
                    held,
                    tile_scale(held, rules),
                    captions(tilemap_titles(held, size)[0], held.as_of),
                    subtitles,
                    HOW,
                    key,
                ),
                style,
            ),
        ),
        (
            "heat",
            lambda: draw_heat(
                HeatPicture(
                    history,
                    captions(heat_titles(history, size)[0], history.as_of),
                    subtitles,
                    (*both_key(rules), NOT_REPORTED),
                ),
                style,
            ),
        ),
        (
            "movement",
            lambda: draw_movement(
                MovementPicture(
                    ranks, captions(movement_titles(ranks, size)[0], ranks.as_of), subtitles
                ),
                style,
            ),
        ),
        (
            "contribution",
            lambda: draw_contribution(
                ContributionPicture(
                    parts,
                    captions(contribution_titles(parts, size)[0], parts.as_of),
                    subtitles,
                    "全省",
                    key,
                ),
                style,
            ),
        ),
    ]


@pytest.mark.parametrize("seed", range(42))
def test_difficult_regions_and_histories_stay_readable(seed: int) -> None:
    size = PRESETS[SIZES[(seed // 2) % len(SIZES)]]
    broken = {name: found for name, draw in drawn(seed, size) if (found := failures(draw()))}
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
