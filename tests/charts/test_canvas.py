"""The parts a chart is made of: text widths, checks, axes, labels."""

from pathlib import Path

import matplotlib
import pytest

from tracker.charts import fonts
from tracker.charts.axis import cumulative_axis, round_ticks, spread_axis, tick_text
from tracker.charts.canvas import Box, Canvas
from tracker.charts.checks import contrast, run_checks
from tracker.charts.headline import break_lines
from tracker.charts.labels import LabelPlacer, crosses, push_apart
from tracker.charts.presets import PRESETS
from tracker.charts.style import Type, chart_style, mixed, tokens

INK = Type(24, 400, "#1F1D1A")


@pytest.fixture
def canvas() -> Canvas:
    return Canvas(chart_style(PRESETS["slide"]))


def test_a_chinese_character_is_as_wide_as_its_size() -> None:
    assert fonts.width("双过半", 24, 400) == pytest.approx(72, abs=0.5)


def test_a_glyph_that_only_the_system_has_is_drawn_with_its_font(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    system = Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
    broken = system.with_name("none.ttf")
    monkeypatch.setattr(fonts, "findSystemFonts", lambda: [str(broken), str(system)])
    fonts._system_files.cache_clear()
    assert [run.path for run in fonts.runs("过\u0e3f", 500)] == [
        fonts.font_file(500),
        str(system),
    ]
    fonts._system_files.cache_clear()
    fonts._file_with.cache_clear()


def test_digits_are_tabular() -> None:
    assert fonts.width("1111", 24, 700) == pytest.approx(fonts.width("0808", 24, 700), abs=0.2)


def test_text_is_recorded_with_its_box(canvas: Canvas) -> None:
    box = canvas.text((100, 50), "示例数据", INK, align="center")
    assert (box.left + box.right) / 2 == pytest.approx(100)
    assert box.bottom - box.top == pytest.approx(0.84 * 24)
    assert canvas.texts[0].text == "示例数据"


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        ([(200, 100, "外贸示例"), (210, 104, "达标")], "重叠"),
        ([(1900, 100, "外贸示例")], "超出页边"),
        ([(200, 100, "外贸")], "图上没有写“示例”"),
    ],
)
def test_failed_checks_name_the_text(
    canvas: Canvas, texts: list[tuple[float, float, str]], words: str
) -> None:
    for x, y, text in texts:
        canvas.text((x, y), text, INK)
    details = "".join(check.detail for check in run_checks(canvas, is_sample=True))
    assert words in details


def test_small_and_pale_text_is_noticed(canvas: Canvas) -> None:
    canvas.text((200, 100), "数据小", Type(12, 400, "#1F1D1A"))
    canvas.text((200, 200), "浅", Type(20, 400, "#E0E0D0"))
    details = "".join(check.detail for check in run_checks(canvas, is_sample=False))
    assert "只有 12 号" in details
    assert "黑白打印看不清" in details


def test_every_text_token_is_readable_on_every_paper() -> None:
    for token in ("ink", "ink2", "ink3", "okt", "warnt", "badt", "nonet", "time", "bar"):
        for paper in ("#FCFAF5", "#FFFFFF", "#FBF7EF"):
            assert contrast(tokens()[token], paper) >= 4.5


def test_both_themes_have_the_same_tokens() -> None:
    assert set(tokens("light")) == set(tokens("dark"))


def test_a_tint_lies_between_its_colours() -> None:
    assert mixed("#000000", "#FFFFFF", 0.5) == "#808080"


def test_the_axis_of_what_adds_up_starts_at_zero_and_shows_quarters() -> None:
    axis = cumulative_axis([1046.5], 3000, 916, (345.4, 250))
    assert axis.ticks == (0, 750, 1500, 2250, 3000)
    assert axis.y(0) == 916
    assert axis.y(3000) == pytest.approx(345.4)


def test_an_odd_target_gets_round_lines() -> None:
    assert cumulative_axis([512.4], 965, 916, (345.4, 250)).ticks == (0, 200, 400, 600, 800)


def test_values_above_the_target_still_fit() -> None:
    axis = cumulative_axis([5000], 3000, 916, (345.4, 250))
    assert axis.y(5000) == pytest.approx(250)


def test_negative_growth_has_its_own_lines() -> None:
    axis = spread_axis([-8.0, 2.0, 6.0], 916, 250)
    assert axis.low < -8 < 6 < axis.high
    assert len(axis.ticks) <= 5


def test_ticks_are_few_and_round() -> None:
    assert round_ticks(0, 10) == (0, 2.5, 5, 7.5, 10)
    assert [tick_text(tick) for tick in (1500.0, 2.5, -2.0)] == ["1,500", "2.5", "−2"]


def test_labels_are_pushed_apart_in_order() -> None:
    placed = push_apart([100, 104, 300], [38, 38], 0, 1000)
    assert placed[1] - placed[0] >= 38 - 1e-6
    assert placed[2] == 300


def test_labels_stay_within_the_plot() -> None:
    assert push_apart([990, 995], [38], 0, 1000)[-1] <= 1000 + 1e-6


def test_a_line_through_a_box_is_seen() -> None:
    box = Box(10, 10, 20, 20)
    assert crosses(box, [[(0, 0), (30, 30)]])
    assert not crosses(box, [[(0, 0), (30, 0)], [(0, 25), (30, 25)]])


def test_a_label_moves_off_the_line(canvas: Canvas) -> None:
    bounds = Box(0, 0, 1900, 1000)
    placer = LabelPlacer(canvas, bounds, [[(0, 100), (1900, 100)]], [])
    placer.place([("754.1", INK)], (500, 100), ((10, 0, "left"), (10, 40, "left")))
    assert canvas.texts[0].box.top > 100


def test_own_titles_break_at_punctuation_or_else_anywhere(canvas: Canvas) -> None:
    assert break_lines(canvas, "外贸要提速，其余稳住", INK, 200) == ["外贸要提速", "其余稳住"]
    assert break_lines(canvas, "外贸和避险搬迁要提速", INK, 120) == ["外贸和避险", "搬迁要提速"]
    assert break_lines(canvas, "外贸和避险，搬迁要提速", INK, 100) == [
        "外贸和避",
        "险，搬迁",
        "要提速",
    ]
