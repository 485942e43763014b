"""What importing the course and loading its data costs, in fresh interpreters, by turns."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from statistics import median

#: Name -> code; each is timed inside a fresh interpreter, without the interpreter's own start.
IMPORTS = {
    "import numpy": "import numpy",
    "import course_utils": "import course_utils",
    "import numpy, course_utils": "import numpy, course_utils",
    "import pandas": "import pandas",
}
LOADS = {
    'load("communes")': 'course_utils.load("communes")',
    'load("epci")': 'course_utils.load("epci")',
    'geometry("epci")': 'course_utils.geometry("epci")',
    "input_output(level=68)": "input_output(level=68)",
    'explore("growth_pole")': 'course_utils.explore("growth_pole")',
}
READY = "import numpy, pandas, course_utils; from course_utils.datasets.input_output import input_output"


def seconds(code: str, before: str = "pass") -> float:
    """Run `before`, then time `code`, in a fresh interpreter."""
    program = f"{before}\nfrom time import perf_counter\nstart = perf_counter()\n{code}\nprint(perf_counter() - start)"
    one_thread = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(
        [sys.executable, "-c", program], env=os.environ | one_thread, capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def by_turns(codes: Mapping[str, str], rounds: int, before: str = "pass") -> dict[str, float]:
    """Median seconds of each code over `rounds`, all codes in each round."""
    taken: dict[str, list[float]] = {name: [] for name in codes}
    for _ in range(rounds):
        for name, code in codes.items():
            taken[name].append(seconds(code, before))
    return {name: median(values) for name, values in taken.items()}


def measure(rounds: int) -> tuple[dict[str, float], dict[str, float]]:
    """Medians of the imports, and of the loads once everything is imported."""
    return by_turns(IMPORTS, rounds), by_turns(LOADS, rounds, READY)
