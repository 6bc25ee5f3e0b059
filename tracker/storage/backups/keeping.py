"""How long a backup is kept: all for two days, then fewer and fewer, never the last one lost."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from tracker.storage.backups.folder import Backup
from tracker.storage.faults import told

ALL_FOR = timedelta(days=2)
DAILY, WEEKLY, MONTHLY = 12, 10, 9


def to_keep(backups: Iterable[Backup], now: datetime) -> set[Backup]:
    """Choose what stays: all of two days, then the newest of 12 days, 10 weeks and 9 months.

    Days, weeks and months are those that hold a backup older than two days, the newest first;
    a week without work costs none of the twelve days. The newest backup always stays, and so
    does one that is dated after `now` (the clock was set back).
    """
    ordered = sorted(backups, key=lambda one: one.at, reverse=True)
    keep = {one for one in ordered if one.at > now - ALL_FOR} | set(ordered[:1])
    older = [one for one in ordered if one.at <= now - ALL_FOR]
    for count, period in ((DAILY, "%Y-%m-%d"), (WEEKLY, "%G-%V"), (MONTHLY, "%Y-%m")):
        newest: dict[str, Backup] = {}
        for one in older:
            newest.setdefault(one.at.strftime(period), one)
        keep.update(list(newest.values())[:count])
    return keep


def thin(backups: Sequence[Backup], now: datetime) -> list[Backup]:
    """Delete what need not be kept and return it. Raises LedgerError when one cannot go."""
    keep = to_keep(backups, now)
    gone = [one for one in backups if one not in keep]
    for one in gone:
        with told(one.path):
            one.path.unlink(missing_ok=True)
    return gone
