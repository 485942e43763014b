"""Where one way gives place to the next, at one rent."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass

from course_utils.concepts.temporary_proximity.model import Terms, move_limit, travel_limit
from course_utils.concepts.temporary_proximity.whole import whole_move_limit, whole_travel_limit


@dataclass(frozen=True)
class Borders:
    """The terms of two teams, a rent, and the distances that these two make.

    Parameters
    ----------
    terms : Terms
    rent : float
        R, of a shared place for one period.
    """

    terms: Terms
    rent: float

    @functools.cached_property
    def travel(self) -> float:
        """Distance from which on no trip pays."""
        return travel_limit(self.terms)

    @functools.cached_property
    def move(self) -> float:
        """Distance from which on sharing a place beats travelling; infinite if the rent is B or more."""
        return move_limit(self.terms, self.rent)

    @functools.cached_property
    def whole_travel(self) -> float:
        """As `travel`, with whole trips only."""
        return whole_travel_limit(self.terms)

    @functools.cached_property
    def whole_move(self) -> float:
        """As `move`, with whole trips only."""
        return whole_move_limit(self.terms, self.rent)

    def modes(self, distances: Iterable[float]) -> list[str]:
        """Best way at each distance, as `decide` says.

        Examples
        --------
        >>> Borders(Terms(16), 9).modes([100, 500]), Borders(Terms(6), 9).modes([100, 500])
        (['temporary', 'permanent'], ['temporary', 'remote'])
        """
        beyond = "permanent" if self.rent < self.terms.worth else "remote"
        end = min(self.travel, self.move)
        return ["temporary" if distance < end else beyond for distance in distances]
