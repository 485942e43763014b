"""The markup of a bet and of its reveal: names, labels, ids, and what each face carries."""

from __future__ import annotations

import re

import pytest

from course_utils.teaching import bet, quiz, reveal
from course_utils.teaching.content import UnknownQuestions

pytestmark = pytest.mark.usefixtures("sample")


def test_a_bet_is_radio_buttons_with_labels_in_a_fieldset(page) -> None:  # type: ignore[no-untyped-def]
    parsed = page(bet("sample")._repr_html_())
    radios = parsed.all("input", type="radio")
    assert [r.attrs["value"] for r in radios] == ["a", "b", "c"]
    assert len({r.attrs["name"] for r in radios}) == 1
    assert all("fieldset" in r.within and "form" in r.within for r in radios)
    assert [label.attrs["for"] for label in parsed.all("label")] == [r.attrs["id"] for r in radios]
    assert [e.text for e in parsed.all("legend")] == ["How much stays?"]


def test_a_bet_does_not_tell_the_answer() -> None:
    html = bet("sample")._repr_html_()
    assert "Indeed" not in html and "12" not in html.partition("</style>")[2]


def test_texts_are_escaped(page) -> None:  # type: ignore[no-untyped-def]
    for shown in (bet("sample"), reveal("sample")):
        html = shown._repr_html_()
        assert "<script" not in html and "&lt;script&gt;" in html
        assert page(html).all("script") == []


def test_a_reveal_has_feedback_for_every_option_and_an_answer_folded_and_open(page) -> None:  # type: ignore[no-untyped-def]
    parsed = page(reveal("sample")._repr_html_())
    for letter, word in (("a", "Well bet."), ("b", "Not this time."), ("c", "Not this time.")):
        (feedback,) = parsed.all("div", cls=f"cu-for-{letter}")
        assert word in feedback.text
    answer = "The model says 12, as 3 < 4."
    assert parsed.all("div", cls="cu-answer")[0].text == answer
    assert parsed.all("details", cls="cu-unbet")[0].text.endswith(answer)
    assert parsed.all("a")[0].attrs["href"] == "#bet-sample"
    assert any(e.attrs.get("role") == "status" for e in parsed.elements)


def test_the_rules_tie_each_option_of_this_bet_to_its_feedback() -> None:
    rules = re.findall(r"<style>(.*?)</style>", reveal("sample")._repr_html_())[-1]
    for letter in "abc":
        picked = f':root:has(.cu-bet[data-bet="sample"] input[value="{letter}"]:checked)'
        assert f'{picked} .cu-reveal[data-bet="sample"] .cu-for-{letter}{{display:block}}' in rules
    assert rules.count("{") == rules.count("}")


def test_links_between_the_two_lead_somewhere(page) -> None:  # type: ignore[no-untyped-def]
    parsed = page(bet("sample")._repr_html_() + reveal("sample")._repr_html_())
    ids = [e.attrs["id"] for e in parsed.elements if "id" in e.attrs]
    assert len(set(ids)) == len(ids)
    assert {a.attrs["href"][1:] for a in parsed.all("a")} <= set(ids)


def test_a_bet_shown_twice_on_a_built_page_has_ids_of_its_own(page, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("COURSE_UTILS_FACE", "static")
    parsed = page(bet("sample")._repr_html_() + bet("sample")._repr_html_())
    ids = [e.attrs["id"] for e in parsed.elements if "id" in e.attrs]
    assert len(set(ids)) == len(ids) == 8
    assert len({r.attrs["name"] for r in parsed.all("input")}) == 2


def test_a_cell_run_again_keeps_the_address_that_links_lead_to(page) -> None:  # type: ignore[no-untyped-def]
    for shown in (bet("sample"), reveal("sample")):
        first, again = (page(shown._repr_html_()).all("div", cls="cu-teach")[0].attrs["id"] for _ in range(2))
        assert first == again


def test_whatever_takes_the_focus_keeps_its_keys_in_jupyterlab(page) -> None:  # type: ignore[no-untyped-def]
    parsed = page(bet("sample")._repr_html_() + reveal("sample")._repr_html_() + quiz("sample")._repr_html_())
    focusable = [e for e in parsed.elements if e.tag in ("input", "a", "button", "summary")]
    assert len(focusable) == 3 + 1 + 1 + 1 + 6 + 1
    assert all(e.attrs.get("data-lm-suppress-shortcuts") == "true" for e in focusable)


def test_live_outputs_bring_the_style_sheet_and_the_book_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ".cu-teach {" in bet("sample")._repr_html_()
    monkeypatch.setenv("COURSE_UTILS_FACE", "static")
    assert "<style" not in bet("sample")._repr_html_()
    assert ".cu-teach {" not in reveal("sample")._repr_html_()


def test_nothing_needs_a_script() -> None:
    for shown in (bet("sample"), reveal("sample")):
        assert not re.search(r"<script|\son\w+=|javascript:|https?:", shown._repr_html_())


def test_terminals_get_text() -> None:
    assert repr(bet("sample")).splitlines()[:3] == ["Place your bet", "How much stays?", "  (a) yes"]
    assert repr(reveal("sample")) == "The answer to your bet\nThe model says 12, as 3 < 4."


def test_an_unknown_concept_is_a_key_error_with_the_closest_name() -> None:
    with pytest.raises(UnknownQuestions, match="no questions are written for 'sampel'; did you mean 'sample'"):
        bet("sampel")
    with pytest.raises(KeyError, match="there are 'sample'"):
        reveal("zzz")
