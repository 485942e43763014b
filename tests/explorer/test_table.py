"""Figures as tables: which columns, which headers, how cells are printed."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_utils.explorer import Explorer
from course_utils.explorer.plain import TRACE_TYPES
from course_utils.explorer.table import COLUMNS, cell, heads, tables

TITLED = {"xaxis": {"title": {"text": "Year"}}, "yaxis": {"title": "Jobs"}, "xaxis2": {"title": {"text": "Decade"}}}


def one(trace: dict[str, Any], **layout: Any) -> tuple[str, list[str], list[list[str]]]:
    found = tables({"data": [trace], "layout": layout})
    assert len(found) == 1
    return found[0]


def test_axis_titles_head_the_columns() -> None:
    trace = {
        "type": "bar",
        "name": "Fos",
        "x": [1970, 1980],
        "y": [1.5, None],
        "text": ["a", "b"],
        "marker": {"size": [1, 2]},
    }
    assert one(trace, **TITLED) == ("Fos", ["Year", "Jobs", "label"], [["1,970", "1.50", "a"], ["1,980", "", "b"]])


def test_without_titles_the_axes_have_their_letters() -> None:
    assert one({"type": "scatter", "x": ["a"], "y": [2]}) == ("", ["x", "y"], [["a", "2"]])
    assert one({"type": "scatter", "x": ["a"]}, xaxis={"title": {"text": None}})[1] == ["x"]


def test_a_second_axis_has_its_own_title() -> None:
    assert one({"type": "scatter", "x": [1], "y": [2], "xaxis": "x2", "yaxis": "y"}, **TITLED)[1] == ["Decade", "Jobs"]


def test_a_second_axis_without_a_title_shares_that_of_the_first() -> None:
    assert one({"type": "scatter", "x": [1], "y": [2], "yaxis": "y2"}, **TITLED, yaxis2={})[1] == ["Year", "Jobs"]


def test_a_map_is_read_by_code_and_value() -> None:
    trace = {
        "type": "choropleth",
        "geojson": "departements",
        "locations": ["38", "2A"],
        "z": [1.0, None],
        "text": ["Isère", "Corse-du-Sud"],
    }
    assert one(trace)[1:] == (["code", "value", "label"], [["38", "1", "Isère"], ["2A", "", "Corse-du-Sud"]])


def test_a_grid_is_read_by_rows() -> None:
    trace = {"type": "heatmap", "x": ["p", "q"], "y": ["r", "s"], "z": [[1, 2], [3, None]]}
    assert one(trace, yaxis={"title": "From"}) == ("", ["From", "p", "q"], [["r", "1", "2"], ["s", "3", ""]])
    assert one({"type": "contour", "z": [[1, 2], [3, 4]]})[1:] == (["y", "0", "1"], [["0", "1", "2"], ["1", "3", "4"]])
    assert tables({"data": [{"type": "heatmap", "z": []}], "layout": {}}) == []


def test_flows_are_read_by_their_ends() -> None:
    link = {"source": [0, 1], "target": [2, 2], "value": [1.5, 1000]}
    trace = {"type": "sankey", "node": {"label": ["a", "b", "c"]}, "link": link}
    assert one(trace)[1:] == (["from", "to", "flow"], [["a", "c", "1.50"], ["b", "c", "1,000"]])


def test_shares_are_read_by_name() -> None:
    assert one({"type": "pie", "labels": ["a"], "values": [3]})[1] == ["name", "value"]


def test_rows_without_a_value_are_left_out_and_short_columns_padded() -> None:
    assert one({"type": "scatter", "x": [1, None, 3], "y": [None, None]})[2] == [["1", ""], ["3", ""]]


def test_a_trace_without_columns_or_values_has_no_table() -> None:
    assert tables({"data": [{"type": "scatter", "x": [None], "y": [None]}], "layout": {}}) == []
    assert tables({"data": [{"type": "scatter", "x": 3}], "layout": {}}) == []


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (0, "0"),
        (3.0, "3"),
        (-2, "-2"),
        (0.12345, "0.1235"),
        (3.99998, "4"),  # what unpacking makes of 4
        (999.999, "1,000"),
        (0.00001, "0"),
        (1.2345, "1.23"),
        (123.45, "123.5"),
        (1234.5, "1,235"),
        (-1234567, "-1,234,567"),
        ("2A", "2A"),
    ],
)
def test_cells(value: Any, text: str) -> None:
    assert cell(value) == text


@settings(deadline=None)
@given(st.floats(1, 1e12))
def test_cells_err_by_less_than_a_percent(value: float) -> None:
    assert float(cell(value).replace(",", "")) == pytest.approx(value, rel=0.006)


def test_all_columns_have_a_head() -> None:
    assert set(COLUMNS) <= heads().keys()


def test_every_trace_of_the_demonstration_has_a_table(demo: Explorer) -> None:
    for figure in demo.evaluate():
        assert {trace["type"] for trace in figure["data"]} <= TRACE_TYPES
        for (_caption, head, body), trace in zip(tables(figure), figure["data"], strict=True):
            assert body and all(len(line) == len(head) for line in body), trace["type"]
