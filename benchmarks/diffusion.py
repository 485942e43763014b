"""News on a network of 10,000 nodes for 100 steps: `course_utils.measures.diffuse` beside networkx and igraph.

`python -m benchmarks.diffusion` draws the network (seeded), sees that all three give the same numbers, times them by
turns in one process with one BLAS thread, and writes `diffusion.md`; `--smoke` only sees that everything runs. It needs
igraph (see requirements.txt of this folder).
"""

from __future__ import annotations

import argparse
import importlib.metadata
import math
import os
import platform
import statistics
import time
from collections.abc import Callable
from pathlib import Path

os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}

import igraph
import networkx as nx
import numpy as np

from benchmarks.report import table
from course_utils.measures import diffuse

NODES, NEIGHBOURS, MOVED, SEED = 10_000, 10, 0.1, 2004
STEPS, RATE, ROUNDS = 100, 0.02, 8
#: What our own must be faster by, at least.
FLOORS = {"networkx": 100.0, "igraph": 30.0}
PACKAGES = ("networkx", "igraph", "scipy", "numpy")


def by_networkx(graph: nx.Graph, start: list[float], steps: int) -> list[float]:
    """The same rule, written as one writes it with networkx: nodes look at their neighbours."""
    knows = dict(enumerate(start))
    for _step in range(steps):
        heard = {node: sum(knows[other] for other in graph.neighbors(node)) for node in graph}
        knows = {node: 1 - (1 - known) * math.exp(-RATE * heard[node]) for node, known in knows.items()}
    return [knows[node] for node in range(len(start))]


def by_igraph(graph: igraph.Graph, start: list[float], steps: int) -> list[float]:
    """The same rule on igraph's lists of neighbours, fetched once."""
    knows, near = list(start), graph.get_adjlist()
    for _step in range(steps):
        heard = [sum([knows[other] for other in own]) for own in near]
        knows = [1 - (1 - known) * math.exp(-RATE * sum_) for known, sum_ in zip(knows, heard, strict=True)]
    return knows


def contenders(nodes: int, steps: int) -> dict[str, Callable[[], object]]:
    """The three of them on the same network, each with a graph of its own kind."""
    graph = nx.watts_strogatz_graph(nodes, NEIGHBOURS, MOVED, seed=SEED)
    matrix = nx.to_scipy_sparse_array(graph, nodelist=range(nodes))
    other = igraph.Graph(n=nodes, edges=list(graph.edges))
    start = [1.0] * 10 + [0.0] * (nodes - 10)
    return {
        "course_utils": lambda: diffuse(matrix, start, steps, rate=RATE)[-1],
        "networkx": lambda: by_networkx(graph, start, steps),
        "igraph": lambda: by_igraph(other, start, steps),
    }


def measure(ways: dict[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """Seconds of processor of each, by turns."""
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _round in range(rounds):
        for name, run in ways.items():
            start = time.process_time()
            run()
            taken[name].append(time.process_time() - start)
    return taken


def agree(ways: dict[str, Callable[[], object]]) -> float:
    """Largest difference of any peer from ours; more than a rounding is an error."""
    ours, *others = (np.asarray(run()) for run in ways.values())
    far = max(float(np.abs(ours - other).max()) for other in others)
    assert 0.01 < ours.mean() < 1, "the news must spread, and not be everywhere before the end"
    assert far < 1e-9, f"the contenders differ by {far}"
    return far


def text(taken: dict[str, list[float]], nodes: int, steps: int, far: float) -> str:
    """The whole of diffusion.md."""
    ours = min(taken["course_utils"])
    rows = []
    for name, seconds in taken.items():
        best = min(seconds)
        ratio = "" if name == "course_utils" else f"{best / ours:,.0f}"
        floor = f"{FLOORS[name]:g}" if name in FLOORS else ""
        met = "" if not floor else "yes" if best / ours >= FLOORS[name] else "NO"
        rows.append([name, f"{1000 * statistics.median(seconds):,.1f}", f"{1000 * best:,.1f}", ratio, floor, met])
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in PACKAGES)
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"
    head = ("", "median, ms", "best, ms", "ratio", "floor", "met")
    return f"""# News on a network of {nodes:,} nodes, {steps} steps

Written by `python -m benchmarks.diffusion`. {machine}; {versions}; load average at the end: {os.getloadavg()[0]:.1f}.

A small world of Watts and Strogatz ({NEIGHBOURS} neighbours, {MOVED:.0%} of the links moved, seed {SEED}). Every step
each node hears from those of its neighbours who know. Milliseconds are those of the processor, of
{len(taken["networkx"])} rounds by turns in one process, with one BLAS thread; ours includes the checks of the network.
Ratios are of the best turns, which other work on the machine disturbs least. Before timing all three gave the same
numbers: the largest difference was {far:.0e}.

{table(head, rows)}
"""


def main() -> None:
    """Agree, measure, print and write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.diffusion", description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="a small network, once: does it run?")
    parser.add_argument("--out", type=Path, default=Path(__file__).with_name("diffusion.md"), help="where to write")
    asked = parser.parse_args()
    nodes, steps, rounds = (500, 20, 1) if asked.smoke else (NODES, STEPS, ROUNDS)
    ways = contenders(nodes, steps)
    far = agree(ways)
    written = text(measure(ways, rounds), nodes, steps, far)
    print(written)
    asked.out.write_text(written, "utf-8")


if __name__ == "__main__":
    main()
