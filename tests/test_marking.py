"""内部资料 stands on images and documents, also where a person wrote the source."""

from datetime import date
from pathlib import Path

import pytest
from docx import Document

from tests.cli.conftest import Guoban, blank, guoban, sample
from tests.in_memory import PROVINCE, Figures
from tracker.charts.export import render
from tracker.charts.gallery import ChartRequest
from tracker.errors import BadValue
from tracker.marking import marked, set_marking
from tracker.periods import Month

__all__ = ["blank", "guoban", "sample"]


@pytest.mark.parametrize("source", [None, "省统计局"])
def test_a_picture_carries_the_mark(source: str | None) -> None:
    held = Figures().target("funds_in_place", "FY", 3000)
    held.actual("funds_in_place", "2023-04", 1046.5)
    held.settings["marking"] = "内部资料"
    request = ChartRequest("trajectory", PROVINCE, Month(2023, 4), date(2023, 5, 10),
                           indicator="funds_in_place", source=source)  # fmt: skip
    made = render(held.snapshot(), request, "svg")
    assert "内部资料" in made.content.decode()
    assert all(check.passed for check in made.checks)


def test_the_mark_is_set_and_taken_away_by_command(guoban: Guoban, sample: str) -> None:
    assert "没有标注" in guoban("marking", "--ledger", sample).out
    assert "标注：内部资料" in guoban("marking", "内部资料", "--ledger", sample).out
    guoban("bulletin", "--as-of", "2023-04", "--ledger", sample, "--out", "a.docx")
    assert Document("a.docx").paragraphs[0].text == "内部资料"
    guoban("bulletin", "--as-of", "2023-04", "--ledger", sample, "--out", "a.txt")
    assert Path("a.txt").read_text("utf-8").startswith("内部资料\n")
    assert "没有标注" in guoban("marking", "--clear", "--ledger", sample).out


def test_a_mark_is_short() -> None:
    with pytest.raises(BadValue, match="最多 12 个字"):
        set_marking("长" * 13)
    assert set_marking("  ").value is None
    assert marked({}, "数据：示例。") == "数据：示例。"
