"""The rule presets, and the copy that a ledger may keep."""

import pytest

from tests.in_memory import PROVINCE, Figures
from tracker.errors import BadValue, UnknownName
from tracker.indicators import Light
from tracker.lights import (
    COPY_SETTING,
    DEFAULT_PRESET,
    PRESET_SETTING,
    missing_preset,
    preset_names,
    presets,
    read_rules,
    rules_of,
)
from tracker.periods import Month
from tracker.progress import Progress, headline_rows, light_word


def judged(figures: Figures, preset: str, region: str = PROVINCE) -> Progress:
    """Return the headline row under a preset, in June."""
    snapshot = figures.snapshot()
    rules = rules_of(snapshot.settings, preset)
    return headline_rows(snapshot, region, Month(2023, 6), rules)[0]


def flow(completion: float) -> Figures:
    """A task that is this share done in June."""
    return (
        Figures()
        .target("fiscal_revenue", "FY", 100)
        .actual("fiscal_revenue", "2023-06", completion * 100)
    )


def growth(value: float) -> Figures:
    """A growth against 8 %."""
    return Figures().target("retail_sales", "FY", 8).actual("retail_sales", "2023-06", value)


@pytest.mark.parametrize(
    ("completion", "light", "word"),
    [
        (0.50, Light.GREEN, "达标"),
        (0.41, Light.GREEN, "接近"),
        (0.40, Light.YELLOW, "临界"),
        (0.20, Light.YELLOW, "临界"),
        (0.19, Light.RED, "滞后"),
    ],
)
def test_yinchuan_calls_within_ten_points_close(completion: float, light: Light, word: str) -> None:
    row = judged(flow(completion), "银川2025")
    assert (row.light, light_word(row)) == (light, word)


@pytest.mark.parametrize(
    ("value", "light"), [(8.0, Light.GREEN), (6.1, Light.YELLOW), (6.0, Light.RED)]
)
def test_gansu_is_yellow_above_two_points_short(value: float, light: Light) -> None:
    assert judged(growth(value), "甘肃2011").light is light


@pytest.mark.parametrize(
    ("own", "other", "light"),
    [(9, 8, Light.GREEN), (9, 11, Light.YELLOW), (7, 5, Light.YELLOW), (-0.1, -3, Light.RED)],
)
def test_tianjin_asks_for_the_target_and_the_average_of_peers(
    own: float, other: float, light: Light
) -> None:
    figures = Figures().target("gdp", "FY", 8, region="620600")
    figures.actual("gdp", "2023-06", own, region="620600")
    figures.actual("gdp", "2023-06", other, region="620300")
    assert judged(figures, "天津2022", "620600").light is light


def test_a_region_without_peers_is_held_against_its_target_alone() -> None:
    assert judged(growth(8.0), "天津2022").light is Light.GREEN


def test_a_ledger_names_its_preset_and_may_keep_an_edited_copy() -> None:
    assert rules_of({}).name == "默认"
    assert rules_of({PRESET_SETTING: "银川2025"}).name == "银川2025"
    steps = '[{ at_least = -20.0, light = "green" }]'
    copy = f'["默认"]\nflow = {steps}\ngrowth = {steps}\nlevel = {steps}\nrank = {steps}\n'
    figures = flow(0.35)
    figures.settings[COPY_SETTING] = copy
    assert headline_rows(figures.snapshot(), PROVINCE, Month(2023, 6))[0].light is Light.GREEN


def test_unknown_presets_and_broken_rules_are_told() -> None:
    with pytest.raises(UnknownName, match=r"银川2030.*默认"):
        rules_of({}, "银川2030")
    for text in ("flow = [", '["x"]\nflow = 3', "x = 1", '["x"]\nflow = [{light="blue"}]'):
        with pytest.raises(BadValue, match="亮灯规则"):
            read_rules(text)


def test_the_four_presets_ship() -> None:
    assert list(presets()) == ["默认", "银川2025", "天津2022", "甘肃2011"]


def test_the_presets_that_can_be_chosen_are_those_that_ship_and_the_ledgers_own() -> None:
    own = '["本省"]\nflow = []\ngrowth = []\nlevel = []\nrank = []\n'
    assert preset_names({}) == ("默认", "银川2025", "天津2022", "甘肃2011")
    assert preset_names({COPY_SETTING: own})[-1] == "本省"


def test_a_preset_that_is_gone_leaves_the_ledger_usable() -> None:
    settings = {PRESET_SETTING: "甲规则"}
    assert missing_preset(settings) == "甲规则"
    assert rules_of(settings).name == DEFAULT_PRESET
    assert missing_preset({}) == ""
    with pytest.raises(UnknownName):
        rules_of(settings, "甲规则")


def test_each_own_preset_is_a_setting_of_its_own() -> None:
    own = '["{}"]\nflow = []\ngrowth = []\nlevel = []\nrank = []\n'
    settings = {f"{COPY_SETTING}.{name}": own.format(name) for name in ("甲", "乙")}
    assert set(preset_names(settings)) >= {"甲", "乙"}
    assert missing_preset(settings | {PRESET_SETTING: "乙"}) == ""
