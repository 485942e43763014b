"""The explorer ``local_productive_systems.robustness``: in how many of 1,000 lists is this place?"""

from __future__ import annotations

from typing import Any

from course_utils.concepts.local_productive_systems import maps, reader
from course_utils.concepts.local_productive_systems import robust_figure as figure
from course_utils.concepts.local_productive_systems.choices import FRANCE, SEED, Standing, ends_of, standing
from course_utils.concepts.local_productive_systems.words_of import french_sectors, with_best
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Slider, Territory
from course_utils.words import Sentence, _, join, number, percent, say

RULE = ("sector", "width")


def robustness_explorer() -> Explorer:
    """Return the explorer ``local_productive_systems.robustness``."""
    return Explorer(
        name="local_productive_systems.robustness",
        controls={
            "sector": Choice(_("Sector"), with_best(french_sectors()), "best"),
            "width": Slider(_("How far thresholds may stray"), 0.0, 1.0, 1.0, 21, percent=True, decimals=0, play=True),
            "territory": Territory(_("Your département"), level="departement", value="38"),
        },
        panels=[_map_panel(), _order_panel(), _swing_panel(), _home_panel()],
        reading=Reading(_standing, _sentence, RULE),
        title=_("A thousand lists"),
        caption=_(
            "Four thresholds are drawn 1,000 times, evenly from their ranges (seed 2016): quotient, share of all jobs"
            " of the place, density (jobs for an inhabitant, over the country's figure), size (jobs in the sector)."
            " Maps and curves count the lists drawn; the sentences give what any seed tends to."
        ),
        data=("employment_departements", "departements", "geometry"),
        note=_("The ranges are our choice as well: 100 % of them is what we would not call absurd. Jobs of 2018."),
    )


def _map_panel() -> Panel:
    return Panel(
        "map",
        _standing,
        lambda found, **_values: figure.map_figure(found),
        RULE,
        title=_("In how many lists?"),
        alt=_("Map of the French départements, darker the more of the 1,000 lists they are in; yours is outlined."),
        height=480,
        overlay=Overlay(_nothing, maps.home_trace, ("territory",)),
    )


def _order_panel() -> Panel:
    return Panel(
        "order",
        _standing,
        lambda found, **_values: figure.order_figure(found),
        RULE,
        title=_("From the robust to the never listed"),
        alt=_("Number of lists that each département is in, the highest first: a few at 1,000, then a long fall."),
        height=340,
    )


def _swing_panel() -> Panel:
    return Panel(
        "swing",
        lambda sector, width: figure.swings("france", sector, width),
        lambda found, **_values: figure.swing_figure(found, _("Départements in the list")),
        RULE,
        title=_("Which threshold decides?"),
        alt=_("For each threshold the length of the list at its lowest and highest value, the others in the middle."),
        height=320,
    )


def _home_panel() -> Panel:
    return Panel(
        "home",
        figure.leaders,
        figure.leaders_figure,
        ("width",),
        title=_("Your département, sector by sector"),
        alt=_("Bars: in how many lists your département is by each sector, beside the département listed most often."),
        height=440,
        overlay=Overlay(_home, reader.home_bars, ("territory", "width"), reader.home_sentence),
    )


def _nothing(**_values: Any) -> None:
    """Overlays that only repeat what the reader chose need no model."""


def _standing(sector: str, width: float) -> Standing:
    return standing("france", sector, width)


def _home(territory: str, width: float) -> reader.Home:
    return reader.home(territory, width)


def _sentence(found: Standing, *, sector: str, width: float) -> Sentence:
    return join(_ranges(width), standing_sentence(found, _("départements")))


def _ranges(width: float) -> Sentence:
    ends = ends_of(FRANCE, width)
    parts = {
        "q0": number(ends["quotient"][0], 2),
        "q1": number(ends["quotient"][1], 2),
        "s0": percent(ends["share"][0]),
        "s1": percent(ends["share"][1]),
        "d0": number(ends["density"][0], 2),
        "d1": number(ends["density"][1], 2),
        "n0": number(ends["size"][0]),
        "n1": number(ends["size"][1]),
    }
    if width == 0:
        told = _("One choice for all (quotient {q0}, share {s0}, density {d0}, {n0} jobs):")
        return say(told, **{key: value for key, value in parts.items() if key.endswith("0")})
    told = _(
        "With quotients from {q0} to {q1}, shares from {s0} to {s1}, densities from {d0} to {d1} and sizes from {n0} to"
        " {n1} jobs:"
    )
    return say(told, **parts)


def standing_sentence(found: Standing, places: str) -> Sentence:
    """Say how many places are in every list, in most, and in none (1,000 choices; the seed is named)."""
    told = _(
        "in every list {always} of {n} {places}, in more than half {mostly}, in none {never}. For the other {rest} it"
        " depends on who chose (1,000 choices, seed {seed})."
    )
    n = len(found.places.codes)
    return say(
        told,
        always=number(found.always),
        mostly=number(found.mostly),
        never=number(found.never),
        rest=number(n - found.always - found.never),
        n=number(n),
        places=places,
        seed=str(SEED),
    )
