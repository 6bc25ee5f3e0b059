"""How a pasted block is meant: labels, merged cells, blank lines, units and direction."""

from tests.in_memory import CATALOGUE, PROVINCE
from tracker.exchange.clipboard import read_block
from tracker.exchange.importing.indicator_words import shipped_aliases
from tracker.exchange.importing.vocabulary import Vocabulary
from tracker.exchange.pasting import Arrangement, Ground, LayBy, ways_to_lay
from tracker.exchange.pasting.ground import Place
from tracker.indicators import Basis, CellKey, Measure
from tracker.periods import Month

WORDS = Vocabulary(CATALOGUE, shipped_aliases())
INDICATORS = ("foreign_trade", "fiscal_revenue", "urban_jobs", "energy_consumption")
REGIONS = (PROVINCE, "620100", "620200", "620300")


def months(row: int = 0, column: int = 0) -> Ground:
    """Four indicators by twelve months of the province."""
    keys = [
        [
            CellKey(one, PROVINCE, Month(2023, month), Measure.AMOUNT, Basis.YTD)
            for month in range(1, 13)
        ]
        for one in INDICATORS
    ]
    return Ground(keys, Place(row, column), 2023)


def regions(row: int = 0, column: int = 0) -> Ground:
    """Four regions by four indicators in April."""
    keys = [
        [CellKey(one, region, Month(2023, 4), Measure.AMOUNT, Basis.YTD) for one in INDICATORS]
        for region in REGIONS
    ]
    return Ground(keys, Place(row, column), 2023)


def ways(text: str, ground: Ground) -> tuple[Arrangement, ...]:
    return ways_to_lay(read_block(text), ground, WORDS, unit_of)


def unit_of(key: CellKey) -> str:
    return CATALOGUE.indicator(key.indicator).unit_of(key.measure)


def laid(way: Arrangement) -> dict[tuple[int, int], str]:
    return {
        (way.corner.row + row, way.corner.column + column): text
        for row, cells in enumerate(way.block.rows)
        for column, text in enumerate(cells)
        if text
    }


def test_a_plain_block_is_laid_as_it_was_copied() -> None:
    way = ways("1\t2\n3\t4\n", months(1, 3))[0]
    assert (way.by, way.notes) == (LayBy.POSITION, ())
    assert laid(way) == {(1, 3): "1", (1, 4): "2", (2, 3): "3", (2, 4): "4"}


def test_header_and_names_lead_every_figure_to_its_cell_whatever_their_order() -> None:
    way = ways("指标\t4月\t3月\n城镇新增就业\t11.6\t8.4\n进出口\t165.4\t124.8\n", months())[0]
    assert way.by is LayBy.NAMES
    assert laid(way) == {(2, 3): "11.6", (2, 2): "8.4", (0, 3): "165.4", (0, 2): "124.8"}
    assert "表头和行名" in way.notes[0]


def test_a_transposed_table_with_labels_needs_no_turning() -> None:
    way = ways("月份\t进出口\t城镇新增就业\n1—3月\t124.8\t8.4\n1—4月\t165.4\t11.6\n", months())[0]
    assert laid(way) == {(0, 2): "124.8", (2, 2): "8.4", (0, 3): "165.4", (2, 3): "11.6"}


def test_names_alone_choose_rows_and_the_selection_the_month() -> None:
    way = ways("1\t进出口\t亿元\t165.4\n2\t城镇新增就业\t万人\t11.6\n", months(0, 3))[0]
    assert laid(way) == {(0, 3): "165.4", (2, 3): "11.6"}


def test_a_unit_in_a_header_a_column_or_a_title_is_converted_and_said() -> None:
    for text in (
        "指标\t4月（万元）\n进出口\t1654000\n",
        "指标\t单位\t4月\n进出口\t万元\t1654000\n",
        "单位：万元\t\n指标\t4月\n进出口\t1654000\n",
    ):
        way = ways(text, months())[0]
        assert laid(way) == {(0, 3): "165.4"}, text
        assert "原表单位是万元，已换算成亿元。" in way.notes


def test_a_unit_that_does_not_fit_stays_on_the_number_to_be_refused() -> None:
    way = ways("指标\t4月\n进出口（亿美元）\t16.5\n", months())[0]
    assert laid(way) == {(0, 3): "16.5亿美元"}


def test_regions_are_known_in_any_form() -> None:
    way = ways("地区\t进出口\n嘉峪关市\t1\n兰州\t2\n全省\t9\n", regions())[0]
    assert laid(way) == {(2, 0): "1", (1, 0): "2", (0, 0): "9"}


def test_what_is_not_on_the_grid_is_named_and_left_out() -> None:
    way = ways("指标\t4月\n进出口\t1\n没有的指标\t2\n居民消费价格\t3\n", months())[0]
    assert laid(way) == {(0, 3): "1"}
    assert [one.text for one in way.left_out] == ["2", "3"]
    assert "没有的指标" in way.left_out[0].reason


def test_growth_beside_amounts_is_left_out() -> None:
    way = ways("指标\t4月\t同比\n进出口\t165.4\t6.2\n", months())[0]
    assert laid(way) == {(0, 3): "165.4"}
    assert len(way.left_out) == 1


def test_merged_cells_leave_blanks_that_are_taken_out() -> None:
    way = ways("1\n\n2\n\n3\n\n", months())[0]
    assert way.by is LayBy.PACKED
    assert laid(way) == {(0, 0): "1", (1, 0): "2", (2, 0): "3"}
    assert "合并单元格" in way.notes[0]


def test_a_blank_cell_in_a_column_is_a_figure_not_reported() -> None:
    found = ways("1\n\n2\n3\n", months())
    assert (found[0].by, found[0].notes) == (LayBy.POSITION, ())


def test_blank_lines_in_a_wide_block_are_asked_about() -> None:
    found = ways("1\t2\n\t\n3\t4\n", months())
    assert found[0].by is LayBy.POSITION
    assert "空行" in found[0].notes[0]
    assert found[1].by is LayBy.PACKED


def test_blank_lines_before_a_block_are_taken_off_and_said() -> None:
    way = ways("\t\n\t1\n\t2\n\n\n", months(1, 1))[0]
    assert laid(way) == {(1, 1): "1", (2, 1): "2"}
    assert "已经去掉" in way.notes[0]


def test_a_row_that_runs_over_the_edge_is_turned() -> None:
    way = ways("1\t2\t3\t4\n", months(0, 10))[0]
    assert way.by is LayBy.TRANSPOSED
    assert laid(way) == {(row, 10): str(row + 1) for row in range(4)}


def test_a_block_that_is_too_large_either_way_says_what_falls_off() -> None:
    way = ways("\n".join("1\t2\t3" for _ in range(6)) + "\n", regions(1, 1))[0]
    assert "表外" in way.notes[0]
