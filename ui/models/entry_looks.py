"""How the cells of 填报 look: groups, labels, closed cells, refused texts and figures."""

from dataclasses import replace

from tracker.indicators import Light, Target
from tracker.readings import Reading
from tracker.wording import STATUS_WORDS, amount, figure, target_text
from ui.models.cell_look import CellKind, CellLook, Problem
from ui.models.entry_rows import GroupRow, SeriesRow


def group_look(row: GroupRow, *, named: bool) -> CellLook:
    """Return the look of a group row's cell; one of them carries the words."""
    return CellLook(
        CellKind.GROUP,
        row.title if named else "",
        weight=700,
        fill="subtle",
        hint=row.hint if named else "",
    )


def number_look(number: str) -> CellLook:
    """Return the look of a row number."""
    return CellLook(CellKind.LABEL, number, "ink3", px=11, centred=True, fill="subtle")


def name_look(row: SeriesRow, break_note: str = "") -> CellLook:
    """Return the look of an indicator's name; one with a 不可比 mark this year carries a stroke."""
    tip = f"{row.indicator.name}，{row.indicator.lead_department}报送"
    if break_note:
        return CellLook(CellKind.LABEL, f"∥ {row.indicator.name}", weight=500,
                        tip=f"{tip}\n{break_note}")  # fmt: skip
    return CellLook(CellKind.LABEL, row.indicator.name, weight=500, tip=tip)


def unit_look(unit: str) -> CellLook:
    """Return the look of a unit."""
    return CellLook(CellKind.LABEL, unit, "ink3", px=12)


def target_look(row: SeriesRow, target: Target | None) -> CellLook:
    """Return the look of the annual target."""
    text = "" if target is None else target_text(target, row.indicator, percent=False)
    return CellLook(CellKind.LABEL, text, "ink2", right=True)


def closed_look(text: str, reason: str) -> CellLook:
    """Return the look of a cell that takes no value; a derived figure may stand in it."""
    return CellLook(CellKind.CLOSED, text, "ink3", right=True, fill="subtle", tip=reason)


def problem_look(problem: Problem) -> CellLook:
    """Return the look of a text that was refused."""
    return CellLook(
        CellKind.OPEN,
        problem.typed,
        "badt",
        right=True,
        fill="badbg",
        problem=True,
        tip=problem.reason,
    )


def doubtful_look(look: CellLook) -> CellLook:
    """Return a figure's look with the mark of an open warning: ▲ on its tint, in bold."""
    return replace(look, ink="warnt", weight=700, fill="warnbg", light=Light.YELLOW.value)


def figure_look(
    row: SeriesRow, shown: Reading | None, *, current: bool, pasted: bool, revised: bool
) -> CellLook:
    """Return the look of an open cell. `current` is the as-of month's column."""
    derived = shown is not None and shown.derived
    return CellLook(
        CellKind.OPEN,
        printed(row, shown),
        "ink3" if derived else "ink",
        weight=500 if (current and not derived) or pasted else 400,
        right=True,
        fill="tint" if pasted else "",
        revised=revised,
        pasted=pasted,
        tip=_origin(shown),
    )


def printed(row: SeriesRow, shown: Reading | None) -> str:
    """Print a figure: entered ones keep every digit, derived ones have the usual number."""
    if shown is None:
        return ""
    if shown.derived:
        return amount(shown.value, row.indicator, row.measure)
    return figure(shown.value, row.indicator, row.measure)


def _origin(shown: Reading | None) -> str:
    """Say where a figure comes from."""
    if shown is None:
        return ""
    if shown.actual is None:
        return "推算：由已填的累计、当月或上年同期数算出；直接填数就以填的为准。"
    parts = (STATUS_WORDS[shown.actual.status], shown.actual.source, shown.actual.note)
    return "，".join(part for part in parts if part)
