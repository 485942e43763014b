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

from course_utils.measures._homes import HOME as _HOME

if TYPE_CHECKING:
    from course_utils.measures.absorption import (
        ResearchGame,
        absorptive_capacity,
        research_equilibrium,
        research_profit,
    )
    from course_utils.measures.agglomeration import LongRun, long_run_equilibria, migrate
    from course_utils.measures.allowances import Market, allocate, envy, going_without, trade
    from course_utils.measures.change import ShiftShare, shift_share
    from course_utils.measures.circularity import circular_share, finn_cycling_index, returning, virgin_input
    from course_utils.measures.commons import (
        Harvest,
        contract_gain,
        harvest_equilibrium,
        harvest_gains,
        harvest_optimum,
        herders_equilibrium,
        herders_game,
        herders_threshold,
    )
    from course_utils.measures.complexity import (
        Complexity,
        economic_complexity,
        proximity,
        relatedness_density,
        revealed_advantage,
    )
    from course_utils.measures.concentration import concentration_ratio, herfindahl, krugman_index, location_quotient
    from course_utils.measures.diffusion import BassFit, bass, bass_peak, fit_bass
    from course_utils.measures.disparities import Theil, theil, williamson
    from course_utils.measures.exchange import Exchanges, cheapest_exchanges
    from course_utils.measures.footloose import footloose_capital
    from course_utils.measures.games import Bargain, Settlement, nash_bargaining, settlement_range, shapley
    from course_utils.measures.inequality import RankSize, gini, lorenz, primacy, rank_size
    from course_utils.measures.input_output import (
        Linkages,
        leontief_inverse,
        linkages,
        rasmussen,
        rounds,
        technical_coefficients,
    )
    from course_utils.measures.marcon_puech import marcon_puech_m
    from course_utils.measures.market import Oligopoly, cournot
    from course_utils.measures.multicriteria import Flows, ahp_consistency, ahp_weights, promethee, weighted_sum
    from course_utils.measures.networks import SmallWorld, adjacency_matrix, robustness, small_world
    from course_utils.measures.pair_density import Bands, k_density, k_density_bands
    from course_utils.measures.regionalisation import regionalise
    from course_utils.measures.resampling import chance_at_least, resampled_range
    from course_utils.measures.short_chain import break_even_distance, break_even_volume, short_chain_gain
    from course_utils.measures.siting import Siting, choose_site, compensation_needed, siting_payoffs
    from course_utils.measures.spatial_concentration import (
        Concentration,
        ellison_glaeser,
        locational_gini,
        maurel_sedillot,
    )
    from course_utils.measures.spatial_economy import ShortRun, core_periphery
    from course_utils.measures.spreading import diffuse
    from course_utils.measures.stocks import StockAccount, lifetime_shares, sales_for, stock_account
    from course_utils.measures.thresholds import break_point, sustain_point, sustain_subsidy
    from course_utils.measures.voting import borda, condorcet_cycle, condorcet_winner, duels, instant_runoff, plurality

__all__ = [
    "Bands",
    "Bargain",
    "BassFit",
    "Complexity",
    "Concentration",
    "Exchanges",
    "Flows",
    "Harvest",
    "Linkages",
    "LongRun",
    "Market",
    "Oligopoly",
    "RankSize",
    "ResearchGame",
    "Settlement",
    "ShiftShare",
    "ShortRun",
    "Siting",
    "SmallWorld",
    "StockAccount",
    "Theil",
    "absorptive_capacity",
    "adjacency_matrix",
    "ahp_consistency",
    "ahp_weights",
    "allocate",
    "bass",
    "bass_peak",
    "borda",
    "break_even_distance",
    "break_even_volume",
    "break_point",
    "chance_at_least",
    "cheapest_exchanges",
    "choose_site",
    "circular_share",
    "compensation_needed",
    "concentration_ratio",
    "condorcet_cycle",
    "condorcet_winner",
    "contract_gain",
    "core_periphery",
    "cournot",
    "diffuse",
    "duels",
    "economic_complexity",
    "ellison_glaeser",
    "envy",
    "finn_cycling_index",
    "fit_bass",
    "footloose_capital",
    "gini",
    "going_without",
    "harvest_equilibrium",
    "harvest_gains",
    "harvest_optimum",
    "herders_equilibrium",
    "herders_game",
    "herders_threshold",
    "herfindahl",
    "instant_runoff",
    "k_density",
    "k_density_bands",
    "krugman_index",
    "leontief_inverse",
    "lifetime_shares",
    "linkages",
    "location_quotient",
    "locational_gini",
    "long_run_equilibria",
    "lorenz",
    "marcon_puech_m",
    "maurel_sedillot",
    "migrate",
    "nash_bargaining",
    "plurality",
    "primacy",
    "promethee",
    "proximity",
    "rank_size",
    "rasmussen",
    "regionalise",
    "relatedness_density",
    "resampled_range",
    "research_equilibrium",
    "research_profit",
    "returning",
    "revealed_advantage",
    "robustness",
    "rounds",
    "sales_for",
    "settlement_range",
    "shapley",
    "shift_share",
    "short_chain_gain",
    "siting_payoffs",
    "small_world",
    "stock_account",
    "sustain_point",
    "sustain_subsidy",
    "technical_coefficients",
    "theil",
    "trade",
    "virgin_input",
    "weighted_sum",
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
