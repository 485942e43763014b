"""The explorer ``industrial_district.urn``: one number, beta, between sharing and lock-in."""

from __future__ import annotations

from course_utils.concepts.industrial_district import model, urn, urn_figure
from course_utils.concepts.industrial_district.urn import Urn
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Slider
from course_utils.words import Sentence, _, join, number, percent, say

LOCKED = 0.95


def urn_explorer() -> Explorer:
    """Return the explorer ``industrial_district.urn``."""
    return Explorer(
        name="industrial_district.urn",
        controls={
            "beta": Slider(_("Beta"), 0.0, 2.0, 1.0, points=len(urn.BETAS), decimals=1),
            "places": Choice(_("Places"), {n: n for n in ("2", "3", "6")}, "2"),
        },
        panels=[_paths(), _law(), _betas()],
        reading=Reading(_found, _sentence, ("beta", "places")),
        title=_("Pólya's urn, and its neighbours"),
        caption=_(
            "Each place starts with one founder, all alike. The next firm goes to a place with a chance that grows as"
            " its firms to the power beta: with 0 nobody looks at the others, with 1 the chance is the place's share."
        ),
        note=_(
            "A stylised model: no real place. 1,000 histories of 1,000 firms (seed 1923), the same random numbers for"
            " every beta; bands hold the middle eight in ten."
        ),
    )


def _found(beta: float, places: str) -> Urn:
    return urn.urns(int(places))[round(beta, 1)]


def _paths() -> Panel:
    return Panel(
        "paths",
        _found,
        urn_figure.paths_figure,
        ("beta", "places"),
        title=_("Twenty histories"),
        alt=_("Twenty lines of the share of one place: all start at the same height and settle at different ones."),
        height=340,
    )


def _law() -> Panel:
    return Panel(
        "law",
        _found,
        urn_figure.law_figure,
        ("beta", "places"),
        title=_("Where a thousand histories end"),
        alt=_("Bars of the final share of one place over histories, beside the law of Pólya's urn."),
        height=340,
    )


def _betas() -> Panel:
    return Panel(
        "betas",
        lambda places: urn.urns(int(places)),
        urn_figure.betas_figure,
        ("places",),
        title=_("From sharing to lock-in"),
        alt=_("The share of the largest place rises with beta, fastest just above 1."),
        height=340,
        overlay=Overlay(lambda beta: beta, urn_figure.beta_trace, ("beta",)),
    )


def _sentence(found: Urn, *, beta: float, places: str) -> Sentence:
    mean, low, high = found.band()
    locked = float((found.winner > LOCKED).mean())
    told = _(
        "Beta {beta}, {places} places, {runs} histories of {firms} firms (seed {seed}): the largest place ends with"
        " {mean} on average, in eight of ten histories with {low} to {high}; in {locked} it has more than {much} (give"
        " or take {m})."
    )
    shares = {"mean": percent(mean), "low": percent(low), "high": percent(high), "locked": percent(locked)}
    size = {"runs": number(urn.RUNS), "firms": number(urn.FIRMS), "seed": str(urn.SEED), "much": percent(LOCKED)}
    margin = percent(model.margin(locked, urn.RUNS), 1)
    return join(say(told, beta=number(beta, 1), places=number(int(places)), m=margin, **size, **shares), _kind(beta))


def _kind(beta: float) -> Sentence:
    if beta < 1:
        return say(_("Below 1 all places come to equal shares in the end, slowly if beta is close to 1."))
    if beta > 1:
        return say(_("Above 1 one place takes all in the end, and chance says which."))
    return say(_("At 1 shares settle, but where is anybody's guess."))
