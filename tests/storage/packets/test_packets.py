"""填报包: two offices' journals become one; where both changed a cell, a person chooses."""

import io
import json
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from tests.cli.conftest import Guoban, blank, guoban
from tests.conftest import NOW
from tracker.edits import ActualEdit
from tracker.errors import BadValue
from tracker.indicators import Basis, CellKey, Measure
from tracker.periods import Month
from tracker.storage.packets import read_packet
from tracker.storage.store import Store

__all__ = ["blank", "guoban"]
FUNDS = CellKey("funds_in_place", "620000", Month(2023, 5), Measure.AMOUNT, Basis.YTD)
COUNTY = "11111111-2222-4222-8222-000000000001"


@pytest.fixture
def offices(guoban: Guoban, blank: str, tmp_path: Path) -> tuple[str, str]:
    """Return two ledgers of the same beginning: the province's, and a county's copy of it."""
    guoban("record", "funds_in_place", "2023-04", "1046.5", "--ledger", blank)
    county = tmp_path / "county.guoban"
    county.write_bytes(Path(blank).read_bytes())
    return blank, str(county)


def record(guoban: Guoban, ledger: str, value: str, month: str = "2023-05", **more: str) -> None:
    options = [word for name, text in more.items() for word in (f"--{name}", text)]
    said = guoban("record", "funds_in_place", month, value, *options, "--ledger", ledger)
    assert said.code == 0, said.err


def make(guoban: Guoban, county: str, name: str = "up.guobao") -> str:
    said = guoban("return", "make", name, "--month", "2023-05", "--ledger", county, "--force")
    assert said.code == 0, said.err
    return name


def as_county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Be at another machine from here on."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "county-home"))


def as_province(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))


def value(guoban: Guoban, ledger: str, as_of: str = "2023-05") -> object:
    rows = guoban("status", "--as-of", as_of, "--ledger", ledger, "--json").json
    return next((row["value"] for row in rows if row["indicator"] == "funds_in_place"), None)


