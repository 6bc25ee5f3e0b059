"""Workers: processes that are ready to draw before anyone has said what.

Starting one takes longer than a picture: Python, the libraries and the fonts. A panel starts them
when it opens, so that a batch begins with the first picture.
"""

import os
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import get_context

from tracker.charts.batch_worker import Done, Order, stand_by, started, write_picture
from tracker.parcel import Parcel

_MOST_WORKERS = 4


def usual_count() -> int:
    """Return how many processes a batch takes: one for each core, at most 4."""
    return min(_MOST_WORKERS, os.cpu_count() or 1)


class Workers:
    """Some processes for one batch. They wait until `begin`, and end with `close`."""

    def __init__(self, count: int) -> None:
        context = get_context("spawn")
        # Only this process holds the end that is written to: if it dies, those who wait are told.
        waiting, self._gate = context.Pipe(duplex=False)
        self.count = count
        self._begun = False
        self._pool = ProcessPoolExecutor(
            count, mp_context=context, initializer=stand_by, initargs=(waiting, context.Lock())
        )
        for _ in range(count):
            self._pool.submit(started)  # a pool starts a process for each order and not before
        waiting.close()  # theirs now: without them a `send` fails instead of waiting for ever

    def begin(self, figures: Parcel, text_as: str) -> None:
        """Give every process the figures; once. Where they are gone, `submit` says so."""
        self._begun = True
        with suppress(OSError):
            for _ in range(self.count):
                self._gate.send((figures, text_as))

    def submit(self, order: Order) -> Future[list[Done]]:
        """Send an order to a process that is free. Raises BrokenProcessPool."""
        return self._pool.submit(write_picture, order)

    def close(self) -> None:
        """End the processes when what they draw is done, and wait for that."""
        if not self._begun:
            self._gate.close()
        self._pool.shutdown(cancel_futures=True)
        self._gate.close()
