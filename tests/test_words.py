"""Numbers and sentences: what Python prints, what a page can refill, and that the page's script prints the same."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from course_utils import words
from course_utils.words import NARROW_SPACE, Number, Sentence, _, join, number, percent, say

SCRIPT = Path(words.__file__).parent / "explorer" / "page" / "2_words.js"
plain_text = st.text(st.characters(exclude_categories=["Cs"]))


@pytest.mark.parametrize(
    ("value", "decimals", "unit", "text"),
    [
        (0, 0, "", "0"),
        (68042.3, 0, "", "68,042"),
        (1234567.891, 2, "", "1,234,567.89"),
        (-1234.5, 1, "", "-1,234.5"),
        (999.999, 1, "", "1,000.0"),
        (1.5, 1, "km", "1.5 km"),
        (-0.4, 0, "", "0"),
        (-0.004, 2, "%", "0.00 %"),
        (0.5, 0, "", "1"),
        (2.5, 0, "", "3"),
        (-2.5, 0, "", "-3"),
        (1.005, 2, "", "1.00"),  # the double lies below the half
        (float("nan"), 2, "km", "n/a"),
        (float("inf"), 0, "", "n/a"),
        (1e21, 0, "", "1,000,000,000,000,000,000,000"),
    ],
)
def test_number(value: float, decimals: int, unit: str, text: str) -> None:
    assert str(number(value, decimals, unit)) == text.replace(" ", NARROW_SPACE)


def test_percent_prints_a_fraction_and_keeps_it() -> None:
    share = percent(0.12345, 1)
    assert str(share) == f"12.3{NARROW_SPACE}%"
    assert (share.value, share.scale, share.shown) == (0.12345, 100.0, pytest.approx(12.345))


def test_a_number_formats_as_text() -> None:
    assert f"{number(3):>4}" == "   3"


@settings(deadline=None, max_examples=60)
@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e12, max_value=1e12), st.integers(0, 6))
def test_a_printed_number_is_within_half_a_unit(value: float, decimals: int) -> None:
    text = str(number(value, decimals))
    assert re.fullmatch(r"-?\d{1,3}(,\d{3})*(\.\d+)?", text)
    assert abs(float(text.replace(",", "")) - value) <= 0.5 * 10.0**-decimals * (1 + 1e-9) + abs(value) * 1e-15
    assert float(number(value, decimals).rounded()) == float(text.replace(",", ""))


def test_say_keeps_its_numbers() -> None:
    sentence = say("{who} keeps {kept} of {all}.", who="Fos", kept=number(29), all=percent(1))
    assert sentence == f"Fos keeps 29 of 100{NARROW_SPACE}%."
    assert sentence.template == "Fos keeps {0} of {1}."
    assert sentence.numbers == (number(29), percent(1))
    assert isinstance(sentence, str)


def test_say_repeats_a_part() -> None:
    assert say("{a} and {a}", a=number(1)).template == "{0} and {1}"


def test_say_takes_parts_that_its_template_leaves_out() -> None:
    assert say("Nothing.", a=number(1)).numbers == ()


@pytest.mark.parametrize("template", ["{b}", "{a:.2f}", "{a!r}", "{}", "{a.value}"])
def test_say_refuses_what_a_page_could_not_refill(template: str) -> None:
    with pytest.raises(ValueError, match=r"say: .* is not one of \['a'\] or carries a format"):
        say(template, a=number(1))


@settings(deadline=None, max_examples=60)
@given(plain_text)
def test_say_prints_words_as_they_are(text: str) -> None:
    sentence = say("<{word}>", word=text)
    assert sentence == f"<{text}>"
    assert sentence.template.format() == sentence


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(plain_text, st.integers(-999, 999)), max_size=5))
def test_join_keeps_texts_and_numbers(parts: list[tuple[str, int]]) -> None:
    sentences = [say("{word} {n}", word=word, n=number(n)) for word, n in parts]
    joined = join(*sentences)
    assert joined == " ".join(sentences)
    assert [n.value for n in joined.numbers] == [n for _word, n in parts]
    assert joined.template.format(*joined.numbers) == joined


@settings(deadline=None, max_examples=60)
@given(st.lists(plain_text))
def test_join_takes_plain_texts_and_leaves_empty_ones_out(texts: list[str]) -> None:
    assert join(*texts) == " ".join(filter(None, texts))


def test_join_of_nothing_is_an_empty_sentence() -> None:
    assert join() == "" and isinstance(join(say("")), Sentence)


def test_translation(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _("places") == "places"
    assert _("") == ""  # gettext would answer with the header of its catalogue
    monkeypatch.setenv("COURSE_UTILS_LANGUAGE", "xx")
    assert _("places") == "places"


def test_a_translated_na_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "_", lambda text: "n. d." if text == "n/a" else text)
    assert str(number(float("nan"))) == "n. d."


@pytest.fixture(scope="module")
def print_in_page(browser: Browser) -> Any:
    """The page's `print`, as a function of a list of [value, decimals, unit]."""
    page = browser.new_page()
    calls = "cases => cases.map(([v, d, u]) => print(v, d, u, { na: 'n/a' }))"
    return lambda cases: page.evaluate(f"cases => {{ {SCRIPT.read_text('utf-8')}; return ({calls})(cases); }}", cases)


def numbers() -> list[Number]:
    """Random sizes and signs, halves that are exact in binary, and values beside nought."""
    draw = random.Random(2016)
    values = [draw.uniform(-1, 1) * 10.0 ** draw.randint(-8, 14) for _case in range(600)]
    values += [draw.randint(-9999, 9999) + draw.choice([0.5, 0.25, 0.125]) for _case in range(300)]
    values += [0.0, -0.0, 0.5, -0.5, 1.5, 999.5, 999999.5, 1e15]
    return [number(v, draw.randint(0, 6), draw.choice(["", "%", "km²"])) for v in values]


@pytest.mark.browser
def test_the_page_prints_the_same(print_in_page: Any) -> None:
    cases = numbers()
    printed = print_in_page([[n.value, n.decimals, n.unit] for n in cases])
    assert printed == [str(n) for n in cases]
    assert print_in_page([[None, 1, "km"]]) == ["n/a"]


def test_the_script_holds_no_word_of_its_own() -> None:
    """All texts come from `_()`: the only strings of the file are punctuation."""
    strings = re.findall(r"'((?:[^'\\\n]|\\.)*)'", SCRIPT.read_text("utf-8"))
    assert [s for s in strings if re.search(r"[A-Za-z]{2,}", json.loads(f'"{s}"'))] == []
