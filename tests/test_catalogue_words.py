"""The catalogue in English: shown so, kept in ledgers in Chinese, and found by either name."""

import json

import pytest

from tests.test_language import say

PROGRAM = """
import json, sqlite3
from datetime import datetime, timezone
from pathlib import Path
from tempfile import mkdtemp

from tracker.catalogue import find_indicator, find_region
from tracker.catalogue_words import catalogue_words, shown_word, stored_word
from tracker.exchange.units import scale_between
from tracker.indicators import MeasureKind
from tracker.ledgers import LedgerKind, create_ledger
from tracker.own_indicators import Wish, indicator_edit, new_indicator

now = lambda: datetime(2026, 1, 1, tzinfo=timezone.utc)
ledger = Path(mkdtemp()) / "one.guoban"
device = "01890000-0000-7000-8000-000000000001"
with create_ledger(ledger, LedgerKind.BLANK, now=now, author="me", device=device) as store:
    catalogue = store.catalogue
    trade = catalogue.indicator("foreign_trade")
    own = new_indicator(catalogue, Wish("Tourists", MeasureKind.FLOW, unit="10k people"))
    store.record([indicator_edit(own)], "add")
    told = {
        "shown": [trade.short_name, trade.unit, trade.lever, catalogue.region("620100").name],
        "found": [find_indicator(catalogue, one).id for one in ("Foreign trade", "外贸")]
        + [find_region(catalogue, one).code for one in ("Lanzhou", "lanzhou city", "兰州市")],
        "own": [store.catalogue.indicator(own.id).name, store.catalogue.indicator(own.id).unit],
    }
select = "SELECT name, unit FROM indicator WHERE id = ?"
rows = sqlite3.connect(ledger)
told["kept"] = [rows.execute(select, (one,)).fetchone() for one in ("foreign_trade", own.id)]
told["doubles"] = [one for one in catalogue_words() if stored_word(shown_word(one)) != one]
told["scales"] = [str(scale_between(one, "CNY 100m")) for one in ("万元", "CNY 10k", "吨")]
print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def told() -> dict[str, list[object]]:
    found: dict[str, list[object]] = json.loads(say("en", PROGRAM))
    return found


def test_names_and_units_are_shown_in_english(told):
    assert told["shown"] == ["Foreign trade", "CNY 100m", "Foreign trade", "Lanzhou City"]


def test_ledgers_keep_the_chinese_words(told):
    assert told["kept"] == [["外贸进出口总值", "亿元"], ["Tourists", "万人"]]


def test_either_name_finds_an_indicator_and_a_region(told):
    assert set(told["found"]) == {"foreign_trade", "620100"}


def test_an_own_indicator_keeps_the_name_that_people_gave_it(told):
    assert told["own"] == ["Tourists", "10k people"]


def test_no_two_words_share_an_english_one(told):
    assert told["doubles"] == []


def test_units_of_either_language_are_one_unit_in_two_sizes(told):
    assert told["scales"] == ["0.0001", "0.0001", "None"]
