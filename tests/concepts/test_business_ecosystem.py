"""Business ecosystems: oracles, every proposition of the syllabus, and explorers whose controls all matter."""

from __future__ import annotations

import doctest
import importlib
import itertools
import json
import zlib
from typing import Any

import numpy as np
import pytest

from course_utils import load
from course_utils.concepts import business_ecosystem as be
from course_utils.concepts.business_ecosystem.build import FIRMS, PLAYERS, links
from course_utils.concepts.business_ecosystem.cases import SERIES
from course_utils.concepts.business_ecosystem.loss import HUBS, NICHE, OVERLAPS, SHARES, largest, one_run, orders
from course_utils.concepts.business_ecosystem.loss_figure import places
from course_utils.explorer import explore, static
from course_utils.explorer.press import wishes
from course_utils.measures import robustness, shapley

NAMES = tuple(f"business_ecosystem{end}" for end in ("", ".build", ".loss", ".cases"))
EVERY = [frozenset(own) for k in range(len(PLAYERS) + 1) for own in itertools.combinations(PLAYERS, k)]


@pytest.mark.parametrize("name", ["build", "cases", "game", "loss"])
def test_examples_hold(name: str) -> None:
    ran = doctest.testmod(importlib.import_module(f"course_utils.concepts.business_ecosystem.{name}"))
    assert ran.attempted >= 1 and ran.failed == 0


# --- creation and capture ------------------------------------------------------------------------------------------


