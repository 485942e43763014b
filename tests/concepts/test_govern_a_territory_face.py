"""The face of the game: what a reader takes home, the page without a kernel, the widgets, the comparison of a class."""

from __future__ import annotations

import csv
import doctest
import io
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from course_utils.concepts import govern_a_territory as game
from course_utils.concepts.govern_a_territory import chapters, classroom, face, face_words, objections, report
from course_utils.concepts.govern_a_territory.recipes import MIXED
from course_utils.concepts.govern_a_territory.rules import LEVERS, SCORES, SHOCKS, STAKEHOLDERS
from course_utils.concepts.govern_a_territory.turn import STATUSES
from course_utils.sphinx_ext import assets
from tests.concepts.test_govern_a_territory import random_plans

ANGRY = (["motor_industry", "growth_zone"], ["motor_industry"], ["motor_industry"], ["motor_industry"])


@pytest.fixture(scope="module")
def mixed() -> dict[str, Any]:
    return game.play(seed=7, turns=MIXED)


@pytest.mark.parametrize("module", [chapters, classroom, face, objections, report])
def test_examples_hold(module: Any) -> None:
    ran = doctest.testmod(module, optionflags=doctest.ELLIPSIS)
    assert ran.attempted and not ran.failed


# ---- Python


def test_the_report_holds_each_turn_the_code_and_the_scores(mixed: dict[str, Any]) -> None:
    text = game.report_html(mixed)
    assert mixed["code"] in text and "Isère, seed 7" in text
    for turn in game.debrief(mixed):
        assert f"<h3>{turn['year']}–{turn['until']}: " in text
        for line in turn["lines"]:
            assert line["text"] in text
            if line["chapter"]:
                assert f"Chapter: {chapters.names()[line['chapter']]}.".replace("'", "&#x27;") in text
    for score in SCORES:
        assert f"<td>{mixed['scores'][score]:.1f}</td><td>{mixed['averages'][score]:.1f}</td>" in text
    assert not re.search(r"<script|src=|href=|https?:", text)


def test_the_report_escapes_and_is_well_formed(mixed: dict[str, Any]) -> None:
    class Parser(HTMLParser):
        deep: list[str] = []

        def handle_starttag(self, tag: str, _attributes: Any) -> None:
            if tag != "meta":
                self.deep.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert self.deep.pop() == tag

    parser = Parser()
    parser.feed(game.report_html(mixed))
    assert parser.deep == []


def test_the_history_holds_every_row(mixed: dict[str, Any]) -> None:
    rows = list(csv.DictReader(io.StringIO(game.history_csv(mixed))))
    assert [int(row["year"]) for row in rows] == list(range(1955, 2026))
    for name, values in mixed["rows"].items():
        assert [float(row[name]) for row in rows] == pytest.approx(values, abs=1e-6), name


def test_a_class_is_compared(mixed: dict[str, Any]) -> None:
    other = game.play(territory="48", seed=3, turns=ANGRY)
    found = game.compare(f"Ana: {mixed['code']}\n\n{other['code'].lower()}\n")
    assert list(found.index) == ["Ana", "3"] and found["territory"].tolist() == ["Isère", "Lozère"]
    assert found.loc["Ana", list(SCORES)].tolist() == pytest.approx(list(mixed["scores"].values()))
    assert found["average_voice"].tolist() == [mixed["averages"]["voice"], other["averages"]["voice"]]
    assert found["turns"].tolist() == [7, 4] and found["cards"].tolist() == [19, 5]


def test_wrong_codes_are_named(mixed: dict[str, Any]) -> None:
    swapped = mixed["code"][:-1] + ("0" if mixed["code"][-1] != "0" else "1")
    lines = [f"Ana: {mixed['code']}", f"Ben: {swapped}", "Cem: ???"]
    with pytest.raises(ValueError, match=r"line 2 \(Ben\): the game code's check.*line 3 \(Cem\): a game code holds"):
        game.compare(lines)
    assert list(game.compare(lines, skip_wrong=True).index) == ["Ana"]
    assert game.compare("").empty


