"""The part of a page that carries the model's states."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

DATA = re.compile(r'<script type="application/json"[^>]*>(.*?)</script>', re.DOTALL)
SCRIPT = re.compile(r"<script[^>]*>(.*?)</script>", re.DOTALL)


def payload(page: Path) -> int:
    """Gzipped bytes of the page's data: its JSON, or its last script (plotly's frames) if it has none."""
    text = page.read_text("utf-8")
    data = DATA.findall(text) or SCRIPT.findall(text)[-1:]
    return len(gzip.compress("".join(data).encode(), 9))
