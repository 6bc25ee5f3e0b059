"""Backups: made by SQLite itself, proved by opening, thinned by age, restored into a new file."""

from tracker.storage.backups.folder import Backup, Reason, backup_folder, backups_in
from tracker.storage.backups.keeping import thin
from tracker.storage.backups.making import back_up
from tracker.storage.backups.restoring import Difference, differences, restore, swap

__all__ = [
    "Backup",
    "Difference",
    "Reason",
    "back_up",
    "backup_folder",
    "backups_in",
    "differences",
    "restore",
    "swap",
    "thin",
]
