"""Hostile copies of good files: bytes flipped, cut, doubled, swapped with other files' bytes."""

import io
import random
import zipfile
from collections.abc import Sequence

_NASTY = (
    b"\x00", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"%s%n%x", b"' OR 1=1 --",
    b"<!ENTITY a 'b'>", b"=cmd|'/c calc'!A0",
    b"&a;" * 30, b"\xe2\x80\xae", b"\xef\xbb\xbf", b"1e999", b"-1", b"9" * 400,
    b"../../../../etc/passwd", b"{}" * 40, b"\t" * 300, b"\r\n" * 300, b'"' * 33,
    "一季度 1—2月 全省 合计 下降增长倍".encode(), "𬭼\u202e\u0000‮".encode(), b"nan", b"inf",
    b"[" * 3000, b'{"a":' * 900, b"Infinity", b"null", b"{0.__class__}", b"%(x)s %s", b"{", b"}",
)  # fmt: skip
_LONGEST = 1 << 20


def mutated(content: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """Return a copy with one to eight faults, at most a megabyte long."""
    made = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        _one_fault(made, others, chance)
    return bytes(made[:_LONGEST])


def _one_fault(made: bytearray, others: Sequence[bytes], chance: random.Random) -> None:
    at = chance.randrange(len(made) + 1)
    length = min(chance.choice((1, 2, 4, 16, 64, 512)), len(made) - at)
    kind = chance.randrange(7)
    if kind == 0 and made:
        made[at % len(made)] ^= 1 << chance.randrange(8)
    elif kind == 1:
        del made[at : at + length]
    elif kind == 2:
        made[at:at] = made[at : at + length] * chance.choice((1, 2, 50))
    elif kind == 3:
        made[at : at + length] = chance.randbytes(length)
    elif kind == 4:
        made[at:at] = chance.choice(_NASTY)
    elif kind == 5:
        del made[at:]
    elif others:
        other = chance.choice(others)
        start = chance.randrange(len(other) + 1)
        made[at : at + length] = other[start : start + length]


def mutated_zip(content: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """Return a workbook whose parts are hostile though the zip around them is sound."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as held, zipfile.ZipFile(out, "w") as made:
        names = held.namelist()
        victim = chance.choice(names)
        for name in names:
            part = held.read(name)
            if name == victim:
                fault = chance.randrange(5)
                if fault == 0:
                    continue
                if fault == 1:
                    name = chance.choice(("../" + name, name.upper(), "/" + name))
                part = mutated(part, others, chance)
            made.writestr(name, part)
    return out.getvalue()
