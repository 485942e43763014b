"""Adding up a file of establishments that is too large for memory: `load_table` beside pandas.

`python -m benchmarks.big_tables` generates the file (seeded, in a temporary folder), lets each contender add it up in a
process of its own and writes `big_tables.md`; `--smoke` only sees that everything runs.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from benchmarks.report import table
from course_utils import load

ROWS, PIECE, SEED = 20_000_000, 1_000_000, 20161123
BOUND = 2_000_000_000
BANDS = ["NN", "00", "01", "02", "03", "11", "12", "21", "22", "31", "32", "41", "42", "51", "52", "53"]
PLACE, ACTIVITY, SIZE, STATE = (
    f"{name}Etablissement" for name in ("codeCommune", "activitePrincipale", "trancheEffectifs", "etatAdministratif")
)
PACKAGES = ("pandas", "numpy", "pyarrow", "duckdb")

#: What a contender runs: the file is `path`, the sum of establishments has to be `counted`.
OURS = """
from course_utils import load_table
def run(path):
    found = load_table(path, like="establishments", level="departement", engine="duckdb")
    return found["establishments"].sum(), found["employment_low"].sum(), found["employment_high"].sum()
"""
COMMON = f"""
import pandas as pd, pyarrow.parquet as pq
from course_utils.datasets.own.shapes import shape
columns = [{PLACE!r}, {ACTIVITY!r}, {SIZE!r}, {STATE!r}]
wanted = shape("establishments")
sectors = dict(wanted.column("sector").values)
least, most = (dict(wanted.column(name).values) for name in ("employment_low", "employment_high"))
def summed(frame):
    frame = frame[frame[{STATE!r}] == "A"]
    places = frame[{PLACE!r}]
    places = places.str[:2].where(~places.str.startswith("97"), places.str[:3])
    sizes = frame[{SIZE!r}]
    figures = pd.DataFrame({{"places": places, "sectors": frame[{ACTIVITY!r}].str[:2].map(sectors), "establishments": 1,
                            "low": sizes.map(least).fillna(0), "high": sizes.map(most).fillna(0)}})
    return figures.groupby(["places", "sectors"], dropna=False).sum()
"""
WHOLE = """
def run(path):
    whole = pd.read_parquet(path, columns=columns) if path.endswith("parquet") else pd.read_csv(
        path, usecols=columns, dtype="str", keep_default_na=False)
    found = summed(whole)
    return found["establishments"].sum(), found["low"].sum(), found["high"].sum()
"""
PIECES = """
def run(path):
    if path.endswith("parquet"):
        pieces = (batch.to_pandas() for batch in pq.ParquetFile(path).iter_batches(1_000_000, columns=columns))
    else:
        pieces = pd.read_csv(path, usecols=columns, dtype="str", keep_default_na=False, chunksize=1_000_000)
    found = pd.concat(map(summed, pieces)).groupby(level=[0, 1], dropna=False).sum()
    return found["establishments"].sum(), found["low"].sum(), found["high"].sum()
