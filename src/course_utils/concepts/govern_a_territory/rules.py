"""Every number of the game but those of the territories: levers, coefficients, shocks, stakeholders, budgets.

The model is stylised: the coefficients are chosen, not estimated. What is not chosen is the starting point, a real
département (see `territories`), and the direction of each effect, which is that of the chapter named beside it.
"""

from __future__ import annotations

from dataclasses import dataclass

#: First year of each turn; a turn is a decade, lived year by year.
TURNS = (1955, 1965, 1975, 1985, 1995, 2005, 2015)
DECADE = 10
YEARS = DECADE * len(TURNS)
#: Cards that one turn takes.
SLOTS = 3

#: What is kept from year to year. Jobs by branch (100 in all at the start), people of working age, then shares from
#: 0 to 1, then the common stock (0 to 100) and public money that is left (points, a year's product being about 100).
BRANCHES = ("farm", "motor", "local", "services")
STOCKS = (*BRANCHES, "labour", "ties", "know", "links", "loops", "care", "voice", "trust", "stock", "purse")
#: What moves between two years; with `STOCKS` these are the yearly accounts.
FLOWS = ("created", "lost", "moved", "regrown", "pressure", "damage", "repairs", "paid")
#: How a year's product is shared, and what the public purse then gets and gives.
ACCOUNTS = ("product", "wages", "kept", "leak", "tax", "transfer", "upkeep")
#: What cards act upon. `land` is ground that is built upon: it wears the common stock down.
LEVERS = ("motor", "local", "services", "ties", "know", "links", "loops", "care", "voice", "land")
SCORES = ("income", "jobs", "resilience", "environment", "voice")

BUDGETS = {"small": 60, "normal": 100, "large": 150}

#: The coefficients of one year's step, used under these names in `year` and in the page's twin.
COEFFICIENTS = {
    "worth_farm": 0.6,
    "worth_motor": 1.6,
    "worth_local": 1.0,
    "worth_services": 0.8,
    "worth_know": 0.5,
    "wage_share": 0.6,
    "tax_share": 0.1,
    "leak_motor": 0.28,
    "leak_rest": 0.12,
    "upkeep_fixed": 0.5,
    "adjust_local": 0.08,
    "adjust_services": 0.15,
    "adjust_farm": 0.1,
    "return_motor": 0.02,
    "know_to_local": 0.7,
    "ties_to_local": 0.35,
    "supply": 0.4,
    "tight": 0.5,
    "demand": 0.6,
    "move_jobs": 0.05,
    "move_stock": 0.01,
    "forget_ties": 0.03,
    "forget_links": 0.06,
    "forget_loops": 0.03,
    "forget_care": 0.04,
    "forget_voice": 0.03,
    "branch_plant": 0.04,
    "trust_to_ties": 0.03,
    "learn": 0.08,
    "ties_to_know": 0.35,
    "links_to_know": 0.35,
    "lock_in": 0.8,
    "lock_from": 0.4,
    "adjust_trust": 0.1,
    "voice_to_trust": 0.5,
    "approval_to_trust": 0.8,
    "regrowth": 0.03,
    "load_farm": 0.6,
    "load_motor": 1.5,
    "load_local": 0.8,
    "load_services": 0.5,
    "loops_to_load": 0.6,
    "care_to_load": 0.7,
    "care_trust": 0.4,
    "repair_stock": 1.3,
    "shield_know": 0.6,
    "shield_links": 0.4,
    "luck": 0.025,
    "need": 0.15,
    "need_know": 2.2,
    "need_links": 3.0,
    "need_ties": 2.2,
    "need_voice": 3.0,
    "variety": 0.2,
    "independence": 0.2,
    "resilience_know": 0.2,
    "resilience_links": 0.1,
    "resilience_loops": 0.1,
    "resilience_trust": 0.1,
    "resilience_stock": 0.1,
    "voice_part": 0.6,
    "delay_from": 60.0,
    "block_from": 66.0,
    "delay": 3,
    "delay_heard": 1,
    "heard_from": 0.33,
    "block_cost": 0.5,
    "weight_own": 1.2,
    "weight_others": 0.95,
}


@dataclass(frozen=True)
class Shock:
    """What comes from outside: about when, for how long, how hard, and the chapter that explains it.

    Parameters
    ----------
    year : int
        First year if it comes when it truly did; a game draws one from a year before to two years after.
    years : int
        How long it lasts.
    motor, local, farm : float
        Share of the jobs of a branch that it takes a year, before what shields them.
    gain : float
        Share of local jobs that it brings to those whose knowledge and links outside are strong.
    stock, repairs : float
        What it takes from the common stock and from the purse a year.
    chapter : str
        Concept that explains it.
    """

    year: int
    years: int
    chapter: str
    motor: float = 0.0
    local: float = 0.0
    farm: float = 0.0
    gain: float = 0.0
    stock: float = 0.0
    repairs: float = 0.0


#: Sizes are drawn between 0.5 and 1.5 times these.
SHOCKS = {
    "oil": Shock(1973, 4, "industrial_district", motor=0.05, local=0.01),
    "opening": Shock(1986, 14, "globalisation", motor=0.028, local=0.02, farm=0.01, gain=0.03),
    "heat": Shock(2003, 1, "environmental_limits", farm=0.06, stock=6, repairs=6),
    "crisis": Shock(2008, 3, "business_ecosystem", motor=0.06, local=0.05),
    "drought": Shock(2018, 3, "environmental_limits", farm=0.05, stock=4, repairs=4),
}
SIZES = (0.5, 1.0)
OFFSETS = (-1, 4)

#: What each stakeholder cares about: parts of 1 over `SCORES`.
STAKEHOLDERS = {
    "firms": (0.5, 0.1, 0.3, 0.0, 0.1),
    "workers": (0.3, 0.5, 0.1, 0.0, 0.1),
    "residents": (0.2, 0.2, 0.1, 0.3, 0.2),
    "associations": (0.0, 0.0, 0.1, 0.6, 0.3),
    "officials": (0.2, 0.3, 0.2, 0.1, 0.2),
}
#: Whose anger counts more: nobody's, or that of one of them.
WEIGHTS = ("equal", *STAKEHOLDERS)
