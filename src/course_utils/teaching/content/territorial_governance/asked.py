"""What the models and the data answer to the questions of this chapter."""

from __future__ import annotations

from typing import Any

from course_utils.datasets import load
from course_utils.explorer.registry import explore, result

CONCEPT = "territorial_governance"
#: Four options ranked by four camps: voters by ranking.
CAMPS = ((42, "MNCK"), (26, "NCKM"), (15, "CKNM"), (17, "KCNM"))


def drawn(spread: str = "both", survey: str = "first") -> Any:
    """Return what the draw of weightings gives."""
    return result(CONCEPT, "lottery", spread=spread, survey=survey)


def agree() -> float:
    """Return how often all five methods agree, weights and scores drawn."""
    return float(1 - drawn().disagree)


def answers(survey: str) -> int:
    """Return how many different answers the methods give, all attributes counting once."""
    found = result(CONCEPT, "winners", survey=survey)
    return len({verdict.winners for verdict in found.values()})


def cycles(line: str = "0") -> list[float]:
    """Return how often no option of three wins, by the number of voters."""
    return list(result(CONCEPT, "cycles", line=line)[3])


def ruled(right: float, fine: str = "2") -> Any:
    """Return what two herders do under a State."""
    return result(f"{CONCEPT}.herders", "choice", right=right, fine=fine)


def threshold(fine: str = "2") -> float:
    """Return how often a State must be right: the gains from keeping and exceeding move in straight lines."""
    low, high = (ruled(right, fine).game for right in (0.0, 1.0))
    at_low, at_high = (game[0, 0] - game[1, 0] for game in (low, high))
    return float(-at_low / (at_high - at_low))


def contract_like(right: float) -> float:
    """Return the cost of a contract that leaves as much as a State that is right so often: half of it is paid each."""
    contract = explore(f"{CONCEPT}.herders").panels[1].overlays[1].model
    free, one = contract(cost=0.0), contract(cost=1.0)
    return float((free - ruled(right).gain) / (free - one))


def summers(**state: str) -> Any:
    """Return the game on the pasture."""
    return result(f"{CONCEPT}.commons", "herd", **state)


def enough() -> float:
    """Return the chance of being counted at which a flat fine keeps all to the share: the herd falls in a line."""
    one, other = (summers(fine="flat", watch=watch).herd[-1] for watch in ("0.5", "0.75"))
    best = summers(fine="flat", watch="1").herd[-1]
    return float(0.5 + 0.25 * (one - best) / (one - other))


def borda_of(letter: str) -> int:
    """Return Borda's points of an option among the four camps."""
    return sum(voters * (len(order) - 1 - order.index(letter)) for voters, order in CAMPS)


def last_round() -> tuple[str, str, int]:
    """Return the two who are left when the last are struck out, the winner first, and his voters."""
    left = set("MNCK")
    while len(left) > 2:
        first = dict.fromkeys(sorted(left), 0)
        for voters, order in CAMPS:
            first[next(letter for letter in order if letter in left)] += voters
        left -= {min(first, key=lambda letter: first[letter])}
    one, other = sorted(left)
    ahead = sum(voters for voters, order in CAMPS if order.index(one) < order.index(other))
    total = sum(voters for voters, _order in CAMPS)
    return (one, other, ahead) if 2 * ahead > total else (other, one, total - ahead)


def councillors(departement: str) -> float:
    """Return the municipal councillors of a département, as the figure has them."""
    ages = explore(f"{CONCEPT}.officials").panels[1].overlays[0].model
    return float(ages(territory=departement, role="councillor").number)


def each_stands_for(departement: str) -> float:
    """Return the inhabitants for one municipal councillor."""
    people = load("departements").astype({"code": str}).set_index("code").loc[departement, "population_2026"]
    return float(people) / councillors(departement)
