"""Who decides what: each step has a source and a date, and the history of the water law is told as it was."""

from __future__ import annotations

import pandas as pd
import pytest

from course_utils.datasets import load

COPIES = ("studylib", "vvikipidea", "scribd", "docplayer", "youscribe", "123dok", "senat.fr.", "ezproxy", "jsessionid")


@pytest.fixture(scope="module")
def steps() -> pd.DataFrame:
    return load("competences")


def test_counts(steps: pd.DataFrame) -> None:
    assert (len(steps), steps["competence"].nunique(), len(load("competences", "laws"))) == (36, 22, 12)
    to = steps["to_level"].value_counts()
    assert (to["region"], to["group"], to["state"]) == (14, 8, 3)


def test_each_row_names_a_source_that_is_no_copy(steps: pd.DataFrame) -> None:
    for table in (steps, load("competences", "laws")):
        assert (table["source"].str.len() > 10).all()
        assert not any(table["source"].str.contains(copy, regex=False).any() for copy in COPIES)


def test_nothing_applies_before_its_law(steps: pd.DataFrame) -> None:
    both = steps.dropna(subset=["law_date", "in_force"])
    assert (both["in_force"] >= both["law_date"]).all()
    assert (steps["effective"] == steps["in_force"].fillna(steps["law_date"])).all()
    assert steps["effective"].between("1972-07-05", "2025-12-31").all()


def test_a_date_of_the_law_stands_in_the_law(steps: pd.DataFrame) -> None:
    """Where the name of the law gives its year, the date has it."""
    named = steps[steps["law"].str.contains(r" of \d+ ")].dropna(subset=["law_date"])
    years = named["law"].str.findall(r"\b(?:19|20)\d\d\b").str[-1].astype(int)
    assert len(named) > 25 and (named["law_date"].dt.year == years).all()


def test_water_went_up_and_may_stay_down(steps: pd.DataFrame) -> None:
    water = steps[steps["competence"] == "Drinking water and sewage"]
    assert water["to_level"].tolist() == ["group", "commune", "commune"]
    assert water["law_date"].dt.year.tolist() == [2015, 2018, 2025]


def test_a_step_starts_where_the_one_before_ended_or_goes_on_with_it(steps: pd.DataFrame) -> None:
    """Except where a level hands over piece by piece: both steps then have the same two ends."""
    for _name, own in steps.groupby("competence"):
        pairs = zip(
            own[["from_level", "to_level"]].to_numpy(), own[["from_level", "to_level"]].to_numpy()[1:], strict=False
        )
        for (start, end), (again, _to) in pairs:
            assert again in (start, end) or own["competence"].iloc[0] == "Drinking water and sewage"
