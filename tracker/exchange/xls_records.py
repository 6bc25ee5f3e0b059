"""Inside an .xls: the records of its sheets that the library which reads values does not tell.

An .xls is an OLE file with a stream of BIFF records (Microsoft's [MS-CFB] and [MS-XLS]).
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from tracker.exchange.sheets import Marks
from tracker.exchange.xlsx_parts import BrokenFile, shows_percent

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END, _FREE = 0xFFFFFFFE, 0xFFFFFFFF
_BOF, _EOF, _FILEPASS, _BOUNDSHEET, _XF, _FORMAT = 0x809, 0x0A, 0x2F, 0x85, 0xE0, 0x41E
_NUMBER, _RK, _MULRK, _FORMULA, _BOOLERR, _ROW, _COLINFO = (
    0x203,
    0x27E,
    0xBD,
    0x06,
    0x205,
    0x208,
    0x7D,
)
_DIMENSIONS, _SST, _LABELSST, _LABEL, _RSTRING = 0x200, 0xFC, 0xFD, 0x204, 0xD6
_MOST_ROWS, _MOST_COLUMNS = 65_536, 256
_ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?",
    0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip
_PERCENT_FORMATS = frozenset({9, 10})


class PasswordNeeded(Exception):
    """The workbook is encrypted."""


class NoWorkbook(Exception):
    """An OLE file of another program."""


class _Compound:
    """An OLE file: sectors chained by a table, and a directory of streams."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        (shift,) = struct.unpack_from("<H", content, 0x1E)
        (mini_shift,) = struct.unpack_from("<H", content, 0x20)
        if not (shift in (9, 12) and mini_shift == 6):
            raise BrokenFile
        self._size, self._mini_size = 1 << shift, 1 << mini_shift
        directory, _, self._cutoff, mini_table = struct.unpack_from("<IIII", content, 0x30)
        self._table = self._numbers(self._table_sectors())
        entries = self._joined(directory)
        self.streams = dict(self._streams(entries))
        self._mini_table = self._numbers(self._chain(mini_table))

    def read(self, name: str) -> bytes:
        """Return a stream. Raises KeyError when there is none of the name."""
        start, size = self.streams[name]
        if size >= self._cutoff:
            return self._joined(start)[:size]
        root_start, _ = self.streams[""]
        store = self._joined(root_start)
        parts, sector, step = [], start, self._mini_size
        for _ in range(size // step + 1):
            if sector in (_END, _FREE):
                break
            parts.append(store[sector * step : (sector + 1) * step])
            sector = self._mini_table[sector]
        return b"".join(parts)[:size]

    def _streams(self, entries: bytes) -> Iterator[tuple[str, tuple[int, int]]]:
        for at in range(0, len(entries) - 127, 128):
            (length,) = struct.unpack_from("<H", entries, at + 64)
            kind = entries[at + 66]
            start, size = struct.unpack_from("<II", entries, at + 116)
            if kind == 5:
                yield "", (start, size)
            elif kind == 2 and 2 <= length <= 64:
                yield entries[at : at + length - 2].decode("utf-16-le", "replace"), (start, size)

    def _table_sectors(self) -> list[int]:
        sectors = list(struct.unpack_from("<109I", self._content, 0x4C))
        (following, count) = struct.unpack_from("<II", self._content, 0x44)
        for _ in range(count):
            if following in (_END, _FREE):
                break
            block = self._numbers([following])
            sectors.extend(block[:-1])
            following = block[-1]
        return [sector for sector in sectors if sector not in (_END, _FREE)]

    def _chain(self, sector: int) -> list[int]:
        chain: list[int] = []
        while sector not in (_END, _FREE):
            chain.append(sector)
            if len(chain) > len(self._table):
                raise BrokenFile
            sector = self._table[sector]
        return chain

    def _joined(self, start: int) -> bytes:
        return b"".join(map(self._sector, self._chain(start)))

    def _numbers(self, sectors: list[int]) -> list[int]:
        joined = b"".join(map(self._sector, sectors))
        return list(struct.unpack(f"<{len(joined) // 4}I", joined[: len(joined) // 4 * 4]))

    def _sector(self, number: int) -> bytes:
        at = (number + 1) * self._size
        if at >= len(self._content):
            raise BrokenFile
        return self._content[at : at + self._size]


@dataclass(slots=True)
class _Draft:
    """The marks of one sheet while its records are read."""

    percent_styles: frozenset[int]
    percents: set[tuple[int, int]] = field(default_factory=set)
    faults: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)

    def take(self, kind: int, body: bytes) -> None:
        """Take one record of the sheet. Raises BrokenFile for places that no sheet has."""
        if kind == _DIMENSIONS:
            _check_dimensions(body)
        elif kind in (_LABELSST, _LABEL, _RSTRING):
            _check_column(struct.unpack_from("<H", body, 2)[0])
        elif kind in (_NUMBER, _RK, _FORMULA, _BOOLERR):
            self._cell(kind, body)
        elif kind == _MULRK:
            row, first = struct.unpack_from("<HH", body)
            _check_column(first + max(0, (len(body) - 6) // 6 - 1))
            for offset in range((len(body) - 6) // 6):
                (style,) = struct.unpack_from("<H", body, 4 + offset * 6)
                if style in self.percent_styles:
                    self.percents.add((row, first + offset))
        elif kind == _ROW and struct.unpack_from("<I", body, 12)[0] & 0x20:
            self.hidden_rows.add(struct.unpack_from("<H", body)[0])
        elif kind == _COLINFO and struct.unpack_from("<H", body, 8)[0] & 1:
            first, last = struct.unpack_from("<HH", body)
            self.hidden_columns.update(range(first, min(last, 255) + 1))

    def _cell(self, kind: int, body: bytes) -> None:
        row, column, style = struct.unpack_from("<HHH", body)
        _check_column(column)
        if style in self.percent_styles:
            self.percents.add((row, column))
        if kind == _FORMULA and body[12:14] == b"\xff\xff" and body[6] == 2:
            self.faults[row, column] = _ERRORS.get(body[8], "#N/A")
        if kind == _BOOLERR and body[7] == 1:
            self.faults[row, column] = _ERRORS.get(body[6], "#N/A")

    def marks(self) -> Marks:
        """Return what was found."""
        return Marks(
            frozenset(self.percents),
            self.faults,
            frozenset(self.hidden_rows),
            frozenset(self.hidden_columns),
        )


def read_marks(content: bytes) -> list[Marks]:
    """Return the marks of each sheet, in the workbook's order.

    Raises PasswordNeeded, NoWorkbook for another program's file, BrokenFile for a damaged one.
    """
    try:
        file = _Compound(content)
        if "EncryptedPackage" in file.streams:
            raise PasswordNeeded
        for name in ("Workbook", "Book"):
            if name in file.streams:
                return _sheets(file.read(name))
    except (struct.error, IndexError, KeyError) as error:
        raise BrokenFile from error
    raise NoWorkbook


def _sheets(stream: bytes) -> list[Marks]:
    """Read the workbook's own records, then those of each sheet."""
    starts: list[int] = []
    styles: list[int] = []
    percents = set(_PERCENT_FORMATS)
    for kind, body in _records(stream, 0):
        if kind == _FILEPASS:
            raise PasswordNeeded
        if kind == _BOUNDSHEET:
            starts.append(struct.unpack_from("<I", body)[0])
        elif kind == _SST and struct.unpack_from("<I", body, 4)[0] > len(stream):
            raise BrokenFile
        elif kind == _XF:
            styles.append(struct.unpack_from("<H", body, 2)[0])
        elif kind == _FORMAT and shows_percent(_format(body)):
            percents.add(struct.unpack_from("<H", body)[0])
    percent_styles = frozenset(n for n, number in enumerate(styles) if number in percents)
    found = []
    for start in starts:
        draft = _Draft(percent_styles)
        for kind, body in _records(stream, start):
            draft.take(kind, body)
        found.append(draft.marks())
    return found


def _check_dimensions(body: bytes) -> None:
    """Refuse a size that the reader would take memory for; old sheets give rows in two bytes."""
    layout = "<IIHH" if len(body) >= 14 else "<HHHH"
    first_row, end_row, first_column, end_column = struct.unpack_from(layout, body)
    if not (first_row <= end_row <= _MOST_ROWS and first_column <= end_column <= _MOST_COLUMNS):
        raise BrokenFile


def _check_column(column: int) -> None:
    if column >= _MOST_COLUMNS:
        raise BrokenFile


def _records(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """Yield the records of a substream; charts embedded in it are passed over."""
    depth = 0
    while start + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, start)
        if kind == _BOF:
            depth += 1
        elif kind == _EOF:
            depth -= 1
            if depth <= 0:
                return
        elif depth == 1:
            yield kind, stream[start + 4 : start + 4 + length]
        start += 4 + length


def _format(body: bytes) -> str:
    """Return a format's code: Excel 97's strings have two lengths of characters."""
    if len(body) > 5 and body[4] & 1:
        return body[5:].decode("utf-16-le", "replace")
    return body[3:].decode("latin-1")
