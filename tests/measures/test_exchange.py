"""The cheapest set of exchanges: the optimum of small cases by hand and by brute force, and what must always hold."""

from __future__ import annotations

import doctest
import itertools
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment

from course_utils.measures import Exchanges, cheapest_exchanges, exchange

Case = dict[str, Any]


def test_the_example_holds() -> None:
    ran = doctest.testmod(exchange)
    assert ran.attempted >= 2 and ran.failed == 0


def amounts(low: float = 0.0, high: float = 50.0) -> st.SearchStrategy[float]:
    return st.floats(low, high).map(lambda value: round(value, 2))


@st.composite
def cases(draw: st.DrawFn, fixed: bool = True, most: int = 5) -> Case:
    """Two or three wastes, one to three needs, a few possible exchanges."""
    n, k = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    every = list(itertools.product(range(n), range(k)))
    pairs = draw(st.lists(st.sampled_from(every), max_size=most, unique=True))
    m = len(pairs)

    def several(size: int, low: float = 0.0, high: float = 50.0) -> list[float]:
        return draw(st.lists(amounts(low, high), min_size=size, max_size=size))

    return {
        "supply": several(n),
        "demand": several(k),
        "pairs": pairs,
        "cost": several(m, -10.0),
        "disposal": several(n),
        "price": several(k),
        "useful": several(m, 0.2, 2.0),
        "fixed": several(m, 0.0, 300.0) if fixed else [0.0] * m,
    }


def solve(case: Case, **changes: Any) -> Exchanges:
    return cheapest_exchanges(**case | changes)


def brute_force(case: Case) -> float:
    """Try every set of open exchanges and, for each, every corner of what is then allowed."""
    stock, needs = np.array(case["supply"]), np.array(case["demand"])
    n, k = stock.size, needs.size
    best = np.inf
    for size in range(len(case["pairs"]) + 1):
        for opened in itertools.combinations(range(len(case["pairs"])), size):
            A = np.zeros((n + k, size + n + k))  # flows, dumped, bought
            price = np.array([*(case["cost"][e] for e in opened), *case["disposal"], *case["price"]])
            for column, e in enumerate(opened):
                i, j = case["pairs"][e]
                A[i, column], A[n + j, column] = 1, case["useful"][e]
            A[:, size:] = np.eye(n + k)
            paid = sum(case["fixed"][e] for e in opened)
            best = min(best, paid + _corners(A, np.concatenate([stock, needs]), price))
    return best


def _corners(A: np.ndarray, b: np.ndarray, price: np.ndarray) -> float:
    bases = np.array(list(itertools.combinations(range(A.shape[1]), A.shape[0])))
    squares = np.moveaxis(A[:, bases], 1, 0)
    regular = np.abs(np.linalg.det(squares)) > 1e-9
    x = np.linalg.solve(squares[regular], np.broadcast_to(b[:, None], (int(regular.sum()), b.size, 1)))[..., 0]
    allowed = (x > -1e-7).all(axis=1)
    return float((x * price[bases[regular]]).sum(axis=1)[allowed].min())


@settings(deadline=None, max_examples=60)
@given(cases(most=4))
def test_the_optimum_is_that_of_brute_force(case: Case) -> None:
    assert solve(case).cost == pytest.approx(brute_force(case), rel=1e-6, abs=1e-5)


@settings(deadline=None, max_examples=40)
@given(cases(fixed=False))
def test_without_fixed_costs_too(case: Case) -> None:
    assert solve(case).cost == pytest.approx(brute_force(case), rel=1e-6, abs=1e-5)


@settings(deadline=None, max_examples=60)
@given(cases())
def test_mass_is_conserved(case: Case) -> None:
    found = solve(case)
    assert (found.flows >= 0).all() and (found.dumped >= 0).all() and (found.bought >= 0).all()
    ends = np.array(case["pairs"], dtype=int).reshape(-1, 2)
    gone = np.bincount(ends[:, 0], found.flows, len(case["supply"])) + found.dumped
    met = np.bincount(ends[:, 1], np.array(case["useful"]) * found.flows, len(case["demand"])) + found.bought
    assert gone == pytest.approx(np.array(case["supply"]), abs=1e-5)
    assert met == pytest.approx(np.array(case["demand"]), abs=1e-5)


@settings(deadline=None, max_examples=60)
@given(cases(), st.data())
def test_taking_a_possible_exchange_away_never_lowers_the_cost(case: Case, data: st.DataObject) -> None:
    if not case["pairs"]:
        return
    gone = data.draw(st.integers(0, len(case["pairs"]) - 1))
    less = {key: [v for e, v in enumerate(case[key]) if e != gone] for key in ("pairs", "cost", "useful", "fixed")}
    assert solve(case, **less).cost >= solve(case).cost - 1e-5


