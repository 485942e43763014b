"""A territory, its neighbours in size, and how they are shown."""

from __future__ import annotations

import html
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from course_utils.teaching.html import card
from course_utils.words import _, number, percent, say

if TYPE_CHECKING:
    import pandas as pd

NUM = ' class="cu-num"'


@dataclass(frozen=True)
class Place:
    """A territory of the reader.

    Parameters
    ----------
    code : str
        INSEE code of a département, or SIREN code of an EPCI.
    name : str
        Official name.
    level : {"departement", "epci"}
        What it is.
    population : int
        Inhabitants, newest vintage shipped.
    share : float
        Share of national employment in 2018, a fraction: of the département, or of the main département of an EPCI.
    share_of : str
        Name of the département that `share` is of.
    departement : str
        Code of the (main) département.
    """

    code: str
    name: str
    level: str
    population: int
    share: float
    share_of: str
    departement: str

    @property
    def borrowed(self) -> bool:
        """True if `share` is that of the main département, because none is published for the place itself."""
        return self.level != "departement"

    def peers(self, n: int = 5) -> Peers:
        """Return the `n` territories of the same level that are nearest in population (by ratio), nearest first."""
        others = table(self.level).drop(index=self.code)
        order = (others["population"] / self.population).map(math.log).abs().sort_values(kind="stable").index[:n]
        return Peers(place(str(code), self.level) for code in order)

    def _repr_html_(self) -> str:
        caption = say(_("{name} ({code}) and the places nearest to it in population"), name=self.name, code=self.code)
        return _card([self, *self.peers()], caption, mine=self)

    def __repr__(self) -> str:
        told = say(
            _("{name} ({code}): {people} inhabitants, {share} of national employment"),
            name=self.name, code=self.code, people=number(self.population), share=percent(self.share, 2),
        )  # fmt: skip
        return told + (f" ({self.share_of})" if self.borrowed else "")


class Peers(tuple[Place, ...]):
    """Places to compare with; a tuple that shows itself as a table."""

    def _repr_html_(self) -> str:
        return _card(list(self), _("Places of like population"))

    def __repr__(self) -> str:
        return "\n".join(map(repr, self))


def table(level: str) -> pd.DataFrame:
    """All territories of a level, by code."""
    from course_utils.datasets import territories  # pandas is heavy: a page of questions does without it

    return territories(level)


def place(code: str, level: str) -> Place:
    """Return the territory of that code; the share of an EPCI is that of its main département."""
    row = table(level).loc[code]
    home = str(row["departement"]) if level == "epci" else code
    lender = table("departement").loc[home]
    return Place(
        code=code,
        name=str(row["name"]),
        level=level,
        population=int(row["population"]),
        share=float(lender["employment_share"]),
        share_of=str(lender["name"]),
        departement=home,
    )


def _card(places: list[Place], caption: str, mine: Place | None = None) -> str:
    heads = [_("Territory"), _("Inhabitants"), _("Share of national employment, 2018")]
    cells = "".join(f'<th scope="col"{"" if i == 0 else NUM}>{html.escape(h)}</th>' for i, h in enumerate(heads))
    rows = "".join(_row(p, ' class="cu-mine"' if p is mine else "") for p in places)
    head = f"<caption>{html.escape(caption)}</caption><thead><tr>{cells}</tr></thead>"
    note = _("No employment is published by intercommunality: the share is that of the main département.")
    below = f"<p>{html.escape(note)}</p>" if any(p.borrowed for p in places) else ""
    return card(f'<table class="cu-place">{head}<tbody>{rows}</tbody></table>{below}', "cu-territory")


def _row(shown: Place, extra: str) -> str:
    share = str(percent(shown.share, 2)) + (f" ({shown.share_of})" if shown.borrowed else "")
    cells = (str(number(shown.population)), share)
    numbers = "".join(f"<td{NUM}>{html.escape(cell)}</td>" for cell in cells)
    return f'<tr{extra}><th scope="row">{html.escape(shown.name)}</th>{numbers}</tr>'
