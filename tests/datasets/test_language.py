"""Titles in the reader's language."""

from __future__ import annotations

import pytest

from course_utils.datasets.language import title_of


@pytest.mark.parametrize(("language", "title"), [("", "Towns"), ("fr", "Villes"), ("fr_FR", "Villes"), ("de", "Towns")])
def test_title(monkeypatch: pytest.MonkeyPatch, language: str, title: str) -> None:
    monkeypatch.setenv("COURSE_UTILS_LANGUAGE", language)
    assert title_of({"title": "Towns", "title_fr": "Villes"}) == title
