"""K-density with its bands beside what a reader would write: scipy's `pdist` and `gaussian_kde`, one curve at a time.

`python -m benchmarks.k_density` compares the curves on a smaller case, then times both by turns and writes
`k_density.md`; `--smoke` only sees that everything runs.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import os
import platform
import statistics
import sys
import time
from pathlib import Path

import numpy as np
from scipy.spatial.distance import pdist
from scipy.stats import gaussian_kde

from benchmarks.report import table
from course_utils.measures import k_density, k_density_bands

Array = np.ndarray

POINTS, SITES, SIMULATIONS, ROUNDS, SEED = 5_000, 20_000, 200, 3, 20161123
RADII = np.linspace(0, 500, 100)
#: Agreement that is asked of the curves before anything is timed, as a part of their highest value; and the floor.
TOLERANCE, FLOOR = 2e-3, 1_000


def plants(count: int, sites: int) -> tuple[Array, Array]:
    """Sites over a square of 1,000 km, half of them near forty towns; the plants are the first of them."""
    draw = np.random.default_rng(SEED)
    towns = draw.random((40, 2)) * 1000
    near = towns[draw.integers(40, size=sites // 2)] + 15 * draw.normal(size=(sites // 2, 2))
    places = draw.permutation(np.vstack([near, draw.random((sites - len(near), 2)) * 1000]))
    return places[:count], places


def naive(points: Array, radii: Array) -> Array:
    """Every distance, scipy's Gaussian estimate with the same bandwidth, and its mirror image at zero."""
    distances = pdist(points)
    low, high = np.percentile(distances, [25, 75])
    spread = min(distances.std(), (high - low) / 1.34)
    estimate = gaussian_kde(distances, bw_method=0.9 * spread * len(distances) ** -0.2 / distances.std(ddof=1))
    return estimate(radii) + estimate(-radii)


def agreement(count: int) -> dict[str, float]:
    """Largest difference between the curves, as a part of the highest value: exact pairs, and the grid."""
    few, _sites = plants(count, 2 * count)
    many, _sites = plants(3_200, 6_400)
    found = {}
    for name, points in {f"{count:,} points, exact pairs": few, "3,200 points, grid": many}.items():
        true = naive(points, RADII[::10])
        found[name] = float(np.abs(k_density(points, RADII[::10]) - true).max() / true.max())
    worst = max(found.values())
    if worst > TOLERANCE:
        raise SystemExit(f"the curves differ by {worst:.1e} of the highest value, more than {TOLERANCE:g}: not timed")
    return found


def measure(points: Array, sites: Array, simulations: int, rounds: int) -> tuple[list[float], list[float]]:
    """Seconds of one naive curve and of all bands, by turns."""
    slow, fast = [], []
    draw = np.random.default_rng(SEED)
    for _round in range(rounds):
        start = time.perf_counter()
        naive(sites[draw.choice(len(sites), len(points), replace=False)], RADII)
        slow.append(time.perf_counter() - start)
        start = time.perf_counter()
        k_density_bands(points, sites, RADII, simulations=simulations, seed=SEED)
        fast.append(time.perf_counter() - start)
    return slow, fast


def text(
    found: dict[str, float], slow: list[float], fast: list[float], simulations: int, count: int, sites: int
) -> str:
    """The whole of k_density.md."""
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in ("numpy", "scipy"))
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"
    one, ours = statistics.median(slow), statistics.median(fast)
    ratio = one * simulations / ours
    rows = [
        ["pdist and gaussian_kde, one curve", f"{one:.2f}", f"{min(slow):.2f} to {max(slow):.2f}"],
        [f"the same, {simulations} curves (one curve times {simulations})", f"{one * simulations:,.0f}", ""],
        [f"k_density_bands, {simulations} simulations", f"{ours:.2f}", f"{min(fast):.2f} to {max(fast):.2f}"],
    ]
    agreed = "; ".join(f"{name}: {value:.1e}" for name, value in found.items())
    return f"""# K-density bands

Written by `python -m benchmarks.k_density`. {machine}; {versions}; one BLAS thread; load average at the end:
{os.getloadavg()[0]:.1f} (where the machine does other things both are slower; they ran by turns, {len(fast)} times
each).

{count:,} plants on {sites:,} sites, {len(RADII)} distances. One naive curve is the smallest piece, so it is what was
timed: {simulations} of them cost {simulations} times as much. Ours are all bands, the bandwidth of the true pairs
included.

{table(("", "seconds (median)", "from, to"), rows)}

Ratio {ratio:,.0f}, floor {FLOOR:,}: {"held" if ratio >= FLOOR else "NOT HELD"}.

Largest difference from the naive curve, as a part of its highest value: {agreed}.
"""


def one_thread() -> None:
    """Start again with one BLAS thread, which has to be said before numpy is loaded."""
    wanted = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    if not wanted.items() <= os.environ.items():
        os.execve(sys.executable, [sys.executable, "-m", "benchmarks.k_density", *sys.argv[1:]], os.environ | wanted)


def main() -> None:
    """Compare, measure, print and write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.k_density", description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="few points: does it run?")
    parser.add_argument("--out", type=Path, default=Path(__file__).with_name("k_density.md"), help="where to write")
    asked = parser.parse_args()
    count, simulations, rounds = (300, 3, 1) if asked.smoke else (POINTS, SIMULATIONS, ROUNDS)
    found = agreement(200 if asked.smoke else 600)
    sites = 2_000 if asked.smoke else SITES
    slow, fast = measure(*plants(count, sites), simulations, rounds)
    written = text(found, slow, fast, simulations, count, sites)
    print(written)
    asked.out.write_text(written, "utf-8")


if __name__ == "__main__":
    one_thread()
    main()
