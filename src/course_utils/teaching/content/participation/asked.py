"""What the models answer to the questions of this chapter."""

from __future__ import annotations

from functools import cache
from typing import Any

from course_utils.datasets import territories
from course_utils.explorer.registry import explore, result

CONCEPT = "participation"
#: The facility of the bet, and that of the questions on veto and compensation.
BET, FARTHER = ("3", "30"), ("6", "30")
#: Two sides, a stake and a village of the exercises.
HOPE, FEAR, STAKE = 0.7, 0.4, 200.0
VILLAGE, ALL, HARM, BENEFIT = 1_000, 100_000, 100.0, 20.0


@cache
def decided(territory: str, reach: str, benefit: str) -> dict[str, Any]:
    """Return what each rule decides in a département."""
    found: dict[str, Any] = result(CONCEPT, "worth", territory=territory, reach=reach, benefit=benefit)
    return found


@cache
def everywhere(reach: str, benefit: str) -> list[dict[str, Any]]:
    """Return what each rule decides in all départements but Paris, a single commune."""
    explorer = explore(CONCEPT)
    codes = [code for code in territories().index if code != "75"]
    return [explorer.result("worth", territory=code, reach=reach, benefit=benefit) for code in codes]


def same_site(state: tuple[str, str] = BET) -> int:
    """Return in how many départements the vote takes the site that is best for all together."""
    return sum(found["majority"].place == found["early"].place for found in everywhere(*state))


def built(rule: str, state: tuple[str, str] = FARTHER) -> int:
    """Return in how many départements a rule lets the facility be built."""
    return sum(found[rule].outcome.built for found in everywhere(*state))


def losing(rule: str, state: tuple[str, str] = BET) -> float:
    """Return the share of people who lose by a rule, on average over the départements."""
    shares = [found[rule].losing for found in everywhere(*state)]
    return float(sum(shares) / len(shares))


def price(paid: float = 0.5, state: tuple[str, str] = FARTHER) -> Any:
    """Return what paying a share of the harm does."""
    return result(f"{CONCEPT}.price", "map", reach=state[0], benefit=state[1], paid=paid)


def accepted(paid: float, state: tuple[str, str] = FARTHER) -> int:
    """Return in how many départements nobody loses if a share of the harm is paid."""
    return int(price(paid, state).everybody[round(20 * paid)])


def conflict(neighbours: float, developer: float, procedure: str = "dear") -> Any:
    """Return how a conflict ends."""
    return result(f"{CONCEPT}.court", "range", neighbours=neighbours, developer=developer, procedure=procedure)


def costs_for_peace(stake: float = STAKE) -> float:
    """Return the joint costs of a trial that just keep two sides out of court: the gap times the stake."""
    return float(conflict(HOPE, FEAR).gap * stake)


def share_for(village: int = VILLAGE) -> float:
    """Return the share of its harm that the village of an exercise must be paid."""
    mean = HARM * village / ALL
    return (HARM - BENEFIT) / (HARM - mean)
