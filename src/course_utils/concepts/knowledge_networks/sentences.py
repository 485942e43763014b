"""What the picture of the small world says, in a few plain sentences."""

from __future__ import annotations

from course_utils.concepts.knowledge_networks.curves import FIRMS, ROUNDS, RUNS, SEED, SHARES
from course_utils.concepts.knowledge_networks.figure import Screen, place
from course_utils.words import Sentence, _, join, number, percent, say

#: A gain smaller than this part of the top is flat.
FLAT = 0.05


def reading(found: Screen, *, degree: str, share: str, rule: str, experts: str) -> Sentence:
    """Say how short and how clustered the network is, what firms know on it, and where they know most."""
    at = place(share)
    return join(_shape(found, at), _known(found, at, int(experts)), _peak(found, rule), _drawn())


def _shape(found: Screen, at: int) -> Sentence:
    world = found.world
    numbers = {"start": number(world.path_length[0], 1), "degree": number(world.clustering[0], 2)}
    if at == 0:
        alone = _("Without pipelines two firms lie {start} links apart on average, and clustering is {degree}.")
        return say(alone, **numbers)
    told = _(
        "With {share} of the links as pipelines two firms lie {length} links apart on average instead of {start}, and"
        " {kept} of the clustering is left."
    )
    kept = percent(world.clustering[at] / world.clustering[0])
    return say(told, share=percent(SHARES[at]), length=number(world.path_length[at], 1), kept=kept, **numbers)


def _known(found: Screen, at: int, experts: int) -> Sentence:
    mean, error = found.diffusion.mean[at], found.diffusion.error[at]
    digits = 1 if experts else 3
    numbers = {"mean": number(mean, digits), "error": number(2 * error, digits)}
    if not experts:
        return say(_("Without experts firms know {mean} (± {error}) in the end."), **numbers)
    return say(
        _("With {experts} experts a field firms know {mean} of 10 (± {error}) in the end."),
        experts=number(experts),
        **numbers,
    )


def _peak(found: Screen, rule: str) -> Sentence:
    mean, best = found.diffusion.mean, found.diffusion.best
    if mean.max() - mean.min() < FLAT * mean.max():
        told = _("The curve is nearly flat: from worst to best share firms gain {gain}; most is known around {best}.")
        return say(told, gain=percent(mean.max() / mean.min() - 1, 1), best=percent(SHARES[best]))
    if mean[-1] > (1 - FLAT / 5) * mean.max():
        return say(_("Nothing is lost by more pipelines: with all links moved they know {all}."), all=_told(mean[-1]))
    peak = _("Most is known around {best} of pipelines ({top}); with none it is {none}, with all links moved {all}.")
    numbers = {"top": _told(mean[best]), "none": _told(mean[0]), "all": _told(mean[-1])}
    return say(peak, best=percent(SHARES[best]), **numbers)


def _told(value: float) -> object:
    return number(value, 1)


def _drawn() -> Sentence:
    return say(
        _("Means of {runs} runs of {firms} firms and {rounds} rounds, seed {seed}."),
        runs=number(RUNS),
        firms=number(FIRMS),
        rounds=number(ROUNDS),
        seed=str(SEED),
    )
