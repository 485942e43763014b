"""Oracles, properties and refusals of the input-output measures."""

from __future__ import annotations

import doctest

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from course_utils import measures
from course_utils.measures import (
    _checks,
    input_output,
    leontief_inverse,
    linkages,
    rasmussen,
    regionalisation,
    regionalise,
    rounds,
    technical_coefficients,
)

# Miller & Blair (2009), two sectors: flows 150, 500 / 200, 100 over outputs 1000 and 2000
A = np.array([[0.15, 0.25], [0.20, 0.05]])
L = np.array([[1.2541, 0.3300], [0.2640, 1.1221]])
# three sectors, the third absent from the region
NATION = np.array([400.0, 300.0, 300.0])
REGION = np.array([40.0, 10.0, 0.0])
COEFFICIENTS = np.array([[0.1, 0.2, 0.3], [0.3, 0.1, 0.1], [0.2, 0.2, 0.2]])


def productive(n: int) -> st.SearchStrategy[np.ndarray]:
    """Coefficients whose columns sum to less than 1: what any economy with value added in every sector has."""
    raw = arrays(np.float64, (n, n), elements=st.floats(0, 1))
    return st.tuples(raw, st.floats(0.05, 0.95)).map(lambda t: t[0] / max(t[0].sum(axis=0).max(), 1e-9) * t[1])


def outputs(n: int) -> st.SearchStrategy[np.ndarray]:
    return arrays(np.float64, n, elements=st.floats(1, 1000))


ECONOMIES = st.integers(1, 6).flatmap(productive)
PLACES = st.integers(1, 6).flatmap(
    lambda n: st.tuples(productive(n), outputs(n), arrays(np.float64, n, elements=st.floats(0.001, 1)))
)


def test_functions_are_reexported_and_their_examples_hold() -> None:
    for name in ("technical_coefficients", "leontief_inverse", "rounds", "rasmussen", "linkages"):
        assert getattr(measures, name) is getattr(input_output, name)
    assert measures.regionalise is regionalisation.regionalise
    for module, examples in ((input_output, 5), (regionalisation, 3), (_checks, 2)):
        ran = doctest.testmod(module)
        assert ran.attempted >= examples and ran.failed == 0


# --- Leontief ----------------------------------------------------------------------------------------------------


def test_miller_and_blair_coefficients_and_inverse() -> None:
    table = technical_coefficients([[150, 500], [200, 100]], [1000, 2000])
    assert table == pytest.approx(A)
    assert leontief_inverse(table) == pytest.approx(L, abs=5e-5)


def test_miller_and_blair_new_outputs() -> None:
    """Final demands of 600 and 1,500 call for outputs of 1,247.5 and 1,841.6 in the book's example."""
    assert leontief_inverse(A) @ [600, 1500] == pytest.approx([1247.52, 1841.58], abs=0.01)


@given(ECONOMIES)
@settings(max_examples=60, deadline=None)
def test_inverse_is_nonnegative_and_inverts(economy: np.ndarray) -> None:
    inverse = leontief_inverse(economy)
    identity = np.eye(len(economy))
    assert (inverse >= 0).all() and (np.diag(inverse) >= 1 - 1e-12).all()
    assert inverse @ (identity - economy) == pytest.approx(identity, abs=1e-9)


@given(ECONOMIES, st.integers(0, 5))
@settings(max_examples=60, deadline=None)
def test_sum_of_rounds_converges_to_the_inverse(economy: np.ndarray, sector: int) -> None:
    f = np.eye(len(economy))[sector % len(economy)] * 100
    path = rounds(economy, f, 1000)
    assert path.sum(axis=0) == pytest.approx(leontief_inverse(economy) @ f, rel=1e-9, abs=1e-9)
    assert path.shape == (1001, len(economy))


def test_each_round_is_what_the_last_one_buys() -> None:
    path = rounds(A, [100, 0], 2)
    assert path.tolist() == [[100, 0], pytest.approx([15, 20]), pytest.approx([7.25, 4])]
    assert rounds(A, [100, 0], 0).tolist() == [[100, 0]]


def test_rounds_may_start_from_a_closure() -> None:
    assert rounds(A, [-100, 0], 1)[1] == pytest.approx([-15, -20])


