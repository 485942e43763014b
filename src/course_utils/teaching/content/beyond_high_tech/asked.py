"""What the data and the model answer to the questions of this chapter."""

from __future__ import annotations

import math
from typing import Any

from course_utils.datasets import load
from course_utils.explorer.registry import explore, result

CONCEPT = "beyond_high_tech"
THEMES = f"{CONCEPT}.themes"
FIRST = "2005"
#: Territory, what it is asked about, and the steps that it takes, in exercises and quiz.
PLACE, ACTIVITY, WALKER, STEPS = "Territory 12", "Furniture", "Territory 20", "3"
LEVELS = ("low", "medium", "high")


def share(label_class: str = "all", year: str = FIRST) -> Any:
    """Return the pôles of a class in a year, and how many of them lie beyond high technology."""
    return result(THEMES, "reading", year=year, label_class=label_class)


def beyond(label_class: str = "all", year: str = FIRST) -> float:
    """Return the share of the pôles of a class that lie beyond high technology."""
    found = share(label_class, year)
    return float(found.beyond / found.chosen)


def home(departement: str) -> tuple[int, int]:
    """Return the pôles of 2005 of a département's région beyond high technology, and all of them."""
    outline = explore(THEMES).panels[2].overlays[0]
    found = outline.model(territory=departement, year=FIRST)
    return len(found.beyond), len(found.beyond) + len(found.high)


def activities() -> list[str]:
    """Return the names of the activities, in the order of the model."""
    return load("synthetic_activities", "activities")["activity"].astype(str).tolist()


def stands(territory: str, threshold: str = "1", steps: str = "0") -> Any:
    """Return where a territory stands after some steps."""
    return result(CONCEPT, "network", territory=territory, threshold=threshold, steps=steps)


def density(territory: str, activity: str) -> float:
    """Return the density of an activity for a territory at the start."""
    return float(stands(territory).density[activities().index(activity)])


def walked(territory: str, steps: str) -> tuple[str, float]:
    """Return the last activity that a territory takes up on its way, and its density then."""
    found = stands(territory, steps=steps)
    return activities()[found.entered[-1]], float(found.at[-1])


def rates(threshold: str = "1") -> list[float]:
    """Return the share taken up in ten years, from the lowest band of density to the highest."""
    return [float(rate) for rate in result(CONCEPT, "entry", threshold=threshold).rates]


def times(threshold: str = "1") -> float:
    """Return how many times likelier the nearest fifth is to be taken up than the furthest."""
    found = rates(threshold)
    return found[-1] / found[0]


def medians(threshold: str = "1", yardstick: str = "near") -> dict[str, float]:
    """Return the median of a yardstick for each level of technology."""
    table = result(CONCEPT, "fields", threshold=threshold, yardstick=yardstick)
    return {level: float(table.loc[table["technology"] == level, yardstick].median()) for level in LEVELS}


def densest(threshold: str) -> str:
    """Return the level of technology whose fields have the highest median proximity."""
    found = medians(threshold)
    return max(found, key=found.__getitem__)


def counted(year: str) -> tuple[int, int]:
    """Return the pôles under a label of their own in a year, and those of them beyond high technology."""
    table = result(THEMES, "years", label_class="all").loc[year]
    return int(table["high own"] + table["beyond own"]), int(table["beyond own"])


def by_chance(drawn: int) -> float:
    """Return the chance that so many labels, drawn blindly from those of 2009, all lie beyond high technology."""
    everything, wanted = counted("2009")
    return math.comb(wanted, drawn) / math.comb(everything, drawn)


def withdrawn_2010() -> int:
    """Return the labels withdrawn in May 2010."""
    table = load("poles_competitivite")
    ended = (table["exit"] == "label withdrawn") & (table["exit_latest"].dt.year == 2010)
    return int(ended.sum())