def test_what_only_they_changed_comes_in_and_twice_is_a_no_op(
    guoban: Guoban, offices: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    province, county = offices
    as_county(tmp_path, monkeypatch)
    record(guoban, county, "1331", author="县里小王")
    packet = make(guoban, county)
    as_province(tmp_path, monkeypatch)
    merge = ("return", "merge", packet, "--ledger", province)
    plan = guoban(*merge, "--dry-run", "--json").json
    assert plan["changes"] == [
        {"kind": "cell", "cell": "funds_in_place/620000/2023-05/amount/ytd", "measure": "amount",
         "old": None, "new": 1331.0, "author": "县里小王",
         "recorded_at": plan["changes"][0]["recorded_at"]}
    ]  # fmt: skip
    assert value(guoban, province) == 1046.5
    assert "已合并 1 条修订，改 1 处，冲突 0 处" in guoban(*merge).out
    assert value(guoban, province) == 1331.0
    assert guoban("check", "--ledger", province).code == 0
    assert "没有可合并的" in guoban(*merge).out
    assert "合并前" in guoban("backup", "--list", "--ledger", province).out


@pytest.mark.parametrize(("take", "expected"), [((), 1300.0), (("--take", "all"), 1331.0)])
def test_where_both_changed_a_cell_ours_stands_until_somebody_chooses(
    guoban: Guoban, offices: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    take: tuple[str, ...], expected: float,
) -> None:  # fmt: skip
    province, county = offices
    record(guoban, province, "1300", author="省里老李")
    as_county(tmp_path, monkeypatch)
    record(guoban, county, "1331", author="县里小王")
    packet = make(guoban, county)
    as_province(tmp_path, monkeypatch)
    said = guoban("return", "merge", packet, *take, "--ledger", province, "--json").json
    (clash,) = said["conflicts"]
    assert (clash["ours"], clash["theirs"], clash["author"]) == (1300.0, 1331.0, "县里小王")
    assert value(guoban, province) == expected
    history = guoban("history", "funds_in_place", "2023-05", "--ledger", province, "--json").json
    assert {1300.0, 1331.0} <= {entry["new"] for entry in history}, "both stay in the log"
    assert guoban("check", "--ledger", province).code == 0


def test_a_locked_month_keeps_its_figure(
    guoban: Guoban, offices: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    province, county = offices
    guoban("lock", "2023-04", "--reason", "已印发", "--ledger", province)
    as_county(tmp_path, monkeypatch)
    record(guoban, county, "1050", "2023-04")
    packet = make(guoban, county)
    as_province(tmp_path, monkeypatch)
    merge = ("return", "merge", packet, "--take", "all", "--ledger", province, "--json")
    said = guoban(*merge).json
    assert said["conflicts"][0]["locked"]
    assert "封账" in said["conflicts"][0]["sentence"]
    assert value(guoban, province, "2023-04") == 1046.5
    assert guoban("check", "--ledger", province).code == 0


def test_ledgers_made_apart_from_one_beginning_unite(
    guoban: Guoban, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    guoban("new", "province.guoban", "--from", "gansu-2023")
    as_county(tmp_path, monkeypatch)
    guoban("new", "county.guoban", "--from", "gansu-2023")
    record(guoban, "county.guoban", "3500", "2023-06")
    packet = make(guoban, "county.guoban")
    as_province(tmp_path, monkeypatch)
    said = guoban("return", "merge", packet, "--ledger", "province.guoban", "--json").json
    assert said["conflicts"] == []
    assert [one["new"] for one in said["changes"]] == [3500.0]
    assert guoban("check", "--ledger", "province.guoban").code == 0


def test_an_undo_over_there_comes_along(
    guoban: Guoban, offices: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    province, county = offices
    as_county(tmp_path, monkeypatch)
    with open_county(county) as store:
        changes = store.record([ActualEdit(FUNDS, 1331.0)], "填报")
        store.revert(changes.revision, "撤销")
    packet = make(guoban, county)
    as_province(tmp_path, monkeypatch)
    assert guoban("return", "merge", packet, "--ledger", province, "--json").json["changes"] == []
    assert value(guoban, province) == 1046.5
    assert guoban("check", "--ledger", province).code == 0


def open_county(path: str) -> Store:
    return Store.open(Path(path), now=lambda: NOW, author="县里小王", device=COUNTY)


def repacked(path: str, change: dict[str, object] | None = None, journal: bytes = b"") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(path) as held, zipfile.ZipFile(out, "w") as made:
        manifest = json.loads(held.read("manifest.json")) | (change or {})
        made.writestr("manifest.json", json.dumps(manifest))
        made.writestr("journal.jsonl", journal or held.read("journal.jsonl"))
    return out.getvalue()


def test_altered_newer_torn_and_foreign_files_are_refused(
    guoban: Guoban, offices: tuple[str, str], tmp_path: Path
) -> None:
    packet = make(guoban, offices[1])
    good = Path(packet).read_bytes()
    assert read_packet(good, packet).month == "2023-05"
    with zipfile.ZipFile(packet) as held:
        lines = held.read("journal.jsonl")
    cases = {
        "被改动过": repacked(packet, journal=lines.replace(b"1046.5", b"1046.6")),
        "更新版本": repacked(packet, {"format": 99}),
        "不是填报包": good[: len(good) // 2],
        "没有传完整": b"PK\x03\x04nonsense",
    }
    for words, content in cases.items():
        with pytest.raises(BadValue, match=words):
            read_packet(content, "x.guobao")
    # A forger who also mends the checksum is caught by the chain.
    forged = lines.replace(b"1046.5", b"1046.6")
    mended = repacked(packet, {"sha256": sha256(forged).hexdigest()}, forged)
    with pytest.raises(BadValue, match="被改动过"):
        read_packet(mended, "x.guobao")


def test_two_copies_changed_on_one_machine_are_a_fork(
    guoban: Guoban, offices: tuple[str, str]
) -> None:
    province, county = offices
    record(guoban, province, "1300")
    record(guoban, county, "1331")
    packet = make(guoban, county)
    assert "分了叉" in guoban("return", "merge", packet, "--ledger", province).sentence


def test_sentences_of_the_command_line(guoban: Guoban, offices: tuple[str, str]) -> None:
    packet = make(guoban, offices[1])
    assert "找不到填报包" in guoban("return", "merge", "no.guobao", "--ledger", offices[0]).sentence
    merge = ("return", "merge", packet, "--ledger", offices[0])
    assert "不在冲突里" in guoban(*merge, "--take", "x/y/z").sentence


def test_a_packet_under_a_passphrase_opens_with_it_alone(
    guoban: Guoban, offices: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    province, county = offices
    for name, words in (("right", "双过半 2023 五月\n备注"), ("wrong", "双过半 2023 六月")):
        (tmp_path / name).write_text(words, encoding="utf-8")
    (tmp_path / "short").write_text("123\n")
    (tmp_path / "empty").write_text("\n")
    right, wrong = str(tmp_path / "right"), str(tmp_path / "wrong")
    as_county(tmp_path, monkeypatch)
    record(guoban, county, "1331")
    make_it = ("return", "make", "up.guobao", "--month", "2023-05", "--ledger", county)
    under = (*make_it, "--passphrase-file")
    assert "口令太短" in guoban(*under, str(tmp_path / "short")).sentence
    assert "第一行是空的" in guoban(*under, str(tmp_path / "empty")).sentence
    assert "读不了口令文件" in guoban(*under, "no").sentence
    assert "已用口令加密" in guoban(*under, right).out
    assert b"1331" not in Path("up.guobao").read_bytes()
    as_province(tmp_path, monkeypatch)
    merge = ("return", "merge", "up.guobao", "--ledger", province)
    assert "加了口令" in guoban(*merge).sentence
    assert "口令不对" in guoban(*merge, "--passphrase-file", wrong).sentence
    torn = Path("up.guobao").read_bytes()[:40]
    with pytest.raises(BadValue, match="没有传完整"):
        read_packet(torn, "up.guobao", "双过半 2023 五月")
    said = guoban(*merge, "--passphrase-file", right)
    assert "已合并 1 条修订" in said.out
    assert "guoban restore" in said.out, "a merge is no undo step, and says so"


def test_conflicts_are_named_so_that_measures_are_told_apart(
    guoban: Guoban, offices: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    province, county = offices
    record(guoban, province, "1300")
    record(guoban, province, "5", measure="growth")
    guoban("target", "funds_in_place", "2023-FY", "3000", "--ledger", province)
    as_county(tmp_path, monkeypatch)
    record(guoban, county, "1331")
    record(guoban, county, "6", measure="growth")
    packet = make(guoban, county)
    as_province(tmp_path, monkeypatch)
    merge = ("return", "merge", packet, "--ledger", province)
    cell = "funds_in_place/620000/2023-05"
    assert "请写全" in guoban(*merge, "--take", cell).sentence
    told = guoban(*merge, "--dry-run", "--take", f"{cell}/growth").out
    assert f"--take {cell}/amount/ytd" in told
    assert "这里 5，" in told
    assert "取对方的" in told
    guoban(*merge, "--take", f"{cell}/growth")
    assert value(guoban, province) == 1300.0


def test_a_packet_with_broken_packing_is_no_packet(
    guoban: Guoban, offices: tuple[str, str]
) -> None:
    good = bytearray(Path(make(guoban, offices[1])).read_bytes())
    good[120:160] = bytes(range(40))
    with pytest.raises(BadValue, match=r"不是填报包|被改动过"):
        read_packet(bytes(good), "x.guobao")
