"""The explorer ``genealogy.lags``: how long from a concept to a policy, and by which definition."""

from __future__ import annotations

import functools
from typing import Any

from course_utils.concepts.genealogy import lag_figure
from course_utils.concepts.genealogy.events import DATASET
from course_utils.concepts.genealogy.lags import Summary, lags, summary
from course_utils.concepts.genealogy.trend import CONVINCING, Chance, Pairs, chance, pairs
from course_utils.concepts.genealogy.wording import definitions, reaches
from course_utils.explorer import Choice, Explorer, Panel, Reading, Toggle
from course_utils.words import Sentence, _, join, number, say

NAMES = ("use", "reach", "becattini")


def lags_explorer() -> Explorer:
    """Return the explorer ``genealogy.lags``."""
    return Explorer(
        name="genealogy.lags",
        controls={
            "use": Choice(_("What counts as a use"), definitions(), "descends"),
            "reach": Choice(_("Whose policy counts"), reaches(), "anywhere"),
            "becattini": Toggle(_("Date the district from Becattini 1979")),
        },
        panels=[_pairs(), _trend(), _share(), _chance()],
        reading=Reading(_found, _sentence, NAMES),
        title=_("From the page to the law"),
        caption=_(
            "A line begins in the year of the oldest publication of the table and ends with the first policy that"
            " counts by your definition, or with the table in 2024. Concepts without a publication in the table"
            " (decentralisation, local productive systems, circular economy, participation) have no line."
        ),
        data=(DATASET,),
        note=_(
            "Lags are measured between the middles of what the dates may mean; touch a mark for the bounds. Which"
            " policy uses which concept is our own classification. High-tech Colbertism was named after its policies:"
            " it counts only if a policy may be older than the word."
        ),
    )


def _pairs() -> Panel:
    return Panel(
        "pairs",
        lags,
        lag_figure.pairs_figure,
        NAMES,
        alt=_("For each concept a line from its first publication to its first policy, or to the end of the table."),
        title=_("All pairs"),
        height=460,
    )


def _trend() -> Panel:
    return Panel(
        "trend",
        lags,
        lag_figure.trend_figure,
        NAMES,
        alt=_("Years from publication to policy against the year of publication, with those that still wait."),
        title=_("Does the lag shorten?"),
        height=400,
    )


def _share() -> Panel:
    return Panel(
        "share",
        lags,
        lag_figure.share_figure,
        NAMES,
        alt=_("Rising steps: share of all concepts that had a policy so many years after their publication."),
        title=_("How many were taken up, and how soon"),
        height=360,
    )


def _chance() -> Panel:
    return Panel(
        "chance",
        _luck,
        lag_figure.chance_figure,
        NAMES,
        alt=_("Bars: how often each balance of pairs arises if the same lags are dealt out in every possible order."),
        title=_("If the order of the lags were luck"),
        height=360,
    )


@functools.cache
def _luck(use: str, reach: str, becattini: bool) -> Chance:
    return chance(lags(use, reach, becattini))


def _found(use: str, reach: str, becattini: bool) -> tuple[Summary, Chance, Pairs]:
    found = lags(use, reach, becattini)
    known = [lag for lag in found if lag.status == "known"]
    return summary(found), _luck(use, reach, becattini), pairs(known)


def _sentence(found: tuple[Summary, Chance, Pairs], **_values: Any) -> Sentence:
    told, luck, compared = found
    taken = _(
        "{known} of {all} concepts have a first policy, on average {mean} years after publication ({shortest} to"
        " {longest}). The other {waiting} have waited {least} to {most} years so far; with them the mean is at least"
        " {at_least}."
    )
    first = say(
        taken,
        known=number(told.known),
        all=number(told.known + told.waiting),
        mean=number(told.mean, 1),
        shortest=number(told.shortest, 1),
        longest=number(told.longest, 1),
        waiting=number(told.waiting),
        least=number(told.shortest_wait),
        most=number(told.longest_wait),
        at_least=number(told.at_least),
    )
    return join(first, _half(told), _trend_sentence(luck, compared))


def _half(told: Summary) -> Sentence:
    if told.half != told.half:
        return say(_("Fewer than half have one, so that no median can be given."))
    return say(_("Half of them had one within {half} years."), half=number(told.half, 1))


def _trend_sentence(luck: Chance, compared: Pairs) -> Sentence:
    counted = _("Of the pairs of dated lags the later one was quicker in {quicker} and slower in {slower}:")
    head = say(counted, quicker=number(compared.quicker), slower=number(compared.slower))
    least, p = number(luck.least, 2), number(luck.p, 2)
    if luck.least >= CONVINCING:
        line = _("with {n} lags no order at all could convince (smallest possible p = {least}).")
        return join(head, say(line, n=number(luck.lags), least=least))
    if luck.convincing:
        return join(head, say(_("so lopsided an order is rare by luck alone (p = {p})."), p=p))
    return join(head, say(_("luck alone does as much in {p} of all orders. These data cannot tell."), p=p))
