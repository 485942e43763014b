"""Which module holds which of the public names of the measures."""

from __future__ import annotations

_MODULES = {
    "absorption": ("ResearchGame", "absorptive_capacity", "research_equilibrium", "research_profit"),
    "agglomeration": ("LongRun", "long_run_equilibria", "migrate"),
    "allowances": ("Market", "allocate", "envy", "going_without", "trade"),
    "change": ("ShiftShare", "shift_share"),
    "circularity": ("circular_share", "finn_cycling_index", "returning", "virgin_input"),
    "commons": (
        "Harvest",
        "contract_gain",
        "harvest_equilibrium",
        "harvest_gains",
        "harvest_optimum",
        "herders_equilibrium",
        "herders_game",
        "herders_threshold",
    ),
    "complexity": ("Complexity", "economic_complexity", "proximity", "relatedness_density", "revealed_advantage"),
    "concentration": ("concentration_ratio", "herfindahl", "krugman_index", "location_quotient"),
    "diffusion": ("BassFit", "bass", "bass_peak", "fit_bass"),
    "disparities": ("Theil", "theil", "williamson"),
    "exchange": ("Exchanges", "cheapest_exchanges"),
    "footloose": ("footloose_capital",),
    "games": ("Bargain", "Settlement", "nash_bargaining", "settlement_range", "shapley"),
    "inequality": ("RankSize", "gini", "lorenz", "primacy", "rank_size"),
    "input_output": (
        "Linkages",
        "leontief_inverse",
        "linkages",
        "rasmussen",
        "rounds",
        "technical_coefficients",
    ),
    "marcon_puech": ("marcon_puech_m",),
    "market": ("Oligopoly", "cournot"),
    "multicriteria": ("Flows", "ahp_consistency", "ahp_weights", "promethee", "weighted_sum"),
    "networks": ("SmallWorld", "adjacency_matrix", "robustness", "small_world"),
    "pair_density": ("Bands", "k_density", "k_density_bands"),
    "regionalisation": ("regionalise",),
    "resampling": ("chance_at_least", "resampled_range"),
    "short_chain": ("break_even_distance", "break_even_volume", "short_chain_gain"),
    "siting": ("Siting", "choose_site", "compensation_needed", "siting_payoffs"),
    "spatial_concentration": ("Concentration", "ellison_glaeser", "locational_gini", "maurel_sedillot"),
    "spatial_economy": ("ShortRun", "core_periphery"),
    "spreading": ("diffuse",),
    "stocks": ("StockAccount", "lifetime_shares", "sales_for", "stock_account"),
    "thresholds": ("break_point", "sustain_point", "sustain_subsidy"),
    "voting": ("borda", "condorcet_cycle", "condorcet_winner", "duels", "instant_runoff", "plurality"),
}
#: Module of each name.
HOME = {name: module for module, names in _MODULES.items() for name in names}
