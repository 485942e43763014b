"""Adding up: pandas, DuckDB and Dask give the same table or the same kind of error, and DuckDB keeps to its files."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from course_utils.datasets import BadTable, load, load_table
from course_utils.datasets.own import cluster, codes, columnar, duck, pieces

BY = ["territory", "sector", "year"]
SIRENE = ["codeCommuneEtablissement", "activitePrincipaleEtablissement", "trancheEffectifsEtablissement",
          "etatAdministratifEtablissement"]  # fmt: skip
BANDS = ["NN", "00", "01", "02", "03", "11", "12", "21", "22", "31", "32", "41", "42", "51", "52", "53", "", "??"]


def outcome(path: Path, engine: str, **asked: Any) -> pd.DataFrame | str:
    """The table, or the message of the error."""
    try:
        return load_table(path, engine=engine, **asked)
    except BadTable as error:
        return str(error)


def same(one: pd.DataFrame | str, other: pd.DataFrame | str) -> None:
    """Two outcomes agree: both tables, equal, or both errors."""
    assert isinstance(one, str) == isinstance(other, str), (one, other)
    if isinstance(one, pd.DataFrame) and isinstance(other, pd.DataFrame):
        pd.testing.assert_frame_equal(one, other, rtol=1e-12)


def written(amount: float, style: dict[str, Any]) -> str:
    """A number as the style writes it, or a word where there is none."""
    if not isinstance(amount, float):
        return amount
    text = f"{amount:,.2f}" if amount != int(amount) else f"{int(amount):,}"
    return text.replace(",", "#").replace(".", style["decimal"]).replace("#", style["apart"])


STYLES = st.fixed_dictionaries(
    {
        "delimiter": st.sampled_from(",;\t|"),
        "decimal": st.sampled_from(",."),
        "apart": st.sampled_from(["", " ", "\u202f", "'"]),
        "encoding": st.sampled_from(["utf-8", "utf-8-sig", "cp1252"]),
        "newline": st.sampled_from(["\n", "\r\n"]),
        "packed": st.booleans(),
    }
)
AMOUNTS = st.one_of(
    st.integers(0, 2_000_000).map(float),
    st.integers(0, 10**8).map(lambda cents: cents / 100),
    # One cell in ten or so is no number.
    st.sampled_from([float(n) for n in range(20)] + ["", "nd", "x", "-5", "=1+1", "1e3", "inf", "1 23", "5.5.5"]),
)
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["01", "2A", "38", "Île, de", 'a "b"', " 73 "]),
        st.sampled_from(["2008", "2018", "2018.0", " 2018"]),
        st.sampled_from(["industry", "métallurgie", "a;b|c", "x\u00a0"]),
        AMOUNTS,
        st.sampled_from(["1", "20", "", "300"]),
    ),
    min_size=1,
    max_size=30,
)


def csv(rows: list[tuple[Any, ...]], style: dict[str, Any]) -> bytes:
    """A CSV file in that style; every cell that needs quotation marks has them."""
    cells = [["territory", "year", "sector", "employment", "establishments"]]
    cells += [[code, year.replace(".", style["decimal"]), sector, written(jobs, style), count]
              for code, year, sector, jobs, count in rows]  # fmt: skip
    stream = io.StringIO()
    pd.DataFrame(cells[1:], columns=cells[0]).to_csv(
        stream, sep=style["delimiter"], index=False, lineterminator=style["newline"]
    )
    return stream.getvalue().replace("\u202f", " ").encode(style["encoding"], "strict")


@given(ROWS, STYLES, st.sampled_from([120, 1_000_000]))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_text_files_add_up_alike(rows: list[tuple[Any, ...]], style: dict[str, Any], head: int) -> None:
    data = csv(rows, style)
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patched:
        path = Path(folder, "mine.csv.gz" if style["packed"] else "mine.csv")
        path.write_bytes(__import__("gzip").compress(data, 1) if style["packed"] else data)
        asked: dict[str, Any] = {
            "aggregate": BY,
            "gaps": True,
            "decimal": style["decimal"],
            "encoding": style["encoding"],
        }
        patched.setattr(pieces, "HEAD", head)
        patched.setattr(cluster, "BLOCK", 150)
        results = {engine: outcome(path, engine, **asked) for engine in ("pandas", "duckdb", "dask")}
        same(results["pandas"], results["duckdb"])
        same(results["pandas"], results["dask"])


@given(ROWS, STYLES)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_style_seen_in_the_beginning_is_never_read_otherwise(
    rows: list[tuple[Any, ...]], style: dict[str, Any]
) -> None:
    """DuckDB judges how numbers are written by the beginning: what contradicts it below is an error, not a number."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patched:
        path = Path(folder, "mine.csv")
        path.write_bytes(csv(rows, style))
        patched.setattr(pieces, "HEAD", 120)
        whole, added = (outcome(path, engine, aggregate=BY, gaps=True) for engine in ("pandas", "duckdb"))
        if not isinstance(added, str):
            same(whole, added)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["38", "2A", "é"]),
            st.sampled_from([2008, 2018]),
            st.sampled_from(["a", "b", ""]),
            st.sampled_from([1.5, 2.0, 1e6, float("nan"), -1.0, float("inf")]),
        ),
        min_size=1,
        max_size=20,
    ),
    st.sampled_from(
        ["as it is", "year as decimals", "jobs as texts", "sector as categories", "whole jobs", "codes as numbers"]
    ),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_parquet_files_add_up_alike(rows: list[tuple[Any, ...]], how: str) -> None:
    frame = pd.DataFrame(rows, columns=["code", "annee", "secteur", "emploi"])
    changes: dict[str, Any] = {
        "year as decimals": {"annee": frame["annee"].astype(float)},
        "jobs as texts": {"emploi": frame["emploi"].astype(str)},
        "sector as categories": {"secteur": frame["secteur"].astype("category")},
        "whole jobs": {"emploi": frame["emploi"].replace([np.inf, -np.inf], 7).round().astype("Int32")},
        "codes as numbers": {"code": frame["annee"] - 2000},
    }
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "mine.parquet")
        frame.assign(**changes.get(how, {})).to_parquet(path, row_group_size=5)
        results = {e: outcome(path, e, aggregate=BY, gaps=True) for e in ("pandas", "duckdb", "dask")}
        same(results["pandas"], results["duckdb"])
        same(results["pandas"], results["dask"])


