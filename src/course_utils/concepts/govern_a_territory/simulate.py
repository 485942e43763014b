"""Whole games, many at once: seventy years, seven turns, all that happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from course_utils.concepts.govern_a_territory import shocks, turn, year
from course_utils.concepts.govern_a_territory.cards import CARDS
from course_utils.concepts.govern_a_territory.plan import Plan
from course_utils.concepts.govern_a_territory.rules import (
    BUDGETS,
    DECADE,
    FLOWS,
    LEVERS,
    SHOCKS,
    SLOTS,
    STOCKS,
    TURNS,
    WEIGHTS,
    YEARS,
)
from course_utils.concepts.govern_a_territory.scores import State, accounts
from course_utils.concepts.govern_a_territory.territories import FRANCE, Place, places

Array = NDArray[np.float64]
NO_CARD = len(CARDS)


@dataclass(eq=False)
class Run:
    """What happened: arrays with a column a game.

    Parameters
    ----------
    rows : dict of str to ndarray, (years + 1) x games
        Stocks, accounts, scores (``score_income`` ...), approvals (``approval_firms`` ...) on 1 January of each year,
        and the flows of the year before.
    money, status, who : ndarray, turns x games (x slots)
        Money at hand; what became of each card; who was against.
    begins, sizes : ndarray, games x shocks
        The shocks.
    """

    rows: dict[str, Array]
    money: Array
    status: NDArray[np.int64]
    who: NDArray[np.int64]
    delay: NDArray[np.int64]
    begins: Array
    sizes: Array
    cards: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, dtype=int))


def reference() -> dict[str, float]:
    """What scores are measured against: income and jobs for each person of working age in France at the start."""
    s = {name: np.array([value]) for name, value in places()[FRANCE].stocks.items()}
    a = accounts(s)
    return {"income": float(((a["wages"] + a["kept"]) / s["labour"])[0]), "jobs": float((a["work"] / s["labour"])[0])}


def _start(chosen: Sequence[Place], france: dict[str, float]) -> tuple[State, State]:
    s = {name: np.array([place.stocks[name] for place in chosen]) for name in STOCKS}
    a, _scores, content = year.view(s, france)
    fixed = {"load": np.array([p.load for p in chosen]), "transfer": np.array([p.transfer for p in chosen])}
    return s, s | a | fixed | {"residents": content["residents"], "earned": a["wages"] + a["kept"]}


def _slots(plans: Sequence[Plan]) -> NDArray[np.int64]:
    cards = np.full((len(plans), len(TURNS), SLOTS), NO_CARD)
    ranks = {name: n for n, name in enumerate(CARDS)}
    for g, plan in enumerate(plans):
        for t, names in enumerate(plan.turns):
            cards[g, t, : len(names)] = [ranks[name] for name in names]
    return cards


def _switches(plans: Sequence[Plan]) -> Array:
    names = (*SHOCKS, "luck")
    return np.array([[float(p.shocks and name not in p.without) for name in names] for p in plans])


def simulate(plans: Sequence[Plan]) -> Run:
    """Play whole games, all at once.

    Parameters
    ----------
    plans : sequence of Plan
        They may differ in everything; turns not given are turns without a card.

    Examples
    --------
    >>> run = simulate([Plan("38", shocks=False)])
    >>> bool(abs(run.rows["score_jobs"][-1] - run.rows["score_jobs"][0])[0] < 1e-9)
    True
    """
    france, games = reference(), len(plans)
    s, base = _start([places()[plan.territory] for plan in plans], france)
    begins, sizes, hits = shocks.schedule([plan.seed for plan in plans], _switches(plans))
    cards = _slots(plans)
    shape = (games, len(TURNS), SLOTS)
    run = Run({}, np.zeros(shape[:2]), np.zeros(shape, int), np.zeros(shape, int), np.zeros(shape, int), begins, sizes)
    run.cards = cards
    work = np.zeros((YEARS, games, len(LEVERS)))
    flows = {name: np.zeros(games) for name in (*FLOWS, "transfer", "upkeep")}
    _keep(run, s, flows, france, 0)
    for y in range(YEARS):
        paid = np.zeros(games)
        if y % DECADE == 0:
            paid = _decide(run, y // DECADE, s, plans, work, france)
            s["purse"] = s["purse"] - paid
        lever = {name: work[y, :, n] for n, name in enumerate(LEVERS)}
        s, flows = year.year(s, base, lever, {name: hit[y] for name, hit in hits.items()}, france)
        _keep(run, s, flows | {"paid": paid}, france, y + 1)
    return run


def _decide(run: Run, t: int, s: State, plans: Sequence[Plan], work: Array, france: dict[str, float]) -> Array:
    """Play the cards of a turn; return what the purse pays: negative where the grant pays old debts."""
    _a, _scores, content = year.view(s, france)
    angry = turn.anger(content, np.array([WEIGHTS.index(plan.weights) for plan in plans]))
    grant = np.array([float(BUDGETS[plan.budget]) for plan in plans])
    run.money[:, t] = np.maximum(0.0, grant + s["purse"])
    left = run.money[:, t].copy()
    for slot in range(SLOTS):
        card = run.cards[:, t, slot]
        status, who, price, delay = turn.put(card, angry, s["voice"], left)
        run.status[:, t, slot], run.who[:, t, slot], run.delay[:, t, slot] = status, who, delay
        turn.set_to_work(work, card, status, delay, t)
        left = left - price
    spent = run.money[:, t] - left
    # the grant pays first, old debts before new cards; what is left of it goes back to the state
    debt = np.minimum(np.maximum(0.0, -s["purse"]), grant)
    paid: Array = np.maximum(0.0, spent - (grant - debt)) - debt
    return paid


def _keep(run: Run, s: State, flows: State, france: dict[str, float], y: int) -> None:
    a, found, content = year.view(s, france)
    row = s | a | flows | {f"score_{k}": v for k, v in found.items()} | {f"approval_{k}": v for k, v in content.items()}
    for name, values in row.items():
        if name not in run.rows:
            run.rows[name] = np.zeros((YEARS + 1, len(s["stock"])))
        run.rows[name][y] = values
