"""guoban import: a file's figures get into the ledger as far as they are certain."""

from pathlib import Path

import pytest

from resources import ROOT
from tests.cli.conftest import Guoban, Outcome
from tests.conftest import open_store
from tracker.exchange.long_form import read_rows
from tracker.indicators import Basis, CellKey, Measure
from tracker.periods import Month

FIXTURES = Path(__file__).parents[1] / "data" / "import"
LATER = ROOT / "ledgers" / "gansu-2023-later.csv"
TITLE = "2023年1-5月固定资产投资增速（%）,\n地区,增速\n"


def growth_of(ledger: str, region: str, indicator: str = "fixed_investment") -> float | None:
    """Return what stands for May 2023."""
    key = CellKey(indicator, region, Month(2023, 5), Measure.GROWTH, Basis.YTD)
    with open_store(Path(ledger), read_only=True) as store:
        actual = store.snapshot().actual(key)
    return None if actual is None else actual.value


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """Return a small table with one cell that is no number."""
    path = tmp_path / "固投.csv"
    path.write_text(TITLE + "兰州市,5.1\n白银市,六\n天水市,7\n武威市,—\n", encoding="gb18030")
    return path


def test_what_is_certain_is_written_and_the_rest_is_told(
    guoban: Guoban, blank: str, sheet: Path
) -> None:
    said = guoban("import", str(sheet), "--ledger", blank, "--json")
    assert said.code == 0
    told = said.json
    assert (told["written"], told["unchanged"], told["conflicts"]) == (2, 0, [])
    (problem,) = told["problems"]
    assert (problem["sheet"], problem["cell"]) == ("固投", "B4")
    assert "六" in problem["message"]
    assert growth_of(blank, "620100") == 5.1
    assert growth_of(blank, "620600") is None


def test_a_dry_run_shows_old_and_new_and_writes_nothing(
    guoban: Guoban, blank: str, sheet: Path
) -> None:
    said = guoban("import", str(sheet), "--ledger", blank, "--dry-run")
    assert said.code == 0
    assert "会写入 2 个数" in said.out
    assert "固投 B3  兰州固投 2023-05 同比：空 → 5.1%" in said.out
    assert "固投 B4" in said.out
    assert growth_of(blank, "620100") is None


def test_the_same_file_twice_changes_nothing(guoban: Guoban, blank: str, sheet: Path) -> None:
    guoban("import", str(sheet), "--ledger", blank)
    again = guoban("import", str(sheet), "--ledger", blank, "--json").json
    assert (again["written"], again["unchanged"]) == (0, 2)


def test_an_import_is_one_revision_and_one_undo(guoban: Guoban, blank: str, sheet: Path) -> None:
    guoban("import", str(sheet), "--ledger", blank, "--author", "李四")
    key = CellKey("fixed_investment", "620100", Month(2023, 5), Measure.GROWTH, Basis.YTD)
    with open_store(Path(blank)) as store:
        (entry,) = store.history(key)
        assert (entry.text, entry.author) == ("导入 固投.csv", "李四")
        store.revert(entry.revision, "撤销")
        assert not store.snapshot().actuals("620100", 2023)
        assert not store.snapshot().actuals("620500", 2023)


def test_an_import_wins_over_what_stands(guoban: Guoban, blank: str, sheet: Path) -> None:
    guoban(
        "record", "fixed_investment", "2023-05", "1", "--region", "620100", "--status", "final",
        "--ledger", blank,
    )  # fmt: skip
    told = guoban("import", str(sheet), "--ledger", blank, "--json").json
    first = told["writes"][0]
    assert (first["old"], first["new"], first["status"]) == (1.0, 5.1, "final")
    assert growth_of(blank, "620100") == 5.1


def test_the_later_months_of_gansu_are_imported_as_they_ship(guoban: Guoban, public: str) -> None:
    told = guoban("import", str(LATER), "--ledger", public, "--json").json
    assert told["written"] == len(read_rows(LATER))
    assert (told["problems"], told["conflicts"], told["questions"]) == ([], [], [])
    again = guoban("import", str(LATER), "--ledger", public, "--json").json
    assert (again["written"], again["unchanged"]) == (0, told["written"])
    log = guoban("history", "funds_in_place", "2023-12", "--ledger", public, "--json").json
    assert [(one["new"], one["published_on"], one["current"]) for one in log] == [
        (5961.26, "2024-01-24", True),
        (5961.27, "2024-01-17", False),
    ]


