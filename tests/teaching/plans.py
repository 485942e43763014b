"""The teaching guide, read: pages of session plans, their chapters, tables and links to states."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import parse_qsl

import yaml

ROOT = Path(__file__).parents[2]
TEACH = ROOT / "book" / "teach"
LEADS = ("For whom", "On the board", "What they will get wrong", "To discuss", "Debrief of the bets")

_DOC = re.compile(r"\{doc\}`(?:[^`<]*<)?([^`>]+)>?`")
_STATE = re.compile(r'href="\.\./\.\./(notebooks/\w+/\w+)\.html#([^"]*)"')
_NUMBER = re.compile(r"(?<![\w.])\d+(?:,\d{3})*(?:\.\d+)?")


@dataclass(frozen=True)
class Plan:
    """The session plan of one chapter."""

    page: str
    heading: str
    text: str

    @property
    def chapter(self) -> str:
        """The notebook that the plan's first line links, as the table of contents names it."""
        return resolve(docs(self.text)[0])

    @property
    def concept(self) -> str:
        """Name of the chapter's concept."""
        return self.chapter.rpartition("/")[2]

    def section(self, lead: str) -> str:
        """What stands from a bold lead to the next one, or to the plan's table."""
        ends = "|".join(re.escape(f"**{other}**") for other in LEADS)
        found = re.search(rf"^\*\*{lead}\*\*(.*?)(?=^(?:{ends})|\Z)", self.text, re.M | re.S)
        return found[1] if found else ""

    def rows(self) -> list[list[str]]:
        """Rows of the table *minutes | what you do | what they do*."""
        return table(self.text.partition("| minutes |")[2])

    def states(self) -> list[tuple[str, dict[str, str]]]:
        """Each linked state: the notebook that is opened, and the fragment's names and values."""
        return [(page, fragment(state)) for page, state in _STATE.findall(self.text)]


def fragment(state: str) -> dict[str, str]:
    """Return names and values of the part of an address after the hash, as the page's script reads it."""
    return dict(parse_qsl(state.replace("&amp;", "&"), keep_blank_values=True))


def docs(text: str) -> list[str]:
    """Targets of all document links."""
    return _DOC.findall(text)


def resolve(target: str) -> str:
    """Return a document's name from the root of the book, given what a page of the guide calls it."""
    return str((TEACH / target).resolve().relative_to(ROOT))


def table(text: str) -> list[list[str]]:
    """Cells of the body of the first table in `text`, which starts at the table's head or inside it."""
    body = text.partition("|:--")[2].partition("\n")[2]
    lines = re.match(r"(?:\|.*\n?)*", body)
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in (lines[0] if lines else "").splitlines()]


def plans(page: Path) -> list[Plan]:
    """Session plans of a page, in order."""
    parts = re.split(r"^## (.+)\n", page.read_text(encoding="utf-8"), flags=re.M)[1:]
    return [Plan(page.stem, heading, text) for heading, text in zip(parts[::2], parts[1::2], strict=True)]


@cache
def chapters() -> list[str]:
    """All notebooks of the table of contents."""
    toc = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    files = [chapter["file"] for part in toc["parts"] for chapter in part["chapters"] if "file" in chapter]
    return [file for file in files if file.startswith("notebooks/")]


def chapters_of(page: str) -> list[str]:
    """Notebooks that the page of a part owes a plan: the origins go with era 1."""
    return [file for file in chapters() if f"part_{max(1, int(file.split('/')[1][0]))}" == page]


@cache
def cells(chapter: str) -> list[str]:
    """Sources of a notebook's cells."""
    notebook = json.loads((ROOT / f"{chapter}.ipynb").read_text(encoding="utf-8"))
    return ["".join(cell["source"]) for cell in notebook["cells"]]


def numbers(text: str) -> set[str]:
    """All numbers of a text, without the commas of thousands; addresses do not count."""
    return {found.replace(",", "") for found in _NUMBER.findall(re.sub(r'href="[^"]*"', "", text))}
