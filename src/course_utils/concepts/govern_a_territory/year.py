"""One year of many territories at once: the step that the page's twin repeats line by line.

Only ``+ - * /``, minimum and maximum are used, which every IEEE machine rounds alike: no power, exponential or
logarithm.
"""

from __future__ import annotations

import numpy as np

from course_utils.concepts.govern_a_territory.rules import BRANCHES, COEFFICIENTS
from course_utils.concepts.govern_a_territory.scores import State, accounts, approvals, scores

C = COEFFICIENTS


def view(s: State, france: dict[str, float]) -> tuple[State, State, State]:
    """Return accounts, scores and approvals of a year."""
    a = accounts(s)
    found = scores(s, a, france)
    return a, found, approvals(found)


def enabled(s: State, lever: State) -> State:
    """Return what the cards at work can do here: each needs something that others must have built before.

    Knowledge is taken up through links outside, loops are closed between firms with ties, common stocks are cared for
    where residents have a say, local firms grow on knowledge. This is why the order of policies matters.
    """
    able = dict(lever)
    able["know"] = lever["know"] * (C["need"] + C["need_links"] * s["links"])
    able["loops"] = lever["loops"] * (C["need"] + C["need_ties"] * s["ties"])
    able["care"] = lever["care"] * (C["need"] + C["need_voice"] * s["voice"])
    able["local"] = lever["local"] * (C["need"] + C["need_know"] * s["know"])
    return able


def _jobs(s: State, a: State, base: State, lever: State, hit: State) -> State:
    """Change of the jobs in each branch."""
    know, ties = s["know"] - base["know"], s["ties"] - base["ties"]
    motor, tight = s["motor"] - base["motor"], a["work"] / s["labour"] - base["work"] / base["labour"]
    pull = 1 + C["know_to_local"] * know + C["ties_to_local"] * ties - C["tight"] * tight
    local = base["local"] * pull + C["supply"] * s["ties"] * motor
    earned = (a["wages"] + a["kept"]) / base["earned"]
    services = base["services"] * (1 - C["demand"] + C["demand"] * earned)
    farm = base["farm"] * (0.5 + 0.5 * s["stock"] / base["stock"])
    shield = C["shield_know"] * s["know"] + C["shield_links"] * s["links"]
    gain = np.maximum(0.0, s["know"] + s["links"] - base["know"] - base["links"])
    hard = hit["local"] * (1 - shield) - hit["gain"] * gain - C["luck"] * hit["luck"]
    return {
        "farm": C["adjust_farm"] * (farm - s["farm"]) - hit["farm"] * s["farm"],
        "motor": C["return_motor"] * np.maximum(0.0, -motor) + lever["motor"] - hit["motor"] * s["motor"],
        "local": C["adjust_local"] * (local - s["local"]) + lever["local"] - hard * s["local"],
        "services": C["adjust_services"] * (services - s["services"]) + lever["services"],
    }


def _toward(x: np.ndarray, lever: np.ndarray, change: np.ndarray) -> np.ndarray:
    """Add a lever's part of what is missing to 1 (or of what is there, if negative), then a change; stay in 0..1."""
    moved = x + np.maximum(lever, 0.0) * (1 - x) + np.minimum(lever, 0.0) * x + change
    return np.minimum(np.maximum(moved, 0.0), 1.0)


def _shares(s: State, a: State, base: State, lever: State, content: State) -> State:
    """Next year's shares from 0 to 1: ties, knowledge, links, loops, care, voice, trust."""
    plant = C["branch_plant"] * np.maximum(0.0, a["dependence"] - base["dependence"])
    ties, links, voice = s["ties"] - base["ties"], s["links"] - base["links"], s["voice"] - base["voice"]
    lock = np.maximum(0.0, s["ties"] - s["links"] - C["lock_from"])
    aim = base["know"] + C["ties_to_know"] * ties + C["links_to_know"] * links - C["lock_in"] * lock
    pleased = (content["residents"] - base["residents"]) / 100
    trust = base["trust"] + C["voice_to_trust"] * voice + C["approval_to_trust"] * pleased - s["trust"]
    hold = C["trust_to_ties"] * (s["trust"] - base["trust"]) - C["forget_ties"] * ties - plant
    zero = np.zeros_like(plant)
    return {
        "ties": _toward(s["ties"], lever["ties"], hold),
        "know": _toward(s["know"], lever["know"], C["learn"] * (aim - s["know"])),
        "links": _toward(s["links"], lever["links"], -C["forget_links"] * links),
        "loops": _toward(s["loops"], lever["loops"], -C["forget_loops"] * (s["loops"] - base["loops"])),
        "care": _toward(s["care"], lever["care"], -C["forget_care"] * s["care"]),
        "voice": _toward(s["voice"], lever["voice"], -C["forget_voice"] * voice - plant),
        "trust": _toward(s["trust"], zero, C["adjust_trust"] * trust),
    }


def _nature(s: State, base: State, lever: State, hit: State) -> State:
    """What grows again, what is worn down, what a heat or a drought takes; care works with trust."""
    units = sum(C[f"load_{b}"] * s[b] for b in BRANCHES)
    care = s["care"] * np.minimum(1.0, C["care_trust"] + s["trust"])
    wear = base["load"] * units * (1 - C["loops_to_load"] * s["loops"]) * (1 - C["care_to_load"] * care)
    regrown = C["regrowth"] * (100 - s["stock"])
    pressure = np.minimum(wear + lever["land"], s["stock"])
    damage = np.minimum(hit["stock"] * (C["repair_stock"] - s["stock"] / 100), s["stock"] - pressure)
    return {"regrown": regrown, "pressure": pressure, "damage": damage}


def year(s: State, base: State, lever: State, hit: State, france: dict[str, float]) -> tuple[State, State]:
    """Return next year's stocks and what moved in between.

    Parameters
    ----------
    s, base : dict of str to ndarray
        Stocks now; stocks, accounts and constants of the first year.
    lever : dict of str to ndarray
        What the cards at work add.
    hit : dict of str to ndarray
        What comes from outside.
    france : dict of str to float
        Reference of the scores.
    """
    a, _found, content = view(s, france)
    lever = enabled(s, lever)
    change = {b: np.maximum(-s[b], d) for b, d in _jobs(s, a, base, lever, hit).items()}
    flows = _nature(s, base, lever, hit)
    rate, first = a["work"] / s["labour"], base["work"] / base["labour"]
    nature = (s["stock"] - base["stock"]) / 100
    flows["moved"] = s["labour"] * (C["move_jobs"] * (rate - first) + C["move_stock"] * nature)
    flows["created"] = sum((np.maximum(d, 0.0) for d in change.values()), np.zeros(1))
    flows["lost"] = sum((np.maximum(-d, 0.0) for d in change.values()), np.zeros(1))
    flows["repairs"] = hit["repairs"] * (C["repair_stock"] - s["stock"] / 100)
    flows["transfer"] = base["transfer"]
    flows["upkeep"] = (base["tax"] + base["transfer"]) * s["services"] / base["services"]
    after = {b: s[b] + change[b] for b in BRANCHES} | _shares(s, a, base, lever, content)
    after["labour"] = s["labour"] + flows["moved"]
    after["stock"] = s["stock"] + flows["regrown"] - flows["pressure"] - flows["damage"]
    after["purse"] = s["purse"] + a["tax"] + flows["transfer"] - flows["upkeep"] - flows["repairs"]
    return after, flows
