"""An assignment from its generation to the marks, with four simulated students, in a folder that is thrown away.

Run it with the Python of an environment that holds nbgrader and the course (README.md says how):
`python deploy/nbgrader/trial.py spatial_concentration`. It exits with 1 if a mark is not the expected one.
"""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from course_utils import my_territory
from course_utils.teaching import content
from course_utils.teaching.assignments import OWN, SHARED, own
from course_utils.teaching.draws import drawn

CONFIG = """
c = get_config()
c.CourseDirectory.course_id = "trial"
c.Exchange.root = {exchange!r}
c.Execute.timeout = 180
"""


def nbgrader(folder: Path, *arguments: str) -> None:
    """Run one command of nbgrader in a folder, as a person would."""
    # nbgrader starts `alembic` by its name: the environment's programs must be found first, activated or not.
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = os.environ | {"COURSE_UTILS_FACE": "static", "PATH": path}
    command = [sys.executable, "-m", "nbgrader", *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(arguments)}\n{done.stdout[-3000:]}\n{done.stderr[-6000:]}")


def literal(value: object) -> str:
    """An answer as somebody would copy it from a neighbour's screen."""
    if isinstance(value, (tuple, list)):
        return f"({', '.join(map(literal, value))},)"
    return repr(value) if isinstance(value, (str, set, frozenset)) else repr(float(value))  # type: ignore[arg-type]


def neighbours(chapter: str, login: str) -> list[str]:
    """The right answers of a student, as literals."""
    my_territory(drawn(login, chapter))
    return [f"answer_{n} = {literal(t.expected())}" for n, t in enumerate(content.find(chapter).exercises(), 1)]


def fill(released: Path, login: str, answers: dict[int, str]) -> None:
    """Write a login and some answers into a released notebook; an answer not given keeps nbgrader's stub."""
    notebook = json.loads(released.read_text("utf-8"))
    n = 0
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        if source.count('LOGIN = ""'):
            cell["source"] = source.replace('LOGIN = ""', f"LOGIN = {login!r}")
        if cell["metadata"].get("nbgrader", {}).get("solution"):
            n += 1
            cell["source"] = answers.get(n, source)
    released.write_text(json.dumps(notebook), encoding="utf-8")


def solutions(source: Path) -> list[str]:
    """The instructor's solutions, by order of exercise."""
    cells = json.loads(source.read_text("utf-8"))["cells"]
    return ["".join(c["source"]) for c in cells if c["metadata"].get("nbgrader", {}).get("solution")]


def no_leak(released: Path) -> None:
    """Nothing that only the instructor may see is in the released notebook."""
    text = released.read_text("utf-8")
    assert not [word for word in ("BEGIN HIDDEN", "mark(", "graded(", "BEGIN SOLUTION") if word in text]
    assert text.count("raise NotImplementedError()") == 5


def handed_in(chapter: str, solved: list[str]) -> dict[str, tuple[str, dict[int, str]]]:
    """What the students write: login, and answers by number."""
    right = dict(enumerate(solved, 1))
    copied = dict(enumerate(neighbours(chapter, "alice"), 1))
    return {
        "alice": ("alice", right),
        "ben": ("ben", {n: right[n] for n in (1, 2, 3)}),
        "carl": ("carl", copied),
        "dora": ("alice", right),
    }


def expected(chapter: str) -> dict[str, float]:
    """The marks that these students deserve; copying pays where the exercise is the same for all."""
    points = [OWN if own(task) else SHARED for task in content.find(chapter).exercises()]
    shared = float(sum(p for p in points if p == SHARED))
    return {"alice": float(sum(points)), "ben": float(sum(points[:3])), "carl": shared, "dora": shared}


def prepare(root: Path, chapter: str) -> Path:
    """Make a course with its exchange folder, generate the assignment and release it."""
    course, exchange = root / "course", root / "exchange"
    course.mkdir()
    exchange.mkdir(mode=0o777)
    exchange.chmod(0o777)
    (course / "nbgrader_config.py").write_text(CONFIG.format(exchange=str(exchange)), encoding="utf-8")
    written = [sys.executable, "-m", "course_utils", "assignments", "source", "--chapter", chapter]
    subprocess.run(written, cwd=course, check=True)
    nbgrader(course, "generate_assignment", chapter)
    no_leak(course / "release" / chapter / f"{chapter}.ipynb")
    nbgrader(course, "release_assignment", chapter)
    return course


def attend(root: Path, course: Path, chapter: str) -> None:
    """Each student fetches, fills in and submits."""
    solved = solutions(course / "source" / chapter / f"{chapter}.ipynb")
    for student, (login, answers) in handed_in(chapter, solved).items():
        home = root / student
        home.mkdir()
        (home / "nbgrader_config.py").write_bytes((course / "nbgrader_config.py").read_bytes())
        nbgrader(home, "fetch_assignment", chapter)
        fill(home / chapter / f"{chapter}.ipynb", login, answers)
        nbgrader(home, "submit", chapter, f"--CourseDirectory.student_id={student}")
        nbgrader(course, "db", "student", "add", student)


def marks(course: Path, chapter: str) -> dict[str, float]:
    """Collect, grade and export; return the score of each student."""
    nbgrader(course, "collect", chapter)
    nbgrader(course, "autograde", chapter)
    nbgrader(course, "generate_feedback", chapter)
    nbgrader(course, "export")
    with (course / "grades.csv").open(encoding="utf-8", newline="") as rows:
        return {row["student_id"]: float(row["raw_score"]) for row in csv.DictReader(rows)}


def main(chapter: str) -> int:
    """Run the trial on one chapter and print the marks."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        course = prepare(root, chapter)
        attend(root, course, chapter)
        found = marks(course, chapter)
    wanted = expected(chapter)
    for student, mark in sorted(found.items()):
        place = my_territory(drawn(student, chapter)).name
        print(f"{chapter} {student:6} {place:22} {mark:4.0f} of {wanted['alice']:.0f} (expected {wanted[student]:.0f})")
    print(f"{time.monotonic() - began:.0f} s")
    return int(found != wanted)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
