"""Where the figures of a table come from."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from .catalogue import rows_of
from .descriptors import descriptor, resource_of
from .language import title_of

if TYPE_CHECKING:
    import pandas as pd


def provenance(data: pd.DataFrame | str) -> dict[str, Any]:
    """Tell where a data set, or a table that `load` or `live` gave, comes from.

    Parameters
    ----------
    data : pandas.DataFrame or str
        A table with ``attrs["dataset"]`` (pandas keeps it through most operations), or the name of a data set.

    Returns
    -------
    dict
        dataset, title, kind, resource, file, sha256, rows (of the file), sources, licences, caveats, concepts. Of a
        table of today, file is the address that was asked and sha256 the digest of the answer.

    Raises
    ------
    UnknownDataset
        If there is no data set of that name.
    ValueError
        If the table does not say which data set it comes from.

    Examples
    --------
    >>> provenance("communes")["sources"][1]["publisher"]
    'INSEE'
    """
    if not isinstance(data, str) and "provenance" in data.attrs:
        told: dict[str, Any] = deepcopy(data.attrs["provenance"])
        return told
    if isinstance(data, str):
        name, resource = data, None
    elif "dataset" in data.attrs:
        name, resource = data.attrs["dataset"], data.attrs.get("resource")
    else:
        raise ValueError("this table does not say which data set it comes from; give the name: provenance('communes')")
    described, file = descriptor(name), resource_of(name, resource)
    return {
        "dataset": name,
        "title": title_of(described),
        "kind": described["kind"],
        "resource": file["name"],
        "file": f"data/{name}/{file['path']}",
        "sha256": file["hash"].removeprefix("sha256:"),
        "rows": rows_of(file),
        "sources": [dict(source) for source in described["sources"]],
        "licences": [dict(licence) for licence in described["licenses"]],
        "caveats": list(described["caveats"]),
        "concepts": list(described["concepts"]),
    }
