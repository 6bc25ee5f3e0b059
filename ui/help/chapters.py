"""The manual as it ships: its chapters, where their files are, and what answers a search."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from resources import ROOT as RESOURCES

_AROUND = 18
"""Letters of the line that are shown before a hit."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter; one about a page bears the page's name."""

    name: str
    title: str


CHAPTERS = (
    Chapter("first", "第一次打开"),
    Chapter("overview", "总览"),
    Chapter("entry", "填报"),
    Chapter("charts", "图表"),
    Chapter("regions", "市州"),
    Chapter("inspection", "督查"),
    Chapter("targets", "目标"),
    Chapter("bulletin", "通报"),
    Chapter("meetings", "会议"),
    Chapter("ledger", "数据与备份"),
    Chapter("rules", "规则"),
    Chapter("settings", "设置"),
    Chapter("commands", "命令行"),
    Chapter("terms", "术语与算法"),
    Chapter("keys", "键盘"),
    Chapter("trouble", "出了问题怎么办"),
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A part of a chapter that answers a search: its heading ("" at the start), and the line."""

    chapter: Chapter
    heading: str
    line: str


class Manual:
    """Reads chapters when they are asked for. `language` is zh or en; what en lacks is Chinese."""

    def __init__(self, language: str = "zh", folder: Path = RESOURCES / "manual") -> None:
        self._folder = folder
        self._language = language

    def path(self, chapter: str) -> Path:
        """Return the file of a chapter."""
        own = self._folder / self._language / f"{chapter}.md"
        return own if own.is_file() else self._folder / f"{chapter}.md"

    def text(self, chapter: str) -> str:
        """Return a chapter as Markdown."""
        return self.path(chapter).read_text("utf-8")

    def search(self, typed: str) -> list[Hit]:
        """Return the parts that hold every word, those with one in the heading first."""
        wanted = words_of(typed)
        if not wanted:
            return []
        found = [
            (
                all(word in heading.lower() for word in wanted),
                Hit(chapter, heading if number else "", line),
            )
            for chapter in CHAPTERS
            for number, (heading, lines) in enumerate(parts(self.text(chapter.name)))
            if (line := _answer(heading, lines, wanted))
        ]
        return [hit for _, hit in sorted(found, key=lambda one: not one[0])]


def chapter_of(page: str) -> Chapter:
    """Return the chapter of a page, the first chapter for a page without one."""
    return next((one for one in CHAPTERS if one.name == page), CHAPTERS[0])


def words_of(typed: str) -> list[str]:
    """Return the words of a search in small letters."""
    return typed.lower().split()


def parts(markdown: str) -> list[tuple[str, list[str]]]:
    """Split a chapter at its headings: heading, and its lines without marks."""
    found: list[tuple[str, list[str]]] = []
    for line in markdown.splitlines():
        if line.startswith("#"):
            found.append((plain(line.lstrip("#")), []))
        elif found and (words := plain(line)):
            found[-1][1].append(words)
    return found


def plain(line: str) -> str:
    """Return a line of Markdown as it reads on the page."""
    line = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", line)
    line = re.sub(r"^\s*(?:[-*]|\d+\.)\s+|^\|[-|\s]+\|$|^```\w*$", "", line)
    return " ".join(re.sub(r"\*\*|`|\|", " " if "|" in line else "", line).split())


def _answer(heading: str, lines: Sequence[str], wanted: Sequence[str]) -> str:
    """Return the line that shows a hit, begun near the first word; "" when a word is missing."""
    whole = "\n".join([heading, *lines]).lower()
    if not all(word in whole for word in wanted):
        return ""
    for line in lines:
        at = min((place for word in wanted if (place := line.lower().find(word)) >= 0), default=-1)
        if at >= 0:
            return line if at <= _AROUND else f"…{line[at - _AROUND :]}"
    return lines[0] if lines else heading
