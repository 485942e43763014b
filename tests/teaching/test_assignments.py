"""Assignments for nbgrader: what they hold, what is drawn for whom, and that right answers are marked right."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest

from course_utils import my_territory
from course_utils.__main__ import main
from course_utils.teaching import assignments, content, draws
from course_utils.teaching.exercises import Exercise, exercise
from course_utils.teaching.marks import mark, well_formed

CHAPTERS = content.concepts()


def cells(made: dict[str, Any]) -> dict[str, str]:
    return {cell["id"]: "".join(cell["source"]) for cell in made["cells"]}


@pytest.fixture(scope="module")
def made() -> dict[str, Any]:
    return assignments.assignment("growth_pole", "2026")


def test_each_exercise_has_a_task_an_answer_and_a_locked_test(made: dict[str, Any]) -> None:
    graded = [c["metadata"]["nbgrader"] for c in made["cells"] if "nbgrader" in c["metadata"]]
    assert [g["grade_id"] for g in graded[::2]] == [f"growth_pole_{n}" for n in range(1, 6)]
    assert all(g["solution"] and not g["grade"] and not g["locked"] for g in graded[::2])
    assert all(g["grade"] and g["locked"] and not g["solution"] for g in graded[1::2])
    assert [g["points"] for g in graded[1::2]] == [1, 1, 4, 1, 1]
    assert len({g["grade_id"] for g in graded}) == len(graded) == 10
    assert [task.task in cells(made)[f"task-growth-pole-{n}"] for n, task in enumerate(
        content.find("growth_pole").exercises(), 1
    )] == [True] * 5  # fmt: skip


def test_all_that_marks_is_between_the_marks_of_hidden_tests(made: dict[str, Any]) -> None:
    for n in range(1, 6):
        visible, _, rest = cells(made)[f"test-growth-pole-{n}"].partition("### BEGIN HIDDEN TESTS")
        assert "mark(" not in visible and "well_formed" in visible
        assert "mark(" in rest and rest.rstrip().endswith("### END HIDDEN TESTS")
        answer = cells(made)[f"growth-pole-{n}"]
        assert answer.startswith("### BEGIN SOLUTION") and answer.endswith("### END SOLUTION")
        assert f"answer_{n} = " in answer and "check(" not in answer


@pytest.mark.parametrize("concept", ["growth_pole", *(pytest.param(c, marks=pytest.mark.slow) for c in CHAPTERS)])
def test_the_solutions_are_marked_right_and_a_neighbours_are_not(
    concept: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Run a whole assignment as nbgrader would, in the folder of a student."""
    monkeypatch.setenv("COURSE_UTILS_FACE", "static")
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    folder = tmp_path / "autograded" / "alice" / concept
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    space: dict[str, object] = {}
    code = [c for c in assignments.assignment(concept)["cells"] if c["cell_type"] == "code"]
    for cell in code:
        exec("".join(cell["source"]).replace('LOGIN = ""', 'LOGIN = "alice"'), space)
    assert my_territory().code == draws.drawn("alice", concept)
    with pytest.raises(AssertionError):
        mark(f"{concept}.1", "?" if exercise(f"{concept}.1").kind == "text" else wrong(concept), "alice", concept)


def wrong(concept: str) -> Any:
    """An answer of the right kind to the first exercise, far off."""
    task = exercise(f"{concept}.1")
    names = iter(task.choices().values()) if task.choices else iter(())
    parts = [{next(names)} if k == "set" else next(names, "?") if k == "text" else -12345.678 for k in task.kinds]
    return parts[0] if len(parts) == 1 else tuple(parts)


@pytest.mark.slow
def test_every_chapter_has_an_exercise_on_the_students_own_territory() -> None:
    assert all(any(map(assignments.own, content.find(concept).exercises())) for concept in CHAPTERS)


@pytest.mark.slow
@pytest.mark.parametrize("concept", CHAPTERS)
def test_every_territory_that_may_be_drawn_has_an_answer(concept: str) -> None:
    for task in filter(assignments.own, content.find(concept).exercises()):
        for code in draws.pool():
            my_territory(code)
            value = task.expected()
            assert all(g.status == "right" for g in task.grade(task.read(value), value)), (task.key, code)


def passing(task: Exercise) -> float:
    """Share of ordered pairs of territories in which one's right answer is taken for the other's."""
    codes, taken = draws.pool(), 0
    answers = {}
    for code in codes:
        my_territory(code)
        answers[code] = task.expected()
    for code in codes:
        my_territory(code)
        taken += sum(accepted(task, answers[other], answers[code]) for other in codes if other != code)
    return taken / (len(codes) * (len(codes) - 1))


def accepted(task: Exercise, given: Any, right: Any) -> bool:
    try:
        return all(grade.status == "right" for grade in task.grade(task.read(given), right))
    except (TypeError, ValueError):
        return False  # a name that means nothing in this territory


@pytest.mark.slow
def test_the_page_says_how_often_a_neighbours_numbers_pass(repository: Path) -> None:
    page = (repository / "book" / "teach" / "assess.md").read_text("utf-8")
    shares = {
        concept: max(passing(task) for task in filter(assignments.own, content.find(concept).exercises()))
        for concept in CHAPTERS
    }
    named = {"growth_pole": "the growth pole", "open_innovation": "open innovation", "govern_a_territory": "the game"}
    for concept, name in named.items():
        share = shares.pop(concept)
        assert f"{share:.0%} for {name}".replace("%", " %") in page.replace(" % of pairs for", " % for"), share
    assert f"in {max(shares.values()):.0%} or fewer in the other chapters".replace("%", " %") in page, shares


def test_draws_are_spread_and_differ_by_assignment_and_term() -> None:
    logins = [f"student{n:03}" for n in range(460)]
    counted = dict.fromkeys(draws.pool(), 0)
    for login in logins:
        counted[draws.drawn(login, "growth_pole")] += 1
    assert max(counted.values()) <= 16  # five each on average
    assert sum(count > 0 for count in counted.values()) >= 85
    first = [draws.drawn(login, "growth_pole") for login in logins]
    for other in (
        [draws.drawn(login, "proximity") for login in logins],
        [draws.drawn(n, "growth_pole", "2027") for n in logins],
    ):
        assert sum(a == b for a, b in zip(first, other, strict=True)) <= 20


def test_without_a_login_nothing_is_drawn() -> None:
    with pytest.raises(ValueError, match="LOGIN"):
        draws.drawn("  ", "growth_pole")


def test_hidden_checks_run_under_autograde_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    with pytest.raises(RuntimeError, match="autograde"):
        draws.graded()


def test_the_visible_check_says_nothing_of_the_value() -> None:
    well_formed("growth_pole.1", 123.0)
    with pytest.raises(TypeError, match="a fraction"):
        well_formed("growth_pole.1", "much")


def test_a_preparation_is_python_and_chooses_no_territory(made: dict[str, Any]) -> None:
    text = cells(made)["preparation"]
    ast.parse(text)
    assert 'my_territory("' not in text
    assert "from course_utils.concepts import growth_pole" in text


def test_the_command_writes_where_nbgrader_looks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["assignments", str(tmp_path), "--chapter", "growth_pole"]
    assert main(arguments) == 0
    assert (tmp_path / "growth_pole" / "growth_pole.ipynb").is_file()
    assert main(arguments) == 1
    assert "--force" in capsys.readouterr().err
