"""The industrial district: oracles of Arthur's model, of the urn and of the sieve, and what a reader discovers."""

from __future__ import annotations

import doctest
import itertools
import math

import numpy as np
import pytest
from scipy import stats

from course_utils.concepts import industrial_district
from course_utils.concepts.industrial_district import bounds_figure, examples, model, real, steps, urn
from course_utils.concepts.industrial_district.steps import Markets

INF = math.inf
#: Chance that a right model fails one of the statistical tests below, were their seeds drawn afresh.
ERROR_RATE = 0.001


def test_examples_hold() -> None:
    for module in (model, urn, steps, real, examples):
        ran = doctest.testmod(module)
        assert ran.attempted >= 1 and ran.failed == 0, module.__name__


# --- Arthur's model ----------------------------------------------------------------------------------------------


def by_hand(liked: np.ndarray, strength: float, bound: float, edge: float) -> list[int]:
    """Firm by firm and place by place, without arrays."""
    counts = [0] * liked.shape[1]
    for tastes in liked[:, :, 0].tolist():
        worth = [
            min(strength * n, bound) + t + (edge if j == 0 else 0)
            for j, (n, t) in enumerate(zip(counts, tastes, strict=True))
        ]
        counts[worth.index(max(worth))] += 1
    return counts


@pytest.mark.parametrize(("strength", "bound", "places"), [(0, INF, 3), (0.02, 0.5, 4), (0.1, 1.5, 6), (0.05, INF, 2)])
def test_firms_settle_as_told(strength: float, bound: float, places: int) -> None:
    liked = model.tastes(places, 1, seed=5, firms=120)
    found = model.settle(liked, strength, np.array([bound]), path=True)
    assert found[-1, :, 0, 0].tolist() == by_hand(liked, strength, bound, model.EDGE)
    assert (found.sum(axis=1) == np.arange(121)[:, None, None]).all() and (np.diff(found, axis=0) >= 0).all()


@pytest.mark.parametrize(("places", "edge"), list(itertools.product((2, 3, 6), (0.0, 0.1, 0.4))))
def test_without_agglomeration_shares_are_the_taste_probabilities(places: int, edge: float) -> None:
    """A chi-square test of all firms of all histories; nine tests, together wrong with `ERROR_RATE`."""
    found = model.settle(model.tastes(places, 400, seed=17), 0.0, np.array([INF]), edge)[:, 0].sum(axis=1)
    expected = model.geography(places, edge) * found.sum()
    assert stats.chisquare(found, expected).pvalue > ERROR_RATE / 9


@pytest.mark.parametrize(("places", "edge"), list(itertools.product((2, 5), (0.0, 0.25, 1.2))))
def test_taste_probabilities_by_integration(places: int, edge: float) -> None:
    taste = (np.arange(100_000) + 0.5) / 100_000
    first = np.minimum(taste + edge, 1) ** (places - 1)
    found = model.geography(places, edge)
    assert found[0] == pytest.approx(first.mean(), abs=1e-6) and found.sum() == pytest.approx(1)


def test_same_start_different_histories_different_winners() -> None:
    ends = [model.history(0.1, INF, 6, number)[-1] for number in range(1, 9)]
    assert len({int(counts.argmax()) for counts in ends}) >= 3
    assert all(counts.max() > 0.95 * model.FIRMS for counts in ends)


def test_a_history_is_repeated_by_its_number_and_its_firms_are_the_same() -> None:
    model.history.cache_clear()
    once = model.history(0.1, INF, 6, 3).copy()
    model.history.cache_clear()
    assert (once == model.history(0.1, INF, 6, 3)).all()
    assert (model.history(0.1, 0.5, 6, 3)[:3] == once[:3]).all()  # before neighbours can differ


