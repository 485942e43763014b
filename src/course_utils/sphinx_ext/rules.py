"""What a descriptor may ask of a picture: its keys, and what would be drawn wrongly."""

from __future__ import annotations

from typing import Any

import pandas as pd

from course_utils.datasets.descriptors import descriptor

#: Mark -> the keys of the two columns that it draws against each other.
MARKS = {"bar": ("x", "y"), "line": ("x", "y"), "dot": ("x", "y"), "map": ("place", "value")}
KEYS = {
    *("mark", "table", "where", "x", "y", "colour", "total", "largest", "log", "outlines", "place", "value"),
    *("caption", "caption_fr"),
}
TOTALS = ("sum", "mean", "count")
COLOURS = 6
#: What a map of outlines alone counts: each of them once.
BARE = {"place": "id", "total": "count", "bare": True}


class PictureError(ValueError):
    """A picture that cannot be drawn as its descriptor says; names the dataset and what is wrong."""


def columns_of(spec: dict[str, Any]) -> list[str]:
    """Columns that a picture names."""
    return [spec[key] for key in (*MARKS[spec["mark"]], "colour") if spec.get(key)]


def described_picture(dataset: str) -> dict[str, Any]:
    """Return the ``picture`` of a descriptor; a map without places is completed to one of its outlines alone.

    Raises
    ------
    PictureError
        If there is none, if it lacks a key, or has one that means nothing.
    """
    spec: dict[str, Any] = descriptor(dataset).get("picture") or {}
    if not spec:
        raise PictureError(f"{dataset}: its descriptor has no picture")
    if unknown := sorted(spec.keys() - KEYS):
        raise PictureError(f"{dataset}: unknown keys of its picture: {unknown}")
    if spec.get("mark") not in MARKS:
        raise PictureError(f"{dataset}: mark is one of {', '.join(MARKS)}, not {spec.get('mark')!r}")
    if spec.get("total", "sum") not in TOTALS:
        raise PictureError(f"{dataset}: total is one of {', '.join(TOTALS)}, not {spec['total']!r}")
    first, second = MARKS[spec["mark"]]
    needed = [first, "caption", "caption_fr"]
    if spec["mark"] == "map":
        needed += ["outlines"]
        spec = spec if spec.get("place") else BARE | spec
    needed += [second] if spec.get("total") != "count" else []
    if missing := [key for key in needed if not spec.get(key)]:
        raise PictureError(f"{dataset}: its picture lacks {missing}")
    return spec


def refuse(dataset: str, spec: dict[str, Any], rows: pd.DataFrame) -> None:
    """Say what would be drawn wrongly: too many colours, two values at one place, logarithms of nothing.

    Raises
    ------
    PictureError
        Names the dataset and the values.
    """
    if spec.get("colour") and rows[spec["colour"]].nunique() > COLOURS:
        raise PictureError(f"{dataset}: {spec['colour']} has more than {COLOURS} values, which no colours tell apart")
    place = [spec[key] for key in (MARKS[spec["mark"]][0], "colour") if spec.get(key)]
    twice = rows.loc[rows.duplicated(place), place]
    if spec["mark"] != "dot" and len(twice):
        raise PictureError(f"{dataset}: several rows for {twice.iloc[0].tolist()}: give a total or a where")
    for key in spec.get("log", []):
        if (rows[spec.get(key, "count")] <= 0).any():
            raise PictureError(f"{dataset}: {key} has values that have no logarithm")
