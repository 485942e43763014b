"""The editions of the notebooks: nothing of a solution in the student's, every key in the instructor's."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from course_utils.__main__ import main
from course_utils.teaching import content, editions
from course_utils.teaching.keys import keys, told

NOTEBOOKS = editions.notebooks()
FOLDED = re.compile(r"<details>.*?```python\n(.*?)```.*?</details>", re.DOTALL)
each = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)


def text(notebook: dict[str, Any], kind: str = "") -> str:
    cells = [c for c in notebook["cells"] if kind in ("", c["cell_type"])]
    return "\n\n".join("".join(cell["source"]) for cell in cells)


def solution_lines(path: Path) -> set[str]:
    """The lines of all solutions of a chapter that its code cells do not show anyway."""
    source = editions.read(path)
    shown = {line.strip() for line in text(source, "code").splitlines()}
    lines = {line.strip() for code in FOLDED.findall(text(source)) for line in code.splitlines()}
    return {line for line in lines - shown if len(line) > 12}


def test_there_is_one_notebook_a_concept() -> None:
    assert sorted(path.stem for path in NOTEBOOKS) == content.concepts()


@each
def test_no_solution_is_left_for_students(path: Path) -> None:
    made = editions.edited(path, "student")
    whole = json.dumps(made, ensure_ascii=False)
    assert len(solution_lines(path)) >= 5
    assert [line for line in solution_lines(path) if line in text(made)] == []
    for word in ("<details", "</details", "<summary", "Solution of exercise", "unfold"):
        assert word not in whole


@each
def test_all_else_is_left(path: Path) -> None:
    source, made = editions.read(path), editions.edited(path, "student")
    assert [c for c in made["cells"] if c["cell_type"] == "code"] == [
        c for c in source["cells"] if c["cell_type"] == "code"
    ]
    headings = re.compile(r"^#+ .+$", re.MULTILINE)
    assert headings.findall(text(made, "markdown")) == headings.findall(
        re.sub(r"<details>.*?</details>", "", text(source, "markdown"), flags=re.DOTALL)
    )
    removed = sum(map(len, re.findall(r"<details>.*?</details>", text(source), re.DOTALL)))
    plain = editions.relinked(text(source, "markdown"))
    assert 0 <= len(plain) - len(text(made, "markdown")) - removed <= 250


@each
def test_the_book_edition_differs_by_dead_links_only(path: Path) -> None:
    made = editions.edited(path)
    assert text(made, "code") == text(editions.read(path), "code")
    assert len(FOLDED.findall(text(made))) == 5
    assert "../../book/" not in text(made)
    for link in re.findall(r"\]\(([^)#]+\.ipynb)", text(made)):
        assert (path.parent / link).resolve() in NOTEBOOKS


def test_with_an_address_links_lead_to_the_book() -> None:
    path = next(path for path in NOTEBOOKS if path.stem == "growth_pole")
    made = text(editions.edited(path, book="https://example.org/course"))
    assert "[(Perroux 1955)](https://example.org/course/book/bibliography.html#cite-perroux-1955)" in made
    assert "https://example.org/course/book/glossary.html#term-knock-on-effect" in made


def test_the_keys_stand_in_the_instructors_edition_only() -> None:
    path = next(path for path in NOTEBOOKS if path.stem == "growth_pole")
    last = "".join(editions.edited(path, "instructor")["cells"][-1]["source"])
    assert last == keys("growth_pole")
    texts = content.find("growth_pole")
    for exercise in texts.exercises():
        assert f"- `{exercise.key}`: {told(exercise.expected())}" in last
    for question in (texts.wager().question, *texts.quiz()):
        right = next(option for option in question.options if option.right)
        assert f"{question.ask} **({question.right})** {right.text}" in last
    assert "## Keys" not in text(editions.edited(path, "student")) + text(editions.edited(path))


def test_an_unknown_edition_is_refused() -> None:
    with pytest.raises(ValueError, match="book, student, instructor"):
        editions.edited(NOTEBOOKS[0], "teacher")


def test_nothing_is_replaced_unasked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = tmp_path / "1_large_firm" / "growth_pole.ipynb"
    mine.parent.mkdir()
    mine.write_text("my notes", encoding="utf-8")
    assert main(["notebooks", str(tmp_path)]) == 1
    assert "--force" in capsys.readouterr().err
    assert mine.read_text("utf-8") == "my notes"
    assert sorted(tmp_path.rglob("*.ipynb")) == [mine], "nothing is written if one file is in the way"
    assert main(["notebooks", str(tmp_path), "--force", "--edition", "student"]) == 0
    assert len(list(tmp_path.rglob("*.ipynb"))) == len(NOTEBOOKS)
    assert "student's edition" in (tmp_path / "README.md").read_text("utf-8")


def run(folder: Path, *names: str) -> str:
    """Let nbval run notebooks of a folder: every cell without an error, the checked numbers equal."""
    command = [sys.executable, "-m", "pytest", "-q", "--nbval-lax", "-p", "no:cacheprovider", "-p", "no:xdist", *names]
    sanitize = Path(__file__).parents[2] / "tools" / "nbval_sanitize.cfg"
    done = subprocess.run(
        [*command, f"--nbval-sanitize-with={sanitize}"], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-4000:]
    return done.stdout


@pytest.mark.slow
def test_a_students_notebook_runs(tmp_path: Path) -> None:
    editions.copy(tmp_path, "student")
    assert "passed" in run(tmp_path, "1_large_firm/growth_pole.ipynb")


@pytest.mark.slow
def test_all_students_notebooks_run(tmp_path: Path) -> None:
    editions.copy(tmp_path, "student")
    assert "passed" in run(tmp_path, ".")


@pytest.mark.slow
@each
def test_every_chapter_has_its_keys(path: Path) -> None:
    assert len(re.findall(r"^- `", keys(path.stem), re.MULTILINE)) == 5


def test_solutions_are_python() -> None:
    """What is looked for in the student's edition is code, not an accident of the pattern."""
    for path in NOTEBOOKS:
        for code in FOLDED.findall(text(editions.read(path))):
            ast.parse(code)
