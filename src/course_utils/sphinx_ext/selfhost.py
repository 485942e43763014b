"""Nothing on a built page asks another host: what the theme and Jupyter Book bring from elsewhere is dropped."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config

from course_utils.sphinx_ext.accessible import mend
from course_utils.sphinx_ext.assets import is_html
from course_utils.sphinx_ext.storage import guard

#: The icons come from the theme's style sheet; its 543 kB script draws the same ones again.
FONTAWESOME = re.compile(r'\s*<script[^>]*src="[^"]*scripts/fontawesome\.js[^"]*"[^>]*></script>')
#: For a search beside every page, which is switched off: the index of the whole book is for the search page.
SEARCH = re.compile(r'\s*<script src="[^"]*(?:searchtools|language_data|searchindex)\.js[^"]*"></script>')
PRELOADED = re.compile(r'\s*<link[^>]*rel="preload"[^>]*fontawesome\.js[^>]*/?>')


def complete_theme_options(app: Sphinx, config: Config) -> None:
    """Add what Jupyter Book leaves out of the theme's options: else a second, empty search header is shown."""
    for key in ("navbar_persistent", "navbar_start", "navbar_center", "navbar_end"):
        config.html_theme_options.setdefault(key, [])
    # The chapters only: the pages of all datasets are listed in the catalogue, not beside every page.
    config.html_theme_options.setdefault("max_navbar_depth", 1)
    config.html_context.setdefault("default_mode", "auto")


def drop_foreign_scripts(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: Any) -> None:
    """Take scripts of other hosts out of a page (thebe from unpkg, require.js and widget managers from CDNs)."""
    if "script_files" not in context:
        return
    # Sphinx also gives MathJax to a page that only lists others with formulas in its table of contents.
    formulas = app.env.get_domain("math").data["has_equations"].get(page, False)
    kept = [s for s in context["script_files"] if not _is_foreign(s) and (formulas or not _sets_formulas(s))]
    context["script_files"] = kept


def _sets_formulas(script: Any) -> bool:
    body = str(getattr(script, "attributes", {}).get("body", ""))
    return "mathjax/" in str(getattr(script, "filename", "")) or body.startswith("window.MathJax")


def _is_foreign(script: Any) -> bool:
    address = str(getattr(script, "filename", script) or "")
    body = str(getattr(script, "attributes", {}).get("body", ""))
    return "://" in address or "thebe" in (address + body).lower()


def clean_pages(app: Sphinx, error: Exception | None) -> None:
    """Take the theme's icon script out of every page, and files that no page needs out of the site."""
    if error or not is_html(app):
        return
    out = Path(app.outdir)
    for path in out.rglob("*.html"):
        text = path.read_text("utf-8")
        lean = text if path.name == "search.html" else SEARCH.sub("", text)
        clean = guard(mend(PRELOADED.sub("", FONTAWESOME.sub("", lean))))
        if clean != text:
            path.write_text(clean, "utf-8")
    for unused in [*out.glob("_static/scripts/fontawesome.js*"), *out.glob("_static/**/*.map")]:
        unused.unlink(missing_ok=True)
