"""Tables in JSON-stat 2.0, the format of Eurostat's API Statistics (https://json-stat.org/full/)."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from .errors import ChangedFormat, NoFigures, ServerFailed
from .transport import Question

if TYPE_CHECKING:
    import pandas as pd

LATER = "Wait some minutes, or ask for fewer years"


def cells(document: Any, needed: set[str], question: Question) -> pd.DataFrame:
    """Cells that hold a value: one column a dimension (codes), value, flag ("" if there is none).

    Examples
    --------
    >>> one = {"index": {"A": 0, "F": 1}}
    >>> document = {"id": ["nace_r2"], "size": [2], "dimension": {"nace_r2": {"category": one}}, "value": {"1": 5.5}}
    >>> cells(document, {"nace_r2"}, Question("https://example.org")).to_dict("records")
    [{'nace_r2': 'F', 'value': 5.5, 'flag': ''}]
    """
    import pandas as pd

    if isinstance(document, dict) and "warning" in document:  # a large answer is prepared apart
        raise question.fails(ServerFailed, "prepares the answer instead of giving it", LATER)
    try:
        codes = {name: _codes(document["dimension"][name]["category"]["index"]) for name in document["id"]}
        sizes = [int(size) for size in document["size"]]
        values, flags = _sparse(document["value"]), _sparse(document.get("status") or {})
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise question.fails(ChangedFormat, f"expected JSON-stat 2.0, stumbled over {error!r}") from error
    if missing := sorted(needed - codes.keys()):
        raise question.fails(ChangedFormat, f"expected the dimensions {missing}; found {list(codes)}")
    if sizes != [len(names) for names in codes.values()] or any(not 0 <= at < math.prod(sizes) for at in values):
        raise question.fails(ChangedFormat, "the sizes of the dimensions do not fit their codes or values")
    if not values:
        raise question.fails(NoFigures, "has no value for this question")
    where = np.unravel_index(np.fromiter(values, dtype=np.int64), sizes)
    frame = pd.DataFrame({name: np.array(codes[name])[at] for name, at in zip(codes, where, strict=True)})
    return frame.assign(value=list(values.values()), flag=[str(flags.get(at, "")) for at in values])


def _codes(index: Any) -> list[str]:
    """Codes of a dimension in order: given as a list, or as a position for each code."""
    return list(index) if isinstance(index, list) else sorted(index, key=index.__getitem__)


def _sparse(values: Any) -> dict[int, Any]:
    """Position -> value, from a list with gaps or from a dictionary."""
    pairs = enumerate(values) if isinstance(values, list) else ((int(at), value) for at, value in values.items())
    return {at: value for at, value in pairs if value is not None}
