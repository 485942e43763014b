"""Revealed advantage, proximity, density and complexity: exact cases, laws that hold for any table, and no silence."""

from __future__ import annotations

import doctest
import warnings

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from course_utils.measures import complexity, economic_complexity, proximity, relatedness_density, revealed_advantage

FUNCTIONS = (proximity, relatedness_density, economic_complexity)
CAKE = np.array([[1, 1, 0, 0], [1, 1, 1, 0], [0, 1, 1, 1], [0, 0, 1, 1.0]])


def stairs(n: int, m: int | None = None) -> np.ndarray:
    return np.tril(np.ones((n, m or n)))


def standard(values: np.ndarray) -> np.ndarray:
    return (values - values.mean()) / values.std()


def full(rows: int, columns: int) -> st.SearchStrategy[np.ndarray]:
    """Tables of 0 and 1 in which every row and column has something."""
    return arrays(np.int8, (rows, columns), elements=st.integers(0, 1)).filter(
        lambda M: bool(M.any(axis=0).all() and M.any(axis=1).all())
    )


sizes = st.tuples(st.integers(3, 9), st.integers(3, 9))
tables = sizes.flatmap(lambda size: full(*size))


def quietly(function: object, *arguments: object) -> object:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return function(*arguments)  # type: ignore[operator]


def test_examples_hold() -> None:
    ran = doctest.testmod(complexity)
    assert ran.attempted >= 4 and ran.failed == 0


# --- oracles -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("n", [2, 3, 8, 60, 121, 300])
def test_a_staircase_has_even_steps_and_one_quarter(n: int) -> None:
    """Averages over a staircase turn polynomials into polynomials of the same degree: the p-th eigenvalue is p^-2."""
    found = economic_complexity(stairs(n))
    steps = standard(np.arange(n, dtype=float))
    assert found.eci == pytest.approx(steps, abs=1e-9) and found.pci == pytest.approx(steps, abs=1e-9)
    assert found.eigenvalue == pytest.approx(0.25)


@pytest.mark.parametrize("n", [3, 7, 12])
def test_the_whole_spectrum_of_a_staircase(n: int) -> None:
    M = stairs(n)
    matrix = (M / M.sum(axis=1)[:, None]) @ (M / M.sum(axis=0)).T
    assert np.sort(np.linalg.eigvals(matrix).real)[::-1] == pytest.approx(1 / np.arange(1, n + 1) ** 2, abs=1e-9)


def test_a_nested_table_that_is_no_staircase_is_ranked_by_diversity() -> None:
    diversity = [9, 7, 7, 4, 3, 1]
    M = np.array([[1] * d + [0] * (9 - d) for d in diversity])
    found = economic_complexity(M)
    assert (np.diff(found.eci) <= 1e-12).all() and found.eci[1] == pytest.approx(found.eci[2])
    assert (np.diff(found.pci) >= -1e-12).all(), "what few have is complex"


def test_complexity_is_the_eigenvector_that_linear_algebra_gives() -> None:
    rng = np.random.default_rng(5)
    for shape in ((40, 25), (25, 40), (140, 150), (150, 140)):
        M = (rng.random(shape) < rng.random(shape[0])[:, None] * 0.8 + 0.1).astype(float)
        M[0] = 1
        D, U = M.sum(axis=1), M.sum(axis=0)
        values, vectors = np.linalg.eig((M / D[:, None]) @ (M / U).T)
        order = np.argsort(-values.real)
        raw = vectors[:, order[1]].real
        sign = np.sign(np.corrcoef(raw, D)[0, 1])
        found = economic_complexity(M)
        assert found.eci == pytest.approx(sign * standard(raw), abs=1e-6)
        assert found.pci == pytest.approx(standard(M.T @ found.eci / U), abs=1e-6), "one sign for both"
        assert found.eigenvalue == pytest.approx(values.real[order[1]])


def test_proximity_and_density_by_hand() -> None:
    phi = proximity(CAKE)
    expected = [[1, 2 / 3, 1 / 3, 0], [2 / 3, 1, 2 / 3, 1 / 3], [1 / 3, 2 / 3, 1, 2 / 3], [0, 1 / 3, 2 / 3, 1]]
    assert phi == pytest.approx(np.array(expected))
    density = relatedness_density(CAKE)
    assert density[0, 2] == pytest.approx((1 / 3 + 2 / 3) / (1 / 3 + 2 / 3 + 2 / 3))
    assert density[0, 0] == pytest.approx((2 / 3) / (2 / 3 + 1 / 3)), "the activity itself is left out"


