"""The 通报 as a whole: title, sections, and the sentences of each."""

from dataclasses import dataclass

from tracker.bulletin.changes import spoken_period
from tracker.bulletin.indicator import indicator_sentences
from tracker.bulletin.members import member_sentences
from tracker.bulletin.sentence import Sentence
from tracker.bulletin.whole import summary_sentences
from tracker.indicators import Indicator
from tracker.periods import Month
from tracker.progress import headline_rows
from tracker.snapshot import Snapshot
from tracker.wording import ordinal


@dataclass(frozen=True, slots=True)
class Section:
    """A head and its paragraphs; each paragraph is the sentences about one matter."""

    head: str
    paragraphs: tuple[tuple[Sentence, ...], ...]


@dataclass(frozen=True, slots=True)
class Bulletin:
    """A draft for people to choose from and to sign."""

    title: str
    sections: tuple[Section, ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence, in order."""
        return tuple(
            sentence
            for section in self.sections
            for paragraph in section.paragraphs
            for sentence in paragraph
        )

    @property
    def text(self) -> str:
        """The bulletin as plain text: title, heads numbered in Chinese, a line a paragraph."""
        lines = [self.title]
        for number, section in enumerate(self.sections, 1):
            lines.append(f"{ordinal(number)}、{section.head}")
            for paragraph in section.paragraphs:
                lines.append("".join(sentence.text for sentence in paragraph))
        return "\n".join(lines)


def bulletin(
    snapshot: Snapshot,
    region: str,
    as_of: Month,
    *,
    indicator: str | None = None,
    department: str | None = None,
) -> Bulletin:
    """Draft the bulletin of a region's month: of one indicator, of a department, or of everything.

    Sections are the levers that have something to tell. Raises UnknownName.
    """
    place = snapshot.region(region)
    period = spoken_period(as_of.month)
    wanted = _wanted(snapshot, region, as_of, indicator, department)
    sections: list[Section] = []
    if indicator is None:
        departments = () if department is None else (department,)
        summary = summary_sentences(snapshot, region, as_of, departments)
        if summary:
            sections.append(Section("总体情况", (summary,)))
    for lever in dict.fromkeys(one.lever for one in wanted):
        told = [
            (
                *indicator_sentences(snapshot, one.id, region, as_of),
                *member_sentences(snapshot, one.id, region, as_of),
            )
            for one in wanted
            if one.lever == lever
        ]
        paragraphs = tuple(paragraph for paragraph in told if paragraph)
        if paragraphs:
            sections.append(Section(lever, paragraphs))
    title = f"{place.name}{as_of.year}年{period}主要经济指标完成情况通报"
    return Bulletin(title, tuple(sections))


def _wanted(
    snapshot: Snapshot, region: str, as_of: Month, indicator: str | None, department: str | None
) -> list[Indicator]:
    if indicator is not None:
        return [snapshot.indicator(indicator)]
    rows = headline_rows(snapshot, region, as_of)
    found = [row.indicator for row in rows]
    if department is not None:
        return [one for one in found if one.lead_department == department]
    return found
