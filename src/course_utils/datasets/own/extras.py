"""Packages that only some readers need: imported where they are used, asked for by the name of their extra."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def extra(name: str, why: str) -> Iterator[None]:
    """Say which extra brings the package that an import in this block misses.

    Examples
    --------
    >>> with extra("big", "Reading a large file"):
    ...     import no_such_module
    Traceback (most recent call last):
    ImportError: Reading a large file needs no_such_module: pip install ".[big]" in a clone of the course
    """
    try:
        yield
    except ImportError as error:
        raise ImportError(f'{why} needs {error.name}: pip install ".[{name}]" in a clone of the course') from error
