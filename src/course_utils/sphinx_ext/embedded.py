"""An explorer on a Markdown page, as a directive: the welcome page has one, and no notebook."""

from __future__ import annotations

import re
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from course_utils.explorer import cache, explore, static

FOLDER = "book"
USE = re.compile(r"^`{3,}\{explorer\}\s+([\w.]+)\s*$", re.MULTILINE)


class EmbeddedExplorer(SphinxDirective):
    """``{explorer} portrait``: an explorer of the registry, alive in the page."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the explorer; an unknown name is an error that names the closest."""
        try:
            shown = explore(self.arguments[0])
        except KeyError as error:
            raise self.error(str(error.args[0])) from error
        return [nodes.raw("", static.html(shown), format="html")]


def digests(app: Sphinx) -> dict[str, str]:
    """Digest of each Markdown page with explorers: a page is read again when what one of them depends on changes."""
    root = Path(app.srcdir)
    used = {path: USE.findall(path.read_text("utf-8")) for path in sorted((root / FOLDER).glob("*.md"))}
    return {
        path.relative_to(root).with_suffix("").as_posix(): cache.digest("".join(map(cache.code_of, names)))
        for path, names in used.items()
        if names
    }
