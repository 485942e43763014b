"""A chapter's page becomes slides: text is shortened by selection, what is alive stays alive on its own slide."""

from __future__ import annotations

import json
import re

import pytest
from bs4 import BeautifulSoup
from bs4.element import Tag

from course_utils.sphinx_ext.slides_cut import BUDGET, cut
from course_utils.sphinx_ext.slides_stage import CHOSEN, HEIGHT, Slide, slides_of
from course_utils.sphinx_ext.slides_text import LEAST, lines, pack, sentences, shorten, weigh
from tests.slides.chapter import CHAPTER, LONG, explorer

PAGE = "../notebooks/1_large_firm/pole.html"


@pytest.fixture(scope="module")
def slides() -> list[Slide]:
    return cut(CHAPTER, PAGE)


def named(slides: list[Slide], name: str) -> Slide:
    return next(slide for slide in slides if slide.name == name)


def paragraph(html: str) -> Tag:
    found = BeautifulSoup(f"<p>{html}</p>", "html.parser").p
    assert found is not None
    return found


def test_slides_follow_the_chapter(slides: list[Slide]) -> None:
    assert [(slide.name, slide.kind) for slide in slides] == [
        ("title", "title"),
        ("the-question", "text"),
        ("bet-pole-slide", "ask"),
        ("the-model", "text"),
        ("explorer-pole-rounds", "explorer"),
        ("reveal-pole-slide", "ask"),
        ("limits", "text"),
        ("limits-2", "text"),
        ("exercises", "text"),
        ("quiz-1", "ask"),
        ("quiz-2", "ask"),
    ]


def test_the_title_has_promise_and_facts(slides: list[Slide]) -> None:
    assert slides[0].title == "A pole &amp; its firm"
    assert "Whose job?" in slides[0].body and "<dt>Time</dt><dd>35 minutes</dd>" in slides[0].body
    assert "Arrow keys" in slides[0].notes[0]


def test_a_long_paragraph_keeps_its_first_sentences_and_what_is_bold(slides: list[Slide]) -> None:
    shown = named(slides, "the-question")
    assert "In 1964 a port grew." in shown.body and shown.body.count(LONG.strip()) < 4
    assert "<strong>Where did the rest of the pull go?</strong>" in shown.body
    assert shown.notes[0].count(LONG.strip()) == 4  # the speaker has it all


def test_what_leads_to_a_hidden_table_is_left_out(slides: list[Slide]) -> None:
    body = named(slides, "the-question").body
    assert "The first six" not in body and "a long table" not in body and "load(" not in body


def test_a_formula_stays_with_what_leads_to_it_and_what_explains_it(slides: list[Slide]) -> None:
    body = named(slides, "the-model").body
    assert body.index("and so on:") < body.index("x = f + A f") < body.index("is the order")
    assert "tabindex" not in body


def test_moves_and_captions_are_the_speakers_notes(slides: list[Slide]) -> None:
    shown = named(slides, "explorer-pole-rounds")
    assert shown.title == "Rounds" and "cu-title" not in shown.body
    assert [re.sub("<[^>]+>", "", note) for note in shown.notes] == ["First move. Leave everything.", "Source: IBGE."]
    assert "Tables of Brazil" in shown.body and "cu-card" not in shown.body
    assert "cu-fallback" in shown.body  # for a browser without scripts
    assert named(slides, "reveal-pole-slide").notes == ["<p>Now play.</p>"]


@pytest.mark.parametrize(
    ("heights", "kind", "layout", "fitted"),
    [
        ((380,), "scatter", "one", [HEIGHT]),
        ((380, 300), "bar", "pair", [HEIGHT, HEIGHT]),
        ((380, 520), "bar", "chosen", [CHOSEN, CHOSEN]),
        ((380, 700, 300), "bar", "chosen", [CHOSEN, 700, CHOSEN]),  # many rows: the frame scrolls
        ((640, 640), "choropleth", "pair", [HEIGHT, HEIGHT]),
    ],
)
def test_figures_take_the_height_of_the_slide(
    heights: tuple[int, ...], kind: str, layout: str, fitted: list[int]
) -> None:
    block = BeautifulSoup(explorer(*heights, kind=kind), "html.parser")
    [slide] = slides_of(block, "The explorer")
    assert f'data-layout="{layout}"' in slide.body
    script = re.search(r'<script type="application/json">(.*?)</script>', slide.body, re.DOTALL)
    assert script and "<" not in script[1]
    panels = json.loads(script[1])["panels"]
    assert [panel["height"] for panel in panels] == fitted
    assert [panel["base"]["base"]["layout"]["height"] for panel in panels] == fitted
    assert panels[0]["base"]["base"]["data"][0]["name"] == "a < b"


