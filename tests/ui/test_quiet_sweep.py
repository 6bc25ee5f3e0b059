"""The full sweep for lost objects waits until the hands rest."""

import gc
import weakref
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tracker.periods import Month
from ui.quiet_sweep import QuietSweep


class Ring:
    """An object that only a full sweep finds once it is lost."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def own_thresholds() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_what_was_lost_is_swept_when_nothing_happens_any_more(
    open_session: Callable[..., Any], qtbot: Any
) -> None:
    session = open_session()
    sweep = QuietSweep(session, session)
    sweep._calm.setInterval(1)
    ring = Ring()
    gc.collect()  # now it is old, and Python itself would leave it for long
    lost = weakref.ref(ring)
    del ring
    assert lost() is not None
    session.look_at(as_of=Month(2022, 9))
    qtbot.waitUntil(lambda: lost() is None)


def test_typing_meets_a_full_sweep_ten_times_more_rarely(open_session: Callable[..., Any]) -> None:
    before = gc.get_threshold()
    session = open_session()
    QuietSweep(session, session)
    assert gc.get_threshold() == (*before[:2], 100)
