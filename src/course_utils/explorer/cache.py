"""Keep payloads between builds, by a digest of everything that they depend on."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from course_utils.datasets.loading import data_root
from course_utils.explorer.explorer import Explorer

PACKAGE = Path(__file__).parents[1]
#: Parts of the package that every explorer depends on.
SHARED = ("explorer", "measures", "datasets", "words.py", "locale")


def files_of(concept: str) -> list[Path]:
    """Return the source files that a concept's page depends on."""
    tops = [*SHARED, f"concepts/{concept}", f"concepts/{concept}.py"]
    found = [p for top in tops for p in ([PACKAGE / top] if (PACKAGE / top).is_file() else (PACKAGE / top).rglob("*"))]
    return sorted(p for p in found if p.is_file() and p.suffix in {".py", ".mo", ".js", ".css"})


def digest(concept: str) -> str:
    """Digest of a concept's sources and of all data packages (their descriptors hold the sha256 of the files)."""
    seen = hashlib.sha256(os.environ.get("COURSE_UTILS_LANGUAGE", "en").encode())
    root = data_root()
    for path in [*files_of(concept), *sorted(root.glob("*/datapackage.yaml"))]:
        base = root if path.is_relative_to(root) else PACKAGE
        seen.update(str(path.relative_to(base)).encode() + b"\0" + path.read_bytes())
    return seen.hexdigest()[:32]


def payload(explorer: Explorer, build: Callable[[Explorer], dict[str, Any]]) -> dict[str, Any]:
    """Return the payload from ``COURSE_UTILS_CACHE`` if it is still true, else build and keep it."""
    folder = os.environ.get("COURSE_UTILS_CACHE")
    if not folder:
        return build(explorer)
    concept = explorer.name.split(".")[0]
    kept = Path(folder) / f"{explorer.name}-{digest(concept)}.json"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        for old in kept.parent.glob(f"{explorer.name}-*.json"):
            old.unlink(missing_ok=True)
        part = kept.with_suffix(f".{os.getpid()}.part")
        part.write_text(json.dumps(build(explorer), allow_nan=False), "utf-8")
        part.replace(kept)
    return dict(json.loads(kept.read_text("utf-8")))
