"""What the pictures of the choice say, in plain sentences."""

from __future__ import annotations

from typing import Any

from course_utils.concepts.territorial_governance import lottery, names
from course_utils.concepts.territorial_governance.lottery import Decided
from course_utils.concepts.territorial_governance.voices import GROUPS, METHODS, Verdict, salience
from course_utils.words import Sentence, _, join, number, percent, say


def reading(
    found: dict[str, Verdict], *, power: str, legitimacy: str, urgency: str, survey: str, method: str
) -> Sentence:
    """Say who weighs most, who wins by the method chosen, and how many answers the methods give."""
    weights = salience(float(power), float(legitimacy), float(urgency))
    return join(_weighed(weights), _won(found[method], method, survey), _answers(found))


def _weighed(weights: Any) -> Sentence:
    top = tuple(name for name, w in zip(GROUPS, weights, strict=True) if w > weights.max() - 1e-9)
    if len(top) == len(GROUPS):
        return say(_("Each of the {n} groups weighs {weight}."), n=number(len(top)), weight=percent(weights[0], 1))
    told = _("Most weight: {names}, {weight} each; least, {least}.")
    if len(top) == 1:
        told = _("Most weight: {names}, {weight}; least, {least}.")
    parts = {"weight": percent(weights.max(), 1), "least": percent(weights.min(), 1)}
    return say(told, names=names.listed(top, names.groups()), **parts)


def _won(found: Verdict, method: str, survey: str) -> Sentence:
    known, asked = names.paths(), {"method": names.methods()[method], "survey": names.surveys()[survey]}
    if found.winners:
        told = _("{method}, asked {survey}: {winner} wins with {points} points.")
        if len(found.winners) > 1:
            told = _("{method}, asked {survey}: {winner} tie with {points} points each.")
        points = number(found.points.max(), 1)
        return say(told, winner=names.listed(found.winners, known), points=points, **asked)
    if not found.cycle:
        return say(_("{method}, asked {survey}: no path beats all others, for some duels are drawn."), **asked)
    told = _("{method}, asked {survey}: no path beats all others. Each beats the next: {cycle}.")
    return say(told, cycle=names.listed((*found.cycle, found.cycle[0]), known), **asked)


def _answers(found: dict[str, Verdict]) -> Sentence:
    named = {found[method].winners for method in METHODS}
    if len(named) == 1:
        return say(_("All {n} methods name the same."), n=number(len(METHODS)))
    return say(_("The {n} methods give {m} different answers."), n=number(len(METHODS)), m=number(len(named)))


def lottery_sentence(found: Decided, *, survey: str, spread: str) -> Sentence:
    """Say how often the methods part, and what moves the winner more."""
    told = _(
        "Of {n} weightings drawn (seed {seed}), {disagree} make the methods disagree. Change the method alone: another"
        " winner in {method} of cases. Change the weights alone: in {weights}."
    )
    return say(
        told,
        n=number(lottery.DRAWS),
        seed=str(lottery.SEED),
        disagree=percent(found.disagree, 1),
        method=percent(found.by_method, 1),
        weights=percent(found.by_weights, 1),
    )


def cycle_sentence(found: dict[int, list[float]], *, line: str) -> Sentence:
    """Say how often nobody wins among few and many voters."""
    told = _(
        "If {line} of the voters order three options along one line, no option beats all others in {few} of elections"
        " with {least} voters and in {many} with {most} ({n} elections each)."
    )
    return say(
        told,
        line=percent(float(line)),
        few=percent(found[3][0], 1),
        least=number(lottery.VOTERS[0]),
        many=percent(found[3][-1], 1),
        most=number(lottery.VOTERS[-1]),
        n=number(lottery.ELECTIONS),
    )
