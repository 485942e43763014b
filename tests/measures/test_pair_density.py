"""K-density: its mass, its engines against one another, its bands; and Marcon and Puech's M."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.spatial.distance import pdist
from scipy.stats import gaussian_kde

from course_utils.measures import _grid, _pairs, k_density, k_density_bands, marcon_puech_m, pair_density

RANDOM = np.random.default_rng(7)
SQUARE = RANDOM.random((400, 2)) * 1000
CLUMP = np.vstack([RANDOM.random((300, 2)) * 1000, 400 + 20 * RANDOM.normal(size=(100, 2))])
JOBS = RANDOM.pareto(1.5, 400) + 1
RADII = np.linspace(0, 600, 31)


def naive(points: np.ndarray, radii: np.ndarray, weights: np.ndarray | None = None, h: float | None = None):
    """What a reader would write: scipy's estimator on all distances, and its mirror image."""
    d = pdist(points)
    left, right = np.triu_indices(len(points), 1)
    w = None if weights is None else weights[left] * weights[right]
    q1, q3 = np.percentile(d, [25, 75])
    h = h or 0.9 * min(d.std(), (q3 - q1) / 1.34) * len(d) ** -0.2
    estimate = gaussian_kde(d, weights=w)
    estimate.set_bandwidth(h / np.sqrt(estimate.covariance[0, 0]) * estimate.factor)
    return estimate(radii) + estimate(-radii)


@pytest.mark.parametrize("points", [SQUARE, CLUMP, SQUARE[:3], np.round(CLUMP, -2)])
def test_it_is_the_reflected_gaussian_estimate(points: np.ndarray) -> None:
    assert k_density(points, RADII) == pytest.approx(naive(points, RADII), rel=1e-9, abs=1e-14)


def test_pairs_count_by_the_products_of_their_weights() -> None:
    assert k_density(CLUMP, RADII, weights=JOBS) == pytest.approx(naive(CLUMP, RADII, JOBS), rel=1e-9)
    whole = np.array([1, 2, 3])
    split = np.repeat(CLUMP[:3], whole, axis=0)
    pairs = {True: 3 * 2 / 2 + 1, False: 11.0}  # of one place with itself, of two places
    same, apart = pairs[True], pairs[False]
    found = k_density(split, RADII, bandwidth=20.0) * (same + apart)
    at_zero = 2 * np.exp(-0.5 * (RADII / 20) ** 2) / (20 * np.sqrt(2 * np.pi))
    assert found == pytest.approx(k_density(CLUMP[:3], RADII, weights=whole, bandwidth=20.0) * apart + same * at_zero)


@pytest.mark.parametrize(("points", "weights"), [(SQUARE, None), (CLUMP, JOBS), (CLUMP[-50:], None)])
def test_it_integrates_to_one(points: np.ndarray, weights: np.ndarray | None) -> None:
    radii = np.linspace(0, 2500, 5001)
    assert np.trapezoid(k_density(points, radii, weights=weights), radii) == pytest.approx(1, abs=1e-6)


def test_the_order_of_radii_and_units_do_not_matter() -> None:
    shuffled = RANDOM.permutation(RADII)
    found = dict(zip(shuffled, k_density(CLUMP, shuffled), strict=True))
    assert [found[r] for r in RADII] == pytest.approx(k_density(CLUMP, RADII).tolist())
    assert 1000 * k_density(1000 * CLUMP, 1000 * RADII) == pytest.approx(k_density(CLUMP, RADII))


