"""What the pictures of the trap say, in a few plain sentences."""

from __future__ import annotations

from course_utils.concepts.circular_economy.model import Lives
from course_utils.words import Sentence, _, join, number, percent, say


def reading(
    found: tuple[Lives, Lives],
    *,
    growth: float,
    lifetime: float,
    collection: float,
    material: float,
    extension: str,
    rebound: float,
) -> Sentence:
    """Say what comes out, what returns and what must be new; then what longer lives change."""
    now, later = found
    recovery = collection * material
    told = _(
        "Sales grow by {growth} a year and things last {lifetime} years. For every 100 t sold this year {out} t come"
        " out; {back} t of them return as material and {new} t must be new. The circular share is {share}."
    )
    first = say(
        told,
        growth=percent(growth, 1),
        lifetime=number(lifetime),
        out=number(now.recycled / recovery, 1),
        back=number(now.recycled, 1),
        new=number(now.virgin, 1),
        share=percent(now.share, 1),
    )
    return join(first, _longer(later, float(extension), rebound))


def _longer(later: Lives, extension: float, rebound: float) -> Sentence:
    if not extension:
        return say("")
    told = _(
        "If things last {extension} longer and {rebound} of the saving is spent on more of them, {sold} t are sold"
        " instead of 100; {new} t must be new, and the share is {share}."
    )
    numbers = {"sold": number(later.sold, 1), "new": number(later.virgin, 1), "share": percent(later.share, 1)}
    return say(told, extension=percent(extension), rebound=percent(rebound), **numbers)
