"""The rows that the first picture of a dataset draws, chosen as its descriptor says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from course_utils.datasets import geometry, load
from course_utils.datasets.descriptors import OUTLINES, resource_of
from course_utils.sphinx_ext.rules import MARKS, PictureError, columns_of, described_picture, refuse
from course_utils.words import _

#: A page must stay light: of more points these many are drawn.
POINTS = 1500
#: Units that mean a fraction of the whole.
SHARES = ("share (0 to 1)", "share of 1")


@dataclass(frozen=True)
class Selection:
    """What a picture draws: its description, and rows that hold one value for each place on it.

    Parameters
    ----------
    dataset : str
        Name of the dataset.
    spec : dict
        ``picture`` of its descriptor.
    rows : pandas.DataFrame
        What is drawn.
    available : int
        Rows before points were left out.
    units : dict
        Unit of each column that is drawn, as it is printed.
    """

    dataset: str
    spec: dict[str, Any]
    rows: pd.DataFrame
    available: int
    units: dict[str, str]

    @property
    def keys(self) -> tuple[str, str]:
        """Keys of the two columns that are drawn against each other: x and y, or place and value."""
        return MARKS[self.spec["mark"]]

    @cached_property
    def fields(self) -> dict[str, dict[str, Any]]:
        """Schema of each column; the properties of outlines have none."""
        plain = {name: {"name": name, "title": name.capitalize(), "type": "string"} for name in self.rows}
        return plain | _schema(self.dataset, self.spec)

    @property
    def dated(self) -> bool:
        """Whether the colours stand for years or days, which are not parts of a whole."""
        column = self.spec.get("colour", "")
        return column in ("date", "year") or self.fields.get(column, {}).get("unit") == "year"

    def values(self, key: str, rows: pd.DataFrame | None = None) -> list[Any]:
        """Values of the column that `key` names, days as texts, numbers as they are."""
        column = (self.rows if rows is None else rows)[self.spec.get(key, "count")]
        return list((column.dt.strftime("%Y-%m-%d") if column.dtype.kind == "M" else column).astype(object))

    def kinds(self, key: str) -> list[str]:
        """Different words of a column: as its schema orders them, else sorted."""
        column = self.rows[self.spec[key]]
        ordered = list(column.cat.categories) if hasattr(column, "cat") else sorted(set(column))
        return [word for word in ordered if word in set(column)]

    def groups(self) -> Iterator[tuple[str, pd.DataFrame]]:
        """Yield name and rows of each colour; all rows without a name if there is none."""
        column = self.spec.get("colour")
        if column is None:
            yield "", self.rows
            return
        for value, rows in self.rows.groupby(column, observed=True, sort=True):
            yield str(value.date() if hasattr(value, "date") else value).replace("_", " "), rows

    def label(self, key: str) -> str:
        """Title of the axis of `key`: what, and in which unit."""
        total = self.spec.get("total") if key == self.keys[1] else None
        if total == "count":
            return _("Outlines") if self.spec.get("bare") else _("Number of rows")
        field, unit = self.fields[self.spec[key]], self.units.get(self.spec[key], "")
        title = _("Date") if field["type"] == "date" else str(field["title"])
        title = _("{title}, mean").format(title=title) if total == "mean" else title
        told = title.casefold().startswith(unit.casefold())
        return title if told else f"{title} ({unit})"


def select(dataset: str) -> Selection:
    """Choose the rows of the picture of a dataset.

    Raises
    ------
    PictureError
        If the description misses a key or holds an unknown one, or if its rows cannot be drawn.
    """
    spec = described_picture(dataset)
    rows = _outlines(spec["outlines"]) if spec.get("bare") else _table(dataset, spec.get("table"))
    if missing := [column for column in columns_of(spec) if column not in rows]:
        raise PictureError(f"{dataset}: no column {missing} in {spec.get('table', 'its first table')}")
    rows = (rows.query(spec["where"]) if spec.get("where") else rows).dropna(subset=columns_of(spec))
    if rows.empty:
        raise PictureError(f"{dataset}: its picture has no row to draw")
    units = _units(rows, _schema(dataset, spec), columns_of(spec))
    drawn = _largest(spec, _totalled(spec, _percent(rows, _schema(dataset, spec), columns_of(spec))))
    refuse(dataset, spec, drawn)
    return Selection(dataset, spec, _thinned(spec, drawn), len(drawn), units)


def _schema(dataset: str, spec: dict[str, Any]) -> dict[str, dict[str, Any]]:
    resource = resource_of(dataset, spec.get("table"))
    return {field["name"]: field for field in resource.get("schema", {}).get("fields", [])}


def _units(rows: pd.DataFrame, schema: dict[str, dict[str, Any]], columns: list[str]) -> dict[str, str]:
    """Units to print: none for a year; where another column holds the units, the only one that there is."""
    found = {}
    for column in columns:
        unit = str(schema.get(column, {}).get("unit", ""))
        holder = unit.removeprefix("as in ")
        if holder != unit:
            held = rows[holder].dropna().unique()
            unit = str(held[0]) if len(held) == 1 else ""
        found[column] = "%" if unit in (*SHARES, "percent") else "" if unit == "year" else unit
    return found


def _percent(rows: pd.DataFrame, schema: dict[str, dict[str, Any]], columns: list[str]) -> pd.DataFrame:
    """Shares as percentages, which is how they are read."""
    shares = [column for column in columns if schema.get(column, {}).get("unit") in SHARES]
    return rows.assign(**{column: 100 * rows[column] for column in shares})


def _table(dataset: str, table: str | None) -> pd.DataFrame:
    """Return the table that a picture draws, which may be one of outlines."""
    resource = resource_of(dataset, table)
    if "schema" in resource:
        return load(dataset, table)
    return _outlines(resource["name"] if dataset == OUTLINES else dataset)


def _outlines(name: str) -> pd.DataFrame:
    """Return ids and properties of outlines."""
    features = geometry(name)["features"]
    return pd.DataFrame([{"id": feature["id"]} | feature["properties"] for feature in features])


def _totalled(spec: dict[str, Any], rows: pd.DataFrame) -> pd.DataFrame:
    """One row for each place on the picture, where the description asks for a total."""
    if not spec.get("total"):
        return rows
    first, second = MARKS[spec["mark"]]
    by = rows.groupby([spec[key] for key in (first, "colour") if spec.get(key)], observed=True)
    if spec["total"] == "count":
        return by.size().rename(spec.get(second, "count")).reset_index()
    return by[spec[second]].agg(spec["total"]).reset_index()


def _largest(spec: dict[str, Any], rows: pd.DataFrame) -> pd.DataFrame:
    """Keep the largest bars; one of several colours is as large as its colours together."""
    if not spec.get("largest"):
        return rows
    first, second = (spec.get(key, "count") for key in MARKS[spec["mark"]])
    if not spec.get("colour"):
        return rows.nlargest(spec["largest"], second)
    kept = rows.groupby(first, observed=True)[second].sum().nlargest(spec["largest"]).index
    return rows[rows[first].isin(kept)]


def _thinned(spec: dict[str, Any], rows: pd.DataFrame) -> pd.DataFrame:
    """Of many points keep every n-th along x, and those at the four ends."""
    if spec["mark"] != "dot" or len(rows) <= POINTS:
        return rows
    x, y = spec["x"], spec["y"]
    ordered = rows.sort_values([x, y], kind="stable").reset_index(drop=True)
    kept = {i * len(ordered) // POINTS for i in range(POINTS)}
    ends = {int(end) for column in (x, y) for end in (ordered[column].argmin(), ordered[column].argmax())}
    return ordered.loc[sorted(kept | ends)]
