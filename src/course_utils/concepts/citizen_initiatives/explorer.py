"""The explorer ``citizen_initiatives``: a curve through five counts, by hand."""

from __future__ import annotations

from course_utils.concepts.citizen_initiatives import figure, fitting, sentences
from course_utils.concepts.citizen_initiatives.fitting import Curve
from course_utils.concepts.citizen_initiatives.years import CEILINGS, NOISES, RUNS, SEED, Years, years
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Slider, Toggle
from course_utils.words import _, number, percent, say

HAND = ("m", "p", "q")


def explorer() -> Explorer:
    """Return the explorer ``citizen_initiatives``."""
    ceilings = {f"{m:.0f}": str(number(m)) for m in CEILINGS}
    noises = {f"{noise:g}": str(percent(noise)) for noise in NOISES}
    return Explorer(
        name="citizen_initiatives",
        controls={
            "m": Choice(_("Ceiling m: spaces in the end"), ceilings, "3000"),
            "p": Slider(_("p: start unprompted, a year"), 1e-4, 1e-2, 1e-3, 21, decimals=3, percent=True, scale="log"),
            "q": Slider(_("q: imitate, a year"), 0.26, 0.92, 0.44, 23, decimals=2),
            "best": Toggle(_("Show the best curve for this ceiling")),
            "noise": Choice(_("Later counts are off by"), noises, "0.05"),
        },
        panels=[_near_panel(), _far_panel(), _years_panel()],
        reading=Reading(_curve, sentences.reading, HAND),
        title=_("Five counts and a curve"),
        caption=_(
            "Co-working spaces in France, five counts from 2008 to 2021, and a Bass curve that starts with the first."
            " A miss is the root mean square of curve minus count."
        ),
        data=("tiers_lieux",),
        note=say(
            _(
                "In the third figure the counts after 2021 are invented: the best curve for the ceiling, each count off"
                " by chance, {runs} runs (seed {seed})."
            ),
            runs=number(RUNS),
            seed=str(SEED),
        ),
    )


def _near_panel() -> Panel:
    return Panel(
        "near",
        _curve,
        figure.near_figure,
        HAND,
        title=_("Your curve on the counts"),
        alt=_("Five diamonds, from 1 space in 2008 to 2,787 in 2021, and a curve in the form of an S or its foot."),
        height=400,
        overlay=Overlay(_best, figure.best_near, ("m", "best"), sentences.best_sentence),
    )


def _far_panel() -> Panel:
    return Panel(
        "far",
        _curve,
        figure.far_figure,
        HAND,
        title=_("The same curve, to 2046"),
        alt=_("The same counts, small at the foot of the figure, and the curve as it climbs to its ceiling."),
        height=320,
        overlay=Overlay(_best, figure.best_far, ("m", "best")),
    )


def _years_panel() -> Panel:
    return Panel(
        "years",
        _years,
        figure.years_figure,
        ("m", "noise"),
        title=_("How many more counts until one knows?"),
        alt=_("A band of the ceilings that would be found; it narrows to the true one as counts are added."),
        height=360,
        overlay=Overlay(_years, _known, ("m", "noise"), sentences.years_sentence),
    )


def _curve(m: str, p: float, q: float) -> Curve:
    return fitting.curve(p, q, float(m))


def _best(m: str, best: bool) -> Curve | None:
    return fitting.best(float(m)) if best else None


def _years(m: str, noise: str) -> Years:
    return years(float(m), float(noise))


def _known(found: Years, **_values: object) -> dict[str, object]:
    """Mark from which count on the ceiling is found."""
    at = [None if found.needed is None else float(found.needed)] * 2
    line = {"color": figure.BEST, "width": 3, "dash": "dashdot"}
    ends = {"x": at, "y": [3.3, 5.7], "line": line, "meta": {"columns": []}}
    return {"type": "scatter", "mode": "lines", "name": _("Known from here"), "hoverinfo": "skip"} | ends
