"""The portrait of the reader's territory: its quotients, its rank, and what the welcome page says of them."""

from __future__ import annotations

import math
import re
from typing import Any

import numpy as np
import pytest

from course_utils import load
from course_utils.concepts.portrait import explorer, figure
from course_utils.concepts.portrait.model import intercommunalities, jobs_of, quotients, standing
from course_utils.datasets import territories
from course_utils.explorer import Explorer


@pytest.fixture(scope="module")
def built() -> Explorer:
    return explorer()


def test_quotients_weighted_by_jobs_average_to_one_in_every_sector() -> None:
    jobs = load("employment_departements").query("year == 2018")
    weights = jobs.groupby("departement", observed=True)["employment"].sum()
    assert np.allclose((quotients().mul(weights, axis=0)).sum() / weights.sum(), 1, atol=1e-12)


def test_a_quotient_by_hand() -> None:
    jobs = load("employment_departements").query("year == 2018")
    industry, own = jobs[jobs["sector"] == "industry"], jobs[jobs["departement"] == "38"]
    national = industry["employment"].sum() / jobs["employment"].sum()
    share = own.loc[own["sector"] == "industry", "employment"].item() / own["employment"].sum()
    assert jobs_of("38").quotients["industry"] == pytest.approx(share / national, rel=1e-12)


def test_every_territory_that_can_be_chosen_has_its_sentence(built: Explorer) -> None:
    for code, row in territories().iterrows():
        read = built.read(departement=code)
        assert read.startswith(f"{row['name']} has ") and not re.search(r"\bnan\b", read)
    for code, row in territories("epci").iterrows():
        read = built.read(epci=code)
        assert str(row["name"]) in read and not re.search(r"\bnan\b", read)


def test_ranks_run_from_the_largest_to_the_smallest() -> None:
    table = intercommunalities().sort_values("rank")
    assert table["rank"].tolist() == list(range(1, len(table) + 1))
    assert table["population"].is_monotonic_decreasing


def test_growth_is_that_of_the_same_code_or_unknown() -> None:
    table = load("epci")
    then = set(table.loc[table["year"] == 2019, "epci"].astype(str))
    known = intercommunalities()["growth"].notna()
    assert {code for code, has in known.items() if has} == then & set(known.index)
    young = next(code for code in known.index if code not in then)
    assert math.isnan(standing(young).growth)
    drawn = explorer().evaluate(epci=young)[1]["data"][-1]
    assert drawn["y"] == [None]


def drawn(values: dict[str, Any], panel: int) -> dict[str, Any]:
    return explorer().evaluate(**values)[panel]["data"][-1]


def test_the_stars_stand_where_the_numbers_are() -> None:
    stars = drawn({"departement": "74"}, 0)
    found = jobs_of("74").quotients
    assert np.allclose(10 ** np.array(stars["x"]), [found[key] for key in figure.sectors()])
    star, own = drawn({"epci": "200040715"}, 1), standing("200040715")
    assert star["x"] == [pytest.approx(math.log10(own.population))] and star["y"] == [pytest.approx(own.growth)]


def test_what_has_no_logarithm_is_drawn_at_the_edge() -> None:
    stars = drawn({"departement": "75"}, 0)
    assert jobs_of("75").quotients.min() < figure.LEAST == pytest.approx(10 ** min(stars["x"]))


def test_every_département_and_intercommunality_is_a_dot(built: Explorer) -> None:
    one, two = built.evaluate()
    assert len(one["data"][0]["x"]) == 7 * len(territories())
    shown = sum(len(trace["x"]) for trace in two["data"][:-1])
    assert shown == intercommunalities()["growth"].notna().sum()
    assert len({t["marker"]["symbol"] for t in two["data"]}) == len(two["data"])
