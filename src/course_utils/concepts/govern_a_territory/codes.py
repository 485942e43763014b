"""Game codes: a whole game in 34 letters and digits that can be put into an address or read out in class.

Five bits a character (Crockford's alphabet: no I, L, O, U): version 1, turns played 1, options 2, territory 2, seed 4,
three cards for each of seven turns 21, checksum 3.
"""

from __future__ import annotations

from course_utils.concepts.govern_a_territory.cards import NAMES
from course_utils.concepts.govern_a_territory.plan import Plan, check
from course_utils.concepts.govern_a_territory.rules import BUDGETS, SLOTS, TURNS, WEIGHTS
from course_utils.concepts.govern_a_territory.territories import codes

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
BASE = len(ALPHABET)
#: Changes when the rules do, so that an old code is not replayed under new ones.
VERSION = 1
EMPTY = BASE - 1
BODY = 10 + SLOTS * len(TURNS)
LENGTH = BODY + 3
#: Modulus of the checksum, just under three characters.
PRIME = 32749


def checksum(digits: list[int]) -> int:
    """Return a number below 32,749 that changes with every digit and with their order."""
    total = 7
    for digit in digits:
        total = (total * 37 + digit + 1) % PRIME
    return total


def _digits(number: int, count: int) -> list[int]:
    return [number // BASE**place % BASE for place in reversed(range(count))]


def _number(digits: list[int]) -> int:
    total = 0
    for digit in digits:
        total = total * BASE + digit
    return total


def encode(plan: Plan) -> str:
    """Return the code of a game.

    Parameters
    ----------
    plan : Plan
        Its `without` is not kept: it belongs to the debrief.

    Examples
    --------
    >>> code = encode(Plan("38", 7, (("motor_industry",), ("growth_zone", "regional_metropolis"))))
    >>> code, decode(code).seed
    ('120D1600070ZZ12ZZZZZZZZZZZZZZZZS6X', 7)
    """
    plan = check(plan)
    options = (tuple(BUDGETS).index(plan.budget) * len(WEIGHTS) + WEIGHTS.index(plan.weights)) * 2 + plan.shocks
    digits = [VERSION, len(plan.turns), *_digits(options, 2), *_digits(codes().index(plan.territory), 2)]
    digits += _digits(plan.seed, 4)
    for t in range(len(TURNS)):
        cards = [NAMES.index(card) for card in plan.turns[t]] if t < len(plan.turns) else []
        digits += cards + [EMPTY] * (SLOTS - len(cards))
    digits += _digits(checksum(digits), 3)
    return "".join(ALPHABET[digit] for digit in digits)


def decode(code: str) -> Plan:
    """Return the game that a code holds; spaces, hyphens and small letters do not matter.

    Raises
    ------
    ValueError
        Saying what is wrong with the code.
    """
    if not isinstance(code, str):
        raise ValueError(f"a game code is text, got {code!r}")
    text = code.upper().replace("-", "").replace(" ", "").replace("O", "0").replace("I", "1").replace("L", "1")
    strange = sorted(set(text) - set(ALPHABET))
    if strange:
        raise ValueError(f"a game code holds digits and letters, got {strange[0]!r} in {code!r}")
    if len(text) != LENGTH:
        raise ValueError(f"a game code has {LENGTH} characters, got {len(text)}")
    digits = [ALPHABET.index(letter) for letter in text]
    if _number(digits[BODY:]) != checksum(digits[:BODY]):
        raise ValueError("the game code's check does not match: a character is wrong or two are swapped")
    if digits[0] != VERSION:
        raise ValueError(f"the game code is of version {digits[0]}, this game is of version {VERSION}")
    return _plan(digits)


def _plan(digits: list[int]) -> Plan:
    options, place = _number(digits[2:4]), _number(digits[4:6])
    kind = options // 2
    if kind >= len(BUDGETS) * len(WEIGHTS) or place >= len(codes()) or digits[1] > len(TURNS):
        raise ValueError("the game code holds options, a territory or turns that there are not")
    turns = []
    for t in range(digits[1]):
        ranks = digits[10 + SLOTS * t : 10 + SLOTS * (t + 1)]
        if any(rank >= len(NAMES) and rank != EMPTY for rank in ranks):
            raise ValueError(f"the game code holds a card in turn {t + 1} that there is not")
        turns.append(tuple(NAMES[rank] for rank in ranks if rank != EMPTY))
    budget, weights = tuple(BUDGETS)[kind // len(WEIGHTS)], WEIGHTS[kind % len(WEIGHTS)]
    return check(Plan(codes()[place], _number(digits[6:10]), tuple(turns), budget, weights, options % 2 == 1))
