"""大事: what happened when, kept as settings of the ledger and noted on the axis of pictures."""

import pytest

from tests.in_memory import PROVINCE, Figures
from tracker.breaks import break_setting
from tracker.errors import BadValue
from tracker.events import event_of, events_of, events_on, find_event, removed, saved
from tracker.plots.axis_notes import axis_notes, year_notes

FAIR = event_of("a1", PROVINCE, "2023-07-06", "  兰洽会\n开幕 ")
DROUGHT = event_of("b2", PROVINCE, "2023-04", "抗旱", "funds_in_place")
HELD = {one.setting: one.written() for one in (FAIR, DROUGHT)}


def test_an_event_reads_back_as_it_was_written() -> None:
    assert events_of(HELD) == (DROUGHT, FAIR)
    assert (FAIR.text, FAIR.when, FAIR.words) == (
        "兰洽会 开幕",
        "2023-07-06",
        "7 月 6 日 兰洽会 开幕",
    )
    assert saved(FAIR).value == HELD["event.a1"]
    assert removed(FAIR).value is None


def test_a_day_stands_within_its_month_and_a_month_at_its_middle() -> None:
    assert DROUGHT.at == 3.5
    assert 6.0 < FAIR.at < 6.25


def test_what_no_program_wrote_is_passed_over() -> None:
    spoilt = {"event.x": "{", "event.y": '{"when": "2023-13"}', "event.z": "[]", "title": "台账"}
    wrong_month = {"event.w": '{"when": "2023-13", "text": "某", "region": "620000"}'}
    assert events_of({**HELD, **spoilt, **wrong_month}) == (DROUGHT, FAIR)


@pytest.mark.parametrize(
    ("when", "text", "said"),
    [
        ("2023-04", " ", "要写内容"),
        ("2023-04", "一" * 21, "有 21 个字，大事最多写 20 个字"),
        ("2023-04-31", "抗旱", "不是日期，请写成 2023-04-12 或 2023-04。"),
    ],
)
def test_what_is_no_event_is_refused_in_a_sentence(when: str, text: str, said: str) -> None:
    with pytest.raises(BadValue, match=said):
        event_of("c3", PROVINCE, when, text)


def test_an_event_of_one_indicator_is_on_no_other_picture() -> None:
    assert events_on(HELD, PROVINCE, "funds_in_place") == (DROUGHT, FAIR)
    assert events_on(HELD, PROVINCE, "gdp") == (FAIR,)
    assert events_on(HELD, "620100", "gdp") == ()


def test_an_event_is_found_by_the_start_of_its_id_or_by_its_text() -> None:
    assert find_event(HELD, "a") == find_event(HELD, "兰洽会 开幕") == FAIR
    with pytest.raises(BadValue, match="没有大事“丰收”"):
        find_event(HELD, "丰收")
    twice = {**HELD, "event.a9": FAIR.written()}
    with pytest.raises(BadValue, match="有 2 件大事"):
        find_event(twice, "a")


def test_breaks_stand_among_the_notes_where_their_month_begins() -> None:
    settings = {**HELD, break_setting("funds_in_place"): "2022-07 2023-03"}
    snapshot = Figures(settings=settings).snapshot()
    notes = axis_notes(snapshot, PROVINCE, "funds_in_place", [2023])
    assert [(note.at, note.words) for note in notes[:2]] == [
        (2.0, "3 月起不可比"),
        (3.5, "4 月 抗旱"),
    ]
    under = year_notes(snapshot, PROVINCE, "funds_in_place", 2023)
    assert (6.0, "2022 年 7 月起不可比") in [(note.at, note.words) for note in under]
