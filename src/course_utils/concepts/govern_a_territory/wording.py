"""Words of the game that a reader sees: names and the debrief's sentences; the page gets them with the data."""

from __future__ import annotations

from course_utils.words import _


def scores() -> dict[str, str]:
    """Name of each scoreboard."""
    return {
        "income": _("income"),
        "jobs": _("jobs"),
        "resilience": _("resilience"),
        "environment": _("environment"),
        "voice": _("voice"),
    }


def meanings() -> dict[str, str]:
    """What each scoreboard says."""
    return {
        "income": _("Wages and profits that stay, for each person of working age; 50 is France at the start."),
        "jobs": _("Jobs for each person of working age; 50 is France at the start."),
        "resilience": _(
            "What helps to withstand a blow: several branches, little dependence on large plants, knowledge, links"
            " outside, loops, trust, nature."
        ),
        "environment": _("What is left of land, water and air held in common: 100 is untouched."),
        "voice": _("Six parts how far residents have a say, four parts how far they trust those who decide."),
    }


def shocks() -> dict[str, str]:
    """Name of each shock."""
    return {
        "oil": _("the oil shock"),
        "opening": _("the opening of markets"),
        "heat": _("the heat wave"),
        "crisis": _("the financial crisis"),
        "drought": _("the droughts"),
    }


def stakeholders() -> dict[str, str]:
    """Name of each stakeholder."""
    return {
        "firms": _("firms"),
        "workers": _("workers"),
        "residents": _("residents"),
        "associations": _("associations"),
        "officials": _("elected officials"),
    }


def eras() -> dict[str, str]:
    """Name of each era."""
    return {
        "large_firm": _("Large firm"),
        "local": _("Local reinvented"),
        "clusters": _("Clusters"),
        "ecosystems": _("Ecosystems"),
        "governance": _("Governance"),
    }


def budgets() -> dict[str, str]:
    """Name of each size of budget."""
    return {"small": _("Small"), "normal": _("Normal"), "large": _("Large")}


def weights() -> dict[str, str]:
    """Whose anger counts more."""
    return {"equal": _("All alike")} | stakeholders()


def sentences() -> dict[str, str]:
    """Templates of the debrief."""
    return {
        "card_both": _(
            "{card}, played in {year}: by {end} it had brought {plus} points of {best} and cost {minus} points of"
            " {worst}."
        ),
        "card_plus": _("{card}, played in {year}: by {end} it had brought {plus} points of {best} and cost none."),
        "card_minus": _("{card}, played in {year}: by {end} it had cost {minus} points of {worst} and brought none."),
        "card_nothing": _("{card}, played in {year}: by {end} no score shows it."),
        "left": _("In {end} its effect on {score} is {left} points."),
        "delayed": _("The {who}, discontent ({approval} of 100), held up {card} by {years} years."),
        "delayed_one": _(
            "The {who}, discontent ({approval} of 100), held up {card}; they were heard, and it took a year."
        ),
        "blocked": _("The {who}, angry ({approval} of 100), blocked {card}; half of its cost was lost."),
        "unpaid": _("{card} was not paid for: it costs {cost} points."),
        "shock_minus": _(
            "In {year} came {shock}, {size} times as hard as usual: by {end} it had cost {minus} points of {worst}."
        ),
        "shock_both": _(
            "In {year} came {shock}, {size} times as hard as usual: by {end} it had cost {minus} points of {worst}"
            " and brought {plus} points of {best}."
        ),
        "shock_plus": _(
            "In {year} came {shock}, {size} times as hard as usual: by {end} it had brought {plus} points of {best}."
        ),
        "shock_nothing": _("In {year} came {shock}, {size} times as hard as usual: by {end} no score shows it."),
        "quiet": _("Nothing was played, and nothing came from outside."),
    }  # fmt: skip


def recipes() -> dict[str, str]:
    """Name of each recipe."""
    return {"nothing": _("No policy")} | eras() | {"mixed": _("Mixed, era by era")}
