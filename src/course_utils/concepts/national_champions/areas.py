"""The areas of Williamson's picture: what consumers keep, what firms earn, what is lost, what is saved."""

from __future__ import annotations

from dataclasses import dataclass

from course_utils.concepts.national_champions.model import COST, DEMAND, Market, Merger

Corners = tuple[list[float | None], list[float | None]]


@dataclass(frozen=True)
class Tradeoff:
    """Williamson's rectangle and triangle, borders closed.

    Parameters
    ----------
    saved : float
        The rectangle: scale gain times what the champion makes.
    lost : float
        The triangle, here a trapezium since there was market power before: what buyers of the units that are no
        longer made would have paid beyond their cost. Negative if the merger makes more units.
    fixed : float
        Fixed costs that are paid once instead of several times.
    """

    saved: float
    lost: float
    fixed: float

    @property
    def nation(self) -> float:
        """Change of welfare."""
        return self.saved - self.lost + self.fixed


def tradeoff(found: Merger, fixed: float = 0.0) -> Tradeoff:
    """Return the rectangle and the triangle of a merger behind closed borders, `fixed` being one firm's fixed cost.

    Examples
    --------
    >>> from course_utils.concepts.national_champions.model import merger
    >>> part = tradeoff(merger(merged=2, gain=3))
    >>> part.saved, round(part.lost, 2), round(part.nation, 2)
    (66.75, 57.28, 9.47)
    """
    before, after = found.before, found.after
    margins = (before.price - COST + after.price - COST) / 2
    return Tradeoff(
        saved=found.gain * float(after.quantities[0]),
        lost=(before.total - after.total) * margins,
        fixed=(found.merged - 1) * fixed,
    )


def surplus(now: Market) -> Corners:
    """Corners of the consumers' triangle."""
    return [0.0, 0.0, now.total], [DEMAND, now.price, now.price]


def profit(now: Market) -> Corners:
    """Corners of the firms' rectangle above the common cost."""
    return [0.0, 0.0, now.total, now.total], [now.price, COST, COST, now.price]


def dead_weight(now: Market) -> Corners:
    """Corners of the triangle between demand and cost that nobody has."""
    return [now.total, now.total, DEMAND - COST], [now.price, COST, COST]


def saving(found: Merger) -> Corners:
    """Corners of the rectangle saved on the champion's units."""
    width = float(found.after.quantities[0])
    return [0.0, 0.0, width, width], [COST, COST - found.gain, COST - found.gain, COST]


def change(found: Merger) -> Corners:
    """Corners of the trapezium between what was made before and what is made after."""
    was, now = found.before, found.after
    return [now.total, now.total, was.total, was.total], [now.price, COST, COST, was.price]
