"""Oracles, axioms and refusals of weighted sums, PROMETHEE and AHP."""

from __future__ import annotations

import doctest
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from course_utils import measures
from course_utils.measures import ahp_consistency, ahp_weights, multicriteria, promethee, weighted_sum

TABLES = st.tuples(st.integers(2, 6), st.integers(1, 5)).flatmap(
    lambda shape: st.tuples(
        arrays(float, shape, elements=st.floats(-100, 100)), arrays(float, shape[1], elements=st.floats(0.01, 10))
    )
)
calm = settings(max_examples=100, deadline=None)


def test_names_are_reexported_and_examples_hold() -> None:
    for name in ("Flows", "ahp_consistency", "ahp_weights", "promethee", "weighted_sum"):
        assert getattr(measures, name) is getattr(multicriteria, name)
    ran = doctest.testmod(multicriteria)
    assert ran.attempted >= 4 and ran.failed == 0


def test_promethee_by_hand() -> None:
    """Three options, two criteria, thresholds 1 and 5: degrees on the first are 0.5, 0.75, 0 (a lead of 1)."""
    found = promethee([[6, 0], [3, 0], [2, 8]], [1, 1], indifference=1, preference=5)
    assert found.plus == pytest.approx([0.5 * (0.25 + 0.375), 0, 0.5 * (0.5 + 0.5)])
    first = [(3 - 1) / 4, (4 - 1) / 4]
    assert found.plus[0] == pytest.approx(0.5 * sum(first) / 2)
    assert found.minus == pytest.approx([0.25, 0.25 * first[0] + 0.25, 0.25 * first[1]])


def test_the_sum_pays_for_one_bright_side_outranking_does_not() -> None:
    table = [[100, 0, 0], [35, 30, 30]]
    assert weighted_sum(table, [1, 1, 1]).argmax() == 0 and promethee(table, [1, 1, 1]).net.argmax() == 1


@given(TABLES)
@calm
def test_flows_balance_and_lie_between_minus_one_and_one(case: tuple[Any, Any]) -> None:
    table, weights = case
    found = promethee(table, weights, indifference=2, preference=20)
    assert found.net.sum() == pytest.approx(0, abs=1e-9)
    assert found.plus.min() >= 0 and found.plus.max() <= 1 + 1e-9 and found.minus.max() <= 1 + 1e-9
    order = np.random.default_rng(0).permutation(len(table))
    assert promethee(table[order], weights, indifference=2, preference=20).net == pytest.approx(found.net[order])


@given(TABLES, st.floats(0.1, 10))
@calm
def test_only_shares_of_weights_count_and_better_is_never_worse(case: tuple[Any, Any], factor: float) -> None:
    table, weights = case
    assert weighted_sum(table, factor * weights) == pytest.approx(weighted_sum(table, weights))
    better = table.copy()
    better[0] += 5
    assert weighted_sum(better, weights)[0] == pytest.approx(weighted_sum(table, weights)[0] + 5)
    assert promethee(better, weights, preference=9).net[0] >= promethee(table, weights, preference=9).net[0] - 1e-9


@given(arrays(float, st.integers(1, 8), elements=st.floats(0.05, 20)))
@calm
def test_ahp_finds_the_weights_behind_consistent_comparisons(true: Any) -> None:
    comparisons = true[:, None] / true[None, :]
    assert ahp_weights(comparisons) == pytest.approx(true / true.sum())
    assert ahp_consistency(comparisons) == pytest.approx(0, abs=1e-6)


def test_a_circle_of_comparisons_is_inconsistent() -> None:
    """a twice b, b twice c, c twice a: equal weights, largest eigenvalue 1 + 2 + 1/2."""
    circle = [[1, 2, 1 / 2], [1 / 2, 1, 2], [2, 1 / 2, 1]]
    assert ahp_weights(circle) == pytest.approx([1 / 3] * 3)
    assert ahp_consistency(circle) == pytest.approx((3.5 - 3) / 2 / 0.58)


@pytest.mark.parametrize(
    ("call", "match"),
    [
        (lambda: weighted_sum([[1, 2]], [1]), "weights must hold 2 values"),
        (lambda: weighted_sum([[1, 2]], [0, 0]), "weights must not all be 0"),
        (lambda: weighted_sum([[1, 2]], [1, -1]), "weights must be at least 0, got -1"),
        (lambda: weighted_sum([[1, np.nan]], [1, 1]), "scores must be finite"),
        (lambda: promethee([[1, 2]], [1, 1]), "scores must hold at least 2 options"),
        (lambda: promethee([[1], [2]], [1], indifference=5, preference=3), "preference must be at least indifference"),
        (lambda: promethee([[1], [2]], [1], indifference=-1), "indifference must lie in"),
        (lambda: ahp_weights([[1, 2]]), "comparisons must be square"),
        (lambda: ahp_weights([[1, 2], [2, 1]]), "is not the inverse of"),
        (lambda: ahp_weights([[1, -2], [-0.5, 1]]), "comparisons must be positive"),
        (lambda: ahp_consistency(np.ones((11, 11))), "at most 10 things, got 11"),
    ],
)
def test_what_is_wrong_is_named(call: Any, match: str) -> None:
    with pytest.raises(ValueError, match=match):
        call()
