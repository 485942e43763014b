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
    from course_utils.measures.agglomeration import LongRun, long_run_equilibria, migrate
    from course_utils.measures.change import ShiftShare, shift_share
    from course_utils.measures.concentration import concentration_ratio, herfindahl, krugman_index, location_quotient
    from course_utils.measures.disparities import Theil, theil, williamson
    from course_utils.measures.footloose import footloose_capital
    from course_utils.measures.inequality import RankSize, gini, lorenz, primacy, rank_size
    from course_utils.measures.input_output import (
        Linkages,
        leontief_inverse,
        linkages,
        rasmussen,
        rounds,
        technical_coefficients,
    )
    from course_utils.measures.market import Oligopoly, cournot
    from course_utils.measures.regionalisation import regionalise
    from course_utils.measures.resampling import chance_at_least, resampled_range
    from course_utils.measures.spatial_economy import ShortRun, core_periphery
    from course_utils.measures.thresholds import break_point, sustain_point, sustain_subsidy

_MODULES = {
    "agglomeration": ("LongRun", "long_run_equilibria", "migrate"),
    "change": ("ShiftShare", "shift_share"),
    "concentration": ("concentration_ratio", "herfindahl", "krugman_index", "location_quotient"),
    "disparities": ("Theil", "theil", "williamson"),
    "footloose": ("footloose_capital",),
    "inequality": ("RankSize", "gini", "lorenz", "primacy", "rank_size"),
    "input_output": (
        "Linkages",
        "leontief_inverse",
        "linkages",
        "rasmussen",
        "rounds",
        "technical_coefficients",
    ),
    "market": ("Oligopoly", "cournot"),
    "regionalisation": ("regionalise",),
    "resampling": ("chance_at_least", "resampled_range"),
    "spatial_economy": ("ShortRun", "core_periphery"),
    "thresholds": ("break_point", "sustain_point", "sustain_subsidy"),
}
_HOME = {name: module for module, names in _MODULES.items() for name in names}

__all__ = [
    "Linkages",
    "LongRun",
    "Oligopoly",
    "RankSize",
    "ShiftShare",
    "ShortRun",
    "Theil",
    "break_point",
    "chance_at_least",
    "concentration_ratio",
    "core_periphery",
    "cournot",
    "footloose_capital",
    "gini",
    "herfindahl",
    "krugman_index",
    "leontief_inverse",
    "linkages",
    "location_quotient",
    "long_run_equilibria",
    "lorenz",
    "migrate",
    "primacy",
    "rank_size",
    "rasmussen",
    "regionalise",
    "resampled_range",
    "rounds",
    "shift_share",
    "sustain_point",
    "sustain_subsidy",
    "technical_coefficients",
    "theil",
    "williamson",
]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
