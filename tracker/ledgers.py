"""The ledgers a first start offers, where the default one lives, and the name of this machine."""

import os
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from uuid import UUID, uuid4

from platformdirs import user_data_dir

from resources import ROOT
from tracker.catalogue import shipped_catalogue
from tracker.drafts import draft_of
from tracker.edits import Edit
from tracker.errors import LedgerError
from tracker.indicators import Catalogue
from tracker.storage.new_file import building
from tracker.storage.store import Store

SEED_AUTHOR = "随软件附带"
SEEDED_AT = datetime(2026, 11, 1, tzinfo=UTC)
"""The day the shipped figures were put together: a figure typed later wins over undated ones."""

LATER_FIGURES = ROOT / "ledgers" / "gansu-2023-later.csv"
"""The published figures of the months after 2023-06, to be imported as a province would."""

_FIGURES = ROOT / "ledgers" / "gansu-2023.csv"
_TARGETS = ROOT / "ledgers" / "gansu-2023-targets.csv"
_DEFAULT_NAME = "gansu-2023.guoban"
_DEVICE_NAME = "device"
_USER_ONLY = 0o600


class LedgerKind(StrEnum):
    """The three ledgers that a first start offers."""

    GANSU_2023 = "gansu-2023"
    SAMPLE = "sample"
    BLANK = "blank"

    @property
    def label(self) -> str:
        """The name on the screen and in the ledger's own settings."""
        return {
            LedgerKind.GANSU_2023: "甘肃2023（公开数据）",
            LedgerKind.SAMPLE: "示例台账",
            LedgerKind.BLANK: "空白台账",
        }[self]


def create_ledger(
    path: Path, kind: LedgerKind, *, now: Callable[[], datetime], author: str, device: str
) -> Store:
    """Create one of the three ledgers and open it. Raises LedgerError when `path` exists.

    The shipped figures are the first revisions, by their own author and of a fixed day; the
    file appears under its name only when all of them are in it.
    """
    catalogue = shipped_catalogue()
    settings = {"title": kind.label, "created_at": now().isoformat(timespec="seconds")}
    if kind is LedgerKind.SAMPLE:
        settings["sample"] = "1"
    with (
        building(path) as draft,
        Store.create(
            draft,
            catalogue,
            settings,
            now=lambda: SEEDED_AT,
            author=SEED_AUTHOR,
            device=device,
        ) as seeding,
    ):
        for edits, text in _seeds(kind, catalogue):
            seeding.record(edits, text)
    return Store.open(path, now=now, author=author, device=device)


def data_folder() -> Path:
    """Return the folder of the user's data, where the default ledger and the device's name are."""
    return Path(user_data_dir("guoban", appauthor=False))


def default_ledger_path() -> Path:
    """Return where the ledger is that opens without --ledger; its folder may not exist yet."""
    return data_folder() / _DEFAULT_NAME


def backups_root() -> Path:
    """Return the folder under which every ledger's backups are kept unless another is chosen."""
    return data_folder() / "backups"


def device_id(folder: Path | None = None) -> str:
    """Return the name this machine signs revisions with, made the first time.

    It is kept in the user's data folder unless another is given. Raises LedgerError when that
    folder cannot be written.
    """
    folder = folder or data_folder()
    file = folder / _DEVICE_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not file.exists():
            draft = draft_of(file)
            with os.fdopen(os.open(draft, os.O_CREAT | os.O_WRONLY, _USER_ONLY), "w") as out:
                out.write(str(uuid4()))
            draft.replace(file)
        return str(UUID(file.read_text().strip()))
    except OSError as error:
        raise LedgerError(
            f"不能读写文件夹“{folder}”里的文件，请检查它的权限和磁盘空间。"
        ) from error
    except ValueError as error:
        raise LedgerError(f"设备标识文件“{file}”已损坏，请删除它，程序会重新生成。") from error


def _seeds(kind: LedgerKind, catalogue: Catalogue) -> list[tuple[Sequence[Edit], str]]:
    """Return what is recorded first in a ledger: the targets, then the figures."""
    # Imported here because opening a ledger, which every start does, needs none of it.
    from tracker.exchange.long_form import actual_edits, read_rows, target_edits
    from tracker.sample import sample_actuals, sample_targets

    if kind is LedgerKind.GANSU_2023:
        return [
            (target_edits(read_rows(_TARGETS), catalogue), "公开的目标"),
            (actual_edits(read_rows(_FIGURES), catalogue), "公开的数据（截至2023年6月）"),
        ]
    if kind is LedgerKind.SAMPLE:
        return [(sample_targets(), "示例目标"), (sample_actuals(), "示例数据")]
    return []
