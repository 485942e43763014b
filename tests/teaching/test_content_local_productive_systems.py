"""The questions on local productive systems are answered by the lists: which option is right is computed here."""

from __future__ import annotations

import numpy as np
import pytest

from course_utils import load
from course_utils.concepts import local_productive_systems as spl
from course_utils.measures import krugman_index, location_quotient
from course_utils.teaching import bet, check, my_territory, quiz, reveal
from course_utils.teaching.content.local_productive_systems import asked
from course_utils.teaching.questions import Option

RULER, MEAN, LOTS, RECORD, DEFENCE = range(5)


def chosen(n: int) -> Option:
    return next(option for option in quiz("local_productive_systems").questions[n].options if option.right)


def test_the_bet_is_won_by_who_says_fewer_than_five() -> None:
    found = spl.standing("france", "best")
    won = next(option for option in bet("local_productive_systems").wager.question.options if option.right)
    assert won.text == "Fewer than five" and 0 < found.always < 5
    assert 18 <= found.mostly <= 22  # "about twenty" is what more than half of the lists hold
    told = repr(reveal("local_productive_systems"))
    assert all(name in told for name in ("Jura", "Vendée", "Hauts-de-Seine"))
    drawn = spl.robustness(spl.departements(), spl.drawn(spl.FRANCE)).max(axis=1)
    assert int((drawn >= 1).sum()) == found.always  # so it is among the thousand drawn


def test_nobody_is_dropped_by_a_share_below_what_the_quotient_asks() -> None:
    france = spl.departements()
    lists = [spl.listed(france, "industry", spl.Thresholds(1.5, share=share)) for share in (0.0, 0.12)]
    assert lists[0].tolist() == lists[1].tolist() and chosen(RULER).text == "Nobody"
    assert asked.national_share() == pytest.approx(france.shares[france.column("industry")])
    assert f"{150 * asked.national_share():.1f}" in chosen(RULER).feedback


def test_only_the_weighted_mean_is_one() -> None:
    france = spl.departements()
    quotients = france.values["quotient"][:, france.column("industry")]
    assert france.totals @ quotients / france.totals.sum() == pytest.approx(1)
    assert quotients.mean() > 1.1 and chosen(MEAN).text.startswith("No: only their mean weighted")
    low = np.argsort(quotients * 1.0)  # Paris first among the large ones with little industry
    large = [france.names[i] for i in low if france.totals[i] > 1_000_000]
    assert large[0] == "Paris"


def test_lots_change_the_doubt_and_not_the_list() -> None:
    france, cut = spl.departements(), spl.Thresholds(quotient=1.5)
    counts = [spl.count(france, "industry", cut, lot) for lot in (1, 500)]
    assert counts[0].listed == counts[1].listed and counts[0].doubtful < counts[1].doubtful
    assert str(counts[0].listed) in chosen(LOTS).feedback and "independent" in chosen(LOTS).text


def test_the_record_is_held_by_a_village() -> None:
    table = load("morocco_establishments").query("level == 'commune' and businesses > 0")
    quotients = location_quotient(table[[f"sector_{s}" for s in ("industry", "construction", "commerce", "services")]])
    first = table[quotients[:, 0] == quotients[:, 0].max()].sort_values("businesses").iloc[0]
    assert first["businesses"] == 1 and first["name"] in chosen(RECORD).feedback
    assert f"{(table['sector_industry'] == 0).sum()} communes" in chosen(RECORD).feedback
    assert table.loc[table["sector_industry"] == 0, "businesses"].max() < 100  # "they are small too"


def test_la_defense_is_in_and_the_valley_is_not() -> None:
    found, names = spl.standing("france", "best"), spl.departements().names
    at = names.index("Hauts-de-Seine")
    assert found.limits[at] == 1 and found.best[at] == "finance_realestate_business"
    assert asked.listed_share("Haute-Savoie") < 0.25 and "not yet a system" in chosen(DEFENCE).text
    jobs, year = asked.valley_jobs()
    assert any(f"{jobs:,.0f} jobs" in o.feedback and year in o.feedback for o in quiz_options(DEFENCE))


def quiz_options(n: int) -> tuple[Option, ...]:
    return quiz("local_productive_systems").questions[n].options


def test_every_wrong_answer_has_its_own_feedback() -> None:
    for question in quiz("local_productive_systems").questions:
        assert len({option.feedback for option in question.options}) == len(question.options)


def test_the_exercises_take_what_the_measures_give() -> None:
    table = np.array(asked.SMALL)
    assert check("local_productive_systems.1", float(location_quotient(table)[0, 0]))
    assert "share in the region" in repr(check("local_productive_systems.1", 0.5))
    assert "turn it round" in repr(check("local_productive_systems.1", 0.4))
    found = spl.count(spl.departements(), "industry", spl.Thresholds(quotient=1.3), lot=50)
    assert check("local_productive_systems.2", (found.listed, found.sure))
    assert not check("local_productive_systems.2", (found.listed, found.listed))
    assert "for 1.5" in repr(check("local_productive_systems.2", (17, 12)))
    assert check("local_productive_systems.3", ("quotient", "size"))
    assert not check("local_productive_systems.3", ("size", "quotient"))


@pytest.mark.parametrize("code", ["38", "75", "2A", "06", "976"])
def test_the_exercises_on_the_territory(code: str) -> None:
    own, france = my_territory(code), spl.departements()
    jobs = france.counts[france.at(own.departement)]
    index = krugman_index(jobs / jobs.sum(), france.shares)
    assert check("local_productive_systems.4", index)
    assert "half of it" in repr(check("local_productive_systems.4", index / 2))
    mine = spl.home(own.departement)
    assert check("local_productive_systems.5", (mine.best, mine.most))
    assert not check("local_productive_systems.5", (mine.best, mine.most + 0.2))
