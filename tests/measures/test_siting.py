"""Siting: oracles by hand, properties over random maps, and refusals."""

from __future__ import annotations

import doctest
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from course_utils import measures
from course_utils.measures import choose_site, compensation_needed, siting, siting_payoffs

calm = settings(max_examples=60, deadline=None)
N = 6
COORDINATES = arrays(float, (N, 2), elements=st.floats(0, 60, width=32))
PEOPLE = arrays(float, N, elements=st.floats(1, 1e4, width=32))
GAINS = arrays(float, (4, N), elements=st.integers(-50, 50).map(float))
RULES = st.sampled_from(siting.RULES)


def distances(points: Any) -> Any:
    return np.hypot(*(points[:, None, :] - points[None, :, :]).transpose(2, 0, 1))


def test_examples_hold_and_names_are_public() -> None:
    ran = doctest.testmod(siting)
    assert ran.attempted >= 5 and ran.failed == 0
    for name in ("Siting", "choose_site", "compensation_needed", "siting_payoffs"):
        assert getattr(measures, name) is getattr(siting, name)


# --- payoffs ---------------------------------------------------------------------------------------------------------


def test_payoffs_by_hand() -> None:
    found = siting_payoffs([[0, 10], [10, 0]], [3, 1], reach=5, harm=100, benefit=50, carriage=2)
    near, far = 100.0, 100 * np.exp(-2)
    assert found == pytest.approx(np.array([[45 - near, 45 - far], [35 - far, 35 - near]]))


@given(COORDINATES, PEOPLE, st.floats(0.5, 30), st.floats(0, 500), st.floats(0, 300))
@calm
def test_harm_falls_with_distance_and_the_rest_is_shared(
    points: Any, people: Any, reach: float, harm: float, good: float
) -> None:
    far = distances(points)
    found = siting_payoffs(far, people, reach=reach, harm=harm, benefit=good, carriage=0.5)
    clean = siting_payoffs(far, people, reach=reach, harm=0, benefit=good, carriage=0.5)
    assert np.ptp(clean, axis=1) == pytest.approx(0)
    assert (clean - found >= -1e-9).all() and np.diag(clean - found) == pytest.approx(harm)
    order = far[0].argsort()
    assert (np.diff((clean - found)[0][order]) <= 1e-9).all()


# --- rules -----------------------------------------------------------------------------------------------------------


@given(GAINS, PEOPLE, RULES)
@calm
def test_no_rule_beats_the_sum_and_each_keeps_its_word(gains: Any, people: Any, rule: str) -> None:
    best, found = choose_site(gains, people, "planner"), choose_site(gains, people, rule)
    assert found.mean <= best.mean + 1e-9 and found.mean == pytest.approx(gains[found.site] @ people / people.sum())
    if rule == "veto":
        assert found.built == (gains[found.site].min() >= 0) == bool((gains.min(axis=1) >= 0).any())
    if rule in ("planner", "compensation"):
        assert found.built == (best.mean >= -1e-9)
    if rule == "majority":
        assert found.built == (people[gains[found.site] >= 0].sum() >= people.sum() / 2 - 1e-6)
    if found.built and rule in ("veto", "compensation"):
        assert found.harmed == 0


@given(GAINS, PEOPLE)
@calm
def test_a_site_that_beats_all_others_is_chosen(gains: Any, people: Any) -> None:
    found = choose_site(gains, people, "majority")
    beaten = [
        people[other > gains[found.site]].sum() > people[other < gains[found.site]].sum() + 1e-6 for other in gains
    ]
    assert found.decisive == (not any(beaten))


def test_a_cycle_is_told() -> None:
    found = choose_site([[3, 1, 2], [2, 3, 1], [1, 2, 3]], [1, 1, 1], "majority")
    assert not found.decisive and found.built


@given(COORDINATES, PEOPLE, st.floats(0, 300), st.floats(0, 60))
@calm
def test_where_all_suffer_alike_vote_and_sum_agree(points: Any, people: Any, harm: float, good: float) -> None:
    found = siting_payoffs(distances(points), people, reach=1e12, harm=harm, benefit=good, carriage=1)
    sites = [choose_site(found, people, rule) for rule in ("planner", "majority")]
    assert sites[0].mean == pytest.approx(sites[1].mean, abs=1e-5)


@given(GAINS, GAINS, PEOPLE)
@calm
def test_knowing_more_never_makes_the_planner_choose_worse(gains: Any, paper: Any, people: Any) -> None:
    on_paper = choose_site(gains, people, "planner", believed=paper)
    assert choose_site(gains, people, "planner").mean >= on_paper.mean - 1e-9


# --- compensation ----------------------------------------------------------------------------------------------------


@given(arrays(float, N, elements=st.floats(0, 200, width=32)), PEOPLE, st.floats(1, 100))
@calm
def test_the_share_needed_is_where_a_place_turns(harms: Any, people: Any, good: float) -> None:
    gains = good - harms
    needed = compensation_needed(gains, people, good)
    mean = float(harms @ people / people.sum())
    if mean <= good:
        assert np.isfinite(needed).all() and (needed <= 1 + 1e-9).all()
    for harm, share in zip(harms, needed, strict=True):
        if harm <= good:
            assert share == 0
        elif np.isfinite(share):
            assert good - (1 - share) * harm - share * mean == pytest.approx(0, abs=1e-5)
        else:
            assert good - mean < 1e-5


def test_full_payment_makes_the_efficient_site_pass_a_veto() -> None:
    gains = np.array([[10.0, -25.0, 8.0]])
    people = [5, 1, 5]
    assert not choose_site(gains, people, "veto").built
    paid = choose_site(gains, people, "compensation")
    assert paid.built and paid.harmed == 0 and compensation_needed(gains[0], people, 10).max() < 1


# --- refusals --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: siting_payoffs([[-1]], [1], reach=1, harm=1, benefit=1), "distances must be at least 0, got -1"),
        (lambda: siting_payoffs([[1]], [0], reach=1, harm=1, benefit=1), "weights must not all be 0"),
        (lambda: siting_payoffs([[1]], [1], reach=0, harm=1, benefit=1), "reach must lie in"),
        (lambda: siting_payoffs([[1]], [1], reach=1, harm=-1, benefit=1), "harm must lie in"),
        (lambda: siting_payoffs([[1]], [1], reach=1, harm=1, benefit=1, carriage=-2), "carriage must lie in"),
        (lambda: siting_payoffs([[1, 2]], [1], reach=1, harm=1, benefit=1), "weights must hold 2 values"),
        (lambda: choose_site([[1]], [1], "lot"), "rule must be one of .*, got 'lot'"),
        (lambda: choose_site([[np.nan]], [1], "veto"), "payoffs must be finite"),
        (lambda: choose_site([[1]], [1], "planner", believed=[[1], [2]]), "believed must have the shape"),
        (lambda: compensation_needed([3], [1], 2), "baseline must be at least the largest payoff, 3, got 2"),
    ],
)
def test_bad_input_is_named(call: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        call()
