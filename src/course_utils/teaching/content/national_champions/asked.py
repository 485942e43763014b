"""What the model and the data answer to the questions of this chapter."""

from __future__ import annotations

from typing import Any

from course_utils.datasets import load
from course_utils.explorer.registry import explore, result
from course_utils.teaching.territory import my_territory

CONCEPT = "national_champions"
TARIFF = "national_champions.tariff"
CASES = "national_champions.cases"
#: The merger of the bet: two of four firms, 3 saved on each unit, no fixed cost, borders closed.
BET: dict[str, Any] = {"merged": "2", "gain": 3.0, "fixed": 0.0}
#: A merger that fails: the champion's unit costs twice as much, and a foreign firm makes it at half the old cost.
FAILED: dict[str, Any] = {"merged": "2", "gain": "-20", "foreign": "10"}
CHAMPION = "SNIAS"


def merger(**changes: Any) -> Any:
    """Return the merger of the bet, behind closed borders, with some values changed."""
    return result(CONCEPT, "balance", **BET | changes)


def starts(merged: str) -> dict[str, float]:
    """Scale gains from which on consumers, nation and partners do not lose, borders closed, no fixed cost."""
    found: dict[str, float] = result(CONCEPT, "gains", merged=merged, fixed=0.0)[1]
    return found


def smallest_that_pays(firms: int) -> int:
    """How many of `firms` must merge before it pays them without any saving, read off the dots that are drawn."""
    dots = explore(CONCEPT).evaluate(gain=0.0, fixed=0.0)[3]["data"][1]
    return int(min(y for x, y in zip(dots["x"], dots["y"], strict=True) if x == firms and y is not None))


def fixed_that_pays(who: str) -> float:
    """Fixed cost at which a merger of two without scale gain leaves the nation or the partners where they were."""
    return -float(getattr(merger(gain=0.0), who))  # one fixed cost is saved, and nothing else depends on it


def abroad(merged: str, gain: str, tariff: float, foreign: str = "20") -> Any:
    """Return a merger of the explorer with a tariff."""
    return result(TARIFF, "shares", merged=merged, gain=gain, foreign=foreign, tariff=tariff)


def tariff_that_ruins() -> float:
    """Highest tariff of the slider at which the champion of the failed merger has left the market."""
    nodes = explore(TARIFF).controls["tariff"].nodes()
    return max(float(t) for t in nodes if abroad(tariff=float(t), **FAILED).after.quantities[0] == 0)


def cases() -> dict[str, Any]:
    """Return the twelve mergers by key."""
    found: dict[str, Any] = result(CASES, "dates")
    return found


def mergers_of_three() -> set[str]:
    """Short names of the mergers that joined three firms."""
    return {case.short for case in cases().values() if len(case.partners) == 3}


def case_names() -> dict[str, str]:
    """Short name of each case by whatever a reader may call it."""
    return {name: case.short for key, case in cases().items() for name in (key, case.short, case.firm)}


def employees() -> int:
    """People whom the champion of the exercise employed."""
    found = result("national_champions.size", "size").set_index("firm")
    return int(found.at[CHAMPION, "employees"])


def industry_jobs() -> int:
    """Industry jobs of the reader's département in 2018."""
    jobs = load("employment_departements").query("year == 2018 and sector == 'industry'")
    return int(jobs.loc[jobs["departement"] == my_territory().departement, "employment"].iloc[0])


def all_jobs() -> int:
    """All jobs of the reader's département in 2018."""
    jobs = load("employment_departements").query("year == 2018")
    return int(jobs.loc[jobs["departement"] == my_territory().departement, "employment"].sum())
