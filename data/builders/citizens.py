"""Citizens who produce and decide: third places, fab labs, short supply chains, participation."""

from __future__ import annotations

import pandas as pd

from ._dates import with_dates
from ._package import built, csv_text, write_package
from ._quantities import with_quantities
from .compiled_tables import addressed, compiled, plain

THEMES = {
    "tiers-lieux": "third places",
    "coworking": "co-working",
    "short supply chains": "short chains",
    "AMAP": "AMAP",
    "context": "all farms",
}
# The year of this debate was written from memory, not read: neither the date nor the words about it are kept.
UNREAD_DATE = ("EPR Flamanville 3", "; start about 19 October (year 2005 from memory, not in the text seen)")
COLUMNS = ["date", "start", "end", "precision", "indicator", "value", "value_low", "value_high", "value_flag", "unit"]


def third_places() -> tuple[pd.DataFrame, pd.DataFrame]:
    """Figures on third places and co-working in France, and the share of each région in 2023."""
    table = _figures(["tiers-lieux", "coworking"])
    projected = table["indicator"].str.contains("projection")
    table["indicator"] = table["indicator"].str.replace(" (projection, not observed)", "")
    table["basis"] = projected.map({True: "projection", False: "observed"})
    return table[["theme", "territory", *COLUMNS, "basis", "note", "source"]], _by_region()


def fab_labs() -> pd.DataFrame:
    """Fab labs of the world and of France."""
    return _figures(["fab labs"])[["territory", *COLUMNS, "note", "source"]]


def short_chains() -> pd.DataFrame:
    """Farms that sell through short chains, AMAP groups, and all farms; size classes in a column of their own."""
    table = _figures(["short supply chains", "AMAP", "context"])
    table["size_class"] = table["indicator"].str.extract(r", size (\w+)$")[0]
    table["indicator"] = table["indicator"].str.replace(r", size \w+$", "", regex=True)
    derived = table["note"].str.startswith("derived").fillna(False)
    table["basis"] = derived.map({True: "derived", False: "source"})
    last = ["size_class", "basis", "note", "source"]
    return table[["theme", "territory", *COLUMNS, *last]]


def participation() -> tuple[pd.DataFrame, pd.DataFrame]:
    """Public debates and programmes as dated figures; ladders, classes and principles of the literature as a list."""
    table = addressed(compiled("participation.csv"))
    unread, words = UNREAD_DATE
    table.loc[table["item"] == unread, "year_or_date"] = None
    table["note"] = table["note"].str.replace(words, "", regex=False).str.replace("(archive.", "(https://archive.")
    theory = table["theme"].str.contains("Arnstein|salience|Ostrom")
    return _debates(table[~theory]), _frameworks(table[theory])


def _debates(table: pd.DataFrame) -> pd.DataFrame:
    table = table.rename(columns={"year_or_date": "date", "item": "indicator"})
    table["theme"] = table["theme"].str.replace(" - ", ", ")
    table["words"] = table["value"].where(table["value"] == "more than half")
    table["value"] = table["value"].mask(table["words"].notna())
    table["unit"] = table["unit"].mask(table["words"].notna())
    table["date"] = table["date"].str.replace(" onwards", "")
    table = with_quantities(with_dates(table, "date"))
    return table[["theme", *COLUMNS, "words", "place", "note", "source"]]


def _frameworks(table: pd.DataFrame) -> pd.DataFrame:
    """One row a rung, class or principle: its order or number of attributes, its family, what it means."""
    salience = table["theme"].str.startswith("Stakeholder")
    framework = table["theme"].str.extract("(Arnstein|Stakeholder|Ostrom)")[0]
    family = table["note"].str.extract(r"^(non-participation|tokenism|citizen power|latent|expectant|definitive)")[0]
    meaning = table["note"].str.replace(r"^(non-participation|tokenism|citizen power); ", "", regex=True)
    attributes = table["note"].str.extract(r"attributes: (.+)$")[0]
    return pd.DataFrame(
        {
            "framework": framework.map({"Arnstein": "ladder", "Stakeholder": "salience", "Ostrom": "commons"}),
            "year": table["year_or_date"].astype(int),
            "rank": table["value"].astype(int),
            "item": table["item"].str.replace(r"^(rung|principle) \d: ?", "", regex=True),
            "family": family,
            "attributes": attributes,
            "meaning": meaning.mask(salience),
            "source": table["source"],
        }
    )


def _figures(themes: list[str]) -> pd.DataFrame:
    """The rows of tiers_lieux.csv on some themes, typed."""
    table = addressed(compiled("tiers_lieux.csv")).rename(columns={"geo": "territory", "year": "date"})
    table = table[table["theme"].isin(themes)].reset_index(drop=True)
    table["theme"] = table["theme"].map(THEMES)
    table["note"] = _with_period(table)
    table["date"] = table["date"].str.replace(r" \((start|end)\)", "", regex=True)
    return with_quantities(with_dates(table, "date"))


def _with_period(table: pd.DataFrame) -> pd.Series:
    """Move "(start)" or "(end)" of a year into the note, where it is kept."""
    part = table["date"].str.extract(r"\((start|end)\)")[0]
    said = part.map({"start": "at the start of the year", "end": "at the end of the year"})
    return table["note"].where(said.isna(), (said + "; " + table["note"].fillna("")).str.removesuffix("; "))


def _by_region() -> pd.DataFrame:
    table = addressed(compiled("tiers_lieux.csv")).query("theme == 'tiers-lieux by region'")
    regions = built("regions").set_index("code")["name"]
    codes = pd.Series(regions.index, index=regions.map(plain))
    code = table["geo"].map(plain).map(codes)
    assert code.notna().all(), table["geo"][code.isna()].tolist()
    result = pd.DataFrame({"region": code, "name": code.map(regions), "year": table["year"].astype(int)})
    return result.assign(share=table["value"].astype(float), source=table["source"]).sort_values("region")


def build() -> None:
    """Write the four packages."""
    places, regions = third_places()
    debates, frameworks = participation()
    write_package("tiers_lieux", {"tiers_lieux": csv_text(places), "regions": csv_text(regions)})
    write_package("fablabs", {"fablabs": csv_text(fab_labs())})
    write_package("short_chains", {"short_chains": csv_text(short_chains())})
    write_package("participation", {"participation": csv_text(debates), "frameworks": csv_text(frameworks)})
