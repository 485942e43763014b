"""What the model and the data answer to the questions of this chapter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from course_utils.datasets import load
from course_utils.explorer.registry import explore, result

CONCEPT = "core_periphery"
#: The country of the bet: transport before and after the motorway, and what region 1 has at the start.
BEFORE, AFTER, START = 1.9, 1.5, 0.55
DEFAULTS: dict[str, Any] = {"sigma": "5", "mu": "0.4"}
STEPS = 40
SECTORS = ("industry", "business", "public")


def ends(share: float, T: float, subsidy: float = 0.0, **economy: str) -> float:
    """Return where region 1 ends that starts with `share` of the workers."""
    found = _wiggle(T, subsidy, **economy)
    branches = found.found
    rests = [float(b[0]) for b in (branches.core2, branches.lower, branches.settled, branches.upper, branches.core1)]
    place = share * (len(found.gap) - 1)
    left = min(int(place), len(found.gap) - 2)
    gap = found.gap[left] + (place - left) * (found.gap[left + 1] - found.gap[left])
    if gap > 0:
        return min((rest for rest in rests if rest > share), default=1.0)
    return max((rest for rest in rests if rest < share), default=0.0)


def resisted(T: float, **economy: str) -> float:
    """Return the subsidy that a full core resists: where the gap at the far right of the wiggle is 0."""
    return _turn(lambda s: float(_wiggle(T, s, **economy).gap[-1]) > 0, 0.0, 0.5)


def sustain_point(**economy: str) -> float:
    """Return the transport cost up to which a full core holds."""
    return _turn(lambda T: float(_wiggle(T, 0.0, **economy).gap[-1]) > 0, 1.2, 6.0)


def break_point(**economy: str) -> float:
    """Return the transport cost up to which a region a little above one half pulls more workers in."""

    def pulls(T: float) -> bool:
        gap = _wiggle(T, 0.0, **economy).gap
        return float(gap[len(gap) // 2 + 1]) > 0

    return _turn(pulls, 1.05, 6.0)


def _wiggle(T: float, subsidy: float, **economy: str) -> Any:
    # The panel's own model takes any transport cost and subsidy, also those between the nodes of the explorer.
    return explore(CONCEPT).panels[0].model(T=T, subsidy=repr(float(subsidy)), **DEFAULTS | economy)


def _turn(holds: Callable[[float], bool], low: float, high: float) -> float:
    """Halve the interval until the value up to which something holds is found."""
    for _step in range(STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if holds(middle) else (low, middle)
    return (low + high) / 2


def highest_resisted() -> tuple[float, float]:
    """Return the largest subsidy that a full core resists, and the transport cost at which it does."""
    found = result(CONCEPT, "thresholds")
    at = int(found.sustain.argmax())
    return float(found.sustain[at]), float(found.T[at])


def story(start: float, rate: str, length: str, speed: str = "medium") -> Any:
    """Return the story of a subsidy."""
    return result(f"{CONCEPT}.history", "share", start=start, rate=rate, length=length, speed=speed)


def last_call(rate: str, length: str) -> float:
    """Return the last first year, among those of the slider, after which most workers end in region 2."""
    starts = explore(f"{CONCEPT}.history").controls["start"].nodes()
    return max(float(start) for start in starts if story(float(start), rate, length).end < 0.5)


def unevenness(year: int) -> Any:
    """Return Theil's index of people over the 96 départements, in 13 régions: total, within, between."""
    return result(f"{CONCEPT}.disparities", "theil", groups="region").loc[("people", 96, year)]


def dispersion(sector: str) -> float:
    """Return Williamson's index of jobs per inhabitant in a sector."""
    return float(result(f"{CONCEPT}.disparities", "map", map=sector).williamson)


def most_dispersed() -> str:
    """Return the one of `SECTORS` whose jobs per inhabitant differ most."""
    return max(SECTORS, key=dispersion)


def jobs_per_inhabitant(departement: str, column: str = "population_2021") -> tuple[float, float]:
    """Return jobs of 2018 for each inhabitant in a département, and over those of the whole country."""
    people = load("departements").set_index("code")[column].astype(float)
    rows = load("employment_departements").query("year == 2018").drop_duplicates("departement")
    jobs = rows.astype({"departement": str}).set_index("departement")["total"].astype(float)
    own = float(jobs[departement] / people[departement])
    return own, own / float(jobs.sum() / people.sum())
