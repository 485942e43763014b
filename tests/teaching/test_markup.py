"""Little markup, and no HTML that a text could smuggle in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_utils.teaching.markup import bare, inline


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("plain", "plain"),
        ("**bold** and *italic*", "<strong>bold</strong> and <em>italic</em>"),
        ("`a * b * c`", "<code>a * b * c</code>"),
        ("`<b>`", "<code>&lt;b&gt;</code>"),
        ("5 * 3 * 2", "5 * 3 * 2"),
        ("s*(T) and s*(U)", "s*(T) and s*(U)"),
        ("delta = 0.3 & share < 2 %", "delta = 0.3 &amp; share &lt; 2\u202f%"),
        ('say "yes"', "say &quot;yes&quot;"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("**one** two **three**", "<strong>one</strong> two <strong>three</strong>"),
        ("an open ` stays", "an open ` stays"),
        ("", ""),
    ],
)
def test_marks_become_elements(text: str, html: str) -> None:
    assert inline(text) == html


def test_a_terminal_gets_no_marks() -> None:
    assert bare("**Right.** See `rounds` and *try*") == "Right. See rounds and try"


@given(st.text(alphabet="*`<>&\"' ab/", max_size=40))
def test_any_text_gives_balanced_elements_of_three_kinds(page, text: str) -> None:  # type: ignore[no-untyped-def]
    parsed = page(inline(text))
    assert {element.tag for element in parsed.elements} <= {"strong", "em", "code"}