"""
MEASURED = """
import json, pathlib, sys, time
start = time.perf_counter()
sums = [int(value) for value in run(sys.argv[1])]
taken, worked = time.perf_counter() - start, time.process_time()
state = dict(line.split(":", 1) for line in pathlib.Path("/proc/self/status").read_text().splitlines())
print(json.dumps({"sums": sums, "seconds": taken, "worked": worked, "peak": int(state["VmHWM"].split()[0]) * 1024}))
"""
CONTENDERS = {
    "load_table (DuckDB)": OURS,
    "pandas, a million rows at a time": COMMON + PIECES,
    "pandas, all at once": COMMON + WHOLE,
}


def generate(folder: Path, rows: int) -> list[Path]:
    """Write the same rows as Parquet and as CSV, a piece at a time: places and sizes as uneven as real ones."""
    draw = np.random.default_rng(SEED)
    communes = load("communes")
    weights = communes["population_2026"].to_numpy(float) + 1
    values = {
        PLACE: (communes["code"].to_numpy(str), weights / weights.sum()),
        ACTIVITY: (np.array([f"{n:02}.{k}{k}Z" for n in range(1, 97) for k in (1, 2, 3)]), None),
        SIZE: (np.array(BANDS), np.array([0.4, 0.2, 0.2, 0.08, *[0.12 / 12] * 12])),
        STATE: (np.array(["A", "F"]), None),
    }
    paths = [folder / "establishments.parquet", folder / "establishments.csv"]
    schema = pa.schema([(name, pa.string()) for name in ("siret", *values)])
    with (
        pyarrow.parquet.ParquetWriter(paths[0], schema) as columnar,
        pyarrow.csv.CSVWriter(paths[1], schema) as text,
    ):
        for first in range(0, rows, PIECE):
            size = min(PIECE, rows - first)
            columns = [pa.array(np.char.zfill(np.arange(first, first + size).astype(str), 14))]
            columns += [pa.array(draw.choice(choices, size, p=shares)) for choices, shares in values.values()]
            piece = pa.table(dict(zip(schema.names, columns, strict=True)), schema=schema)
            columnar.write_table(piece)
            text.write_table(piece)
    return paths


def measure(code: str, path: Path) -> dict[str, object] | None:
    """Seconds, peak memory and sums of a contender in a fresh interpreter; None if it did not come to its end."""
    one_thread = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    command = [sys.executable, "-c", code + MEASURED, str(path)]
    done = subprocess.run(command, env=os.environ | one_thread, capture_output=True, text=True, timeout=3600)
    return json.loads(done.stdout) if done.returncode == 0 else None


def row(name: str, path: Path, found: dict[str, object] | None) -> list[str]:
    """A line of the table."""
    kind = path.suffix[1:].replace("csv", "CSV").replace("parquet", "Parquet")
    if found is None:
        return [f"{name}, {kind}", "did not finish", "", "", ""]
    peak = float(str(found["peak"]))
    return [
        f"{name}, {kind}",
        f"{found['seconds']:.1f}",
        f"{found['worked']:.1f}",
        f"{peak / 1e6:,.0f}",
        "yes" if peak < BOUND else "no",
    ]


def text(rows: list[list[str]], count: int, sizes: dict[str, int], alike: bool) -> str:
    """The whole of big_tables.md."""
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in PACKAGES)
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"
    files = " and ".join(f"{size / 1e6:,.0f} MB of {kind}" for kind, size in sizes.items())
    return f"""# A file of {count:,} establishments

Written by `python -m benchmarks.big_tables`. {machine}; {versions}; load average at the end: {os.getloadavg()[0]:.1f}.

Generated with a seed, {files}: active establishments are counted, and their employees
bounded, by département and sector. Each contender runs once, in a process of its own. *Seconds* are those of the clock
and depend on what else the machine does; *of processor* are those that the process worked on all cores, its start
included. Memory is the most that the process held at any time, its libraries included.

{table(("", "seconds", "of processor", "peak memory, MB", "below 2 GB"), rows)}

All contenders give the same sums: {"yes" if alike else "NO"}.
"""


def main() -> None:
    """Generate, measure, print and write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.big_tables", description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="a few thousand rows: does it run?")
    parser.add_argument("--rows", type=int, default=ROWS, help=f"rows of the file (default {ROWS:,})")
    parser.add_argument("--out", type=Path, default=Path(__file__).with_name("big_tables.md"), help="where to write")
    asked = parser.parse_args()
    count = 5000 if asked.smoke else asked.rows
    with tempfile.TemporaryDirectory(prefix="course-bench-") as name:
        paths = generate(Path(name), count)
        results = {(way, path): measure(code, path) for path in paths for way, code in CONTENDERS.items()}
        sizes = {path.suffix[1:].upper().replace("PARQUET", "Parquet"): path.stat().st_size for path in paths}
    sums = {json.dumps(found["sums"]) for found in results.values() if found}
    written = text([row(way, path, found) for (way, path), found in results.items()], count, sizes, len(sums) == 1)
    print(written)
    asked.out.write_text(written, "utf-8")


if __name__ == "__main__":
    main()