def many(kind: str, n: int = 3010) -> np.ndarray:
    random = np.random.default_rng(3)
    if kind == "uniform":
        return random.random((n, 2)) * [1000, 700]
    if kind == "clumped":
        return np.vstack([random.random((n // 2, 2)) * 1000, 300 + 15 * random.normal(size=(n - n // 2, 2))])
    return random.integers(0, 25, (n, 2)) * 40.37 + 0.123  # few sites, many plants on each


@pytest.mark.parametrize(("kind", "weighted"), [("uniform", False), ("clumped", True), ("few sites", True)])
def test_the_grid_stays_within_two_thousandths_of_the_exact_pairs(kind: str, weighted: bool) -> None:
    points, radii = many(kind), np.linspace(0, 900, 25)
    weights = np.random.default_rng(4).pareto(1.2, len(points)) + 1 if weighted else np.ones(len(points))
    h = _pairs.bandwidth_of(points)
    true = _pairs.exact(points, weights, radii, h)
    assert h > pair_density.SPAN * _grid.cell_of(points)
    binned = k_density(points, radii, weights=weights)
    assert not np.array_equal(binned, true)
    assert np.abs(binned - true).max() < 2e-3 * true.max()
    table = _pairs.Table(radii, h)(points, weights)
    assert np.abs(table - true).max() < 2e-5 * true.max()


def test_the_grid_at_its_narrowest_bandwidth() -> None:
    points, radii = many("clumped"), np.linspace(0, 900, 25)
    h = 2.0001 * _grid.cell_of(points)
    true = _pairs.exact(points, np.ones(len(points)), radii, h)
    assert np.abs(k_density(points, radii, bandwidth=h) - true).max() < 2e-3 * true.max()


def test_a_narrow_bandwidth_falls_back_on_true_distances() -> None:
    points, radii, h = many("clumped", 3010), np.linspace(0, 100, 21), 0.5
    true = _pairs.exact(points, np.ones(len(points)), radii, h)
    assert np.abs(k_density(points, radii, bandwidth=h) - true).max() < 2e-5 * true.max()


def test_the_bandwidth_is_that_of_the_true_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    points = many("clumped")
    d = pdist(points)
    q1, q3 = np.percentile(d, [25, 75])
    right = 0.9 * min(d.std(), (q3 - q1) / 1.34) * len(d) ** -0.2
    assert _pairs.bandwidth_of(points) == pytest.approx(right, rel=1e-12)
    monkeypatch.setattr(_pairs, "BLOCK", 100_000)  # as if there were too many pairs to hold
    assert _pairs.bandwidth_of(points) == pytest.approx(right, rel=1e-5)
    assert sum(len(d) for d, _w in _pairs.blocks(points, np.ones(len(points)))) == len(d)


# --- bands -------------------------------------------------------------------------------------------------------


def test_bands_hold_what_they_promise() -> None:
    found = k_density_bands(SQUARE[:30], SQUARE, RADII, simulations=400, seed=1)
    again = k_density_bands(SQUARE[:30], SQUARE, RADII, simulations=400, seed=1)
    assert found.simulations == 400 and np.array_equal(found.local, again.local)
    assert found.observed == pytest.approx(k_density(SQUARE[:30], RADII))
    assert found.curves.shape == (400, 31)
    assert np.quantile(found.curves, 0.95, axis=0) == pytest.approx(found.local[1])
    assert (found.global_[0] <= found.local[0]).all() and (found.local[0] < found.local[1]).all()
    assert (found.local[1] <= found.global_[1]).all()


def test_five_percent_of_fresh_throws_leave_the_global_band_and_more_the_local_one() -> None:
    radii, h = np.linspace(0, 600, 25), 60.0
    found = k_density_bands(SQUARE[:40], SQUARE, radii, simulations=1500, seed=2, bandwidth=h)
    random = np.random.default_rng(99)
    throws = [SQUARE[random.choice(400, 40, replace=False)] for _ in range(1500)]
    fresh = np.array([k_density(thrown, radii, bandwidth=h) for thrown in throws])
    assert (fresh > found.global_[1]).any(axis=1).mean() == pytest.approx(0.05, abs=0.02)
    assert (fresh < found.global_[0]).any(axis=1).mean() == pytest.approx(0.05, abs=0.02)
    assert (fresh > found.local[1]).mean(axis=0) == pytest.approx(np.full(25, 0.05), abs=0.025)
    assert (fresh > found.local[1]).any(axis=1).mean() > 0.12


def test_the_level_is_kept_among_the_simulations_themselves() -> None:
    random = np.random.default_rng(5)
    curves = random.normal(size=(300, 20)).cumsum(axis=1)
    for level in (0.5, 0.9, 0.95):
        low, high = pair_density._global(curves, level)
        out = int((1 - level) * 300 + 1e-9)
        assert (curves > high).any(axis=1).sum() <= out and (curves < low).any(axis=1).sum() <= out
        ranks = np.sort(curves, axis=0)
        rank = int(np.argmin(np.abs(ranks[:, 0] - high[0])))
        assert np.array_equal(ranks[rank], high)  # one rank at all distances
        assert (curves > ranks[rank - 1]).any(axis=1).sum() > out  # and the lowest that does


def test_a_cluster_leaves_the_band_at_its_own_distances_and_darts_do_not() -> None:
    near = k_density_bands(CLUMP[-40:], CLUMP[:300], RADII, simulations=200, seed=3, bandwidth=30.0)
    above = near.observed > near.global_[1]
    assert above[RADII <= 60].all() and not above[RADII >= 160].any()
    darts = k_density_bands(CLUMP[:40], CLUMP[:300], RADII, simulations=200, seed=3, bandwidth=30.0)
    assert not (darts.observed > darts.global_[1]).any()


def test_many_points_are_binned_in_the_bands_too() -> None:
    sites = many("uniform", 5000)
    found = k_density_bands(sites[:3010], sites, RADII, simulations=3, seed=0)
    thrown = sites[np.random.default_rng(0).choice(5000, 3010, replace=False)]
    true = _pairs.exact(thrown, np.ones(3010), RADII, _pairs.bandwidth_of(sites[:3010]))
    assert (found.global_[0] < true + 2e-3 * true.max()).all() and (found.global_[1] > true - 2e-3 * true.max()).all()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"points": [[0, 0]]}, r"points must be at least two pairs of coordinates, got shape \(1, 2\)"),
        ({"points": [[0, 0, 1], [1, 1, 1]]}, r"points must be.*shape \(2, 3\)"),
        ({"points": [[0, np.nan], [1, 1]]}, "points must be finite, got nan"),
        ({"points": [[1, 1], [1, 1]]}, "points are all equally far"),
        ({"radii": [-1.0]}, "radii must be at least 0, got -1"),
        ({"radii": []}, "radii is empty"),
        ({"weights": [1, 2]}, "weights must hold 3 values"),
        ({"weights": [1, -2, 3]}, "weights must be at least 0, got -2"),
        ({"weights": [1, 0, 0]}, "weights must be positive for two points at least, got 1"),
        ({"bandwidth": 0}, r"bandwidth must lie in \(0, inf\), got 0"),
    ],
)
def test_bad_input_is_named(change: dict[str, object], message: str) -> None:
    given = {"points": [[0, 0], [3, 4], [1, 9]], "radii": [1.0], "weights": None, "bandwidth": None} | change
    points, radii = given.pop("points"), given.pop("radii")
    with pytest.raises(ValueError, match=message):
        k_density(points, radii, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"sites": [[0, 0], [1, 1]]}, "sites must be at least as many as points, 3, got 2"),
        ({"simulations": 1}, r"simulations must lie in \[2, inf\), got 1"),
        ({"level": 1.0}, r"level must lie in \[0.5, 1\), got 1"),
    ],
)
def test_bad_bands_are_named(change: dict[str, object], message: str) -> None:
    given = {"sites": SQUARE, "simulations": 5, "level": 0.95} | change
    with pytest.raises(ValueError, match=message):
        k_density_bands([[0, 0], [3, 4], [1, 9]], given.pop("sites"), [1.0], **given)  # type: ignore[arg-type]