def establishments(rows: int, seed: int) -> pd.DataFrame:
    """A generated file of establishments, with the columns of INSEE's Sirene."""
    draw = np.random.default_rng(seed)
    communes = [*load("communes")["code"].iloc[::500], "75101", "69383", "13201", "99100", "", "[ND]"]
    activities = [f"{n:02}.{k}0Z" for n in range(1, 100) for k in (1, 2)]
    columns = [draw.choice(values, rows) for values in (communes, [*activities, ""], BANDS, ["A", "F"])]
    return pd.DataFrame(dict(zip(SIRENE, columns, strict=True)))


@pytest.mark.parametrize("level", [None, "commune", "departement", "epci", "region"])
@pytest.mark.parametrize("name", ["mine.csv", "mine.parquet"])
def test_establishments_add_up_alike(level: str | None, name: str, tmp_path: Path) -> None:
    frame = establishments(2000, 1)
    path = tmp_path / name
    frame.to_csv(path, index=False) if name.endswith("csv") else frame.to_parquet(path)
    tables = [load_table(path, like="establishments", level=level, engine=e) for e in ("pandas", "duckdb", "dask")]
    same(tables[0], tables[1])
    same(tables[0], tables[2])
    active = frame[frame[SIRENE[3]] == "A"]
    assert tables[0]["establishments"].sum() == len(active)
    assert list(tables[0]) == [
        "territory",
        "sector",
        "establishments",
        "employment",
        "employment_low",
        "employment_high",
    ]
    if level is not None:
        assert set(tables[0]["territory"]) - {"not_located"} <= set(codes.known(level))


