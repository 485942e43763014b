"""What the picture of the small world says, in a few plain sentences."""

from __future__ import annotations

from course_utils.concepts.knowledge_networks.curves import FIRMS, ROUNDS, SEED, SHARES
from course_utils.concepts.knowledge_networks.figure import Screen, place
from course_utils.words import Sentence, _, join, number, percent, say

#: A gain smaller than this part of the top is flat.
FLAT = 0.05


def reading(found: Screen, *, degree: str, share: str, rule: str, experts: str) -> Sentence:
    """Say how short and how clustered the network is, what firms know on it, and where they know most."""
    at = place(share)
    return join(_shape(found, at), _known(found, at, int(experts)), _peak(found), _drawn(found))


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


def _peak(found: Screen) -> Sentence:
    mean = found.diffusion.mean
    first, last = found.diffusion.best
    where = {"first": percent(SHARES[first]), "last": percent(SHARES[last])}
    if mean.max() - mean.min() < FLAT * mean.max():
        told = _("The curve is nearly flat: from the worst to the best share they gain {gain}.")
        most = _most_at(first, last)
        return join(say(told, gain=percent(mean.max() / mean.min() - 1, 1)), say(most, **where))
    numbers = {"top": _told(mean.max()), "none": _told(mean[0]), "all": _told(mean[-1])}
    return join(
        say(_most_at(first, last), **where), say(_("That is {top}; with none it is {none}, with all {all}."), **numbers)
    )


def _most_at(first: int, last: int) -> str:
    if first == last:
        return _("They know most with {first} of pipelines.")
    return _("They know most with {first} to {last} of pipelines, between which the runs do not tell.")


def _told(value: float) -> object:
    return number(value, 1)


def _drawn(found: Screen) -> Sentence:
    return say(
        _("Means of {runs} runs of {firms} firms and {rounds} rounds, seed {seed}."),
        runs=number(found.diffusion.runs.shape[1]),
        firms=number(FIRMS),
        rounds=number(ROUNDS),
        seed=str(SEED),
    )
