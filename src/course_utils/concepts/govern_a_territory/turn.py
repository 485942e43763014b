"""The first of January of a decade: the cards are put to those who care, paid, and set to work; many games at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from course_utils.concepts.govern_a_territory.cards import CARDS
from course_utils.concepts.govern_a_territory.rules import COEFFICIENTS, DECADE, LEVERS, STAKEHOLDERS, WEIGHTS, YEARS
from course_utils.concepts.govern_a_territory.scores import State

Array = NDArray[np.float64]
Whole = NDArray[np.int64]

#: What becomes of a card: no card, done, delayed by who is angry, blocked, not paid for lack of money.
STATUSES = ("none", "done", "delayed", "blocked", "unpaid")
NONE, DONE, DELAYED, BLOCKED, UNPAID = range(len(STATUSES))

_CARDS = tuple(CARDS.values())
_WHO = tuple(STAKEHOLDERS)
COST = np.array([card.cost for card in _CARDS] + [0], dtype=float)
LAG = np.array([card.lag for card in _CARDS] + [0])
LASTS = np.array([card.years for card in _CARDS] + [0])
FIRST = np.array([card.first for card in _CARDS] + [0])
EFFECT = np.array([[card.effects.get(lever, 0.0) for lever in LEVERS] for card in _CARDS] + [[0.0] * len(LEVERS)])
AGAINST = np.array([[who in card.against for who in _WHO] for card in _CARDS] + [[False] * len(_WHO)])


def anger(content: State, weights: Whole) -> Array:
    """Return how angry each stakeholder is, 0 to 100, times how much its anger counts.

    Parameters
    ----------
    content : dict of str to ndarray
        Approvals.
    weights : ndarray of int, one a game
        Rank in `rules.WEIGHTS`.
    """
    found = np.empty((len(weights), len(_WHO)))
    own, others = COEFFICIENTS["weight_own"], COEFFICIENTS["weight_others"]
    for n, who in enumerate(_WHO):
        factor = np.where(weights == 0, 1.0, np.where(weights == WEIGHTS.index(who), own, others))
        found[:, n] = factor * (100 - content[who])
    return found


def put(card: Whole, angry: Array, voice: Array, money: Array) -> tuple[Whole, Whole, Array, Whole]:
    """Put one card a game to the stakeholders.

    Returns
    -------
    status, who : ndarray of int
        Rank in `STATUSES`; rank of the stakeholder who stands against it most (-1 for none).
    price : ndarray
        What it takes of the money.
    delay : ndarray of int
        Years lost; fewer where residents are heard.
    """
    c = COEFFICIENTS
    against = np.where(AGAINST[card], angry, 0.0)
    most, worst = against.max(axis=1), against.argmax(axis=1)
    blocked, late = most > c["block_from"], most > c["delay_from"]
    status = np.where(blocked, BLOCKED, np.where(late, DELAYED, DONE))
    status = np.where(COST[card] > money, UNPAID, status)
    status = np.where(card == len(_CARDS), NONE, status)
    price = np.where(status == BLOCKED, c["block_cost"] * COST[card], COST[card])
    price = np.where((status == UNPAID) | (status == NONE), 0.0, price)
    heard = voice > c["heard_from"]
    delay = np.where(status == DELAYED, np.where(heard, c["delay_heard"], c["delay"]), 0).astype(int)
    who = np.where((status == BLOCKED) | (status == DELAYED), worst, -1)
    return status, who, price, delay


def set_to_work(work: Array, card: Whole, status: Whole, delay: Whole, turn: int) -> None:
    """Add what the cards do to the years in which they do it.

    Parameters
    ----------
    work : ndarray, years x games x levers
        Changed in place.
    card, status, delay : ndarray of int
        One a game.
    turn : int
        0 to 6.
    """
    begin = turn * DECADE + LAG[card] + delay
    years = np.arange(YEARS)[:, None]
    goes = (years >= begin) & (years < begin + LASTS[card]) & ((status == DONE) | (status == DELAYED))
    work += goes[:, :, None] * EFFECT[card][None, :, :]
