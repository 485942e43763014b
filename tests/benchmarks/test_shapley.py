"""The benchmark of Shapley values: its game is complete, what differs is refused, the floor is read against ours."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from benchmarks import shapley as bench
from course_utils.measures import shapley


def test_the_game_is_the_same_each_time_and_holds_every_coalition() -> None:
    game = bench.example(5)
    assert game == bench.example(5) and len(game) == 32 and game[()] == 0
    assert set(game) == {own for k in range(6) for own in itertools.combinations(range(1, 6), k)}


def test_what_differs_is_not_timed() -> None:
    game = bench.example(4)
    ours = shapley(4, lambda own: game[tuple(sorted(player + 1 for player in own))])
    assert bench.agree({"course_utils": ours, "coopgt": ours.tolist()}) == 0
    with pytest.raises(AssertionError, match="differ by"):
        bench.agree({"course_utils": ours, "coopgt": ours + np.array([1e-6, 0, 0, -1e-6])})


def test_floors_are_ratios_to_ours() -> None:
    rows = bench.lines({"course_utils": [0.002, 0.001], "coopgt": [0.9, 1.1]})
    assert rows[1][3:] == ["900", "1,000", "NO"] and rows[0][3:] == ["", "", ""]
