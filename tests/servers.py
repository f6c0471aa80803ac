"""Real servers for tests, on loopback only."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

PDS = Path(__file__).parent / "pds"


@dataclass(frozen=True)
class Server:
    """A running server and the one account on it."""

    url: str
    handle: str
    secret: str
    user: str = ""


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def bluesky_pds() -> Iterator[Server]:
    """A real Personal Data Server; skips, saying why, where Node.js or its packages are missing."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("Node.js is not installed: the real Bluesky server cannot run")
    if not (PDS / "node_modules").is_dir():
        pytest.skip("run npm ci in tests/pds to test against a real Bluesky server")
    process = subprocess.Popen(
        [node, "server.mjs"], cwd=PDS, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        ready = json.loads(process.stdout.readline())
        yield Server(ready["url"].rstrip("/"), ready["handle"], ready["password"], ready["did"])
    finally:
        process.stdin.close()
        process.stdout.close()
        process.wait(timeout=30)


@contextmanager
def mastodon_mock() -> Iterator[Server]:
    """The stateful Mastodon of PyPI's mastodon_mock."""
    port = free_port()
    command = [sys.executable, "-m", "mastodon_mock", "serve", "--in-memory", "--host", "127.0.0.1"]
    process = subprocess.Popen(
        [*command, "--port", str(port)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert process.stdout is not None
    try:
        for line in process.stdout:
            if "Uvicorn running on" in line:
                break
        else:
            raise AssertionError("mastodon_mock did not start")
        yield Server(f"http://127.0.0.1:{port}", "@testuser", "mock_token")
    finally:
        process.terminate()
        process.communicate(timeout=30)
