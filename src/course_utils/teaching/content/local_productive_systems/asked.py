"""What the lists answer to the questions of this chapter."""

from __future__ import annotations

from typing import Any

from course_utils.datasets import load
from course_utils.explorer.registry import explore, result

CONCEPT = "local_productive_systems"
ROBUSTNESS, MOROCCO = f"{CONCEPT}.robustness", f"{CONCEPT}.morocco"
#: Region by sector, for the exercise on paper.
SMALL = ((20, 10, 10), (10, 30, 20), (10, 20, 70))
INDUSTRY = "industry"


def standing(sector: str = "best", width: float = 1.0) -> Any:
    """Return how départements stand under all choices of thresholds."""
    return result(ROBUSTNESS, "map", sector=sector, width=width)


def always(sector: str = "best") -> list[str]:
    """Return the names of the départements that every list holds."""
    found = standing(sector)
    return [found.places.names[i] for i in found.order if found.limits[i] >= 1]


def listed_share(name: str, sector: str = INDUSTRY) -> float:
    """Return the share of all lists of a sector that a département is in."""
    found = standing(sector)
    return float(found.limits[found.places.names.index(name)])


def count(**values: Any) -> Any:
    """Return how many départements are in a list: as counted, almost surely, in doubt."""
    return result(CONCEPT, "reading", **values)


def quotients(sector: str = INDUSTRY) -> Any:
    """Return the quotients of all départements in a sector, the highest first."""
    return result(CONCEPT, "ladder", sector=sector).quotients


def national_share(sector: str = INDUSTRY) -> float:
    """Return the share of a sector in all jobs of the country."""
    places = standing(sector).places
    return float(places.shares[places.column(sector)])


def scales(**values: Any) -> Any:
    """Return the same list for Moroccan provinces and for communes."""
    return result(MOROCCO, "reading", **values)


def funnel(sector: str = INDUSTRY) -> Any:
    """Return the quotients of the Moroccan communes."""
    return result(MOROCCO, "funnel", sector=sector)


def valley_jobs() -> tuple[float, str]:
    """Return the newest count of jobs in bar turning in the Arve valley, and its year."""
    rows = load("districts").query("place == \"Vallée de l'Arve\" and indicator == 'jobs'")
    row = rows.sort_values("year_last").iloc[-1]
    return float(row["value"]), f"{row['year_last']:.0f}"


def decisive(country: str = "france", sector: str = INDUSTRY) -> str:
    """Return the threshold between whose ends the list changes most."""
    found = result(ROBUSTNESS if country == "france" else MOROCCO, "swing", sector=sector)
    return max(found, key=lambda criterion: found[criterion][0] - found[criterion][1])


def small_quotient(row: int, column: int) -> float:
    """Return a quotient of the table of the exercise on paper."""
    whole = sum(map(sum, SMALL))
    own = SMALL[row][column] / sum(SMALL[row])
    return own / (sum(line[column] for line in SMALL) / whole)


def difference(territory: str) -> float:
    """Return the Krugman index between a département and the country."""
    places = standing().places
    at = places.codes.index(territory)
    own = places.counts[at] / places.counts[at].sum()
    return float(abs(own - places.shares).sum())


def best(territory: str) -> tuple[str, float]:
    """Return the sector by which a département is listed most often, and the share of all lists."""
    panel = next(panel for panel in explore(ROBUSTNESS).panels if panel.key == "home")
    found = panel.overlays[0].model(territory=territory, width=1.0)
    return found.best, found.most
