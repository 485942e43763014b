"""The folded solutions of every notebook are run: each must be what `check` calls right."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from course_utils.teaching.exercises import exercise

NOTEBOOKS = sorted(Path(__file__).parents[2].glob("notebooks/*/*.ipynb"))
FOLDED = re.compile(r"<details>.*?```python\n(.*?)```.*?</details>", re.DOTALL)


def cells(notebook: Path, kind: str) -> list[str]:
    found = json.loads(notebook.read_text("utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in found if cell["cell_type"] == kind]


def solutions(notebook: Path) -> list[str]:
    return [code for text in cells(notebook, "markdown") for code in FOLDED.findall(text)]


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda p: p.stem)
def test_every_solution_is_right(notebook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_UTILS_FACE", "static")
    space: dict[str, object] = {}
    for code in cells(notebook, "code"):
        if not re.match(r"(explore|bet|reveal|quiz|info)\(", code.splitlines()[-1]):
            exec(code, space)
    for code in solutions(notebook):
        *before, last = code.strip().splitlines()
        exec("\n".join(before), space)
        verdict = eval(last, space)
        assert verdict, f"{last}: {verdict!r}"


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda p: p.stem)
def test_every_exercise_is_asked_and_solved(notebook: Path) -> None:
    from course_utils.teaching import content

    keys = [e.key for e in content.find(notebook.stem).exercises()]
    asked = re.findall(r'^check\("([^"]+)", \.\.\.\)', "\n".join(cells(notebook, "code")), re.MULTILINE)
    solved = re.findall(r'^check\("([^"]+)"', "\n".join(solutions(notebook)), re.MULTILINE)
    assert asked == solved == keys
    assert all(exercise(key) for key in keys)