def test_establishments_by_hand(tmp_path: Path) -> None:
    rows = [
        ("38185", "62.01Z", "12", "A"),  # 20 to 49 in Grenoble
        ("38421", "62.02A", "NN", "A"),  # nobody in Saint-Martin-d'Hères
        ("38185", "62.01Z", "53", "F"),  # closed
        ("69383", "01.11Z", "53", "A"),  # 10,000 and more in Lyon's third
        ("", "99.00Z", "01", "A"),
        ("38185", "", "", "A"),
    ]
    path = tmp_path / "mine.csv"
    pd.DataFrame(rows, columns=SIRENE).to_csv(path, index=False)
    table = load_table(path, like="establishments", level="departement").set_index(["territory", "sector"])
    assert {place: tuple(row) for place, row in table.iterrows()} == {
        ("38", "trade_transport_hospitality_ict"): (2, 34.5, 20, 49),
        ("38", "not_classified"): (1, 0.0, 0, 0),
        ("69", "agriculture"): (1, 10000.0, 10000, 10000),
        ("not_located", "arts_household_other_services"): (1, 1.5, 1, 2),
    }
    grouped = load_table(path, like="establishments", level="epci", aggregate=["territory"])
    assert grouped.set_index("territory").loc["200040715", "establishments"] == 3


def test_sectors_of_establishments_are_those_of_the_course(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    establishments(5000, 2).to_csv(path, index=False)
    sectors = set(load_table(path, like="establishments")["sector"])
    assert sectors == {*load("employment_departements")["sector"].cat.categories, "not_classified"}


@pytest.fixture
def connection(tmp_path: Path) -> Any:
    (tmp_path / "mine.csv").write_text("a\n1\n", encoding="utf8")
    with duck._connection([str(tmp_path / "mine.csv")]) as opened:
        yield opened


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('{other}')",
        "SELECT * FROM glob('/*')",
        "COPY (SELECT 1) TO '{other}'",
        "ATTACH '{other}'",
        "EXPORT DATABASE '{other}'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "INSTALL shellfs FROM community",
        "SELECT * FROM read_csv('http://localhost:9/a.csv')",
        "SET enable_external_access = true",
        "SET memory_limit = '100GB'",
        "SET lock_configuration = false",
        "SET autoload_known_extensions = true",
    ],
)
def test_duckdb_keeps_to_its_files(connection: Any, statement: str, tmp_path: Path) -> None:
    import duckdb

    with pytest.raises(duckdb.Error):
        connection.execute(statement.format(other=tmp_path / "other"))
    assert os.listdir(tmp_path) == ["mine.csv"]


def test_duckdb_reads_what_it_was_given(connection: Any, tmp_path: Path) -> None:
    assert connection.execute(f"SELECT count(*) FROM read_csv('{tmp_path / 'mine.csv'}')").fetchall() == [(1,)]


