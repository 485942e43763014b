"""Citizens' initiatives: what a reader discovers holds, the data are those of the sources, every control matters."""

from __future__ import annotations

import doctest
import importlib
import json
import zlib
from typing import Any

import numpy as np
import pytest

from course_utils import load
from course_utils.concepts import citizen_initiatives as ci
from course_utils.concepts.citizen_initiatives import chains, fitting, home, places
from course_utils.explorer import static
from course_utils.explorer.registry import explore
from course_utils.measures import bass_peak

# their functions bear the names of the modules
PATH = "course_utils.concepts.citizen_initiatives."
series_module, years_module = (importlib.import_module(PATH + name) for name in ("series", "years"))
NAMES = ["citizen_initiatives", *(f"citizen_initiatives.{part}" for part in ("sure", "chains", "places"))]


def test_examples_hold_and_names_are_public() -> None:
    for module in (series_module, fitting, years_module, chains, places, home):
        ran = doctest.testmod(module)
        assert ran.attempted >= 1 and ran.failed == 0, module.__name__
    assert all(hasattr(ci, name) for name in ci.__all__)


# --- what a reader discovers: few points -----------------------------------------------------------------------------


def test_3000_and_50000_fit_co_working_about_equally_well() -> None:
    low, high = ci.best(3_000.0), ci.best(50_000.0)
    assert abs(low.error / high.error - 1) < 0.03 and max(low.error, high.error) < 0.045 * 2787
    assert high.at(2030.5) > 8 * low.at(2030.5) and high.peak - low.peak > 10
    assert ci.freely().error < low.error  # some ceiling between them is better, by 2 % of the last count
    assert (low.error - ci.freely().error) / 2787 < 0.02


def test_the_reader_can_get_there_by_hand() -> None:
    explorer = explore("citizen_initiatives")
    for m, p, q in (("3000", 1.25e-4, 0.83), ("10000", 8e-4, 0.41), ("50000", 3.2e-4, 0.32)):
        by_hand = explorer.result("near", m=m, p=explorer.controls["p"].accept(p), q=explorer.controls["q"].accept(q))
        assert by_hand.error < 1.15 * ci.best(float(m)).error


@pytest.mark.parametrize(
    ("key", "tolerance", "low", "high"),
    [
        ("coworking", 3, 3_500, 5_000),
        ("coworking", 5, 3_100, None),
        ("labs", 5, 1_700, 2_200),
        ("labs", 10, 1_700, None),
        ("amap", 3, 2_000, 4_500),
        ("amap", 5, 2_000, 16_000),
        ("places", 5, 4_900, None),
    ],
)
def test_the_ceilings_that_are_allowed(key: str, tolerance: float, low: float, high: float | None) -> None:
    found = ci.profile(key)
    allowed = found.ceilings[found.allowed(tolerance)]
    assert allowed[0] == pytest.approx(low, rel=0.03)
    assert (allowed[-1] == found.ceilings[-1]) if high is None else allowed[-1] == pytest.approx(high, rel=0.03)


@pytest.mark.parametrize("key", series_module.KEYS)
def test_the_profile_is_never_below_the_free_fit_and_the_band_holds_the_curves(key: str) -> None:
    found, years = ci.profile(key), np.linspace(2020, 2040, 9)
    assert (found.errors >= 100 * ci.freely(key).error / found.own.last - 1e-4).all()
    low, high = found.band(10, years)
    for curve, yes in zip(found.curves, found.allowed(10), strict=True):
        assert not yes or ((curve.at(years) >= low - 1e-9) & (curve.at(years) <= high + 1e-9)).all()
    assert np.isnan(found.band(0, years)[0]).all()


def test_amap_know_their_ceiling_and_not_their_reason() -> None:
    found = ci.profile("amap")
    remaining = [one for one, yes in zip(found.curves, found.allowed(3), strict=True) if yes]
    assert remaining[-1].m / remaining[0].m < 2.5
    assert min(one.q for one in remaining) < 0.01 and max(one.q for one in remaining) > 0.4


def test_third_places_have_no_best_ceiling() -> None:
    assert ci.freely("places").open_ended and not ci.freely("coworking").open_ended
    assert (np.diff(ci.profile("places").errors) < 0).all()


# --- how many more years ---------------------------------------------------------------------------------------------


def needed(m: float, noise: float, **more: int) -> int:
    found = ci.years(m, noise, **more).needed
    assert found is not None
    return found


