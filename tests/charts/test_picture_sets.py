"""A set of pictures is kept by name in the ledger and comes back as it was."""

import json
from dataclasses import asdict, replace

import pytest

from tracker.charts.batch import PictureSet
from tracker.charts.picture_sets import drop_set, keep_set, picture_set, picture_sets
from tracker.errors import BadValue, UnknownName
from tracker.indicators import RegionLevel

CHOSEN = PictureSet(("board", "ranking"), ("slide", "a4"), ("png", "pdf"), ("gdp",), "white")


def test_a_kept_set_comes_back() -> None:
    edit = keep_set(" 每月 通报 ", CHOSEN)
    assert edit.name == "picture_set.每月 通报"
    assert picture_set({edit.name: edit.value or ""}, "每月 通报") == CHOSEN
    assert drop_set("每月 通报").value is None


def test_the_level_of_the_regions_compared_comes_back_too() -> None:
    edit = keep_set("县区", replace(CHOSEN, level=RegionLevel.COUNTY))
    assert picture_set({edit.name: edit.value or ""}, "县区").level is RegionLevel.COUNTY


def test_what_this_version_lacks_is_left_out() -> None:
    other = asdict(CHOSEN) | {"charts": ["board", "pie"], "paper": "neon", "text_step": "huge"}
    held = {"picture_set.a": json.dumps(other), "picture_set.b": "{", "picture_set.c": "[]"}
    (only,) = picture_sets(held).values()
    assert (only.charts, only.paper, only.text_step) == (("board",), None, "standard")


def test_an_unknown_or_empty_name_is_told() -> None:
    edit = keep_set("通报", CHOSEN)
    with pytest.raises(UnknownName, match="已存的有 通报"):
        picture_set({edit.name: edit.value or ""}, "周报")
    with pytest.raises(BadValue, match="还没有名字"):
        keep_set("  ", CHOSEN)
