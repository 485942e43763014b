"""`.venv` is made on machines that lack one thing or another, or the refusal says what is missing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


def program(path: Path, script: str) -> Path:
    """Write a shell script that stands in for a program."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def debian_python(tmp_path: Path) -> Path:
    """A Python as Debian ships it: `-m venv` works only without pip, until the package python3-venv is there."""
    refusals = """case "$*" in
  *"-m venv"*--without-pip*) ;;
  *"-m venv"*) [ -e "$0.has-venv" ] || exit 1 ;;
  *"-m virtualenv"*) exit 1 ;;
  *"-m pip"*) [ -e "$0.has-pip" ] || exit 1 ;;
esac"""
    return program(tmp_path / "debian" / "python3.11", f'{refusals}\nexec {sys.executable} "$@"')


def make_venv(repository: Path, venv: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [str(repository / "tools" / "make_venv.sh"), str(venv)]
    return subprocess.run(command, env=os.environ | environment, capture_output=True, text=True)


def has_pip(venv: Path) -> bool:
    return subprocess.run([venv / "bin" / "python", "-m", "pip", "--version"], capture_output=True).returncode == 0


def test_a_working_environment_is_left_alone(repository: Path, tmp_path: Path) -> None:
    program(tmp_path / "v" / "bin" / "python", f'exec {sys.executable} "$@"')
    assert make_venv(repository, tmp_path / "v", PYTHON="/nowhere/python").returncode == 0


def test_a_python_of_the_wrong_version_is_named(repository: Path, tmp_path: Path) -> None:
    done = make_venv(repository, tmp_path / "v", PYTHON=str(program(tmp_path / "python3.9", "exit 1")))
    assert done.returncode == 1
    assert "python3.9" in done.stderr
    assert "3.11 to 3.13" in done.stderr


def test_no_python_at_all_says_how_to_name_one(repository: Path, tmp_path: Path) -> None:
    done = make_venv(repository, tmp_path / "v", PATH=str(tmp_path), PYTHON="")
    assert done.returncode == 1
    assert "make PYTHON=" in done.stderr


def test_without_ensurepip_the_systems_pip_does(repository: Path, debian_python: Path, tmp_path: Path) -> None:
    Path(f"{debian_python}.has-pip").touch()
    done = make_venv(repository, tmp_path / "v", PYTHON=str(debian_python))
    assert done.returncode == 0, done.stderr
    assert has_pip(tmp_path / "v")


def test_without_any_pip_the_package_is_installed(repository: Path, debian_python: Path, tmp_path: Path) -> None:
    log = tmp_path / "asked"
    script = f'echo "$@" >> {log}; case "$*" in *install*) touch {debian_python}.has-venv ;; esac'
    program(tmp_path / "bin" / "apt-get", script)
    program(tmp_path / "bin" / "sudo", 'shift; exec "$@"')
    path = f"{tmp_path / 'bin'}:{os.environ['PATH']}"
    done = make_venv(repository, tmp_path / "v", PYTHON=str(debian_python), PATH=path)
    assert done.returncode == 0, done.stderr
    assert f"install python{sys.version_info[0]}.{sys.version_info[1]}-venv" in log.read_text()
    assert has_pip(tmp_path / "v")


def test_when_nothing_helps_it_says_what_is_missing(repository: Path, debian_python: Path, tmp_path: Path) -> None:
    for name in ("apt-get", "sudo"):
        program(tmp_path / "bin" / name, "exit 1")
    path = f"{tmp_path / 'bin'}:{os.environ['PATH']}"
    done = make_venv(repository, tmp_path / "v", PYTHON=str(debian_python), PATH=path)
    assert done.returncode == 1
    assert "apt-get install python3-venv" in done.stderr