def test_higher_ceilings_and_poorer_counts_take_more_years() -> None:
    table = np.array([[needed(m, s) for s in years_module.NOISES] for m in years_module.CEILINGS])
    assert (np.diff(table, axis=0) >= 0).all() and (np.diff(table, axis=1) >= 0).all()
    assert table[0].max() <= 2 and table[2].min() >= 8 and table[-1, -1] > table[0, 0] + 10


def test_one_learns_the_ceiling_when_growth_slows() -> None:
    """With counts off by 5 % it is known at the peak or after it, never years before."""
    for m in (10_000.0, 50_000.0):
        assert 2021.5 + needed(m, 0.05) >= ci.best(m).peak


@pytest.mark.parametrize("m", years_module.CEILINGS)
@pytest.mark.parametrize("noise", [0.02, 0.1])
def test_another_seed_says_about_the_same(m: float, noise: float) -> None:
    one, other = ci.years(m, noise), ci.years(m, noise, seed=7)
    assert abs(needed(m, noise) - needed(m, noise, seed=7)) <= 1  # the reading says "about"
    assert np.abs(one.right - other.right).max() < 0.07
    assert (one.low <= one.middle).all() and (one.middle <= one.high).all()


def test_with_no_new_count_all_runs_agree() -> None:
    found = ci.years(50_000.0, 0.1)
    assert found.low[0] == found.high[0] == pytest.approx(ci.freely().m, rel=0.08)  # a grid


# --- data ------------------------------------------------------------------------------------------------------------


def test_series_are_what_was_counted() -> None:
    assert ci.series("labs").counts.tolist() == [45, 186, 349, 547, 686, 1186, 1700]
    assert ci.series("amap").years.tolist() == [2001.5, 2009.0, 2010.0, 2011.5, 2015.5]
    assert ci.series("places").counts.tolist() == [1800, 2500, 3500]  # the projection of 2025 is no count
    assert "starting about 2003" in str(load("fablabs")["note"].iloc[0])
    assert all((np.diff(ci.series(key).years) > 0).all() for key in series_module.KEYS)
    with pytest.raises(ValueError, match="key must be one of coworking, labs, amap, places, got 'cats'"):
        ci.series("cats")


def test_farms_by_size_add_up() -> None:
    table = load("short_chains").query("indicator == 'farms selling through short chains'")
    for year, total in (("2010", ci.farms().before), ("2020", ci.farms().after)):
        assert table[(table["date"] == year) & table["size_class"].notna()]["value"].sum() == pytest.approx(total)


def test_the_share_rose_because_farms_closed() -> None:
    found = ci.farms()
    assert found.after / found.before - 1 < 0.05 and 1 - found.all_after / found.all_before > 0.2
    assert (found.share(kept=True) - found.share_before) / (found.share() - found.share_before) < 0.2
    assert round(100 * found.share()) == 23  # as published
    assert found.share() * found.all_after == pytest.approx(found.after)


def test_rounding_alone_could_undo_corsicas_lead() -> None:
    top = ci.measured("per_head")
    assert top["name"].iloc[0] == "Corse" and top["value"].iloc[0] - top["margin"].iloc[0] < top["value"].iloc[1]
    assert ci.measured("share")["name"].iloc[0] == "Île-de-France"
    assert ci.regions().loc["11", "ratio"] < 1 and ci.regions()["share"].sum() == pytest.approx(100.8)
    with pytest.raises(ValueError, match="measure must be one of share, per_head, ratio, got 'cats'"):
        ci.measured("cats")
    with pytest.raises(ValueError, match="what must be told by the note, got 'cats'"):
        places._told("fablab 28", "cats")


@pytest.mark.parametrize("code", ["38", "75", "2A", "23", "974"])
def test_at_home(code: str) -> None:
    found = ci.at_home(code)
    assert found.low < found.places < found.high and 0 < found.here <= found.places + 1e-9


# --- the round -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sharing", [1, 2, 4])
@pytest.mark.parametrize("gap", [0.2, 0.6, 1.2])
def test_the_short_chain_wins_until_distance_or_volume_decides(gap: float, sharing: int) -> None:
    own = ci.Round(gap, sharing)
    for load_ in (80.0, 200.0, 400.0, 800.0):
        reach = float(own.reach(load_))
        assert float(own.gain(load_, max(reach, 0) + 5)) < 0
        if reach > 5:
            assert float(own.gain(load_, reach - 5)) > 0 and float(own.load(reach)) == pytest.approx(min(load_, 400))
    assert own.reach(800.0) == own.reach(400.0) > own.reach(200.0)  # the eaters are served
    assert np.isinf(own.load(max(float(own.reach(400.0)), 0.0) + 1))


