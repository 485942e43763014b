"""Locational Gini and the two indices of concentration: enumeration, limits and what chance gives."""

from __future__ import annotations

import itertools
import warnings
from collections.abc import Callable

import numpy as np
import pytest

from course_utils.measures import Concentration, ellison_glaeser, locational_gini, lorenz, maurel_sedillot

INDICES = [ellison_glaeser, maurel_sedillot]
Index = Callable[..., Concentration]
X = np.array([0.5, 0.3, 0.2])
Z = np.array([0.6, 0.3, 0.1])


def test_expected_raw_concentration_by_enumeration() -> None:
    """E[G] = (1 - sum x^2) [gamma + (1 - gamma) H], all ways to place three plants in three regions.

    With probability gamma all plants follow one draw of a region, else each draws its own: two plants are then in one
    region by design with probability gamma, which is the model of Ellison and Glaeser.
    """
    for gamma in (0.0, 0.2, 0.7, 1.0):
        raw = indices = both = 0.0
        for where in itertools.product(range(3), repeat=3):
            alone = float(np.prod(X[list(where)]))
            together = float(X[where[0]]) if len(set(where)) == 1 else 0.0
            chance = gamma * together + (1 - gamma) * alone
            raw += chance * ellison_glaeser(Z, where, X).G
            indices += chance * ellison_glaeser(Z, where, X).gamma
            both += chance * maurel_sedillot(Z, where, X).gamma
        expected = (1 - X @ X) * (gamma + (1 - gamma) * Z @ Z)
        assert raw == pytest.approx(expected, abs=1e-12)
        assert indices == pytest.approx(gamma, abs=1e-12) and both == pytest.approx(gamma, abs=1e-12)


@pytest.mark.parametrize("index", INDICES)
@pytest.mark.parametrize("exponent", [0.0, 0.7, 1.3])
def test_darts_give_zero_on_average_however_lumpy(index: Index, exponent: float) -> None:
    random = np.random.default_rng(1)
    sizes = (np.arange(1, 31) / 30.0) ** -exponent
    shares = random.dirichlet(np.ones(20))
    found = [index(sizes, random.choice(20, 30, p=shares), shares).gamma for _ in range(3000)]
    assert np.mean(found) == pytest.approx(0, abs=4 * np.std(found) / np.sqrt(len(found)))


@pytest.mark.parametrize("index", INDICES)
def test_all_plants_in_one_place_drawn_at_random_give_one_on_average(index: Index) -> None:
    found = [index([5, 3, 2], [r, r, r], X).gamma for r in range(3)]
    assert float(X @ found) == pytest.approx(1)


def test_the_two_differ_where_small_regions_hold_the_industry() -> None:
    small, large = ([2, 2], [2, 2]), ([2, 2], [0, 0])
    assert ellison_glaeser(*small, X).gamma > ellison_glaeser(*large, X).gamma
    assert maurel_sedillot(*small, X).gamma == pytest.approx(maurel_sedillot(*large, X).gamma)


def test_parts_by_hand() -> None:
    found = ellison_glaeser([6, 3, 1], [0, 0, 1], X)
    assert pytest.approx((0.4**2 + 0.2**2 + 0.2**2, 0.46)) == (found.G, found.H)
    assert found.gamma == pytest.approx((0.24 - 0.62 * 0.46) / (0.62 * 0.54))
    other = maurel_sedillot([6, 3, 1], [0, 0, 1], X)
    raw = (0.82 - 0.38) / 0.62
    assert (other.G, other.gamma) == pytest.approx((raw, (raw - 0.46) / 0.54))


@pytest.mark.parametrize("index", INDICES)
def test_sizes_count_only_by_their_shares(index: Index) -> None:
    one, other = index([6, 3, 1], [0, 0, 1], X), index([60, 30, 10], [0, 0, 1], X)
    assert (one.gamma, one.H) == pytest.approx((other.gamma, other.H))


