"""A draft that people edit: words are theirs, numbers stay tied to their cells.

While it is edited a number stands as 【26851】. It can be moved but not changed; when its cell
moves on the line is struck out until it is made anew.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from tracker.bulletin.paper import Bulletin
from tracker.bulletin.sentence import Part, Sentence
from tracker.edits import SettingEdit
from tracker.errors import BadValue
from tracker.indicators import Basis, CellKey, Measure
from tracker.json_text import read_json
from tracker.periods import Month
from tracker.snapshot import Snapshot

PREFIX = "draft."
_TOKEN = re.compile(r"【([^】]*)】")
LONGEST_LINE = 500


def marked(number: str) -> str:
    """Write a number as it stands in a line that is edited; `_TOKEN` finds it again."""
    return f"【{number}】"


@dataclass(frozen=True, slots=True)
class DraftLine:
    """One sentence of a draft, under its section's head; only chosen ones go out."""

    head: str
    sentence: Sentence
    chosen: bool = True

    @property
    def text(self) -> str:
        """The line as it goes out."""
        return self.sentence.text

    @property
    def editable(self) -> str:
        """The line as it is edited: numbers stand in 【】."""
        return "".join(
            part.text if part.cell is None else marked(part.text) for part in self.sentence.parts
        )

    def reworded(self, text: str) -> "DraftLine":
        """Return the line with other words round the same numbers. Raises BadValue."""
        clean = " ".join(text.split())
        if len(clean) > LONGEST_LINE:
            raise BadValue(f"一句最多 {LONGEST_LINE} 字，现在 {len(clean)} 字，请分成两句。")
        numbers = [part for part in self.sentence.parts if part.cell is not None]
        left = list(numbers)
        parts: list[Part] = []
        at = 0
        for found in _TOKEN.finditer(clean):
            if found.start() > at:
                parts.append(Part(clean[at : found.start()]))
            number = next((part for part in left if part.text == found[1]), None)
            if number is None:
                raise BadValue(
                    f"{marked(found[1])}不是这句里的数；数要改请到填报页改，这里只改文字。"
                )
            left.remove(number)
            parts.append(number)
            at = found.end()
        if left:
            missing = "、".join(marked(part.text) for part in left)
            raise BadValue(f"这句少了 {missing}；数连着台账，可以挪动，不能删改。")
        if at < len(clean):
            parts.append(Part(clean[at:]))
        return replace(self, sentence=Sentence(tuple(parts), self.sentence.about))


@dataclass(frozen=True, slots=True)
class Draft:
    """A bulletin under people's hands."""

    title: str
    lines: tuple[DraftLine, ...]

    def stale(self, snapshot: Snapshot) -> tuple[int, ...]:
        """Return the numbers of the lines whose figures have moved on."""
        return tuple(
            number for number, line in enumerate(self.lines) if line.sentence.is_stale(snapshot)
        )

    def with_line(self, number: int, line: DraftLine) -> "Draft":
        """Return the draft with one line replaced."""
        return replace(self, lines=(*self.lines[:number], line, *self.lines[number + 1 :]))

    def refreshed(self, number: int, fresh: "Draft") -> "Draft":
        """Return the draft with one line as it is made from the ledger now; dropped if it is not.

        The line that stands at the same place of the same indicator takes its place.
        """
        old = self.lines[number]
        about = old.sentence.about
        mine = [n for n, line in enumerate(self.lines) if line.sentence.about == about]
        theirs = [line for line in fresh.lines if line.sentence.about == about]
        place = mine.index(number)
        if place < len(theirs):
            return self.with_line(number, replace(theirs[place], chosen=old.chosen))
        return replace(self, lines=(*self.lines[:number], *self.lines[number + 1 :]))

    @property
    def text(self) -> str:
        """The chosen lines as plain text under their heads."""
        out = [self.title]
        for head in dict.fromkeys(line.head for line in self.lines if line.chosen):
            out.append(head)
            out.append("".join(one.text for one in self.lines if one.chosen and one.head == head))
        return "\n".join(out)


def draft_of(made: Bulletin) -> Draft:
    """Begin a draft with everything that a bulletin has to say."""
    return Draft(
        made.title,
        tuple(
            DraftLine(section.head, sentence)
            for section in made.sections
            for paragraph in section.paragraphs
            for sentence in paragraph
        ),
    )


def draft_setting(region: str, as_of: Month) -> str:
    """Name the setting that holds the draft of a region's month."""
    return f"{PREFIX}{region}.{as_of}"


def keep_draft(region: str, as_of: Month, draft: Draft) -> SettingEdit:
    """Keep a draft in the ledger."""
    held = {
        "title": draft.title,
        "lines": [
            {
                "head": line.head,
                "about": line.sentence.about,
                "chosen": line.chosen,
                "parts": [_written(part) for part in line.sentence.parts],
            }
            for line in draft.lines
        ],
    }
    return SettingEdit(draft_setting(region, as_of), json.dumps(held, ensure_ascii=False))


def kept_draft(settings: Mapping[str, str], region: str, as_of: Month) -> Draft | None:
    """Return the draft that is kept for a region's month; None without one that can be read."""
    text = settings.get(draft_setting(region, as_of))
    if text is None:
        return None
    try:
        held: Mapping[str, Any] = read_json(text)
        return Draft(
            str(held["title"]),
            tuple(
                DraftLine(
                    str(line["head"]),
                    Sentence(tuple(map(_read, line["parts"])), str(line["about"])),
                    bool(line["chosen"]),
                )
                for line in held["lines"]
            ),
        )
    except (ValueError, KeyError, TypeError, AttributeError, IndexError):
        return None


def _written(part: Part) -> Any:
    if part.cell is None:
        return part.text
    key = part.cell
    return [
        part.text,
        part.value,
        key.indicator,
        key.region,
        str(key.month),
        key.measure,
        key.basis,
    ]


def _read(held: Any) -> Part:
    if isinstance(held, str):
        return Part(held)
    text, value, indicator, region, month, measure, basis = held
    key = CellKey(indicator, region, Month.parse(month), Measure(measure), Basis(basis))
    return Part(text, key, value)
