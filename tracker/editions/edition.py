"""An edition says how far each device's chain had come, and seals it with the chains' hashes.

Because a chain's hash covers everything before it, the heads are the whole state: figures,
targets, rules. Later revisions, also those that a merge brings in, lie behind the heads.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from tracker.edits import SettingEdit
from tracker.errors import BadValue, UnknownName
from tracker.json_text import read_json
from tracker.periods import Month

PREFIX = "edition."
_LONGEST = 30

Heads = Mapping[str, tuple[int, str]]
"""Device → the number and hash of its last revision."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What was frozen: the view, the heads of the chains, and who did it when.

    `made_on` is the 出图 date of every picture of the edition, so that they stay the same bytes.
    """

    name: str
    region: str
    as_of: Month
    known_on: date | None
    made_on: date
    by: str
    heads: Heads
    fingerprint: str

    @property
    def short_fingerprint(self) -> str:
        """The part of the fingerprint that people compare."""
        return self.fingerprint[:12]

    @property
    def broken_seal(self) -> str:
        """Say that the fingerprint is not that of the heads; empty where it is."""
        found = fingerprint(self.heads)
        if found == self.fingerprint:
            return ""
        return (
            f"会议版“{self.name}”写着指纹 {self.short_fingerprint}，"
            f"按它记下的流水算出来是 {found[:12]}，两者不一样。"
        )


def fingerprint(heads: Heads) -> str:
    """Return the seal of a state: the hash of all chains' heads."""
    lines = [f"{device} {number} {seal}" for device, (number, seal) in sorted(heads.items())]
    return sha256("\n".join(lines).encode()).hexdigest()


def edition_setting(name: str) -> str:
    """Name the setting that holds an edition."""
    return f"{PREFIX}{name}"


def freeze(
    settings: Mapping[str, str],
    name: str,
    view: tuple[str, Month, date | None],
    heads: Heads,
    signed: tuple[str, date],
) -> SettingEdit:
    """Freeze a view (region, as-of, known-on) under a name. Raises BadValue for a bad name.

    `signed` is who does it and on which day. A name is taken once and for all.
    """
    clean = " ".join(name.split())
    if not clean:
        raise BadValue("会议版要有一个名字，如“5 月调度会”。")
    if len(clean) > _LONGEST:
        raise BadValue(f"会议版的名字太长（{len(clean)} 字），请不超过 {_LONGEST} 字。")
    if edition_setting(clean) in settings:
        raise BadValue(f"已经有会议版“{clean}”，冻结过的不能改；请换一个名字。")
    region, as_of, known_on = view
    by, made_on = signed
    held = {
        "region": region,
        "as_of": str(as_of),
        "known_on": None if known_on is None else known_on.isoformat(),
        "made_on": made_on.isoformat(),
        "by": by,
        "heads": {device: list(head) for device, head in heads.items()},
        "fingerprint": fingerprint(heads),
    }
    return SettingEdit(edition_setting(clean), json.dumps(held, ensure_ascii=False))


def editions(settings: Mapping[str, str]) -> tuple[Edition, ...]:
    """Return the editions of a ledger, the latest first; what nobody of us wrote is left out."""
    found = []
    for name, text in settings.items():
        if name.startswith(PREFIX):
            edition = _read(name.removeprefix(PREFIX), text)
            if edition is not None:
                found.append(edition)
    return tuple(sorted(found, key=_moment, reverse=True))


def _moment(one: Edition) -> tuple[date, int, str]:
    """Return what sorts editions by time: of one day, the later has the longer chains."""
    return one.made_on, sum(number for number, _ in one.heads.values()), one.name


def edition_of(settings: Mapping[str, str], name: str) -> Edition:
    """Return an edition by name. Raises UnknownName."""
    text = settings.get(edition_setting(name))
    found = None if text is None else _read(name, text)
    if found is None:
        known = "、".join(one.name for one in editions(settings)) or "还没有"
        raise UnknownName(f"没有会议版“{name}”；已有的会议版：{known}。")
    return found


def _read(name: str, text: str) -> Edition | None:
    try:
        held: Mapping[str, Any] = read_json(text)
        known_on = held["known_on"]
        return Edition(
            name,
            str(held["region"]),
            Month.parse(held["as_of"]),
            None if known_on is None else date.fromisoformat(known_on),
            date.fromisoformat(held["made_on"]),
            str(held["by"]),
            {str(d): (int(head[0]), str(head[1])) for d, head in held["heads"].items()},
            str(held["fingerprint"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, UnknownName):
        return None
