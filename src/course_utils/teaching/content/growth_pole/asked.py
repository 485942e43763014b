"""What the model answers to the questions of this chapter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from course_utils.datasets import input_output
from course_utils.explorer.registry import explore, result

CONCEPT = "growth_pole"
#: The region of the bet: 2 % of the country's jobs, the usual delta, nothing done for local supply.
REGION: dict[str, Any] = {"share": 0.02, "delta": "0.3", "content": 0.0}
STEPS = 40


def pull(sector: str = "steel", **changes: Any) -> Any:
    """Return what an order of 1,000 million to a motor firm sets off, in the region of the bet unless changed."""
    return result(CONCEPT, "landing", **REGION | {"sector": sector} | changes)


def pulls(**changes: Any) -> dict[str, Any]:
    """Return the same for all motor sectors, by the name that is shown."""
    return dict(zip(motors().values(), result(CONCEPT, "balance", **REGION | changes), strict=True))


def rounds_in_country(sector: str = "steel") -> Any:
    """Return what each round of an order of 100 makes in the whole country, the order first."""
    return result("growth_pole.rounds", "each", sector=sector, share=REGION["share"]).each[0]


def motors() -> dict[str, str]:
    """Name of each motor sector, by key."""
    return dict(explore(CONCEPT).controls["sector"].options)  # type: ignore[union-attr]


def sectors() -> list[str]:
    """Names of the 68 sectors, in the order of the table, as the figures write them."""
    return list(explore("growth_pole.key_sectors").evaluate()[0]["data"][0]["text"])


def key_sectors(share: float) -> tuple[int, int, int]:
    """Count the nation's key sectors: all, those above its average in the region, those above the region's own."""
    found = result("growth_pole.key_sectors", "linkages", share=share, delta=0.3)
    return tuple(int((found.nation & other).sum()) for other in (found.nation, found.by_nation, found.by_region))  # type: ignore[return-value]


def suppliers_that_leak(share: float, n: int) -> set[str]:
    """Name the `n` suppliers of steel whose production leaks most from a region, local supply left alone."""
    found = pull(share=share)
    order = (found.regional - found.national).argsort(kind="stable")
    return {sectors()[i] for i in order[:n]}


def jobs_in_region() -> float:
    """Jobs among suppliers inside the region of the bet."""
    return float(_jobs_per_million() @ pull().regional)


def jobs_in_country() -> float:
    """Jobs among suppliers in the whole country."""
    return float(_jobs_per_million() @ pull().national)


def _jobs_per_million() -> Any:
    table = input_output(level=68, year=2019)
    return table.employment / table.x


def content_that_keeps(kept: float, share: float) -> float:
    """Smallest rise of local supply at which a share `kept` of steel's indirect production stays."""
    model = explore(CONCEPT)
    given = REGION | {"sector": "steel", "share": share}
    return _smallest(lambda c: model.result("landing", **given | {"content": c}).kept >= kept, 0.0, 1.0)


def size_that_keeps(kept: float) -> float:
    """Smallest share of national jobs at which a share `kept` of steel's indirect production stays by itself."""
    model = explore(CONCEPT)
    given = REGION | {"sector": "steel"}
    return _smallest(lambda s: model.result("landing", **given | {"share": s}).kept >= kept, 0.001, 1.0)


def _smallest(enough: Callable[[float], bool], low: float, high: float) -> float:
    """Halve the interval until the smallest value that is enough is found; more is always enough."""
    if enough(low):
        return low
    for _step in range(STEPS):
        middle = (low + high) / 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return high
