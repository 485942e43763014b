"""One year of the input-output table as arrays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .loading import load

LEVELS = (12, 68)


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
        (n, n), what the row's sector sold to the column's, million reais.
    x : numpy.ndarray
        (n,), output, million reais: ``Z.sum(axis=1) + final_demand``.
    employment : numpy.ndarray
        (n,), persons.
    value_added, compensation, final_demand, imports_taxes : numpy.ndarray
        (n,), million reais.
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


def input_output(level: int = 12, year: int = 2019) -> InputOutput:
    """Brazil's input-output table of one year.

    Parameters
    ----------
    level : {12, 68}
        Number of sectors.
    year : int
        2010 to 2021 for 12 sectors, 2019 for 68.

    Returns
    -------
    InputOutput
        Sectors in the order of the source, read-only arrays.

    Raises
    ------
    ValueError
        If there is no table of that level or year.

    Examples
    --------
    >>> table = input_output()
    >>> table.Z.shape, table.sectors[2]
    ((12, 12), 'Manufacturing')
    """
    if level not in LEVELS:
        raise ValueError(f"level must be one of {LEVELS}, not {level!r}")
    sectors = load("input_output_brazil", f"sectors_{level}")
    years = sorted(sectors["year"].unique().tolist())
    if year not in years:
        raise ValueError(f"year must be one of {years} for {level} sectors, not {year!r}")
    accounts = sectors[sectors["year"] == year].set_index("sector")
    names = accounts.index.tolist()
    flows = load("input_output_brazil", f"flows_{level}").query("year == @year")
    matrix = flows.pivot(index="from", columns="to", values="value").loc[names, names]
    columns = ("employment", "value_added", "compensation", "final_demand", "imports_taxes")
    arrays = {column: _fixed(accounts[column]) for column in columns}
    return InputOutput(year, names, _fixed(matrix), _fixed(accounts["output"]), **arrays)


def _fixed(values: object) -> np.ndarray:
    array = np.array(values, dtype=float)
    array.flags.writeable = False
    return array
