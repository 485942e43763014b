"""What became of each pôle: kind of end, interval of its date, and the links between pôles."""

from __future__ import annotations

import pandas as pd

from .compiled_tables import COMPILED

# Relations that end the label of the pôle they start from; the others only pass on members or territory.
ENDING = ("merged", "absorbed")
PHASE_5 = "2023-03-27"
EXIT = ["exit", "exit_earliest", "exit_latest", "merged_into", "exit_basis"]


def links(poles: pd.DataFrame) -> pd.DataFrame:
    """One row a link between two pôles (or a pôle and the joint one), with the sources of the pôle it starts from."""
    table = pd.read_csv(COMPILED / "pole_links.csv", dtype=str)
    later = poles["later_names"].dropna().str.split("; ").explode()
    known = set(pd.concat([poles["name"], later, poles["phase_4_label"], poles["phase_5_label"]]))
    assert set(table["from"]) <= set(poles["name"]), set(table["from"]) - set(poles["name"])
    assert set(table["into"]) <= known, set(table["into"]) - known
    table["source"] = table["from"].map(poles.set_index("name")["source"])
    return table.sort_values(["earliest", "from", "into"]).reset_index(drop=True)


def exits(poles: pd.DataFrame) -> pd.DataFrame:
    """One row a pôle, in the order of the table: exit, interval, what it merged into, and on what this rests.

    Where no end is known, exit_earliest is the last day on which a source shows the label and exit_latest is empty.
    """
    own = pd.read_csv(COMPILED / "pole_exits.csv", dtype=str).set_index("pole")
    table = links(poles)
    ended = table[table["relation"].isin(ENDING)].set_index("from")
    ended = ended.rename(columns={"earliest": "exit_earliest", "latest": "exit_latest", "date_basis": "exit_basis"})
    ended = ended.assign(exit="merged", merged_into=ended["into"])
    assert not set(ended.index) & set(own.index)
    rest = poles.set_index("name").drop([*own.index, *ended.index])
    assert rest["phase_5"].str.startswith("active").all(), rest[~rest["phase_5"].str.startswith("active", na=False)]
    alive = pd.DataFrame(
        {"exit": "none known", "exit_earliest": PHASE_5, "exit_basis": "labelled in phase V"}, rest.index
    )
    return pd.concat([own, ended, alive]).reindex(columns=EXIT).loc[poles["name"]].reset_index(drop=True)
