"""A number is read however it was written; anything else is refused with a reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import BadValue
from tracker.exchange.numerals import NumberProblem, is_blank, read_number, says_none


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1046.5", 1046.5),
        ("1,046.5", 1046.5),
        ("26,851", 26851),
        ("1,234,567.25", 1234567.25),
        ("1 046.5", 1046.5),
        ("1\u00a0046.5", 1046.5),
        ("１，０４６．５", 1046.5),
        ("　754.1 ", 754.1),
        ("\ufeff754.1\u200b", 754.1),
        ("-0.3", -0.3),
        ("−0.3", -0.3),
        ("－０．３", -0.3),
        ("﹣0.3", -0.3),
        ("- 0.3", -0.3),
        ("+6.5", 6.5),
        ("＋6.5", 6.5),
        ("12.", 12),
        (".5", 0.5),
        ("0", 0),
        ("-0", 0),
    ],
)
def test_an_amount_is_read_as_tables_write_it(text: str, value: float) -> None:
    assert read_number(text, "亿元") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("6.5%", 6.5),
        ("6.5 ％", 6.5),
        ("-8.0%", -8.0),
        ("下降8.0%", -8.0),
        ("下降 8.0 %", -8.0),
        ("负增长8.0%", -8.0),
        ("增长6.5%", 6.5),
        ("同比增长６．５％", 6.5),
        ("增长-2.0%", -2.0),
        ("持平", 0.0),
        ("增长1.5倍", 150.0),
    ],
)
def test_growth_may_be_written_in_words(text: str, value: float) -> None:
    assert read_number(text, "%") == value


@pytest.mark.parametrize("text", ["-", "—", "——", "－－", "–", "…", "……", "...", " — "])
def test_a_dash_says_that_there_is_no_figure(text: str) -> None:
    assert read_number(text, "亿元") is None
    assert says_none(text)
    assert not is_blank(text)


@pytest.mark.parametrize("text", ["", " ", "　", "\u00a0\t", "\u200b"])
def test_blank_is_not_the_same_as_a_dash_and_not_zero(text: str) -> None:
    assert read_number(text, "亿元") is None
    assert is_blank(text)
    assert not says_none(text)


@pytest.mark.parametrize(
    ("text", "unit", "reason", "suggestion"),
    [
        ("61.2万", "万亩", "“61.2万”带了文字，本行单位已是万亩。", "61.2"),
        ("61.2 万亩", "万亩", "“61.2 万亩”带了文字，本行单位已是万亩。", "61.2"),
        ("1,046.5亿", "亿元", "“1,046.5亿”带了文字，本行单位已是亿元。", "1046.5"),
        (
            "7541000万元",
            "亿元",
            "“7541000万元”带了文字，本行单位是亿元，请换算后只填数字。",
            "754.1",
        ),
        ("1.2万", "户", "“1.2万”带了文字，本行单位是户，请换算后只填数字。", "12000"),
        ("61.2万", "亿元", "“61.2万”带了文字，本行单位是亿元，请换算后只填数字。", None),
        ("61.2吨", "万亩", "“61.2吨”带了文字，本行单位是万亩，请换算后只填数字。", None),
        ("1,0465万", "万亩", "“1,0465万”带了文字，本行单位已是万亩。", None),
        ("9" * 15 + "亿", "亿元", f"“{'9' * 15}亿”带了文字，本行单位已是亿元。", "9" * 15),
        ("9" * 16 + "亿", "亿元", f"“{'9' * 16}亿”带了文字，本行单位已是亿元。", None),
        ("61.2万", "", "“61.2万”带了文字，请只填数字。", None),
        ("1..5", "亿元", "“1..5”有两个小数点，请核对。", "1.5"),
        ("1.2.3", "亿元", "“1.2.3”有两个小数点，请核对。", None),
        ("1,0465", "亿元", "“1,0465”的千分位逗号位置不对，请核对是否漏了数字。", None),
        ("12 34", "亿元", "“12 34”的千分位逗号位置不对，请核对是否漏了数字。", None),
        ("754。1", "亿元", "“754。1”的小数点写成了句号。", "754.1"),
        ("(8.0)", "%", "“(8.0)”带了括号，负数请写负号。", "-8.0"),
        ("（8.0）", "亿元", "“（8.0）”带了括号，负数请写负号。", "-8.0"),
        ("34.9%", "亿元", "“34.9%”带了百分号，本行单位是亿元，请填数值，不填百分比。", None),
        ("1.05E+03", "亿元", "“1.05E+03”是科学计数法，请让原表显示全部数字再复制。", None),
        ("#DIV/0!", "亿元", "“#DIV/0!”是表格里的错误值，请先改好原表再复制。", None),
        ("######", "亿元", "原表列宽不够，复制来的是“###”，请拉宽那一列再复制。", None),
        ("abc", "亿元", "“abc”不是数字，本行单位是亿元，请只填数字。", None),
        ("增长6.5%", "亿元", "“增长6.5%”不是数字，本行单位是亿元，请只填数字。", None),
        ("增长1,5%", "%", "“增长1,5%”不是数字，本行单位是%，请只填数字。", None),
        ("下降-8.0%", "%", "“下降-8.0%”说不清是升是降，请直接填数字，如 -8.0。", None),
        ("下降1.5倍", "%", "“下降1.5倍”说不清是升是降，请直接填数字，如 -8.0。", None),
        ("1000000000000000", "亿元", "“1000000000000000”太大了，请核对位数和单位。", None),
        ("nan", "", "“nan”不是数字，请只填数字。", None),
        ("inf", "%", "“inf”不是数字，本行单位是%，请只填数字。", None),
        ("5²", "亿元", "“5²”带了文字，本行单位是亿元，请换算后只填数字。", None),
        ("①", "亿元", "“①”不是数字，本行单位是亿元，请只填数字。", None),
        ("--5", "亿元", "“--5”不是数字，本行单位是亿元，请只填数字。", None),
        ("字" * 30, "", f"“{'字' * 19}…”不是数字，请只填数字。", None),
    ],
)
def test_what_is_no_number_is_refused_with_its_reason(
    text: str, unit: str, reason: str, suggestion: str | None
) -> None:
    with pytest.raises(NumberProblem) as refused:
        read_number(text, unit)
    assert (str(refused.value), refused.value.suggestion) == (reason, suggestion)
    assert refused.value.text == text
    assert isinstance(refused.value, BadValue)


def outcome_of(text: str, unit: str) -> float | NumberProblem | None:
    """Read a text; a refusal is an outcome too."""
    try:
        return read_number(text, unit)
    except NumberProblem as problem:
        return problem


@given(st.text(), st.sampled_from(["", "%", "亿元", "万亩", "户", "万吨标煤"]))
def test_any_text_is_a_finite_number_nothing_or_a_problem(text: str, unit: str) -> None:
    outcome = outcome_of(text, unit)
    if isinstance(outcome, NumberProblem):
        assert outcome.reason.endswith("。")
        assert outcome.suggestion is None or read_number(outcome.suggestion, unit) is not None
    else:
        assert outcome is None or abs(outcome) < 1e15


@given(st.integers(-(10**10), 10**10), st.integers(0, 3))
def test_a_printed_number_reads_back_with_or_without_commas(digits: int, decimals: int) -> None:
    value = digits / 10**decimals
    assert read_number(f"{value:,.{decimals}f}", "亿元") == value
    assert read_number(f"{value:.{decimals}f}".replace("-", "−"), "亿元") == value
