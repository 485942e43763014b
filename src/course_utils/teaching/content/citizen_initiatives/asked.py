"""What the models and the data answer to the questions of this chapter."""

from __future__ import annotations

from typing import Any

from course_utils.datasets import load
from course_utils.explorer.registry import explore, result

CONCEPT = "citizen_initiatives"
#: The curve of exercise 1, the round of exercise 3, and what is forgiven in exercise 2.
CURVE: dict[str, Any] = {"m": "10000", "p": 1e-3, "q": 0.44}
ROUND: dict[str, Any] = {"gap": 0.8, "volume": 320.0, "sharing": "1"}
FORGIVEN = "5"
#: The round of the quiz.
WAY: dict[str, Any] = {"gap": 0.8, "sharing": "1"}


def best(m: str) -> Any:
    """Return the best curve through the counts of co-working for a ceiling."""
    return explore(CONCEPT).panels[0].overlays[0].model(m=m, best=True)


def curve(**state: Any) -> Any:
    """Return a curve that is laid on the counts by hand."""
    return result(CONCEPT, "near", **state)


def profile(series: str) -> Any:
    """Return the best curves of a series for all ceilings."""
    return result(f"{CONCEPT}.sure", "error", series=series)


def allowed(series: str, tolerance: str = FORGIVEN) -> list[Any]:
    """Return the curves of a series that are forgiven."""
    found = profile(series)
    return [one for one, yes in zip(found.curves, found.allowed(float(tolerance)), strict=True) if yes]


def endless() -> set[str]:
    """Return the series whose counts allow a ceiling of a hundred times the last one."""
    keys = explore(f"{CONCEPT}.sure").controls["series"].nodes()
    return {str(key) for key in keys if profile(str(key)).allowed(float(FORGIVEN))[-1]}


def needed(m: str, noise: str) -> int | None:
    """Return how many more counts it would take to know a ceiling."""
    found: int | None = result(CONCEPT, "years", m=m, noise=noise).needed
    return found


def reach(**state: Any) -> float:
    """Return the kilometres up to which a round pays."""
    own, volume = result(f"{CONCEPT}.chains", "gain", **(ROUND | state))
    return float(own.reach(volume))


def farms() -> Any:
    """Return the farms of the two censuses."""
    return result(f"{CONCEPT}.chains", "farms")


def own_part() -> float:
    """Return the part of the share's rise that there would have been if no farm had closed."""
    found = farms()
    rise = found.share() - found.share_before
    return float((found.share(kept=True) - found.share_before) / rise)


def region(name: str, measure: str = "per_head") -> tuple[float, float, float]:
    """Return a région's value and what rounding leaves possible."""
    table = result(f"{CONCEPT}.places", "regions", measure=measure).set_index("name")
    value, margin = float(table.loc[name, "value"]), float(table.loc[name, "margin"])
    return value, value - margin, value + margin


def home_places(departement: str) -> float:
    """Return the third places of a département, if it had as many per inhabitant as its région."""
    table = load("departements").astype({"code": str, "region": str}).set_index("code")
    people, code = table.loc[departement, "population_2023"], table.loc[departement, "region"]
    shares = load("tiers_lieux", "regions").astype({"region": str}).set_index("region")["share"]
    around = load("regions").astype({"code": str}).set_index("code")["population_2023"]
    counted = load("tiers_lieux").astype({"indicator": str, "date": str})
    total = counted[(counted["indicator"] == "tiers-lieux") & (counted["date"] == "2023")]["value"].iloc[0]
    return float(total * shares[code] / 100 * people / around[code])
