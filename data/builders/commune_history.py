"""Number of communes since 1943 and what changed it, from the history of INSEE's official geographical code."""

from __future__ import annotations

import pandas as pd

from .primary import VERSIONS, records

FIRST, LAST = 1943, 2019
# The source's reasons, by what happened. A reason ends or starts the record of a commune; kinds whose communes only
# change (name, département, seat, inner form) end as many records as they start.
EVENTS = {
    "fusion simple": "merger",
    "fusion-association": "merger with associated communes",
    "commune nouvelle": "commune nouvelle",
    "commune devenant déléguée": "commune nouvelle",
    "commune devenant commune déléguée": "commune nouvelle",
    "commune restant ou devenant commune déléguée": "commune nouvelle",
    "commune absorbée par la commune nouvelle": "commune nouvelle",
    "dissolution ou élargissement de la commune nouvelle": "commune nouvelle",
    "dissolution de la fusion-association dans une commune nouvelle": "commune nouvelle",
    "changement de département + commune devenant déléguée": "commune nouvelle",
    "changement de département + commune devenant commune déléguée": "commune nouvelle",
    "dé-fusion": "separation",
    "rétablissement": "separation",
    "création": "creation",
    "suppression": "abolition",
    "changement de nom": "change of name",
    "renommage suite à création d’une commune fille": "change of name",
    "changement de département": "change of département",
    "changement de chef lieu": "change of seat",
    "fusion totale": "association made complete",
    "fusion partielle": "association made complete",
    "recomposition de la commune groupe": "association reduced",
}


def counts() -> pd.DataFrame:
    """Communes on 1 January of each year: all, metropolitan, overseas; and those that began and ended in the year."""
    table = _communes()
    overseas = table["code"].str.startswith("97")
    rows = []
    for year in range(FIRST, LAST + 1):
        there = _exist(table, f"{year}-01-01")
        rows.append((year, there.sum(), (there & ~overseas).sum(), (there & overseas).sum()))
    frame = pd.DataFrame(rows, columns=["year", "communes", "metropolitan", "overseas"])
    change = events().groupby("year")["change"].sum().reindex(frame["year"], fill_value=0).to_numpy()
    frame["communes_end"] = _exist(table, "1942-12-31").sum() + change.cumsum()
    # The history stops on 1 January 2019, so the end of that year is not known.
    frame["communes_end"] = frame["communes_end"].astype(float).where(frame["year"] < LAST)
    return frame


def events() -> pd.DataFrame:
    """One row a year and reason of the source: records of communes ended and started, and the difference."""
    table = _communes()
    ended, started = (
        table.assign(year=pd.to_numeric(table[f"date{side}"].str[:4]), reason=table[f"raison{side}"])
        .dropna(subset=["reason"])
        .groupby(["year", "reason"])
        .size()
        for side in ("Fin", "Debut")
    )
    frame = pd.DataFrame({"ended": ended, "started": started}).fillna(0).astype(int).reset_index()
    frame["event"] = frame["reason"].map(EVENTS)
    assert frame["event"].notna().all(), frame.loc[frame["event"].isna(), "reason"].unique()
    frame["change"] = frame["started"] - frame["ended"]
    frame["year"] = frame["year"].astype(int)
    frame = frame.sort_values(["year", "event", "reason"], ignore_index=True)
    return frame[["year", "event", "reason", "ended", "started", "change"]]


def _communes() -> pd.DataFrame:
    """Records of communes (delegated and associated communes, and arrondissements, are left out)."""
    table = pd.DataFrame(records(VERSIONS[2019], "historique-communes"))
    return table[table["type"] == "COM"]


def _exist(table: pd.DataFrame, day: str) -> pd.Series:
    begun = table["dateDebut"].isna() | (table["dateDebut"] <= day)
    return begun & (table["dateFin"].isna() | (table["dateFin"] > day))
