"""The commands that README promises."""

from __future__ import annotations

import doctest
import os
import re
import subprocess
from pathlib import Path

TARGETS = {
    "book",
    "test",
    "verify",
    "serve",
    "lab",
    "data",
    "bench",
    "pins",
    "clean",
    "help",
    "offline",
    "print",
    "dist",
    "linkcheck",
}


def make(repository: Path, *arguments: str) -> str:
    command = ["make", "--no-print-directory", *arguments]
    return subprocess.run(command, cwd=repository, capture_output=True, text=True, check=True).stdout


def test_help_lists_every_target(repository: Path) -> None:
    assert set(re.findall(r"^  make (\w+)", make(repository, "help"), re.M)) >= TARGETS


def test_readme_starts_with_the_two_commands(repository: Path) -> None:
    readme = (repository / "README.md").read_text("utf-8")
    first = re.search(r"```sh\n(.*?)```", readme, re.S)
    assert first
    assert [line.split("#")[0].strip() for line in first[1].splitlines()] == ["make book", "make test"]
    assert readme.index(first[0]) < 200


def test_ci_runs_the_test_command_and_nothing_else(repository: Path) -> None:
    script = repository / ".ci" / "run"
    assert os.access(script, os.X_OK)
    lines = [line for line in script.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    assert lines == ["set -euo pipefail", 'cd "$(dirname "$0")/.."', "exec make test </dev/null"]


def test_the_book_needs_no_browser(repository: Path) -> None:
    planned = make(repository, "--dry-run", "--always-make", "book")
    assert "jupyter-book build -W" in planned
    assert "chromium" not in planned


def test_test_lints_checks_builds_and_then_runs_pytest(repository: Path) -> None:
    planned = make(repository, "--dry-run", "test")
    steps = ["ruff check", "mypy", "tools.chromium", "jupyter-book build", "-m pytest"]
    places = [planned.index(step) for step in steps]
    assert places == sorted(places)


def test_the_examples_of_readme_are_true(repository: Path) -> None:
    failed, tried = doctest.testfile(str(repository / "README.md"), module_relative=False)
    assert tried >= 4
    assert failed == 0
