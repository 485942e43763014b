"""Economic complexity and the product space against three packages: the same table, agreement first, then speed.

Run it where the peers are, in an environment of their own (`requirements.txt`), with the course importable:
``PYTHONPATH=src python -m benchmarks.complexity``.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import importlib.metadata
import io
import os
import platform
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd

from benchmarks.report import table
from course_utils.measures import economic_complexity, proximity, relatedness_density

SHAPE, SEED, ROUNDS = (3000, 1000), 3, 3
PACKAGES = ("numpy", "scipy", "pandas", "econcomplex", "ecomplexity", "economic-complexity")
OURS = "course_utils"
FLOORS = {"econcomplex": 100, "ecomplexity": 10, "economic-complexity": 2}
PIPELINE_FLOORS = dict.fromkeys(FLOORS, 15)
Contenders = dict[str, Callable[[], Any]]


def example(regions: int, activities: int) -> np.ndarray:
    """A table of 0 and 1 in which able regions do more, and more difficult, things; nothing in it is empty."""
    draw = np.random.default_rng(SEED)
    able, hard = draw.random((regions, 1)), draw.random(activities)
    chance = 0.02 + 0.5 / (1 + np.exp(1 - 8 * (able - hard)))
    M = (draw.random((regions, activities)) < chance).astype(float)
    M[np.arange(regions), np.arange(regions) % activities] = 1
    return M


def complexities(M: np.ndarray) -> Contenders:
    """What gives the complexity of the regions; each takes the table as its package wants it."""
    import econcomplex
    import economic_complexity as oec
    from ecomplexity.ecomplexity import calc_eci_pci

    frame = pd.DataFrame(M)
    sums = {"diversity_t": M.sum(axis=1), "ubiquity_t": M.sum(axis=0)}
    return {
        OURS: lambda: economic_complexity(M).eci,
        "econcomplex": lambda: econcomplex.eci_pci(M, use_rca=False)[0],
        "ecomplexity": lambda: calc_eci_pci(SimpleNamespace(mcp_t=M, t=0, **sums))[0],
        "economic-complexity": lambda: oec.complexity(frame)[0],
    }


def pipelines(M: np.ndarray) -> Contenders:
    """What gives proximity and density."""
    import econcomplex
    import economic_complexity as oec
    from ecomplexity.calc_density import calc_density
    from ecomplexity.calc_proximity import calc_discrete_proximity

    frame, whole = pd.DataFrame(M), M.astype(int)  # ecomplexity makes its table of integers, econcomplex of floats
    ubiquity = whole.sum(axis=0)

    def by_econcomplex() -> tuple[Any, Any]:
        near = econcomplex.proximity(M, use_rca=False, compute="product")["product"]
        return near, econcomplex.relatedness_density(M, phi=near, use_rca=False) / 100

    def by_ecomplexity() -> tuple[Any, Any]:
        near = calc_discrete_proximity(whole, ubiquity)
        return near, calc_density(whole, near)

    def by_oec() -> tuple[Any, Any] | None:
        try:
            near = oec.proximity(frame)
        except ValueError:  # "underlying array is read-only": pandas 3
            return None
        return near, oec.relatedness(frame, proximities=near)

    ours = {OURS: lambda: (proximity(M), relatedness_density(M))}
    return ours | {"econcomplex": by_econcomplex, "ecomplexity": by_ecomplexity, "economic-complexity": by_oec}


def agree_on_complexity(found: dict[str, Any]) -> None:
    """Refuse to time what differs by more than a sign; reflections stop after twenty rounds and come less close."""
    ours = found[OURS]
    for name, theirs in found.items():
        other = np.asarray(theirs, dtype=float)
        scores = (other - other.mean()) / other.std()
        gap = min(np.abs(scores - ours).max(), np.abs(scores + ours).max())
        assert gap < (1e-2 if name == "economic-complexity" else 1e-6), f"{name} differs by {gap:.2g}"


def agree_on_space(M: np.ndarray, found: dict[str, Any]) -> None:
    """Refuse to time what differs; two of the peers count the activity itself into its neighbourhood."""
    near, density = found[OURS]
    apart = ~np.eye(len(near), dtype=bool)
    around = near.sum(axis=0) - 1
    for name, pair in found.items():
        if pair is None:
            continue
        theirs, dense = pair
        other, dense = np.asarray(theirs, dtype=float), np.asarray(dense, dtype=float)
        assert np.abs(other - near)[apart].max() < 1e-9, f"{name}: proximity differs"
        counted = np.diag(other).max() > 0 and name != OURS
        expected = (density * around + M) / (around + 1) if counted else density
        gap = np.abs(dense - expected).max()
        assert gap < 1e-6, f"{name}: density differs by {gap:.2g}"


def seconds(contenders: Contenders, rounds: int) -> dict[str, float]:
    """Least processor time of each, run by turns; once if a run takes over twenty seconds."""
    least: dict[str, float] = {}
    for _round in range(rounds):
        for name, run in contenders.items():
            if least.get(name, 0.0) > 20:
                continue
            gc.collect()
            with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
                warnings.simplefilter("ignore")
                start = time.process_time()
                run()
                least[name] = min(time.process_time() - start, least.get(name, np.inf))
    return least


def lines(taken: dict[str, float], floors: dict[str, int]) -> list[list[str]]:
    """Rows of a table: seconds, ratio to ours, floor."""
    rows = []
    for name, time_ in taken.items():
        ratio, floor = time_ / taken[OURS], floors.get(name)
        kept = "" if floor is None else ("yes" if ratio >= floor else "NO")
        rows.append([name, f"{time_:.3f}", f"{ratio:.1f}", "" if floor is None else str(floor), kept])
    return rows


def text(shape: tuple[int, int], eci: dict[str, float], space: dict[str, float]) -> str:
    """The whole of complexity.md."""
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in PACKAGES)
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"
    head = ("", "seconds", "times ours", "floor", "kept")
    return f"""# Complexity of {shape[0]:,} regions by {shape[1]:,} activities

