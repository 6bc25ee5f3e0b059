"""The questions of an import as the window asks them, with the answers to pick from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, NamedTuple

from tracker.exchange.importing import QUESTION_WORDS, Hints, ImportPlan
from tracker.exchange.units import scale_between
from tracker.indicators import Basis, Catalogue, Measure
from tracker.wording import MEASURE_WORDS

_YEARS = 12
_UNITS = (
    "元",
    "万元",
    "亿元",
    "万美元",
    "亿美元",
    "人",
    "万人",
    "户",
    "万户",
    "吨",
    "万吨",
    "亩",
    "万亩",
)
_NAMES = {
    "indicator": "指标", "measure": "口径", "year": "年份", "month": "月份",
    "basis": "累计或当月", "unit": "单位",
}  # fmt: skip


class Choice(NamedTuple):
    """An answer to pick; `words` are further names it is found by."""

    value: str
    text: str
    words: str = ""


_LEFT_OPEN = Choice("", "不指定")

Answers = Mapping[tuple[str, str], str]
"""(field of Hints, sheet) → the answer as text."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question. `sheets` are those that the answer holds for; `value` is the answer given.

    Without `needed` it may stay as it is.
    """

    about: str
    sheets: tuple[str, ...]
    sentence: str
    options: tuple[Choice, ...]
    value: str = ""
    needed: bool = True

    @property
    def shown(self) -> str:
        """What the button says."""
        found = next((one.text for one in self.options if one.value == self.value), "")
        return found if self.value and found else f"选{_NAMES[self.about]}"


def questions(
    plan: ImportPlan, catalogue: Catalogue, year: int, answers: Answers
) -> tuple[Asked, ...]:
    """Return what is to be asked: open questions first, then what was answered, then units.

    The same question of several sheets is asked once; but each sheet has an indicator of its own.
    """
    offered = {
        "indicator": _indicators(catalogue),
        "measure": tuple(
            Choice(one.value, MEASURE_WORDS[one])
            for one in (Measure.AMOUNT, Measure.GROWTH, Measure.RANK)
        ),
        "year": tuple(Choice(str(one), f"{one} 年") for one in _span(year)),
        "month": tuple(Choice(str(one), f"{one} 月") for one in range(1, 13)),
        "basis": (Choice(Basis.YTD.value, "累计"), Choice(Basis.MONTH.value, "当月")),
    }
    asked: list[Asked] = []
    for (about, _), sheets in _grouped(plan).items():
        where = sheets[0] if len(sheets) == 1 else f"{len(sheets)} 张表"
        sentence = f"{where}：{QUESTION_WORDS[about]}"
        asked.append(Asked(about, tuple(sheets), sentence, offered[about]))
    return (*asked, *_answered(offered, answers), *_units(plan, catalogue, answers))


def hints_of(usual: Hints, answers: Answers) -> Hints:
    """Return the hints of a file with the answers for single sheets in them."""
    given: dict[str, dict[str, Any]] = {}
    for (about, sheet), text in answers.items():
        if text:
            given.setdefault(sheet, {})[about] = _READ.get(about, str)(text)
    known = {one.name for one in fields(Hints)}
    assert all(name in known for held in given.values() for name in held)
    base = replace(usual, of_sheets={})
    return replace(base, of_sheets={name: replace(base, **held) for name, held in given.items()})


_READ: Mapping[str, Any] = {"measure": Measure, "basis": Basis, "year": int, "month": int}


def _grouped(plan: ImportPlan) -> dict[tuple[str, str], list[str]]:
    groups: dict[tuple[str, str], list[str]] = {}
    for question in plan.questions:
        alone = question.sheet if question.about == "indicator" else ""
        sheets = groups.setdefault((question.about, alone), [])
        if question.sheet not in sheets:
            sheets.append(question.sheet)
    return groups


def _answered(offered: Mapping[str, tuple[Choice, ...]], answers: Answers) -> list[Asked]:
    """Return what was answered already, so that it can be answered otherwise."""
    groups: dict[tuple[str, str], list[str]] = {}
    for (about, sheet), text in answers.items():
        if text and about in offered:
            groups.setdefault((about, text), []).append(sheet)
    return [
        Asked(
            about, tuple(sheets), f"{'、'.join(sheets[:2])}：{_NAMES[about]}按你选的",
            (_LEFT_OPEN, *offered[about]), text, needed=False,
        )
        for (about, text), sheets in groups.items()
    ]  # fmt: skip


def _units(plan: ImportPlan, catalogue: Catalogue, answers: Answers) -> list[Asked]:
    """Return a question for the sheets that name no unit; the ledger's is taken meanwhile."""
    sheets: dict[tuple[tuple[Choice, ...], str, str], list[str]] = {}
    for table in plan.tables:
        value = answers.get(("unit", table.sheet), "")
        if not (table.assumed_unit or value):
            continue
        own = [catalogue.indicator(name).unit for name in table.indicators]
        fitting = [
            one for one in _UNITS if any(scale_between(one, unit) is not None for unit in own)
        ]
        options = (_LEFT_OPEN, *(Choice(one, one) for one in fitting))
        usual = "、".join(dict.fromkeys(own))
        if fitting:
            held = sheets.setdefault((options, value, usual), [])
            if table.sheet not in held:
                held.append(table.sheet)
    return [
        Asked(
            "unit", tuple(names),
            f"{'、'.join(names[:2])}：没写单位，按{'你选的' if value else f'台账的{usual}'}读入",
            options, value, needed=False,
        )
        for (options, value, usual), names in sheets.items()
    ]  # fmt: skip


def _indicators(catalogue: Catalogue) -> tuple[Choice, ...]:
    found: Sequence[Any] = sorted(catalogue.indicators.values(), key=lambda one: one.order)
    return tuple(Choice(one.id, one.name, one.short_name) for one in found)


def _span(year: int) -> range:
    return range(year, year - _YEARS, -1)
