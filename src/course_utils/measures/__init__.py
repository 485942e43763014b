"""The numeric core: small functions on numpy arrays, each with its reference; no tables, no figures.

Names are fixed and are all reached from here, whatever module holds them; a module is loaded when it is first used.

Examples
--------
>>> from course_utils import measures
>>> measures.leontief_inverse([[0.0, 0.5], [0.0, 0.0]]).tolist()
[[1.0, 0.5], [0.0, 1.0]]
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course_utils.measures.inequality import RankSize, gini, lorenz, primacy, rank_size
    from course_utils.measures.input_output import (
        Linkages,
        leontief_inverse,
        linkages,
        rasmussen,
        rounds,
        technical_coefficients,
    )
    from course_utils.measures.regionalisation import regionalise

_MODULES = {
    "inequality": ("RankSize", "gini", "lorenz", "primacy", "rank_size"),
    "input_output": (
        "Linkages",
        "leontief_inverse",
        "linkages",
        "rasmussen",
        "rounds",
        "technical_coefficients",
    ),
    "regionalisation": ("regionalise",),
}
_HOME = {name: module for module, names in _MODULES.items() for name in names}

__all__ = [
    "Linkages",
    "RankSize",
    "gini",
    "leontief_inverse",
    "linkages",
    "lorenz",
    "primacy",
    "rank_size",
    "rasmussen",
    "regionalise",
    "rounds",
    "technical_coefficients",
]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
