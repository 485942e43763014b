"""What the averages say, in plain sentences."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from course_utils.concepts.innovative_milieu.landscape import RUNS, SEED
from course_utils.concepts.innovative_milieu.model import ROUNDS, Bools
from course_utils.concepts.innovative_milieu.results import BAND, Gap, Outcome, Ranking, gap, ranking, share_known
from course_utils.concepts.innovative_milieu.words import CHANCES, densities, short
from course_utils.words import Sentence, _, join, number, percent, say

#: A round before which little is settled, told beside the last one.
EARLY = 5


@dataclass(frozen=True, eq=False)
class Density:
    """How the densities compare at a horizon: the ranking, and everybody over the ring."""

    ranking: Ranking
    dense: Gap


@dataclass(frozen=True, eq=False)
class Outside:
    """What links outside bring at a horizon: the outcomes by chance, the gap of each over none, the best ones."""

    outcomes: tuple[Outcome, ...]
    gaps: tuple[Gap, ...]
    best: Bools


def density_told(K: int, agents: int, chance: float, horizon: int, seed: int = SEED) -> Density:
    """Work out what there is to say about densities."""
    dense = gap(K, agents, ("all", chance), ("ring", chance), horizon, seed)
    return Density(ranking(K, agents, chance, horizon, seed), dense)


def reading(found: Outcome, *, K: str, agents: str, density: str, chance: str) -> Sentence:
    """Say how far the reader's network comes, soon and in the end."""
    own = say(
        _(
            "K = {K}, two milieux of {agents} agents; inside, everyone knows {density} ({share}). They reach {soon} of"
            " the best solution after {early} rounds and {end} after {last}, give or take {band} points ({runs} runs,"
            " seed {seed})."
        ),
        K=number(int(K)),
        agents=number(int(agents)),
        density=densities()[density],
        share=percent(share_known(int(agents), density)),
        early=number(EARLY),
        soon=percent(float(found.mean[ROUNDS.index(EARLY)]), 1),
        last=number(ROUNDS[-1]),
        end=percent(float(found.mean[-1]), 1),
        band=number(100 * BAND * float(found.error[-1]), 1),
        runs=number(RUNS),
        seed=str(SEED),
    )
    if float(chance) == 0:
        return join(own, say(_("No link leads outside.")))
    links = number(float(chance) * int(agents), 1)
    return join(own, say(_("On average {links} links lead from one milieu to the other."), links=links))


def density_sentence(found: Density, *, K: str, agents: str, chance: str, horizon: str) -> Sentence:
    """Say who is ahead at the horizon, the ring or the densest network, and which density is best."""
    words = {
        "ahead": _("With a horizon of {horizon} rounds the densest network is {gap} points ahead of the ring"),
        "behind": _("With a horizon of {horizon} rounds the densest network is {gap} points behind the ring"),
        "level": _("With a horizon of {horizon} rounds ring and densest network are level within half a point"),
    }
    best = int(found.ranking.best.sum())
    ends = {
        True: _("; of all six densities the best is: {first}."),
        False: _("; {best} of the six densities share the first place, as far as the runs can tell."),
    }
    told = {"horizon": number(int(horizon)), "gap": number(100 * abs(found.dense.mean), 1)}
    if found.dense.verdict == "level":
        told.pop("gap")
    end = {"first": short()[found.ranking.first]} if best == 1 else {"best": number(best)}
    return say(words[found.dense.verdict] + ends[best == 1], **told, **end)


def outside_sentence(found: Outside, *, K: str, agents: str, density: str, horizon: str) -> Sentence:
    """Say what few and what many links outside bring at the horizon."""
    few, many = found.gaps[1], found.gaps[-1]
    words = _(
        "There a chance of {small} of a link outside changes the performance of your network by {few} points, a chance"
        " of {large} by {many}."
    )
    return say(
        words,
        small=percent(CHANCES[1]),
        few=number(100 * few.mean, 1),
        large=percent(CHANCES[-1]),
        many=number(100 * many.mean, 1),
    )


def outside_told(K: int, agents: int, density: str, horizon: int, outcomes: tuple[Outcome, ...]) -> Outside:
    """Work out what there is to say about links outside."""
    gaps = [gap(K, agents, (density, chance), (density, 0.0), horizon) for chance in CHANCES]
    top = int(np.argmax([found.mean for found in gaps]))
    ahead = [gap(K, agents, (density, CHANCES[top]), (density, chance), horizon) for chance in CHANCES]
    best = np.array([found.mean <= BAND * found.error for found in ahead])
    return Outside(outcomes, tuple(gaps), best)
