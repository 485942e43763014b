"""The offline edition, one zip for a USB stick: `make offline`.

Its root holds one page to double-click, and a folder with the book, which works without a server and without network.
"""

from __future__ import annotations

from html import escape
from pathlib import Path

from course_utils.words import _
from tools.archive import SITE, edition, pack, site_files

START = "START HERE.html"
BOOK = "book-files/"
#: A refresh and a link, no script: the page leads on in every browser.
PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="0; url={first}">
<title>{title}</title>
</head>
<body><main><h1>{title}</h1>
<p><a href="{first}">{open}</a></p>
<p>{unpack}</p></main></body>
</html>
"""


def start_page() -> bytes:
    """The page at the root of the zip."""
    words = {
        "title": _("Places that Produce: from growth poles to industrial ecosystems"),
        "open": _("Open the book"),
        "unpack": _("If the book does not open, unpack the whole zip file into a folder and open this page there."),
    }
    text = PAGE.format(first=f"{BOOK}book/index.html", **{key: escape(word) for key, word in words.items()})
    return text.encode("utf-8")


def build(site: Path = SITE, out: Path | None = None) -> Path:
    """Pack the built site into the offline edition.

    Parameters
    ----------
    site : Path
        The folder of the built book.
    out : Path, optional
        Where the zip goes; by default ``dist/places-that-produce-VERSION-offline.zip``.

    Returns
    -------
    Path
        The zip. Two of the same site and SOURCE_DATE_EPOCH have equal bytes.
    """
    return pack(site_files(site, BOOK) | {START: start_page()}, out or edition("offline.zip"))


if __name__ == "__main__":
    made = build()
    print(f"{made}: {made.stat().st_size / 1e6:.1f} MB")
