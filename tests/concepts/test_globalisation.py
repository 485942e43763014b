"""Globalisation: the account adds up, base years and weights turn it, small gaps move firms, and controls matter."""

from __future__ import annotations

import doctest
import itertools
import json
import math
import zlib
from typing import Any

import numpy as np
import pandas as pd
import pytest

from course_utils import load, load_table
from course_utils.concepts import globalisation
from course_utils.concepts.globalisation import esteban, europe, footloose, france, model, own, places, states
from course_utils.concepts.globalisation import footloose_figure as phases
from course_utils.explorer import Explorer, Slider, Territory, static
from course_utils.explorer.registry import explore
from course_utils.measures import footloose_capital, shift_share

NAMES = [f"globalisation{part}" for part in ("", ".base_year", ".esteban", ".footloose", ".states")]
ROUNDING = 1e-6


def test_examples_hold() -> None:
    for module in (model, places, france, europe, states, esteban, footloose, own):
        ran = doctest.testmod(module)
        assert ran.attempted >= 1 and ran.failed == 0, module.__name__


def test_names_are_public() -> None:
    assert all(hasattr(globalisation, name) for name in globalisation.__all__)


# --- the account ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("level", "period", "weights"), list(itertools.product(places.LEVELS, places.PERIODS, model.WEIGHTS))
)
def test_three_terms_are_the_change_of_every_place(level: str, period: str, weights: str) -> None:
    found = places.terms(level, period, weights)
    first, *_between, last = places.tables(level, period)
    known = np.isfinite(found.mix)
    assert found.change[known] == pytest.approx((last - first)[known].sum(axis=1), abs=ROUNDING)
    assert known.sum() == len(known) - (period != "2013-2018")
    for part in ("mix", "local"):
        shown = np.nansum(getattr(found, part))
        if weights != "initial":
            continue
        assert shown == pytest.approx(0, abs=ROUNDING)


@pytest.mark.parametrize("weights", model.WEIGHTS)
@pytest.mark.parametrize(("start", "end"), [(1960, 2011), (1973, 2011), (1960, 1991), (1990, 1991)])
def test_three_terms_are_the_change_of_every_country(start: int, end: int, weights: str) -> None:
    found, wide = europe.terms(start, end, weights), europe.jobs()
    for at, code in enumerate(europe.compared(end)):
        change = wide.loc[(code, end)].sum() - wide.loc[(code, start)].sum()
        assert found.change[at] == pytest.approx(change, abs=ROUNDING)


def test_initial_weights_are_the_measure_and_final_ones_its_mirror() -> None:
    before, after = (np.array(t) for t in ([[60.0, 40.0], [40.0, 60.0]], [[50.0, 60.0], [30.0, 90.0]]))
    sums = before.sum(axis=0), after.sum(axis=0)
    forth, back = shift_share(before, after, *sums), shift_share(after, before, *reversed(sums))
    assert model.decompose([before, after]).mix == pytest.approx(forth.mix.sum(axis=1))
    assert model.decompose([before, after], "final").mix == pytest.approx(-back.mix.sum(axis=1))


def test_chains_add_up_their_links() -> None:
    years = range(1960, 1991 + 1)
    tables = [europe.jobs().loc[[(code, y) for code in europe.compared(1991)]].to_numpy() for y in years]
    by_hand, quick = model.decompose(tables, "chained"), europe.terms(1960, 1991, "chained")
    for part in ("national", "mix", "local", "start"):
        assert getattr(quick, part) == pytest.approx(getattr(by_hand, part))
    assert model.decompose(tables[:2], "chained").local == pytest.approx(model.decompose(tables[:2]).local)


def test_with_one_sector_there_is_no_mix() -> None:
    """Said in the chapter, and why the American states have one number only."""
    found = model.decompose([[[10.0], [20.0]], [[15.0], [18.0]]])
    assert found.mix == pytest.approx([0, 0])
    states_ = states._table("employment", "state")
    shift = model.decompose([states_[[1970]].to_numpy(), states_[[1986]].to_numpy()]).percent("local") / 16
    assert shift == pytest.approx(states.shift(1970).to_numpy())


