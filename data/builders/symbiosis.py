"""Industrial symbiosis: the exchanges, partners and growth of Kalundborg, and figures of other cases."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from ._dates import with_dates
from ._package import csv_text, write_package
from ._quantities import with_quantities
from .compiled_tables import addressed, compiled, compiled_but_from_memory

# What each mark of the column from_memory makes unknown.
UNREAD = {
    "recipient only": ["to_actor"],
    "recipient": ["to_actor"],
    "arrow ends": ["from_actor", "to_actor"],
    "start_year and link": ["start_year", "from_actor", "to_actor"],
}
EXCHANGES = [
    *("id", "diagram_no", "in_2000_diagram", "from_actor", "to_actor", "ends", "flow", "type", "start_year"),
    *("start_note", "end_year", "note", "quantity", "unit", "quantity_date", "source"),
]
PARTNERS = [
    *("partner", "full_name", "role", "activity", "on_site_since", "on_site_year", "joined", "joined_year"),
    *("jobs_1990s", "size_facts", "source"),
]
LINKS = ["contracts negotiated", "physical linkages", "exchanges in diagram", "projects", "streams"]
# Words in notes that say of the figure what brackets after the unit say elsewhere.
SAID_IN_NOTES = {
    'values are "more than"': "more than",
    '^"more than': "more than",
    '^"some': "about",
    "inventory, approximate": "about",
    "^GHG figure truncated": "about",
}
COUNTRIES_FR = {
    "Australia": "Australie",
    "France": "France",
    "South Korea": "Corée du Sud",
    "United Kingdom": "Royaume-Uni",
}


def exchanges() -> tuple[pd.DataFrame, pd.DataFrame]:
    """One row a flow and receiver, and all published quantities of the flows, contradictory ones kept."""
    read = addressed(compiled_but_from_memory("kalundborg_exchanges.csv", UNREAD))
    table = _corrected(_with_partners(read)).explode("to_actor", ignore_index=True)
    assert table[["from_actor", "to_actor"]].notna().all(axis=None), "an end without a partner"
    table["in_2000_diagram"] = table["diagram_no"].notna()
    table["start_year"] = table["start_year"].str.extract(r"^(\d{4})")[0].astype(float)
    table["end_year"] = table["end_year"].astype(float)
    found = quantities()
    chosen = table[["id"]].merge(found[found["chosen"]], on="id", how="left")
    assert chosen["value"].equals(table["quantity_per_year"].astype(float)), "another quantity was chosen"
    for ours, theirs in {"quantity": "value", "unit": "unit", "quantity_date": "date"}.items():
        table[ours] = chosen[theirs]
    return table[EXCHANGES], found


def quantities() -> pd.DataFrame:
    """Figures published for a flow or for what is made of it, each with its date and source."""
    table = with_quantities(with_dates(compiled("kalundborg_quantities.csv"), "date"))
    return table.assign(chosen=table["chosen"] == "yes")


def partners() -> pd.DataFrame:
    """Members of the symbiosis under one short name each, then the other ends of its flows."""
    table = addressed(compiled("kalundborg_partners.csv"))
    table = table.rename(columns={"partner": "full_name", "joined_symbiosis": "joined"})
    table["partner"] = table["full_name"].map(_actors().str[0])
    table["role"] = "member"
    table["on_site_year"] = pd.to_numeric(table["on_site_since"], errors="coerce")
    table["joined_year"] = table["joined"].str.extract(r"(?:^|member c\.)(\d{4})")[0].astype(float)
    jobs = table["size_facts"].str.extract(r"([\d,]+) employees")[0]
    table["jobs_1990s"] = jobs.str.replace(",", "").astype(float)
    return pd.concat([table, compiled("kalundborg_endpoints.csv")], ignore_index=True)[PARTNERS]


def network() -> pd.DataFrame:
    """Links, partners and effects of the whole symbiosis by year."""
    table = addressed(compiled("kalundborg_network_series.csv")).rename(columns={"year": "date", "scope_note": "note"})
    undated, uncertain = table["date"].str.startswith("undated"), table["note"] == "year approximate"
    table["note"] = table["note"].mask(undated, "undated (1990s); " + table["note"])
    table["date"] = table["date"].mask(undated, "1990-1999").mask(uncertain, "c." + table["date"])
    kinds = dict.fromkeys(LINKS, "links") | {"partners": "partners"}
    table.insert(0, "kind", table["indicator"].map(kinds).fillna("effects"))
    table = with_quantities(with_dates(_with_words(table), "date"))
    return table.sort_values(["start", "end"], kind="stable", ignore_index=True)


def cases() -> pd.DataFrame:
    """One row a case and figure; the row that holds three figures is taken apart."""
    table = addressed(compiled("symbiosis_cases.csv")).rename(columns={"year": "date"})
    parts = table[["metric", "value", "unit"]].apply(lambda column: column.str.split(" / "))
    together = parts["value"].str.len() == 3
    for column in parts:
        table[column] = table[column].astype(object).mask(together, parts[column])
    table = table.explode(["metric", "value", "unit"], ignore_index=True)
    table["unit"] = table["unit"].str.replace("(fewer than)", "(less than)")
    table["place"] = table["place"].replace("Isere", "Isère")
    table.insert(3, "country_fr", table["country"].map(COUNTRIES_FR))
    return with_quantities(with_dates(_with_words(table), "date"))


def build() -> None:
    """Write the four packages."""
    flows, found = exchanges()
    write_package("kalundborg_exchanges", {"kalundborg_exchanges": csv_text(flows), "quantities": csv_text(found)})
    write_package("kalundborg_partners", {"kalundborg_partners": csv_text(partners())})
    write_package("kalundborg_network", {"kalundborg_network": csv_text(network())})
    write_package("symbiosis_cases", {"symbiosis_cases": csv_text(cases())})


def _actors() -> pd.Series:
    """The partners meant by each wording; one flow goes to three of them."""
    return compiled("kalundborg_actors.csv").groupby("as_read")["partner"].agg(list)


def _with_partners(table: pd.DataFrame) -> pd.DataFrame:
    """Name both ends as partners; ends that were not read stay empty."""
    return table.assign(
        from_actor=table["from_actor"].map(_actors()).str[0],
        to_actor=table["to_actor"].map(_actors()),
        note=table["status_note"].replace("listed in 2000 diagram", None),
        start_note=table["start_year_note"].str.replace("ecologycenter copy", "a handbook chapter"),
        end_year=None,
    )


def _corrected(table: pd.DataFrame) -> pd.DataFrame:
    """Fill what was not read with what other sources say, or with a reading of ours that the column ends tells."""
    known = compiled("kalundborg_corrections.csv")
    for row in known.itertuples():
        table.loc[table["id"] == row.id, row.column] = row.value
    ends = known[known["column"].str.endswith("_actor")].drop_duplicates("id").set_index("id")["basis"]
    dated = known.loc[known["column"] == "start_year", "id"]
    table["ends"] = table["id"].map(ends).fillna("read")
    table["start_note"] = table["start_note"].mask(table["id"].isin(dated))
    for column, theirs, mark in (("note", "reason", "; "), ("source", "source", " | ")):
        added = known.groupby("id")[theirs].agg(list)
        table[column] = [
            _joined([own, *added.get(name, [])], mark) for own, name in zip(table[column], table["id"], strict=True)
        ]
    return table


def _joined(parts: Iterable[str | None], mark: str) -> str | None:
    return mark.join(dict.fromkeys(part for part in parts if pd.notna(part))) or None


def _with_words(table: pd.DataFrame) -> pd.DataFrame:
    """Write after the unit, in brackets, what the note says of the figure."""
    unit = table["unit"]
    for words, word in SAID_IN_NOTES.items():
        said = table["note"].str.contains(words, na=False)
        assert "(" not in "".join(unit[said])
        unit = unit.mask(said, unit + f" ({word})")
    return table.assign(unit=unit)
