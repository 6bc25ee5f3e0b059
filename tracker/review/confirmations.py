"""What people answered to findings: a warning confirmed with a note, a red light explained.

Both are the ledger's settings, so they have history and undo. A confirmation is about one value:
when the figure changes, it says nothing any more.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.edits import SettingEdit
from tracker.errors import BadValue
from tracker.indicators import CellKey
from tracker.json_text import read_json
from tracker.periods import Month
from tracker.review.finding import Check, Finding, Severity
from tracker.snapshot import Snapshot

_CONFIRMED, _EXPLAINED = "confirmed.", "explanation."
LONGEST_NOTE = 200


@dataclass(frozen=True, slots=True)
class Answer:
    """A note with its author and day; `value` is the figure it was given for."""

    text: str
    author: str
    on: date
    value: float | None = None


def confirmation_setting(finding: Finding) -> str:
    """Name the setting that confirms a finding about a figure."""
    key = finding.key
    assert isinstance(key, CellKey), finding
    return f"{_CONFIRMED}{finding.check}.{_cell(key)}"


def confirm(
    snapshot: Snapshot, finding: Finding, note: str, author: str, today: date
) -> SettingEdit:
    """Confirm a warning: the figure is right although it looks odd. Raises BadValue.

    An error cannot be confirmed, and a note is asked for: “已核对” alone helps nobody later.
    """
    if finding.severity is Severity.ERROR:
        raise BadValue(f"{finding.check.label}是错误，不能确认，请改数。")
    assert isinstance(finding.key, CellKey), finding
    held = snapshot.actual(finding.key)
    value = None if held is None else held.value
    return SettingEdit(
        confirmation_setting(finding), _written(Answer(_note(note), author, today, value))
    )


def confirmed(snapshot: Snapshot, finding: Finding) -> Answer | None:
    """Return the confirmation of a finding, if it was given for the figure that stands now."""
    if not isinstance(finding.key, CellKey):
        return None
    answer = _read(snapshot.settings.get(confirmation_setting(finding)))
    held = snapshot.actual(finding.key)
    if answer is None or held is None or answer.value != held.value:
        return None
    return answer


def open_findings(snapshot: Snapshot, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Leave out what a person has confirmed, and red lights that are explained."""
    return tuple(
        finding
        for finding in findings
        if confirmed(snapshot, finding) is None
        and not (finding.check is Check.RED and explanation_of(snapshot, finding) is not None)
    )


def explanation_setting(indicator: str, region: str, month: Month) -> str:
    """Name the setting that explains why a light is red."""
    return f"{_EXPLAINED}{region}.{indicator}.{month}"


def explain(key: CellKey, text: str, author: str, today: date) -> SettingEdit:
    """Explain a red light; an empty text takes the explanation back. Raises BadValue."""
    name = explanation_setting(key.indicator, key.region, key.month)
    if not text.strip():
        return SettingEdit(name, None)
    return SettingEdit(name, _written(Answer(_note(text), author, today)))


def explanation_of(snapshot: Snapshot, finding: Finding) -> Answer | None:
    """Return the explanation that was given for a red light."""
    key = finding.key
    if not isinstance(key, CellKey):
        return None
    name = explanation_setting(key.indicator, key.region, key.month)
    return _read(snapshot.settings.get(name))


def _cell(key: CellKey) -> str:
    return f"{key.region}.{key.indicator}.{key.month}.{key.measure}.{key.basis}"


def _note(text: str) -> str:
    note = " ".join(text.split())
    if not note:
        raise BadValue("请写一句说明，例如“当月集中入库，已与企业核对”。")
    if len(note) > LONGEST_NOTE:
        raise BadValue(f"说明太长（{len(note)} 字），请不超过 {LONGEST_NOTE} 字。")
    return note


def _written(answer: Answer) -> str:
    held = {"text": answer.text, "author": answer.author, "on": answer.on.isoformat()}
    return json.dumps(held | {"value": answer.value}, ensure_ascii=False)


def _read(text: str | None) -> Answer | None:
    """Read an answer; one that nobody of us wrote counts as none."""
    if text is None:
        return None
    try:
        held: Mapping[str, Any] = read_json(text)
        on = date.fromisoformat(held["on"])
        return Answer(str(held["text"]), str(held["author"]), on, held.get("value"))
    except (ValueError, KeyError, TypeError):
        return None
