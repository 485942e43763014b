"""Oracles, axioms and refusals of the votes: Borda by hand, Condorcet's circle, a capital for four camps."""

from __future__ import annotations

import doctest
import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_utils import measures
from course_utils.measures import (
    borda,
    condorcet_cycle,
    condorcet_winner,
    duels,
    instant_runoff,
    plurality,
    voting,
)

Profile = list[tuple[float, tuple[str, ...]]]
#: Voters near Memphis, Nashville, Chattanooga and Knoxville choose a capital by distance (the textbook example).
TENNESSEE: Profile = [
    (42, ("M", "N", "C", "K")),
    (26, ("N", "C", "K", "M")),
    (15, ("C", "K", "N", "M")),
    (17, ("K", "C", "N", "M")),
]
CIRCLE: Profile = [(1, ("A", "B", "C")), (1, ("B", "C", "A")), (1, ("C", "A", "B"))]


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    names = "ABCDE"[: draw(st.integers(1, 5))]
    rows = st.tuples(st.integers(0, 9), st.permutations(names).map(tuple))
    found = draw(st.lists(rows, min_size=1, max_size=8))
    return [(float(weight + (at == 0)), ranking) for at, (weight, ranking) in enumerate(found)]


calm = settings(max_examples=150, deadline=None)


def test_names_are_reexported_and_examples_hold() -> None:
    for name in ("borda", "condorcet_cycle", "condorcet_winner", "duels", "instant_runoff", "plurality"):
        assert getattr(measures, name) is getattr(voting, name)
    ran = doctest.testmod(voting)
    assert ran.attempted >= 6 and ran.failed == 0


def test_a_capital_for_four_camps() -> None:
    """Three methods, three capitals; Borda's points by hand."""
    assert plurality(TENNESSEE) == {"M": 42, "N": 26, "C": 15, "K": 17}
    points = {
        "M": 3 * 42,
        "N": 2 * 42 + 3 * 26 + 15 + 17,
        "C": 42 + 2 * 26 + 3 * 15 + 2 * 17,
        "K": 26 + 2 * 15 + 3 * 17,
    }
    assert borda(TENNESSEE) == points == {"M": 126, "N": 194, "C": 173, "K": 107}
    assert condorcet_winner(TENNESSEE) == "N" and instant_runoff(TENNESSEE) == "K"
    assert condorcet_cycle(TENNESSEE) is None


def test_condorcets_circle() -> None:
    assert condorcet_winner(CIRCLE) is None and condorcet_cycle(CIRCLE) == ("A", "B", "C")
    assert set(borda(CIRCLE).values()) == {3.0} and instant_runoff(CIRCLE) is None
    led = [(weight, ("W", *ranking)) for weight, ranking in CIRCLE]
    assert condorcet_winner(led) == "W" and condorcet_cycle(led) == ("A", "B", "C")  # a circle below the winner


def test_ties_are_returned() -> None:
    tie: Profile = [(1, ("A", "B")), (1, ("B", "A"))]
    assert borda(tie) == {"A": 1, "B": 1} and condorcet_winner(tie) is None is condorcet_cycle(tie)
    assert instant_runoff(tie) is None
    # B and C tie for the last place; whoever leaves, A wins
    assert instant_runoff([(3, ("A", "B", "C")), (1, ("B", "A", "C")), (1, ("C", "A", "B"))]) == "A"
    assert condorcet_winner([(1, ("A",))]) == "A" == instant_runoff([(1, ("A",))])


@given(profiles())
@calm
def test_borda_is_the_sum_of_the_duels(profile: Profile) -> None:
    points, met = borda(profile), duels(profile)
    names = profile[0][1]
    assert points == pytest.approx({a: sum(met.get((a, b), 0) for b in names if b != a) for a in names})
    total = sum(weight for weight, _ranking in profile)
    assert sum(points.values()) == pytest.approx(total * len(names) * (len(names) - 1) / 2)
    assert sum(plurality(profile).values()) == pytest.approx(total)


@given(profiles())
@calm
def test_a_condorcet_winner_is_never_borda_s_last(profile: Profile) -> None:
    winner = condorcet_winner(profile)
    if winner is not None and len(profile[0][1]) > 1:
        assert borda(profile)[winner] > min(borda(profile).values())
        met = duels(profile)
        assert all(met[winner, other] > met[other, winner] for other in profile[0][1] if other != winner)


@given(profiles())
@calm
def test_a_cycle_is_one_and_without_one_or_ties_somebody_wins(profile: Profile) -> None:
    cycle, met = condorcet_cycle(profile), duels(profile)
    if cycle is not None:
        assert len(cycle) >= 3 and len(set(cycle)) == len(cycle)
        assert all(met[a, b] > met[b, a] for a, b in zip(cycle, (*cycle[1:], cycle[0]), strict=True))
    elif all(met[a, b] != met[b, a] for a, b in met):
        assert condorcet_winner(profile) is not None


@given(profiles(), st.floats(0.1, 10))
@calm
def test_weights_scale_and_names_do_not_matter(profile: Profile, factor: float) -> None:
    scaled = [(weight * factor, ranking) for weight, ranking in profile]
    assert condorcet_winner(scaled) == condorcet_winner(profile) and instant_runoff(scaled) == instant_runoff(profile)
    renamed = [(weight, tuple(name.lower() for name in ranking)) for weight, ranking in profile]
    won = instant_runoff(profile)
    assert instant_runoff(renamed) == (won.lower() if won else None)


@given(profiles())
@calm
def test_a_majority_of_first_places_wins(profile: Profile) -> None:
    first = plurality(profile)
    best = max(first, key=lambda name: first[name])
    if first[best] > sum(first.values()) / 2:
        assert instant_runoff(profile) == condorcet_winner(profile) == best


@given(st.lists(st.integers(0, 4), min_size=1, max_size=9))
@calm
def test_one_line_makes_no_circles(peaks: list[int]) -> None:
    """Whoever ranks by distance from a peak on a line (Black 1948)."""
    profile = [(1.0, tuple("ABCDE"[at] for at in sorted(range(5), key=lambda at: (abs(at - p), at)))) for p in peaks]
    assert condorcet_cycle(profile) is None
    if len(peaks) % 2:
        median = "ABCDE"[sorted(peaks)[len(peaks) // 2]]
        assert condorcet_winner(profile) == median


def test_one_in_eighteen_with_three_voters() -> None:
    orders = list(itertools.permutations("ABC"))
    circles = sum(condorcet_cycle([(1, r) for r in three]) is not None for three in itertools.product(orders, repeat=3))
    assert circles / 6**3 == pytest.approx(1 / 18)


@pytest.mark.parametrize(
    ("profile", "match"),
    [
        ([], "profile holds no ranking"),
        ([(1, ("A", "B")), (1, ("A", "C"))], "each ranking must name A, B once"),
        ([(1, ("A", "A"))], "each ranking must name A once"),
        ([(-1, ("A", "B"))], r"weight must lie in \[0, inf\), got -1"),
        ([(np.nan, ("A", "B"))], "weight must be finite"),
        ([(0, ("A", "B"))], "weights must not all be 0"),
    ],
)
def test_bad_profiles_are_refused(profile: Profile, match: str) -> None:
    for measure in (borda, plurality, instant_runoff, condorcet_winner, condorcet_cycle, duels):
        with pytest.raises(ValueError, match=match):
            measure(profile)
