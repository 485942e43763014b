"""Every step of every competence with its law and its sources, as folded lists under the timeline."""

from __future__ import annotations

import html
from dataclasses import dataclass

import pandas as pd

from course_utils.concepts.decentralisation.competences import steps
from course_utils.concepts.decentralisation.competences_figure import levels
from course_utils.words import _, number, say

#: Between a citation and its address.
DASH = " — "


@dataclass(frozen=True, eq=False)
class Sources:
    """The steps by competence; shows itself as folded lists in a notebook and in the book."""

    steps: dict[str, pd.DataFrame]

    def _repr_html_(self) -> str:
        parts = "".join(_folded(name, own) for name, own in self.steps.items())
        return f'<div class="cu-card">{parts}</div>'

    def __repr__(self) -> str:
        return "\n".join(_heading(name, own) for name, own in self.steps.items())


def sources() -> Sources:
    """Return every step with its law and sources, by competence.

    Examples
    --------
    >>> print(str(sources()).splitlines()[0])
    Development of the région: 1 step, région since 1972
    """
    return Sources({str(name): own for name, own in steps().groupby("competence", sort=False)})


def _heading(name: str, own: pd.DataFrame) -> str:
    told = _("{name}: {n} steps, {level} since {year}") if len(own) > 1 else _("{name}: {n} step, {level} since {year}")
    last = own.iloc[-1]
    return say(told, name=name, n=number(len(own)), level=levels()[last["to_level"]], year=str(last["effective"].year))


def _folded(name: str, own: pd.DataFrame) -> str:
    items = "".join(f"<li>{_told(row)}</li>" for _position, row in own.iterrows())
    return f"<details><summary>{html.escape(_heading(name, own))}</summary><ul>{items}</ul></details>"


def _told(row: pd.Series) -> str:
    note = f" {row['note']}." if isinstance(row["note"], str) else ""
    text = html.escape(f"{row['law']}: {row['what']}.{note}")
    return f"{text} {_('Source:')} {'; '.join(_linked(part) for part in row['source'].split(' | '))}"


def _linked(part: str) -> str:
    citation, _dash, address = part.partition(DASH)
    if not address.startswith("http"):
        return html.escape(part)
    return f'<a href="{html.escape(address, quote=True)}">{html.escape(citation)}</a>'