@pytest.mark.parametrize("index", INDICES)
def test_one_plant_leaves_nothing_to_compare(index: Index) -> None:
    with pytest.warns(UserWarning, match="gamma is NaN"):
        assert np.isnan(index([5], [1], X).gamma)
    with pytest.warns(UserWarning, match="gamma is NaN"):
        assert np.isnan(index([5, 2], [0, 0], [1.0]).gamma)


@pytest.mark.parametrize("index", INDICES)
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (([1, -1], [0, 1], X), r"sizes must be at least 0, got -1"),
        (([0, 0], [0, 1], X), r"sizes must not all be 0"),
        (([1, np.nan], [0, 1], X), r"sizes must be finite, got nan"),
        (([1, 2], [0], X), r"regions must hold 2 values"),
        (([1, 2], [0, 3], X), r"regions must be whole numbers from 0 to 2, got 3"),
        (([1, 2], [0, 0.5], X), r"regions must be whole numbers from 0 to 2, got 0.5"),
        (([1, 2], [0, -1], X), r"regions must be whole numbers.*got -1"),
        (([1, 2], [0, 1], [0.5, 0.4]), r"reference_shares must add up to 1, got 0.9"),
        (([1, 2], [0, 1], [1.5, -0.5]), r"reference_shares must be at least 0, got -0.5"),
    ],
)
def test_bad_input_is_named(index: Index, arguments: tuple[object, ...], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        index(*arguments)


# --- locational Gini ---------------------------------------------------------------------------------------------


def test_the_area_is_that_of_the_lorenz_curve() -> None:
    table = np.random.default_rng(2).integers(0, 50, (30, 4)).astype(float)
    total = table.sum(axis=1)
    for column, found in zip(table.T, locational_gini(table), strict=True):
        x, y = lorenz(column / total, total).T
        assert found == pytest.approx(np.trapezoid(x - y, x))


def test_its_bounds() -> None:
    table = np.zeros((1000, 2))
    table[:, 0], table[0, 1] = 1, 1e-6
    even, one = locational_gini(np.column_stack([table[:, 0], np.eye(1000)[0]]), np.ones(1000))
    assert even == 0 and one == pytest.approx(0.5, abs=1e-3) and one < 0.5


def test_a_region_may_be_split_along_its_quotient() -> None:
    """Two halves that are alike are one region: it does not change the area."""
    assert locational_gini([[4, 8], [6, 2]]) == pytest.approx(locational_gini([[2, 4], [2, 4], [6, 2]]))


def test_an_empty_region_changes_nothing_and_an_empty_sector_is_nan() -> None:
    table = [[4, 8], [6, 2]]
    assert locational_gini([*table, [0, 0]]) == pytest.approx(locational_gini(table))
    with pytest.warns(UserWarning, match=r"sector \[2\]"):
        found = locational_gini([[4, 8, 0], [6, 2, 0]])
    assert found[:2] == pytest.approx(locational_gini(table)) and np.isnan(found[2])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (([1, 2],), r"table must be regions x sectors, got shape \(2,\)"),
        ((np.empty((0, 0)),), "table must be regions x sectors"),
        (([[1], [-2]],), r"table must be at least 0, got -2"),
        (([[0], [0]],), "table must not all be 0"),
        (([[1], [2]], [1]), "reference must hold 2 values"),
        (([[1], [2]], [1, 0]), "reference is 0 in region 1"),
        (([[1], [2]], [1, np.inf]), "reference must be finite, got inf"),
    ],
)
def test_a_bad_table_is_named(arguments: tuple[object, ...], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        locational_gini(*arguments)  # type: ignore[arg-type]


def test_arguments_are_left_alone() -> None:
    table, shares, sizes = np.array([[1.0, 2.0], [3.0, 4.0]]), X.copy(), Z.copy()
    for array in (table, shares, sizes):
        array.flags.writeable = False
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        locational_gini(table)
        ellison_glaeser(sizes, [0, 1, 2], shares)
