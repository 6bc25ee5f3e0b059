"""责任书: what is recognised in its sheets, what is not and why, and what people write there."""

import re

import pytest

from tests.exchange.importing.drawn_sheets import TODAY, drawn
from tests.in_memory import PROVINCE, Figures
from tracker.edits import SettingEdit, TargetEdit
from tracker.exchange.importing import Hints, ImportPlan
from tracker.exchange.sheets import Merge, Sheet
from tracker.exchange.target_sheets import plan_target_sheets
from tracker.periods import Month

PLAIN = """
甘肃省2023年目标责任书（省政发〔2023〕1号）
序号 | 指标 | 单位 | 全年目标 | 一季度 | 上半年 | 前三季度 | 责任单位 | 责任领导
1 | 招商引资到位资金 | 亿元 | 3000 | 600 | 1500 | 2200亿元 | 省商务厅 | 张三
2 | 地区生产总值增速 | % | ≥6% | 6左右 | 5—6 | 同比增长6% | 省发展改革委 | 李四
3 | 居民消费价格涨幅 | % | 控制在3%以内 | — | | | 省发展改革委 | 李四
4 | 能源消费总量 | 万吨标煤 | 不超过8600 | | 4300 | | |
注：由省政府办公厅解释
"""


def plan(*sheets: Sheet, held: Figures | None = None, **hints: object) -> ImportPlan:
    given = Hints(**hints)  # type: ignore[arg-type]
    return plan_target_sheets(sheets, (held or Figures()).snapshot(), given, today=TODAY)


def targets(found: ImportPlan) -> dict[str, str]:
    """Return cell → indicator, region, year, horizon, measure, tier, comparator and value."""
    said = {}
    for write in found.writes:
        edit = write.edit
        assert isinstance(edit, TargetEdit)
        key = edit.key
        end = "" if edit.upper is None else f"—{edit.upper:g}"
        said[write.cell] = (
            f"{key.indicator} {key.region} {key.year} {key.horizon} {key.measure} {key.tier} "
            f"{edit.comparator} {edit.value:g}{end}"
        )
    return said


def told(found: ImportPlan) -> dict[str, str]:
    """Return cell → sentence of what was left aside."""
    return {remark.cell: remark.message for remark in found.problems}


def test_a_sheet_is_read_with_everything_people_write_in_its_cells() -> None:
    found = plan(drawn(PLAIN))
    assert found.problems == ()
    place = f"{PROVINCE} 2023"
    assert targets(found) == {
        "D3": f"funds_in_place {place} FY amount target at_least 3000",
        "E3": f"funds_in_place {place} Q1 amount target at_least 600",
        "F3": f"funds_in_place {place} H1 amount target at_least 1500",
        "G3": f"funds_in_place {place} Q3 amount target at_least 2200",
        "D4": f"gdp {place} FY growth target at_least 6",
        "E4": f"gdp {place} Q1 growth target about 6",
        "F4": f"gdp {place} H1 growth target range 5—6",
        "G4": f"gdp {place} Q3 growth target at_least 6",
        "D5": f"cpi {place} FY growth target at_most 3",
        "D6": f"energy_consumption {place} FY amount target at_most 8600",
        "F6": f"energy_consumption {place} H1 amount target at_most 4300",
    }
    documents = {
        write.edit.document for write in found.writes if isinstance(write.edit, TargetEdit)
    }
    assert documents == {"省政发〔2023〕1号"}
    (table,) = found.tables
    assert (table.area, table.figures) == ("B2:I7", 11)
    assert table.months == (Month(2023, 3), Month(2023, 12))


def test_owners_are_written_in_the_same_step() -> None:
    found = plan(drawn(PLAIN))
    assert [edit.name for edit in found.memory] == [
        "owner.funds_in_place", "owner.gdp", "owner.cpi",
    ]  # fmt: skip
    assert '"responsible": "张三"' in str(found.memory[0].value)
    assert found.edits()[-3:] == list(found.memory)
    held = Figures(settings={one.name: str(one.value) for one in found.memory})
    assert plan(drawn(PLAIN), held=held).memory == ()


def test_merged_heads_units_in_the_head_and_tiers() -> None:
    sheet = drawn(
        """
        主要指标（单位） | 2024年目标 | | | 力争目标
         | 全年 | 1—6月 | 二季度 | 全年
        一、财政 | | | |
        一般公共预算收入（万元） | 9650000 | 4800000 | 5 | 9800000
        固定资产投资增速（%） | 10左右 | 5—6 | |
        """,
        merges=[Merge(0, 0, 1, 0), Merge(0, 1, 0, 3)],
    )
    found = plan(sheet)
    assert targets(found) == {
        "B4": f"fiscal_revenue {PROVINCE} 2024 FY amount target at_least 965",
        "C4": f"fiscal_revenue {PROVINCE} 2024 H1 amount target at_least 480",
        "E4": f"fiscal_revenue {PROVINCE} 2024 FY amount stretch at_least 980",
        "B5": f"fixed_investment {PROVINCE} 2024 FY growth target about 10",
        "C5": f"fixed_investment {PROVINCE} 2024 H1 growth target range 5—6",
    }
    assert list(told(found)) == ["D2"]
    assert "二季度”不是从1月起的一段" in told(found)["D2"]


