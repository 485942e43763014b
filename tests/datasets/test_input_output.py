"""`input_output`: the table as arrays."""

from __future__ import annotations

import numpy as np
import pytest

from course_utils.datasets import InputOutput, input_output

CASES = [(12, year) for year in range(2010, 2022)] + [(68, 2019)]


@pytest.mark.parametrize(("level", "year"), CASES)
def test_identities(level: int, year: int) -> None:
    table = input_output(level, year)
    assert isinstance(table, InputOutput) and table.year == year
    assert table.Z.shape == (level, level) and len(table.sectors) == len(set(table.sectors)) == level
    bought = table.Z.sum(axis=0) + table.imports_taxes + table.value_added
    np.testing.assert_allclose(table.Z.sum(axis=1) + table.final_demand, table.x, atol=0.05)
    np.testing.assert_allclose(bought, table.x, atol=0.05)


@pytest.mark.parametrize(("level", "year"), CASES)
def test_the_economy_is_productive(level: int, year: int) -> None:
    table = input_output(level, year)
    assert ((table.Z / table.x).sum(axis=0) < 1).all()
    assert (table.employment > 0).all() and (table.compensation > 0).all()
    # Sugar mills of 2019 paid more in wages than they added in value: their surplus was negative.
    assert {s for s, w, v in zip(table.sectors, table.compensation, table.value_added, strict=True) if w > v} <= {
        "Sugar"
    }


def test_both_levels_describe_the_same_economy() -> None:
    coarse, fine = input_output(12, 2019), input_output(68, 2019)
    for name in ("x", "employment", "value_added", "compensation"):
        assert getattr(coarse, name).sum() == pytest.approx(getattr(fine, name).sum(), rel=1e-9)


def test_arrays_are_read_only() -> None:
    with pytest.raises(ValueError, match="read-only"):
        input_output().Z[0, 0] = 1


def test_wrong_level_or_year() -> None:
    with pytest.raises(ValueError, match="level must be one of"):
        input_output(20)
    with pytest.raises(ValueError, match=r"year must be one of .*2010.*not 2009"):
        input_output(12, 2009)
    with pytest.raises(ValueError, match=r"year must be one of \[2019\] for 68"):
        input_output(68, 2020)
    with pytest.raises(ValueError, match=r"level must be one of \(6,\), not 12"):
        input_output(12, country="germany")
    with pytest.raises(ValueError, match=r"year must be one of \[1995\] for 6 sectors, not 2019"):
        input_output(6, 2019, country="germany")
    with pytest.raises(ValueError, match=r"country must be one of \['brazil', 'germany'\], not 'france'"):
        input_output(country="france")


def test_defaults() -> None:
    assert (input_output().year, len(input_output().sectors)) == (2019, 12)
    assert (input_output(68).year, input_output(year=2010).year) == (2019, 2010)
    german = input_output(country="germany")
    assert (german.year, len(german.sectors)) == (1995, 6)


def test_germany_closes_to_the_million() -> None:
    table = input_output(country="germany")
    assert np.array_equal(table.Z.sum(axis=1) + table.final_demand, table.x)
    assert np.array_equal(table.Z.sum(axis=0) + table.imports_taxes + table.value_added, table.x)
    assert table.employment.sum() == 36_428_000