def by_shapley(functions: int, rivals: int, rule: str, option: float, hubs: int) -> tuple[float, float]:
    """Hubs' total and one firm's value by the measure itself: players are hubs, then firms function by function."""
    value = float(be.worth(functions, functions, rule))

    def worth(own: frozenset[int]) -> float:
        served = {(player - hubs) // rivals for player in own if player >= hubs}
        there = any(player < hubs for player in own)
        return max(float(be.worth(len(served), functions, rule)), option * value) if there else 0.0

    found = shapley(hubs + functions * rivals, worth)
    return float(found[:hubs].sum()), float(found[hubs])


@pytest.mark.parametrize("rule", be.RULES)
@pytest.mark.parametrize(
    ("functions", "rivals", "hubs"), [(2, 1, 1), (4, 1, 1), (3, 2, 1), (2, 3, 2), (4, 1, 3), (4, 2, 1)]
)
def test_the_formula_is_the_shapley_value(functions: int, rivals: int, hubs: int, rule: str) -> None:
    for option in (0.0, 0.3, 1.0):
        found = be.split(functions, rivals, rule, option, hubs)
        total, one = by_shapley(functions, rivals, rule, option, hubs)
        assert found.hubs == pytest.approx(total) and found.one == pytest.approx(one)


@pytest.mark.parametrize("n", range(1, 13))
def test_an_indispensable_keystone_takes_half_of_a_linear_surplus(n: int) -> None:
    assert be.split(n).hubs == pytest.approx(n / 2)


@pytest.mark.parametrize("n", [1, 2, 4, 8])
def test_closed_forms(n: int) -> None:
    for s in range(1, 7):
        assert be.split(n, s).share == pytest.approx(s / (s + 1))
    assert be.split(n, rule="all").share == pytest.approx(1 / (n + 1))
    pairs = n * (n - 1) / 2 * 0.5
    assert be.split(n, rule="pairs").hubs == pytest.approx(n / 2 + pairs / 3)
    for hubs in range(1, 6):
        assert be.split(n, hubs=hubs).share == pytest.approx(1 / (hubs + 1))


@pytest.mark.parametrize("rule", be.RULES)
@pytest.mark.parametrize("functions", [2, 4, 8])
def test_substitutes_drive_complementors_to_nothing(functions: int, rule: str) -> None:
    found = [be.split(functions, rivals, rule) for rivals in (1, 2, 4, 8, 16, 32)]
    together, one = [1 - f.share for f in found], [f.one for f in found]
    assert (np.diff(together) < 0).all() and (np.diff(one) < 0).all()
    assert together[-1] < 0.2 and one[-1] < 0.02 * one[0]
    assert {f.value for f in found} == {found[0].value}  # nothing more is made


def test_complementarity_takes_less_of_more() -> None:
    for functions in (2, 4, 6, 8):
        plain, more = be.split(functions), be.split(functions, rule="pairs")
        assert more.share < plain.share and more.hubs > plain.hubs and more.one > plain.one


@pytest.mark.parametrize("rule", be.RULES)
def test_an_outside_option_pays_little_at_first_where_each_adds(rule: str) -> None:
    shares = np.array([be.split(4, 1, rule, option).share for option in np.linspace(0, 1, 21)])
    assert (np.diff(shares) > -1e-12).all() and shares[-1] == pytest.approx(1)
    assert (np.diff(shares, 2) > -1e-9).all()  # convex: each step pays more than the last
    if rule == "adds":
        assert shares[2] - shares[0] == pytest.approx(0.02) and shares[-1] - shares[-3] > 0.07


# --- built by hand -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", be.RULES)
def test_shares_add_up_in_every_ecosystem(rule: str) -> None:
    for inside in EVERY:
        found = be.build(inside, rule)
        out = [at for at, name in enumerate(PLAYERS) if name not in inside]
        assert found.shapley.sum() == pytest.approx(found.value) and (found.shapley >= -1e-12).all()
        assert not found.shapley[out].any() and not found.lost[out].any()
        assert (found.value > 0) <= bool(inside & {"hub", "rival"})


def test_twins_get_the_same_and_the_rival_halves_nobody_by_chance() -> None:
    found = be.build(be.START | {"a2", "rival"})
    at = dict(zip(PLAYERS, found.shapley, strict=True))
    assert at["a1"] == pytest.approx(at["a2"]) and at["hub"] == pytest.approx(at["rival"])
    alone, twins = be.build(), be.build(be.START | {"a2", "b2"})
    assert twins.shapley[2] == pytest.approx(alone.shapley[2] / 3)  # A1 loses two thirds
    assert twins.shapley[6] == pytest.approx(alone.shapley[6]) and twins.shapley[0] > alone.shapley[0]
    rival = be.build(be.START | {"rival"})
    assert rival.shapley[0] == pytest.approx(alone.shapley[0] / 3) and rival.shapley[2] > alone.shapley[2]
    assert alone.lost.sum() == pytest.approx(2 * alone.value)


def test_the_network_breaks_with_the_hub() -> None:
    for inside in EVERY:
        found = be.build(inside)
        firms = len(inside & set(FIRMS))
        whole = len(inside) if inside & {"hub", "rival"} and firms else min(len(inside), 1)
        assert found.together == whole
    assert be.build(be.START - {"hub"}).together == 1 and be.build(be.START - {"c1"}).together == 4
    assert links().sum() == 24


# --- loss ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("hubs", HUBS)
@pytest.mark.parametrize("overlap", OVERLAPS)
def test_many_orders_at_once_are_the_measure(hubs: int, overlap: float) -> None:
    drawn, removed = orders(hubs, runs=5, seed=3), np.arange(1, NICHE)
    several = largest(hubs, overlap, drawn, removed)
    graph = be.network(hubs, overlap)
    for own, order in zip(several, drawn, strict=True):
        assert own == pytest.approx(robustness(graph, order)[: NICHE - 1])


def test_it_survives_random_loss_and_breaks_with_its_keystone() -> None:
    found = be.loss(1)
    ten = SHARES.index(0.1)
    assert found.target[1] < 0.05 and (found.target[1:] < 0.05).all()  # the hub alone is enough
    assert found.broken[ten] == pytest.approx(0.1, abs=0.03)  # only where the hub is among the lost
    runs = largest(1, 0.0, orders(1), found.removed)[:, ten]
    kept = runs > 0.5
    assert kept.mean() > 0.87 and runs[kept] == pytest.approx(33 / 37) and runs[~kept] == pytest.approx(1 / 37)


def test_two_hubs_with_common_partners_survive_one() -> None:
    for overlap in (0.25, 0.5, 1.0):
        one = robustness(be.network(2, overlap), be.targeted(2, overlap)[:2])
        assert one[0] > 0.5 > one[1]
    apart = be.loss(4, 0.0)
    assert apart.mean[0] == pytest.approx(0.25) and apart.broken[0] == 1  # four stars that do not know one another
    for hubs in (2, 4):
        curves = np.array([be.loss(hubs, overlap).mean for overlap in OVERLAPS])
        assert (np.diff(curves, axis=0)[:, 1:-1] > -0.01).all()  # more partners with two hubs, more holds


@pytest.mark.parametrize("hubs", HUBS)
def test_two_seeds_say_the_same(hubs: int) -> None:
    for overlap in OVERLAPS:
        found, again = be.loss(hubs, overlap), be.loss(hubs, overlap, seed=7)
        assert found.mean == pytest.approx(again.mean, abs=0.02)
        assert found.broken == pytest.approx(again.broken, abs=0.05)


def test_the_run_shown_is_the_one_in_the_middle() -> None:
    for hubs, share in itertools.product(HUBS, (0.1, 0.3)):
        gone = one_run(hubs, 0.5, share, "random")
        assert len(gone) == round(share * (hubs + NICHE)) == len(set(gone.tolist()))
    assert one_run(2, 0.5, 0.05, "targeted").tolist() == [0, 1]
    for hubs in HUBS:
        apart = np.linalg.norm(places(hubs)[:, None] - places(hubs)[None], axis=-1) + 9 * np.eye(hubs + NICHE)
        assert apart.min() > 0.12


# --- cases ---------------------------------------------------------------------------------------------------------


def test_contradictions_are_those_of_the_sources() -> None:
    found = load("business_ecosystems")
    assert set(SERIES) <= set(found["case"])
    twice = {case: be.counts(case).dropna()[["count", "second"]].values.tolist() for case in SERIES}
    assert twice["iPhone / App Store"] == [[500, 552], [736_000, 1_000_000]]
    assert twice["Cosmetic Valley"] == [[450, 425]] and not twice["Minalogic (Grenoble)"]
    told = found.set_index("case")["explanation"].fillna("").groupby(level=0).agg(" ".join)
    for words in ("552 according to FierceWireless", "over 1 million published", "paid by Apple"):
        assert words in told["iPhone / App Store"]
    assert "also says 425 members" in told["Cosmetic Valley"]
    for words in ("679 labelled", "689 projects", "near 990 projects"):
        assert words in told["Aerospace Valley (Toulouse-Bordeaux)"]


def test_facts_said_in_the_chapter_are_in_the_dataset() -> None:
    found = load("business_ecosystems")
    told = found.set_index("case")["explanation"].fillna("").groupby(level=0).agg(" ".join)
    assert "owns no factory" in told["ARM"] and "royalty of usually 1-2 % of chip price" in told["ARM"]
    assert (
        be.fact("ARM", "licensing partners") == 1000 and be.fact("ARM", "share of handsets with ARM-based chips") == 95
    )
    pax = "Michelin PAX"
    assert be.fact(pax, "run-flat share of original-equipment tyre market") == 3
    assert [be.fact(pax, "range on a flat tyre promised by run-flats", f"value_{end}") for end in ("low", "high")] == [
        50,
        125,
    ]
    for words in ("car maker", "garages with special machines", "dealers", "repair equipment was not widespread"):
        assert words in told[pax]
    assert "narrow book store" in told["E-readers: Sony Reader"]
    for hub in ("STMicroelectronics", "Schneider Electric", "CEA-Leti", "Soitec"):
        assert hub in told["Minalogic (Grenoble)"]
    assert be.fact("iPhone / App Store", "turnover of the ecosystem (commissioned study)") == 1.1e12


def test_cases_are_read_as_the_sources_say() -> None:
    pax, kindle, sony = (be.CASES[key] for key in ("pax", "kindle", "sony"))
    assert pax.game.share == pytest.approx(pax.game.one / pax.game.value) and pax.game.lost_firm == 1 and pax.value == 0
    assert sony.value == 0 and kindle.value == 1 and kindle.game.share > 0.8
    assert be.CASES["minalogic"].game.lost_hub == 0 and be.CASES["arm"].game.share > 0.7
    assert {case.source for case in be.CASES.values()} <= set(load("business_ecosystems")["case"])


def test_poles_at_home() -> None:
    assert "Minalogic" in be.at_home("38") and be.at_home("2A") == be.at_home("2B")
    with pytest.raises(ValueError, match="departement must be.*'99'"):
        be.at_home("99")


# --- explorers -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_every_control_matters(name: str) -> None:
    built = explore(name)
    state: dict[str, Any] = {"hubs": "2", "overlap": "0.25"} if name.endswith("loss") else {}
    for control, kind in built.controls.items():
        nodes = kind.nodes()
        seen = {json.dumps(built.evaluate(**state | {control: node}), default=str) for node in nodes[:3]}
        said = {built.read(**state | {control: node}) for node in nodes[:3]}
        assert len(seen) > 1, control
        assert len(said) > 1 or name.endswith("build"), control


@pytest.mark.parametrize("name", NAMES)
def test_every_panel_is_moved_by_some_control(name: str) -> None:
    built = explore(name)
    start = [json.dumps(figure, default=str) for figure in built.evaluate()]
    moved = [False] * len(start)
    for control, kind in built.controls.items():
        for node in kind.nodes()[:3]:
            now = [json.dumps(figure, default=str) for figure in built.evaluate(**{control: node})]
            moved = [before or one != two for before, one, two in zip(moved, start, now, strict=True)]
    assert all(moved)


@pytest.mark.parametrize("name", NAMES)
def test_it_fits_on_a_page(name: str) -> None:
    data = static.payload(explore(name))
    assert data["values"] <= 300_000 and len(zlib.compress(json.dumps(data).encode(), 6)) < 60_000


def structure(tree: Any) -> Any:
    if isinstance(tree, dict):
        return {key: structure(value) for key, value in tree.items()}
    return len(tree) if isinstance(tree, list) else type(tree).__name__ == "dict"


def test_the_picture_has_the_same_parts_in_every_state() -> None:
    built = explore("business_ecosystem.build")
    wanted = structure(built.evaluate())
    for inside in EVERY[::17]:
        assert structure(built.evaluate(rule="all", **{name: name in inside for name in PLAYERS})) == wanted
    lost = explore("business_ecosystem.loss")
    wanted = structure(lost.evaluate())
    for hubs, share, how in itertools.product(("1", "4"), ("0", "0.6"), ("random", "targeted")):
        assert structure(lost.evaluate(hubs=hubs, share=share, how=how)) == wanted


def test_each_member_can_be_clicked_out_and_back() -> None:
    built = explore("business_ecosystem.build")
    for inside in (be.START, frozenset({"rival", "b2"})):
        traces = built.evaluate(**{name: name in inside for name in PLAYERS})[0]["data"]
        stays, out = (trace for trace in traces if wishes(trace))
        for place, name in enumerate(PLAYERS):
            assert wishes(stays)[place] == wishes(out)[place] == name
            assert (stays["x"][place] is None) == (name not in inside) == (out["x"][place] is not None)


def test_readings_say_what_the_models_give() -> None:
    main = explore("business_ecosystem")
    assert "takes 2.00" in main.read() and "12.5" in main.read() and "75" in main.read(rivals=3)
    assert "shares with nobody" in main.read(option=1)
    built = explore("business_ecosystem.build")
    assert "the network is broken" in built.read(hub=False) and "nothing is made" in built.read(rule="all", c1=False)
    assert "33" in built.read(rival=True) and "Nobody is in" in built.read(**dict.fromkeys(PLAYERS, False))
    lost = explore("business_ecosystem.loss")
    assert "1,000 runs (seed 2004)" in lost.read() and "in pieces before" in lost.read(hubs="4", overlap="0")
    cases = explore("business_ecosystem.cases")
    assert "552" in cases.read(case="app_store") and "95" in cases.read(case="arm") and "2007" in cases.read()


def test_every_reading_is_whole() -> None:
    built = explore("business_ecosystem.build")
    for inside, rule in itertools.product(EVERY[::5], be.RULES):
        said = built.read(rule=rule, **{name: name in inside for name in PLAYERS})
        assert said.endswith(".") and "n/a" not in said
        found = be.build(inside, rule)
        assert ("hang together" in said) or found.value == 0 or found.together < len(inside)
