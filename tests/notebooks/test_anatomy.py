"""Every notebook keeps the anatomy of the course: its parts in order, short cells, checked numbers, no outputs."""

from __future__ import annotations

import itertools
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted(ROOT.glob("notebooks/*/*.ipynb"))
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


def in_the_order_of_the_book() -> list[Path]:
    parts = yaml.safe_load((ROOT / "_toc.yml").read_text("utf-8"))["parts"]
    files = [ROOT / f"{chapter['file']}.ipynb" for part in parts for chapter in part["chapters"] if "file" in chapter]
    return [path for path in files if path.exists()]


def test_the_book_holds_every_notebook() -> None:
    assert sorted(in_the_order_of_the_book()) == NOTEBOOKS


def test_every_chapter_leads_to_the_next_one() -> None:
    order = in_the_order_of_the_book()
    for here, following in itertools.pairwise(order):
        end = text(here, "markdown").split("## Limits and controversies")[1]
        linked = {(here.parent / link).resolve() for link in re.findall(r"\]\(([^)#]+\.ipynb)", end)}
        assert following.resolve() in linked, f"{here.stem} does not lead to {following.stem}"


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
