"""The invented labour markets: made again with the same bytes, and nobody takes them for real."""

from __future__ import annotations

import hashlib

from course_utils.datasets import info, load
from course_utils.datasets.descriptors import descriptor
from data.builders import labour_markets

NAME = "synthetic_labour_markets"


def test_made_again_with_the_same_bytes() -> None:
    written = {resource["name"]: resource["hash"] for resource in descriptor(NAME)["resources"]}
    files = labour_markets.files()
    assert {name: f"sha256:{hashlib.sha256(file.content).hexdigest()}" for name, file in files.items()} == written


def test_another_seed_gives_other_places() -> None:
    one, other = (labour_markets.tables(seed)["manufacturing"] for seed in (1979, 1980))
    assert not one["employment"].equals(other["employment"])


def test_complete_and_adding_up() -> None:
    markets, jobs = load(NAME), load(NAME, "manufacturing")
    assert len(markets) == 48 and len(jobs) == 48 * 8 * 3
    sums = jobs.groupby("labour_market", observed=True)["employment"].sum()
    assert (markets.set_index("labour_market")["manufacturing"] == sums).all()
    assert (markets["manufacturing"] < markets["employment"]).all()
    assert list(jobs["labour_market"].cat.categories) == markets["labour_market"].tolist()


def test_caveats_tell_the_parameters() -> None:
    text = " ".join(descriptor(NAME)["caveats"])
    kinds = labour_markets.KINDS.values()
    for column in (1, 2):
        assert "({})".format(", ".join(f"{kind[column]:.2f}" for kind in kinds)) in text
    counts = dict(zip(labour_markets.KINDS, (kind[0] for kind in kinds), strict=True))
    assert f"{counts['district']} districts, {counts['company town']} company towns" in text
    assert load(NAME)["kind"].value_counts().to_dict() == counts
    assert f"a beta of concentration {labour_markets.CLOSE[0]}" in text
    assert "concentrations {} and {}".format(*labour_markets.CLOSE[1:]) in text
    assert f"default_rng({labour_markets.SEED})" in text


def test_nobody_takes_it_for_real() -> None:
    described = descriptor(NAME)
    assert described["kind"] == "synthetic" and described["title"].startswith("Synthetic")
    assert described["picture"]["caption"].startswith("Synthetic data")
    assert described["description"].startswith("Synthetic data, no real place")
    assert "ynthetic" in str(info(NAME))


def test_no_name_is_that_of_a_french_commune() -> None:
    assert not set(labour_markets.NAMES) & set(load("communes")["name"])
