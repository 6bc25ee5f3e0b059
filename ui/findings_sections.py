"""FindingsSections: the lines of the list in 填报, from what review finds about a month."""

from collections.abc import Sequence
from functools import partial

from tracker import wording
from tracker.indicators import CellKey, Light
from tracker.inspection.stage_list import StageLine, StageList
from tracker.review import Check, Finding, Severity
from tracker.review.confirmations import Answer
from tracker.review.flips import Flip, first_known_days, flips_since_first_known
from tracker.review.red_lights import ASKED
from ui.models.entry_findings import EntryFindings
from ui.session import Session
from ui.widgets.findings_pane import FindingEntry

_MARKS = {Severity.ERROR: Light.RED, Severity.WARNING: Light.YELLOW, Severity.NOTICE: Light.NONE}
Sections = Sequence[tuple[str, Sequence[FindingEntry]]]


class FindingsSections:
    """Sorts findings under heads: what waits for a word first, what is answered last."""

    def __init__(self, session: Session, findings: EntryFindings) -> None:
        self._session = session
        self._findings = findings

    def of_month(self) -> Sections:
        """Return the sections of the month in view."""
        answered = self._findings.of_month()
        waiting = [(finding, None) for finding, answer in answered if answer is None]
        red = self._of(waiting, Check.RED)
        missing = self._of(waiting, Check.MISSING, Check.LATE)
        revised = self._of(waiting, Check.REVISED)
        named = {Check.RED, Check.MISSING, Check.LATE, Check.REVISED}
        rest = [self._entry(*one) for one in waiting if one[0].check not in named]
        return (
            ("红灯待说明", red),
            ("修订待说明", revised),
            ("需核对", rest),
            ("未报", missing),
            ("因修订翻转的灯", [self._flip(one) for one in self._flips()]),
            ("以前月份红灯待说明", [self._entry(*one) for one in self._findings.postponed()]),
            ("已说明、已确认", [self._entry(*one) for one in answered if one[1] is not None]),
        )

    def as_list(self) -> StageList:
        """Return the sections as one list to print."""
        session = self._session
        lines = [
            StageLine((head, wording.LIGHT_WORDS[entry.light], entry.name, entry.sentence))
            for head, entries in self.of_month()
            for entry in entries
        ]
        region = session.snapshot.region(session.region).name
        month = f"{session.as_of.year} 年 {session.as_of.month} 月"
        return StageList(
            stage=None,
            title=f"{region} {month}检查与未报清单",
            sentence=f"共 {len(lines)} 条",
            heads=("类别", "灯", "指标", "说明"),
            lines=tuple(lines),
            sample=session.snapshot.is_sample,
        )

    def _of(self, waiting: Sequence[tuple[Finding, None]], *checks: Check) -> list[FindingEntry]:
        return [self._entry(*one) for one in waiting if one[0].check in checks]

    def _flips(self) -> tuple[Flip, ...]:
        """Compare the month's lights with those that its first figures had lit."""
        session = self._session
        store, region, month = session.store, session.region, session.as_of
        cells = (key for key in store.log.revised_cells(region, month.year) if key.month == month)
        first = first_known_days(store.history(key) for key in cells)
        seen_on = session.known_on or session.today()
        earlier = {key: day for key, day in first.items() if day <= seen_on}
        known_on = partial(session.sight.of, store)
        return flips_since_first_known(known_on, session.snapshot, earlier, region, month)

    def _flip(self, flip: Flip) -> FindingEntry:
        row = flip.after
        basis = row.indicator.basis_of(row.measure)
        key = CellKey(row.indicator.id, row.region, self._session.as_of, row.measure, basis)
        sentence = flip.sentence.removeprefix(f"{row.indicator.name}：")
        return FindingEntry(key, row.light, row.indicator.name, sentence)

    def _entry(self, finding: Finding, answer: Answer | None) -> FindingEntry:
        key = finding.key
        assert isinstance(key, CellKey)
        light = Light.RED if finding.check is Check.RED else _MARKS[finding.severity]
        sentence = (
            finding.sentence.removeprefix(ASKED)
            if answer is None
            else f"{answer.text}（{answer.author}）"
        )
        name = self._session.snapshot.indicator(key.indicator).name
        if key.month != self._session.as_of:
            name = f"{name} {key.month.month} 月"
        return FindingEntry(key, light, name, sentence, answer is not None)
