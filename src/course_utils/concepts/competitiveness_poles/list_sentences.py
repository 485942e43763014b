"""Names and sentences of the list."""

from __future__ import annotations

from typing import Any

from course_utils.concepts.competitiveness_poles.labels import Home, state, themes
from course_utils.words import Sentence, _, join, number, percent, say

#: Names of pôles that a sentence lists; years after which the share that merged is told.
LISTED, YEARS = 4, 15


def theme_names() -> dict[str, str]:
    """Name of each group of themes."""
    known = {
        "aerospace": _("Aerospace"),
        "health": _("Health"),
        "digital": _("Digital"),
        "photonics": _("Photonics"),
        "mobility and logistics": _("Mobility, logistics"),
        "food": _("Food"),
        "plants and bio-resources": _("Plants"),
        "materials, chemistry, textiles": _("Materials, textiles"),
        "mechanics and microtechnology": _("Mechanics"),
        "energy": _("Energy"),
        "water, waste, risks": _("Water, waste, risks"),
        "sea": _("Sea"),
        "building and city": _("Building, city"),
        "consumer goods and services": _("Goods, services"),
    }
    return {"all": _("all themes")} | {group: known[group] for group in themes()}


def class_names() -> dict[str, str]:
    """Name of each class."""
    return {
        "all": _("all classes"),
        "mondial": _("world class"),
        "à vocation mondiale": _("on the way to world class"),
        "national": _("national"),
        "none": _("none known"),
    }


def list_sentence(found: Any, *, moment: str, **_values: str) -> Sentence:
    """Say what is known of the group at the moment, and how its labels ended."""
    if not found.ends.n:
        return say(_("No pôle of this theme has this class."))
    told = _(
        "{moment}: of {n} pôles ever labelled here, {own} hold a label of their own, {merged} live on in a merged one,"
        " {ended} have ended; of {unknown} the sources say nothing."
    )
    head = say(told, moment=moment, n=number(found.ends.n), **{k: number(v) for k, v in found.states.items()})
    ended = found.ends.counts
    if not sum(ended.values()):
        return join(head, say(_("None of them is known to have lost its label.")))
    causes = _("By 2024, {merged} ends were mergers and {other} were not; the day is unknown for {loose}.")
    tail = say(causes, loose=number(found.ends.loose), **{k: number(v) for k, v in ended.items()})
    return join(head, tail, _shares(found.ends))


def _shares(ends: Any) -> Sentence:
    if ends.followed < YEARS:
        return say("")
    low, high = ends.by(YEARS, "merged")
    if round(100 * low) == round(100 * high):
        return say(_("{share} had merged {years} years after the label."), share=percent(low), years=number(YEARS))
    told = _("Between {low} and {high} had merged {years} years after the label.")
    return say(told, low=percent(low), high=percent(high), years=number(YEARS))


def home_sentence(found: Home, *, territory: str) -> Sentence:
    """Name the pôles of the reader's département and count those of its old région."""
    if not found.around:
        return say(_("{region} never had a pôle in the list."), region=found.region)
    kept = int((state("2023")[list(found.around)] == "own").sum())
    told = _(
        "{region}, the région of {name} until 2015, was in {n}; {kept} of them held their own label in March 2023."
    )
    region = say(told, region=found.region, name=found.name, n=number(len(found.around)), kept=number(kept))
    if not found.here:
        return join(region, say(_("The sources put none in a town of {name}."), name=found.name))
    shown = ", ".join(found.here[:LISTED])
    rest = len(found.here) - LISTED
    listed = shown if rest <= 0 else say(_("{names} and {rest} more"), names=shown, rest=number(rest))
    return join(region, say(_("With a town in {name}: {list}."), name=found.name, list=listed))
