"""Defects of theme and tools that axe finds, mended in the built pages."""

from __future__ import annotations

import re

#: Pattern, replacement; each line says which defect of whom it mends.
MENDS: tuple[tuple[re.Pattern[str], str], ...] = (
    # pandas: the corner of a table's header is an empty header cell
    (re.compile(r"<th></th>"), "<td></td>"),
    # docutils: a deprecated role, which a list may not hold
    (re.compile(r'role="doc-biblioentry"'), 'role="listitem"'),
    # sphinx-book-theme: the logo stands outside all landmarks
    (
        re.compile(r'<div class="sidebar-primary-item">(?=\s*<a class="navbar-brand logo")'),
        '<div class="sidebar-primary-item" role="navigation" aria-label="Home">',
    ),
    # pydata theme: a formula wider than a phone scrolls, and the keyboard does not reach it
    (re.compile(r'(?<=<div )(?=class="math notranslate)'), 'tabindex="0" '),
    # pydata theme: the button is named "Search" but shows "Search Ctrl + K"
    (
        re.compile(r'<span class="search-button__kbd-shortcut">'),
        '<span class="search-button__kbd-shortcut" aria-hidden="true">',
    ),
)


def mend(page: str) -> str:
    """Return the HTML of a page without the known defects.

    Examples
    --------
    >>> mend('<tr><th></th><th>a</th></tr>')
    '<tr><td></td><th>a</th></tr>'
    """
    for pattern, replacement in MENDS:
        page = pattern.sub(replacement, page)
    return page
