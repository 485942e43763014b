"""Ask every address outside the book whether it answers: `make linkcheck`.

What is asked is what a reader can click in the built site: notebooks, cards of datasets and bibliography alike.
A machine without web says so; nothing is passed that was not asked.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag

import requests

from tools.archive import ROOT, SITE

REPORT = ROOT / "_build" / "linkcheck.txt"
SECONDS = 20
#: At most this many at a time; the hosts are few and small.
AT_ONCE = 6
#: Answers of hosts that are there but do not talk to programs.
SHY = {401, 403, 405, 406, 418, 429}
HEADERS = {"User-Agent": "places-that-produce link check", "Accept": "text/html,*/*"}
UNREACHED = "no answer"


class _Links(HTMLParser):
    """Collect the addresses of a page that lead out of the book."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        address = dict(attrs).get("href") or ""
        if tag == "a" and address.startswith(("http://", "https://")):
            self.found.add(urldefrag(address).url)


def links(site: Path) -> dict[str, list[str]]:
    """Every address outside the book, with the pages that lead to it.

    Raises
    ------
    FileNotFoundError
        If the site is not built.
    """
    if not (site / "index.html").is_file():
        raise FileNotFoundError(f"no built book in {site}: run `make book` first")
    found: defaultdict[str, list[str]] = defaultdict(list)
    for page in sorted(site.rglob("*.html")):
        reader = _Links()
        reader.feed(page.read_text("utf-8"))
        for address in reader.found:
            found[address].append(page.relative_to(site).as_posix())
    return dict(sorted(found.items()))


def ask(address: str) -> str:
    """What an address answers: ``ok``, ``shy`` (there, but not for programs), a status, or that nobody answers."""
    try:
        # Some hosts answer no HEAD; a stream is closed before the body comes.
        with requests.get(address, timeout=SECONDS, headers=HEADERS, stream=True) as answer:
            status = answer.status_code
    except requests.RequestException as error:
        return f"{UNREACHED} ({type(error).__name__})"
    if status in SHY:
        return "shy"
    return "ok" if status < 400 else f"status {status}"


def report(found: dict[str, list[str]], answers: Iterable[str]) -> tuple[str, int]:
    """The report, and how many addresses are broken."""
    told = dict(zip(found, answers, strict=True))
    if told and all(answer.startswith(UNREACHED) for answer in told.values()):
        return f"None of {len(told)} addresses answered: this machine has no web. Nothing was checked.\n", len(told)
    broken = {address: answer for address, answer in told.items() if answer not in ("ok", "shy")}
    shy = [address for address, answer in told.items() if answer == "shy"]
    lines = [f"{len(told)} addresses: {len(told) - len(broken) - len(shy)} answer, {len(broken)} do not."]
    lines += [f"BROKEN  {address}: {why}; on {', '.join(found[address][:3])}" for address, why in broken.items()]
    lines += [f"SHY     {address}: there, but refuses programs; look yourself" for address in shy]
    return "\n".join(lines) + "\n", len(broken)


def check(site: Path = SITE, out: Path = REPORT, asking: Callable[[str], str] = ask) -> int:
    """Ask all addresses of the site, write and print the report; return how many are broken."""
    found = links(site)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        text, broken = report(found, list(pool.map(asking, found)))
    out.write_text(text, encoding="utf-8")
    print(text, end="")
    return broken


if __name__ == "__main__":
    sys.exit(1 if check() else 0)
