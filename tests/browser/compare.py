"""Hold what the page draws and says against what the Python model gives."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from course_utils.words import NARROW_SPACE, Sentence
from tests.browser.payload import Lattice, Path

ON_NODES, BETWEEN_NODES = 2e-5, 1e-2
#: What plotly writes into the figure that it was given, where nothing was said: the axis and the place that it chose.
PLOTLYS_OWN = {"axis": {"type", "range", "autorange"}, "colorbar": {"x", "y"}}
NUMBER = r"-?[\d,]+(?:\.\d+)?"


@dataclass(frozen=True)
class Rule:
    """How close is close: a share of each array's own range over the lattice; what is not packed must be equal."""

    lattice: Lattice
    share: float

    def differences(
        self, drawn: Any, wanted: Any, near: Any, path: Path = (), span: float | None = None
    ) -> Iterator[str]:
        """Say where `drawn` is not what is wanted; texts are held against `near`, the figure at the nearest node."""
        span = self.lattice.spans.get(path, span)
        if isinstance(wanted, dict) and isinstance(drawn, dict):
            yield from self._keys(drawn, wanted, near, path)
        elif isinstance(wanted, list) and isinstance(drawn, list):
            yield from self._items(drawn, wanted, near, path, span)
        elif is_number(wanted) and is_number(drawn):
            allowed = 1e-9 * max(1.0, abs(wanted)) + self.share * (span or 0)
            if abs(drawn - wanted) > allowed:
                yield f"{path}: {drawn} drawn, {wanted} wanted, {allowed:.3g} allowed"
        elif drawn != (near if isinstance(wanted, str | bool) else wanted):
            yield f"{path}: {drawn!r} drawn, {wanted!r} wanted"

    def _keys(self, drawn: dict, wanted: dict, near: dict, path: Path) -> Iterator[str]:
        if wanted.get("autorange") == "reversed" and drawn["range"][0] > drawn["range"][1]:
            drawn = drawn | {"autorange": "reversed"}  # plotly says so by the range that it writes
        extra = {key for key in drawn.keys() - wanted.keys() if not plotlys_own(drawn[key], (*path, key))}
        if extra or wanted.keys() - drawn.keys():
            yield f"{path}: keys {sorted(extra)} too many, {sorted(wanted.keys() - drawn.keys())} missing"
            return
        for key in wanted:
            yield from self.differences(drawn[key], wanted[key], near[key], (*path, key))

    def _items(self, drawn: list, wanted: list, near: list, path: Path, span: float | None) -> Iterator[str]:
        if len(drawn) != len(wanted):
            yield f"{path}: {len(drawn)} items drawn, {len(wanted)} wanted"
        elif all(v is None or is_number(v) for v in [*drawn, *wanted]):
            yield from self._numbers(np.array(drawn, float), np.array(wanted, float), path, span)
        else:
            for i, (d, w, n) in enumerate(zip(drawn, wanted, near, strict=True)):
                yield from self.differences(d, w, n, (*path, i), span)

    def _numbers(self, drawn: np.ndarray, wanted: np.ndarray, path: Path, span: float | None) -> Iterator[str]:
        if not np.array_equal(np.isnan(drawn), np.isnan(wanted)):
            yield f"{path}: nulls differ at {np.flatnonzero(np.isnan(drawn) != np.isnan(wanted))[:5]}"
            return
        allowed = 1e-9 * np.maximum(1.0, np.abs(wanted)) + self.share * (span or 0)
        excess = np.nan_to_num(np.abs(drawn - wanted) - allowed)
        if excess.size and excess.max() > 0:
            i = int(excess.argmax())
            yield f"{path}[{i}]: {drawn[i]} drawn, {wanted[i]} wanted, range {span}"


def plotlys_own(value: Any, path: Path) -> bool:
    """Whether plotly writes this part of a figure by itself: an axis that nobody asked for, or a part of one."""
    below, last = (re.sub(r"^[xy]axis\d*$", "axis", str(part)) for part in path[-2:])
    if last == "axis":
        return below == "layout" and not value.keys() - PLOTLYS_OWN["axis"]
    return last in PLOTLYS_OWN.get(below, ())


def is_number(value: Any) -> bool:
    """Whether `value` is a number, and not a boolean."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def reading_differences(said: str, wanted: list[Sentence], near: list[Sentence], lattice: Lattice) -> Iterator[str]:
    """Between nodes: the words of the nearest node, each number within 1 % of its own range and its rounding."""
    for sentence, true, spans in zip(near, wanted, lattice.readings, strict=True):
        found = re.match(_pattern(sentence), said)
        if not found:
            yield f"{said!r} said, the words of {str(sentence)!r} wanted"
            return
        yield from _numbers_differ(found.groupdict(), true, spans)
        said = said[found.end() :].lstrip(" ")
    if said:
        yield f"{said!r} said beyond what was wanted"


def _pattern(sentence: Sentence) -> str:
    """A regular expression of a sentence, with a named group for each of its numbers."""
    pattern = ""
    for literal, index, _spec, _conversion in string.Formatter().parse(getattr(sentence, "template", "")):
        pattern += re.escape(literal)
        if index is not None:
            unit = sentence.numbers[int(index)].unit
            pattern += f"(?P<n{index}>{NUMBER}|n/a)" + (f"(?:{NARROW_SPACE}{re.escape(unit)})?" if unit else "")
    return pattern


def _numbers_differ(said: dict[str, str], true: Sentence, spans: dict[int, float]) -> Iterator[str]:
    for name, shown in said.items():
        index = int(name[1:])
        number = true.numbers[index]
        if "n/a" in (shown, str(number)):
            if shown != str(number):
                yield f"{shown} said, {number} wanted"
            continue
        allowed = BETWEEN_NODES * spans.get(index, 0.0) + 10.0**-number.decimals
        if not abs(float(shown.replace(",", "")) - number.shown) <= allowed:
            yield f"{shown} said, {number} wanted ({number.shown} within {allowed:.3g})"
