"""Draws of charts from data made up to be difficult: what the quick tests and the long run share.

`make hard-charts` runs a few hundred of them (hard_charts.py), the tests a fixed sample.
"""

import random
from collections.abc import Callable
from dataclasses import replace

from tests.charts.conftest import MADE_ON, difficult_board
from tests.charts.difficult_regions import (
    difficult_history,
    difficult_parts,
    difficult_ranks,
    difficult_standings,
)
from tests.in_memory import CATALOGUE, NATION, PROVINCE, Figures
from tracker.breaks import break_setting
from tracker.charts.board import BoardPicture, draw_board
from tracker.charts.canvas import Canvas
from tracker.charts.checks import run_checks
from tracker.charts.contribution import ContributionPicture, draw_contribution
from tracker.charts.contribution_titles import contribution_titles
from tracker.charts.frame import Captions
from tracker.charts.gallery import GALLERY, ChartRequest, draw
from tracker.charts.heat import HeatPicture, draw_heat
from tracker.charts.heat_layouts import HEATS
from tracker.charts.heat_titles import heat_titles
from tracker.charts.light_keys import NOT_REPORTED, both_key, growth_key
from tracker.charts.movement import MovementPicture, draw_movement
from tracker.charts.movement_titles import movement_titles
from tracker.charts.presets import Preset
from tracker.charts.ranking import RankingPicture, draw_ranking
from tracker.charts.region_titles import ranking_titles, tilemap_titles
from tracker.charts.style import chart_style
from tracker.charts.tile_scale import tile_scale
from tracker.charts.tilemap import TilemapPicture, draw_tilemap
from tracker.events import event_of
from tracker.indicators import Measure
from tracker.lights import default_rules
from tracker.periods import Month
from tracker.plots.axis_notes import AxisNote
from tracker.snapshot import Snapshot

Draw = tuple[str, Callable[[], Canvas]]
"""The chart's name with its size, and what draws it."""

SIZES = ("slide", "a4", "square", "word")
KINDS = ("calm", "negative", "huge", "lopsided", "share")
COUNTS = (2, 3, 5, 14, 23, 47, 86, 103)
HOW = "一格一个地区，位置大致按方位。大字是同比增速（%），小字和颜色是与各自目标的差。"
COURSES = ("growth", "multiples", "trajectory", "poster", "heat")
OF_ONE = ("fiscal_revenue", "industrial_output")
_LETTERS = "招商引资大会重大项目集中开工统计口径核实防汛抗旱"


def failures(canvas: Canvas) -> list[str]:
    return [check.detail for check in run_checks(canvas, is_sample=True) if not check.passed]


def captions(title: str, as_of: Month) -> Captions:
    return Captions(title, "", "注。", "数据：示例。", "甘肃省", as_of, MADE_ON)


def region_draws(seed: int, size: Preset) -> list[Draw]:
    """Return what draws each chart of regions and histories made up to be difficult, by name."""
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
                    ranks,
                    captions(movement_titles(ranks, size)[0], ranks.as_of),
                    subtitles,
                    (
                        AxisNote(2023, 1.5, "2 月 重大项目集中开工"),
                        AxisNote(2023, 1.0, "不可比", True),
                    ),
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


def board_draws(seed: int, size: Preset) -> list[Draw]:
    """Return what draws a board of 0 to 41 rows with long names and huge numbers."""
    board = difficult_board(seed)
    words = "累计类占年度目标，%；增速类与目标之差，百分点"
    held = replace(captions("八项任务六项过半", board.as_of), subtitle=words)
    style = chart_style(size, text_step=("standard", "large")[seed % 2])
    return [("board", lambda: draw_board(BoardPicture(board, held), style))]


def difficult_notes(seed: int) -> dict[str, str]:
    """Return the settings of up to nine events and some breaks, on the courses' indicators."""
    dice = random.Random(seed)
    found = {}
    for number in range(dice.choice((0, 1, 4, 9))):
        when = f"{dice.choice((2022, 2023))}-{dice.randint(1, 12):02d}"
        when += dice.choice(("", f"-{dice.randint(1, 28):02d}"))
        text = "".join(dice.choice(_LETTERS) for _ in range(dice.randint(1, 20)))
        event = event_of(f"e{number}", PROVINCE, when, text, dice.choice((None, *OF_ONE)))
        found[event.setting] = event.written()
    for indicator in OF_ONE:
        if dice.random() < 0.4:
            found[break_setting(indicator)] = (
                f"{dice.choice((2022, 2023))}-{dice.randint(1, 12):02d}"
            )
    return found


def difficult_figures(seed: int) -> tuple[Figures, Month]:
    """Make up figures for some or all indicators: years of them, one value, or no target."""
    dice = random.Random(seed)
    as_of = Month(2023, dice.choice((1, 2, 4, 6, 7, 11, 12)))
    held = Figures(settings={"sample": "1", **difficult_notes(seed)})
    size = dice.choice((1.0, 0.01, 123456789.0))
    lack = dice.choice(("", "", "", "", "targets", "figures", "all but one figure"))
    ids = dice.sample(list(CATALOGUE.indicators), dice.choice((5, 17, len(CATALOGUE.indicators))))
    first = dice.choice((2014, 2022))
    for one in (*ids, *OF_ONE):
        indicator = CATALOGUE.indicator(one)
        rate = indicator.judged_by is Measure.GROWTH or indicator.unit == "%"
        if lack != "targets":
            held.target(one, "FY", dice.uniform(3, 9) if rate else 1000 * size)
        for year in range(first, 2024):
            total = 0.0
            for month in indicator.calendar.months:
                total += dice.uniform(50, 110) * size
                late = (year, month) > as_of
                if late or dice.random() < 0.08 or lack == "figures":
                    continue
                value = dice.uniform(-20, 25) * dice.choice((1, 1, 1, 8)) if rate else total
                held.actual(one, f"{year}-{month:02d}", value)
                if rate:
                    held.actual(one, f"{year}-{month:02d}", value / 3, region=NATION)
                if lack == "all but one figure":
                    return held, as_of
    return held, as_of


def course_draws(seed: int) -> list[Draw]:
    """Return what draws the charts along an axis of time, each in another size."""
    held, as_of = difficult_figures(seed)
    snapshot = held.snapshot()
    found = []
    for chart in COURSES:
        sizes = GALLERY[chart].presets
        for number, indicator in enumerate(OF_ONE):
            size = sizes[(seed + number) % len(sizes)].id
            named = indicator if GALLERY[chart].needs_indicator else None
            step = ("standard", "large")[seed % 2]
            asked = ChartRequest(chart, PROVINCE, as_of, MADE_ON, size, named, text_step=step)
            found.append((f"{chart} {size}", _drawer(snapshot, asked)))
    return found


def _drawer(snapshot: Snapshot, asked: ChartRequest) -> Callable[[], Canvas]:
    return lambda: draw(snapshot, asked)
