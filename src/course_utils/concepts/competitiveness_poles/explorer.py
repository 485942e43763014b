"""The explorer ``competitiveness_poles``: how firms are picked, and what four evaluators make of it."""

from __future__ import annotations

from typing import Any

from course_utils.concepts.competitiveness_poles import figure
from course_utils.concepts.competitiveness_poles.laboratory import RUNS, SEED, Array, Policy, Score, expected_paths
from course_utils.concepts.competitiveness_poles.laboratory import score as scored
from course_utils.concepts.competitiveness_poles.sentences import baseline_names, laboratory_sentence, rule_names
from course_utils.explorer import Choice, Explorer, Panel, Reading
from course_utils.words import _, number, say

WORLD = ("rule", "strength", "noise", "gap")
CONTROLS = (*WORLD, "baseline", "effect")


def explorer() -> Explorer:
    """Return the explorer ``competitiveness_poles``."""
    caption = _(
        "Synthetic firms: 120 in each sample, about 3 in 10 are picked; {runs} samples, seed {seed}. Permanent levels"
        " differ by 20 % (standard deviation), and everybody grows by 2 % a year."
    )
    return Explorer(
        name="competitiveness_poles",
        controls=_controls(),
        panels=[_estimates_panel(), _coverage_panel(), _paths_panel()],
        reading=Reading(_score, laboratory_sentence, CONTROLS),
        title=_("The evaluation laboratory"),
        caption=say(caption, runs=number(RUNS), seed=str(SEED)),
        note=_(
            "A model: no firm here is real. The selector's score is correlated, by the strength that you choose, with"
            " the quality that it looks for; the rest is chance."
        ),
    )


def _controls() -> dict[str, Any]:
    strengths = {"0": _("0 (a lottery)"), "0.3": "0.3", "0.6": "0.6", "0.9": "0.9"}
    gaps = {"0": _("none"), "1": _("1 % a year"), "2": _("2 % a year")}
    return {
        "rule": Choice(_("Whom the policy picks"), rule_names(), "level"),
        "strength": Choice(_("Strength of selection"), strengths, "0.6"),
        "effect": Choice(_("True effect"), {"0": _("none"), "5": _("5 %")}, "0"),
        "noise": Choice(_("Passing ups and downs"), {"5": _("5 %"), "10": _("10 %"), "20": _("20 %")}, "10"),
        "gap": Choice(_("Spread of firms' own trends"), gaps, "1"),
        "baseline": Choice(_("Before means"), baseline_names(), "all"),
    }


def _policy(rule: str, strength: str, noise: str, gap: str, baseline: str = "all") -> Policy:
    return Policy(rule, float(strength), float(noise), float(gap), baseline)


def _score(*, effect: str, **values: str) -> Score:
    return scored(_policy(**values), float(effect))


def _covered(**values: str) -> Score:
    return scored(_policy(**values))


def _paths(*, effect: str, **values: str) -> tuple[Array, Array, Array]:
    return expected_paths(_policy(**values), float(effect))


def _estimates_panel() -> Panel:
    return Panel(
        "estimates",
        _score,
        figure.estimates_figure,
        CONTROLS,
        title=_("What four evaluators report"),
        alt=_("Mean and spread of four estimates of the effect over all samples, beside the true effect."),
        height=340,
    )


def _coverage_panel() -> Panel:
    return Panel(
        "coverage",
        _covered,
        figure.coverage_figure,
        (*WORLD, "baseline"),
        title=_("How often the 95 % interval holds the truth"),
        alt=_("Bars: in how many samples of 100 each evaluator's interval holds the true effect; 95 is promised."),
        height=320,
    )


def _paths_panel() -> Panel:
    return Panel(
        "paths",
        _paths,
        figure.paths_figure,
        (*WORLD, "effect"),
        title=_("What is expected of members and others"),
        alt=_("Expected productivity by year of members, of others, and of members had they not been picked."),
        height=380,
    )
