"""UUIDv7 names sort by the time they were given."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tracker.storage.uuid7 import uuid7

TIMES = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))
RANDOM = st.binary(min_size=8, max_size=8)


def test_the_example_of_the_standard():
    at = datetime(2022, 2, 22, 19, 22, 22, tzinfo=UTC)
    made = uuid7(at, 0xCC3, bytes.fromhex("18C4DC0C0C07398F"))
    assert str(made) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"


@given(at=TIMES, counter=st.integers(0, 4094), first=RANDOM, second=RANDOM)
def test_names_of_one_moment_sort_by_their_counter(at, counter, first, second):
    assert uuid7(at, counter, first) < uuid7(at, counter + 1, second)


@given(at=TIMES, counter=st.integers(0, 10**9), later=st.integers(0, 10**9), random=RANDOM)
def test_later_names_sort_later(at, counter, later, random):
    name = uuid7(at, counter, random)
    assert (name.version, name.variant) == (7, "specified in RFC 4122")
    assert name < uuid7(at + timedelta(milliseconds=1), later, random)
