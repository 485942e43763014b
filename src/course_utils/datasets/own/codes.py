"""Codes of French territories: are they known, what was probably meant, and which larger place a commune is part of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import cache

from ..loading import load

#: Municipal arrondissements of Paris, Lyon and Marseille: first three characters -> the commune.
ARRONDISSEMENTS = {"751": "75056", "6938": "69123", "132": "13055"}
WIDTHS = {"departement": 2, "region": 2, "epci": 9, "commune": 5}
CALLED = {"departement": "département", "region": "région", "epci": "EPCI", "commune": "commune"}


@cache
def known(level: str) -> dict[str, str]:
    """Names of all territories of a level, by code.

    Examples
    --------
    >>> known("departement")["2A"]
    'Corse-du-Sud'
    """
    tables = {"departement": "departements", "region": "regions", "commune": "communes", "epci": "epci"}
    column = "epci" if level == "epci" else "code"
    table = load(tables[level])
    return dict(zip(table[column].astype(str), table["name"].astype(str), strict=True))


def meant(code: str, level: str) -> str:
    """What an unknown code probably stands for: "" if there is no telling.

    Examples
    --------
    >>> meant("1", "departement"), meant("Isère", "departement"), meant("2a", "departement")
    ("'01' (Ain)", "'38' (Isère)", "'2A' (Corse-du-Sud)")
    """
    names = known(level)
    whole = code.removesuffix(".0")
    part = _whole_commune(code) if level == "commune" else ""
    for candidate in (whole.zfill(WIDTHS[level]), whole.upper(), whole.replace(" ", ""), part):
        if candidate in names:
            return f"{candidate!r} ({names[candidate]})"
    same = [key for key, name in names.items() if name.casefold() == code.casefold()]
    same = same or get_close_matches(code.upper(), names, n=1, cutoff=0.6)
    return f"{same[0]!r} ({names[same[0]]})" if same else ""


def rolled(code: str, level: str) -> str | None:
    """The territory of `level` that a commune is part of; None if it is not known.

    Examples
    --------
    >>> rolled("38185", "departement"), rolled("69383", "commune"), rolled("38185", "epci")
    ('38', '69123', '200040715')
    """
    commune = _whole_commune(code)
    if level == "departement":  # communes that have merged since keep their département
        departement = commune[:3] if commune.startswith("97") else commune[:2]
        return departement if departement in known("departement") and len(commune) == 5 else None
    return _parents(level).get(commune)


def unknown(codes: Iterable[str], level: str) -> list[str]:
    """Those of the codes that no territory of the level has, in their order."""
    return [code for code in codes if code not in known(level)]


def advice(wrong: Sequence[str], level: str) -> str:
    """How to mend codes that are not known: the level that they belong to, or what the first of them stands for."""
    other = next((name for name in CALLED if name != level and set(wrong) <= known(name).keys()), None)
    if other and not meant(wrong[0], level):
        return f'They are codes of {CALLED[other]}s: say level="{other}"'
    guess = meant(wrong[0], level)
    question = f"Did you mean {guess} for {wrong[0]!r}? " if guess else ""
    if level != "epci" and wrong[0].removesuffix(".0").isdigit() and len(wrong[0]) < WIDTHS[level]:
        return f"{question}Excel drops leading zeros: format the column as text before you type or import codes"
    return f"{question}Codes are texts, those of each {CALLED[level]} of 2026"


def _whole_commune(code: str) -> str:
    """The commune of a municipal arrondissement; any other code as it is."""
    for start, whole in ARRONDISSEMENTS.items():
        if len(code) == 5 and code.startswith(start) and (start != "132" or "13201" <= code <= "13216"):
            return whole
    return code


@cache
def _parents(level: str) -> dict[str, str]:
    """Commune -> territory of the level."""
    communes = load("communes").dropna(subset=["epci"] if level == "epci" else [])
    parents = communes["code" if level == "commune" else level].astype(str)
    return dict(zip(communes["code"], parents, strict=True))
