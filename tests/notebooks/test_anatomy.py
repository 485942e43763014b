"""Every notebook keeps the anatomy of the course: its parts in order, short cells, checked numbers, no outputs."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

NOTEBOOKS = sorted(Path(__file__).parents[2].glob("notebooks/*/*.ipynb"))
PARTS = [
    "The question",
    "Place your bet",
    "The concept",
    "The model",
    "The explorer",
    "On real data",
    "Limits and controversies",
    "Exercises",
    "Quiz",
    "Summary",
    "Further reading",
]
each = pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda p: p.stem)


def cells(notebook: Path, kind: str) -> list[dict[str, Any]]:
    return [c for c in json.loads(notebook.read_text("utf-8"))["cells"] if c["cell_type"] == kind]


def text(notebook: Path, kind: str) -> str:
    return "\n\n".join("".join(c["source"]) for c in cells(notebook, kind))


def test_there_are_notebooks() -> None:
    assert len(NOTEBOOKS) >= 2


@each
def test_the_parts_stand_in_order(notebook: Path) -> None:
    assert re.findall(r"^## (.+)$", text(notebook, "markdown"), re.MULTILINE) == PARTS


@each
def test_it_opens_with_title_promise_time_and_outcomes(notebook: Path) -> None:
    first = "".join(cells(notebook, "markdown")[0]["source"])
    assert first.startswith("# ")
    minutes = re.search(r"\| Time \| (\d+) minutes", first)
    assert minutes and 20 <= int(minutes[1]) <= 40
    assert "**You need first**" in first and "**You will be able to**" in first


@each
def test_code_cells_are_short(notebook: Path) -> None:
    lengths = sorted(len("".join(c["source"]).splitlines()) for c in cells(notebook, "code"))
    assert lengths[-1] <= 10
    assert lengths[len(lengths) // 2] <= 4


@each
def test_prose_is_neither_thin_nor_endless(notebook: Path) -> None:
    prose = re.sub(r"<details>.*?</details>|\$\$.*?\$\$|\]\([^)]*\)", "", text(notebook, "markdown"), flags=re.DOTALL)
    assert 1_000 <= len(prose.split()) <= 1_900


@each
def test_numbers_are_checked_and_nothing_else_is_kept(notebook: Path) -> None:
    checked = [c for c in cells(notebook, "code") if "NBVAL_CHECK_OUTPUT" in "".join(c["source"])]
    assert len(checked) >= 3
    for cell in checked:
        assert re.search(r"\d", json.dumps(cell["outputs"])), "a checked cell must show a number"
    others = [c for c in cells(notebook, "code") if c not in checked]
    assert all(not c["outputs"] and c["execution_count"] is None for c in others)


@each
def test_all_ten_parts_are_alive(notebook: Path) -> None:
    code, concept = text(notebook, "code"), notebook.stem
    for call in (f'bet("{concept}")', f'explore("{concept}")', f'reveal("{concept}")', f'quiz("{concept}")'):
        assert call in code
    for call in ("show_source(", "my_territory(", "info(", "load("):
        assert call in code
    order = [code.index(f'{call}("{concept}")') for call in ("bet", "explore", "reveal", "quiz")]
    assert order == sorted(order)
