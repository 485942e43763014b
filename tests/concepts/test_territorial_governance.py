"""Territorial governance: what a reader discovers holds, chance is stated, and every control does something."""

from __future__ import annotations

import doctest
import itertools
import json
import zlib
from typing import Any

import numpy as np
import pytest

from course_utils.concepts import territorial_governance as tg
from course_utils.concepts.territorial_governance import (
    elected,
    figure,
    lottery,
    names,
    pasture,
    state,
    voices,
)
from course_utils.datasets import load
from course_utils.explorer import static
from course_utils.explorer.controls import places
from course_utils.explorer.registry import explore
from course_utils.measures import (
    borda,
    condorcet_winner,
    harvest_equilibrium,
    harvest_optimum,
    herders_game,
    herders_threshold,
    plurality,
    promethee,
    weighted_sum,
)

NAMES = ["territorial_governance", *(f"territorial_governance.{part}" for part in ("commons", "herders", "officials"))]
SURVEYS = list(voices.SURVEYS)


def test_examples_hold_and_names_are_public() -> None:
    for module in (voices, lottery, state, elected):
        ran = doctest.testmod(module)
        assert ran.attempted >= 1 and ran.failed == 0, module.__name__
    assert all(hasattr(tg, name) for name in tg.__all__)


# --- who counts ------------------------------------------------------------------------------------------------------


def test_there_is_one_group_for_each_of_the_seven_classes() -> None:
    assert sorted(voices.GROUPS.values()) == sorted(set(itertools.product((0, 1), repeat=3)) - {(0, 0, 0)})
    assert set(names.groups()) == set(voices.GROUPS) and set(names.paths()) == set(voices.PATHS)


@pytest.mark.parametrize("counts", list(itertools.product((0, 1, 2), repeat=3)))
def test_weights_add_up_and_follow_what_counts(counts: tuple[int, int, int]) -> None:
    weights = tg.salience(*counts)
    assert weights.sum() == pytest.approx(1) and weights.min() >= 0
    assert figure.parts(*counts).sum(axis=0) == pytest.approx(weights)
    if any(counts):
        assert weights[0] == pytest.approx(weights.max())  # the councils have all three
        young = list(voices.GROUPS).index("young")
        assert (weights[young] > 0) == (counts[1] > 0)  # the young have legitimacy alone
    else:
        assert weights == pytest.approx(np.full(7, 1 / 7))


@pytest.mark.parametrize("survey", SURVEYS)
def test_scores_rank_without_ties(survey: str) -> None:
    table = tg.scores(survey)
    assert table.shape == (7, 5) and table.min() >= 0 and table.max() <= 100
    assert all(len(set(row)) == 5 for row in table)


# --- how to choose ---------------------------------------------------------------------------------------------------


def test_five_methods_five_answers_at_the_first_meeting() -> None:
    found = tg.verdicts(tg.scores("first"), tg.salience(1, 1, 1))
    assert [verdict.winners for verdict in found.values()] == [("plant",), ("resort",), ("hub",), (), ("park",)]
    assert found["condorcet"].cycle == ("resort", "plant", "hub")


def test_after_the_leak_first_places_stand_alone_and_after_the_debate_nobody_does() -> None:
    found = tg.verdicts(tg.scores("leak"), tg.salience(1, 1, 1))
    assert {m: v.winners for m, v in found.items()} == dict.fromkeys(voices.METHODS, ("hub",)) | {
        "plurality": ("park",)
    }
    for counts in itertools.product((0, 1, 2), repeat=3):
        debated = tg.verdicts(tg.scores("debate"), tg.salience(*counts))
        assert {verdict.winners for verdict in debated.values()} == {("hub",)}


def test_without_power_the_first_meeting_turns_from_the_plant() -> None:
    table = tg.scores("first")
    assert tg.verdict(table, tg.salience(1, 1, 1), "sum").winners == ("plant",)
    assert tg.verdict(table, tg.salience(0, 1, 1), "sum").winners == ("farms",)
    # the leak changes what many think: the plant loses points with all but the employer
    lower = tg.scores("leak")[:, 0] <= table[:, 0]
    assert lower.all() and tg.scores("leak")[2, 0] == table[2, 0]