@pytest.mark.parametrize("strength", [0.02, 0.1])
def test_below_the_spread_nobody_is_ever_shut_out(strength: float) -> None:
    """Exact: whatever the counts, a place has a chance of at least (1 - edge - bound)^N / N."""
    places, bound = 3, 0.5
    late = model.settle(model.tastes(places, 200, seed=3, firms=2000), strength, np.array([bound]), path=True)
    gained = late[-1] - late[1000]
    assert (gained > 0).all()
    least = (model.SPREAD - model.EDGE - bound) ** places / places
    assert gained.min() / 1000 > 0.5 * least
    assert not model.shut_out(bound, model.EDGE)


def test_once_all_are_at_the_bound_firms_choose_as_if_alone() -> None:
    """Arthur's second theorem: the past then leaves its counts, but no more say."""
    liked = model.tastes(3, 300, seed=8, firms=1500)
    path = model.settle(liked, 0.02, np.array([0.5]), path=True)[:, :, 0]
    full = (path[500] >= 25).all(axis=0)
    assert full.sum() > 200
    gained = (path[-1] - path[500])[:, full].sum(axis=1)
    assert stats.chisquare(gained, model.geography(3) * gained.sum()).pvalue > ERROR_RATE


def test_above_the_spread_one_may_take_all_and_several_may_share() -> None:
    shares = bounds_figure.along(0.1, 6)[15].shares  # a bound of 1.5
    winner, second = np.sort(shares, axis=0)[[-1, -2]]
    assert 0.5 < (winner > 0.9).mean() < 0.95 and ((winner < 0.6) & (second > 0.3)).mean() > 0.05
    assert model.shut_out(1.5) and model.shut_out(0.95, lead=model.EDGE) and not model.shut_out(0.95)


def test_above_the_spread_who_is_far_behind_gets_no_firm_any_more() -> None:
    path = model.settle(model.tastes(3, 200, seed=2), 0.1, np.array([1.5]), path=True)[:, :, 0]
    behind = path.max(axis=1, keepdims=True) * 0.1
    gap = np.minimum(behind, 1.5) - np.minimum(0.1 * path, 1.5)
    lost = gap[:-1] > model.SPREAD + model.EDGE + 1e-6
    assert lost.any() and not (np.diff(path, axis=0)[lost] > 0).any()


@pytest.mark.parametrize("places", [2, 3, 6])
def test_without_a_bound_one_takes_all(places: int) -> None:
    winner = bounds_figure.along(0.1, places)[-1].winner
    assert winner.min() > 0.8 and winner.mean() > 0.97


def test_the_winners_share_rises_with_the_bound() -> None:
    for strength, places in itertools.product((0.02, 0.1), (3, 6)):
        means = [ends.band()[0] for ends in bounds_figure.along(strength, places)]
        assert all(after > before - 0.005 for before, after in itertools.pairwise(means))
        assert means[5] < 0.55 < 0.8 < means[-1]


def test_weak_neighbours_help_the_better_site() -> None:
    wins = [bounds_figure.along(strength, 6)[-1].best for strength in (0.02, 0.1)]
    assert wins[0] > 0.75 > 0.55 > wins[1] > 1 / 6 + 0.2


@pytest.mark.parametrize(("strength", "places"), list(itertools.product((0.0, 0.02, 0.1), (3, 6))))
def test_two_seeds_give_the_same_reading(strength: float, places: int) -> None:
    """Means within their own sampling error, wins within the margins that are printed (three bounds, six worlds)."""
    for at in (5, 15, -1):
        one, other = (bounds_figure.along(strength, places, seed)[at] for seed in (model.SEED, 7))
        spread = math.hypot(one.winner.std(), other.winner.std()) / math.sqrt(model.RUNS)
        assert abs(one.winner.mean() - other.winner.mean()) < 3.5 * spread
        assert abs(one.best - other.best) <= 1.8 * model.margin(0.5 * (one.best + other.best)) + 0.002
        assert one.band()[1:] == pytest.approx(other.band()[1:], abs=0.06)


# --- the urn -----------------------------------------------------------------------------------------------------


