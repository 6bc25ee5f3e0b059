"""Writing a merge: the other office's revisions into this journal, in one transaction."""

import sqlite3
from collections.abc import Collection

from tracker.edits import Changes
from tracker.snapshot import Snapshot
from tracker.storage.actual_book import ActualBook, ActualEntry
from tracker.storage.chain import Revision
from tracker.storage.database import LedgerFile
from tracker.storage.indicator_book import IndicatorBook
from tracker.storage.packets.merging import MergePlan, Merger, changes_of_packet
from tracker.storage.packets.packet import Packet, revisions_of
from tracker.storage.packets.settling import settling_edits, wanted_of
from tracker.storage.packets.side import MergeKey, Side
from tracker.storage.setting_book import ACTIVE_OF_ALL, SettingBook, SettingEntry
from tracker.storage.signature import Signature
from tracker.storage.standing import UNDOS, withdrawn_by
from tracker.storage.target_book import TargetBook, TargetEntry
from tracker.storage.transaction import Note, Standing, Transaction


def merger_of(file: LedgerFile, snapshot: Snapshot) -> Merger:
    """Return what a plan needs to know of this ledger."""
    revisions = tuple(revisions_of(file))
    links = {(one.device_id, one.sequence): one.id for one, _ in revisions}
    return Merger(Side(revisions), links, snapshot)


def unite(
    file: LedgerFile,
    signature: Signature,
    packet: Packet,
    plan: MergePlan,
    keep: Collection[MergeKey],
) -> Changes:
    """Write the plan's revisions, and one more that says what stands where the two differed.

    The plan's keys without those to `keep` will say what they say over there, all others what
    they said here before. Raises LedgerError or BadValue, and nothing is written then.
    """
    if plan.is_nothing:
        return Changes()
    changes = changes_of_packet(plan.revisions)
    with file.writing() as connection:
        connection.execute("PRAGMA defer_foreign_keys = ON")
        before = _standing(connection, changes)
        _insert(connection, plan)
        IndicatorBook(connection).restore()
        _stand_again(connection, changes)
        work = Transaction(connection, signature)
        edits = settling_edits(
            work,
            wanted_of(before, Side(packet.revisions), plan.given_up(keep)),
            _standing(connection, changes),
            signature.now().date(),
        )
        entries, after = work.enter(edits)
        if entries:
            text = f"合并{packet.author}的填报包：留下选定的一方"
            work.append(entries, Note(text, "两边都改过的先保留本台账的，等人选"))
            work.refresh(after)
    return changes


def _standing(connection: sqlite3.Connection, changes: Changes) -> Standing:
    return Standing(
        ActualBook(connection).vintages(changes.cells),
        TargetBook(connection).versions(changes.targets),
        SettingBook(connection).values(changes.settings),
    )


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
