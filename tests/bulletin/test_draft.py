"""A draft: words are people's, numbers stay the ledger's."""

from dataclasses import replace

import pytest

from tests.in_memory import PROVINCE, Figures
from tracker.bulletin import bulletin
from tracker.bulletin.draft import Draft, draft_of, draft_setting, keep_draft, kept_draft
from tracker.errors import BadValue
from tracker.periods import Month

APRIL = Month(2023, 4)


def held(value: float = 1046.5) -> Figures:
    figures = Figures().target("funds_in_place", "FY", 3000)
    return figures.actual("funds_in_place", "2023-04", value).actual(
        "funds_in_place", "2023-04", 65.1, "growth"
    )


def drafted(figures: Figures) -> Draft:
    return draft_of(bulletin(figures.snapshot(), PROVINCE, APRIL, indicator="funds_in_place"))


def test_words_can_be_changed_and_numbers_moved() -> None:
    draft = drafted(held())
    line = draft.lines[0]
    assert line.editable == "招商引资到位资金(省外)【1046.5】亿元，【同比增长65.1%】。"
    new = line.reworded("全省到位资金【同比增长65.1%】，达到【1046.5】亿元。")
    assert new.text == "全省到位资金同比增长65.1%，达到1046.5亿元。"
    assert set(new.sentence.cells) == set(line.sentence.cells)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("到位资金1046.5亿元", "少了 【1046.5】"),
        ("到位资金【1050】亿元，【同比增长65.1%】", "不是这句里的数"),
        ("长" * 501, "最多 500 字"),
    ],
)
def test_a_number_cannot_be_typed_over_or_lost(text: str, words: str) -> None:
    with pytest.raises(BadValue, match=words):
        drafted(held()).lines[0].reworded(text)


def test_a_line_whose_figure_moved_is_stale_until_it_is_made_anew() -> None:
    draft = drafted(held())
    later = held(1100)
    assert draft.stale(held().snapshot()) == ()
    assert 0 in draft.stale(later.snapshot())
    fresh = draft.refreshed(0, drafted(later))
    assert fresh.lines[0].text.startswith("招商引资到位资金(省外)1100亿元")
    assert 0 not in fresh.stale(later.snapshot())


def test_a_line_that_is_no_longer_said_is_dropped() -> None:
    draft = drafted(held())
    bare = Figures().actual("funds_in_place", "2023-04", 1046.5)
    last = len(draft.lines) - 1
    assert len(draft.refreshed(last, drafted(bare)).lines) == last


def test_a_draft_is_kept_in_the_ledger_and_comes_back() -> None:
    draft = drafted(held())
    draft = draft.with_line(1, replace(draft.lines[1], chosen=False))
    edit = keep_draft(PROVINCE, APRIL, draft)
    assert kept_draft({edit.name: edit.value or ""}, PROVINCE, APRIL) == draft
    assert "超序时" not in draft.text
    assert "1046.5亿元" in draft.text


def test_what_nobody_of_us_wrote_is_no_draft() -> None:
    for text in ("x", "[]", "{}", '{"title": "a", "lines": [{}]}'):
        assert kept_draft({draft_setting(PROVINCE, APRIL): text}, PROVINCE, APRIL) is None
    assert kept_draft({}, PROVINCE, APRIL) is None