@pytest.mark.parametrize("name", ["it's; DROP TABLE x --.csv", 'quo"te.csv', "é ü.csv", "$1.csv", "a,b.csv"])
def test_names_of_files_are_no_statements(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("code,year,sector,jobs\n38,2018,a'b,5\n", encoding="utf8")
    table = load_table(tmp_path / name, aggregate=BY, engine="duckdb")
    assert table["sector"].tolist() == ["a'b"]


def test_names_of_columns_are_no_statements(tmp_path: Path) -> None:
    frame = pd.DataFrame({'x" FROM y --': ["38"], "year": [2018], "sector": ["a"], "jobs": [5.0]})
    frame.to_parquet(tmp_path / "mine.parquet")
    asked = {"columns": {"territory": 'x" FROM y --'}, "aggregate": BY, "engine": "duckdb"}
    assert load_table(tmp_path / "mine.parquet", **asked)["territory"].tolist() == ["38"]


def test_patterns_in_names_are_refused_where_they_would_be_patterns(tmp_path: Path) -> None:
    (tmp_path / "a[1].csv").write_text("code,year,sector,jobs\n38,2018,a,5\n", encoding="utf8")
    for engine in ("duckdb", "dask"):
        assert "ename" in str(outcome(tmp_path / "a[1].csv", engine, aggregate=BY))


def test_files_of_a_pattern_are_laid_out_alike(tmp_path: Path) -> None:
    for name, text in {
        "a": "code,year,sector,jobs\n38,2018,a,5\n",
        "b": "code,year,jobs,sector\n38,2018,6,a\n",
    }.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf8")
    assert "b.csv: it is not laid out like a.csv" in str(outcome(tmp_path / "*.csv", "duckdb", aggregate=BY))
    assert load_table(tmp_path / "*.csv", aggregate=BY)["employment"].tolist() == [11.0]
    (tmp_path / "b.csv").write_text("code,year,sector,jobs\n38,2018,a,7\n", encoding="utf8")
    assert load_table(tmp_path / "*.csv", aggregate=BY, engine="duckdb")["employment"].tolist() == [12.0]
    assert load_table(tmp_path / "*.csv", aggregate=BY, engine="dask")["employment"].tolist() == [12.0]


def test_two_workers_give_what_duckdb_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The recipe of the book: the same call, with a client of a cluster (here two processes of this machine)."""
    import distributed

    frame = establishments(40_000, 3)
    frame.to_csv(tmp_path / "mine.csv", index=False)
    frame.to_parquet(tmp_path / "mine.parquet", row_group_size=5000)
    monkeypatch.setattr(cluster, "BLOCK", 100_000)
    monkeypatch.setattr(pieces, "HEAD", 10_000)
    asked = {"like": "establishments", "level": "departement"}
    workers = {"n_workers": 2, "threads_per_worker": 1, "processes": True, "dashboard_address": None}
    with distributed.LocalCluster(**workers) as two, distributed.Client(two, timeout=60) as client:
        for name in ("mine.csv", "mine.parquet"):
            with distributed.get_task_stream(client) as stream:
                added = load_table(tmp_path / name, engine="dask", **asked)
            assert len({task["worker"] for task in stream.data}) == 2
            same(load_table(tmp_path / name, engine="duckdb", **asked), added)
        (tmp_path / "mine.csv").write_text(frame.to_csv(index=False) + "38185,62.01Z,12\n", encoding="utf8")
        assert "a row has 3 cells" in str(outcome(tmp_path / "mine.csv", "dask", **asked))


MEASURED = """
import json, pathlib, sys
from course_utils import load_table
table = load_table(sys.argv[1], like="establishments", level="departement", engine="duckdb")
state = dict(line.split(":", 1) for line in pathlib.Path("/proc/self/status").read_text().splitlines())
print(json.dumps([int(table["establishments"].sum()), int(state["VmHWM"].split()[0]) * 1024]))
"""


@pytest.mark.slow
def test_memory_is_bounded(tmp_path: Path) -> None:
    """Five million rows, in a file of more than 150 MB, stay below a gigabyte and a half."""
    frame = establishments(250_000, 4).assign(siret=lambda f: [f"{n:014}" for n in range(len(f))])
    head, _, rows = frame.to_csv(index=False).partition("\n")
    with open(tmp_path / "mine.csv", "w", encoding="utf8") as file:
        file.write(head + "\n")
        for _ in range(20):
            file.write(rows)
    active = 20 * int((frame[SIRENE[3]] == "A").sum())
    command = [sys.executable, "-c", MEASURED, str(tmp_path / "mine.csv")]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=600)
    counted, peak = json.loads(done.stdout)
    assert counted == active
    assert peak < 1.5e9


def test_row_groups_are_read_apart(tmp_path: Path) -> None:
    establishments(100, 5).to_parquet(tmp_path / "mine.parquet", row_group_size=30)
    assert columnar.group_count(tmp_path / "mine.parquet") == 4
