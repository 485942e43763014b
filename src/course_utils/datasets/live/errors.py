"""What can go wrong between a reader and a statistical office; each message says where, what happened, what to do."""

from __future__ import annotations

NEWER = "Look for a newer version of the course, or report it to its authors"


class LiveError(Exception):
    """A table of today that could not be had.

    Parameters
    ----------
    address : str
        Where it was asked for, without the query.
    happened : str
        What happened.
    instead : str
        Name of the data set of the course that comes nearest; it needs no network.
    advice : str
        What to do; each kind of error has its own.
    """

    advice = "Try again later"
    #: Seconds that the service asks us to wait before the next call.
    wait = 0.0

    def __init__(self, address: str, happened: str, instead: str = "", advice: str = "") -> None:
        self.address, self.happened, self.instead = address, happened, instead
        self.advice = advice or type(self).advice
        super().__init__(address, happened, instead, self.advice)  # all of them, so that the error can be pickled

    def __str__(self) -> str:
        offline = f" Without a network, load({self.instead!r}) comes nearest." if self.instead else ""
        return f"{self.address}: {self.happened}. {self.advice}.{offline}"


class Offline(LiveError):
    """The service cannot be reached."""

    advice = "Check the connection (and HTTPS_PROXY, if you need a proxy)"


class Intercepted(Offline):
    """Something between the reader and the service answered in its place: a log-in page, a proxy, a moved address."""

    advice = (
        "Open a page in your browser and log in to the network if it asks you to; if that is done, " + NEWER.lower()
    )


class TooSlow(LiveError):
    """The answer did not come, or not whole, in the time given."""

    advice = "Try again, ask for less, or give it more seconds: timeout=600"


class TooLarge(LiveError):
    """The answer is larger than anything that this course expects."""

    advice = "Ask for less: one département, fewer years"


class Incomplete(LiveError):
    """The answer was cut."""

    advice = "Try again"


class Refused(LiveError):
    """The service understood that it was asked, and said no (HTTP 4xx)."""

    advice = NEWER


class TooMany(Refused):
    """The service was asked too often (HTTP 429)."""

    advice = "Wait some minutes: answers that came are kept, so they are not asked for again"


class ServerFailed(LiveError):
    """The service has a fault of its own (HTTP 5xx)."""


class ChangedFormat(LiveError):
    """The service answered in another shape than the one that the course knows."""

    advice = NEWER


class NoFigures(LiveError):
    """The service answered, and has nothing for this question."""

    advice = "Ask for other years or another place"


class StaleCopy(UserWarning):
    """A kept answer, older than asked for, stands in for one that could not be had."""


class NotKept(UserWarning):
    """An answer that could not be kept on disk: it will be asked for again."""
