"""The explorer of chance and clusters: throw darts at France, then draw some of them to two towns."""

from __future__ import annotations

from course_utils.concepts.spatial_concentration import chance, figure, sentences
from course_utils.concepts.spatial_concentration.places import A_SITE, Array, board
from course_utils.concepts.spatial_concentration.plants import sizes, throw
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading
from course_utils.explorer.controls import Control
from course_utils.measures import Bands
from course_utils.words import _, number, percent, say

THROWN = ("n", "inequality", "strength", "scale", "draw")
SIMULATED = ("n", "inequality", "simulations")
PLANTS, STRENGTHS, SCALES, DRAWS, TIMES = (20, 60, 200), (0.0, 0.2, 0.4, 0.8), (10, 40, 120), 6, (20, 200)


def explorer() -> Explorer:
    """Return a fresh explorer of darts and clusters."""
    return Explorer(
        "spatial_concentration",
        controls(),
        [_map(), _measures(), _k_density()],
        Reading(_both, sentences.reading, THROWN),
        title=_("Darts, or a cluster?"),
        caption=_caption(),
        data=("communes", "geometry"),
        note=_("The plants are made up; the communes, their places and their inhabitants are real."),
    )


def _caption() -> str:
    told = _(
        "Plants on the communes of metropolitan France, drawn as large as their jobs. A dart lands on one of {sites}"
        " sites, one for every {each} inhabitants of a commune. The ranges of Gini and γ come from {throws} throws, the"
        " bands from as many as you choose; the seed of both is {seed}."
    )
    sites = number(len(board().sites))
    return say(told, sites=sites, each=number(A_SITE), throws=number(chance.THROWS), seed=str(chance.SEED))


def controls() -> dict[str, Control]:
    """What the reader moves."""
    shown = {f"{s:g}": str(percent(s)) for s in STRENGTHS} | {"0": _("none: darts alone")}
    return {
        "n": Choice(_("Plants"), {str(n): str(number(n)) for n in PLANTS}, "60"),
        "inequality": Choice(_("Their sizes"), _sizes(), "uneven"),
        "strength": Choice(_("Drawn to two towns"), shown, "0"),
        "scale": Choice(_("How near the towns"), {str(km): _about(km) for km in SCALES}, "40"),
        "draw": Choice(_("Throw"), {str(k): str(number(k)) for k in range(1, DRAWS + 1)}, "1", play=True),
        "simulations": Choice(_("Throws for the bands"), {str(k): str(number(k)) for k in TIMES}, "200"),
    }


def _about(km: int) -> str:
    return str(say(_("about {km}"), km=number(km, 0, "km")))


def _sizes() -> dict[str, str]:
    return {"equal": _("all alike"), "uneven": _("uneven"), "lumpy": _("one giant")}


def _map() -> Panel:
    return Panel(
        "map",
        _seen,
        figure.map_figure,
        THROWN,
        title=_("Where the plants are"),
        alt=_("Map of metropolitan France with plants, circles for darts and diamonds for those drawn to a town."),
        height=460,
    )


def _measures() -> Panel:
    return Panel(
        "measures",
        _both,
        figure.measures_figure,
        THROWN,
        title=_("What borders see"),
        alt=_("Gini and γ of this throw over départements and régions, each beside the range that darts give."),
        height=330,
    )


def _k_density() -> Panel:
    observed = Overlay(_curve, figure.curve_trace, THROWN)
    above = Overlay(_against, figure.beyond_trace, (*THROWN, "simulations"), sentences.k_sentence)
    return Panel(
        "k_density",
        _bands,
        figure.bands_figure,
        SIMULATED,
        title=_("What distances see"),
        alt=_("K-density of the distances between plants, with the local and global bands that darts give."),
        height=380,
        overlay=(observed, above),
    )


def _seen(n: str, inequality: str, strength: str, scale: str, draw: str) -> figure.Seen:
    return figure.Seen(throw(int(n), float(strength), float(scale), int(draw)), sizes(int(n), inequality))


def _both(n: str, inequality: str, strength: str, scale: str, draw: str) -> tuple[Array, chance.Darts]:
    return chance.of_throw(*_state(n, inequality, strength, scale, draw)), chance.of_darts(int(n), inequality)


def _curve(n: str, inequality: str, strength: str, scale: str, draw: str) -> Array:
    return chance.curve(*_state(n, inequality, strength, scale, draw))


def _bands(n: str, inequality: str, simulations: str) -> Bands:
    return chance.bands(int(n), inequality, int(simulations))


def _against(n: str, inequality: str, strength: str, scale: str, draw: str, simulations: str) -> tuple[Array, Bands]:
    return _curve(n, inequality, strength, scale, draw), _bands(n, inequality, simulations)


def _state(n: str, inequality: str, strength: str, scale: str, draw: str) -> tuple[int, str, float, float, int]:
    return int(n), inequality, float(strength), float(scale), int(draw)