@pytest.mark.parametrize("survey", SURVEYS)
def test_verdicts_are_those_of_the_measures(survey: str) -> None:
    table, weights = tg.scores(survey), tg.salience(1, 2, 1)
    found, ballots = tg.verdicts(table, weights), tg.profile(table, weights)
    assert found["sum"].points == pytest.approx(weighted_sum(table.T, weights))
    net = promethee(table.T, weights, indifference=5, preference=30).net
    assert found["outranking"].points == pytest.approx(50 + 50 * net)
    assert found["borda"].points == pytest.approx(25 * np.array([borda(ballots)[path] for path in voices.PATHS]))
    first = plurality(ballots)
    assert found["plurality"].points == pytest.approx([100 * first[path] for path in voices.PATHS])
    assert found["condorcet"].winners == ((winner,) if (winner := condorcet_winner(ballots)) else ())
    assert found["condorcet"].points.sum() == pytest.approx(250)  # ten duels of 25 points


def test_what_is_not_known_is_named() -> None:
    with pytest.raises(ValueError, match="survey must be one of first, leak, split, debate, got 'cat'"):
        tg.scores("cat")
    with pytest.raises(ValueError, match="method must be one of"):
        tg.verdict(tg.scores("first"), tg.salience(1, 1, 1), "dice")
    with pytest.raises(ValueError, match="spread must be one of"):
        tg.decided("first", "dice")
    with pytest.raises(ValueError, match=r"watch must lie in \[0, 1\], got 2"):
        tg.summers(watch=2)
    with pytest.raises(ValueError, match="talk must be one of none, once, yearly, got 'shout'"):
        tg.summers(talk="shout")
    with pytest.raises(ValueError, match="role must be one of"):
        tg.officials("king")


def test_a_chance_of_0_and_of_00_is_one_setting_with_one_set_of_games() -> None:
    """Else the figures would depend on who asked first."""
    tg.summers.cache_clear()
    whole = tg.summers(watch=0).herd
    tg.summers.cache_clear()
    assert np.array_equal(tg.summers(watch=0.0).herd, whole)


# --- how often does the method decide? -------------------------------------------------------------------------------


@pytest.mark.parametrize("own", [False, True])
def test_the_fast_winners_are_those_of_the_measures(own: bool) -> None:
    rng = np.random.default_rng(3)
    weights = rng.dirichlet(np.ones(7), 60)
    tables = rng.uniform(0, 100, (60, 7, 5)) if own else np.broadcast_to(tg.scores("first"), (60, 7, 5))
    fast = lottery.winners(tables if own else tg.scores("first"), weights)
    for table, row, found in zip(tables, weights, fast, strict=True):
        slow = [tg.verdict(table, row, method).winners for method in voices.METHODS]
        assert [(voices.PATHS[at],) if at < 5 else () for at in found] == slow


def test_method_or_weights() -> None:
    """Near equality the method moves the winner more; over any weights the weights do."""
    for survey in ("first", "leak", "split"):
        near, free = tg.decided(survey, "near"), tg.decided(survey, "any")
        assert near.by_method > near.by_weights + 0.2 and free.by_weights > free.by_method + 0.15
    both = tg.decided("first", "both")
    assert both.disagree == pytest.approx(0.54, abs=0.015) and both.by_weights > both.by_method + 0.2
    assert both.by_method == pytest.approx(0.31, abs=0.015)
    assert tg.decided("debate", "near").disagree < 0.01


@pytest.mark.parametrize(("survey", "spread"), list(itertools.product(SURVEYS, lottery.SPREADS)))
def test_another_seed_gives_the_same_shares(survey: str, spread: str) -> None:
    one, other = tg.decided(survey, spread), tg.decided(survey, spread, seed=4)
    assert one.shares == pytest.approx(other.shares, abs=0.03)
    assert one.shares.sum(axis=1) == pytest.approx(1)
    for key in ("disagree", "by_method", "by_weights"):
        assert getattr(one, key) == pytest.approx(getattr(other, key), abs=0.03)


# --- how often does nobody win? --------------------------------------------------------------------------------------


def test_cycles_are_possible_and_rare() -> None:
    """Exact shares for 3, 5, 7 and 9 impartial voters, and the limit of 8.77 %."""
    assert pytest.approx(0.08774, abs=1e-5) == tg.LIMIT
    for voters, exact in ((3, 1 / 18), (5, 0.06944), (7, 0.07502), (9, 0.07798)):
        assert tg.no_winner(voters, 3) == pytest.approx(exact, abs=0.006)
    assert tg.no_winner(1001, 3, draws=60_000) == pytest.approx(tg.LIMIT, abs=0.004)
    shares = [tg.no_winner(n, 3) for n in lottery.VOTERS]
    assert max(shares) < tg.LIMIT + 0.005 and shares[-1] > shares[0] + 0.02
    assert all(tg.no_winner(n, 4) > share for n, share in zip(lottery.VOTERS, shares, strict=True))


