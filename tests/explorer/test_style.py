"""Colours that can be seen in both themes, and layouts that can be laid upon each other."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pytest

from course_utils.explorer import style


def linear(colour: str) -> np.ndarray:
    """Linear RGB of a colour."""
    channels = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2."""
    return float(np.array([0.2126, 0.7152, 0.0722]) @ linear(colour))


def contrast(a: str, b: str) -> float:
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("colour", style.PALETTE)
def test_every_colour_is_seen_on_both_papers(theme: str, colour: str) -> None:
    assert contrast(colour, style.THEMES[theme]["paper"]) >= 3


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_ink_is_read_on_both_papers(theme: str) -> None:
    assert contrast(style.THEMES[theme]["ink"], style.THEMES[theme]["paper"]) >= 4.5


#: What those see who lack red, green or blue cones: matrices on linear RGB of Machado et al. (2009), severity 1.
MISSING = {
    "red": [(0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)],
    "green": [(0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)],
    "blue": [(1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)],
}
TO_XYZ = np.array(
    [(0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041)]
)


def lab(colour: str, cones: str) -> np.ndarray:
    """CIELAB of a colour as it is seen without some cones."""
    seen = np.clip(np.array(MISSING[cones]) @ linear(colour), 0, 1)
    x, y, z = np.cbrt(TO_XYZ @ seen / (0.95047, 1.0, 1.08883))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("cones", MISSING)
@pytest.mark.parametrize(("one", "two"), list(itertools.combinations(style.PALETTE, 2)))
def test_colours_are_told_apart_in_colour_blindness(one: str, two: str, cones: str) -> None:
    assert np.linalg.norm(lab(one, cones) - lab(two, cones)) >= 17


def test_colours_repeat() -> None:
    assert [style.color(i) for i in (0, 5, 6)] == [style.PALETTE[0], style.MUTED, style.PALETTE[0]]


@pytest.mark.parametrize("scale", [style.SEQUENTIAL, style.DIVERGING])
def test_scales_run_from_nought_to_one(scale: list[list[Any]]) -> None:
    stops = [stop for stop, _colour in scale]
    assert stops == sorted(stops) and (stops[0], stops[-1]) == (0.0, 1.0)


def test_a_sequential_scale_darkens_all_the_way() -> None:
    shades = [luminance(colour) for _stop, colour in style.SEQUENTIAL]
    assert shades == sorted(shades, reverse=True)


def test_a_diverging_scale_is_lightest_in_the_middle() -> None:
    shades = [luminance(colour) for _stop, colour in style.DIVERGING]
    assert shades[:3] == sorted(shades[:3]) and shades[2:] == sorted(shades[2:], reverse=True)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_template_holds_no_colour_of_another_theme(theme: str) -> None:
    other = {"light": "dark", "dark": "light"}[theme]
    text = str(style.template(theme))
    assert style.THEMES[theme]["ink"] in text and style.THEMES[other]["ink"] not in text
    assert style.template(theme)["layout"]["paper_bgcolor"] == "rgba(0,0,0,0)"


def test_merge() -> None:
    base, over = {"a": {"x": 1, "y": 2}, "b": 1, "c": {"z": 1}}, {"a": {"y": 3}, "b": {"n": 1}, "c": 5}
    assert style.merge(base, over) == {"a": {"x": 1, "y": 3}, "b": {"n": 1}, "c": 5}
    assert base == {"a": {"x": 1, "y": 2}, "b": 1, "c": {"z": 1}} and over == {"a": {"y": 3}, "b": {"n": 1}, "c": 5}
