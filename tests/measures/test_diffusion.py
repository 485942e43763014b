"""The Bass model: limits, peak, differential equation; a fit finds what a long series was made of."""

from __future__ import annotations

import doctest

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_utils.measures import bass, bass_peak, diffusion, fit_bass

P, Q, M = st.floats(1e-4, 0.1), st.floats(0.15, 1.0), st.floats(10, 1e6)
calm = settings(max_examples=40, deadline=None)


def test_examples_hold() -> None:
    assert doctest.testmod(diffusion).failed == 0


@given(P, Q, M)
@calm
def test_it_starts_at_nought_rises_and_ends_at_the_ceiling(p: float, q: float, m: float) -> None:
    adopters = bass(p, q, m, np.linspace(0, 60, 200))
    assert adopters[0] == 0 and (np.diff(adopters) >= -1e-9 * m).all() and (adopters <= m * (1 + 1e-12)).all()
    assert bass(p, q, m, 500 / (p + q)) == pytest.approx(m)


@given(P, Q)
@calm
def test_a_share_p_plus_q_f_of_the_others_adopts(p: float, q: float) -> None:
    t, step = np.linspace(0.5, 30, 40), 1e-4
    share = bass(p, q, 1, t)
    slope = (bass(p, q, 1, t + step) - bass(p, q, 1, t - step)) / (2 * step)
    assert slope == pytest.approx((p + q * share) * (1 - share), rel=1e-4, abs=1e-8)


@given(P, Q)
@calm
def test_growth_is_fastest_at_the_peak(p: float, q: float) -> None:
    peak = bass_peak(p, q)
    assert peak == pytest.approx(np.log(q / p) / (p + q))
    new = [float(bass(p, q, 1, peak + at + 0.05) - bass(p, q, 1, max(peak + at - 0.05, 0))) for at in (-1.0, 0.0, 1.0)]
    if peak > 1.05:
        assert new[1] > new[0] and new[1] > new[2]
    assert float(bass(p, q, 1, peak)) == pytest.approx(0.5 - p / (2 * q))  # Bass 1969


def test_limits() -> None:
    t = np.linspace(0, 20, 21)
    assert bass(0.1, 0, 100, t) == pytest.approx(100 * (1 - np.exp(-0.1 * t)))  # innovation alone
    assert bass_peak(0.2, 0.2) == bass_peak(0.2, 0.1) == 0
    early = bass(1e-9, 0.3, 1, t)  # hardly begun: as good as exponential
    assert early == pytest.approx(1e-9 / 0.3 * (np.exp(0.3 * t) - 1), rel=1e-3)


@given(st.floats(1e-3, 0.05), st.floats(0.2, 0.7), M)
@settings(max_examples=15, deadline=None)
def test_a_long_series_without_noise_gives_back_what_it_was_made_of(p: float, q: float, m: float) -> None:
    t = np.linspace(1, 2.5 * bass_peak(p, q) + 10, 30)
    found = fit_bass(t, bass(p, q, m, t))
    assert (found.p, found.q, found.m) == pytest.approx((p, q, m), rel=1e-3)
    assert found.error < 1e-4 * m and not found.open_ended and found.peak == pytest.approx(bass_peak(p, q), rel=1e-3)
    given_m = fit_bass(t, bass(p, q, m, t), m)
    assert given_m.m == m and (given_m.p, given_m.q) == pytest.approx((p, q), rel=1e-3)


def test_a_free_ceiling_is_never_worse_than_a_given_one() -> None:
    t, counts = [0, 7, 9, 11, 13], [1, 360, 600, 1700, 2787]
    free = fit_bass(t, counts)
    assert all(fit_bass(t, counts, m).error >= free.error - 1e-6 for m in (2800, 3000, 4000, 10_000, 50_000, 1e6))


def test_some_counts_have_no_best_ceiling() -> None:
    assert fit_bass([10, 13, 15], [1800, 2500, 3500]).open_ended


@given(st.floats(0.1, 1000))
@settings(max_examples=8, deadline=None)
def test_the_unit_of_the_counts_does_not_matter(unit: float) -> None:
    t, counts = np.array([0, 7, 9, 11, 13.0]), np.array([1, 360, 600, 1700, 2787.0])
    one, other = fit_bass(t, counts), fit_bass(t, unit * counts)
    assert (other.p, other.q, other.m / unit) == pytest.approx((one.p, one.q, one.m), rel=1e-3)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: bass(0, 0.4, 1, 1), r"p must lie in \(0, inf\), got 0"),
        (lambda: bass(0.1, -1, 1, 1), "q must lie in .0, inf., got -1"),
        (lambda: bass(0.1, 0.4, 1, -2), "t must lie in .0, inf., got -2"),
        (lambda: bass_peak(0.1, np.nan), "q must be finite, got nan"),
        (lambda: fit_bass([1, 2], [1, 2, 3]), "adopters must hold 2 values as t does, got 3"),
        (lambda: fit_bass([0, 2], [1, 2]), r"t must hold at least two times after 0, got \[0.0, 2.0\]"),
        (lambda: fit_bass([1, 2], [0, 0]), "adopters must not all be 0"),
        (lambda: fit_bass([1, 2], [1, 2], -5), "m must lie in .0, inf., got -5"),
    ],
)
def test_bad_input_is_named(call: object, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        call()  # type: ignore[operator]
