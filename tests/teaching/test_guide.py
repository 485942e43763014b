"""The teaching guide: times add up, plans are whole, links open states that exist, numbers are the book's."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

import course_utils
from course_utils.explorer import Explorer
from course_utils.explorer.controls import Slider, Toggle, Value
from course_utils.teaching import bet, quiz, reveal
from tests.teaching import plans as guide

PAGES = sorted(guide.TEACH.glob("part_*.md"))
PLANS = [plan for page in PAGES for plan in guide.plans(page)]

#: Pages whose every number is looked up in the chapter. A bet's debrief is, on all.
LOOKED_UP = ("part_1", "part_2", "part_3", "part_4", "part_5")

each_plan = pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.concept)


@cache
def explorer(name: str) -> Explorer:
    return course_utils.explorers()[name]()


def values(state: dict[str, str]) -> dict[str, Value]:
    """What a fragment asks of an explorer's controls, each read as the page's script reads it."""
    controls = explorer(state["explorer"]).controls
    found: dict[str, Value] = {}
    for name, text in state.items():
        if name != "explorer":
            control = controls[name]
            asked: Value = float(text) if isinstance(control, Slider) else text
            if isinstance(control, Toggle):
                assert text in ("true", "false"), f"{name}={text}"
                asked = text == "true"
            found[name] = control.accept(asked)
    return found


@cache
def told(concept: str) -> set[str]:
    """Every number that a chapter gives in its text, its bet or its quiz."""
    chapter = next(file for file in guide.chapters() if file.endswith(f"/{concept}"))
    asked = [bet(concept).wager.question, *quiz(concept).questions]
    words = [repr(bet(concept)), repr(reveal(concept)), *guide.cells(chapter)]
    words += [text for question in asked for option in question.options for text in (option.text, option.feedback)]
    return guide.numbers(" ".join([*words, *(question.ask for question in asked)]))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_part_has_a_plan_for_each_chapter_of_the_table_of_contents(page: Path) -> None:
    assert sorted(plan.chapter for plan in guide.plans(page)) == sorted(guide.chapters_of(page.stem))


@each_plan
def test_the_minutes_of_a_plan_add_up_to_the_total_said(plan: guide.Plan) -> None:
    said = re.search(r"(\d+) minutes", plan.section("For whom"))
    assert said and int(said[1]) in (60, 90)
    rows = plan.rows()
    assert 5 <= len(rows) <= 7 and all(len(row) == 3 for row in rows)
    assert sum(int(row[0]) for row in rows) == int(said[1])
    assert "bet" in " ".join(rows[0]).lower() and "debrief" in " ".join(rows[-1]).lower()


@each_plan
def test_a_plan_has_its_title_and_all_its_sections_in_order(plan: guide.Plan) -> None:
    assert guide.cells(plan.chapter)[0].splitlines()[0] == f"# {plan.heading}"
    leads = re.findall(r"^\*\*([^*]+)\*\*", plan.text, re.M)
    assert tuple(lead for lead in leads if lead in guide.LEADS) == guide.LEADS
    assert all(len(plan.section(lead).strip()) > 40 for lead in guide.LEADS)
    wrong, questions = (re.findall(r"^(?:-|\*|\d\.) ", plan.section(lead), re.M) for lead in guide.LEADS[2:4])
    assert len(wrong) in (2, 3) and len(questions) == 3


@each_plan
def test_each_link_opens_an_explorer_of_the_chapter_in_a_state_that_exists(plan: guide.Plan) -> None:
    states = plan.states()
    assert len(states) >= 2
    for page, state in states:
        name = state["explorer"]
        assert page == plan.chapter and name.split(".")[0] == plan.concept, f"{page} has no explorer {name}"
        asked, rest = values(state), dict(state)
        rest.pop("explorer")
        assert asked.keys() == rest.keys()
        for control, value in asked.items():
            written = value if isinstance(value, (str, bool)) else f"{value:g}"
            assert str(written).lower() == rest[control].lower() or float(rest[control]) == pytest.approx(value)


@each_plan
def test_a_link_names_the_sliders_that_a_reader_s_own_territory_would_move(plan: guide.Plan) -> None:
    for _page, state in plan.states():
        sets = [getattr(control, "sets", None) or {} for control in explorer(state["explorer"]).controls.values()]
        assert {name for moved in sets for name in moved} <= state.keys(), state


@pytest.mark.parametrize("page", [*PAGES, guide.TEACH / "guide.md"], ids=lambda page: page.stem)
def test_links_are_such_as_the_book_can_follow(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert not re.findall(r"\]\([^)]*\.html", text), "MyST takes a Markdown link to a state for a missing reference"
    assert text.count("#explorer=") == sum(len(plan.states()) for plan in guide.plans(page))
    assert not re.findall(r"^%", text, re.M), "such a line vanishes"
    for target in map(guide.resolve, guide.docs(text)):
        assert any((guide.ROOT / f"{target}{ending}").exists() for ending in (".md", ".ipynb")), target


@each_plan
def test_the_debrief_gives_the_answer_of_the_bet_in_numbers_of_the_chapter(plan: guide.Plan) -> None:
    given, answer = guide.numbers(plan.section("Debrief of the bets")), guide.numbers(repr(reveal(plan.concept)))
    assert given & answer or not answer, f"none of {sorted(answer)} in the debrief"


@pytest.mark.parametrize("plan", [plan for plan in PLANS if plan.page in LOOKED_UP], ids=lambda plan: plan.concept)
def test_every_number_of_a_plan_is_the_chapter_s_or_that_of_a_linked_state(plan: guide.Plan) -> None:
    shown = " ".join(str(explorer(state["explorer"]).read(**values(state))) for _page, state in plan.states())
    asked = " ".join(value for _page, state in plan.states() for value in state.values())
    known = told(plan.concept) | guide.numbers(shown) | guide.numbers(asked)
    text = re.sub(r"^\| \d+ \|", "|", plan.text.replace("60 minutes", ""), flags=re.M)
    # What is counted on one hand is read off the plan itself: three states, exercise 3, round 5.
    new = {number for number in guide.numbers(text) - known if float(number) > 5}
    assert not new, f"nowhere in {plan.concept}: {sorted(new)}"


def test_the_three_course_plans_add_up() -> None:
    sections = {plan.heading: plan for plan in guide.plans(guide.TEACH / "guide.md")}
    short = [sections[heading] for heading in ("Ninety minutes: one bet an era", "A day: five eras and a game")]
    for plan, total in zip(short, (90, 390), strict=True):
        assert f"{total} minutes" in plan.text
        assert sum(int(row[0]) for row in plan.rows()) == total
    weeks = guide.table(sections["Twelve weeks: the whole story"].text)
    assert [int(row[0]) for row in weeks] == list(range(1, 13))
    assert sum(int(row[1]) for row in weeks) == 12 * 150 == 1800
    assert "1,800 minutes" in sections["Twelve weeks: the whole story"].text


def test_the_twelve_weeks_treat_every_chapter_once() -> None:
    text = next(p.text for p in guide.plans(guide.TEACH / "guide.md") if p.heading.startswith("Twelve weeks"))
    assert sorted(map(guide.resolve, guide.docs(text))) == sorted(guide.chapters())
