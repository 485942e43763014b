"""Sentences under the explorers, computed from what they show."""

from __future__ import annotations

from course_utils.concepts.govern_a_territory import wording
from course_utils.concepts.govern_a_territory.cards import titles
from course_utils.concepts.govern_a_territory.recipes import RUNS, Outcome
from course_utils.concepts.govern_a_territory.rules import SCORES
from course_utils.concepts.govern_a_territory.sequences import Sequence
from course_utils.concepts.govern_a_territory.territories import places
from course_utils.words import Sentence, _, join, number, say


def leaders(found: dict[str, Outcome]) -> dict[str, str]:
    """Recipe with the highest mean in 2025, by score."""
    return {score: max(found, key=lambda name: found[name].mean(score)) for score in SCORES}


def reading(found: dict[str, Outcome], *, recipe: str, shocks: bool, budget: str, place: str, score: str) -> Sentence:
    """Say where a recipe ends on all five scores, how far chance matters, and who leads where."""
    own, names = found[recipe], wording.recipes()
    told = _(
        "{recipe} in {place}, {budget} budget: in 2025 income stands at {income}, jobs at {jobs}, resilience at"
        " {resilience}, environment at {environment}, voice at {voice}."
    )
    ends = {name: number(own.mean(name)) for name in SCORES}
    where = {"recipe": names[recipe], "place": places()[place].name, "budget": wording.budgets()[budget].lower()}
    chance = _chance(own, score, shocks)
    return join(say(told, **where, **ends), chance, _lead(names, leaders(found), recipe, score))


def _chance(own: Outcome, score: str, shocks: bool) -> Sentence:
    name = wording.scores()[score]
    if not shocks:
        told = _("Nothing comes from outside: {score} is the same in every game, {end} in 2025 after {start} in 1955.")
        return say(told, score=name, end=number(own.mean(score), 1), start=number(own.mean(score, 0), 1))
    low, high = own.band(score)
    told = _("Over {runs} games, the score of {score} ends between {low} and {high} in eight of ten.")
    return say(told, runs=number(RUNS), score=name, low=number(low[-1]), high=number(high[-1]))


def _lead(names: dict[str, str], lead: dict[str, str], recipe: str, score: str) -> Sentence:
    led = sum(name == recipe for name in lead.values())
    told = _("It leads on {n} of the 5 scores; on {score} the best is: {best}.")
    return say(told, n=number(led), score=wording.scores()[score], best=names[lead[score]])


def sequence_reading(found: Sequence, *, one: str, two: str, place: str) -> Sentence:
    """Say what the order of two cards changes, and what of it comes from the one acting upon the other."""
    if one == two:
        return say(_("{card} twice in {place}: there is no order to change."), card=titles()[one], place=_name(place))
    n = found.most()
    told = _(
        "In {place}, {one} in 1995 and {two} in 2005 change the score of {score} by {first} points in 2025; the other"
        " way round, by {second}."
    )
    parts = {"place": _name(place), "one": titles()[one], "two": titles()[two]}
    numbers = {"first": number(found.first[n], 1), "second": number(found.second[n], 1)}
    score = list(wording.scores().values())[n]
    acts = _("If neither changed what the other does, it would be {alone} and {other}.")
    apart = {"alone": number(found.first_apart[n], 1), "other": number(found.second_apart[n], 1)}
    return join(say(told, score=score, **parts, **numbers), say(acts, **apart))


def _name(place: str) -> str:
    return places()[place].name
