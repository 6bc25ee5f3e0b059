"""What reading one table brings up: problems, questions and assumptions, each told once."""

from tracker.exchange.importing.plan import Question, Remark
from tracker.exchange.importing.resolver import Missing
from tracker.exchange.sheets import address

_OPTIONS = {
    "indicator": "--indicator 指标代号",
    "measure": "--measure amount 或 growth",
    "basis": "--basis ytd 或 month",
    "year": "--year 年份",
    "month": "--month 月份",
}


class Findings:
    """Collects remarks about one sheet."""

    def __init__(self, sheet: str) -> None:
        self._sheet = sheet
        self._problems: dict[Remark, None] = {}
        self._questions: dict[str, Question] = {}
        self._assumed: dict[str, Remark] = {}

    @property
    def problems(self) -> list[Remark]:
        """What was not understood or may not be entered."""
        return list(self._problems)

    @property
    def questions(self) -> list[Question]:
        """What the table does not say, one question a subject."""
        return list(self._questions.values())

    @property
    def assumed(self) -> list[Remark]:
        """What was taken for granted."""
        return list(self._assumed.values())

    def tell(self, row: int, column: int, message: str) -> None:
        """Add a problem; the message may lack its full stop."""
        remark = Remark(self._sheet, address(row, column), f"{message.rstrip('。')}。")
        self._problems[remark] = None

    def ask(self, missing: Missing, row: int, column: int) -> None:
        """Add a question, unless it was asked already."""
        message = f"表里{missing}，没有导入；请加 {_OPTIONS[missing.about]}。"
        question = Question(missing.about, self._sheet, address(row, column), message)
        self._questions.setdefault(missing.about, question)

    def assume(self, row: int, column: int, message: str) -> None:
        """Say what was taken for granted; one sentence is told once."""
        self._assumed.setdefault(message, Remark(self._sheet, address(row, column), message))
