"""Measure everything: `make bench`, or `python -m benchmarks --smoke` to see that it runs."""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from benchmarks import building, latency, payload, results, starting
from benchmarks.contenders import WRITERS, chapter
from benchmarks.subject import MOVED, states, subject


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="a few repeats and no build: does it run?")
    parser.add_argument("--rounds", type=int, default=12, help="turns of each page (default 12)")
    parser.add_argument("--moves", type=int, default=10, help="moves of the slider a turn (default 10)")
    parser.add_argument("--builds", type=int, default=3, help="builds of each kind (default 3)")
    parser.add_argument("--starts", type=int, default=20, help="fresh interpreters for each import (default 20)")
    parser.add_argument("--out", type=Path, default=Path(__file__).with_name("results.md"), help="where to write")
    asked = parser.parse_args()
    if asked.smoke:
        asked.rounds, asked.moves, asked.builds, asked.starts = 1, 2, 0, 1
    return asked


def interaction(rounds: int, moves: int) -> str:
    """Measure the pages."""
    with tempfile.TemporaryDirectory(prefix="course-bench-") as name:
        folder = Path(name)
        sessions = latency.measure(folder, rounds, moves)
        payloads = {c.name: payload.payload(folder / latency.file_name(c)) for c in WRITERS}
    return results.interaction(sessions, payloads, len(states(subject())))


def main() -> None:
    """Measure, print and write."""
    os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    asked = arguments()
    if chapter() is None:
        print("The book is not built: its chapter is left out (make book).")
    title = f"Moving one slider ({MOVED}) of the same model"
    parts = {title: interaction(asked.rounds, asked.moves)}
    if asked.builds:
        parts["Building the book"] = results.building(building.measure(asked.builds))
    parts["Starting"] = results.starting(starting.measure(asked.starts))
    parts["The data room"] = results.tables(starting.tables())
    text = results.text(parts)
    print(text)
    asked.out.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
