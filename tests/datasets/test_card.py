"""The provenance card: two faces, the same content, clean HTML."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from course_utils.datasets import UnknownDataset, info
from course_utils.datasets.descriptors import descriptor, names

VOID = {"br", "hr", "img"}


class Outline(HTMLParser):
    """Checks that tags nest, and keeps tags, attributes and text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.found: dict[str, dict[str, str | None]] = {}
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.found.setdefault(tag, dict(attrs))
        if tag in ("dt", "dd"):
            assert self.open[-1] == "dl"
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("name", names())
def test_both_faces_say_the_same(name: str) -> None:
    card, described = info(name), descriptor(name)
    outline = Outline(card._repr_html_())
    shown = " ".join(repr(card).split())
    assert outline.open == []
    for text in (described["title"], *described["caveats"], *(s["publisher"] for s in described["sources"])):
        flat = " ".join(text.split())
        assert flat in " ".join(outline.text.split())
        assert flat in shown.replace("- ", "").replace("  ", " ") or flat.replace("- ", "") in shown.replace("- ", "")


@pytest.mark.parametrize("name", names())
def test_markup(name: str) -> None:
    outline = Outline(info(name)._repr_html_())
    assert outline.tags[0] == "aside"
    assert outline.found["aside"]["class"] == "cu-card"
    assert outline.found["aside"]["aria-label"] == info(name).title
    assert outline.tags.count("dl") == (2 if info(name).columns() else 1)
    assert "style" not in outline.tags and "script" not in outline.tags


def test_licence_and_its_date_are_shown() -> None:
    assert "Licence Ouverte" in repr(info("communes")) and "(checked 20" in repr(info("communes"))


def test_insets_are_told() -> None:
    assert "moved beside metropolitan France" in info("geometry")._repr_html_()


def test_columns_of_several_tables_name_their_table() -> None:
    assert ("flows_12.value", "million reais") in [column[:2] for column in info("input_output_brazil").columns()]


def test_french_title(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_UTILS_LANGUAGE", "fr")
    assert info("epci").title.startswith("Intercommunalités")


def test_markup_is_escaped(monkeypatch: pytest.MonkeyPatch) -> None:
    odd = {**descriptor("regions"), "title": "<b>A & B</b>"}
    monkeypatch.setattr("course_utils.datasets.card.descriptor", lambda name: odd)
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in info("regions")._repr_html_()


def test_wrong_name() -> None:
    with pytest.raises(UnknownDataset):
        info("comunes")
