"""What was measured, as one Markdown text."""

from __future__ import annotations

from statistics import median
from typing import Any

from benchmarks.contenders import LIVE, STATIC
from benchmarks.latency import Session
from benchmarks.report import kilobytes, machine, spread, table

COUNTED = """\
*First frame* runs from the reader's key press or click to the end of the first animation frame in which the traces have
changed, *settled* to the last such frame; medians, with quartiles. *States* is the weight of what carries the states
({states} of them), gzipped; live, it is what passes between page and kernel at each move, as sent. *Page* is all that
the page loads, gzipped, with nothing cached. *Hosts asked* counts addresses on other machines."""


def interaction(sessions: list[Session], payloads: dict[str, int], states: int) -> str:
    """Latency and weight of every contender."""
    base = next(s for s in sessions if s.contender is STATIC)
    rows = [_row(session, base, payloads) for session in sessions]
    head = ("", "first frame, ms", "x", "settled, ms", "states, kB", "page, kB", "x", "shown after, s", "hosts asked")
    return f"{table(head, rows)}\n\n{COUNTED.format(states=states)}"


def _row(session: Session, base: Session, payloads: dict[str, int]) -> list[str]:
    name = session.contender.name
    moved = f"{kilobytes(median(session.message_bytes))} a move" if session.contender is LIVE else ""
    return [
        name,
        spread(session.first),
        f"{median(session.first) / median(base.first):.1f}",
        spread(session.last),
        moved or (kilobytes(payloads[name]) if name in payloads else "n/a"),
        kilobytes(session.page_bytes),
        f"{session.page_bytes / base.page_bytes:.1f}",
        f"{session.shown_s:.1f}",
        str(len(session.traffic.foreign)),
    ]


def building(taken: dict[str, list[float]]) -> str:
    """Build times."""
    cold = median(taken["cold"])
    rows = [[name, spread(values), f"{median(values) / cold:.2f}"] for name, values in taken.items()]
    return table(("build of the book", "s", "of cold"), rows)


def starting(taken: dict[str, float]) -> str:
    """Import and load times."""
    rows = [[name, f"{seconds * 1000:.0f}"] for name, seconds in taken.items()]
    return table(("in a fresh interpreter", "ms"), rows)


def tables(taken: dict[str, tuple[float, float]], shown: int = 5) -> str:
    """The slowest tables of the data room, first load and warm."""
    slowest = sorted(taken, key=lambda name: max(taken[name]), reverse=True)[:shown]
    rows = [[name, *(f"{seconds * 1000:.0f}" for seconds in taken[name])] for name in slowest]
    warm = max(second for _, second in taken.values())
    return table((f"slowest of {len(taken)} tables", "first load, ms", "warm, ms"), rows) + (
        f"\n\nSlowest warm load: {warm * 1000:.0f} ms (budget 150)."
    )


def text(parts: dict[str, Any]) -> str:
    """The whole of results.md."""
    body = "\n\n".join(f"## {title}\n\n{part}" for title, part in parts.items())
    return f"# Benchmarks\n\nWritten by `make bench`. {machine()}\n\n{body}\n"
