"""What a release holds, the workflows that make it, and what Zenodo is told."""

from __future__ import annotations

import json
import re
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from tools import dist
from tools.archive import version

WORKFLOWS = ("book", "release")
CHANGELOG = "# Changelog\n\n## 0.2.0, 2027-01-05\n\n### Added\n- More.\n\n## 0.1.0, unreleased\n\n- First.\n"
#: What each part may write; all else reads.
WRITES = {"book": {"pages", "id-token"}, "release": {"contents"}}


@pytest.fixture(params=WORKFLOWS)
def workflow(request: pytest.FixtureRequest, repository: Path) -> dict[str, Any]:
    return read(repository, request.param)


def read(repository: Path, name: str) -> dict[str, Any]:
    # BaseLoader: the key `on` is a word here, not YAML's true.
    text = (repository / ".github" / "workflows" / f"{name}.yml").read_text("utf-8")
    return yaml.load(text, yaml.BaseLoader)


def steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def runs(workflow: dict[str, Any]) -> str:
    return "\n".join(step.get("run", "") for step in steps(workflow))


def test_every_action_is_pinned_to_one_version_and_from_github(workflow: dict[str, Any]) -> None:
    used = [step["uses"] for step in steps(workflow) if "uses" in step]
    assert used
    assert [name for name in used if not re.fullmatch(r"actions/[\w-]+@(v\d+\.\d+\.\d+|[0-9a-f]{40})", name)] == []


def test_every_job_ends_and_runs_on_a_named_system(workflow: dict[str, Any]) -> None:
    for name, job in workflow["jobs"].items():
        assert re.fullmatch(r"ubuntu-\d\d\.\d\d", job["runs-on"]), name
        assert "timeout-minutes" in job or name == "deploy"


def test_nothing_writes_but_what_must(workflow: dict[str, Any]) -> None:
    assert workflow["permissions"] == {"contents": "read"}
    granted = [job.get("permissions", {}) for job in workflow["jobs"].values()]
    written = {scope for given in granted for scope, right in given.items() if right == "write"}
    assert written == WRITES[workflow["name"]]
    assert "secrets." not in json.dumps(workflow)


def test_every_make_target_of_the_workflows_exists(workflow: dict[str, Any], repository: Path) -> None:
    wanted = set(re.findall(r"^make (\w+)", runs(workflow), re.M))
    assert wanted
    defined = set(re.findall(r"^([a-z]+):", (repository / "Makefile").read_text("utf-8"), re.M))
    assert wanted <= defined


@pytest.mark.parametrize("target", ["offline", "print", "dist", "linkcheck"])
def test_the_editions_build_the_book_first(target: str, repository: Path) -> None:
    command = ["make", "--no-print-directory", "--dry-run", target, "TAG=v9"]
    planned = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=True).stdout
    module = "tools.print_edition" if target == "print" else f"tools.{target}"
    assert planned.index("jupyter-book build") < planned.index(f"-m {module}")
    assert ("--tag v9" in planned) == (target == "dist")


def test_pages_get_the_tested_book_of_the_main_branch(repository: Path) -> None:
    book = read(repository, "book")
    build, deploy = book["jobs"]["build"]["steps"], book["jobs"]["deploy"]
    names = [step.get("run") or step["uses"].split("@")[0] for step in build]
    assert names.index(".ci/run") < names.index("make linkcheck") < names.index("actions/upload-pages-artifact")
    assert deploy["needs"] == "build"
    for part in (deploy, build[-1]):
        assert part["if"] == "github.ref == 'refs/heads/main' && github.event_name != 'pull_request'"


def test_links_are_reported_and_stop_nothing(repository: Path) -> None:
    (step,) = [step for step in steps(read(repository, "book")) if step.get("run") == "make linkcheck"]
    assert step["continue-on-error"] == "true"


def test_a_tag_makes_a_release(repository: Path) -> None:
    release = read(repository, "release")
    assert release["on"] == {"push": {"tags": ["v*"]}}
    run = runs(release)
    assert run.index("make print") < run.index("make dist TAG=") < run.index("gh release create")
    assert {f"dist/{name}" for name in (dist.SUMS, "*.whl", "*.tar.gz", "*.zip", "*.pdf")} <= set(run.split())


def test_zenodo_is_told_what_the_citation_says(repository: Path) -> None:
    told = json.loads((repository / ".zenodo.json").read_text("utf-8"))
    citation = yaml.safe_load((repository / "CITATION.cff").read_text("utf-8"))
    assert told["title"] == citation["title"]
    assert told["version"] == str(citation["version"]) == version()
    assert told["creators"] == citation["authors"]
    assert told["keywords"] == citation["keywords"]
    assert told["license"] in citation["license"]
    assert told["description"].startswith(citation["abstract"].removesuffix("."))
    assert "doi" not in told


def test_notes_are_those_of_one_version() -> None:
    assert dist.notes(CHANGELOG, "0.2.0") == "### Added\n- More.\n"
    assert dist.notes(CHANGELOG, "0.1.0") == "- First.\n"
    with pytest.raises(dist.NotAReleaseError, match="0.3.0"):
        dist.notes(CHANGELOG, "0.3.0")


def test_a_tag_that_is_not_the_version_or_not_dated_makes_nothing() -> None:
    dist.agree("v0.2.0", "0.2.0", CHANGELOG)
    with pytest.raises(dist.NotAReleaseError, match="v0.2.1"):
        dist.agree("v0.2.1", "0.2.0", CHANGELOG)
    with pytest.raises(dist.NotAReleaseError, match="unreleased"):
        dist.agree("v0.1.0", "0.1.0", CHANGELOG)


def test_a_release_holds_every_edition_and_their_checksums(tmp_path: Path) -> None:
    site, out = tmp_path / "html", tmp_path / "dist"
    (site / "book").mkdir(parents=True)
    for name in ("index.html", "book/index.html", ".buildinfo"):
        (site / name).write_text(name, "utf-8")
    out.mkdir()
    printed = out / f"places-that-produce-{version()}-print.pdf"
    printed.write_bytes(b"%PDF-")
    made = {path.name: path for path in dist.release(site, out)}
    kinds = {name.replace(version(), "V") for name in made}
    assert kinds == {
        "places_that_produce-V-py3-none-any.whl",
        "places_that_produce-V.tar.gz",
        "places-that-produce-V-site.zip",
        "places-that-produce-V-offline.zip",
        "places-that-produce-V-print.pdf",
        dist.SUMS,
        dist.NOTES,
    }
    checked = subprocess.run(["sha256sum", "--check", dist.SUMS], cwd=out, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stderr
    assert checked.stdout.count(": OK") == 5
    assert zipfile.ZipFile(made[f"places-that-produce-{version()}-site.zip"]).namelist() == [
        "book/index.html",
        "index.html",
    ]
    assert made[dist.NOTES].read_text("utf-8").startswith("### Added")
