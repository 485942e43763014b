"""Tables of today, asked of Urssaf, INSEE and Eurostat when a reader calls; nothing else in the course calls anybody.

They have the columns of the tables that ship with the course, so that a notebook runs on either. Answers are kept on
disk for a week (`cache_folder`), and errors say what to do; `provenance` tells where a table comes from.

The connectors were tested against a local server that answers in the documented formats. They were never run against
the services themselves, which the machine that they were written on could not reach: `sources` says what was verified
of each identifier and how.

Examples
--------
>>> from course_utils import live
>>> jobs = live.eurostat("employment", years=2022)  # doctest: +SKIP
>>> live.urssaf("ape", place="38")  # doctest: +SKIP
>>> live.insee("population", years=2023, refresh=True)  # doctest: +SKIP
"""

from .cache import cache_folder
from .call import How
from .errors import (
    ChangedFormat,
    Incomplete,
    Intercepted,
    LiveError,
    NoFigures,
    NotKept,
    Offline,
    Refused,
    ServerFailed,
    StaleCopy,
    TooLarge,
    TooMany,
    TooSlow,
)
from .eurostat import eurostat
from .insee import insee
from .urssaf import urssaf

__all__ = [
    "urssaf",
    "insee",
    "eurostat",
    "cache_folder",
    "How",
    "LiveError",
    "Offline",
    "Intercepted",
    "TooSlow",
    "TooLarge",
    "Incomplete",
    "Refused",
    "TooMany",
    "ServerFailed",
    "ChangedFormat",
    "NoFigures",
    "StaleCopy",
    "NotKept",
]
