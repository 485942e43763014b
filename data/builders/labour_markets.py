"""Made-up local labour markets with manufacturing jobs by industry and size of plant, to sieve out districts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ._package import File, csv_gz, csv_text, write_package

SEED = 1979
# Invented, names of no French commune.
NAMES = (
    "Ambra", "Belmo", "Cavra", "Dorvo", "Eltra", "Fonda", "Garvo", "Halno", "Istov", "Jorna", "Kelva", "Lumbo",
    "Marna", "Nervo", "Ombro", "Parvo", "Quint", "Rosta", "Selmo", "Tarva", "Ulvo", "Vadro", "Welda", "Xanto",
    "Yarno", "Zelto", "Arvin", "Bresk", "Corvo", "Delma", "Ervia", "Falmo", "Gessa", "Holva", "Irmo", "Junda",
    "Korma", "Lezza", "Molva", "Nadra", "Ostro", "Pilma", "Rugna", "Sorva", "Tolmo", "Urbia", "Vesma", "Zorda",
)  # fmt: skip
INDUSTRIES = ("textiles", "leather", "furniture", "ceramics", "metalwork", "machinery", "food", "chemicals")
SIZES = ("1-49", "50-249", "250+")
#: Kind of place: how many, share of manufacturing, weight of the industry favoured, small and medium plants there.
KINDS = {
    "district": (12, 0.42, 0.50, (0.62, 0.28)),
    "company town": (7, 0.44, 0.55, (0.10, 0.15)),
    "mixed": (13, 0.31, 0.25, (0.25, 0.20)),
    "services": (10, 0.13, 0.10, (0.45, 0.30)),
    "rural": (6, 0.20, 0.25, (0.70, 0.25)),
}
# Smallest and largest number of jobs (drawn evenly in logarithm), and how closely a place follows its kind:
# concentrations of a beta and of two Dirichlet distributions; the larger, the closer.
JOBS, CLOSE = (4_000, 90_000), (40, 25, 7)
#: Shares of the eight industries, and of small and medium plants, where a place favours nothing.
BASE, PLAIN = (0.12, 0.06, 0.09, 0.05, 0.20, 0.20, 0.16, 0.12), (0.40, 0.30)


@dataclass(frozen=True)
class Place:
    """One invented labour market: all jobs, and manufacturing jobs by industry and size."""

    kind: str
    jobs: int
    plants: np.ndarray


def place(kind: str, favoured: int, random: np.random.Generator) -> Place:
    """Draw one place of a kind that favours one industry."""
    _count, share, weight, sizes = KINDS[kind]
    jobs = int(np.exp(random.uniform(*np.log(JOBS))))
    making = jobs * random.beta(share * CLOSE[0], (1 - share) * CLOSE[0])
    mix = (1 - weight) * np.array(BASE)
    mix[favoured] += weight
    industries = making * random.dirichlet(CLOSE[1] * mix)
    rows = [_sizes(sizes if i == favoured else PLAIN, random) for i in range(len(INDUSTRIES))]
    return Place(kind, jobs, np.rint(industries[:, None] * np.array(rows)).astype(int))


def _sizes(sizes: tuple[float, float], random: np.random.Generator) -> np.ndarray:
    return random.dirichlet(CLOSE[2] * np.array([*sizes, 1 - sum(sizes)]))


def tables(seed: int = SEED) -> dict[str, pd.DataFrame]:
    """Labour markets and their manufacturing jobs, of one seed."""
    random = np.random.default_rng(seed)
    kinds = random.permutation([kind for kind, (count, *_rest) in KINDS.items() for _ in range(count)])
    found = [place(kind, int(random.integers(len(INDUSTRIES))), random) for kind in kinds]
    markets = pd.DataFrame(
        {
            "labour_market": NAMES,
            "kind": [p.kind for p in found],
            "employment": [max(p.jobs, int(p.plants.sum())) for p in found],
            "manufacturing": [int(p.plants.sum()) for p in found],
        }
    )
    cells = [
        (name, industry, size, int(p.plants[i, s]))
        for name, p in zip(NAMES, found, strict=True)
        for i, industry in enumerate(INDUSTRIES)
        for s, size in enumerate(SIZES)
    ]
    columns = ["labour_market", "industry", "plant_size", "employment"]
    return {"labour_markets": markets, "manufacturing": pd.DataFrame(cells, columns=columns)}


def files(seed: int = SEED) -> dict[str, File]:
    """The package's files."""
    made = tables(seed)
    return {"labour_markets": csv_text(made["labour_markets"]), "manufacturing": csv_gz(made["manufacturing"])}


def build() -> None:
    """Write the package."""
    write_package("synthetic_labour_markets", files())
