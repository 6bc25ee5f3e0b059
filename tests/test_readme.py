"""What the README shows works: its commands parse, its lines of code make what they say."""

import re
from datetime import date
from pathlib import Path
from types import MappingProxyType

import click
import pytest

from resources import ROOT as RESOURCES
from tests.in_memory import PROVINCE, Figures
from tests.readme_code import README, README_EN, block, commands_of, parse
from tracker.catalogue import read_catalogue
from tracker.indicators import Light, MeasureKind
from tracker.lights import read_rules, step_of
from tracker.periods import Month
from tracker.plots import chart_data

BOTH = pytest.mark.parametrize("readme", [README, README_EN], ids=lambda one: one.name)


@BOTH
def test_every_command_of_the_readme_is_real(readme: Path) -> None:
    lines = commands_of(readme.read_text("utf-8"))
    assert len(lines) > 25
    for line in lines:
        parse(line)


def test_a_command_that_is_none_would_be_noticed() -> None:
    with pytest.raises((click.UsageError, AssertionError)):
        parse("guoban board --as-of 2023-04")


def test_both_languages_show_the_same_lines_of_code() -> None:
    fenced = re.compile(r"```(?:csv|python|toml)\n.*?```", re.DOTALL)
    chinese = fenced.findall(README.read_text("utf-8"))
    assert chinese == fenced.findall(README_EN.read_text("utf-8"))
    assert len(chinese) == 6


def test_the_picture_and_the_links_are_there() -> None:
    for readme in (README, README_EN):
        for target in re.findall(r"\]\(([^)#\s]+)", readme.read_text("utf-8")):
            assert (readme.parent / target).exists(), target


def test_the_line_of_an_indicator_makes_one(tmp_path: Path) -> None:
    held = (RESOURCES / "catalogue/indicators.csv").read_text("utf-8")
    (tmp_path / "indicators.csv").write_text(held + block("csv"), "utf-8")
    catalogue = read_catalogue(tmp_path / "indicators.csv", RESOURCES / "catalogue/regions.csv")
    made = catalogue.indicators["cold_storage"]
    assert (made.name, made.kind, made.unit) == ("冷链仓储容量", MeasureKind.FLOW, "万吨")


def test_the_section_of_a_rule_makes_a_preset() -> None:
    rules = read_rules(block("toml"))["我市2026"]
    assert step_of(-5.0, rules.flow).light is Light.YELLOW
    assert step_of(-5.0, rules.flow).word == "接近"
    assert step_of(-8.0, rules.flow).light is Light.RED


def test_the_file_and_the_four_lines_of_a_chart_draw_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from tracker.charts import chart_titles, drawers, gallery

    drawn: dict[str, object] = {}
    exec(compile(block("python", "charts/shares"), "shares.py", "exec"), drawn)
    lines = block("python", "gallery.py")
    entry = eval(re.findall(r"^ChartEntry.*(?=,$)", lines, re.MULTILINE)[0], vars(gallery))
    places = ((drawers, "DRAWERS"), (chart_titles, "TITLES"), (chart_data, "_TABLES"))
    registered = re.findall(r'^"shares".*$', lines, re.MULTILINE)
    for (module, name), line in zip(places, registered, strict=True):
        made = eval("{" + line + "}", vars(module) | {"draw_shares": drawn["draw_shares"]})
        full = MappingProxyType({**getattr(module, name), **made})
        monkeypatch.setattr(module, name, full)
        if name == "TITLES":
            monkeypatch.setattr(gallery, name, full)
    monkeypatch.setattr(gallery, "GALLERY", {**gallery.GALLERY, entry.id: entry})
    figures = Figures()
    figures.target("funds_in_place", "FY", 3000)
    figures.actual("funds_in_place", "2023-04", 1046.5)
    request = gallery.ChartRequest("shares", PROVINCE, Month(2023, 4), date(2023, 5, 1), "slide")
    canvas = gallery.draw(figures.snapshot(), request)
    assert "招商引资" in {one.text for one in canvas.texts}
    assert gallery.title_candidates(figures.snapshot(), request)
    assert not chart_data.chart_table(figures.snapshot(), request).is_blank
