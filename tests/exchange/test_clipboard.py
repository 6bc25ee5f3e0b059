"""A block from Excel or WPS lands cell by cell; what cannot land is told, the rest is written."""

from hypothesis import given
from hypothesis import strategies as st

from tracker.exchange.clipboard import (
    Block,
    PasteProblem,
    Placement,
    Selection,
    place,
    read_block,
    write_block,
)

GRID: list[list[str | None]] = [["a1", "a2", "a3"], ["b1", None, "b3"]]
"""Two rows of cells by name; the middle of the second row is closed."""


def in_mu(key: str) -> str:
    """Return the unit of any cell."""
    return "万亩"


def paste(text: str, row: int = 0, column: int = 0, *size: int) -> Placement[str]:
    """Paste text into the grid, every cell in 万亩."""
    return place(read_block(text), GRID, Selection(row, column, *size), in_mu)


def test_tabs_part_cells_and_newlines_part_rows_however_a_system_writes_them() -> None:
    for newline in ("\n", "\r\n", "\r"):
        block = read_block(newline.join(["412.6\t754.1", "168.0\t402.5", ""]))
        assert block == Block((("412.6", "754.1"), ("168.0", "402.5")))
        assert (block.height, block.width) == (2, 2)


def test_rows_may_be_ragged_and_cells_blank() -> None:
    block = read_block("1\t2\n\n3\t")
    assert block.rows == (("1", "2"), ("",), ("3", ""))
    assert block.text(1, 1) == ""
    assert block.text(0, 1) == "2"


def test_a_quoted_cell_may_hold_tabs_newlines_and_quotes() -> None:
    assert read_block('"一\t二"\t"三\n""四"""\n').rows == (("一\t二", '三\n"四"'),)


def test_a_quote_that_nothing_closes_is_a_character() -> None:
    assert read_block('"5\t6').rows == (('"5', "6"),)
    assert read_block('"5" 管\t6').rows == (('"5" 管', "6"),)


def test_spaces_around_a_cell_are_dropped_even_odd_ones() -> None:
    assert read_block("\u00a01,046.5 \t　754.1").rows == (("1,046.5", "754.1"),)


def test_an_empty_clipboard_is_an_empty_block_and_changes_nothing() -> None:
    assert read_block("") == Block()
    assert Block().width == 0
    assert paste("") == Placement()


cells = st.text(max_size=8).map(lambda text: text.replace("\r\n", "\n").replace("\r", "\n"))
edges = " \u00a0\u3000\u200b\ufeff"


@given(st.lists(st.lists(cells.map(lambda text: text.strip(edges)), min_size=1, max_size=4)))
def test_what_was_written_reads_back(rows: list[list[str]]) -> None:
    assert read_block(write_block(rows)).rows == tuple(map(tuple, rows))


@given(st.text(alphabet=st.one_of(st.sampled_from('"\t\n\r'), st.characters())))
def test_any_text_is_a_block_and_a_block_read_again_is_the_same(text: str) -> None:
    block = read_block(text)
    assert read_block(write_block(block.rows)) == block


def test_a_block_lands_from_the_selected_corner() -> None:
    assert paste("7.2\t30.6\n1,046.5", 0, 0).edits == (("a1", 7.2), ("a2", 30.6), ("b1", 1046.5))
    assert paste("7.2", 1, 2) == Placement((("b3", 7.2),))


def test_blank_cells_and_dashes_leave_what_stands_there() -> None:
    assert paste("7.2\t\t—") == Placement((("a1", 7.2),), (), 2)
    assert paste("—\t-\t…", 1, 0) == Placement((), (), 3)


def test_text_is_refused_with_reason_and_suggestion_and_the_rest_is_written() -> None:
    placement = paste("7.2\t61.2万\t0")
    assert placement.edits == (("a1", 7.2), ("a3", 0.0))
    assert placement.problems == (
        PasteProblem(
            "a2", 0, 1, "61.2万", "“61.2万”带了文字，本行单位已是万亩。没有写入。", "61.2"
        ),
    )


def test_a_value_for_a_closed_cell_is_a_problem() -> None:
    placement = paste("1\t2\t3", 1, 0)
    assert placement.edits == (("b1", 1.0), ("b3", 3.0))
    assert placement.problems == (PasteProblem(None, 1, 1, "2", "这一格不用填，没有写入。"),)
    assert paste("1\t说明", 1, 0).problems[0].reason == "这一格不用填，没有写入。"


def test_what_reaches_beyond_the_grid_is_a_problem_and_the_rest_is_written() -> None:
    placement = paste("1\t2\n3\t4", 1, 2)
    assert placement.edits == (("b3", 1.0),)
    assert [(problem.row, problem.column) for problem in placement.problems] == [
        (1, 3),
        (2, 2),
        (2, 3),
    ]
    assert {problem.reason for problem in placement.problems} == {
        "粘贴的内容比表格大，这一格在表格之外，没有写入。"
    }


def test_one_value_fills_the_selection_and_passes_over_closed_cells() -> None:
    placement = paste("5", 0, 0, 2, 3)
    assert [key for key, _ in placement.edits] == ["a1", "a2", "a3", "b1", "b3"]
    assert placement.problems == ()
    assert placement.skipped == 1


def test_a_block_fills_a_selection_that_is_a_multiple_of_it() -> None:
    assert dict(paste("1\n2", 0, 2, 2, 1).edits) == {"a3": 1, "b3": 2}
    assert dict(paste("1", 0, 0, 1, 3).edits) == {"a1": 1, "a2": 1, "a3": 1}
    assert dict(paste("1\t2", 0, 0, 1, 3).edits) == {"a1": 1, "a2": 2}
    assert dict(paste("1\t2\t3", 0, 0, 2, 3).edits)["b3"] == 3


@given(st.text(), st.integers(0, 3), st.integers(0, 3), st.integers(1, 3), st.integers(1, 3))
def test_no_paste_ever_fails(text: str, row: int, column: int, height: int, width: int) -> None:
    placement = paste(text, row, column, height, width)
    assert {key for key, _ in placement.edits} <= {key for line in GRID for key in line}


def test_a_word_lands_where_its_cell_takes_words() -> None:
    def read(text: str, key: str) -> float | None:
        return 1.0 if (text, key) == ("推进中", "task") else None

    placed = place(
        read_block("推进中\t推进中\t5"),
        [["task", "flow", "task"]],
        Selection(0, 0),
        lambda _: "",
        read,
    )
    assert placed.edits == (("task", 1.0), ("task", 5.0))
    assert [problem.key for problem in placed.problems] == ["flow"]
