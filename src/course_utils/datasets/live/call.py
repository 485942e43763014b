"""A call: the kept answer if it is young enough, else a new one, else, with a warning, the old one."""

from __future__ import annotations

import json
import math
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypedDict, TypeVar

from ...words import _
from .cache import Kept, keep, kept
from .errors import ChangedFormat, Incomplete, Intercepted, LiveError, NoFigures, StaleCopy
from .transport import Question, fetch

T = TypeVar("T")


class How(TypedDict, total=False):
    """What every call of this package takes by name.

    Parameters
    ----------
    max_age : float
        Days during which a kept answer is good enough, 7 by default.
    refresh : bool
        Ask the service even so.
    stale : bool
        When the service cannot be had, give an older answer with a warning that names its date (the default)
        rather than raise.
    timeout : float
        Seconds for the whole call, 120 by default.
    """

    max_age: float
    refresh: bool
    stale: bool
    timeout: float


@dataclass(frozen=True)
class Call:
    """How to call; see `How`."""

    max_age: float = 7
    refresh: bool = False
    stale: bool = True
    timeout: float = 120

    def __post_init__(self) -> None:
        if not self.max_age >= 0:
            raise ValueError(f"max_age is a number of days, 0 or more, not {self.max_age!r}")
        if not (self.timeout > 0 and math.isfinite(self.timeout)):
            raise ValueError(f"timeout is a number of seconds above 0, not {self.timeout!r}")


def answer(
    question: Question,
    read: Callable[[Any], T],
    call: Call,
    download: Callable[[Question, float], bytes] = fetch,
) -> tuple[T, Kept]:
    """What `read` makes of the JSON that answers the question, and the answer itself.

    Only an answer that `read` can read is kept. A changed format is always raised: an old answer would hide it.
    """
    old = kept(question)
    if old and not call.refresh and 0 <= old.days <= call.max_age:
        try:
            return _understood(read, old.body, question), old
        except LiveError:
            pass  # kept by another version of the course: ask again
    try:
        body = download(question, time.monotonic() + call.timeout)
        value = _understood(read, body, question)
    except (ChangedFormat, NoFigures):
        raise
    except LiveError as error:
        if old is None or not call.stale:
            raise
        value = _understood(read, old.body, question)
        text = _("{error} The answer of {date} stands in for it.")
        warnings.warn(text.format(error=error, date=f"{old.retrieved:%Y-%m-%d}"), StaleCopy, stacklevel=2)
        return value, old
    return value, keep(question, body)


def _understood(read: Callable[[Any], T], body: bytes, question: Question) -> T:
    """What `read` makes of a body; whatever shape it stumbles over, the reader is told that the shape has changed."""
    document = parsed(body, question)
    try:
        return read(document)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise question.fails(ChangedFormat, f"cannot be read ({error!r:.200})") from error


def parsed(body: bytes, question: Question) -> Any:
    """The JSON of a body; a web page comes from a log-in portal, or from a service under repair."""
    if body.lstrip()[:1] == b"<":
        raise question.fails(Intercepted, "answered with a web page instead of data")
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise question.fails(Incomplete, f"the {len(body)} bytes of the answer are not whole JSON") from error