def test_polyas_urn_ends_uniform() -> None:
    """Kolmogorov-Smirnov on 4,000 histories: the test would reject a right model with a chance of 0.1 %."""
    shares = urn.urns(2, seed=40, runs=4000)[1.0].first[-1]
    assert stats.kstest(shares, "uniform").pvalue > ERROR_RATE
    for wrong in (0.9, 1.1):  # and it can fail
        assert stats.kstest(urn.urns(2, seed=40, runs=4000)[wrong].first[-1], "uniform").pvalue < ERROR_RATE


@pytest.mark.parametrize("places", [3, 6])
def test_with_more_places_one_of_them_ends_beta_distributed(places: int) -> None:
    shares = urn.urns(places, seed=41)[1.0].first[-1]
    assert stats.kstest(shares, stats.beta(1, places - 1).cdf).pvalue > ERROR_RATE


@pytest.mark.parametrize("firms", [1, 7, 100])
def test_polyas_urn_is_uniform_at_every_step(firms: int) -> None:
    assert urn.exact(1.0, firms) == pytest.approx(np.full(firms + 1, 1 / (firms + 1)))


@pytest.mark.parametrize("beta", [0.0, 0.5, 1.5, 2.0])
def test_runs_follow_the_exact_law(beta: float) -> None:
    held = np.rint(urn.urns(2)[beta].first[-1] * (urn.FIRMS + 2)).astype(int)
    law = urn.exact(beta, urn.FIRMS)
    assert law.sum() == pytest.approx(1)
    edges = np.searchsorted(np.cumsum(law), np.linspace(0.1, 0.9, 9))
    expected = np.diff(np.concatenate([[0], np.cumsum(law)[edges], [1]]))
    counts = np.bincount(np.searchsorted(edges + 1, held), minlength=10)
    kept = expected > 0.005  # where the law has a jump some tenths are empty
    rest = [counts[~kept].sum(), expected[~kept].sum()]
    observed, wanted = counts[kept].astype(float), expected[kept]
    if rest[1] > 0.005:
        observed, wanted = np.append(observed, rest[0]), np.append(wanted, rest[1])
    assert stats.chisquare(observed, wanted / wanted.sum() * observed.sum()).pvalue > ERROR_RATE


def test_choosing_the_largest_of_gumbel_tastes_is_the_urn() -> None:
    counts, beta = np.array([1, 4, 10]), 1.3
    gumbel = np.random.default_rng(11).gumbel(size=(50_000, 3))
    chosen = np.bincount((beta * np.log(counts) + gumbel).argmax(axis=1), minlength=3)
    assert stats.chisquare(chosen, urn.chances(counts, beta) * 50_000).pvalue > ERROR_RATE


def test_beta_below_one_shares_and_above_one_locks_in() -> None:
    """By the exact law, so that no sample is needed: the winner's mean share as firms come."""

    def winner(beta: float, firms: int) -> float:
        share = np.arange(1, firms + 2) / (firms + 2)
        return float((urn.exact(beta, firms) * np.maximum(share, 1 - share)).sum())

    below, at, above = ([winner(beta, firms) for firms in (100, 400, 1600)] for beta in (0.5, 1.0, 1.5))
    assert below[0] > below[1] > below[2] and below[2] < 0.53
    assert at == pytest.approx([0.75] * 3, abs=0.003)
    assert above[0] < above[1] < above[2] and above[2] > 0.97


def test_with_beta_two_all_may_go_to_one_place() -> None:
    law = urn.exact(2.0, 400)
    assert law[0] + law[-1] == pytest.approx(2 * math.pi / math.sinh(math.pi), rel=0.005)


@pytest.mark.parametrize("places", [2, 3, 6])
def test_two_seeds_give_the_same_urn(places: int) -> None:
    one, other = urn.urns(places), urn.urns(places, seed=29)
    for beta in urn.BETAS:
        spread = math.hypot(one[beta].winner.std(), other[beta].winner.std()) / math.sqrt(urn.RUNS)
        assert abs(one[beta].winner.mean() - other[beta].winner.mean()) < 4 * spread + 1e-4, beta