def test_a_sector_without_output_is_undefined_alone() -> None:
    with pytest.warns(RuntimeWarning, match=r"sectors \[1\]"):
        table = technical_coefficients([[1, 0], [2, 0]], [10, 0])
    assert table[:, 0] == pytest.approx([0.1, 0.2]) and np.isnan(table[:, 1]).all()


@pytest.mark.parametrize("economy", [[[1.2]], [[1.0]], [[0.5, 0.5], [0.5, 0.5]], [[0.9, 0.4], [0.4, 0.9]]])
def test_an_economy_that_eats_more_than_it_makes_is_refused(economy: list[list[float]]) -> None:
    for function in (leontief_inverse, linkages):
        with pytest.raises(ValueError, match=r"A must be productive.*spectral radius.*1"):
            function(economy)


def test_column_sums_above_one_may_still_be_productive() -> None:
    """Only the spectral radius counts: a subsidised sector may buy more than it sells."""
    assert leontief_inverse([[0.0, 1.5], [0.1, 0.0]]) == pytest.approx(np.array([[1, 1.5], [0.1, 1]]) / 0.85)


# --- linkages ----------------------------------------------------------------------------------------------------


def test_rasmussen_by_hand() -> None:
    found = rasmussen([[2, 1], [0, 1]])
    assert found.backward.tolist() == [1, 1] and found.forward.tolist() == [1.5, 0.5]
    assert found.key.tolist() == [False, False]
    assert rasmussen([[1.0, 0, 0], [0, 2, 1], [0, 1, 2]]).key.tolist() == [False, True, True]


@given(ECONOMIES)
@settings(max_examples=60, deadline=None)
def test_linkages_average_one_and_need_no_inverse(economy: np.ndarray) -> None:
    by_inverse, by_solving = rasmussen(leontief_inverse(economy)), linkages(economy)
    assert by_inverse.backward.mean() == pytest.approx(1) and by_inverse.forward.mean() == pytest.approx(1)
    assert by_solving.backward == pytest.approx(by_inverse.backward)
    assert by_solving.forward == pytest.approx(by_inverse.forward)


# --- regions -----------------------------------------------------------------------------------------------------


def test_slq_by_hand() -> None:
    """The region has 50 of 1,000: quotients 2, 2/3 and 0; the first row is capped at the national coefficient."""
    regional = regionalise(COEFFICIENTS, REGION, NATION, method="slq")
    assert regional == pytest.approx(np.array([[0.1, 0.2, 0], [0.2, 0.2 / 3, 0], [0, 0, 0]]))


def test_cilq_by_hand() -> None:
    """Off the diagonal the seller's quotient over the buyer's (3 and 1/3), on it the sector's own."""
    regional = regionalise(COEFFICIENTS, REGION, NATION, method="cilq")
    assert regional == pytest.approx(np.array([[0.1, 0.2, 0], [0.1, 0.2 / 3, 0], [0, 0, 0]]))


def test_flq_by_hand() -> None:
    """Lambda = log2(1.05)^0.3 shrinks what crosses sectors before the cap, not the diagonal."""
    shrink = np.log2(1.05) ** 0.3
    regional = regionalise(COEFFICIENTS, REGION, NATION, method="flq", delta=0.3)
    assert shrink == pytest.approx(0.4511, abs=1e-4)
    assert regional == pytest.approx(np.array([[0.1, 0.2, 0], [0.1 * shrink, 0.2 / 3, 0], [0, 0, 0]]))
    assert regionalise(COEFFICIENTS, REGION, NATION) == pytest.approx(regional)


@given(PLACES, st.floats(0, 1), st.sampled_from(["flq", "slq", "cilq"]))
@settings(max_examples=80, deadline=None)
def test_the_nation_as_a_region_returns_its_own_coefficients(place, delta: float, method: str) -> None:
    economy, national, _shares = place
    assert regionalise(economy, national, national, method, delta) == pytest.approx(economy, abs=1e-12)


@given(PLACES)
@settings(max_examples=80, deadline=None)
def test_delta_zero_is_cilq(place) -> None:
    economy, national, shares = place
    flq, cilq = (regionalise(economy, shares * national, national, m, delta=0) for m in ("flq", "cilq"))
    assert flq == pytest.approx(cilq, abs=1e-15)


