"""How a dataset is cited: in a line, and in BibTeX."""

from __future__ import annotations

import re

from course_utils.datasets.descriptors import descriptor

#: What LaTeX would take for a command.
SPECIAL = re.compile(r"([&%$#_])")
#: Publisher of a dataset whose rows name their sources.
NOBODY = "several"


def bibtex(name: str) -> str:
    """Return the BibTeX entry of a dataset: who published it, its address, its licence, when it was read.

    Examples
    --------
    >>> print(bibtex("regions").splitlines()[0])
    @misc{places_that_produce_regions,
    """
    described = descriptor(name)
    publishers = dict.fromkeys(s["publisher"] for s in described["sources"] if s["publisher"] != NOBODY)
    retrieved = max(source["retrieved"] for source in described["sources"])
    licences = "; ".join(licence["title"] for licence in described["licenses"])
    fields = {
        "title": "{" + _escaped(described["title"]) + "}",
        "author": " and ".join("{" + _escaped(one) + "}" for one in publishers) or "{Places that Produce}",
        "year": retrieved[:4],
        "howpublished": _escaped(described["citation"]),
        "url": next((source["path"] for source in described["sources"] if source.get("path")), ""),
        "urldate": retrieved,
        "note": _escaped(f"Dataset {name} of the course Places that Produce. Licence: {licences}"),
    }
    lines = [f"  {key} = {{{value}}}," for key, value in fields.items() if value]
    return "\n".join([f"@misc{{places_that_produce_{name},", *lines, "}"])


def _escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\1", text)
