"""The places among which a département shares its land: real counts, and what stands in for what is not shipped."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from course_utils.datasets import load

Array = NDArray[np.float64]

#: What a place can point to, in the order of the rows of `Places.claims`.
CLAIMS = ("past", "people", "growth", "need", "communes")
#: The métropole du Grand Paris is one EPCI over four départements: for their readers these four share.
GRAND_PARIS = ("75", "92", "93", "94")
#: Young people to a dwelling that they will need, once they have left home.
YOUNG_TO_A_DWELLING = 2


@dataclass(frozen=True, eq=False)
class Places:
    """The EPCI of a département (those of which it holds most inhabitants), largest past use first.

    Parameters
    ----------
    codes, names : tuple of str
        SIREN codes, or codes of départements around Paris.
    outlines : {"epci", "departements"}
        On which map they lie.
    claims : ndarray, shape (5, n)
        Houses of 2021 (in place of past land take), inhabitants of 2026, inhabitants gained since 2019 (0 where lost),
        dwellings wanted (half of those under 20, less the vacant dwellings; 0 where enough are vacant), communes.
    people : ndarray, shape (n,)
        Inhabitants in 2026.
    vacant : ndarray, shape (n,)
        Vacant dwellings of 2021.
    missing : tuple of str
        Claims that nobody has here, or that are not counted: inhabitants stand in for them.
    """

    codes: tuple[str, ...]
    names: tuple[str, ...]
    outlines: str
    claims: Array
    people: Array
    vacant: Array
    missing: tuple[str, ...]

    @property
    def past(self) -> Array:
        """Past use of each, of 100 in all."""
        return np.asarray(100 * self.claims[0] / self.claims[0].sum())


@cache
def _epci() -> pd.DataFrame:
    homes = load("age_housing", "epci").astype({"departement": str}).set_index("code")
    communes = load("communes").groupby("epci", observed=True)
    then, now = (communes[f"population_{year}"].sum() for year in (2019, 2026))
    return homes.assign(then=then, now=now, communes=communes.size())


@cache
def _around_paris() -> pd.DataFrame:
    homes = load("age_housing", "departements").set_index("code")
    people = load("departements").astype({"code": str}).set_index("code")
    columns = {"then": "population_2019", "now": "population_2026", "communes": "communes"}
    return homes.assign(**{own: people[name] for own, name in columns.items()}).loc[list(GRAND_PARIS)]


@cache
def places(departement: str) -> Places:
    """Return the places that share a département's land.

    Raises
    ------
    KeyError
        If there is no such département.

    Examples
    --------
    >>> isere = places("38")
    >>> isere.names[0], len(isere.names), isere.past[0].round(1)
    ('Grenoble-Alpes-Métropole', 18, np.float64(14.9))
    """
    around = departement in GRAND_PARIS
    table = _around_paris() if around else _epci().query("departement == @departement")
    if table.empty:
        raise KeyError(f"no département {departement!r}")
    counted = {
        "past": table["houses"],
        "people": table["now"],
        "growth": (table["now"] - table["then"]).clip(lower=0),
        "need": (table["age_0_19"] / YOUNG_TO_A_DWELLING - table["dwellings_vacant"]).clip(lower=0),
        "communes": table["communes"],
        "vacant": table["dwellings_vacant"],
    }
    missing = tuple(name for name, column in counted.items() if not column.fillna(0).sum() > 0)
    kept = {name: table["now"] if name in missing else column for name, column in counted.items()}
    order = np.argsort(-kept["past"].to_numpy(dtype=float), kind="stable")
    arrays = {name: column.to_numpy(dtype=float)[order] for name, column in kept.items()}
    return Places(
        tuple(map(str, table.index[order])),
        tuple(map(str, table["name"].iloc[order])),
        "departements" if around else "epci",
        np.array([arrays[name] for name in CLAIMS]),
        table["now"].to_numpy(dtype=float)[order],
        np.maximum(arrays["vacant"], 1.0),
        missing,
    )
