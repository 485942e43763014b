"""The list of all data sets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..words import _
from .descriptors import descriptor, names
from .language import title_of

if TYPE_CHECKING:
    import pandas as pd


def catalogue() -> pd.DataFrame:
    """List the data sets, one row each.

    Returns
    -------
    pandas.DataFrame
        Indexed by name: title, kind, tables (names), rows (in all tables, or features), kilobytes (as stored),
        licence, concepts.

    Examples
    --------
    >>> catalogue().loc["communes", "rows"]
    np.int64(34875)
    """
    import pandas as pd

    return pd.DataFrame([_row(descriptor(name)) for name in names()], index=pd.Index(names(), name="name"))


def kind_label(kind: str) -> str:
    """What a kind of data set is called.

    Examples
    --------
    >>> kind_label("compiled")
    'compiled by hand from cited sources'
    """
    return {
        "official": _("official statistics"),
        "compiled": _("compiled by hand from cited sources"),
        "synthetic": _("synthetic: made by a model, not observed"),
    }[kind]


def rows_of(resource: dict[str, Any]) -> int:
    """Number of rows of a table, of features of a map."""
    return int(resource.get("rows", resource.get("features", 0)))


def _row(described: dict[str, Any]) -> dict[str, Any]:
    resources = described["resources"]
    return {
        "title": title_of(described),
        "kind": described["kind"],
        "tables": ", ".join(resource["name"] for resource in resources),
        "rows": sum(map(rows_of, resources)),
        "kilobytes": round(sum(resource["bytes"] for resource in resources) / 1000),
        "licence": ", ".join(licence["name"] for licence in described["licenses"]),
        "concepts": ", ".join(described["concepts"]),
    }
