"""大事 on the page 图表: entered, edited, removed and undone there, and drawn on the axis."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from resources import ROOT
from tracker.events import events_of
from ui.chart_choice import ChartChoice
from ui.event_keeping import EventKeeping
from ui.session import Session
from ui.theme import Theme


@pytest.fixture
def keeping(
    open_session: Callable[..., Session], qtbot: QtBot
) -> tuple[EventKeeping, Session, ChartChoice]:
    session = open_session(as_of="2023-04")
    choice = ChartChoice(session)
    made = EventKeeping(session, session, choice, Theme(ROOT, "light"))
    session.changed.connect(made.refresh)
    qtbot.addWidget(made.list)
    made.list.resize(261, 300)
    made.list.show()
    made.refresh()
    return made, session, choice


def write(keeping: EventKeeping, when: str, text: str) -> None:
    """Type into the fields as a person does, and press Enter."""
    events = keeping.list
    events.when.setText(when)
    events.text.setText(text)
    events.text.returnPressed.emit()


def test_an_event_is_entered_edited_removed_and_brought_back(
    keeping: tuple[EventKeeping, Session, ChartChoice],
) -> None:
    made, session, _ = keeping
    made.list.add_button.click()
    write(made, "2023-04-12", "兰洽会开幕")
    assert [one.text for one in events_of(session.snapshot.settings)] == ["兰洽会开幕"]
    assert not made.list.when.isVisible()
    words, _ = made.list.rows[0]
    words.click()
    assert made.list.text.text() == "兰洽会开幕"
    made.list.only_here.setChecked(True)
    write(made, "2023-04", "兰洽会")
    (held,) = events_of(session.snapshot.settings)
    assert (held.when, held.text, held.indicator) == ("2023-04", "兰洽会", "funds_in_place")
    made.list.rows[0][1].click()
    assert made.list.rows == []
    session.undo_stack.undo()
    assert events_of(session.snapshot.settings) == (held,)


def test_what_is_no_event_stays_in_the_fields_with_a_sentence(
    keeping: tuple[EventKeeping, Session, ChartChoice],
) -> None:
    made, session, _ = keeping
    made.list.add_button.click()
    write(made, "2023-04-31", "开工")
    assert "不是日期" in made.list.problem.text()
    assert made.list.text.text() == "开工"
    assert events_of(session.snapshot.settings) == ()


def test_charts_without_an_axis_of_time_offer_no_events(
    keeping: tuple[EventKeeping, Session, ChartChoice],
) -> None:
    made, _, choice = keeping
    choice.choose_chart("board")
    made.refresh()
    assert made.list.isHidden()
