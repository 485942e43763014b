"""What is said about running the course elsewhere: its files exist, can be read, and agree with the package."""

from __future__ import annotations

import json
import re
import runpy
import sys
import tomllib
import types
from pathlib import Path

import nbformat
import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

# Frozen environments of repo2docker 2026.4.0 that it supports (deploy/binder/README.md says how they were read).
REPO2DOCKER = {"3.10", "3.11", "3.12", "3.13", "3.14"}
# Keys of Zero to JupyterHub's own values.yaml, and of The Littlest JupyterHub's config.yaml, that we may set.
Z2JH = {
    "singleuser": {"image", "defaultUrl", "extraEnv", "memory", "cpu", "storage"},
    "hub": {"concurrentSpawnLimit", "config"},
    "cull": {"enabled", "timeout", "every"},
}
TLJH = {
    "users": {"admin", "allowed", "banned"},
    "limits": {"memory", "cpu"},
    "user_environment": {"default_app"},
    "services": {"cull"},
}
PLACES = ("binder", "colab", "hub", "lite", "voila")


@pytest.fixture(scope="module")
def deploy(repository: Path) -> Path:
    return repository / "deploy"


def settings(path: Path) -> dict[str, dict[str, object]]:
    return yaml.safe_load(path.read_text("utf-8"))


def test_binder_gets_a_python_that_it_and_the_package_know(repository: Path) -> None:
    runtime = re.fullmatch(r"python-(3\.\d+)\n", (repository / "runtime.txt").read_text("utf-8"))
    assert runtime and runtime[1] in REPO2DOCKER
    project = tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))["project"]
    assert SpecifierSet(project["requires-python"]).contains(runtime[1])
    assert f"python={runtime[1]}" in (repository / "deploy" / "binder" / "README.md").read_text("utf-8")


@pytest.mark.parametrize(("name", "known"), [("values.yaml", Z2JH), ("tljh_config.yaml", TLJH)])
def test_the_hubs_settings_are_keys_that_they_document(deploy: Path, name: str, known: dict[str, set[str]]) -> None:
    for part, keys in settings(deploy / "hub" / name).items():
        assert set(keys) <= known[part], part


def test_nothing_that_must_be_chosen_is_chosen(deploy: Path) -> None:
    values = settings(deploy / "hub" / "values.yaml")
    assert values["singleuser"]["image"] == {"name": "IMAGE", "tag": "TAG"}
    assert values["hub"]["config"] == {"JupyterHub": {"authenticator_class": "AUTHENTICATOR"}}


@pytest.mark.parametrize("path", ["voila/apps.ipynb"])
def test_the_app_is_a_clean_notebook(deploy: Path, path: str) -> None:
    notebook = nbformat.read(deploy / path, as_version=4)
    nbformat.validate(notebook)
    assert not [cell for cell in notebook.cells if cell.cell_type == "code" and cell.outputs]


def test_voilas_template_asks_no_third_party(deploy: Path) -> None:
    template = deploy / "voila" / "share" / "jupyter" / "voila" / "templates" / "course"
    assert json.loads((template / "conf.json").read_text("utf-8"))["base_template"] == "lab"
    page = (template / "index.html.j2").read_text("utf-8")
    assert "super.super()" in page and "://" not in page
    readme = (deploy / "voila" / "README.md").read_text("utf-8")
    assert f"--template {template.name}" in readme and "JUPYTER_PATH=share/jupyter" in readme


def test_colabs_first_cell_uploads_installs_and_allows_widgets(
    deploy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    colab = types.ModuleType("google.colab")
    colab.files = types.SimpleNamespace(upload=lambda: done.append("upload"))
    colab.output = types.SimpleNamespace(enable_custom_widget_manager=lambda: done.append("widgets"))
    monkeypatch.setitem(sys.modules, "google", types.ModuleType("google"))
    monkeypatch.setitem(sys.modules, "google.colab", colab)
    monkeypatch.setattr("subprocess.run", lambda command, check: done.append(command[-1]))
    monkeypatch.chdir(tmp_path)
    told = runpy.run_path(str(deploy / "colab" / "first_cell.py"))
    assert done == ["upload", told["WHEEL"], "widgets"]


def test_the_wheels_name_is_the_packages(repository: Path, deploy: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))["project"]
    wheel = f"{project['name'].replace('-', '_')}-{project['version']}-py3-none-any.whl"
    texts = {path: path.read_text("utf-8") for path in deploy.rglob("*") if path.suffix in {".md", ".py"}}
    named = {path: set(re.findall(r"places_that_produce[\w.-]*\.whl", text)) for path, text in texts.items()}
    assert {name for names in named.values() for name in names} == {wheel}


def test_each_place_has_a_readme_whose_files_exist(repository: Path, deploy: Path) -> None:
    for place in PLACES:
        text = (deploy / place / "README.md").read_text("utf-8")
        named = re.findall(r"(?<![\w/])(?:deploy|tests)/[\w./-]*\w", text)
        named += [f"deploy/{place}/{link}" for link in re.findall(r"\]\((\.\./[\w./]+)\)", text)]
        assert not [name for name in named if not (repository / name).exists()], place


def test_the_tools_are_pinned_and_agree_with_the_courses_pins(repository: Path, deploy: Path) -> None:
    lines = (repository / "requirements.txt").read_text("utf-8").splitlines()
    ours = [Requirement(line) for line in lines if "==" in line]
    pins = {(one.name, str(one.specifier)) for one in ours if one.marker is None}
    names = {name for name, _ in pins}
    for place in ("hub", "lite", "voila"):
        for line in (deploy / place / "requirements.txt").read_text("utf-8").splitlines():
            if not line.startswith("#"):
                tool = Requirement(line)
                assert "==" in str(tool.specifier)
                assert tool.name not in names or (tool.name, str(tool.specifier)) in pins, line


def test_the_books_page_names_every_place_and_only_files_that_exist(repository: Path) -> None:
    page = (repository / "book" / "run_anywhere.md").read_text("utf-8")
    named = set(re.findall(r"`(deploy/[\w./-]+)`", page))
    assert named >= {f"deploy/{place}" for place in PLACES}
    assert all((repository / name).exists() for name in named)