def test_finer_sectors_move_some_of_the_local_term_into_the_mix() -> None:
    """Ten sectors against two, European countries 1960-2011."""
    wide = europe.jobs()
    dates = [wide.loc[[(code, year) for code in europe.compared(2011)]] for year in (1960, 2011)]
    two = [np.column_stack([d["agriculture"], d.drop(columns="agriculture").sum(axis=1)]) for d in dates]
    coarse, fine = model.decompose(two), model.decompose([d.to_numpy() for d in dates])
    assert not np.allclose(coarse.mix, fine.mix)
    assert coarse.change == pytest.approx(fine.change)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: model.decompose([[[1.0]], [[2.0]]], "middle"), "weights.*'middle'"),
        (lambda: model.decompose([[[1.0]]]), "two dates, got 1"),
        (lambda: own.account(own.example(), 1960, 2011), "year 1960.*1973, 2011"),
        (lambda: own.account(own.example().query("(name == 'France') == (year == 1973)"), 1973, 2011), "no territory"),
    ],
)
def test_bad_input_is_named(call: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        call()


# --- what the chapter says of French places ------------------------------------------------------------------------


def test_longwys_departement_has_an_average_mix_and_falls_behind() -> None:
    change, national, mix, local = globalisation.home("54").own
    assert national == pytest.approx(3.86, abs=0.01) and change == pytest.approx(-3.86, abs=0.01)
    assert abs(mix) < 0.1 and local == pytest.approx(-7.68, abs=0.01)
    behind = france.sector_growth("2008-2018", "54") < france.sector_growth("2008-2018")
    assert behind.sum() == 6 and not behind[0]


def test_paris_grows_fast_and_falls_behind() -> None:
    found = globalisation.picture()
    assert found.names[found.ends("mix")[0]] == "Paris"
    change, national, _mix, local = globalisation.home("75").own
    assert change > national and local < 0


def test_local_terms_differ_more_than_mixes() -> None:
    for level in places.LEVELS:
        for period in places.PERIODS:
            found = globalisation.picture(level, period)
            assert found.typical("local") > 2 * found.typical("mix")
            assert np.nanstd(found.local) > 2 * np.nanstd(found.mix)


def test_over_ten_years_the_weights_hardly_matter() -> None:
    first, last = (globalisation.picture(weights=w).local for w in ("initial", "final"))
    assert np.nanmax(np.abs(first - last)) < 1.5
    assert (np.sign(first) != np.sign(last))[np.isfinite(first)].sum() <= 3


def test_the_national_rate_leaves_mayotte_out() -> None:
    jobs = load("employment_departements").astype({"departement": str}).query("departement != '976'")
    total = jobs.groupby("year")["employment"].sum()
    assert globalisation.picture().whole == pytest.approx(100 * (total[2018] / total[2008] - 1))
    lost = load("employment_regions_accounts").query("region == 'FR' and sector == 'industry'").set_index("year")
    assert lost["employment"][2008] - lost["employment"][2018] == 428_200


def test_peers_are_those_of_my_territory() -> None:
    from course_utils.teaching import my_territory

    for code in ("38", "54", "2A", "75"):
        assert places.peers(code) == tuple(p.code for p in my_territory(code).peers())
    my_territory("38")
    table = places.jobs().loc[list(places.peers("38"))]
    growth = 100 * (table[2018].to_numpy().sum() / table[2008].to_numpy().sum() - 1)
    assert globalisation.home("38").peers[0] == pytest.approx(growth)
    for found in (globalisation.home("38").own, globalisation.home("38").peers):
        assert found[0] == pytest.approx(found[1:].sum())


def test_mayotte_has_no_figures_of_2008() -> None:
    assert np.isnan(globalisation.home("976").own).all()
    assert np.isfinite(globalisation.home("976", "2013-2018").own).all()
    assert "no figures of 2008" in explore("globalisation").read(territory="976")
    assert "no figures of 2008" in explore("globalisation.esteban").read(territory="976")


# --- what it says of countries and states --------------------------------------------------------------------------


def test_weights_turn_the_dutch_verdict() -> None:
    first, last = (globalisation.country("NLD", 1960, 2011, w) for w in ("initial", "final"))
    assert first["change"] == pytest.approx(last["change"]) and round(first["change"]) == 79
    assert first["mix"] > first["local"] and last["mix"] < last["local"]
    wide = europe.jobs()
    farms = wide["agriculture"] / wide.sum(axis=1)
    whole = wide.loc[[(code, 1960) for code in europe.compared(2011)]].sum()
    assert farms[("NLD", 1960)] < 0.5 * whole["agriculture"] / whole.sum()
    assert (farms.xs(2011, level="year") < 0.05).all()


def test_a_base_year_turns_a_sign() -> None:
    found = europe.bases("SWE", 1991)
    assert found.local.min() < 0 < found.local.max()
    assert len(states.turning()) == 25


def test_manufacturing_shrank_everywhere_after_1973() -> None:
    wide = europe.jobs()["manufacturing"].unstack("country")
    assert (wide.ffill().loc[2011] < wide.loc[1973]).all()


def test_texas_and_massachusetts_change_places() -> None:
    early, late = globalisation.shift(1970), globalisation.shift(1982)
    assert early["TX"] > 0 > early["MA"] and late["MA"] > 0 > late["TX"]


def test_ones_own_table_is_read_the_same_way(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "mine.csv"
    own.example().to_csv(path, index=False)
    found = globalisation.account(load_table(path), 1973, 2011)
    assert found.loc["Spain", "local"] == pytest.approx(globalisation.country("ESP", 1973, 2011)["local"])
    assert found["change"].to_numpy() == pytest.approx(found[["national", "mix", "local"]].sum(axis=1).to_numpy())


def test_the_french_table_through_the_same_door() -> None:
    """A sector without a row counts as nothing; a territory without a year is left out."""
    table = load("employment_departements").rename(columns={"departement": "territory"}).drop(columns="name")
    found = globalisation.account(table.astype({"territory": str}).query("employment > 0"), 2008, 2018)
    assert len(found) == 100 and found.loc["54", "local"] == pytest.approx(globalisation.home("54").own[3])


# --- four rectangles -----------------------------------------------------------------------------------------------


def test_areas_are_the_terms_of_the_measure() -> None:
    split = places.by_sector()
    for code, (column, sector) in itertools.product(("38", "54", "75", "93", "2A"), enumerate(places.sectors())):
        found = esteban.areas(code, sector).terms
        row = places.position(code)
        for term in esteban.TERMS:
            wanted = getattr(split, term)[row, column]
            assert found[term] == pytest.approx(wanted, abs=ROUNDING, nan_ok=True)
        if math.isfinite(found["homothetic"]):
            first, *_between, last = places.tables("departement", "2008-2018")
            assert sum(found.values()) == pytest.approx((last - first)[row, column], abs=ROUNDING)


def test_drawn_rectangles_have_the_areas_that_they_name() -> None:
    for code, sector in itertools.product(("38", "75", "88"), places.sectors()):
        figure = explore("globalisation.esteban").evaluate(territory=code, sector=sector)
        terms = esteban.areas(code, sector).terms
        for trace, term in zip(figure[0]["data"], esteban.TERMS, strict=True):
            width, height = trace["x"][1] - trace["x"][0], trace["y"][2] - trace["y"][0]
            assert width * 1000 * height / 100 == pytest.approx(terms[term], abs=1e-6)
        corner = figure[1]["data"][-1]
        assert 10 * corner["x"][1] * corner["y"][2] == pytest.approx(terms["allocation"], abs=1e-6)


def test_the_allocation_term_is_positive_in_two_corners() -> None:
    for code in ("38", "75", "88"):
        found = esteban.plane(code)
        assert (np.sign(found.allocation) == np.sign(found.extra) * np.sign(found.faster)).all()
    assert esteban.areas("75", "industry").terms["allocation"] > 0 > esteban.areas("75", "industry").heights["mix"]


# --- footloose firms -----------------------------------------------------------------------------------------------


def test_the_oracles_of_the_syllabus() -> None:
    assert globalisation.firms(0.55, [0.5, 0.8]) == pytest.approx([0.65, 0.95])
    phi, share = np.meshgrid(np.linspace(0, 0.9, 19), np.linspace(0.3, 0.7, 9))
    equal = np.clip(0.5 + (1 + phi) / (1 - phi) * (share - 0.5), 0, 1)
    assert globalisation.firms(share, phi) == pytest.approx(equal)
    assert footloose_capital(0.55, [0.2, 0.5, 0.8]) == pytest.approx([0.575, 0.65, 0.95])


@pytest.mark.parametrize("share", [0.2, 0.4, 0.5, 0.55, 0.7, 0.9])
def test_closed_thresholds_are_where_a_region_is_empty(share: float) -> None:
    for phi in (0.1, 0.3, 0.5, 0.7, 0.9, 0.97):
        empty, gathered = footloose.emptying_gap(share, phi), footloose.gathering_gap(share, phi)
        step = 0.01 * (empty - gathered)
        assert footloose.firms(share, phi, empty + step) == 0 < footloose.firms(share, phi, empty - step) < 1
        assert footloose.firms(share, phi, gathered - step) == 1 > footloose.firms(share, phi, gathered + step) > 0
    for gap, phi in itertools.product((0.0, 0.02, 0.1), (0.2, 0.5)):
        for found, full in ((footloose.emptying_share(phi, gap), 0.0), (footloose.gathering_share(phi, gap), 1.0)):
            side = 1e-4 if full else -1e-4
            assert footloose.firms(found + side, phi, gap) == full and 0 < footloose.firms(found - side, phi, gap) < 1


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.55, 0.7, 0.9])
def test_the_freer_the_trade_the_smaller_the_difference_that_moves_firms(share: float) -> None:
    phi = np.linspace(0.05, 0.99, 95)
    wages = footloose.chi(footloose.emptying_gap(share, phi)) / footloose.chi(footloose.gathering_gap(share, phi))
    assert (np.diff(wages) < 0).all() and wages[-1] < 1.001  # the band of wages with firms in both
    leads = footloose.gathering_share(phi) - footloose.emptying_share(phi)
    assert leads == pytest.approx((1 - phi) / (1 + phi))  # the band of market shares, at equal wages
    if share >= 0.5:
        gap = footloose.emptying_gap(share, phi)
        assert (np.diff(gap) < 0).all() and gap[-1] < 0.01


