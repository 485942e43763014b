"""Figures as plain lists, floats and None, and the paths of their leaves."""

from __future__ import annotations

import base64
import math
from collections.abc import Iterator
from typing import Any

import numpy as np

Path = tuple[str | int, ...]

#: Trace types in the vendored plotly bundle; a missing one draws nothing and logs no error: refused here.
TRACE_TYPES = frozenset(
    {
        "bar",
        "box",
        "choropleth",
        "contour",
        "heatmap",
        "histogram",
        "pie",
        "sankey",
        "scatter",
        "scattergeo",
        "treemap",
        "waterfall",
    }
)


def plain(value: Any) -> Any:
    """Turn arrays, columns, plotly's typed arrays, tuples and scalars into lists, floats and None."""
    if isinstance(value, dict):
        if {"dtype", "bdata"} <= value.keys():
            return plain(_typed_array(value))
        return {str(k): plain(v) for k, v in value.items() if k != "template"}
    if hasattr(value, "tolist"):  # numpy's arrays and scalars, pandas' columns and indexes
        return plain(value.tolist())
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value


def _typed_array(value: dict[str, Any]) -> np.ndarray:
    array = np.frombuffer(base64.b64decode(value["bdata"]), dtype=value["dtype"])
    shape = value.get("shape")
    return array.reshape([int(n) for n in str(shape).split(",")]) if shape else array


def plain_figure(figure: Any) -> dict[str, Any]:
    """Return ``{"data": [...], "layout": {...}}`` of a plotly figure or a dict; unknown trace types are refused.

    Raises
    ------
    ValueError
        If a trace type is not in the vendored bundle.
    """
    raw = figure if isinstance(figure, dict) else figure.to_plotly_json()
    data = [plain(trace) for trace in raw["data"]]
    for trace in data:
        if trace.setdefault("type", "scatter") not in TRACE_TYPES:
            known = ", ".join(sorted(TRACE_TYPES))
            raise ValueError(f"trace type {trace['type']!r} is not in the course's plotly bundle: {known}")
    return {"data": data, "layout": plain(raw.get("layout", {}))}


def is_number(value: Any) -> bool:
    """Tell whether `value` is a number, and not a boolean."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _is_row(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(v is None or is_number(v) for v in value)


def is_leaf(value: Any) -> bool:
    """Tell whether `value` is packed whole: a scalar, a list of numbers, of texts, or a table of numbers."""
    if isinstance(value, dict):
        return False
    if not isinstance(value, list) or not value:
        return True
    table = all(_is_row(v) for v in value) and len({len(v) for v in value}) == 1
    return table or _is_row(value) or all(v is None or isinstance(v, str) for v in value)


def leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Yield path and value of every leaf below `value`."""
    if is_leaf(value):
        yield path, value
        return
    for key, below in value.items() if isinstance(value, dict) else enumerate(value):
        yield from leaves(below, (*path, key))
