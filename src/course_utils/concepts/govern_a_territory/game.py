"""A game as a plain dictionary that the page has too: start it, play a decade, play a whole plan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from course_utils.concepts.govern_a_territory.cards import CARDS, offered
from course_utils.concepts.govern_a_territory.codes import encode
from course_utils.concepts.govern_a_territory.plan import Plan, check
from course_utils.concepts.govern_a_territory.rules import BUDGETS, DECADE, SCORES, SHOCKS, STAKEHOLDERS, TURNS
from course_utils.concepts.govern_a_territory.simulate import Run, simulate
from course_utils.concepts.govern_a_territory.turn import BLOCKED, NONE, STATUSES, UNPAID

Game = dict[str, Any]


def play(plan: Plan | None = None, **options: Any) -> Game:
    """Play the turns of a plan, and return the game as it stands then.

    Parameters
    ----------
    plan : Plan, optional
        All that decides the game; or give its fields by name.
    **options : Any
        Fields of `Plan`: territory, seed, turns, budget, weights, shocks.

    Raises
    ------
    ValueError
        If there is no such territory, card, budget ..., or a card is played before its time.

    Examples
    --------
    >>> game = play(territory="38", seed=7, turns=[["motor_industry"], []])
    >>> game["year"], game["played"][0]["cards"][0]["status"], len(game["rows"]["product"])
    (1975, 'done', 21)
    """
    plan = check(plan or Plan(**options))
    return shown(plan, simulate([plan]), 0)


def start(territory: str = "38", seed: int = 1, **options: Any) -> Game:
    """Return a game on 1 January 1955, before its first turn.

    Examples
    --------
    >>> game = start("38")
    >>> game["year"], game["money"], game["offered"]
    (1955, 100.0, ['motor_industry', 'growth_zone'])
    """
    return play(territory=territory, seed=seed, **options)


def step(game: Game, cards: Sequence[str]) -> Game:
    """Play one more decade with some cards; the game given is left as it is.

    Raises
    ------
    ValueError
        If the game is over, or the cards cannot be played or paid.

    Examples
    --------
    >>> step(start("38"), ["growth_zone"])["year"]
    1965
    """
    if game["over"]:
        raise ValueError("the game is over: its seven turns have been played")
    cost = sum(CARDS[card].cost for card in cards if card in CARDS)
    if cost > game["money"]:
        raise ValueError(f"these cards cost {cost} points, there are {game['money']:.1f}")
    fields = {name: game[name] for name in ("territory", "seed", "budget", "weights", "shocks")}
    return play(Plan(**fields, turns=(*map(tuple, game["turns"]), tuple(cards))))


def shown(plan: Plan, run: Run, column: int) -> Game:
    """Return one column of a run as a game; what is to come after its last turn is left out."""
    turns = len(plan.turns)
    last = turns * DECADE
    rows = {name: values[: last + 1, column].tolist() for name, values in run.rows.items()}
    game: Game = {"territory": plan.territory, "seed": plan.seed, "budget": plan.budget, "weights": plan.weights}
    game |= {"shocks": plan.shocks, "turns": [list(cards) for cards in plan.turns], "code": encode(plan)}
    game |= {"year": TURNS[0] + last, "over": turns == len(TURNS)}
    game["money"] = None if game["over"] else max(0.0, BUDGETS[plan.budget] + rows["purse"][-1])
    game["offered"] = [] if game["over"] else list(offered(turns))
    game |= {"rows": rows, "played": [_played(run, column, t) for t in range(turns)]}
    game["struck"] = _struck(run, column, last)
    game["scores"] = {score: rows[f"score_{score}"][-1] for score in SCORES}
    game["averages"] = {score: sum(rows[f"score_{score}"]) / (last + 1) for score in SCORES}
    game["approvals"] = {who: rows[f"approval_{who}"][-1] for who in STAKEHOLDERS}
    return game


def _played(run: Run, column: int, t: int) -> dict[str, Any]:
    cards = []
    for slot, status in enumerate(run.status[column, t].tolist()):
        if status == NONE:
            continue
        key = tuple(CARDS)[run.cards[column, t, slot]]
        who, delay = int(run.who[column, t, slot]), int(run.delay[column, t, slot])
        begin = TURNS[t] + CARDS[key].lag + delay
        works = status not in (BLOCKED, UNPAID)
        cards.append(
            {"card": key, "status": STATUSES[status], "against": tuple(STAKEHOLDERS)[who] if who >= 0 else None}
            | {"delay": delay, "begin": begin if works else None, "end": begin + CARDS[key].years if works else None}
        )
    return {"turn": t, "year": TURNS[t], "money": float(run.money[column, t]), "cards": cards}


def _struck(run: Run, column: int, last: int) -> list[dict[str, Any]]:
    came = []
    for n, shock in enumerate(SHOCKS):
        begin, size = int(run.begins[column, n]), float(run.sizes[column, n])
        if begin < last and size > 0:
            came.append({"shock": shock, "year": TURNS[0] + begin, "size": size})
    return came
