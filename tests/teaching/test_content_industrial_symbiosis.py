"""The questions on industrial symbiosis are answered by the models: which option is right is computed here."""

from __future__ import annotations

import numpy as np
import pytest

from course_utils import load
from course_utils.concepts import industrial_symbiosis as symbiosis
from course_utils.teaching import bet, check, my_territory, quiz, reveal
from course_utils.teaching.content.industrial_symbiosis import asked
from course_utils.teaching.questions import Option

TAX, HEAT, ANCHOR, GYPSUM, CLOSED = range(5)


def chosen(n: int) -> Option:
    return next(option for option in quiz("industrial_symbiosis").questions[n].options if option.right)


def test_the_bet_is_won_by_who_expects_the_switch() -> None:
    won = next(option for option in bet("industrial_symbiosis").wager.question.options if option.right)
    free, taxed = symbiosis.plan(0.0), symbiosis.plan(65.0)
    assert won.text == "None goes there any more" and free.flows[asked.ASH] == 100 and taxed.flows[asked.ASH] == 0
    told = repr(reveal("industrial_symbiosis"))
    assert "380" in told and "127" in told and "€50" in told


def test_the_slag_does_with_two_tonnes_what_ash_does_with_one() -> None:
    useful = {match.key: match.useful for match in symbiosis.MATCHES}
    assert useful["ash_cement"] == 2 * useful["slag_cement"]
    assert "ash_roads" in symbiosis.plan(65.0).running


def test_no_bar_is_higher_than_the_one_on_its_left() -> None:
    for limit in (6.0, 20.0, 40.0):
        assert (np.diff([p.landfilled for p in symbiosis.ladder(limit=limit)]) <= 1e-9).all()
    assert chosen(TAX).text == "No, never" and "117" in chosen(TAX).feedback


def test_the_tax_adds_not_a_metre_to_a_pipe() -> None:
    assert np.array_equal(symbiosis.reach(0.0)[8:], symbiosis.reach(100.0)[8:])
    assert chosen(HEAT).text == "Not a metre" and "9.2" in chosen(HEAT).feedback
    doubled = symbiosis.reach(0.0, 2.0)[8:] / symbiosis.reach(0.0)[8:]
    assert (doubled > 1.8).all() and (doubled < 2.3).all()  # said by a wrong answer


def test_the_anchor_of_2000() -> None:
    assert chosen(ANCHOR).text == str(len(symbiosis.web(2000, "Asnæs power station").stopped)) == "11"
    given = [flow for flow in symbiosis.web(2000).running if flow.giver == "Asnæs power station"]
    assert len(given) == 7  # said by a wrong answer


def test_gypsum_has_undated_figures() -> None:
    rows = load("kalundborg_exchanges", "quantities").query("id == 'K16'")
    assert (rows["value"].min(), rows["value"].max()) == (80_000, 200_000) and len(rows) == 5
    assert (rows["note"].astype(str) == "undated").sum() == 2 and rows["date"].astype(str).max() == "c.2015"
    assert "Perhaps" in chosen(GYPSUM).text


def test_less_waste_is_no_better_symbiosis() -> None:
    whole, cut = symbiosis.plan(65.0), symbiosis.plan(65.0, lost="power")
    assert cut.landfilled < 0.12 * whole.landfilled and cut.bought[2] == 45 and whole.bought[2] == 0
    assert "45 kt" in chosen(CLOSED).feedback


def test_the_exercises_take_what_the_models_give() -> None:
    stops = {key: len(symbiosis.web(2000, actor).stopped) for key, actor in symbiosis.LEAVERS.items()}
    ranked = sorted(stops.values())
    assert ranked[-2] > ranked[-3]  # one answer only
    assert check("industrial_symbiosis.1", ("Refinery", 6)) and not check("industrial_symbiosis.1", ("Novo", 5))
    assert "power station itself" in repr(check("industrial_symbiosis.1", ("Power station", 11)))
    stop = min(t for t, p in zip(symbiosis.TAXES, symbiosis.ladder(), strict=True) if "ash_cement" not in p.running)
    assert check("industrial_symbiosis.2", stop) and "last one" in repr(check("industrial_symbiosis.2", stop - 5))
    assert check("industrial_symbiosis.3", 6.8) and "forgotten" in repr(check("industrial_symbiosis.3", 7.2))
    pair = (symbiosis.plan(65.0, limit=20.0).landfilled, symbiosis.plan(65.0).landfilled)
    assert check("industrial_symbiosis.4", pair) and "wrong way" in repr(check("industrial_symbiosis.4", pair[::-1]))


@pytest.mark.parametrize("code", ["38", "75", "2A", "974", "48"])
def test_the_exercise_on_the_territory(code: str) -> None:
    home = my_territory(code).departement
    worth = symbiosis.local(home, 65.0, "estate").saved - symbiosis.local(home, 65.0).saved
    assert check("industrial_symbiosis.5", worth) and not check("industrial_symbiosis.5", worth + 1)
