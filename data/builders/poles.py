"""Pôles de compétitivité, 2005-2024: the 83 labels, their regions and links, counts by decision, calls for projects."""

from __future__ import annotations

import pandas as pd

from ._dates import with_dates
from ._package import built, csv_gz, csv_text, write_package
from .compiled_tables import COMPILED, compiled, plain
from .located import located
from .pole_counts import by_year, fui
from .pole_exits import EXIT, exits, links

NAMES = {
    "later_or_other_names": "later_names",
    "label_date_basis": "label_basis",
    "class_at_label": "class",
    "phase_IV_2019_2022": "phase_4",
    "phase_V_2023_2026": "phase_5",
}
SHORT = {"PACA": "Provence-Alpes-Côte d'Azur"}
BOTH_NORMANDIES = "Haute- and Basse-Normandie"
# Years of a label, by what the sources say of it; an active pôle without such words had the full four years.
YEARS = {r"label 1 year|12-month": 1, r"2-year": 2}


def poles() -> pd.DataFrame:
    """One row a pôle, ever labelled."""
    table = with_dates(_read().rename(columns=NAMES), "label_date")
    table = table.rename(columns={part: f"label_{part}" for part in ("start", "end", "precision")})
    table["class_basis"] = table["class_basis"].fillna("classes no longer used")  # "n/a" when it was compiled
    table["theme_group"] = table["name"].map(_own("pole_themes.csv")["theme_group"])
    table = table.join(_places(), on="name")
    for phase in ("phase_4", "phase_5"):
        table[f"{phase}_label"], table[f"{phase}_years"] = _label(table, phase), _years(table[phase])
    table[EXIT] = exits(table)
    label = ["label_date", "label_start", "label_end", "label_precision", "label_basis", "class", "class_basis"]
    place = ["regions_at_label", "main_city", "commune", "longitude", "latitude", "place_basis", "theme", "theme_group"]
    phases = [f"phase_{n}{part}" for n in (4, 5) for part in ("", "_label", "_years")]
    last = ["fate", *EXIT, "verified_fields", "source", "note"]
    return table[["name", "later_names", *label, *place, *phases, *last]]


def regions(table: pd.DataFrame) -> pd.DataFrame:
    """One row a pôle and région: of the old map, or of the new one for the labels of 2023 and 2024."""
    parts = table[["name", "regions_at_label", "source"]].rename(columns={"name": "pole"})
    text = parts["regions_at_label"].str.replace(BOTH_NORMANDIES, "Haute-Normandie; Basse-Normandie")
    parts = parts.assign(region=text.str.split("; ")).explode("region", ignore_index=True)
    parts["remark"] = parts["region"].str.extract(r"\((.*)\)$")[0]
    parts["region"] = parts["region"].str.replace(r" \(.*\)$", "", regex=True).replace(SHORT)
    recent = parts["pole"].map(table.set_index("name")["label_start"]) >= "2016"
    parts["map"] = recent.map({True: "13 régions (2016)", False: "22 régions (to 2015)"})
    old, new = _codes("old"), _codes("new")
    code = [(new if late else old)[plain(name)] for late, name in zip(recent, parts["region"], strict=True)]
    return parts.assign(region_code=code)[["pole", "region", "region_code", "map", "remark", "source"]]


def _read() -> pd.DataFrame:
    """The compiled table with our own later readings put in and their sources added."""
    table = compiled("poles_competitivite.csv").set_index("name")
    for reading in pd.read_csv(COMPILED / "pole_readings.csv", dtype=str).itertuples():
        table.loc[reading.pole, reading.field] = reading.value
        if isinstance(reading.source, str) and reading.source not in table.loc[reading.pole, "source"]:
            table.loc[reading.pole, "source"] += f" | {reading.source}"
    return table.reset_index()


def _own(name: str) -> pd.DataFrame:
    return pd.read_csv(COMPILED / name, dtype=str).set_index("pole")


def _places() -> pd.DataFrame:
    """Commune and centre of the main town, where one town is given (or two neighbours)."""
    places = located("pole_towns.csv").set_index("pole")[["commune", "place_basis"]]
    return places.join(built("communes").set_index("code")[["longitude", "latitude"]], on="commune")


def _label(table: pd.DataFrame, phase: str) -> pd.Series:
    """The name of the label that a pôle held in a phase: its own, or the one that it shared or took."""
    said = table[phase].str.replace(r" \(derived:.*\)$", "", regex=True)
    active = said.str.startswith("active", na=False)
    other = said.str.extract(r"\bas ([^(]+?)(?: \(|$)")[0]
    return other.fillna(table["name"]).where(active)


def _years(text: pd.Series) -> pd.Series:
    """Length of the label in years; empty where the text says only that it was labelled later."""
    years = pd.Series(4.0, text.index).where(text.str.startswith("active", na=False))
    for words, length in YEARS.items():
        years = years.mask(text.str.contains(words, na=False), length)
    return years.mask(text.str.contains("labelled 2024", na=False))


def _codes(which: str) -> dict[str, str]:
    """INSEE codes of the old or the new régions by plain name."""
    if which == "old":
        pairs = compiled("population_old_regions.csv")[["region", "region_code"]].drop_duplicates()
    else:
        pairs = built("regions")[["name", "code"]]
    return {plain(name): code for name, code in pairs.itertuples(index=False)}


def build() -> None:
    """Write the three packages."""
    table = poles()
    files = {"poles_competitivite": csv_gz(table), "regions": csv_gz(regions(table)), "links": csv_text(links(table))}
    write_package("poles_competitivite", files)
    write_package("poles_by_year", {"poles_by_year": csv_text(by_year())})
    write_package("fui_calls", {"fui_calls": csv_text(fui())})
