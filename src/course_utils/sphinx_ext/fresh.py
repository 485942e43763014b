"""Rebuild what changed and nothing else: jupyter-cache looks at cells only, so our sources and data count here."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

from jupyter_cache import get_cache
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from course_utils.explorer import cache
from course_utils.sphinx_ext import embedded, pages
from course_utils.sphinx_ext.chapters import code_of, notebooks

logger = logging.getLogger(__name__)


def choose_static_face() -> None:
    """Have the kernels that execute the notebooks show the static face."""
    os.environ["COURSE_UTILS_FACE"] = "static"


def digest(notebook: Path) -> str:
    """Digest of what the page of a notebook shows beside its own cells: what they import, questions, explorers."""
    concept = notebook.stem
    questions = f"from course_utils.teaching.content import {concept}\n"
    return cache.digest(cache.code_of(concept) + questions + code_of(notebook))


def digests(app: Sphinx) -> dict[str, str]:
    """Digest of each page that shows more than its own source: notebooks, pages with explorers, the data room."""
    return {name: digest(path) for name, path in notebooks(app)} | embedded.digests(app) | pages.digests(app)


def extension_version() -> int:
    """Return a number that changes with this extension, so that Sphinx reads all pages again."""
    seen = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        seen.update(path.read_bytes())
    return int(seen.hexdigest()[:12], 16)


def _memory(app: Sphinx) -> Path:
    return Path(app.outdir).parent / "course-digests.json"


def _stale(app: Sphinx) -> set[str]:
    memory = _memory(app)
    known = json.loads(memory.read_text("utf-8")) if memory.exists() else {}
    return {name for name, found in digests(app).items() if known.get(name) != found}


def forget_stale_notebooks(app: Sphinx) -> None:
    """Drop the cached execution of notebooks whose sources or data changed."""
    os.environ["COURSE_UTILS_CACHE"] = str(Path(app.outdir).parent / "course-cache")
    folder = Path(app.outdir).parent / ".jupyter_cache"
    # By their place in the book: a folder that was moved or copied keeps records of where it stood before.
    stale = tuple(f"/{name}.ipynb" for name in _stale(app))
    if not folder.exists():
        return
    kept = get_cache(folder)
    for record in kept.list_cache_records():
        if Path(record.uri).as_posix().endswith(stale):
            logger.info("course: %s depends on something that changed, executing it again", Path(record.uri).name)
            kept.remove_cache(record.pk)


def outdated_pages(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Have Sphinx read the stale pages again."""
    return sorted(_stale(app) & env.all_docs.keys())


def remember(app: Sphinx, error: Exception | None) -> None:
    """Keep the digests of a finished build."""
    if not error:
        _memory(app).write_text(json.dumps(digests(app), indent=1, sort_keys=True), "utf-8")
