"""Real cases: what the sources say, where they contradict one another, and how we read each with the model."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

import pandas as pd

from course_utils.concepts.business_ecosystem.game import Split, split
from course_utils.datasets import load


@dataclass(frozen=True)
class Case:
    """A case of the dataset, and our own reading of it in terms of the model.

    Parameters
    ----------
    source : str
        Name in the dataset.
    functions, rivals, rule, hubs
        As for `course_utils.concepts.business_ecosystem.game.split`: our judgement, no source gives them.
    missing : bool
        Whether one of the functions was not served, by what the sources say.
    """

    source: str
    functions: int
    rivals: int
    rule: str
    hubs: int = 1
    missing: bool = False

    @property
    def game(self) -> Split:
        """What the model makes of it, had all functions been served."""
        return split(self.functions, self.rivals, self.rule, hubs=self.hubs)

    @property
    def value(self) -> float:
        """Value made, as a share of what could be: less if a function is missing."""
        if not self.missing:
            return 1.0
        return 0.0 if self.rule == "all" else 1 - 1 / self.functions


#: PAX: car maker, garages, dealers. Sony: store, publishers. Kindle: Amazon is the store, publishers are left.
CASES = {
    "app_store": Case("iPhone / App Store", 8, 5, "adds"),
    "arm": Case("ARM", 4, 5, "adds", hubs=2),
    "pax": Case("Michelin PAX", 3, 1, "all", missing=True),
    "sony": Case("E-readers: Sony Reader", 2, 1, "all", missing=True),
    "kindle": Case("E-readers: Kindle", 1, 5, "all"),
    "minalogic": Case("Minalogic (Grenoble)", 4, 5, "adds", hubs=4),
}
#: Series of counts of the dataset: the case, the fact that is counted, and the key of `CASES` if we judge it.
SERIES = {
    "iPhone / App Store": ("apps available", "app_store"),
    "Aerospace Valley (Toulouse-Bordeaux)": ("members", ""),
    "Cosmetic Valley": ("members", ""),
    "Minalogic (Grenoble)": ("members", "minalogic"),
}
#: How the column `explanation` words a second count of the same thing.
SECOND = re.compile(r"(?:^|; |also says )(?:over )?([\d,]+|1 million)(?= according to| members, 78| published since)")


def counts(case: str) -> pd.DataFrame:
    """Return what the sources count for a case of `SERIES`, by year.

    Returns
    -------
    DataFrame
        Columns ``year`` (middle of what the date may mean), ``count``, and ``second``: another count of the same thing
        at the same time, by another source or in the same one; NaN if there is none.

    Examples
    --------
    >>> counts("Cosmetic Valley").dropna()[["count", "second"]].values.tolist()
    [[450.0, 425.0]]
    """
    found = load("business_ecosystems")
    own = found[(found["case"] == case) & (found["fact"] == SERIES[case][0])].dropna(subset=["start"])
    middle = own["start"] + (own["end"] - own["start"]) / 2
    year = middle.dt.year + (middle.dt.day_of_year - 1) / 365.25
    second = [_second(str(text)) for text in own["explanation"].fillna("")]
    table = pd.DataFrame({"year": year.round(2), "count": own["value"], "second": second})
    return table.sort_values("year", ignore_index=True)


def _second(text: str) -> float:
    said = SECOND.search(text)
    if not said:
        return float("nan")
    return 1e6 if said[1] == "1 million" else float(said[1].replace(",", ""))


def fact(case: str, name: str, column: str = "value") -> float:
    """Return one figure of the dataset.

    Examples
    --------
    >>> fact("ARM", "share of handsets with ARM-based chips")
    95.0
    """
    found = load("business_ecosystems")
    rows = found[(found["case"] == case) & (found["fact"] == name)]
    return float(rows.iloc[0][column])


@functools.cache
def poles_by_region() -> dict[str, list[str]]:
    """Return the pôles de compétitivité ever labelled in each région of the map until 2015.

    Examples
    --------
    >>> "Minalogic" in poles_by_region()["82"]
    True
    """
    homes = load("poles_competitivite", "regions").astype({"region_code": str, "map": str})
    old = homes[homes["map"].str.startswith("22")]
    return {str(code): sorted(rows["pole"].astype(str)) for code, rows in old.groupby("region_code")}


def at_home(departement: str) -> list[str]:
    """Return the pôles ever labelled in the région, as drawn until 2015, of a département.

    Examples
    --------
    >>> len(at_home("38"))
    12
    """
    links = load("nuts_departements").astype({"departement": str, "old_region": str}).set_index("departement")
    if departement not in links.index:
        raise ValueError(f"departement must be the code of a département, got {departement!r}")
    return poles_by_region().get(str(links.at[departement, "old_region"]), [])
