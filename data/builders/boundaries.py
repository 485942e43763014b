"""Carry figures of older communes to the communes of 2026: which commune each former one belongs to today."""

from __future__ import annotations

from functools import cache

import pandas as pd

from .fetch import HERE
from .primary import VERSIONS, absorbed, communes

# Communes that left a merged commune: its figures from before include theirs (read off `absorbed` and the new codes).
SPLIT_FROM = {
    "14666": "14712",  # Sannerville, 2020
    "60694": "60054",  # Les Hauts-Talican kept the other members and took a new code, 2024
    "85165": "85084", "85212": "85084",  # L'Oie and Sainte-Florence, 2024
    "15031": "15141", "15035": "15141", "15047": "15141", "15171": "15141",  # four members of Neussargues-Moissac, 2025
}  # fmt: skip


@cache
def today() -> frozenset[str]:
    """Codes of the communes of 2026."""
    return frozenset(communes(VERSIONS[2026]))


@cache
def successors() -> dict[str, str]:
    """Today's commune of every commune since 2019 that is no more, merged or given a new code."""
    links: dict[str, str] = {}
    for version in VERSIONS.values():
        links |= absorbed(version)
    table = pd.read_csv(HERE / "compiled" / "merged_communes.csv", dtype=str)
    links |= dict(zip(table["commune"], table["joined"], strict=True))
    return {code: _follow(code, links) for code in links if code not in today()}


def carry(figures: pd.Series) -> pd.Series:
    """Sum figures of older communes over the communes of 2026; a commune without any figure stays missing."""
    links = successors()
    codes = figures.index.map(lambda code: links.get(code, code))
    lost = sorted(set(codes) - today())
    assert not lost, f"no successor known: {lost}"
    return figures.groupby(codes).sum(min_count=1).reindex(sorted(today()))


def changes(series: pd.DataFrame) -> pd.Series:
    """``merged``, ``split`` or ``none`` for each commune of 2026, from the codes of the vintages (one column each)."""
    existed = {code for column in series for code in series[column].dropna().index} - today()
    merged = {successors()[code] for code in existed}
    split = set(SPLIT_FROM) | set(SPLIT_FROM.values())
    kinds = {code: "split" if code in split else "merged" if code in merged else "none" for code in today()}
    return pd.Series(kinds, name="boundary_change").sort_index()


def _follow(code: str, links: dict[str, str]) -> str:
    seen = {code}
    while code not in today():
        code = links[code]
        assert code not in seen, f"{code}: its successors run in a circle"
        seen.add(code)
    return code
