"""Words of the siting: what the controls are called, and the sentences under the figures."""

from __future__ import annotations

from typing import Any

from course_utils.concepts.participation.siting import Decision
from course_utils.datasets import territory as place_of
from course_utils.words import NARROW_SPACE, Sentence, _, number, percent, say


def rules() -> dict[str, str]:
    """Name of each rule."""
    return {
        "planner": _("planner with a map"),
        "majority": _("majority vote"),
        "veto": _("veto of each place"),
        "compensation": _("harm is paid for"),
        "early": _("planner who listens first"),
    }


def kilometres(keys: tuple[str, ...]) -> dict[str, str]:
    """Label of each reach."""
    return {key: f"{key}{NARROW_SPACE}km" for key in keys}


def euros(keys: tuple[str, ...]) -> dict[str, str]:
    """Label of each benefit."""
    return {key: str(say(_("{n} € a head and year"), n=number(float(key)))) for key in keys}


def site_sentence(found: Decision, *, territory: str, rule: str, **_values: Any) -> Sentence:
    """Name the site."""
    told = {
        "planner": _("In {home}, the planner's map says: {site}."),
        "majority": _("In {home}, {site} wins most votes of two."),
        "veto": _("In {home}, {site} comes closest to nobody losing."),
        "compensation": _("In {home}, {site} leaves most once all harm is paid for."),
        "early": _("In {home}, who has listened says: {site}."),
    }
    return say(told[rule], home=place_of(territory)["name"], site=found.name)


def reading(found: Decision, *, rule: str, **_values: Any) -> Sentence:
    """Say whether it is built, who loses, and what it is worth."""
    outcome = found.outcome
    parts = {
        "lose": percent(outcome.harmed, 1),
        "mean": number(abs(outcome.mean)),
    }
    return say(_told(rule, outcome.built, outcome.mean >= 0, outcome.harmed > 0), **parts)


def _told(rule: str, built: bool, gain: bool, losers: bool) -> str:
    if rule == "compensation":
        paid = _("Built, since the harm is paid for by an equal levy on all: each person keeps {mean} € a year.")
        return paid if built else _("Not built: once all harm is paid for, each person would lose {mean} € a year.")
    if not built:
        worth = _("on average it would bring {mean} € a head and year.")
        loss = _("on average it would cost {mean} € a head and year.")
        why = _("Refused: {lose} of the people would lose there;")
        return f"{why} {worth if gain else loss}"
    if not losers:
        return _("Built, and nobody loses: on average it brings {mean} € a head and year.")
    who = _("Built: {lose} of the people lose by it;")
    worth = (
        _("on average it brings {mean} € a head and year.")
        if gain
        else _("on average it costs {mean} € a head and year.")
    )
    return f"{who} {worth}"
