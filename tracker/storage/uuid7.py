"""UUIDv7 (RFC 9562): names that sort by the time they were given."""

from datetime import datetime
from uuid import UUID

RANDOM_BYTES = 8
_COUNTER_BITS = 12


def uuid7(at: datetime, counter: int, random: bytes) -> UUID:
    """Make a UUIDv7 from an aware time, a counter (low 12 bits used) and 8 random bytes.

    The counter keeps the order of names given within one millisecond.
    """
    milliseconds = int(at.timestamp() * 1000)
    number = (milliseconds & ((1 << 48) - 1)) << 80
    number |= 0x7 << 76
    number |= (counter & ((1 << _COUNTER_BITS) - 1)) << 64
    number |= 0b10 << 62
    number |= int.from_bytes(random[:RANDOM_BYTES], "big") & ((1 << 62) - 1)
    return UUID(int=number)