def test_revealed_advantage_by_hand_and_exactly_at_the_threshold() -> None:
    assert revealed_advantage([[30, 10], [10, 50]]).tolist() == [[1, 0], [0, 1]]
    assert revealed_advantage([[0.1, 0.2], [0.1, 0.2], [0.3, 0.6]]).tolist() == [[1, 1]] * 3
    even = np.outer([3, 7, 11], [1, 9, 13])
    assert (revealed_advantage(even) == 1).all() and (revealed_advantage(even * 1e9 / 7) == 1).all()


def test_the_quotient_is_not_rounded() -> None:
    table = np.array([[9_999_995, 10_000_000], [10_000_000, 9_999_995]])  # quotients of 1 -+ 2.5e-7
    assert revealed_advantage(table).tolist() == [[0, 1], [1, 0]]
    assert revealed_advantage(table, 0.9999).tolist() == [[1, 1], [1, 1]]


# --- laws --------------------------------------------------------------------------------------------------------


@given(tables)
def test_proximity_is_symmetric_and_in_the_unit_interval(M: np.ndarray) -> None:
    phi = proximity(M)
    assert np.array_equal(phi, phi.T) and phi.min() >= 0 and phi.max() <= 1
    assert (np.diag(phi) == 1).all()
    slow = np.array([[(a * b).sum() / max(a.sum(), b.sum()) for b in M.T] for a in M.T])
    assert phi == pytest.approx(slow)


@given(tables)
def test_density_is_in_the_unit_interval_and_grows_with_the_basket(M: np.ndarray) -> None:
    found = np.asarray(quietly(relatedness_density, M))
    known = ~np.isnan(found)
    assert (found[known] >= 0).all() and (found[known] <= 1).all()
    everything = M.all(axis=1)
    assert found[everything][:, known.all(axis=0)] == pytest.approx(1.0)


@given(tables)
@settings(max_examples=150)
def test_one_sign_and_standard_scores(M: np.ndarray) -> None:
    found = quietly(economic_complexity, M)
    assert 0 <= found.eigenvalue <= 1  # type: ignore[attr-defined]
    eci, pci = found.eci, found.pci  # type: ignore[attr-defined]
    if np.isnan(eci).any():
        assert np.isnan(eci).all() and np.isnan(pci).all() and (M[0] == M).all()
        return
    assert (eci.mean(), eci.std()) == pytest.approx((0, 1), abs=1e-6)
    assert np.dot(eci, M.sum(axis=1) - M.sum(axis=1).mean()) >= -1e-6
    means = M.T @ eci / M.sum(axis=0)
    if means.std() > 1e-6:
        assert pci == pytest.approx(standard(means), abs=1e-4)


@given(st.integers(3, 7), st.integers(3, 7), st.data())
@settings(max_examples=60)
def test_scaling_and_reordering_change_nothing(n: int, m: int, data: st.DataObject) -> None:
    table = data.draw(arrays(np.int64, (n, m), elements=st.integers(1, 50)))
    M = revealed_advantage(table)
    assert np.array_equal(M, revealed_advantage(table * 0.1)) and np.array_equal(M, revealed_advantage(table * 1e200))
    order = data.draw(st.permutations(range(n)))
    assert np.array_equal(M[list(order)], revealed_advantage(table[list(order)]))
    assert (M.sum(axis=0) > 0).all(), "somebody has at least the average"


# --- what the peers get wrong ------------------------------------------------------------------------------------


def test_an_empty_region_is_nan_alone_and_named() -> None:
    table = np.array([[4, 1, 0], [0, 0, 0], [3, 2, 1], [5, 5, 5]])
    with pytest.warns(UserWarning, match=r"regions .*: number 1$"):
        M = revealed_advantage(table)
    assert np.isnan(M[1]).all() and not np.isnan(M[[0, 2, 3]]).any()
    with pytest.warns(UserWarning, match=r"regions .*: number 1$"):
        found = economic_complexity(M)
    alone = economic_complexity(M[[0, 2, 3]])
    assert np.isnan(found.eci[1]) and found.eci[[0, 2, 3]] == pytest.approx(alone.eci)
    assert found.pci == pytest.approx(alone.pci) and found.eigenvalue == pytest.approx(alone.eigenvalue)
    assert proximity(M) == pytest.approx(proximity(M[[0, 2, 3]]))
    with pytest.warns(UserWarning, match=r"regions .*: number 1$"):
        density = relatedness_density(M)
    assert np.isnan(density[1]).all() and density[[0, 2, 3]] == pytest.approx(relatedness_density(M[[0, 2, 3]]))
    with pytest.warns(UserWarning, match="regions without activity"):
        zeros = economic_complexity(np.nan_to_num(M))
    assert zeros.eci[[0, 2, 3]] == pytest.approx(alone.eci)


