"""One GET with limits: time, size, tries, and whom it may be sent on to.

The clients on PyPI are not used. pynsee 0.3.0 leaves the service's certificate unchecked (verify=False), waits for
hours if it is told to, and imports geopandas; eurostat 1.1.1 tries four times without a pause, swallows what goes wrong
and prints. Neither limits the size or the whole time of an answer, and neither takes another base address.
"""

from __future__ import annotations

import time
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit

from ..own.extras import extra
from .errors import (
    ChangedFormat,
    Incomplete,
    Intercepted,
    LiveError,
    Offline,
    Refused,
    ServerFailed,
    TooLarge,
    TooMany,
    TooSlow,
)

AGENT = "places-that-produce (a course; course_utils.live)"
CONNECT, READ = 10.0, 30.0  # seconds: to reach the service; without a byte from it
SIZE = 100_000_000  # bytes, unpacked
CHUNK = 65_536
PAUSES = (1.0, 2.0, 4.0)  # seconds between tries
HOPS = 3
NO_ACCOUNT = "The service, or a proxy on the way, asks for an account: none is needed for these tables"


@dataclass(frozen=True)
class Question:
    """What is asked, and what the course has instead when there is no answer.

    Parameters
    ----------
    address : str
        Without the query.
    params : tuple of pairs
        The query; a name may come several times.
    instead : str
        Data set of the course that comes nearest.
    """

    address: str
    params: tuple[tuple[str, str], ...] = ()
    instead: str = ""

    @property
    def url(self) -> str:
        """The whole address."""
        return f"{self.address}?{urlencode(self.params)}" if self.params else self.address

    def fails(self, kind: type[LiveError], happened: str, advice: str = "") -> LiveError:
        """The error of this question."""
        return kind(self.address, happened, self.instead, advice)


def fetch(question: Question, until: float) -> bytes:
    """Ask; try again after a fault that may pass, until the clock (`time.monotonic`) says `until`."""
    with extra("live", "A table of today"):
        import requests

    with requests.Session() as session:
        session.headers.update({"User-Agent": AGENT, "Accept": "application/json", "Accept-Encoding": "gzip"})
        pauses = iter(PAUSES)
        while True:
            try:
                return _once(session, question, until)
            except (TooMany, ServerFailed, Incomplete) as error:
                pause = next(pauses, None)
                if pause is None or time.monotonic() + max(pause, error.wait) > until:
                    raise
                time.sleep(max(pause, error.wait))


def _once(session: Any, question: Question, until: float) -> bytes:
    with _answer(session, question, until) as response:
        if response.status_code == 200:
            return _body(response, question, until)
        raise _fault(response, question, until)


def _answer(session: Any, question: Question, until: float) -> Any:
    """The response, redirections on the same host followed; to another host they are a log-in page or worse."""
    url = question.url
    for _hop in range(HOPS):
        response = _get(session, url, question, until)
        if not response.is_redirect:
            return response
        response.close()
        target = urljoin(url, response.headers["location"])
        here, there = urlsplit(url), urlsplit(target)
        if here.hostname != there.hostname or (here.scheme, there.scheme) == ("https", "http"):
            raise question.fails(Intercepted, f"sent us on to {there.scheme}://{there.netloc}, which was not asked")
        url = target
    raise question.fails(Intercepted, f"sent us on {HOPS} times")


def _get(session: Any, url: str, question: Question, until: float) -> Any:
    import requests.exceptions as faults

    left = until - time.monotonic()
    if left <= 0:
        raise question.fails(TooSlow, "no answer in the time given")
    try:
        # auth: a netrc file of the reader's concerns nobody here.
        limits = {"timeout": (min(CONNECT, left), min(READ, left)), "auth": lambda request: request}
        return session.get(url, stream=True, allow_redirects=False, **limits)
    except faults.ReadTimeout as error:
        raise question.fails(TooSlow, f"reached, and silent for {min(READ, left):.0f} seconds") from error
    except faults.SSLError as error:
        raise question.fails(Intercepted, "the one who answers cannot prove to be the service (certificate)") from error
    except faults.RequestException as error:
        raise question.fails(Offline, f"cannot be reached ({type(error).__name__})") from error


def _fault(response: Any, question: Question, until: float) -> LiveError:
    """The error that a status other than 200 stands for, with the service's own words if they are short."""
    status = response.status_code
    try:
        words = " ".join(_body(response, question, until)[:2000].decode("utf8", "replace").split())[:200]
    except LiveError:
        words = ""
    said = f": {words}" if words and not words.startswith("<") else ""
    happened = f"answered with status {status}{said}"
    if status == 429:
        error = question.fails(TooMany, happened)
    elif status >= 500:
        error = question.fails(ServerFailed, happened)
    else:
        error = question.fails(Refused, happened, NO_ACCOUNT if status in (401, 403, 407) else "")
    error.wait = _retry_after(response.headers)
    return error


def _retry_after(headers: Mapping[str, str]) -> float:
    """Seconds to wait, from a number of seconds or a date."""
    asked = headers.get("Retry-After", "").strip()
    if asked.isdecimal():
        return float(asked)
    try:
        return max(0.0, (parsedate_to_datetime(asked) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError):
        return 0.0


def _body(response: Any, question: Question, until: float) -> bytes:
    """The whole body: as long as promised, in time, within the size; `read1` so that drops are timed too."""
    from urllib3.exceptions import HTTPError, ReadTimeoutError

    whole = bytearray()
    try:
        while chunk := response.raw.read1(CHUNK, decode_content=False):
            whole += chunk
            if len(whole) > SIZE:
                raise question.fails(TooLarge, f"more than {SIZE // 1_000_000} MB")
            if time.monotonic() > until:
                raise question.fails(TooSlow, f"{len(whole)} bytes came in the time given, and more was to come")
    except ReadTimeoutError as error:
        raise question.fails(TooSlow, f"stopped after {len(whole)} bytes") from error
    except (HTTPError, OSError) as error:
        raise question.fails(Incomplete, f"the answer broke off after {len(whole)} bytes") from error
    return _unpacked(bytes(whole), response.headers.get("Content-Encoding", ""), question)


def _unpacked(whole: bytes, encoding: str, question: Question) -> bytes:
    if encoding in ("", "identity") or not whole:
        return whole
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise question.fails(ChangedFormat, f"packed as {encoding!r}; expected gzip")
    unpacker = zlib.decompressobj(32 + zlib.MAX_WBITS)  # reads the header of gzip or of zlib
    try:
        body = unpacker.decompress(whole, SIZE + 1)
    except zlib.error as error:
        raise question.fails(Incomplete, "the packed answer is damaged") from error
    if len(body) > SIZE:
        raise question.fails(TooLarge, f"more than {SIZE // 1_000_000} MB once unpacked")
    if not unpacker.eof:
        raise question.fails(Incomplete, f"the packed answer breaks off after {len(whole)} bytes")
    return body