def test_who_would_object_is_who_objects() -> None:
    """What the face says before a turn is what the engine does in it, for every card that is played first."""
    before = [one for one in (game.play(plan) for plan in random_plans(25, 12)) if not one["over"]]
    tries = [(one, card) for one in before for card in one["offered"] if game.CARDS[card].cost <= one["money"]]
    fields = ("territory", "seed", "budget", "weights", "shocks")
    plans = [
        game.Plan(**{f: one[f] for f in fields}, turns=(*map(tuple, one["turns"]), (card,))) for one, card in tries
    ]
    run, seen = game.simulate(plans), set()
    for n, (one, card) in enumerate(tries):
        said, who = objections.objection(one, card)
        t = len(one["turns"])
        assert STATUSES[run.status[n, t, 0]] == said
        assert run.who[n, t, 0] == (list(STAKEHOLDERS).index(str(who)) if said != "done" else -1)
        seen.add(said)
    assert seen == {"done", "delayed", "blocked"}


def test_every_chapter_is_named_and_stands_where_it_is_said(repository: Path) -> None:
    named = {card.chapter for card in game.CARDS.values()} | {shock.chapter for shock in SHOCKS.values()}
    assert named | {"participation"} == set(chapters.names())
    for chapter in chapters.names():
        path = repository / "notebooks" / "5_governance" / chapters.address(chapter)
        assert path.resolve().exists(), chapter
    assert set(face_words.levers()) == set(LEVERS)


def test_the_widgets_play_the_same_game(mixed: dict[str, Any]) -> None:
    live = face.live()
    live.seed.value = 7
    live.begin()
    for cards in MIXED[:4]:
        for key, pick in live.picks.items():
            pick.value = key in cards
        live.play()
    assert live.game is not None and live.game["year"] == 1995 and live.said.value == ""
    paid = [[entry["card"] for entry in turn["cards"]] for turn in live.game["played"]]
    assert live.game == game.play(seed=7, turns=paid)
    for pick in live.picks.values():
        pick.value = True
    live.play()
    assert "At most 3 cards" in live.said.value and live.game["year"] == 1995
    for pick in live.picks.values():
        pick.value = False
    for _decade in range(3):
        live.play()
    end = "".join(child.value for child in live.stage.children)
    assert live.game["over"] and live.game["code"] in end and "download=" in end and "core_periphery.ipynb" in end


