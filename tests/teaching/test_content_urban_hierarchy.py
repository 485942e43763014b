"""The urban hierarchy's questions are answered by the model and by the data."""

from __future__ import annotations

import numpy as np
import pytest

from course_utils.concepts.urban_hierarchy import model
from course_utils.datasets import load
from course_utils.measures import primacy, rank_size
from course_utils.teaching import bet, check, my_territory, quiz, reveal
from course_utils.teaching.content.urban_hierarchy import asked
from course_utils.teaching.content.urban_hierarchy.bet import GUESSES
from course_utils.teaching.content.urban_hierarchy.quiz import FEW, MANY
from course_utils.teaching.questions import Question

CUTOFF, CERTAINTY, DEFINITION, LINES, MOVED = range(5)


def question(n: int) -> Question:
    return quiz("urban_hierarchy").questions[n]


def right(asked_: Question) -> int:
    return [option.right for option in asked_.options].index(True)


def by(unit: str) -> np.ndarray:
    people = load("communes").groupby("code" if unit == "commune" else unit, observed=True)["population_2026"].sum()
    return np.sort(people[people > 0].to_numpy(dtype=float))[::-1]


def test_the_bet_is_on_the_guess_nearest_to_the_data() -> None:
    truth = primacy(by("epci"))
    off = [abs(guess - truth) for guess in GUESSES]
    assert right(bet("urban_hierarchy").wager.question) == int(np.argmin(off))
    assert min(off) < 0.1
    assert GUESSES[1] == pytest.approx(primacy(by("commune")), abs=0.05)
    assert f"by EPCI {truth:.1f} times" in repr(reveal("urban_hierarchy"))


def test_the_exponent_rises_to_two_hundred_and_falls_from_there() -> None:
    fits = {rule.n: rule.exponent for rule in asked.fits()}
    assert 150 < max(fits, key=lambda n: fits[n]) < 250
    assert fits[100] > fits[10_000] > 1
    assert question(CUTOFF).options[right(question(CUTOFF))].text == "It falls"
    assert asked.fit(cutoff=MANY).exponent == pytest.approx(rank_size(by("commune")[:10_000]).exponent)


def test_thirty_two_communes_do_not_refute_zipf_and_a_hundred_do() -> None:
    few = asked.fit(cutoff=FEW)
    low, high = few.interval
    assert few.n == 32 and low < 1 < few.exponent < high
    assert few.standard_error == pytest.approx(few.exponent * np.sqrt(2 / few.n))
    assert asked.fit().interval[0] > 1
    assert question(CERTAINTY).options[right(question(CERTAINTY))].text == "It cannot be said with so few"


def test_epci_leave_most_distance_between_first_and_second() -> None:
    ratios = [primacy(by(unit)) for unit in ("commune", "epci", "departement", "region")]
    assert right(question(DEFINITION)) == int(np.argmax(ratios)) == 1
    found = asked.primacies()["departement"]
    assert (found.largest, found.second) == ("Nord", "Paris")


def test_all_but_four_communes_are_in_an_epci() -> None:
    assert load("communes")["epci"].isna().sum() == 4
    assert question(LINES).options[right(question(LINES))].text.startswith("Its boundary is agreed")


def test_paris_lost_and_marseille_gained() -> None:
    before, after = asked.first_two("2019"), asked.first_two("2026")
    communes = load("communes").set_index("name")
    for (paris, marseille), year in ((before, "2019"), (after, "2026")):
        assert paris == communes.loc["Paris", f"population_{year}"]
        assert marseille == communes.loc["Marseille", f"population_{year}"]
    assert after[0] < before[0] and after[1] > before[1]
    assert question(MOVED).options[right(question(MOVED))].text == "Paris lost inhabitants and Marseille gained some"


def test_the_exponent_of_the_epci() -> None:
    exponent = rank_size(by("epci")[:100]).exponent
    assert check("urban_hierarchy.1", exponent) and check("urban_hierarchy.1", round(exponent, 2))
    assert exponent < asked.fit().exponent


def test_a_fifth_lives_in_one_commune_of_three_hundred_and_fifty() -> None:
    people = by("commune")
    assert check("urban_hierarchy.2", people[:100].sum() / people.sum())
    assert 340 < len(load("communes")) / 100 < 360


def test_the_primacy_of_my_departement_is_that_of_the_map() -> None:
    france = model_map()
    for code in ("38", "29", "974", "31"):
        my_territory(code)
        ratio, name = asked.my_primacy()
        assert ratio == pytest.approx(france[code])
        assert check("urban_hierarchy.3", (ratio, name.upper()))


def model_map() -> dict[str, float]:
    from course_utils.concepts.urban_hierarchy.territories import departement_map

    found = departement_map("primacy", "2026")
    return dict(zip(found.codes, found.values, strict=True))


def test_toulouse_grew_most() -> None:
    growth = asked.metropolis_growth()
    assert len(growth) == 8
    assert check("urban_hierarchy.4", ("Toulouse", growth["Toulouse"]))
    assert sorted(growth, key=lambda name: growth[name])[-1] == "Toulouse"


def test_zipf_comes_back_far_down_the_slider() -> None:
    found = asked.zipf_not_ruled_out()
    below = [c for c in model.CUTOFFS if 100 <= c < found - 1]
    rules = [model.fit("commune", "2026", c, "gabaix-ibragimov") for c in below]
    assert all(rule.interval[0] > 1 for rule in rules)
    assert model.fit("commune", "2026", found, "gabaix-ibragimov").interval[0] <= 1
    assert check("urban_hierarchy.5", found)
