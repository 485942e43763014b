"""Accounts of a year, the five scoreboards, and what each stakeholder makes of them; for many games at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from course_utils.concepts.govern_a_territory.rules import BRANCHES, COEFFICIENTS, SCORES, STAKEHOLDERS

Array = NDArray[np.float64]
State = dict[str, Array]


def accounts(s: State) -> State:
    """Return who gets a year's product: wages, profits kept here, what leaks out, taxes; with the jobs in all.

    Parameters
    ----------
    s : dict of str to ndarray
        Stocks of the year.
    """
    c = COEFFICIENTS
    motor = c["worth_motor"] * s["motor"]
    local = c["worth_local"] * s["local"] * (1 + c["worth_know"] * s["know"])
    rest = c["worth_farm"] * s["farm"] + local + c["worth_services"] * s["services"]
    out = c["leak_rest"] * (1 - s["loops"])
    profit = 1 - c["wage_share"] - c["tax_share"]
    found = {"product": motor + rest, "wages": c["wage_share"] * motor + c["wage_share"] * rest}
    found["kept"] = (profit - c["leak_motor"]) * motor + (profit - out) * rest
    found["leak"] = c["leak_motor"] * motor + out * rest
    found["tax"] = c["tax_share"] * found["product"]
    found["dependence"] = motor / found["product"]
    found["work"] = s["farm"] + s["motor"] + s["local"] + s["services"]
    return found


def _against(value: Array, reference: float) -> Array:
    """Turn a ratio into a score: 50 where it is France's, never quite 0 or 100."""
    x = value / reference
    cube = x * x * x
    return 100 * cube / (cube + 1)


def scores(s: State, a: State, france: dict[str, float]) -> State:
    """Return the five scoreboards, 0 to 100.

    Income: what is kept of wages and profits for each person of working age, 50 being France at the start. Jobs: jobs
    for each person of working age, likewise. Resilience: many branches, little dependence on large plants, knowledge,
    links, loops, trust, nature. Environment: the common stock. Voice: six parts having a say, four parts trust.
    """
    c = COEFFICIENTS
    shares = sum((s[b] / a["work"]) * (s[b] / a["work"]) for b in BRANCHES)
    parts = {"know": "know", "links": "links", "loops": "loops", "trust": "trust"}
    held = c["variety"] * (1 - shares) / 0.75
    held = held + c["independence"] * np.maximum(0.0, 1 - 2 * a["dependence"])
    for part, stock in parts.items():
        held = held + c[f"resilience_{part}"] * s[stock]
    return {
        "income": _against((a["wages"] + a["kept"]) / s["labour"], france["income"]),
        "jobs": _against(a["work"] / s["labour"], france["jobs"]),
        "resilience": 100 * (held + c["resilience_stock"] * s["stock"] / 100),
        "environment": s["stock"],
        "voice": 100 * (c["voice_part"] * s["voice"] + (1 - c["voice_part"]) * s["trust"]),
    }


def approvals(found: State) -> State:
    """Return how content each stakeholder is, 0 to 100: the scores weighed by what each cares about."""
    content = {}
    for who, cares in STAKEHOLDERS.items():
        content[who] = sum((care * found[score] for care, score in zip(cares, SCORES, strict=True)), np.zeros(1))
    return content
