"""The example of every dataset runs and shows something; one that does not fails the build, by name."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from course_utils.datasets.descriptors import descriptor, names
from course_utils.sphinx_ext.examples import FIRST, LINES, ROWS, ExampleError, code_of, shown, value_of
from tests.sphinx_ext.made import Room

ROWS_OF_THREE = {"place": ["a", "b", "c"], "jobs": [3, 1, 2]}


@pytest.mark.parametrize("name", names())
def test_every_example_runs_as_it_stands(name: str) -> None:
    lines = descriptor(name)["example"].strip().splitlines()
    assert 1 <= len(lines) <= LINES
    kind, text = shown(value_of(name))
    assert kind in ("html", "text") and len(text) > 3 and name in code_of(name)
    assert shown(value_of(name)) == (kind, text)


def test_the_import_stands_before_and_only_if_it_is_used(room: Room) -> None:
    assert code_of(room.put(ROWS_OF_THREE)) == FIRST + 'load("made")'
    own = "from course_utils import load\nload('made')"
    assert code_of(room.put(ROWS_OF_THREE, example=own)) == own


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("", "an example has 1 to 5 lines, not 0"),
        ("1\n" * 6, "an example has 1 to 5 lines, not 6"),
        ("jobs = load('made')", "the last line of its example is not an expression"),
        ("load('mad')", "its example fails: UnknownDataset: no dataset 'mad'"),
        ("load('made')['town']", "its example fails: KeyError"),
        ("import warnings\nwarnings.warn('old')\n1", "its example fails: UserWarning: old"),
        ("print(1)", "its example shows nothing"),
        ("load('made').query('jobs > 9')", "its example shows nothing"),
    ],
)
def test_an_example_that_is_wrong_is_named(room: Room, code: str, said: str) -> None:
    with pytest.raises(ExampleError, match="^made: ") as raised:
        value_of(room.put(ROWS_OF_THREE, example=code))
    assert said in str(raised.value)


def test_a_table_is_shown_as_a_table_and_cut() -> None:
    kind, text = shown(pd.DataFrame({"a": range(100)}))
    assert kind == "html" and text.count("<tr") == ROWS + 2 and "100 rows × 1 columns" in text


@pytest.mark.parametrize(("value", "text"), [("words", "words"), ([1, 2], "[1, 2]"), (1.5, "1.5")])
def test_anything_else_is_shown_as_text(value: Any, text: str) -> None:
    assert shown(value) == ("text", text)


def test_a_column_is_shown_as_in_a_terminal() -> None:
    kind, text = shown(pd.Series([1, 2], ["a", "b"], name="n"))
    assert kind == "text" and text.splitlines()[-1] == "Name: n, dtype: int64"
