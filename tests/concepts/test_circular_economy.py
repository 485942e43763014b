"""The circular economy: what a reader discovers holds, every account closes, and every control does something."""

from __future__ import annotations

import doctest
import itertools
import json
import zlib
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_utils import load
from course_utils.concepts import circular_economy as ce
from course_utils.concepts.circular_economy import countries, france, home, model, web, web_figure
from course_utils.explorer import static
from course_utils.explorer.registry import explore
from course_utils.measures import finn_cycling_index, lifetime_shares, returning, sales_for, stock_account, virgin_input

NAMES = ["circular_economy", *(f"circular_economy.{part}" for part in ("countries", "france", "web"))]
RATES, YEARS, SHARES = st.floats(1e-3, 0.08), st.floats(1, 80), st.floats(0, 1)
LONGER = st.floats(0.05, 3)
calm = settings(max_examples=40, deadline=None)


def test_examples_hold_and_names_are_public() -> None:
    for module in (model, france, countries, home, web):
        ran = doctest.testmod(module)
        assert ran.attempted >= 1 and ran.failed == 0, module.__name__
    assert all(hasattr(ce, name) for name in ce.__all__)


# --- what a reader discovers: the trap -------------------------------------------------------------------------------


def test_the_numbers_of_the_syllabus() -> None:
    assert ce.lives(0.02, 30, 1).share == pytest.approx(0.5488, abs=5e-5)
    assert ce.lives(0.02, 10, 1).share == pytest.approx(0.8187, abs=5e-5)
    assert float(returning(0.02, 30, 1)) == pytest.approx(0.625)


@given(RATES, YEARS, SHARES)
@calm
def test_with_growth_even_perfect_recycling_leaves_the_loop_open(growth: float, lifetime: float, r: float) -> None:
    assert ce.lives(growth, lifetime, 1).share < 1
    found = ce.lives(growth, lifetime, r)
    assert found.share == pytest.approx(r * np.exp(-growth * lifetime))
    assert found.share == pytest.approx(ce.lives(growth / 3, 3 * lifetime, r).share)  # only the product counts
    assert found.recycled + found.virgin == pytest.approx(found.sold) == pytest.approx(100)


def test_without_growth_it_closes() -> None:
    assert ce.lives(0, 30, 1).virgin == 0 and ce.lives(0, 30, 0.7).share == pytest.approx(0.7)


@given(RATES, YEARS, st.floats(0.01, 0.99), LONGER)
@calm
def test_longer_lives_at_a_given_stock(growth: float, lifetime: float, r: float, more: float) -> None:
    """They cut total input, cut virgin input only if r < 1, and always lower the share."""
    now, longer = ce.lives(growth, lifetime, r), ce.lives(growth, lifetime, r, more)
    assert longer.stock == pytest.approx(now.stock) == pytest.approx(100)
    assert longer.sold < now.sold and longer.virgin < now.virgin and longer.share < now.share
    perfect = [ce.lives(growth, lifetime, 1, extension).virgin for extension in (0, more)]
    assert perfect[0] == pytest.approx(perfect[1], rel=1e-6)


@given(RATES, YEARS, st.floats(0.01, 1), LONGER)
@calm
def test_longer_lives_at_given_sales_raise_what_is_mined(growth: float, lifetime: float, r: float, more: float) -> None:
    spent = ce.lives(growth, lifetime, r, more, rebound=1)
    assert spent.sold == pytest.approx(100) and spent.stock > 100
    assert spent.virgin > ce.lives(growth, lifetime, r).virgin


@given(RATES, YEARS, st.floats(0.0, 0.999), LONGER)
@calm
def test_the_harmless_rebound_is_where_it_turns(growth: float, lifetime: float, r: float, more: float) -> None:
    turn, before = ce.harmless_rebound(growth, lifetime, r, more), ce.lives(growth, lifetime, r).virgin
    assert ce.lives(growth, lifetime, r, more, turn).virgin == pytest.approx(before, rel=1e-6)
    assert ce.lives(growth, lifetime, r, more, 0.9 * turn).virgin <= before * (1 + 1e-12)
    assert ce.lives(growth, lifetime, r, more, turn + 0.1).virgin > before


def test_without_growth_longer_lives_leave_the_share() -> None:
    """The proposition needs growth: without any, the share is r for every lifetime."""
    assert ce.lives(0, 30, 0.8, 1).share == pytest.approx(ce.lives(0, 30, 0.8).share)


