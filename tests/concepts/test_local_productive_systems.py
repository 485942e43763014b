"""Local productive systems: lists, chances and a thousand choices, held against counting by hand and against draws."""

from __future__ import annotations

import itertools

import numpy as np
import pandas as pd
import pytest

from course_utils import load, load_table
from course_utils.concepts import local_productive_systems as spl
from course_utils.concepts.local_productive_systems.choices import ends_of, tables
from course_utils.concepts.local_productive_systems.detection import least
from course_utils.concepts.local_productive_systems.places import CRITERIA, FRENCH, MOROCCAN
from course_utils.datasets import geometry
from course_utils.measures import location_quotient

SMALL = spl.Places(
    ("a", "b", "c"),
    ("A", "B", "C"),
    ("x", "y", "z"),
    np.array([[20.0, 10, 10], [10, 30, 20], [10, 20, 70]]),
    np.array([100.0, 100, 300]),
)


# --- the tables --------------------------------------------------------------------------------------------------


def test_departements_are_those_of_the_dataset() -> None:
    france, rows = spl.departements(), load("employment_departements").query("year == 2018")
    assert france.counts.sum() == rows["employment"].sum() and len(france.codes) == 101
    ain = rows.query("departement == '01' and sector == 'industry'")["employment"].iloc[0]
    assert france.counts[france.at("01"), france.column("industry")] == ain
    assert {f["id"] for f in geometry("departements")["features"]} == set(france.codes)
    assert np.isfinite(france.people).all() and len(spl.departements(2008).codes) == 100  # without Mayotte


def test_moroccan_places_are_those_of_the_dataset() -> None:
    table = load("morocco_establishments")
    country = table.query("level == 'country'").iloc[0]
    for level in ("province", "commune"):
        places = spl.morocco(level)
        assert places.counts.sum() == country["businesses"] and (places.totals > 0).all()
        assert places.counts[:, 0].sum() == country["sector_industry"]
    assert {f["id"] for f in geometry("morocco_establishments")["features"]} == set(spl.morocco("province").codes)


def test_the_four_values_by_hand() -> None:
    values = SMALL.values
    assert values["quotient"] == pytest.approx(location_quotient(SMALL.counts))
    assert values["share"][0, 0] == 0.5 and values["size"][2, 2] == 70
    assert values["density"][0, 0] == pytest.approx((20 / 100) / (40 / 500))
    people = SMALL.people / SMALL.people.sum()
    assert people @ values["density"] == pytest.approx(np.ones(3))  # it is a quotient too, with people as weights


def test_quotients_average_to_one_in_every_table() -> None:
    for places in (spl.departements(), spl.morocco("province"), spl.morocco("commune")):
        weights = places.totals / places.totals.sum()
        assert weights @ places.values["quotient"] == pytest.approx(1.0)


def test_unknown_names_are_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="sector must be one of agriculture, .*, got 'steel'"):
        spl.listed(spl.departements(), "steel", spl.Thresholds())
    with pytest.raises(ValueError, match="level must be 'province' or 'commune', got 'douar'"):
        spl.morocco("douar")


# --- in, out, or with a probability ------------------------------------------------------------------------------


@pytest.mark.parametrize("criterion", CRITERIA)
def test_each_threshold_is_put_to_its_own_value(criterion: str) -> None:
    france = spl.departements()
    values = france.values[criterion][:, france.column("industry")]
    limit = float(np.median(values))
    asked = spl.Thresholds(**{"quotient": 0.0, criterion: limit})
    assert spl.listed(france, "industry", asked).tolist() == (values >= limit).tolist()
    passed = france.counts[:, france.column("industry")] >= least(france, "industry", asked) * (1 - 1e-12)
    assert passed.tolist() == (values >= limit).tolist()


def test_thresholds_are_asked_all_at_once() -> None:
    france = spl.departements()
    alone = [{"quotient": 1.3}, {"quotient": 0.0, "size": 30_000.0}, {"quotient": 0.0, "density": 1.2}]
    each = [spl.listed(france, "industry", spl.Thresholds(**one)) for one in alone]
    both = spl.listed(france, "industry", spl.Thresholds(quotient=1.3, size=30_000, density=1.2))
    assert both.tolist() == np.all(each, axis=0).tolist() and 0 < both.sum() < min(map(sum, each))


