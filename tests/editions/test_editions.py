"""会议版: frozen once, the same for ever, and the difference to the meeting before."""

import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.cli.conftest import Guoban, blank, guoban, public, sample
from tests.conftest import open_store
from tests.in_memory import PROVINCE, Figures
from tracker.charts.export import render
from tracker.charts.gallery import ChartRequest
from tracker.desk.meeting_lists import editions_list
from tracker.editions import MoveKind, compare, edition_of, editions, freeze
from tracker.edits import ActualEdit, SettingEdit
from tracker.errors import UnknownName
from tracker.indicators import Basis, CellKey, Measure
from tracker.lights import PRESET_SETTING
from tracker.periods import Month

__all__ = ["blank", "guoban", "public", "sample"]
APRIL, MAY = Month(2023, 4), Month(2023, 5)
TRADE = CellKey("foreign_trade", PROVINCE, APRIL, Measure.AMOUNT, Basis.YTD)


def picture(path: str, name: str) -> bytes:
    """Draw the board of an edition, dated by the edition itself."""
    with open_store(Path(path)) as store:
        edition = edition_of(store.settings(), name)
        request = ChartRequest("board", edition.region, edition.as_of, edition.made_on,
                               preset="square")  # fmt: skip
        return render(store.chains.frozen(edition.heads, edition.known_on), request, "svg").content


def change_everything(path: str) -> None:
    with open_store(Path(path)) as store:
        store.record([ActualEdit(TRADE, 300.0)], "改数")
        store.record([SettingEdit(PRESET_SETTING, "银川2025")], "换规则")
        first = store.record([ActualEdit(TRADE, 301.0)], "又改")
        store.revert(first.revision, "撤销")


def test_the_same_pictures_byte_for_byte_after_figures_and_rules_have_changed(
    guoban: Guoban, sample: str
) -> None:
    said = guoban("edition", "save", "5 月调度会", "--as-of", "2023-04", "--ledger", sample)
    assert said.code == 0, said.err
    before = picture(sample, "5 月调度会")
    change_everything(sample)
    assert picture(sample, "5 月调度会") == before
    show = guoban("edition", "show", "5 月调度会", "--ledger", sample, "--json").json
    (trade,) = (row for row in show["rows"] if row["indicator"] == "foreign_trade")
    assert (trade["value"], trade["light"]) == (165.4, "red")
    assert show["altered"] == []


def test_a_ledger_altered_outside_the_program_is_said_and_shown_what(
    guoban: Guoban, sample: str
) -> None:
    guoban("edition", "save", "五月", "--as-of", "2023-04", "--ledger", sample)
    connection = sqlite3.connect(sample)
    connection.execute("DROP TRIGGER actual_entry_refuses_update")
    connection.execute("UPDATE actual_entry SET value = 1 WHERE id = 5")
    connection.commit()
    connection.close()
    shown = guoban("edition", "show", "五月", "--ledger", sample)
    assert shown.code == 1
    assert "示例数据" in shown.out
    assert "被改动过" in shown.out
    assert "五月" in shown.err


def test_a_name_is_taken_once(guoban: Guoban, blank: str) -> None:
    save = ("edition", "save", "五月", "--as-of", "2023-04", "--ledger", blank)
    assert guoban(*save).code == 0
    assert "不能改" in guoban(*save).sentence
    assert "要有一个名字" in guoban("edition", "save", " ", "--ledger", blank).sentence
    assert "太长" in guoban("edition", "save", "长" * 31, "--ledger", blank).sentence
    (held,) = guoban("edition", "list", "--ledger", blank, "--json").json
    assert (held["name"], held["as_of"]) == ("五月", "2023-04")
    assert "五月" in guoban("edition", "list", "--ledger", blank).out
    assert "没有会议版“六月”；已有的会议版：五月" in (
        guoban("edition", "show", "六月", "--ledger", blank).sentence
    )


