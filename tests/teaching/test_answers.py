"""What is read as an answer, and how it is graded."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_utils.teaching.answers import fold, grade_number, grade_set, grade_text, read

NAMES = {"Steel": "Steel", "Énergie": "Énergie", "Agri-food": "Agri-food", "food": "Agri-food"}


@pytest.mark.parametrize("value", [3, 3.0, np.float64(3), np.int64(3), np.array(3.0), np.array([3.0])])
def test_numbers_of_any_make(value: object) -> None:
    assert read("number", value) == 3.0


@pytest.mark.parametrize("value", [True, "3", None, [3], (3,), {"a": 3}, np.array([1.0, 2.0]), 3j])
def test_what_is_no_number(value: object) -> None:
    with pytest.raises(TypeError, match="a number is wanted, got"):
        read("number", value)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), np.nan])
def test_numbers_must_be_finite(value: float) -> None:
    with pytest.raises(ValueError, match="a finite number is wanted"):
        read("number", value)


def test_names_are_read_whatever_their_accents_and_hyphens() -> None:
    assert read("text", "energie", NAMES) == "Énergie"
    assert read("text", "AGRI FOOD", NAMES) == read("text", "food", NAMES) == "Agri-food"


def test_a_name_that_is_none_gets_the_closest() -> None:
    with pytest.raises(ValueError, match="'Steele' is not one of the names; did you mean 'Steel'"):
        read("text", "Steele", NAMES)
    with pytest.raises(TypeError, match="a text between quotes is wanted, got int 3"):
        read("text", 3, NAMES)


@pytest.mark.parametrize(
    "value", [{"Steel", "energie"}, ["Steel", "Énergie"], ("Steel", "Énergie"), pd.Index(["Steel", "Énergie"])]
)
def test_sets_of_any_make(value: object) -> None:
    assert read("set", value, NAMES) == {"Steel", "Énergie"}


@pytest.mark.parametrize("value", ["Steel", 3, {"Steel": 1}, None])
def test_what_is_no_set(value: object) -> None:
    with pytest.raises(TypeError, match="a set of texts such as"):
        read("set", value, NAMES)


@pytest.mark.parametrize(
    ("given_", "status"),
    [(100, "right"), (100.9, "right"), (99.1, "right"), (102, "close"), (92, "close"), (111, "wrong"), (0, "wrong")],
)
def test_one_percent_is_right_and_ten_is_close(given_: float, status: str) -> None:
    assert grade_number(given_, 100, 0.01).status == status


@pytest.mark.parametrize(
    ("given_", "why"),
    [
        (29.0, "percent where a fraction"),
        (0.0029, "fraction where percent"),
        (290.0, "thousand times too high"),
        (0.00029, "thousand times too low"),
        (290_000.0, "million times too high"),
        (2.9e-7, "million times too low"),
        (-0.29, "the sign is not"),
    ],
)
def test_units_are_told(given_: float, why: str) -> None:
    grade = grade_number(given_, 0.29, 0.01)
    assert (grade.status, why in grade.why) == ("unit", True)


def test_zero_is_no_unit_slip_of_anything() -> None:
    assert grade_number(0.0, 0.0, 0.01).status == "right"
    assert grade_number(1.0, 0.0, 0.01).status == "wrong"
    assert grade_number(0.004, 0.0, 0.01, slack=0.005).status == "right"


def test_sides_are_told() -> None:
    assert grade_number(200, 100, 0.01).why == "Too high."
    assert grade_number(10.5, 100, 0.01).why == "Too low."
    assert grade_number(103, 100, 0.01).why == "Close, but a little too high."


@given(st.floats(1e-6, 1e9), st.floats(-0.0099, 0.0099))
def test_any_answer_within_the_tolerance_is_right(expected: float, error: float) -> None:
    assert grade_number(expected * (1 + error), expected, 0.01).status == "right"


def test_sets_are_counted() -> None:
    assert grade_set({"a", "b"}, {"A", "b"}).status == "right"
    assert grade_set({"a", "c"}, {"a", "b"}).status == "close"
    assert grade_set({"c"}, {"a", "b"}).status == "wrong"
    assert grade_set({"a", "x", "y", "z"}, {"a", "b"}).status == "wrong"
    assert grade_set({"a", "c"}, {"a", "b"}).why == "Found 1 of 2; 1 of yours not among them."


def test_texts_are_compared_folded() -> None:
    assert grade_text("isere", "Isère").status == "right"
    assert grade_text("Rhône", "Isère").why == "It is not Rhône."


def test_folding_keeps_different_names_apart() -> None:
    assert fold("Loire") != fold("Haute-Loire")
    assert fold("  Île-de-France ") == "ile de france"