Written by `python -m benchmarks.complexity`. {machine}; {versions}; load average at the end: {os.getloadavg()[0]:.1f}.

One table of 0 and 1 from a seed, one thread for linear algebra, contenders by turns, the least of {ROUNDS} times (of
one, where a run takes over twenty seconds); seconds are those of the processor. Before anything is
timed all must agree: complexity to 1e-6 standard deviations, up to a sign (1e-2 with economic-complexity, which stops
its reflections after twenty rounds), proximity to 1e-9, density to 1e-6 (ecomplexity counts
an activity into its own neighbourhood: that is taken out to compare).

## Economic complexity

{table(head, lines(eci, FLOORS))}

## Proximity and density

{table(head, lines(space, PIPELINE_FLOORS))}

Each package is given the table as it makes it itself. ecomplexity and economic-complexity multiply integers, which no
library of linear algebra does for them. econcomplex multiplies floating point, as we do (in double precision, we in
single): against it the floor of 15 cannot be had, since our two matrix products alone take more than a fifteenth of
its time. economic-complexity stops, on pandas 3, with "underlying array is read-only" before it has a density: its
time is the one until then.
"""


def main() -> None:
    """Agree, measure, print and write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.complexity", description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="a small table: does it run?")
    parser.add_argument("--out", type=Path, default=Path(__file__).with_name("complexity.md"), help="where to write")
    asked = parser.parse_args()
    one = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    if not one.items() <= os.environ.items():  # numpy reads them when it is imported
        os.execve(sys.executable, [sys.executable, "-m", "benchmarks.complexity", *sys.argv[1:]], os.environ | one)
    shape = (900, 300) if asked.smoke else SHAPE
    M = example(*shape)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        eci, space = complexities(M), pipelines(M)
        agree_on_complexity({name: run() for name, run in eci.items()})
        agree_on_space(M, {name: run() for name, run in space.items()})
    written = text(shape, seconds(eci, ROUNDS), seconds(space, ROUNDS))
    print(written)
    asked.out.write_text(written, "utf-8")


if __name__ == "__main__":
    main()
