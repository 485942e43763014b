"""What the map of places says, in plain sentences."""

from __future__ import annotations

from typing import Any

from course_utils.concepts.industrial_district import model
from course_utils.concepts.industrial_district.figure import Moment, name_of
from course_utils.concepts.industrial_district.model import Ends
from course_utils.words import Sentence, _, join, number, percent, say


def reading(found: tuple[Moment, Ends], *, history: float, **_values: Any) -> Sentence:
    """Say who leads now, who in the end, and what a thousand other histories give."""
    moment, ends = found
    return join(_now(moment, int(history)), _end(moment), _many(ends), _best(moment, ends))


def leaders(moment: Moment, come: int) -> str:
    """Names of the places that have most firms after some arrivals."""
    row = moment.counts[come]
    return " = ".join(name_of(i) for i in range(moment.places) if row[i] == row.max())


def _now(moment: Moment, history: int) -> Sentence:
    if moment.come == 0:
        return say(_("History {h}: nobody has come yet."), h=number(history))
    return say(
        _("History {h}, after {n} firms: {who} in the lead with {share}."),
        h=number(history),
        n=number(moment.come),
        who=leaders(moment, moment.come),
        share=percent(float(moment.now.max() / moment.come)),
    )


def _end(moment: Moment) -> Sentence:
    if moment.come == model.FIRMS:
        return say("")
    top = float(moment.counts[-1].max() / model.FIRMS)
    return say(_("In the end: {who}, with {share}."), who=leaders(moment, model.FIRMS), share=percent(top))


def _many(ends: Ends) -> Sentence:
    mean, low, high = ends.band()
    told = _(
        "In {runs} histories from the same start (seed {seed}) the largest place ends with {mean} on average, in eight"
        " of ten with {low} to {high}."
    )
    shares = {"mean": percent(mean), "low": percent(low), "high": percent(high)}
    return say(told, runs=number(model.RUNS), seed=str(model.SEED), **shares)


def _best(moment: Moment, ends: Ends) -> Sentence:
    alone = model.geography(moment.places)[0]
    told = _(
        "A, the best site, is first in {wins} of them (give or take {m}); tastes and site alone would bring it {alone}"
        " of the firms."
    )
    return say(told, wins=percent(ends.best), m=percent(model.margin(ends.best), 1), alone=percent(float(alone)))
