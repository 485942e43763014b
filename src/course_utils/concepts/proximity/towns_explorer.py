"""The explorer ``proximity.towns``: how far the pôles are from one another and from the reader."""

from __future__ import annotations

from course_utils.concepts.proximity import towns
from course_utils.concepts.proximity import towns_figure as figure
from course_utils.concepts.proximity.towns import ALL, CLOSE, Home, Spread, landmarks
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Territory
from course_utils.words import Sentence, _, join, number, percent, say


def towns_explorer() -> Explorer:
    """Return the explorer ``proximity.towns``."""
    return Explorer(
        "proximity.towns",
        {
            "theme": Choice(_("Pôles of"), _themes(), ALL),
            "territory": Territory(_("Your département"), level="departement", value="38"),
        },
        [_map(), _spread(), _decay()],
        Reading(towns.spread, _sentence, ("theme",)),
        title=_("How far apart are the pôles?"),
        caption=_(
            "Home towns of 49 pôles de compétitivité labelled from 2005 to 2010, one of them overseas; no source names"
            " the town of the other 34. Distances are great circles between centres of communes. Yours starts at the"
            " most populated commune of your département."
        ),
        data=("poles_competitivite", "proximity_results", "communes", "geometry"),
        note=_(
            "The studies measure how much research elsewhere raises one's own output; the model's lines are the odds of"
            " a link. They are drawn together as landmarks, not as a test."
        ),
    )


def _themes() -> dict[str, str]:
    names = figure.theme_names()
    return {key: names[key] for key in (ALL, *towns.themes())}


def _map() -> Panel:
    return Panel(
        "map",
        towns.spread,
        figure.map_figure,
        ("theme",),
        title=_("Home towns, and those nearest to you"),
        alt=_("Map of France with the home towns of the pôles, and lines from your département to the five nearest."),
        height=500,
        overlay=Overlay(_home, figure.home_trace, ("territory",), _home_sentence),
    )


def _home(territory: str) -> Home:
    return towns.home(territory)


def _spread() -> Panel:
    return Panel(
        "spread",
        towns.spread,
        figure.spread_figure,
        ("theme",),
        title=_("All distances between two pôles"),
        alt=_("Bars of the distances between pôles of the theme, with a line for all pôles."),
        height=320,
    )


def _decay() -> Panel:
    return Panel(
        "decay",
        towns.spread,
        figure.decay_figure,
        ("theme",),
        title=_("What studies leave of knowledge at such distances"),
        alt=_("Falling curves of what is left with distance: two studies and three weights of the model."),
        height=460,
    )


def _sentence(found: Spread, *, theme: str) -> Sentence:
    world, europe = landmarks()
    low, high = europe.kept(found.median)
    if theme == ALL:
        first = say(
            _("Half of the {pairs} pairs of pôles are more than {km} apart, and {near} are within 50 km."),
            pairs=number(found.pairs),
            km=number(found.median, 0, "km"),
            near=percent(found.near, 1),
        )
    else:
        first = say(
            _("Half of the {pairs} pairs of this theme are more than {km} apart; of all pôles, {all}."),
            pairs=number(found.pairs),
            km=number(found.median, 0, "km"),
            all=number(found.median_all, 0, "km"),
        )
    kept = _(
        "At that distance {low} to {high} is left of spillovers between regions of Europe, {world} of those between"
        " countries."
    )
    parts = {"low": percent(low), "high": percent(high), "world": percent(world.kept(found.median)[0])}
    return join(first, say(kept, **parts))


def _home_sentence(found: Home, *, territory: str) -> Sentence:
    told = _("From {commune}, {n} pôles have their home town within {close}; the nearest is {town}, {km} away.")
    return say(
        told,
        commune=found.commune,
        n=number(found.close),
        close=number(CLOSE, 0, "km"),
        town=found.towns[0],
        km=number(found.kilometres[0], 0, "km"),
    )