@pytest.mark.parametrize("lot", [1, 50, 500])
def test_the_bootstrap_of_a_thousand_draws_tends_to_the_chance(lot: float) -> None:
    france, asked = spl.departements(), spl.Thresholds(quotient=1.3, size=15_000)
    exact = spl.chance(france, "industry", asked, lot)
    for seed in (2016, 7):
        drawn = spl.bootstrap(france, "industry", asked, lot, draws=1000, seed=seed)
        error = np.sqrt(exact * (1 - exact) / 1000) + 1e-3
        assert (np.abs(drawn - exact) < 4.5 * error).all()


def test_resamples_keep_the_size_of_places_and_their_mix_on_average() -> None:
    drawn = spl.resamples(SMALL, draws=4000, seed=1)
    assert drawn.sum(axis=2) == pytest.approx(np.broadcast_to(SMALL.totals, (4000, 3)))
    assert drawn.mean(axis=0) == pytest.approx(SMALL.counts, abs=0.4)
    assert (spl.resamples(SMALL, 5, seed=1) == spl.resamples(SMALL, 5, seed=1)).all()


def test_a_place_at_the_threshold_is_in_with_about_one_half() -> None:
    """A yes-or-no list would hold it without a word."""
    france = spl.departements()
    at = france.at("26")
    quotient = france.values["quotient"][at, france.column("industry")]
    for lot in (1, 50, 500):
        assert spl.chance(france, "industry", spl.Thresholds(quotient=quotient), lot)[at] == pytest.approx(
            0.5, abs=0.05
        )


def test_more_is_in_doubt_where_jobs_come_in_larger_lots() -> None:
    france = spl.departements()
    counts = [spl.count(france, "industry", spl.Thresholds(quotient=1.5), lot) for lot in (1, 50, 500)]
    assert len({count.listed for count in counts}) == 1
    assert counts[0].doubtful < counts[1].doubtful < counts[2].doubtful
    assert counts[0].sure > counts[1].sure > counts[2].sure


def test_the_bootstrap_is_blind_where_all_is_of_one_kind() -> None:
    """Said under limits: a commune with one business is redrawn as itself; the funnel does not fall for it."""
    communes, found = spl.morocco("commune"), spl.funnel("industry")
    assert communes.totals[found.top] == 1
    assert spl.chance(communes, "industry", spl.Thresholds(quotient=1.5))[found.top] == 1.0
    assert not found.beyond[found.top]


def test_share_and_quotient_are_one_ruler_within_a_sector() -> None:
    france = spl.departements()
    share = 1.5 * france.shares[france.column("industry")]
    by_quotient = spl.listed(france, "industry", spl.Thresholds(quotient=1.5))
    by_share = spl.listed(france, "industry", spl.Thresholds(quotient=0.0, share=share * (1 - 1e-12)))
    assert by_quotient.tolist() == by_share.tolist()
    with_less = spl.listed(france, "industry", spl.Thresholds(quotient=1.5, share=0.12))
    assert with_less.tolist() == by_quotient.tolist()


# --- a thousand choices ------------------------------------------------------------------------------------------


def test_choices_fill_their_ranges_evenly() -> None:
    for seed in (2016, 7):
        choices = spl.drawn(spl.FRANCE, seed=seed)
        assert choices.shape == (1000, 4)
        for column, (low, high) in zip(choices.T, spl.FRANCE.values(), strict=True):
            assert low <= column.min() and column.max() <= high
            shares = np.histogram(column, bins=10, range=(low, high))[0] / 1000
            assert shares == pytest.approx(np.full(10, 0.1), abs=0.005)
    for half, ends in zip(spl.drawn(spl.FRANCE, 0.5).T, ends_of(spl.FRANCE, 0.5).values(), strict=True):
        assert ends[0] <= half.min() and half.max() <= ends[1]


