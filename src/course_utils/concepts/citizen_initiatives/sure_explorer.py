"""The explorer ``citizen_initiatives.sure``: which ceilings do the counts allow?"""

from __future__ import annotations

import numpy as np

from course_utils.concepts.citizen_initiatives import fitting, sure_figure
from course_utils.concepts.citizen_initiatives.fitting import TIMES, Curve, Profile
from course_utils.concepts.citizen_initiatives.series import KEYS
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Slider
from course_utils.words import Sentence, _, number, percent, say

TOLERANCES = (3.0, 5.0, 10.0)


def sure_explorer() -> Explorer:
    """Return the explorer ``citizen_initiatives.sure``."""
    forgiven = {f"{t:g}": str(say(_("{t} of the last count"), t=percent(t / 100))) for t in TOLERANCES}
    return Explorer(
        name="citizen_initiatives.sure",
        controls={
            "series": Choice(_("Counts of"), series_names(), KEYS[0]),
            "tolerance": Choice(_("A curve may miss by"), forgiven, "5"),
            "ceiling": Slider(_("Your ceiling, times last count"), 1, 100, 10, len(TIMES), scale="log", play=True),
        },
        panels=[_error_panel(), _band_panel()],
        reading=Reading(_profile, _sentence, ("series", "tolerance")),
        title=_("Which ceilings do the counts allow?"),
        caption=_(
            "For each of 41 ceilings, from the last count to a hundred times as many, the Bass curve that misses the"
            " counts least. What you forgive is your judgement of the counts, not a test."
        ),
        data=("tiers_lieux", "fablabs", "short_chains"),
        note=_(
            "Years are the middle of what a date may mean. Fab labs start about 2003; no source says when third places"
            " did, and 2008 is assumed. Their count of 2021 holds planned places; the 5,000 of 2025 is a projection"
            " and left out. The band is cut above fifteen times the last count."
        ),
    )


def series_names() -> dict[str, str]:
    """What is counted, by series."""
    return {
        "coworking": _("co-working spaces, France"),
        "labs": _("fab labs, world"),
        "amap": _("AMAP groups, France"),
        "places": _("third places, France"),
    }


def _error_panel() -> Panel:
    return Panel(
        "error",
        _profile,
        sure_figure.error_figure,
        ("series", "tolerance"),
        title=_("How badly does the best curve miss?"),
        alt=_("The miss of the best curve over ceilings, thick where it is forgiven, and a level line of tolerance."),
        height=380,
        overlay=Overlay(_best, sure_figure.your_ceiling, ("series", "ceiling"), _yours),
    )


def _band_panel() -> Panel:
    return Panel(
        "band",
        _profile,
        sure_figure.band_figure,
        ("series", "tolerance"),
        title=_("What all allowed curves say"),
        alt=_("The counts, and a band between the lowest and highest allowed curve that opens after the last count."),
        height=380,
        overlay=Overlay(_best, sure_figure.your_curve, ("series", "ceiling")),
    )


def _profile(series: str, tolerance: str) -> Profile:
    return fitting.profile(series)


def _best(series: str, ceiling: float) -> Curve:
    found = fitting.profile(series)
    return found.curves[int(np.argmin(np.abs(np.log(TIMES / ceiling))))]


def _sentence(found: Profile, *, series: str, tolerance: str) -> Sentence:
    yes = found.allowed(float(tolerance))
    parts = {"n": number(found.own.counts.size), "name": series_names()[series], "t": percent(float(tolerance) / 100)}
    if not yes.any():
        return say(_("{n} counts of {name}: no curve misses by {t} or less."), **parts)
    low, high = (number(float(round(found.ceilings[yes][at], -2))) for at in (0, -1))
    if not yes[-1]:
        told = _("{n} counts of {name}: if a miss of {t} is forgiven, ceilings from {low} to {high} remain.")
        return say(told, low=low, high=high, **parts)
    return say(
        _("{n} counts of {name}: if a miss of {t} is forgiven, any ceiling from {low} on remains."), low=low, **parts
    )


def _yours(found: Curve, *, series: str, ceiling: float) -> Sentence:
    told = _("With a ceiling of {m} the best curve (p = {p}, q = {q}) misses by {error}.")
    last = found.m / ceiling
    return say(
        told,
        m=number(float(round(found.m, -1))),
        p=percent(found.p, 2),
        q=number(found.q, 2),
        error=percent(found.error / last, 1),
    )
