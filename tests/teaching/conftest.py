"""A made-up concept, so that the framework is tested apart from what it is filled with."""

from __future__ import annotations

from html.parser import HTMLParser
from types import SimpleNamespace

import pytest

from course_utils.teaching import content, html, territory
from course_utils.teaching.exercises import Exercise, Slip
from course_utils.teaching.questions import Option, Question, Wager

VOID = {"input", "br", "hr", "img", "meta", "link"}


class Page(HTMLParser):
    """Elements in order, each with attributes and text; a tag that is not closed where it should be is an error."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[SimpleNamespace] = []
        self.open: list[SimpleNamespace] = []
        self.feed(text)
        self.close()
        assert self.open == [], f"never closed: {[e.tag for e in self.open]}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"attribute twice in <{tag}>"
        element = SimpleNamespace(tag=tag, attrs=dict(attrs), text="", within=[e.tag for e in self.open])
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open[-1].tag == tag, f"</{tag}> closes {[e.tag for e in self.open]}"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data

    def all(self, tag: str = "", **attrs: str) -> list[SimpleNamespace]:
        """Elements of a tag whose attributes are as given (``cls`` matches one class)."""
        wanted = [e for e in self.elements if tag in ("", e.tag)]
        cls = attrs.pop("cls", None)
        if cls:
            wanted = [e for e in wanted if cls in (e.attrs.get("class") or "").split()]
        return [e for e in wanted if all(e.attrs.get(k) == v for k, v in attrs.items())]


@pytest.fixture(scope="session")
def page() -> type[Page]:
    return Page


def _question(ask: str = "Is 1 < 2?") -> Question:
    wrong = Option("no & <script>alert(1)</script>", "Count *again*: `1 < 2`.")
    return Question(ask, (Option("yes", "**Indeed**, it is.", right=True), wrong, Option("never", "Try 1 and 2.")))


@pytest.fixture
def question() -> Question:
    return _question()


def _exercises() -> tuple[Exercise, ...]:
    sectors = {name: name for name in ("Steel", "Chemicals", "Énergie", "Textiles")} | {"iron": "Steel"}
    return (
        Exercise(
            "sample.1",
            "number",
            "How much *stays*?",
            lambda: 0.25,
            "a fraction",
            "A quarter *stays*.",
            "Divide by the total.",
            slips=(Slip(lambda: 0.75, "That is what leaves."),),
        ),
        Exercise(
            "sample.2",
            "text",
            "Which one?",
            lambda: "Steel",
            "a sector",
            "Yes.",
            "Look again.",
            choices=lambda: sectors,
        ),
        Exercise(
            "sample.3",
            "number, set",
            "What?",
            lambda: (1000, {"Steel", "Énergie"}),
            "(jobs, {two sectors})",
            "Both.",
            "Hint.",
            choices=lambda: sectors,
        ),
        Exercise("sample.4", "number", "Rate?", lambda: 0.35, "a rate", "Yes.", "Hint.", slack=0.025),
    )


@pytest.fixture
def sample(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """A concept called `sample` in the place of all others."""
    module = SimpleNamespace(
        wager=lambda: Wager(_question("How much *stays*?"), "The model says **12**, as 3 < 4."),
        quiz=lambda: (_question("First?"), _question("Second?")),
        exercises=_exercises,
    )
    monkeypatch.setattr(content, "concepts", lambda: ["sample"])
    known = content.find

    def find(concept: str) -> SimpleNamespace:
        return module if concept == "sample" else known(concept)

    monkeypatch.setattr(content, "find", find)
    return module


@pytest.fixture(autouse=True)
def _fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test starts like a new kernel of the live face."""
    monkeypatch.setattr(html, "_instances", {})
    monkeypatch.setattr(territory, "_chosen", [])
    monkeypatch.delenv("COURSE_UTILS_FACE", raising=False)
    monkeypatch.delenv("COURSE_UTILS_TERRITORY", raising=False)