@given(PLACES, st.floats(0, 1), st.floats(0, 1))
@settings(max_examples=80, deadline=None)
def test_regional_coefficients_are_at_most_national_and_fall_with_delta(place, one: float, other: float) -> None:
    economy, national, shares = place
    low, high = sorted((one, other))
    small, large = (regionalise(economy, shares * national, national, "flq", d) for d in (high, low))
    assert (small >= 0).all() and (small <= large + 1e-15).all() and (large <= economy).all()
    assert np.isfinite(leontief_inverse(small)).all()


@pytest.mark.parametrize("share", [0.001, 0.02, 0.5])
def test_the_nation_only_smaller_loses_the_same_share_of_every_purchase_from_another_sector(share: float) -> None:
    regional = regionalise(COEFFICIENTS, share * NATION, NATION, "flq", 0.3)
    kept = regional / COEFFICIENTS
    off = ~np.eye(3, dtype=bool)
    assert kept[off] == pytest.approx(np.log2(1 + share) ** 0.3) and np.diag(kept) == pytest.approx(1)


# --- refusals ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: technical_coefficients([[1, 2]], [3, 4]), r"Z must be square.*\(1, 2\)"),
        (lambda: technical_coefficients([], [1]), r"Z.*\(0,\)"),
        (lambda: technical_coefficients([[-1, 0], [0, 1]], [3, 4]), r"Z.*-1"),
        (lambda: technical_coefficients([[1, 0], [0, np.nan]], [3, 4]), r"Z.*nan"),
        (lambda: technical_coefficients(np.eye(2), [3]), r"x must hold 2 values.*1"),
        (lambda: technical_coefficients(np.eye(2), [3, -4]), r"x.*-4"),
        (lambda: technical_coefficients(np.eye(2), [3, 0]), r"x.*sector 1.*0.*buys 1"),
        (lambda: leontief_inverse([[0.1, -0.2], [0, 0]]), r"A.*-0.2"),
        (lambda: leontief_inverse([["a"]]), r"A must hold numbers"),
        (lambda: rounds(A, [1, 2, 3], 4), r"f must hold 2 values.*3"),
        (lambda: rounds(A, [1, np.inf], 4), r"f.*inf"),
        (lambda: rounds(A, [1, 2], -1), r"n.*-1"),
        (lambda: rounds(A, [1, 2], 1.5), r"n.*1.5"),
        (lambda: rasmussen([[1, 2, 3]]), r"L must be square"),
        (lambda: rasmussen([[1, -2], [0, 1]]), r"L.*-2"),
        (lambda: rasmussen(np.zeros((2, 2))), r"L.*0"),
        (lambda: regionalise(A, [1, 2], [10, 20], method="ras"), r"method.*'ras'"),
        (lambda: regionalise(A, [1, 2], [10, 20], delta=-0.1), r"delta.*-0.1"),
        (lambda: regionalise(A, [1, 2], [10, 20], delta=np.nan), r"delta.*nan"),
        (lambda: regionalise(A, [1, 30], [10, 20]), r"regional_output.*sector 1.*30.*20"),
        (lambda: regionalise(A, [0, 0], [10, 20]), r"regional_output.*0"),
        (lambda: regionalise(A, [1, -2], [10, 20]), r"regional_output.*-2"),
        (lambda: regionalise(A, [1], [10, 20]), r"regional_output must hold 2.*1"),
        (lambda: regionalise(A, [1, 2], [10]), r"national_output must hold 2.*1"),
    ],
)
def test_bad_input_is_named(call, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        call()


def test_arguments_are_never_written_to() -> None:
    frozen = A.copy()
    frozen.flags.writeable = False
    output = np.array([1.0, 2.0])
    output.flags.writeable = False
    for array in (technical_coefficients(frozen, output), leontief_inverse(frozen), rounds(frozen, output, 1)):
        array[:] = 0
    regionalise(frozen, output, output)[:] = 0
    assert frozen == pytest.approx(np.array([[0.15, 0.25], [0.20, 0.05]]))
