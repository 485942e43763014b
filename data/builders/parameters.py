"""Cases and measured parameters of the literature: business ecosystems, proximity, calibrated values of models."""

from __future__ import annotations

import pandas as pd

from ._dates import with_dates
from ._package import csv_text, write_package
from ._quantities import with_quantities
from .compiled_tables import addressed, compiled_but_from_memory

# What each mark of the column from_memory spoils: the row goes whole ([]) or the cells named are emptied.
ECOSYSTEMS = {
    "explanation on publishers": ["roles_or_explanation"],
    "wording of the definitions": ["roles_or_explanation"],
}
PROXIMITY = {
    "definition": [],
    "definition and too little/too much wording": [],
    "too little/too much wording": ["note"],
    "value second-hand": [],
}
FAIRS = r"^exhibitors from (\w+) at German international and national fairs$"
COUNTRY = r"^(Germany|World|Europe): "


def business_ecosystems() -> tuple[pd.DataFrame, pd.DataFrame]:
    """Cases, one row a case and fact; stages and roles of the literature."""
    table = addressed(compiled_but_from_memory("business_ecosystems.csv", ECOSYSTEMS))
    table = table.rename(columns={"year": "date", "roles_or_explanation": "explanation"})
    framework = table["focal_firm"] == "(framework)"
    cases = table[~framework].reset_index(drop=True)
    cases["date"] = cases["date"].replace({"2018-Q1": "2018-01 to 2018-03", "undated": None})
    cases = with_quantities(with_dates(cases, "date"))
    event = cases["unit"] == "event"
    cases.loc[event, ["value", "unit", "value_flag"]] = [None, "", "none"]
    cases["kind"] = event.map({True: "event", False: "figure"})
    first = ["case", "focal_firm", "date", "start", "end", "precision", "kind", "fact"]
    columns = [*first, "value", "value_low", "value_high", "value_flag", "unit", "explanation", "outcome", "source"]
    return cases[columns], _frameworks(table[framework])


def proximity_results() -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Measured effects of distance, trade fairs, and concepts by author."""
    table = addressed(compiled_but_from_memory("proximity_concepts.csv", PROXIMITY))
    parts = {kind: rows.reset_index(drop=True) for kind, rows in table.groupby("kind")}
    results = parts["result"].rename(columns={"definition_or_value": "value", "concept_or_result": "result"})
    results = with_quantities(results.astype({"year": int}))
    columns = ["result", "author", "year", "value", "value_low", "value_high", "value_flag", "unit", "note", "source"]
    concepts = parts["concept"].rename(columns={"definition_or_value": "definition", "concept_or_result": "concept"})
    concepts = concepts.astype({"year": int})[["concept", "author", "year", "definition", "note", "source"]]
    return results[columns], _fairs(parts["trade fairs"]), concepts


def model_parameters() -> pd.DataFrame:
    """Published values of multipliers, elasticities and decays, with their range."""
    table = addressed(compiled_but_from_memory("model_parameters.csv", {}))
    best = table["unit"].str.extract(r"\(best ([\d.]+)\)")[0]
    estimates = table["unit"].str.extract(r"^elasticities \((\d+) studies\)")[0]
    table["unit"] = table["unit"].str.replace(r" \((best [\d.]+|\d+ studies)\)", "", regex=True)
    table["note"] = estimates.map(lambda n: f"{n} studies", na_action="ignore")
    table = with_quantities(table.rename(columns={"area_period": "area"}))
    table["value"] = table["value"].fillna(best.astype(float))
    years = table["year"].str.extract(r"^(\d{4})(?:-(\d{4}))?$").astype(float)
    table = table.assign(year_first=years[0], year_last=years[1].fillna(years[0]))
    first = ["parameter", "value", "value_low", "value_high", "value_flag", "unit", "area", "author"]
    return table[[*first, "year_first", "year_last", "reading", "note", "source"]]


def _frameworks(table: pd.DataFrame) -> pd.DataFrame:
    """Moore's stages, the roles of Iansiti and Levien; the wording of the roles was not seen and is empty."""
    parts = table["fact"].str.extract(r"^(stage|role): (.+)$")
    result = pd.DataFrame({"framework": table["case"], "year": table["date"].astype(int), "part": parts[0]})
    return result.assign(item=parts[1], meaning=table["explanation"], source=table["source"])


def _fairs(table: pd.DataFrame) -> pd.DataFrame:
    """Trade fairs: where they are held, where exhibitors come from, and how many."""
    table = table.rename(columns={"definition_or_value": "value", "concept_or_result": "indicator", "year": "date"})
    origin = table["indicator"].str.extract(FAIRS)[0]
    table["place"] = table["indicator"].str.extract(COUNTRY)[0].fillna("Germany")
    table["origin"] = origin
    table["indicator"] = table["indicator"].str.replace(COUNTRY, "", regex=True)
    table["indicator"] = table["indicator"].mask(origin.notna(), "exhibitors of the international and national fairs")
    table = with_quantities(with_dates(table, "date"))
    first = ["place", "origin", "date", "start", "end", "precision", "indicator"]
    return table[[*first, "value", "value_low", "value_high", "value_flag", "unit", "note", "source"]]


def build() -> None:
    """Write the three packages."""
    cases, frameworks = business_ecosystems()
    results, fairs, concepts = proximity_results()
    write_package("business_ecosystems", {"business_ecosystems": csv_text(cases), "frameworks": csv_text(frameworks)})
    files = {"proximity_results": csv_text(results), "trade_fairs": csv_text(fairs), "concepts": csv_text(concepts)}
    write_package("proximity_results", files)
    write_package("model_parameters", {"model_parameters": csv_text(model_parameters())})
