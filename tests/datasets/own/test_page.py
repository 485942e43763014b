"""The page of the book on own tables: its examples run, in their order, and it names what there is."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest

from course_utils.datasets.own.shapes import shape
from course_utils.datasets.own.wish import LEVELS

HEADER = (
    "siren,nic,siret,statutDiffusionEtablissement,dateCreationEtablissement,trancheEffectifsEtablissement,"
    "anneeEffectifsEtablissement,activitePrincipaleRegistreMetiersEtablissement,dateDernierTraitementEtablissement,"
    "etablissementSiege,nombrePeriodesEtablissement,codePostalEtablissement,libelleCommuneEtablissement,"
    "codeCommuneEtablissement,codeCommune2Etablissement,dateDebut,etatAdministratifEtablissement,"
    "activitePrincipaleEtablissement,nomenclatureActivitePrincipaleEtablissement,caractereEmployeurEtablissement"
)
PLANT = "1,1,11,O,2001-01-01,12,2023,,2024-01-01,true,1,38000,GRENOBLE,38185,,2010-01-01,A,26.11Z,NAFRev2,O"


@pytest.fixture
def page(repository: Path) -> str:
    return (repository / "book" / "own_territory.md").read_text("utf-8")


def write_files(folder: Path) -> None:
    """The files that the examples name."""
    (folder / "bassins.csv").write_text("code_zone;an;secteur;EFF_TOT\nA1;2018;x;1,5\nA2;2018;x;s\n", encoding="utf-8")
    (folder / "StockEtablissement_utf8.csv").write_text(f"{HEADER}\n{PLANT}\n", encoding="utf-8")
    (folder / "parts").mkdir()
    for year in (2018, 2019):
        rows = {"territory": ["38"] * 2, "year": [year] * 2, "sector": ["a"] * 2, "employment": [1.0, 2.0]}
        pd.DataFrame(rows).to_parquet(folder / "parts" / f"{year}.parquet")


def test_examples_run(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import distributed

    write_files(tmp_path)
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    assert len(blocks) >= 6
    names: dict[str, object] = {}
    with distributed.LocalCluster(n_workers=1, processes=False, dashboard_address=None) as one:
        for block in blocks:
            exec(block.replace("tcp://scheduler:8786", one.scheduler_address), names)
        names["client"].close()  # type: ignore[attr-defined]
    plants = names["plants"]
    assert isinstance(plants, pd.DataFrame)
    assert plants.to_dict("records") == [
        {"territory": "38", "sector": "industry", "establishments": 1, "employment": 34.5, "employment_low": 20,
         "employment_high": 49}
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["employment_by_territory", "population_by_territory", "flows"])
def test_the_columns_of_the_shapes_are_listed(page: str, name: str) -> None:
    listed = ", ".join(c.name if c.required else f"({c.name})" for c in shape(name).columns)
    assert f'| `"{name}"` | {listed} |' in page


def test_levels_and_extras_are_named(page: str, repository: Path) -> None:
    assert all(f'"{level}"' in page for level in LEVELS)
    project = (repository / "pyproject.toml").read_text("utf-8")
    for extra in re.findall(r'pip install "\.\[(\w+)\]"', page):
        assert f"\n{extra} = [" in project
