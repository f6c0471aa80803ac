"""Every command that the README shows is run here, in a fresh clone, in the order in which it is shown."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from servers import free_port

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
STAYS_UP = {"terbuka serve": "Ctrl-C", "terbuka sandbox --port 8900": "Ctrl-C"}
"""Commands that run until somebody stops them, and what they say when they are ready."""

OURSELVES = "make test"
"""What runs this very test."""


def commands(name: str) -> list[str]:
    """The commands in the README's blocks, in order."""
    words = (ROOT / name).read_text(encoding="utf-8")
    return [line for block in BLOCK.findall(words) for line in block.splitlines() if line]


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A fresh clone of what is committed, with a remote that can be pushed to. It sets itself up."""
    folder = tmp_path_factory.mktemp("readme")
    origin, clone = folder / "origin.git", folder / "terbuka"
    subprocess.run(["git", "clone", "--quiet", "--bare", str(ROOT), str(origin)], check=True)
    subprocess.run(["git", "-C", str(origin), "branch", "-f", "main", "HEAD"], check=False, capture_output=True)
    subprocess.run(["git", "clone", "--quiet", "--branch", "main", str(origin), str(clone)], check=True)
    for key, value in (("user.name", "Uji"), ("user.email", "uji@uji.example")):
        subprocess.run(["git", "-C", str(clone), "config", key, value], check=True)
    if (ROOT / "build" / "tools").is_dir():
        (clone / "build").mkdir()
        (clone / "build" / "tools").symlink_to(ROOT / "build" / "tools")
    yield clone
    shutil.rmtree(clone)


def environment(clone: Path) -> dict[str, str]:
    """The environment after ``. .venv/bin/activate``."""
    path = f"{clone / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "VIRTUAL_ENV": "", "TERBUKA_LANG": "en", "COLUMNS": "200"}


def stay_up(clone: Path, command: str) -> None:
    """Start a command, wait until it is ready, stop it with Ctrl-C: it ends without an error."""
    words = command.split()
    port = str(free_port())
    words = [*words[:2], "--port", port]
    process = subprocess.Popen(
        words, cwd=clone, env=environment(clone), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert process.stdout is not None
    said = []
    for line in process.stdout:
        said.append(line)
        if f"127.0.0.1:{port}" in line:
            break
    process.send_signal(signal.SIGINT)
    rest, _ = process.communicate(timeout=60)
    assert process.returncode == 0, "".join(said) + rest
    assert "Traceback" not in "".join(said) + rest


def run(clone: Path, command: str) -> None:
    """Run one command as a person would, to its end."""
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=clone,
        env=environment(clone),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"


def test_every_command_works(clone: Path) -> None:
    for command in commands("README.md"):
        if command in STAYS_UP:
            stay_up(clone, command)
        elif command != OURSELVES:
            run(clone, command)


def test_running_the_demo_again_publishes_nothing_twice(clone: Path) -> None:
    record = ["git", "-C", str(clone / "build" / "demo" / "repo"), "show", "ledger:ledger.jsonl"]
    if not (clone / "build" / "demo").is_dir():
        run(clone, "make demo ARGS=--once")
    before = subprocess.run(record, check=True, capture_output=True).stdout
    run(clone, "make demo ARGS=--once")
    assert subprocess.run(record, check=True, capture_output=True).stdout == before
    assert before.count(b'"kind":"confirmed"') == 10


def test_both_readmes_show_the_same_commands() -> None:
    assert commands("README.md") == commands("README.id.md")


def test_the_command_that_tests_is_the_one_that_runs_in_ci() -> None:
    assert OURSELVES in commands("README.md")
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1] == OURSELVES
