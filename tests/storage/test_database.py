"""The file: who may read it, what is refused, and that a failed write leaves nothing behind."""

import os
import sqlite3
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tracker.catalogue import shipped_catalogue
from tracker.edits import ActualEdit, TargetEdit
from tracker.errors import LedgerError
from tracker.storage import database
from tracker.storage.faults import told
from tracker.storage.new_file import building, create_empty
from tracker.storage.store import Store

DEVICE = "11111111-1111-4111-8111-111111111111"


def opened(path: Path, clock, **options) -> Store:
    return Store.open(path, now=clock, author="张三", device=DEVICE, **options)


def refusal(path: Path, clock, **options) -> str:
    with pytest.raises(LedgerError) as refused:
        opened(path, clock, **options)
    sentence = str(refused.value)
    assert sentence.endswith("。")
    assert path.name in sentence
    return sentence


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


class TestTheFile:
    @pytest.mark.usefixtures("store")
    def test_only_its_user_may_read_it(self, path):
        assert {mode(path)} | {mode(file) for file in path.parent.iterdir()} == {0o600}

    @pytest.mark.usefixtures("store")
    def test_it_is_safe_against_power_cuts_and_dangling_rows(self, path):
        file = database.LedgerFile.open(path)
        pragmas = [
            file.rows(f"PRAGMA {name}")[0][0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "application_id")
        ]
        file.close()
        assert pragmas == ["wal", 2, 1, int.from_bytes(b"GBAN", "big")]

    def test_closing_leaves_one_file(self, store, path):
        store.close()
        assert [file.name for file in path.parent.iterdir()] == [path.name]

    @pytest.mark.parametrize("table", ["revision", "actual_entry", "target_entry", "setting_entry"])
    @pytest.mark.parametrize("sql", ["UPDATE {0} SET rowid = rowid + 9", "DELETE FROM {0}"])
    @pytest.mark.usefixtures("filled")
    def test_what_was_written_cannot_be_changed(self, path, table, sql):
        connection = sqlite3.connect(path)
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute(sql.format(table))
        connection.close()

    def test_the_catalogue_comes_back_as_it_was(self, store):
        assert store.catalogue == shipped_catalogue()
        assert list(store.catalogue.regions) == list(shipped_catalogue().regions)


@pytest.fixture
def filled(store, funds, funds_target):
    """A ledger with a row in every table of the journal."""
    store.record([ActualEdit(funds, 5), TargetEdit(funds_target, 3000)], "填报")
    return store


class TestNewFiles:
    def test_an_existing_file_is_never_overwritten(self, tmp_path, clock):
        path = tmp_path / "notes.txt"
        path.write_text("mine")
        with pytest.raises(LedgerError, match="已经存在，没有覆盖"):
            Store.create(path, shipped_catalogue(), {}, now=clock, author="张三", device=DEVICE)
        assert path.read_text() == "mine"

    def test_a_folder_that_cannot_hold_a_new_file_is_told(self, tmp_path):
        with pytest.raises(LedgerError, match="请检查磁盘空间和权限"):
            create_empty(tmp_path / "nowhere" / "a.guoban")

    def test_a_missing_folder_is_named(self, tmp_path, clock):
        path = tmp_path / "nowhere" / "a.guoban"
        with pytest.raises(LedgerError, match=r"文件夹“.*nowhere”不存在"):
            Store.create(path, shipped_catalogue(), {}, now=clock, author="张三", device=DEVICE)

    def test_a_failure_half_way_leaves_nothing(self, tmp_path, clock):
        path = tmp_path / "a.guoban"

        def interrupted() -> None:
            with building(path) as draft:
                Store.create(
                    draft, shipped_catalogue(), {}, now=clock, author="张三", device=DEVICE
                ).close()
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            interrupted()
        assert list(tmp_path.iterdir()) == []

    def test_a_file_that_appeared_meanwhile_is_kept(self, tmp_path):
        path = tmp_path / "a.guoban"

        def late() -> None:
            with building(path) as draft:
                draft.write_text("ours")
                path.write_text("theirs")

        with pytest.raises(LedgerError, match="已经存在"):
            late()
        assert [file.read_text() for file in tmp_path.iterdir()] == ["theirs"]

    @pytest.mark.usefixtures("store")
    def test_an_empty_file_is_not_made_twice(self, path):
        with pytest.raises(LedgerError, match="已经存在"):
            database.LedgerFile.create(path)


