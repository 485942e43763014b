"""The explorer ``beyond_high_tech``: a synthetic product space, and which activity lies next for a territory."""

from __future__ import annotations

from typing import Any

import pandas as pd

from course_utils.concepts.beyond_high_tech import evidence_figure, figure, sentences, synthetic
from course_utils.concepts.beyond_high_tech.steps import Path, path
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading
from course_utils.words import _

STATE = ("territory", "threshold", "steps")
THRESHOLDS = ("0.5", "1", "2", "3")
DEFAULT = "Territory 05"


def explorer() -> Explorer:
    """Return the explorer ``beyond_high_tech``."""
    return Explorer(
        name="beyond_high_tech",
        controls=_controls(),
        panels=[_network_panel(), _next_panel(), _entry_panel(), _fields_panel()],
        reading=Reading(sentences.told, sentences.reading, STATE),
        title=_("Synthetic product space: what lies next?"),
        caption=_(
            "Synthetic data: 60 invented territories, 40 activities, two dates ten years apart. Activities stand close"
            " where the same territories have both; the 80 links are the strongest, with a tree that joins all. Each"
            " step takes up what lies nearest."
        ),
        data=("synthetic_activities",),
        note=_(
            "Synthetic: no real place and no real trade. The generator gave territories capabilities and let them enter"
            " what they could nearly do already, so relatedness is at work here by construction; what a level of"
            " technology is worth in it is made up, too."
        ),
    )


def _controls() -> dict[str, Any]:
    space = synthetic.space_at(1.0)
    return {
        "territory": Choice(_("Invented territory"), {name: name for name in space.places}, DEFAULT),
        "threshold": Choice(_("Specialised from a quotient of"), {t: t for t in THRESHOLDS}, "1"),
        "steps": Choice(_("Horizon: steps taken"), {n: n for n in figure.STEPS}, "0", play=True),
        "yardstick": Choice(_("Compare fields by"), evidence_figure.yardsticks(), "near"),
    }


def _network_panel() -> Panel:
    return Panel(
        "network",
        _path,
        figure.network,
        STATE,
        title=_("The synthetic product space"),
        alt=_(
            "A network of 40 activities; circles are low, squares medium and diamonds high technology. What the"
            " territory has is filled; what it took up on the way is starred and what lies next is ringed, both named."
        ),
        height=560,
    )


def _next_panel() -> Panel:
    return Panel(
        "next",
        _path,
        figure.candidates,
        STATE,
        title=_("Which activity next, at which density? (synthetic)"),
        alt=_(
            "Bars of density of the eight nearest activities that the territory lacks, by level of technology; stars"
            " mark those that it had ten synthetic years later."
        ),
        height=380,
    )


def _entry_panel() -> Panel:
    return Panel(
        "entry",
        _entries,
        evidence_figure.entry_figure,
        ("threshold",),
        title=_("Do places enter what is close? (synthetic)"),
        alt=_(
            "Bars of the share of activities taken up within ten years by band of density, rising to the right; a"
            " dashed line shows the share of all, a diamond the next activity of the territory."
        ),
        height=360,
        overlay=Overlay(_path, evidence_figure.entry_mark, STATE),
    )


def _fields_panel() -> Panel:
    return Panel(
        "fields",
        _fields,
        evidence_figure.fields_figure,
        ("threshold", "yardstick"),
        title=_("Is low technology a sparse corner? (synthetic)"),
        alt=_(
            "Every activity as a point in three rows, low, medium and high technology, along the yardstick chosen, with"
            " the median of each row."
        ),
        height=330,
        overlay=Overlay(_fields, evidence_figure.median_lines, ("threshold", "yardstick"), sentences.fields),
    )


def _path(territory: str, threshold: str, steps: str) -> Path:
    return path(synthetic.space_at(float(threshold)), territory, int(steps))


def _entries(threshold: str) -> synthetic.Entries:
    return synthetic.entries(float(threshold))


def _fields(threshold: str, yardstick: str) -> pd.DataFrame:
    return synthetic.fields(float(threshold))