def test_robustness_counts_lists() -> None:
    france, choices = spl.departements(), spl.drawn(spl.FRANCE)[::100]
    found = spl.robustness(france, choices)
    lists = [spl.listed(france, "industry", spl.Thresholds(*choice)) for choice in choices.tolist()]
    assert found[:, france.column("industry")] == pytest.approx(np.mean(lists, axis=0))


@pytest.mark.parametrize("country", ["france", "province", "commune"])
@pytest.mark.parametrize("width", [0.0, 0.35, 1.0])
def test_two_seeds_tend_to_the_same_product_of_chances(country: str, width: float) -> None:
    places, ranges = tables(country)
    exact = spl.expected(places, ranges, width)
    for seed in (2016, 7):
        drawn = spl.robustness(places, spl.drawn(ranges, width, seed=seed))
        assert np.abs(drawn - exact).max() <= 0.01  # ten lists of a thousand


def test_a_map_is_a_choice_of_thresholds() -> None:
    """The Discover line: a few places are robust to every choice, most are not."""
    for country, n in (("france", 101), ("province", 75), ("commune", 1490)):
        found = spl.standing(country, "best")
        assert 0 < found.always <= 0.05 * n
        assert found.always < found.mostly < 0.25 * n or country == "province"
    france = spl.standing("france", "best")
    assert 101 - france.always - france.never > 90
    assert {france.places.names[i] for i in france.order[:3]} == {"Jura", "Vendée", "Hauts-de-Seine"}


@pytest.mark.parametrize("country", ["france", "province", "commune"])
def test_every_list_and_no_list_are_what_the_corners_give(country: str) -> None:
    places, ranges = tables(country)
    corners = list(itertools.product(*ranges.values()))
    found = np.array([spl.robustness(places, np.array([corner])) for corner in corners])
    standing = spl.standing(country, "best")
    assert standing.always == int(found.all(axis=0).any(axis=1).sum())
    assert standing.never == int((standing.shares == 0).sum()) or country != "france"
    assert ((standing.limits <= 0) <= (standing.shares == 0)).all()


def test_the_wider_the_ranges_the_fewer_are_certain() -> None:
    always = [spl.standing("france", "best", width / 10).always for width in range(11)]
    never = [spl.standing("france", "best", width / 10).never for width in range(11)]
    assert (np.diff(always) <= 0).all() and (np.diff(never) <= 0).all()
    assert always[0] + never[0] == 101  # one choice: everybody is in or out


def test_the_deciding_threshold_depends_on_the_unit() -> None:
    france = spl.swing(spl.departements(), "industry", spl.FRANCE)
    communes = spl.swing(spl.morocco("commune"), "industry", spl.MOROCCO)
    change = [{c: low - high for c, (low, high) in found.items()} for found in (france, communes)]
    assert max(change[0], key=change[0].get) == "quotient" and max(change[1], key=change[1].get) == "size"
    assert all(low >= high for found in (france, communes) for low, high in found.values())


def test_the_best_sector_is_listed_most_often() -> None:
    shares = spl.expected(spl.departements(), spl.FRANCE)
    found = spl.standing("france", "best")
    assert found.limits == pytest.approx(shares.max(axis=1))
    assert all(shares[i, FRENCH.index(found.best[i])] == found.limits[i] for i in range(101))


# --- what the chapter says ---------------------------------------------------------------------------------------


def test_the_famous_places() -> None:
    found, names = spl.standing("france", "industry"), spl.departements().names
    share = {name: float(found.limits[names.index(name)]) for name in ("Ain", "Haute-Savoie", "Maine-et-Loire")}
    assert share["Ain"] > 0.95 and 0.15 < share["Haute-Savoie"] < 0.22 and 0.4 < share["Maine-et-Loire"] < 0.55
    finance = spl.standing("france", "finance_realestate_business")
    assert finance.limits[names.index("Hauts-de-Seine")] == 1


