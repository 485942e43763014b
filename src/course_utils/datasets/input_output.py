"""One year of the input-output table as arrays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .loading import load

# Of each country: its levels and the ending of their tables' names, and the level and year of the call without them.
TABLES = {"brazil": {12: "_12", 68: "_68"}, "germany": {6: ""}}
DEFAULTS = {"brazil": (12, 2019), "germany": (6, 1995)}
# Written out: the explorers' cache finds the data that code depends on by the names that stand in it.
PACKAGES = {"brazil": "input_output_brazil", "germany": "input_output_germany"}


@dataclass(frozen=True, eq=False)
class InputOutput:
    """An economy of n sectors in one year.

    Parameters
    ----------
    year : int
        The year.
    sectors : list of str
        Names of the sectors, n.
    Z : numpy.ndarray
        (n, n), what the row's sector sold to the column's, millions of the country's money (reais, euro).
    x : numpy.ndarray
        (n,), output, millions: ``Z.sum(axis=1) + final_demand``.
    employment : numpy.ndarray
        (n,), persons.
    value_added, compensation, final_demand, imports_taxes : numpy.ndarray
        (n,), millions.
    """

    year: int
    sectors: list[str]
    Z: np.ndarray
    x: np.ndarray
    employment: np.ndarray
    value_added: np.ndarray
    compensation: np.ndarray
    final_demand: np.ndarray
    imports_taxes: np.ndarray


def input_output(level: int | None = None, year: int | None = None, country: str = "brazil") -> InputOutput:
    """Input-output table of one country and year, Brazil's of 2019 with 12 sectors by default.

    Parameters
    ----------
    level : int, optional
        Number of sectors: 12 or 68 for Brazil, 6 for Germany. The smallest by default.
    year : int, optional
        Brazil: 2010 to 2021 for 12 sectors, 2019 (the default) for 68. Germany: 1995.
    country : {"brazil", "germany"}
        The country.

    Returns
    -------
    InputOutput
        Sectors in the order of the source, read-only arrays.

    Raises
    ------
    ValueError
        If there is no table of that country, level or year.

    Examples
    --------
    >>> table = input_output()
    >>> table.Z.shape, table.sectors[2]
    ((12, 12), 'Manufacturing')
    >>> input_output(country="germany").sectors[:3]
    ['Agriculture', 'Industry', 'Construction']
    """
    if country not in TABLES:
        raise ValueError(f"country must be one of {sorted(TABLES)}, not {country!r}")
    level = DEFAULTS[country][0] if level is None else level
    year = DEFAULTS[country][1] if year is None else year
    if level not in TABLES[country]:
        raise ValueError(f"level must be one of {tuple(TABLES[country])}, not {level!r}")
    name, ending = PACKAGES[country], TABLES[country][level]
    sectors = load(name, f"sectors{ending}")
    years = sorted(sectors["year"].unique().tolist())
    if year not in years:
        raise ValueError(f"year must be one of {years} for {level} sectors, not {year!r}")
    accounts = sectors[sectors["year"] == year].set_index("sector")
    names = accounts.index.tolist()
    flows = load(name, f"flows{ending}").query("year == @year")
    matrix = flows.pivot(index="from", columns="to", values="value").loc[names, names]
    columns = ("employment", "value_added", "compensation", "final_demand", "imports_taxes")
    arrays = {column: _fixed(accounts[column]) for column in columns}
    return InputOutput(year, names, _fixed(matrix), _fixed(accounts["output"]), **arrays)


def _fixed(values: object) -> np.ndarray:
    array = np.array(values, dtype=float)
    array.flags.writeable = False
    return array
