"""`catalogue`: one line a data set."""

from __future__ import annotations

import pytest

from course_utils.datasets import catalogue
from course_utils.datasets.catalogue import kind_label
from course_utils.datasets.descriptors import names


def test_one_row_each() -> None:
    table = catalogue()
    assert table.index.tolist() == names()
    assert table.index.name == "name"
    assert table.loc["communes", "rows"] == 34875
    assert table.loc["input_output_brazil", "tables"] == "flows_12, sectors_12, flows_68, sectors_68"
    assert table.notna().all().all()


def test_kinds_have_words() -> None:
    assert all(kind_label(kind) for kind in catalogue()["kind"])
    assert "synthetic" in kind_label("synthetic")


def test_titles_follow_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_UTILS_LANGUAGE", "fr")
    assert catalogue().loc["growth_poles", "title"].startswith("Pôles de croissance")
