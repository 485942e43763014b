"""What the explorer of the fit by hand says in words."""

from __future__ import annotations

from course_utils.concepts.citizen_initiatives.fitting import FORECAST, Curve
from course_utils.concepts.citizen_initiatives.series import series
from course_utils.concepts.citizen_initiatives.years import LONGEST, Years
from course_utils.words import Sentence, _, number, percent, say


def reading(found: Curve, **_values: object) -> Sentence:
    """Say how far the reader's curve misses, and what it would mean."""
    told = _(
        "With a ceiling of {m}, p = {p} and q = {q}, your curve misses the five counts by {error} spaces ({share} of"
        " the last). It grows fastest in {peak}, and stands at {then} in {year}."
    )
    return say(
        told,
        m=number(found.m),
        p=percent(found.p, 3),
        q=number(found.q, 2),
        error=number(found.error),
        share=percent(found.error / series("coworking").last, 1),
        peak=_year(found.peak),
        then=number(float(found.at(FORECAST))),
        year=_year(FORECAST),
    )


def _year(when: float) -> str:
    return str(int(when))


def best_sentence(found: Curve | None, **_values: object) -> Sentence:
    """Say what the best curve for this ceiling misses by."""
    if found is None:
        return say("")
    told = _("The best curve for this ceiling (p = {p}, q = {q}) misses by {error}.")
    return say(told, p=percent(found.p, 3), q=number(found.q, 2), error=number(found.error))


def years_sentence(found: Years, *, noise: str, **_values: object) -> Sentence:
    """Say how many more counts would settle it."""
    parts = {"m": number(found.truth), "noise": percent(float(noise))}
    if found.needed is None:
        never = _("If {m} were true and counts were off by {noise}, {n} more of them would not be enough.")
        return say(never, n=number(LONGEST), **parts)
    told = _(
        "If {m} were true and counts were off by {noise}, a fit would find it (within a quarter, nine times in ten)"
        " after about {n} more yearly counts."
    )
    if found.needed == 1:
        told = _(
            "If {m} were true and counts were off by {noise}, a fit would find it (within a quarter, nine times in"
            " ten) after about {n} more count."
        )
    return say(told, n=number(found.needed), **parts)
