"""European countries through time: employment and value added by ten sectors (GGDC), Penn World Table 9.1."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ._package import csv_gz, write_package
from .lazy_load import lazy_load

# Codes of the 10-Sector Database and our names.
SECTORS = {
    "AGR": "agriculture",
    "MIN": "mining",
    "MAN": "manufacturing",
    "PU": "utilities",
    "CON": "construction",
    "WRT": "trade_hospitality",
    "TRA": "transport_communication",
    "FIRE": "finance_business",
    "GOV": "government",
    "OTH": "other_services",
}
WEST_GERMANY = "DEW"
# Names of the Penn World Table, ours, and the decimals kept.
PWT = {
    "rgdpe": ("gdp_expenditure", 1),
    "rgdpo": ("gdp_output", 1),
    "rgdpna": ("gdp_national_prices", 1),
    "pop": ("population", 4),
    "emp": ("employment", 4),
    "avh": ("hours", 1),
    "hc": ("human_capital", 4),
    "rnna": ("capital", 0),
    "ctfp": ("productivity_level", 4),
    "rtfpna": ("productivity_index", 4),
    "labsh": ("labour_share", 4),
    "csh_i": ("investment_share", 4),
    "csh_x": ("exports_share", 4),
    "csh_m": ("imports_share", 4),
}
# The countries of Europe by the United Nations' list, and Cyprus, which is a member of the European Union.
EUROPE = (
    "ALB", "AUT", "BEL", "BGR", "BIH", "BLR", "CHE", "CYP", "CZE", "DEU", "DNK", "ESP", "EST", "FIN",
    "FRA", "GBR", "GRC", "HRV", "HUN", "IRL", "ISL", "ITA", "LTU", "LUX", "LVA", "MDA", "MKD", "MLT",
    "MNE", "NLD", "NOR", "POL", "PRT", "ROU", "RUS", "SRB", "SVK", "SVN", "SWE", "UKR",
)  # fmt: skip


def penn_world_table() -> pd.DataFrame:
    """One row a country and year from the first year with a GDP; shares of trade as the source signs them."""
    table = _penn().dropna(subset=["rgdpna"]).sort_values(["isocode", "year"])
    columns = {ours: table[theirs].round(decimals) for theirs, (ours, decimals) in PWT.items()}
    first = {"country": table["isocode"], "name": table["country"], "year": table["year"].astype(int)}
    outlier = {"outlier": table["i_outlier"].astype(str) == "yes"}
    return pd.DataFrame({**first, **columns, **outlier}).reset_index(drop=True)


def sectors_europe() -> pd.DataFrame:
    """One row a country, year and sector; years for which the source has all ten sectors."""
    wide = lazy_load("r-cran-collapse", "collapse", "GGDC10S").query("Region == 'Europe'")
    wide = wide.astype({"Year": int}).set_index(["Country", "Year", "Variable"]).sort_index()
    complete = wide[wide[list(SECTORS)].notna().all(axis=1)]
    assert np.allclose(complete[list(SECTORS)].sum(axis=1), complete["SUM"], rtol=1e-12), "sectors differ from SUM"
    table = complete[list(SECTORS)].rename_axis(columns="sector").stack().unstack("Variable").reset_index()
    table.loc[table["sector"].eq("FIRE") & table["Country"].isin(_implausible(complete)), "VA"] = np.nan
    nations = _penn().drop_duplicates("isocode").set_index("isocode")
    alike = table["Country"].replace(WEST_GERMANY, "DEU")
    return pd.DataFrame(
        {
            "country": table["Country"],
            "name": alike.map(nations["country"]).where(table["Country"] != WEST_GERMANY, "West Germany"),
            "year": table["Year"],
            "sector": table["sector"].map(SECTORS),
            "employment": table["EMP"].round(3),
            "value_added": table["VA"].round(3),
            "currency": alike.map(nations["currency"]),
        }
    )


def _implausible(complete: pd.DataFrame) -> list[str]:
    """Countries where a job in finance, real estate and business services never yields what the average job does.

    The package gives Italy 1 % of its value added there for 13 % of its jobs in 2004, and a sum over sectors of two
    thirds of GDP: something was subtracted from the sector that should not have been.
    """
    shares = complete["FIRE"] / complete["SUM"]
    relative = shares.xs("VA", level="Variable") / shares.xs("EMP", level="Variable")
    return [country for country, yields in relative.groupby("Country") if yields.max() < 1]


def _penn() -> pd.DataFrame:
    """The countries of Europe in the Penn World Table, its factors as text, R's signalling NaN as a quiet one."""
    table = lazy_load("r-cran-pwt9", "pwt9", "pwt9.1").astype({"isocode": str, "country": str, "currency": str})
    table = table.where(table.notna())
    assert set(EUROPE) <= set(table["isocode"])
    return table[table["isocode"].isin(EUROPE)]


def build() -> None:
    """Write the two packages."""
    write_package("sectors_europe", {"sectors_europe": csv_gz(sectors_europe())})
    write_package("penn_world_table", {"penn_world_table": csv_gz(penn_world_table())})
