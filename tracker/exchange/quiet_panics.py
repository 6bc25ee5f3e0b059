"""A panic of the reading library is told in a sentence by us; what it prints itself is dropped.

The library is written in Rust. Before its panic becomes an exception, Rust writes a message for
its programmers straight to the process's error output, past everything in Python.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

_ERRORS = 2


def is_panic(error: BaseException) -> bool:
    """Say whether an exception is a panic; it stands outside the usual family."""
    return type(error).__name__ == "PanicException"


class Panicked(Exception):
    """The library panicked: the file is not what it looks like."""


@contextmanager
def quiet_panics() -> Iterator[None]:
    """Hold back what is written to the error output; passed on, unless the library panics.

    Raises Panicked in place of a panic.
    """
    try:
        kept = os.dup(_ERRORS)
    except OSError:  # A window without a console has no error output.
        kept = -1
    if kept < 0:
        with _understood():
            yield
        return
    with tempfile.TemporaryFile() as held:
        if sys.stderr is not None:
            sys.stderr.flush()
        os.dup2(held.fileno(), _ERRORS)
        panicked = False
        try:
            with _understood():
                yield
        except Panicked:
            panicked = True
            raise
        finally:
            os.dup2(kept, _ERRORS)
            if not panicked and held.seek(0, os.SEEK_END):
                held.seek(0)
                with os.fdopen(kept, "wb", closefd=False) as errors:
                    shutil.copyfileobj(held, errors)
            os.close(kept)


@contextmanager
def _understood() -> Iterator[None]:
    try:
        yield
    except BaseException as error:
        if not is_panic(error):
            raise
        raise Panicked from error
