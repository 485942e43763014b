"""Figures as sources give them ("1,600", "55-70", "% (more than)") turned into numbers with their range and a flag."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pandas as pd

NUMBER = r"-?\d+(?:\.\d+)?"
RANGE = re.compile(rf"({NUMBER})\s*(?:-|–|to)\s*({NUMBER})")
# Words in brackets after a unit, and what they say of the number.
WORDS = {
    "over": "at least",
    "more than": "at least",
    "at least": "at least",
    "up to": "at most",
    "less than": "at most",
    "at most": "at most",
    "about": "about",
    "around": "about",
    "nearly": "about",
    "almost": "about",
}
BRACKETS = re.compile(rf"\s*\(({'|'.join(WORDS)})\)")


@dataclass(frozen=True)
class Quantity:
    """A number or a range, and a flag: exact, about, at least, at most, range or none."""

    value: float | None
    low: float | None
    high: float | None
    flag: str


def quantity(value: str, word: str = "") -> Quantity:
    """Read "95", "50-125" or nothing, with the word that qualifies it.

    Raises
    ------
    ValueError
        If the text is no number, no range and not empty: the builder must say what to do with it.
    """
    text = "" if pd.isna(value) else str(value).replace(",", "").strip()
    if not text:
        return Quantity(None, None, None, "none")
    found = RANGE.fullmatch(text)
    if found:
        return Quantity(None, float(found[1]), float(found[2]), "range")
    number, flag = float(text), WORDS.get(word, "exact")
    return Quantity(number, number if flag == "at least" else None, number if flag == "at most" else None, flag)


def with_quantities(table: pd.DataFrame, value: str = "value", unit: str = "unit") -> pd.DataFrame:
    """Turn the column `value` into value, value_low, value_high, value_flag; the word in brackets leaves the unit."""
    units = table[unit].fillna("")
    words = units.str.extract(BRACKETS)[0].fillna("")
    read = [quantity(number, word) for number, word in zip(table[value], words, strict=True)]
    result = table.assign(**{unit: units.str.replace(BRACKETS, "", regex=True).str.strip()})
    place = list(result).index(value)
    result = result.drop(columns=value)
    for offset, part in enumerate(("value", "low", "high", "flag")):
        name = value if part == "value" else f"{value}_{part}"
        result.insert(place + offset, name, [getattr(item, part) for item in read])
    return result
