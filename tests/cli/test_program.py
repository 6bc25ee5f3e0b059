"""The program: ledgers found or made, and what wrong words on the command line get as an answer."""

import json
import os
import stat
from io import BytesIO, TextIOWrapper
from pathlib import Path

import click
import pytest

from tests.cli.conftest import Guoban
from tracker.cli import main
from tracker.cli.usage import usage_sentence
from tracker.ledgers import default_ledger_path


def test_the_default_ledger_is_made_the_first_time(guoban: Guoban) -> None:
    first = guoban("status", "--json")
    assert (first.code, bool(first.json)) == (0, True)
    assert str(default_ledger_path()) in first.err
    assert default_ledger_path().exists()
    assert guoban("status", "--json").err == ""


def test_new_makes_each_kind_and_never_overwrites(guoban: Guoban, tmp_path: Path) -> None:
    assert "甘肃2023（公开数据）" in guoban("new", "a.db").out
    assert "空白台账" in guoban("new", "b.db", "--from", "blank").out
    assert guoban("new", "c.db", "--from", "sample", "--json").json["from"] == "sample"
    content = (tmp_path / "a.db").read_bytes()
    again = guoban("new", "a.db", "--from", "blank")
    assert again.code == 1
    assert "a.db" in again.sentence
    assert (tmp_path / "a.db").read_bytes() == content


def test_a_ledger_that_is_not_there_names_the_command_that_makes_it(guoban: Guoban) -> None:
    said = guoban("status", "--ledger", "nowhere.db")
    assert said.code == 1
    assert "guoban new nowhere.db" in said.sentence


def test_a_folder_that_is_not_there_is_told(guoban: Guoban) -> None:
    said = guoban("new", "nowhere/a.db")
    assert said.code == 1
    assert "nowhere" in said.sentence


def test_a_file_that_is_no_ledger_is_told(guoban: Guoban, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("指标,值\n", "utf-8")
    said = guoban("status", "--ledger", "a.txt")
    assert said.code == 1
    assert "a.txt" in said.sentence


def test_a_read_only_ledger_can_be_read_but_not_written(guoban: Guoban, public: str) -> None:
    Path(public).chmod(stat.S_IRUSR)
    assert guoban("status", "--ledger", public, "--json").code == 0
    said = guoban("record", "cpi", "2023-06", "0.1", "--ledger", public)
    assert said.code == 1
    assert "只读" in said.sentence


def test_a_month_that_has_not_come_is_refused(guoban: Guoban, public: str) -> None:
    said = guoban("status", "--ledger", public, "--as-of", "2027-01")
    assert said.code == 1
    assert "2027-01 还没有到" in said.sentence


def test_help_and_version_are_no_errors(guoban: Guoban) -> None:
    shown = guoban("--help")
    assert (shown.code, shown.err) == (0, "")
    assert "双过半" in shown.out
    assert "tour" in shown.out
    assert guoban("record", "-h").code == 0
    assert guoban("--version").out.startswith("guoban ")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("fly",), "没有命令 fly"),
        (("status", "--speed"), "没有选项 --speed"),
        (("status", "extra"), "多余的参数 extra"),
        (("status", "--region"), "选项 --region 后面缺少值"),
        (("record", "cpi", "2023-06"), "缺少参数 VALUE"),
        (("record", "cpi", "--loud", "1"), "没有选项 --loud"),
        (("record", "cpi", "2023-06", "1", "--loud"), "多余的参数 --loud"),
        (("record", "cpi", "2023-06", "-x"), "没有选项 -x"),
        (("target", "set", "cpi", "FY", "3"), "缺少选项 --year"),
        (("target", "set", "cpi", "FY", "3", "--year", "今年"), "选项 --year 要写整数"),
        (("new", "a.db", "--from", "memory"), "gansu-2023、sample、blank"),
        (("export", "pie", "--out", "a.png"), "trajectory、board"),
        (("status", "--json=yes"), "选项 --json 后面不带值"),
    ],
)
def test_wrong_usage_is_told_in_one_line(guoban: Guoban, words: tuple[str, ...], told: str) -> None:
    said = guoban(*words)
    assert said.code == 2
    assert told in said.sentence
    assert "--help" in said.sentence


def test_the_tour_is_named_here_but_needs_the_window(guoban: Guoban) -> None:
    assert "缺少参数 DIR" in guoban("tour").sentence
    assert "guoban tour pictures" in guoban("tour", "pictures").sentence


def test_no_command_shows_the_help(guoban: Guoban) -> None:
    for words in ((), ("target",)):
        said = guoban(*words)
        assert said.code == 2
        assert "Usage" in said.err or "用法" in said.err


def test_an_unnamed_person_can_still_record(
    guoban: Guoban, blank: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 4_000_000)
    guoban("record", "cpi", "2023-06", "0.1", "--ledger", blank)
    (entry,) = guoban("history", "cpi", "2023-06", "--ledger", blank, "--json").json
    assert entry["author"] == "未署名"


def test_json_stays_json_where_the_terminal_has_no_chinese(
    guoban: Guoban, blank: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    guoban("record", "cpi", "2023-06", "0.1", "--note", "反馈", "--ledger", blank)
    terminal = TextIOWrapper(BytesIO(), encoding="latin-1")
    monkeypatch.setattr("sys.stdout", terminal)
    assert main(["history", "cpi", "2023-06", "--ledger", blank, "--json"]) == 0
    terminal.flush()
    (entry,) = json.loads(terminal.buffer.getvalue())  # type: ignore[attr-defined]
    assert entry["note"] == "反馈"


def test_words_of_click_that_have_no_translation_are_passed_on() -> None:
    assert usage_sentence(click.UsageError("something\nelse.")) == (
        "something else。用法见 guoban --help。"
    )
