"""Plain trees: what arrays, columns and plotly's figures become, and which leaves they have."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_utils.explorer.plain import TRACE_TYPES, is_leaf, leaves, plain, plain_figure

scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
trees = st.recursive(scalars, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (np.array([1.0, math.nan, math.inf]), [1.0, None, None]),
        (np.array([[1, 2], [3, 4]]), [[1, 2], [3, 4]]),
        (np.float64(2.5), 2.5),
        (np.int32(2), 2),
        (np.bool_(True), True),
        (np.array(["a", "b"]), ["a", "b"]),
        (pd.Series([1.0, None]), [1.0, None]),
        (pd.Index(["38", "2A"]), ["38", "2A"]),
        ((1, (2, math.nan)), [1, [2, None]]),
        ({1: np.arange(2), "template": {"layout": {}}}, {"1": [0, 1]}),
    ],
)
def test_plain(value: Any, expected: Any) -> None:
    assert plain(value) == expected


@pytest.mark.parametrize("array", [np.arange(5, dtype="f8"), np.arange(6, dtype="i2").reshape(2, 3)])
def test_typed_arrays_of_plotly(array: np.ndarray) -> None:
    packed = go.Figure(go.Heatmap(z=np.atleast_2d(array))).to_plotly_json()["data"][0]["z"]
    assert {"dtype", "bdata"} <= packed.keys()
    assert plain(packed) == np.atleast_2d(array).tolist()


@settings(deadline=None, max_examples=60)
@given(trees)
def test_plain_trees_are_json_and_stay_as_they_are(tree: Any) -> None:
    once = plain(tree)
    json.dumps(once, allow_nan=False)
    assert plain(once) == once


def test_a_plotly_figure_loses_its_template_and_keeps_the_rest() -> None:
    figure = go.Figure(go.Bar(x=["a"], y=[1.0]), layout={"title": {"text": "T"}, "template": "plotly_dark"})
    drawn = plain_figure(figure)
    assert drawn == {"data": [{"type": "bar", "x": ["a"], "y": [1.0]}], "layout": {"title": {"text": "T"}}}


def test_a_trace_without_a_type_is_a_scatter() -> None:
    assert plain_figure({"data": [{"y": [1]}]}) == {"data": [{"y": [1], "type": "scatter"}], "layout": {}}


def test_a_trace_type_that_the_bundle_lacks_is_refused() -> None:
    with pytest.raises(
        ValueError, match="trace type 'scatter3d' is not in the course's plotly bundle: bar, box, .*waterfall"
    ):
        plain_figure(go.Figure(go.Scatter3d(x=[1], y=[1], z=[1])))


def test_the_trace_types_are_those_of_the_vendored_bundle(repository: Path) -> None:
    manifests = list((repository / "book" / "assets" / "plotly").glob("*.json"))
    listed = [json.loads(path.read_text("utf-8")).get("traces") for path in manifests]
    assert [set(traces) for traces in listed if traces] == [TRACE_TYPES]


@pytest.mark.parametrize(
    ("value", "leaf"),
    [
        (1, True),
        (None, True),
        ("a", True),
        ([], True),
        ([1, None, 2.5], True),
        (["a", None], True),
        ([[1, 2], [3, None]], True),
        ([[1], [2, 3]], False),  # ragged: each row is packed by itself
        ([["a"], ["b"]], False),
        ([1, "a"], False),
        ([True, False], False),
        ([{"a": 1}], False),
        ({}, False),
    ],
)
def test_leaves_are_scalars_rows_and_tables(value: Any, leaf: bool) -> None:
    assert is_leaf(value) is leaf


@settings(deadline=None, max_examples=60)
@given(trees.map(plain))
def test_leaves_hold_the_whole_tree(tree: Any) -> None:
    """A tree is rebuilt from the paths and values of its leaves, but for empty dictionaries."""
    for path, value in leaves(tree):
        below = tree
        for key in path:
            below = below[key]
        assert below is value or below == value
        assert is_leaf(value)
    assert len({path for path, _value in leaves(tree)}) == len(list(leaves(tree)))
