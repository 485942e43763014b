"""What the map of the coast says, in a few plain sentences."""

from __future__ import annotations

from course_utils.concepts.industrial_symbiosis.firms import MATCHES, match_name
from course_utils.concepts.industrial_symbiosis.model import Plan, heat_wastes
from course_utils.words import Sentence, _, join, number, percent, say

BY_KEY = {match.key: match for match in MATCHES}


def reading(found: tuple[Plan, Plan], *, tax: float, **_values: object) -> Sentence:
    """Say how many exchanges run, what is landfilled, and which have stopped because of the tax."""
    here, free = found
    thrown = float(here.supply[~heat_wastes()].sum())
    if not here.running:
        return say(
            _("At €{tax} a tonne no exchange is worth it: all {all} kt are landfilled."),
            tax=number(tax),
            all=number(thrown),
        )
    line = _(
        "At €{tax} a tonne {n} of {possible} possible exchanges are worth it; {left} kt of {all} kt of waste are"
        " landfilled ({share}), {heat} GWh of heat are piped."
    )
    told = say(
        line,
        tax=number(tax),
        n=number(len(here.running)),
        possible=number(len(MATCHES)),
        left=number(here.landfilled),
        all=number(thrown),
        share=percent(here.landfilled / thrown if thrown else 0.0),
        heat=number(here.heat_used),
    )
    return join(told, _change(here, free, tax))


def _change(here: Plan, free: Plan, tax: float) -> Sentence:
    if tax == 0:
        return say("")
    off = [match_name(BY_KEY[key]) for key in free.running if key not in here.running]
    on = [match_name(BY_KEY[key]) for key in here.running if key not in free.running]
    if not (on or off):
        return say(_("The same exchanges run without any tax."))
    parts = []
    if on:
        parts.append(say(_("Switched on by the tax: {names}."), names=", ".join(on)))
    if off:
        parts.append(say(_("Switched off by it: {names}."), names=", ".join(off)))
    return join(*parts)
