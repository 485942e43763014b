"""Where the data packages are found and how their files are checked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from course_utils.datasets import DamagedDataset, UnknownDataset, data_root, geometry, load
from course_utils.datasets.descriptors import checked_path, descriptor, names, resource_of

EXPECTED = [
    "communes",
    "departements",
    "employment_departements",
    "epci",
    "geometry",
    "growth_poles",
    "input_output_brazil",
    "metropoles_equilibre",
    "regions",
]


def test_names_are_the_packages_and_not_the_builders() -> None:
    assert set(EXPECTED) <= set(names())
    assert "builders" not in names()


def test_data_root_holds_the_packages() -> None:
    assert (data_root() / "communes" / "datapackage.yaml").exists()


def test_unknown_names() -> None:
    with pytest.raises(UnknownDataset, match="did you mean 'communes'"):
        descriptor("comunes")
    with pytest.raises(
        UnknownDataset, match="no resource of 'input_output_brazil' called 'flow_12': did you mean 'flows_12'"
    ):
        resource_of("input_output_brazil", "flow_12")


@pytest.mark.parametrize("name", ["departements", "epci"])
def test_a_truncated_file_is_refused(copied_data: Path, name: str) -> None:
    path = copied_data / name / resource_of(name)["path"]
    load(name)
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(DamagedDataset) as caught:
        load(name)
    message = str(caught.value)
    assert str(path) in message and resource_of(name)["hash"].removeprefix("sha256:") in message
    assert f"git checkout -- data/{name}/{path.name}" in message


def test_a_truncated_outline_is_refused(copied_data: Path) -> None:
    path = copied_data / "geometry" / "regions.geojson"
    path.write_bytes(path.read_bytes()[:1000])
    with pytest.raises(DamagedDataset, match=r"regions\.geojson"):
        geometry("regions")


def test_a_missing_file_is_refused(copied_data: Path) -> None:
    (copied_data / "regions" / "regions.csv").unlink()
    with pytest.raises(DamagedDataset, match="found no file"):
        load("regions")


def test_a_repaired_file_is_read_again(copied_data: Path) -> None:
    path = copied_data / "regions" / "regions.csv"
    content = path.read_bytes()
    path.write_bytes(content + b"\n")
    with pytest.raises(DamagedDataset):
        load("regions")
    path.write_bytes(content)
    assert len(load("regions")) == 18


def test_checked_path_is_the_file() -> None:
    assert checked_path("regions", resource_of("regions")).name == "regions.csv"


def test_importing_datasets_loads_neither_pandas_nor_yaml() -> None:
    code = "import sys, course_utils.datasets; print([m for m in ('pandas', 'yaml', 'plotly') if m in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
