"""The benchmark of complexity: its table is sound, what differs is refused, and the floors are read against ours."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks import complexity
from course_utils.measures import economic_complexity, proximity, relatedness_density


def test_the_table_is_the_same_each_time_and_has_no_empty_row() -> None:
    M = complexity.example(90, 40)
    assert np.array_equal(M, complexity.example(90, 40)) and set(np.unique(M)) == {0, 1}
    assert M.any(axis=0).all() and M.any(axis=1).all()


def test_what_differs_is_not_timed() -> None:
    M = complexity.example(90, 40)
    scores = economic_complexity(M).eci
    complexity.agree_on_complexity({complexity.OURS: scores, "ecomplexity": -3 * scores + 1})
    with pytest.raises(AssertionError, match="ecomplexity differs"):
        complexity.agree_on_complexity({complexity.OURS: scores, "ecomplexity": scores**2})
    near, density = proximity(M), relatedness_density(M)
    counted = M @ near / near.sum(axis=0)
    complexity.agree_on_space(M, {complexity.OURS: (near, density), "with itself": (near, counted)})
    with pytest.raises(AssertionError, match="other: density"):
        complexity.agree_on_space(M, {complexity.OURS: (near, density), "other": (near, density + 0.1)})
    with pytest.raises(AssertionError, match="other: proximity"):
        complexity.agree_on_space(M, {complexity.OURS: (near, density), "other": (near / 2, density)})


def test_floors_are_ratios_to_ours() -> None:
    rows = complexity.lines({complexity.OURS: 0.1, "econcomplex": 11.0, "ecomplexity": 0.5}, complexity.FLOORS)
    assert rows[1][2:] == ["110.0", "100", "yes"] and rows[2][2:] == ["5.0", "10", "NO"] and rows[0][3:] == ["", ""]