@pytest.mark.parametrize(
    "name", ["gansu-2023.csv", "gansu-2023-targets.csv"], ids=["figures", "targets"]
)
def test_what_the_ledger_was_made_of_is_no_news(guoban: Guoban, public: str, name: str) -> None:
    path = ROOT / "ledgers" / name
    told = guoban("import", str(path), "--ledger", public, "--json").json
    assert (told["written"], told["unchanged"]) == (0, len(read_rows(path)))
    assert told["problems"] == told["conflicts"] == []


@pytest.mark.parametrize("kind", ["xlsx", "xls"])
def test_libreoffice_workbooks_are_imported(guoban: Guoban, blank: str, kind: str) -> None:
    told = guoban("import", str(FIXTURES / f"growth.{kind}"), "--ledger", blank, "--json").json
    assert told["written"] == 18
    assert told["problems"] == []
    assert growth_of(blank, "622900") == 150.0
    told = guoban("import", str(FIXTURES / f"month.{kind}"), "--ledger", blank, "--json").json
    assert told["written"] == 8
    assert [one["cell"] for one in told["problems"]] == ["A7", "D5", "B8"]
    assert growth_of(blank, "620400", "funds_in_place") == -8.0
    told = guoban("import", str(FIXTURES / f"indicators.{kind}"), "--ledger", blank, "--json").json
    assert told["written"] == 5
    assert [one["cell"] for one in told["problems"]] == ["A6", "A7"]


def test_the_four_files_of_one_table_are_the_same_figures(guoban: Guoban, blank: str) -> None:
    names = ["growth.xlsx", "growth.xls", "growth-utf8.csv", "growth-gb18030.csv"]
    counts = []
    for name in names:
        told = guoban("import", str(FIXTURES / name), "--ledger", blank, "--json").json
        counts.append((told["written"], told["unchanged"]))
    assert counts == [(18, 0), (0, 18), (0, 18), (0, 18)]


def test_what_a_table_does_not_say_is_asked_once_for_its_shape(
    guoban: Guoban, blank: str, tmp_path: Path
) -> None:
    def table(name: str, month: int) -> str:
        path = tmp_path / name
        heads = ",".join(f"1-{one}月" for one in range(3, month + 1))
        values = ",".join(str(one) for one in range(3, month + 1))
        path.write_text(f"地区,{heads}\n兰州市,{values}\n", encoding="utf-8")
        return str(path)

    may = table("报表.csv", 5)
    asked = guoban("import", may, "--ledger", blank, "--json")
    assert asked.code == 0
    assert asked.json["written"] == 0
    assert [one["about"] for one in asked.json["questions"]] == ["indicator"]
    assert "--indicator" in asked.json["problems"][0]["message"]
    answers = ("--indicator", "固投", "--measure", "growth", "--year", "2023")
    assert guoban("import", may, "--ledger", blank, "--json", *answers).json["written"] == 3
    june = guoban("import", table("报表.csv", 6), "--ledger", blank, "--json").json
    assert (june["written"], june["unchanged"], june["questions"]) == (1, 3, [])


def test_conflicts_and_assumptions_are_told(guoban: Guoban, blank: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("2023年固投增速（%）\n地区,3月\n兰州,1\n兰州市,2\n白银,3\n", encoding="utf-8")
    said = guoban("import", str(path), "--ledger", blank)
    assert said.code == 0
    assert "已写入 1 个数" in said.out
    assert "冲突（2）" in said.out
    assert "按累计读入" in said.out
    told = guoban("import", str(path), "--ledger", blank, "--json").json
    assert [(one["sheet"], one["cell"]) for one in told["conflicts"]] == [("a", "B3"), ("a", "B4")]


def test_many_remarks_are_cut(guoban: Guoban, blank: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    rows = "".join(f"第{number}开发区,1\n" for number in range(30))
    path.write_text(TITLE + "兰州市,1\n" + rows, encoding="utf-8")
    assert "还有 10 条" in guoban("import", str(path), "--ledger", blank).out


def known_error(said: Outcome) -> str:
    """Return the sentence of a run that failed as it should."""
    assert said.code == 1
    return said.sentence


def test_files_that_cannot_be_read_are_told_in_a_sentence(guoban: Guoban, blank: str) -> None:
    assert "找不到" in known_error(guoban("import", "没有.xlsx", "--ledger", blank))
    locked = str(FIXTURES / "password.xlsx")
    assert "有密码" in known_error(guoban("import", locked, "--ledger", blank))


def test_answers_that_are_none_are_told(guoban: Guoban, blank: str, sheet: Path) -> None:
    words = ("import", str(sheet), "--ledger", blank)
    assert "没有指标" in known_error(guoban(*words, "--indicator", "xx"))
    assert "口径" in known_error(guoban(*words, "--measure", "xx"))
    assert "--month" in known_error(guoban(*words, "--month", "13"))
    assert guoban(*words, "--year", "x").code == 2
