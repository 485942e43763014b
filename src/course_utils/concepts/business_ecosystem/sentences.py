"""What the pictures of the ecosystems say, in one or two plain sentences."""

from __future__ import annotations

from typing import Any

from course_utils.concepts.business_ecosystem.build import FUNCTIONS, HUBS, Built
from course_utils.concepts.business_ecosystem.game import Split
from course_utils.concepts.business_ecosystem.loss import NICHE, RUNS, SEED, SHARES, Loss
from course_utils.words import Sentence, _, join, number, percent, say


def rules() -> dict[str, str]:
    """Rules by which functions make value, and what they say."""
    return {
        "adds": _("Each function adds 1"),
        "pairs": _("Each pair adds 0.5 more"),
        "all": _("All or nothing"),
    }


def reading(found: Split, *, functions: float, rivals: float, rule: str, option: float) -> Sentence:
    """Say what is made, what the keystone takes and what is left for one complementor."""
    if option >= 1:
        return say(_("A keystone that can do everything alone shares with nobody: it takes all {value}."), **_of(found))
    told = {
        "adds": _("{functions} functions make {value}; the keystone takes {hub}, that is {share}."),
        "pairs": _("{functions} functions that help one another make {value}; the keystone takes {hub}, or {share}."),
        "all": _("{functions} functions, all needed, make {value}; the keystone takes {hub}, that is {share}."),
    }[rule]
    if rivals == 1:
        each = _("Each complementor, without a substitute, gets {one}.")
    else:
        each = _("With {rivals} firms for each function, one firm is left with {one}.")
    numbers = {"functions": number(functions), "rivals": number(rivals), "one": percent(found.one / found.value, 1)}
    return join(say(told, **_of(found), functions=numbers["functions"]), _filled(each, numbers))


def _of(found: Split) -> dict[str, Any]:
    return {"value": number(found.value, 1), "hub": number(found.hubs, 2), "share": percent(found.share)}


def _filled(template: str, numbers: dict[str, Any]) -> Sentence:
    return say(template, **{name: value for name, value in numbers.items() if f"{{{name}}}" in template})


def built(found: Built, *, rule: str, **inside: bool) -> Sentence:
    """Say what the reader's ecosystem makes, who takes it, and whether it hangs together."""
    members = len(found.inside)
    if not members:
        return say(_("Nobody is in: let a hub and a firm in."))
    hubs = [found.shapley[at] for at, name in enumerate(HUBS) if name in found.inside]
    if not hubs:
        gone = _("Without a hub the {n} firms make nothing, and none works with another: the network is broken.")
        return say(gone, n=number(members))
    if not found.value:
        return join(_nothing(found, rule), _together(found, members))
    makes = _("{n} members make {value}; the hub takes {share}.")
    if len(hubs) > 1:
        makes = _("{n} members make {value}; the two hubs, which can replace one another, take {share} in all.")
    share = percent(sum(hubs) / found.value)
    return join(say(makes, n=number(members), value=number(found.value, 1), share=share), _together(found, members))


def _nothing(found: Built, rule: str) -> Sentence:
    if rule == "all":
        return say(_("Not all {n} functions are served: nothing is made, whoever is in."), n=number(len(FUNCTIONS)))
    return say(_("A hub without firms makes nothing."))


def _together(found: Built, members: int) -> Sentence:
    if found.together < members:
        return say(_("The largest part that hangs together has {k}."), k=number(found.together))
    if found.value and found.lost.max() < found.value:
        most = percent(float(found.lost.max()) / found.value)
        return say(_("They hang together, and no single loss costs more than {most}."), most=most)
    if found.value:
        return say(_("They hang together, but there is one at least without whom nothing is left."))
    return say(_("They hang together all the same."))


def lost(found: Loss, *, hubs: str, overlap: str, share: str, how: str) -> Sentence:
    """Say what hangs together after the loss, and how sure that is."""
    at, several = SHARES.index(float(share)), int(hubs) > 1
    whole = float(found.mean[0])
    if not found.removed[at]:
        return _before(whole, several)
    members = {"gone": number(float(found.removed[at])), "all": number(NICHE + int(hubs))}
    if how == "targeted":
        told = _("The best connected {gone} of {all} go: {left} still hang together.")
        return say(told, **members, left=percent(float(found.target[at])))
    if whole < 0.5:
        told = _("{gone} of {all} go at random: the largest part has {left}, but the network was in pieces before.")
        return say(told, **members, left=percent(float(found.mean[at])))
    told = _(
        "{gone} of {all} go at random: {left} still hang together on average, and in {broken} of {runs} runs (seed"
        " {seed}) the network breaks: less than half of those left are in one part."
    )
    numbers = {"left": percent(float(found.mean[at])), "broken": percent(float(found.broken[at]))}
    return say(told, **members, **numbers, runs=number(RUNS), seed=str(SEED))


def _before(whole: float, several: bool) -> Sentence:
    if several and whole < 1:
        told = _("Nobody has left, and yet only {whole} hang together: no niche player works with two hubs.")
        return say(told, whole=percent(whole))
    return say(_("Nobody has left: all members hang together."))
