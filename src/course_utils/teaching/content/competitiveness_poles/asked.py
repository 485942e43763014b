"""What the model and the data answer to the questions of this chapter."""

from __future__ import annotations

from typing import Any

from course_utils.datasets import load
from course_utils.explorer.registry import explore, result

CONCEPT = "competitiveness_poles"
#: The policy of the bet: last year's stars are picked, and nothing is done for them.
BET = {"rule": "good", "strength": "0.9", "noise": "10", "gap": "0", "baseline": "last"}
DEFAULTS: dict[str, str] = {"rule": "level", "strength": "0.6", "effect": "0", "noise": "10", "gap": "1"}
METHODS = ("naive", "before_after", "did", "matching")


def mean(method: str, **policy: str) -> float:
    """Return the mean estimate of one evaluator in the laboratory."""
    found = result(CONCEPT, "estimates", **DEFAULTS | policy)
    return float(found.mean[METHODS.index(method)])


def coverage(method: str, **policy: str) -> float:
    """Return how often the interval of one evaluator holds the truth."""
    found = result(CONCEPT, "coverage", **DEFAULTS | policy)
    return float(found.coverage[METHODS.index(method)])


def file_estimate(method: str, file: str, baseline: str) -> float:
    """Return what one evaluator reports on a sealed file."""
    found = result(f"{CONCEPT}.files", "report", file=file, baseline=baseline)
    return float(found.value[METHODS.index(method), 0])


def file_holds(file: str, baseline: str) -> set[str]:
    """Return the evaluators whose interval holds the truth of a file, which is drawn once the file is open."""
    values: dict[str, Any] = {"file": file, "baseline": baseline, "verdict": "none", "reveal": True}
    truth = explore(f"{CONCEPT}.files").evaluate(**values)[0]["data"][0]["x"][0]
    found = result(f"{CONCEPT}.files", "report", **values)
    return {method for method, held in zip(METHODS, found.holds(truth)[:, 0], strict=True) if held}


def ends() -> Any:
    """Return how the labels of all pôles ended."""
    return result(f"{CONCEPT}.list", "ends")


def merged(years: float, theme: str = "all") -> tuple[float, float]:
    """Return the bounds of the share of labels that had merged some years after the label."""
    found: tuple[float, float] = result(f"{CONCEPT}.list", "ends", theme=theme).by(years, "merged")
    return found


def states(moment: str) -> dict[str, int]:
    """Return how many pôles are in each state at a moment."""
    row = result(f"{CONCEPT}.list", "status").loc[moment]
    return {str(name): int(n) for name, n in row.items()}


def region_poles(departement: str) -> set[str]:
    """Return the pôles labelled in the old région of a département."""
    codes = load("nuts_departements").astype(str).set_index("departement")["old_region"]
    rows = load("poles_competitivite", "regions").astype(str)
    old = rows[rows["map"].str.startswith("22") & (rows["region_code"] == codes[departement])]
    return set(old["pole"])


def region_counts(departement: str) -> tuple[int, int]:
    """Return how many pôles were labelled in the old région of a département, and how many of them merged."""
    own = region_poles(departement)
    ended = load("poles_competitivite").set_index("name")["exit"].astype(str)
    return len(own), sum(ended[pole] == "merged" for pole in own)
