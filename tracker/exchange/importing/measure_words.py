"""What else headers say: measure, basis, status, what is no figure of a month, and filling words."""

from collections.abc import Mapping
from enum import StrEnum

from tracker.indicators import Basis, Measure, Status


class Role(StrEnum):
    """What a row or column is when it holds no figure to enter."""

    TOTAL = "total"
    TARGET = "target"
    COMPUTED = "computed"


LAST_YEAR = "last_year"
"""The value of words that move the period a year back."""

_GROWTH = (
    "同比增长率 同比增长速度 同比增长 同比增速 同比增幅 同比增减 同比升降 同比涨幅 同比± 同比 增长速度 增速 "
    "增长率 增长 增幅 涨幅 增减% 增减(%) 增减率 增减幅度 ± 比上年同期增长 比去年同期增长 比上年增长 "
    "比去年增长 较上年同期增长 较去年同期增长 较上年增长 比上年同期± 比去年同期± 比上年± 比上年同期增减% "
    "比上年同期增减(%) 名义增长 可比增长"
)
_RANK = (
    "位次 排名 排位 名次 全国位次 全省位次 全国排名 全省排名 全国排位 全省排位 增速位次 增速排名 增速排位 "
    "增长位次 增幅位次 增幅排名 全省增速排名 全国增速排名 全省增速位次 全国增速位次"
)
_AMOUNT = "总量 绝对额 绝对量 绝对值 绝对数 总额 金额 完成额 完成数 完成量 累计完成额 实际完成额"
_YTD = (
    "累计 本年累计 年累计 年初累计 自年初累计 自年初 累计值 累计数 本月止累计 至本月累计 本月止 年初至本月 "
    "1至本月 1-本月 累计完成"
)
_MONTH = "当月 本月 单月 当月值 本月值 当月数 本月数 当月完成 本月完成"
_BALANCE = "余额 期末余额 月末余额"
_STATUS = {
    Status.ESTIMATE: "预计 预计数 预计值 预估",
    Status.FLASH: "快报 快报数",
    Status.PUBLISHED: "公布数 公布值",
    Status.PRELIMINARY: "初步核算 初步核算数 初步数 初核数",
    Status.FINAL: "最终核实 最终核实数 核实数",
    Status.REVISED: "修订 修订数 修订后",
}
_TOTAL = "合计 总计 小计 汇总 合计数 总计数 共计"
_TARGET = (
    "目标 目标值 目标数 目标任务 年度目标 全年目标 年目标 任务 任务数 年度任务 全年任务 计划 计划数 年度计划 "
    "全年计划 年计划 预期目标 年度目标任务 全年目标任务"
)
_COMPUTED = (
    "完成率 完成进度 进度 占比 比重 序时进度 与序时差 时间进度 差距 环比 差额 净增 增量 增加额 增减额 增减量 "
    "比全国 比全省 高于全国 高于全省 贡献率 拉动 完成比例 完成百分比 完成任务 完成目标 完成年度目标 完成全年目标 "
    "完成计划 完成年计划 完成年度计划 占年度目标 占全年目标 占年计划 占全年任务 完成年度任务 完成全年任务"
)
_LAST_YEAR = "上年同期 去年同期 上年同月 去年同月 上年同期数 去年同期数 上年同期值 去年同期值"
_FILLING = (
    "完成情况 完成 实际完成 实际 实绩 情况 值 数 数值 数据 指标值 其中 本期 期末 月末 指标 主要指标 指标名称 分市州 "
    "各市州 市州 市(州) 截至 截止 统计 一览 表 的"
)
_TITLE_FILLING = (
    "主要 经济 年度 我省 我市 我县 我州 我区 省 市 县 区 县区 县(区) 县市区 县(市区) 县(市、区) 各县 各县区 各市 "
    "各地 各区 分县区 分地区 地区 关于 全 月度 季度 进展 通报 报表 汇总表 统计表 情况表 表格 月报 月报表 "
    "快报表 台账 一览表 按 分"
)


def spoken_words() -> Mapping[str, tuple[str, object]]:
    """Return every fixed word → (kind, value); the kinds are fields of Words."""
    words: dict[str, tuple[str, object]] = {}
    for kind, value, text in (
        ("filling", None, _FILLING),
        ("title", None, _TITLE_FILLING),
        ("measure", Measure.GROWTH, _GROWTH),
        ("measure", Measure.RANK, _RANK),
        ("measure", Measure.AMOUNT, _AMOUNT),
        ("basis", Basis.YTD, _YTD),
        ("basis", Basis.MONTH, _MONTH),
        ("basis", Basis.BALANCE, _BALANCE),
        ("role", Role.TOTAL, _TOTAL),
        ("role", Role.TARGET, _TARGET),
        ("role", Role.COMPUTED, _COMPUTED),
        ("shift", LAST_YEAR, _LAST_YEAR),
        *(("status", status, text) for status, text in _STATUS.items()),
    ):
        words.update(dict.fromkeys(text.split(), (kind, value)))
    return words
