"""What an instructor does from a terminal: ``python -m course_utils notebooks DEST`` and its like."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from course_utils.teaching import assignments, editions, moodle


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 if it did what was asked, 1 (and a line on the error stream) if not."""
    asked = _parser().parse_args(arguments)
    try:
        print(asked.run(asked))
    except (OSError, KeyError, ValueError) as error:
        print(f"course_utils: {error}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m course_utils", description="Files of Places that Produce.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    copied = commands.add_parser("notebooks", help="copy the notebooks into a folder")
    copied.add_argument("dest", type=Path, metavar="DEST")
    copied.add_argument(
        "--edition", choices=editions.EDITIONS, default="book",
        help="book: solutions folded (default); student: none; instructor: solutions and keys",
    )  # fmt: skip
    copied.add_argument("--book", default="", metavar="ADDRESS", help="address of a built book, for its glossary")
    copied.set_defaults(run=_notebooks)
    bank = commands.add_parser("moodle", help="write bets and quizzes, keys included, as Moodle XML")
    bank.add_argument("dest", type=Path, metavar="FILE.xml")
    bank.set_defaults(run=_moodle)
    drawn = commands.add_parser("assignments", help="write an nbgrader assignment a chapter into nbgrader's source/")
    drawn.add_argument("dest", type=Path, metavar="SOURCE")
    drawn.add_argument("--term", default="", help="any text; another one draws other territories")
    drawn.set_defaults(run=_assignments)
    for command in (bank, drawn):
        command.add_argument("--chapter", action="append", metavar="NAME", help="only this one; may be repeated")
    for command in (copied, bank, drawn):
        command.add_argument("--force", action="store_true", help="replace files that are there")
    return parser


def _notebooks(asked: argparse.Namespace) -> str:
    written = editions.copy(asked.dest, asked.edition, asked.book, asked.force)
    return f"{len(written) - 1} notebooks ({asked.edition} edition) and a README.md are in {asked.dest}"


def _moodle(asked: argparse.Namespace) -> str:
    if asked.dest.exists() and not asked.force:
        raise FileExistsError(f"{asked.dest} is there already; --force replaces it")
    text = moodle.bank(asked.chapter)
    asked.dest.write_text(text, encoding="utf-8")
    count = text.count('type="multichoice"')
    return f"{count} questions, with their keys, are in {asked.dest}"


def _assignments(asked: argparse.Namespace) -> str:
    written = assignments.write_all(asked.dest, asked.chapter, asked.term, asked.force)
    return f"{len(written)} assignments, with their solutions, are in {asked.dest}"


if __name__ == "__main__":
    sys.exit(main())
