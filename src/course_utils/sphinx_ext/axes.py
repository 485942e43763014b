"""The axes of a picture: numbers, years, days or words, with ticks that can be read on a phone."""

from __future__ import annotations

import math
import textwrap
from typing import Any

from course_utils.sphinx_ext.selection import Selection

#: Longer labels run over lines: on a phone they would leave no room for the bars.
WIDTH, LINES = 26, 2
MILLION = 1_000_000
FEW = 12


def words_axis(order: list[str]) -> dict[str, Any]:
    """Axis of words in their order; long ones run over lines, and are cut in the end: tables keep them whole."""
    ticks = {"tickmode": "array", "tickvals": order, "ticktext": [label(text) for text in order]}
    return {"type": "category", "categoryorder": "array", "categoryarray": order} | ticks


def label(text: str) -> str:
    """Return a word of the data as it is drawn.

    Examples
    --------
    >>> label("trade_transport_hospitality_communication")
    'trade transport<br>hospitality communication'
    """
    return "<br>".join(textwrap.wrap(text.replace("_", " "), WIDTH, max_lines=LINES, placeholder=" …"))


def bar_ticks(order: list[Any]) -> dict[str, Any]:
    """Ticks at the bars themselves where they are few: between 2013 and 2018 there is no 2015."""
    return {"tickmode": "array", "tickvals": order, "ticktext": [f"{v:g}" for v in order]} if len(order) <= FEW else {}


def axis_of(drawn: Selection, key: str) -> dict[str, Any]:
    """Axis of numbers, years, days or words."""
    column = drawn.spec.get(key, "count")
    axis: dict[str, Any] = {"title": {"text": drawn.label(key)}}
    values = drawn.values(key)
    if isinstance(values[0], str):
        days = drawn.fields[column]["type"] == "date"
        return axis | ({"type": "date"} if days else words_axis(sorted(set(values))))
    year = drawn.fields.get(column, {}).get("unit") == "year"
    axis["tickformat"] = "d" if year else number_format(drawn, key)
    if key in drawn.spec.get("log", []):
        axis |= {"type": "log", "tickvals": powers_of_ten(min(values), max(values))}
    return axis


def number_format(drawn: Selection, key: str) -> str:
    """Plotly's format of numbers: from a million on 2M, but no millions of millions."""
    counted = any(word in drawn.label(key) for word in ("million", "thousand"))
    return "~s" if max(drawn.values(key)) >= MILLION and not counted else ","


def powers_of_ten(low: float, high: float) -> list[float]:
    """Ticks of a logarithmic axis: powers of ten, and where there are few, their double and fivefold too."""
    steps = (1,) if high > 100 * low else (1, 2, 5)
    exponents = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    return [step * 10.0**exponent for exponent in exponents for step in steps]
