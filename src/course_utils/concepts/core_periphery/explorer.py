"""The explorer ``core_periphery``: two regions, the cost of carrying goods between them, and a subsidy."""

from __future__ import annotations

from typing import Any

from course_utils.concepts.core_periphery import figure, model, sentences
from course_utils.concepts.core_periphery.tomahawk import tomahawk
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Slider
from course_utils.words import _, percent

STATE = ("T", "sigma", "mu", "subsidy")
SUBSIDIES = (0.0, 0.01, 0.02, 0.05, 0.08, 0.1, 0.15)


def explorer() -> Explorer:
    """Return the explorer ``core_periphery``."""
    return Explorer(
        name="core_periphery",
        controls=_controls(),
        panels=[_wiggle_panel(), _tomahawk_panel(), _threshold_panel()],
        reading=Reading(_wiggle, sentences.reading, STATE),
        title=_("Two regions: who ends where?"),
        caption=_(
            "Workers move to the region with the higher real wage. The first figure shows the gap at your transport"
            " cost, the second all resting points along the transport cost, the third the subsidies that matter."
        ),
        note=_(
            "A stylised model (Krugman 1991): two regions alike in all but where the mobile workers are. No place and"
            " no year is meant."
        ),
    )


def _controls() -> dict[str, Any]:
    return {
        "T": Slider(_("Transport cost T"), 1.1, 2.1, 1.7, 21),
        "share": Slider(_("Workers in region 1 at the start"), 0.0, 1.0, 0.6, 2, True, 0.01, 0, percent=True),
        "subsidy": Choice(_("Wage subsidy in region 2"), {f"{s:g}": str(percent(s)) for s in SUBSIDIES}, "0"),
        "sigma": Choice(_("Elasticity of substitution"), {"4": "4", "5": "5", "6": "6"}, "5"),
        "mu": Choice(_("Share of manufactures"), {f"{m:g}": str(percent(m)) for m in (0.3, 0.4, 0.5)}, "0.4"),
    }


def _wiggle_panel() -> Panel:
    return Panel(
        "wiggle",
        _wiggle,
        figure.wiggle_figure,
        STATE,
        title=_("Who gains by moving?"),
        alt=_(
            "A curve of the gap in real wages against the share of workers in region 1. It crosses zero at the resting"
            " points, falling at the stable ones; a triangle marks your start. Gaps over 16 % are not drawn."
        ),
        height=380,
        overlay=Overlay(_nothing, figure.start_on_wiggle, ("share",), sentences.start_sentence),
    )


def _tomahawk_panel() -> Panel:
    return Panel(
        "tomahawk",
        _branches,
        figure.tomahawk_figure,
        ("sigma", "mu", "subsidy"),
        title=_("The tomahawk: where two regions come to rest"),
        alt=_(
            "Long-run shares of region 1 along the transport cost: solid lines where they hold, dashed lines where"
            " they tip over. Small triangles show which way workers move at your transport cost, a diamond your start."
        ),
        height=420,
        overlay=(
            Overlay(_wiggle, figure.rising, STATE),
            Overlay(_wiggle, figure.falling, STATE),
            Overlay(_nothing, figure.start_on_tomahawk, ("T", "share")),
        ),
    )


def _threshold_panel() -> Panel:
    return Panel(
        "thresholds",
        _thresholds,
        figure.threshold_figure,
        ("sigma", "mu"),
        title=_("How large must a subsidy be?"),
        alt=_(
            "The subsidy that a core resists along the transport cost, a hump, and the subsidy from which everyone"
            " moves; a diamond marks your subsidy."
        ),
        height=360,
        overlay=Overlay(_nothing, figure.your_subsidy, ("T", "subsidy")),
    )


def _wiggle(T: float, sigma: str, mu: str, subsidy: str) -> figure.Wiggle:
    return figure.wiggle(T, float(sigma), float(mu), float(subsidy))


def _branches(sigma: str, mu: str, subsidy: str) -> model.Branches:
    return tomahawk(float(sigma), float(mu), float(subsidy))


def _thresholds(sigma: str, mu: str) -> model.Thresholds:
    return model.thresholds(figure.COSTS, float(sigma), float(mu))


def _nothing(**_values: Any) -> None:
    """Overlays that only repeat what the reader chose need no model."""
