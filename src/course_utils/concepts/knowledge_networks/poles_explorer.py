"""The explorer ``knowledge_networks.poles``: the pôles de compétitivité as a network, and what holds it together."""

from __future__ import annotations

from course_utils.concepts.knowledge_networks import poles, poles_figure
from course_utils.concepts.knowledge_networks.poles import Net
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Territory
from course_utils.words import Sentence, _, join, number, percent, say

CUTS = 10


def poles_explorer() -> Explorer:
    """Return the explorer ``knowledge_networks.poles``."""
    ties = {
        "region": _("Same région: co-location"),
        "theme": _("Same theme, and mergers: at a distance"),
        "both": _("Both"),
    }
    return Explorer(
        name="knowledge_networks.poles",
        controls={
            "ties": Choice(_("Linked by"), ties, "region"),
            "cut": Choice(_("Most between taken out"), {str(n): str(n) for n in range(CUTS + 1)}, "0", play=True),
            "home": Territory(_("My territory")),
        },
        panels=[_grid(), _robust()],
        reading=Reading(_net, reading, ("ties", "cut")),
        title=_("What holds the pôles together?"),
        caption=_(
            "Each dot is one of the 83 pôles ever labelled that could be named, in the column of its theme and the row"
            " of the first région of its label. Pôles of several régions have links to each of them."
        ),
        data=("poles_competitivite",),
        note=_(
            "A shared région or theme is an occasion to meet, not a link that anybody observed; only mergers happened."
            " Themes are the course's own fourteen groups, régions mostly those of the 22 of the time."
        ),
    )


def _net(ties: str, cut: str = "0") -> Net:
    return poles.net(ties)


def _grid() -> Panel:
    return Panel(
        "grid",
        _net,
        poles_figure.grid_figure,
        ("ties", "cut"),
        title=_("83 pôles by theme and région"),
        alt=_(
            "Dots in a grid of themes and régions. Solid lines join pôles of one région, dashed ones those of one"
            " theme, dotted ones those that merged. Dots outside the largest connected part are hollow, those taken out"
            " are crosses, and squares mark your région."
        ),
        height=640,
        overlay=Overlay(_home, poles_figure.home_ring, ("home",), _home_sentence),
    )


def _robust() -> Panel:
    return Panel(
        "robust",
        lambda ties: poles.net(ties),
        poles_figure.robust_figure,
        ("ties",),
        title=_("Taking pôles out"),
        alt=_(
            "Share of the pôles in the largest connected part as up to twenty are taken out: the most between first,"
            " and at random with a band that holds 90 of 100 orders."
        ),
        height=340,
        overlay=Overlay(_net, poles_figure.your_cut, ("ties", "cut")),
    )


def reading(found: Net, *, ties: str, cut: str) -> Sentence:
    """Say how the network hangs together, and what taking pôles out does."""
    start = _(
        "{links} linked pairs, {parts} separate parts. In the largest part clustering is {clustering} and two pôles lie"
        " {length} links apart."
    )
    whole = _("{links} linked pairs in one piece: clustering is {clustering} and two pôles lie {length} links apart.")
    numbers = {"links": number(found.links), "clustering": number(found.clustering, 2)}
    numbers |= {"length": number(found.path_length, 1), "parts": number(found.parts)}
    shape = say(whole if found.parts == 1 else start, **numbers)
    at = int(cut)
    if not at:
        return join(shape, say(_("The largest part holds {share} of all."), share=percent(found.whole[0])))
    told = _("Without the {n} most between it holds {share} of all; with {n} taken out at random, {chance} on average.")
    return join(shape, say(told, n=number(at), share=percent(found.whole[at]), chance=percent(found.random[at])))


def _home(home: str) -> tuple[str, list[int]]:
    return poles.at_home(home)


def _home_sentence(result: tuple[str, list[int]], **_values: str) -> Sentence:
    region, own = result
    if not region or not own:
        return say(_("No pôle was labelled in your région as it was drawn until 2015."))
    if len(own) == 1:
        return say(_("In your région of the time, {region}, one pôle was labelled."), region=region)
    return say(_("In your région of the time, {region}, {n} pôles were labelled."), region=region, n=number(len(own)))
