"""A parcel carries a snapshot's figures to another process, and has a fingerprint."""

import pickle
from dataclasses import replace

import pytest

from tests.in_memory import PROVINCE, Figures
from tracker.board import board
from tracker.parcel import Parcel, parcel, reading_range
from tracker.periods import Month
from tracker.snapshot import Snapshot

APRIL = Month(2023, 4)


def figures(value: float = 1046.5) -> Snapshot:
    return (
        Figures()
        .actual("funds_in_place", "2023-04", value)
        .target("funds_in_place", "FY", 3000)
        .snapshot()
    )


def packed(snapshot: Snapshot) -> Parcel:
    return parcel(snapshot, *reading_range(snapshot.catalogue, PROVINCE, 2023))


def test_what_comes_out_reads_as_what_went_in() -> None:
    snapshot = figures()
    sent = pickle.loads(pickle.dumps(packed(snapshot)))
    assert board(sent.snapshot(), PROVINCE, APRIL) == board(snapshot, PROVINCE, APRIL)


def test_a_year_that_was_not_sent_is_an_error_and_not_blank() -> None:
    received = packed(figures()).snapshot()
    with pytest.raises(KeyError):
        received.actuals(PROVINCE, 1950)
    with pytest.raises(KeyError):
        received.targets(PROVINCE, 1950)


def test_the_fingerprint_changes_with_the_figures_only() -> None:
    first = packed(figures())
    assert first.fingerprint(APRIL) == packed(figures()).fingerprint(APRIL)
    assert first.fingerprint(APRIL) != packed(figures(1046.6)).fingerprint(APRIL)
    later = replace(first, settings=(("title", "另一个名字"),))
    assert later.fingerprint(APRIL) == first.fingerprint(APRIL)
    assert first.fingerprint(Month(2023, 3)) == packed(figures(9)).fingerprint(Month(2023, 3))


def test_a_picture_may_read_peers_members_and_everything_above() -> None:
    regions, years = reading_range(figures().catalogue, PROVINCE, 2023)
    assert {PROVINCE, "100000"} <= regions
    assert {len(regions), years.stop - 1} == {len(regions), 2023}