def test_regions_of_their_own_and_one_that_was_renamed() -> None:
    found = plan(
        drawn(
            """
            2023年目标分解表
            地区 | 指标 | 全年目标（亿元） | 确保 | 责任人
            兰州 | 到位资金 | 700 | 650 | 甲
            陇西市 | 到位资金 | 70 | 60 | 乙
            """
        )
    )
    assert targets(found) == {
        "C3": "funds_in_place 620100 2023 FY amount target at_least 700",
        "D3": "funds_in_place 620100 2023 FY amount floor at_least 650",
    }
    assert told(found) == {"B4": "没有地区“陇西市”，可能改了名，请写台账里的名字，这一行没有导入。"}
    assert found.memory == (), "a region's person does not answer for the whole province"


@pytest.mark.parametrize(
    ("line", "cell", "words"),
    [
        ("幸福指数 | 分 | 95", "A3", "看不懂“幸福指数”里的"),
        (" | 亿元 | 95", "A3", "没写是哪个指标"),
        ("外贸进出口总值 | 亿元 | 很多", "C3", "不是数字"),
        ("外贸进出口总值 | 万吨 | 620", "C3", "的单位应是亿元，表里写的是万吨"),
        ("外贸进出口总值 | 亿元 | ≥620以内", "C3", "前后说的不一样"),
        ("外贸进出口总值 | 亿元 | #REF!", "C3", "表格里的错误值"),
        ("粮食产量 | 亿斤 | 7月10日", "C3", "带了文字"),
    ],
)
def test_what_is_not_recognised_is_told_by_its_cell(line: str, cell: str, words: str) -> None:
    found = plan(drawn(f"2023年目标\n指标 | 单位 | 全年目标\n{line}"))
    assert found.written == 0
    assert re.search(words, told(found)[cell]), told(found)


def test_columns_that_hold_no_targets_are_named() -> None:
    found = plan(
        drawn(
            """
            2023年目标
            指标 | 单位 | 2022年完成 | 全年目标 | 完成率 | 考评
            到位资金 | 亿元 | 2800 | 3000 | 50 | 优
            """
        )
    )
    assert list(targets(found)) == ["D3"]
    assert told(found)["C2"] == "“2022年完成”不是目标，这一列没有读。"
    assert "E2" in told(found)
    assert "看不懂“考评”" in told(found)["F2"]


def test_a_sheet_without_a_year_is_of_the_one_that_is_given_and_says_so() -> None:
    sheet = drawn("指标 | 单位 | 全年目标\n到位资金 | 亿元 | 3000")
    found = plan(sheet, year=2024)
    assert next(iter(targets(found).values())).startswith(f"funds_in_place {PROVINCE} 2024")
    assert found.assumed[0].message == "表里没写年份，按 2024 年的目标读入"
    dated = plan(drawn("2023年目标\n指标 | 单位 | 全年目标\n到位资金 | 亿元 | 3000"), year=2024)
    assert next(iter(targets(dated).values())).startswith(f"funds_in_place {PROVINCE} 2023")


def test_without_a_unit_a_row_speaks_of_its_usual_measure() -> None:
    found = plan(drawn("2023年目标\n指标 | 全年目标\n到位资金 | 3000\n地区生产总值 | 6%"))
    assert [said.split()[4] for said in targets(found).values()] == ["amount", "growth"]


def test_what_contradicts_itself_is_said_beforehand() -> None:
    found = plan(
        drawn(
            """
            2023年目标
            指标 | 单位 | 全年目标 | 上半年
            到位资金 | 亿元 | 3000 | 3100
            外贸 | 亿元 | 0 |
            """
        )
    )
    assert [one.message for one in found.assumed] == [
        "外贸全年目标是 0，写入后按未设目标处理",
        "招商引资全年目标 3000 比招商引资上半年目标 3100 还小，请核对",
    ]


def test_what_stands_already_is_unchanged_and_two_rows_that_clash_are_left_aside() -> None:
    held = Figures().target("funds_in_place", "FY", 3000)
    lines = "2023年目标\n指标 | 单位 | 全年目标 | 责任单位"
    same = plan(drawn(f"{lines}\n到位资金 | 亿元 | 3000 |"), held=held)
    assert (same.written, same.unchanged) == (0, 1)
    clash = plan(drawn(f"{lines}\n到位资金 | 亿元 | 3000 | 甲\n到位资金 | 亿元 | 3100 | 乙"))
    assert clash.written == 0
    assert len(clash.conflicts) == 2
    assert "责任单位或责任人与上面同一指标的不一样" in told(clash)["A4"]


def test_merged_targets_and_sheets_of_another_kind_are_told() -> None:
    lines = "2023年目标\n指标 | 单位 | 全年目标 | 上半年\n到位资金 | 亿元 | 3000 | 3000"
    merged = plan(drawn(lines, merges=[Merge(2, 2, 2, 3)]))
    assert merged.written == 0
    assert "C3:D3 是合并单元格" in told(merged)["C3"]
    other = plan(drawn("地区 | 5月 | 6月\n兰州 | 5 | 6"))
    assert "没有找到“指标”和“全年目标”“一季度”这样的表头" in told(other)[""]
    assert plan(drawn(" | ")).problems == ()


def test_an_owner_too_long_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    found = plan(
        drawn(
            f"2023年目标\n指标 | 单位 | 全年目标 | 责任单位\n到位资金 | 亿元 | 3000 | {'局' * 41}"
        )
    )
    assert found.memory == ()
    assert "牵头单位太长（41 字）" in told(found)["A2"]
    assert not any(isinstance(edit, SettingEdit) for edit in found.edits())
