"""Build all payloads that are stale before the notebooks run, in parallel, and say what they weigh."""

from __future__ import annotations

import gzip
import math
import multiprocessing
import os
import time
from concurrent.futures import ProcessPoolExecutor, as_completed

from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinx.util import logging

from course_utils.explorer import cache, explore, explorers, static

logger = logging.getLogger(__name__)


def build(name: str) -> str:
    """Build the payload of one explorer into the cache and return what to print.

    Raises
    ------
    BudgetError
        If the explorer is over a budget.
    """
    start = time.perf_counter()
    explorer = explore(name)
    cache.payload(explorer, static.payload)
    path = cache.kept(name)
    size = len(gzip.compress(path.read_bytes())) if path else 0
    states = sum(math.prod(map(len, explorer.axes(panel.controls)[1])) for panel in explorer.panels)
    return f"{name} {states:,} states, {size / 1000:.0f} kB, {time.perf_counter() - start:.1f} s"


def stale() -> list[str]:
    """Return the names of the explorers whose payload is not in the cache."""
    return [name for name in explorers() if (path := cache.kept(name)) and not path.exists()]


def build_payloads(app: Sphinx) -> None:
    """Build what is stale with one process a core.

    Raises
    ------
    ExtensionError
        If an explorer cannot be built; says which and why.
    """
    names = stale()
    if not names:
        return
    # Fresh processes: a fork would copy the threads of Sphinx and of numpy in whatever state they are.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(len(names), os.cpu_count() or 1), context) as pool:
        waiting = {pool.submit(build, name): name for name in names}
        for done in as_completed(waiting):
            if error := done.exception():
                raise ExtensionError(f"course: explorer {waiting[done]!r} cannot be built: {error}") from error
            logger.info("course: %s", done.result())
