"""What the timeline says in words: the window, the filters and the concept that is followed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from course_utils.concepts.genealogy.events import LANES, Event, events
from course_utils.concepts.genealogy.figure import window
from course_utils.concepts.genealogy.layout import short
from course_utils.concepts.genealogy.wording import concept_names
from course_utils.words import Sentence, _, number, say

#: How the rows of the table use a concept, as a reader is told.
FOLLOWED = ("coins", "develops", "names", "takes up", "precedes")


def in_window(first: str, last: str) -> tuple[Event, ...]:
    """Events between two years, both included."""
    low, high = window(first, last)
    return tuple(e for e in events() if low <= e.start.year <= high)


def window_sentence(found: Sequence[Event], *, first: str, last: str) -> Sentence:
    """Count the events between two years, lane by lane."""
    low, high = window(first, last)
    counts = Counter(e.lane for e in found)
    line = _(
        "From {low} to {high} the table has {all} items: publications {publication}, laws {law}, agencies {agency},"
        " programmes {programme}."
    )
    lanes = {lane: number(counts[lane]) for lane in LANES}
    return say(line, low=str(low), high=str(high), all=number(len(found)), **lanes)


def filter_sentence(found: Sequence[Event], *, kind: str, era: str, scale: str) -> Sentence:
    """Count what the filters keep of the whole table."""
    if len(found) == len(events()):
        return say("")
    if not found:
        return say(_("Your filters keep none of them, in any year."))
    line = _("In all years your filters keep {n} of {all}, the first of {first}, the last of {last}.")
    years = {"first": str(found[0].start.year), "last": str(found[-1].start.year)}
    return say(line, n=number(len(found)), all=number(len(events())), **years)


def followed(concept: str) -> tuple[Event, ...]:
    """Events that introduce a concept or begin to use it, oldest first; later steps are left out."""
    return tuple(e for e in events() if e.concept == concept and e.use in FOLLOWED)


def concept_sentence(found: Sequence[Event], *, concept: str) -> Sentence:
    """Say when a concept was first published and first used."""
    if not found:
        return say("")
    published = next((e for e in found if e.use == "coins"), None)
    policies = [e for e in found if e.use in ("names", "takes up", "precedes")]
    policy = min(policies, key=lambda e: e.middle, default=None)
    name = concept_names()[concept]
    if policy is None:
        line = _("{concept}: published in {year} ({publication}), no policy of the table is classed under it.")
    elif published is None:
        line = _("{concept}: no publication of the table introduces it; its first policy is of {then} ({policy}).")
    else:
        line = _("{concept}: published in {year} ({publication}), first policy in {then} ({policy}).")
    first = {"year": _year(published), "publication": _title(published)}
    return say(line, concept=name[0].upper() + name[1:], **first, then=_year(policy), policy=_title(policy))


def _year(event: Event | None) -> str:
    return str(event.start.year) if event else ""


def _title(event: Event | None) -> str:
    return short(event.name) if event else ""
