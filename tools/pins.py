"""Write requirements.txt from requirements.in: `make pins`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

PINS = Path("requirements.txt")


def main(arguments: list[str]) -> None:
    """Resolve requirements.in for Python 3.11 and later on every system, keeping the pins that still fit."""
    lines = PINS.read_text(encoding="utf-8").splitlines()
    header = [line for line in lines if line.startswith("#")]
    with tempfile.TemporaryDirectory() as folder:
        # uv resolves for systems other than this one, which pip cannot; it is no dependency of the course.
        pip = [sys.executable, "-m", "pip", "--quiet"]
        subprocess.run([*pip, "install", "--target", folder, "uv"], check=True)
        output = Path(folder, "pins.txt")
        output.write_text("\n".join(line for line in lines if "==" in line) + "\n", encoding="utf-8")
        command = [f"{folder}/bin/uv", "pip", "compile", "requirements.in", "--output-file", str(output)]
        every = ["--universal", "--python-version", "3.11"]
        plain = ["--quiet", "--no-annotate", "--no-header", "--no-emit-index-url", "--no-emit-find-links"]
        subprocess.run([*command, *every, *plain, *arguments], check=True)
        pins = output.read_text(encoding="utf-8").splitlines()
    PINS.write_text("\n".join([*header, *pins, "."]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
