"""责任单位, 责任领导 and 填报人 of a 责任书 → who answers for each indicator."""

from dataclasses import replace

from tracker.edits import SettingEdit
from tracker.errors import BadValue
from tracker.exchange.importing.heads import Heads
from tracker.exchange.target_sheets.head import Holds
from tracker.exchange.target_sheets.rows import RowReader
from tracker.owners import owner_edit, owner_of
from tracker.snapshot import Snapshot

_NAMED = {
    Holds.DEPARTMENT: "department",
    Holds.RESPONSIBLE: "responsible",
    Holds.REPORTER: "reporter",
}


def owner_edits(reader: RowReader, heads: Heads, snapshot: Snapshot) -> list[SettingEdit]:
    """Return the edits that name the owners of a sheet that stands for the whole province.

    An indicator that two rows give to different people keeps the owner it has, and that is told.
    """
    named: dict[str, dict[str, str]] = {}
    clashing: set[str] = set()
    for row, facets in heads.rows.items():
        if not facets.indicator or facets.trouble or facets.region:
            continue
        texts = {name: _text(reader, row, holds) for holds, name in _NAMED.items()}
        given = {name: text for name, text in texts.items() if text}
        earlier = named.setdefault(facets.indicator, given)
        if any(earlier.get(name, text) != text for name, text in given.items()):
            clashing.add(facets.indicator)
            reader.findings.tell(
                row, heads.row_cells[row], "责任单位或责任人与上面同一指标的不一样，没有改负责人"
            )
        earlier.update(given)
    edits = []
    for indicator_id, given in named.items():
        if indicator_id in clashing or not given:
            continue
        indicator = snapshot.indicator(indicator_id)
        held = owner_of(snapshot.settings, indicator)
        if replace(held, **given) == held:
            continue
        try:
            edits.append(owner_edit(indicator, replace(held, **given)))
        except BadValue as error:
            reader.findings.tell(reader.head.rows[-1], 0, str(error))
    return edits


def _text(reader: RowReader, row: int, holds: Holds) -> str:
    return " ".join(str(reader.cell(row, holds)).split())
