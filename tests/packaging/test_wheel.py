"""The wheel, alone: built twice, installed in an empty environment, used from another folder."""

from __future__ import annotations

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

USE = """
import pathlib, sys, warnings
import course_utils

here = pathlib.Path(course_utils.__file__).resolve()
assert here.is_relative_to(pathlib.Path(sys.prefix).resolve()), here
names = sorted(course_utils.catalogue().index)
for name in names:
    assert course_utils.provenance(name), name
    assert name == "geometry" or len(course_utils.load(name)), name
for level in ("departements", "regions", "epci"):
    assert course_utils.geometry(level)["features"], level
for name in sorted(course_utils.explorers()):
    explorer = course_utils.explore(name)
    figures = explorer.evaluate(**explorer.defaults())
    assert all(figure["data"] for figure in figures), name
    assert explorer.read(**explorer.defaults()), name
print(len(names), "datasets", len(course_utils.explorers()), "explorers")
"""


def build(tree: Path, out: Path, kind: str) -> Path:
    """Build one distribution of `tree` with the pinned builder; return the file."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", str(out)]
    subprocess.run(command, cwd=tree, check=True, capture_output=True)
    (built,) = out.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(repository, tmp_path_factory.mktemp("wheel"), "wheel")


@pytest.fixture(scope="module")
def contents(wheel: Path) -> set[str]:
    return set(zipfile.ZipFile(wheel).namelist())


@pytest.fixture(scope="module")
def empty_environment(repository: Path, wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment that holds the wheel and what the wheel asks for, in the pinned versions."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    pins = [line for line in (repository / "requirements.txt").read_text("utf-8").splitlines() if line != "."]
    (folder / "pins.txt").write_text("\n".join(pins), encoding="utf-8")
    python = folder / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "--quiet", "install", "--no-compile"]
    subprocess.run([*pip, "--constraint", str(folder / "pins.txt"), str(wheel)], check=True)
    return python


def run(python: Path, code: str, cwd: Path) -> str:
    """Run `code` in isolated mode (no PYTHONPATH, no current folder, no user packages); return what it printed."""
    done = subprocess.run([str(python), "-I", "-c", code], cwd=cwd, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_wheel_alone_loads_every_dataset_and_runs_every_model(empty_environment: Path, tmp_path: Path) -> None:
    assert "datasets" in run(empty_environment, USE, tmp_path)


def test_the_environment_is_empty_of_the_repository(empty_environment: Path, repository: Path, tmp_path: Path) -> None:
    shown = run(empty_environment, "import sys; print(*sys.path, sep='\\n')", tmp_path)
    assert str(repository) not in shown
    asked = "import importlib.util as u; print([m for m in ('sphinx', 'pytest', 'jupyterlab') if u.find_spec(m)])"
    assert run(empty_environment, asked, tmp_path) == "[]"


def test_every_data_package_ships_and_no_builder(contents: set[str], repository: Path) -> None:
    data = repository / "data"
    files = {path.relative_to(data) for folder in data.glob("*/datapackage.yaml") for path in folder.parent.iterdir()}
    wanted = {f"course_utils/data/{path}" for path in files if "__pycache__" not in path.parts}
    assert wanted <= contents
    assert len(wanted) >= 2
    assert not [name for name in contents if "builders" in name]


def test_every_notebook_ships(contents: set[str], repository: Path) -> None:
    notebooks = {str(path.relative_to(repository)) for path in repository.glob("notebooks/*/*.ipynb")}
    assert {name for name in contents if name.endswith(".ipynb")} == {f"course_utils/{name}" for name in notebooks}


def test_the_wheel_alone_copies_its_notebooks_out(empty_environment: Path, repository: Path, tmp_path: Path) -> None:
    def copy(*options: str) -> subprocess.CompletedProcess[str]:
        command = [str(empty_environment), "-I", "-m", "course_utils", "notebooks", "mine", *options]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    done = copy()
    assert done.returncode == 0, done.stderr
    assert "26 notebooks" in done.stdout
    found = {str(path.relative_to(tmp_path / "mine")) for path in tmp_path.rglob("*.ipynb")}
    assert found == {str(path.relative_to(repository / "notebooks")) for path in repository.glob("notebooks/*/*.ipynb")}
    again = copy("--edition", "student")
    assert again.returncode == 1 and "--force" in again.stderr
    assert copy("--edition", "student", "--force").returncode == 0
    assert not [path for path in tmp_path.rglob("*.ipynb") if "<details>" in path.read_text("utf-8")]


def test_the_wheel_is_light(wheel: Path) -> None:
    assert wheel.stat().st_size <= 10_000_000


def test_the_page_ships_whole(contents: set[str], repository: Path) -> None:
    package = repository / "src" / "course_utils"
    kinds = {".py", ".js", ".css", ".mo", ".typed", ".yaml", ".json"}
    files = [path for path in package.rglob("*") if path.suffix in kinds or path.name == "py.typed"]
    assert {f"course_utils/{path.relative_to(package)}" for path in files} <= contents
    assert any(name.startswith("course_utils/explorer/page/") for name in contents)


def test_the_wheel_holds_nothing_else(contents: set[str]) -> None:
    assert {name.split("/")[0].split("-")[0] for name in contents} == {"course_utils", "places_that_produce"}


def test_wheels_built_from_the_sdist_are_the_same(repository: Path, contents: set[str], tmp_path: Path) -> None:
    # The `tar` of the system: Debian's Python 3.11.2 cannot extract with a filter, 3.12 warns without one.
    subprocess.run(["tar", "-xf", build(repository, tmp_path / "sdist", "sdist"), "-C", tmp_path], check=True)
    (tree,) = tmp_path.glob("places_that_produce-*")
    once, again = (build(tree, tmp_path / name, "wheel") for name in ("once", "again"))
    assert set(zipfile.ZipFile(once).namelist()) == contents
    assert once.read_bytes() == again.read_bytes()
