"""Places that fail for real: a disk that is full, a folder that says no, a user who may not.

A test that cannot make its fault on this machine is skipped and says what is missing: mounting
and immutable files want root (and its capabilities: many containers have none).
"""

import os
import resource
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest

NOBODY = 65534


class Disk(Protocol):
    """A folder whose disk can be filled and emptied again."""

    folder: Path

    def fill(self, room: int) -> None:
        """Leave no more than so many bytes."""
        ...

    def relieve(self) -> None:
        """Make room again."""
        ...


@dataclass(frozen=True)
class SmallFileSystem:
    """A file system of a few megabytes: ENOSPC, as from any full disk."""

    folder: Path

    def fill(self, room: int) -> None:
        """Write ballast until there is no more."""
        with suppress(OSError), self._ballast.open("wb", buffering=0) as ballast:
            while True:
                ballast.write(bytes(4096))
        size = self._ballast.stat().st_size
        os.truncate(self._ballast, max(0, size - room))

    def relieve(self) -> None:
        """Throw the ballast out."""
        self._ballast.unlink(missing_ok=True)

    @property
    def _ballast(self) -> Path:
        return self.folder.parent / "ballast"


@dataclass(frozen=True)
class SizeLimit:
    """A limit on the size of a file, which any user may set: writes fail with EFBIG."""

    folder: Path

    def fill(self, room: int) -> None:
        """Let no file of this process grow beyond `room` bytes."""
        _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, most))

    def relieve(self) -> None:
        """Lift the limit."""
        _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


@contextmanager
def small_file_system(place: Path, megabytes: int) -> Iterator[SmallFileSystem]:
    """Mount a file system of its own at `place`; skips where that is not allowed."""
    place.mkdir()
    size = f"size={megabytes}m,mode=700"
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(place)], capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip("may not mount a file system here")
    try:
        folder = place / "folder"
        folder.mkdir()
        yield SmallFileSystem(folder)
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


@contextmanager
def size_limit(place: Path) -> Iterator[SizeLimit]:
    """Limit the size of files, and lift the limit afterwards whatever happens."""
    place.mkdir()
    disk = SizeLimit(place)
    try:
        yield disk
    finally:
        disk.relieve()


@contextmanager
def immutable(*paths: Path) -> Iterator[None]:
    """Forbid every change of the files, root's too, while they are open; skips where none can."""
    names = [str(path) for path in paths]
    done = subprocess.run(["chattr", "+i", *names], capture_output=True, check=False)
    try:
        if done.returncode:
            pytest.skip("may not make a file immutable here")
        yield
    finally:
        subprocess.run(["chattr", "-i", *names], capture_output=True, check=False)


@contextmanager
def somebodys_folder() -> Iterator[Path]:
    """A folder of the user that `as_somebody` works as, which others can reach."""
    folder = Path(tempfile.mkdtemp(prefix="guoban-somebody-"))
    if os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
    try:
        yield folder
    finally:
        for place in (folder, *folder.rglob("*")):
            with suppress(OSError):
                place.chmod(0o700)
        shutil.rmtree(folder)


def as_somebody(work: Callable[[], str]) -> str:
    """Work in a process of a user who is not root and return what it says.

    Root passes every permission; so its tests work as nobody. What fails there fails here.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            said = work()
        except BaseException as error:  # a child may not return into the test run
            said = f"{type(error).__name__}: {error}"
        os.write(writing, said.encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        said = told.read().decode()
    os.waitpid(child, 0)
    return said
