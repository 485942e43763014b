"""Keep payloads between builds, by a digest of everything that they depend on."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from course_utils.datasets import data_root
from course_utils.explorer.explorer import Explorer
from course_utils.explorer.sources import PACKAGE, follow


def code_of(explorer: str) -> str:
    """Return the imports that stand for an explorer's page: its concept, and what packs it."""
    concept = explorer.split(".")[0]
    return f"from course_utils.concepts.{concept} import explorer\nfrom course_utils.explorer import static\n"


def digest(code: str) -> str:
    """Digest of what `code` depends on.

    That is the files of ours that it imports, the data packages that they name (a descriptor holds the sha256 of
    its files), the language and its texts.

    Examples
    --------
    >>> len(digest("from course_utils.measures import gini"))
    32
    """
    files, texts = follow(code)
    seen = hashlib.sha256(os.environ.get("COURSE_UTILS_LANGUAGE", "en").encode())
    for path in [*files, *sorted((PACKAGE / "locale").rglob("*.mo"))]:
        seen.update(str(path.relative_to(PACKAGE)).encode() + b"\0" + path.read_bytes())
    for descriptor in sorted(data_root().glob("*/datapackage.yaml")):
        if descriptor.parent.name in texts:
            seen.update(descriptor.read_bytes())
    return seen.hexdigest()[:32]


def kept(name: str) -> Path | None:
    """Path of the payload of an explorer as its sources are now, None without ``COURSE_UTILS_CACHE``."""
    folder = os.environ.get("COURSE_UTILS_CACHE")
    return Path(folder) / f"{name}-{digest(code_of(name))}.json" if folder else None


def payload(explorer: Explorer, build: Callable[[Explorer], dict[str, Any]]) -> dict[str, Any]:
    """Return the payload from ``COURSE_UTILS_CACHE`` if it is still true, else build and keep it."""
    path = kept(explorer.name)
    if path is None:
        return build(explorer)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        for old in path.parent.glob(f"{explorer.name}-*"):
            old.unlink(missing_ok=True)
        part = path.with_suffix(f".{os.getpid()}.part")
        part.write_text(json.dumps(build(explorer), allow_nan=False), "utf-8")
        part.replace(path)
    return dict(json.loads(path.read_text("utf-8")))
