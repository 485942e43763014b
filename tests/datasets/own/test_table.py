"""`load_table`: what is found by itself, what is asked for, what comes out."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest

from course_utils.datasets import BadTable, UnknownDataset, load, load_table, template
from course_utils.datasets.descriptors import descriptor, names
from course_utils.datasets.own import files
from course_utils.datasets.own.shapes import shape

FRENCH = (
    "Département;Libellé;Année;Secteur;Emploi\n38;Isère;2018;métallurgie;73 800,5\n2A;Corse-du-Sud;2018;énergie;1 204\n"
)
EXPECTED = pd.DataFrame(
    {
        "territory": pd.Series(["38", "2A"], dtype="str"),
        "name": pd.Series(["Isère", "Corse-du-Sud"], dtype="str"),
        "year": [2018, 2018],
        "sector": pd.Categorical(["métallurgie", "énergie"], ["métallurgie", "énergie"]),
        "employment": [73800.5, 1204.0],
    }
)


def saved(folder: Path, data: str | bytes, name: str = "mine.csv") -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def equal(table: pd.DataFrame, expected: pd.DataFrame = EXPECTED) -> None:
    pd.testing.assert_frame_equal(table, expected, check_flags=False)


def complaint(path: Path, **asked: Any) -> str:
    with pytest.raises(BadTable) as caught:
        load_table(path, **asked)
    return str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_french_files_are_read(tmp_path: Path, encoding: str, delimiter: str, newline: str) -> None:
    text = FRENCH.replace(";", delimiter).replace("\n", newline)
    equal(load_table(saved(tmp_path, text.encode(encoding))))


def test_english_files_are_read(tmp_path: Path) -> None:
    rows = ['38,Isère,2018,métallurgie,"73,800.5"', '2A,Corse-du-Sud,2018,énergie,"1,204"']
    equal(load_table(saved(tmp_path, "\n".join(["territory,name,time,industry,jobs", *rows]))))


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f", "'"])
def test_thousands_may_stand_apart(tmp_path: Path, space: str) -> None:
    equal(load_table(saved(tmp_path, FRENCH.replace("73 800", f"73{space}800").replace("1 204", f"1{space}204"))))


def test_packed_files_titles_blank_rows_and_other_columns(tmp_path: Path) -> None:
    lines = FRENCH.splitlines()
    lines = ["Emploi au lieu de travail;;;;;", "", *(f"{line};remarque" for line in lines), ";;;;;", ""]
    table = load_table(saved(tmp_path, gzip.compress("\n".join(lines).encode()), "mine.csv.gz"))
    equal(table)
    assert table.attrs == {"file": str(tmp_path / "mine.csv.gz"), "like": "employment_by_territory"}


def test_order_of_columns_and_quotes_do_not_matter(tmp_path: Path) -> None:
    rows = ['"73800,5", "métallurgie",2018,"38","Isère"', "1204,énergie,2018,2A,Corse-du-Sud"]
    equal(load_table(saved(tmp_path, "\n".join(['"jobs", "sector","year","code","nom"', *rows]))))


def test_columns_can_be_named_and_told_apart(tmp_path: Path) -> None:
    path = saved(tmp_path, "codgeo,dep,year,sector,EFF_TOT\n38185,38,2018,a,5\n73065,73,2018,a,6\n")
    assert "no column 'employment'" in complaint(path, columns={"territory": "codgeo"})
    given = {"columns": {"employment": "eff_tot"}}
    assert "several columns could be 'territory': 'codgeo', 'dep'" in complaint(path, **given)
    assert load_table(path, level="departement", **given)["territory"].tolist() == ["38", "73"]
    assert load_table(path, level="commune", **given)["territory"].tolist() == ["38185", "73065"]


def test_what_is_unclear_can_be_said(tmp_path: Path) -> None:
    path = saved(tmp_path, "code;year;sector;jobs\n38;2018;a;1,234\n")
    assert "may be a decimal comma or part thousands: '1,234' (column 'jobs', row 2)" in complaint(path)
    assert load_table(path, decimal=",")["employment"].tolist() == [1.234]
    assert load_table(path, decimal=".")["employment"].tolist() == [1234.0]
    assert "text where a number" in complaint(saved(tmp_path, "code;year;sector;jobs\n38;2018;a;1.5\n"), decimal=",")
    path = saved(tmp_path, "code~year~sector~jobs\n38~2018~a~5\n")
    assert load_table(path, delimiter="~")["employment"].tolist() == [5.0]
    path = saved(tmp_path, "code;year;sector;jobs\n38;2018;Łódź;5\n".encode("cp1250"))
    assert load_table(path, encoding="cp1250")["sector"].tolist() == ["Łódź"]


@pytest.mark.parametrize("engine", ["pandas", "duckdb"])
def test_gaps_are_kept_where_they_are_allowed(tmp_path: Path, engine: str) -> None:
    path = saved(
        tmp_path, "code;year;sector;jobs;etablissements\n38;2018;a;5;1\n38;2018;b;s;\n73;2018;a;;2\n73;2018;a;4;3\n"
    )
    assert (
        "nothing where a value is required: 's' (row 3), '' (row 4). Fill in or delete these rows, or say gaps=True"
        in complaint(path)
    )
    table = load_table(path, gaps=True, aggregate=["territory", "sector", "year"], engine=engine)
    assert table["employment"].fillna(-1).tolist() == [5.0, -1.0, 4.0]
    assert table["establishments"].fillna(-1).tolist() == [1.0, -1.0, 5.0]


def test_a_template_can_be_filled_and_read(tmp_path: Path) -> None:
    for like in ("employment_by_territory", "population_by_territory"):
        blank = template(like)
        for name, save in (("csv", blank.to_csv), ("xlsx", blank.to_excel)):
            save(tmp_path / f"mine.{name}", index=False)
            table = load_table(tmp_path / f"mine.{name}", like=like, level="departement")
            pd.testing.assert_frame_equal(table, blank, check_dtype=False, check_categorical=False, check_flags=False)
    assert list(template("flows")) == ["from", "to", "value"]


def test_the_template_shows_real_figures() -> None:
    jobs = (
        load("employment_departements").query("departement == '38' and year == 2018").set_index("sector")["employment"]
    )
    assert template()["employment"].tolist() == jobs[["industry", "construction"]].tolist()
    people = load("departements").set_index("code").loc[["38", "73"], "population_2026"]
    assert template("population_by_territory")["population"].tolist() == people.tolist()


def test_flows(tmp_path: Path) -> None:
    path = saved(tmp_path, "origine;destination;flux\n38;73;12\n73;38;7\n")
    assert load_table(path, like="flows", level="departement").to_dict("list") == {
        "from": ["38", "73"], "to": ["73", "38"], "value": [12.0, 7.0]}  # fmt: skip
    path = saved(tmp_path, "origine;destination;flux\n38;99;12\n")
    assert "column 'destination' (to) has codes that no département has: '99' (row 2)" in complaint(
        path, like="flows", level="departement"
    )


TABLES = [
    name
    for name in names()
    if "schema" in descriptor(name)["resources"][0] and descriptor(name)["resources"][0]["rows"] < 4000
]


@pytest.mark.parametrize("name", TABLES)
def test_a_shipped_table_is_read_like_itself(name: str, tmp_path: Path) -> None:
    """Every data set is a shape: its own table, saved as a reader would save it, comes back as it was."""
    table = load(name)
    table.to_csv(tmp_path / "mine.csv", index=False)
    same = load_table(tmp_path / "mine.csv", like=name, decimal=".")
    pd.testing.assert_frame_equal(same, table, check_dtype=False, check_flags=False)
    kinds = {c.name: c.type for c in shape(name).columns}
    assert {n: same[n].dtype for n in same if kinds[n] != "number"} == {
        n: table[n].dtype for n in same if kinds[n] != "number"
    }


def workbook(folder: Path, rows: list[list[Any]], **more: Any) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for title, other in more.items():
        sheet = book.create_sheet(title)
        for row in other:
            sheet.append(row)
    book.save(folder / "mine.xlsx")
    return folder / "mine.xlsx"


def test_workbooks(tmp_path: Path) -> None:
    rows = [
        ["code", "libellé", "année", "secteur", "emploi"],
        [38, "Isère", 2018, "métallurgie", 73800.5],
        ["2A", "Corse-du-Sud", 2018.0, "énergie", 1204],
    ]
    equal(load_table(workbook(tmp_path, rows)))
    titled = workbook(tmp_path, [["Emploi"], [], *rows, [], []])
    equal(load_table(titled))
    other = workbook(tmp_path, [["notes"]], data=rows)
    equal(load_table(other, sheet="data"))
    assert "no sheet 'dta'. Its sheets are 'Sheet', 'data'" in complaint(other, sheet="dta")
    equal(load_table(workbook(tmp_path, rows), decimal=","))


def test_a_merged_title_is_no_fault(tmp_path: Path) -> None:
    path = workbook(tmp_path, [["Emploi"], ["code", "année", "secteur", "emploi"], ["38", 2018, "a", 5]])
    book = openpyxl.load_workbook(path)
    book.active.merge_cells("A1:D1")
    book.save(path)
    assert len(load_table(path)) == 1


def test_codes_that_excel_cut_are_named(tmp_path: Path) -> None:
    path = workbook(tmp_path, [["code", "année", "secteur", "emploi"], [1, 2018, "a", 5], [38, 2018, "a", 5]])
    found = complaint(path, level="departement")
    assert "'1' (row 2). Did you mean '01' (Ain) for '1'? Excel drops leading zeros" in found


@pytest.mark.parametrize(
    ("code", "level", "advice"),
    [
        ("Isère", "departement", "Did you mean '38' (Isère)"),
        ("2a", "departement", "Did you mean '2A' (Corse-du-Sud)"),
        ("38185", "departement", "They are codes of communes: say level=\"commune\""),
        ("20004071", "epci", "Did you mean '200040715' (Grenoble-Alpes-Métropole)"),
        ("69383", "commune", "Did you mean '69123' (Lyon)"),
        ("1004", "commune", "Did you mean '01004' (Ambérieu-en-Bugey)"),
        ("8", "region", "Excel drops leading zeros"),
    ],
)  # fmt: skip
def test_unknown_codes_get_advice(code: str, level: str, advice: str, tmp_path: Path) -> None:
    assert advice in complaint(saved(tmp_path, f"code,year,sector,jobs\n{code},2018,a,5\n"), level=level)


HEAD = "code;year;sector;jobs\n"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("code,year,sector,jobs\n38,2018,a,73,5\n", ["row 2 has 5 cells, the header 4", "decimal comma"]),
        ("code,an,sect,jobs\n38,2018,a,5\n", ["no column 'sector'", "Is it 'sect'?", 'columns={"sector": "sect"}']),
        ("code,sector,2008,2018\n38,a,5,6\n", ["stand in columns", "melt"]),
        ("38,2018,industry,5\n73,2018,industry,6\n", ["no header row"]),
        (HEAD + "38;2018;a;5\n38;2018;a;6\n", ["rows 2 and 3", "(territory 38, sector a, year 2018)", "aggregate="]),
        (
            HEAD + "38;2018;a;-5\n38;2018;b;-6\n",
            ["'jobs' (employment) has a number below 0: '-5' (row 2), '-6' (row 3)"],
        ),
        (HEAD + "".join(f"38;2018;a{n};x\n" for n in range(9)), ["'x' (row 4) and 6 more"]),
        (HEAD + ";;;persons\n38;2018;a;5\n", ["row 2, below the header", "line of units"]),
        (HEAD + "38;2018;a;=1+1\n", ["a formula", "paste the column as values"]),
    ],
)
def test_errors_say_what_where_and_how_to_mend(text: str, parts: list[str], tmp_path: Path) -> None:
    found = complaint(saved(tmp_path, text))
    assert [part for part in parts if part not in found] == []


def test_several_files_of_one_pattern(tmp_path: Path) -> None:
    head = "code;year;sector;jobs\n"
    for code in ("38", "73"):
        saved(tmp_path, f"{head}{code};2018;a;5\n", f"part{code}.csv")
    pattern = str(tmp_path / "part*.csv")
    assert load_table(pattern)["territory"].tolist() == ["38", "73"]
    saved(tmp_path, f"{head}38;2018;a;6\n", "part99.csv")
    assert "rows 2 of part38.csv and 2 of part99.csv" in complaint(tmp_path / "part*.csv")
    assert load_table(pattern, aggregate=["territory", "sector", "year"])["employment"].tolist() == [11.0, 5.0]
    saved(tmp_path, "PK\x03\x04", "part00.csv")
    assert "files of different kinds" in complaint(tmp_path / "part*.csv")


def test_a_name_with_a_pattern_in_it_is_a_name(tmp_path: Path) -> None:
    equal(load_table(saved(tmp_path, FRENCH, "mine [1] *.csv")))


def test_links_are_followed(tmp_path: Path) -> None:
    (tmp_path / "link.csv").symlink_to(saved(tmp_path, FRENCH))
    equal(load_table(tmp_path / "link.csv"))


def test_what_does_not_fit_in_memory_has_to_be_added_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = "".join(f"{1 + n % 9:02};2018;a;1\n" for n in range(1000))
    plain = saved(tmp_path, "code;year;sector;jobs\n" + rows)
    packed = saved(tmp_path, gzip.compress(plain.read_bytes()), "mine.csv.gz")
    monkeypatch.setattr(files, "LIMIT", 5000)
    for path in (plain, packed):
        assert 'aggregate=["territory", "sector", "year"]' in complaint(path)
        table = load_table(path, aggregate=["territory", "sector", "year"], level="departement")
        assert table["employment"].tolist() == [112.0] + [111.0] * 8


@pytest.mark.parametrize(
    "asked",
    [
        {"level": "canton"},
        {"decimal": ";"},
        {"delimiter": ";;"},
        {"engine": "spark"},
        {"engine": "duckdb"},
        {"aggregate": ["sectors"]},
        {"like": "departements", "aggregate": ["code"]},
    ],
)
def test_arguments_that_cannot_be_followed(asked: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(asked)) if len(asked) == 1 else "do not add up"):
        load_table("mine.csv", **asked)


def test_unknown_shapes() -> None:
    with pytest.raises(UnknownDataset, match="did you mean 'employment_by_territory'"):
        load_table("mine.csv", like="employment_by_teritory")
    with pytest.raises(UnknownDataset):
        load_table("mine.csv", like="geometry")


def test_years_are_not_added_up(tmp_path: Path) -> None:
    path = saved(tmp_path, "code;year;sector;jobs\n38;2018;a;5\n")
    assert "several years do not add up" in complaint(path, aggregate=["territory"])


def test_a_missing_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workbook(tmp_path, [["code"]])
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    with pytest.raises(ImportError, match=r"needs openpyxl: pip install .\.\[excel\]"):
        load_table(path)