# --- Marcon and Puech's M ----------------------------------------------------------------------------------------


def by_hand(points: np.ndarray, own: np.ndarray, radius: float, w: np.ndarray) -> float:
    above = below = 0.0
    for i in np.flatnonzero(own):
        near = (np.hypot(*(points - points[i]).T) <= radius) & (np.arange(len(points)) != i)
        if w[near].sum():
            above += w[near & own].sum() / w[near].sum()
            below += (w[own].sum() - w[i]) / (w.sum() - w[i])
    return above / below


@pytest.mark.parametrize("weighted", [False, True])
def test_m_by_its_definition(weighted: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("course_utils.measures.marcon_puech.BLOCK", 5_000)  # several pieces
    own = np.arange(400) >= 340
    weights, radii = (JOBS if weighted else np.ones(400)), np.array([300.0, 20.0, 60.0])
    types = np.where(own, "textiles", "others")
    found = marcon_puech_m(CLUMP, types, radii, target="textiles", weights=JOBS if weighted else None)
    assert found == pytest.approx([by_hand(CLUMP, own, radius, weights) for radius in radii])
    assert min(found[1], found[2]) > found[0] > 1


def test_m_is_one_far_away_and_on_average_for_labels_drawn_at_random() -> None:
    random = np.random.default_rng(6)
    drawn = [
        marcon_puech_m(CLUMP, random.permutation(np.arange(400) < 80), [50.0, 2000.0], target=True) for _ in range(200)
    ]
    assert np.mean(drawn, axis=0) == pytest.approx([1, 1], abs=0.03)
    assert np.array(drawn)[:, 1] == pytest.approx(np.ones(200))


def test_m_has_no_value_without_neighbours() -> None:
    with pytest.warns(UserWarning, match="no plant has a neighbour within 1"):
        found = marcon_puech_m([[0, 0], [5, 0], [9, 0]], "aab", [1.0, 5.0], target="a")
    assert np.isnan(found[0]) and np.isfinite(found[1])


@pytest.mark.parametrize(
    ("types", "target", "message"),
    [("ab", "a", "types must hold 3 labels"), ("abb", "a", "target must be the type of two points at least, got 1")],
)
def test_bad_types_are_named(types: str, target: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        marcon_puech_m([[0, 0], [5, 0], [9, 0]], types, [1.0], target=target)
