"""Shift-share: the identities to 1e-9, a table worked out by hand, what is undefined, and what is refused."""

from __future__ import annotations

import doctest
import warnings
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from course_utils import load, measures
from course_utils.measures import change, shift_share

SHAPES = st.tuples(st.integers(1, 6), st.integers(1, 8))


@st.composite
def tables(draw: st.DrawFn, low: float = 1e-3) -> tuple[np.ndarray, np.ndarray]:
    shape = draw(SHAPES)
    amounts = arrays(float, shape, elements=st.floats(low, 1e5))
    return draw(amounts), draw(amounts)


def split(table: tuple[np.ndarray, np.ndarray]) -> change.ShiftShare:
    start, end = table
    return shift_share(start, end, start.sum(axis=0), end.sum(axis=0))


def close(found: np.ndarray, wanted: np.ndarray, scale: float) -> None:
    assert np.abs(found - wanted).max() <= 1e-9 * scale


def test_names_are_reexported_and_examples_hold() -> None:
    for name in ("ShiftShare", "shift_share"):
        assert getattr(measures, name) is getattr(change, name) and name in measures.__all__
    ran = doctest.testmod(change)
    assert ran.attempted >= 3 and ran.failed == 0


# --- oracles -------------------------------------------------------------------------------------------------------


def test_by_hand() -> None:
    """The whole grows by 10 %, sector 1 falls by 20 % there and by 10 % here; b' is 30 of 100 jobs."""
    found = shift_share([60, 40], [54, 52], [300, 700], [240, 860])
    assert found.national.tolist() == pytest.approx([6, 4])
    assert found.mix.tolist() == pytest.approx([60 * -0.3, 40 * (860 / 700 - 1.1)])
    assert found.regional.tolist() == pytest.approx([60 * 0.1, 52 - 40 * 860 / 700])
    assert found.homothetic.tolist() == pytest.approx([30 * 0.1, 70 * (0.3 - 160 / 700)])
    assert found.allocation.tolist() == pytest.approx([30 * 0.1, -30 * (0.3 - 160 / 700)])


def test_an_average_region_has_no_terms_of_its_own() -> None:
    whole, after = np.array([300.0, 700.0]), np.array([240.0, 860.0])
    found = shift_share(whole / 10, after / 10, whole, after)
    assert found.mix.sum() == pytest.approx(0) and found.regional == pytest.approx([0, 0])


def test_real_tables_add_up_to_the_last_job() -> None:
    table = load("employment_departements").astype({"departement": str})
    table = table.pivot_table(index="departement", columns=["year", "sector"], values="employment", observed=True)
    table = table.dropna()
    with pytest.warns(UserWarning, match="new"):  # one département has farms in 2018 and had none in 2008
        found = split((table[2008].to_numpy(dtype=float), table[2018].to_numpy(dtype=float)))
    change_ = (table[2018] - table[2008]).to_numpy(dtype=float)
    assert len(table) == 100
    close(found.national + found.mix + found.regional, change_, 1)


# --- identities ----------------------------------------------------------------------------------------------------


@given(tables())
@settings(deadline=None)
def test_the_terms_add_up_to_the_change(table: tuple[np.ndarray, np.ndarray]) -> None:
    start, end = table
    found, scale = split(table), float(max(start.max(), end.max(), 1))
    rates = (end.sum(axis=0) / start.sum(axis=0)).max()
    close(found.national + found.mix + found.regional, end - start, scale * max(rates, 1))


@given(tables(low=1.0))
@settings(deadline=None)
def test_the_two_parts_add_up_to_the_regional_term(table: tuple[np.ndarray, np.ndarray]) -> None:
    found = split(table)
    close(found.homothetic + found.allocation, found.regional, float(np.abs(found.homothetic).max() + 1))


@given(tables(low=1.0))
@settings(deadline=None)
def test_over_all_regions_mix_and_regional_terms_cancel(table: tuple[np.ndarray, np.ndarray]) -> None:
    start, end = table
    found, scale = split(table), float(max(start.sum(), end.sum()) * max((end.sum(0) / start.sum(0)).max(), 1))
    assert abs(found.mix.sum()) <= 1e-9 * scale
    close(found.regional.sum(axis=0), np.zeros(start.shape[1]), scale)
    assert found.national.sum() == pytest.approx(end.sum() - start.sum(), abs=1e-9 * scale)


