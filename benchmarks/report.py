"""The tables of results.md."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import subprocess
from collections.abc import Iterable, Sequence
from statistics import median

from tools.chromium import find_or_install

PACKAGES = ("numpy", "pandas", "plotly", "ipywidgets", "jupyterlab", "panel", "bokeh", "jupyter-book")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table, all columns but the first to the right."""
    rule = ["---", *["---:"] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in [list(head), rule, *map(list, rows)])


def kilobytes(size: float) -> str:
    """Bytes as kB (1,000 bytes)."""
    return f"{size / 1000:,.1f}" if size < 100_000 else f"{size / 1000:,.0f}"


def spread(values: Sequence[float], scale: float = 1.0) -> str:
    """Median, and the quartiles where there are enough values."""
    ordered = sorted(v * scale for v in values)
    middle = f"{median(ordered):.1f}"
    if len(ordered) < 4:
        return middle
    return f"{middle} ({ordered[len(ordered) // 4]:.1f} to {ordered[(3 * len(ordered)) // 4]:.1f})"


def machine() -> str:
    """What the numbers were measured with."""
    chromium = subprocess.run([find_or_install(), "--version"], capture_output=True, text=True, check=True)
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in PACKAGES)
    load = os.getloadavg()[0]
    return (
        f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}, "
        f"{chromium.stdout.split(' built')[0].strip()} headless; {versions}. One BLAS thread; contenders by turns; "
        f"load average at the end: {load:.1f}."
    )