def test_a_fingerprint_that_is_not_that_of_the_heads_is_said() -> None:
    view = ("620000", APRIL, None)
    edit = freeze({}, "四月", view, {"设备": (3, "abc")}, ("张三", date(2023, 5, 10)))
    held = edition_of({edit.name: str(edit.value)}, "四月")
    assert held.broken_seal == ""
    changed = replace(held, heads={"设备": (2, "abc")})
    assert f"写着指纹 {held.short_fingerprint}" in changed.broken_seal


def test_of_two_editions_of_one_day_the_later_comes_first() -> None:
    view = ("620000", APRIL, None)
    signed = ("张三", date(2023, 5, 10))
    first = freeze({}, "预备会", view, {"设备": (3, "abc")}, signed)
    later = freeze({}, "会议", view, {"设备": (4, "abd")}, signed)
    held = editions({one.name: str(one.value) for one in (first, later)})
    assert [one.name for one in held] == ["会议", "预备会"]


def test_the_list_names_a_region_that_is_gone_by_its_code() -> None:
    view = ("629999", APRIL, date(2023, 5, 1))
    edit = freeze({}, "四月", view, {}, ("张三", date(2023, 5, 10)))
    held = editions({edit.name: str(edit.value)})
    (line,) = editions_list(held, Figures().snapshot().catalogue).lines
    assert line.cells[:6] == ("2023 年 4 月", "四月", "2023-05-01", "629999", "2023-05-10", "张三")


def test_nonsense_in_a_setting_is_no_edition() -> None:
    settings = {"edition.a": "[]", "edition.b": "{}", "edition.c": "x"}
    assert editions(settings) == ()
    with pytest.raises(UnknownName, match="还没有"):
        edition_of(settings, "a")


def moves(before: Figures, after: Figures, now: Month = MAY) -> dict[str, MoveKind]:
    found = compare((before.snapshot(), PROVINCE, APRIL), (after.snapshot(), PROVINCE, now))
    rows = {(one.after or one.before): one.kind for one in found}
    return {row.indicator.id: kind for row, kind in rows.items() if row is not None}


def tasks() -> Figures:
    held = Figures().target("funds_in_place", "FY", 3000).target("foreign_trade", "FY", 620)
    return held.target("fiscal_revenue", "FY", 965).target("gdp", "FY", 6)


def test_what_changed_since_the_last_meeting() -> None:
    before = tasks().actual("funds_in_place", "2023-04", 1100)
    before.actual("foreign_trade", "2023-04", 165.4).actual("fiscal_revenue", "2023-04", 350)
    before.actual("gdp", "2023-03", 6.7).actual("exports", "2023-04", 10)
    after = tasks().actual("funds_in_place", "2023-05", 1100)
    after.actual("foreign_trade", "2023-05", 300).actual("fiscal_revenue", "2023-05", 405)
    after.actual("gdp", "2023-03", 6.5).actual("imports", "2023-05", 10)
    assert moves(before, after) == {
        "funds_in_place": MoveKind.WORSE,
        "foreign_trade": MoveKind.CAUGHT_UP,
        "gdp": MoveKind.REVISED,
        "imports": MoveKind.NEW,
        "exports": MoveKind.GONE,
    }


def test_a_move_is_a_sentence_with_both_figures() -> None:
    before = tasks().actual("foreign_trade", "2023-04", 165.4)
    after = tasks().actual("foreign_trade", "2023-05", 300)
    then, now = (before.snapshot(), PROVINCE, APRIL), (after.snapshot(), PROVINCE, MAY)
    (move,) = (one for one in compare(then, now) if one.kind is MoveKind.CAUGHT_UP)
    assert move.sentence == "外贸进出口总值：4 月 165.4，滞后 → 5 月 300.0，达标。"


def test_the_command_line_compares_with_now(guoban: Guoban, sample: str) -> None:
    guoban("edition", "save", "五月", "--as-of", "2023-04", "--ledger", sample)
    guoban("edition", "save", "六月", "--as-of", "2023-05", "--ledger", sample)
    found = guoban("edition", "diff", "五月", "六月", "--ledger", sample, "--json").json
    assert all(one["sentence"].endswith("。") for one in found)
    assert guoban("edition", "diff", "五月", "--ledger", sample).code == 0
    assert "都没有变" in guoban("edition", "diff", "五月", "五月", "--ledger", sample).out