@given(tables(low=1.0), st.floats(0.01, 100))
@settings(deadline=None)
def test_units_do_not_matter(table: tuple[np.ndarray, np.ndarray], unit: float) -> None:
    start, end = table
    once, again = split(table), split((unit * start, unit * end))
    for name in ("national", "mix", "regional", "homothetic"):
        wanted = unit * getattr(once, name)
        close(getattr(again, name), wanted, float(np.abs(wanted).max() + unit * (start.max() + end.max())))


@given(tables(low=1.0))
@settings(deadline=None)
def test_many_regions_are_one_after_another(table: tuple[np.ndarray, np.ndarray]) -> None:
    start, end = table
    many = split(table)
    for row in range(len(start)):
        one = shift_share(start[row], end[row], start.sum(axis=0), end.sum(axis=0))
        for name in ("national", "mix", "regional", "homothetic", "allocation"):
            assert getattr(one, name).tolist() == getattr(many, name)[row].tolist()


def test_structure_of_the_whole_leaves_no_allocation() -> None:
    found = shift_share([30, 70], [50, 60], [300, 700], [240, 860])
    assert found.allocation == pytest.approx([0, 0]) and found.homothetic == pytest.approx(found.regional)


# --- what is undefined ---------------------------------------------------------------------------------------------


def test_a_region_with_nothing_is_nan_alone_and_named() -> None:
    with pytest.warns(UserWarning, match=r"nothing at the start in region 1: its terms are NaN"):
        found = shift_share([[6, 4], [0, 0]], [[5, 6], [1, 0]], [6, 4], [6, 6])
    for term in (found.national, found.mix, found.regional, found.homothetic, found.allocation):
        assert np.isfinite(term[0]).all() and np.isnan(term[1]).all()


def test_a_new_sector_has_no_rate_and_the_three_terms_still_add_up() -> None:
    with pytest.warns(UserWarning, match=r"new: \(region, sector\) \(0, 1\)"):
        found = shift_share([10, 0], [8, 3], [50, 50], [40, 80])
    assert (found.national + found.mix + found.regional).tolist() == pytest.approx([-2, 3])
    assert np.isfinite(found.homothetic).tolist() == [True, False]
    assert np.isfinite(found.allocation).tolist() == [True, False]


def test_a_sector_that_is_never_there_brings_nothing_and_no_warning() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = shift_share([10, 0], [8, 0], [50, 50], [40, 80])
    assert found.regional[1] == found.homothetic[1] == found.allocation[1] == 0


def test_a_sector_that_is_new_in_the_whole_is_all_regional() -> None:
    with pytest.warns(UserWarning, match="new"):
        found = shift_share([10, 0], [8, 3], [50, 0], [40, 5])
    assert found.mix[1] == found.national[1] == 0 and found.regional[1] == 3


def test_arguments_are_not_written_into() -> None:
    start = np.array([1.0, 2.0])
    start.setflags(write=False)
    shift_share(start, start, start, start)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: shift_share([], [], [], []), r"initial is empty"),
        (lambda: shift_share([1, -2], [1, 2], [3, 3], [3, 3]), r"initial.*-2"),
        (lambda: shift_share([1, 2], [1, np.nan], [3, 3], [3, 3]), r"final.*nan"),
        (lambda: shift_share([1, 2], [1, 2, 3], [3, 3], [3, 3]), r"final.*\(2,\).*\(3,\)"),
        (lambda: shift_share([1, 2], [1, 2], [3, 3, 3], [3, 3]), r"total_initial.*2 values.*got 3"),
        (lambda: shift_share([1, 2], [1, 2], [3, 3], [3]), r"total_final.*2 values.*got 1"),
        (lambda: shift_share([1, 2], [1, 2], [3, -1], [3, 3]), r"total_initial.*-1"),
        (lambda: shift_share([0, 0], [1, 2], [0, 0], [3, 3]), r"total_initial.*all be 0"),
        (lambda: shift_share([1, 2], [1, 2], [3, 0], [3, 3]), r"total_initial is 0 for sector 1.*has 2"),
        (lambda: shift_share(5, 5, [5], [5]), r"initial.*shape \(\)"),
        (lambda: shift_share([[[1]]], [[[1]]], [5], [5]), r"initial.*shape \(1, 1, 1\)"),
        (lambda: shift_share(["a"], [1], [5], [5]), r"initial must hold numbers"),
    ],
)
def test_bad_input_is_named(call: Callable[[], object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        call()
