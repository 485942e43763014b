"""Packing: what an independent decoder reads back, what is left out, and what is refused."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_utils.explorer.packing import STEPS, Blob, pack_layer
from tests.explorer.decoder import trees as unpacked
from tests.explorer.decoder import unpack

Trees = list[Any]


def packed(trees: Trees, shape: tuple[int, ...], quanta: Any = None) -> tuple[dict[str, Any], bytes, Blob]:
    blob = Blob()
    layer = pack_layer(trees, shape, blob, quanta)
    return layer, unpack(blob.text()), blob


def back(trees: Trees, shape: tuple[int, ...], quanta: Any = None) -> Trees:
    """All trees after packing and unpacking."""
    layer, raw, _blob = packed(trees, shape, quanta)
    return unpacked(layer, raw, shape)


def gap(a: Any, b: Any) -> float:
    """Largest difference of two numeric leaves of one shape, nulls in the same places."""
    one, two = np.array(a, dtype=float), np.array(b, dtype=float)
    assert one.shape == two.shape and (np.isnan(one) == np.isnan(two)).all()
    return float(np.max(np.abs(np.nan_to_num(one) - np.nan_to_num(two)), initial=0.0))


@st.composite
def lattices(draw: Any) -> tuple[Trees, tuple[int, ...]]:
    """Trees with a scalar, a short and a long row, a table and a word that vary over up to three controls."""
    shape = tuple(draw(st.lists(st.integers(1, 4), min_size=1, max_size=3)))
    random = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    scale, holes = 10.0 ** draw(st.integers(-9, 9)), draw(st.floats(0, 1))

    def some(*size: int) -> Any:
        values = random.normal(size=size) * scale
        return np.where(random.random(size) < holes, None, values).tolist()

    def one() -> dict[str, Any]:
        word = "".join(random.choice(list("ab{"), 2))
        return {
            "s": some(1)[0],
            "short": some(3),
            "long": [*some(12)],
            "table": some(2, 5),
            "deep": [{"word": word}],
            "same": 1,
        }

    return [one() for _state in range(math.prod(shape))], shape


@settings(deadline=None, max_examples=60)
@given(lattices())
def test_a_round_trip_errs_by_half_a_step_at_most(case: tuple[Trees, tuple[int, ...]]) -> None:
    trees, shape = case
    read = back(trees, shape)
    for key in ("s", "short", "long", "table"):
        known = [v for t in trees for v in np.ravel(np.array(t[key], dtype=float)) if not math.isnan(v)]
        step = (max(known) - min(known)) / STEPS if known else 0.0
        for was, now in zip(trees, read, strict=True):
            assert gap(was[key], now[key]) <= step * 0.5001
    assert [t["deep"] for t in read] == [t["deep"] for t in trees]
    assert all(t["same"] == 1 for t in read)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(-(2**31), 2**31 - 2), min_size=2, max_size=20), st.booleans())
def test_whole_numbers_come_back_exactly(values: list[int], many: bool) -> None:
    trees = [{"v": [v] * 9 if many else v} for v in values]
    assert back(trees, (len(trees),)) == trees


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(-(10**9), 10**9), min_size=2, max_size=10), st.integers(0, 3))
def test_quanta_are_exact(values: list[int], decimals: int) -> None:
    """Numbers printed with some decimals come back so that they print the same."""
    trees = [{"n": v / 10**decimals} for v in values]
    read = back(trees, (len(trees),), {("n",): 10.0**-decimals})
    assert [f"{t['n']:.{decimals}f}".replace("-0", "0") for t in read] == [
        f"{t['n']:.{decimals}f}".replace("-0", "0") for t in trees
    ]


def test_words_may_be_lists_and_hold_anything() -> None:
    trees: Trees = [{"text": ["é", None]}, {"text": ["</script>", "{0}"]}, {"text": ["é", None]}]
    layer, _raw, blob = packed(trees, (3,))
    assert layer["words"][0]["u"] == [["é", None], ["</script>", "{0}"]]
    assert blob.values == 3
    assert back(trees, (3,)) == trees


def test_truth_values_are_words() -> None:
    trees: Trees = [{"visible": True}, {"visible": False}]
    assert back(trees, (2,)) == trees


def test_what_does_not_vary_is_not_packed() -> None:
    layer, raw, blob = packed([{"a": [1, 2]}] * 4, (2, 2))
    assert (layer, raw, blob.values) == ({"base": {"a": [1, 2]}, "nums": [], "words": []}, b"", 0)


def test_axes_along_which_nothing_changes_are_dropped() -> None:
    trees = [
        {"x": [float(i)] * 3, "y": [j / 7] * 2, "z": i / 3 + j} for i in range(5) for _k in range(3) for j in range(4)
    ]
    layer, _raw, blob = packed(trees, (5, 3, 4))
    assert {e["p"][0]: (e["ax"], e["m"]) for e in layer["nums"]} == {"x": ([0], 5), "y": ([2], 4), "z": ([0, 2], 20)}
    assert blob.values == 5 * 3 + 4 * 2 + 20
    assert all(gap(a[k], b[k]) < 1e-4 for a, b in zip(trees, back(trees, (5, 3, 4)), strict=True) for k in a)


def test_one_hole_that_moves() -> None:
    trees: Trees = [{"y": [1.5, None]}, {"y": [None, 1.5]}]
    assert back(trees, (2,)) == trees


def test_layers_share_one_blob() -> None:
    blob = Blob()
    layers = [pack_layer([{"y": [i + k / 3 for k in range(9)]} for i in range(n)], (n,), blob) for n in (3, 5)]
    raw = unpack(blob.text())
    assert blob.size == len(raw) == 2 * blob.values == 2 * 9 * 8
    for layer, n in zip(layers, (3, 5), strict=True):
        assert gap(unpacked(layer, raw, (n,))[-1]["y"], [n - 1 + k / 3 for k in range(9)]) < 1e-4


def test_an_array_that_is_small_in_one_state_keeps_its_digits() -> None:
    trees = [{"y": [s / 3, s / 7, None]} for s in (1.0, 1e3, 1e6)]
    for was, now in zip(trees, back(trees, (3,)), strict=True):
        assert gap(was["y"], now["y"]) <= 5e-4 * max(was["y"][:2])
    assert "w" not in packed([{"y": [s / 3, s / 7]} for s in (1.0, 10.0, 50.0)], (3,))[0]["nums"][0]


def test_nought_in_one_state_is_no_reason_for_more_bits() -> None:
    layer = packed([{"y": [0.0, 0.0]}, {"y": [1 / 3, 0.7]}], (2,))[0]
    assert "w" not in layer["nums"][0]


def test_wide_numbers_count_twice() -> None:
    assert packed([{"n": 0}, {"n": STEPS}], (2,))[2].values == 2
    assert packed([{"n": 0}, {"n": STEPS + 1}], (2,))[2].values == 4


@pytest.mark.parametrize(
    ("other", "where"),
    [
        ({"y": [1, 2, 3]}, "data.0.y"),
        ({"y": 1}, "data.0.y"),
        ({"y": None}, "data.0.y"),
        ({"z": [1, 2]}, "data.0.y"),
        ({"y": [1, 2], "name": "n"}, "data.0.name"),
        ({"y": [[1, 2], [3, 4]]}, "data.0.y"),
        ({"y": [1, "a"]}, "data.0.y"),
    ],
)
def test_a_structure_that_changes_is_refused(other: dict[str, Any], where: str) -> None:
    trees = [{"data": [{"y": [1, 2]}]}, {"data": [other]}]
    with pytest.raises(ValueError, match=f"structure changes between states near {where}.*: pad arrays with None"):
        pack_layer(trees, (2,), Blob())


def test_tables_of_another_width_are_refused() -> None:
    trees = [{"z": [[1, 2], [3, 4]]}, {"z": [[1, 2, 3], [4, 5, 6]]}]
    with pytest.raises(ValueError, match="structure changes between states near z"):
        pack_layer(trees, (2,), Blob())


def test_smooth_curves_pack_well() -> None:
    """What the differences are for: 300 smooth curves in under a quarter of their 16 bits."""
    x = np.linspace(0, 1, 100)
    blob = packed([{"y": (x**p).tolist()} for p in np.linspace(0.5, 4, 300)], (300,))[2]
    assert len(blob.text()) * 3 / 4 < blob.size / 4
