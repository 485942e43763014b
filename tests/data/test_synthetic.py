"""The synthetic economy: made again with the same bytes; what is taken up is related to what is there."""

from __future__ import annotations

import hashlib

import numpy as np
import pandas as pd
import pytest

from course_utils.datasets import info, load
from course_utils.datasets.descriptors import descriptor
from data.builders import synthetic

NAME = "synthetic_activities"


def specialised(jobs: pd.DataFrame, year: int) -> np.ndarray:
    """1 where a territory's share of jobs in an activity is at least the whole economy's."""
    table = jobs[jobs["year"] == year].pivot(index="territory", columns="activity", values="employment")
    counts = table[list(dict.fromkeys(jobs["activity"]))].to_numpy(float)
    shares = counts / counts.sum(axis=1, keepdims=True)
    return (shares >= counts.sum(axis=0) / counts.sum()).astype(float)


def proximity(M: np.ndarray) -> np.ndarray:
    """Hidalgo et al. (2007): the smaller of the two conditional chances of two activities to stand together."""
    together = M.T @ M
    phi = together / np.maximum.outer(np.diag(together), np.diag(together))
    np.fill_diagonal(phi, 0)
    return phi


def densities(jobs: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Relatedness density at the start of what was taken up, and of what was not."""
    before, after = specialised(jobs, 0), specialised(jobs, 10)
    phi = proximity(before)
    density = before @ phi / phi.sum(axis=0)
    return density[(before == 0) & (after == 1)], density[(before == 0) & (after == 0)]


@pytest.fixture(scope="module")
def jobs() -> pd.DataFrame:
    return load(NAME)


def test_made_again_with_the_same_bytes() -> None:
    written = {resource["name"]: resource["hash"] for resource in descriptor(NAME)["resources"]}
    again = {name: f"sha256:{hashlib.sha256(file.content).hexdigest()}" for name, file in synthetic.files().items()}
    assert again == written


def test_another_seed_gives_another_economy() -> None:
    assert not synthetic.tables(1)["employment"].equals(synthetic.tables()["employment"])


def test_complete(jobs: pd.DataFrame) -> None:
    assert len(jobs) == 60 * 40 * 2 and not jobs.duplicated(["territory", "activity", "year"]).any()
    assert list(jobs["territory"].cat.categories) == [f"Territory {number:02}" for number in range(1, 61)]
    assert set(load(NAME, "activities")["activity"]) == set(jobs["activity"])
    assert set(load(NAME, "territories")["territory"]) == set(jobs["territory"])
    assert (jobs.groupby(["activity", "year"], observed=True)["employment"].sum() > 100).all()


def test_nobody_takes_it_for_real() -> None:
    described = descriptor(NAME)
    assert described["kind"] == "synthetic" and described["title"].startswith("Synthetic")
    assert described["picture"]["caption"].startswith("Synthetic data")
    assert described["description"].startswith("Synthetic data, no real place")
    assert "ynthetic" in str(info(NAME))


def test_low_and_high_technology_are_mixed() -> None:
    counts = load(NAME, "activities")["technology"].value_counts()
    assert counts.to_dict() == {"low": 17, "medium": 13, "high": 10}


def test_caveats_tell_the_parameters() -> None:
    text = " ".join(descriptor(NAME)["caveats"])
    a, b, c = synthetic.PRESENT
    assert f"{a} + {b} f^{c}" in text
    a, b, c = synthetic.ENTRY
    assert f"{a} + {b} f^{c}" in text and "{} + {} (1 - f)".format(*synthetic.EXIT) in text
    assert f"default_rng({synthetic.SEED})" in text and f"{synthetic.HELD[0]} to {synthetic.HELD[1]} of 17" in text
    spreads = (synthetic.TERRITORY, synthetic.ACTIVITY, synthetic.CELL, synthetic.GROWTH)
    assert "spreads of {} over territories, {} over activities, {} over cells, growth {}".format(*spreads) in text


def test_what_is_taken_up_was_near(jobs: pd.DataFrame) -> None:
    entered, stayed_out = densities(jobs)
    assert len(entered) >= 50
    assert entered.mean() > 1.4 * stayed_out.mean()
    wins = (entered[:, None] > stayed_out).mean() + (entered[:, None] == stayed_out).mean() / 2
    assert wins > 0.65


def test_chance_to_enter_rises_with_density(jobs: pd.DataFrame) -> None:
    entered, stayed_out = densities(jobs)
    edges = np.quantile(np.concatenate([entered, stayed_out]), [0.25, 0.5, 0.75])
    groups = np.bincount(np.searchsorted(edges, entered), minlength=4)
    everyone = groups + np.bincount(np.searchsorted(edges, stayed_out), minlength=4)
    rates = groups / everyone
    assert (np.diff(rates) > 0).all() and rates[3] > 5 * rates[0]


@pytest.mark.parametrize("seed", range(1, 6))
def test_it_is_the_generator_and_not_the_seed(seed: int) -> None:
    entered, stayed_out = densities(synthetic.tables(seed)["employment"])
    assert 1.3 < entered.mean() / stayed_out.mean() < 1.7


def test_low_technology_has_neighbours_too(jobs: pd.DataFrame) -> None:
    """The three nearest neighbours of an activity are as near in low technology as in high."""
    nearest = np.sort(proximity(specialised(jobs, 0)), axis=1)[:, -3:].mean(axis=1)
    means = pd.Series(nearest).groupby(load(NAME, "activities")["technology"], observed=True).mean()
    assert means["low"] >= means["high"] - 0.02
    low = (load(NAME, "activities")["technology"] == "low").to_numpy()
    assert nearest[low].min() > 0.3


def test_proximity_reads_the_hidden_capabilities(jobs: pd.DataFrame) -> None:
    needs = load(NAME, "activities")["capabilities"].str.get_dummies(" ").to_numpy()
    shared, phi = needs @ needs.T, proximity(specialised(jobs, 0))
    pairs = np.triu_indices(len(needs), 1)
    assert phi[pairs][shared[pairs] >= 2].mean() > 2 * phi[pairs][shared[pairs] == 0].mean()
    assert np.corrcoef(phi[pairs], shared[pairs])[0, 1] > 0.5
