"""The questions as a Moodle XML file, which a teacher imports into the question bank of a course."""

from __future__ import annotations

from collections.abc import Iterable
from xml.dom.minidom import Document, Element

from course_utils.teaching import content
from course_utils.teaching.editions import notebooks, read
from course_utils.teaching.markup import bare, inline
from course_utils.teaching.questions import Question
from course_utils.words import _, say

COURSE = "Places that Produce"


def bank(chapters: Iterable[str] | None = None) -> str:
    """Return bets and quizzes as Moodle XML: a category a chapter, each option with its feedback.

    Parameters
    ----------
    chapters : iterable of str, optional
        Names of concepts; all of them, in the order of the book, if left out.

    Returns
    -------
    str
        The file. It holds the keys: it belongs to the instructor. Bets are worth no mark.

    Raises
    ------
    UnknownQuestions
        A ``KeyError``, if nothing is written for a chapter.
    """
    titles = {path.stem: title(read(path)) for path in notebooks()}
    document = Document()
    root = document.appendChild(document.createElement("quiz"))
    for concept in titles if chapters is None else chapters:
        texts, name = content.find(concept), titles.get(concept, concept)
        root.appendChild(_category(document, name))
        wager = texts.wager()
        names = (f"{concept}.bet", say(_("{name}: bet"), name=name))
        root.appendChild(_multichoice(document, wager.question, names, wager.answer))
        for n, question in enumerate(texts.quiz(), 1):
            shown = say(_("{name}: question {n}"), name=name, n=str(n))
            root.appendChild(_multichoice(document, question, (f"{concept}.quiz.{n}", shown)))
    return document.toprettyxml(indent=" ", encoding="UTF-8").decode("utf-8")


def title(notebook: dict[str, list[dict[str, list[str]]]]) -> str:
    r"""Return the title of a chapter, without what follows a colon.

    Examples
    --------
    >>> title({"cells": [{"source": ["# A growth pole: the motor firm\n", "Text"]}]})
    'A growth pole'
    """
    first = "".join(notebook["cells"][0]["source"]).splitlines()[0]
    return first.removeprefix("# ").partition(":")[0].strip()


def _category(document: Document, name: str) -> Element:
    """A question of type "category": those after it land in it; a slash in a name is written twice."""
    path = "/".join(["$course$/top", *(part.replace("/", "//") for part in (COURSE, name))])
    question = document.createElement("question")
    question.setAttribute("type", "category")
    category = question.appendChild(document.createElement("category"))
    category.appendChild(_text(document, path))
    return question


def _multichoice(document: Document, asked: Question, names: tuple[str, str], answer: str = "") -> Element:
    """One question with radio buttons; with an `answer` it is a bet, worth no mark, told to everybody in the end."""
    question = document.createElement("question")
    question.setAttribute("type", "multichoice")
    ident, name = names
    question.appendChild(document.createElement("name")).appendChild(_text(document, bare(name)))
    told = "".join(f"<p>{inline(part)}</p>" for part in (asked.context, asked.ask) if part)
    question.appendChild(_html(document, "questiontext", told))
    question.appendChild(_html(document, "generalfeedback", f"<p>{inline(answer)}</p>" if answer else ""))
    settings = {
        "defaultgrade": "0" if answer else "1",
        "penalty": "0.3333333",
        "hidden": "0",
        "idnumber": ident,
        "single": "true",
        "shuffleanswers": "false",
        "answernumbering": "abc",
    }
    for tag, value in settings.items():
        question.appendChild(document.createElement(tag)).appendChild(document.createTextNode(value))
    for option in asked.options:
        element = question.appendChild(_html(document, "answer", inline(option.text)))
        element.setAttribute("fraction", "100" if option.right else "0")
        element.appendChild(_html(document, "feedback", inline(option.feedback)))
    return question


def _html(document: Document, tag: str, markup: str) -> Element:
    element = document.createElement(tag)
    element.setAttribute("format", "html")
    element.appendChild(_text(document, markup, markup=True))
    return element


def _text(document: Document, value: str, markup: bool = False) -> Element:
    """Everything to be read stands in <text>; HTML in CDATA, as Moodle's documentation asks."""
    element = document.createElement("text")
    if value:
        element.appendChild(document.createCDATASection(value) if markup else document.createTextNode(value))
    return element
