"""guoban check, backup, restore and salvage: an office's only copy is never in doubt."""

import sqlite3
from pathlib import Path

from tests.cli.conftest import Guoban


def tampered(ledger: str) -> None:
    connection = sqlite3.connect(ledger)
    connection.execute("DROP TRIGGER actual_entry_refuses_update")
    connection.execute(
        "UPDATE actual_entry SET value = 999 WHERE id = (SELECT max(id) FROM actual_entry)"
    )
    connection.commit()
    connection.close()


def test_a_sound_ledger_is_said_to_be_sound(guoban: Guoban, public: str) -> None:
    assert guoban("check", "--ledger", public).out == "台账完好：页、流水链和现值都对得上。\n"


def test_a_row_altered_outside_the_program_is_named(guoban: Guoban, public: str) -> None:
    tampered(public)
    said = guoban("check", "--ledger", public)
    assert said.code == 1
    assert "公开的数据（截至2023年6月）" in said.out
    assert "改动过" in said.out
    assert guoban("check", "--ledger", public, "--json").json["findings"]


def test_a_backup_is_made_listed_and_restored_into_a_new_file(
    guoban: Guoban, public: str, tmp_path: Path
) -> None:
    assert "还没有" in guoban("backup", "--list", "--ledger", public).out
    assert "已备份并验证" in guoban("backup", "--ledger", public).out
    (held,) = guoban("backup", "--list", "--ledger", public, "--json").json
    assert held["reason"] == "wish"
    assert "手动" in guoban("backup", "--list", "--ledger", public).out
    guoban("record", "funds_in_place", "2023-07", "3500", "--ledger", public)
    said = guoban("restore", held["path"], "--out", "back.guoban", "--ledger", public).out
    assert "有 1 个数不同" in said
    assert "现在的台账有、备份没有的修订 1 条" in said
    again = guoban("restore", held["path"], "--out", "back.guoban")
    assert again.code == 1
    assert "已经存在" in again.sentence
    assert guoban("check", "--ledger", "back.guoban").code == 0


def test_salvage_reads_what_can_be_read(guoban: Guoban, public: str, tmp_path: Path) -> None:
    with Path(public).open("r+b") as file:
        file.seek(30 * 4096)
        file.write(b"\xff" * 4096)
    result = guoban("salvage", public, "--out", "out.guoban", "--json").json
    assert result["rows"]["修订"] > 0
    assert guoban("status", "--ledger", "out.guoban", "--as-of", "2023-03").code == 0
    assert "已写成" in guoban("salvage", public, "--out", "out2.guoban").out
