"""The check of links that leave the book: which it asks, what it makes of the answers."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tools.linkcheck import UNREACHED, ask, check, links, report

PAGE = """<a href="https://example.org/a#part">a</a> <a href="https://example.org/a">again</a>
<a href="other.html">inside</a> <a href="mailto:x@example.org">mail</a> <a href="http://example.org/b">b</a>
<img src="https://example.org/picture.png">"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "index.html").write_text(PAGE, "utf-8")
    (tmp_path / "other.html").write_text('<a href="https://example.org/a">a</a>', "utf-8")
    return tmp_path


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(int(self.path.strip("/")))
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_each_address_outside_is_asked_once(site: Path) -> None:
    assert links(site) == {
        "http://example.org/b": ["index.html"],
        "https://example.org/a": ["index.html", "other.html"],
    }


@pytest.mark.parametrize(
    ("status", "said"), [(200, "ok"), (403, "shy"), (429, "shy"), (404, "status 404"), (500, "status 500")]
)
def test_an_answer_is_named(host: str, status: int, said: str) -> None:
    assert ask(f"{host}/{status}") == said


def test_nobody_answers() -> None:
    assert ask("http://127.0.0.1:9/").startswith(UNREACHED)


def test_what_is_broken_is_reported_with_its_pages(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "report.txt"
    assert check(site, out, lambda address: "status 404" if address.endswith("a") else "ok") == 1
    assert "BROKEN  https://example.org/a: status 404; on index.html, other.html" in out.read_text("utf-8")
    assert capsys.readouterr().out == out.read_text("utf-8")


def test_a_machine_without_web_says_so_and_passes_nothing() -> None:
    text, broken = report({"https://example.org/a": ["index.html"]}, [f"{UNREACHED} (ConnectionError)"])
    assert "no web" in text
    assert broken == 1


def test_a_site_that_is_not_built_is_an_error_that_helps(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="make book"):
        links(tmp_path / "nothing")
