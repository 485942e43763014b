"""National champions: the accounts balance, what a reader discovers holds, the data are told as they stand."""

from __future__ import annotations

import doctest
import importlib
import json
import math
import pkgutil
import zlib
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_utils.concepts import national_champions as champions
from course_utils.concepts.national_champions import gain_for, gain_for_price, market, merger, pays, smallest_that_pays
from course_utils.concepts.national_champions.areas import change, dead_weight, profit, saving, surplus
from course_utils.concepts.national_champions.cases import needed
from course_utils.concepts.national_champions.cases_figure import CUSTOMS_UNION
from course_utils.concepts.national_champions.model import COST, EVEN, EVEN_PRICE, FIRMS
from course_utils.concepts.national_champions.sentences import verdicts
from course_utils.concepts.national_champions.tariff_figure import TARIFFS
from course_utils.datasets import load, territories
from course_utils.explorer import Explorer, explorers, static

NAMES = ("national_champions", "national_champions.tariff", "national_champions.cases", "national_champions.size")
MERGERS = st.tuples(
    st.integers(2, 4), st.floats(-20, 20), st.floats(0, 200), st.one_of(st.none(), st.floats(0, 50)), st.floats(0, 40)
)


@pytest.fixture(scope="module", params=NAMES)
def built(request: pytest.FixtureRequest) -> Explorer:
    return explorers()[request.param]()


@pytest.fixture(scope="module")
def closed() -> Explorer:
    return champions.explorer()


@pytest.fixture(scope="module")
def opened() -> Explorer:
    return champions.tariff_explorer()


def test_examples_hold() -> None:
    ran = [
        doctest.testmod(importlib.import_module(f"{champions.__name__}.{module.name}"))
        for module in pkgutil.iter_modules(champions.__path__)
    ]
    assert sum(one.attempted for one in ran) >= 8 and sum(one.failed for one in ran) == 0


# --- the market --------------------------------------------------------------------------------------------------


