"""The one place that turns what SQLite and the file system say into sentences for people."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import OperationalError

from tracker.disk_faults import disk_fault
from tracker.errors import LedgerError

_PRIMARY_CODE = 0xFF
"""SQLite's extended codes carry the primary code in their low byte."""

_OCCUPIED = "台账“{path}”正被另一个程序占用，没有写入；请关闭那个程序后再试。"

_SENTENCES = {
    sqlite3.SQLITE_BUSY: _OCCUPIED,
    sqlite3.SQLITE_LOCKED: _OCCUPIED,
    sqlite3.SQLITE_FULL: "磁盘已满，台账“{path}”没有写入；请腾出空间后再试，原有内容完好。",
    sqlite3.SQLITE_IOERR: "读写台账“{path}”时磁盘出错，没有写入；请检查磁盘或网络盘是否还连着。",
    sqlite3.SQLITE_READONLY: "台账“{path}”是只读的，没有写入；请改为可写，或另存一份再填报。",
    sqlite3.SQLITE_CANTOPEN: "打不开台账“{path}”，请检查文件和所在文件夹的权限。",
    sqlite3.SQLITE_PERM: "没有权限读写台账“{path}”，请检查文件权限。",
    sqlite3.SQLITE_AUTH: "没有权限读写台账“{path}”，请检查文件权限。",
    sqlite3.SQLITE_NOTADB: "“{path}”不是双过半台账，请换一个文件，或用 guoban new 新建台账。",
    sqlite3.SQLITE_CORRUPT: "台账“{path}”已损坏，请改用备份副本；不要继续在这个文件上填报。",
}


_DAMAGED = _SENTENCES[sqlite3.SQLITE_CORRUPT]


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Raise LedgerError for the faults a person can mend; anything else is a bug and passes."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK)
        sentence = _SENTENCES.get(code & _PRIMARY_CODE)
        if sentence is None:
            raise
        raise LedgerError(sentence.format(path=path)) from error
    except OSError as error:
        raise LedgerError(
            f"读写台账“{path}”时出错（{disk_fault(error)}），请检查磁盘空间和权限后再试。"
        ) from error


@contextmanager
def understood(path: Path) -> Iterator[None]:
    """Raise LedgerError for what no program wrote into a ledger that is only read here.

    A word, time or month that is none (ValueError), a text that is no UTF-8 (an error without a
    code), a table that is not as a migration made it (SQLITE_ERROR: the queries are constants).
    """
    try:
        yield
    except ValueError as error:
        raise LedgerError(_DAMAGED.format(path=path)) from error
    except OperationalError as error:
        if getattr(error, "sqlite_errorcode", None) not in (None, sqlite3.SQLITE_ERROR):
            raise
        raise LedgerError(_DAMAGED.format(path=path)) from error