# --- the sieve ---------------------------------------------------------------------------------------------------


def test_a_table_by_hand() -> None:
    jobs = np.array([[[60.0, 20, 0], [5, 5, 10]], [[0, 10, 90], [0, 0, 0]], [[10, 0, 0], [10, 10, 20]]])
    markets = Markets(("a", "b", "c"), ("wool", "cars"), np.array([200.0, 250.0, 550.0]), jobs)
    found = steps.sieve(markets)
    made, few = np.array([100, 100, 50]), np.array([90, 10, 30])
    assert found.values[0] == pytest.approx(made / markets.employment / (250 / 1000))
    assert found.values[1] == pytest.approx(few / made / (130 / 250))
    assert found.dominant.tolist() == [0, 0, 1]
    assert found.values[2] == pytest.approx([0.8 / 0.76, 1 / 0.76, 0.8 / 0.24])
    assert found.values[3] == pytest.approx([1, 0.1, 0.5])
    assert found.passed(steps.USUAL).tolist() == [
        [True, True, True],
        [True, True, False],
        [True, False, False],
        [True, False, False],
        [True, False, False],
    ]


def test_step_three_drops_nobody_at_one() -> None:
    for small in steps.SMALL:
        assert (steps.synthetic_sieve(small).values[2] > 1).all()


def test_the_number_of_districts_swings_with_every_threshold() -> None:
    from course_utils.concepts.industrial_district.funnel_figure import OFFERED, swing

    for step, counts in swing(steps.funnel()).items():
        assert len(counts) == len(OFFERED[step]) and counts == sorted(counts, reverse=True) and counts[0] > counts[-1]
    every = [
        steps.funnel(tuple(map(float, own)), small).counts[-1]
        for own in itertools.product(*OFFERED.values())
        for small in steps.SMALL
    ]
    assert len(every) == 1500 and min(every) <= 1 and max(every) >= 20
    assert steps.funnel().counts[-1] > steps.funnel(small="50").counts[-1] > 0


def test_a_sieve_errs_both_ways() -> None:
    found = steps.funnel()
    hits, made = found.hits
    assert 0 < hits < made == 12 and hits < found.counts[-1]


# --- real tables -------------------------------------------------------------------------------------------------


def test_quotients_of_french_departements() -> None:
    from course_utils import load

    table = load("employment_departements").query("year == 2018")
    total = table.drop_duplicates("departement")["total"].sum()
    own = table[(table["departement"] == "74") & (table["sector"] == "industry")].iloc[0]
    country = table.loc[table["sector"] == "industry", "employment"].sum()
    found = real.sectors("2018").loc["74", "industry"]
    assert found == pytest.approx(own["employment"] / own["total"] / (country / total), rel=2e-3)
    assert real.sectors("2008").loc["976"].isna().all() and real.france(1.0, "2008").known == 100


def test_the_three_french_districts_pass_the_first_step_and_so_do_most() -> None:
    found = real.france()
    assert set(examples.french_towns()["commune"].str[:2]) == {"74", "01", "49"}
    assert all(found.passed[found.codes.index(code)] for code in ("74", "01", "49"))
    assert found.passed.sum() > 0.6 * len(found.codes)


def test_fes_is_industrial_and_small_casablanca_and_tanger_industrial_and_large() -> None:
    found = real.morocco()
    fate = dict(zip(found.table["name"], found.reached, strict=True))
    assert (fate["Fès"], fate["Casablanca"], fate["Tanger-Assilah"], fate["Marrakech"]) == (2, 1, 1, 0)


def test_italian_counts_and_cases() -> None:
    counts = examples.italian_counts()
    assert sorted(counts["value"]) == [141, 156, 181, 199]
    sizes = examples.cases().set_index(["place", "year"])["jobs_per_firm"]
    assert sizes["Sassuolo", "2003"] > 25 * sizes["Prato", "n.d."]


def test_names_are_public() -> None:
    assert all(hasattr(industrial_district, name) for name in industrial_district.__all__)
