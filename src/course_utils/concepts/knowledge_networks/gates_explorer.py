"""The explorer ``knowledge_networks.gatekeepers``: take gatekeepers out by hand, and see what becomes of the buzz."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.knowledge_networks import clusters, gates_figure
from course_utils.concepts.knowledge_networks.clusters import GATEKEEPERS, NAMES, Talk
from course_utils.explorer import Choice, Explorer, Panel, Reading, Toggle
from course_utils.explorer.controls import Control
from course_utils.words import Number, Sentence, _, join, number, percent, say

ALL = ("rule", *GATEKEEPERS)


def gatekeepers_explorer() -> Explorer:
    """Return the explorer ``knowledge_networks.gatekeepers``."""
    rules = {"one": _("Barter: one field for one field"), "gift": _("Gift: nothing asked in return")}
    controls: dict[str, Control] = {"rule": Choice(_("Rule of exchange"), rules, "one")}
    controls |= {gate: Toggle(str(say(_("Take out {gate}"), gate=gate.upper()))) for gate in GATEKEEPERS}
    return Explorer(
        name="knowledge_networks.gatekeepers",
        controls=controls,
        panels=[_network(), _buzz(), _path()],
        reading=Reading(_talk, reading, ALL),
        title=_("Take out a gatekeeper"),
        caption=_(
            "Four clusters of ten firms, each with one expert in a field of its own. They hear of one another through"
            " four pipelines only. Click a gatekeeper to take it out, click again to put it back, or use the boxes."
        ),
        note=_("A made-up network; means of 200 runs of 40 rounds, seed 2004. What an expert knows is 10."),
    )


def _talk(rule: str, **removed: bool) -> Talk:
    return clusters.talk(frozenset(name for name, out in removed.items() if out), rule)


def _network() -> Panel:
    return Panel(
        "network",
        _talk,
        gates_figure.network_figure,
        ALL,
        title=_("Four clusters and six gatekeepers"),
        alt=_(
            "Four rings of ten firms, darker where a firm knows more, joined by dashed pipelines between gatekeepers,"
            " which are diamonds. A gatekeeper that is taken out is a cross. In the middle of each ring stands the mean"
            " knowledge of the cluster. The boxes above do what a click does."
        ),
        height=480,
    )


def _buzz() -> Panel:
    return Panel(
        "buzz",
        _talk,
        gates_figure.buzz_figure,
        ALL,
        title=_("Is anything still learnt inside?"),
        alt=_("Bars: share of meetings inside each cluster that teach anything, in the last ten of forty rounds."),
        height=300,
    )


def _path() -> Panel:
    return Panel(
        "path",
        _talk,
        gates_figure.path_figure,
        ALL,
        title=_("What firms know, round after round"),
        alt=_("Four lines over forty rounds: mean knowledge of the firms of each cluster."),
        height=320,
    )


def reading(found: Talk, *, rule: str, **removed: bool) -> Sentence:
    """Say who is cut off, what that costs and whether the buzz still teaches."""
    whole = clusters.talk(frozenset(), rule)
    gone = sum(removed.values())
    if not gone:
        told = _(
            "All six gatekeepers are in place: firms know {mean} of 10 (± {error}), and {learnt} of late meetings"
            " inside clusters still teach."
        )
        return say(told, learnt=percent(whole.learnt.mean()), **_known(whole))
    cost = _("Without {n} of 6 gatekeepers firms know {mean} of 10 (± {error}) instead of {before}.")
    told = say(cost, n=number(gone), before=_known(whole)["mean"], **_known(found))
    return join(told, _alone(found, whole))


def _known(found: Talk) -> dict[str, Number]:
    return {"mean": number(float(np.nanmean(found.known)), 1), "error": number(2 * found.error, 1)}


def _alone(found: Talk, whole: Talk) -> Sentence:
    alone = [i for i, part in enumerate(found.part) if (found.part == part).sum() == 1]
    if not alone:
        parts = len(set(found.part.tolist()))
        if parts == 1:
            return say(_("All four clusters still hear of one another."))
        return say(_("The clusters have fallen into two pairs that no longer hear of one another."))
    names: Any = ", ".join(NAMES[i] for i in alone)
    told = _("Cut off: {names}. There {learnt} of late meetings teach anything, {before} before.")
    mean = {"learnt": found.learnt[alone].mean(), "before": whole.learnt[alone].mean()}
    return say(told, names=names, **{key: percent(value, 1) for key, value in mean.items()})
