"""Tables that name towns, matched by hand with the codes of communes and checked against the table of communes."""

from __future__ import annotations

import pandas as pd

from ._package import built
from .compiled_tables import COMPILED


def located(name: str) -> pd.DataFrame:
    """A table with columns town and commune (code), each pair checked against the table of communes of 2026."""
    table = pd.read_csv(COMPILED / name, dtype=str)
    found = table["commune"].map(built("communes").set_index("code")["name"])
    assert (found == table["town"]).all(), table.assign(found=found)[found != table["town"]]
    return table
