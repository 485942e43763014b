"""Which rows of a table of counts must stay unpublished, so that no group of one to four people can be worked out.

A set of counts (women and men; three ages; eight professions) is published whole or not at all. A row is withheld if
one of its counts is 1 to 4, or if it holds fewer than five people. Since totals are published too, others are withheld
with it (complementary suppression) until each small count could, from all that is published, be nobody as well as five
or more.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

FEWEST = 5


@dataclass(frozen=True)
class Withheld:
    """Codes of the régions and of the départements whose set of counts is not published."""

    regions: frozenset[str]
    departements: frozenset[str]


def withheld(regions: pd.DataFrame, departements: pd.DataFrame, region_of: pd.Series) -> Withheld:
    """Rows to withhold of two levels whose sums are published: France over régions, each région over its départements.

    `departements` is empty where a role is not published by département; `region_of` maps départements to régions.
    """
    homes = region_of.reindex(departements.index).to_numpy()
    groups = dict(list(departements.groupby(homes)))
    inside = {code: _completed(rows, rows.iloc[:0], []) for code, rows in groups.items()}
    overflow = [code for code, codes in inside.items() if codes is None]
    hidden = _completed(regions, departements.set_axis(homes), overflow)
    assert hidden is not None, "the counts of France itself are too small"
    below = [code for region, rows in groups.items() for code in (rows.index if region in hidden else inside[region])]
    return Withheld(frozenset(hidden), frozenset(below))


def small(counts: pd.DataFrame) -> pd.DataFrame:
    """Which counts are too small to be told: 1 to 4."""
    return (counts > 0) & (counts < FEWEST)


def _completed(rows: pd.DataFrame, parts: pd.DataFrame, start: list[str]) -> list[str] | None:
    """Rows to withhold below a published total: `start`, the small ones, then the least numerous until all are safe.

    `parts` are rows of the level below, indexed by the row they belong to, safe as well. None if even all rows do not
    do: the total has to be withheld.
    """
    order = rows.sum(axis=1).sort_values(kind="stable").index
    first = set(start) | set(rows.index[small(rows).any(axis=1)])
    hidden, rest = [c for c in order if c in first], [c for c in order if c not in first]
    cells = pd.concat([rows, parts])
    while not _safe(cells[cells.index.isin(hidden)], rows.loc[hidden]):
        if not rest:
            return None
        hidden.append(rest.pop(0))
    return hidden


def _safe(cells: pd.DataFrame, block: pd.DataFrame) -> bool:
    """Whether each small count of `cells` may be 0 and may be 5 or more, given the sums by row and column of `block`.

    These are the bounds of a two-way table with known margins: at most the smaller margin, at least what the other
    rows cannot hold.
    """
    people, totals = cells.sum(axis=1), block.sum()
    for category in cells:
        n = people[small(cells)[category]]
        most, least = n.clip(upper=totals[category]), n + totals[category] - totals.sum()
        if (most < n.clip(upper=FEWEST)).any() or (least > 0).any():
            return False
    return True