def test_an_activity_found_nowhere_is_nan_alone_and_named() -> None:
    table = np.array([[4, 0, 3, 1], [4, 0, 3, 2], [1, 0, 1, 6], [1, 0, 5, 5]])
    with pytest.warns(UserWarning, match=r"activities .*: number 1$"):
        M = revealed_advantage(table)
    for function in (proximity, relatedness_density):
        with pytest.warns(UserWarning, match=r"activities .*: number 1$"):
            found = function(M)
        assert np.isnan(found[:, 1]).all() and not np.isnan(np.delete(np.delete(found, 1, 0), 1, 1)).any()
    with pytest.warns(UserWarning, match=r"activities .*: number 1$"):
        assert np.isnan(economic_complexity(M).pci).tolist() == [False, True, False, False]


def test_an_activity_without_neighbours_has_no_density() -> None:
    with pytest.warns(UserWarning, match=r"without neighbours .*: number 2$"):
        found = relatedness_density([[1, 1, 0], [1, 1, 0], [0, 0, 1]])
    assert np.isnan(found[:, 2]).all() and not np.isnan(found[:, :2]).any()


def test_a_disconnected_economy_is_told() -> None:
    blocks = np.kron(np.eye(2), stairs(4))
    with pytest.warns(UserWarning, match="2 parts"):
        found = economic_complexity(blocks)
    assert found.eigenvalue == pytest.approx(1)
    assert np.unique(found.eci.round(6)).size == 2, "it only tells parts from parts"
    large = np.kron(np.eye(3), stairs(60))
    with pytest.warns(UserWarning, match="3 parts"):
        economic_complexity(large)


def test_no_warning_where_nothing_is_wrong() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        M = revealed_advantage([[5, 1, 1], [3, 4, 1], [1, 1, 9]])
        proximity(M), relatedness_density(stairs(4)), economic_complexity(stairs(4))


def test_two_axes_that_fit_equally_well_are_told() -> None:
    ring = np.eye(5) + np.roll(np.eye(5), 1, axis=1)
    with pytest.warns(UserWarning, match="two axes"):
        economic_complexity(ring)


def test_alike_regions_have_no_complexity() -> None:
    with pytest.warns(UserWarning, match="all regions are alike"):
        found = economic_complexity(np.ones((4, 3)))
    assert np.isnan(found.eci).all() and np.isnan(found.pci).all() and found.eigenvalue == 0


def test_arguments_are_read_and_not_written() -> None:
    frame = pd.DataFrame(stairs(5))
    frozen = frame.to_numpy()  # pandas 3 hands out arrays that cannot be written to
    frozen.flags.writeable = False
    before = frozen.copy()
    for function in (revealed_advantage, *FUNCTIONS):
        for M in (frozen, frame, frozen.tolist(), frozen.astype(bool)):
            quietly(function, M)
    assert np.array_equal(frozen, before)
    assert economic_complexity(frame).eci == pytest.approx(economic_complexity(stairs(5)).eci)


@pytest.mark.parametrize("function", FUNCTIONS)
@pytest.mark.parametrize(
    ("M", "said"),
    [
        ([[0.5, 1]], "0 and 1, got 0.5"),
        ([[2, 1]], "got 2"),
        ([[1, 1], [np.nan, 0]], "gaps: NaN for region 1, activity 0"),
        ([[0, 0]], "must not all be 0"),
        ([1, 0], "shape"),
        ([[]], "shape"),
        ([["a"]], "0 and 1"),
        ([[np.inf, 1]], "got inf"),
    ],
)
def test_bad_input_is_refused(function: object, M: object, said: str) -> None:
    with pytest.raises(ValueError, match="M must") as error:
        function(M)  # type: ignore[operator]
    assert said in str(error.value)


@pytest.mark.parametrize(
    ("table", "threshold", "said"),
    [
        ([[1, -2]], 1, "table must be at least 0, got -2"),
        ([[0, 0]], 1, "table must not all be 0"),
        ([[1, np.nan]], 1, "table must be finite, got nan"),
        ([1, 2], 1, "table must have 2 dimensions"),
        ([[1, 2]], 0, "threshold must lie in"),
        ([[1, 2]], np.nan, "threshold must"),
    ],
)
def test_a_bad_table_is_refused(table: object, threshold: float, said: str) -> None:
    with pytest.raises(ValueError, match=said.replace("(", r"\(")):
        revealed_advantage(table, threshold)  # type: ignore[arg-type]


def test_single_precision_of_large_tables_is_small() -> None:
    M = (np.random.default_rng(1).random((700, 300)) < 0.3).astype(float)
    near = proximity(M) - np.eye(300)
    assert M.size > complexity.SINGLE
    assert np.abs(relatedness_density(M) - M @ near / near.sum(axis=0)).max() < 1e-6
