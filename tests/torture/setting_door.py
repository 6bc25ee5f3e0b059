"""The settings of a ledger: packets bring other offices' along, and every page reads them."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from tracker.assessment.schemes import scheme_of
from tracker.board import board
from tracker.breaks import break_setting, break_words, breaks_of, reason_setting
from tracker.bulletin.draft import draft_setting, kept_draft
from tracker.charts.picture_sets import picture_sets
from tracker.desk.scheme_editing import adjustments_of, scheme_names
from tracker.editions.edition import editions
from tracker.errors import TrackerError
from tracker.events import events_of
from tracker.exchange.importing.remembering import recall
from tracker.filing.due import due_day
from tracker.filing.hand_in import hand_in_setting, handed_in
from tracker.filing.locks import lock_of
from tracker.filing.signing import reviewed_only, sign_setting
from tracker.indicators import Basis, CellKey, Horizon, Measure
from tracker.inspection.case import cases_of
from tracker.lights import rules_of
from tracker.marking import marking_of
from tracker.own_indicators import read_indicator
from tracker.owners import owner_of, with_owners
from tracker.periods import Month
from tracker.review.confirmations import explanation_setting
from tracker.review.red_lights import open_explanations
from tracker.snapshot import Snapshot

MONTH, PLACE = Month(2023, 4), "620000"
TODAY = date(2023, 5, 10)
SEEDS = tuple(
    json.dumps(held, ensure_ascii=False).encode()
    for held in (
        {"by": "张三", "on": "2023-04-01", "reason": "说明", "text": "说明", "author": "李四",
         "value": 1.5, "region": PLACE, "as_of": "2023-04", "known_on": None,
         "made_on": "2023-05-01", "heads": {"d": [1, "x"]}, "fingerprint": "x",
         "indicator": "gdp", "year": 2023, "opened": "2023-04", "when": "2023-04-05",
         "asked_on": "2023-01-01", "due_on": "2023-06-30", "notes": [["2023-05-01", "a", "b"]]},
        {"title": "题", "lines": [{"head": "一", "parts": ["甲"], "about": "x", "chosen": True}],
         "charts": ["board"], "presets": ["slide"], "formats": ["png"], "indicators": ["gdp"],
         "text_step": 1, "paper": "paper"},
        [{"points": 1.5, "reason": "激励"}],
        {"gdp/amount/ytd": ["张三", 1.5, "2023-05-01"]},
        ["2023-02", "2023-04"], 12, "内部资料", None,
    )
)  # fmt: skip


def read_settings(snapshot: Snapshot) -> Callable[[bytes], None]:
    """Return what reads a hostile text as every setting that the program knows."""
    catalogue = snapshot.catalogue
    trade = catalogue.indicator("foreign_trade")
    owner_setting = f"owner.{trade.id}"
    cell = CellKey(trade.id, PLACE, MONTH, Measure.AMOUNT, Basis.YTD)
    names = [
        "edition.五月", "case.1", "event.1", "picture_set.会前", "marking", "title", "sample",
        owner_setting, break_setting(trade.id), reason_setting(trade.id),
        f"due_day.{trade.id}", "due_day", f"lock.{MONTH}", hand_in_setting(PLACE, MONTH),
        draft_setting(PLACE, MONTH), sign_setting(PLACE, MONTH), "import.形状",
        explanation_setting(trade.id, PLACE, MONTH), "lights.rules", "lights.preset",
        "assessment.schemes", "inspection.scheme", f"pace.{trade.id}",
        f"assessment.adjustments.{PLACE}.2023.H1",
    ]  # fmt: skip

    def read(raw: bytes) -> None:
        text = raw.decode("utf-8", "replace")
        settings: Mapping[str, str] = dict.fromkeys(names, text)
        hostile = Snapshot(catalogue, snapshot.loader, settings)
        readers: tuple[Callable[[], Any], ...] = (
            lambda: editions(settings), lambda: cases_of(settings, 2023),
            lambda: events_of(settings), lambda: picture_sets(settings),
            lambda: owner_of(settings, trade), lambda: breaks_of(settings, trade.id),
            lambda: break_words(settings, trade.id, 2023), lambda: due_day(settings, trade),
            lambda: lock_of(settings, MONTH), lambda: kept_draft(settings, PLACE, MONTH),
            lambda: recall(settings, "形状", TODAY), lambda: marking_of(settings),
            lambda: scheme_names(settings), lambda: scheme_of(settings, "默认"),
            lambda: adjustments_of(settings, PLACE, 2023, Horizon.H1),
            lambda: rules_of(settings), lambda: read_indicator("indicator.own", text),
            lambda: reviewed_only(hostile).actual(cell), lambda: board(hostile, PLACE, MONTH),
            lambda: open_explanations(hostile, PLACE, MONTH),
            lambda: handed_in(settings, PLACE, MONTH),
            lambda: with_owners(catalogue, settings),
        )  # fmt: skip
        for one in readers:
            try:
                one()
            except TrackerError:
                continue

    return read
