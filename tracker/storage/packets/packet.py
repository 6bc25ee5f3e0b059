"""The file: a zip with the journal's rows as lines of JSON and a manifest that seals them.

It carries the whole chain of every device in the ledger, because a chain with a gap proves
nothing. Region and month only say what the office hands in.
"""

import io
import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any, NamedTuple

from tracker.errors import BadValue
from tracker.json_text import read_json
from tracker.storage import actual_book, setting_book, target_book
from tracker.storage.chain import FIRST_LINK, Revision, seal
from tracker.storage.database import LedgerFile
from tracker.storage.packets.passphrase import disclose, is_enclosed

FORMAT = 1
BOOKS = (
    ("actual_entry", actual_book.COLUMNS),
    ("target_entry", target_book.COLUMNS),
    ("setting_entry", setting_book.COLUMNS),
)
_MANIFEST, _JOURNAL = "manifest.json", "journal.jsonl"
_LARGEST = 1 << 29
"""Half a gigabyte of text is more than any province writes in ten years; a bomb is larger."""
_EPOCH = (1980, 1, 1, 0, 0, 0)

Row = tuple[Any, ...]


class Sealed(NamedTuple):
    """One revision with its entries, book by book."""

    revision: Revision
    books: tuple[tuple[Row, ...], ...]


@dataclass(frozen=True, slots=True)
class Packet:
    """A packet that was read and proved: what it is about, and its revisions in order."""

    title: str
    region: str
    month: str
    author: str
    made_at: str
    revisions: tuple[Sealed, ...]


def write_packet(file: LedgerFile, about: Mapping[str, str], made_at: datetime) -> bytes:
    """Return the bytes of a packet of a ledger. `about` has title, region, month and author."""
    lines = "".join(
        json.dumps(
            [list(one.revision), [[list(row) for row in book] for book in one.books]],
            ensure_ascii=False, separators=(",", ":"),
        ) + "\n"
        for one in revisions_of(file)
    ).encode()  # fmt: skip
    manifest = {
        "format": FORMAT, **about, "made_at": made_at.isoformat(),
        "revisions": lines.count(b"\n"), "sha256": sha256(lines).hexdigest(),
    }  # fmt: skip
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in (
            (_MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1).encode()),
            (_JOURNAL, lines),
        ):
            packed.writestr(zipfile.ZipInfo(name, _EPOCH), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def revisions_of(file: LedgerFile) -> Iterator[Sealed]:
    """Yield every revision of a ledger with its entries, in the order in which they were made."""
    columns = ", ".join(Revision._fields)
    held: list[dict[str, list[Row]]] = []
    for table, names in BOOKS:
        rows = file.rows(f"SELECT revision, {', '.join(names)} FROM {table} ORDER BY position, id")
        by_revision: dict[str, list[Row]] = {}
        for row in rows:
            by_revision.setdefault(row[0], []).append(row[1:])
        held.append(by_revision)
    order = "ORDER BY recorded_at, device_id, sequence"
    for row in file.rows(f"SELECT {columns} FROM revision {order}"):
        revision = Revision(*row)
        yield Sealed(revision, tuple(tuple(book.get(revision.id, ())) for book in held))


def read_packet(content: bytes, name: str, passphrase: str = "") -> Packet:
    """Read and prove a packet. Raises BadValue, naming the file `name`, for anything else."""
    if is_enclosed(content):
        content = disclose(content, passphrase, name)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > _LARGEST:
                raise BadValue(f"填报包“{name}”展开后太大，不像是填报包，没有打开。")
            manifest = read_json(packed.read(_MANIFEST))
            lines = packed.read(_JOURNAL)
    except (zipfile.BadZipFile, KeyError, ValueError, NotImplementedError, RuntimeError,
            OSError, EOFError, zlib.error) as error:  # fmt: skip
        raise BadValue(f"“{name}”不是填报包，或没有传完整；请让对方重新导出再传一次。") from error
    return _proved(manifest, lines, name)


def _proved(manifest: Any, lines: bytes, name: str) -> Packet:
    altered = BadValue(f"填报包“{name}”被改动过，和封条对不上，没有合并；请让对方重新导出。")
    if not isinstance(manifest, dict):
        raise altered
    if not isinstance(manifest.get("format"), int) or manifest["format"] > FORMAT:
        raise BadValue(f"填报包“{name}”是更新版本的程序做的；请升级程序后再合并。")
    if sha256(lines).hexdigest() != manifest.get("sha256"):
        raise altered
    try:
        revisions = tuple(_sealed(read_json(line)) for line in lines.splitlines())
        about = [str(manifest[word]) for word in ("title", "region", "month", "author", "made_at")]
    except (ValueError, TypeError, KeyError) as error:
        raise altered from error
    if not _is_chained(revisions):
        raise altered
    title, region, month, author, made_at = about
    return Packet(title, region, month, author, made_at, revisions)


def _sealed(row: Sequence[Any]) -> Sealed:
    revision, books = row
    return Sealed(Revision(*revision), tuple(tuple(map(tuple, book)) for book in books))


def _is_chained(revisions: Sequence[Sealed]) -> bool:
    """Say whether every device's chain is whole and every revision is as it was sealed."""
    ends: dict[str, tuple[int, str]] = {}
    for one in sorted(revisions, key=lambda one: (one.revision.device_id, one.revision.sequence)):
        revision = one.revision
        sequence, link = ends.get(revision.device_id, (0, FIRST_LINK))
        whole = (revision.sequence, revision.prev_hash) == (sequence + 1, link)
        if not whole or len(one.books) != len(BOOKS):
            return False
        try:
            if seal(revision, *one.books) != revision.hash:
                return False
        except (TypeError, ValueError):
            return False
        ends[revision.device_id] = (revision.sequence, revision.hash)
    return True
