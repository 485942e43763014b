"""The packed format read from its description alone, slowly and in plain Python."""

from __future__ import annotations

import base64
import copy
import itertools
import math
import zlib
from typing import Any


def unpack(blob: str) -> bytes:
    """The bytes of all layers."""
    return zlib.decompress(base64.b64decode(blob))


def _half(raw: bytes, start: int, rows: int, width: int) -> list[list[int]]:
    """Byte planes (low bytes, then high bytes), differenced twice along the points of long arrays, else along rows."""
    size = rows * width
    flat = [raw[start + i] + 256 * raw[start + size + i] for i in range(size)]
    table = [flat[r * width : (r + 1) * width] for r in range(rows)]
    for _ in range(2):
        for r in range(rows):
            for c in range(width):
                before = (r, c - 1) if width >= 8 else (r - 1, c)
                if min(before) >= 0:
                    table[r][c] = (table[r][c] + table[before[0]][before[1]]) % 65536
    return table


def steps(raw: bytes, entry: dict[str, Any]) -> list[list[int | None]]:
    """Whole steps of every row; None where there is no value."""
    rows, width = entry["m"], entry["n"]
    low = _half(raw, entry["o"], rows, width)
    if "w" not in entry:
        return [[None if v == 65535 else v for v in line] for line in low]
    high = _half(raw, entry["o"] + 2 * rows * width, rows, width)
    both = [[a + 65536 * b for a, b in zip(*lines, strict=True)] for lines in zip(low, high, strict=True)]
    return [[None if v == 2**32 - 1 else v for v in line] for line in both]


def value(entry: dict[str, Any], row: list[int | None]) -> Any:
    """The value of an entry from the steps of one row: a scalar, a list or a table."""
    values = [None if s is None else entry["lo"] + s * entry["sc"] for s in row]
    if "u" in entry:
        return entry["u"][round(values[0] or 0)]
    shape = entry.get("sh")
    if shape is None:
        return values
    return [values[i * shape[1] : (i + 1) * shape[1]] for i in range(shape[0])] if shape else values[0]


def trees(layer: dict[str, Any], raw: bytes, sizes: tuple[int, ...]) -> list[Any]:
    """The trees of a layer at all nodes of its lattice, the last control first."""
    entries = [(entry, steps(raw, entry)) for entry in [*layer["nums"], *layer["words"]]]
    assert all(entry["m"] == math.prod(sizes[axis] for axis in entry["ax"]) for entry, _rows in entries)
    return [_tree(layer["base"], entries, sizes, index) for index in itertools.product(*map(range, sizes))]


def _tree(base: Any, entries: list[Any], sizes: tuple[int, ...], index: tuple[int, ...]) -> Any:
    filled = copy.deepcopy(base)
    for entry, rows in entries:
        row = 0
        for axis in entry["ax"]:
            row = row * sizes[axis] + index[axis]
        at = filled
        for key in entry["p"][:-1]:
            at = at[key]
        at[entry["p"][-1]] = value(entry, rows[row])
    return filled
