"""The explorer ``citizen_initiatives.chains``: how far is short?"""

from __future__ import annotations

import numpy as np

from course_utils.concepts.citizen_initiatives import chains, chains_figure
from course_utils.concepts.citizen_initiatives.chains import DEMAND, FIXED, PER_KM, Farms, Round
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Slider, Toggle
from course_utils.words import Sentence, _, number, percent, say

SHARING = (1, 2, 4)


def chains_explorer() -> Explorer:
    """Return the explorer ``citizen_initiatives.chains``."""
    sharers = {str(n): str(number(n)) if n > 1 else _("you alone") for n in SHARING}
    return Explorer(
        name="citizen_initiatives.chains",
        controls={
            "gap": Slider(_("Margin gained, a kg"), 0.2, 1.2, 0.6, 21, decimals=2, unit="EUR"),
            "volume": Slider(_("To sell a round"), 40, 840, 200, 21, decimals=0, unit="kg"),
            "distance": Slider(_("Distance, one way"), 0, 200, 40, 21, decimals=0, unit="km", play=True),
            "sharing": Choice(_("Producers who share a round"), sharers, "1"),
            "kept": Toggle(_("Farms: as if none had closed")),
        },
        panels=[_phase_panel(), _gain_panel(), _farms_panel()],
        reading=Reading(_loaded, _reach_sentence, ("gap", "volume", "sharing")),
        title=_("How far is short?"),
        caption=_(
            "A producer may sell all to a wholesaler who comes to the gate, or drive to the eaters, who pay more. What"
            " they do not take goes to the wholesaler. Last figure: French farms in the censuses of 2010 and 2020."
        ),
        data=("short_chains",),
        note=say(
            _(
                "The round is invented: {fixed} EUR whatever its length, {per_km} EUR a kilometre with the driver,"
                " eaters who take {demand} kg. Producers who share it sell different things. The numbers of all farms"
                " are rounded."
            ),
            fixed=number(FIXED),
            per_km=number(PER_KM, 2),
            demand=number(DEMAND),
        ),
    )


def _phase_panel() -> Panel:
    return Panel(
        "phase",
        _round,
        chains_figure.phase_figure,
        ("gap", "sharing"),
        title=_("Where the round pays"),
        alt=_("Distance over load: below a line that rises and then runs level the round pays. A diamond is yours."),
        height=420,
        overlay=(
            Overlay(_nothing, chains_figure.your_round, ("volume", "distance")),
            Overlay(_way, chains_figure.needed_load, ("gap", "distance", "sharing"), _load_sentence),
        ),
    )


def _gain_panel() -> Panel:
    return Panel(
        "gain",
        _loaded,
        chains_figure.gain_figure,
        ("gap", "volume", "sharing"),
        title=_("What your load brings, by distance"),
        alt=_("Two falling lines, for a round shared and for one driven alone; below nought the wholesaler is better."),
        height=330,
        overlay=Overlay(_nothing, chains_figure.your_distance, ("distance",)),
    )


def _farms_panel() -> Panel:
    return Panel(
        "farms",
        _farms,
        chains_figure.farms_figure,
        ("kept",),
        title=_("Who sells direct in France"),
        alt=_("Two bars, farms in 2010 and in 2020, each divided into those that sell direct and those that do not."),
        height=240,
        overlay=Overlay(_farms, _share_mark, ("kept",), _farms_sentence),
    )


def _round(gap: float, sharing: str) -> Round:
    return Round(gap, int(sharing))


def _loaded(gap: float, volume: float, sharing: str) -> tuple[Round, float]:
    return Round(gap, int(sharing)), volume


def _way(gap: float, distance: float, sharing: str) -> Round:
    return Round(gap, int(sharing))


def _farms(kept: bool) -> Farms:
    return chains.farms()


def _nothing(**_values: float) -> None:
    return None


def _share_mark(found: Farms, *, kept: bool) -> dict[str, object]:
    """Mark how many would sell direct in 2020 if the share of 2010 had stayed."""
    every = found.all_before if kept else found.all_after
    mark = {"symbol": "line-ns", "size": 30, "line": {"width": 4, "color": chains_figure.COUNTED}}
    at = {"x": [found.share_before * every / 1000], "y": ["2020"], "marker": mark}
    return {"type": "scatter", "mode": "markers", "name": _("At the share of 2010")} | at


def _reach_sentence(found: tuple[Round, float], *, gap: float, volume: float, sharing: str) -> Sentence:
    own, load = found
    parts = {"gap": number(gap, 2), "volume": number(load), "sold": number(min(load, DEMAND))}
    reach = float(own.reach(load))
    told = _("With {gap} EUR more a kg and {volume} kg, a round pays up to {reach} km one way.")
    if load > DEMAND:
        told = _(
            "With {gap} EUR more a kg and {volume} kg, of which the eaters take {sold}, a round pays up to {reach} km"
            " one way."
        )
    if reach < 0:
        told = _("With {gap} EUR more a kg and {volume} kg, a round does not even pay next door.")
    numbers = parts | {"reach": number(reach)}
    return say(told, **{key: value for key, value in numbers.items() if "{" + key + "}" in told})


def _load_sentence(found: Round, *, gap: float, distance: float, sharing: str) -> Sentence:
    load = float(found.load(distance))
    who = {"1": _("you alone"), "2": _("two of you"), "4": _("four of you")}[sharing]
    if np.isinf(load):
        never = _("At {distance} km, with {who} to pay for it, no load is enough: the eaters take {demand} kg at most.")
        return say(never, distance=number(distance), who=who, demand=number(DEMAND))
    told = _("At {distance} km, with {who} to pay for it, it takes {load} kg.")
    return say(told, distance=number(distance), who=who, load=number(float(np.ceil(load - 1e-9))))


def _farms_sentence(found: Farms, *, kept: bool) -> Sentence:
    parts = {"before": percent(found.share_before, 1), "after": percent(found.share(kept), 1)}
    told = _("Of French farms {before} sold direct in 2010 and {after} in 2020.")
    if kept:
        told = _("Had no farm closed, the share that sells direct would have gone from {before} to {after}.")
    return say(told, **parts)
