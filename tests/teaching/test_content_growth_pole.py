"""The growth pole's questions are answered by the model: which option is right is computed here, not believed."""

from __future__ import annotations

import numpy as np
import pytest

from course_utils.concepts import growth_pole
from course_utils.datasets import territories
from course_utils.teaching import bet, check, my_territory, quiz, reveal
from course_utils.teaching.content.growth_pole import asked
from course_utils.teaching.content.growth_pole.bet import GUESSES
from course_utils.teaching.questions import Option, Question

DOUBLE, ROUNDS, BOTH, LEVER, KEY = range(5)


def question(n: int) -> Question:
    return quiz("growth_pole").questions[n]


def right(asked_: Question) -> int:
    return [option.right for option in asked_.options].index(True)


def chosen(n: int) -> Option:
    return question(n).options[right(question(n))]


def test_the_bet_is_on_the_guess_nearest_to_the_model() -> None:
    kept = 100 * growth_pole.pull("steel", share=0.02, delta=0.3).kept
    off = [abs(guess - kept) for guess in GUESSES]
    assert right(bet("growth_pole").wager.question) == int(np.argmin(off))
    assert sorted(off)[0] < 2 < 10 < sorted(off)[1]
    assert f"keeps {kept:.0f} of every 100 of indirect" in repr(reveal("growth_pole"))


def test_what_the_bet_says_of_the_other_guesses() -> None:
    kept = asked.pull().kept
    assert asked.pull("gas").kept < kept and asked.pull("hotels").kept < kept
    assert asked.size_that_keeps(0.5) == pytest.approx(growth_pole.size_that_keeps(0.5, "steel"), rel=1e-3)
    assert asked.size_that_keeps(0.8) == pytest.approx(growth_pole.size_that_keeps(0.8, "steel"), rel=1e-3)
    supply = growth_pole.supply_that_keeps(0.5, "steel", share=0.02)
    assert asked.content_that_keeps(0.5, 0.02) == pytest.approx(supply, rel=1e-3)


def test_doubling_the_order_leaves_the_share_that_leaks() -> None:
    once, twice = (asked.pulls(investment=money)["Iron and steel"] for money in (1000, 2000))
    assert twice.leak == pytest.approx(once.leak) and twice.national.sum() == pytest.approx(2 * once.national.sum())
    assert chosen(DOUBLE).text == "It stays as it was"


def test_rounds_fade_because_each_sector_hands_on_a_part() -> None:
    steps = asked.rounds_in_country()[1:]
    assert steps == pytest.approx(growth_pole.spending("steel").each[0][1:])
    assert steps[0] < 100 and (np.diff(steps) < 0).all()
    assert (growth_pole.economy().A.sum(axis=0) < 1).all()
    right_one = chosen(ROUNDS)
    assert "only a part" in right_one.text and f"hands on {steps[0]:.0f} of every 100" in right_one.feedback


def test_both_the_prefect_and_the_union_are_right() -> None:
    found = asked.pull()
    assert found.total_kept > 0.5 > found.kept
    assert found.order / (found.order + found.regional.sum()) > 0.5  # most of what the prefect counts is the steelworks
    assert chosen(BOTH).text == "Both"


def test_the_lever_that_keeps_most() -> None:
    kept = [
        asked.pulls(investment=2000)["Iron and steel"].kept,
        asked.pull(share=0.04).kept,
        asked.pull("hotels").kept,
        asked.pull(content=0.5).kept,
    ]
    assert right(question(LEVER)) == int(np.argmax(kept))
    assert kept[2] < kept[0] < kept[1] < kept[3]
    for option, share in zip(question(LEVER).options, kept, strict=True):
        assert f"{100 * share:.0f}" in option.feedback
    assert growth_pole.economy().A[46, 46] == pytest.approx(0, abs=1e-3)  # hotels buy nothing from hotels


def test_no_key_sector_of_the_nation_is_key_in_the_small_region() -> None:
    nation, strong, own = asked.key_sectors(0.02)
    assert (strong, own) == (0, nation)
    found = growth_pole.key_sectors(0.02, 0.3)
    assert nation == found.nation.sum() and strong == (found.nation & found.by_nation).sum()
    assert chosen(KEY).text == "None"
    assert 0 < asked.key_sectors(0.5)[1] < nation / 2


def test_a_refinery_leaks_less_than_a_steelworks_since_it_buys_from_its_own_branch() -> None:
    A = growth_pole.economy().A
    assert asked.pull("refining", share=0.05).leak < asked.pull(share=0.05).leak
    assert 0.2 < A[18, 18] < 0.3 and A[26, 26] < 0.1
    region = growth_pole.regional_coefficients(0.05, 0.3)
    assert region[18, 18] == pytest.approx(A[18, 18])


def test_the_most_in_reais_and_the_least_in_share_are_two_motors() -> None:
    assert check("growth_pole.2", ("steel", "hotels")) and check("growth_pole.2", ("iron and STEEL", "Hotels"))
    hotels, steel = asked.pull("hotels"), asked.pull()
    assert hotels.national.sum() < steel.national.sum()
    assert hotels.leak == pytest.approx(0.75, abs=0.02)


@pytest.mark.parametrize("code", ["38", "48", "75", "976"])
def test_the_territory_exercise_is_what_the_concept_computes(code: str) -> None:
    share = my_territory(code).share
    supply = growth_pole.supply_that_keeps(0.5, "steel", share=share)
    courted = set(growth_pole.suppliers("steel", share=share).index[:2])
    assert check("growth_pole.3", (supply, courted))
    assert not check("growth_pole.3", (supply + 0.1, courted))


def test_jobs_are_those_of_the_suppliers_in_the_region() -> None:
    nation = growth_pole.economy()
    jobs = float(nation.jobs @ growth_pole.pull("steel").regional)
    assert check("growth_pole.4", jobs) and check("growth_pole.4", round(jobs))
    assert asked.jobs_in_region() / asked.jobs_in_country() < 1 / 3


def test_only_ile_de_france_is_large_enough() -> None:
    table, size = territories("departement"), asked.size_that_keeps(0.5)
    assert table["employment_share"].max() < size
    regions = table.groupby("region")["employment_share"].sum().sort_values(ascending=False)
    assert list(regions.index[:2]) == ["11", "84"]
    assert regions.iloc[0] > size > regions.iloc[1] > 0.99 * size