def test_four_equal_firms() -> None:
    """The oracle: q = 16 each, P = 36, consumer surplus 2,048, HHI 2,500."""
    four = market()
    assert four.quantities.tolist() == [16.0] * 4 and four.price == 36
    assert four.consumer_surplus == 2048 and four.hhi == 2500 and four.c4 == 1
    assert four.welfare == 2048 + 4 * 256


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: market(merged=5), r"merged must be from 1 to 4 firms, got 5"),
        (lambda: market(merged=0), r"merged must be from 1.*0"),
        (lambda: market(merged=2, gain=21), r"gain must be at most the cost, 20, got 21"),
        (lambda: gain_for("State"), r"who must be one of consumers.*'State'"),
    ],
)
def test_bad_values_are_named(call: Callable[[], object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        call()


@given(MERGERS)
@settings(max_examples=150, deadline=None)
def test_the_nation_is_the_sum_of_its_groups(drawn: tuple[int, float, float, float | None, float]) -> None:
    found = merger(*drawn)
    groups = found.consumers + found.partners + found.rivals + found.state
    assert found.nation == pytest.approx(groups, abs=1e-6)
    for now in (found.before, found.after):
        assert now.price == pytest.approx(100 - now.total)
        assert now.imports >= 0 and 1 / (FIRMS + 1) < now.c4 <= 1 + 1e-12 and 2000 - 1e-6 <= now.hhi <= 10_000 + 1e-6
    assert found.verdict in verdicts()


@given(MERGERS)
@settings(max_examples=100, deadline=None)
def test_a_verdict_says_who_gains(drawn: tuple[int, float, float, float | None, float]) -> None:
    found = merger(*drawn)
    gains = {"scale": found.price < EVEN_PRICE, "paid": found.nation >= -EVEN and found.partners >= -EVEN}
    gains |= {"orphan": found.nation >= -EVEN > found.partners, "power": found.partners >= -EVEN > found.nation}
    gains |= {"folly": found.nation < -EVEN > found.partners and found.partners < -EVEN}
    assert gains[found.verdict]


@given(st.integers(2, 4), st.floats(-5, 20), st.floats(0, 200))
@settings(max_examples=100, deadline=None)
def test_williamsons_rectangle_less_his_triangle_is_the_change_of_welfare(
    merged: int, gain: float, fixed: float
) -> None:
    found = merger(merged, gain, fixed)
    assert champions.tradeoff(found, fixed).nation == pytest.approx(found.nation, abs=1e-6)


def area(corners: tuple[list[Any], list[Any]]) -> float:
    """Area of a polygon by Gauss's formula."""
    x, y = (np.array(line, dtype=float) for line in corners)
    return float(abs(x @ np.roll(y, 1) - y @ np.roll(x, 1)) / 2)


@pytest.mark.parametrize(("merged", "gain"), [(2, 0), (2, 3), (2, 20), (3, 10), (4, 5)])
def test_what_is_drawn_has_the_areas_of_the_model(merged: int, gain: float) -> None:
    found = merger(merged, float(gain))
    parts, after = champions.tradeoff(found), found.after
    assert area(surplus(after)) == pytest.approx(after.consumer_surplus)
    assert area(profit(after)) + area(saving(found)) == pytest.approx(after.profits.sum())
    assert area(saving(found)) == pytest.approx(parts.saved) and area(change(found)) == pytest.approx(abs(parts.lost))
    assert area(dead_weight(found.before)) + parts.lost == pytest.approx(area(dead_weight(after)))


# --- what a reader discovers -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("who", "start"), [("nation", 2.67), ("partners", 3.50), ("consumers", 16.0)])
def test_a_champion_of_two_behind_closed_borders(who: str, start: float) -> None:
    """The price rises for e < 16; welfare for e > 2.67; the partners' profit only for e > 3.50."""
    assert gain_for(who, merged=2) == pytest.approx(start, abs=5e-3)
    below, above = (getattr(merger(2, gain_for(who, 2) + step), who) for step in (-0.01, 0.01))
    assert below < 0 < above
    assert merger(2, 15.9).price > 0 > merger(2, 16.1).price


def test_in_between_the_nation_gains_from_a_merger_that_no_firm_wants() -> None:
    for gain in (2.8, 3.0, 3.4):
        assert merger(2, gain).nation > EVEN and merger(2, gain).partners < -EVEN
    assert merger(2, 3.0).verdict == "orphan" and merger(2, 16.0).verdict == "scale"


def test_fixed_costs_that_are_saved_move_both_thresholds_and_no_price() -> None:
    starts = [{who: gain_for(who, 2, fixed) for who in ("nation", "partners", "consumers")} for fixed in (0, 50, 100)]
    for who in ("nation", "partners"):
        assert (np.diff([start[who] for start in starts]) < -1).all()
    assert {start["consumers"] for start in starts} == {starts[0]["consumers"]}
    assert merger(2, 0, 72).nation == pytest.approx(0) and merger(2, 0, 112).partners == pytest.approx(0)


@pytest.mark.parametrize("merged", [3, 4])
def test_larger_champions_are_wanted_by_firms_before_the_nation(merged: int) -> None:
    assert gain_for("partners", merged) < gain_for("nation", merged)
    assert math.isinf(gain_for("consumers", merged)) and gain_for_price(merged) > COST


@pytest.mark.parametrize("tariff", [None, 0, 5, 10])
def test_the_price_stays_if_all_margins_but_one_are_saved(tariff: float | None) -> None:
    """Farrell & Shapiro (1990)."""
    start = gain_for_price(2, tariff)
    assert merger(2, start, 0, tariff).price == pytest.approx(0, abs=1e-9)
    assert gain_for("consumers", 2, 0, tariff) == pytest.approx(start, abs=1e-6)


def test_without_gains_less_than_eighty_percent_never_pay() -> None:
    """Salant, Switzer & Reynolds (1983): k (n - k + 2)^2 < (n + 1)^2, and 80 % is the least."""
    for firms in range(2, 31):
        for merged in range(2, firms + 1):
            assert pays(firms, merged) == (merged * (firms - merged + 2) ** 2 < (firms + 1) ** 2)
            assert not pays(firms, merged) or merged / firms > 0.8
        assert pays(firms, smallest_that_pays(firms))
    for gain, fixed in ((3, 0), (5, 100), (0, 30), (-20, 5)):
        assert all(pays(9, k, gain, fixed) == (merger(k, gain, fixed, firms=9).partners > 1e-9) for k in range(2, 10))
    assert merger(4, 0, 0, None, COST, firms=5).partners == pytest.approx(0, abs=1e-9)  # just 80 %: no gain, no loss
    assert smallest_that_pays(12, gain=5) == 2 and smallest_that_pays(12, fixed=100) == 2


@pytest.mark.parametrize("merged", [2, 3, 4])
@pytest.mark.parametrize("gain", [0.0, 3.0, 10.0])
@pytest.mark.parametrize("foreign", [10.0, 20.0, 30.0])
def test_market_power_melts_as_the_tariff_falls(merged: int, gain: float, foreign: float) -> None:
    found = [merger(merged, gain, 0.0, float(tariff), foreign) for tariff in TARIFFS]
    margins, rises = [m.margin for m in found], [m.price for m in found]
    assert (np.diff(margins) >= -1e-9).all() and margins[0] < margins[-1] - 1
    assert rises[0] < rises[-1]
    assert found[0].after.imports > 0 and (found[0].after.hhi < found[-1].after.hhi)


def test_opening_takes_away_what_a_monopoly_gained() -> None:
    """Four of five equal firms is 80 %: behind closed borders 576 for the partners, without a tariff nothing."""
    assert merger(4).partners == 576
    assert merger(4, tariff=0.0).partners == pytest.approx(0, abs=1e-9) and merger(4, tariff=0.0).verdict == "power"


def test_opening_closes_the_window_of_the_champion_that_only_the_state_wants() -> None:
    assert gain_for("nation", 2, tariff=0) > gain_for("partners", 2, tariff=0)
    verdicts_ = {merger(2, float(gain), tariff=0.0).verdict for gain in np.linspace(0, 20, 201)}
    assert "orphan" not in verdicts_ and {"folly", "power", "paid", "scale"} <= verdicts_


def test_with_too_high_a_cost_the_champion_leaves() -> None:
    gone = merger(2, -20, tariff=10.0, foreign=10.0)
    assert gone.after.quantities[0] == 0 and gone.margin == 0 and gone.after.price <= 40
    assert merger(2, -20, tariff=12.0, foreign=10.0).after.quantities[0] > 0
    assert merger(2, -20).after.quantities[0] > 0  # closed borders keep it alive
    assert gone.after.profits[0] == 0 and gone.verdict == "folly"


def test_this_champion_is_good_for_the_nation_only_behind_a_tariff() -> None:
    found = {t: merger(2, 3.0, tariff=float(t)).nation for t in range(0, 51)}
    assert all(value < 0 for t, value in found.items() if t <= 12)
    assert all(value > 0 for t, value in found.items() if t >= 13)
    welfare = [merger(2, 3.0, tariff=float(t)).after.welfare for t in range(0, 51)]
    assert 0 < int(np.argmax(welfare)) < 20 and max(welfare) > welfare[-1] > welfare[0]


# --- the data ----------------------------------------------------------------------------------------------------


def test_cases_are_the_mergers_of_the_dataset() -> None:
    found, partners = champions.cases(), load("national_champions", "partners")
    assert len(found) == 12 == partners["firm"].nunique()
    assert sum(len(case.partners) for case in found.values()) == len(partners)
    assert {c.short for c in found.values() if len(c.partners) == 3} == {"ERAP / Elf", "Wendel-Sidelor", "SNIAS"}
    starts = [case.start for case in found.values()]
    assert starts == sorted(starts)
    assert [int(found[key].start) for key in ("usinor", "cii", "snias", "puk", "sacilor")] == [
        1948,
        1966,
        1970,
        1971,
        1973,
    ]
    assert sum(1966 <= start < 1974 for start in starts) == 8
    assert found["wendel_sidelor"].end <= CUSTOMS_UNION < found["snias"].start


def test_what_a_case_needs_is_what_the_model_says() -> None:
    found = champions.table()
    assert found.loc["CII", ["partners_closed", "nation_closed"]].tolist() == pytest.approx([3.50, 2.67], abs=5e-3)
    assert found.loc["SNIAS", "nation_open"] == pytest.approx(gain_for("nation", 3, tariff=0))
    assert needed(champions.cases()["snias"], "closed")["price"] == 32


def test_workforces_are_read_off_the_facts() -> None:
    found = champions.workforces().set_index("firm")
    known = {"Alsthom": 14_000, "Thomson-Brandt-CSF": 40_000, "SNIAS": 42_000, "CGE": 75_000, "PUK": 97_000}
    assert found["employees"].to_dict() == known
    assert found["year"].to_dict() == {
        "Alsthom": 1970,
        "Thomson-Brandt-CSF": 1970,
        "SNIAS": 1969,
        "CGE": 1970,
        "PUK": 1976,
    }


def test_every_departement_has_industry_jobs_and_four_hold_works() -> None:
    jobs = champions.industry_jobs()
    assert set(jobs) == set(territories("departement").index) and min(jobs.values()) > 0
    assert set(champions.works()) == {"13", "57", "59", "64"}
    assert champions.works()["59"] == ["Dunkerque (Grande-Synthe)"]


# --- the explorers -----------------------------------------------------------------------------------------------


def test_states_values_and_bytes_are_within_the_budgets(built: Explorer) -> None:
    payload = static.payload(built)
    packed = len(zlib.compress(json.dumps(payload).encode(), 9))
    assert payload["values"] <= 100_000 and packed <= 30_000


def test_every_control_changes_figure_and_reading(built: Explorer) -> None:
    start = {"gain": "-20", "tariff": 4.0} if "tariff" in built.controls else {}
    for name, control in built.controls.items():
        one, other = (start | {name: node} for node in (control.nodes()[0], control.nodes()[-1]))
        assert built.evaluate(**one) != built.evaluate(**other), name
        assert built.read(**one) != built.read(**other), name


def test_sliders_have_enough_positions(built: Explorer) -> None:
    assert all(len(c.nodes()) >= 21 for c in built.controls.values() if hasattr(c, "points"))


@pytest.mark.parametrize("merged", ["2", "3", "4"])
@pytest.mark.parametrize("gain", [0.0, 3.0, 10.0, 16.0, 20.0])
@pytest.mark.parametrize("fixed", [0.0, 100.0])
def test_the_closed_reading_is_true(closed: Explorer, merged: str, gain: float, fixed: float) -> None:
    said, found = closed.read(merged=merged, gain=gain, fixed=fixed), merger(int(merged), gain, fixed)
    assert verdicts()[found.verdict] in said
    for who, value in (("Consumers", found.consumers), ("The partners", found.partners)):
        assert (f"{who} gain " in said) == (value >= EVEN) and (f"{who} lose " in said) == (value <= -EVEN)
    assert ("The nation gains" in said) == (found.nation >= EVEN)
    assert ("rivals" in said) == (merged != "4")
    assert ("The price rises" in said) == (found.price >= EVEN_PRICE)
    numbers = [round(n.shown, 6) for n in said.numbers]
    assert round(abs(found.nation), 6) in numbers or abs(found.nation) < EVEN
    assert gain in numbers and (int(merged) - 1) * fixed in numbers and round(found.after.hhi, 6) in numbers


@pytest.mark.parametrize(
    ("gain", "foreign", "tariff"), [("-20", "10", 8), ("-20", "10", 30), ("0", "20", 0), ("3", "30", 50)]
)
@pytest.mark.parametrize("merged", ["2", "4"])
def test_the_open_reading_is_true(opened: Explorer, merged: str, gain: str, foreign: str, tariff: float) -> None:
    said = opened.read(merged=merged, gain=gain, foreign=foreign, tariff=tariff)
    found = merger(int(merged), float(gain), 0.0, float(tariff), float(foreign))
    assert ("has left the market" in said) == (found.after.quantities[0] == 0)
    assert ("is shut out" in said) == (found.after.imports == 0)
    assert said.startswith("Without a tariff") == (tariff == 0)
    assert ("of tariff." in said) == (abs(found.state) >= EVEN)
    assert verdicts()[found.verdict] in said


def test_figures_show_the_model(closed: Explorer, opened: Explorer) -> None:
    found = merger(3, 5.0, 50.0)
    areas, balance, gains, eighty = closed.evaluate(merged="3", gain=5, fixed=50)
    names = [trace["name"] for trace in areas["data"]]
    drawn = areas["data"][names.index("Lost by the merger")]
    assert area((drawn["x"][:4], drawn["y"][:4])) == pytest.approx(champions.tradeoff(found).lost)
    assert balance["data"][0]["y"] == pytest.approx([found.consumers, found.partners, found.rivals, found.nation])
    assert gains["data"][-1]["y"] == pytest.approx([found.consumers, found.nation, found.partners])
    assert sum(y is not None for trace in eighty["data"][:2] for y in trace["y"]) == 66
    power, shares, nation = opened.evaluate(merged="2", gain="3", foreign="10", tariff=6)
    there = merger(2, 3.0, 0.0, 6.0, 10.0)
    assert power["data"][-1]["y"] == pytest.approx([there.after.price])
    assert [sum(t["x"][i] for t in shares["data"]) for i in (0, 1)] == pytest.approx([100, 100])
    assert nation["data"][-1]["y"] == pytest.approx([there.after.welfare])


def test_cases_and_sizes_say_what_they_draw() -> None:
    cases, size = champions.cases_explorer(), champions.size_explorer()
    said = cases.read(case="snias", borders="closed", gain=2)
    assert "Sud-Aviation + Nord-Aviation + SEREB" in said and verdicts()[merger(3, 2.0).verdict] in said
    assert cases.evaluate(case="snias", borders="closed")[1]["data"][2]["x"] == [None, None]  # never for the consumers
    told = size.read(firm="PUK", territory="59")
    assert [n.shown for n in told.numbers] == pytest.approx(
        [97_000, 9_700_000 / champions.industry_jobs()["59"], 111_700]
    )
    assert "Dunkerque" in told and "no works" in size.read(territory="48")
