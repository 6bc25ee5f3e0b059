"""A meeting pack opens in the programs it is for, says what it stands on, and is reproducible."""

import io
import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from PIL import Image

from tracker.charts.alt_text import picture_title
from tracker.charts.batch import Running
from tracker.charts.batch_report import BatchIncomplete
from tracker.errors import ExportError
from tracker.meeting_pack.choice import PackChoice, pack_pictures
from tracker.meeting_pack.making import PackReport, make_meeting_pack
from tracker.periods import Month
from tracker.snapshot import Snapshot

NAME = "甘肃省2023年1—4月经济指标进度"
FINDING = "时间过去三分之一，17 项指标 11 项达标；外贸、避险搬迁滞后"


def test_the_folder_holds_pictures_papers_and_a_manifest(pack: PackReport) -> None:
    names = {path.relative_to(pack.folder).as_posix() for path in pack.files}
    assert {f"{NAME}.pptx", f"{NAME}.docx", f"{NAME}.xlsx", "manifest.json"} <= names
    assert {
        "图片/双过半标尺_甘肃省_2023-04_slide.png",
        "图片/双过半标尺_甘肃省_2023-04_word.png",
        "图片/轨迹_招商引资_甘肃省_2023-04_slide.png",
        "图片/轨迹_外贸_甘肃省_2023-04_word.png",
    } <= names
    assert len(names) == 10
    assert pack.left_out == ()


def test_the_manifest_says_what_the_pack_stands_on(pack: PackReport) -> None:
    about = json.loads((pack.folder / "manifest.json").read_text("utf-8"))
    assert (about["as_of"], about["known_on"], about["made_on"]) == ("2023-04", None, "2023-05-10")
    assert about["sample"] is True
    assert about["sources"] == ["示例"]
    assert about["fingerprint"] == pack.fingerprint
    assert len(about["files"]) == 9
    for name, digest in about["files"].items():
        assert sha256((pack.folder / name).read_bytes()).hexdigest() == digest


def test_slides_have_one_chart_each_a_title_as_text_and_alt_text(
    sample: Snapshot, choice: PackChoice, pack: PackReport
) -> None:
    from pptx import Presentation

    deck = Presentation(str(pack.folder / f"{NAME}.pptx"))
    assert (deck.slide_width, deck.slide_height) == (12192000, 6858000)
    slides = list(deck.slides)
    titles = [picture_title(sample, one.slide) for one in pack_pictures(sample, choice)]
    assert [slide.shapes.title.text for slide in slides] == titles
    assert titles[0] == FINDING
    for slide in slides:
        (picture,) = (shape for shape in slide.shapes if shape.shape_type == 13)
        told = picture._element.nvPicPr.cNvPr.get("descr")
        assert told.startswith(slide.shapes.title.text)
        assert (picture.width, picture.height) == (deck.slide_width, deck.slide_height)
        image = Image.open(io.BytesIO(picture.image.blob)).convert("RGB")
        title_room = image.crop((72, 74, 1400, 120)).getextrema()
        assert all(low > 240 for low, _ in title_room), "the title would stand there twice"
        assert told in slide.notes_slide.notes_text_frame.text


def test_the_document_has_findings_why_sentences_and_described_pictures(pack: PackReport) -> None:
    from docx import Document

    paper = Document(str(pack.folder / f"{NAME}.docx"))
    text = [paragraph.text for paragraph in paper.paragraphs]
    assert text[0] == "甘肃省 2023 年 1—4 月经济指标进度"
    assert text[1] == f"{FINDING}。"
    assert [words for words in text if words.startswith(("一、", "二、", "三、"))] == [
        "一、双过半标尺",
        "二、招商引资到位资金(省外)",
        "三、外贸进出口总值",
    ]
    assert any("165.4÷620" in words for words in text)
    assert text[-2:] == ["数据截至 2023 年 4 月。来源：示例。", "双过半 · 2023-05-10 出图"]
    about = [shape._inline.docPr for shape in paper.inline_shapes]
    assert len(about) == 3
    assert about[0].get("descr").startswith(FINDING)


def test_the_workbook_has_a_tab_a_picture(pack: PackReport) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(pack.folder / f"{NAME}.xlsx")
    assert book.sheetnames == ["双过半标尺", "轨迹_招商引资", "轨迹_外贸"]
    assert 1046.5 in [cell for row in book["轨迹_招商引资"].values for cell in row]


def test_made_again_elsewhere_every_file_is_the_same(
    sample: Snapshot, choice: PackChoice, pack: PackReport, tmp_path: Path
) -> None:
    again = make_meeting_pack(sample, choice, tmp_path / "again", Running(workers=1))
    for path in pack.files:
        name = path.relative_to(pack.folder)
        assert (again.folder / name).read_bytes() == path.read_bytes(), name


def test_a_cancelled_pack_is_completed_by_making_it_again(
    sample: Snapshot, choice: PackChoice, tmp_path: Path
) -> None:
    small = replace(choice, charts=("board",))
    with pytest.raises(BatchIncomplete, match="已取消"):
        make_meeting_pack(sample, small, tmp_path / "a", Running(1, cancelled=lambda: True))
    assert not list((tmp_path / "a").glob("*.pptx"))
    assert make_meeting_pack(sample, small, tmp_path / "a", Running(1)).left_out == ()


def test_a_paper_of_ones_own_is_not_written_over(
    sample: Snapshot, choice: PackChoice, tmp_path: Path
) -> None:
    small = replace(choice, charts=("board",))
    (tmp_path / f"{NAME}.docx").write_text("mine", "utf-8")
    with pytest.raises(ExportError, match="没有覆盖"):
        make_meeting_pack(sample, small, tmp_path, Running(1))
    assert (tmp_path / f"{NAME}.docx").read_text("utf-8") == "mine"
    make_meeting_pack(sample, small, tmp_path, Running(1, force=True))
    assert (tmp_path / f"{NAME}.docx").read_bytes().startswith(b"PK")


def test_without_a_choice_it_shows_what_asks_for_attention(
    sample: Snapshot, choice: PackChoice
) -> None:
    asked = pack_pictures(sample, replace(choice, indicators=()))
    lagging = [one.slide.indicator for one in asked]
    assert lagging[:2] == [None, "foreign_trade"]
    assert len(lagging) == 6


def test_nothing_reported_and_a_bad_folder_are_told(
    sample: Snapshot, choice: PackChoice, tmp_path: Path
) -> None:
    early = replace(choice, as_of=Month(2016, 3), charts=("trajectory",), indicators=())
    with pytest.raises(ExportError, match="还没有数据"):
        make_meeting_pack(sample, early, tmp_path / "early")
    with pytest.raises(ExportError, match="建不了文件夹"):
        make_meeting_pack(sample, choice, tmp_path / "no" / "where")
