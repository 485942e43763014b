"""Places that were called districts, with the figures that sources give, as the sources give them."""

from __future__ import annotations

from functools import cache

import pandas as pd

from course_utils.datasets import load

#: Which rows of the table belong together: place, and the text of the year of firms and of jobs.
PAIRS = (
    ("Prato", "n.d.", "textiles (wool)"),
    ("Sassuolo", "2003", "ceramic tiles"),
    ("Sassuolo", "2021", "ceramic tiles"),
    ("Vallée de l'Arve", "2008-09", "bar turning (décolletage)"),
    ("Oyonnax - Plastics Vallée", "2025", "plastics processing"),
)


@cache
def cases() -> pd.DataFrame:
    """Firms and jobs of the districts for which one source gives both.

    Returns
    -------
    DataFrame
        ``place``, ``year`` (as in the source), ``speciality``, ``firms``, ``jobs`` and ``jobs_per_firm``.

    Examples
    --------
    >>> cases().set_index(["place", "year"])["jobs_per_firm"].round(1).tolist()
    [5.5, 150.7, 60.0, 22.0, 18.2]
    """
    table = load("districts").astype({"place": str, "year_text": str, "speciality": str, "indicator": str})
    rows = []
    for place, year, speciality in PAIRS:
        own = table.query("place == @place and year_text == @year and speciality == @speciality")
        counts = own.set_index("indicator")["value"].astype(float)
        rows.append((place, year, speciality, counts["firms"], counts["jobs"]))
    found = pd.DataFrame(rows, columns=["place", "year", "speciality", "firms", "jobs"])
    return found.assign(jobs_per_firm=found["jobs"] / found["firms"])


@cache
def french_towns() -> pd.DataFrame:
    """The French districts whose main town the table locates: name, longitude, latitude, speciality."""
    table = load("districts").dropna(subset=["longitude"]).drop_duplicates("place")
    return table[["place", "longitude", "latitude", "speciality", "commune"]].reset_index(drop=True)


@cache
def italian_counts() -> pd.DataFrame:
    """How many districts Istat counted in Italy, by census and method, the regional rows left out."""
    table = load("series_numeric").query("series == 'istat_districts' and territory == 'Italy'")
    own = table[table["item"].astype(str).str.startswith("industrial districts")]
    return own[["year_first", "value", "unit", "basis"]].sort_values("year_first").reset_index(drop=True)
