"""Reading a large workbook in a process of its own.

The reading library works in one long call that holds the interpreter: in a thread it would make
the window stand still for seconds. A process can also be ended when the person thinks better of it.
"""

from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Event

from tracker.errors import BadValue, TrackerError
from tracker.exchange.sheets import Sheet

LARGE_BYTES = 1_000_000
"""Smaller files are read in the time it takes to start a process."""
_LOOK_S = 0.05


def read_apart(path: Path, cancel: Event) -> tuple[Sheet, ...]:
    """Read a file's sheets as read_sheets does; nothing where it was cancelled.

    Raises BadValue as read_sheets does, and when the process came to an end before its time.
    """
    context = get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_read, args=(there, path), daemon=True)
    process.start()
    there.close()
    try:
        while not here.poll(_LOOK_S):
            if cancel.is_set():
                return ()
        found: tuple[Sheet, ...] | TrackerError = here.recv()
    except EOFError as error:
        raise BadValue(
            f"文件“{path.name}”太大或已损坏，没有读完；请拆成几个小文件再导入。"
        ) from error
    finally:
        process.terminate()
        process.join()
        here.close()
    if isinstance(found, TrackerError):
        raise found
    return found


def _read(there: Connection, path: Path) -> None:
    """Do the reading, in the other process."""
    from tracker.exchange.tables import read_sheets

    try:
        there.send(read_sheets(path))
    except TrackerError as error:
        there.send(type(error)(str(error)))
    there.close()
