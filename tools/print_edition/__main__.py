"""`make print`: the whole book as one PDF; paths of pages after the command print only those."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from course_utils.words import _
from tools.archive import ROOT, SITE, edition, version
from tools.print_edition.binding import bind
from tools.print_edition.order import leaves
from tools.print_edition.printing import Printed, browsing, print_html, print_pages


def make(site: Path, out: Path, only: Sequence[str] = ()) -> list[Printed]:
    """Print the book, or only some of its pages.

    Parameters
    ----------
    site : Path
        The folder of the built book.
    out : Path
        The PDF to write.
    only : sequence of str
        Paths of pages without ending; none for all.
    """
    wanted = [leaf for leaf in leaves(ROOT / "_toc.yml", site) if not only or leaf.path in only]
    out.parent.mkdir(parents=True, exist_ok=True)
    with browsing() as context:
        printed = list(print_pages(context, wanted, site))
        title = _("Places that Produce: from growth poles to industrial ecosystems")
        told = _("Print edition, version {version}").format(version=version())
        writer = bind(printed, title, told, lambda html: print_html(context, html))
    with out.open("wb") as file:
        writer.write(file)
    return printed


def main(arguments: Sequence[str]) -> int:
    """Print, say what was made, and fail where a figure could not be drawn."""
    parser = argparse.ArgumentParser(prog="python -m tools.print_edition", description=__doc__)
    parser.add_argument("pages", nargs="*")
    parser.add_argument("--site", type=Path, default=SITE)
    parser.add_argument("--out", type=Path, default=edition("print.pdf"))
    asked = parser.parse_args(arguments)
    printed = make(asked.site, asked.out, asked.pages)
    failed = [f"{each.leaf.path}: {why}" for each in printed for why in each.failed]
    explorers, drawings = (sum(getattr(each, name) for each in printed) for name in ("explorers", "drawings"))
    print(f"{asked.out}: {asked.out.stat().st_size / 1e6:.1f} MB, {explorers} explorers, {drawings} drawings")
    print(*failed, sep="\n", file=sys.stderr, end="\n" if failed else "")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
