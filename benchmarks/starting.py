"""What importing the course and loading its data costs, in fresh interpreters, by turns."""

from __future__ import annotations

import os
import subprocess
import sys
from statistics import median
from time import perf_counter

#: What is timed -> what comes before it; each in a fresh interpreter, whose own start does not count.
IMPORTS = {
    "import numpy": "",
    "import course_utils": "",
    "import course_utils, after numpy": "import numpy",
    "import pandas, after numpy": "import numpy",
}
LOADS = {
    'load("communes")': 'course_utils.load("communes")',
    'load("epci")': 'course_utils.load("epci")',
    'geometry("epci")': 'course_utils.geometry("epci")',
    "input_output(level=68)": "input_output(level=68)",
    'explore("growth_pole")': 'course_utils.explore("growth_pole")',
}
READY = "import numpy, pandas, course_utils; from course_utils.datasets.input_output import input_output"
CODES = {name: (name.partition(",")[0], before) for name, before in IMPORTS.items()} | {
    name: (code, READY) for name, code in LOADS.items()
}


def seconds(code: str, before: str) -> float:
    """Run `before`, then time `code`, in a fresh interpreter."""
    program = f"{before}\nfrom time import perf_counter\nstart = perf_counter()\n{code}\nprint(perf_counter() - start)"
    one_thread = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(
        [sys.executable, "-c", program], env=os.environ | one_thread, capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def measure(rounds: int) -> dict[str, float]:
    """Median seconds of each import and load over `rounds`, all of them in each round."""
    taken: dict[str, list[float]] = {name: [] for name in CODES}
    for _ in range(rounds):
        for name, (code, before) in CODES.items():
            taken[name].append(seconds(code, before))
    return {name: median(values) for name, values in taken.items()}


def tables() -> dict[str, tuple[float, float]]:
    """Seconds of the first `load` of each table of the data room, and of the second."""
    from course_utils.datasets import load
    from course_utils.datasets.descriptors import descriptor, names

    taken = {}
    for name in names():
        for table in (resource["name"] for resource in descriptor(name)["resources"] if "schema" in resource):
            times = [perf_counter()]
            for _ in range(2):
                load(name, table)
                times.append(perf_counter())
            taken[f"{name}.{table}"] = (times[1] - times[0], times[2] - times[1])
    return taken
