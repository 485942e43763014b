"""The Moodle file: read back it gives the same questions, and it has what Moodle's documentation asks for."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from pathlib import Path

import pytest

from course_utils.__main__ import main
from course_utils.teaching import content, moodle
from course_utils.teaching.markup import inline
from course_utils.teaching.questions import Option, Question
from course_utils.words import NARROW_SPACE

MARKS = {"strong": "**", "em": "*", "code": "`"}


SOME = ("core_periphery", "growth_pole", "participation")


@pytest.fixture(scope="module", params=["some", pytest.param("all", marks=pytest.mark.slow)])
def chapters(request: pytest.FixtureRequest) -> Sequence[str]:
    """Three chapters; all of them take 15 seconds, since every number is computed."""
    return SOME if request.param == "some" else content.concepts()


@pytest.fixture(scope="module")
def whole(chapters: Sequence[str]) -> ET.Element:
    return ET.fromstring(moodle.bank(chapters).encode())


def marked(markup: str) -> str:
    """The inverse of `inline`: HTML back to the small markup."""
    for tag, mark in MARKS.items():
        markup = re.sub(f"</?{tag}>", mark, markup)
    return html.unescape(markup)


def inner(element: ET.Element | None) -> str:
    assert element is not None
    return element.findtext("text") or ""


def read_back(element: ET.Element) -> Question:
    paragraphs = re.findall(r"<p>(.*?)</p>", inner(element.find("questiontext")), re.DOTALL)
    *context, ask = map(marked, paragraphs)
    options = [
        Option(marked(inner(a)), marked(inner(a.find("feedback"))), a.get("fraction") == "100")
        for a in element.findall("answer")
    ]
    return Question(ask, tuple(options), "".join(context))


def narrow(question: Question) -> Question:
    """A question as it is shown: `inline` keeps a percent sign with its number."""

    def tight(text: str) -> str:
        return re.sub(r"(?<=\d) (?=%)", NARROW_SPACE, text)

    options = tuple(Option(tight(o.text), tight(o.feedback), o.right) for o in question.options)
    return Question(tight(question.ask), options, tight(question.context))


def test_read_back_every_question_is_the_same(whole: ET.Element, chapters: Sequence[str]) -> None:
    found = {q.findtext("idnumber"): q for q in whole.findall("question[@type='multichoice']")}
    wanted: dict[str, Question] = {}
    for concept in chapters:
        texts = content.find(concept)
        wanted[f"{concept}.bet"] = texts.wager().question
        wanted |= {f"{concept}.quiz.{n}": question for n, question in enumerate(texts.quiz(), 1)}
    assert found.keys() == wanted.keys()
    assert len(found) >= 4 * len(chapters)
    for key, question in wanted.items():
        assert read_back(found[key]) == narrow(question), key


def test_it_has_what_moodle_reads(whole: ET.Element) -> None:
    assert whole.tag == "quiz"
    assert {child.tag for child in whole} == {"question"}
    for question in whole.findall("question[@type='multichoice']"):
        name = inner(question.find("name"))
        assert name and "<" not in name and len(name) <= 255
        assert question.findtext("single") == "true"
        assert question.findtext("shuffleanswers") == "false"
        assert question.findtext("answernumbering") == "abc"
        assert sorted(a.get("fraction", "") for a in question.findall("answer"))[:2] in (["0", "0"], ["0", "100"])
        assert [a.get("fraction") for a in question.findall("answer")].count("100") == 1
        for element in (
            question.find("questiontext"),
            *question.findall("answer"),
            *question.findall("answer/feedback"),
        ):
            assert element is not None and element.get("format") == "html" and inner(element).strip()
            assert inner(element) == inner(element).strip()


def test_each_chapter_has_its_category_and_its_bet_is_worth_nothing(whole: ET.Element, chapters: Sequence[str]) -> None:
    categories = [c.findtext("text") or "" for c in whole.findall("question[@type='category']/category")]
    assert len(set(categories)) == len(categories) == len(chapters)
    assert all(c.startswith("$course$/top/Places that Produce/") for c in categories)
    for question in whole.findall("question[@type='multichoice']"):
        bet = (question.findtext("idnumber") or "").endswith(".bet")
        assert question.findtext("defaultgrade") == ("0" if bet else "1")
        assert bool(inner(question.find("generalfeedback"))) == bet


def test_html_stands_in_cdata_and_the_first_line_is_xml() -> None:
    text = moodle.bank(["growth_pole"])
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<quiz>')
    assert f"<![CDATA[<p>{inline(content.find('growth_pole').wager().answer)}</p>]]>" in text
    assert text.count('type="multichoice"') == 1 + len(content.find("growth_pole").quiz())


def test_a_slash_in_a_name_makes_no_category() -> None:
    (category,) = ET.fromstring(f"<quiz>{moodle._category(moodle.Document(), 'Town/country').toxml()}</quiz>")
    assert (category.findtext("category/text") or "").endswith("/Town//country")


def test_the_command_writes_it_and_replaces_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "bank.xml"
    assert main(["moodle", str(path), "--chapter", "growth_pole"]) == 0
    assert "6 questions" in capsys.readouterr().out
    assert ET.parse(path).getroot().tag == "quiz"
    assert main(["moodle", str(path)]) == 1
    assert main(["moodle", str(path), "--force", "--chapter", "growth_pol"]) == 1
    assert "did you mean 'growth_pole'" in capsys.readouterr().err
