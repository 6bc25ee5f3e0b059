"""Every file says in words what it shows, where programs look for it, and the same every time."""

import io
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from tests.charts.conftest import wanted
from tracker.charts.alt_text import alt_text, picture_title
from tracker.charts.export import FORMATS, render, render_formats
from tracker.charts.gallery import GALLERY
from tracker.snapshot import Snapshot

TOLD = (
    "时间过去三分之一，17 项指标 11 项达标；外贸、避险搬迁滞后——双过半标尺图，"
    "甘肃省 2023 年 1—4 月，数据：示例。"
)


def test_one_sentence_says_finding_chart_place_period_and_source(sample: Snapshot) -> None:
    assert alt_text(sample, wanted(month="2023-04")) == TOLD
    course = alt_text(sample, wanted("trajectory", "2023-06", region="620100"))
    assert "——招商引资到位资金(省外)轨迹图，兰州市 2023 年上半年，数据：示例。" in course


@pytest.mark.parametrize("chart", list(GALLERY))
def test_every_chart_has_one_line(sample: Snapshot, chart: str) -> None:
    size = GALLERY[chart].presets[0].id
    told = alt_text(sample, wanted(chart, "2023-04", title="一\n二", preset=size))
    assert told.startswith("一 二——")
    assert told.count("。") == 1
    assert "\n" not in told


def test_public_figures_tell_their_source(gansu: Snapshot) -> None:
    assert "数据：" in alt_text(gansu, wanted())
    own = wanted(source="甘肃日报 2023-05-05")
    assert alt_text(gansu, own).endswith("，数据：甘肃日报 2023-05-05。")


def test_png_svg_and_pdf_carry_title_and_sentence(sample: Snapshot, tmp_path: Path) -> None:
    made = render_formats(sample, wanted(month="2023-04"), FORMATS)
    title = TOLD.split("——")[0]
    image = Image.open(io.BytesIO(made["png"].content))
    assert (image.info["Title"], image.info["Description"]) == (title, TOLD)
    svg = made["svg"].content.decode()
    assert f"<title>{title}</title>" in svg
    assert f"<desc>{TOLD}</desc>" in svg
    for words in (title, TOLD):
        assert words.encode("utf-16-be") in _unescaped(made["pdf"].content)


def _unescaped(pdf: bytes) -> bytes:
    """Undo the escapes of PDF strings."""
    octal = re.sub(rb"\\(\d{3})", lambda m: bytes([int(m[1], 8)]), pdf)
    return re.sub(rb"\\([()\\])", rb"\1", octal.replace(b"\\n", b"\n").replace(b"\\r", b"\r"))


def test_special_characters_do_not_break_an_svg(sample: Snapshot) -> None:
    svg = render(sample, wanted(title="外贸 < 目标 & 待查"), "svg").content.decode()
    assert "<desc>外贸 &lt; 目标 &amp; 待查——" in svg


@pytest.mark.parametrize("text_as", ["outlines", "text"])
def test_several_formats_of_one_drawing_are_those_of_single_ones(
    sample: Snapshot, text_as: str
) -> None:
    together = render_formats(sample, wanted("trajectory", "2023-04"), ("png", "svg"), text_as)
    for kind in together:
        alone = render(sample, wanted("trajectory", "2023-04"), kind, text_as)
        assert alone.content == together[kind].content


def test_svg_text_stays_text_where_wanted(sample: Snapshot) -> None:
    svg = render(sample, wanted("trajectory", "2023-04"), "svg", "text").content.decode()
    assert f">{picture_title(sample, wanted('trajectory', '2023-04'))}</text>" in svg
    assert "'Noto Sans SC'" in svg
    assert "font-weight: 700" in svg
    assert "任务过半 1,500</text>" in svg


def test_an_own_source_stands_in_the_footer(sample: Snapshot) -> None:
    svg = render(sample, wanted(source="省统计局，其余示例"), "svg", "text")
    assert "数据：省统计局，其余示例。" in svg.content.decode()
    assert svg.failed == []
    hidden = render(sample, wanted(source="省统计局"))
    assert "图上没有写“示例”" in hidden.failed[0].detail


@pytest.mark.skipif(shutil.which("pdffonts") is None, reason="poppler is not here")
def test_pdf_embeds_its_fonts_and_gives_its_text(sample: Snapshot, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(render(sample, wanted("trajectory", "2023-04"), "pdf").content)
    fonts = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True).stdout
    rows = fonts.splitlines()[2:]
    assert rows
    assert all("NotoSansSC" in row and row.split()[-5] == "yes" for row in rows)
    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True)
    assert picture_title(sample, wanted("trajectory", "2023-04")) in text.stdout
