"""Case (督查事项): why an indicator of a region lags, what is done about it, by whom, by when.

A ledger keeps each as a setting `case.<id>`, written as JSON, so it has history and undo.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from tracker.edits import SettingEdit
from tracker.errors import BadValue, UnknownName
from tracker.json_text import read_json
from tracker.periods import Month

PREFIX = "case."
LONGEST_TEXT = 500
"""How many characters a reason, a measure or a note may have."""


class CaseState(StrEnum):
    """How far a case is. An open one is any but CLOSED."""

    AWAITED = "awaited"
    UNDER_WAY = "under_way"
    CHECKING = "checking"
    CLOSED = "closed"


STATE_WORDS = {
    CaseState.AWAITED: "待报措施",
    CaseState.UNDER_WAY: "整改中",
    CaseState.CHECKING: "待复核",
    CaseState.CLOSED: "已销号",
}
_TEXTS = ("indicator", "region", "opened_by", "reason", "measure", "department", "responsible",
          "submitted_by", "closed_by")  # fmt: skip


@dataclass(frozen=True, slots=True)
class CaseNote:
    """One line of progress: on which day, by whom, what."""

    on: date
    by: str
    text: str


@dataclass(frozen=True, slots=True)
class Case:
    """One matter under inspection. `department` and `responsible` answer for it; `opened_by` and
    `submitted_by` are those who wrote it down, and one of them may not close it.
    """

    id: str
    indicator: str
    region: str
    year: int
    opened: Month
    opened_by: str = ""
    reason: str = ""
    measure: str = ""
    department: str = ""
    responsible: str = ""
    due_on: date | None = None
    notes: tuple[CaseNote, ...] = ()
    state: CaseState = CaseState.AWAITED
    submitted_by: str = ""
    closed_on: date | None = None
    closed_by: str = ""

    @property
    def is_open(self) -> bool:
        """Say whether it still waits for something."""
        return self.state is not CaseState.CLOSED

    @property
    def setting(self) -> str:
        """The name of the setting that holds it."""
        return f"{PREFIX}{self.id}"

    def days_left(self, today: date) -> int | None:
        """Return the days until it is due, negative when overdue; None: closed or no due date."""
        return (self.due_on - today).days if self.is_open and self.due_on is not None else None

    def written(self) -> str:
        """Return the text that the setting holds."""
        held: dict[str, object] = {name: getattr(self, name) for name in ("year", *_TEXTS)}
        held |= {
            "opened": str(self.opened),
            "state": self.state.value,
            "due_on": None if self.due_on is None else self.due_on.isoformat(),
            "closed_on": None if self.closed_on is None else self.closed_on.isoformat(),
            "notes": [
                {"on": note.on.isoformat(), "by": note.by, "text": note.text} for note in self.notes
            ],
        }
        return json.dumps(held, ensure_ascii=False, sort_keys=True)


def edited(
    case: Case,
    *,
    reason: str | None = None,
    measure: str | None = None,
    department: str | None = None,
    responsible: str | None = None,
) -> Case:
    """Change what is written in a case; None leaves a field. With a measure it is 整改中.

    Raises BadValue for a closed case and for a text that is too long.
    """
    _refuse_closed(case)
    given = {"reason": reason, "measure": measure, "department": department,
             "responsible": responsible}  # fmt: skip
    texts = {name: tidy(text) for name, text in given.items() if text is not None}
    changed = replace(case, **texts)  # type: ignore[arg-type]  # every field named is a str
    if changed.state is CaseState.CHECKING and changed.measure:
        return changed
    state = CaseState.UNDER_WAY if changed.measure else CaseState.AWAITED
    return replace(changed, state=state)


@dataclass(frozen=True, slots=True)
class CaseDraft:
    """What a person typed about a case, not yet read."""

    reason: str = ""
    measure: str = ""
    department: str = ""
    responsible: str = ""
    due_on: str = ""

    def applied_to(self, case: Case) -> Case:
        """Return the case as it was typed. Raises BadValue for a date or a text that is none."""
        changed = edited(
            case,
            reason=self.reason,
            measure=self.measure,
            department=self.department,
            responsible=self.responsible,
        )
        return due(changed, read_due(self.due_on))


def due(case: Case, on: date | None) -> Case:
    """Set the day by which it must be done; None: none. Raises BadValue for a closed case."""
    _refuse_closed(case)
    return replace(case, due_on=on)


def noted(case: Case, text: str, by: str, on: date) -> Case:
    """Add a line of progress. Raises BadValue for an empty one."""
    words = tidy(text)
    if not words:
        raise BadValue("进展要写内容，如“两家企业已复产”。")
    return replace(case, notes=(*case.notes, CaseNote(on, by, words)))


def submitted(case: Case, by: str) -> Case:
    """Hand a case in for the check (待复核). Raises BadValue without a reason or a measure."""
    _refuse_closed(case)
    lacking = [
        word for word, text in (("滞后原因", case.reason), ("整改措施", case.measure)) if not text
    ]
    if lacking:
        raise BadValue(f"{'和'.join(lacking)}还没有写，写好再报请复核。")
    if case.state is CaseState.CHECKING:
        raise BadValue("这一项已经报请复核，等另一个人复核销号。")
    return replace(case, state=CaseState.CHECKING, submitted_by=by)


def closed(case: Case, by: str, on: date) -> Case:
    """Close a case (销号), which somebody else than who handed it in must do. Raises BadValue."""
    _refuse_closed(case)
    if case.state is not CaseState.CHECKING:
        raise BadValue(f"这一项还是“{STATE_WORDS[case.state]}”，先报请复核，再由另一个人销号。")
    if case.submitted_by == by:
        raise BadValue(f"这一项是{by}自己报请复核的，要由另一个人销号。")
    return replace(case, state=CaseState.CLOSED, closed_on=on, closed_by=by)


def reopened(case: Case) -> Case:
    """Take a closed case, or one that waits for its check, up again. Raises BadValue."""
    if case.state not in (CaseState.CLOSED, CaseState.CHECKING):
        raise BadValue(f"这一项是“{STATE_WORDS[case.state]}”，不用退回。")
    state = CaseState.UNDER_WAY if case.measure else CaseState.AWAITED
    return replace(case, state=state, submitted_by="", closed_on=None, closed_by="")


def saved(case: Case) -> SettingEdit:
    """Return the edit that enters a case, or changes the one with its id."""
    return SettingEdit(case.setting, case.written())


def removed(case: Case) -> SettingEdit:
    """Return the edit that removes a case."""
    return SettingEdit(case.setting, None)


def cases_of(settings: Mapping[str, str], year: int | None = None) -> tuple[Case, ...]:
    """Return the cases of a ledger (of a year), oldest first; what cannot be read is left out."""
    found = [
        case
        for name, text in settings.items()
        if name.startswith(PREFIX)
        and (case := _read(name.removeprefix(PREFIX), text)) is not None
        and year in (None, case.year)
    ]
    return tuple(sorted(found, key=lambda case: (case.opened, case.id)))


def find_case(settings: Mapping[str, str], wanted: str) -> Case:
    """Return the case whose id begins so. Raises UnknownName."""
    found = [case for case in cases_of(settings) if wanted and case.id.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UnknownName(f"“{wanted}”有 {len(found)} 项，请把编号写长些，见 guoban case list。")
    raise UnknownName(f"没有督查事项“{wanted}”，编号见 guoban case list。")


def read_due(text: str) -> date | None:
    """Read a due date as people type it: 2023-07-31; empty is none. Raises BadValue."""
    words = text.strip()
    if not words:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise BadValue(f"“{words}”不是日期，完成时限请写成 2023-07-31 这样。") from None


def tidy(text: str) -> str:
    """Put a text on one line. Raises BadValue when it is too long."""
    words = " ".join(text.split())
    if len(words) > LONGEST_TEXT:
        raise BadValue(f"写了 {len(words)} 个字，最多 {LONGEST_TEXT} 个字，请缩短。")
    return words


def _refuse_closed(case: Case) -> None:
    if not case.is_open:
        raise BadValue(f"这一项 {case.closed_on} 已由{case.closed_by}销号，先退回再改。")


def _read(case_id: str, text: str) -> Case | None:
    try:
        held: Mapping[str, Any] = read_json(text)
        text_of = {name: str(held.get(name, "")) for name in _TEXTS}
        return Case(
            case_id,
            text_of["indicator"],
            text_of["region"],
            int(held["year"]),
            Month.parse(str(held["opened"])),
            opened_by=text_of["opened_by"],
            reason=text_of["reason"],
            measure=text_of["measure"],
            department=text_of["department"],
            responsible=text_of["responsible"],
            due_on=_day(held.get("due_on")),
            notes=tuple(
                CaseNote(date.fromisoformat(note["on"]), str(note["by"]), str(note["text"]))
                for note in held.get("notes", ())
            ),
            state=CaseState(held["state"]),
            submitted_by=text_of["submitted_by"],
            closed_on=_day(held.get("closed_on")),
            closed_by=text_of["closed_by"],
        )
    except (ValueError, KeyError, TypeError, AttributeError, UnknownName):
        return None


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