def test_company_shifts_the_border() -> None:
    assert ci.Round(0.6, 2).reach(200.0) > 3 * ci.Round(0.6).reach(200.0)


# --- the explorers ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "values", "bytes_"),
    [(NAMES[0], 90_000, 130_000), (NAMES[1], 16_000, 26_000), (NAMES[2], 24_000, 18_000), (NAMES[3], 2_500, 8_000)],
)
def test_states_values_and_bytes_are_within_the_budgets(name: str, values: int, bytes_: int) -> None:
    payload = static.payload(explore(name))
    assert payload["values"] <= values and len(zlib.compress(json.dumps(payload).encode(), 9)) <= bytes_


@pytest.mark.parametrize(("name", "control"), [(n, c) for n in NAMES for c in explore(n).controls])
def test_every_control_changes_figure_and_reading(name: str, control: str) -> None:
    explorer = explore(name)
    nodes = explorer.controls[control].nodes()
    one, other = ({control: node} for node in (nodes[0], nodes[-1]))
    assert explorer.evaluate(**one) != explorer.evaluate(**other)
    assert explorer.read(**one) != explorer.read(**other)


def test_the_sentence_is_true_in_states_drawn_at_random() -> None:
    explorer, draw = explore("citizen_initiatives"), np.random.default_rng(5)
    for _ in range(40):
        state: dict[str, Any] = {n: c.nodes()[draw.integers(len(c.nodes()))] for n, c in explorer.controls.items()}
        found = ci.curve(state["p"], state["q"], float(state["m"]))
        said = explorer.read(**state)
        values = [n.value for n in said.numbers]
        assert values[:3] == [float(state["m"]), state["p"], state["q"]]
        own = ci.series("coworking")
        assert values[3] == pytest.approx(float(np.sqrt(np.mean((found.at(own.years) - own.counts) ** 2))))
        peak = 2008.5 + bass_peak(state["p"], state["q"])
        assert f"fastest in {int(peak)}" in said and values[5] == pytest.approx(float(found.at(2030.5)))
        if state["best"]:
            assert values[8] <= values[3] + 1e-6


def test_the_round_is_told_as_it_is() -> None:
    explorer, draw = explore("citizen_initiatives.chains"), np.random.default_rng(5)
    for _ in range(40):
        state: dict[str, Any] = {n: c.nodes()[draw.integers(len(c.nodes()))] for n, c in explorer.controls.items()}
        said, own = explorer.read(**state), ci.Round(state["gap"], int(state["sharing"]))
        reach, load_ = float(own.reach(state["volume"])), float(own.load(state["distance"]))
        assert ("not even pay next door" in said) == (reach < 0)
        assert ("no load is enough" in said) == np.isinf(load_)
        pays = float(own.gain(state["volume"], state["distance"])) >= 0
        assert pays == (reach >= state["distance"]) or reach == pytest.approx(state["distance"])


def test_panels_show_the_model() -> None:
    near, far, years = explore("citizen_initiatives").evaluate(m="50000", best=True)
    assert near["data"][1]["y"] == [1, 360, 600, 1700, 2787] == far["data"][1]["y"]
    assert near["data"][2]["y"][-1] == pytest.approx(float(ci.best(50_000.0).at(2024.5)), rel=1e-6)
    assert years["data"][3]["y"] == pytest.approx([np.log10(50_000)] * 2)
    error, band = explore("citizen_initiatives.sure").evaluate(series="places", ceiling=100.0)
    assert error["data"][1]["y"] == pytest.approx(ci.profile("places").errors.tolist())
    assert error["data"][3]["x"] == pytest.approx([np.log10(350_000)])
    assert band["data"][2]["y"][:4] == [1800, 2500, 3500, None]
    phase = explore("citizen_initiatives.chains").evaluate(gap=0.8, distance=60.0)[0]
    assert phase["data"][4]["x"] == pytest.approx([(80 + 108) / 0.8]) and phase["data"][3]["y"] == [60]
