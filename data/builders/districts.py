"""Districts and other local systems, and small series: figures with their flags, years with theirs."""

from __future__ import annotations

import re

import pandas as pd

from ._package import built
from ._quantities import quantity
from .compiled_tables import compiled
from .located import located

# "c. 2008", "2008-09", "1992-1999", "2000s", alone or in brackets after "n.d.".
YEARS = re.compile(r"(n\.d\.)?\s*\(?(c\. )?(?:(\d{4})(s)?(?:-(\d{2,4}))?)?\)?")
PERIOD = r"(\d{4})-(\d{2,4})"
WORDS = {"approx.": "about", "a little more than": "more than"}
FIGURE = ["value", "value_low", "value_high", "value_flag"]


def districts() -> pd.DataFrame:
    """One row a place and observation; French places get a commune and its centre."""
    table = compiled("districts.csv").rename(columns={"year": "year_text"})
    table["type"] = table["type"].str.replace('"', "")
    read = [quantity(value, _word(detail)) for value, detail in zip(table["value"], table["detail"], strict=True)]
    table[FIGURE] = [(item.value, item.low, item.high, item.flag) for item in read]
    table[["year_first", "year_last", "year_flag"]] = [years(text) for text in table["year_text"]]
    table = table.astype(dict.fromkeys([*FIGURE[:3], "year_first", "year_last"], float))
    table["commune"] = table["place"].map(located("district_places.csv").set_index("place")["commune"])
    table[["place", "perimeter"]] = table["place"].str.extract(r"^(.*?)(?: \((.*)\))?$")
    table = table.join(built("communes").set_index("code")[["longitude", "latitude"]], on="commune")
    first = [
        "place",
        "perimeter",
        "country",
        "region",
        "commune",
        "longitude",
        "latitude",
        "speciality",
        "type",
        "indicator",
    ]
    return table[[*first, *FIGURE, "detail", "year_text", "year_first", "year_last", "year_flag", "source"]]


def numeric_series() -> pd.DataFrame:
    """One row a value; a period named in the item or unit of a single year gives the last year."""
    table = compiled("series_numeric.csv")
    about = table["basis"] == "source (about)"
    table["basis"] = table["basis"].mask(about, "source")
    read = [quantity(value, "about" if flag else "") for value, flag in zip(table["value"], about, strict=True)]
    table[FIGURE] = [(item.value, item.low, item.high, item.flag) for item in read]
    first, last, _ = zip(*table["year_or_period"].map(years), strict=True)
    named = (table["item"] + " " + table["unit"]).str.extract(PERIOD)
    ends = [_last_year(int(a), b) if pd.notna(a) else end for a, b, end in zip(named[0], named[1], last, strict=True)]
    table["year_first"] = named[0].astype(float).fillna(pd.Series(first))
    table["year_last"] = ends
    table["note"] = table["note"].str.replace("(www4.", "(https://www4.", regex=False)
    columns = ["series", "territory", "item", "year_or_period", "year_first", "year_last"]
    return table[[*columns, "value", "value_flag", "unit", "basis", "source", "note"]]


def years(text: str) -> tuple[int | None, int | None, str]:
    """First year, last year and a flag (exact, about, not dated) of a date that a source gives in years.

    Raises
    ------
    ValueError
        If the text is no such date.
    """
    found = YEARS.fullmatch("" if pd.isna(text) else text.strip())
    if found is None:
        raise ValueError(f"not a year or period: {text!r}")
    undated, about, year, decade, last = found.groups()
    if year is None:
        return None, None, "not dated"
    first = int(year)
    end = first + 9 if decade else _last_year(first, last)
    return first, end, "about" if undated or about else "exact"


def _last_year(first: int, last: str | None) -> int:
    """The last year of "1992-1999" or "2008-09"."""
    return int(str(first)[: 4 - len(last)] + last) if last else first


def _word(detail: str) -> str:
    """The word of a detail that qualifies the figure: it stands alone between commas, semicolons or brackets."""
    parts = [part.strip() for part in re.split("[;,(]", "" if pd.isna(detail) else detail)]
    words = ("more than", "almost", "nearly", "about", *WORDS)
    found = [part for part in parts if part in words]
    return WORDS.get(found[0], found[0]) if found else ""
