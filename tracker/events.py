"""Events (大事): what happened when, to be flagged on the time axis of pictures.

A ledger keeps each as a setting `event.<id>`, written as JSON, so it has history and undo.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.edits import SettingEdit
from tracker.errors import BadValue, UnknownName
from tracker.json_text import read_json
from tracker.periods import Month

PREFIX = "event."
LONGEST_TEXT = 20
"""How many characters an event may have: it stands under an axis."""
_DAY_FORM = "2023-04-12"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in a region in a month, or on a day of it.

    `indicator` is None for what concerns every indicator.
    """

    id: str
    region: str
    month: Month
    text: str
    indicator: str | None = None
    day: int | None = None

    @property
    def at(self) -> float:
        """Where it stands in its year, in months from its start; without a day mid-month."""
        if self.day is None:
            return self.month.month - 0.5
        return self.month.month - 1 + (self.day - 0.5) / self.month.last_day.day

    @property
    def when(self) -> str:
        """The month, or the day, as people write and enter it: 2023-04, 2023-04-12."""
        return str(self.month) if self.day is None else f"{self.month}-{self.day:02d}"

    @property
    def words(self) -> str:
        """What stands under the axis: 4 月 12 日 招商大会."""
        day = "" if self.day is None else f" {self.day} 日"
        return f"{self.month.month} 月{day} {self.text}"

    @property
    def setting(self) -> str:
        """The name of the setting that holds it."""
        return f"{PREFIX}{self.id}"

    def written(self) -> str:
        """Return the text that the setting holds."""
        held = {
            "when": self.when,
            "text": self.text,
            "region": self.region,
            "indicator": self.indicator,
        }
        return json.dumps(held, ensure_ascii=False)


def event_of(
    event_id: str, region: str, when: str, text: str, indicator: str | None = None
) -> Event:
    """Make an event of what a person typed; the text is put on one line.

    Raises BadValue for a text that is empty or too long, and for what is neither month nor day.
    """
    words = " ".join(text.split())
    if not words:
        raise BadValue("大事要写内容，如“兰洽会开幕”。")
    if len(words) > LONGEST_TEXT:
        raise BadValue(f"“{words}”有 {len(words)} 个字，大事最多写 {LONGEST_TEXT} 个字，请缩短。")
    month, day = _when(when.strip())
    return Event(event_id, region, month, words, indicator, day)


def saved(event: Event) -> SettingEdit:
    """Return the edit that enters an event, or changes the one with its id."""
    return SettingEdit(event.setting, event.written())


def removed(event: Event) -> SettingEdit:
    """Return the edit that removes an event."""
    return SettingEdit(event.setting, None)


def events_of(settings: Mapping[str, str]) -> tuple[Event, ...]:
    """Return the events of a ledger, earliest first; what no program wrote is passed over."""
    found = []
    for name, text in settings.items():
        event = _read(name.removeprefix(PREFIX), text) if name.startswith(PREFIX) else None
        if event is not None:
            found.append(event)
    return tuple(sorted(found, key=lambda one: (one.month, one.at, one.text, one.id)))


def events_on(settings: Mapping[str, str], region: str, indicator: str | None) -> tuple[Event, ...]:
    """Return the events of a region that concern an indicator; None asks for the general ones."""
    return tuple(
        event
        for event in events_of(settings)
        if event.region == region and event.indicator in (None, indicator)
    )


def find_event(settings: Mapping[str, str], wanted: str) -> Event:
    """Return the event whose id begins so, or whose text it is. Raises BadValue."""
    held = events_of(settings)
    found = [one for one in held if wanted and (one.id.startswith(wanted) or one.text == wanted)]
    if len(found) == 1:
        return found[0]
    if found:
        raise BadValue(f"“{wanted}”有 {len(found)} 件大事，请用 guoban event list 里的编号。")
    raise BadValue(f"没有大事“{wanted}”，请看 guoban event list。")


def _when(text: str) -> tuple[Month, int | None]:
    if len(text) < len(_DAY_FORM):
        return Month.parse(text), None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise BadValue(f"“{text}”不是日期，请写成 {_DAY_FORM} 或 {_DAY_FORM[:7]}。") from None
    return Month(day.year, day.month), day.day


def _read(event_id: str, text: str) -> Event | None:
    try:
        held: Mapping[str, Any] = read_json(text)
        indicator = held.get("indicator")
        return event_of(
            event_id,
            str(held["region"]),
            str(held["when"]),
            str(held["text"]),
            None if indicator is None else str(indicator),
        )
    except (ValueError, KeyError, TypeError, AttributeError, BadValue, UnknownName):
        return None
