"""The French mergers of the dataset as cases: who, when, how many, and what the model asks of them."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

import pandas as pd

from course_utils.concepts.national_champions.thresholds import gain_for, gain_for_price
from course_utils.datasets import load, territories

#: Names that fit beside a picture; a merger that is not here keeps the name of the dataset.
SHORT = {
    "CII - Compagnie internationale pour l'informatique": "CII",
    "Pechiney-Ugine-Kuhlmann (PUK)": "PUK",
    "Société nationale Elf Aquitaine": "Elf Aquitaine",
    "SNIAS / Aérospatiale": "SNIAS",
    "Saint-Gobain-Pont-à-Mousson": "Saint-Gobain-P.-à-M.",
    "Usinor + Lorraine-Escaut": "Usinor + L.-Escaut",
}
#: Borders of the model: key -> tariff; None shuts the foreign firm out.
BORDERS: dict[str, float | None] = {"closed": None, "open": 0.0}
COUNT = re.compile(r"(?:\b([A-Z][\w-]+) )?(\d{2,3}),(\d{3})\b")
YEAR = re.compile(r"\b(19\d\d)\b")


@dataclass(frozen=True)
class Case:
    """A merger of the dataset.

    Parameters
    ----------
    firm, short : str
        Name in the dataset, and one that fits beside a picture.
    sector : str
    partners : tuple of str
        Firms that went into it.
    date : str
        As the source gives it.
    start, end : float
        First and last day that the date may mean, in years.
    """

    firm: str
    short: str
    sector: str
    partners: tuple[str, ...]
    date: str
    start: float
    end: float


@functools.cache
def cases() -> dict[str, Case]:
    """Return the mergers whose partners the dataset names, by key, the earliest first.

    Examples
    --------
    >>> len(cases()), cases()["snias"].partners
    (12, ('Sud-Aviation', 'Nord-Aviation', 'SEREB'))
    """
    firms = load("national_champions").set_index("firm")
    partners = load("national_champions", "partners").groupby("firm", sort=False)["partner"].agg(tuple)
    steps = load("national_champions", "steps")
    found = [_case(firm, who, str(firms.at[firm, "sector"]), steps) for firm, who in partners.items()]
    return {_key(case.short): case for case in sorted(found, key=lambda c: (c.start, c.end))}


def _case(firm: str, partners: tuple[str, ...], sector: str, steps: pd.DataFrame) -> Case:
    own = steps[steps["firm"] == firm]
    mergers = own[own["event"].astype(str).str.contains("merger")]
    step = (mergers if len(mergers) else own).iloc[0]
    start, end = (_years(step[end]) for end in ("start", "end"))
    return Case(firm, SHORT.get(firm, firm), sector, partners, str(step["date"]), start, end)


def _years(day: pd.Timestamp) -> float:
    return round(day.year + (day.day_of_year - 1) / 365.25, 2)


def _key(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")


def table() -> pd.DataFrame:
    """Return the cases with the scale gain, out of a cost of 20, that a merger of so many of four firms would need.

    Returns
    -------
    DataFrame
        Index: short name; columns ``date``, ``sector``, ``partners`` (how many) and, for closed and for open borders,
        the gain from which on the partners and the nation do not lose; 0 where any gain will do.
    """
    rows = []
    for case in cases().values():
        row = {"date": case.date, "sector": case.sector, "partners": len(case.partners)}
        for borders in BORDERS:
            row |= {f"{who}_{borders}": max(needed(case, borders)[who], 0.0) for who in ("partners", "nation")}
        rows.append(row)
    return pd.DataFrame(rows, index=pd.Index([case.short for case in cases().values()], name="merger"))


def needed(case: Case, borders: str) -> dict[str, float]:
    """Return the gain from which on partners and nation do not lose, and that at which the price stays.

    Parameters
    ----------
    case : Case
        Its number of partners merges, out of the four firms of the model.
    borders : {"closed", "open"}
    """
    merged, tariff = len(case.partners), BORDERS[borders]
    start = {who: gain_for(who, merged, 0.0, tariff) for who in ("partners", "nation")}
    return start | {"price": gain_for_price(merged, tariff)}


@functools.cache
def workforces() -> pd.DataFrame:
    """Return the numbers of employees that the dataset gives for single firms.

    Returns
    -------
    DataFrame
        Columns ``firm``, ``employees`` and ``year``, the smallest firm first.
    """
    found = load("national_champions")
    rows = []
    for row in found[found["type"] != "nationalisation"].itertuples():
        for name, thousands, rest in COUNT.findall(str(row.facts)):
            said = YEAR.search(str(row.facts))
            year = int(said[1]) if said else row.start.year
            rows.append((name or SHORT.get(str(row.firm), str(row.firm)), int(thousands + rest), year))
    return pd.DataFrame(rows, columns=["firm", "employees", "year"]).sort_values("employees", ignore_index=True)


@functools.cache
def industry_jobs() -> dict[str, int]:
    """Return persons employed in industry in 2018, by code of the département."""
    jobs = load("employment_departements").query("year == 2018 and sector == 'industry'")
    return {str(code): int(count) for code, count in zip(jobs["departement"], jobs["employment"], strict=True)}


@functools.cache
def works() -> dict[str, list[str]]:
    """Return the poles of `growth_poles` that a champion of the dataset led, by code of the département.

    Examples
    --------
    >>> sorted(works())
    ['13', '57', '59', '64']
    """
    firms = load("national_champions")
    names = [*firms.loc[firms["type"] != "programme", "firm"], *load("national_champions", "partners")["partner"]]
    known = {re.split(r"[ /-]", str(name))[0] for name in names}
    found: dict[str, list[str]] = {}
    for pole in load("growth_poles").dropna(subset=["commune"]).itertuples():
        if known & set(re.findall(r"\w+", str(pole.lead_firm_or_body))):
            found.setdefault(_departement(str(pole.commune)), []).append(str(pole.pole))
    return found


def _departement(commune: str) -> str:
    codes = territories("departement").index
    return next(str(code) for code in codes if commune.startswith(str(code)))
