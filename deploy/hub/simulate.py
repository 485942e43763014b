"""Simulated students on a real JupyterHub of this machine: each opens a chapter, runs every cell, stops.

    python deploy/hub/simulate.py --students 40 --at-once 4 --chapter notebooks/1_large_firm/growth_pole.ipynb

Runs in an environment of its own (README.md beside this file) that holds JupyterHub and the course's wheel. All goes
the way of a browser: the Hub's API starts the server, the chapter is put there and read back through the server's
contents API, a session starts the kernel, its websocket runs the cells, everything through the proxy.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import secrets
import shlex
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path

import psutil
from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

HERE = Path(__file__).parent
CHAPTER = HERE.parents[1] / "notebooks" / "1_large_firm" / "growth_pole.ipynb"
SAMPLE_EVERY = 0.25
LONGEST_CELL = 300


@dataclass
class Student:
    """What happened to one student; memory is the proportional set size of the server and its kernel, in MB."""

    name: str
    cells: int = 0
    start_s: float = 0.0
    run_s: float = 0.0
    total_s: float = 0.0
    peak_mb: float = 0.0
    failures: list[str] = field(default_factory=list)


class Hub:
    """The Hub's address and the token of this trial."""

    def __init__(self, port: int, token: str) -> None:
        self.root, self.port = f"http://127.0.0.1:{port}", port
        self.headers = {"Authorization": f"token {token}"}

    async def ask(self, method: str, path: str, body: object = None, timeout: float = 120) -> object:
        """Send one request; return its JSON, or None when the answer has no body."""
        content = None if body is None else json.dumps(body)
        request = HTTPRequest(
            self.root + path, method, self.headers, content, request_timeout=timeout, allow_nonstandard_methods=True
        )
        answer = await AsyncHTTPClient().fetch(request)
        return json.loads(answer.body) if answer.body else None

    async def ready(self, path: str, is_ready: Callable[[dict], object], seconds: float = 120) -> dict:
        """Ask `path` until `is_ready` holds of the answer."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                answer = await self.ask("GET", path)
                if is_ready(answer):
                    return answer
            except (OSError, HTTPClientError):
                pass  # the proxy has no route yet, or nothing listens yet
            await asyncio.sleep(0.25)
        raise TimeoutError(f"{path} was not ready within {seconds} s")


def processes(name: str) -> list[psutil.Process]:
    """The student's server and its kernels, found by the name that the Hub gives to the server's environment."""
    for process in psutil.process_iter():
        try:
            if process.environ().get("JUPYTERHUB_USER") == name and "jupyterhub.singleuser" in process.cmdline():
                return [process, *process.children(recursive=True)]
        except psutil.Error:
            continue
    return []


def megabytes(family: list[psutil.Process]) -> float:
    """Memory of the processes; a page shared by n processes counts as 1/n in each (PSS)."""
    total = 0
    for process in family:
        try:
            total += process.memory_full_info().pss
        except psutil.Error:
            continue
    return total / 1e6


async def watch(student: Student) -> None:
    """Keep the student's largest memory up to date."""
    while True:
        family = await asyncio.to_thread(processes, student.name)
        student.peak_mb = max(student.peak_mb, await asyncio.to_thread(megabytes, family))
        await asyncio.sleep(SAMPLE_EVERY)


def execute_request(code: str, session: str) -> dict:
    """Return the message of the Jupyter protocol that runs a cell."""
    header = {"msg_id": uuid.uuid4().hex, "msg_type": "execute_request", "session": session, "username": "student"}
    content = {"code": code, "silent": False, "store_history": True, "allow_stdin": False, "stop_on_error": False}
    return {
        "header": header | {"version": "5.3", "date": ""},
        "parent_header": {},
        "metadata": {},
        "channel": "shell",
        "content": content | {"user_expressions": {}},
    }


async def run_cell(socket_, code: str, session: str) -> str | None:
    """Run one cell to its end; return the error, or None. Both the reply and the idle status are awaited."""
    message = execute_request(code, session)
    await socket_.write_message(json.dumps(message))
    awaited, error = {"execute_reply", "idle"}, None
    while awaited:
        raw = await asyncio.wait_for(socket_.read_message(), LONGEST_CELL)
        if raw is None:
            return "the kernel's websocket closed"
        got = json.loads(raw)
        if got["parent_header"].get("msg_id") != message["header"]["msg_id"]:
            continue
        if got["msg_type"] == "error":
            error = f"{got['content']['ename']}: {got['content']['evalue']}"
        awaited -= {got["msg_type"], got["content"].get("execution_state")}
    return error


