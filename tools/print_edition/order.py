"""Which pages of the site are printed, in which order, under which part of the book."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True)
class Leaf:
    """One page of the site: its path without ending, the part that it opens (if any), its depth in the contents."""

    path: str
    part: str = ""
    depth: int = 0


def leaves(toc: Path, site: Path) -> list[Leaf]:
    """List the pages of the book as _toc.yml orders them; a ``glob`` is spread over the pages that were built."""
    contents = yaml.safe_load(toc.read_text("utf-8"))
    found = [Leaf(contents["root"])]
    for part in contents["parts"]:
        pages = [leaf for chapter in part["chapters"] for leaf in spread(chapter, site, 1)]
        found += [Leaf(pages[0].path, part["caption"], 1), *pages[1:]]
    return found


def spread(entry: dict[str, Any], site: Path, depth: int) -> Iterator[Leaf]:
    """One entry of _toc.yml and what stands below it."""
    if "glob" in entry:
        for path in sorted(site.glob(entry["glob"] + ".html")):
            yield Leaf(path.relative_to(site).as_posix().removesuffix(".html"), "", depth)
        return
    yield Leaf(entry["file"], "", depth)
    for below in entry.get("sections", []):
        yield from spread(below, site, depth + 1)