def test_for_the_smaller_market_the_emptying_gap_alone_does_not_always_fall() -> None:
    """It turns negative and comes back to 0: what shrinks for every market is the band between the two gaps."""
    gap = footloose.emptying_gap(0.3, np.linspace(0.05, 0.99, 95))
    assert gap.min() < 0 and gap[-1] > gap.min()


def test_firms_gather_and_then_jump() -> None:
    found = globalisation.flight(0.7, 0.01)
    assert found.peak == 1 and found.gone - found.last < 0.03
    assert globalisation.firms(0.7, [0.5, 0.89, 0.92], 0.01).tolist() == [1.0, 1.0, 0.0]
    assert 1 - footloose.cost(0.92) / footloose.cost(0.89) < 0.01
    assert math.isnan(globalisation.flight(0.7, 0.0).gone)


# --- the explorers -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "values", "bytes_"),
    list(zip(NAMES, (60_000, 50_000, 80_000, 40_000, 10_000), (85_000, 80_000, 90_000, 45_000, 20_000), strict=True)),
)
def test_values_and_bytes_are_within_the_budgets(name: str, values: int, bytes_: int) -> None:
    payload = static.payload(explore(name))
    assert payload["values"] <= values and len(zlib.compress(json.dumps(payload).encode(), 9)) <= bytes_


