"""What one process of a batch does: draw a picture, check it, write its files."""

import os
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Lock
from pathlib import Path

from tracker.charts.gallery import ChartRequest
from tracker.charts.picture_files import WriteFailed, write
from tracker.disk_faults import disk_fault
from tracker.errors import ExportError, TrackerError
from tracker.snapshot import Snapshot

DIFFERENT = "内容不同"
"""What is said of a file that is there already and holds something else."""


@dataclass(frozen=True, slots=True)
class Order:
    """One picture to make: the files differ in format, which their endings name."""

    request: ChartRequest
    paths: tuple[Path, ...]
    force: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a file. `wrote` is false where the same was there already.

    `error` is a finished sentence, "" when all went well; `ends` says that no other file would
    fare better.
    """

    path: Path
    wrote: bool
    error: str = ""
    ends: bool = False


_FIGURES: list[tuple[Snapshot, str]] = []
"""The figures of this process: executors can hand state to their workers in no other way."""


def stand_by(waiting: Connection, turn: Lock) -> None:
    """Wait for the figures and unpack them; end when nobody will draw after all."""
    import tracker.charts.export  # noqa: F401 - what drawing needs, while there is time

    try:
        with turn:
            figures, text_as = waiting.recv()
    except EOFError:
        os._exit(0)  # the other end is closed, or whoever held it was killed
    _FIGURES[:] = [(figures.snapshot(), text_as)]


def started() -> None:
    """Do nothing: an order for which a process must be there."""


def write_picture(order: Order) -> list[Done]:
    """Make a picture in a process that was prepared."""
    ((snapshot, text_as),) = _FIGURES
    return make_picture(snapshot, text_as, order)


def make_picture(snapshot: Snapshot, text_as: str, order: Order) -> list[Done]:
    """Draw a picture once and write it in each format; a failed file does not spoil the others."""
    from tracker.charts.export import refuse_failed, render_formats  # brings matplotlib in

    formats = [path.suffix.removeprefix(".") for path in order.paths]
    try:
        made = render_formats(snapshot, order.request, formats, text_as)
        refuse_failed(made[formats[0]])
    except TrackerError as error:
        return [Done(path, False, f"{path.name}：{error}") for path in order.paths]
    done: list[Done] = []
    for path, kind in zip(order.paths, formats, strict=True):
        done.append(_written(path, made[kind].content, order.force))
        if done[-1].ends:
            break
    return done


def _written(path: Path, content: bytes, force: bool) -> Done:
    try:
        if path.is_file() and path.read_bytes() == content:
            return Done(path, False)
        if path.exists() and not force:
            return Done(path, False, f"“{path.name}”已经有了，{DIFFERENT}，没有覆盖。")
        write(path, content, force=force)
    except WriteFailed as error:
        return Done(path, False, str(error), ends=True)
    except ExportError as error:
        return Done(path, False, str(error))
    except OSError as error:
        return Done(path, False, f"“{path}”读不出来：{disk_fault(error)}。", ends=True)
    return Done(path, True)
