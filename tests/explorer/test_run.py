"""The run of a control that plays: from its first value to its last, never too long to watch."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings

from course_utils.explorer import Choice, Slider
from course_utils.explorer.run import BEAT, GLIDE, STEPS, run_of
from tests.explorer.test_controls import sliders

LONGEST = 21_000


@settings(deadline=None, max_examples=60)
@given(sliders())
def test_a_run_leads_from_bound_to_bound_over_values_that_the_slider_takes(slider: Slider) -> None:
    run = run_of(slider)
    assert (run.values[0], run.values[-1]) == (slider.min, slider.max)
    assert all(a < b for a, b in itertools.pairwise(run.values))
    assert [slider.accept(value) for value in run.values] == list(run.values)
    assert 2 <= len(run.values) <= STEPS + 1 and run.beat * len(run.values) <= LONGEST


def test_a_short_run_shows_every_value() -> None:
    years = {year: year for year in ("2019", "2020", "2026")}
    assert run_of(Choice("Year", years, "2020", play=True)).values == tuple(years)
    assert run_of(Slider("Round", 0, 8, 0, points=9, play=True)).values == tuple(map(float, range(9)))
    assert run_of(Slider("s", 0.0, 1.0, 0.0, points=6, interpolate=True, step=0.05)).values[:3] == (0.0, 0.05, 0.1)


@pytest.mark.parametrize(
    ("slider", "values", "beat"),
    [
        (Slider("s", 0, 100, 0, points=101), (0, 4, 8), BEAT),
        (Slider("s", 0, 10, 0, points=3, interpolate=True, step=0.01), (0, 0.4, 0.8), GLIDE),
        (Slider("s", 1, 10**5, 1, points=3, interpolate=True, step=0.01, scale="log"), (1, 10**0.2, 10**0.4), GLIDE),
    ],
)
def test_a_long_run_shows_some_evenly_spaced(slider: Slider, values: tuple[float, ...], beat: int) -> None:
    run = run_of(slider)
    assert run.values[:3] == pytest.approx(values, rel=1e-5) and run.beat == beat
    assert len(run.values) == STEPS + 1


def test_a_value_that_is_read_for_itself_stands_longer() -> None:
    assert 600 <= BEAT <= 1000 and GLIDE < BEAT
