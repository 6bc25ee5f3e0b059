"""The two lists of 数据与备份: backups, and files that were imported."""

from tracker.imported import ImportedFile
from tracker.storage.backups import Backup
from ui.models.row_table import Column

_MB = 1024 * 1024

BACKUP_COLUMNS: tuple[Column[Backup], ...] = (
    Column("at", "时间", lambda one: f"{one.at:%Y-%m-%d %H:%M:%S}", lambda one: one.at),
    Column("reason", "缘由", lambda one: one.reason.label, lambda one: one.reason.label),
    Column(
        "size", "大小", lambda one: f"{one.size / _MB:.1f} MB", lambda one: one.size, right=True
    ),
    Column("path", "文件", lambda one: str(one.path), lambda one: str(one.path)),
)
IMPORT_COLUMNS: tuple[Column[ImportedFile], ...] = (
    Column("at", "时间", lambda one: f"{one.at:%Y-%m-%d %H:%M:%S}", lambda one: one.at),
    Column("author", "导入人", lambda one: one.author, lambda one: one.author),
    Column("cells", "写入", lambda one: f"{one.cells} 格", lambda one: one.cells, right=True),
    Column(
        "state",
        "状态",
        lambda one: "已撤销" if one.withdrawn else "在台账里",
        lambda one: one.withdrawn,
    ),
    Column("file", "文件", lambda one: one.file, lambda one: one.file),
)
