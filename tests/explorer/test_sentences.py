"""Readings: after packing, each number prints as Python printed it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_utils.explorer import BudgetError, Explorer, Reading, Slider, Territory
from course_utils.explorer.lattice import Layer, place_name
from course_utils.explorer.packing import Blob
from course_utils.explorer.sentences import pack_sentences
from course_utils.words import Sentence, number, percent, say
from tests.explorer.decoder import trees, unpack

STEP = Slider("n", 0.0, 10.0, 0.0, points=11)
SMOOTH = Slider("x", 1.0, 11.0, 1.0, points=2, interpolate=True)
TOKEN = re.compile(r"\{(?:@([^}]+)|(=?)([^|{}]+)\|(\d+)\|([^|]+)\|([^}]*))\}")


def reading(controls: dict[str, Any], sentence: Callable[..., Any]) -> tuple[Explorer, Layer, dict[str, Any], bytes]:
    read = Reading(lambda **values: values, lambda _result, **values: sentence(**values), tuple(controls))
    explorer, blob = Explorer("said", controls, [], read), Blob()
    layer = Layer.of(explorer, "reading", read.controls, read.say)
    return explorer, layer, pack_sentences(layer, blob), unpack(blob.text())


def filled(found: dict[str, Any], values: dict[str, Any]) -> str:
    """Fill the tokens of a template as the page does."""

    def one(token: re.Match[str]) -> str:
        place, echo, key, decimals, scale, unit = token.groups()
        if place:
            return place_name(values[place])
        value = values[key] * float(scale) if echo else found[f"n{key}"]
        return str(number(float("nan") if value is None else float(f"{value:.13g}"), int(decimals), unit))

    return TOKEN.sub(one, found["t"])


def said(controls: dict[str, Any], sentence: Callable[..., Any]) -> list[str]:
    """All sentences after packing and unpacking."""
    _explorer, layer, packed, raw = reading(controls, sentence)
    read = trees(packed, raw, layer.shape)
    return [filled(tree, state) for tree, state in zip(read, layer.states(), strict=True)]


def check(controls: dict[str, Any], sentence: Callable[..., Any]) -> None:
    explorer, layer, *_rest = reading(controls, sentence)
    assert said(controls, sentence) == [str(explorer.read(**state)) for state in layer.states()]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.floats(-1e7, 1e7), min_size=11, max_size=11), st.integers(0, 2), st.booleans())
def test_every_sentence_comes_back_as_printed(values: list[float], decimals: int, share: bool) -> None:
    def sentence(n: float) -> Sentence:
        value = values[int(n)]
        return say(
            "It is {v} of {n}.", v=percent(value / 1e6, decimals) if share else number(value, decimals), n=number(n)
        )

    check({"n": STEP}, sentence)


def test_populations_come_back_to_the_last_inhabitant() -> None:
    """16 bits would not do: 2,103,778 would be printed as 2,103,790."""
    check({"n": STEP}, lambda n: say("{v} inhabitants.", v=number(2_103_778 - 198_765 * n)))


def test_templates_with_more_and_fewer_numbers() -> None:
    def sentence(n: float) -> Sentence:
        if n < 3:
            return say("Nothing yet.")
        return say("{a} then {b}.", a=number(n / 7, 3), b=number(n)) if n < 7 else say("Only {a}.", a=number(n / 3, 1))

    check({"n": STEP}, sentence)


def test_what_is_not_a_number_is_said() -> None:
    check({"n": STEP}, lambda n: say("It is {v}.", v=number(float("nan") if n == 4 else n / 3, 2)))


def test_words_braces_and_bars_are_left_alone() -> None:
    check({"n": STEP}, lambda n: say("{w} {v}", w="{0} {a|b} <b>" if n > 5 else "}{", v=number(n)))


def test_a_plain_text_is_a_sentence() -> None:
    check({"n": STEP}, lambda n: "High {!}" if n > 5 else "Low")


def test_the_control_itself_is_printed_from_the_control() -> None:
    sentence: Callable[..., Any] = lambda x: say("{x} gives {y}.", x=number(x, 1), y=number(2 * x, 1))  # noqa: E731
    _explorer, _layer, packed, _raw = reading({"x": SMOOTH}, sentence)
    assert packed["base"]["t"] == "{=x|1|1.0|} gives {1|1|1.0|}."
    assert [entry["p"] for entry in packed["nums"]] == [["n1"]]
    check({"x": SMOOTH}, sentence)


def test_a_number_that_is_interpolated_is_shipped_finer_than_it_prints() -> None:
    """Rounded at both ends, 3 and 37, it would print 6 at 2: it is 6.8, so 7."""
    _explorer, layer, packed, raw = reading({"x": SMOOTH}, lambda x: say("It is {y}.", y=number(3.4 * x)))
    low, high = (tree["n0"] for tree in trees(packed, raw, layer.shape))
    assert (low, high) == pytest.approx((3.4, 37.4), abs=1e-4)
    for x in (1.5, 2.0, 2.2, 6.7):
        between = low + (x - 1) / 10 * (high - low)
        assert str(number(between)) == str(number(3.4 * x))


def test_a_number_that_does_not_interpolate_is_refused() -> None:
    with pytest.raises(BudgetError, match="said, reading: n0 at .* errs by"):
        reading({"x": SMOOTH}, lambda x: say("It is {y}.", y=number(x * x, 1)))


def test_a_number_that_only_one_template_has_is_refused_between_nodes() -> None:
    with pytest.raises(BudgetError, match="gaps"):
        reading({"x": SMOOTH}, lambda x: say("It is {y}.", y=number(3 * x, 1)) if x > 5 else say("Low."))


def test_the_name_of_a_place_is_a_token() -> None:
    place = Territory("place", "departement", "38")
    sentence: Callable[..., Any] = lambda place, n: say("{p}: {n}.", p=place_name(place), n=number(n))  # noqa: E731
    _explorer, _layer, packed, _raw = reading({"place": place, "n": STEP}, sentence)
    assert packed["base"]["t"] == "{@place}: {0|0|1.0|}." and packed["words"] == []
    check({"place": place, "n": STEP}, sentence)


def test_more_digits_than_can_be_packed_are_refused() -> None:
    with pytest.raises(ValueError, match="prints from 0.0 to 1000000000000.0 with 2 decimals: too many digits"):
        reading({"n": STEP}, lambda n: say("{v}", v=number(n * 1e11, 2)))
