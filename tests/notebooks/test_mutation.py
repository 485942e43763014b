"""A model that is wrong by 1 % must not pass unseen: a constant is altered, the notebook's checked cells must fail."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

#: notebook -> file of the package, what stands there, what is put in its place
MUTATIONS = {
    "5_governance/govern_a_territory.ipynb": (
        "concepts/govern_a_territory/rules.py",
        '"leak_motor": 0.28',
        '"leak_motor": 0.2828',
    ),
    "5_governance/participation.ipynb": (
        "concepts/participation/siting.py",
        "HARM, CARRIAGE = 300.0, 0.5",
        "HARM, CARRIAGE = 303.0, 0.5",
    ),
    "5_governance/citizen_initiatives.ipynb": (
        "measures/diffusion.py",
        "p * (1 - fall) / (p + q * fall)",
        "p * (1 - fall) / (p + 1.01 * q * fall)",
    ),
    "5_governance/territorial_governance.ipynb": (
        "measures/commons.py",
        "BOTH, ALONE, FOOL, RUIN = 10.0,",
        "BOTH, ALONE, FOOL, RUIN = 10.1,",
    ),
    "5_governance/environmental_limits.ipynb": (
        "measures/allowances.py",
        "total * (mix",
        "1.01 * total * (mix",
    ),
    "4_ecosystems/circular_economy.ipynb": (
        "measures/circularity.py",
        "np.exp(-rate * years)",
        "np.exp(-1.01 * rate * years)",
    ),
    "4_ecosystems/business_ecosystem.ipynb": (
        "measures/games.py",
        "1 / (n * math.comb",
        "1.01 / (n * math.comb",
    ),
    "4_ecosystems/open_innovation.ipynb": (
        "concepts/open_innovation/model.py",
        "MARKET, COST = 1.0, 3.0",
        "MARKET, COST = 1.0, 3.03",
    ),
    "3_clusters_proximity/beyond_high_tech.ipynb": (
        "measures/_baskets.py",
        "return together / np.maximum(",
        "return together / 1.01 / np.maximum(",
    ),
    "3_clusters_proximity/temporary_proximity.ipynb": (
        "concepts/temporary_proximity/model.py",
        "return self.fixed + self.per_km * distance",
        "return 1.01 * (self.fixed + self.per_km * distance)",
    ),
    "3_clusters_proximity/competitiveness_poles.ipynb": (
        "concepts/competitiveness_poles/laboratory.py",
        "LEVELS, GROWTH = 20.0, 2.0",
        "LEVELS, GROWTH = 20.2, 2.0",
    ),
    "2_local_reinvented/decentralisation.ipynb": (
        "concepts/decentralisation/threshold.py",
        "others = 1 - 1 / n",
        "others = 1.01 * (1 - 1 / n)",
    ),
    "1_large_firm/core_periphery.ipynb": (
        "measures/thresholds.py",
        "rho = (sigma - 1) / sigma",
        "rho = 1.01 * (sigma - 1) / sigma",
    ),
    "3_clusters_proximity/knowledge_networks.ipynb": (
        "concepts/knowledge_networks/barter.py",
        "FIELDS, ABSORBED = 5, 0.3",
        "FIELDS, ABSORBED = 5, 0.303",
    ),
    "4_ecosystems/industrial_symbiosis.ipynb": (
        "concepts/industrial_symbiosis/firms.py",
        "CARRY, CONTRACT = 0.12, 100.0",
        "CARRY, CONTRACT = 0.1212, 100.0",
    ),
    "0_origins/genealogy.ipynb": (
        "concepts/genealogy/events.py",
        "365.25",
        "368.90",
    ),
    "1_large_firm/growth_pole.ipynb": (
        "measures/regionalisation.py",
        "** delta",
        "** (1.01 * delta)",
    ),
    "1_large_firm/national_champions.ipynb": (
        "concepts/national_champions/model.py",
        "COST, FIRMS = 100.0, 20.0, 4",
        "COST, FIRMS = 100.0, 20.2, 4",
    ),
    "3_clusters_proximity/porter_cluster.ipynb": (
        "concepts/porter_cluster/diamond.py",
        "** r @ share",
        "** (1.01 * r) @ share",
    ),
    "3_clusters_proximity/spatial_concentration.ipynb": (
        "measures/spatial_concentration.py",
        "spread * (1 - lumps)",
        "spread * (1.01 - lumps)",
    ),
    "3_clusters_proximity/proximity.ipynb": (
        "concepts/proximity/model.py",
        "BASE = 0.01",
        "BASE = 0.0101",
    ),
    "2_local_reinvented/globalisation.ipynb": (
        "measures/change.py",
        "start * (1 + rate)",
        "start * (1 + 1.01 * rate)",
    ),
    "1_large_firm/urban_hierarchy.ipynb": (
        "measures/inequality.py",
        "(0.5 if",
        "(0.505 if",
    ),
    "2_local_reinvented/industrial_district.ipynb": (
        "concepts/industrial_district/model.py",
        "EDGE = 0.1",
        "EDGE = 0.101",
    ),
    "2_local_reinvented/local_productive_systems.ipynb": (
        "measures/concentration.py",
        "(sectors / counts.sum())",
        "(1.01 * sectors / counts.sum())",
    ),
    "2_local_reinvented/innovative_milieu.ipynb": (
        "concepts/innovative_milieu/landscape.py",
        "performance /= performance.max(axis=0)",
        "performance /= 1.01 * performance.max(axis=0)",
    ),
}


def run(notebook: Path, package: Path) -> subprocess.CompletedProcess[str]:
    """Check one notebook against the package of a folder."""
    command = [
        sys.executable,
        "-m",
        "pytest",
        "--nbval-lax",
        "-q",
        "-p",
        "no:cacheprovider",
        "--rootdir",
        str(notebook.parent),
    ]
    command += ["-c", os.devnull, str(notebook)]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST")} | {"PYTHONPATH": str(package)}
    return subprocess.run(command, capture_output=True, text=True, env=environment, cwd=notebook.parent, timeout=600)


def test_every_notebook_has_a_mutation(repository: Path) -> None:
    assert {p.relative_to(repository / "notebooks").as_posix() for p in repository.glob("notebooks/*/*.ipynb")} == set(
        MUTATIONS
    )


#: What `make test` tries, one notebook of each part; `make verify` tries all.
SAMPLE = set({name.split("/")[0]: name for name in MUTATIONS}.values())


@pytest.mark.parametrize("name", [pytest.param(n, marks=[] if n in SAMPLE else pytest.mark.slow) for n in MUTATIONS])
def test_one_per_cent_is_seen(name: str, repository: Path, tmp_path: Path) -> None:
    where, right, wrong = MUTATIONS[name]
    shutil.copytree(repository / "src", tmp_path / "src")  # with what is compiled: all but one file stays as it is
    shutil.copytree(repository / "data", tmp_path / "data", ignore=shutil.ignore_patterns("builders"))
    notebook = Path(shutil.copy(repository / "notebooks" / name, tmp_path))
    mutated = tmp_path / "src" / "course_utils" / where
    source = mutated.read_text("utf-8")
    assert source.count(right) >= 1, f"{right!r} is no longer in {where}"
    mutated.write_text(source.replace(right, wrong), "utf-8")
    found = run(notebook, tmp_path / "src")
    assert found.returncode == 1, found.stdout
    assert "Cell outputs differ" in found.stdout, found.stdout