def test_the_notebook_gets_widgets_and_the_book_gets_html(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_UTILS_FACE", "live")
    assert "application/vnd.jupyter.widget-view+json" in game.play_game()._repr_mimebundle_()
    monkeypatch.setenv("COURSE_UTILS_FACE", "static")
    assert "cu-game-stage" in game.play_game()._repr_mimebundle_()["text/html"]


# ---- the page


def written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Write a page that holds the game alone, and return its address."""
    monkeypatch.setenv("COURSE_UTILS_FACE", "static")
    sheet = (assets.PAGE / "explorer.css").read_text("utf-8")
    base = "body{margin:0 16px;font:16px/1.5 sans-serif;"
    base += "background:var(--pst-color-background);color:var(--pst-color-text-base)}"
    dark = "--pst-color-background:#14181e;--pst-color-text-base:#ced6dd;--pst-color-surface:#29313d"
    light = "--pst-color-background:#fff;--pst-color-text-base:#222832;--pst-color-surface:#f3f4f5"
    themes = f":root{{{light}}}html[data-theme=dark]{{{dark}}}"
    head = f'<meta charset="utf-8"><title>t</title><style>{base}{themes}{sheet}</style>'
    head += '<meta name="viewport" content="width=device-width">'
    body = f'<main class="bd-content"><h1>t</h1><h2>t</h2>{face.static_html()}</main>'
    page = folder / "game.html"
    page.write_text(f'<!doctype html><html lang="en" data-theme="light"><head>{head}</head><body>{body}</body></html>')
    return page.as_uri()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with pytest.MonkeyPatch.context() as patch:
        yield written(tmp_path_factory.mktemp("game"), patch)


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 900, "height": 1000})
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda r: None if r.url.startswith(("file:", "blob:", "data:")) else wrong.append(r.url))
    page.goto(address)
    page.wait_for_selector(".cu-game[data-ready]")
    yield page
    page.close()
    assert wrong == []


def downloaded(page: Page, name: str) -> str:
    with page.expect_download() as caught:
        page.get_by_role("button", name=name, exact=True).press("Enter")
    return Path(caught.value.path()).read_text("utf-8")


def play_by_keyboard(page: Page) -> list[list[str]]:
    """Play the mixed sequence with keys alone, leaving out what cannot be paid; return what was played."""
    page.locator("select[name=territory]").focus()
    page.keyboard.press("Tab")
    page.keyboard.type("7" if page.locator("input[name=seed]").evaluate("e => { e.select(); return true; }") else "")
    page.keyboard.press("Enter")
    played = []
    for turn in MIXED:
        assert page.evaluate("document.activeElement.tagName") == "H3"
        left, cards = page.evaluate("document.querySelector('.cu-game').game.current().money"), []
        for card in turn:
            if game.CARDS[card].cost <= left:
                left -= game.CARDS[card].cost
                cards.append(card)
        wanted = set(cards)
        while wanted:  # from box to box, as a reader does
            page.keyboard.press("Tab")
            here = page.evaluate("document.activeElement.value || ''")
            if here in wanted:
                page.keyboard.press("Space")
                wanted.discard(here)
        while page.evaluate("document.activeElement.type") != "submit":
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        played.append([key for key in game.CARDS if key in cards])
    return played


def test_a_whole_game_by_keyboard_is_pythons(page: Page) -> None:
    turns = play_by_keyboard(page)
    ours = game.play(seed=7, turns=turns)
    assert page.locator(".cu-code").inner_text() == ours["code"]
    for score in SCORES:
        cells = page.locator(f'tr[data-score="{score}"] td').all_inner_texts()
        assert cells[0] == f"{ours['scores'][score]:.1f}" and cells[2] == f"{ours['averages'][score]:.1f}"
    told = page.locator("div.cu-told > ul > li").all_inner_texts()
    lines = [line for turn in game.debrief(ours) for line in turn["lines"]]
    assert len(told) == len(lines)
    for shown, line in zip(told, lines, strict=True):
        assert shown.startswith(line["text"])
    links = page.locator("div.cu-told li a").evaluate_all("links => links.map(a => a.getAttribute('href'))")
    wanted = [line["chapter"] for line in lines if line["chapter"]]
    assert [Path(link).stem for link in links] == wanted and all(link.endswith(".html") for link in links)
    assert "2025" in page.locator(".cu-game > [role=status]").inner_text()
    # what is taken home
    rows = list(csv.DictReader(io.StringIO(downloaded(page, "Download CSV"))))
    mine = list(csv.DictReader(io.StringIO(game.history_csv(ours))))
    assert [row.keys() for row in rows] == [row.keys() for row in mine]
    for row, other in zip(rows, mine, strict=True):
        assert [float(v) for v in row.values()] == pytest.approx([float(v) for v in other.values()], abs=2e-6)
    assert downloaded(page, "Download report") == game.report_html(ours)
    # the same seed again
    page.get_by_role("button", name="Again, same seed").press("Enter")
    assert page.evaluate("(({year, seed}) => [year, seed])(document.querySelector('.cu-game').game.current())") == [
        1955,
        7,
    ]


def test_reports_of_all_kinds_of_games_are_equal(page: Page) -> None:
    for plan in random_plans(12, seed=31):
        ours = game.play(plan)
        script = """code => {
            const g = document.querySelector('.cu-game').game;
            const one = courseGame.play(courseGame.decode(code));
            return [g.reportHtml(one), ...one.offered.map(k => Object.values(g.objection(one, k)).join())];
        }"""
        theirs = page.evaluate(script, ours["code"])
        assert theirs[0] == game.report_html(ours)
        kinds = {"done": "calm", "delayed": "late", "blocked": "stop"}
        said = [objections.objection(ours, card) for card in ours["offered"]]
        assert theirs[1:] == [f"{kinds[status]},{who or ''}" for status, who in said]


def test_too_much_is_refused_and_said(page: Page) -> None:
    page.get_by_label("Budget of a decade").select_option("small")
    page.get_by_role("button", name="Start a game").press("Enter")
    for box in page.locator("input[name=card]").all():
        box.press("Space")
    assert "more than there is" in page.locator(".cu-cards .cu-said").inner_text()
    page.get_by_role("button", name="Play this decade").press("Enter")
    assert page.evaluate("document.querySelector('.cu-game').game.current().year") == 1955
    page.get_by_role("button", name="Another game").press("Enter")
    page.locator("input[name=seed]").fill("1.5")
    page.get_by_role("button", name="Start a game").press("Enter")
    assert "whole number" in page.locator(".cu-begin .cu-said").inner_text()


def test_the_teacher_compares_three_runs_and_a_wrong_one_is_named(page: Page) -> None:
    runs = {name: game.play(plan) for name, plan in zip("ABC", random_plans(3, seed=40), strict=True)}
    text = "\n".join(f"{name}: {run['code']}" for name, run in runs.items()) + "\nDan: 170D\n"
    page.locator("summary", has_text="For teachers").press("Enter")
    page.get_by_label("Codes, one a line").fill(text)
    page.get_by_role("button", name="Compare the runs").press("Enter")
    assert "3 runs read, 1 codes" in page.locator(".cu-teacher > .cu-said").inner_text()
    said = page.locator(".cu-wrong li").all_inner_texts()
    with pytest.raises(ValueError, match="has 34 characters, got 4") as refused:
        game.decode("170D")
    assert said == [f"Line 4 (Dan): {refused.value}"]
    table = game.compare("\n".join(text.splitlines()[:3]))
    names = [*SCORES, *(f"average_{score}" for score in SCORES)]
    for n, (name, row) in enumerate(table.iterrows()):
        cells = page.locator(".cu-teacher tbody tr").nth(n).locator("th, td").all_inner_texts()
        assert cells[0] == name and cells[1] == row["territory"]
        for cell, key in zip(cells[4:14], names, strict=True):
            best = " (best)" if row[key] == table[key].max() else ""
            assert cell == f"{row[key]:.1f}{best}"
    rows = list(csv.DictReader(io.StringIO(downloaded(page, "Download comparison (CSV)"))))
    assert [row["code"] for row in rows] == table["code"].tolist()
    for key in names:
        assert [float(row[key]) for row in rows] == pytest.approx(table[key].tolist(), abs=1e-6)
    page.get_by_role("button", name="Open: B").press("Enter")
    assert page.locator(".cu-code").inner_text() == runs["B"]["code"]


@pytest.mark.parametrize(("theme", "width"), [("light", 1200), ("dark", 320)])
def test_axe_finds_nothing_and_nothing_is_cut(page: Page, theme: str, width: int, mixed: dict[str, Any]) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate("theme => { document.documentElement.dataset.theme = theme; }", theme)
    root = "document.querySelector('.cu-game').game"
    codes = [game.play(seed=7, turns=MIXED[:5])["code"], mixed["code"]]
    for step in range(3):
        if step:
            page.evaluate(f"code => {root}.show(courseGame.play(courseGame.decode(code)), true)", codes[step - 1])
            page.evaluate("document.querySelectorAll('.cu-game details').forEach(d => { d.open = true; })")
            page.get_by_label("Codes, one a line").fill("\n".join([*codes, "wrong"]))
            page.get_by_role("button", name="Compare the runs").click()
        found = Axe().run(page).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"]) for v in found] == []
        wide = """[...document.querySelectorAll('.cu-game *')]
            .filter(e => !e.closest('.cu-scroll, .cu-hidden') && e.getBoundingClientRect().right > innerWidth)
            .map(e => e.outerHTML.slice(0, 90))"""
        assert page.evaluate(wide) == []
        small = """[...document.querySelectorAll('.cu-game :is(button, input, select, summary, textarea)')]
            .filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 24)
            .map(e => e.outerHTML.slice(0, 90))"""
        assert page.evaluate(small) == []


def test_without_scripts_and_in_print_there_are_tables(browser: Browser, address: str) -> None:
    bare = browser.new_page(java_script_enabled=False)
    bare.goto(address)
    assert bare.get_by_role("table").count() == 2 and bare.get_by_text("Land-take ceiling").first.is_visible()
    told = bare.locator(".cu-game-fallback").inner_text()
    played = game.play(seed=1, turns=MIXED)
    assert f"{played['scores']['voice']:.1f}" in told
    bare.close()
    printed = browser.new_page()
    printed.goto(address)
    printed.wait_for_selector(".cu-game[data-ready]")
    assert not printed.locator(".cu-game-fallback").is_visible()
    printed.emulate_media(media="print")
    assert printed.locator(".cu-game-fallback").is_visible() and not printed.locator(".cu-begin").is_visible()
    printed.close()


def test_the_page_names_no_address(address: str) -> None:
    text = face.static_html()
    assert not re.search(r"fetch\(|XMLHttp|<script[^>]+src|<link|@import|type=\"module\"", text)
    assert set(re.findall(r"https?://[^\"' <]+", text)) <= {"http://www.w3.org/2000/svg"}
