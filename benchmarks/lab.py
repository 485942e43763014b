"""JupyterLab with a local kernel, and a notebook that shows the live explorer."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, TimeoutError

from benchmarks.contenders import REPOSITORY
from benchmarks.serve import free_port

NOTEBOOK = "bench.ipynb"
CELL = "from benchmarks.subject import subject\nsubject()"
SETTINGS = (
    "--ServerApp.open_browser=False",
    "--ServerApp.token=",
    "--IdentityProvider.token=",
    "--ServerApp.allow_root=True",
    "--LabApp.news_url=None",
    "--LabApp.check_for_updates_class=jupyterlab.handlers.announcements.NeverCheckForUpdate",
    "--LabApp.extension_manager=readonly",
)


@contextmanager
def jupyterlab(folder: Path) -> Iterator[str]:
    """Run JupyterLab in a folder while the block runs; gives the address of the notebook."""
    write_notebook(folder / NOTEBOOK)
    port = free_port()
    command = [sys.executable, "-m", "jupyterlab", f"--ServerApp.port={port}", f"--ServerApp.root_dir={folder}"]
    log = (folder / "jupyterlab.log").open("w")
    server = subprocess.Popen([*command, *SETTINGS], cwd=folder, env=environment(folder), stdout=log, stderr=log)
    try:
        await_answer(f"http://127.0.0.1:{port}/api/status", server, folder / "jupyterlab.log")
        yield f"http://127.0.0.1:{port}/lab/tree/{NOTEBOOK}?reset"
    finally:
        server.terminate()
        server.wait(timeout=30)
        log.close()


def environment(folder: Path) -> dict[str, str]:
    """The kernel finds the benchmarks; the reader's own settings of Jupyter stay out."""
    own = {f"JUPYTER_{kind}_DIR": str(folder / kind.lower()) for kind in ("CONFIG", "DATA", "RUNTIME")}
    path = os.pathsep.join([str(REPOSITORY), str(REPOSITORY / "src")])
    return os.environ | own | {"PYTHONPATH": path, "COURSE_UTILS_FACE": "live", "IPYTHONDIR": str(folder / "ipython")}


def write_notebook(path: Path) -> None:
    """Write a notebook of one cell."""
    cell: dict[str, object] = {"cell_type": "code", "id": "a", "metadata": {}, "source": CELL}
    cell |= {"execution_count": None, "outputs": []}
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    book = {"cells": [cell], "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    path.write_text(json.dumps(book), "utf-8")


def await_answer(address: str, server: subprocess.Popen[bytes], log: Path, seconds: int = 90) -> None:
    """Wait until the server answers.

    Raises
    ------
    RuntimeError
        With what the server said, if it does not answer in time.
    """
    end = time.monotonic() + seconds
    while time.monotonic() < end and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except OSError:
            time.sleep(0.3)
    raise RuntimeError(f"JupyterLab does not answer: {log.read_text('utf-8')[-1500:]}")


def run_cell(page: Page, tries: int = 10) -> None:
    """Run the notebook's cell, as a teacher does; again if the kernel was not yet there to hear it.

    Raises
    ------
    RuntimeError
        If the cell never starts.
    """
    accept = page.locator(".jp-Dialog button.jp-mod-accept").first
    # a slow start makes JupyterLab ask which kernel is meant: the one that it proposes
    page.add_locator_handler(page.locator(".jp-Dialog"), lambda _dialog: accept.click())
    editor = page.locator(".jp-Notebook .cm-content").first
    status = page.locator(".jp-Notebook-ExecutionIndicator")
    editor.wait_for(timeout=120_000)
    for _ in range(tries):
        editor.click()
        page.keyboard.press("Control+Enter")
        try:
            page.locator(".jp-InputPrompt", has_text=re.compile(r"\d|\*")).first.wait_for(timeout=5_000)
            return
        except TimeoutError:
            continue
    raise RuntimeError(f"the cell does not run; the kernel is {status.first.get_attribute('data-status')}")