#: A control that only draws (an outline, a sector in a figure) may leave the sentence, never the picture.
@pytest.mark.parametrize(("name", "control"), [(n, c) for n in NAMES for c in explore(n).controls])
def test_every_control_changes_figure_and_reading(name: str, control: str) -> None:
    explorer = explore(name)
    nodes = ["38", "54"] if isinstance(explorer.controls[control], Territory) else explorer.controls[control].nodes()
    one, other = {control: nodes[0]}, {control: nodes[-1]}
    assert explorer.evaluate(**one) != explorer.evaluate(**other)
    assert explorer.read(**one) != explorer.read(**other) or (name, control) == ("globalisation", "level")


def sampled(explorer: Explorer, seed: int, n: int = 25) -> list[dict[str, Any]]:
    random = np.random.default_rng(seed)
    nodes = {name: control.nodes() for name, control in explorer.controls.items()}
    return [{name: own_[random.integers(len(own_))] for name, own_ in nodes.items()} for _ in range(n)]


def test_the_sentences_on_france_say_the_terms() -> None:
    explorer = explore("globalisation")
    for values in sampled(explorer, 1):
        said = explorer.read(**values)
        found = globalisation.home(values["territory"], values["period"], values["weights"])
        shown = [number.value for number in said.numbers]
        assert found.name in said
        if np.isfinite(found.own[0]):
            assert shown[-6:] == [*found.own.tolist(), found.peers[0], found.peers[3]]
        picture = globalisation.picture(values["level"], values["period"], values["weights"])
        high, low = picture.ends(values["part"])
        assert shown[0] == picture.whole and picture.names[high] in said and picture.names[low] in said