async def open_and_run(hub: Hub, student: Student, chapter: dict, path: str) -> None:
    """Put the chapter into the student's folder, open it, run every code cell."""
    server, name = f"/user/{student.name}", Path(path).name
    body = {"type": "notebook", "content": chapter}
    await hub.ask("PUT", f"{server}/api/contents/{name}", body)
    opened = await hub.ask("GET", f"{server}/api/contents/{name}")
    session = {"path": name, "type": "notebook", "name": name, "kernel": {"name": "python3"}}
    kernel = (await hub.ask("POST", f"{server}/api/sessions", session))["kernel"]["id"]
    url = f"ws://127.0.0.1:{hub.port}{server}/api/kernels/{kernel}/channels"
    connection = await websocket_connect(HTTPRequest(url, headers=hub.headers), max_message_size=2**28)
    for number, cell in enumerate(cell for cell in opened["content"]["cells"] if cell["cell_type"] == "code"):
        error = await run_cell(connection, "".join(cell["source"]), kernel)
        student.cells += 1
        if error:
            student.failures.append(f"code cell {number}: {error}")
    connection.close()


async def live(hub: Hub, student: Student, chapter: dict, path: str) -> None:
    """One student from log-in to stop."""
    api, began = f"/hub/api/users/{student.name}", time.monotonic()
    watcher = asyncio.create_task(watch(student))
    try:
        await hub.ask("POST", api)
        await hub.ask("POST", f"{api}/server")
        await hub.ready(api, lambda user: user["servers"].get("", {}).get("ready"))
        student.start_s = time.monotonic() - began
        await open_and_run(hub, student, chapter, path)
        student.run_s = time.monotonic() - began - student.start_s
        await hub.ask("DELETE", f"{api}/server")
        await hub.ready(api, lambda user: not user["servers"])
    except Exception as error:
        student.failures.append(f"{type(error).__name__}: {error}")
    finally:
        watcher.cancel()
        student.total_s = time.monotonic() - began


async def classroom(hub: Hub, students: list[Student], at_once: int, chapter: Path) -> float:
    """Let the students come, `at_once` of them at a time; return the seconds that it took."""
    await hub.ready("/hub/api/", lambda answer: "version" in answer)
    content, turn, began = json.loads(chapter.read_text("utf-8")), asyncio.Semaphore(at_once), time.monotonic()

    async def one(student: Student) -> None:
        async with turn:
            await live(hub, student, content, str(chapter))
            print(json.dumps(asdict(student)), flush=True)

    await asyncio.gather(*(one(student) for student in students))
    return time.monotonic() - began


def free_ports() -> int:
    """Return a port that is free together with the two that follow it."""
    while True:
        with socket.socket() as first:
            first.bind(("127.0.0.1", 0))
            port = first.getsockname()[1]
        try:
            for following in (port + 1, port + 2):
                with socket.socket() as other:
                    other.bind(("127.0.0.1", following))
        except OSError:
            continue
        return port


def summary(students: list[Student], seconds: float) -> str:
    """Return the numbers of the trial as text."""
    failed = sum(bool(student.failures) for student in students)
    lines = [f"students {len(students)}, with failures {failed}, whole trial {seconds:.0f} s"]
    for name in ("start_s", "run_s", "total_s", "peak_mb"):
        values = sorted(getattr(student, name) for student in students)
        middle = statistics.median(values)
        lines.append(f"{name}: median {middle:.1f}, smallest {values[0]:.1f}, largest {values[-1]:.1f}")
    return "\n".join([*lines, f"cells run: {sorted({student.cells for student in students})}"])


def main() -> int:
    """Start the Hub, let the students work, stop the Hub; return the number of students with a failure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--students", type=int, default=40)
    parser.add_argument("--at-once", type=int, default=4)
    parser.add_argument("--chapter", type=Path, default=CHAPTER)
    parser.add_argument("--proxy", default="configurable-http-proxy", help="command of the proxy")
    chosen = parser.parse_args()
    home, port, token = Path(tempfile.mkdtemp(prefix="hub_trial_")), free_ports(), secrets.token_hex(16)
    settings = {"HOME": str(home), "PORT": str(port), "TOKEN": token, "PROXY": chosen.proxy}
    environment = os.environ | {f"HUB_TRIAL_{key}": value for key, value in settings.items()}
    command = [sys.executable, "-m", "jupyterhub", "--config", str(HERE / "jupyterhub_config.py")]
    print("started:", shlex.join(command), "in", home, flush=True)
    students = [Student(f"student{number:02d}") for number in range(1, chosen.students + 1)]
    with open(home / "hub.log", "w") as log:
        # A group of its own: a Hub that is stopped while it starts leaves its proxy running.
        hub = subprocess.Popen(command, cwd=home, env=environment, stdout=log, stderr=log, start_new_session=True)
        try:
            seconds = asyncio.run(classroom(Hub(port, token), students, chosen.at_once, chosen.chapter))
        finally:
            hub.terminate()
            hub.wait(timeout=60)
            with contextlib.suppress(ProcessLookupError):
                os.killpg(hub.pid, signal.SIGTERM)
    print(summary(students, seconds))
    return sum(bool(student.failures) for student in students)


if __name__ == "__main__":
    sys.exit(min(main(), 100))
