"""Pack what varies over a lattice: steps of each array's own range, second differences, byte planes, deflate.

Steps have 16 bits, or 32 where 16 do not reach ("wide", the low halves of all steps before the high halves): for
whole numbers and those that a sentence prints, which come back exactly, and for arrays that are so small in some
state, beside what they are in others, that the figures a reader sees on pointing would be wrong.
"""

from __future__ import annotations

import base64
import json
import zlib
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from course_utils.explorer.plain import Path, is_number, leaves

NULL = 65535
STEPS = 65534
#: Largest error of a step, as a fraction of the largest value that an array has in a state: four good digits.
DIGITS = 5e-4
WIDE_NULL = 2**32 - 1
WIDE_STEPS = 2**32 - 2


@dataclass
class Blob:
    """Bytes that all layers of an explorer share, and how many values they hold."""

    parts: list[bytes] = field(default_factory=list)
    size: int = 0
    values: int = 0

    def add(self, part: bytes, values: int) -> int:
        """Append `part` and return where it starts."""
        start = self.size
        self.parts.append(part)
        self.size += len(part)
        self.values += values
        return start

    def text(self) -> str:
        """All bytes, deflated, in base64."""
        return base64.b64encode(zlib.compress(b"".join(self.parts), 9)).decode("ascii")


def pack_layer(trees: list[Any], shape: tuple[int, ...], blob: Blob, quanta: dict[Path, float] | None = None) -> dict:
    """Pack the leaves of `trees` that vary over a lattice of `shape`, in C order.

    Parameters
    ----------
    trees : list
        One plain tree a state; all of one structure.
    shape : tuple of int
        Nodes along each control.
    blob : Blob
        Receives the bytes.
    quanta : dict, optional
        A step for some leaves, so that printed numbers come back exactly as printed.

    Returns
    -------
    dict
        ``base`` (the first tree), ``nums`` and ``words`` with the axes that each leaf depends on.

    Raises
    ------
    ValueError
        If the structure changes between states.
    """
    flat = [dict(leaves(tree)) for tree in trees]
    _check_structure(flat)
    packed: dict[str, Any] = {"base": trees[0], "nums": [], "words": []}
    for path, first in flat[0].items():
        values = [state[path] for state in flat]
        if all(v == first for v in values):
            continue
        if numeric(values):
            packed["nums"].append(_pack_numbers(path, values, shape, blob, (quanta or {}).get(path)))
        else:
            packed["words"].append(_pack_words(path, values, shape, blob))
    return packed


def _check_structure(flat: list[dict[Path, Any]]) -> None:
    first = flat[0]
    for state in flat[1:]:
        if odd := first.keys() ^ state.keys() or [p for p, v in state.items() if _length(v) != _length(first[p])]:
            where = ".".join(map(str, min(odd, key=repr)))
            raise ValueError(f"the figure's structure changes between states near {where}: pad arrays with None")


def _length(value: Any) -> tuple[int, int] | None:
    if not isinstance(value, list):
        return None
    return len(value), len(value[0]) if value and isinstance(value[0], list) else -1


def numeric(values: list[Any]) -> bool:
    """Tell whether a leaf holds numbers and None, and nothing else, in all states."""

    def flat(v: Any) -> bool:
        return all(map(flat, v)) if isinstance(v, list) else v is None or is_number(v)

    return all(map(flat, values))


def _reduced(array: np.ndarray, shape: tuple[int, ...]) -> tuple[np.ndarray, list[int]]:
    """Drop the axes of the lattice along which nothing changes: costs add, they do not multiply."""
    array = array.reshape(*shape, -1)
    kept = []
    for axis in range(len(shape)):
        first = array.take([0], axis=axis)
        if np.array_equal(np.broadcast_to(first, array.shape), array, equal_nan=True):
            array = first
        else:
            kept.append(axis)
    return array.reshape(-1, array.shape[-1]), kept


def _pack_numbers(path: Path, values: list[Any], shape: tuple[int, ...], blob: Blob, quantum: float | None) -> dict:
    array = np.array(values, dtype=float)
    rows, axes = _reduced(array, shape)
    low, high = (float(f(rows)) for f in (np.nanmin, np.nanmax))
    step, wide = _step(rows, high - low, quantum)
    steps = np.where(np.isfinite(rows), np.round((np.nan_to_num(rows) - low) / step), WIDE_NULL if wide else NULL)
    start = blob.add(_planes(steps.astype("<u4") & 0xFFFF), steps.size)
    entry = {
        "p": list(path),
        "n": rows.shape[1],
        "o": start,
        "lo": low,
        "sc": step,
        "ax": axes,
        "m": rows.shape[0],
    }
    if wide:
        blob.add(_planes(steps.astype("<u4") >> 16), steps.size)
        entry["w"] = 1
    return entry if array.ndim == 2 else entry | {"sh": list(array.shape[1:])}


def _step(rows: np.ndarray, span: float, quantum: float | None) -> tuple[float, bool]:
    """Return the size of a step, and whether 16 bits do not reach."""
    if quantum is None and np.array_equal(rows, np.round(rows), equal_nan=True):
        quantum = 1.0
    if quantum and span / quantum <= WIDE_STEPS:
        return quantum, span / quantum > STEPS
    tops = np.abs(np.nan_to_num(rows)).max(axis=1)
    wide = span / STEPS / 2 > DIGITS * tops[tops > 0].min(initial=np.inf)
    return span / (WIDE_STEPS if wide else STEPS) or 1.0, bool(wide)


def _planes(values: np.ndarray) -> bytes:
    steps = values.astype("<u2")
    axis = 1 if steps.shape[1] >= 8 else 0
    for _ in range(2):
        steps = np.diff(steps, axis=axis, prepend=np.zeros_like(steps.take([0], axis=axis))).astype("<u2")
    pairs = np.ascontiguousarray(steps).view("u1").reshape(-1, 2)
    return pairs[:, 0].tobytes() + pairs[:, 1].tobytes()


def _pack_words(path: Path, values: list[Any], shape: tuple[int, ...], blob: Blob) -> dict:
    keys = [json.dumps(v, ensure_ascii=False) for v in values]
    unique = list(dict.fromkeys(keys))
    place = {key: i for i, key in enumerate(unique)}
    entry = _pack_numbers(path, [[place[key]] for key in keys], shape, blob, 1.0)
    return entry | {"u": [json.loads(key) for key in unique]}
