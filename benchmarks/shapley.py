"""Exact Shapley values of eight players: `course_utils.measures.shapley` beside coopgt.

`python -m benchmarks.shapley` makes a game (seeded), sees that both give the same numbers, times them by turns in one
process with one BLAS thread, and writes `shapley.md`; `--smoke` only sees that everything runs. It needs coopgt (see
requirements.txt of this folder).
"""

from __future__ import annotations

import argparse
import importlib.metadata
import itertools
import os
import platform
import statistics
import time
from collections.abc import Callable, Mapping
from pathlib import Path

os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}

import numpy as np

from benchmarks.report import table
from course_utils.measures import shapley

PLAYERS, SEED, ROUNDS = 8, 1953, 5
#: What our own must be faster by, at least.
FLOORS = {"coopgt": 1000.0}
PACKAGES = ("coopgt", "numpy")
Game = dict[tuple[int, ...], float]


def example(players: int) -> Game:
    """Draw what each coalition is worth; players count from 1, as coopgt counts them."""
    draw = np.random.default_rng(SEED)
    every = [own for size in range(players + 1) for own in itertools.combinations(range(1, players + 1), size)]
    return {own: float(draw.random() * len(own)) for own in every}


def contenders(game: Game) -> dict[str, Callable[[], object]]:
    """Both of them on the same game, each with the table that it takes; ours calls a function for each coalition."""
    from coopgt.shapley_value import calculate

    players = max(map(len, game))
    worth = {frozenset(player - 1 for player in own): value for own, value in game.items()}
    return {
        "course_utils": lambda: shapley(players, worth.__getitem__),
        "coopgt": lambda: calculate(characteristic_function=game),
    }


def agree(found: Mapping[str, object]) -> float:
    """Largest difference of any peer from ours; more than a rounding is an error."""
    ours, *others = (np.asarray(values, dtype=float) for values in found.values())
    far = max(float(np.abs(ours - other).max()) for other in others)
    assert far < 1e-9, f"the contenders differ by {far}"
    return far


def measure(ways: dict[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """Seconds of processor of each, by turns; what is too short for the clock runs two hundred times a turn."""
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _round in range(rounds):
        for name, run in ways.items():
            times = 200 if name == "course_utils" else 1
            start = time.process_time()
            for _time in range(times):
                run()
            taken[name].append((time.process_time() - start) / times)
    return taken


def lines(taken: Mapping[str, list[float]]) -> list[list[str]]:
    """Rows of the table: milliseconds, the ratio of the best turns, and whether the floor is met."""
    ours, rows = min(taken["course_utils"]), []
    for name, seconds in taken.items():
        ratio = min(seconds) / ours
        told = ["", "", ""]
        if name in FLOORS:
            told = [f"{ratio:,.0f}", f"{FLOORS[name]:,.0f}", "yes" if ratio >= FLOORS[name] else "NO"]
        rows.append([name, f"{1000 * statistics.median(seconds):,.3f}", f"{1000 * min(seconds):,.3f}", *told])
    return rows


def text(taken: Mapping[str, list[float]], players: int, far: float) -> str:
    """The whole of shapley.md."""
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in PACKAGES)
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"
    head = ("", "median, ms", "best, ms", "ratio", "floor", "met")
    return f"""# Exact Shapley values of {players} players

Written by `python -m benchmarks.shapley`. {machine}; {versions}; load average at the end: {os.getloadavg()[0]:.1f}.

Every coalition is worth a number drawn with seed {SEED}. coopgt goes through all orders of the players, ours through
all coalitions. Milliseconds are those of the processor, of {len(taken["coopgt"])} rounds by turns in one process, with
one BLAS thread; ours includes calling a function for each coalition. Ratios are of the best turns. Before timing both
gave the same numbers: the largest difference was {far:.0e}.

{table(head, lines(taken))}
"""


def main() -> None:
    """Agree, measure, print and write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.shapley", description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="few players, once: does it run?")
    parser.add_argument("--out", type=Path, default=Path(__file__).with_name("shapley.md"), help="where to write")
    asked = parser.parse_args()
    players, rounds = (5, 1) if asked.smoke else (PLAYERS, ROUNDS)
    ways = contenders(example(players))
    far = agree({name: run() for name, run in ways.items()})
    written = text(measure(ways, rounds), players, far)
    print(written)
    asked.out.write_text(written, "utf-8")


if __name__ == "__main__":
    main()
