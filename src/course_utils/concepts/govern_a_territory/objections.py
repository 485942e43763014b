"""Who would stand against a card if it were played now: what the face says beside it."""

from __future__ import annotations

from course_utils.concepts.govern_a_territory.cards import CARDS
from course_utils.concepts.govern_a_territory.game import Game
from course_utils.concepts.govern_a_territory.rules import COEFFICIENTS, STAKEHOLDERS


def objection(game: Game, card: str) -> tuple[str, str | None]:
    """Return what would become of a card that can be paid, and who cares most.

    Parameters
    ----------
    game : dict
        From `start`, `step` or `play`.
    card : str
        A key of `CARDS`.

    Returns
    -------
    tuple of str and (str or None)
        done, delayed or blocked; the angriest of those who may object.

    Examples
    --------
    >>> from course_utils.concepts.govern_a_territory import start
    >>> objection(start("38"), "motor_industry")
    ('done', 'associations')
    """
    c, most, who = COEFFICIENTS, -1.0, None
    for name in STAKEHOLDERS:
        factor = c["weight_own"] if game["weights"] == name else c["weight_others"]
        angry = (1.0 if game["weights"] == "equal" else factor) * (100 - game["approvals"][name])
        if name in CARDS[card].against and angry > most:
            most, who = angry, name
    status = "blocked" if most > c["block_from"] else "delayed" if most > c["delay_from"] else "done"
    return status, who
