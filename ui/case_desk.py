"""CaseDesk: what a person does to a case of 督查, each as one revision and one undo step."""

from uuid import uuid4

from tracker.edits import Changes
from tracker.inspection.case import Case, CaseDraft, closed, noted, reopened, saved, submitted
from tracker.inspection.half_year import InspectionRow, closing_doubt, half_month
from tracker.periods import Month
from ui.session import Session

_STEP_WORDS = {"submit": "报请复核", "close": "销号", "reopen": "退回整改"}


class CaseDesk:
    """Records through the session. Every method raises TrackerError and then changed nothing."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def can_record(self) -> bool:
        """Say whether the ledger takes anything now."""
        return not self._session.store.read_only and not self._session.only_looks

    def is_changed(self, row: InspectionRow, draft: CaseDraft) -> bool:
        """Say whether a draft says something else than its row."""
        case = row.case
        if case is None:
            blank = CaseDraft(department=row.department)
            return draft != blank
        due = "" if case.due_on is None else case.due_on.isoformat()
        return draft != CaseDraft(case.reason, case.measure, row.department, case.responsible, due)

    def save(self, row: InspectionRow, draft: CaseDraft) -> Changes:
        """Record what was typed; the first time it opens the case."""
        case = draft.applied_to(self._case_of(row))
        return self._record(row, case, "改督查事项" if row.case else "立督查事项")

    def open_case(self, indicator: str, region: str) -> Changes:
        """Open a case that has nothing written in it yet."""
        case = self._new(indicator, region, half_month(self._session.as_of))
        name = self._session.snapshot.indicator(indicator).name
        place = self._session.snapshot.region(region).name
        return self._session.record([saved(case)], f"立督查事项 {place}{name}")

    def note(self, row: InspectionRow, text: str) -> Changes:
        """Record a line of progress."""
        case = self._case_of(row)
        who, today = self._session.store.author, self._session.today()
        return self._record(row, noted(case, text, who, today), "记进展")

    def step(self, row: InspectionRow, step: str) -> Changes:
        """Hand in for the check, close, or send back."""
        case, who = self._case_of(row), self._session.store.author
        if step == "submit":
            moved = submitted(case, who)
        elif step == "close":
            moved = closed(case, who, self._session.today())
        else:
            moved = reopened(case)
        return self._record(row, moved, _STEP_WORDS[step])

    def doubt(self, row: InspectionRow) -> str:
        """Say what speaks against closing a row's case; empty for nothing."""
        if row.case is None:
            return ""
        return closing_doubt(self._session.snapshot, row.case, self._session.as_of)

    def _case_of(self, row: InspectionRow) -> Case:
        """Return a row's case, or an empty one of the year and month that the row is about."""
        about = row.progress
        return row.case or self._new(*row.key, about.as_of)

    def _new(self, indicator: str, region: str, month: Month) -> Case:
        who = self._session.store.author
        return Case(str(uuid4()), indicator, region, month.year, month, who)

    def _record(self, row: InspectionRow, case: Case, what: str) -> Changes:
        text = f"{what} {row.region.name}{row.progress.indicator.name}"
        return self._session.record([saved(case)], text)