def test_the_indices_are_those_of_the_measure() -> None:
    for growth, r, more in itertools.product((0.0, 0.01, 0.03), (0.4, 1.0), (0.5, 1.0)):
        ratio = virgin_input(growth, 30 * (1 + more), r) / max(virgin_input(growth, 30, r), 1e-300)
        now, longer = ce.lives(growth, 30, r), ce.lives(growth, 30, r, more)
        assert longer.virgin == pytest.approx(ratio * now.virgin, abs=1e-9)


def test_what_comes_out_was_sold_a_lifetime_ago() -> None:
    found = ce.in_and_out(0.03, 20, 0.5)
    assert found.discards[10:] == pytest.approx(found.sales[:-10])  # one point every second year
    assert found.recycled == pytest.approx(found.discards / 2)


# --- the path --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lifetime", [10, 30, 60])
@pytest.mark.parametrize("growth", [0.005, 0.02, 0.04])
def test_the_day_growth_stops_opens_the_trap_slowly(growth: float, lifetime: int) -> None:
    paths = {kind: ce.after_growth(growth, lifetime, kind) for kind in model.SHAPES}
    for kind, path in paths.items():
        start = float(returning(growth, lifetime, model.SHAPES[kind]))
        assert path[0] == pytest.approx(start, abs=0.01)
        assert (np.diff(path) >= -1e-9).all() and path[-1] <= 1 + 1e-9
    fixed = paths["fixed"]
    assert fixed == pytest.approx(np.minimum(1, np.exp(growth * (model.AHEAD - lifetime))), abs=1e-6)
    assert paths["exponential"][0] > fixed[0] and paths["exponential"][-1] <= fixed[-1]


def test_if_the_stock_stops_growing_instead_the_share_is_r_at_once() -> None:
    years = np.arange(-400, 1)
    ages, before = lifetime_shares(30, 400), np.exp(0.02 * years)
    held = stock_account(before, ages).stock[-1]
    after = sales_for([held] * 5, ages, before)
    whole = stock_account(np.concatenate([before, after]), ages)
    assert whole.share(0.9)[-5:] == pytest.approx([0.9] * 5)


def test_a_kind_of_life_that_is_none_is_named() -> None:
    with pytest.raises(ValueError, match="kind must be one of fixed, spread, exponential, got 'cat'"):
        ce.after_growth(0.02, 30, "cat")


# --- France ----------------------------------------------------------------------------------------------------------


def cases() -> list[tuple[str, str, str]]:
    return list(itertools.product(france.LOOPS, france.STOCKS, france.FIRES))


@pytest.mark.parametrize(("loop", "stock", "fires"), cases())
def test_what_enters_france_leaves_it(loop: str, stock: str, fires: str) -> None:
    b = ce.balance(loop, stock, fires)
    entering = b.extraction + b.imports + b.oxygen
    assert entering == pytest.approx(b.exports + b.releases + b.landfill + b.stock + b.vapour)
    assert b.used == pytest.approx(b.recycled + b.stock + b.gas + b.landfill)
    assert min(vars(b).values()) >= 0 and b.finn == pytest.approx(b.recycled / (entering + b.recycled))


def test_2016_is_what_was_published() -> None:
    table = load("material_flows_france").set_index("flow")["value"]
    now = ce.balance()
    assert {key: getattr(now, key) for key in france.NAMES} == {
        key: float(table[next(name for name in table.index if name.startswith(start))])
        for key, start in france.NAMES.items()
    }
    assert now.extraction + now.imports + now.oxygen == 1458 and (now.recycled, now.gas, now.used) == (216, 350, 938)


def test_the_stock_and_the_fires_hold_the_share_down_more_than_the_landfill() -> None:
    share = {case: ce.balance(*case).share for case in cases()}
    now = share["as_2016", "full", "full"]
    gains = [share[case] - now for case in (("all", "full", "full"), ("as_2016", "none", "full"))]
    assert gains[0] == pytest.approx(0.042, abs=5e-4) and gains[1] > 3 * gains[0]
    assert max(share.values()) < 0.6


