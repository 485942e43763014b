"""Two cold builds of the book, from two folders, give equal bytes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SETTINGS = {
    "PYTHONHASHSEED": "0",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "TZ": "UTC",
    "SOURCE_DATE_EPOCH": "1767225600",
}


def cold_build(repository: Path, tree: Path) -> dict[str, bytes]:
    """Copy what git tracks (or would) to `tree` and build the book there; return its files."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=True).stdout
    for name in filter(None, listed.split("\0")):
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(repository / name, tree / name)
    # The kernels must run the copy, not the repository that .venv points to.
    environment = os.environ | SETTINGS | {"PYTHONPATH": str(tree / "src")}
    environment.pop("COURSE_UTILS_CACHE", None)
    jupyter_book = str(Path(sys.executable).with_name("jupyter-book"))
    subprocess.run([jupyter_book, "build", "-W", "-n", "--keep-going", "."], cwd=tree, env=environment, check=True)
    html = tree / "_build" / "html"
    return {str(path.relative_to(html)): path.read_bytes() for path in html.rglob("*") if path.is_file()}


@pytest.mark.slow
def test_two_cold_builds_are_equal_bytes(repository: Path, tmp_path: Path) -> None:
    first, second = (cold_build(repository, tmp_path / name) for name in ("first", "a-second"))
    assert first.keys() == second.keys()
    assert "index.html" in first
    assert [name for name in first if first[name] != second[name]] == []