@settings(deadline=None, max_examples=60)
@given(cases(), amounts(0, 60), amounts(0, 60))
def test_what_is_dumped_never_rises_with_a_tax_on_all_of_it(case: Case, one: float, other: float) -> None:
    low, high = sorted((one, other))
    if high - low < 0.01:
        return
    left = [float(solve(case, disposal=[d + tax for d in case["disposal"]]).dumped.sum()) for tax in (low, high)]
    assert left[1] <= left[0] + 1e-3


@settings(deadline=None, max_examples=40)
@given(cases(), amounts(0.1, 40))
def test_a_tax_costs_no_more_than_what_is_dumped_without_it(case: Case, tax: float) -> None:
    """The cost is concave in the tax: the plan of before is still there."""
    before, after = solve(case), solve(case, disposal=[d + tax for d in case["disposal"]])
    assert before.cost - 1e-5 <= after.cost <= before.cost + tax * before.dumped.sum() + 1e-5


def test_a_better_use_of_a_sink_switches_another_exchange_off() -> None:
    """Ash replaces clinker one to one; two tonnes of slag do, which a high tax makes worth while."""
    case = {"supply": [100, 300], "demand": [100], "pairs": [(0, 0), (1, 0)], "cost": [12, 40], "price": 45}
    case |= {"useful": [1, 0.5]}
    low, high = (solve(case, disposal=20 + tax) for tax in (0, 80))
    assert low.flows.tolist() == [100, 0] and high.flows.tolist() == [0, 200]
    assert high.dumped.sum() == 200 < low.dumped.sum() == 300


@pytest.mark.parametrize("seed", range(5))
def test_units_of_one_make_an_assignment(seed: int) -> None:
    worth = np.random.default_rng(seed).uniform(1, 40, (6, 6))
    pairs = list(itertools.product(range(6), range(6)))
    found = cheapest_exchanges(np.ones(6), np.ones(6), pairs, 50 - worth.ravel(), 50, 0)
    rows, columns = linear_sum_assignment(worth, maximize=True)
    assert found.cost == pytest.approx(300 - worth[rows, columns].sum())
    assert found.flows.reshape(6, 6)[rows, columns] == pytest.approx(1)


def test_a_contract_that_costs_more_than_it_saves_is_not_signed() -> None:
    saves = {"supply": 10.0, "price": 5.0}
    for fixed, runs in ((149.0, True), (151.0, False)):  # ten tonnes at 10 + 5 are worth 150
        found = cheapest_exchanges([saves["supply"]], [10], [(0, 0)], 0, 10, saves["price"], fixed=fixed)
        assert bool(found.flows[0]) == runs


def test_nothing_is_possible() -> None:
    found = cheapest_exchanges([3.0, 2.0], [4.0], [], [], [1.0, 2.0], 5.0)
    assert found.flows.size == 0 and found.cost == 3 + 4 + 20
    none = cheapest_exchanges([0.0], [4.0], [(0, 0)], 1, 1, 5.0)
    assert none.flows.tolist() == [0.0] and none.cost == 20


WRONG = [
    ({"supply": [-1.0]}, "supply must be at least 0, got -1"),
    ({"demand": [float("nan")]}, "demand must be finite, got nan"),
    ({"pairs": [(0, 1)]}, "pairs must name a need from 0 to 0, got 1"),
    ({"pairs": [(2, 0)]}, "pairs must name a waste from 0 to 0, got 2"),
    ({"pairs": [(0, 0.5)]}, "pairs must hold whole numbers, got 0.5"),
    ({"pairs": [(0, 0, 0)]}, r"pairs must have the shape \(m, 2\)"),
    ({"cost": [1.0, 2.0]}, "cost must hold 1 values"),
    ({"disposal": -2.0}, r"disposal must lie in \[0, inf\), got -2"),
    ({"price": [-3.0]}, r"price must lie in \[0, inf\), got -3"),
    ({"useful": 0.0}, r"useful must lie in \(0, inf\), got 0"),
    ({"fixed": -1.0}, r"fixed must lie in \[0, inf\), got -1"),
]


@pytest.mark.parametrize(("change", "message"), WRONG)
def test_bad_input_is_named(change: Case, message: str) -> None:
    case: Case = {"supply": [1.0], "demand": [1.0], "pairs": [(0, 0)], "cost": 1.0, "disposal": 1.0, "price": 1.0}
    with pytest.raises(ValueError, match=message):
        cheapest_exchanges(**case | change)


def test_arguments_are_left_alone() -> None:
    supply = np.array([5.0, 6.0])
    cheapest_exchanges(supply, [3.0], [(0, 0), (1, 0)], 1.0, 4.0, 9.0, fixed=1.0)
    assert supply.tolist() == [5.0, 6.0]