@pytest.mark.parametrize("case", cases())
def test_the_sankey_conserves_mass_at_every_node(case: tuple[str, str, str]) -> None:
    drawn = explore("circular_economy.france").evaluate(**dict(zip(("loop", "stock", "fires"), case, strict=True)))
    trace = drawn[0]["data"][0]
    flow = np.zeros((10, 10))
    np.add.at(flow, (trace["link"]["source"], trace["link"]["target"]), trace["link"]["value"])
    entering, leaving = flow.sum(axis=0), flow.sum(axis=1)
    for node in (3, 4):  # the economy and its recycling
        assert entering[node] == pytest.approx(leaving[node], abs=0.005)
    assert entering[[5, 6, 7, 8, 9]].sum() == pytest.approx(leaving[[0, 1, 2]].sum(), abs=0.005)
    assert min(trace["link"]["value"]) > 0 and len(trace["node"]["label"]) == len(trace["node"]["x"]) == 10


# --- countries -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("year", countries.YEARS)
@pytest.mark.parametrize("margin", [0.0, 0.3, 1.8])
def test_ranks_are_those_that_rates_within_their_margin_can_give(year: int, margin: float) -> None:
    found = ce.ranking(year, margin)
    assert len(found.codes) == 27 and (np.diff(found.rates) <= 0).all()
    assert (found.best <= np.arange(1, 28)).all() and (found.worst >= np.arange(1, 28)).all()
    draw = np.random.default_rng(year)
    for _ in range(50):
        moved = found.rates + margin * draw.uniform(-1, 1, 27)
        ranks = 1 + (moved[None, :] > moved[:, None] + 1e-9).sum(axis=1)
        assert (ranks >= found.best).all() and (ranks <= found.worst).all()
    for at in (0, 5, 13, 26):  # the ends are reached
        moved = found.rates - margin
        moved[at] += 2 * margin
        assert 1 + int((moved > moved[at] + 1e-9).sum()) == found.best[at]


def test_margins_are_the_changes_that_were_published() -> None:
    assert countries.margins() == {"none": 0.0, "least": 0.3, "most": 1.8}
    assert ce.revisions()["EU27_2020"] == 0
    assert set(ce.revisions()) == {"FR", "NL", "EU27_2020"}
    assert ce.rates().loc["FR", 2016] == 19.3  # the coincidence of which the quiz makes use


# --- webs ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("crude", [False, True])
@pytest.mark.parametrize("unknown", web.UNKNOWN)
def test_the_account_of_kalundborg_closes_at_every_place(unknown: int, crude: bool) -> None:
    found = ce.kalundborg(float(unknown), crude)
    assert found.flows.sum(axis=0) + found.inputs == pytest.approx(found.flows.sum(axis=1) + found.outputs)
    assert 0 <= found.finn < 0.11
    assert ce.kalundborg(float(unknown), True).finn < ce.kalundborg(float(unknown), False).finn


def test_kalundborg_turns_little_and_its_materials_not_at_all() -> None:
    assert ce.kalundborg(kind="material").finn == ce.kalundborg(kind="energy").finn == 0
    assert ce.kalundborg(count="links").finn == pytest.approx(0.071, abs=5e-4)
    indices = [ce.kalundborg(float(size)).finn for size in web.UNKNOWN]
    assert indices == sorted(indices)
    found = ce.kalundborg()
    told = load("kalundborg_network").query("indicator == 'mass of exchanges'")["value"].iloc[0]
    assert (
        found.flows.sum() == pytest.approx(told, rel=0.02) and (found.flows > 0).sum() == 17
    )  # four flows share two ways
    at = np.argwhere(ce.turning(found))
    assert {found.names[i] for i in at.ravel()} == {"Asnæs power station", "Kalundborg refinery", "reuse basin"}


def test_what_is_told_of_the_data_is_in_them() -> None:
    flows = load("kalundborg_exchanges").query("in_2000_diagram")
    assert len(flows) == 19 and flows["quantity"].notna().sum() == 6
    refinery = load("kalundborg_partners").set_index("partner").loc[web.REFINERY, "size_facts"]
    assert refinery.startswith("3 Mt/yr") and web.CRUDE == 3_000_000
    assert set(web_figure.PLACES) == set(ce.kalundborg().names) == set(web_figure.short_names())


@pytest.mark.parametrize("passed", [0.0, 0.5, 0.9, 0.98])
@pytest.mark.parametrize("firms", range(2, 9))
def test_the_invented_loop_closes_and_has_the_index_of_a_lap(firms: int, passed: float) -> None:
    found = ce.loop(firms, passed)
    assert found.flows.sum(axis=0) + found.inputs == pytest.approx(found.flows.sum(axis=1) + found.outputs)
    assert found.inputs.sum() == pytest.approx(found.outputs.sum()) == pytest.approx(100)
    assert found.finn == pytest.approx(passed**firms) == pytest.approx(web.left(passed)[firms] / 100)


