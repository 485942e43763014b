"""All that decides a game, and what is refused."""

from __future__ import annotations

from dataclasses import dataclass, replace

from course_utils.concepts.govern_a_territory.cards import CARDS
from course_utils.concepts.govern_a_territory.rules import BUDGETS, SLOTS, TURNS, WEIGHTS
from course_utils.concepts.govern_a_territory.territories import codes

#: Seeds that a game code can hold.
SEEDS = 1 << 20


@dataclass(frozen=True)
class Plan:
    """All that decides a game.

    Parameters
    ----------
    territory : str
        Code of a département.
    seed : int
        Of the shocks and of the yearly luck, from 0 to 1,048,575.
    turns : tuple of tuple of str
        Keys of the cards of each turn played, in order; at most three a turn.
    budget, weights : str
        One of `rules.BUDGETS`; one of `rules.WEIGHTS`.
    shocks : bool
        Whether anything comes from outside.
    without : tuple of str
        Shocks kept away one by one, for the debrief; ``"luck"`` is the yearly luck.
    """

    territory: str = "38"
    seed: int = 1
    turns: tuple[tuple[str, ...], ...] = ()
    budget: str = "normal"
    weights: str = "equal"
    shocks: bool = True
    without: tuple[str, ...] = ()


def check(plan: Plan) -> Plan:
    """Return a plan that can be played (turns as tuples), or say what cannot.

    Raises
    ------
    ValueError
        Naming the field and its value.

    Examples
    --------
    >>> check(Plan(turns=(("cluster",),)))
    Traceback (most recent call last):
    ...
    ValueError: turn 1 (1955): card 'cluster' cannot be had before 1995
    """
    if plan.territory not in codes():
        raise ValueError(f"territory {plan.territory!r} is no metropolitan département of the game")
    if isinstance(plan.seed, bool) or not isinstance(plan.seed, int) or not 0 <= plan.seed < SEEDS:
        raise ValueError(f"seed must be a whole number from 0 to {SEEDS - 1}, got {plan.seed!r}")
    if plan.budget not in BUDGETS:
        raise ValueError(f"budget must be one of {', '.join(BUDGETS)}, got {plan.budget!r}")
    if plan.weights not in WEIGHTS:
        raise ValueError(f"weights must be one of {', '.join(WEIGHTS)}, got {plan.weights!r}")
    turns = tuple(tuple(cards) for cards in plan.turns)
    if len(turns) > len(TURNS):
        raise ValueError(f"a game has {len(TURNS)} turns, got {len(turns)}")
    for t, cards in enumerate(turns):
        _check_turn(t, cards)
    return replace(plan, turns=turns, shocks=bool(plan.shocks))


def _check_turn(t: int, cards: tuple[str, ...]) -> None:
    where = f"turn {t + 1} ({TURNS[t]})"
    if len(cards) > SLOTS:
        raise ValueError(f"{where}: at most {SLOTS} cards, got {len(cards)}")
    for card in cards:
        if card not in CARDS:
            raise ValueError(f"{where}: there is no card {card!r}")
        if CARDS[card].first > t:
            raise ValueError(f"{where}: card {card!r} cannot be had before {TURNS[CARDS[card].first]}")
    if len(set(cards)) < len(cards):
        raise ValueError(f"{where}: a card can be played once a turn, got {', '.join(cards)}")