def test_small_communes_hold_both_records() -> None:
    found = spl.funnel("industry")
    totals = found.places.totals
    assert totals[found.top] == 1 and found.quotients[found.top] == found.quotients.max()
    assert totals[found.quotients == 0].max() < 100 and (found.quotients == 0).sum() == 87
    large = totals >= 1000
    assert found.quotients[large].max() < 3 < found.quotients[~large].max()
    spread = [np.ptp(found.quotients[(totals >= low) & (totals < 10 * low)]) for low in (10, 100, 1000, 10_000)]
    assert (np.diff(spread) < 0).all()


def test_the_funnel_holds_its_share_of_places_drawn_from_one_mix() -> None:
    """Communes drawn from the country's own mix leave the band upward in at most 2.5 %."""
    places = spl.morocco("commune")
    share = float(places.shares[0])
    found, random = spl.funnel("industry"), np.random.default_rng(5)
    drawn = random.binomial(places.totals.astype(int), share, size=(200, len(places.codes)))
    from course_utils.measures import resampled_range

    _low, high = resampled_range(share * places.totals, places.totals, 0.95)
    assert ((drawn / places.totals) > high + 1e-12).mean() < 0.025
    assert found.beyond.mean() > 0.1  # real communes leave it four times as often and more


def test_the_finer_the_map_the_longer_the_list() -> None:
    asked = spl.Thresholds(quotient=1.5)
    provinces, communes = (spl.count(spl.morocco(level), "industry", asked) for level in ("province", "commune"))
    assert (provinces.listed, communes.listed) == (1, 258)
    assert spl.count(spl.morocco("commune"), "industry", spl.Thresholds(quotient=1.5, size=50)).listed == 46


# --- a table of the reader's own ---------------------------------------------------------------------------------


def test_the_readers_table_gives_the_same_quotients_as_the_course(tmp_path) -> None:
    rows = load("employment_departements").rename(columns={"departement": "territory"})
    kept = ["territory", "name", "year", "sector", "employment"]
    rows[kept].to_csv(tmp_path / "mine.csv", index=False)
    own = spl.places_of(load_table(tmp_path / "mine.csv", like="employment_by_territory", level="departement"))
    france = spl.departements()
    assert set(own.codes) == set(france.codes) and own.names[own.codes.index("38")] == "Isère"
    at, there = own.codes.index("38"), france.at("38")
    for sector in FRENCH:
        mine, theirs = (p.values["quotient"][i, p.column(sector)] for p, i in ((own, at), (france, there)))
        assert mine == pytest.approx(theirs)


def test_without_inhabitants_no_density_is_asked() -> None:
    rows = pd.DataFrame(
        {"territory": ["A", "A", "B", "B"], "year": 2020, "sector": ["x", "y"] * 2, "employment": [30, 10, 20, 140]}
    )
    bare, peopled = spl.places_of(rows), spl.places_of(rows, {"A": 100, "B": 400})
    assert np.isnan(bare.values["density"]).all() and np.isfinite(peopled.values["density"]).all()
    ranges = spl.FRANCE | {"size": (1.0, 20.0)}
    found = spl.standing_of(bare, ranges, "x")
    assert found.limits[0] == pytest.approx(1.0) and found.shares[0] == 1.0
    assert spl.standing_of(bare, ranges).always == 1


def test_the_whole_decides_the_quotient() -> None:
    rows = load("employment_departements").query("region_22 == 'Rhône-Alpes'")
    own = spl.places_of(rows.rename(columns={"departement": "territory"}))
    isere = own.values["quotient"][own.codes.index("38"), own.column("industry")]
    assert isere == pytest.approx(1.09, abs=0.005)
    france = spl.departements()
    assert france.values["quotient"][france.at("38"), 1] == pytest.approx(1.37, abs=0.005)


def test_sectors_of_the_two_countries_have_names() -> None:
    from course_utils.concepts.local_productive_systems.words_of import french_sectors, moroccan_sectors

    assert set(french_sectors()) == set(FRENCH) and set(moroccan_sectors()) == set(MOROCCAN)


def test_the_ladder_has_no_step() -> None:
    """Between 1 and 2 no two neighbours are far apart: nowhere would everybody agree to cut."""
    france = spl.departements()
    quotients = np.sort(france.values["quotient"][:, france.column("industry")])
    assert np.diff(quotients[quotients >= 1]).max() < 0.06