def test_a_chain_does_not_turn() -> None:
    assert finn_cycling_index([[0, 5, 0], [0, 0, 3], [0, 0, 0]], [5, 0, 0]) == 0
    assert not ce.turning(ce.closed(("a", "b"), np.array([[0.0, 5.0], [0.0, 0.0]]))).any()


def test_a_count_that_is_none_is_named() -> None:
    with pytest.raises(ValueError, match="count must be one of tonnes, links, got 'cats'"):
        ce.kalundborg(count="cats")


# --- home ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["38", "75", "2A", "23", "974"])
def test_the_ceiling_at_home(code: str) -> None:
    found = ce.at_home(code, 60)
    assert found.ceiling == pytest.approx(min(1, np.exp(-60 * found.growth)))


# --- the explorers ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "values", "bytes_"),
    [(NAMES[0], 60_000, 45_000), (NAMES[1], 8_000, 15_000), (NAMES[2], 1_000, 6_000), (NAMES[3], 8_000, 15_000)],
)
def test_states_values_and_bytes_are_within_the_budgets(name: str, values: int, bytes_: int) -> None:
    payload = static.payload(explore(name))
    assert payload["values"] <= values and len(zlib.compress(json.dumps(payload).encode(), 9)) <= bytes_


@pytest.mark.parametrize(("name", "control"), [(n, c) for n in NAMES for c in explore(n).controls])
def test_every_control_changes_figure_and_reading(name: str, control: str) -> None:
    explorer = explore(name)
    start: dict[str, Any] = {"extension": "0.5"} if control == "rebound" else {}
    nodes = explorer.controls[control].nodes()
    one, other = (start | {control: node} for node in (nodes[0], nodes[-1]))
    assert explorer.evaluate(**one) != explorer.evaluate(**other)
    assert explorer.read(**one) != explorer.read(**other)


def test_the_sentence_is_true_in_states_drawn_at_random() -> None:
    explorer, draw = explore("circular_economy"), np.random.default_rng(7)
    for _ in range(40):
        state: dict[str, Any] = {n: c.nodes()[draw.integers(len(c.nodes()))] for n, c in explorer.controls.items()}
        state |= {n: float(draw.uniform(0.5, 1)) for n in ("collection", "material")}
        said = [n.value for n in explorer.read(**state).numbers]
        u, r = np.exp(-state["growth"] * state["lifetime"]), state["collection"] * state["material"]
        assert said[:2] == [state["growth"], state["lifetime"]]
        assert said[2:6] == pytest.approx([100 * u, 100 * r * u, 100 * (1 - r * u), r * u])
        if float(state["extension"]):
            after = ce.lives(state["growth"], state["lifetime"], r, float(state["extension"]), state["rebound"])
            assert said[-3:] == pytest.approx([after.sold, after.virgin, after.share])


def test_panels_show_the_model() -> None:
    state: dict[str, Any] = {
        "growth": 0.03,
        "lifetime": 20,
        "collection": 0.9,
        "material": 0.8,
        "extension": "1",
        "rebound": 0.5,
    }
    curves, chart, bars, stop = explore("circular_economy").evaluate(**state)
    assert curves["data"][3]["x"] == [-20, 0] and curves["data"][3]["y"] == pytest.approx([100 * np.exp(-0.6)] * 2)
    assert curves["data"][4]["y"] == pytest.approx([72 * np.exp(-0.6), 100])
    contour, line, point = chart["data"]
    assert contour["z"][5][5] == pytest.approx(72 * np.exp(-contour["y"][5] / 100 * contour["x"][5]))
    assert point["x"] == [20] and point["y"] == [3]
    assert all(x * y == pytest.approx(60) for x, y in zip(line["x"], line["y"], strict=True) if y is not None)
    after = ce.lives(0.03, 20, 0.72, 1, 0.5)
    assert [trace["x"][1] for trace in bars["data"]] == pytest.approx([after.recycled, after.virgin])
    assert stop["data"][0]["y"][-1] == pytest.approx(72)


def test_the_growing_economy_is_never_told_the_formula_before_the_reader_finds_it() -> None:
    words = " ".join([explore("circular_economy").caption, explore("circular_economy").note])
    assert "exp" not in words and "product" not in words