class TestRefusedAtTheDoor:
    def test_a_missing_file_names_the_command(self, path, clock):
        assert f"guoban new {path}" in refusal(path, clock)

    def test_a_folder(self, tmp_path, clock):
        assert "是一个文件夹" in refusal(tmp_path, clock)

    @pytest.mark.parametrize("content", [b"", b"month,value\n2023-04,5\n", b"SQLite format 3"])
    def test_a_file_that_is_no_ledger(self, path, clock, content):
        path.write_bytes(content)
        assert "不是双过半台账" in refusal(path, clock)

    def test_another_programs_database(self, path, clock):
        connection = sqlite3.connect(path)
        connection.execute("CREATE TABLE bookmarks (url)")
        connection.close()
        assert "不是双过半台账" in refusal(path, clock)

    def test_a_damaged_file(self, store, path, clock):
        store.close()
        content = path.read_bytes()
        path.write_bytes(content[: len(content) // 2])
        assert "已损坏，请改用备份" in refusal(path, clock)

    def test_a_damaged_catalogue(self, store, path, clock, tamper):
        store.close()
        tamper("UPDATE indicator SET kind = 'FLOOD' WHERE id = 'gdp'")
        assert "指标目录已损坏" in refusal(path, clock)

    def test_garbage_behind_a_good_header(self, path, clock):
        path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 4096)
        assert "不是双过半台账" in refusal(path, clock)

    @pytest.mark.parametrize(
        "sql",
        [
            "PRAGMA user_version = 99",
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('guoban', '999_from_the_future', '')",
        ],
    )
    def test_a_ledger_of_a_newer_program(self, store, path, clock, tamper, sql):
        store.close()
        tamper(sql)
        assert "请升级程序" in refusal(path, clock)

    def test_a_file_in_a_place_that_cannot_be_read(self, path):
        with pytest.raises(LedgerError, match="磁盘或网络盘出错"), told(path):
            raise OSError(5, "Input/output error")


@pytest.fixture
def protected(filled, path):
    """A ledger whose file and folder lost their write bits."""
    filled.close()
    path.chmod(0o400)
    path.parent.chmod(0o500)
    yield path
    path.parent.chmod(0o700)


class TestReadOnly:
    @pytest.mark.parametrize("spot", ["file", "folder"])
    def test_a_read_only_ledger_is_refused_for_writing(self, store, path, clock, spot):
        store.close()
        (path if spot == "file" else path.parent).chmod(0o500)
        assert "是只读的，不能填报" in refusal(path, clock)
        path.parent.chmod(0o700)

    def test_it_can_still_be_read(self, protected, clock, funds):
        with opened(protected, clock, read_only=True) as store:
            assert store.read_only
            held = store.snapshot().actual(funds)
            assert held is not None
            assert held.value == 5
            assert store.verify() == []
        assert [file.name for file in protected.parent.iterdir()] == [protected.name]

    def test_but_not_written(self, protected, clock, funds):
        with opened(protected, clock, read_only=True) as store:
            with pytest.raises(LedgerError, match="只读方式打开"):
                store.record([ActualEdit(funds, 6)], "填报")
            with pytest.raises(LedgerError, match="只读方式打开"):
                store.revert("x", "撤销")

    def test_a_reader_sees_what_a_writer_wrote_meanwhile(self, store, path, clock, funds):
        with opened(path, clock, read_only=True) as reader:
            store.record([ActualEdit(funds, 5)], "填报")
            held = reader.snapshot().actual(funds)
            assert held is not None
            assert held.value == 5

    def test_what_sqlite_itself_finds_read_only_is_said_too(self, store, funds):
        store._file._connection.execute("PRAGMA query_only = ON")
        with pytest.raises(LedgerError, match="是只读的，没有写入"):
            store.record([ActualEdit(funds, 5)], "填报")


class TestWhenAWriteFails:
    def test_a_ledger_another_program_is_writing(self, store, path, funds):
        store._file._connection.execute("PRAGMA busy_timeout = 1")
        other = sqlite3.connect(path)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="正被另一个程序占用"):
            store.record([ActualEdit(funds, 5)], "填报")
        assert store.snapshot().actual(funds) is None
        other.rollback()
        other.close()
        assert store.record([ActualEdit(funds, 5)], "填报")
        assert store.verify() == []

    def test_a_ledger_another_program_holds_alone(self, store, path, clock, monkeypatch):
        store.close()
        monkeypatch.setattr(database, "BUSY_SECONDS", 0.01)
        other = sqlite3.connect(path)
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        assert "正被另一个程序占用" in refusal(path, clock)
        other.close()

    def test_a_full_disk(self, store, funds):
        connection = store._file._connection
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")
        edits = [
            ActualEdit(funds._replace(region=region), 5, note="长" * 1900)
            for region in store.catalogue.regions
        ]
        saved = store.last_saved
        with pytest.raises(LedgerError, match="磁盘已满"):
            store.record(edits, "粘贴")
        assert store.snapshot().actual(funds) is None
        assert store.last_saved == saved
        connection.execute("PRAGMA max_page_count = 100000")
        assert len(store.record(edits, "粘贴").cells) == len(edits)
        assert store.verify() == []

    def test_a_bug_is_not_dressed_up_as_a_known_error(self, path):
        with pytest.raises(sqlite3.OperationalError, match="syntax error"), told(path):
            sqlite3.connect(":memory:").execute("SELEC 1")


def test_the_store_belongs_to_one_thread(store):
    with ThreadPoolExecutor(1) as pool, pytest.raises(sqlite3.ProgrammingError, match="thread"):
        pool.submit(store.settings).result()


def test_umask_does_not_matter(tmp_path, clock):
    before = os.umask(0)
    try:
        path = tmp_path / "open.guoban"
        with Store.create(path, shipped_catalogue(), {}, now=clock, author="张三", device=DEVICE):
            assert {mode(file) for file in tmp_path.iterdir()} == {0o600}
    finally:
        os.umask(before)
