"""What the store keeps of a target that follows another figure, or has a day."""

from datetime import date

import pytest

from tracker.edits import TargetEdit
from tracker.errors import UnknownName
from tracker.indicators import Comparator, Measure, TargetKey
from tracker.periods import Horizon


def test_a_relative_target_keeps_what_it_follows_and_a_milestone_its_day(store):
    key = TargetKey("urban_income", "620000", 2023, Horizon.FY, Measure.GROWTH)
    edit = TargetEdit(
        key, 0.0, Comparator.IN_STEP, reference="gdp", due_on=date(2023, 6, 30), source="甲"
    )
    assert store.record([edit], "目标")
    assert not store.record([edit], "目标")
    held = store.snapshot().targets("620000", 2023)[key][-1]
    assert (held.comparator, held.reference, held.due_on) == (
        Comparator.IN_STEP,
        "gdp",
        date(2023, 6, 30),
    )
    with pytest.raises(UnknownName, match="nothing"):
        store.record([TargetEdit(key, 0.0, Comparator.IN_STEP, reference="nothing")], "目标")
