"""What every verb starts from: an open ledger, a region in it, and a month to look at."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from getpass import getuser
from pathlib import Path
from typing import TypedDict

import click

from tracker.catalogue import find_region
from tracker.errors import BadValue, LedgerError
from tracker.filing.signing import reviewed_only
from tracker.indicators import Region
from tracker.ledgers import LedgerKind, create_ledger, data_folder, default_ledger_path, device_id
from tracker.periods import Month
from tracker.snapshot import Snapshot
from tracker.storage.database import is_writable
from tracker.storage.faults import told
from tracker.storage.store import Store


@dataclass(frozen=True, slots=True)
class Clock:
    """The one place that knows the time; made at the edge and handed down."""

    now: Callable[[], datetime]

    def today(self) -> date:
        """Return the day."""
        return self.now().date()


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """An open ledger seen from a region."""

    store: Store
    snapshot: Snapshot
    region: Region
    clock: Clock

    def month(self, as_of: str | None) -> Month:
        """Return the as-of month: the one asked for, else the latest ≤ today with a figure here.

        Raises UnknownName for a text that is no month and BadValue for one in the future.
        """
        this_month = Month.of(self.clock.today())
        if as_of is not None:
            asked = Month.parse(as_of)
            if asked > this_month:
                raise BadValue(f"{asked} 还没有到，--as-of 最晚用 {this_month}。")
            return asked
        latest = self.snapshot.last_month_with_figures(self.region.code, this_month)
        return latest or this_month.plus(-1)


@contextmanager
def open_viewpoint(
    clock: Clock,
    ledger: str | None,
    region: str | None,
    known_on: date | None = None,
    *,
    reviewed: bool = False,
) -> Iterator[Viewpoint]:
    """Open a ledger to read it (the default one is made the first time), seen from a region.

    `reviewed` shows signed figures only.
    Raises LedgerError for a file that is not there, and UnknownName for the region.
    """
    path = _ledger_path(clock, ledger)
    signature = signed(clock, None)
    with Store.open(path, read_only=not is_writable(path), **signature) as store:
        view = _viewpoint(store, clock, region, known_on)
        yield replace(view, snapshot=reviewed_only(view.snapshot)) if reviewed else view


@contextmanager
def open_to_write(
    clock: Clock, ledger: str | None, region: str | None, author: str | None
) -> Iterator[Viewpoint]:
    """Open a ledger to record in it. Raises LedgerError also when it cannot be written."""
    path = _ledger_path(clock, ledger)
    with Store.open(path, **signed(clock, author)) as store:
        yield _viewpoint(store, clock, region, None)


class Signed(TypedDict):
    """Who records, on which machine, and when."""

    now: Callable[[], datetime]
    author: str
    device: str


def signed(clock: Clock, author: str | None) -> Signed:
    """Return what every revision is signed with."""
    return {"now": clock.now, "author": author or _login(), "device": device_id(data_folder())}


def _login() -> str:
    """Return the name this person is logged in with; 未署名 where the system knows none."""
    try:
        return getuser()
    except (KeyError, OSError):
        return "未署名"


def _viewpoint(store: Store, clock: Clock, region: str | None, known_on: date | None) -> Viewpoint:
    snapshot = store.snapshot(known_on)
    catalogue = snapshot.catalogue
    place = catalogue.province if region is None else find_region(catalogue, region)
    return Viewpoint(store, snapshot, place, clock)


def _ledger_path(clock: Clock, ledger: str | None) -> Path:
    """Return the file to open; the default one is made when it is not there yet."""
    if ledger is not None:
        path = Path(ledger)
        with told(path):
            if not path.exists():
                raise LedgerError(f"找不到台账“{ledger}”；可先用 guoban new {ledger} 新建。")
        return path
    path = default_ledger_path()
    if not path.exists():
        signature = signed(clock, None)  # makes the folder, too
        create_ledger(path, LedgerKind.GANSU_2023, **signature).close()
        click.echo(f"第一次使用，已建立默认台账：{path}", err=True)
    return path


ledger_option = click.option("--ledger", metavar="FILE", help="台账文件；不写则用默认台账。")
region_option = click.option(
    "--region", metavar="CODE", help="地区代码或名称，如 620000；不写则是全省。"
)
as_of_option = click.option(
    "--as-of", metavar="MONTH", help="截至月，如 2023-03；不写则是有数的最近一月。"
)
known_on_option = click.option(
    "--known-on", metavar="DATE", help="只看到这一天为止已知的数和目标。"
)
reviewed_option = click.option(
    "--reviewed-only", "reviewed", is_flag=True, help="只用另一个人审核过的数。"
)
json_option = click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
author_option = click.option("--author", metavar="NAME", help="填报人；不写则是登录的用户名。")