def test_one_line_ends_cycles_and_a_quarter_does_for_many() -> None:
    for options in lottery.OPTIONS:
        assert all(tg.no_winner(n, options, 1.0) == 0 for n in lottery.VOTERS)
    assert tg.no_winner(101, 3, 0.25) < tg.no_winner(3, 3, 0.25) and tg.no_winner(301, 3, 0.25) < 0.01


# --- the pasture -----------------------------------------------------------------------------------------------------


def test_equilibrium_and_optimum_are_those_by_hand() -> None:
    assert harvest_equilibrium(4, 10, 0.25) == pasture.EQUILIBRIUM
    assert harvest_optimum(4, 10, 0.25) == pasture.OPTIMUM
    alone = tg.summers()
    assert alone.herd[-1] == pytest.approx(32, abs=0.2) and alone.share == pytest.approx(0.64, abs=0.01)
    assert float(pasture.answer(np.array(24.0))) == 8 and float(pasture.answer(np.array(15.0))) == 12.5
    assert float(pasture.answer(np.array(15.0), 3.75)) == pytest.approx(5)


@pytest.mark.parametrize("watch", [0.25, 0.5, 0.75, 1.0])
def test_a_flat_fine_shifts_the_equilibrium(watch: float) -> None:
    """Each cow above the share costs 4 times the chance: (10 - m) / (5/4) each, but never below the share."""
    expected = max(20, 4 * (10 - 4 * watch) / 1.25)
    assert tg.summers(watch=watch, fine="flat").herd[-1] == pytest.approx(expected, abs=0.2)


def test_talk_works_until_somebody_exploits_it() -> None:
    kept, used = (tg.summers("yearly", you=you) for you in ("keep", "best"))
    assert kept.share > 0.95 and used.share < 0.75 and used.herd[-1] == pytest.approx(32, abs=0.5)
    assert used.yours > used.theirs + 4 and kept.yours < kept.theirs
    assert tg.summers("once", you="keep").share < kept.share  # once is not enough


@pytest.mark.parametrize("talk", pasture.TALKS)
@pytest.mark.parametrize("watch", [0.25, 0.5, 0.75])
def test_graduated_fines_do_better_than_a_flat_one_and_cost_less(talk: str, watch: float) -> None:
    flat, graduated = (tg.summers(talk, watch, fine, "best") for fine in ("flat", "graduated"))
    assert graduated.herd[-1] < flat.herd[-1] - 1
    if watch >= 0.5:
        assert graduated.share > flat.share - 0.01 and graduated.fines < flat.fines


def test_counting_alone_changes_little_and_costs() -> None:
    nothing, counted = tg.summers(), tg.summers(watch=1.0)
    assert counted.herd[-1] == pytest.approx(nothing.herd[-1], abs=0.2) and counted.share < nothing.share


@pytest.mark.parametrize("you", pasture.YOURS)
def test_another_seed_reads_the_same(you: str) -> None:
    for talk, watch, fine in itertools.product(pasture.TALKS, (0.0, 0.5), pasture.FINES):
        one, other = (tg.summers(talk, watch, fine, you, seed) for seed in (pasture.SEED, 9))
        assert one.herd == pytest.approx(other.herd, abs=0.35)
        assert one.share == pytest.approx(other.share, abs=0.01)
        assert (one.low <= one.herd + 1e-9).all() and (one.herd <= one.high + 1e-9).all()
        assert one.yours == pytest.approx(other.yours, abs=0.25)


# --- the State -------------------------------------------------------------------------------------------------------


def test_the_state_sustains_cooperation_if_and_only_if_it_is_right_above_three_quarters() -> None:
    for right in state.CHANCES:
        choice = tg.ruled(float(right)).choice
        assert choice == ("keep" if right > 0.75 else "exceed" if right < 0.75 else "either")
    assert herders_threshold() == 0.75
    assert tg.ruled(0.7).gain == pytest.approx(-1.4) and herders_game()[1, 1] == 0  # worse than no State


def test_self_governance_wins_where_it_is_cheap() -> None:
    contract = explore("territorial_governance.herders").panels[1].overlays[1].model
    assert contract(cost=4.0) == 8 and tg.ruled(0.8).gain > 8 > tg.ruled(2 / 3).gain
    for right in (0.76, 0.8, 0.9, 0.99):
        even = 4 * (1 - right)
        assert contract(cost=even * 0.9) > tg.ruled(right).gain > contract(cost=even * 1.1)
    assert contract(cost=19.0) > tg.ruled(0.74).gain  # below three quarters any contract that is signed wins


# --- who governs -----------------------------------------------------------------------------------------------------


