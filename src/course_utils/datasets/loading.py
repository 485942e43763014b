"""Read a data set: checked against its digest, columns typed by its schema."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .descriptors import OUTLINES, checked_path, names, resource_of
from .errors import UnknownDataset

if TYPE_CHECKING:
    import pandas as pd


def load(name: str, resource: str | None = None) -> pd.DataFrame:
    """Read a data set.

    Codes are strings ("01", "2A"), repeated words and codes are categoricals, whole numbers are integers, and a
    column of numbers with gaps is a float column with NaN; days are datetimes, truth values nullable booleans. Each
    call gives a table of its own. ``info(name)`` describes the columns.

    Parameters
    ----------
    name : str
        Name of a data set; `catalogue` lists them.
    resource : str, optional
        Name of one of its tables, the first one by default.

    Returns
    -------
    pandas.DataFrame
        With ``attrs["dataset"]`` and ``attrs["resource"]``, which `provenance` reads.

    Raises
    ------
    UnknownDataset
        If there is no such data set or table; the message names the closest ones.
    DamagedDataset
        If the file is not the one that was shipped.

    Examples
    --------
    >>> communes = load("communes")
    >>> len(communes), communes.attrs["dataset"]
    (34875, 'communes')
    >>> load("comunes")
    Traceback (most recent call last):
    course_utils.datasets.errors.UnknownDataset: no dataset 'comunes': did you mean 'communes'...?
    """
    described = resource_of(name, resource)
    if "schema" not in described:
        outlines = described["name"] if name == OUTLINES else name
        raise UnknownDataset(name, names(), what="table called", hint=f"outlines are read with geometry({outlines!r})")
    frame = _read(checked_path(name, described), described["hash"], name, described["name"]).copy()
    frame.attrs = {"dataset": name, "resource": described["name"]}
    return frame


@cache
def _read(path: Path, digest: str, name: str, resource: str) -> pd.DataFrame:
    """Read a table once for each state of its file (`digest` only tells the states apart)."""
    import pandas as pd

    fields = resource_of(name, resource)["schema"]["fields"]
    text = {field["name"]: "str" for field in fields if field["type"] == "string"}
    days = [field["name"] for field in fields if field["type"] == "date"]
    options: dict[str, Any] = {"keep_default_na": False, "na_values": [""], "encoding": "utf8"}
    frame = pd.read_csv(path, dtype=text, parse_dates=days, date_format="%Y-%m-%d", **options)
    for field in fields:
        if field.get("categories"):
            column = frame[field["name"]]
            frame[field["name"]] = column.astype(pd.CategoricalDtype(_categories(column, field)))
        elif field["type"] == "boolean":
            frame[field["name"]] = frame[field["name"]].astype("boolean")
    return frame


def _categories(column: pd.Series, field: dict[str, Any]) -> list[str]:
    """Categories in the order of the schema's list, of the file, or sorted."""
    listed: list[str] = field.get("constraints", {}).get("enum", [])
    if listed:
        return listed
    seen = column.dropna().unique().tolist()
    return seen if field["categories"] == "file order" else sorted(seen)
