"""How long the book takes to build: cold, again with nothing changed, and after touching one model."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.contenders import REPOSITORY
from benchmarks.subject import CONCEPT

TOUCHED = f"src/course_utils/concepts/{CONCEPT}"


def measure(builds: int) -> dict[str, list[float]]:
    """Seconds of each kind of build, in `builds` fresh copies of the repository."""
    taken: dict[str, list[float]] = {"cold": [], "nothing changed": [], "one model touched": []}
    for _ in range(builds):
        with tempfile.TemporaryDirectory(prefix="course-bench-") as folder:
            clone = copy(Path(folder) / "clone")
            taken["cold"].append(build(clone))
            taken["nothing changed"].append(build(clone))
            touch(clone)
            taken["one model touched"].append(build(clone))
    return taken


def copy(to: Path) -> Path:
    """Copy what git knows or would add; nothing that was built."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=REPOSITORY, capture_output=True, check=True,
    )  # fmt: skip
    for name in filter(None, listed.stdout.decode().split("\0")):
        if (REPOSITORY / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(REPOSITORY / name, to / name)
    return to


def touch(clone: Path) -> None:
    """Change one model as an author would: here by a comment."""
    module = max((clone / TOUCHED).glob("model*.py"), key=lambda path: path.stat().st_size)
    module.write_text(module.read_text("utf-8") + "\n# touched\n", "utf-8")


def build(clone: Path) -> float:
    """Build the book of a clone; returns the seconds that it took.

    Raises
    ------
    RuntimeError
        With the end of what the builder said, if it fails.
    """
    fixed = {"PYTHONHASHSEED": "0", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "TZ": "UTC"}
    own = {"PYTHONPATH": str(clone / "src"), "SOURCE_DATE_EPOCH": "1767225600"}
    start = time.perf_counter()
    done = subprocess.run(
        [str(Path(sys.executable).with_name("jupyter-book")), "build", "-W", "-n", "--keep-going", "."],
        cwd=clone, env=os.environ | fixed | own, capture_output=True, text=True,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"the book does not build: {(done.stdout + done.stderr)[-2000:]}")
    return time.perf_counter() - start