def test_the_verdict_on_a_country_is_true() -> None:
    explorer = explore("globalisation.base_year")
    for values in sampled(explorer, 2):
        said, end = explorer.read(**values), int(values["end"])
        if values["country"] == "DEW" and end > 1991:
            assert "no figures after 1991" in said
            continue
        found = globalisation.country(values["country"], int(values["start"]), end, values["weights"])
        mix, local = found["mix"], found["local"]
        assert ("its industries count for more" in said) == (mix > local > 0)
        assert ("its own doing counts for more" in said) == (local >= mix > 0)
        assert ("good industries, poor doing" in said) == (mix > 0 >= local)
        assert ("poor industries, good doing" in said) == (local > 0 >= mix)


def test_base_year_panels_show_the_terms() -> None:
    bars, bases, shares = explore("globalisation.base_year").evaluate(country="SWE", start="1973", end="1991")
    terms, at = europe.terms(1973, 1991), list(europe.countries()).index("SWE")
    assert bars["data"][1]["x"][at] == pytest.approx(terms.percent("local")[at])
    assert bases["data"][-1]["y"][1] == pytest.approx(terms.percent("local")[at] / 18)
    assert bars["data"][0]["x"][-1] is not None
    assert explore("globalisation.base_year").evaluate(end="2011")[0]["data"][0]["x"][-1] is None
    sweden = [y for y in shares["data"][-1]["y"] if y is not None]
    assert len(sweden) == 53 and len(shares["data"]) == 9


def test_the_footloose_sentence_is_true() -> None:
    explorer = explore("globalisation.footloose")
    for values in sampled(explorer, 3, 60):
        share, gap, phi = float(values["share"]), float(values["gap"]), values["freeness"]
        said = explorer.read(**values)
        shown = [number.value for number in said.numbers]
        assert shown[2] == pytest.approx(float(footloose.firms(share, phi, gap)))
        assert shown[4] == pytest.approx(float(footloose.firms(share, phi, gap + 0.01))) and shown[4] <= shown[2]
        path = footloose.firms(share, footloose.FINE, gap)
        assert ("keeps them" in said) == (path[-1] > 0 and path.max() > share + 1e-9)
        assert ("only loses" in said) == (path[-1] == 0 and path.argmax() == 0)
        assert ("it loses every one" in said) == (path[-1] == 0 and path.argmax() > 0)


def test_phase_diagrams_agree_with_their_lines() -> None:
    for gap in ("0", "0.02", "0.1"):
        figure = phases.share_figure(phases.by_share(float(gap)), gap)
        field, low, high = figure["data"]
        for column in (3, 10, 20, 28):
            at = float(field["x"][column])
            edges = [float(line["y"][int(np.argmin(np.abs(phases.PATH - at)))]) for line in (low, high)]
            z = np.asarray(field["z"])[:, column]
            if np.isfinite(edges[0]):
                assert (z[field["y"] < edges[0] - 1e-6] == 0).all() and (z[field["y"] > edges[0] + 1e-6] > 0).all()
            if np.isfinite(edges[1]):
                assert (z[field["y"] > edges[1] + 1e-6] == 100).all() and (z[field["y"] < edges[1] - 1e-6] < 100).all()


def test_map_and_outline() -> None:
    figure = explore("globalisation").evaluate(level="region", territory="54")[0]
    field, outline = figure["data"]
    value = dict(zip(field["locations"], field["z"], strict=True))
    assert value["54"] == value["57"] == value["67"] and outline["locations"] == ["54"]
    found = globalisation.picture("region")
    assert value["54"] == pytest.approx(found.local[found.codes.index("44")])


def test_sliders_of_years_do_not_interpolate() -> None:
    for name in NAMES:
        assert not any(isinstance(c, Slider) and c.interpolate for c in explore(name).controls.values())


def test_states_sentence_counts_base_years() -> None:
    said, found = explore("globalisation.states").read(state="WY", base="1984"), states.story("WY")
    wins = int((found.shift > 0).sum())
    assert [n.value for n in said.numbers][-3:] == [found.shift[14], wins, 15] and found.turns
    assert isinstance(states.shift(1970, by="division"), pd.Series)
    year = states.shift(1970)
    assert str(states.names()[year.idxmax()]) in explore("globalisation.states").read()
