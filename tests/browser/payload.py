"""What an explorer's page was shipped, decoded anew: the range of each array over the whole lattice."""

from __future__ import annotations

import base64
import json
import zlib
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from playwright.sync_api import Locator

Path = tuple[str | int, ...]


@dataclass
class Lattice:
    """Ranges of the numeric arrays that vary and the paths of the texts that do, each below the number of its panel."""

    spans: dict[Path, float] = field(default_factory=dict)
    texts: set[Path] = field(default_factory=set)
    readings: list[dict[int, float]] = field(default_factory=list)


def text(root: Locator) -> str:
    """The JSON of an explorer as it stands in the page; the page's script reads it and leaves it there."""
    return str(root.evaluate("root => root.querySelector('script[type=\"application/json\"]').textContent"))


def steps(raw: bytes, entry: dict[str, Any], start: int) -> np.ndarray:
    """Whole numbers of 16 bits, one row a state: byte planes, then two running sums."""
    rows, columns = entry["m"], entry["n"]
    planes = np.frombuffer(raw, "u1", 2 * rows * columns, start).astype(np.int64).reshape(2, rows, columns)
    values = planes[0] | planes[1] << 8
    for _ in range(2):
        values = np.cumsum(values, axis=1 if columns >= 8 else 0) & 0xFFFF
    return values


def span(raw: bytes, entry: dict[str, Any]) -> float:
    """Highest minus lowest value of an array over all states, nulls left out; wide entries have 32 bits."""
    values, none = steps(raw, entry, entry["o"]), 0xFFFF
    if entry.get("w"):
        values = values | steps(raw, entry, entry["o"] + 2 * values.size) << 16
        none = 0xFFFFFFFF
    there = values[values != none]
    return float(np.ptp(there) * entry["sc"]) if there.size else 0.0


def lattice(root: Locator) -> Lattice:
    """Decode the payload of an explorer."""
    shipped = json.loads(text(root))
    raw, found = zlib.decompress(base64.b64decode(shipped["blob"])), Lattice()
    for number, panel in enumerate(shipped["panels"]):
        first = len(panel["base"]["base"]["data"])
        layers = [((number,), panel["base"])]
        layers += [((number, "data", first + i), overlay) for i, overlay in enumerate(panel["overlays"])]
        for top, layer in layers:
            found.spans |= {(*top, *entry["p"]): span(raw, entry) for entry in layer["nums"]}
            found.texts |= {(*top, *entry["p"]) for entry in layer["words"]}
    for layer in shipped["reading"]:
        found.readings.append({int(entry["p"][0][1:]): span(raw, entry) for entry in layer["nums"]})
    return found
