"""Writing a merge: the other office's revisions into this journal, in one transaction."""

import sqlite3
from collections.abc import Sequence

from tracker.edits import Changes, correct_actual
from tracker.indicators import CellKey
from tracker.snapshot import Snapshot
from tracker.storage.actual_book import ActualBook, ActualEntry
from tracker.storage.chain import Revision
from tracker.storage.database import LedgerFile
from tracker.storage.indicator_book import IndicatorBook
from tracker.storage.packets.merging import MergePlan, Merger, changes_of_packet
from tracker.storage.packets.packet import Packet
from tracker.storage.setting_book import ACTIVE_OF_ALL, SettingBook, SettingEntry
from tracker.storage.standing import UNDOS, withdrawn_by
from tracker.storage.target_book import TargetBook, TargetEntry
from tracker.storage.transaction import Note, Signature, Transaction
from tracker.vintages import current


def merger_of(file: LedgerFile, snapshot: Snapshot) -> Merger:
    """Return what a plan needs to know of this ledger."""
    rows = file.rows("SELECT id, hash, device_id, sequence FROM revision")
    return Merger(
        {name: seal for name, seal, _, _ in rows},
        {(device, sequence): name for name, _, device, sequence in rows},
        snapshot.actual,
        snapshot.settings,
    )


def unite(
    file: LedgerFile, signature: Signature, packet: Packet, plan: MergePlan, keep: Sequence[CellKey]
) -> Changes:
    """Write the plan's revisions; the cells to `keep` hold their present value by a revision more.

    Raises LedgerError or BadValue, and nothing is written then.
    """
    if plan.is_nothing:
        return Changes()
    changes = changes_of_packet(plan.revisions)
    with file.writing() as connection:
        connection.execute("PRAGMA defer_foreign_keys = ON")
        held = {key: _value(ActualBook(connection), key) for key in keep}
        _insert(connection, plan)
        IndicatorBook(connection).restore()
        _stand_again(connection, changes)
        _hold(connection, signature, held, packet.author)
    return changes


def _value(book: ActualBook, key: CellKey) -> float | None:
    standing = current(book.vintages([key])[key])
    return None if standing is None else standing.value


def _insert(connection: sqlite3.Connection, plan: MergePlan) -> None:
    marks = ", ".join("?" * len(Revision._fields))
    actuals, targets = ActualBook(connection), TargetBook(connection)
    settings = SettingBook(connection)
    for one in plan.revisions:
        connection.execute(f"INSERT INTO revision VALUES ({marks})", one.revision)
        name = one.revision.id
        actuals.append(name, [ActualEntry(*row) for row in one.books[0]])
        targets.append(name, [TargetEntry(*row) for row in one.books[1]])
        settings.append(name, [SettingEntry(*row) for row in one.books[2]])


def _stand_again(connection: sqlite3.Connection, changes: Changes) -> None:
    """Work out what stands for everything the new revisions touch."""
    gone = withdrawn_by(connection.execute(UNDOS).fetchall())
    connection.execute("DELETE FROM withdrawn")
    connection.executemany("INSERT INTO withdrawn VALUES (?)", ((name,) for name in sorted(gone)))
    actuals, targets = ActualBook(connection), TargetBook(connection)
    actuals.refresh(actuals.vintages(changes.cells))
    targets.refresh(targets.versions(changes.targets))
    held = dict(connection.execute(ACTIVE_OF_ALL))
    SettingBook(connection).refresh({name: held.get(name) for name in changes.settings})


def _hold(
    connection: sqlite3.Connection,
    signature: Signature,
    held: dict[CellKey, float | None],
    author: str,
) -> None:
    """Enter again what stood before, so that it wins over what came; the reason says why."""
    book, today = ActualBook(connection), signature.now().date()
    edits = []
    for key, value in held.items():
        standing = current(book.vintages([key])[key])
        over = None if standing is None else standing.actual
        edits.append(correct_actual(over, key, value, today))
    work = Transaction(connection, signature)
    entries, after = work.enter(edits)
    if entries:
        work.append(entries, Note(f"合并{author}的填报包：保留本台账的数", "两边都改过，等人选"))
        work.refresh(after)