def test_officials_are_those_of_the_table() -> None:
    table = load("elected_officials").astype({"level": str, "code": str, "role": str})
    row = table.query("level == 'departement' and code == '59' and role == 'mayor'").iloc[0]
    found = tg.officials("mayor", "59")
    assert (found.number, found.women) == (row["officials"], row["share_women"])
    assert found.ages.sum() == pytest.approx(1, abs=1e-3)
    france = dict(zip(names.roles(), tg.women(), strict=True))
    assert france["councillor"] == pytest.approx(0.481, abs=1e-3) and france["mayor"] == pytest.approx(0.229, abs=1e-3)
    presidents = table.query("level == 'france' and role == 'epci_president'")["share_women"].iloc[0]
    assert round(100 * presidents) == 15 and round(100 * tg.officials("mayor").ages[-1]) == 55
    workers = dict(zip(names.professions(), tg.professions(), strict=True))["manual_workers"]
    assert round(100 * workers) == 6


@pytest.mark.parametrize("code", [*places("departement")[::12], "75", "69", "2A", "972", "973", "976"])
def test_every_departement_can_be_read(code: str) -> None:
    explorer = explore("territorial_governance.officials")
    said = explorer.read(territory=code, role="epci_vice_president")
    assert "nan" not in said and "n/a" not in said
    assert tg.inhabitants_each(code) > 10


def test_every_grouping_is_counted_once() -> None:
    table = load("epci").astype({"departement": str}).query("year == 2026")
    found = [tg.groupings(code) for code in places("departement")]
    assert sum(one.epci for one in found) == len(table)
    assert sum(one.communes for one in found) == table["communes"].sum()


def test_what_is_hidden_stays_hidden() -> None:
    assert np.isnan(tg.officials("mayor", "75").women) and "is not told" in explore(NAMES[3]).read(territory="75")
    marks = explore(NAMES[3]).evaluate(territory="75")[0]["data"][-2]["x"]
    assert marks[2] is None


# --- the explorers ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "values", "bytes_"),
    [(NAMES[0], 15_000, 25_000), (NAMES[1], 15_000, 25_000), (NAMES[2], 9_000, 14_000), (NAMES[3], 7_000, 15_000)],
)
def test_states_values_and_bytes_are_within_the_budgets(name: str, values: int, bytes_: int) -> None:
    payload = static.payload(explore(name))
    assert payload["values"] <= values and len(zlib.compress(json.dumps(payload).encode(), 9)) <= bytes_


@pytest.mark.parametrize(("name", "control"), [(n, c) for n in NAMES for c in explore(n).controls])
def test_every_control_changes_figure_and_reading(name: str, control: str) -> None:
    explorer = explore(name)
    nodes = explorer.controls[control].nodes()
    one, other = nodes[0], nodes[-1]
    assert explorer.read(**{control: one}) != explorer.read(**{control: other})
    assert explorer.evaluate(**{control: one}) != explorer.evaluate(**{control: other})


def test_stars_stand_where_the_sentence_says() -> None:
    explorer, draw = explore(NAMES[0]), np.random.default_rng(5)
    for _ in range(12):
        state: dict[str, Any] = {n: c.nodes()[draw.integers(len(c.nodes()))] for n, c in explorer.controls.items()}
        heat, stars = explorer.evaluate(**state)[0]["data"]
        said, row = explorer.read(**state), names.methods()[state["method"]]
        won = [x for x, y in zip(stars["x"], stars["y"], strict=True) if y == row]
        if not won:
            assert "no path beats all others" in said and state["method"] == "condorcet"
        elif len(won) == 1:
            assert f"{won[0]} wins with" in said
            assert heat["z"][heat["y"].index(row)][heat["x"].index(won[0])] == pytest.approx(100)
        else:
            assert f"{', '.join(won)} tie" in said


def test_the_herders_sentence_is_true() -> None:
    explorer = explore(NAMES[2])
    for right, fine in itertools.product((0.0, 0.4, 0.62, 0.63, 0.74, 0.76, 1.0), ("0.5", "1", "2", "4", "10")):
        said, game = explorer.read(right=right, fine=fine), herders_game(right, 1 - right, float(fine))
        if (game[0] > game[1]).all():
            assert "both keep to the limit" in said and f"{game[0, 0]:.2f}" in said
        elif (game[0] == game[1]).all():
            assert "pay the same" in said
        else:
            assert "both exceed the limit" in said and f"{game[1, 1]:.2f}" in said
    assert "pay the same" in explorer.read(right=0.75) and "nobody signs" in explorer.read(cost=22.0)