def test_links_lead_from_where_the_slides_lie(slides: list[Slide]) -> None:
    assert 'href="../book/glossary.html#pole"' in named(slides, "the-model").body
    answer = named(slides, "reveal-pole-slide").body
    assert 'href="#bet-pole"' in answer and f'href="{PAGE}#the-explorer"' in answer


def test_a_list_is_shared_out_whole(slides: list[Slide]) -> None:
    shared = [slide for slide in slides if slide.name.startswith("limits")]
    assert [slide.body.count("<li>") for slide in shared] == [3, 2]
    assert "1/2" in shared[0].title and "2/2" in shared[1].title
    assert all(slide.body.startswith("<ul>") and slide.body.endswith("</ul>") for slide in shared)


def test_an_exercise_is_asked_and_not_solved(slides: list[Slide]) -> None:
    shown = named(slides, "exercises")
    assert "<h3>1. Read it</h3>" in shown.body and "What share leaks?" in shown.body
    assert "pole.1" not in shown.body and "0.7" not in shown.body + "".join(shown.notes)


def test_each_question_is_alive_on_its_own_slide(slides: list[Slide]) -> None:
    for n in (1, 2):
        body = named(slides, f"quiz-{n}").body
        assert body.count('type="radio"') == 1 and f'name="quiz-{n}"' in body and "cu-feedback" in body
        assert "0 of 2" not in body
    assert "cu-kicker" not in named(slides, "bet-pole-slide").body


def test_ids_are_unique(slides: list[Slide]) -> None:
    ids = [slide.name for slide in slides] + [i for s in slides for i in re.findall(r' id="([^"]+)"', s.body)]
    assert len(ids) == len(set(ids))


def test_a_page_that_is_no_chapter_gives_no_slides() -> None:
    assert cut("<html><body><h1>Search</h1></body></html>", "../search.html") == []


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("One. Two? Three", ["One. ", "Two? ", "Three"]),
        ("By F. Perroux, cf. p. 3, et al. 1955. Then", ["By F. Perroux, cf. p. 3, et al. 1955. ", "Then"]),
        (
            "<b>First move.</b> Leave it. <i>Motrices</i> lead.",
            ["<b>First move.</b> ", "Leave it. ", "<i>Motrices</i> lead."],
        ),
        ("He said: “No.” Then &lt; 2 % of it.", ["He said: “No.” ", "Then &lt; 2 % of it."]),
        (
            'If <span class="math">\\(a. B\\)</span> holds. Yes.',
            ['If <span class="math">\\(a. B\\)</span> holds. ', "Yes."],
        ),
    ],
)
def test_sentences(html: str, found: list[str]) -> None:
    assert sentences(paragraph(html)) == found


def test_shortening_is_selection() -> None:
    text = "Two things happened next. " + LONG + LONG + "It ends here:"
    assert len("Two things happened next.") < LEAST < weigh(shorten(paragraph(text), 60))
    assert shorten(paragraph(text), 60, last=True).endswith("It ends here:")
    assert "ends here" not in shorten(paragraph(text), 1000, drop=True)
    assert shorten(paragraph("Only this leads on:"), drop=True) == ""
    assert shorten(paragraph(text), 1000) == text


def test_packing_fills_no_slide_beyond_its_budget() -> None:
    heights = [lines(LONG * n) for n in (1, 2, 3, 4, 1, 1, 2)]
    shared = list(pack(heights, BUDGET))
    assert [i for group in shared for i in group] == list(range(len(heights)))
    assert all(sum(heights[i] for i in group) <= BUDGET for group in shared)
    assert list(pack([], BUDGET)) == []
    assert list(pack([50, 1], BUDGET)) == [range(1), range(1, 2)]
