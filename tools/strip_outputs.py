"""Strip notebooks of outputs, but for the text that `# NBVAL_CHECK_OUTPUT` compares.

`python -m tools.strip_outputs notebooks/*/*.ipynb` rewrites what needs it; `--check` only tells. Either way
the exit status is 1 if a notebook was not as it should be, as pre-commit expects.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

MARK = "NBVAL_CHECK_OUTPUT"
KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
TEXT = "text/plain"
#: nbval refuses a reference that was never run; the same number each time keeps diffs quiet.
RUN = 1


def text_only(output: dict[str, Any]) -> dict[str, Any] | None:
    """What is kept of one output of a checked cell: printed text or a plain-text result, else None."""
    if output["output_type"] == "stream":
        return output if output["name"] == "stdout" else None
    if TEXT not in output.get("data", {}):
        return None
    kept = output | {"data": {TEXT: output["data"][TEXT]}, "metadata": {}}
    return kept | {"execution_count": RUN} if "execution_count" in kept else kept


def strip_cell(cell: dict[str, Any]) -> dict[str, Any]:
    """A cell without outputs, counts and run times; a checked cell keeps its text."""
    times = ("collapsed", "execution")
    cell = cell | {"metadata": {key: value for key, value in cell["metadata"].items() if key not in times}}
    if cell["cell_type"] != "code":
        return cell
    checked = MARK in "".join(cell["source"])
    outputs = [kept for output in cell["outputs"] if checked and (kept := text_only(output))]
    return cell | {"execution_count": RUN if outputs else None, "outputs": outputs}


def strip(notebook: dict[str, Any]) -> dict[str, Any]:
    """A notebook as it is committed.

    Parameters
    ----------
    notebook : dict
        Notebook of format 4, as read by ``json``.

    Returns
    -------
    dict
        A copy: no outputs but the text of checked cells, no widget state, one kernel name, no Python version.
    """
    metadata = {key: value for key, value in notebook["metadata"].items() if key != "widgets"}
    metadata |= {"kernelspec": KERNEL, "language_info": {"name": "python"}}
    return notebook | {"metadata": metadata, "cells": [strip_cell(cell) for cell in notebook["cells"]]}


def rich_checks(notebook: dict[str, Any]) -> list[str]:
    """First lines of checked cells that show more than text: nbval compares every kind that a cell shows."""
    return [
        "".join(cell["source"]).strip().splitlines()[0]
        for cell in notebook["cells"]
        if cell["cell_type"] == "code" and MARK in "".join(cell["source"])
        for output in cell["outputs"]
        if set(output.get("data", {})) - {TEXT}
    ]


def main(arguments: list[str]) -> int:
    """Strip (or with ``--check`` inspect) the notebooks named; returns the exit status."""
    check = "--check" in arguments
    status = 0
    for path in (Path(argument) for argument in arguments if argument != "--check"):
        notebook = json.loads(path.read_text(encoding="utf-8"))
        for line in rich_checks(notebook):
            print(f"{path}: the checked cell {line!r} shows more than text; print its numbers instead")
            status = 1
        clean = strip(notebook)
        if clean == notebook:
            continue
        status = 1
        print(f"{path}: {'carries outputs' if check else 'stripped'}")
        if not check:
            text = json.dumps(clean, ensure_ascii=False, indent=1, sort_keys=True)
            path.write_text(text + "\n", encoding="utf-8")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
