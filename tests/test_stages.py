"""The stages of a 清单任务 are read as people type them and printed as words."""

import pytest

from tracker.errors import BadValue
from tracker.stages import check_stage, read_stage, stage_words


@pytest.mark.parametrize(
    ("text", "value"),
    [("未启动", 0), (" 推进中 ", 1), ("完成", 2), ("已完成", 2), ("在建", 1), ("0", 0), ("2.0", 2)],
)
def test_words_and_figures_are_read(text: str, value: int) -> None:
    assert read_stage(text) == value


def test_what_is_no_stage_is_refused() -> None:
    for text in ("差不多", "3", "1.5", ""):
        with pytest.raises(BadValue, match="请填 未启动、推进中、完成"):
            read_stage(text)
    check_stage(1.0, "兰洽会")
    with pytest.raises(BadValue, match="兰洽会是清单任务的状态"):
        check_stage(1.5, "兰洽会")


def test_a_damaged_figure_is_printed_as_it_is() -> None:
    assert [stage_words(value) for value in (0.0, 2.0, 7.0)] == ["未启动", "完成", "7"]
