"""Answers kept on disk: one file each, whole or not at all."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import sys
import tempfile
import warnings
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ...words import _
from .errors import NotKept
from .transport import Question

NAME = "places-that-produce"


@dataclass(frozen=True)
class Kept:
    """An answer and when it came.

    Parameters
    ----------
    body : bytes
        What the service sent.
    retrieved : datetime
        When, in UTC.
    """

    body: bytes
    retrieved: datetime

    @property
    def days(self) -> float:
        """Age."""
        return (now() - self.retrieved).total_seconds() / 86_400


def now() -> datetime:
    """The time in UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def cache_folder() -> Path:
    """Where answers are kept; deleting it loses nothing but time.

    ``COURSE_UTILS_CACHE`` names another folder. Otherwise: the place of the system for such files
    (``XDG_CACHE_HOME`` or ``~/.cache``, ``~/Library/Caches``, ``%LOCALAPPDATA%``), in ``places-that-produce``.

    Returns
    -------
    Path
        The folder, which may not exist yet.

    Examples
    --------
    >>> cache_folder().name
    'places-that-produce'
    """
    if chosen := os.environ.get("COURSE_UTILS_CACHE"):
        return Path(chosen).expanduser()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / NAME
    usual = Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache")
    return Path(os.environ.get("XDG_CACHE_HOME") or usual) / NAME


def kept(question: Question) -> Kept | None:
    """The kept answer to a question; None if there is none, or none that can be read."""
    try:
        with gzip.open(_file(question), "rb") as file:
            head = json.loads(file.readline())
            retrieved = datetime.fromisoformat(head["retrieved"])
            return Kept(file.read(), retrieved) if head["url"] == question.url and retrieved.tzinfo else None
    except (OSError, EOFError, ValueError, KeyError, TypeError, zlib.error):
        return None


def keep(question: Question, body: bytes) -> Kept:
    """Keep an answer, dated now; where that fails the answer still holds, and a warning says so."""
    answer = Kept(body, now())
    head = json.dumps({"url": question.url, "retrieved": answer.retrieved.isoformat()})
    try:
        _write(_file(question), gzip.compress(head.encode() + b"\n" + body, 6))
    except OSError as error:
        text = _("the answer could not be kept in {folder} ({reason}): it will be asked for again next time")
        warnings.warn(text.format(folder=cache_folder(), reason=error.strerror or error), NotKept, stacklevel=2)
    return answer


def _file(question: Question) -> Path:
    return cache_folder() / f"{hashlib.sha256(question.url.encode()).hexdigest()[:32]}.json.gz"


def _write(path: Path, content: bytes) -> None:
    """Write beside, then rename: a reader sees the old file or the new one, never half of one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as part:
        try:
            part.write(content)
            part.close()
            os.replace(part.name, path)
        except OSError:
            os.unlink(part.name)
            raise
